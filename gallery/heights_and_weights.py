"""
heights and weights
===================

Given the heights of five people in centimeters and their weights in kilograms, what does someone 176 cm tall weigh? A
line can be drawn by eye, solved for, or found step by step. The last two agree, but the first does not. Gradient
descent on raw heights has not converged after 1000 steps; on standardized heights 100 are enough.
"""

import torch

x = torch.tensor([160.0, 166.0, 172.0, 174.0, 180.0], dtype=torch.float64)
y = torch.tensor([56.3, 60.6, 65.1, 68.5, 75.0], dtype=torch.float64)

by_eye = torch.tensor([0.9, -93.0], dtype=torch.float64)
print(f"{by_eye[0] * 176 + by_eye[1]:.4g}")

# %%
# The line 0.9x − 93 looks reasonable, but 65.4 kg at 176 cm is less than 68.5 kg, the weight of the person who is 174
# cm tall. A loss says how far off a line is.
#
# Solve for the line
# ------------------
#
# With a column of ones for the intercept, the prediction is ``a @ line``. The squared error is smallest where
# aᵀa · line = aᵀy, the normal equations. ``torch.linalg.lstsq`` solves the same problem without forming aᵀa:

a = torch.stack([x, torch.ones_like(x)], dim=1)
line = torch.linalg.solve(a.T @ a, a.T @ y)
print(f"w = {line[0]:.4f}, b = {line[1]:.2f}, at 176: {line[0] * 176 + line[1]:.2f}")
print(torch.allclose(line, torch.linalg.lstsq(a, y).solution))

# %%
# Every point sits above the dashed line drawn by eye; the solid line of least squares runs through the middle of them.
# The square markers show what each line predicts at 176.

import matplotlib.pyplot as plt

from torchref import draw

plt.style.use(draw.STYLE)
figure, ax = plt.subplots(figsize=(4.8, 3.4))
ends = torch.tensor([158.0, 182.0], dtype=torch.float64)
for (w, b), style, color, shift, side in (
    (line, "-", draw.COLORS[0], (-8, 4), "right"),
    (by_eye, "--", draw.COLORS[1], (6, -12), "left"),
):
    at_176 = w * 176 + b
    ax.plot(ends, w * ends + b, style, color=color, label=f"{w:.3g}x − {-b:.4g}")
    ax.plot(176, at_176, "s", color=color, markersize=7)
    ax.annotate(f"{at_176:.4g}", (176, at_176), shift, textcoords="offset points", ha=side)
ax.plot(x, y, "o", color="black", markersize=6)
ax.legend(loc="upper left", frameon=False)
ax.set(xlabel="x", ylabel="y")

# %%
# Two ways to average the errors
# ------------------------------
#
# The mean squared error and the mean absolute error are both smaller for the solved line. The absolute value is needed:
# with least squares the errors cancel, and their plain mean is 0 however far the points lie from the line.


def mse(line):
    return ((a @ line - y) ** 2).mean()


for name, candidate in (("by eye", by_eye), ("solved", line)):
    errors = a @ candidate - y
    mean = round(errors.mean().item(), 6) + 0.0
    print(f"{name}: MSE {mse(candidate):.4g}, MAE {errors.abs().mean():.4g}, mean {mean}")

# %%
# Downhill on raw heights
# -----------------------
#
# With m people, the curvature of the loss is the matrix 2·aᵀa/m; steps diverge once the learning rate exceeds 2 over
# its largest eigenvalue. Heights near 170 make that eigenvalue 58168 and the limit tiny. A usual rate like 0.001 is far
# beyond it:


def descend(a, rate, steps):
    line, losses = torch.zeros(2, dtype=torch.float64, requires_grad=True), []
    for _ in range(steps):
        loss = ((a @ line - y) ** 2).mean()
        losses.append(loss.item())
        (grad,) = torch.autograd.grad(loss, line)
        with torch.no_grad():
            line -= rate * grad
    return line.detach(), losses


curvature = torch.linalg.eigvalsh(2 * a.T @ a / len(x))
print(f"eigenvalues {curvature[0]:.4g}, {curvature[1]:.5g}, limit {2 / curvature[1]:.4g}")
print("0.001:", [f"{loss:.1e}" for loss in descend(a, 1e-3, 4)[1]])

# %%
# Just under the limit the loss falls, but not to 0.8177, the loss of the solved line. The other eigenvalue is 18
# million times smaller, and along its eigenvector, which is close to the ``b`` axis, a step is tiny. After 1000 steps
# ``b`` is still near 0:

raw, slow = descend(a, 3e-5, 1000)
print(f"w = {raw[0]:.4f}, b = {raw[1]:.4f}, MSE {mse(raw):.4g}")

# %%
# Standardize, then descend
# -------------------------
#
# Subtracting the mean and dividing by the standard deviation (``correction=0`` divides by m) makes both eigenvalues 2,
# so one rate suits both parameters. Afterwards the line is converted back to centimeters:

mean, std = x.mean(), x.std(correction=0)
z = torch.stack([(x - mean) / std, torch.ones_like(x)], dim=1)
print(torch.linalg.eigvalsh(2 * z.T @ z / len(x)))

scaled, fast = descend(z, 0.1, 100)
w = scaled[0] / std
found = torch.stack([w, scaled[1] - w * mean])
print(f"w = {found[0]:.4f}, b = {found[1]:.2f}, at 176: {found[0] * 176 + found[1]:.2f}")
print(torch.allclose(found, line, rtol=1e-6))

# %%
# The figure shows the loss ``L`` at step ``n`` on a logarithmic scale. The solid curve, on standardized heights, falls
# to the dotted line, 0.8177, the smallest loss of a line. The dashed curve, on raw heights, nearly stops far above it.

figure, ax = plt.subplots(figsize=(4.8, 3.4))
ax.semilogy(fast, "-", color=draw.COLORS[0])
ax.semilogy(slow[:100], "--", color=draw.COLORS[1])
ax.axhline(mse(line), color=draw.LINE, linestyle=":", linewidth=1.4)
ax.annotate("(x − mean) / std", (100, fast[-1]), (0, 12), textcoords="offset points", ha="right")
ax.annotate("x", (100, slow[99]), (0, 6), textcoords="offset points", ha="right")
ax.annotate(f"{mse(line):.4g}", (100, fast[-1]), (0, -14), textcoords="offset points", ha="right")
ax.set(xlabel="n", ylabel="L", ylim=(0.25, 8000))
