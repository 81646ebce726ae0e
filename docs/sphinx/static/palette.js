"use strict";
// The palette: one box that finds names, errors, operations, parameters, pages and the gallery, opened by Ctrl-K, "/" and
// the boxes that say so. The page of all results has the same box in its place.

const SHOWN = 8, ON_PAGE = 50;
const bare = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim().replace(/s\b/g, "");
const MOST = { error: 3, parameter: 3, page: 3, gallery: 2, numpy: 3 };

// Pages other than those of operations: [those that the question names, those that its words are found in].
function pagesFor(question, pages) {
  const asked = bare(question);
  const named = [], near = [];
  for (const page of pages) {
    const [own, , english, words, ...answered] = page.map(bare);
    if ([own, english, ...answered].includes(asked)) named.push(page);
    else if (asked.length > (/[a-z]/.test(asked) ? 3 : 1) && [own, `${english} ${words}`].some((text) => asked.split(" ").every((word) => ` ${text}`.includes(/[a-z]/.test(word) ? ` ${word}` : word)))) near.push(page);
  }
  return [named, near];
}

// Parameters that a question names, with or without their operations: "largest", "topk largest", "topk(largest".
function parametersFor(question, { rank, records, parameters, common, said }) {
  const words = question.trim().split(/[\s.,()=]+/).filter((word) => word && word !== "torch");
  if (!words.length || words.length > 3 || !words.every((word) => /^\w+$/.test(word))) return [];
  const found = common.filter(([name]) => words.length === 1 && name === words[0])
    .map(([name, address, summary]) => ({ title: name, address, summary: plain(summary), kind: "parameter" }));
  parameters.forEach((of, number) => {
    const [title, file] = records[number];
    const called = new Set(title.split("."));
    const own = words.filter((word) => called.has(word) || word === rank.order[number]);
    for (const written of of) {
      const name = written.split("=")[0].replaceAll("*", "");
      const rest = words.filter((word) => !own.includes(word));
      const is = rest.length === 1 && (rest[0] === name || (own.length && rest[0].length > 1 && name.startsWith(rest[0])));
      if (is) found.push({ title: `${title.replace(/^torch\./, "")} · ${written}`, address: `${file}.html#${said.anchor}${name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "")}`, summary: "", kind: "parameter" });
    }
  });
  return found;
}

// An error: its message, in the reader's own words where they hold it, what its numbers say, its cause and its address.
async function errorHit(number, question, { errors, slots, said }, fallback = {}) {
  const file = Math.floor(number / errors);
  try { await script(`errors/${file}.js`); } catch { return fallback; }
  const block = element("div", { className: "wrong", innerHTML: window.torchrefErrors[file][number % errors] });
  const label = block.querySelector(".wrong-label a"), cause = block.querySelector("p:not(.wrong-label, .message, .reported)");
  const shown = block.querySelector(".message").textContent;
  return { ...fallback, signature: "", block, shown, mark: block.querySelector(".reported a") ? ["none", said.reported] : null, title: slots.line(question, shown) || shown, numbers: slots.say(question, shown),
    note: label.textContent, address: label.getAttribute("href"), summary: cause ? cause.textContent : "", kind: "error" };
}

// The errors that a pasted text holds, or whose messages hold its words, the best first.
async function errorsFor(question, data) {
  const { rank, records } = data;
  const plain = bare(question.replace(/\d+/g, "0"));
  const places = rank.places.map(([of, anchor]) => `${records[of][1]}.html#error-${anchor}`);
  const alike = new Set([...document.querySelectorAll(".messages li")].filter((line) => plain.length > 2 && bare(line.textContent.replace(/\d+/g, "0")).includes(plain))
    .flatMap((line) => [...line.querySelectorAll("a")].map((link) => link.getAttribute("href"))));
  const held = rank.errors(question), others = [...places.keys()].filter((number) => !held.includes(number) && alike.has(places[number]));
  const [best, near] = await Promise.all([held, others].map((numbers) => Promise.all(numbers.map((number) => errorHit(number, question, data)))));
  const hits = [...best, ...near.filter(({ shown }) => shown && bare(shown.replace(/\d+/g, "0")).includes(plain))];
  return hits.length ? [hits] : [];
}

// The hits of a question by what they are, the best first: { title, note, address, summary, mark, kind }.
async function hitsFor(question, data) {
  const { rank, records, pages, signatures } = data;
  const asked = question.trim(), lower = asked.toLowerCase();
  const operation = (number, error = 0) => {
    const [title, file, summary, mark] = records[number];
    return { title, address: `${file}.html${error ? `#error-${error}` : ""}`, summary: plain(summary), signature: signatures[number] && title + signatures[number], mark, kind: "operation" };
  };
  const [named, near] = pagesFor(question, pages);
  const page = ([title, address]) => ({ title, address, summary: "", kind: address.startsWith("gallery/") && address !== "gallery/index.html" ? "gallery" : "page" });
  const answers = rank(question), messages = rank.errors(question);
  const name = [], errors = [], operations = [];
  const isName = Object.prototype.hasOwnProperty.call(rank.names, asked);
  for (const [place, [number, error]] of answers.entries()) {
    const hit = operation(number, error);
    const message = error && errors.length < MOST.error ? messages.find((one) => rank.places[one][0] === number && rank.places[one][1] === error) : undefined;
    if (place === 0 && isName) name.push({ ...hit, kind: "name" });
    else if (message !== undefined) errors.push(errorHit(message, asked, data, hit));
    else operations.push(hit);
  }
  const holds = ({ title, summary }, start) => `${title} ${summary}`.toLowerCase().split(/[^\p{L}\p{N}_]+/u).some((word) => word.startsWith(start));
  if (!isName && /^[\w.]{2,}$/.test(asked)) { // a name that is not typed to its end: first where the best answer has no such word
    const start = lower.split(".").at(-1);
    const begun = start ? [...new Set(Object.keys(rank.names).filter((spelling) => spelling.startsWith(start)).map((spelling) => rank.names[spelling]))] : [];
    const hits = begun.map((of) => operation(rank.order.indexOf(of)));
    const best = operations.slice(0, 1).some((hit) => holds(hit, start)) ? [] : hits.slice(0, 3);
    const listed = new Set();
    operations.unshift(...best);
    operations.push(...hits);
    operations.splice(0, operations.length, ...operations.filter(({ title }) => !listed.has(title) && listed.add(title)));
  }
  const numpy = [];
  if (/^(np|numpy)\.\w/.test(lower)) {
    const start = lower.replace(/^numpy\./, "np.");
    for (const [spelling, of] of Object.entries(rank.names)) {
      if (!spelling.startsWith(start) || spelling === asked) continue;
      const { title, address, summary } = operation(rank.order.indexOf(of));
      numpy.push({ title: `${spelling} → ${title}`, address, summary, kind: "numpy" });
    }
  }
  const others = near.map(page);
  const parameters = parametersFor(question, data); // first, where no name or summary has the word
  const [before, after] = /\s/.test(asked) || !isName && !operations.slice(0, 1).some((hit) => holds(hit, lower)) ? [parameters, []] : [[], parameters];
  return [name, named.map(page), await Promise.all(errors), before, operations, after, others.filter(({ kind }) => kind === "page"),
    others.filter(({ kind }) => kind === "gallery"), numpy].filter((group) => group.length);
}

// As many of each group as there is room for: the operations get what the others leave, at least three.
function shortened(groups) {
  const few = groups.map((group) => group.slice(0, MOST[group[0].kind] || group.length));
  const others = few.filter(([{ kind }]) => kind !== "operation").flat().length;
  let room = SHOWN;
  return few.map((group) => {
    const kept = group.slice(0, Math.min(room, group[0].kind === "operation" ? Math.max(3, SHOWN - others) : group.length));
    room -= kept.length;
    return kept;
  }).filter((group) => group.length);
}

const plain = (text) => text.replace(/``|:func:|`/g, "");
const RECENT = `torchref-recent-${document.documentElement.lang}`;
function recent() {
  try { return JSON.parse(localStorage.getItem(RECENT)) || []; } catch { return []; }
}
function remember({ title, address, kind }) {
  const kept = [{ title, address, kind, summary: "" }, ...recent().filter((one) => one.address !== address)].slice(0, 5);
  try { localStorage.setItem(RECENT, JSON.stringify(kept)); } catch { /* nothing is kept then */ }
}

// The numbers of the reader's own message that differ from the example's, marked; of an example, the words of the question.
function marked({ title: message, shown }, question, { slots }) {
  if (message !== shown) return slots.pieces(message, shown).map(([piece, differs]) => (differs ? element("mark", { className: "own", textContent: piece }) : piece));
  const words = new Set(question.toLowerCase().match(/\w{3,}/g));
  return message.split(/(\w+)/).map((part) => (words.has(part.toLowerCase()) ? element("mark", { textContent: part }) : part));
}

// What copybutton.js does to the code of a page, for code that comes later: each piece but what raises gets a button.
function withCopyButtons(block) {
  for (const [at, code] of block.querySelectorAll("div.highlight pre:not(.only-raises)").entries()) {
    if (code.id) continue;
    code.id = `error-code-${at}`;
    code.insertAdjacentHTML("afterend", `<button class="copybtn o-tooltip--left" data-tooltip="${messages[locale].copy}" data-clipboard-target="#${code.id}">${iconCopy}</button>`);
  }
  return block;
}

// A field of several lines that may be a combobox, which a textarea may not be.
function field(made) {
  try { made.contentEditable = "plaintext-only"; } catch { made.contentEditable = "true"; }
  Object.defineProperty(made, "value", { get: () => made.innerText.replaceAll("\u00a0", " "), set: (text) => { made.textContent = text; getSelection().selectAllChildren(made); getSelection().collapseToEnd(); } });
  made.spellcheck = false;
  for (const [name, value] of Object.entries({ autocapitalize: "off", autocorrect: "off", enterkeyhint: "go" })) made.setAttribute(name, value);
  made.addEventListener("input", () => { if (!made.value.trim()) made.textContent = ""; });
  made.select = () => getSelection().selectAllChildren(made);
  return made;
}

// A box over the list of its hits: a combobox that keeps the focus. Returns what shows the hits of what stands in it.
// `whole`: on a page of its own, which keeps the question in its address. `preview`: what shows the selected error with its fix.
function finder(input, panel, { whole = false, leave = () => {}, broken, find = hitsFor, preview = null }) {
  const id = `results-${input.dataset.search}`;
  const list = element("div", { id, className: "hits", role: "listbox", hidden: true, tabIndex: -1 });
  list.setAttribute("aria-label", input.getAttribute("aria-label"));
  const status = element("p", { className: "status", role: "status" });
  const hints = element("div", { className: "hints" });
  panel.append(list, status, hints);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list", "aria-haspopup": "listbox" })) input.setAttribute(name, value);
  let selected = -1, latest = 0, shown = null, keys = false;
  const options = () => [...list.querySelectorAll("a")];

  const select = (at) => {
    selected = at;
    options().forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    const option = options()[at];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      if (at === 0) panel.scrollTop = 0; else option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
    if (preview) preview.replaceChildren(...(option ? [withCopyButtons(option.block)] : []));
  };
  const optionFor = (hit, question, data) => {
    const { title, address, summary, note, mark, kind, signature, numbers, block } = hit;
    const option = element("a", { role: "option", tabIndex: -1, href: root + address, block }, element("b", {}, ...(kind === "error" ? marked(hit, question, data) : [title])));
    option.dataset.kind = kind;
    if (mark) option.append(element("small", { className: `mark mark-${mark[0]}`, textContent: mark[1] }));
    if (note) option.append(element("small", { textContent: note }));
    if (numbers) option.append(element("span", { className: "numbers", textContent: numbers }));
    if (summary) option.append(element("span", { textContent: summary }));
    if (signature) option.append(element("span", { className: "signature", textContent: signature }));
    option.addEventListener("click", () => { if (title && kind !== "all") remember(hit); leave(); });
    return option;
  };
  const put = (groups, data, question, more) => {
    const { said } = data;
    list.replaceChildren(...groups.map((group) => {
      const title = said.groups[group[0].group || group[0].kind];
      const made = element("div", { role: "group" }, element("p", { className: "group", ariaHidden: "true", textContent: title }), ...group.map((hit) => optionFor(hit, question, data)));
      made.setAttribute("aria-label", title);
      return made;
    }));
    if (more) list.append(optionFor(more, question, data));
    options().forEach((option, number) => { option.id = `${id}-${number}`; });
    list.hidden = !groups.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
  };
  const nothing = (question, { rank, records, said }) => {
    const missing = rank.missing(question);
    status.append(missing ? fill(said.missing, { name: missing }) : fill(said.nothing, { question: question.length > 60 ? `${question.slice(0, 60)}…` : question }));
    const near = rank.nearest(question).map((name) => records[rank.order.indexOf(name)]);
    if (near.length) status.append(` ${said.nearest}`, ...near.flatMap(([title, file], at) => [at ? said.comma : "", element("a", { href: `${root}${file}.html`, textContent: title })]));
    const links = [[said.names, "operations.html"]];
    if (find !== hitsFor) links.unshift([said.everywhere, `search.html?q=${encodeURIComponent(question.slice(0, 1500))}`]);
    const elsewhere = `https://docs.pytorch.org/docs/stable/search.html?q=${encodeURIComponent(question.slice(0, 200))}`;
    status.append(element("p", {}, ...links.flatMap(([words, address]) => [element("a", { href: root + address, textContent: words }), " · "]), element("a", { href: elsewhere, textContent: said.elsewhere })));
  };
  const empty = (data) => {
    const { said } = data;
    const kept = recent();
    put(kept.length && !keys ? [kept.map((hit) => ({ ...hit, group: "recent" }))] : [], data, "");
    const rows = (found) => element("dl", {}, ...found.flatMap(([key, words]) => [element("dt", {}, ...key.split(" ").flatMap((one) => [element("kbd", { textContent: one }), " "])), element("dd", { textContent: words })]));
    hints.replaceChildren(...(keys ? [rows(said.keys)] : [element("ul", {}, ...said.hints.map((words) => element("li", { textContent: words })))]));
    select(-1);
  };
  const show = async () => {
    const turn = ++latest, question = input.value.trim();
    if (question) keys = false;
    let data, groups = [];
    panel.setAttribute("aria-busy", "true");
    try {
      data = await load(question);
      if (question && shown !== question) groups = await find(question, data);
    } catch {
      if (turn === latest) { panel.removeAttribute("aria-busy"); list.replaceChildren(); hints.replaceChildren(); list.hidden = true; status.textContent = broken; }
      return;
    }
    if (turn !== latest) return;
    panel.removeAttribute("aria-busy");
    if (!question) { shown = null; status.textContent = ""; if (whole) { put([], data, ""); select(-1); } else empty(data); return; }
    if (shown === question) return;
    shown = question;
    hints.replaceChildren();
    status.textContent = "";
    const count = groups.flat().length;
    const few = whole ? groups.map((group) => group.slice(0, ON_PAGE)) : shortened(groups);
    const all = { title: fill(data.said.all, { count }), address: `search.html?q=${encodeURIComponent(input.value.slice(0, 1500))}`, kind: "all" };
    put(few, data, question, count > few.flat().length && !whole ? all : null);
    if (count) status.append(element("span", { className: "unseen", textContent: fill(data.said.count, { count }) }));
    else nothing(question, data);
    select(count ? 0 : -1);
  };
  const open = async (beside) => {
    await show();
    const option = options()[Math.max(selected, 0)];
    if (!option || (!input.value.trim() && selected < 0)) return;
    if (beside) window.open(option.href); else option.click();
  };

  input.addEventListener("input", () => {
    if (whole) history.replaceState(null, "", input.value.trim() && input.value.length < 1500 ? `?q=${encodeURIComponent(input.value)}` : location.pathname);
    show();
  });
  input.addEventListener("keydown", (event) => {
    const last = options().length - 1;
    const groups = [...list.children], here = options()[selected];
    if (event.isComposing) return;
    if (event.key === "ArrowDown" && last >= 0) select(selected === last ? 0 : selected + 1);
    else if (event.key === "ArrowUp" && last >= 0) select(selected <= 0 ? last : selected - 1);
    else if (event.key === "Home" && last >= 0 && !event.shiftKey) select(0);
    else if (event.key === "End" && last >= 0 && !event.shiftKey) select(last);
    else if (event.key === "Tab" && here && groups.length > 1) {
      const at = groups.findIndex((group) => group.contains(here)), to = at + (event.shiftKey ? -1 : 1);
      if (whole && !groups[to]) return;
      const group = groups[(to + groups.length) % groups.length];
      select(options().indexOf(group.matches("a") ? group : group.querySelector("a")));
    } else if (event.key === "Enter" && !event.shiftKey) open(event.ctrlKey || event.metaKey);
    else if (event.key === "?" && !input.value.trim() && !whole) { keys = !keys; show(); }
    else if (event.key === "Escape" && whole && input.value.trim()) { input.value = ""; input.dispatchEvent(new Event("input")); }
    else return;
    event.preventDefault();
  });
  return { show, help: () => { keys = true; show(); }, reset: () => { keys = false; shown = null; latest++; } };
}

// The dialog is made when it is first asked for.
let palette = null;
function openPalette(text = null, help = false) {
  const { said } = window.torchrefNavigation;
  if (!palette) {
    const input = field(element("div", { ariaLabel: said.search }));
    input.dataset.placeholder = said.placeholder;
    input.dataset.search = "palette";
    const close = element("button", { type: "button", className: "close", ariaLabel: said.close }, element("kbd", { textContent: "Esc" }));
    const panel = element("div", { className: "results" });
    const dialog = element("dialog", { className: "palette", ariaLabel: said.search }, element("div", { className: "palette-top" }, input, close), panel);
    document.body.append(dialog);
    palette = { dialog, input, ...finder(input, panel, { leave: () => dialog.close(), broken: said.broken }) };
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("close", () => palette.reset());
  }
  if (!palette.dialog.open) palette.dialog.showModal();
  if (text !== null) palette.input.value = text;
  palette.input.focus();
  if (text === null) palette.input.select();
  if (help && !palette.input.value.trim()) palette.help(); else palette.show();
}

const box = document.querySelector("[data-search=page]");
if (box) {
  field(box);
  const panel = element("div", { className: "results" });
  box.parentNode.append(panel);
  const { show } = finder(box, panel, { whole: true, broken: box.dataset.broken });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) box.value = asked;
  show();
}
// The page of errors lists their messages; those that a pasted text holds come in their place, with cause and fix.
const pasted = document.querySelector("[data-search=errors]");
if (pasted) {
  field(pasted);
  const panel = element("div", { className: "results" }), preview = element("div", { className: "preview" });
  const sections = [...pasted.closest("section").querySelectorAll("section")];
  const hide = () => sections.forEach((section) => { section.hidden = Boolean(pasted.value.trim()); });
  pasted.parentNode.append(panel, preview);
  const { show } = finder(pasted, panel, { whole: true, broken: pasted.dataset.broken, find: errorsFor, preview });
  pasted.addEventListener("input", hide);
  pasted.addEventListener("focus", () => load().catch(() => {}));
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) { pasted.value = asked; hide(); show(); }
}
const ask = (text = null, help = false) => {
  if (box) { if (text !== null) { box.value = text; box.dispatchEvent(new Event("input")); } box.focus(); box.select(); } else openPalette(text, help);
};
if (window.torchrefNavigation) {
  for (const link of document.querySelectorAll("a.ask")) {
    link.setAttribute("role", "button");
    if (!box) link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => { if (event.ctrlKey || event.metaKey || event.shiftKey) return; event.preventDefault(); ask(); });
    link.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); ask(); } });
    if (/mac/i.test(navigator.platform)) link.querySelectorAll("kbd").forEach((key) => { key.textContent = "⌘ K"; });
  }
  for (const chip of document.querySelectorAll("[data-ask]")) chip.addEventListener("click", () => ask(chip.dataset.ask));
  document.addEventListener("paste", (event) => {
    if (document.activeElement.matches("a.ask")) { event.preventDefault(); ask(event.clipboardData.getData("text")); }
  });
  document.addEventListener("keydown", (event) => {
    const typing = /INPUT|TEXTAREA|SELECT/.test(document.activeElement.tagName) || document.activeElement.isContentEditable;
    const called = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    const typed = !typing && !event.ctrlKey && !event.metaKey && !event.altKey && (event.key === "/" || event.key === "?");
    if (!called && !typed) return;
    event.preventDefault();
    ask(null, event.key === "?");
  });
}
