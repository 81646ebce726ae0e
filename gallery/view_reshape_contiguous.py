"""
view, reshape, contiguous
=========================

A dense tensor is a row of cells in memory and a rule for walking over it. ``view`` changes the rule and never moves a
cell. ``contiguous`` copies the cells, if need be, into the order in which they are read. ``reshape`` returns a view
when it can and copies when it must.
"""

import torch

x = torch.arange(6)
rows = x.view(2, 3)
print(rows)
print(rows.stride())

# %%
# The stride is the rule
# ----------------------
#
# A step along dimension 0 of ``rows`` goes three cells on, and a step along dimension 1 goes to the next cell.
# Transposing swaps the two strides; the cells stay where they are:

print(rows.t())
print(rows.t().stride(), rows.t().data_ptr() == x.data_ptr())

# %%
# In the figure each grid is what you see when you print, and the row of cells is the storage that the grids are read
# from. The line below it computes where the framed element lies in the storage: each index times its stride, added up.

from torchref import draw

draw.memory({"x": x, "x.view(2, 3)": rows, "x.view(2, 3).t()": x.view(2, 3).t()})

# %%
# Where view gives up
# -------------------
#
# Flattening ``rows.t()`` would have to visit the cells 0, 3, 1, 4, 2, 5. No single step length does that, so ``view``
# raises:

try:
    rows.t().view(6)
except RuntimeError as error:
    print(error)

# %%
# ``reshape`` copies the cells into the new order instead, and ``flat`` does not share memory with ``x``. Where a view
# is possible, as for ``rows`` itself, ``reshape`` returns one:

flat = rows.t().reshape(6)
print(flat, flat.data_ptr() == x.data_ptr())
print(rows.reshape(6).data_ptr() == x.data_ptr())

# %%
# Here ``contiguous`` makes the same copy without changing the shape. The cells of the result are in reading order, so
# ``view`` works on it. For a tensor that is contiguous already, ``contiguous`` returns that tensor itself.

draw.memory({"rows.t()": rows.t(), "rows.t().contiguous()": rows.t().contiguous()})

# %%
# Not contiguous, and still a view
# --------------------------------
#
# What counts is whether the new shape can be walked with fixed steps, not whether the tensor is contiguous.
# ``torch.arange(12)[::2]`` is not contiguous, yet steps of 6 and 2 walk it as a matrix:

every_second = torch.arange(12)[::2]
print(every_second.is_contiguous())
print(every_second.view(2, 3).stride())

# %%
draw.memory({"every_second": every_second, "every_second.view(2, 3)": every_second.view(2, 3)})

# %%
# A rule of thumb: write ``reshape`` when you need a shape, and ``view`` when you rely on shared memory and need an
# error otherwise.
