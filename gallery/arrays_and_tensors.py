"""
arrays and tensors that share memory
====================================

A NumPy array can be turned into a tensor in two ways: as another name for the same memory, or as a copy. Which one
you have decides whether a write on one side is seen on the other.
"""

import numpy as np
import torch

from torchref import draw

a = np.array([1, 2, 3, 4])
shared = torch.from_numpy(a)
copied = torch.tensor(a)

# %%
# Write once, look three times
# ----------------------------
#
# One write to the array. The tensor from ``from_numpy`` shows it, the tensor from ``tensor`` does not:

a[0] = 100
print(a)
print(shared)
print(copied)

# %%
# The first tensor reads the memory of the array itself, the second a storage of its own, filled before the write.

figure = draw.memory({"torch.from_numpy(a)": shared, "torch.tensor(a)": copied})

# %%
# It works in both directions: a write to the tensor reaches the array, through ``numpy()`` as well.

shared[1] = 200
print(a)
back = shared.numpy()
back[2] = 300
print(shared)

# %%
# Ask instead of guessing
# -----------------------
#
# ``data_ptr`` is the address of the first element. Equal addresses mean the same memory:

print(shared.data_ptr() == a.ctypes.data, copied.data_ptr() == a.ctypes.data)

# %%
# What ends the sharing
# ---------------------
#
# Arithmetic makes new memory, and so does a change of dtype. ``a`` holds ``int64``; asked for ``float32``,
# ``as_tensor`` has to copy, although without ``dtype=`` it would share:

print(torch.as_tensor(a).data_ptr() == a.ctypes.data)
print(torch.as_tensor(a, dtype=torch.float32).data_ptr() == a.ctypes.data)

# %%
# Assigning to a name ends it as well. ``other = other + 1`` binds the name to a new tensor; ``shared += 1`` writes into
# the old memory, and the array changes with it:

other = shared
other = other + 1
print(a)
shared += 1
print(a)

# %%
# When the two must not touch each other, copy on purpose: ``torch.tensor(a)`` on the way in, ``x.numpy().copy()`` on
# the way out.

safe = shared.numpy().copy()
safe[:] = 0
print(shared)
