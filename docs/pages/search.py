"""The data of the site's search, in files that a page loads as scripts, from ``file://`` too.

``search/base.js`` holds the ranking and what every question needs; ``search/0.js`` and so on hold the terms and the
pairs of words that begin alike, and a question loads those of its own words; ``search/words.js`` is for words that no
entry holds, ``search/absent.js`` for names without a page, and ``search/parameters.js`` has the parameters of each
operation. Both languages share them: ``en/search-data.js`` has the
titles and summaries of the hits.
"""

from pathlib import Path
from typing import Any

from docs.files import compact_json, write_if_changed
from docs.pages import lines
from torchref.content import catalog, facts
from torchref.content.text import written
from torchref.retrieval import building, index, messages, names, packing, ranking

RANKING = Path(__file__).parent / "ranking.js"
SLOTS = Path(__file__).parent / "slots.js"
SHARDS = 512
"""Into how many files the table is cut: the more, the less a question loads beside what it asks for."""


def write(folder: Path, topics: tuple[catalog.Topic, ...], observed: dict[str, Any]) -> None:
    """Write the files that both languages share; what a former build left there beside them goes."""
    script, data = (RANKING.read_text("utf-8") + SLOTS.read_text("utf-8")), compact_json(base(topics, observed))
    texts = {"base": f"{script}window.torchrefSearch = window.torchrefRanking({data});\n"}
    texts["words"] = f"window.torchrefSearch.know({compact_json(words())});\n"
    texts["parameters"] = (
        f"window.torchrefParameters = {compact_json(parameters(topics, observed))};\n"
        f"window.torchrefSignatures = {compact_json(signatures(observed))};\n"
    )
    texts["absent"] = f"window.torchrefSearch.lack({compact_json(index.part('without_page'))});\n"
    for number, (terms, pairs) in shards().items():
        texts[str(number)] = f"window.torchrefSearch.hold({number},{compact_json(terms)},{compact_json(pairs)});\n"
    for path in folder.glob("*.js"):
        if path.stem not in texts:
            path.unlink()
    for name, text in texts.items():
        write_if_changed(folder / f"{name}.js", text)


def base(topics: tuple[catalog.Topic, ...], observed: dict[str, Any]) -> dict[str, Any]:
    """Return what the script needs for every question.

    In ``order`` an entry stands as "" that is called by the first of its ``officials``; the others are as in the index.
    """
    table = index.part("ranking")
    known = catalog.entries(topics)
    operations = observed["operations"]
    order = table["order"]
    officials = building.officials(known, operations, observed["same"])
    names_of = dict(reversed(officials))
    return {
        "order": ["" if names_of[name].split(" ")[0].removeprefix("Tensor.") == name else name for name in order],
        "concepts": concepts(table["words"]),
        "sizes": table["sizes"],
        "messages": table["messages"],
        "wordings": table["wordings"],
        "anchors": [anchor for name in order for anchor, _, _ in lines.errors(known[name])],
        "officials": [[order.index(of), said] for of, said in officials],
        "others": [[order.index(of), said] for of, said in building.others(known, operations)],
        "namesakes": index.part("namesakes"),
        "spaces": names.SPACES,
        "variables": names.VARIABLES,
        "methods": names.METHODS,
        "numpy": names.NUMPY,
        "value": names.VALUE,
        "rules": ranking.rules(),
        "varies": messages.VARIES,
        "shards": SHARDS,
    }


def concepts(words: dict[str, str]) -> dict[str, str]:
    """Return each term of the vocabulary -> its words; those that stand for themselves are under ``~``."""
    found: dict[str, list[str]] = {}
    for word, term in words.items():
        found.setdefault("~" if term == f"~{word}" else term, []).append(word)
    return {term: " ".join(of) for term, of in found.items()}


def parameters(topics: tuple[catalog.Topic, ...], observed: dict[str, Any]) -> list[str]:
    """Return the parameters of each operation, as they are written in a signature, in the order of the index."""
    known = catalog.entries(topics)
    rows = {
        name: facts.parameters(known[name], observed["operations"][name], {}, lambda text: text)
        for name in index.part("ranking")["order"]
    }
    return [" ".join("".join(written(row).split()) for row in found) for found in rows.values()]


def signatures(observed: dict[str, Any]) -> list[str]:
    """Return the first signature of each operation from its bracket on, "" for those without, in that order too."""
    found = [facts.signatures(observed["operations"][name]) for name in index.part("ranking")["order"]]
    return ["".join(lines[0].partition("(")[1:]) if lines else "" for lines in found]


def words() -> str:
    """Return the terms that are one word, of which an unknown word may be a slip."""
    terms = packing.all_lines(index.part("ranking")["terms"])
    return " ".join(term for term in terms if " " not in term and term.isascii())


def shards() -> dict[int, tuple[str, str]]:
    """Return number -> the lines of the terms and of the pairs of a message that stand in that file; all have some."""
    table = index.part("ranking")
    found: dict[int, tuple[dict[str, str], dict[str, str]]] = {number: ({}, {}) for number in range(SHARDS)}
    for term, held in packing.all_lines(table["terms"]).items():
        found[shard(first(term))][0][term] = held
    for pair, shown in packing.all_lines(table["pairs"]).items():
        word = pair.split(" ")[0]
        found[shard(ranking.term_of(word, table["words"]) or word)][1][pair] = shown
    return {number: (packing.lines(terms), packing.lines(pairs)) for number, (terms, pairs) in found.items()}


def first(term: str) -> str:
    """Return what a term begins with: its first word, of two Chinese characters the first."""
    return term.split(" ")[0] if term.isascii() or " " in term or term[0] in "=~" else term[0]


def shard(word: str) -> int:
    """Return the number of the file of what begins with a word."""
    found = 0
    for character in word:
        found = (31 * found + ord(character)) % 65521
    return found % SHARDS
