// The network: vis-network draws discs and lines, the labels are drawn here, at a size that can be read.

const PAPER = "#fbfaf7";
const INK = "#1d2125";
const FONT = 14;
const LINE = 17;
const GAP = 3;
const APART = 3;
const SIDES = [[0, 1], [0, -1], [1, 0], [-1, 0], [1, 1], [-1, 1], [1, -1], [-1, -1]]; // across, down
const MANY = 300; // bodies: above that, labels mind each other but no longer every disc
const FACE = getComputedStyle(document.body).fontFamily;

const given = { nodes: read("page-nodes"), edges: read("page-edges") };
const nodes = new vis.DataSet(given.nodes);
const edges = new vis.DataSet(given.edges);
const network = new vis.Network($("network"), { nodes, edges }, read("page-options"));
const spotOf = new Map(); // id of a mark -> [x, y, side of its label] in the layout in use
const sizeOf = new Map(); // id of a mark -> its radius there
let layout = null;
let drawn = []; // the labels in sight: {id, text, left, top, right, bottom, size} in page pixels
let zoomText = 1; // the exported picture draws its text larger

function settle() {
  const room = $("network").getBoundingClientRect();
  const shape = (picture) => Math.abs(Math.log(((room.width || 1) / (room.height || 1)) * (picture.height / picture.width)));
  const best = facts.layouts.reduce((a, b) => (shape(b) < shape(a) ? b : a));
  if (best !== layout) {
    layout = best;
    given.nodes.forEach(({ id, size }, at) => {
      spotOf.set(id, layout.spots[at]);
      sizeOf.set(id, size * layout.discs);
    });
    nodes.update(given.nodes.map(({ id }) => ({ id, x: spotOf.get(id)[0], y: spotOf.get(id)[1], size: sizeOf.get(id) })));
  }
  fit();
}

function fit() {
  const room = $("network").getBoundingClientRect();
  const scale = Math.min(room.width / layout.width, room.height / layout.height);
  network.moveTo({ position: { x: layout.width / 2, y: layout.height / 2 }, scale });
}

function zoom(factor) {
  network.moveTo({ scale: Math.min(6, Math.max(0.05, network.getScale() * factor)) });
}

// The marks that a selection lights up; null when nothing is selected.
function lit() {
  const chosen = state.selected;
  if (!chosen) return null;
  const ids = new Set();
  const add = (measure) => {
    if (!sight.measures.has(measure.at)) return;
    ids.add(`m${measure.at}`);
    measure.bodies.forEach((body) => ids.add(`a${body}`));
  };
  if (chosen.measure !== undefined) {
    ids.add(`m${chosen.measure}`);
    measures[chosen.measure].bodies.forEach((body) => ids.add(`a${body}`));
  } else if (chosen.pair) {
    chosen.pair.forEach((body) => ids.add(`a${body}`));
    together(...chosen.pair).forEach((measure) => ids.add(`m${measure.at}`));
  } else {
    ids.add(`a${chosen.agency}`);
    agencies[chosen.agency].measures.forEach(add);
  }
  return ids;
}

let light = null;
function paint() {
  light = lit();
  const bright = (id) => !light || light.has(id);
  nodes.update(given.nodes.map(({ id }) => {
    const at = Number(id.slice(1));
    if (id[0] === "m") return { id, hidden: !sight.measures.has(at), opacity: bright(id) ? 1 : 0.15 };
    return { id, opacity: !sight.load[at].count ? 0.12 : bright(id) ? 1 : 0.25 };
  }));
  const centre = state.selected && state.selected.agency !== undefined ? `a${state.selected.agency}` : null;
  edges.update(given.edges.map((edge) => {
    const here = shared ? sight.pairs.has(edge.id) : sight.links.has(edge.id);
    let { opacity } = edge.color;
    if (light) {
      const both = light.has(edge.from) && light.has(edge.to);
      const own = !centre || edge.from === centre || edge.to === centre;
      opacity = both && own ? 0.95 : both && !shared ? 0.3 : 0.05;
    }
    const width = shared && here ? 0.6 + 6.4 * (sight.pairs.get(edge.id) / facts.heaviest) : edge.width;
    return { id: edge.id, hidden: !here, width, color: { color: edge.color.color, opacity } };
  }));
}

const headline = (measure) => {
  const chars = [...(measure.title || measure.text)];
  const words = chars.length > 14 ? chars.slice(0, 14).join("") + "…" : chars.join("");
  return [measure.number, words].filter(Boolean).join(" ");
};

// Labels in order of weight; each stands only where no label stands already.
function place(context) {
  const scale = network.getScale();
  const size = FONT * Math.min(1.35, Math.max(1, scale / zoomText)) * zoomText;
  context.font = `${size}px ${FACE}`;
  // What a selection lights comes first, then the heavier bodies.
  const shines = (id) => Boolean(light && light.has(id));
  const order = agencies.filter((agency) => sight.load[agency.at].count || shines(`a${agency.at}`));
  const wanted = order.map((agency) => ({ id: `a${agency.at}`, lines: agency.lines }));
  wanted.sort((a, b) => shines(b.id) - shines(a.id));
  const chosen = state.selected && state.selected.measure;
  if (!shared && sight.measures.has(chosen)) {
    const own = { id: `m${chosen}`, lines: [headline(measures[chosen])] };
    wanted.splice(wanted.filter((label) => shines(label.id)).length, 0, own);
  }
  const view = { right: $("network").clientWidth * zoomText, bottom: $("network").clientHeight * zoomText };
  drawn = [];
  const free = (box) => drawn.every((o) => box.right + APART <= o.left || o.right + APART <= box.left
    || box.bottom <= o.top || o.bottom <= box.top);
  const inside = (box) => box.left >= 0 && box.top >= 0 && box.right <= view.right && box.bottom <= view.bottom;
  const all = agencies.map((agency) => discOf(`a${agency.at}`, scale));
  const bright = all.filter((disc) => shines(disc.id));
  const others = agencies.length > MANY ? bright : all;
  // A lit label may cover a disc that the selection puts out, not one that it lights: rather it is left to the panel.
  const centre = light && (chosen === undefined ? `a${state.selected.agency}` : `m${chosen}`);
  const offDiscs = (box, id) => (shines(id) ? bright : others).every((d) => d.id === id || box.right < d.x - d.radius || box.left > d.x + d.radius
    || box.bottom < d.y - d.radius || box.top > d.y + d.radius);
  for (const label of wanted) {
    const [x, y, first] = spotOf.get(label.id);
    const spot = network.canvasToDOM({ x, y });
    if (spot.x < 0 || spot.y < 0 || spot.x > view.right || spot.y > view.bottom) continue;
    const around = { ...label, size, spot, reach: sizeOf.get(label.id) * scale + GAP * zoomText, view };
    const boxes = [first, 0, 1, 2, 3, 4, 5, 6, 7].map((side) => boxOf(context, around, side)).filter(free);
    const box = boxes.find((b) => inside(b) && offDiscs(b, label.id)) || (label.id === centre && boxes.find(inside));
    if (box) drawn.push(box);
  }
}

const discOf = (id, scale) => ({ id, radius: sizeOf.get(id) * scale, ...network.canvasToDOM({ x: spotOf.get(id)[0], y: spotOf.get(id)[1] }) });

// Where a label lies on one side (below, above, right, left, then the corners) of its disc, within the view.
function boxOf(context, { id, lines, size, spot, reach, view }, side) {
  const width = Math.max(...lines.map((line) => context.measureText(line).width));
  const height = (lines.length * LINE * size) / FONT;
  const [across, down] = SIDES[side];
  const off = across && down ? 0.7 * reach : reach;
  let left = spot.x + across * off + ((across - 1) * width) / 2;
  const top = spot.y + down * off + ((down - 1) * height) / 2;
  if (!across) left = Math.max(2, Math.min(left, view.right - width - 2));
  return { id, lines, size, left, top, right: left + width, bottom: top + height };
}

function letter(context) {
  const scale = network.getScale();
  const corner = network.DOMtoCanvas({ x: 0, y: 0 });
  context.save();
  context.translate(corner.x, corner.y);
  context.scale(1 / scale, 1 / scale);
  place(context);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.strokeStyle = PAPER;
  for (const { id, lines, size, left, top, right } of drawn) {
    context.globalAlpha = !light || light.has(id) ? 1 : 0.45;
    context.lineWidth = size * 0.28;
    context.fillStyle = INK;
    lines.forEach((line, at) => {
      const y = top + ((at + 0.5) * LINE * size) / FONT;
      context.strokeText(line, (left + right) / 2, y);
      context.fillText(line, (left + right) / 2, y);
    });
  }
  count(context, scale);
  context.restore();
}

// How many measures, or what share, written on the discs that have room for it.
function count(context, scale) {
  context.fillStyle = "#fff";
  for (const agency of agencies) {
    const id = `a${agency.at}`;
    const radius = sizeOf.get(id) * scale;
    const text = figure(weigh(agency.at));
    const size = Math.min(radius * 0.72, 22 * zoomText);
    if (size < 10 * zoomText || text === "0") continue;
    const [x, y] = spotOf.get(id);
    const spot = network.canvasToDOM({ x, y });
    context.globalAlpha = !light || light.has(id) ? 1 : 0.45;
    context.font = `600 ${size}px ${FACE}`;
    context.fillText(text, spot.x, spot.y + size * 0.04);
  }
}

network.on("afterDrawing", letter);
