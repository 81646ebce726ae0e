"""
reductions
==========

``sum``, ``mean``, ``max`` and similar functions turn many values into few. ``dim`` is the dimension that disappears,
not the one that is left. ``keepdim=True`` leaves a 1 in its position, and with it the result still fits the tensor it
came from.
"""

import torch

x = torch.tensor([[1, 2, 3], [4, 5, 6]])
print(x.sum())
print(x.sum(dim=0))
print(x.sum(dim=1))

# %%
# dim is the one that disappears
# ------------------------------
#
# The shape is (2, 3). ``dim=0`` crosses out the 2 and leaves 3 sums, one per column; ``dim=1`` crosses out the 3 and
# leaves 2 sums, one per row. If you read ``dim=0`` as "the rows", you expect the opposite.
#
# In the figures the framed elements of ``x`` add up to the framed sum: a column for ``dim=0``, a row for ``dim=1``.

from torchref import explain

explain(torch.sum, x, dim=0).draw({"input": "x"})

# %%
explain(torch.sum, x, dim=1).draw({"input": "x"})

# %%
# The rule does not speak of rows and columns, so it holds for any number of dimensions and for dimensions counted from
# the end. ``sum``, ``mean`` and ``amax`` take several dimensions at once; ``max``, ``prod`` and ``argmax`` do not:

y = torch.zeros(2, 3, 4)
for dim in (0, 1, 2, -1, (0, 2)):
    print(dim, tuple(y.sum(dim).shape), tuple(y.sum(dim, keepdim=True).shape))

# %%
# keepdim: so that it fits again
# ------------------------------
#
# Dividing each row by its own sum needs the sums as a column. Without ``keepdim`` they are a vector, and a vector is
# aligned with the last dimension. For 2 rows of 3 this is an error, which is lucky:

try:
    x / x.sum(dim=1)
except RuntimeError as error:
    print(error)
print(x / x.sum(dim=1, keepdim=True))

# %%
# For a square matrix the division runs, and as a rule the result is silently wrong. ``m[1]`` is divided by 4, 10 and 8,
# not by its own sum of 10. To notice it, sum each row of the result; each sum should be 1:

m = torch.tensor([[1, 1, 2], [2, 3, 5], [4, 1, 3]])
print((m / m.sum(dim=1)).sum(dim=1))
print((m / m.sum(dim=1, keepdim=True)).sum(dim=1))

# %%
# The figure shows ``m`` and the two divisors as they are broadcast in the division. Without ``keepdim`` the three sums
# lie in a row and are repeated downwards; with it they stand beside their rows and are repeated to the right.

from torchref import draw

i, j = torch.meshgrid(torch.arange(3), torch.arange(3), indexing="ij")
figure, ax = draw.canvas(12.8, 4.5)
draw.cells(ax, m, (0, 1.2), title="m")
draw.cells(ax, m.sum(dim=1).expand(3, 3), (4, 1.2), draw.PALE[1], i > 0, "m.sum(dim=1)")
draw.cells(ax, m.sum(dim=1, keepdim=True).expand(3, 3), (8, 1.2), draw.PALE[1], j > 0, "m.sum(dim=1, keepdim=True)")

# %%
# max answers twice
# -----------------
#
# With ``dim``, ``max`` returns the values and where they were; ``amax`` returns the values alone. Without ``dim`` there
# is one value, and ``argmax`` counts the cells from 0 in reading order:

values, indices = m.max(dim=1)
print(values, indices)
print(m.amax(dim=1))
print(m.max(), m.argmax())

# %%
# The dtype of the result
# -----------------------
#
# The sum of booleans counts the ``True`` values. The mean of integers raises unless ``dtype=`` names a floating point
# or complex dtype:

print((m > 2).sum(dim=1))
try:
    m.mean(dim=1)
except RuntimeError as error:
    print(error)
print(m.mean(dim=1, dtype=torch.float32))
