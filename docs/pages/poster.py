"""The cheat sheets: which lines stand in which block, with their results and pictures, and NumPy's names in order."""

import html
import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from docs.pages import equivalents
from torchref.content import facts
from torchref.content.catalog import Entry, Line, Pair
from torchref.content.text import inline_html
from torchref.pictures.figure import smaller
from torchref.pictures.grids import LETTER

SCALE = 0.191
"""How many millimeters one unit of a picture is: its letters are 7 points high."""
LETTERS = {"view": "V", "new": "N", "either": "V/N", "self": "=", "value": "·", "none": "·"}


@dataclass(frozen=True)
class Block:
    title: str
    lines: list[dict[str, str]]


def titles(gettext: Callable[[str], str]) -> dict[str, tuple[str, ...]]:
    """Return the title of each block -> its topics."""
    _ = gettext
    return {
        _("Create"): ("creation", "sampling", "interop"),
        _("Inspect"): ("memory",),
        _("Data type and device"): ("dtypes", "devices"),
        _("Change the shape"): ("shape",),
        _("Select elements"): ("indexing", "scattering"),
        _("Join and split"): ("joining", "functional"),
        _("Calculate"): (
            "arithmetic",
            "powers",
            "rounding",
            "floats",
            "exponentials",
            "activations",
            "comparison",
            "missing",
        ),
        _("Reduce"): ("reduction", "statistics", "scans"),
        _("Sort"): ("sorting", "binning"),
        _("Multiply matrices"): ("matrices", "linalg"),
        _("Train"): ("autograd", "layers", "optimizer_methods", "saving"),
    }


def _arranged(titles: dict[str, tuple[str, ...]], lines: Iterable[tuple[Entry, dict[str, str]]]) -> list[Block]:
    """The blocks that have lines, each with its lines in the order of the topics."""
    placed = {topic: title for title, topics in titles.items() for topic in topics}
    found: dict[str, list[dict[str, str]]] = {title: [] for title in titles}
    for entry, line in lines:
        found[placed[entry.topic]].append(line)
    return [Block(title, lines) for title, lines in found.items() if lines]


def blocks(
    known: dict[str, Entry], recorded: dict[str, Any], address: Callable[[str], str], gettext: Callable[[str], str]
) -> list[Block]:
    """Return the blocks of the cheat sheet.

    Args:
        known: the entries in the language of the sheet.
        address: name of an entry -> its page.
    """
    lines = (
        (entry, _line(line, address(entry.name), recorded["lines"][line.code], gettext))
        for entry in known.values()
        for line in entry.sheet
        if not line.fix
    )
    return _arranged(titles(gettext), lines)


def _line(line: Line, address: str, ran: dict[str, Any], gettext: Callable[[str], str]) -> dict[str, str]:
    _ = gettext
    words = facts.kinds(_)
    kinds = {kind: words[kind] for kind in ("view", "new", "self")} | {"either": _("view or new tensor")}
    result, drawn_at_random = ran["result"], _("random")
    return {
        "code": html.escape(line.code),
        "address": address,
        "kind": ran["kind"] if ran["kind"] in kinds else "value",
        "letter": LETTERS[ran["kind"]],
        "words": kinds.get(ran["kind"], _("neither")),
        "result": f"{result} {drawn_at_random}" if ran.get("random") else result,
        "picture": drawing(ran["picture"], _) if "picture" in ran else "",
    }


def drawing(picture: dict[str, Any], gettext: Callable[[str], str]) -> str:
    """Return a picture without its caption and table; its size is told in millimeters of the sheet."""
    width, height, inside, title = smaller(picture, gettext)
    return (
        f'<svg viewBox="0 0 {width:.1f} {height:.1f}" role="img" aria-label="{html.escape(title)}" '
        f'style="width:calc({width * SCALE:.2f} * var(--mm))">{inside}</svg>'
    )


def errors(known: dict[str, Entry], address: Callable[[str, str], str]) -> list[dict[str, str]]:
    """Return the errors of the sheet: the part of the message, its fix, and the address of the whole."""
    return [
        {
            "message": html.escape(line.code),
            "fix": inline_html(line.fix, lambda name: f"{name}.html"),
            "address": address(entry.name, line.code),
        }
        for entry in known.values()
        for line in entry.sheet
        if line.fix
    ]


def fixtures(recorded: dict[str, Any]) -> str:
    """Return the tensors that the lines use, each drawn as a grid; the last, of ones, has a shape alone."""
    made = {"x": "x", "f": "f = x / 2", "m": "m = x > 2", "i": "i", "v": "v", "s": "s"}
    return "".join(_grid(label, recorded["fixtures"][name]) for name, label in made.items())


def _grid(label: str, values: list[Any]) -> str:
    rows = values if isinstance(values[0], list) else [values]
    shown = [["FT"[one] if isinstance(one, bool) else f"{one:g}" for one in row] for row in rows]
    cell = 31 if max(len(one) for row in shown for one in row) > 1 else 24
    width, height = max(cell * len(rows[0]), round(len(label) * LETTER)) + 2, 18 + 22 * len(rows) + 2
    cells = "".join(
        f'<g class="cell"><rect x="{1 + column * cell}" y="{18 + row * 22}" width="{cell}" height="22"/>'
        f'<text x="{1 + (column + 0.5) * cell:g}" y="{33.5 + row * 22:g}">{text}</text></g>'
        for row, line in enumerate(shown)
        for column, text in enumerate(line)
    )
    said = html.escape(f"{label}: [{'] ['.join(map(' '.join, shown))}]")
    return (
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{said}" '
        f'style="width:calc({width * SCALE:.2f} * var(--mm))">'
        f'<text class="label" x="0" y="12">{html.escape(label)}</text><g class="grid input">{cells}</g></svg>'
    )


def pairs(
    known: dict[str, Entry], recorded: dict[str, Any], address: Callable[[str], str], gettext: Callable[[str], str]
) -> list[Block]:
    """Return the blocks of the sheet NumPy → PyTorch: those of :func:`titles`, and one of its own."""
    _ = gettext
    lines = (
        (entry, _pair(pair, address(entry.name), recorded["pairs"][pair.numpy], _))
        for entry in known.values()
        for pair in entry.pairs
    )
    return _arranged(titles(_) | {_("Save and load"): ("saving",)}, lines)


def _pair(pair: Pair, address: str, ran: dict[str, Any], gettext: Callable[[str], str]) -> dict[str, str]:
    _ = gettext
    memory = {"copy": _("a copy, not a view"), "view": _("a view, not a copy")}
    trap = ""
    if pair.trap:
        given, *expected = map(html.escape, ran["trap"])
        code = f"<code>{html.escape(pair.trap)}</code>"
        said = _("{code}: {given}, not {expected}. {reason}") if expected else _("{code} raises {given}. {reason}")
        reason = inline_html(pair.reason, lambda name: f"{name}.html")
        trap = said.format(code=code, given=given, expected="".join(expected), reason=reason)
    return {
        "numpy": html.escape(pair.numpy),
        "torch": html.escape(pair.torch),
        "address": address,
        "memory": memory[ran["memory"][1]] if "memory" in ran else "",
        "trap": trap,
    }


def names(known: dict[str, Entry], recorded: dict[str, Any]) -> list[tuple[str, list[str], bool]]:
    """Return ``(NumPy's name, the entries that it leads to, whether one has a trap)`` from A to Z.

    The names are those of the pairs, and the functions of which a NumPy equivalent is a plain call, if torch calls it
    otherwise.
    """
    found = [
        (equivalents.called(pair.numpy), entry.name, bool(recorded["pairs"][pair.numpy]))
        for entry in known.values()
        for pair in entry.pairs
    ]
    plain = [(equivalents.plain_call(entry), entry.name) for entry in known.values() if not entry.no_numpy]
    found += [(name, torch, False) for name, torch in plain if name != torch]
    found = sorted((line for line in found if line[0]), key=lambda line: line[0].lower())
    groups = itertools.groupby(found, key=lambda line: line[0])
    return [
        (name, list(dict.fromkeys(entry for _, entry, _ in lines)), any(trap for *_, trap in lines))
        for name, lines in ((name, list(group)) for name, group in groups)
    ]
