"""Lists of whole numbers as strings, which load as one object, here and in a browser."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST = ord("#")
"""The first character: it and those after it need no escape in JSON, but for the backslash, which is passed over."""
LAST = ord("\\") - FIRST
"""The first number after that of the backslash."""


def all_lines(lines: str) -> dict[str, str]:
    """Return key -> packed numbers of all that :func:`lines` holds, which pays for a long text."""
    return dict(line.split("\t") for line in lines.strip("\n").split("\n"))


def lines(found: dict[str, str]) -> str:
    """Return one line a key, which loads at once where a dict of as many keys would take milliseconds."""
    return "".join(f"\n{key}\t{text}" for key, text in found.items()) + "\n"


def look_up(lines: str, key: str) -> str:
    """Return what :func:`lines` holds for a key; an empty text for a key that it does not hold."""
    at = lines.find(f"\n{key}\t")
    start = at + len(key) + 2
    return lines[start : lines.index("\n", start)] if at >= 0 else ""


def packed(numbers: Iterable[int]) -> str:
    """Return whole numbers as the characters of one string; a number below 91 takes one byte."""
    return "".join(chr(number + FIRST + (number >= LAST)) for number in numbers)


def unpacked(text: str) -> list[int]:
    codes = [ord(character) - FIRST for character in text]
    return [code - (code > LAST) for code in codes]


def packed_postings(held: dict[int, int], phrases: dict[int, list[int]]) -> str:
    """Return where a term stands: which entries hold it, with its weight in each, and which of an entry's phrases.

    Of an entry its distance from the one before, the weight, how many phrases, and their numbers.
    """
    numbers: list[int] = []
    before = 0
    for entry, weight in sorted(held.items()):
        numbers += [entry - before, weight, len(phrases.get(entry, ())), *phrases.get(entry, ())]
        before = entry
    return packed(numbers)


def postings(text: str) -> list[tuple[int, int, list[int]]]:
    """Return ``(entry, weight, phrases)`` of each entry that :func:`packed_postings` wrote down."""
    numbers = unpacked(text)
    found = []
    at = entry = 0
    while at < len(numbers):
        entry += numbers[at]
        many = at + 3 + numbers[at + 2]
        found.append((entry, numbers[at + 1], numbers[at + 3 : many]))
        at = many
    return found
