"""
DataLoader and make_regression
==============================

A line is fitted batch by batch to points whose true slope is known. Training takes four lines per batch. What goes
wrong is the bookkeeping: the loss printed for an epoch is often not the loss of an epoch.
"""

import torch
from sklearn.datasets import make_regression
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

bias = 1.5
X, Y, coef = make_regression(n_samples=100, n_features=1, noise=10, coef=True, bias=bias, random_state=0)
print(X.dtype, X.shape, Y.shape, f"{coef:.4f}")

# %%
# The data
# --------
#
# ``make_regression`` returns ``float64``, and by default its targets are a vector, not a column. By default, the
# weights of a layer are ``float32``, and the data have to match; each sample is a row. Without ``reshape``, targets of
# shape (100,) and predictions of shape (100, 1) broadcast to (100, 100):

x = torch.tensor(X, dtype=torch.float32)
y = torch.tensor(Y, dtype=torch.float32)
print((x - y).shape)
y = y.reshape(-1, 1)
print((x - y).shape)

# %%
# With ``shuffle=True`` the loader shuffles again in every epoch. 100 samples in batches of 16 make 7 batches, and the
# last batch is short:

dataset = TensorDataset(x, y)
loader = DataLoader(dataset, batch_size=16, shuffle=True)
print(len(loader), len(dataset) % 16)

# %%
# The model, the loss, the optimizer
# ----------------------------------

torch.manual_seed(0)
model = nn.Linear(1, 1)
criterion = nn.MSELoss()
optimizer = torch.optim.SGD(model.parameters(), lr=1e-2)
batch_x, batch_y = next(iter(loader))
print(model(batch_x).shape, batch_y.shape)

# %%
# The training, and two ways to count
# -----------------------------------
#
# ``MSELoss`` has already divided by the number of elements, here the size of the batch. For the mean of an epoch,
# multiply by that size, add up, divide by the number of samples, and reset the sum to 0 for the next epoch: the list
# ``right`` is computed in this way. ``running`` adds up the means as they are, divides by the number of samples seen so
# far and does not return to 0:

right, running = [], []
total, seen = 0.0, 0
for _ in range(100):
    epoch = 0.0
    for batch_x, batch_y in loader:
        loss = criterion(model(batch_x), batch_y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        epoch += loss.item() * len(batch_y)
        total += loss.item()
        seen += len(batch_y)
    right.append(epoch / len(dataset))
    running.append(total / seen)

print(f"{right[0]:.1f} {right[-1]:.1f}")
print(f"{running[0]:.2f} {running[-1]:.2f}")

# %%
# Which of the two is a loss? No line through these points has a mean squared error below that of least squares.
# ``running`` ends far below it, so it is not the loss of a line; ``right`` ends just above it:

design = torch.cat([x, torch.ones_like(x)], dim=1).double()
best = torch.linalg.lstsq(design, y.double()).solution
least = (design @ best - y).square().mean().item()
print(f"{least:.1f}")

# %%
# A wrong shape makes the loss wrong as well. The first value is the loss of the trained model. The second value is the
# mean squared error of the same model against targets of shape (100,):

with torch.no_grad():
    print(f"{criterion(model(x), y).item():.4g} {(model(x) - y.reshape(-1)).square().mean().item():.4g}")

# %%
# Fitted against true
# -------------------
#
# Each line of the output is a slope and an intercept: first the true values, then those of least squares, then those
# found by training. Training finds the line of least squares, not the true line: with noise of 10 on 100 points, the
# intercept is known to about 10 / √100 = 1.

w, b = model.weight.item(), model.bias.item()
print(f"{coef:.4g} {bias}")
print(f"{best[0].item():.4g} {best[1].item():.4g}")
print(f"{w:.4g} {b:.2g}")

# %%
# On the left are the points with the true line (dashed) and the fitted line (solid), which almost cover each other. On
# the right, the two lists are plotted against the epoch n, on a logarithmic scale: within 30 epochs, ``right`` drops to
# the dotted line, the loss of least squares, and stays there, but ``running`` passes below it and goes on falling.

import matplotlib.pyplot as plt

from torchref import draw

plt.style.use(draw.STYLE)
figure, (data, curve) = plt.subplots(1, 2, figsize=(5.4, 3.2))
ends = torch.tensor([x.min(), x.max()])
data.plot(x, y, "o", markersize=3, color=draw.COLORS[5])
data.plot(ends, w * ends + b, label="w*x + b", color=draw.COLORS[0])
data.plot(ends, coef.item() * ends + bias, "--", label=f"coef*x + {bias}", color=draw.COLORS[1])
data.set(xlabel="x", ylabel="y")
curve.axhline(least, linestyle=":", color=draw.LINE)
curve.plot(right, label="right", color=draw.COLORS[0])
curve.plot(running, "--", label="running", color=draw.COLORS[1])
curve.set(yscale="log", xlabel="n", ylim=(8, 4000))
for ax in (data, curve):
    ax.legend(frameon=False, fontsize=8)
