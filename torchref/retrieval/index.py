"""Everything the terminal and the notebook read, in one file beside the content, ready to be read in milliseconds.

The file is derived: it is used only while it bears the checksum of the files it was made from, and is made again
otherwise (in memory alone where it cannot be written). Since reading all of them takes longer than an answer, what they
looked like when they were last read, sizes, times and all, is noted beside it; while they look the same, they are.
Its parts are marshalled one by one, each with a checksum, so that a reader reads what it needs; entries are compressed,
both languages of one together. Nothing here imports more than it must: every answer of the terminal starts with this
module.
"""

from __future__ import annotations

import marshal
import os
import time
import zlib

from torchref.retrieval import names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

FOLDER = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.dirname(FOLDER)
FILE = os.path.join(FOLDER, "index.bin")
CHECKED = f"{FILE}.checked"
"""Where it is noted what the files looked like whose checksum the index bears."""
MADE_FROM = ("operations", "content", "content/locale/zh_CN/LC_MESSAGES", "retrieval")
"""The folders whose files decide what is in the index."""
_FORMAT = 2  # the newest marshal format in which equal content makes equal bytes
CLEAR = 1.2
"""How many times the second hit the first has to score to be shown alone."""

SETTLED = 2 * 10**9
"""After how many nanoseconds a file that changes again is sure to bear another time."""
SAMPLES = 4
"""Of how many entries the dictionary consists with which all are compressed: the shortest hold least of their own."""

_places: dict[str, tuple[int, int, int]] = {}  # part -> where it begins in the file, its size, its checksum
_made: dict[str, bytes] = {}  # the same parts, if this process made them
_unpacked: dict[str, Any] = {}


def part(name: str) -> Any:
    """Return a part of the index: ``names``, ``namesakes``, ``without_page``, ``topics``, ``titles``, ``versions``,
    ``words``, ``ranking``, or the records of an entry, ``entry/squeeze``.

    Raises:
        ContentError: the content is broken, so that no index can be made of it.
    """
    if name not in _unpacked:
        packed = _packed(name)
        if name.startswith("entry/"):
            packed = zlib.decompressobj(zdict=_packed("dictionary")).decompress(packed)
        _unpacked[name] = marshal.loads(packed)
    return _unpacked[name]


def entry(name: str, language: str) -> dict[str, Any]:
    """Return the record of an operation: plain data, and under ``text`` how a terminal shows it."""
    found: dict[str, Any] = part(f"entry/{name}")[language]
    return found


def forget() -> None:
    """Read the index anew, which a process does that stays while the content changes."""
    for held in (_places, _made, _unpacked):
        held.clear()


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
    return list(dict.fromkeys((name, block) for name, block, share in found if share > messages.MOST))


def clear(hits: list[tuple[str, float]]) -> bool:
    """Whether the first hit answers so much better than the second that it can stand for all."""
    return len(hits) < 2 or hits[0][1] > CLEAR * hits[1][1]


def _packed(name: str) -> bytes:
    """A part as it stands in the file, which is made again if there is none, if it is of other content, or broken."""
    if not _made:
        if not _places:
            _open()
        if name in _places and (found := _read(*_places[name])) is not None:
            return found
        _made.update(_make())
        _unpacked.clear()
    return _made[name]


def _open() -> None:
    """Learn where each part stands, if the index is there and of the content that is there."""
    try:
        with open(FILE, "rb", buffering=0) as file:
            head = file.read(12)
            places = file.read(int.from_bytes(head[8:], "big"))
    except OSError:
        return
    if head[4:8] == zlib.crc32(places).to_bytes(4, "big") and _is_of(head[:4]):
        for name, (at, size, checksum) in marshal.loads(places).items():
            _places[name] = (12 + len(places) + at, size, checksum)


def _read(at: int, size: int, checksum: int) -> bytes | None:
    """A part on disk, or None if a byte of it is wrong: the file is broken, or another process made it anew."""
    try:
        with open(FILE, "rb", buffering=0) as file:
            file.seek(at)
            data = file.read(size)
    except OSError:
        return None
    return data if zlib.crc32(data) == checksum else None


def _is_of(checksum: bytes) -> bool:
    """Whether the content has this checksum: told by the looks of its files, where those are noted, or by reading them.

    A file that changed a moment ago may change again and look the same, so that only settled looks are noted.
    """
    looks, changed = _looks()
    try:
        with open(CHECKED, "rb", buffering=0) as file:
            if file.read() == checksum + looks:
                return True
    except OSError:
        pass
    if _checksum() != checksum:
        return False
    if changed < time.time_ns() - SETTLED:
        try:
            with open(CHECKED, "wb", buffering=0) as file:
                file.write(checksum + looks)
        except OSError:
            pass
    return True


def _looks() -> tuple[bytes, int]:
    """What every file the index is made from looks like, as a checksum, and when the last of them changed."""
    found = []
    changed = 0
    for folder in MADE_FROM:
        for file in _files(folder):
            one = os.stat(file)
            found.append((file, one.st_size, one.st_mtime_ns, one.st_ctime_ns, one.st_ino))
            changed = max(changed, one.st_mtime_ns, one.st_ctime_ns)
    return zlib.crc32(repr(found).encode("utf-8", "surrogateescape")).to_bytes(4, "big"), changed


def _files(folder: str) -> list[str]:
    place = os.path.join(PACKAGE, *folder.split("/"))
    found = sorted(name for name in os.listdir(place) if name.endswith((".py", ".po", ".json", ".txt")))
    return [os.path.join(place, name) for name in found]


def _checksum() -> bytes:
    """The checksum of every file the index is made from, names included."""
    found = 0
    for folder in MADE_FROM:
        for path in _files(folder):
            with open(path, "rb", buffering=0) as file:
                found = zlib.crc32(file.read(), zlib.crc32(f"{folder}/{os.path.basename(path)}".encode(), found))
    return found.to_bytes(4, "big")


def _compressed(data: bytes, dictionary: bytes) -> bytes:
    packer = zlib.compressobj(zdict=dictionary)
    return packer.compress(data) + packer.flush()


def _make() -> dict[str, bytes]:
    """Build the parts, and write them where that can be done: checksums, where each part lies, the parts."""
    import functools

    from torchref.content import again
    from torchref.retrieval import building

    checksum = _checksum()
    parts = {name: marshal.dumps(value, _FORMAT) for name, value in building.build().items()}
    entries = [name for name in parts if name.startswith("entry/")]
    samples = sorted(entries, key=lambda name: len(parts[name]))[:SAMPLES]
    parts["dictionary"] = b"".join(parts[name] for name in samples)[-1 << 15 :]
    for name in entries:
        source = (parts[name], parts["dictionary"])
        parts[name] = again.made(("compressed", name), source, functools.partial(_compressed, *source))
    places, at = {}, 0
    for name, packed in parts.items():
        places[name] = (at, len(packed), zlib.crc32(packed))
        at += len(packed)
    head = marshal.dumps(places, _FORMAT)
    beside = f"{FILE}.{os.getpid()}"
    try:
        with open(beside, "wb") as file:
            file.write(checksum + zlib.crc32(head).to_bytes(4, "big") + len(head).to_bytes(4, "big"))
            file.writelines([head, *parts.values()])
        os.replace(beside, FILE)
    except OSError:
        if os.path.exists(beside):
            os.unlink(beside)
    return parts
