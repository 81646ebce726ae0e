"""
search for w
============

The model ``x * w`` has one parameter, and the data are three points on the line y = 2x. There is a plain way to find
``w`` without a gradient: try a list of candidates and keep the one with the smallest loss. This search shows what a
loss is, and why models are not trained this way.
"""

import torch

x = torch.tensor([1.0, 2.0, 3.0])
y = torch.tensor([2.0, 4.0, 6.0])


def loss(w):
    return ((x * w - y) ** 2).mean().item()


for candidate in (0.0, 1.0, 2.0, 3.0, 4.0):
    print(f"w = {candidate}: {loss(candidate):.4g}")

# %%
# The data stand still while w moves
# ----------------------------------
#
# In training ``x`` and ``y`` are constants, and the loss is a function of ``w``. One value of ``w`` gives one loss, and
# that loss is an average over the three points. At ``w = 1`` the three squared errors are 1, 4 and 9:

print((x * 1.0 - y) ** 2)
print(f"{loss(1.0):.4g}")

# %%
# The candidates at once
# ----------------------
#
# ``torch.arange(0, 4.1, 0.1)`` stops before its end, so 4.1 is written to reach 4.0. As a column, the candidates
# broadcast against the row of points: one row of errors per candidate. The mean is taken over dimension 1, the points:

w = torch.arange(0, 4.1, 0.1)
errors = w.unsqueeze(1) * x - y
losses = (errors**2).mean(dim=1)
print(w.shape, errors.shape, losses.shape)

# %%
best = losses.argmin()
print(f"w = {w[best]:.1f}: {losses[best]:.4g}")
print(f"w = {w[0]:.1f}: {losses[0]:.4g}, w = {w[-1]:.1f}: {losses[-1]:.4g}")

# %%
# Each dot is one candidate, with its ``w`` on the horizontal axis and its mean squared error ``L`` on the vertical
# axis. The dots lie on the parabola L = 14/3·(w − 2)², which is 0 at w = 2 and 18.67 at both ends.

import matplotlib.pyplot as plt

from torchref import draw

plt.style.use(draw.STYLE)
figure, ax = plt.subplots(figsize=(4.8, 3.4))
ax.plot(w, 14 / 3 * (w - 2) ** 2, color=draw.COLORS[0], linewidth=1)
ax.plot(w, losses, "o", color=draw.COLORS[0], markersize=4)
ax.plot(w[best], losses[best], "*", color=draw.COLORS[1], markersize=15)
label = f"w = {w[best]:.1f}\nL = {losses[best]:.4g}"
ax.annotate(label, (w[best], losses[best]), (2, 4.2), ha="center", arrowprops={"arrowstyle": "-|>", "color": draw.LINE})
for place in (0, -1):
    ax.annotate(f"{losses[place]:.4g}", (w[place], losses[place]), (0, 7), textcoords="offset points", ha="center")
ax.set(xlabel="w", ylabel="L", xticks=range(5), yticks=range(0, 21, 5), xlim=(-0.35, 4.35), ylim=(-1, 21))

# %%
# The grid decides how good the answer can be
# -------------------------------------------
#
# The search hit 2 exactly, because 2 was on the list. With steps of 0.3 it is not, and even the best candidate misses
# it:

coarse = torch.arange(0, 4.1, 0.3)
found = coarse[((coarse.unsqueeze(1) * x - y) ** 2).mean(dim=1).argmin()]
print(f"w = {found:.1f}: {loss(found):.4f}")

# %%
# With a float step, the number of candidates is also a matter of rounding. In ``torch.arange(1, 1.3, 0.1)`` the end 1.3
# should be excluded, yet it is there, because (1.3 − 1) / 0.1 is computed as a little more than 3. ``torch.linspace``
# takes the number of candidates instead, both ends included:

print(torch.arange(1, 1.3, 0.1), (1.3 - 1) / 0.1)
print(torch.linspace(0, 4, 41).shape)

# %%
# What it costs
# -------------
#
# With 41 candidates per parameter, there are 41² combinations for two parameters and 41ᵏ for k. A layer with ten
# parameters is already out of reach:

print([41**k for k in (1, 2, 3, 10)])

# %%
# The slope replaces the search. At any ``w`` its sign says on which side the minimum lies (at the minimum the slope is
# 0), and autograd computes the slopes of many parameters in one pass:

for start in (0.0, 1.0, 2.0, 3.0):
    here = torch.tensor(start, requires_grad=True)
    ((x * here - y) ** 2).mean().backward()
    print(f"w = {start}: slope {here.grad:.4g}")
