// The twin of torchref/retrieval/ranking.py: the same table, the same rules, the same order. A test asks both the same questions.
"use strict";

window.torchrefRanking = (data) => {
  const { rules, varies } = data;
  const called = new Map([...data.officials].reverse());
  const order = data.order.map((name, at) => name || called.get(at).split(" ")[0].replace(/^Tensor\./, ""));
  const numbers = new Map(order.map((name, number) => [name, number]));
  const numberOf = (word) => numbers.get(read(names, word));
  const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;
  const HAN = /[\u4e00-\u9fff]/;
  const WORD = /(?<![0-9])[A-Za-z_][A-Za-z0-9_]*|[\u4e00-\u9fff]+|(?<![^\s\u4e00-\u9fff])[-+*/@%&|^~<>=!]{1,3}(?![^\s\u4e00-\u9fff])|(?<![A-Za-z0-9_.])\d{1,3}(?![A-Za-z0-9_.])/g;
  const PLAIN = /(?<![0-9])[A-Za-z_][A-Za-z0-9_]*|(?<!\S)[-+*/@%&|^~<>=!]{1,3}(?!\S)/g;
  const CALLED = /(?:\b(?:torch|np|nn|f|tensor|x)\.|\.(?=\w+\())([a-z]\w*)/g;
  const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
  const read = (object, key) => (has(object, key) ? object[key] : undefined);
  const unpacked = (text) => [...text].map((character) => character.charCodeAt(0) - rules.FIRST).map((code) => code - (code > rules.LAST));

  // Every way to write an operation: the twin of names.spellings.
  function spellings() {
    const found = {}, put = (spelling, of) => { if (!has(found, spelling)) found[spelling] = of; };
    for (const name of order) put(name, name);
    const officials = data.officials.flatMap(([of, names]) => names.split(" ").map((name) => [order[of], name]));
    for (const [of, name] of officials) { put(`torch.${name}`, of); put(name, of); }
    for (const [of, name] of officials) put(name.split(".").at(-1), of);
    for (const [of, spelling] of data.others) put(spelling, order[of]);
    for (const [spelling, of] of Object.entries(found)) put(spelling.toLowerCase(), of);
    return found;
  }
  const names = spellings();
  const words = Object.fromEntries(Object.entries(data.concepts).flatMap(([term, of]) => of.split(" ").map((word) => [word, term === "~" ? `~${word}` : term])));

  // The table lies in files, each with what begins with some words. What is asked for and not yet here is noted.
  const termLines = new Map(), pairLines = new Map(), here = new Set(), wanted = new Set();
  let singles = null, absent = null, lower = "";
  const isHere = (word) => {
    let number = 0;
    for (const character of word) number = (31 * number + character.codePointAt(0)) % 65521;
    number %= data.shards;
    if (!here.has(number)) wanted.add(number);
    return here.has(number);
  };
  const first = (term) => (/^[\x00-\x7f]*$/.test(term) || term.includes(" ") || "=~".includes(term[0]) ? term.split(" ")[0] : [...term][0]);
  const held = {
    get: (key) => (isHere(first(key)) ? termLines.get(key) : undefined),
    has: (key) => isHere(first(key)) && termLines.has(key),
  };
  const shown = { get: (pair) => { const word = pair.split(" ")[0]; return isHere(term(word, words) || word) ? pairLines.get(pair) : undefined; } };
  const put = (map, lines) => { for (const line of lines.trim().split("\n")) if (line) map.set(...line.split("\t")); };
  const hold = (number, terms, pairs) => { put(termLines, terms); put(pairLines, pairs); here.add(number); };
  const know = (list) => { singles = new Set(list.split(" ")); };
  const lack = (list) => { absent = list; lower = list.toLowerCase(); };

  function postings(text) {
    const numbers = unpacked(text), found = [];
    for (let at = 0, entry = 0; at < numbers.length;) {
      const end = at + 3 + numbers[at + 2];
      found.push([entry += numbers[at], numbers[at + 1], numbers.slice(at + 3, end)]);
      at = end;
    }
    return found;
  }
  const add = (map, key, value) => map.set(key, (map.get(key) || 0) + value);

  function stem(word) {
    if (word.length > 4 && word.endsWith("ies")) word = word.slice(0, -3) + "y";
    else if (word.length > 3 && word.endsWith("s") && !/(ss|us|is)$/.test(word)) word = word.slice(0, -1);
    for (const ending of ["ing", "ed"]) {
      if (word.endsWith(ending) && word.length > ending.length + 3) {
        word = word.slice(0, -ending.length);
        if (word.at(-1) === word.at(-2) && !"ls".includes(word.at(-1))) word = word.slice(0, -1);
        break;
      }
    }
    return word.length > 4 && word.endsWith("e") ? word.slice(0, -1) : word;
  }

  const term = (word, known) => {
    const short = stem(word);
    if (has(known, word) && (!known[word] || known[word][0] === "~")) return known[word];
    return has(known, short) ? known[short] : short;
  };

  function chinese(run, known) {
    const found = [];
    for (let at = 0; at < run.length;) {
      const size = [5, 4, 3, 2, 1].find((size) => at + size <= run.length && has(known, run.slice(at, at + size))) || 0;
      found.push(size ? known[run.slice(at, at + size)] : run[at]);
      at += Math.max(size, 1);
    }
    return found;
  }

  function terms(text, known) {
    const sequence = [], parts = [];
    for (const word of text.match(WORD) || []) {
      if (HAN.test(word)) { sequence.push(...chinese(word, known)); continue; }
      const lower = word.toLowerCase();
      const camel = word.match(/[A-Z][a-z]+/g) || [];
      sequence.push(/^\d/.test(word) ? `~${word}` : term(lower, known));
      if (word.replace(/^_+|_+$/g, "").includes("_")) parts.push(...lower.split("_").map((part) => term(part, known)));
      else if (word.slice(1) !== word.slice(1).toLowerCase() && word !== word.toUpperCase() && camel.length > 1) parts.push(...camel.map((part) => term(part.toLowerCase(), known)));
    }
    const heard = sequence.filter(Boolean);
    const single = [...heard, ...parts.filter(Boolean)].filter((one) => one.length > 1 || "@*/+-%&|^~<>".includes(one));
    const character = (one) => one.length === 1 && /[^\x00-\x7f]/.test(one);
    return [...single, ...heard.slice(1).map((other, at) => (character(heard[at]) && character(other) ? heard[at] + other : `${heard[at]} ${other}`))];
  }

  function pairs(message) {
    const found = (message.toLowerCase().replaceAll("torch.", "").match(PLAIN) || []).map((word) => read(varies, word) || word);
    return found.slice(1).map((word, at) => `${found[at]} ${word}`);
  }

  function slips(word) {
    const near = [];
    for (let i = 0; i <= word.length; i++) {
      const a = word.slice(0, i), b = word.slice(i);
      if (b.length > 1) near.push(a + b[1] + b[0] + b.slice(2));
      if (b) near.push(a + b.slice(1));
      for (const c of "abcdefghijklmnopqrstuvwxyz_") { if (b) near.push(a + c + b.slice(1)); near.push(a + c + b); }
    }
    return near;
  }

  // What text is answered at all: the twins of is_answerable and understood.
  const STRANGE = /[\x01-\x08\x0e-\x1f\x7f-\x9f\ufffd]/g;
  const ABOUT = /torch|tensor|cuda|state_dict|grad(?![a-z])|张量/i;
  const FOREIGN = /(?:(?![A-Za-z_\u4e00-\u9fff])[\p{L}\p{M}])+/gu;
  const rarity = (term, share, places) => {
    const sum = places.reduce((sum, [, weight]) => sum + weight, 0);
    return share * Math.log(1 + order.length / (sum / rules.WEIGHTS)) * (term.includes(" ") ? rules.PAIR : term[0] === "~" ? rules.LIGHT : 1);
  };

  function isAnswerable(question, share) {
    if (question.includes("\0") || (question.match(STRANGE) || []).length > rules.BINARY * question.length) return false;
    if (share > rules.MOST || IDENTIFIER.test(question.trim())) return true;
    const about = ABOUT.test(question), rest = withoutTraceback(question);
    if (!about && (rest !== question || question.startsWith("#!"))) return false;
    return understood(rest, about) >= (about ? rules.ABOUT : rules.KNOWN);
  }

  function understood(question, about) {
    const ever = Math.log(1 + order.length), unknown = [];
    let sense = 0, whole = ever * new Set(question.match(FOREIGN) || []).size;
    for (const term of new Set(terms(question, words).filter((term) => !term.includes(" ") && term[0] !== "~"))) {
      if (held.has(term)) {
        const weight = rarity(term, 1, postings(held.get(term)));
        sense += weight;
        whole += weight;
      } else if (/^[\x00-\x7f]*$/.test(term)) unknown.push(term);
      else whole += ever * rules.CHARACTERS;
    }
    if (unknown.length <= rules.SLIPS) for (const term of unknown) if (guess(term)) sense += term.length > 5 ? ever : ever * rules.SHORT;
    whole += ever * unknown.length;
    return whole ? sense / whole : +about;
  }

  const isGuessable = (term) => term.length > 3 && term.length <= 30 && /^[\x00-\x7f]*$/.test(term);

  function guess(term) {
    if (!isGuessable(term) || wanted.size) return null;
    if (singles === null) { wanted.add("words"); return null; }
    const near = slips(term);
    let known = near;
    if (term.length > 5 && !near.some((word) => singles.has(word) || read(words, word))) {
      const start = term.slice(0, Math.max(5, term.length - 3));
      known = [...singles, ...Object.keys(words)].filter((word) => word.startsWith(start) && word.length < term.length + 4);
    }
    let best = null;
    for (const word of known.filter((word) => !word.includes(" ")).map((word) => (has(words, word) ? words[word] : word))) {
      if (!singles.has(word) || !held.has(word)) continue;
      const longer = best === null ? 1 : word.length + held.get(word).length - best.length - held.get(best).length;
      if (longer > 0 || (longer === 0 && word > best)) best = word;
    }
    return best;
  }

  const isTelling = (pair) => pair.split(" ").some((word) => {
    const said = has(words, word) ? words[word] : word;
    return word.length > 2 && word !== "dtype" && word !== "device" && said && said[0] !== "~";
  });

  // The number of a message on a page, of one in the words of another version that of the same error.
  const onPage = (number) => number < data.anchors.length ? number : data.wordings[number - data.anchors.length];

  function match(text) {
    const common = new Map(), telling = new Map();
    let whole = 0;
    for (const pair of new Set(pairs(text))) {
      const numbers = unpacked(shown.get(pair) || "");
      const rare = Math.log(1 + data.messages.length / Math.max(numbers.length, 1));
      whole += rare;
      for (const number of numbers) {
        add(common, number, rare);
        add(telling, number, isTelling(pair) ? 1 : 0);
      }
    }
    const found = [];
    for (const [number, both] of common) {
      const [of, , size] = data.messages[number];
      const heldShare = 100 * both / size, explained = both / whole;
      const share = Math.max(0.85 * heldShare + 0.15 * explained, 0.9 * explained);
      if (share >= 0.45 && telling.get(number) && (telling.get(number) > 2 || heldShare > 0.99)) found.push([of, share, onPage(number)]);
    }
    return found;
  }

  function withoutTraceback(text) {
    if (!text.includes('File "') && !text.includes("Traceback")) return text;
    const lines = text.split(/\r?\n|↵/);
    const chinese = lines.filter((line) => HAN.test(line));
    const raised = lines.filter((line, at) => at && lines[at - 1].trimStart().startsWith('File "'));
    const errors = [...text.matchAll(/\b\w*(?:Error|Exception|Warning): /g)];
    return [...chinese, ...raised.slice(-1), errors.length ? text.slice(errors.at(-1).index) : text].join("\n");
  }

  const spelled = (name) => read(names, [name, name.toLowerCase(), name.replace(/_+$/, "")].find((one) => has(names, one)));

  function listed(...asked) {
    if (absent === null) { wanted.add("absent"); return undefined; }
    for (const [text, change] of [[absent, (name) => name], [lower, (name) => name.toLowerCase()]]) {
      for (const name of asked) {
        const at = text.indexOf(change(name[0] === "." ? `${name}\n` : `\n${name}\n`));
        if (at < 0) continue;
        const start = absent.lastIndexOf("\n", at) + 1;
        return absent.slice(start, absent.indexOf("\n", start));
      }
    }
    return undefined;
  }

  // [the operation that a text names, the name without a page]; neither if it is more than a name.
  function resolve(text) {
    let asked = text.trim().replace(/^\./, "");
    const operator = asked.replace(/[\p{L}\p{N}\s._]/gu, "");
    if (has(names, operator) && asked.length <= operator.length + 6 && /^[\x00-\x7f]*$/.test(asked)) return [names[operator]];
    if (asked.endsWith(")")) asked = asked.split("(")[0];
    let [first, ...others] = asked.split(".");
    if (![first, ...others].every((part) => /^[A-Za-z_]\w*$/.test(part))) {
      const found = asked.toLowerCase().split(/\s+/);
      const spellings = found.length > 1 && found.length < 5 ? [found.join("_"), found.join("")] : [];
      return [read(names, spellings.find((one) => has(names, one)))];
    }
    const official = first === "torch" && others.length > 0;
    if (official) [first, ...others] = others;
    const inner = has(data.spaces, first), tail = others.at(-1) || first;
    const short = [others.length && inner ? data.spaces[first] : first, ...others].join(".");
    if (spelled(short) && !(official && !has(names, `torch.${short}`) && listed(short) === short)) return [spelled(short)];
    const found = official || others.length ? listed(short) : listed(short, `.${short}`);
    if (found) return [undefined, `torch.${found}`];
    if (!others.length) return [undefined, official ? asked : undefined];
    const owned = !official && has(data.variables, first) ? spelled(`${data.variables[first]}.${tail}`) : undefined;
    if (owned) return [owned];
    if ((first === "Tensor" || !(official || inner)) && spelled(tail)) return [spelled(tail)];
    const method = official || inner ? undefined : listed(...data.methods.map((of) => `${of}.${tail}`));
    return [undefined, method ? `torch.${method}` : asked];
  }

  function isTorchs(name) {
    const short = name.replace(/^torch\./, ""), [first, ...others] = short.split(".");
    if (data.numpy.includes(first) || listed(data.value + first) === data.value + first) return true;
    const inner = has(data.spaces, first) || name.startsWith("torch.");
    return listed(short) !== undefined || (first !== "Tensor" && others.length > 0 && inner);
  }

  function isWord(question) {
    const word = question.trim();
    if (!/^[a-z]+$/.test(word)) return false;
    return postings(held.get(term(word, words)) || "").some(([, , phrases]) => phrases.length);
  }

  const letters = (name) => {
    const word = `^${name.split(".").at(-1).toLowerCase().replaceAll("_", "").slice(0, 100)}$`;
    return new Set([...word].slice(1).map((letter, at) => word[at] + letter));
  };

  function nearest(name) {
    const wanted = letters(name), found = new Map();
    for (const [spelling, of] of Object.entries(names)) {
      const known = spelling.includes(".") ? new Set() : letters(spelling);
      const share = 2 * [...wanted].filter((pair) => known.has(pair)).length / Math.max(wanted.size + known.size, 1);
      if (share >= rules.ALIKE) found.set(of, Math.max(found.get(of) || 0, share));
    }
    return [...found].sort(([a, one], [b, other]) => other - one || numbers.get(a) - numbers.get(b)).slice(0, 3).map(([of]) => of);
  }

  // [operation, which of its errors the question holds (0: none)] for each that answers a question, the best first.
  const rank = (question) => {
    const [exact, absent] = resolve(question);
    if (absent && isTorchs(absent) && !isWord(question)) return [];
    if (question.length > 2 * rules.LONGEST) question = `${question.slice(0, rules.LONGEST)}\n${question.slice(-rules.LONGEST)}`;
    const scores = new Map(), weights = new Map(), sums = new Map(), common = new Map(), nearest = new Map();
    const messages = match(question), given = question;
    if (exact === undefined && !isAnswerable(question, Math.max(0, ...messages.map(([, share]) => share)))) return [];
    for (const [number, share] of messages) scores.set(number, Math.max(scores.get(number) || 0, rules.MESSAGE * share));
    question = withoutTraceback(question);
    const asked = new Map();
    const found = terms(question, words);
    const heard = [...new Set(found.length ? found : terms(question, {}))];
    const single = heard.filter((term) => !held.has(term) && !term.includes(" ") && isGuessable(term));
    for (const term of heard) if (held.has(term)) asked.set(term, 1);
    for (const near of single.length > rules.GUESSES ? [] : single.map(guess)) if (near && !asked.has(near)) asked.set(near, rules.GUESSED);
    for (const [term, share] of asked) {
      const places = postings(held.get(term));
      const rare = rarity(term, share, places);
      weights.set(term, rare);
      for (const [number, weight, phrases] of places) {
        add(sums, number, rare * weight / rules.WEIGHTS);
        for (const phrase of phrases) add(common, `${number} ${phrase}`, rare);
      }
    }
    const whole = [...weights.values()].reduce((one, other) => one + other, 0) || 1;
    for (const [unit, both] of common) {
      const [number, phrase] = unit.split(" ").map(Number), size = 2 ** (unpacked(data.sizes[number][phrase])[0] / rules.SIZES);
      nearest.set(number, Math.max(nearest.get(number) || 0, both * both / whole / Math.max(size, both)));
    }
    for (const [number, sum] of sums) add(scores, number, sum / whole + rules.NEAREST * (nearest.get(number) || 0));
    const guessed = [...asked].filter(([, share]) => share === rules.GUESSED).flatMap(([term]) => [term, `${term}e`]);
    for (const word of new Set([...(question.toLowerCase().match(WORD) || []), ...guessed])) {
      const found = numberOf(word) ?? numberOf(word.replace(/_+$/, ""));
      if (found !== undefined) add(scores, found, rules.NAMED * (weights.get(term(word, words)) || 0) / whole);
    }
    const alone = question.trim().toLowerCase();
    if (alone.length > 3 && alone.length <= 30 && IDENTIFIER.test(alone) && !has(names, alone)) {
      for (const found of new Set(slips(alone).filter((slip) => has(names, slip)).map(numberOf))) add(scores, found, 1);
    }
    for (const word of new Set([...question.toLowerCase().matchAll(CALLED)].map((found) => found[1].replace(/_+$/, "")))) {
      if (has(names, word)) add(scores, numberOf(word), rules.CALLED);
    }
    const best = Math.max(0, ...scores.values()), least = rules.LEAST * best;
    if (best < rules.WORTH && exact === undefined && !ABOUT.test(given)) return [];
    for (const [number, score] of scores) if (score < least) scores.delete(number);
    const called = exact === undefined ? [] : [exact, ...(read(data.namesakes, exact) || [])];
    called.forEach((name, place) => add(scores, numbers.get(name), rules.EXACT / (1 + place)));
    const shownFor = (number) => messages.filter(([of, share]) => of === number && share > rules.MOST).sort((one, other) => other[1] - one[1])[0];
    return [...scores].sort(([a, one], [b, other]) => other - one || (order[a] < order[b] ? -1 : 1))
      .map(([number]) => [number, shownFor(number) ? data.anchors[shownFor(number)[2]] : 0]);
  };

  // The messages that stand in a text, the best first; of equal ones that of the operation which answers best.
  const errors = (text) => {
    const places = new Map(rank(text).map(([number], place) => [number, place]));
    const place = (of) => places.get(of) ?? order.length;
    const whole = (share) => Math.round(20 * share);
    const found = match(text).filter(([, share]) => share > rules.MOST)
      .sort(([of, share], [other, less]) => whole(less) - whole(share) || place(of) - place(other)).map(([, , number]) => number);
    return [...new Set(found)];
  };
  // The name that a question is, if it is one without a page, and up to three operations that are called much like it.
  const missing = (question) => resolve(question)[1] ?? null;

  // Load what a question needs, `load(name)` by `load(name)`, until nothing more is wanted; then it can be asked.
  async function ready(question, load) {
    for (;;) {
      wanted.clear();
      rank(question);
      match(question);
      missing(question);
      if (!wanted.size) return;
      await Promise.all([...wanted].map(load));
    }
  }
  // The operation of each message, and which of the errors on its page it is.
  const places = data.anchors.map((anchor, number) => [data.messages[number][0], anchor]);
  return Object.assign(rank, { places, errors, missing, nearest, names, order, varies, hold, know, lack, ready });
};
