"""
view, reshape, contiguous
=========================

A tensor is a row of cells in memory and a rule for walking over it. ``view`` changes the rule and never moves a cell,
``contiguous`` moves the cells until the rule is plain again, and ``reshape`` does the first when it can and the second
when it must.
"""

import torch

from torchref import draw

x = torch.arange(6)
rows = x.view(2, 3)
print(rows)
print(rows.stride())

# %%
# The stride is the rule
# ----------------------
#
# A step along dimension 0 of ``rows`` skips three cells, a step along dimension 1 goes to the next one. Transposing
# swaps the two numbers; the cells stay where they are:

print(rows.t())
print(rows.t().stride(), rows.t().data_ptr() == x.data_ptr())

# %%
# In the picture the grid on top is what you see when you print. The row below it is the storage it is read from, with
# one arrow a dimension: how far one step goes.

figure = draw.memory({"x": x, "x.view(2, 3)": rows, "x.view(2, 3).t()": rows.t()})

# %%
# Where view gives up
# -------------------
#
# Flattening ``rows.t()`` would have to visit the cells 0, 3, 1, 4, 2, 5. No single step length does that, so there is
# no rule to write down, and ``view`` refuses:

try:
    rows.t().view(6)
except RuntimeError as error:
    print(error)

# %%
# ``reshape`` copies the cells into the new order instead. What it returns no longer shares memory with ``x``:

flat = rows.t().reshape(6)
print(flat, flat.data_ptr() == x.data_ptr())
print(rows.reshape(6).data_ptr() == x.data_ptr())

# %%
# ``contiguous`` is that copy on its own: same shape, same values, cells in reading order. After it ``view`` works.

figure = draw.memory({"rows.t()": rows.t(), "rows.t().contiguous()": rows.t().contiguous()})

# %%
# Not contiguous is not the same as no view
# -----------------------------------------
#
# What counts is whether the new shape can be walked with fixed steps, not whether the tensor is contiguous. Every
# second cell is not contiguous, yet steps of 6 and 2 walk it as a matrix:

every_second = torch.arange(12)[::2]
print(every_second.is_contiguous())
print(every_second.view(2, 3).stride())

# %%
figure = draw.memory(
    {"torch.arange(12)[::2]": every_second, "torch.arange(12)[::2].view(2, 3)": every_second.view(2, 3)}
)

# %%
# A rule of thumb: write ``reshape`` when you want a shape, ``view`` when you rely on the memory being shared and want
# to hear about it if it cannot be.
