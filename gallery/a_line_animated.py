"""
a line, animated
================

A line is fitted to twenty points around y = 2x + 5, and an animation shows how the line moves. A loop that is often
written for this arrives at a loss below 1, but by luck. Its gradients add up, so the line swings, and one test of the
loss happens to come at the right moment of a swing. This page runs both loops: the broken loop gives stills, and the
repaired loop gives the animation."""

import tempfile
from pathlib import Path

import torch
from PIL import Image

torch.manual_seed(10)
x = torch.rand(20, 1) * 10
y = 2 * x + 5 + torch.randn(20, 1)
first_w = torch.randn(1)


def half_mse(w, b):
    return (0.5 * (w * x + b - y) ** 2).mean()


def train(rate, zeroed, steps=1000, every=1):
    w, b = first_w.clone().requires_grad_(), torch.zeros(1, requires_grad=True)
    seen = []
    for n in range(steps):
        loss = half_mse(w, b)
        loss.backward()
        before = (w.item(), b.item())
        with torch.no_grad():
            w -= rate * w.grad
            b -= rate * b.grad
        if zeroed:
            w.grad.zero_()
            b.grad.zero_()
        seen.append((n, loss.item(), before, (w.item(), b.item())))
        if n % every == 0 and loss < 1:
            break
    return seen


# %%
# As it is often written
# ----------------------
#
# The rate is 0.1, and the gradients are not zeroed. At steps 0, 20, 40 and so on, the loop draws a frame and tests
# whether the loss is below 1. The loop stops at step 100, after six frames whose losses go up and down:

broken = train(0.1, zeroed=False, every=20)
for n, loss, _, (w, b) in broken[::20]:
    print(f"n = {n:3}: L = {loss:.4g}, w = {w:.4g}, b = {b:.4g}")

# %%
# Each of the six frames shows the points, the line after step ``n``, and the loss ``L`` that gets printed with it. The
# line of the last frame lies well above the points, although its ``L`` is the smallest of the six.

import matplotlib.pyplot as plt

from torchref import draw

plt.style.use(draw.STYLE)
figure, axes = plt.subplots(2, 3, figsize=(5.6, 4.2), sharex=True, sharey=True)
ends = torch.tensor([0.0, 10.0])
for ax, (n, loss, _, (w, b)) in zip(axes.flat, broken[::20], strict=True):
    ax.plot(x, y, "o", color="black", markersize=3)
    ax.plot(ends, w * ends + b, "-", color=draw.COLORS[1])
    ax.set_title(f"n = {n}\nL = {loss:.4g}", fontsize=11)
    ax.set(xticks=[0, 5, 10], yticks=[0, 15, 30], ylim=(-1, 42))

# %%
# The values of a frame do not belong together: ``L`` is from before the update, ``w`` and ``b`` are from after it. For
# the line that the last frame shows, the loss is another value:

n, loss, _, (w, b) = broken[-1]
print(f"said {loss:.4g}, true {half_mse(w, b):.4g}")

# %%
# Two errors, and luck
# --------------------
#
# With zeroed gradients, descent on this loss diverges once the rate exceeds 2/34.62 = 0.0578, which is 2 divided by the
# largest curvature. Gradients that add up act like momentum without friction: up to twice that rate the line swings
# around the solution within bounds, without settling. The rate 0.1 lies between the two limits, so the loop swings, and
# at one of the tests its loss happens to be below 1. With zeroing alone the loop diverges. With a smaller rate alone it
# keeps swinging (it may stop by the same luck). Repair both:

design = torch.cat([x, torch.ones_like(x)], dim=1)
curvature = torch.linalg.eigvalsh(design.T @ design / len(x))[1]
print(f"curvature {curvature:.4g}, limits {2 / curvature:.4f} and {4 / curvature:.4f}")

for rate, zeroed in ((0.1, False), (0.1, True), (0.05, False), (0.05, True)):
    last = [loss for _, loss, _, _ in train(rate, zeroed, steps=40, every=1000)[20:]]
    print(f"rate {rate}, zeroed {zeroed}: L from {min(last):.2g} to {max(last):.2g}")

# %%
# Repaired
# --------
#
# The rate is 0.05, the gradients are zeroed, and the loss is tested at each step. The loss falls steadily, and the
# loop stops at step 78:

repaired = train(0.05, zeroed=True)
n, loss, (w, b), _ = repaired[-1]
print(f"n = {n}: L = {loss:.4g}, w = {w:.4g}, b = {b:.4g}")

# %%
# The steps 0, 2, 4 and so on are the frames, and ``n``, ``L``, ``w`` and ``b`` of a frame belong to the same moment.
# ``FuncAnimation`` calls ``show`` for each frame. ``show`` moves the solid line; a new ``plot`` in each frame would
# pile up lines.
#
# The animation shows the points, the solid line of the current step, and the dashed line of least squares. In the first
# few frames the solid line swings up to the points. From then on it flattens slowly, and its left end rises.

from matplotlib.animation import FuncAnimation

figure, ax = plt.subplots(figsize=(4, 3), layout="none")
figure.subplots_adjust(left=0.1, right=0.97, bottom=0.1, top=0.86)
limit = torch.linalg.lstsq(design, y).solution.flatten()
ax.plot(ends, limit[0] * ends + limit[1], "--", color=draw.LINE, linewidth=1)
ax.plot(x, y, "o", color="black", markersize=4)
(moving,) = ax.plot(ends, ends, "-", color=draw.COLORS[0])
title = ax.set_title("")
ax.set(xlim=(0, 10), ylim=(-1, 29))


def show(frame):
    n, loss, (w, b), _ = frame
    moving.set_ydata(w * ends + b)
    title.set_text(f"n = {n}   L = {loss:.4g}\nw = {w:.3f}   b = {b:.3f}")


animation = FuncAnimation(figure, show, frames=repaired[::2], interval=150)

# %%
# ``animation.to_jshtml()`` returns HTML with a player for the animation, which a notebook shows with
# ``IPython.display.HTML``. ``save`` writes a file. After 40 frames the axes still hold three lines (matplotlib counts
# the points as a line), because ``show`` does not add a line:

with tempfile.TemporaryDirectory() as folder:
    film = Path(folder) / "line.gif"
    animation.save(film, writer="pillow", dpi=40)
    with Image.open(film) as images:
        print(images.n_frames, images.size)
print(len(ax.lines))

# %%
# A loss below 1 is not the end
# -----------------------------
#
# The test stops the training, not just the animation. Where it stops, ``b`` is far from its final value. Without the
# test, the line converges to the line of least squares, whose loss is the smallest:

n, loss, (w, b), _ = train(0.05, zeroed=True, steps=3000, every=3000)[-1]
print(f"n = {n}: L = {loss:.4g}, w = {w:.4g}, b = {b:.4g}")
print(f"least squares: L = {half_mse(*limit):.4g}, w = {limit[0]:.4g}, b = {limit[1]:.4g}")
