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

// Search: names first, then messages, phrases, summaries and text; Chinese by single characters and pairs.
const words = (text) => {
  const found = text.toLowerCase().match(/[a-z_][a-z0-9_]*|[一-鿿]+/g) || [];
  return found.flatMap((word) => /[一-鿿]/.test(word)
    ? [...word].flatMap((one, at) => (at + 1 < word.length ? [one, word.slice(at, at + 2)] : [one]))
    : [word, ...(word.length > 3 && word.endsWith("s") ? [word.slice(0, -1)] : [])]);
};
const FIELDS = [["asked", 6], ["summary", 4], ["errors", 2], ["text", 1]];
let index = null;

const load = () => index || (index = new Promise((resolve, reject) => {
  const script = document.createElement("script");
  script.src = root + "search-data.js";
  script.onload = () => resolve(prepare(window.TORCHREF));
  script.onerror = () => { index = null; reject(new Error("search-data.js is missing")); };
  document.head.append(script);
}));

function prepare(records) {
  const frequency = new Map();
  const prepared = records.map((record) => {
    const weights = new Map();
    for (const [field, weight] of FIELDS) {
      for (const word of new Set(words([record[field]].flat().join(" ")))) weights.set(word, Math.max(weights.get(word) || 0, weight));
    }
    for (const word of weights.keys()) frequency.set(word, (frequency.get(word) || 0) + 1);
    return { record, weights, names: record.names.map((name) => name.toLowerCase()), errors: record.errors.map(plain) };
  });
  return { prepared, rarity: (word) => Math.log(1 + records.length / (frequency.get(word) || records.length)) };
}

function nameScore(names, title, asked) {
  let best = 0;
  for (const name of names) {
    const tail = name.split(".").pop();
    if (/^\W+$/.test(asked.full) && name.replace(/[\w\s]/g, "") === asked.full.replace(/\s/g, "")) best = 950;
    if (name === asked.full || tail === asked.tail) best = Math.max(best, tail === title ? 1000 : 900);
    else if (asked.tail.length > 1 && tail.startsWith(asked.tail)) best = Math.max(best, 300 - tail.length);
    else if (asked.tail.length > 3 && Math.abs(tail.length - asked.tail.length) < 3 && distance(tail, asked.tail) === 1) best = Math.max(best, 200);
  }
  return best;
}

function distance(a, b) {
  let row = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
    row = next;
  }
  return row[b.length];
}

function rank({ prepared, rarity }, query) {
  const typed = query.trim().toLowerCase();
  const name = typed.replace(/\(.*$/s, "");
  const asked = { full: typed.replace(/^(torch|np|numpy)\./, ""), tail: name.split(".").pop().trim() };
  const terms = [...new Set(words(query))];
  const message = plain(query).replace(/^\w*error: /, "");
  return prepared.map(({ record, weights, names, errors }) => {
    let score = nameScore(names, record.file.split("-")[0].toLowerCase(), asked);
    for (const term of terms) {
      score += (weights.get(term) || 0) * rarity(term);
      if (names.includes(term) && term.length > 2) score += 30;
    }
    if (message.length > 12 && errors.some((error) => error.includes(message) || message.includes(error.replace(/^\w*error: /, "")))) score += 800;
    return { record, score };
  }).filter((hit) => hit.score > 1).sort((a, b) => b.score - a.score || a.record.title.localeCompare(b.record.title));
}

function list(hits) {
  const made = document.createElement("ul");
  made.className = "hits";
  for (const { record } of hits) {
    const link = document.createElement("a");
    link.href = `${root}${record.file}.html`;
    const title = document.createElement("b");
    title.textContent = record.title;
    const summary = document.createElement("span");
    summary.textContent = record.summary.replace(/``|:func:|`/g, "");
    link.append(title, summary);
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
    const hits = query.trim() ? rank(await load(), query) : [];
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
