"""The fix of a failed call: which entry shows its error, and the examples that stand there without it."""

import difflib
import re
from collections.abc import Callable, Iterator
from typing import Any

from torchref.retrieval import index
from torchref.tracing import wording
from torchref.tracing.recording import Recording

LIKE = 0.6
"""How much of a shown error message, numbers aside, has to be in another one for it to count as the same error."""


def fix(call: Recording, lang: str, _: Callable[[str], str]) -> Iterator[str]:
    """Yield the cause of the error of a failed call and the code that fixes it, from the entry that shows the error.

    The entry of the operation itself comes before others with the same error. What another operation's entry says is
    said to be that, and its fix is left out: it fixes another call. Where no entry shows the error, that is said.
    """
    own = {index.name_of(name) for name in call.operation}
    for name, block, number in sorted(showing(call.message), key=lambda hit: hit[0] not in own)[:1]:
        shown = index.entry(name, lang)["blocks"][block]
        prose = re.sub(":$", ".", re.sub("：$", "。", wording.plain(" ".join(shown["prose"]))))
        is_own = name in own or not call.operation
        if prose:
            sentence = _("cause: {prose}") if is_own else _("the same error in the entry {name}: {prose}")
            yield sentence.format(name=name, prose=prose)
        yield from wording.see([name], lang, _)
        if is_own:
            yield from _session(shown, number)
        return
    yield _("no entry shows this error")
    yield from wording.see(call.operation, lang, _)


def showing(message: str) -> list[tuple[str, int, int]]:
    """Return where this error is shown, whatever its numbers, the likeliest first: entry, block, number of the error.

    The order is that of the search, by which the terminal too chooses the entry it shows.
    """

    def likeness(shown: str) -> float:
        first, second = (re.sub(r"\d+", "0", text) for text in (shown, message))
        return difflib.SequenceMatcher(None, first, second).ratio()

    found = []
    for name, block in index.errors(message):
        alike = [likeness(shown) for shown, _fix in index.entry(name, "en")["blocks"][block]["errors"]]
        if max(alike) > LIKE:
            found.append((name, block, alike.index(max(alike))))
    places = {name: place for place, (name, _score) in enumerate(index.search(message))} if len(found) > 1 else {}
    return sorted(found, key=lambda hit: places.get(hit[0], len(places)))


def _session(block: dict[str, Any], number: int) -> Iterator[str]:
    """The examples that are the fix of an error of a block, as Python shows them."""
    start, end = block["errors"][number][1]
    for source, output, _error in block["code"][start:end]:
        first, *rest = source.rstrip("\n").split("\n")
        yield from [
            f"  >>> {first}",
            *(f"  ... {line}" for line in rest),
            *(f"  {line}" for line in output.splitlines()),
        ]
