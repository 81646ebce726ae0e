"""
broadcasting
============

Two tensors of different shapes are added as if each had been repeated along the dimensions where its size is 1. The
shapes are aligned from the right, and a size of 1 takes on the size of the other tensor. Broadcasting is convenient,
and it is why a loss can be 33 times too large without an error.
"""

import warnings

import torch
from sklearn.datasets import make_regression
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

x = torch.tensor([[10], [20]])
y = torch.tensor([1, 2, 3])
print(x + y)

# %%
# Stretched cells take no memory
# ------------------------------
#
# ``broadcast_tensors`` returns the two operands in the shape in which ``+`` adds them. The stride along a stretched
# dimension is 0: every step along it stays on the same cell.

wide_x, wide_y = torch.broadcast_tensors(x, y)
print(wide_x.shape, wide_x.stride(), wide_x.data_ptr() == x.data_ptr())
print(wide_y.shape, wide_y.stride(), wide_y.data_ptr() == y.data_ptr())

# %%
# The figure shows this sum: the column is repeated to the right and the row downwards until both have the shape (2, 3).
# Dashed cells are the repetitions.

from torchref import explain

explain(torch.add, x, y).draw({"input": "x", "other": "y", "result": "x + y"})

# %%
# Aligned from the right
# ----------------------
#
# Write the shapes one below the other, flush right. Missing sizes count as 1. In each column the sizes are equal or one
# of them is 1; anything else is an error:

print(torch.broadcast_shapes((2, 1, 3), (4, 1)))
try:
    torch.zeros(2, 3) + torch.zeros(2)
except RuntimeError as error:
    print(error)

# %%
# To add two values, one per row, make them a column with ``[:, None]``:

print((torch.zeros(2, 3) + torch.zeros(2)[:, None]).shape)

# %%
# The figure lines up the two shapes above their result. The dashed 1 is the size that was missing.

from torchref import draw

figure, ax = draw.canvas(7.8, 3.8)
one, other = (2, 1, 3), (4, 1)
both = tuple(torch.broadcast_shapes(one, other))
draw.cells(ax, one, (4.2, 0), draw.PALE[0])
draw.cells(ax, (1, *other), (4.2, 1.1), draw.PALE[1], [True, False, False])
draw.cells(ax, both, (4.2, 2.6), draw.PALE[2])
for top, shape in ((0, one), (1.1, other), (2.6, both)):
    ax.text(3.7, top + 0.5, str(shape), ha="right", va="center", family="monospace", fontsize=10)

# %%
# Perfect predictions, and a loss
# -------------------------------
#
# A layer predicts a column, (3, 1); the targets often come as a vector, (3,). Their difference is not three values but
# nine: every prediction minus every target. Here the predictions are exact, and the mean square is not 0:

prediction = torch.tensor([[1.0], [2.0], [3.0]])
target = torch.tensor([1.0, 2.0, 3.0])
difference = prediction - target
print(difference.shape, difference.square().mean())
print((prediction - target[:, None]).square().mean())

# %%
# The figure shows the nine differences. The framed ones, on the diagonal, compare a prediction with its own target; the
# others do not.

import matplotlib.pyplot as plt

figure, ax = draw.canvas(6.4, 4.6)
draw.cells(ax, prediction, (0, 1.2), draw.PALE[0], title=str(tuple(prediction.shape)))
draw.cells(ax, target, (2.6, 0), draw.PALE[1])
ax.text(5.8, 0.5, str(tuple(target.shape)), va="center", family="monospace", fontsize=9)
draw.cells(ax, difference, (2.6, 1.2), "#ffffff")
for k in range(3):
    ax.add_patch(plt.Rectangle((2.66 + k, 1.26 + k), 0.88, 0.88, fill=False, linewidth=2, edgecolor=draw.COLORS[0]))

# %%
# The same with 100 points
# ------------------------
#
# A line is fitted twice with the correct shapes, in batches of 16 and in one batch of 100. Each row of the output holds
# the slope, the intercept, the mean square of the 100 differences, and the mean square of the 10000 differences that
# the same predictions give with the wrong shape:

features, values = make_regression(100, 1, noise=10, bias=1.5, random_state=0)
x = torch.tensor(features, dtype=torch.float32)
y = torch.tensor(values, dtype=torch.float32)


def fit(target, batch, rate):
    torch.manual_seed(1)
    loader = DataLoader(TensorDataset(x, target), batch, shuffle=True)
    model = nn.Linear(1, 1)
    optimizer = torch.optim.SGD(model.parameters(), rate)
    for _ in range(100):
        for inputs, wanted in loader:
            optimizer.zero_grad()
            (model(inputs) - wanted).square().mean().backward()
            optimizer.step()
    return model.weight.item(), model.bias.item()


table = []
for batch, rate in ((16, 0.01), (100, 0.1)):
    w, b = fit(y[:, None], batch, rate)
    p = w * x + b
    table.append((w, b, (p - y[:, None]).square().mean().item(), (p - y).square().mean().item()))
    print(*(f"{number:.4g}" for number in table[-1]))

# %%
# The code above ran without a warning. ``MSELoss`` warns, and still computes the loss:

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    nn.MSELoss()(p, y)
print(str(caught[0].message).replace(". ", ".\n"))

# %%
# What such a loss teaches
# ------------------------
#
# The mean square over all pairs is the variance of the predictions, plus the variance of the targets, plus the squared
# distance between the two means. The targets' part is fixed; the rest is 0 when every prediction is the mean of all
# targets:

pairs = p.var(correction=0) + y.var(correction=0) + (p.mean() - y.mean()) ** 2
print(f"{pairs.item():.4g}")

# %%
# So training in one batch of 100 reaches this minimum, and the line is flat. In batches of 16 the line is not flat, but
# its slope, printed last, is far too small:

flat_w, flat_b = fit(y, 100, 0.1)
print(abs(flat_w) < 1e-3, f"{flat_b:.4g} {y.mean().item():.4g}")
print(f"{fit(y, 16, 0.01)[0]:.2g}")

# %%
# The solid line is fitted to targets of shape (100, 1), and the dashed line to targets of shape (100,).

plt.style.use(draw.STYLE)
figure, ax = plt.subplots(figsize=(4.6, 3.4))
ends = torch.tensor([x.min(), x.max()])
ax.plot(x[:, 0], y, "o", markersize=3, color=draw.COLORS[5])
ax.plot(ends, w * ends + b, color=draw.COLORS[0])
ax.plot(ends, flat_w * ends + flat_b, "--", color=draw.COLORS[1])
ax.text(1.1, 82, str(tuple(y[:, None].shape)), ha="right", family="monospace", color=draw.COLORS[0])
ax.text(2.2, 10, str(tuple(y.shape)), ha="right", family="monospace", color=draw.COLORS[1])
ax.set(xlabel="x", ylabel="y")
