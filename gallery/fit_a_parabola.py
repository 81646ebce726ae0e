"""
fit y = 3x² + 2
===============

A model with two parameters is fitted to a hundred noisy points, with gradient descent written out. The derivatives that
autograd computes agree with those found by hand, and the answer agrees with the least squares solution, which is
computed without steps.
"""

import torch

torch.manual_seed(100)
x = torch.linspace(-1, 1, 100).unsqueeze(dim=1)
y = 3 * x.pow(2) + 2 + torch.rand(x.size()) * 0.2
w = torch.randn(1, 1, requires_grad=True)
b = torch.zeros(1, 1, requires_grad=True)
print(x.size(), y.size())

# %%
# One step, two ways
# ------------------
#
# The model is wx² + b, and the loss is half the sum of squares, L = ½ Σ r² with r = wx² + b − y. The half cancels the 2
# that comes down with the derivative, so by hand ∂L/∂w = Σ r · x² and ∂L/∂b = Σ r. ``backward`` agrees:


def loss():
    return 0.5 * ((x.pow(2).mm(w) + b - y) ** 2).sum()


first = loss()
first.backward()
r = (x.pow(2).mm(w) + b - y).detach()
by_hand = (r * x**2).sum(), r.sum()
print(f"{first.item():.1f}")
print(f"{w.grad.item():.1f} {b.grad.item():.1f}")
print(f"{by_hand[0].item():.1f} {by_hand[1].item():.1f}")

# %%
# Eight thousand steps
# --------------------
#
# The update is made under ``no_grad``, since it is not part of the loss. The gradient is zeroed after use, because
# ``backward`` would add the next one to it:

w.grad.zero_()
b.grad.zero_()
history = []
for _ in range(8000):
    L = loss()
    history.append((w.item(), b.item(), L.item()))
    L.backward()
    with torch.no_grad():
        w -= 0.001 * w.grad
        b -= 0.001 * b.grad
    w.grad.zero_()
    b.grad.zero_()
history.append((w.item(), b.item(), loss().item()))
for n in (0, 20, 100, 500, 2000, 8000):
    print(f"{n:<4}  w {history[n][0]:6.3f}  b {history[n][1]:6.3f}  L {history[n][2]:.4g}")

# %%
# From step 2000 on these digits stay the same; the remaining 6000 steps do not change them. For the figure the tensors
# are converted to NumPy. While autograd records, a tensor that requires grad has to be detached first:

try:
    w.numpy()
except RuntimeError as error:
    print(error)
fitted = (x.pow(2).mm(w) + b).detach().numpy()

# %%
# The figure shows the points and wx² + b after n = 0, 20, 100 and 8000 steps. The last curve runs through the middle of
# the points.

import matplotlib.pyplot as plt

from torchref import draw

plt.style.use(draw.STYLE)
figure, ax = plt.subplots(figsize=(5, 3.8))
ax.plot(x.numpy(), y.numpy(), "o", color="#888888", markersize=3)
for n, style, color in zip((0, 20, 100, 8000), (":", "-.", "--", "-"), draw.COLORS, strict=False):
    curve = history[n][0] * x.numpy() ** 2 + history[n][1]
    ax.plot(x.numpy(), fitted if n == 8000 else curve, style, color=color, label=f"n = {n}")
ax.legend(loc="upper center")
_ = ax.set(xlabel="x", ylabel="y")

# %%
# The answer without steps
# ------------------------
#
# The model is linear in ``w`` and ``b``, so the least squares solution can be computed at once, from one column of x²
# and one of ones. Gradient descent has arrived at the same values:

columns = torch.cat([x.pow(2), torch.ones_like(x)], dim=1)
exact = torch.linalg.lstsq(columns, y).solution
print(f"{exact[0].item():.3f} {exact[1].item():.3f}")
print(f"{w.item():.3f} {b.item():.3f}")

# %%
# Why b is not 2
# --------------
#
# ``rand`` draws from 0 to 1, so the noise lies between 0 and 0.2 and adds 0.1 on average. The fit adds that mean to the
# constant: ``b`` tends to 2.1. The first line of the output is the mean fit over 2000 draws of the noise, and the
# second line is the same with the noise centered on zero:

noise = torch.rand(100, 2000) * 0.2
for shift in (0.0, 0.1):
    many = torch.linalg.lstsq(columns, 3 * x.pow(2) + 2 + noise - shift).solution
    print(f"{many[0].mean().item():.2f} {many[1].mean().item():.2f}")

# %%
# One square too many
# -------------------
#
# A square left on the r, as in Σ r² · x² and Σ r², is easily overlooked. These sums are never negative, so they can
# only lower ``w`` and ``b``. Here both should rise, so the steps make the errors larger, and from step 9 on the sums
# are infinite:

w_wrong, b_wrong = history[0][0], history[0][1]
for n in range(10):
    r = w_wrong * x**2 + b_wrong - y
    dw, db = (r**2 * x**2).sum().item(), (r**2).sum().item()
    if n in (0, 1, 2, 8, 9):
        print(f"{n:<2}  {dw:.3g}  {db:.3g}  L {0.5 * db:.3g}")
    w_wrong, b_wrong = w_wrong - 0.001 * dw, b_wrong - 0.001 * db
