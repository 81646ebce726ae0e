"""The picture of an operation as HTML: plain data in, one figure with inline SVG out (needs no torch).

All words in the drawing are code, numbers and symbols; the sentence and the table for those who do not see it are
translated. Colors are variables of the style sheet ``picture.css``.
"""

import html
from collections.abc import Callable
from pathlib import Path
from typing import Any

from torchref.pictures import graph
from torchref.pictures.captions import Cell, captions, histogram_rows, written
from torchref.pictures.grids import SMALLER, Drawn, arrange, inside, px
from torchref.pictures.plots import curve, histogram

STYLE = Path(__file__).with_name("picture.css")
Row = tuple[str, str]
"""What an element is, and where it came from."""


def sentence(picture: dict[str, Any], gettext: Callable[[str], str]) -> str:
    """Return what a picture shows."""
    _ = gettext
    kind = picture["kind"]
    if kind == "storage" and all(grid["role"] != "input" for grid in picture["grids"]):
        return _("Where the elements of the tensor lie in its storage.")
    return {
        "storage": _("Where the elements of the result lie in the storage of the input."),
        "made": _("The elements of the result."),
        "write": _("Which elements are written, and where they come from."),
        "curve": _("The graph of the function, with the points of the example."),
        "graph": _("The path of the gradient, from the result back to the leaves."),
        "histogram": _("Histogram of the drawn values."),
    }.get(kind, _("Which elements each element of the result comes from."))


def smaller(picture: dict[str, Any], gettext: Callable[[str], str]) -> tuple[float, float, str, str]:
    """Return the width, the height and the inside of a picture without a caption, and what it shows in words.

    A graph is one row. Of the elements that come from most others the second is lit, or the first.
    """
    if picture["kind"] == "graph":
        return *graph.chain(picture), f"{sentence(picture, gettext)} {_nodes(picture)}"
    by = picture.get("by", [[]] * len(picture["from"]))
    counts = [len(one) + len(other) for one, other in zip(picture["from"], by, strict=True)]
    lit = [k for k, count in enumerate(counts) if count == max(counts)][:2][-1]
    grids, ways, width, height = arrange(picture, SMALLER)
    said = f"{sentence(picture, gettext)} {_shapes(picture['grids'])}"
    return width, height, inside(picture, grids, ways, lit), said


def told(picture: dict[str, Any]) -> tuple[list[Row], str]:
    """Return what a picture says of each of its elements, and the names and shapes of its tensors."""
    if picture["kind"] == "histogram":
        return histogram_rows(picture), f"result {written(picture['shape'])}"
    if picture["kind"] == "graph":
        return graph.rows(picture), _nodes(picture)
    return captions(picture), _shapes(picture["grids"])


def first_lit(picture: dict[str, Any], rows: list[Row]) -> int:
    """Return the number of the element that is lit where nothing is pointed at."""
    return next((k for k, (_said, source) in enumerate(rows) if source and k in picture.get("changed", [k])), 0)


def drawn(picture: dict[str, Any], lit: int) -> Drawn:
    """Draw a picture with one of its elements lit."""
    return {"curve": curve, "graph": graph.graph, "histogram": histogram}.get(picture["kind"], _cells)(picture, lit)


def figure(picture: dict[str, Any], code: str, gettext: Callable[[str], str]) -> str:
    """Return the picture of an operation as HTML; ``code`` is written above it, if its example stands elsewhere."""
    _ = gettext
    kind = picture["kind"]
    rows, shapes = told(picture)
    lit = first_lit(picture, rows)
    table = "".join(
        f'<tr{_lights(picture, k)}><th scope="row">{html.escape(said)}</th><td>{html.escape(source)}</td></tr>'
        for k, (said, source) in enumerate(rows)
    )
    said, source = rows[lit]
    between = ": " if kind == "histogram" else " ← "
    rest = between + html.escape(source) if source else ""
    width, height, inner = drawn(picture, lit)
    above = f'<pre class="call"><code>{html.escape(code)}</code></pre>' if code else ""
    title = f"{sentence(picture, _)} {shapes}"
    names = html.escape("|".join(f"{g['name']}:{','.join(map(str, g['shape']))}" for g in picture.get("grids", ())))
    return (
        f'<figure class="picture {kind}" data-lit="{lit}" data-grids="{names}" '
        f'data-nowhere="{html.escape(_("not in the result"))}">{above}'
        f'<svg viewBox="0 0 {px(width)} {px(height)}" width="{px(width)}" height="{px(height)}" role="img" '
        f'aria-label="{html.escape(title)}">{inner}</svg>'
        f'<figcaption aria-live="polite"><b>{html.escape(said)}</b>{rest}</figcaption>'
        f'<table class="unseen"><caption>{html.escape(title)}</caption>{table}</table></figure>'
    )


def _nodes(picture: dict[str, Any]) -> str:
    return ", ".join(f"{one['name']} {written(one['shape'])}" for one in picture["nodes"] if "shape" in one)


def _shapes(grids: list[dict[str, Any]]) -> str:
    said: dict[str, list[str]] = {"input": [], "index": [], "result": [], "storage": []}
    for grid in grids:
        said[grid["role"]].append(f"{grid['name']} {written(grid['shape'])}")
    given = ", ".join([*said["input"], *said["index"]])
    return f"{given} → {', '.join(said['result'])}" if given else ", ".join(said["result"])


def _lights(picture: dict[str, Any], k: int) -> str:
    """The attributes that say which cells are lit with an element of the result."""
    if "from" not in picture:
        return ""
    every = [*picture["from"][k], *picture.get("by", [[]] * (k + 1))[k]]
    rivals = picture.get("rivals", [[]] * (k + 1))[k]
    lit = f' data-from="{_cells_of(every)}"' if every else ""
    return lit + (f' data-rivals="{_cells_of(rivals)}"' if rivals else "")


def _cells_of(cells: list[Cell]) -> str:
    return " ".join(f"{n}.{cell}" for n, cell in cells)


def _cells(picture: dict[str, Any], lit: int) -> Drawn:
    grids, ways, width, height = arrange(picture)
    return width, height, inside(picture, grids, ways, lit)
