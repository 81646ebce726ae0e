"use strict";
const root = document.documentElement.dataset.content_root || "./";

// The other language keeps page, anchor and query.
for (const link of document.querySelectorAll("a.language")) {
  link.addEventListener("click", () => { link.href = link.getAttribute("href").split(/[?#]/)[0] + location.search + location.hash; });
}

// Filters: an input hides the items that do not hold what is typed. Digits count as equal, so a pasted message matches.
const plain = (text) => text.toLowerCase().replace(/\d+/g, "0").replace(/\s+/g, " ").trim();
for (const input of document.querySelectorAll("[data-filter]")) {
  input.addEventListener("input", () => {
    const wanted = plain(input.value);
    for (const item of document.querySelectorAll(input.dataset.filter)) {
      const whole = item.closest("tr") || item;
      whole.classList.toggle("hidden", !plain(whole.textContent).includes(wanted));
    }
  });
}

// Search: the ranking and its table come in one file, when the box is first used.
let index = null;

const load = () => index || (index = new Promise((resolve, reject) => {
  const script = document.createElement("script");
  script.src = root + "search-data.js";
  script.onload = () => {
    const rank = window.torchrefRanking(window.TORCHREF);
    resolve((question) => rank(question).map(([number, error]) => [...window.TORCHREF.records[number], error]));
  };
  script.onerror = () => { index = null; reject(new Error("search-data.js is missing")); };
  document.head.append(script);
}));

function list(hits) {
  const made = document.createElement("ul");
  made.className = "hits";
  for (const [title, file, summary, error] of hits) {
    const link = document.createElement("a");
    link.href = `${root}${file}.html${error ? `#error-${error}` : ""}`;
    const name = document.createElement("b");
    name.textContent = title;
    const sentence = document.createElement("span");
    sentence.textContent = summary.replace(/``|:func:|`/g, "");
    link.append(name, sentence);
    const item = document.createElement("li");
    item.append(link);
    made.append(item);
  }
  return made;
}

for (const input of document.querySelectorAll("[data-search]")) {
  const form = input.form;
  const whole = input.dataset.search === "page";
  const place = whole ? document.getElementById("search-results") : form;
  const nothing = document.querySelector("[data-nothing]").dataset.nothing;
  let latest = 0;
  const show = async () => {
    const turn = ++latest;
    const query = input.value;
    const hits = query.trim() ? (await load())(query) : [];
    if (turn !== latest) return;
    place.querySelectorAll(".hits, .nothing").forEach((old) => old.remove());
    if (hits.length) place.append(list(hits.slice(0, whole ? 50 : 8)));
    else if (query.trim() && whole) {
      const words = document.createElement("p");
      words.className = "nothing";
      words.textContent = nothing;
      place.append(words);
    }
  };
  input.addEventListener("input", show);
  // A box of one line would run the lines of a pasted traceback together.
  input.addEventListener("paste", (event) => {
    const pasted = event.clipboardData.getData("text");
    if (!/\n/.test(pasted.trim())) return;
    event.preventDefault();
    input.setRangeText(pasted.trim().replace(/\s*\n\s*/g, " ↵ "), input.selectionStart, input.selectionEnd, "end");
    show();
  });
  input.addEventListener("focus", () => { load(); if (input.value) show(); });
  form.addEventListener("keydown", (event) => {
    const links = [...place.querySelectorAll(".hits a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && links.length) links[Math.min(at + 1, links.length - 1)].focus();
    else if (event.key === "ArrowUp" && at >= 0) (at ? links[at - 1] : input).focus();
    else if (event.key === "Escape" && !whole) { place.querySelectorAll(".hits").forEach((old) => old.remove()); input.focus(); }
    else return;
    event.preventDefault();
  });
  if (!whole) document.addEventListener("click", (event) => { if (!form.contains(event.target)) place.querySelectorAll(".hits").forEach((old) => old.remove()); });
  else {
    const asked = new URLSearchParams(location.search).get("q");
    if (asked) { input.value = asked; show(); }
    form.addEventListener("submit", (event) => { event.preventDefault(); history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`); show(); });
  }
}

// "/" jumps to the search box, as on many sites.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || /INPUT|TEXTAREA|SELECT/.test(document.activeElement.tagName)) return;
  const box = [...document.querySelectorAll("[data-search]")].find((input) => input.offsetParent);
  if (box) { event.preventDefault(); box.focus(); }
});

// Code that scrolls sideways can be reached and scrolled from the keyboard.
const reachable = () => document.querySelectorAll("article pre").forEach((code) => {
  if (code.scrollWidth > code.clientWidth) code.tabIndex = 0;
});
addEventListener("resize", reachable);
reachable();

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
