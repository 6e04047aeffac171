// The panel's overview: filters, legend, deadlines, ranking, search results. Text goes in as text only.

function make(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "onclick") node.addEventListener("click", value);
    else if (name === "style") Object.assign(node.style, value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const row = (props, ...children) => make("button", { type: "button", class: "row", ...props }, ...children);
const named = (text) => make("span", { class: "name" }, text);
const counted = (text) => make("span", { class: "count" }, String(text));
const listed = (items, props = {}) => make("ul", props, ...items.map((item) => make("li", {}, item)));

// Measures as a list, each as `item` makes it; of several documents each under the name of its own.
function byDocument(its, item) {
  let last = documents.length > 1 ? null : its.length && its[0].document;
  return make("ul", {}, ...its.flatMap((measure) => {
    const { name, number } = documents[measure.document];
    const head = make("li", { class: "document", title: [name, number].filter(Boolean).join(" ") }, name);
    const heads = measure.document === last ? [] : [head];
    last = measure.document;
    return [...heads, make("li", {}, item(measure))];
  }));
}

const flip = (set, value) => flipAll(set, [value]);

function flipAll(set, values) {
  const had = values.some((value) => set.has(value));
  values.forEach((value) => (had ? set.delete(value) : set.add(value)));
  refresh();
}

function choices(select, all, options, chosen) {
  select.replaceChildren(make("option", { value: "" }, all));
  for (const { value, text, group } of options) {
    let parent = select;
    if (group) {
      parent = [...select.querySelectorAll("optgroup")].find((o) => o.label === group);
      if (!parent) select.append((parent = make("optgroup", { label: group })));
    }
    parent.append(make("option", { value }, text));
  }
  select.addEventListener("change", () => {
    chosen(select.value);
    refresh();
  });
}

function fillFilters() {
  const domains = new Map();
  for (const measure of measures) {
    const steps = measure.domains.flatMap((path) => path.split("/").map((_, at, all) => all.slice(0, at + 1).join("/")));
    new Set(steps).forEach((path) => domains.set(path, (domains.get(path) || 0) + 1));
  }
  const paths = [...domains.keys()].sort();
  const roles = ROLES.filter((role) => measures.some((m) => m.answers.some((a) => a.role === role)));
  choices($("filter-agency"), words.any_agency,
    agencies.map((a) => ({ value: a.at, text: `${a.label} (${a.measures.length})` })),
    (value) => { state.agency = value === "" ? null : Number(value); });
  choices($("filter-role"), words.any_role,
    roles.map((role) => ({ value: role, text: words[role] })), (value) => { state.role = value; });
  choices($("filter-domain"), words.any_domain,
    paths.map((path) => ({
      value: path,
      text: "\u3000".repeat(path.split("/").length - 1) + `${path.split("/").pop()} (${domains.get(path)})`,
    })), (value) => { state.domain = value; });
  choices($("filter-section"), words.any_section,
    sections.map((section, at) => ({
      value: at,
      text: section.path[section.path.length - 1],
      group: documents.length > 1 ? documents[section.document].name : null,
    })), (value) => { state.section = value === "" ? null : Number(value); });
}

function showFilters() {
  const values = { agency: state.agency ?? "", role: state.role, domain: state.domain, section: state.section ?? "" };
  for (const [name, value] of Object.entries(values)) {
    $(`filter-${name}`).value = String(value);
    $(`filter-${name}`).classList.toggle("on", value !== "");
  }
  $("showing").textContent = say("showing", { shown: sight.shown.length, all: measures.length });
  $("reset").hidden = !sight.filtered && !state.groups.size && !state.query && !state.times.size;
}

function showLegend() {
  const items = legend.of === "measures" ? measures : agencies;
  const rows = legend.names.map((name, group) => {
    const its = items.filter((item) => item.group === group);
    const inSight = its.filter((item) => (legend.of === "measures" ? sight.measures.has(item.at) : sight.load[item.at].count));
    return its.length ? row(
      {
        title: name,
        "aria-pressed": String(state.groups.has(group)),
        onclick: () => flip(state.groups, group),
        class: state.groups.size && !state.groups.has(group) ? "row off" : "row",
      },
      make("span", { class: "swatch", style: { background: legend.colors[group] } }), named(name), counted(inSight.length),
    ) : null;
  });
  $("legend").replaceChildren(make("h2", {}, legend.title), listed(rows.filter(Boolean)));
}

const COLUMNS = 8; // of the chart: as many as have room for their figures
// The years of due dates, each a column; of more, as many to a column as need be: 2, 5, 10, …
function columnsOfYears() {
  const years = [...new Set(measures.flatMap((measure) => measure.years))].sort((a, b) => a - b);
  const first = (span, year) => Math.floor(year / span) * span;
  const span = [1, 2, 5, 10, 20, 50, 100].find((one) => new Set(years.map((year) => first(one, year))).size <= COLUMNS) || 1000;
  return [...new Set(years.map((year) => first(span, year)))].map((from) => {
    const own = years.filter((year) => first(span, year) === from).map(String);
    const within = (measure) => measure.times.some((time) => own.includes(time));
    return { from, to: from + span - 1, years: own, all: measures.filter(within).length, held: sight.shown.filter(within).length };
  });
}

function showYears() {
  const column = ({ from, to, years, all, held }) => {
    const text = from === to ? String(from) : `${from}–${to}`;
    const on = years.some((year) => state.times.has(year));
    return make("button", {
      type: "button", "data-time": text, "aria-pressed": String(on), "aria-label": `${text}: ${held}`, title: `${text}: ${held}`,
      class: state.times.size && !on ? "off" : null, onclick: () => flipAll(state.times, years),
    },
    make("span", { class: "soft" }, String(held)),
    make("span", { class: "bar", style: { height: `${Math.round((34 * held) / most)}px` } }),
    make("span", {}, String(from)), from === to ? null : make("span", {}, `–${String(to).slice(-2)}`));
  };
  const columns = columnsOfYears();
  const most = Math.max(1, ...columns.map((one) => one.all));
  const rows = ["ongoing", "other", "undated"].filter((time) => measures.some((m) => m.times.includes(time))).map((time) => row(
    {
      "data-time": time, "aria-pressed": String(state.times.has(time)), onclick: () => flip(state.times, time),
      class: state.times.size && !state.times.has(time) ? "row off" : "row",
    },
    named(words[time]), counted(sight.shown.filter((m) => m.times.includes(time)).length),
  ));
  $("years").replaceChildren(make("h2", {}, words.deadlines),
    columns.length ? make("div", { class: "years" }, ...columns.map(column)) : "", listed(rows));
}

const SVG = "http://www.w3.org/2000/svg";
function sign(tag, props) {
  const box = document.createElementNS(SVG, "svg");
  const shape = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(props)) shape.setAttribute(name, value);
  box.append(shape);
  return box;
}
const dot = (props) => sign("circle", { cx: 13, cy: 7, r: 5, fill: "#6b7078", ...props });
const stroke = (props) => sign("line", { x1: 0, y1: 7, x2: 26, y2: 7, stroke: "#6b7078", ...props });

function showKey() {
  const has = (test) => measures.some(test);
  const entry = (symbol, text, wide) => make("li", { class: wide ? "wide" : null }, symbol, text);
  const role = (name) => has((m) => m.answers.some((a) => a.role === name));
  const doubtful = has((m) => m.answers.some((a) => a.doubt));
  const mark = "#6b7078";
  const entries = shared
    ? [entry(dot({ fill: "#2b3036", r: 6 }), words.mark_share, true), entry(stroke({ "stroke-width": 4 }), words.mark_pair, true)]
    : [
      entry(dot({ fill: "#2b3036", r: 7 }), words.mark_agency, true),
      has((m) => m.years.length) && entry(sign("rect", { x: 8, y: 2, width: 10, height: 10, fill: mark }), words.mark_dated),
      has((m) => m.ongoing && !m.years.length) && entry(dot({}), words.ongoing),
      has((m) => m.times.includes("other")) && entry(sign("path", { d: "M13 1 19 7 13 13 7 7Z", fill: mark }), words.other),
      has((m) => m.times.includes("undated")) && entry(dot({ fill: "none", stroke: mark, "stroke-width": 2 }), words.undated),
      role("lead") && entry(stroke({ "stroke-width": 3 }), words.lead),
      role("responsible") && entry(stroke({ "stroke-width": 1.3 }), words.responsible),
      role("support") && entry(stroke({ "stroke-width": 1.3, "stroke-dasharray": "2 4" }), words.support),
      doubtful && entry(stroke({ "stroke-width": 1.3, "stroke-dasharray": "9 5" }), words.doubtful),
    ];
  $("key").replaceChildren(make("h2", {}, words.marks), make("ul", { class: "key" }, ...entries.filter(Boolean)));
}

function showDoubts() {
  const doubtful = measures.filter((measure) => measure.doubtful);
  $("doubts").hidden = !doubtful.length;
  if (!doubtful.length) return;
  $("doubts").replaceChildren(
    make("h2", {}, row({
      class: "row doubt", "aria-pressed": String(state.doubtful), onclick: () => { state.doubtful = !state.doubtful; refresh(); },
    }, named(words.doubts), counted(doubtful.length))),
    byDocument(doubtful.slice(0, 30), (measure) => row({ onclick: () => select({ measure: measure.at }) }, named(measure.name))),
  );
}

function showRanking() {
  const order = agencies.filter((agency) => sight.load[agency.at].count)
    .sort((a, b) => weigh(b.at) - weigh(a.at) || a.at - b.at);
  const most = Math.max(1e-9, ...order.map((agency) => weigh(agency.at)));
  const part = (number, color) => make("i", { style: { width: `${(100 * number) / most}%`, background: color } });
  const bars = (agency) => {
    const { roles, share } = sight.load[agency.at];
    if (shared) return [part(share, legend.colors[agency.group])];
    return [part(roles.lead, "#2b3036"), part(roles.responsible, "#6b7078"), part(roles.support, "#b9bec5")];
  };
  $("ranking").hidden = !agencies.length;
  $("ranking").replaceChildren(
    make("h2", {}, words[shared ? "ranking_share" : "ranking_count"]),
    listed(order.map((agency) => row(
      { title: agency.name, "data-agency": agency.at, onclick: () => select({ agency: agency.at }) },
      named(agency.label), make("span", { class: "track" }, ...bars(agency)), counted(figure(weigh(agency.at))),
    )), { class: "bars" }),
  );
}

const MOST = 40;
function showResults() {
  const wanted = asked();
  $("results").hidden = !wanted.length;
  if (!wanted.length) return;
  const bodies = agencies.filter((agency) => holds(agency.words, wanted));
  const found = bodies.length + sight.shown.length;
  $("results").replaceChildren(
    make("h2", {}, words.results),
    found ? "" : make("p", { class: "soft" }, words.no_results),
    listed(bodies.slice(0, MOST).map((agency) => row({ onclick: () => select({ agency: agency.at }) },
      make("span", { class: "swatch", style: { background: "#2b3036" } }), named(agency.name), counted(agency.measures.length)))),
    byDocument(sight.shown.slice(0, Math.max(0, MOST - bodies.length)), (measure) => row(
      { onclick: () => select({ measure: measure.at }), title: measure.text }, named(measure.name))),
    found > MOST ? make("p", { class: "soft" }, say("more", { count: found - MOST })) : "",
  );
}
