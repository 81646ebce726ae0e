"""
dimensions of size 1
====================

Five values can form a vector, a row or a column. The cells in memory are the same for the three; what differs is a
dimension of size 1, put in by ``unsqueeze`` or ``None`` and taken out by ``squeeze``. ``squeeze`` without an argument
may take out more than you want.
"""

import torch

x = torch.tensor([10, 20, 30, 40, 50])
row = x.unsqueeze(0)
column = x.unsqueeze(1)
print(row)
print(column)
print(x.shape, row.shape, column.shape)

# %%
# The same five cells
# -------------------
#
# The figure shows the vector, the row and the column, and the storage that they read: the same five cells. A dimension
# of size 1 has one position, so no step is made along it.

from torchref import draw

draw.memory({"x": x, "x.unsqueeze(0)": row, "x.unsqueeze(1)": column})

# %%
# A write to the column shows in the vector and in the row:

column[4, 0] = 0
print(x)
print(row)

# %%
# The number says where the 1 stands in the result
# ------------------------------------------------
#
# A matrix of shape (2, 3) has three positions for a new dimension of size 1. Negative numbers count from the end of the
# result, so -1 appends the 1:

m = torch.zeros(2, 3)
for dim in (0, 1, 2, -1):
    print(dim, tuple(m.unsqueeze(dim).shape))

# %%
# ``None`` between the square brackets does the same and shows the position: each ``None`` is a new dimension of size 1,
# and each ``:`` is a dimension that is already there. Dimensions that you do not write come last, or in the position of
# ``...``:

print(tuple(m[None].shape), tuple(m[:, None].shape), tuple(m[:, :, None].shape), tuple(m[..., None].shape))

# %%
# squeeze removes dimensions of size 1
# ------------------------------------
#
# With a number, ``squeeze`` removes that dimension if its size is 1. A dimension of another size silently stays:

print(tuple(column.squeeze(1).shape))
print(tuple(column.squeeze(0).shape))

# %%
# ``squeeze`` turns a column, (5, 1), into a vector, (5,), not into a row, (1, 5): it removes one dimension and leaves
# the other in its position.
#
# Without a number, ``squeeze`` removes every dimension of size 1. That works until a size is 1 by chance. Here a batch
# of scores loses its last dimension, as it should, and a batch of one sample loses the batch dimension as well:

for samples in (4, 2, 1):
    scores = torch.zeros(samples, 1)
    print(samples, tuple(scores.squeeze().shape), tuple(scores.squeeze(-1).shape))

# %%
# Code that then asks for the length of the batch raises:

try:
    len(torch.zeros(1, 1).squeeze())
except TypeError as error:
    print(error)

# %%
# A rule of thumb: name the dimension whenever you call ``squeeze``.
