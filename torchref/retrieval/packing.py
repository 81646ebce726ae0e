"""Lists of whole numbers as strings, which load as one object, here and in a browser."""

from __future__ import annotations

FIRST = 93  # the first character after the backslash: none of a packed string needs an escape in JSON


def all_lines(lines: str) -> dict[str, str]:
    """Return key -> packed numbers of all that :func:`lines` holds, which pays for a long text."""
    return dict(line.split("\t") for line in lines.strip("\n").split("\n"))


def lines(numbers: dict[str, list[int]]) -> str:
    """Return one line a key, which loads at once where a dict of as many keys would take milliseconds."""
    return "".join(f"\n{key}\t{packed(found)}" for key, found in numbers.items()) + "\n"


def look_up(lines: str, key: str) -> list[int]:
    """Return the numbers that :func:`lines` holds for a key; none for a key that it does not hold."""
    at = lines.find(f"\n{key}\t")
    start = at + len(key) + 2
    return unpacked(lines[start : lines.index("\n", start)]) if at >= 0 else []


def packed(numbers: list[int]) -> str:
    """Return whole numbers as the characters of one string, which loads as one object, here and in a browser."""
    return "".join(chr(number + FIRST) for number in numbers)


def unpacked(text: str) -> list[int]:
    return [ord(character) - FIRST for character in text]
