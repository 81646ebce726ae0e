"""
meshgrid
========

``meshgrid`` takes the axes of a grid and returns the coordinates of its points: one tensor with the x of each point,
and one with the y. There are two conventions for the axis that runs down the rows, and ``indexing`` chooses between
them.
"""

import warnings

import numpy as np
import torch

x, y = torch.tensor([0, 1, 2]), torch.tensor([0, 1])
X, Y = torch.meshgrid(x, y, indexing="xy")
print(X)
print(Y)

# %%
# Six points
# ----------
#
# Three values of x and two of y make six points. Each has its x in ``X`` and its y in ``Y``, at the same position:

names = {"A": (0, 1), "B": (1, 1), "C": (2, 1), "D": (0, 0), "E": (1, 0), "F": (2, 0)}
places = {}
for name, point in names.items():
    hit = torch.stack([X, Y], dim=-1) == torch.tensor(point)
    places[name] = hit.all(dim=-1).nonzero()[0].tolist()
    print(name, point, places[name])

# %%
# B is ``X[1, 1]`` and ``Y[1, 1]``: row 1, column 1, counted from 0.

i, j = places["B"]
print(X[i, j], Y[i, j])

# %%
# The figure shows the points with their names and their positions in ``X`` and ``Y``. Row 0 of the tensors is the
# lowest row of the plot: y grows upwards, but rows are printed downwards.

from matplotlib import pyplot as plt

from torchref import draw

plt.style.use(draw.STYLE)
figure, ax = plt.subplots(figsize=(4.4, 3.0))
ax.set(xlabel="x", ylabel="y", xticks=[0, 1, 2], yticks=[0, 1], xlim=(-0.5, 2.5), ylim=(-0.3, 1.4))
ax.plot(X.flatten(), Y.flatten(), "o", markersize=9)
for name, place in places.items():
    ax.annotate(f"{name} {place}", names[name], (0, 10), textcoords="offset points", ha="center")

# %%
# Rows for y, or rows for x
# -------------------------
#
# With ``indexing="xy"`` the first axis runs along a row, as in a plot. With ``indexing="ij"`` it runs down the rows, as
# the first index of a matrix does. Each result is the transpose of the other:

Xij, Yij = torch.meshgrid(x, y, indexing="ij")
print(tuple(X.shape), tuple(Xij.shape))
print(Xij.equal(X.t()), Yij.equal(Y.t()))

# %%
# The upper row of the figure is "xy", and the lower row is "ij"; each row shows x, y and the names of the points, from
# left to right. C, in the darker cells, moves from [1, 2] to [2, 1]. B lies on the diagonal and keeps its position.

named = {point: name for name, point in names.items()}
figure, ax = draw.canvas(11.8, 8)
for top, kind, across, up in ((1, "xy", X, Y), (4.6, "ij", Xij, Yij)):
    letters = [[named[tuple(point)] for point in row] for row in torch.stack([across, up], dim=-1).tolist()]
    colors = [[draw.COLORS[4] if letter == "C" else draw.PALE[5] for letter in row] for row in letters]
    for left, title, values in ((0, f'"{kind}"  x', across), (4, "y", up), (8, "A-F", letters)):
        draw.cells(ax, values, (left, top), colors, title=title)

# %%
# Say which one you want
# ----------------------
#
# NumPy's default is "xy", and torch's is "ij": without ``indexing``, code brought from NumPy gives the transpose. Torch
# warns about it, but only the first time in a process; ``set_warn_always`` makes sure that the warning appears here:

torch.set_warn_always(True)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    default, _ = torch.meshgrid(x, y)
torch.set_warn_always(False)
print(str(caught[0].message).split(" (")[0])
print(default.equal(Xij), np.array_equal(np.meshgrid(x, y)[0], X))

# %%
# A lattice
# ---------
#
# ``linspace`` with 20 gives 20 points, including both ends. Between them are 19 intervals, so the step is 2 / 19 and
# not 2 / 20:

axis = torch.linspace(-1, 1, 20)
print(len(axis), len(axis.diff()))
print(f"{axis[1] - axis[0]:.4f} {2 / 19:.4f} {2 / 20:.4f}")
U, V = torch.meshgrid(axis, axis, indexing="xy")
height = U**2 + V**2
print(height.shape, height.numel())

# %%
# The figure shows the 400 points of the lattice and contour lines of x² + y². The lines are interpolated between the
# points, so x² + y² is nearly constant along a line.

figure, ax = plt.subplots(figsize=(4.4, 4.2))
ax.set(xlabel="x", ylabel="y", xlim=(-1.1, 1.1), ylim=(-1.1, 1.1), aspect="equal")
ax.set(xticks=[-1, 0, 1], yticks=[-1, 0, 1])
ax.plot(U.flatten(), V.flatten(), ".", color=draw.COLORS[0], markersize=4)
lines = ax.contour(U, V, height, levels=[0.1, 0.4, 0.9, 1.4], colors=draw.COLORS[1])
labels = ax.clabel(lines)

# %%
# The grids cost no memory: they are the axes, stretched with a stride of 0. A write to one position of ``X`` shows in
# the whole column and in ``x`` itself. Broadcasting gives the same values without any grid:

print(X.stride(), Y.stride())
X[0, 0] = 7
print(X, x)
print(height.equal(axis**2 + axis[:, None] ** 2))
