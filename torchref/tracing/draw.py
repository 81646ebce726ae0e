"""Pictures of tensors: grids of cells, arrows between them, and the storage below with its strides (needs matplotlib).

``memory`` draws whole tensors; ``canvas``, ``cells`` and ``arrow`` are the parts it is made of, for pictures of your
own. Numbers and labels always say what a colour says.
"""

import itertools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import matplotlib.pyplot as plt
from matplotlib.patches import FancyArrowPatch, Rectangle

if TYPE_CHECKING:
    import torch
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

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


def memory(tensors: "Mapping[str, torch.Tensor]") -> "Figure":
    """Draw each tensor as a grid, and below it the storage it reads with its strides as arrows.

    Tensors that share a storage show the same cells in the same colours.

    Args:
        tensors: label -> strided tensor of one to three dimensions and at most 24 cells of storage:
            ``memory({"x": x, "x.t()": x.t()})``.

    Returns:
        A matplotlib figure, one row a tensor.

    Raises:
        ValueError: a tensor has no, or more than three, dimensions, or its storage more than 24 cells.
    """
    for label, x in tensors.items():
        if not 1 <= x.dim() <= 3 or _storage_size(x) > 24:
            raise ValueError(
                f"{label}: {x.dim()} dimensions and {_storage_size(x)} cells of storage; "
                "1 to 3 dimensions and at most 24 cells can be drawn"
            )
    heights = [(x.shape[-2] if x.dim() > 1 else 1) + 3.9 for x in tensors.values()]
    width = max(_width(label, x) for label, x in tensors.items())
    figure, axes = plt.subplots(
        len(tensors), 1, figsize=(CELL * width, CELL * sum(heights)), height_ratios=heights, squeeze=False,
        layout="constrained",
    )  # fmt: skip
    for ax, (label, x), height in zip(axes[:, 0], tensors.items(), heights, strict=True):
        _measure_in_cells(ax, width, height)
        ax.set_title(_title(label, x), loc="left", fontsize=9, family="monospace", pad=0)
        _grid(ax, x)
        _storage(ax, x, height - 1.6)
    return figure


def _measure_in_cells(ax: "Axes", width: float, height: float) -> None:
    ax.set(xlim=(-0.2, width - 0.2), ylim=(height, -0.2), aspect="equal")
    ax.axis("off")


def _rows(values: Any) -> list[list[Any]]:
    listed = values.tolist() if hasattr(values, "tolist") else list(values)
    return listed if listed and isinstance(listed[0], (list, tuple)) else [listed]


def _storage_size(x: "torch.Tensor") -> int:
    return x.untyped_storage().nbytes() // x.element_size()


def _place(x: "torch.Tensor", index: tuple[int, ...]) -> int:
    """The cell of the storage that an index reads."""
    return int(x.storage_offset()) + sum(i * step for i, step in zip(index, x.stride(), strict=True))


def _width(label: str, x: "torch.Tensor") -> float:
    grid = x.shape[-1] * (x.shape[0] if x.dim() == 3 else 1) + 2
    return float(max(grid, _storage_size(x) + 0.6 + 2.3 * x.dim(), 0.22 * len(_title(label, x)) + 1, 14))


def _title(label: str, x: "torch.Tensor") -> str:
    return f"{label}   shape {tuple(x.shape)}   stride {tuple(x.stride())}"


def _color(place: int, size: int) -> Any:
    return plt.get_cmap("YlGnBu")(0.08 + 0.5 * place / max(size - 1, 1))


def _grid(ax: "Axes", x: "torch.Tensor") -> None:
    size = _storage_size(x)
    pages = x.detach() if x.dim() == 3 else x.detach().reshape(1, *([1] * (2 - x.dim())), *x.shape)
    for page, numbers in enumerate(pages):
        colors = [
            [_color(_place(x, (page, i, j)[3 - x.dim() :]), size) for j in range(numbers.shape[1])]
            for i in range(numbers.shape[0])
        ]
        cells(ax, numbers, (page * (numbers.shape[1] + 0.6), 0.2), colors)


def _storage(ax: "Axes", x: "torch.Tensor", top: float) -> None:
    import torch

    size = _storage_size(x)
    visited = {_place(x, index) for index in itertools.product(*map(range, x.shape))}
    colors = [_color(place, size) if place in visited else EMPTY for place in range(size)]
    cells(ax, torch.empty(0, dtype=x.dtype).set_(x.untyped_storage()), (0, top), [colors])
    for place in range(size):
        ax.text(place + 0.5, top + 1.28, str(place), ha="center", va="center", fontsize=6.5, color=LINE)
    start = int(x.storage_offset()) + 0.5
    for dim, (length, step) in enumerate(zip(x.shape, x.stride(), strict=True)):
        if length > 1 and step:
            arrow(ax, (start, top), (start + step, top), COLORS[dim], bend=-0.9 / max(step, 1) ** 0.5)
    words = "   ".join(f"dim {dim}: +{step}" for dim, step in enumerate(x.stride()))
    ax.text(size + 0.4, top + 0.5, words, fontsize=8, family="monospace", va="center", color=LINE)
