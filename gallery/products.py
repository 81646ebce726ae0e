"""
products: elementwise, dot, matrix
==================================

``*`` multiplies cell by cell. ``@`` multiplies rows by columns and adds up. Two square matrices of one size can usually
be multiplied either way, and then a mix-up shows only in the values. With other shapes, usually one of the two raises,
or their results differ in shape.
"""

import torch

A = torch.tensor([[1, 2], [3, 4]])
B = torch.tensor([[5, 6], [7, 8]])
print(A * B)
print(A @ B)

# %%
# Cell by cell
# ------------
#
# ``A * B`` multiplies the cells at the same position; in the frames, 3 · 7 = 21. The two shapes have to be equal or to
# broadcast.

from matplotlib.patches import Rectangle

from torchref import draw


def frame(ax, column, row, width=1, height=1):
    ax.add_patch(Rectangle((column, row), width, height, fill=False, linewidth=2.6, edgecolor=draw.COLORS[1]))


figure, ax = draw.canvas(8.4, 3.2)
for column, (name, values) in zip((0, 3, 6), {"A": A, "B": B, "A * B": A * B}.items(), strict=True):
    draw.cells(ax, values, (column, 0.9), title=name)
    frame(ax, column, 1.9)

# %%
# Rows by columns
# ---------------
#
# In ``C @ B`` the number of columns on the left is the number of rows on the right. For shapes (3, 2) and (2, 2) that
# holds; the elementwise product of the two does not exist:

C = torch.tensor([[1, 2], [3, 4], [5, 6]])
print(C @ B)
try:
    C * B
except RuntimeError as error:
    print(error)

# %%
# ``C`` stands to the left of the result and ``B`` above it. Every cell of the result has its row of ``C`` beside it and
# its column of ``B`` above it; in the frames, 5 · 5 + 6 · 7 = 67.

figure, ax = draw.canvas(5.4, 7.2)
draw.cells(ax, B, (3, 0.9), draw.PALE[4], title="B")
draw.cells(ax, C, (0, 3.9), draw.PALE[2], title="C")
draw.cells(ax, C @ B, (3, 3.9), title="C @ B")
frame(ax, 3, 0.9, height=2)
frame(ax, 0, 5.9, width=2)
frame(ax, 3, 5.9)

# %%
# One letter per dimension
# ------------------------
#
# ``einsum`` spells a product with letters. A letter that is missing from the result is summed over; the others are the
# dimensions of the result. Each product named here is one such spelling:

v, w = torch.tensor([1, 2, 3]), torch.tensor([4, 5, 6])
M = torch.tensor([[1, 0, 2], [0, 3, 1]])
named = {
    "dot": ("i,i->", v, w),
    "outer": ("i,j->ij", v, w),
    "mv": ("ij,j->i", M, v),
    "mm": ("ij,jk->ik", M, C),
}
for name, (spelling, left, right) in named.items():
    print(name, torch.equal(getattr(torch, name)(left, right), torch.einsum(spelling, left, right)))

# %%
# Each line of the figure is one product: left side, right side, result. Each letter stands at the dimension it names,
# above the columns or beside the rows. A framed letter is summed over, and the result does not have it.


def lettered(ax, values, letters, column, row, summed):
    draw.cells(ax, values.reshape(values.shape or (1,)), (column, row))
    height, width = (1, 1, *values.shape)[-2:]
    beside, above = (column - 0.5, row + height / 2), (column + width / 2, row - 0.5)
    for letter, (x, y) in zip(reversed(letters), (above, beside), strict=False):
        box = {"boxstyle": "square,pad=0.15", "facecolor": draw.PALE[1], "edgecolor": draw.COLORS[1]}
        ax.text(x, y, letter, family="monospace", ha="center", va="center", bbox=box if letter in summed else None)


figure, ax = draw.canvas(12.6, 18.9)
row = 0.2
for name, (spelling, left, right) in named.items():
    result = torch.einsum(spelling, left, right)
    letters = spelling.replace("->", ",").split(",")
    ax.text(0, row, f"torch.{name}   {spelling}", fontsize=11, family="monospace", va="center")
    for column, values, own in zip((0.9, 5.1, 9.3), (left, right, result), letters, strict=True):
        lettered(ax, values, own, column, row + 1.5, set(letters[0] + letters[1]) - set(letters[2]))
    row += 2.6 + max(values.shape[0] if values.dim() == 2 else 1 for values in (left, right, result))

# %%
# matmul looks at the number of dimensions
# ----------------------------------------
#
# ``@`` is ``torch.matmul``. Depending on the number of dimensions, it computes ``dot``, ``mv``, ``mm`` or a vector
# times a matrix, but not ``outer``. It also takes batches of matrices: the last two dimensions are multiplied, and the
# dimensions before them broadcast.

for left, right in [
    ((3,), (3,)),
    ((2, 3), (3,)),
    ((2, 3), (3, 4)),
    ((5, 2, 3), (5, 3, 4)),
    ((5, 1, 2, 3), (7, 3, 4)),
]:
    print(left, right, "->", tuple((torch.ones(left) @ torch.ones(right)).shape))

# %%
# Each of the named products accepts one kind of shapes: ``dot`` two vectors, ``mm`` two matrices, ``bmm`` two stacks of
# equal length. They are useful because a wrong shape raises instead of giving another product:

for product, left, right in [(torch.dot, A, B), (torch.mm, A[None], B[None]), (torch.bmm, A[None], B)]:
    try:
        product(left, right)
    except RuntimeError as error:
        print(error)

# %%
# With letters you can also write products that these functions do not compute, such as the dot product of each row of
# ``A`` with the same row of ``B`` (for floats that is ``torch.linalg.vecdot``, which does not take integers):

print(torch.einsum("ij,ij->i", A, B))
