"use strict";
// A cell of the picture, pointed at, tapped or reached by the arrow keys, lights what it came from, or what came from it.
for (const figure of document.querySelectorAll("figure.picture")) {
  const svg = figure.querySelector("svg"), caption = figure.querySelector("figcaption");
  const rows = [...figure.querySelectorAll("tbody tr, table > tr")].map((row) => ({
    said: row.cells[0].textContent, source: row.cells[1].textContent,
    from: (row.dataset.from || "").split(" ").filter(Boolean), rivals: (row.dataset.rivals || "").split(" ").filter(Boolean),
  }));
  const grids = figure.dataset.grids.split("|").filter(Boolean).map((one) => {
    const [, name, shape] = /^(.*):([\d,]*)$/.exec(one);
    return { name, shape: shape.split(",").filter(Boolean).map(Number) };
  });
  // Which cell each row of the table is about: those of the last grids, one after the other.
  const size = ({ shape }) => shape.reduce((product, one) => product * one, 1);
  const own = [];
  for (let n = grids.length - 1, left = rows.length; n >= 0 && left > 0; n -= 1) {
    left -= size(grids[n]);
    own.unshift(...Array.from({ length: size(grids[n]) }, (_, cell) => `${n}.${cell}`));
  }
  const cells = [...svg.querySelectorAll("[data-cell]")], marks = [...svg.querySelectorAll("[data-to]")];

  function written(key) {
    const [n, cell] = key.split(".").map(Number), { name, shape } = grids[n], index = [];
    let rest = cell;
    for (const length of [...shape].reverse()) { index.unshift(rest % length); rest = Math.floor(rest / length); }
    return index.length ? `${name}[${index.join(", ")}]` : name;
  }
  function light(numbers, keys, rivals, source) {
    for (const cell of cells) {
      const here = cell.dataset.at === undefined || numbers.includes(Number(cell.dataset.at));
      cell.classList.toggle("hot", here && keys.has(cell.dataset.cell));
      cell.classList.toggle("rival", !keys.has(cell.dataset.cell) && rivals.has(cell.dataset.cell));
      if (cell.matches(".hot, .rival")) cell.parentNode.append(cell);
    }
    for (const mark of marks) {
      const other = source !== undefined && mark.dataset.source !== undefined && mark.dataset.source !== source;
      const to = mark.dataset.to.split(" ").map(Number);
      mark.classList.toggle("hot", numbers.some((number) => to.includes(number)) && !other);
    }
  }
  function say(strong, rest) {
    const bold = document.createElement("b");
    bold.textContent = strong;
    caption.replaceChildren(bold, rest);
  }
  function showRow(number) {
    const { said, source, from, rivals } = rows[number];
    light([number], new Set([own[number], ...from]), new Set(rivals));
    say(said, !source ? "" : own.length ? ` ← ${source}` : `: ${source}`);
  }
  function showCell(key) {
    if (own.includes(key)) { showRow(own.indexOf(key)); return; }
    const reached = rows.map((_, number) => number).filter((number) => rows[number].from.includes(key));
    light(reached, new Set([key, ...reached.map((number) => own[number])]), new Set(), key);
    const value = cells.find((cell) => cell.dataset.cell === key).textContent;
    say(`${written(key)} = ${value}`, ` → ${reached.map((number) => written(own[number])).join(", ") || figure.dataset.nowhere}`);
  }
  const first = Number(figure.dataset.lit);
  let now = own.length ? own[first] : first;
  function show(next) {
    now = next;
    if (typeof next === "number") showRow(next); else showCell(next);
  }

  const pointed = ({ target }) => {
    const { cell, to } = target.closest("[data-cell], circle[data-to], rect[data-to], g[data-to]")?.dataset || {};
    if (cell !== undefined) show(cell);
    else if (to !== undefined) show(own.length ? own[Number(to)] : parseInt(to, 10));
  };
  svg.addEventListener("pointerover", pointed);
  svg.addEventListener("click", pointed);

  // By the keys to the nearest cell in that direction.
  const targets = [...cells.filter((cell) => !cell.classList.contains("ghost")), ...(own.length ? [] : marks.filter((mark) => mark.matches(".bar")))];
  const keyOf = ({ dataset }) => dataset.cell ?? parseInt(dataset.to, 10);
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const center = (one) => { const box = one.getBoundingClientRect(); return [box.x + box.width / 2, own.length ? box.y + box.height / 2 : 0]; };
  if (targets.length > 1) svg.tabIndex = 0;
  svg.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { svg.blur(); show(own.length ? own[first] : first); return; }
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const [x, y] = center(targets.find((one) => keyOf(one) === now));
    let best = null, least = Infinity;
    for (const one of targets) {
      const [right, down] = center(one).map((place, axis) => place - [x, y][axis]);
      const along = right * step[0] + down * step[1], aside = Math.abs(right * step[1]) + Math.abs(down * step[0]);
      if (along > 1 && along + 3 * aside < least) { best = one; least = along + 3 * aside; }
    }
    if (best) show(keyOf(best));
  });
}
