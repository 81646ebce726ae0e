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

from torchref.retrieval import names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

FOLDER = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.dirname(FOLDER)
FILE = os.path.join(FOLDER, "index.bin")
MADE_FROM = ("operations", "content", "content/locale/zh_CN/LC_MESSAGES", "retrieval")
"""The folders whose files decide what is in the index."""
_FORMAT = 2  # the newest marshal format in which equal content makes equal bytes
CLEAR = 1.2
"""How many times the second hit the first has to score to be shown alone."""

_parts: dict[str, bytes] = {}
_unpacked: dict[str, Any] = {}


def part(name: str) -> Any:
    """Return a part of the index: ``names``, ``namesakes``, ``without_page``, ``topics``, ``titles``, ``versions``,
    ``words``, ``ranking``, or an entry's record, ``en/squeeze``.

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


def name_of(text: str) -> str | None:
    """Return the operation that ``text`` names, if it is a name and nothing else: see :func:`resolve`."""
    return resolve(text)[0]


def resolve(text: str) -> tuple[str | None, str | None]:
    """Return the operation that ``text`` names, or the name without a page: see :func:`names.resolve`."""
    return names.resolve(part("names"), part("without_page"), text)


def search(question: str) -> list[tuple[str, float]]:
    """Return ``(operation, score)`` for each operation that answers a question, the best first."""
    from torchref.retrieval import ranking

    named, absent = resolve(question)
    if absent and names.is_torchs(part("without_page"), absent) and not ranking.is_word(part("ranking"), question):
        return []
    called = [named, *part("namesakes").get(named, ())] if named else []
    return ranking.rank(part("ranking"), part("names"), question, called)


def nearest(name: str) -> list[str]:
    """Return up to three operations that are called much like ``name``, the nearest first."""
    return names.nearest(part("names"), part("ranking")["order"], name)


def errors(text: str) -> list[tuple[str, int]]:
    """Return ``(operation, block)`` for each shown error message most of which stands in a text, the best first."""
    from torchref.retrieval import messages

    found = messages.match(part("ranking"), text)
    return [(name, block) for name, block, share in found if share > messages.MOST]


def clear(hits: list[tuple[str, float]]) -> bool:
    """Whether the first hit answers so much better than the second that it can stand for all."""
    return len(hits) < 2 or hits[0][1] > CLEAR * hits[1][1]


def _checksum() -> bytes:
    """The checksum of every file the index is made from, names included."""
    found = 0
    for folder in MADE_FROM:
        place = os.path.join(PACKAGE, *folder.split("/"))
        for name in sorted(name for name in os.listdir(place) if name.endswith((".py", ".po", ".json", ".txt"))):
            with open(os.path.join(place, name), "rb", buffering=0) as file:
                found = zlib.crc32(file.read(), zlib.crc32(f"{folder}/{name}".encode(), found))
    return found.to_bytes(4, "big")


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
    from torchref.retrieval import building

    parts = {
        name: zlib.compress(packed) if "/" in name else packed
        for name, value in building.build().items()
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
