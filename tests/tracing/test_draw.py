"""The pictures are drawn from real tensors: every number, and one arrow a dimension that is walked."""

import matplotlib.pyplot as plt
import pytest
import torch
from matplotlib.colors import to_hex
from matplotlib.patches import FancyArrowPatch, Rectangle

from torchref import draw


@pytest.fixture(autouse=True)
def closed():
    yield
    plt.close("all")


def test_memory_shows_each_number_twice_and_an_arrow_a_dimension():
    x = torch.arange(6).reshape(2, 3)
    (ax,) = draw.memory({"x": x}).axes
    numbers = [text.get_text() for text in ax.texts if text.get_fontsize() == 9]
    assert numbers == [*"012345", *"012345"]
    assert sum(isinstance(patch, FancyArrowPatch) for patch in ax.patches) == 2
    assert ax.get_title(loc="left") == "x   shape (2, 3)   stride (3, 1)"


def test_memory_marks_the_cells_that_are_not_read():
    (ax,) = draw.memory({"x": torch.arange(6)[::2]}).axes
    cells = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
    assert [to_hex(cell.get_facecolor()) == draw.EMPTY for cell in cells] == [False] * 3 + [False, True] * 3


@pytest.mark.parametrize("x", [torch.tensor(1), torch.zeros(5, 5), torch.zeros(1, 1, 1, 1)])
def test_memory_says_what_it_cannot_draw(x):
    with pytest.raises(
        ValueError, match=r"y: \d dimensions and \d+ cells of storage; 1 to 3 dimensions and at most 24"
    ):
        draw.memory({"y": x})


def test_ghost_cells_are_dashed():
    _, ax = draw.canvas(4, 3)
    draw.cells(ax, [[1, 2], [3, 4]], ghost=[[False, False], [True, True]], title="y")
    assert [patch.get_linestyle() for patch in ax.patches] == ["-", "-", "--", "--"]
