"""
downhill by hand
================

Gradient descent takes a step against the derivative, again and again. On θ² a step can be computed by hand, which shows
what the step size α decides: slow convergence, fast convergence, oscillation or divergence.
"""

import torch


def slope(theta):
    theta = torch.tensor(theta, requires_grad=True)
    (theta**2).backward()
    return theta.grad.item()


print(slope(1.0), slope(-1.0))

# %%
# Why the minus
# -------------
#
# The derivative of θ² is 2θ. At θ = 1 it is positive: uphill is to the right, so the step goes left. At θ = −1 it is
# negative and the step goes right. Subtracting the derivative goes downhill on both sides: θ ← θ − α · 2θ.


def descend(alpha, steps=4, curvature=1.0):
    theta = torch.tensor(1.0, requires_grad=True)
    path = [theta.item()]
    for _ in range(steps):
        (curvature * theta**2).backward()
        with torch.no_grad():
            theta -= alpha * theta.grad
        theta.grad = None
        path.append(theta.item())
    return path


print([f"{theta:.2g}" for theta in descend(0.4)])
print([f"{0.2**n:.2g}" for n in range(5)])

# %%
# Every step multiplies θ by the same factor, 1 − 2α. With α = 0.4 that is 0.2, so after n steps θ is 0.2ⁿ: not zero on
# paper, but soon too small to matter.
#
# Six step sizes
# --------------
#
# The factor 1 − 2α decides what each α does. If the factor is between 0 and 1, the steps stay on one side; if it is 0,
# one step is enough; below 0 the steps change sides. At −1, θ keeps its distance from 0, and below −1, each step is
# longer than the last:

alphas = [0.05, 0.4, 0.5, 0.9, 1.0, 1.1]
paths = {alpha: descend(alpha) for alpha in alphas}
for alpha, path in paths.items():
    print(f"{alpha:<4} {1 - 2 * alpha:5.1f}  ", [f"{theta:.2g}" for theta in path])

# %%
# Each curve is θ². The four steps are dots, or squares where θ² does not decrease; a ring marks the start θ = 1. α =
# 0.05 converges slowly, 0.4 converges fast, 0.5 arrives in one step, 0.9 oscillates and converges, 1.0 jumps between 1
# and −1, and 1.1 diverges.

import matplotlib.pyplot as plt

from torchref import draw

plt.style.use(draw.STYLE)
figure, axes = plt.subplots(3, 2, figsize=(5, 6.2), sharex=True, sharey=True)
curve = torch.linspace(-2.3, 2.3, 101)
for ax, (alpha, path) in zip(axes.flat, paths.items(), strict=True):
    theta = torch.tensor(path)
    ax.plot(curve, curve**2, color="#999999", linewidth=1)
    style, color = ("o-", draw.COLORS[0]) if abs(1 - 2 * alpha) < 1 else ("s--", draw.COLORS[1])
    ax.plot(theta, theta**2, style, color=color, linewidth=1, markersize=4)
    ax.plot(1, 1, "o", markersize=9, fillstyle="none", color="#000000", markeredgewidth=0.8)
    ax.set_title(f"α = {alpha}   1 − 2α = {1 - 2 * alpha:.1f}".replace("-", "−"), fontsize=9)
figure.supxlabel("θ")
_ = figure.supylabel("θ²")

# %%
# A plus instead of the minus goes uphill, whatever the size of the step; it amounts to a negative α:

print([f"{theta:.3g}" for theta in descend(-0.4)])

# %%
# A good α depends on the function
# --------------------------------
#
# How large α may be depends on the function. On a function that is steeper by a factor of 100, the same formula
# multiplies θ by 1 − 200α. A step size of 0.001 converges, and 0.011, small as it looks, diverges:

print([f"{theta:.3g}" for theta in descend(0.001, curvature=100.0)])
print([f"{theta:.3g}" for theta in descend(0.011, curvature=100.0)])

# %%
# Two directions, one step size
# -----------------------------
#
# With several parameters the gradient is the vector of all partial derivatives. On u² + 10v² it is (2u, 20v). The
# second direction needs α < 0.1, and the first direction has to use the same α.


def descend_in_plane(alpha, steps=12):
    point = torch.tensor([2.0, 1.0], requires_grad=True)
    path = [point.tolist()]
    for _ in range(steps):
        (point[0] ** 2 + 10 * point[1] ** 2).backward()
        with torch.no_grad():
            point -= alpha * point.grad
        point.grad = None
        path.append(point.tolist())
    return torch.tensor(path)


plane = {alpha: descend_in_plane(alpha) for alpha in (0.02, 0.09, 0.101)}
for alpha, path in plane.items():
    print(alpha, [f"{number:.2g}" for number in path[-1].tolist()])

# %%
# The figure shows level lines of u² + 10v² and three paths from (2, 1). α = 0.02 slides into the valley and creeps
# along it, 0.09 gets further by jumping across, and 0.101 jumps a little wider each time.

figure, axes = plt.subplots(3, 1, figsize=(5, 6.4), sharex=True)
u, v = torch.meshgrid(torch.linspace(-0.4, 2.3, 60), torch.linspace(-1.4, 1.4, 60), indexing="xy")
for ax, (alpha, path), marker, color in zip(axes, plane.items(), "osD", draw.COLORS, strict=False):
    ax.contour(u, v, u**2 + 10 * v**2, levels=[0.1, 1, 3, 6, 10, 14], colors="#bbbbbb", linewidths=0.8)
    ax.plot(path[:, 0], path[:, 1], marker=marker, color=color, linewidth=1, markersize=3.5)
    ax.set_title(f"α = {alpha}", fontsize=9)
    ax.set(ylabel="v")
_ = ax.set(xlabel="u")
