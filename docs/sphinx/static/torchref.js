"use strict";
const root = document.documentElement.dataset.content_root || "./";

// The other language keeps page, anchor and query.
for (const link of document.querySelectorAll("a.language")) {
  link.addEventListener("click", () => { link.href = link.getAttribute("href").split(/[?#]/)[0] + location.search + location.hash; });
}

// The navigation is in a file of its own, so that no page grows with the topics.
const here = (address) => new URL(root + address, location.href).pathname === location.pathname;
const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};
const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
function fillNavigation(place, { groups, gallery, said }) {
  const link = (title, address, current = here(address)) => {
    const made = element("a", { href: root + address, textContent: title });
    if (current) made.setAttribute("aria-current", here(address) ? "page" : "true");
    return element("li", {}, made);
  };
  const list = (title, items, className = "") => [element("p", { className: "caption", textContent: title }), element("ul", { className }, ...items)];
  const page = (name) => `topics/${name}.html`;
  const topics = (found) => found.map(([title, name, operations]) => {
    const made = link(title, page(name));
    made.firstChild.append(element("small", { textContent: ` ${operations.length}` }));
    return made;
  });
  const count = groups.flatMap(([, found]) => found).length;
  const all = [link(fill(said.all_topics, { count }), "index.html#topics", false), link(said.names, "operations.html")];
  if (place.dataset.navigation === "topic") {
    const [, beside] = groups.find(([, found]) => found.some(([, name]) => page(name) === `${place.dataset.topic}.html`));
    const [title, name, operations] = beside.find(([, name]) => page(name) === `${place.dataset.topic}.html`);
    const own = operations.map((one) => (Array.isArray(one) ? link(one[0], `${one[1]}.html`) : link(one, `${one}.html`)));
    const heading = element("a", { href: root + page(name), textContent: title });
    if (here(page(name))) heading.setAttribute("aria-current", "page");
    const caption = element("p", { className: "caption" }, heading, element("small", { textContent: ` ${operations.length}` }));
    place.replaceChildren(caption, element("ul", { className: "names" }, ...own), ...list(said.topics, [...topics(beside.filter((one) => one[1] !== name)), ...all]));
  } else if (place.dataset.navigation === "gallery") place.replaceChildren(...list(said.gallery, gallery.map(([title, address]) => link(title, address))));
  else place.replaceChildren(...groups.flatMap(([title, found]) => list(title, topics(found))));
  const current = place.querySelector("[aria-current]");
  const side = place.closest(".side");
  const below = current ? current.getBoundingClientRect().top - side.getBoundingClientRect().top : 0;
  if (below > side.clientHeight - 80) side.scrollTop = below - side.clientHeight / 2;
}
for (const place of window.torchrefNavigation ? document.querySelectorAll("[data-navigation]") : []) fillNavigation(place, window.torchrefNavigation);

// The navigation and the contents of the page are drawers where the window has no room for them.
for (const button of document.querySelectorAll("button.menu, button.toc-button")) {
  const drawer = document.getElementById(button.getAttribute("aria-controls"));
  const isOpen = () => drawer.classList.contains("open");
  const toggle = (open) => {
    drawer.classList.toggle("open", open);
    document.documentElement.classList.toggle("drawn", open);
    button.setAttribute("aria-expanded", String(open));
  };
  button.addEventListener("click", () => {
    toggle(!isOpen());
    if (isOpen()) (drawer.querySelector("[aria-current]") || drawer.querySelector("a")).focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && isOpen()) { toggle(false); button.focus(); } });
  document.addEventListener("click", (event) => { if (isOpen() && !button.contains(event.target) && (!drawer.contains(event.target) || event.target.closest("a"))) toggle(false); });
  drawer.addEventListener("focusout", (event) => { if (isOpen() && event.relatedTarget && event.relatedTarget !== button && !drawer.contains(event.relatedTarget)) toggle(false); });
}

// What the search reads comes as scripts, which a page from a file may load too: the ranking, and what all questions need,
// when a box is first used; then the files with a question's own words.
const scripts = new Map();
function script(address) {
  if (!scripts.has(address)) scripts.set(address, new Promise((resolve, reject) => {
    const made = document.createElement("script");
    made.src = root + address;
    made.onload = resolve;
    made.onerror = () => { scripts.delete(address); made.remove(); reject(new Error(`${address} is missing`)); };
    document.head.append(made);
  }));
  return scripts.get(address);
}
let index = null;
async function load(question = "") {
  await Promise.all([script("search-data.js"), script("../search/base.js"), script("../search/parameters.js")]);
  const rank = window.torchrefSearch;
  if (!index) {
    const { records, marks } = window.TORCHREF;
    const known = records.map(([summary, kind, title, file], at) => [title || `torch.${rank.order[at]}`, file || rank.order[at], summary, marks[kind]]);
    const parameters = window.torchrefParameters.map((line) => line.split(" ").filter(Boolean));
    const slots = window.torchrefSlots(...window.TORCHREF.slots, rank.varies);
    index = { ...window.TORCHREF, rank, parameters, slots, signatures: window.torchrefSignatures, records: known };
  }
  if (question) await rank.ready(question, (name) => script(`../search/${name}.js`));
  return index;
}

// A table filter hides the rows that do not hold what is typed, and the groups that have no row left.
for (const input of document.querySelectorAll("[data-filter]")) {
  const table = document.querySelector(input.dataset.filter), status = document.getElementById("filter-status");
  input.addEventListener("input", () => {
    const wanted = input.value.toLowerCase().trim();
    let left = 0;
    for (const group of table.tBodies) {
      const rows = [...group.rows].filter((row) => row.querySelector("td"));
      rows.forEach((row) => row.classList.toggle("hidden", !row.textContent.toLowerCase().includes(wanted)));
      const some = rows.filter((row) => !row.classList.contains("hidden")).length;
      group.classList.toggle("hidden", !some);
      left += some;
    }
    status.textContent = left ? "" : status.dataset.nothing;
  });
}

// The table of NumPy in the order of the topics, or as one group in the order of a name; the address keeps it.
const order = document.querySelector(".order");
if (order) {
  const table = document.getElementById("numpy-table"), groups = [...table.tBodies];
  const rows = [...table.querySelectorAll("[data-numpy]")], home = rows.map((row) => row.parentNode);
  const sorted = document.createElement("tbody");
  const torch = (row) => row.querySelector("a").getAttribute("href").toLowerCase();
  const show = (by) => {
    for (const button of order.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.by === by));
    const key = (row) => (by === "torch" ? torch(row) : row.dataset.numpy) || "\uffff";
    if (by) sorted.append(...[...rows].sort((one, other) => (key(one) < key(other) ? -1 : Number(key(one) > key(other)))));
    else rows.forEach((row, at) => home[at].append(row));
    for (const group of groups) group.remove();
    sorted.remove();
    table.append(...(by ? [sorted] : groups));
    document.querySelector("[data-filter]").dispatchEvent(new Event("input"));
  };
  order.addEventListener("click", ({ target }) => {
    if (!target.matches("button")) return;
    show(target.dataset.by);
    history.replaceState(null, "", target.dataset.by ? `?by=${target.dataset.by}` : location.pathname);
  });
  const asked = new URLSearchParams(location.search).get("by");
  if (asked === "torch" || asked === "numpy") show(asked);
}

// The names of all operations, cut down to those of a kind; the address keeps it.
const kinds = document.querySelector(".kinds:not(.order)");
if (kinds) {
  const lines = [...document.querySelectorAll("[data-kinds]")], letters = [...document.querySelectorAll(".letters a")];
  const show = (wanted, by = null) => {
    for (const button of kinds.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.kind === wanted));
    for (const line of lines) line.hidden = Boolean(wanted) && !line.dataset.kinds.split(" ").includes(wanted);
    for (const letter of letters) letter.hidden = document.querySelector(letter.getAttribute("href")).parentNode.hidden = !document.querySelectorAll(`${letter.getAttribute("href")} + .names > li:not([hidden])`).length;
    const status = kinds.querySelector(".status");
    status.textContent = wanted ? fill(status.dataset.said, { count: lines.filter((line) => !line.hidden).length }) : "";
    if (by) history.replaceState(null, "", wanted ? `?kind=${wanted}` : location.pathname);
  };
  kinds.addEventListener("click", ({ target }) => { if (target.matches("button")) show(target.dataset.kind, target); });
  const asked = new URLSearchParams(location.search).get("kind");
  if (asked && kinds.querySelector(`[data-kind="${CSS.escape(asked)}"]`)) show(asked);
}

// What a copy button tells in a tip is told to a screen reader too.
const told = element("p", { className: "unseen", role: "status" });
document.body.append(told);
document.addEventListener("click", (event) => {
  const button = event.target.closest(".copybtn");
  if (button) { told.textContent = ""; setTimeout(() => { told.textContent = button.dataset.tooltip; }, 100); }
}, true);

// On paper a page is light, and its foot says where it is.
let theme = "";
addEventListener("beforeprint", () => {
  theme = document.body.dataset.theme;
  document.body.dataset.theme = "light";
  const foot = document.querySelector(".address");
  if (foot && location.protocol.startsWith("http")) foot.textContent = location.href.split(/[?#]/)[0];
});
addEventListener("afterprint", () => { document.body.dataset.theme = theme; });

// The home page shows one operation at work; two buttons turn to the others.
for (const [at, button] of document.querySelectorAll(".turn button").entries()) {
  button.addEventListener("click", () => {
    const shown = [...document.querySelectorAll(".living section")], now = shown.findIndex((one) => !one.hidden);
    shown[now].hidden = true;
    shown[(now + (at ? 1 : -1) + shown.length) % shown.length].hidden = false;
  });
}

// A film is a sheet of frames (without this script the whole sheet is seen): one at a time, with a button and a slider.
for (const sheet of document.querySelectorAll("img.film")) {
  const [columns, frames, pause] = sheet.className.match(/film-(\d+)-(\d+)-(\d+)/).slice(1).map(Number);
  const rows = Math.ceil(frames / columns);
  const chinese = document.documentElement.lang.startsWith("zh");
  const screen = document.createElement("div");
  const controls = document.createElement("div");
  const button = document.createElement("button");
  const slider = document.createElement("input");
  let timer = 0;
  const seek = (frame) => {
    slider.value = frame;
    sheet.style.transform = `translate(${-100 * (frame % columns) / columns}%, ${-100 * Math.floor(frame / columns) / rows}%)`;
  };
  const stop = () => { clearInterval(timer); timer = 0; button.textContent = "▶"; button.ariaLabel = chinese ? "播放" : "Play"; };
  const play = () => {
    if (slider.value === slider.max) seek(0);
    button.textContent = "❚❚"; button.ariaLabel = chinese ? "暂停" : "Pause";
    timer = setInterval(() => { seek(Number(slider.value) + 1); if (slider.value === slider.max) stop(); }, pause);
  };
  const start = () => {
    const width = sheet.naturalWidth / columns;
    screen.className = "film-screen";
    screen.style.aspectRatio = `${width} / ${sheet.naturalHeight / rows}`;
    controls.className = "film-controls";
    screen.style.maxWidth = controls.style.maxWidth = `${width}px`;
    sheet.style.width = `${100 * columns}%`;
    button.type = "button";
    Object.assign(slider, { type: "range", min: 0, max: frames - 1, ariaLabel: chinese ? "帧" : "Frame" });
    sheet.before(screen);
    screen.append(sheet);
    controls.append(button, slider);
    screen.after(controls);
    button.addEventListener("click", () => (timer ? stop() : play()));
    slider.addEventListener("input", () => { stop(); seek(Number(slider.value)); });
    stop();
    seek(0);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const watcher = new IntersectionObserver(([seen]) => { if (seen.isIntersecting) { watcher.disconnect(); play(); } }, { threshold: 0.6 });
    watcher.observe(screen);
  };
  if (sheet.complete) start(); else sheet.addEventListener("load", start);
}
