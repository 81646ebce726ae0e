// The twin of torchref/retrieval/slots.py: what the numbers of a pasted message say, by the same rules. Numbers may be long.
window.torchrefSlots = (rules, dtypes, varies) => {
  const numbers = (...texts) => (texts.join(",").match(/-?\d+/g) || []).map(BigInt);
  const COMPUTED = {
    product: (...texts) => numbers(...texts).reduce((one, other) => one * other, 1n),
    sum: (text) => numbers(text).reduce((one, other) => one + other, 0n),
    add: (one, other) => BigInt(one) + BigInt(other),
    negative: (one) => -BigInt(one),
    item: (sizes, place) => numbers(sizes)[Number(place)] ?? 0n,
    dtype: (name) => dtypes[name],
  };
  const RELATIONS = {
    differs: (one, other) => one.trim() !== other.trim(),
    above: (one, other) => BigInt(one) > BigInt(other),
    below: (one, other) => BigInt(one) < BigInt(other),
    indivisible: (one, other) => BigInt(other) > 0n && BigInt(one) % BigInt(other) !== 0n,
  };

  // The sentence about the numbers of the last such message in a text, by a rule that is for the shown message too.
  function say(text, shown) {
    for (const [pattern, computed, holds, sentence] of rules) {
      const found = [...text.matchAll(new RegExp(pattern, "g"))].at(-1);
      if (!found || !new RegExp(pattern).test(shown)) continue;
      const groups = [...found].map((group) => group ?? "");
      const value = (group) => (typeof group === "number" ? groups[group] : group);
      for (const [name, ...of] of computed) groups.push(String(COMPUTED[name](...of.map(value))));
      if (holds.every(([name, one, other]) => RELATIONS[name](value(one), value(other)))) return sentence.replace(/\{(\d+)\}/g, (_, group) => groups[group]);
    }
    return "";
  }

  // The line of a text that is the shown message with numbers of its own, from the type of the error on; or "".
  const words = (line) => [...new Set(line.toLowerCase().match(/[a-z_]{2,}/g))].filter((word) => !varies[word]);
  function line(text, shown) {
    const parts = shown.replace(/^[\w.]+: /, "").split(/\n|\.\.\./).map(words).filter((part) => part.length);
    let best = "", most = 0;
    for (const one of text.split(/\r?\n|↵/)) {
      const own = new Set(words(one));
      for (const part of parts) {
        const both = part.filter((word) => own.has(word)).length;
        if (both >= 0.7 * part.length && both >= most) [best, most] = [one, both];
      }
    }
    const from = best.search(/\b[\w.]*(?:Error|Exception): /);
    return best.slice(Math.max(from, 0)).trim().slice(0, 300);
  }

  // A line in pieces, [text, whether it is a number, a dtype or a device other than in the shown message].
  function pieces(own, shown) {
    const cut = (text) => text.split(/(\d+(?:\.\d+)?|[A-Za-z_]+)/);
    const isSlot = (piece) => /^\d/.test(piece) || Boolean(varies[piece.toLowerCase()]);
    const slots = cut(shown).filter(isSlot), many = cut(own).filter(isSlot).length;
    let at = 0;
    return cut(own).filter(Boolean).map((piece) => {
      if (!isSlot(piece)) return [piece, false];
      const other = many === slots.length ? slots[at] !== piece : !slots.includes(piece);
      at += 1;
      return [piece, other];
    });
  }
  return { say, line, pieces };
};
