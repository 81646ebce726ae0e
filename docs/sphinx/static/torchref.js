"use strict";
const root = document.documentElement.dataset.content_root || "./";

// The other language keeps page, anchor and query.
for (const link of document.querySelectorAll("a.language")) {
  link.addEventListener("click", () => { link.href = link.getAttribute("href").split(/[?#]/)[0] + location.search + location.hash; });
}

// The navigation is in a file of its own, so that no page grows with the topics.
const here = (address) => new URL(root + address, location.href).pathname === location.pathname;
const crumb = document.querySelector("a.crumb");
for (const list of window.torchrefNavigation ? document.querySelectorAll("[data-navigation]") : []) {
  list.replaceChildren(...window.torchrefNavigation[list.dataset.navigation].map(([title, address]) => {
    const item = document.createElement("li"), link = document.createElement("a");
    const above = crumb !== null && new URL(crumb.href).pathname === new URL(root + address, location.href).pathname;
    item.className = `toctree-l1${above || here(address) ? " current" : ""}${here(address) ? " current-page" : ""}`;
    link.className = "reference internal";
    link.href = root + address;
    link.textContent = title;
    item.append(link);
    return item;
  }));
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
  await Promise.all([script("search-data.js"), script("../search/base.js")]);
  const rank = window.torchrefSearch;
  if (!index) {
    const records = window.TORCHREF.records.map(([summary, title, file], at) => [title || `torch.${rank.order[at]}`, file || rank.order[at], summary]);
    index = { ...window.TORCHREF, rank, records };
  }
  if (question) await rank.ready(question, (name) => script(`../search/${name}.js`));
  return index;
}

const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};
const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const bare = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim().replace(/s\b/g, "");

// Pages other than those of operations: [those that the question names, those that its words are found in].
function pagesFor(question, pages) {
  const asked = bare(question);
  const named = [], near = [];
  for (const page of pages) {
    const [own, , english, words, ...answered] = page.map(bare);
    if ([own, english, ...answered].includes(asked)) named.push(page);
    else if (asked.length > (/[a-z]/.test(asked) ? 3 : 1) && [own, `${english} ${words}`].some((text) => asked.split(" ").every((word) => ` ${text}`.includes(/[a-z]/.test(word) ? ` ${word}` : word)))) near.push(page);
  }
  return [named, near.slice(0, 3)];
}

// Every hit of a question, the best first: { title, address, summary, kind }.
function hitsFor(question, { rank, records, pages, said }) {
  const page = ([title, address]) => ({ title, address, summary: "", kind: said.page });
  const [named, near] = pagesFor(question, pages);
  const operations = rank(question).map(([number, error]) => {
    const [title, file, summary] = records[number];
    return { title, address: `${file}.html${error ? `#error-${error}` : ""}`, summary: summary.replace(/``|:func:|`/g, ""), kind: "" };
  });
  const isName = Object.prototype.hasOwnProperty.call(rank.names, question.trim());
  const first = isName ? operations.splice(0, 1) : [];
  return [...first, ...named.map(page), ...operations.splice(0, 3), ...near.map(page), ...operations];
}

// A search box is a combobox: focus stays in it, the best hit is selected, arrows move, Enter opens, Escape closes.
let boxes = 0;
function searchBox(input) {
  const form = input.form, whole = input.dataset.search === "page";
  const id = `results-${++boxes}`;
  const list = element("div", { id, className: "hits", role: "listbox", hidden: true, tabIndex: -1 });
  list.setAttribute("aria-label", input.getAttribute("aria-label"));
  const status = element("p", { className: "status", role: "status" });
  const panel = element("div", { className: whole ? "results" : "results popup", hidden: true }, list, status);
  form.append(panel);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list", "aria-haspopup": "listbox" })) input.setAttribute(name, value);
  let selected = -1, latest = 0, shown = null;
  const options = () => [...list.children];

  const select = (at) => {
    selected = at;
    options().forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    const option = options()[at];
    if (option) { input.setAttribute("aria-activedescendant", option.id); option.scrollIntoView({ block: "nearest" }); } else input.removeAttribute("aria-activedescendant");
  };
  const close = () => { latest++; shown = null; panel.hidden = list.hidden = true; list.replaceChildren(); input.setAttribute("aria-expanded", "false"); select(-1); };

  const optionFor = ({ title, address, summary, kind }, number) => {
    const option = element("a", { id: `${id}-${number}`, role: "option", tabIndex: -1, href: root + address }, element("b", { textContent: title }));
    if (kind) option.append(element("small", { textContent: kind }));
    if (summary) option.append(element("span", { textContent: summary }));
    return option;
  };
  const nothing = (question, { rank, records, said }) => {
    const missing = rank.missing(question);
    status.append(missing ? fill(said.missing, { name: missing }) : fill(said.nothing, { question: question.length > 60 ? `${question.slice(0, 60)}…` : question }));
    const near = rank.nearest(question).map((name) => records[rank.order.indexOf(name)]);
    if (near.length) status.append(` ${said.nearest}`, ...near.flatMap(([title, file], at) => [at ? said.comma : "", element("a", { href: `${root}${file}.html`, textContent: title })]));
  };
  const show = async () => {
    const turn = ++latest, question = input.value.trim();
    if (!question) { close(); return; }
    let data;
    panel.setAttribute("aria-busy", "true");
    try { data = await load(question); } catch {
      if (turn === latest) { panel.removeAttribute("aria-busy"); list.replaceChildren(); list.hidden = true; status.textContent = input.dataset.broken; panel.hidden = false; }
      return;
    }
    if (turn !== latest) return;
    panel.removeAttribute("aria-busy");
    if (shown !== question) {
      const hits = hitsFor(question, data);
      const few = hits.slice(0, whole ? 50 : 8);
      status.textContent = "";
      list.replaceChildren(...few.map(optionFor));
      if (hits.length > few.length && !whole) list.append(optionFor({ title: fill(data.said.all, { count: hits.length }), address: `search.html?q=${encodeURIComponent(input.value)}`, summary: "", kind: "" }, few.length));
      if (hits.length) status.append(element("span", { className: "unseen", textContent: fill(data.said.count, { count: hits.length }) }));
      else nothing(question, data);
      shown = question;
      list.hidden = !hits.length;
      select(hits.length ? 0 : -1);
    }
    panel.hidden = false;
    input.setAttribute("aria-expanded", String(!list.hidden));
  };
  const open = async (beside) => {
    await show();
    const option = options()[Math.max(selected, 0)];
    if (!option) return;
    if (beside) { window.open(option.href); return; }
    if (!whole) close();
    location.href = option.href;
  };

  input.addEventListener("input", () => { if (whole) history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`); show(); });
  // A box of one line would run the lines of a pasted traceback together.
  input.addEventListener("paste", (event) => {
    const pasted = event.clipboardData.getData("text");
    if (!/\n/.test(pasted.trim())) return;
    event.preventDefault();
    input.setRangeText(pasted.trim().replace(/\s*\n\s*/g, " ↵ "), input.selectionStart, input.selectionEnd, "end");
    input.dispatchEvent(new Event("input"));
  });
  input.addEventListener("focus", () => { load().catch(() => {}); if (input.value) show(); });
  input.addEventListener("keydown", (event) => {
    const last = options().length - 1;
    if (event.isComposing) return;
    if (event.key === "ArrowDown" && last >= 0 && !panel.hidden) select(selected === last ? 0 : selected + 1);
    else if (event.key === "ArrowUp" && last >= 0 && !panel.hidden) select(selected <= 0 ? last : selected - 1);
    else if (event.key === "ArrowDown" && input.value) show();
    else if (event.key === "Enter" && input.value.trim()) open(event.ctrlKey || event.metaKey);
    else if (event.key === "Escape" && !panel.hidden && !whole) close();
    else return;
    event.preventDefault();
  });
  if (whole) {
    const asked = new URLSearchParams(location.search).get("q");
    if (asked) { input.value = asked; show(); }
  } else {
    form.addEventListener("focusout", (event) => { if (event.relatedTarget && !form.contains(event.relatedTarget)) close(); });
    document.addEventListener("click", (event) => { if (!form.contains(event.target)) close(); });
  }
  form.addEventListener("submit", (event) => event.preventDefault());
}
document.querySelectorAll("[data-search]").forEach(searchBox);

// "/" and Ctrl-K go to the search box.
document.addEventListener("keydown", (event) => {
  const typing = /INPUT|TEXTAREA|SELECT/.test(document.activeElement.tagName);
  if (!(event.key === "/" && !typing) && !(event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) return;
  const box = document.querySelector("[data-search]") || document.querySelector("#error-filter textarea");
  if (!box) return;
  event.preventDefault();
  box.focus({ preventScroll: true });
  box.select();
  const { top, bottom } = box.getBoundingClientRect();
  if (top < 60 || bottom > innerHeight / 2) scrollTo({ top: scrollY + top - 80, behavior: "instant" });
});

// The page of all errors lists them; those that a pasted text matches come in their place, with cause and fix.
const filter = document.querySelector("#error-filter textarea");
if (filter) {
  const matches = document.getElementById("error-matches"), status = document.getElementById("filter-status");
  const lines = [...document.querySelectorAll(".messages li")].map((line) => [bare(line.textContent.replace(/\d+/g, "0")), [...line.querySelectorAll("a")].map((link) => link.getAttribute("href"))]);
  const sections = new Set([...document.querySelectorAll(".messages")].map((list) => list.parentNode));
  let latest = 0;
  const block = async (number, inFile) => {
    const file = Math.floor(number / inFile);
    await script(`errors/${file}.js`);
    const made = element("div", { className: "wrong", innerHTML: window.torchrefErrors[file][number % inFile] });
    for (const [at, code] of [...made.querySelectorAll("div.highlight pre:not(.only-raises)")].entries()) { // as copybutton.js did for what stood there
      code.id = `error-code-${number}-${at}`;
      code.insertAdjacentHTML("afterend", `<button class="copybtn o-tooltip--left" data-tooltip="${messages[locale].copy}" data-clipboard-target="#${code.id}">${iconCopy}</button>`);
    }
    return made;
  };
  const show = async () => {
    const turn = ++latest, question = filter.value.trim();
    const address = question ? `?q=${encodeURIComponent(filter.value)}` : location.pathname;
    if (address.length < 2000) history.replaceState(null, "", address);
    const words = [];
    let found = [];
    if (question) {
      try {
        const { rank, records, said, errors } = await load(question);
        const plain = bare(question.replace(/\d+/g, "0"));
        const alike = new Set(lines.filter(([text]) => plain.length > 2 && text.includes(plain)).flatMap(([, places]) => places));
        const places = rank.places.map(([of, anchor]) => `${records[of][1]}.html#error-${anchor}`);
        const numbers = new Set([...rank.errors(question), ...[...places.keys()].filter((number) => alike.has(places[number]))]);
        found = await Promise.all([...numbers].map((number) => block(number, errors)));
        words.push(found.length ? fill(said.matches, { count: found.length }) : `${said.no_message} `);
        if (!found.length) words.push(element("a", { href: `${root}search.html?q=${encodeURIComponent(question.slice(0, 1500))}`, textContent: said.everywhere }));
      } catch { words.push(filter.dataset.broken); }
      if (turn !== latest) return;
    }
    status.replaceChildren(...words);
    matches.replaceChildren(...found);
    sections.forEach((section) => section.classList.toggle("hidden", Boolean(question)));
  };
  filter.addEventListener("input", show);
  filter.addEventListener("focus", () => load().catch(() => {}));
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) { filter.value = asked; show(); }
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
