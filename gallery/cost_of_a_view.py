"""
what a view costs
=================

``view`` and ``transpose`` only write down a new shape and new strides. ``clone`` copies every element, and
``contiguous`` may have to. For ten elements the difference hardly matters; for a few million the copy takes more than a
hundred times as long.
"""

import time

import torch

# %%
# Who copies the elements
# -----------------------
#
# The address of the first element tells whether the result reads the same memory:

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
# ``x.contiguous()`` shares memory because ``x`` is contiguous already: it returns ``x`` itself. After ``t`` it has to
# copy, and neighbors in a row of the transposed matrix lie 1000 cells apart in memory.

print(x.contiguous() is x, x.t().is_contiguous(), x.t().stride())

# %%
# Counted
# -------
#
# Where these calls share memory, they write no element; a copy writes every element into memory of its own, 4 bytes for
# a ``float32``:


def written(call, x):
    result = call(x)
    return 0 if result.data_ptr() == x.data_ptr() else result.untyped_storage().nbytes()


sides = [2**k for k in range(1, 12)]
bytes_written = {code: [written(call, torch.rand(side, side)) for side in sides] for code, call in calls.items()}

# %%
# The figure plots the number of bytes written against n, the number of elements. Both axes are logarithmic, but the
# vertical axis is linear from 0, at the very bottom, to 1. The calls that share memory (dashed lines, hollow markers)
# stay at 0, whatever n is. The two copies (solid lines, filled markers) write 4n bytes each, so their lines coincide.

import matplotlib.pyplot as plt

from torchref import draw

plt.style.use(draw.STYLE)
figure, ax = plt.subplots(figsize=(5.2, 4.6))
for code, marker, color, size in zip(calls, "osv^D", draw.COLORS, (13, 9, 5, 11, 4), strict=False):
    ax.plot(
        [side**2 for side in sides],
        bytes_written[code],
        marker=marker,
        color=color,
        markersize=size,
        fillstyle="none" if shares[code] else "full",
        linestyle="--" if shares[code] else "-",
        label=code,
        clip_on=False,
    )
ax.set_xscale("log")
ax.set_yscale("symlog", linthresh=1)
ax.set(xlabel="n", ylabel="bytes", ylim=(0, None))
_ = ax.legend(loc="upper left", prop={"family": "monospace", "size": 9}, frameon=False)

# %%
# The clock
# ---------
#
# How long the writing takes depends on the machine and on its other work, so the times are not printed here. To see
# yours, run the script and print the results of ``shortest``. Each call runs several times, and the shortest run
# counts, because other work makes a run longer. For four million elements the copy takes more than a hundred times as
# long as the view:


def shortest(call, x, runs=5):
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        call(x)
        seconds.append(time.perf_counter() - start)
    return min(seconds)


x = torch.rand(2048, 2048)
print(shortest(calls["x.clone()"], x) > 100 * shortest(calls["x.view(-1)"], x))
