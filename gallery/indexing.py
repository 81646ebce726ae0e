"""
indexing
========

The index in square brackets decides two things: which cells are read, and whose memory the result uses. Integers and
slices give a view, another look at the same cells. Lists of indices and masks give a copy. The values alone do not tell
whether the result is a view or a copy.
"""

import torch

x = torch.arange(12).reshape(3, 4)
print(x)
print(x[2:])

# %%
# Counting starts at 0, so ``x[2:]`` begins with the third row.
#
# The same cells twice
# --------------------
#
# In each of these three pairs, both expressions read the same cells:

pairs = [
    ("x[1:2]", x[1:2], "x[[1]]", x[[1]]),
    ("x[:, ::2]", x[:, ::2], "x[:, [0, 2]]", x[:, [0, 2]]),
    ("x[2:]", x[2:], "x[x > 7]", x[x > 7]),
]
for left, view, right, copy in pairs:
    print(left, tuple(view.shape), right, tuple(copy.shape), view.flatten().equal(copy.flatten()))

# %%
# The results on the left lie in the storage of ``x``, and each result on the right lies in a storage of its own:


def shares(y):
    return y.untyped_storage().data_ptr() == x.untyped_storage().data_ptr()


for left, view, right, copy in pairs:
    print(left, shares(view), right, shares(copy))

# %%
# Each row of the figure is one pair, with the view on the left and the copy on the right. Cells that were read show
# their value, and the others show a dot. The shapes can differ: a mask of the shape of ``x`` returns a vector, since
# the cells it picks need not form a block. A mask for one dimension alone, such as ``x[torch.tensor([True, False,
# True])]``, keeps whole rows.

from torchref import draw


def mark(ax, at, title, y, color):
    shown = [[n if n in y else "·" for n in row] for row in x.tolist()]
    colors = [[color if n in y else draw.EMPTY for n in row] for row in x.tolist()]
    draw.cells(ax, shown, at, colors, title=title)


figure, ax = draw.canvas(11.2, 13)
for row, (left, view, right, copy) in enumerate(pairs):
    mark(ax, (0, 1 + 4.4 * row), f"{left} {tuple(view.shape)}", view, draw.PALE[0])
    mark(ax, (6, 1 + 4.4 * row), f"{right} {tuple(copy.shape)}", copy, draw.PALE[1])

# %%
# What the difference does
# ------------------------
#
# A write to a view changes ``x``. A write to a copy silently does not:

column, picked = x[:, 1], x[[0, 1, 2], 1]
column[0] = 100
picked[1] = 200
print(x[:, 1])
print(picked)

# %%
# The view reads three of the twelve cells of ``x``, four apart. The copy has three cells of its own, taken before the
# write.

draw.memory({"x[:, 1]": column, "x[[0, 1, 2], 1]": picked})

# %%
# To the left of ``=``, one pair of square brackets writes into ``x``, whatever kind of index it holds. With two pairs
# of brackets, the first pair reads: if it makes a copy, the write goes to the copy and is lost, as the 300 is here.

x[[0, 2]] = 0
x[[1]][0, 0] = 300
print(x)

# %%
# Two lists are not a block
# -------------------------
#
# Two index lists are paired position by position, here giving (0, 1) and (2, 3). To read all combinations, make the
# first list a column:

x = torch.arange(12).reshape(3, 4)
rows, columns = torch.tensor([0, 2]), torch.tensor([1, 3])
paired = x[rows, columns]
block = x[rows[:, None], columns]
print(paired)
print(block)

# %%
# In pairs the two lists read two cells. As a column and a row they read four cells, and the result is a matrix.

figure, ax = draw.canvas(11.6, 4.2)
mark(ax, (0, 1), "x[rows, columns]", paired, draw.PALE[1])
mark(ax, (6, 1), "x[rows[:, None], columns]", block, draw.PALE[1])
