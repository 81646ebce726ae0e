"""
joining and splitting
=====================

``cat`` makes a dimension longer, and ``stack`` adds a new one. The first lays tensors end to end, and the second lays
them on top of each other like sheets of paper. ``split`` undoes ``cat``, and ``unbind`` undoes ``stack``.
"""

import torch

a = torch.tensor([[1, 2, 3], [4, 5, 6]])
b = a * 10
print(torch.cat([a, b]))
print(torch.stack([a, b]))

# %%
# cat: an old dimension grows
# ---------------------------
#
# The number of dimensions stays at two. Along ``dim`` the sizes add up:

joined = [torch.cat([a, b], dim) for dim in (0, 1)]
print([tuple(c.shape) for c in joined])

# %%
# With ``dim=0`` the rows of ``b`` (10 to 60) come below those of ``a`` (1 to 6). With ``dim=1`` the columns of ``b``
# come to the right of those of ``a``.

from torchref import explain

names = {"tensors[0]": "a", "tensors[1]": "b", "result": "c"}
explain(torch.cat, [a, b], dim=0).draw(names)

# %%
explain(torch.cat, [a, b], dim=1).draw(names)

# %%
# stack: a new dimension
# ----------------------
#
# Now there are three dimensions. The new one has size 2, because two tensors were stacked, and ``dim`` says where it
# stands:

stacked = [torch.stack([a, b], dim) for dim in (0, 1, 2)]
print([tuple(s.shape) for s in stacked])

# %%
# Each figure is one result, with its ``s[0]`` on the left and its ``s[1]`` on the right. With ``dim=0``
# these are ``a`` and ``b``; with ``dim=1`` they pair a row of ``a`` with a row of ``b``; with ``dim=2`` each element of
# ``a`` stands beside its partner from ``b``.

names["result"] = "s"
explain(torch.stack, [a, b], dim=0).draw(names)

# %%
explain(torch.stack, [a, b], dim=1).draw(names)

# %%
explain(torch.stack, [a, b], dim=2).draw(names)

# %%
# So ``stack`` equals ``cat`` of tensors that were given a dimension of size 1 at that position:

for dim in (0, 1, 2):
    print(torch.cat([a.unsqueeze(dim), b.unsqueeze(dim)], dim).equal(stacked[dim]))

# %%
# What fits together
# ------------------
#
# ``cat`` takes one or more tensors, whose dtypes may differ if they promote to a common one. Sizes may differ only
# along ``dim`` (an empty vector, of shape (0,), adds no elements, but its dtype counts). ``stack`` needs equal shapes:

row = torch.tensor([[0.5, 0.5, 0.5]])
print(torch.cat([a, b, row, row]).shape, torch.cat([a, row]).dtype)
for join in (lambda: torch.cat([a, row], dim=1), lambda: torch.stack([a, row])):
    try:
        join()
    except RuntimeError as error:
        print(error)

# %%
# With three dimensions there are three ways to lengthen one of them, and four positions for a new one:

t = torch.zeros(2, 3, 4)
print([tuple(torch.cat([t, t], dim).shape) for dim in (0, 1, 2)])
print([tuple(torch.stack([t, t], dim).shape) for dim in (0, 1, 2, 3)])

# %%
# Taking apart again
# ------------------
#
# ``split`` cuts along a dimension and keeps it, and ``unbind`` takes it away:

again, _ = joined[1].split(3, dim=1)
print(again.equal(a))
again, _ = stacked[1].unbind(dim=1)
print(again.equal(a))

# %%
# Joining copies, but splitting does not: the pieces are views. A write to a piece arrives in the joined tensor, but not
# in ``a``, from which the joined tensor was made. (While autograd records, a write to a piece of ``split`` or
# ``unbind`` raises if the joined tensor requires grad.)

again[0, 0] = 100
print(stacked[1][0, 0])
print(a[0])

# %%
# The same 6 means three things. ``split`` reads it as the size of a piece, and ``tensor_split`` as the number of
# pieces. ``chunk`` also reads it as a number of pieces, but rounds the size of a piece up and may return fewer:

r = torch.arange(10)
cuts = {"r.split(6)": r.split(6), "r.chunk(6)": r.chunk(6), "r.tensor_split(6)": r.tensor_split(6)}
for call, pieces in cuts.items():
    print(call, [len(piece) for piece in pieces])

# %%
# The figure shows ten elements cut in three ways, with a gap at each cut: into two pieces, five pieces and six pieces.

from torchref import draw

figure, ax = draw.canvas(12.6, 7.2)
for top, (call, pieces) in zip((1, 3.4, 5.8), cuts.items(), strict=True):
    for number, piece in enumerate(pieces):
        title = call if number == 0 else ""
        draw.cells(ax, piece, (piece[0].item() + 0.4 * number, top), draw.PALE[number % 2], title=title)
