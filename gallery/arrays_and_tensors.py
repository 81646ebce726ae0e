"""
arrays and tensors that share memory
====================================

A NumPy array becomes a tensor in one of two ways: the tensor shares the memory of the array, or it holds a copy. The
choice decides whether a write to one of them shows in the other.
"""

import numpy as np
import torch

a = np.array([1, 2, 3, 4])
shared = torch.from_numpy(a)
copied = torch.tensor(a)

# %%
# Write once, look three times
# ----------------------------
#
# The tensor from ``from_numpy`` shows a write to the array, but the tensor from ``tensor`` does not:

a[0] = 100
print(a)
print(shared)
print(copied)

# %%
# The first tensor reads the memory of the array itself, and the second reads a storage of its own, filled before the
# write.

from torchref import draw

draw.memory({"torch.from_numpy(a)": shared, "torch.tensor(a)": copied})

# %%
# Sharing works in both directions: a write to the tensor shows in the array. The array that ``numpy()`` returns shares
# the same memory:

shared[1] = 200
print(a)
back = shared.numpy()
back[2] = 300
print(shared)

# %%
# Ask instead of guessing
# -----------------------
#
# ``data_ptr`` is the address of the first element. While both tensors exist, equal addresses mean the same memory (an
# empty tensor has the address 0). Different addresses do not prove a copy: ``shared[1:]`` starts one element later in
# the same storage:

print(shared.data_ptr() == a.ctypes.data, copied.data_ptr() == a.ctypes.data)
part = shared[1:]
print(part.data_ptr() == shared.data_ptr(), part.untyped_storage().data_ptr() == shared.untyped_storage().data_ptr())

# %%
# What ends the sharing
# ---------------------
#
# The result of ``+`` or ``*`` between two operands lies in new memory, and so does the result of a conversion to
# another dtype. ``a`` holds ``int64``. Without ``dtype=``, ``as_tensor`` shares its memory, but with ``float32``, it
# has to copy:

print(torch.as_tensor(a).data_ptr() == a.ctypes.data)
print(torch.as_tensor(a, dtype=torch.float32).data_ptr() == a.ctypes.data)

# %%
# ``other = other + 1`` ends the sharing, because the sum is a new tensor, and the assignment binds the name to it.
# ``shared += 1`` writes into the old memory, and the array changes with it:

other = shared
other = other + 1
print(a)
shared += 1
print(a)

# %%
# To keep an array and a tensor apart, copy on purpose: ``torch.tensor(a)`` returns a tensor with memory of its own, and
# ``x.numpy().copy()`` returns an array with memory of its own. While autograd records, a tensor that requires grad
# needs ``detach()`` before ``numpy()``. An array with a negative stride, such as ``a[::-1]``, needs ``copy`` before
# either conversion to a tensor:

safe = shared.numpy().copy()
safe[:] = 0
print(shared)
