"""
random numbers: rand, randn, randint
====================================

``rand`` draws uniformly from 0 to 1, ``randn`` draws from the normal distribution around 0, and ``randint`` draws
integers, the upper end excluded. All three draw from a generator, and its seed decides the values.
"""

import random

import numpy as np
import torch

torch.manual_seed(0)
drawn = {
    "torch.rand(10000)": torch.rand(10000),
    "torch.randn(10000)": torch.randn(10000),
    "torch.randint(1, 6, (10000,))": torch.randint(1, 6, (10000,)),
}
for code, x in drawn.items():
    print(code, x.dtype, f"mean {x.double().mean():.2f} std {x.double().std():.2f}")

# %%
# The figure counts ten thousand draws of each function. ``rand`` fills the interval from 0 to 1 evenly. ``randn``
# follows the dashed curve, the normal distribution with mean 0 and standard deviation 1. ``randint(1, 6)`` gives 1 to 5
# about equally often: a die without a 6.

import matplotlib.pyplot as plt

from torchref import draw

plt.style.use(draw.STYLE)
figure, axes = plt.subplots(3, 1, figsize=(4.6, 6))
bins = [torch.linspace(0, 1, 21), torch.linspace(-4, 4, 33), torch.arange(1, 8) - 0.5]
for ax, (code, x), edges, color in zip(axes, drawn.items(), bins, draw.PALE, strict=False):
    ax.hist(x.numpy(), bins=edges.numpy(), color=color, edgecolor=draw.LINE, linewidth=0.6)
    ax.set_title(code, family="monospace", fontsize=10)
axes[0].set(xlim=(-0.5, 1.5))
t = torch.linspace(-4, 4, 200)
axes[1].plot(t, 10000 * 0.25 * torch.exp(-(t**2) / 2) / (2 * torch.pi) ** 0.5, "--", color=draw.COLORS[1])
_ = axes[2].set(xticks=range(1, 7), xlim=(0, 7))

# %%
# Noise that pushes to one side
# -----------------------------
#
# ``rand`` is never negative. As noise, 0.2 * ``rand`` lifts the points by 0.1 on average, and a constant term fitted to
# such data is 0.1 too large. ``randn`` has the mean 0:

torch.manual_seed(100)
x = torch.linspace(-1, 1, 10000)
for noise in (0.2 * torch.rand(10000), 0.2 * torch.randn(10000)):
    y = 3 * x**2 + 2 + noise
    w, b = torch.linalg.lstsq(torch.stack([x**2, torch.ones(10000)], dim=1), y).solution
    print(f"noise: mean {noise.mean():.2f}, least {noise.min():.2f}   fit: w {w:.2f}, b {b:.2f}")

# %%
# Same seed, same numbers
# -----------------------
#
# ``manual_seed`` sets the seed of the generator that all three use. A draw advances the generator, so the same call
# draws other values the next time, and adding or removing one draw usually changes the draws after it:

torch.manual_seed(0)
first = torch.rand(3)
torch.manual_seed(0)
again = torch.rand(3)
later = torch.rand(3)
print(torch.equal(first, again), torch.equal(first, later))

# %%
# The size of a draw matters as well. For 16 or more elements, ``randn`` uses the generator in a different order than
# for 15, so on the CPU the longer draw does not begin with the shorter one:

torch.manual_seed(0)
short = torch.randn(15)
torch.manual_seed(0)
print(torch.equal(short, torch.randn(16)[:15]))

# %%
# ``torch.manual_seed`` seeds neither Python's own ``random`` nor NumPy. Each has a seed of its own:

for one in (random.random, np.random.rand):
    torch.manual_seed(0)
    number = one()
    torch.manual_seed(0)
    print(number == one())

# %%
# A generator of your own
# -----------------------
#
# Code elsewhere that draws a number advances the global generator. A generator of your own advances only when a call
# names it:

own = torch.Generator().manual_seed(0)
a = torch.rand(2, generator=own)
torch.rand(1000)
b = torch.rand(2, generator=own)
print(torch.equal(torch.cat([a, b]), torch.rand(4, generator=torch.Generator().manual_seed(0))))

# %%
# To return to a point in a sequence of draws, keep the state: ``get_state`` copies it, and ``set_state`` restores it.

state = own.get_state()
c = torch.rand(2, generator=own)
own.set_state(state)
print(torch.equal(c, torch.rand(2, generator=own)))
