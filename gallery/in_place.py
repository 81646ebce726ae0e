"""
in place
========

An in-place operation writes into memory that a backward pass may still need. Autograd counts such operations, and
``backward`` raises when one has been applied to a tensor that it needs. A write through ``.data`` is not counted, and
the gradient can be silently wrong.
"""

import torch

x = torch.tensor([0.0, 1.0, 2.0])
x += 1
x[1:].mul_(10)
print(x, x._version)
x = x + 1
print(x, x._version)

# %%
# In-place operations on a tensor increase its counter ``_version``. A view shares the counter of its base tensor, so
# the write to the slice was counted too. ``x = x + 1`` is not in place: it makes a new tensor, whose counter starts at
# zero.
#
# What backward still needs
# -------------------------
#
# The derivative of the sigmoid y is y · (1 − y), so the forward pass keeps its result together with the version number
# at that moment. ``backward`` compares this number with the current version:

x = torch.tensor([0.0, 1.0, 2.0], requires_grad=True)
y = x.sigmoid()
y.add_(1)
try:
    y.sum().backward()
except RuntimeError as error:
    print(str(error).split(" Hint")[0])

# %%
# Most functions save less for the backward pass than one might expect. Each function below is applied to ``a``, then
# the argument or the result is overwritten, and ``backward`` is called. If ``backward`` does not raise, its gradient is
# compared with the gradient without the write. The list of functions with a wrong gradient is empty:

functions = {
    "y = a + 2": lambda a: a + 2,
    "y = a * 2": lambda a: a * 2,
    "y = a * a": lambda a: a * a,
    "y = a.sin()": torch.sin,
    "y = a.exp()": torch.exp,
    "y = a.relu()": torch.relu,
    "y = a.amax()": torch.amax,
}
writes = {"a.add_(1)": lambda a, y: a.add_(1), "y.add_(1)": lambda a, y: y.add_(1)}


def gradient(function, write):
    leaf = torch.tensor([0.0, 1.0, 2.0], requires_grad=True)
    a = leaf.clone()
    y = function(a)
    write(a, y)
    try:
        y.sum().backward()
    except RuntimeError:
        return torch.tensor([])
    return leaf.grad


table = {}
for label, function in functions.items():
    right = gradient(function, lambda a, y: None)
    found = [gradient(function, write) for write in writes.values()]
    table[label] = ["✓" if torch.equal(one, right) else "wrong" if len(one) else "✗" for one in found]
print([label for label, marks in table.items() if "wrong" in marks])

# %%
# The figure has one row for each function and one column for each overwritten tensor. ✓ means that the gradient is
# right, and ✗ means that ``backward`` raises ``RuntimeError``. A function that needs its argument fails on the left,
# and one that needs its result on the right.

from torchref import draw

figure, ax = draw.canvas(11, 8.2)
for column, (title, marks) in enumerate(zip(writes, zip(*table.values(), strict=True), strict=True)):
    ax.text(6 + 2.9 * column, 0.4, title, family="monospace", fontsize=10, ha="center")
    colors = [[draw.PALE[2 if mark == "✓" else 1]] for mark in marks]
    draw.cells(ax, [[mark] for mark in marks], (5.5 + 2.9 * column, 1), colors)
for row, label in enumerate(table):
    ax.text(0, row + 1.5, label, family="monospace", fontsize=10, va="center")

# %%
# Why not .data
# -------------
#
# ``detach`` and ``.data`` both return a tensor that shares the memory, but does not have a history. The tensor from
# ``detach`` shares the counter, and the tensor from ``.data`` has its own. Here the result of a sigmoid is set to zero
# through either of them, and through NumPy, whose writes are not counted. The output is the version of ``y`` without a
# write and after each of the three writes:

sigmoid = {
    "y = a.sigmoid()": lambda a, y: None,
    "y.detach().zero_()": lambda a, y: y.detach().zero_(),
    "y.data.zero_()": lambda a, y: y.data.zero_(),
    "y.detach().numpy().fill(0)": lambda a, y: y.detach().numpy().fill(0),
}
gradients = {label: gradient(torch.sigmoid, write) for label, write in sigmoid.items()}
versions = []
for write in sigmoid.values():
    y = torch.tensor([0.0, 1.0, 2.0]).sigmoid()
    write(None, y)
    versions.append(y._version)
print(versions)

# %%
# The figure shows, for each write, the version of ``y`` after it and the gradient that ``backward`` leaves in
# ``leaf.grad``; ✗ stands for ``RuntimeError``. In the last two rows the memory has changed and the version has not, so
# y · (1 − y) is computed from zeros.

figure, ax = draw.canvas(12, 5.3)
ax.text(6.9, 0.4, "_version", family="monospace", fontsize=9, ha="center")
ax.text(10, 0.4, "leaf.grad", family="monospace", fontsize=9, ha="center")
for row, ((label, found), version) in enumerate(zip(gradients.items(), versions, strict=True)):
    ax.text(0, row + 1.5, label, family="monospace", fontsize=9, va="center")
    draw.cells(ax, [version], (6.4, row + 1))
    draw.cells(ax, [f"{number:.2f}" for number in found] or ["✗"], (8.5, row + 1), draw.PALE[1 if row else 2])

# %%
# To change the values without affecting the gradient, copy them: ``y.detach().clone()``.
#
# Changing a parameter
# --------------------
#
# While autograd records, an in-place operation on a leaf that requires grad raises. An update is not part of the
# function being differentiated, so it is made under ``no_grad``. There it is counted, and ``.data`` is not needed:

try:
    x -= 0.1
except RuntimeError as error:
    print(error)
with torch.no_grad():
    x -= 0.1
print(x, x._version)

# %%
# Assigning to ``.data`` has a different effect: the tensor then uses different memory. A tensor that shared the old
# memory keeps the old values:

shared = x.detach()
x.data = torch.zeros(3)
print(x)
print(shared)
