"""One ranking of the operations for any question, for the terminal, for Python and for the site.

:func:`table` is made when the index or the site is built; :func:`rank` answers a question from it and has a twin in
the site's script. A question is cut into terms: names, English words without their endings, Chinese words and pairs
of characters; words that mean the same to a searcher (``concepts.txt``, in both languages) are one term. An operation
scores

* by how much of the question, rare terms weighing more, its names, phrases, summary, messages and prose hold;
* by the one of its phrases that is nearest to the question as a whole;
* by how much of a message that it shows stands in the question, whatever its numbers, shapes, dtypes and devices.
"""

from __future__ import annotations

import functools
import itertools
import math
import os
import re

from torchref.content.language import BINARY, is_chinese, is_text
from torchref.retrieval.messages import MANY, MOST, WORD, match, pairs, rare
from torchref.retrieval.names import ALIKE
from torchref.retrieval.packing import (
    FIRST,
    LAST,
    all_lines,
    lines,
    look_up,
    packed,
    packed_postings,
    postings,
    unpacked,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

CONCEPTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "concepts.txt")
FIELDS = {"names": 3.0, "ordinary": 1.0, "asked": 2.0, "summary": 2.0, "errors": 0.8, "prose": 0.4}
"""What a term weighs where it stands; ``ordinary`` names are words of :func:`vocabulary`, such as ``sort``."""
SATURATION = 1.6
"""An operation holds a term by ``weight / (weight + SATURATION)``."""
WEIGHTS = 90
"""Into how many steps the part that an operation holds of a term is cut: as many as take one byte each."""
SIZES = 3
"""In how many steps the size of a phrase doubles."""
NEAREST = 0.9
"""What the nearest phrase counts, beside all that the operation holds."""
PAIR, LIGHT = 0.4, 0.2
"""What two neighbouring words weigh, and a light one (``to``, a number), beside a single word."""
MESSAGE = 3.0
"""What a whole message counts that stands in the question."""
NAMED, CALLED, EXACT = 0.6, 0.5, 10.0
"""What a name in a question counts: as a word, as code (``x.name(``, ``torch.name``), as the whole question."""
GUESSED = 0.8
"""What a word counts that is not known, and read as one that is."""
LEAST = 0.25
"""The part of the best score below which a hit is left out."""
LONGEST = 20_000

KNOWN, ABOUT = 0.57, 0.3
"""How much of a question has to be known, and of one with a word of torch in it."""
WORTH = 0.29
"""What the best answer has to score, unless a word of torch is in the question."""
CHARACTERS, SHORT = 0.5, 0.6
"""What two unknown Chinese characters weigh, and how much of a word of five letters or less is a slip's sense."""
SLIPS, GUESSES = 5, 40
"""Of how many unknown words each may be a slip; up to how many are guessed at."""

OPERATORS = "@*/+-%&|^~<>"
_CALLED = re.compile(r"(?:\b(?:torch|np|nn|f|tensor|x)\.|\.(?=\w+\())([a-z]\w*)")
_CAMEL = re.compile(r"[A-Z][a-z]+")
_ERROR = re.compile(r"\b\w*(?:Error|Exception|Warning): ")
_ABOUT = re.compile(r"torch|tensor|cuda|state_dict|grad(?![a-z])|张量", re.IGNORECASE)
_FOREIGN = re.compile(r"[^\W\d_a-zA-Z\u4e00-\u9fff]+")


def rules() -> dict[str, float]:
    """Return the numbers that :func:`rank` weighs with, for its twin in the site's script."""
    names = ["KNOWN", "ABOUT", "CHARACTERS", "SHORT", "SLIPS", "GUESSES", "WORTH"]
    names += [
        "WEIGHTS",
        "SIZES",
        "NEAREST",
        "PAIR",
        "LIGHT",
        "MESSAGE",
        "NAMED",
        "CALLED",
        "EXACT",
        "GUESSED",
        "LEAST",
        "LONGEST",
    ]
    elsewhere = {"ALIKE": ALIKE, "BINARY": BINARY, "FIRST": FIRST, "LAST": LAST, "MOST": MOST}
    return elsewhere | {name: globals()[name] for name in names}


def vocabulary() -> dict[str, str]:
    """Return each word of ``concepts.txt`` (English ones without their endings) -> its term, ``""`` if it has none."""
    found = {}
    with open(CONCEPTS, encoding="utf-8") as file:
        lines = file.read().splitlines()
    for line in lines:
        term, colon, words = line.partition(":")
        for word in words.split() if colon and not line.startswith("#") else ():
            found[word if term in ("", "~") or is_chinese(word[0]) else stem(word)] = (
                "" if not term else f"~{word}" if term == "~" else f"={term}"
            )
    return found


@functools.cache
def stem(word: str) -> str:
    """Return an English word without the ending that its number or tense gives it: ``splitting`` -> ``split``."""
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def terms(text: str, words: dict[str, str]) -> list[str]:
    """Return the terms of a text: its words in order, then each two that follow one another.

    ``words`` is :func:`vocabulary`. What it knows as ``""`` is passed over; what begins with ``~``, and numbers, weigh
    little but beside another word: ``to`` tells *list to tensor* from *tensor to list*.
    """
    sequence: list[str] = []
    parts: list[str] = []
    for word in split(text):
        if is_chinese(word[0]):
            sequence += _chinese(word, words)
            continue
        lower = word.lower()
        sequence.append(f"~{word}" if word.isdigit() else term_of(lower, words))
        if "_" in word.strip("_"):
            parts += [term_of(part, words) for part in lower.split("_")]
        elif word[1:] != word[1:].lower() and word != word.upper() and len(_CAMEL.findall(word)) > 1:
            parts += [term_of(part.lower(), words) for part in _CAMEL.findall(word)]
    heard = [term for term in sequence if term]
    single = [term for term in [*heard, *filter(None, parts)] if len(term) > 1 or term in OPERATORS]
    return single + [
        one + other if _is_character(one) and _is_character(other) else f"{one} {other}"
        for one, other in itertools.pairwise(heard)
    ]


def split(text: str) -> list[str]:
    """Return the words of a text in order: names and English words, operators that stand alone, runs of Chinese."""
    if text.isascii():
        return WORD.findall(text)
    found: list[str] = []
    for chinese, characters in itertools.groupby(text, is_chinese):
        run = "".join(characters)
        found += [run] if chinese else WORD.findall(run)
    return found


def term_of(word: str, words: dict[str, str]) -> str:
    """Return the term of a word in lower case; "" if it has none."""
    short = stem(word)
    return words[word] if words.get(word, "=")[:1] in ("", "~") else words.get(short, short)


def _chinese(run: str, words: dict[str, str]) -> list[str]:
    """The known words, always the longest that fits; between them each character by itself."""
    found = []
    at = 0
    while at < len(run):
        size = next((size for size in (5, 4, 3, 2, 1) if run[at : at + size] in words), 0)
        found.append(words[run[at : at + size]] if size else run[at])
        at += max(size, 1)
    return found


def _is_character(term: str) -> bool:
    return len(term) == 1 and not term.isascii()


def numpy_names(entry: Any) -> list[str]:
    """Return the NumPy functions that a body of one ``return`` consists of: ``np.concatenate`` of :func:`cat`."""
    found = re.search(r"\n    return np\.(\w+)\(", entry.numpy)
    return [found[1]] if found and entry.numpy.count("np.") == 1 else []


def table(
    translated: dict[str, Any], observations: dict[str, Any], wordings: dict[str, list[tuple[int, str, str]]]
) -> dict[str, Any]:
    """Return what :func:`rank` reads, made of the same topics in each language.

    ``order``: the operations. ``words``: :func:`vocabulary`.
    ``terms``: term -> which operations hold it, see :func:`packing.packed_postings`.
    ``sizes``: of each operation the sizes of its phrases, packed.
    ``pairs``: pair -> the messages that hold it. ``messages``: operation, block and size of each message; after those
    of the pages come those in the words of another version, of which ``wordings`` (see :func:`versions.wordings`) are
    given, and in the result tell the number of the message on the page.
    Operations are numbers in ``order``; lists of whole numbers are packed into strings, see :func:`packing.packed`.
    """
    from torchref.content import again  # not at the top: every answer of the terminal imports this module

    words = vocabulary()
    languages = [{entry.name: entry for topic in topics for entry in topic.entries} for topics in translated.values()]
    order = list(languages[0])
    shares: dict[str, dict[int, int]] = {}
    phrases: list[tuple[int, list[str]]] = []
    messages: list[tuple[int, int, list[str]]] = []
    for number, name in enumerate(order):
        entries, observation = [known[name] for known in languages], observations[name]
        make = functools.partial(_held, entries, observation, words)
        held, asked, shown_in = again.made(("held", name), (entries, observation, words), make)
        for term, share in held.items():
            shares.setdefault(term, {})[number] = share
        phrases += ((number, phrase) for phrase in asked)
        messages += ((number, place, found) for place, found in shown_in)
    reworded = []
    for number, name in enumerate(order):
        for place, message, other in wordings.get(name, ()):
            found = _pairs_of(message)
            if (words_there := _pairs_of(other)) != found:
                reworded.append(messages.index((number, place, found)))
                messages.append((number, place, words_there))
    rarity = {term: _rarity(term, held.values(), len(order)) for term, held in shares.items()}
    holding: dict[str, dict[int, list[int]]] = {}
    sizes: list[list[int]] = [[] for _ in order]
    for number, found in phrases:
        for term in sorted(set(found)):
            holding.setdefault(term, {}).setdefault(number, []).append(len(sizes[number]))
        size = sum(rarity[term] for term in sorted(set(found)))
        sizes[number].append(round(SIZES * math.log2(max(size, 1))))

    def postings(term: str, held: dict[int, int]) -> str:
        source = (held, holding.get(term, {}))
        return again.made(("postings", term), source, lambda: packed_postings(*source))

    shown: dict[str, list[int]] = {}
    for number, (_, _, found) in enumerate(messages):
        for pair in found:
            shown.setdefault(pair, []).append(number)
    return {
        "order": order,
        "words": words,
        "terms": lines({term: postings(term, held) for term, held in sorted(shares.items())}),
        "sizes": [packed(of) for of in sizes],
        "pairs": lines({pair: packed(found) for pair, found in sorted(shown.items())}),
        "messages": [
            [of, place, round(100 * sum(rare(len(shown[pair]), len(messages)) for pair in found))]
            for of, place, found in messages
        ],
        "wordings": reworded,
    }


def _held(
    entries: list[Any], observation: dict[str, Any], words: dict[str, str]
) -> tuple[dict[str, int], list[list[str]], list[tuple[int, list[str]]]]:
    """Return what an entry, given in each language, holds for :func:`table`.

    The share in which it holds each term, the terms of each of its phrases, and its messages: the block that shows one
    and the pairs of its words.
    """
    weights: dict[str, float] = {}
    phrases = []

    def hold(field: str, text: str) -> list[str]:
        found = terms(text, words)
        for term in found:
            if " " not in term or field in ("asked", "summary"):
                weights[term] = weights.get(term, 0) + FIELDS[field]
        return found

    first = entries[0]
    tails = sorted({official.rpartition(".")[2] for official in (first.name, *observation["names"])})
    operator = sorted(set(split(observation.get("operator", ""))) - {"x", "y", "index", "value", "="})
    for tail in [*tails, *numpy_names(first), *operator]:
        hold("ordinary" if words.get(stem(tail.lower())) else "names", tail.strip("_"))
    for entry in entries:
        for field, text in [("summary", entry.summary), *(("asked", phrase) for phrase in entry.asked)]:
            phrases.append(hold(field, text))
        for text in [entry.no_numpy or "", *(prose for block in entry.blocks for prose in block.prose)]:
            hold("prose", text)
    messages = []
    for place, block in enumerate(first.blocks):
        for message, _ in block.errors:
            hold("errors", message)
            messages.append((place, _pairs_of(message)))
    shares = {term: round(WEIGHTS * weight / (weight + SATURATION)) for term, weight in weights.items()}
    return shares, phrases, messages


def _pairs_of(message: str) -> list[str]:
    """The pairs of words of a message without its type."""
    return sorted(set(pairs(message.partition(": ")[2])))


def _rarity(term: str, shares: Iterable[int], everything: int) -> float:
    """How much a term tells operations apart, by the shares in which they hold it."""
    weight = PAIR if " " in term else LIGHT if term[0] == "~" else 1
    return weight * math.log(1 + everything / (sum(shares) / WEIGHTS))


def rank(
    table: dict[str, Any], names: dict[str, str], question: str, named: Sequence[str] = ()
) -> list[tuple[str, float]]:
    """Return ``(operation, score)`` for each operation that answers a question, the best first.

    What scores less than ``LEAST`` of the best is left out.

    Args:
        table: what :func:`table` made.
        names: every way to write an operation -> its name.
        named: the operations that the whole question names, which come first.
        question: words in either language, a message with what stands around it, names; of a text longer than
            ``2 * LONGEST`` characters its beginning and its end are read.
    """
    if len(question) > 2 * LONGEST:
        question = f"{question[:LONGEST]}\n{question[-LONGEST:]}"
    order = table["order"]
    scores: dict[str, float] = {}
    shown = match(table, question)
    if not named and not is_answerable(table, question, shown[0][2] if shown else 0.0):
        return []
    for name, _, share in shown:
        scores[name] = max(scores.get(name, 0), MESSAGE * share)
    question = _without_traceback(question)
    rarity: dict[str, float] = {}
    held: dict[int, float] = {}
    common: dict[tuple[int, int], float] = {}
    asked = _asked(table, question)
    for term, share in asked.items():
        places = postings(look_up(table["terms"], term))
        rarity[term] = share * _rarity(term, [weight for _, weight, _ in places], len(order))
        for number, weight, phrases in places:
            held[number] = held.get(number, 0) + rarity[term] * weight / WEIGHTS
            for phrase in phrases:
                common[number, phrase] = common.get((number, phrase), 0) + rarity[term]
    whole = sum(rarity.values()) or 1.0
    nearest: dict[int, float] = {}
    for (number, phrase), both in common.items():
        size = 2 ** (unpacked(table["sizes"][number][phrase])[0] / SIZES)
        nearest[number] = max(nearest.get(number, 0), both * both / whole / max(size, both))
    for number, sum_held in held.items():
        name = order[number]
        scores[name] = scores.get(name, 0) + sum_held / whole + NEAREST * nearest.get(number, 0)
    guessed = [word for term in asked if asked[term] == GUESSED for word in (term, f"{term}e")]
    for word in {*split(question.lower()), *guessed}:
        found = names.get(word, names.get(word.rstrip("_")))
        if found is not None:
            scores[found] = scores.get(found, 0) + NAMED * rarity.get(term_of(word, table["words"]), 0) / whole
    alone = question.strip().lower()
    if 3 < len(alone) <= 30 and alone.isidentifier() and alone not in names:
        for found in {names[slip] for slip in _slips(alone) if slip in names}:
            scores[found] = scores.get(found, 0) + 1
    for word in set(_CALLED.findall(question.lower())):
        found = names.get(word.rstrip("_"))
        if found is not None:
            scores[found] = scores.get(found, 0) + CALLED
    best = max(scores.values(), default=0)
    if best < WORTH and not named and not _ABOUT.search(question):
        return []
    least = LEAST * best
    hits = {name: score for name, score in scores.items() if score >= least}
    for place, name in enumerate(named):
        hits[name] = hits.get(name, 0) + EXACT / (1 + place)
    return sorted(hits.items(), key=lambda hit: (-hit[1], hit[0]))


def is_answerable(table: dict[str, Any], question: str, share: float) -> bool:
    """Whether a question is one at all: text of which enough is known, or in which a shown message stands.

    A traceback or a script without a word of torch is another program's. ``share`` is how much of a message stands in
    the question.
    """
    if not is_text(question):
        return False
    if share > MOST or question.strip().isidentifier():
        return True
    about = _ABOUT.search(question)
    rest = _without_traceback(question)
    if not about and (rest != question or question.startswith("#!")):
        return False
    return understood(table, rest, about is not None) >= (ABOUT if about else KNOWN)


def understood(table: dict[str, Any], question: str, about: bool) -> float:
    """Return how much of a question is known to the table, rare terms weighing more; light words do not count.

    A few unknown words may be known ones typed wrong. ``about`` is the answer where no word counts.
    """
    order, lines, words = table["order"], table["terms"], table["words"]
    single = [term for term in dict.fromkeys(terms(question, words)) if " " not in term and term[0] != "~"]
    holding = all_lines(lines) if len(single) > MANY else {}
    ever = rare(1, len(order))
    foreign = set(_FOREIGN.findall(question))
    sense, whole, unknown = 0.0, ever * len(foreign), []
    for term in single:
        if holding.get(term) or (not holding and f"\n{term}\t" in lines):
            found = postings(holding[term] if holding else look_up(lines, term))
            weight = _rarity(term, [share for _, share, _ in found], len(order))
            sense += weight
            whole += weight
        elif term.isascii():
            unknown.append(term)
        else:
            whole += ever * CHARACTERS
    for term in unknown if len(unknown) <= SLIPS else ():
        if 4 <= len(term) <= 30 and _guess(term, _known(lines), words):
            sense += ever if len(term) > 5 else ever * SHORT
    whole += ever * len(unknown)
    return sense / whole if whole else float(about)


def is_word(table: dict[str, Any], question: str) -> bool:
    """Whether a question is one ordinary word, such as ``gradient``, with which operations are asked for."""
    word = question.strip()
    if not (word.isascii() and word.isalpha() and word.islower()):
        return False
    return any(phrases for _, _, phrases in postings(look_up(table["terms"], term_of(word, table["words"]))))


def _without_traceback(text: str) -> str:
    """Of a pasted traceback the message, the line that raised it, and the Chinese around; any other text as it is."""
    if 'File "' not in text and "Traceback" not in text:
        return text
    lines = re.split(r"\r?\n|↵", text)
    chinese = [line for line in lines if any(map(is_chinese, line))]
    raised = [line for before, line in itertools.pairwise(lines) if before.lstrip().startswith('File "')]
    starts = [found.start() for found in _ERROR.finditer(text)]
    return "\n".join([*chinese, *raised[-1:], text[starts[-1] :] if starts else text])


def _asked(table: dict[str, Any], question: str) -> dict[str, float]:
    """The terms of a question that any entry holds -> 1, or less for what is a guess at a word typed wrong."""
    lines = table["terms"]
    found = list(dict.fromkeys(terms(question, table["words"]) or terms(question, {})))
    known = _known(lines) if len(found) > MANY else None
    unknown = [term for term in found if (term not in known if known else f"\n{term}\t" not in lines)]
    single = [term for term in unknown if " " not in term and 4 <= len(term) <= 30 and term.isascii()]
    missed = set(unknown)
    asked = {term: 1.0 for term in found if term not in missed}
    for term in single if len(single) <= GUESSES else ():
        near = _guess(term, _known(lines), table["words"])
        if near and near not in asked:
            asked[near] = GUESSED
    return asked


@functools.lru_cache(1)
def _known(lines: str) -> dict[str, int]:
    """Each term that any entry holds -> the length of its line, which grows with the places it stands in."""
    return {line.partition("\t")[0]: len(line) for line in lines.split("\n")}


def _guess(term: str, known: dict[str, int], words: dict[str, str]) -> str | None:
    """The known term that is one slip away, or starts alike; of several the one that stands in most places."""
    near = _slips(term)
    if not any(word in known or words.get(word) for word in near) and len(term) > 5:
        start = term[: max(5, len(term) - 3)]
        near = [
            word
            for word in (*known, *words)
            if word.startswith(start) and len(word) < len(term) + 4 and " " not in word
        ]
    found = {words.get(word, word) for word in near} & known.keys()
    return max(found, key=lambda word: (known[word], word), default=None)


def _slips(word: str) -> list[str]:
    """Every word that is one slip of the finger away: two letters swapped, one left out, changed or put in."""
    letters = "abcdefghijklmnopqrstuvwxyz_"
    cut = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    return [
        *(a + b[1] + b[0] + b[2:] for a, b in cut if len(b) > 1),
        *(a + b[1:] for a, b in cut if b),
        *(a + c + b[1:] for a, b in cut if b for c in letters),
        *(a + c + b for a, b in cut for c in letters),
    ]
