// The page's facts, what is filtered and selected, and what follows from it.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const facts = read("page-facts");
const { agencies, measures, documents, sections, legend, words } = facts;
const shared = facts.kind === "collaboration";
const $ = (id) => document.getElementById(id);
const say = (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
const fold = (text) => text.normalize("NFKC").toLowerCase();
const ROLES = ["lead", "responsible", "support"];

const state = {
  agency: null, // its number
  role: "",
  domain: "",
  section: null, // its number
  groups: new Set(), // of the legend
  times: new Set(), // years, "ongoing", "other", "undated"
  doubtful: false,
  query: "",
  selected: null, // {agency} or {measure} or {pair: [agency, agency]}
};

agencies.forEach((agency, at) => {
  agency.at = at;
  agency.measures = [];
  agency.words = fold([agency.name, agency.label].join("\n"));
});
measures.forEach((measure, at) => {
  measure.at = at;
  measure.bodies = [...new Set(measure.answers.map((answer) => answer.agency))];
  measure.bodies.forEach((body) => agencies[body].measures.push(measure));
  measure.doubtful = [...measure.answers, ...measure.deadlines, ...measure.citations].some((fact) => fact.doubt);
  const surfaces = measure.answers.flatMap((answer) => [answer.surface, answer.capacity]);
  const names = measure.bodies.flatMap((body) => [agencies[body].name, agencies[body].label]);
  const cited = measure.citations.flatMap((citation) => [citation.title, citation.number]);
  const parts = [measure.number, measure.title, measure.text, ...surfaces, ...names, ...cited];
  measure.words = fold(parts.filter(Boolean).join("\n"));
});

const asked = () => fold(state.query).split(/\s+/).filter(Boolean);
const holds = (text, wanted) => wanted.every((word) => text.includes(word));
const within = (path, domain) => path === domain || path.startsWith(domain + "/");

// Whether an answer counts: the role filter is about single answers, not whole measures.
const counts = (answer) => !state.role || answer.role === state.role;

function passes(measure, wanted) {
  if (state.agency !== null && !measure.answers.some((a) => a.agency === state.agency && counts(a))) return false;
  if (state.role && !measure.answers.some(counts)) return false;
  if (state.domain && !measure.domains.some((path) => within(path, state.domain))) return false;
  if (state.section !== null && measure.section !== state.section) return false;
  if (state.groups.size) {
    const inGroup = legend.of === "measures"
      ? state.groups.has(measure.group)
      : measure.bodies.some((body) => state.groups.has(agencies[body].group));
    if (!inGroup) return false;
  }
  if (state.times.size && !measure.times.some((time) => state.times.has(time))) return false;
  if (state.doubtful && !measure.doubtful) return false;
  return holds(measure.words, wanted);
}

// What is in sight: measures, bodies with their load among these, and pairs of bodies.
let sight;
function look() {
  const wanted = asked();
  const shown = measures.filter((measure) => passes(measure, wanted));
  const load = agencies.map(() => ({ count: 0, share: 0, roles: { lead: 0, responsible: 0, support: 0 } }));
  const links = new Set();
  const pairs = new Map();
  for (const measure of shown) {
    const bodies = new Set();
    for (const answer of measure.answers) {
      if (!counts(answer)) continue;
      bodies.add(answer.agency);
      load[answer.agency].roles[answer.role] += 1;
    }
    const list = [...bodies].sort((a, b) => a - b);
    list.forEach((body, at) => {
      load[body].count += 1;
      load[body].share += 1 / measure.bodies.length;
      links.add(`a${body}-m${measure.at}`);
      for (const other of list.slice(at + 1)) {
        const pair = `a${body}-a${other}`;
        pairs.set(pair, (pairs.get(pair) || 0) + 1 / (measure.bodies.length - 1));
      }
    });
  }
  const filtered = shown.length < measures.length || Boolean(state.role);
  sight = { shown, load, links, pairs, filtered, measures: new Set(shown.map((measure) => measure.at)) };
}

const together = (a, b) => agencies[a].measures.filter((measure) => measure.bodies.includes(b));
const weigh = (body) => (shared ? sight.load[body].share : sight.load[body].count);
const figure = (number) => (Number.isInteger(number) ? String(number) : number.toFixed(1));
