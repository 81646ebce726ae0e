"""Figures of cells and arrows for the gallery (needs matplotlib), and ``memory``: tensors in their storages.

``canvas``, ``cells`` and ``arrow`` are what the figures are made of. Numbers and labels always say what a colour says.
"""

from typing import TYPE_CHECKING, Any

import matplotlib.pyplot as plt
from matplotlib.patches import FancyArrowPatch, Rectangle

from torchref.tracing.drawing import memory

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["COLORS", "EMPTY", "LINE", "PALE", "STYLE", "arrow", "canvas", "cells", "memory"]

CELL = 0.42
"""Side of a cell in inches."""
COLORS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
"""Okabe and Ito's colours, safe for colour-blind readers: one a dimension, or one a curve."""
PALE = ("#cfe6f3", "#f9d9c4", "#c9ebdf", "#f3dde9", "#fbe7bf", "#dcf0fb")
"""The same colours, pale enough for a number to be read on them."""
EMPTY = "#f2f2f2"
LINE = "#444444"
STYLE: dict[str, Any] = {
    "figure.figsize": (6.4, 4.0),
    "figure.constrained_layout.use": True,
    "axes.prop_cycle": plt.cycler(color=COLORS),
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.unicode_minus": True,
    "font.size": 10,
    "lines.linewidth": 1.8,
}
"""How curves look on every page: ``plt.style.use(draw.STYLE)``."""


def canvas(width: float, height: float) -> "tuple[Figure, Axes]":
    """Return a figure and its axes, measured in cells: x to the right, y downwards, (0, 0) at the top left."""
    figure, ax = plt.subplots(figsize=(CELL * width, CELL * height), layout="constrained")
    _measure_in_cells(ax, width, height)
    return figure, ax


def cells(
    ax: "Axes", values: Any, at: tuple[float, float] = (0, 0), color: Any = PALE[0], ghost: Any = None, title: str = ""
) -> None:
    """Draw a matrix (or a row) of numbers as cells.

    Args:
        ax: axes from :func:`canvas`.
        values: an array, tensor or nested list of one or two dimensions: numbers, or words.
        at: column and row of its top left corner, in cells.
        color: one colour, or a nested list of colours with the shape of ``values``.
        ghost: a mask with the shape of ``values``; where it is true, cells are dashed and grey: they take no memory.
        title: words above it.
    """
    rows = _rows(values)
    colors = _rows(color) if not isinstance(color, (str, tuple)) else [[color] * len(row) for row in rows]
    ghosts = _rows(ghost) if ghost is not None else [[False] * len(row) for row in rows]
    column, top = at
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            faint = bool(ghosts[i][j])
            ax.add_patch(
                Rectangle(
                    (column + j, top + i),
                    1,
                    1,
                    linewidth=0.8,
                    edgecolor="#999999" if faint else LINE,
                    facecolor="#ffffff" if faint else colors[i][j],
                    linestyle="--" if faint else "-",
                )
            )
            text = f"{value:g}" if isinstance(value, (int, float)) and not isinstance(value, bool) else str(value)
            ax.text(
                column + j + 0.5,
                top + i + 0.52,
                text,
                ha="center",
                va="center",
                family="monospace",
                fontsize=9,
                color="#6b6b6b" if faint else "#000000",
            )
    if title:
        ax.text(column, top - 0.35, title, fontsize=9, family="monospace", va="center")


def arrow(
    ax: "Axes", start: tuple[float, float], end: tuple[float, float], color: str = COLORS[0], bend: float = 0.0
) -> None:
    """Draw an arrow between two places, in cells; ``bend`` curves it (0 is straight)."""
    ax.add_patch(
        FancyArrowPatch(
            start,
            end,
            connectionstyle=f"arc3,rad={bend:.2f}",
            arrowstyle="-|>",
            mutation_scale=9,
            color=color,
            shrinkA=0,
            shrinkB=0,
            linewidth=1.4,
        )
    )


def _measure_in_cells(ax: "Axes", width: float, height: float) -> None:
    ax.set(xlim=(-0.2, width - 0.2), ylim=(height, -0.2), aspect="equal")
    ax.axis("off")


def _rows(values: Any) -> list[list[Any]]:
    listed = values.tolist() if hasattr(values, "tolist") else list(values)
    return listed if listed and isinstance(listed[0], (list, tuple)) else [listed]
