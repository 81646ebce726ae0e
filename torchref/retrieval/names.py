"""Which operation a text names, however it is written, and whether torch has a name that has no page here."""

from __future__ import annotations

import itertools

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

SPACES = {
    "F": "nn.functional",
    "functional": "nn.functional",
    "init": "nn.init",
    "nn": "nn",
    "Module": "nn.Module",
    "Optimizer": "optim.Optimizer",
    "autograd": "autograd",
    "fft": "fft",
    "linalg": "linalg",
    "special": "special",
}
"""How torch's spaces are called in code -> their names."""
VARIABLES = {
    "layer": "nn.Module",
    "model": "nn.Module",
    "module": "nn.Module",
    "net": "nn.Module",
    "opt": "optim.Optimizer",
    "optim": "optim.Optimizer",
    "optimizer": "optim.Optimizer",
}
"""What variables are usually called -> the class that they are of: ``model.to`` is a module's, ``x.to`` a tensor's."""
NUMPY = ("np", "numpy")
VALUE = "torch:"
"""What a dtype or a constant of torch begins with among the names without a page: ``torch:float32``."""
METHODS = ("Tensor", "nn.Module", "optim.Optimizer")
"""The classes whose methods a variable may have."""
ALIKE = 0.5
"""The part of their pairs of letters that two names share, if the one may be meant by the other."""


def resolve(names: dict[str, str], without_page: str, text: str) -> tuple[str | None, str | None]:
    """Return the operation that ``text`` names, or the name without a page; neither if it is more than a name.

    Any official name, alias, method or in-place form, NumPy's name, an operator; with or without ``torch.``, a
    variable before it, or a call's parentheses behind it; in any case, and with spaces between its words (``no grad``).
    A name in one of torch's spaces (``F.unfold``) is never taken for the same in another (``Tensor.unfold``). Of two
    operations of one name, ``to``, it is the one in the outermost space; :func:`namesakes` tells the others.

    Args:
        names: every way to write an operation -> its entry.
        without_page: torch's names without an entry, one a line.
    """
    asked = text.strip().removeprefix(".")
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
    if (known := _spelled(names, short)) and not (official and f"\n{short}\n" in without_page):
        return known, None
    alone = not (official or others)
    if listed := _listed(without_page, short, *([f".{short}"] if alone else [])):
        return None, f"torch.{listed}"
    if not others:
        return None, asked if official else None
    if not official and first in VARIABLES and (known := _spelled(names, f"{VARIABLES[first]}.{tail}")):
        return known, None
    if (first == "Tensor" or not (official or first in SPACES)) and (known := _spelled(names, tail)):
        return known, None
    method = None if official or first in SPACES else _listed(without_page, *(f"{of}.{tail}" for of in METHODS))
    return None, f"torch.{method}" if method else asked


def _spelled(names: dict[str, str], name: str) -> str | None:
    return next((str(names[one]) for one in (name, name.lower(), name.rstrip("_")) if one in names), None)


def _listed(lines: str, *wanted: str) -> str | None:
    """The first name without a page that is one of ``wanted``, or ends in one that begins with a dot; in any case."""
    for text, change in ((lines, str), (lines.lower(), str.lower)):
        for name in wanted:
            at = text.find(change(f"{name}\n" if name.startswith(".") else f"\n{name}\n"))
            if at >= 0:
                start = lines.rfind("\n", 0, at + 1) + 1
                return str(lines[start : lines.index("\n", start)])
    return None


def is_torchs(without_page: str, name: str) -> bool:
    """Whether torch has the name, or its space belongs to torch or NumPy; what neither is may be a name typed wrong."""
    first, *others = name.removeprefix("torch.").split(".")
    if first in NUMPY or f"\n{VALUE}{first}\n" in without_page:
        return True
    inner = first in SPACES or name.startswith("torch.")
    if _listed(without_page, name.removeprefix("torch.")):
        return True
    return first != "Tensor" and len(others) > 0 and inner


def spellings(
    known: Iterable[str], officials: Iterable[tuple[str, str]], others: Iterable[tuple[str, str]]
) -> dict[str, str]:
    """Return every way to write an operation -> its entry.

    An entry's own name wins over the name of another, of two names the one that is given first, and a spelling in the
    right case over one in lower case.

    Args:
        known: the names of the entries.
        officials: ``(entry, official names below torch.)``, each of which is written with ``torch.``, without, and as
            its last part alone.
        others: ``(entry, spelling)``.
    """
    found = {name: name for name in known}
    for of, names in officials:
        for name in names.split():
            found.setdefault(f"torch.{name}", of)
            found.setdefault(name, of)
    for of, names in officials:
        for name in names.split():
            found.setdefault(name.rpartition(".")[2], of)
    for of, spelling in others:
        found.setdefault(spelling, of)
    for spelling, of in [*found.items()]:
        found.setdefault(spelling.lower(), of)
    return found


def namesakes(known: Iterable[str]) -> dict[str, list[str]]:
    """Return operation -> the others of its last part: ``to`` -> ``nn.Module.to``; those in the outer spaces first."""
    called: dict[str, list[str]] = {}
    for name in sorted(known, key=lambda name: name.count(".")):
        called.setdefault(name.rpartition(".")[2], []).append(name)
    return {name: [other for other in all_ if other != name] for all_ in called.values() for name in all_ if all_[1:]}


def nearest(names: dict[str, str], order: list[str], name: str) -> list[str]:
    """Return up to three operations whose name, or whose other spelling, shares most pairs of letters with a name."""
    wanted = _letters(name)
    found: dict[str, float] = {}
    for spelled, of in names.items():
        letters = set() if "." in spelled else _letters(spelled)
        share = 2 * len(wanted & letters) / max(len(wanted) + len(letters), 1)
        if share >= ALIKE:
            found[of] = max(found.get(of, 0), share)
    return sorted(found, key=lambda of: (-found[of], order.index(of)))[:3]


def _letters(name: str) -> set[str]:
    """Each two letters of a name's last part that follow one another, its beginning and end among them."""
    word = f"^{name.rpartition('.')[2].lower().replace('_', '')[:100]}$"
    return {one + other for one, other in itertools.pairwise(word)}
