"""
tensor and Tensor
=================

``torch.tensor`` is a function that copies what you give it. ``torch.Tensor`` is the class of all tensors, and calling
it is an old way to ask for memory. One letter apart, they do different things with the same argument.
"""

import torch

from torchref import draw

print(torch.tensor([10]), torch.tensor([10]).dtype)
print(torch.Tensor([10]), torch.Tensor([10]).dtype)

# %%
# Data: infer the dtype, or force the default one
# -----------------------------------------------
#
# Given a list, ``torch.tensor`` looks at the numbers and picks the dtype that holds them: integers become ``int64``.
# ``torch.Tensor`` always makes ``float32``, the default dtype. From 2 ** 24 on, ``float32`` cannot hold every integer,
# so a number changes without a word:

print(torch.tensor([16777217]))
print(torch.Tensor([16777217]).long())

# %%
# A number: a value, or a size
# ----------------------------
#
# Given a number, ``torch.tensor`` holds that number and has no dimension. ``torch.Tensor`` takes it for a size and
# returns that many cells of memory as it found them. What stands in them is left over from whatever used the memory
# before, so only the shapes are printed here:

print(torch.tensor(3), torch.tensor(3).shape)
print(torch.Tensor(3).shape, torch.Tensor(2, 3).shape)

# %%
# The picture shows what ``torch.tensor`` made: a storage of its own, filled with a copy.

numbers = [[10, 20, 30], [40, 50, 60]]
x = torch.tensor(numbers)
figure = draw.memory({"torch.tensor(numbers)": x})

# %%
# The list and the tensor have nothing in common afterwards:

numbers[0][0] = -1
print(x[0, 0])

# %%
# Say what you mean
# -----------------
#
# ``torch.Tensor`` knows no ``dtype=``, and asking for one fails:

try:
    torch.Tensor([1, 2], dtype=torch.int64)
except TypeError as error:
    print(str(error).splitlines()[0])

# %%
# For data write ``torch.tensor``, with ``dtype=`` where it matters. For memory to be filled later write
# ``torch.empty``, which says so; for zeros, ``torch.zeros``. ``torch.Tensor`` is the name to use where a class is
# wanted, as in ``isinstance``:

print(isinstance(torch.zeros(2), torch.Tensor))
print(torch.tensor([1, 2], dtype=torch.float64).dtype, torch.empty(2, 3).shape)
