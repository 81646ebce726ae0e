"""Which error messages that entries show stand in a text, whatever their numbers, shapes, dtypes and devices."""

from __future__ import annotations

import itertools
import math
import re

from torchref.retrieval.packing import all_lines, look_up, unpacked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

WORD = re.compile(r"(?<!\d)[A-Za-z_][A-Za-z0-9_]*|(?<!\S)[-+*/@%&|^~<>=!]{1,3}(?!\S)|(?<![\w.])\d{1,3}(?![\w.])")
"""A name or an English word, an operator that stands alone, a small number."""
MOST = 0.7
"""How much of a message has to stand in a text for it to be that error."""
MANY = 200
"""From how many words on a table is unpacked to look them up."""


def pairs(message: str) -> list[str]:
    """Return each two neighbouring words of a message, without its numbers; any dtype or device stands for all."""
    words = WORD.findall(message.lower().replace("torch.", ""))
    found = [VARIES.get(word, word) for word in words if not word.isdigit()]
    return [f"{one} {other}" for one, other in itertools.pairwise(found)]


_DTYPES = """
float double half long int short byte char bool bfloat16 float16 float32 float64 int8 int16 int32 int64 uint8
complex64 complex128 floattensor doubletensor longtensor inttensor halftensor booltensor
"""
VARIES = dict.fromkeys(_DTYPES.split(), "dtype") | dict.fromkeys(("cpu", "cuda", "meta", "mps", "xpu"), "device")


def rare(number: int, everything: int) -> float:
    """How much a pair of words tells messages apart, by the number that hold it."""
    return math.log(1 + everything / max(number, 1))


def match(table: dict[str, Any], text: str) -> list[tuple[str, int, float]]:
    """Return ``(operation, block, share)`` of each shown message that stands in a text, the best first.

    ``block`` is the number of the entry's block that shows the message. ``share`` is how much of the message stands in
    the text, and a little how much of the text that is; of a part of a message, how much of the text stands in it.
    Words that fewer messages share count for more.
    """
    messages = table["messages"]
    common: dict[int, float] = {}
    telling: dict[int, int] = {}
    whole = 0.0
    asked = set(pairs(text))
    holding = all_lines(table["pairs"]) if len(asked) > MANY else None
    for pair in asked:
        numbers = unpacked(look_up(table["pairs"], pair) if holding is None else holding.get(pair, ""))
        weight = rare(len(numbers), len(messages))
        whole += weight
        for number in numbers:
            common[number] = common.get(number, 0) + weight
            telling[number] = telling.get(number, 0) + _is_telling(pair, table["words"])
    found = []
    for number, both in common.items():
        of, block, size = messages[number]
        held, explained = 100 * both / size, both / whole
        share = max(0.85 * held + 0.15 * explained, 0.9 * explained)
        if share >= 0.45 and telling[number] and (telling[number] > 2 or held > 0.99):
            found.append((table["order"][of], block, share))
    return sorted(found, key=lambda hit: (-hit[2], hit[0]))


def _is_telling(pair: str, words: dict[str, str]) -> bool:
    """Whether a pair of a message's words holds one that is not in every text."""
    small = ("dtype", "device")
    return any(
        len(word) > 2 and word not in small and words.get(word, word)[:1] not in ("", "~") for word in pair.split()
    )
