"""For a process that stays (``make serve``): what was made is made again only when what it is made from has changed."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")
_held: dict[Hashable, tuple[Any, Any]] = {}


def made(name: Hashable, source: Any, make: Callable[[], T]) -> T:
    """Return what ``make`` makes of ``source``: what it made last under this name, if the source is equal to that."""
    held = _held.get(name)
    if held is None or held[0] != source:
        held = _held[name] = (source, make())
    result: T = held[1]
    return result
