// The page of the playground: runs the program on every change, shows its steps, and draws the chosen one.
(() => {
  "use strict";
  const { run, values, places, formatted, isContiguous } = window.torchrefPlayground;
  const page = document.querySelector(".playground");
  const { said, errors } = JSON.parse(page.querySelector('script[type="application/json"]').textContent);
  const [input, mistake, table, chosen] = [".program", ".mistake", "table.steps", ".chosen"].map((name) => page.querySelector(name));
  const [status, rows] = [page.querySelector(".status"), table.tBodies[0]];
  const labels = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
  const DRAWN = 64;
  const FOLLOWED = 1024; // elements of a tensor, at most, in which an element is looked for
  const gap = document.documentElement.lang.startsWith("zh") ? "" : " "; // between two sentences
  let result = null;
  let at = 0;

  const make = (tag, properties = {}, ...children) => {
    const { dataset = {}, label, ...rest } = properties;
    const made = Object.assign(document.createElement(tag), rest);
    Object.assign(made.dataset, dataset);
    if (label) made.setAttribute("aria-label", label);
    made.append(...children);
    return made;
  };
  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const tuple = (sizes) => `(${sizes.join(", ")}${sizes.length === 1 ? "," : ""})`;
  const normal = (message) => message.replace(/-?\d+(\.\d+)?/g, "#").replace(/\[(#, )*#\]/g, "[#]");
  const nameOf = (step) => step.names[0] ?? [...step.live].find(([, one]) => one === step.tensor)?.[0] ?? "";

  function why(step) {
    const { written, why: { key, ...values } } = step;
    if (written) {
      const names = [...new Map([...step.live, ...step.names.map((name) => [name, step.tensor])])]
        .filter(([, one]) => one.storage === written.storage && places(one).some((place) => written.places.includes(place)))
        .map(([name]) => name);
      const text = fill(said.why.written, { storage: written.storage.name, count: written.places.length, names: names.join(", ") || said.step });
      return written.unclear ? text + gap + said.why.unclear : text;
    }
    const layout = key === "computed" && !isContiguous(step.tensor);
    return fill(said.why[layout ? "layout" : key], values);
  }

  function rowOf(step, number) {
    const { tensor } = step;
    const button = make("button", { type: "button", className: "step", tabIndex: -1, dataset: { step: number } }, make("code", { textContent: step.piece }));
    if (step.names.length) button.append(make("b", { textContent: ` → ${step.names.join(", ")}` }));
    const cells = [
      [button],
      [tuple(tensor.shape)], [tuple(tensor.stride)], [String(tensor.offset)],
      [isContiguous(tensor) ? said.yes : said.no],
      [`${tensor.storage.name} · ${fill(said.bytes, { count: tensor.storage.bytes })}`],
      [make("span", { className: `mark mark-${{ view: "view", itself: "self", write: "none" }[step.kind] ?? "new"}`, textContent: said.kinds[step.kind] })],
    ];
    return [
      make("tr", { className: "step" }, ...cells.map((cell, n) => make("td", { dataset: { label: labels[n] } }, ...cell))),
      make("tr", { className: "why" }, make("td", { colSpan: labels.length, textContent: why(step) })),
    ];
  }

  function failedRow({ type, message, from, end }) {
    const known = errors[normal(`${type}: ${message}`)];
    const cell = make("td", { colSpan: labels.length }, make("code", { textContent: input.value.slice(from, end).trim() }), make("p", {}, make("strong", { textContent: type }), `: ${message}`));
    if (known) cell.lastChild.append(" ", make("a", { href: known, textContent: said.explained }));
    return make("tr", { className: "failed" }, cell);
  }

  // What this page does not know: the line with a caret below the place.
  function showMistake({ own, detail, at: place }) {
    const start = input.value.lastIndexOf("\n", place - 1) + 1;
    const line = input.value.slice(start).split("\n")[0];
    const text = fill(said.own[own], { detail });
    mistake.replaceChildren(make("p", { textContent: text }), make("pre", { textContent: `${line}\n${" ".repeat(place - start)}^` }));
    if (own === "unknown") mistake.firstChild.append(" ", make("a", { href: `search.html?q=${encodeURIComponent(detail)}`, textContent: fill(said.look_up, { detail }) }));
    mistake.hidden = false;
  }

  function update() {
    result = run(input.value);
    rows.replaceChildren(...result.steps.flatMap(rowOf));
    for (const line of result.lines)
      if (line.shown) {
        const row = make("tr", { className: "asked" }, make("td", { colSpan: labels.length }, make("code", { textContent: input.value.slice(line.at, line.end) }), " → ", make("code", { textContent: line.shown })));
        const next = result.steps.findIndex((step, n) => n >= line.first);
        rows.insertBefore(row, next < 0 ? null : rows.querySelector(`[data-step="${next}"]`).closest("tr"));
      }
    mistake.hidden = true;
    mistake.replaceChildren();
    if (result.error?.own) showMistake(result.error);
    else if (result.error) rows.append(failedRow(result.error));
    table.hidden = !rows.rows.length;
    choose(result.steps.length - 1);
  }

  function choose(number, focus = false) {
    const buttons = [...rows.querySelectorAll("button.step")];
    chosen.hidden = !buttons.length;
    if (!buttons.length) return;
    at = Math.max(0, Math.min(number, buttons.length - 1));
    buttons.forEach((button, n) => {
      button.tabIndex = n === at ? 0 : -1;
      button.setAttribute("aria-pressed", String(n === at));
      const row = button.closest("tr");
      for (const one of [row, row.nextElementSibling]) one.classList.toggle("current", n === at);
    });
    if (focus) {
      buttons[at].focus();
      buttons[at].scrollIntoView({ block: "nearest" });
    }
    draw(result.steps[at]);
  }

  // The elements of the chosen step as a grid, and the storages below it.
  function draw(step) {
    const { tensor, data } = step;
    const name = nameOf(step);
    const parts = [make("p", { className: "chosen-title" }, make("code", { textContent: name || step.piece }), ` ${tuple(tensor.shape)} `, make("small", { textContent: tensor.dtype.name }))];
    if (tensor.numel === 0) parts.push(make("p", { textContent: said.none }));
    else if (tensor.numel > DRAWN) parts.push(make("p", { textContent: fill(said.many, { count: tensor.numel }) }));
    else parts.push(gridOf(step, name));
    parts.push(storageOf(tensor.storage, data, step));
    const others = new Set([tensor.storage]);
    if (step.kind === "copy" || step.kind === "new")
      step.inputs.forEach((one, n) => {
        if (others.has(one.storage) || others.size > 3) return;
        others.add(one.storage);
        parts.push(storageOf(one.storage, step.inputs_data[n], step, one));
      });
    if (tensor.numel <= DRAWN) parts.push(...earlierOf(step));
    chosen.replaceChildren(...parts);
    for (const strip of chosen.querySelectorAll(".strip")) drawStrides(strip);
  }

  const colour = (cell, place, size) => cell.style.setProperty("--at", size > 1 ? (place / (size - 1)).toFixed(3) : 0);

  function gridOf(step, name) {
    const { tensor, data } = step;
    const shown = formatted(values(tensor, data), tensor.dtype);
    const from = places(tensor);
    const cells = from.map((place, n) => {
      const cell = make("td", { className: "cell", textContent: shown[n], dataset: { place, storage: tensor.storage.name } });
      if (step.written?.places.includes(place)) cell.classList.add("written");
      colour(cell, place, tensor.storage.size);
      return cell;
    });
    const columnCount = tensor.shape.at(-1) ?? 1;
    const caption = make("figcaption", { ariaLive: "polite" });
    const figure = make("figure", { className: "grid", tabIndex: 0, label: fill(said.elements, { name: name || step.piece }) }, pagesOf(tensor, cells), caption);
    figure.setAttribute("role", "group");
    const light = (n) => {
      const index = indexOf(n, tensor.shape);
      const sum = [tensor.offset, ...index.map((i, d) => `${i}·${tensor.stride[d]}`)].join(" + ");
      caption.textContent = fill(said.cell, { cell: `${name || step.piece}[${index.join(", ")}]`, value: shown[n], sum, place: from[n], storage: tensor.storage.name });
      const lit = new Map([[tensor.storage.name, from[n]]]);
      if (step.source) {
        const [{ name: storage }, place] = step.source(n);
        lit.set(storage, place);
        caption.textContent += gap + fill(said.came, { place, storage });
      }
      for (const cell of chosen.querySelectorAll(".cell")) cell.classList.toggle("hot", lit.get(cell.dataset.storage) === Number(cell.dataset.place));
      for (const cell of chosen.querySelectorAll(".strip .hot")) {
        const strip = cell.closest(".strip");
        const head = strip.querySelector("th").offsetWidth;
        const left = cell.offsetLeft - strip.scrollLeft;
        if (left < head || left + cell.offsetWidth > strip.clientWidth) strip.scrollLeft = cell.offsetLeft - (strip.clientWidth + head) / 2;
      }
      cells.forEach((cell, k) => cell.classList.toggle("here", k === n));
      for (const one of chosen.querySelectorAll(".earlier figure")) one.light(n);
    };
    let here = 0;
    figure.addEventListener("pointerover", (event) => { if (cells.includes(event.target)) light((here = cells.indexOf(event.target))); });
    figure.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columnCount, ArrowDown: columnCount }[event.key];
      if (!step) return;
      event.preventDefault();
      here = Math.max(0, Math.min(cells.length - 1, here + step));
      light(here);
    });
    queueMicrotask(() => light(0));
    return figure;
  }
  // The cells of a tensor in rows, with each further dimension as pages.
  function pagesOf({ shape, ndim }, cells) {
    const [rowCount, columnCount] = [ndim > 1 ? shape.at(-2) : 1, shape.at(-1) ?? 1];
    const pages = [];
    for (let first = 0; first < cells.length; first += rowCount * columnCount) {
      const body = make("tbody");
      for (let row = 0; row < rowCount; row++) body.insertRow().append(...cells.slice(first + row * columnCount, first + (row + 1) * columnCount));
      const leading = indexOf(first, shape).slice(0, -2);
      const page = make("table", { className: "cells" }, body);
      if (leading.length) page.prepend(make("caption", { textContent: `[${leading.join(", ")}]` }));
      pages.push(page);
    }
    return make("div", { className: "pages" }, ...pages);
  }

  // Where the elements of a step are in the steps before it: for each step, element -> elements. Copies lead back to
  // where they were copied from.
  const placesOf = (step) => (step.places ??= places(step.tensor));
  function followed(step) {
    const found = new Map();
    const { steps } = result;
    placesOf(step).forEach((place, n) => {
      const wanted = new Map([[step.tensor.storage, new Set([place])]]);
      for (let k = steps.indexOf(step); k >= 0; k--) {
        const { tensor, source } = steps[k];
        if (!wanted.has(tensor.storage) || tensor.numel > FOLLOWED) continue;
        const here = placesOf(steps[k]).flatMap((one, m) => (wanted.get(tensor.storage).has(one) ? [m] : []));
        if (tensor !== step.tensor && here.length) {
          if (!found.has(tensor)) found.set(tensor, { elements: new Map() });
          Object.assign(found.get(tensor), { first: k }).elements.set(n, here);
        }
        if (source)
          for (const [storage, from] of here.map(source)) {
            if (!wanted.has(storage)) wanted.set(storage, new Set());
            wanted.get(storage).add(from);
          }
      }
    });
    return [...found.values()].sort((a, b) => a.first - b.first);
  }

  function earlierOf(step) {
    const figures = followed(step).map(({ first, elements }) => {
      const one = result.steps[first];
      const { tensor } = one;
      const cells = tensor.numel > DRAWN ? [] : placesOf(one).map((place) => {
        const cell = make("td", { className: "cell" });
        colour(cell, place, tensor.storage.size);
        return cell;
      });
      const caption = make("figcaption");
      const figure = make("figure", {}, caption, ...(cells.length ? [pagesOf(tensor, cells)] : []));
      figure.light = (n) => {
        const here = elements.get(n) ?? [];
        cells.forEach((cell, k) => cell.classList.toggle("hot", here.includes(k)));
        const index = here.length ? `[${indexOf(here[0], tensor.shape).join(", ")}]` : " –";
        caption.replaceChildren(make("code", { textContent: nameOf(one) || one.piece }), make("b", { textContent: index + (here.length > 1 ? " …" : "") }));
      };
      return figure;
    });
    if (!figures.length) return [];
    return [make("div", { className: "earlier" }, make("p", { className: "strip-title", textContent: said.earlier }), make("div", {}, ...figures))];
  }

  function indexOf(n, shape) {
    const index = [];
    for (let d = shape.length - 1; d >= 0; d--) {
      index.unshift(n % shape[d]);
      n = Math.floor(n / shape[d]);
    }
    return index;
  }

  // A storage as a table: the positions, the values, and for each live tensor which of them it reads.
  function storageOf(storage, data, step, from = null) {
    const count = Math.min(storage.size, DRAWN);
    const shown = formatted([...data], storage.dtype);
    const live = new Map([...step.live, ...step.names.map((name) => [name, step.tensor])]);
    const views = [...live].filter(([, one]) => one.storage === storage);
    if (!from && !views.some(([, one]) => one === step.tensor)) views.push([said.step, step.tensor]);
    if (from && !views.some(([, one]) => one === from)) views.push([result.steps.find((one) => one.tensor === from)?.piece ?? "", from]);
    const read = new Set((from ?? step.tensor).storage === storage ? places(from ?? step.tensor) : []);
    const line = (label, cellOf, className = "") => make("tr", { className }, make("th", { scope: "row", textContent: label }), ...Array.from({ length: count }, (_, n) => cellOf(n)), ...(storage.size > count ? [make("td", { textContent: "…" })] : []));
    const body = make("tbody", {},
      line(said.value, (n) => {
        const cell = make("td", { className: `cell${read.has(n) ? "" : " unread"}`, textContent: shown[n], dataset: { place: n, storage: storage.name } });
        if (!from && step.written?.places.includes(n)) cell.classList.add("written");
        colour(cell, n, storage.size);
        return cell;
      }),
      ...views.map(([name, one]) => {
        const own = new Set(places(one));
        return line(name, (n) => make("td", { textContent: own.has(n) ? "●" : "" }), "view");
      }),
      line(said.position, (n) => make("td", { textContent: n }), "positions"),
    );
    const title = fill(from ? said.before : said.storage, { storage: storage.name });
    const region = make("div", { className: "strip", tabIndex: 0, label: title, strided: from ?? step.tensor }, make("table", {}, body));
    region.setAttribute("role", "region");
    return make("div", { className: from ? "before" : "" }, make("p", { className: "strip-title", textContent: `${title} · ${fill(said.bytes, { count: storage.bytes })}` }), region);
  }

  // Above a strip, an arrow for each dimension from the first element to the next: the longer, the higher.
  const LANE = 17;
  function drawStrides(strip) {
    const { shape, stride, offset, numel } = strip.strided;
    const cells = [...strip.querySelectorAll("tr:first-child td")];
    const middle = (n) => cells[n].offsetLeft + cells[n].offsetWidth / 2;
    const shown = shape.map((size, d) => ({ size, d, step: stride[d] })).filter(({ size }) => size > 1).sort((a, b) => a.step - b.step);
    if (!numel || !shown.length || offset >= cells.length) return;
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const add = (tag, attributes) => {
      const made = document.createElementNS(svg.namespaceURI, tag);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      svg.append(made);
      return made;
    };
    const height = shown.length * LANE + 8;
    strip.prepend(svg);
    strip.style.paddingTop = `${height}px`;
    shown.forEach(({ d, step }, lane) => {
      const apart = 3 * lane + (step ? 0 : 4);
      const [from, to] = [middle(offset) - apart, middle(Math.min(offset + step, cells.length - 1)) + apart];
      const y = height - 12 - lane * LANE;
      add("path", { d: `M${from} ${height}V${y + 4}q0 -4 4 -4H${to - 4}q4 0 4 4V${height - 1}m-3 -5l3 5l3 -5` });
      add("text", { x: middle(offset) - 3 * shown.length - 6, y: y + 4, "text-anchor": "end" }).textContent = `dim ${d}: +${step}`;
    });
    const { offsetLeft, offsetWidth } = cells.at(-1);
    for (const [name, value] of Object.entries({ width: offsetLeft + offsetWidth, height, "aria-hidden": true })) svg.setAttribute(name, value);
  }

  function fromAddress() {
    const found = /^#c=(.*)$/s.exec(location.hash);
    if (!found) return false;
    try {
      input.value = decodeURIComponent(found[1]);
    } catch {
      return false;
    }
    grow();
    update();
    return true;
  }
  const grow = () => { input.rows = Math.max(4, input.value.split("\n").length + 1); };

  input.addEventListener("input", () => {
    grow();
    update();
    history.replaceState(null, "", `#c=${encodeURIComponent(input.value)}`);
  });
  input.addEventListener("keydown", (event) => {
    const atEnd = input.selectionStart === input.value.length;
    if ((event.key === "Enter" && (event.ctrlKey || event.metaKey)) || (event.key === "ArrowDown" && atEnd && result.steps.length)) {
      event.preventDefault();
      choose(at, true);
    }
  });
  rows.addEventListener("click", (event) => {
    const row = event.target.closest("tr");
    const button = (row?.className.includes("why") ? row.previousElementSibling : row)?.querySelector("button.step");
    if (button) choose(Number(button.dataset.step), true);
  });
  rows.addEventListener("keydown", (event) => {
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: result.steps.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(to, true);
  });
  page.addEventListener("keydown", (event) => { if (event.key === "Escape") input.focus(); });
  page.querySelector(".copy-python").addEventListener("click", async () => {
    await navigator.clipboard.writeText(`import torch\n\n${input.value.trim()}\n`);
    status.textContent = said.copied;
    setTimeout(() => { status.textContent = ""; }, 2000);
  });
  window.addEventListener("hashchange", fromAddress);
  if (!fromAddress()) {
    const [, first] = page.querySelector(".chips a").getAttribute("href").split("#c=");
    input.value = decodeURIComponent(first);
    grow();
    update();
  }
})();
