// What a person does: select, search, filter, zoom, save.

function refresh() {
  look();
  paint();
  showFilters();
  showLegend();
  showYears();
  showDoubts();
  showRanking();
  showResults();
  showDetail();
}

function open(panel) {
  $("panel").classList.toggle("open", panel);
  $("toggle").setAttribute("aria-expanded", String(panel));
}

function select(what) {
  state.selected = what;
  paint();
  showDetail();
  if (what) {
    open(true);
    uncover(what);
  }
  $("panel").scrollTop = 0;
  if (what) $("detail").focus({ preventScroll: true });
}

// Where the panel lies over the network, bring what was selected out from under it.
function uncover({ agency, measure }) {
  const id = measure !== undefined && !shared ? `m${measure}` : agency !== undefined ? `a${agency}` : null;
  const cover = $("network").getBoundingClientRect().right - $("panel").getBoundingClientRect().left;
  if (!id || cover <= 0) return;
  const [x, y] = spotOf.get(id);
  if (network.canvasToDOM({ x, y }).x < $("network").clientWidth - cover - 60) return;
  network.moveTo({ position: { x, y }, offset: { x: -cover / 2, y: 0 }, scale: network.getScale() });
}

function reset() {
  Object.assign(state, { agency: null, role: "", domain: "", section: null, doubtful: false, query: "" });
  state.groups.clear();
  state.times.clear();
  $("search").value = "";
  refresh();
}

function meant(id) {
  if (id === undefined) return null;
  return id[0] === "m" ? { measure: Number(id.slice(1)) } : { agency: Number(id.slice(1)) };
}

// The mark under a point: a disc, or a body's label.
function under(point) {
  const disc = network.getNodeAt(point);
  if (disc !== undefined) return disc;
  const label = drawn.find((box) => box.left <= point.x && point.x <= box.right && box.top <= point.y && point.y <= box.bottom);
  return label ? label.id : undefined;
}

network.on("click", ({ pointer }) => {
  const id = under(pointer.DOM);
  const edge = id === undefined && shared ? network.getEdgeAt(pointer.DOM) : undefined;
  if (edge) select({ pair: edge.split("-").map((end) => Number(end.slice(1))) });
  else select(meant(id));
});

$("network").addEventListener("mousemove", (event) => {
  const room = $("network").getBoundingClientRect();
  const what = meant(under({ x: event.clientX - room.left, y: event.clientY - room.top }));
  $("tip").hidden = !what;
  $("network").style.cursor = what ? "pointer" : "default";
  if (!what) return;
  $("tip").textContent = what.measure === undefined ? agencies[what.agency].name
    : [measures[what.measure].number, [...measures[what.measure].text].slice(0, 90).join("")].filter(Boolean).join(" ");
  $("tip").style.left = `${Math.min(event.clientX + 12, innerWidth - $("tip").offsetWidth - 8)}px`;
  $("tip").style.top = `${Math.min(event.clientY + 14, innerHeight - $("tip").offsetHeight - 8)}px`;
});
$("network").addEventListener("mouseleave", () => { $("tip").hidden = true; });

// The network shows that it has the focus to those who work by keyboard; a click says so by itself.
document.addEventListener("keydown", () => document.body.classList.add("keys"), true);
document.addEventListener("pointerdown", () => document.body.classList.remove("keys"), true);

let typing;
$("search").addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    state.query = $("search").value;
    state.selected = null;
    refresh();
  }, 120);
});
$("filters").addEventListener("submit", (event) => {
  event.preventDefault();
  const first = $("results").querySelector("button");
  if (first) first.click();
});
$("reset").addEventListener("click", reset);
$("zoom-in").addEventListener("click", () => zoom(1.25));
$("zoom-out").addEventListener("click", () => zoom(0.8));
$("fit").addEventListener("click", fit);
$("toggle").addEventListener("click", () => open(!$("panel").classList.contains("open")));
document.addEventListener("keydown", (event) => {
  const writing = ["INPUT", "SELECT"].includes(document.activeElement.tagName);
  if (event.key === "Escape" && state.selected) select(null);
  else if (event.key === "Escape" && $("panel").classList.contains("open")) open(false);
  else if (event.key === "/" && !writing) {
    event.preventDefault();
    open(true);
    $("search").focus();
  }
});

// The picture as it stands, twice as sharp, with its title, its finding and its legend.
function picture() {
  const sharp = 2;
  const room = $("network");
  const { clientWidth: width, clientHeight: height } = room;
  const view = { position: network.getViewPosition(), scale: network.getScale() };
  const ratio = devicePixelRatio || 1;
  const zoomed = sharp / ratio;
  zoomText = zoomed;
  network.setSize(`${width * zoomed}px`, `${height * zoomed}px`);
  network.moveTo({ position: view.position, scale: view.scale * zoomed });
  network.redraw();
  const names = legend.names.filter((_, group) => (legend.of === "measures" ? measures : agencies).some((i) => i.group === group));
  const head = 78;
  const foot = 24 * Math.ceil(names.length / 3) + 16;
  const canvas = make("canvas", { width: width * sharp, height: (head + height + foot) * sharp });
  const context = canvas.getContext("2d");
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(room.querySelector("canvas"), 0, head * sharp, width * sharp, height * sharp);
  zoomText = 1;
  network.setSize("100%", "100%");
  network.moveTo(view);
  network.redraw();
  context.scale(sharp, sharp);
  context.fillStyle = INK;
  context.textBaseline = "middle";
  context.font = `600 20px ${FACE}`;
  context.fillText(facts.title, 20, 26, width - 40);
  context.font = `14px ${FACE}`;
  context.fillText(sight.filtered ? $("showing").textContent : facts.finding, 20, 54, width - 40);
  names.forEach((name, at) => {
    const x = 20 + ((at % 3) * (width - 40)) / 3;
    const y = head + height + 18 + 24 * Math.floor(at / 3);
    context.fillStyle = legend.colors[legend.names.indexOf(name)];
    context.fillRect(x, y - 6, 12, 12);
    context.fillStyle = INK;
    context.fillText(name, x + 19, y, (width - 40) / 3 - 24);
  });
  return canvas;
}

$("png").addEventListener("click", () => {
  picture().toBlob((blob) => {
    const address = URL.createObjectURL(blob);
    const name = facts.title.replace(/[\\/:*?"<>|\s]+/g, "_");
    make("a", { href: address, download: `${name}.png` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }, "image/png");
});

look();
settle();
fillFilters();
showKey();
refresh();
// Behind its word of a new size vis-network puts back the old view, stretched: settle after that.
network.on("resize", () => queueMicrotask(() => { if (zoomText === 1) settle(); }));
// For scripts: the labels in sight, where a mark stands (pixels of the network's room), an agency's number.
window.zeren = {
  state,
  network,
  labels: () => drawn.map((box) => ({ ...box })),
  spot: (id) => network.canvasToDOM({ x: spotOf.get(id)[0], y: spotOf.get(id)[1] }),
  find: (name) => agencies.findIndex((agency) => agency.name === name),
};
