"""
gather and scatter
==================

Both read each element of an index tensor as a position along one dimension. ``gather`` reads from that position, and
``scatter`` writes to it. In the figures, both have the same arrows, but those of ``scatter`` point the other way.
"""

import torch

from torchref import draw

x = torch.tensor([[10, 11, 12, 13], [20, 21, 22, 23]])
index = torch.tensor([[3, 0, 0], [1, 2, 3]])
y = x.gather(1, index)
print(y)

# %%
# Reading: y[i, j] = x[i, index[i, j]]
# ------------------------------------
#
# With ``dim=1`` the row stays and the index names the column. Two loops do the same:

by_hand = torch.empty_like(index)
for i in range(2):
    for j in range(3):
        by_hand[i, j] = x[i, index[i, j]]
print(y.equal(by_hand))

# %%
# Each row is drawn by itself, with its source on top, the result at the bottom and the index above the result. An arrow
# starts at the position that the index names and ends at the index. One position is read twice (10), and three are
# never read (11, 12, 20).


def picture(wide, narrow, reads):
    figure, ax = draw.canvas(11.6, 6)
    for i, left in enumerate((2.4, 7.2)):
        draw.cells(ax, wide[i], (left, 0.8 if reads else 4.4), draw.PALE[0])
        draw.cells(ax, narrow[i], (left, 4.7 if reads else 0.4), draw.PALE[2])
        draw.cells(ax, index[i], (left, 3.7 if reads else 1.4), draw.PALE[4])
        for place in range(4):
            ax.text(left + place + 0.5, 0.4 if reads else 5.75, place, ha="center", va="center", fontsize=8)
        for j, place in enumerate(index[i].tolist()):
            if reads:
                draw.arrow(ax, (left + place + 0.5, 1.8), (left + j + 0.5, 3.7))
            else:
                draw.arrow(ax, (left + j + 0.5, 2.4), (left + place + 0.5, 4.4), draw.COLORS[1])
    labels = (("x", 1.3), ("index", 4.2), ("y", 5.2)) if reads else (("y", 0.9), ("index", 1.9), ("z", 4.9))
    for label, height in labels:
        ax.text(2.1, height, label, ha="right", va="center", family="monospace", fontsize=9)
    return figure


figure = picture(x, y, reads=True)

# %%
# Writing: z[i, index[i, j]] = y[i, j]
# ------------------------------------
#
# ``scatter`` with the same index writes every element back to the position it was read from. Positions that were never
# read are still 0:

z = torch.zeros_like(x).scatter(1, index, y)
print(z)

# %%
# Now the source with its index is on top and the result at the bottom. An arrow starts at the index and ends at the
# position that it names. The index is drawn beside the tensor whose shape it has here: the result of ``gather``, the
# source of ``scatter``. (The source of ``scatter`` may be larger than the index: its first rows and columns are used,
# as many as the index has.)

figure = picture(z, y, reads=False)

# %%
# Two arrows, one cell
# --------------------
#
# Two arrows end at position 0 of the first row. Both carry 10, so it does not matter which comes last. If they carry 2
# and 3, it does matter, and the order is not defined: one of the two values stays, and the other is lost.
# ``scatter_add`` adds both:

values = torch.tensor([[1, 2, 3], [4, 5, 6]])
print(torch.zeros_like(x).scatter(1, index, values)[0, 0].item() in (2, 3))
print(torch.zeros_like(x).scatter_add(1, index, values))

# %%
# The gradient runs along the arrows backwards, so the gradient of ``gather`` is a ``scatter_add`` of what arrives.
# After ``sum`` a 1 arrives at each element, and the result counts how often each position was read:

a = x.double().requires_grad_()
a.gather(1, index).sum().backward()
print(a.grad)
print(a.grad.equal(torch.zeros(2, 4).double().scatter_add(1, index, torch.ones(2, 3).double())))

# %%
# What they are for
# -----------------
#
# ``gather`` can read one value from each row, such as the score of the right class. ``scatter`` can write a one into
# each row, which gives the one-hot encoding. Both need the index as a column:

target = torch.tensor([2, 0])
print(x.gather(1, target.unsqueeze(1)))
print(torch.zeros_like(x).scatter(1, target.unsqueeze(1), 1))

# %%
# With ``dim=0`` the column stays and the index names the row:

print(x.gather(0, torch.tensor([[1, 0, 1, 0]])))

# %%
# ``gather`` does not broadcast. One row of indices reads from the first row alone; ``take_along_dim`` applies it to all
# rows:

print(x.gather(1, torch.tensor([[3, 0]])))
print(x.take_along_dim(torch.tensor([[3, 0]]), 1))
