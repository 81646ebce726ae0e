"""
gather and scatter
==================

Both read each element of an index tensor as a position along one dimension. ``gather`` reads from that position, and
``scatter`` writes to it. In the figures, arrows show which element goes where.
"""

import torch

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
# In the figure an arrow leads from each element that is read to its position in ``y``. The line below the figure says
# which index names the framed element. One position is read twice (10), and three are never read (11, 12, 20).

from torchref import explain

explain(torch.gather, x, 1, index).draw({"input": "x", "result": "y"})

# %%
# Writing: z[i, index[i, j]] = y[i, j]
# ------------------------------------
#
# ``scatter`` with the same index writes every element back to the position it was read from. Positions that were never
# read are still 0:

z = torch.zeros_like(x).scatter(1, index, y)
print(z)

# %%
# Now an arrow leads from each element that is written to the position that the index names. The index has the shape of
# the result of ``gather``, and here that of the source of ``scatter``. (The source of ``scatter`` may be larger than
# the index: its first rows and columns are used, as many as the index has.)

zeros = torch.zeros_like(x)
explain(torch.scatter, zeros, 1, index, y).draw({"input": "zeros", "value": "y", "result": "z"})

# %%
# Two elements, one position
# --------------------------
#
# The index names position 0 of the first row twice, and one arrow of the two is left. Both elements are 10, so it does
# not matter which is written last. If they are 2 and 3, it does matter, and the order is not defined: one of the two
# values stays, and the other is lost. ``scatter_add`` adds both:

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
