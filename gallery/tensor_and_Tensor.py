"""
tensor and Tensor
=================

``torch.tensor`` is a function that copies what you give it. ``torch.Tensor`` is the class of all tensors, and calling
it is an old way to ask for memory. The two names differ in the case of one letter, and the same argument can give
different results.
"""

import torch

print(torch.tensor([10]), torch.tensor([10]).dtype)
print(torch.Tensor([10]), torch.Tensor([10]).dtype)

# %%
# Data: infer the dtype, or force the default one
# -----------------------------------------------
#
# From a list of Python numbers, ``torch.tensor`` infers the dtype: integers become ``int64``, and floats become the
# default dtype. ``torch.Tensor`` uses the default dtype for integers too, and that is ``float32`` unless it was
# changed. From 2 ** 24 on, ``float32`` cannot hold every integer, so a value can change silently:

print(torch.tensor([16777217]))
print(torch.Tensor([16777217]).long())

# %%
# An integer: a value, or a size
# ------------------------------
#
# For an integer, ``torch.tensor`` returns a 0-d tensor that holds it. ``torch.Tensor`` reads the integer as a size and
# returns that many cells of memory, which are uninitialized by default. Their values are not defined, so the lines
# below print the shapes alone:

print(torch.tensor(3), torch.tensor(3).shape)
print(torch.Tensor(3).shape, torch.Tensor(2, 3).shape)

# %%
# The figure shows what ``torch.tensor`` made: a storage of its own, filled with a copy.

from torchref import draw

numbers = [[10, 20, 30], [40, 50, 60]]
x = torch.tensor(numbers)
draw.memory({"torch.tensor(numbers)": x})

# %%
# A write to the list afterwards does not change the tensor:

numbers[0][0] = -1
print(x[0, 0])

# %%
# Say what you mean
# -----------------
#
# ``torch.Tensor`` does not accept ``dtype=``; passing it raises:

try:
    torch.Tensor([1, 2], dtype=torch.int64)
except TypeError as error:
    print(str(error).splitlines()[0])

# %%
# For data, write ``torch.tensor``, with ``dtype=`` where it matters. To allocate memory that is filled later, write
# ``torch.empty``; for zeros, write ``torch.zeros``. ``torch.Tensor`` is the name to use where a class is needed, as in
# ``isinstance``:

print(isinstance(torch.zeros(2), torch.Tensor))
print(torch.tensor([1, 2], dtype=torch.float64).dtype, torch.empty(2, 3).shape)
