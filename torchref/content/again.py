"""What was made is made again only when what it is made from has changed: in a process that stays, and in the next."""

import os
import pickle
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
FEW = 0.02
"""Up to what part of all was made anew, the file that stands is good enough: writing it takes longer than they do."""
_held: dict[Hashable, tuple[Any, Any]] = {}
_anew: set[Hashable] = set()


def made(name: Hashable, source: Any, make: Callable[[], T]) -> T:
    """Return what ``make`` makes of ``source``: what it made last under this name, if the source is equal to that."""
    held = _held.get(name)
    if held is None or held[0] != source:
        held = _held[name] = (source, make())
        _anew.add(name)
    result: T = held[1]
    return result


def keep(path: Path, program: str) -> None:
    """Write what was made to a file, for :func:`recall` in another process; ``program`` tells what made it."""
    if len(_anew) <= FEW * len(_held):
        return
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with open(beside, "wb") as file:
        pickle.dump(program, file)
        pickle.dump(_held, file, pickle.HIGHEST_PROTOCOL)
    os.replace(beside, path)


def recall(path: Path, program: str) -> None:
    """Take over what :func:`keep` wrote, if the same program made it; a missing or damaged file holds nothing.

    A process that has made something holds newer things, and keeps to them.
    """
    if _held:
        return
    try:
        with open(path, "rb") as file:
            if pickle.load(file) == program:
                _held.update(pickle.load(file))
    except (OSError, EOFError, ValueError, AttributeError, ImportError, pickle.UnpicklingError):
        pass
