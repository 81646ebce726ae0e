"""
what a view costs
=================

``view`` and ``transpose`` only write down a new shape and new strides. ``clone`` and ``contiguous`` may have to move
every number. For ten numbers the difference hardly matters; for a few million the copy takes hundreds of times as long,
or more.
"""

import time

import matplotlib.pyplot as plt
import torch

from torchref import draw

plt.style.use(draw.STYLE)

# %%
# Who moves the numbers
# ---------------------
#
# The address of the first number tells whether the result reads the same memory:

x = torch.rand(1000, 1000)
calls = {
    "x.view(-1)": lambda x: x.view(-1),
    "x.transpose(0, 1)": lambda x: x.transpose(0, 1),
    "x.contiguous()": lambda x: x.contiguous(),
    "x.clone()": lambda x: x.clone(),
    "x.t().contiguous()": lambda x: x.t().contiguous(),
}
shares = {code: call(x).data_ptr() == x.data_ptr() for code, call in calls.items()}
for code, shared in shares.items():
    print(code, shared)

# %%
# ``x.contiguous()`` shares because ``x`` is contiguous already: it returns ``x`` itself. After ``t`` it has to copy,
# and the numbers to copy lie 1000 cells apart.

print(x.contiguous() is x, x.t().is_contiguous(), x.t().stride())

# %%
# The clock
# ---------
#
# Each call runs several times on square matrices of n numbers, and the shortest run counts: the longer ones were
# disturbed by something else.


def shortest(call, x, runs):
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        call(x)
        seconds.append(time.perf_counter() - start)
    return min(seconds)


sides = [2**k for k in range(1, 12)]
times = {code: [] for code in calls}
for side in sides:
    x = torch.rand(side, side)
    for code, call in calls.items():
        times[code].append(shortest(call, x, 5 if side > 1000 else 50))

# %%
# Both axes are logarithmic: n numbers to the right, seconds upwards. The calls that share memory (dashed lines, hollow
# markers) stay flat at the bottom, whatever n is. The two copies (solid lines, filled markers) start nearly flat too
# and then rise with n.

figure, ax = plt.subplots(figsize=(5.2, 4.6))
for code, marker, color in zip(calls, "osv^D", draw.COLORS, strict=False):
    ax.loglog(
        [side**2 for side in sides],
        times[code],
        marker=marker,
        color=color,
        markersize=6,
        fillstyle="none" if shares[code] else "full",
        linestyle="--" if shares[code] else "-",
        label=code,
    )
ax.set(xlabel="n", ylabel="s")
_ = ax.legend(loc="upper left", prop={"family": "monospace", "size": 9}, frameon=False)
