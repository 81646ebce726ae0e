"""Everything the terminal and the notebook read, in one file beside the content, ready to be read in milliseconds.

The file is derived: it is used only while it bears the checksum of the files it was made from, and is made again
otherwise (in memory alone where it cannot be written). Its parts are marshalled one by one, so that a reader unpacks
what it needs; entries are compressed too. Nothing here imports more than it must: every answer of the terminal starts
with this module.
"""

from __future__ import annotations

import marshal
import os
import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

PACKAGE = os.path.dirname(os.path.abspath(__file__))
FILE = os.path.join(PACKAGE, "index.bin")
BOLD, RED, CODE, DIM, END = MARKS = ("\033[1m", "\033[31m", "\033[36m", "\033[2m", "\033[0m")
"""What a terminal shows in bold and in colours; an entry's text bears these marks."""
LANGUAGES = {"en": "English", "zh": "简体中文"}
SPACES = {
    "F": "nn.functional",
    "functional": "nn.functional",
    "init": "nn.init",
    "Module": "nn.Module",
    "Optimizer": "optim.Optimizer",
}
"""How torch's spaces are called in code -> their names."""
METHODS = ("Tensor", "nn.Module", "optim.Optimizer")
"""The classes whose methods a variable may have."""

_MADE_BY = (
    "catalog.py",
    "facts.py",
    "index.py",
    "ranking.py",
    "show.py",
    "translation.py",
    "observed.json",
    "concepts.txt",
)
_FORMAT = 2  # the newest marshal format in which equal content makes equal bytes
CLEAR = 1.2
"""How many times the second hit the first has to score to be shown alone."""
MOST = 0.7
"""How much of a message has to stand in a text for it to be that error."""

BINARY = 0.1
"""The part of a text that may be no text: control characters, or bytes in no encoding."""
_STRANGE = dict.fromkeys((*range(1, 9), *range(14, 32), *range(127, 160), 0xFFFD))

_parts: dict[str, bytes] = {}
_unpacked: dict[str, Any] = {}


def part(name: str) -> Any:
    """Return a part of the index: ``names``, ``without_page``, ``topics``, ``titles``, ``versions``, ``words``,
    ``ranking``, or an entry's record, ``en/squeeze``.

    Raises:
        ContentError: the content is broken, so that no index can be made of it.
    """
    if name not in _unpacked:
        if not _parts:
            checksum = _checksum()
            _parts.update(_read(checksum) or _make(checksum))
        _unpacked[name] = marshal.loads(zlib.decompress(_parts[name]) if "/" in name else _parts[name])
    return _unpacked[name]


def entry(name: str, language: str) -> dict[str, Any]:
    """Return the record of an operation: plain data, and under ``text`` how a terminal shows it."""
    found: dict[str, Any] = part(f"{language}/{name}")
    return found


def words(language: str) -> Callable[[str], str]:
    """Return the function from what the program says in English to the same in ``language``."""
    table = part("words") if language == "zh" else {}
    return lambda message: table.get(message, message)


def language(question: str = "") -> str:
    """Return the language of the environment, by the first that is set of LC_ALL, LC_MESSAGES, LANG.

    Where that names none (``C``, ``POSIX``), a question with Chinese in it is answered in Chinese.
    """
    wanted = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "C").lower()
    if wanted.partition(".")[0] in ("c", "posix"):
        return "zh" if any(map(is_chinese, question)) else "en"
    return "zh" if wanted.startswith("zh") else "en"


def chosen(language_asked: str | None) -> str:
    """Return the language asked for, that of the environment for None.

    Raises:
        LookupError: there is no such language; names those that exist.
    """
    if language_asked is not None and language_asked not in LANGUAGES:
        raise LookupError(f"no language {language_asked!r}; there are {', '.join(LANGUAGES)}")
    return language_asked or language()


def is_text(question: str) -> bool:
    """Whether what was asked is text: no zero byte, and few control characters and bytes in no encoding."""
    strange = len(question) - len(question.translate(_STRANGE))
    return "\0" not in question and strange <= BINARY * len(question)


def is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def plain(text: str) -> str:
    """Return a text for the terminal without its colours."""
    for mark in MARKS:
        text = text.replace(mark, "")
    return text


def name_of(text: str) -> str | None:
    """Return the operation that ``text`` names, if it is a name and nothing else: see :func:`resolve`."""
    return resolve(text)[0]


def missing(text: str) -> str | None:
    """Return the name that ``text`` is, if it is one without a page: as torch has it, or as it is written."""
    return resolve(text)[1]


def resolve(text: str) -> tuple[str | None, str | None]:
    """Return the operation that ``text`` names, or the name without a page; neither if it is more than a name.

    Any official name, alias, method or in-place form, NumPy's name, an operator; with or without ``torch.``, a
    variable before it, or a call's parentheses behind it; in any case, and with spaces between its words (``no grad``).
    A name in one of torch's spaces (``F.unfold``) is never taken for the same in another (``Tensor.unfold``).
    """
    names = part("names")
    asked = text.strip()
    operator = "".join(one for one in asked if not (one.isalnum() or one.isspace() or one in "._"))
    if operator in names and len(asked) <= len(operator) + 6 and asked.isascii():
        return str(names[operator]), None
    if asked.endswith(")"):
        asked = asked.partition("(")[0]
    first, *others = asked.split(".")
    if not (asked.isascii() and all(one.isidentifier() for one in (first, *others))):
        words = asked.lower().split()
        spellings = ["_".join(words), "".join(words)] if 1 < len(words) < 5 else []
        return next((str(names[spelled]) for spelled in spellings if spelled in names), None), None
    official = first == "torch" and bool(others)
    first, *others = others if official else (first, *others)
    short = ".".join([SPACES.get(first, first) if others else first, *others])
    tail = others[-1] if others else short
    if (known := _spelled(short)) and not (official and f"\n{short}\n" in part("without_page")):
        return known, None
    if listed := _listed(short, f".{short}") if not (official or others) else _listed(short):
        return None, f"torch.{listed}"
    if not others:
        return None, asked if official else None
    if (first == "Tensor" or not (official or first in ("nn", *SPACES))) and (known := _spelled(tail)):
        return known, None
    method = None if official or first in SPACES else _listed(*(f"{of}.{tail}" for of in METHODS))
    return None, f"torch.{method}" if method else asked


def _spelled(name: str) -> str | None:
    names = part("names")
    return next((str(names[one]) for one in (name, name.lower(), name.rstrip("_")) if one in names), None)


def _listed(*wanted: str) -> str | None:
    """The first name without a page that is one of ``wanted``, or ends in one that begins with a dot; in any case."""
    lines = part("without_page")
    for text, change in ((lines, str), (lines.lower(), str.lower)):
        for name in wanted:
            at = text.find(change(f"{name}\n" if name.startswith(".") else f"\n{name}\n"))
            if at >= 0:
                start = lines.rfind("\n", 0, at + 1) + 1
                return str(lines[start : lines.index("\n", start)])
    return None


def search(question: str) -> list[tuple[str, float]]:
    """Return ``(operation, score)`` for each operation that answers a question, the best first."""
    from torchref import ranking

    named, absent = resolve(question)
    if absent and _is_torchs(absent) and not ranking.is_word(part("ranking"), question):
        return []
    return ranking.rank(part("ranking"), part("names"), question, named)


def _is_torchs(name: str) -> bool:
    """Whether torch has the name, or its space belongs to torch; what neither is may be another name typed wrong."""
    first, *others = name.removeprefix("torch.").split(".")
    inner = first in ("nn", *SPACES) or name.startswith("torch.")
    return _listed(name.removeprefix("torch.")) is not None or (first != "Tensor" and len(others) > 0 and inner)


def nearest(name: str) -> list[str]:
    """Return up to three operations that are called much like ``name``, the nearest first."""
    from torchref import ranking

    return ranking.nearest(part("names"), part("ranking")["order"], name)


def errors(text: str) -> list[tuple[str, int]]:
    """Return ``(operation, block)`` for each shown error message most of which stands in a text, the best first."""
    from torchref import ranking

    return [(name, block) for name, block, share in ranking.match(part("ranking"), text) if share > MOST]


def clear(hits: list[tuple[str, float]]) -> bool:
    """Whether the first hit answers so much better than the second that it can stand for all."""
    return len(hits) < 2 or hits[0][1] > CLEAR * hits[1][1]


def url(entry: dict[str, Any], language: str) -> str:
    """Return the address of an entry's page: in TORCHREF_SITE, else in the site built in this checkout.

    Where there is neither, the page's path in any built site: ``en/squeeze.html``.
    """
    page = f"{language}/{entry['file']}.html"
    root = os.environ.get("TORCHREF_SITE") or os.path.join(os.path.dirname(PACKAGE), "build", "site")
    if "://" in root:
        return f"{root.rstrip('/')}/{page}"
    path = os.path.abspath(os.path.join(root, page))
    if not os.path.exists(path):
        return page
    from pathlib import Path

    return Path(path).as_uri()


def _checksum() -> bytes:
    """The checksum of every file the index is made from, names included."""
    found = 0
    for folder in ("operations", os.path.join("locale", "zh_CN", "LC_MESSAGES")):
        names = sorted(name for name in os.listdir(os.path.join(PACKAGE, folder)) if name.endswith((".py", ".po")))
        for name in [os.path.join(folder, name) for name in names]:
            found = _add(found, name)
    for name in _MADE_BY:
        found = _add(found, name)
    return found.to_bytes(4, "big")


def _add(checksum: int, name: str) -> int:
    with open(os.path.join(PACKAGE, name), "rb", buffering=0) as file:
        return zlib.crc32(file.read(), zlib.crc32(name.encode(), checksum))


def _read(checksum: bytes) -> dict[str, Any] | None:
    """The parts on disk, or None if there are none, if they are of other content, or if a byte of them is wrong."""
    try:
        with open(FILE, "rb", buffering=0) as file:
            data = file.read()
    except OSError:
        return None
    if data[:8] != checksum + zlib.crc32(data[8:]).to_bytes(4, "big"):
        return None
    places, start = marshal.loads(data[12:]), 12 + int.from_bytes(data[8:12], "big")
    return {name: data[start + at : start + at + size] for name, (at, size) in places.items()}


def _make(checksum: bytes) -> dict[str, bytes]:
    """Build the parts, and write them where that can be done: checksums, where each part lies, the parts."""
    parts = {
        name: zlib.compress(packed) if "/" in name else packed
        for name, value in build().items()
        for packed in [marshal.dumps(value, _FORMAT)]
    }
    places, at = {}, 0
    for name, packed in parts.items():
        places[name] = (at, len(packed))
        at += len(packed)
    head = marshal.dumps(places, _FORMAT)
    data = len(head).to_bytes(4, "big") + head + b"".join(parts.values())
    beside = f"{FILE}.{os.getpid()}"
    try:
        with open(beside, "wb") as file:
            file.write(checksum + zlib.crc32(data).to_bytes(4, "big") + data)
        os.replace(beside, FILE)
    except OSError:
        if os.path.exists(beside):
            os.unlink(beside)
    return parts


def build() -> dict[str, Any]:
    """Make every part of the index from the content, the facts and the translations.

    Raises:
        ContentError: an entry, a catalog or the facts that break the form; names file, line and rule.
    """
    from pathlib import Path

    from torchref import catalog, ranking, translation

    package = Path(PACKAGE)
    topics = catalog.read(package / "operations")
    known = catalog.entries(topics)
    observed = catalog.read_observed(package / "observed.json")
    observations = {name: observed["operations"].get(name, {"title": f"torch.{name}", "names": []}) for name in known}
    files = stems(known, observations)
    gettexts = {language: translation.load(language, package / "locale") for language in LANGUAGES}
    translated = {
        language: tuple(catalog.translate_topic(topic, gettext) for topic in topics)
        for language, gettext in gettexts.items()
    }
    parts: dict[str, Any] = {
        "versions": observed["versions"],
        "topics": {topic.name: [entry.name for entry in topic.entries] for topic in topics},
        "titles": {language: [topic.title for topic in found] for language, found in translated.items()},
        "names": names(known, observations, observed.get("same", {})),
        "without_page": without_page(observed.get("without_page", {})),
        "words": {message: gettexts["zh"](message) for message in translation.program_messages()},
        "ranking": ranking.table(translated, observations),
    }
    for language, gettext in gettexts.items():
        in_language = catalog.entries(translated[language])
        for topic in translated[language]:
            for entry in topic.entries:
                made = record(entry, topic, in_language, observations, files, gettext)
                parts[f"{language}/{entry.name}"] = made
    return parts


def stems(known: Any, observations: dict[str, Any]) -> dict[str, str]:
    """Return entry name -> file name of its page without ending: told apart where file systems ignore case."""
    lower = {name for name in known if name == name.lower()}
    return {
        name: f"{name}-{'class' if observations[name]['title'].startswith('torch.') else 'attribute'}"
        if name not in lower and name.lower() in lower
        else name
        for name in known
    }


def without_page(spaces: dict[str, list[str]]) -> str:
    """Return torch's names without an entry, one a line, those in the outer spaces first: ``vmap``, ``nn.Conv2d``."""
    found = [f"{space}.{name}".removeprefix("torch.") for space, names in spaces.items() for name in names]
    return "\n".join(["", *sorted(found, key=lambda name: (name.count("."), name)), ""])


def names(known: Any, observations: dict[str, Any], same: dict[str, str]) -> dict[str, str]:
    """Return every way to write an operation -> its entry: official names, last parts, operators, NumPy's names.

    ``same`` are the names in other spaces that stand for the same operations.

    An entry's own name wins over the name of another, and a spelling in the right case over one in lower case.
    """
    from torchref import ranking

    found = {name: name for name in known}
    spellings: list[tuple[str, str]] = []
    for name in known:
        facts = observations[name]
        for official in facts["names"]:
            spellings += [(official, name), (official.removeprefix("torch."), name), (official.split(".")[-1], name)]
        operator = "".join(one for one in facts.get("operator", "") if not (one.isalnum() or one.isspace()))
        if operator and operator != "()":
            spellings += [(operator, name)]
    for official, name in same.items():
        spellings += [(official, name), (official.removeprefix("torch."), name), (official.split(".")[-1], name)]
    for name, entry in known.items():
        for counterpart in ranking.numpy_names(entry):
            of = counterpart if counterpart in known else name
            spellings += [(f"np.{counterpart}", of), (f"numpy.{counterpart}", of), (counterpart, of)]
    for spelled, name in spellings:
        found.setdefault(spelled, name)
    for spelled, name in [*found.items()]:
        found.setdefault(spelled.lower(), name)
    return found


def record(
    entry: Any,
    topic: Any,
    known: Any,
    observations: dict[str, Any],
    files: dict[str, str],
    gettext: Callable[[str], str],
) -> dict[str, Any]:
    """Return an entry as plain data.

    Examples are ``[source, output, name of the error or ""]``, errors ``[message, [start, end]]``: the fix is those of
    the examples.
    """
    from torchref import facts, show

    observation = observations[entry.name]
    made: dict[str, Any] = {
        "name": entry.name,
        "title": observation["title"],
        "topic": topic.name,
        "topic_title": topic.title,
        "file": files[entry.name],
        "names": observation["names"],
        "summary": entry.summary,
        "facts": [list(fact) for fact in facts.sentences(observation, gettext)],
        "blocks": [
            {
                "prose": list(block.prose),
                "session": "".join(example.text for example in block.examples),
                "code": [
                    [example.code, example.output, (example.message or "").partition(":")[0]]
                    for example in block.examples
                ],
                "errors": [[message, list(fix)] for message, fix in block.errors],
            }
            for block in entry.blocks
        ],
        "numpy": entry.numpy,
        "no_numpy": entry.no_numpy,
        "see_also": [[name, known[name].summary] for name in entry.see_also],
        "asked": list(entry.asked),
    }
    for block in made["blocks"]:
        if block["errors"]:
            block["shown"] = show.error(block, gettext)
    line = "\n".join(show.wrap(made["summary"], indent=4, first=f"{BOLD}{made['name']}{END}  "))
    return made | {"text": show.text(made, gettext), "line": line}
