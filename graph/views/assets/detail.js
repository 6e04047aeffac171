// The panel's other face: the evidence of what is selected.

const heading = (text) => make("h3", {}, text);
const chosen = (what, text, props = {}) => make("button", { type: "button", class: "link", onclick: () => select(what), ...props }, text);
const doubtMark = (fact) => (fact.doubt ? make("span", { class: "doubt" }, ` ⚠ ${words.doubtful}: ${fact.doubt}`) : null);
const soft = (text) => make("p", { class: "soft" }, text);
const pageOf = (fact) => (fact.page === null ? null : say("page", fact));

// The text with the words that were searched for marked.
function marked(text) {
  const wanted = asked().filter((word) => fold(text).length === text.length && fold(text).includes(word));
  const node = make("p", { class: "text" });
  let at = 0;
  while (at < text.length) {
    const next = wanted.map((word) => [fold(text).indexOf(word, at), word.length]).filter(([found]) => found >= 0)
      .sort((a, b) => a[0] - b[0])[0];
    if (!next) break;
    node.append(text.slice(at, next[0]), make("mark", {}, text.slice(next[0], next[0] + next[1])));
    at = next[0] + next[1];
  }
  node.append(text.slice(at));
  return node;
}

function measureRow(measure, body) {
  const roles = measure.answers.filter((answer) => answer.agency === body);
  const badges = [...new Set(roles.map((answer) => answer.role))];
  return make("span", { class: "line" },
    ...badges.map((role) => make("span", { class: `badge ${role}` }, words[role])),
    chosen({ measure: measure.at }, measure.name, { title: measure.text }),
    roles.some((answer) => answer.doubt) ? make("span", { class: "doubt" }, " ⚠") : null);
}

function agencyDetail(agency) {
  const shown = agency.measures.filter((measure) => sight.measures.has(measure.at));
  const partners = new Map();
  let share = 0;
  for (const measure of agency.measures) {
    share += 1 / measure.bodies.length;
    measure.bodies.forEach((body) => body !== agency.at && partners.set(body, (partners.get(body) || 0) + 1));
  }
  const near = [...partners].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const state = [
    agency.region, agency.kind === "collective" ? words.collective : null, agency.resolved ? null : words.unresolved,
  ].filter(Boolean).join(" · ");
  return [
    make("h2", {}, agency.name),
    state ? soft(state) : null,
    make("p", {}, say("facts_agency", { measures: agency.measures.length, share: figure(share), partners: near.length })),
    near.length ? heading(words.partners) : null,
    listed(near.slice(0, 12).map(([body, count]) => make("span", {},
      chosen(shared ? { pair: [agency.at, body] } : { agency: body }, agencies[body].label), ` ${count}`))),
    near.length > 12 ? soft(say("more", { count: near.length - 12 })) : null,
    heading(words.measures_of),
    byDocument(shown, (measure) => measureRow(measure, agency.at)),
    shown.length < agency.measures.length ? soft(say("more", { count: agency.measures.length - shown.length })) : null,
  ];
}

function pairDetail([a, b]) {
  return [
    make("h2", {}, chosen({ agency: a }, agencies[a].name), " — ", chosen({ agency: b }, agencies[b].name)),
    heading(words.shared),
    byDocument(together(a, b), (measure) => chosen({ measure: measure.at }, measure.name, { title: measure.text })),
  ];
}

function answerItem(answer) {
  const agency = agencies[answer.agency];
  const written = [
    answer.surface && answer.surface !== agency.name ? say("written", answer) : null,
    answer.capacity ? say("capacity", answer) : null,
  ].filter(Boolean).join(" · ");
  return make("div", {},
    make("div", { class: "line" },
      make("span", { class: `badge ${answer.role}` }, words[answer.role]),
      make("span", {}, chosen({ agency: answer.agency }, agency.name), doubtMark(answer))),
    written ? make("div", { class: "soft" }, written) : null);
}

function deadlineItem(deadline) {
  const date = [
    deadline.recurring ? words[deadline.recurring] : null,
    deadline.from ? `${deadline.from} ${words.from}` : null, deadline.date,
  ].filter(Boolean).join(" ");
  return make("span", {}, make("span", { class: "badge" }, words[deadline.kind] || deadline.kind), date,
    deadline.text ? make("span", { class: "soft" }, ` ${deadline.text}`) : null, doubtMark(deadline));
}

function citationItem(citation) {
  const title = [citation.title ? `《${citation.title}》` : null, citation.number].filter(Boolean).join(" ");
  return make("span", {}, make("span", { class: "badge" }, words[citation.action] || citation.action), title, doubtMark(citation));
}

// One clause often names several agencies: it is quoted once.
function evidenceItems(answers) {
  const clauses = new Map();
  answers.filter((answer) => answer.evidence).forEach((answer) => {
    const same = JSON.stringify([answer.evidence, answer.rule, answer.confidence]);
    clauses.set(same, [...(clauses.get(same) || []), answer]);
  });
  return [...clauses.values()].map(([first, ...more]) => {
    const rule = first.rule ? say("rule", { rule: first.rule, confidence: first.confidence ?? "—" }) : null;
    const places = [first, ...more].map((answer) => `${answer.start}–${answer.end}`).join("、");
    const at = first.start === null ? null : say("place", { places });
    return make("div", {}, make("p", { class: "text" }, first.evidence), soft([at, pageOf(first), rule].filter(Boolean).join(" · ")));
  });
}

function measureDetail(measure) {
  const document = documents[measure.document];
  const section = measure.section === null ? [] : sections[measure.section].path;
  const times = measure.deadlines.map(deadlineItem);
  const where = measure.start === null ? null : say("place", { places: `${measure.start}–${measure.end}` });
  if (measure.ongoing) times.push(make("span", {}, words.ongoing));
  return [
    soft([document.name, document.number].filter(Boolean).join(" ")),
    section.length ? soft(section.join(" › ")) : null,
    make("h2", {}, measure.title ? [measure.number, measure.title].filter(Boolean).join(" ") : say("measure", { number: measure.number ?? "" })),
    marked(measure.text),
    heading(words.answers),
    measure.answers.length ? listed(measure.answers.map(answerItem)) : soft(words.nobody),
    measure.open.length ? soft(`${words.open_roles}: ${measure.open.map(([role, text]) => `${words[role] || role} ${text}`).join("；")}`) : null,
    heading(words.when),
    times.length ? listed(times) : soft(words.no_deadline),
    measure.citations.length ? heading(words.citations) : null,
    listed(measure.citations.map(citationItem)),
    measure.domains.length ? heading(words.domains) : null,
    listed(measure.domains),
    heading(words.evidence),
    listed(evidenceItems(measure.answers)),
    soft([document.source, where, pageOf(measure)].filter(Boolean).join(" · ")),
  ];
}

function showDetail() {
  const { selected } = state;
  $("overview").hidden = Boolean(selected);
  $("detail").hidden = !selected;
  if (!selected) return;
  const back = make("button", { type: "button", id: "back", onclick: () => select(null) }, words.back);
  let parts;
  if (selected.measure !== undefined) parts = measureDetail(measures[selected.measure]);
  else if (selected.pair) parts = pairDetail(selected.pair);
  else parts = agencyDetail(agencies[selected.agency]);
  $("detail").replaceChildren(back, ...parts.filter(Boolean));
}
