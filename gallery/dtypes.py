"""
dtypes: promotion, division, overflow
=====================================

A tensor holds elements of one dtype. When two tensors of different dtypes are added or multiplied, a fixed table gives
the dtype of the result. When the result of an operation or a conversion does not fit its dtype, it usually changes
silently. This page computes the table and shows where values change.
"""

import torch

print(torch.tensor([1, 2]).dtype, torch.tensor([1.0, 2.0]).dtype, torch.tensor([True]).dtype)

# %%
# The table, computed
# -------------------
#
# Each cell of the table is the dtype of a sum that is run here. ``u8`` is short for ``torch.uint8``, ``i`` for ``int``,
# ``f`` for ``float``, ``bf`` for ``bfloat`` and ``c`` for ``complex``. The wider unsigned integers, ``uint16`` to
# ``uint64``, can be combined with another dtype only if that is one of the four floats here. Combining floats of 8
# bits, such as ``torch.float8_e5m2``, with any other dtype raises.

dtypes = [torch.bool, torch.uint8, torch.int8, torch.int32, torch.int64]
dtypes += [torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.complex64]
table = [[(torch.ones(1, dtype=a) + torch.ones(1, dtype=b)).dtype for b in dtypes] for a in dtypes]

# %%
# The row is the dtype on the left of the ``+``, the column is the dtype on the right, and the cell shows the dtype of
# the sum. Complex takes precedence over floating point, floating point over integer, integer over ``bool``, and within
# a kind the wider dtype over the narrower. In the cells with a thick frame the sum has neither of the two dtypes:
# ``u8`` and ``i8`` give ``i16``, which holds the values of both; ``f16`` and ``bf16`` give ``f32``; ``f64`` and ``c64``
# give ``c128``, which is complex and as exact as ``f64``.

from matplotlib.patches import Rectangle

from torchref import draw


def short(dtype):
    name = str(dtype).removeprefix("torch.")
    for word, letters in {"uint": "u", "int": "i", "bfloat": "bf", "float": "f", "complex": "c"}.items():
        name = name.replace(word, letters)
    return name


def shade(dtype):
    if dtype.is_complex or dtype.is_floating_point:
        return draw.PALE[3 if dtype.is_complex else 0]
    return draw.PALE[2 if dtype == torch.bool else 4]


figure, ax = draw.canvas(11.6, 11.6)
draw.cells(ax, [[short(b) for b in dtypes]], (1.2, 0), [[shade(b) for b in dtypes]])
draw.cells(ax, [[short(a)] for a in dtypes], (0, 1.2), [[shade(a)] for a in dtypes])
draw.cells(ax, [[short(c) for c in row] for row in table], (1.2, 1.2), [[shade(c) for c in row] for row in table])
framed = [(i, j) for i, a in enumerate(dtypes) for j, b in enumerate(dtypes) if table[i][j] not in (a, b)]
for i, j in framed:
    ax.add_patch(Rectangle((j + 1.2, i + 1.2), 1, 1, fill=False, linewidth=2.6))

# %%
# The dtype of the sum is not always the more exact of the two. ``int64`` holds 4097 exactly, but ``float16`` is of the
# higher kind, and it rounds 4097:

print(torch.tensor([4097]) + torch.zeros(1, dtype=torch.float16))

# %%
# In an operation with a tensor that has dimensions, a Python number or a 0-d tensor changes the dtype only if it is of
# a higher kind. The 2.5 below is of a higher kind. The 200 is not, so it wraps around in ``int8``, whose largest value
# is 127. A 0-d ``float64`` does not widen ``float32``:

small = torch.tensor([1, 2], dtype=torch.int8)
print((small + 2.5).dtype, small + 200)
print((torch.ones(2) + torch.tensor(1.0, dtype=torch.float64)).dtype)

# %%
# Three ways to divide integers
# -----------------------------
#
# On integers ``/`` always returns floats, with or without a remainder. ``//`` rounds down, so a negative quotient with
# a remainder moves away from zero; ``rounding_mode="trunc"`` drops the fraction:

x = torch.tensor([7, -7])
print(x / 2)
print(x // 2, torch.div(x, 2, rounding_mode="trunc"))

# %%
# An integer tensor cannot hold a float result, so ``div_`` without ``rounding_mode`` raises:

try:
    x.div_(2)
except RuntimeError as error:
    print(error)

# %%
# Overflow
# --------
#
# Integers wrap around: after the largest value comes the smallest. ``sum`` adds small integers up in ``int64``, unless
# ``dtype=`` or ``out=`` says otherwise. Floats of 16 bits or more turn into ``inf``; in ``float16`` that begins soon
# after 65504:

full = torch.tensor([200, 100], dtype=torch.uint8)
print(full + full, full.sum())
print(torch.tensor([torch.iinfo(torch.int64).max]) + 1)
print(torch.finfo(torch.float16).max, torch.tensor([60000.0]).half() * 2)

# %%
# The first integer that float32 does not have
# --------------------------------------------
#
# ``float32`` keeps 24 binary digits. Above 2²⁴ = 16777216 they do not reach down to the ones, so 16777217 is rounded,
# and a counter that adds 1 stops:

print(torch.tensor([16777217]).float().long())
print(torch.tensor(16777216.0) + 1 == 16777216)

# %%
# Each dot shows an integer ``n`` and the value of ``n.float()``. Up to 2²⁴, the 0 of both axes, every dot lies on the
# dashed line y = x. Above 2²⁴, only the even integers of the figure stay what they are. The arrow marks 16777217, which
# becomes 16777216.

import matplotlib.pyplot as plt

plt.style.use(draw.STYLE)
limit = 2**24
n = torch.arange(limit - 4, limit + 11)
kept = n.float().long()
figure, ax = plt.subplots(figsize=(5, 4))
ax.plot(n - limit, n - limit, "--", color=draw.LINE, linewidth=1)
ax.plot(n - limit, kept - limit, "o")
lost = n[n != kept][0].item()
place = (lost - limit, int(torch.tensor(lost).float()) - limit)
ax.annotate(str(lost), place, (2.5, -2.4), arrowprops={"arrowstyle": "->"}, va="center", family="monospace")
_ = ax.set(xlabel=f"n - {limit}", ylabel=f"n.float() - {limit}", xticks=range(-4, 11, 2), yticks=range(-4, 11, 2))
