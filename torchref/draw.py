"""Pictures of tensors in memory: the cells of a storage, and how strides walk over them (needs matplotlib).

Colours follow the storage: a cell of a tensor has the colour of the memory it is read from. Numbers say the same, so
no colour carries meaning alone.
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
EMPTY = "#f2f2f2"
LINE = "#444444"
ARROWS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7")
"""One colour a dimension (Okabe and Ito's, safe for colour-blind readers)."""


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
        cells = x.untyped_storage().nbytes() // x.element_size()
        if not 1 <= x.dim() <= 3 or cells > 24:
            raise ValueError(
                f"{label}: {x.dim()} dimensions and {cells} cells of storage; 1 to 3 and at most 24 can be drawn"
            )
    heights = [_height(x) for x in tensors.values()]
    width = max(_width(label, x) for label, x in tensors.items())
    figure, axes = plt.subplots(
        len(tensors), 1, figsize=(CELL * width, CELL * sum(heights)), height_ratios=heights, squeeze=False,
        layout="constrained",
    )  # fmt: skip
    for ax, (label, x), height in zip(axes[:, 0], tensors.items(), heights, strict=True):
        ax.set(xlim=(-0.2, width - 0.2), ylim=(height, -0.2), aspect="equal")
        ax.axis("off")
        _grid(ax, x, label)
        _storage(ax, x, height - 1.6)
    return figure


def _height(x: "torch.Tensor") -> float:
    rows = x.shape[-2] if x.dim() > 1 else 1
    return rows + 3.9


def _width(label: str, x: "torch.Tensor") -> float:
    cells = x.untyped_storage().nbytes() // x.element_size()
    grid = x.shape[-1] * (x.shape[0] if x.dim() == 3 else 1) + 2
    return max(grid, cells + 0.6 + 2.3 * x.dim(), 0.22 * len(_title(label, x)) + 1, 14)


def _title(label: str, x: "torch.Tensor") -> str:
    return f"{label}   shape {tuple(x.shape)}   stride {tuple(x.stride())}"


def _color(place: int, cells: int) -> Any:
    return plt.get_cmap("YlGnBu")(0.08 + 0.5 * place / max(cells - 1, 1))


def _cell(ax: "Axes", column: float, row: float, text: str, color: Any, small: str = "") -> None:
    ax.add_patch(Rectangle((column, row), 1, 1, facecolor=color, edgecolor=LINE, linewidth=0.8))
    ax.text(column + 0.5, row + 0.52, text, ha="center", va="center", fontsize=9, family="monospace")
    if small:
        ax.text(column + 0.5, row + 1.28, small, ha="center", va="center", fontsize=6.5, color=LINE)


def _grid(ax: "Axes", x: "torch.Tensor", label: str) -> None:
    cells = x.untyped_storage().nbytes() // x.element_size()
    pages = x.detach().reshape(-1, *x.shape[-2:]) if x.dim() > 1 else x.detach().reshape(1, 1, -1)
    leading = x.shape[0] if x.dim() == 3 else 1
    ax.set_title(_title(label, x), loc="left", fontsize=9, family="monospace", pad=0)
    for page in range(leading):
        for row, column in itertools.product(range(pages.shape[1]), range(pages.shape[2])):
            index = [page, row, column][3 - x.dim() :]
            place = int(x.storage_offset()) + sum(i * step for i, step in zip(index, x.stride(), strict=True))
            _cell(
                ax,
                page * (pages.shape[2] + 0.6) + column,
                row + 0.2,
                f"{pages[page, row, column].item():g}",
                _color(place, cells),
            )


def _storage(ax: "Axes", x: "torch.Tensor", top: float) -> None:
    import torch

    cells = x.untyped_storage().nbytes() // x.element_size()
    values = torch.empty(0, dtype=x.dtype).set_(x.untyped_storage()).tolist()
    ranges = [range(size) for size in x.shape]
    visited = {
        x.storage_offset() + sum(i * step for i, step in zip(index, x.stride(), strict=True))
        for index in itertools.product(*ranges)
    }
    for place, value in enumerate(values):
        _cell(ax, place, top, f"{value:g}", _color(place, cells) if place in visited else EMPTY, small=str(place))
    start = int(x.storage_offset()) + 0.5
    for dim, (size, step) in enumerate(zip(x.shape, x.stride(), strict=True)):
        if size > 1 and step:
            arrow = FancyArrowPatch(
                (start, top), (start + step, top), connectionstyle=f"arc3,rad={-0.9 / max(step, 1) ** 0.5:.2f}",
                arrowstyle="-|>", mutation_scale=9, shrinkA=0, shrinkB=0, linewidth=1.4,
                color=ARROWS[dim % len(ARROWS)],
            )  # fmt: skip
            ax.add_patch(arrow)
    words = "   ".join(f"dim {dim}: +{step}" for dim, step in enumerate(x.stride()))
    ax.text(cells + 0.4, top + 0.5, words, fontsize=8, family="monospace", va="center", color=LINE)
