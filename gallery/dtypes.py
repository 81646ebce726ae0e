"""
dtypes: promotion, division, overflow
=====================================

Every tensor holds numbers of one dtype. When two dtypes meet, a fixed table says which one the result has. When a
value does not fit its dtype, it changes without a word. Here is the table, and the places where values change.
"""

import matplotlib.pyplot as plt
import torch
from matplotlib.patches import Rectangle

from torchref import draw

plt.style.use(draw.STYLE)
print(torch.tensor([1, 2]).dtype, torch.tensor([1.0, 2.0]).dtype, torch.tensor([True]).dtype)

# %%
# The table, computed
# -------------------
#
# Nobody typed this table: each cell is the dtype of a sum that was run. ``u8`` is short for ``torch.uint8``, ``i`` for
# ``int``, ``f`` for ``float``, ``bf`` for ``bfloat``, ``c`` for ``complex``.


def short(dtype):
    name = str(dtype).removeprefix("torch.")
    for word, letters in {"uint": "u", "int": "i", "bfloat": "bf", "float": "f", "complex": "c"}.items():
        name = name.replace(word, letters)
    return name


def shade(dtype):
    if dtype.is_complex or dtype.is_floating_point:
        return draw.PALE[3 if dtype.is_complex else 0]
    return draw.PALE[2 if dtype == torch.bool else 4]


dtypes = [torch.bool, torch.uint8, torch.int8, torch.int32, torch.int64]
dtypes += [torch.float16, torch.bfloat16, torch.float32, torch.float64, torch.complex64]
table = [[(torch.ones(1, dtype=a) + torch.ones(1, dtype=b)).dtype for b in dtypes] for a in dtypes]

# %%
# The row is the dtype on the left of the ``+``, the column the one on the right, the cell the dtype of the sum. Complex
# beats floating, floating beats integer, integer beats ``bool``, and within a kind the wider dtype wins. In the cells
# with a thick frame the sum has neither of the two: ``u8`` and ``i8`` both fit into ``i16``, but not into each other.

figure, ax = draw.canvas(11.6, 11.6)
draw.cells(ax, [[short(b) for b in dtypes]], (1.2, 0), [[shade(b) for b in dtypes]])
draw.cells(ax, [[short(a)] for a in dtypes], (0, 1.2), [[shade(a)] for a in dtypes])
draw.cells(ax, [[short(c) for c in row] for row in table], (1.2, 1.2), [[shade(c) for c in row] for row in table])
framed = [(i, j) for i, a in enumerate(dtypes) for j, b in enumerate(dtypes) if table[i][j] not in (a, b)]
for i, j in framed:
    ax.add_patch(Rectangle((j + 1.2, i + 1.2), 1, 1, fill=False, linewidth=2.6))

# %%
# The winner is not always the more exact one. ``int64`` knows every digit of 4097, but ``float16`` is of the higher
# kind, and it has no 4097:

print(torch.tensor([4097]) + torch.zeros(1, dtype=torch.float16))

# %%
# A Python number, or a tensor without dimensions, has a say only if it is of a higher kind. The 2.5 below is; the 200
# is not, so it has to fit into ``int8``, which ends at 127. A ``float64`` without dimensions does not widen
# ``float32``:

small = torch.tensor([1, 2], dtype=torch.int8)
print((small + 2.5).dtype, small + 200)
print((torch.ones(2) + torch.tensor(1.0, dtype=torch.float64)).dtype)

# %%
# Three ways to divide integers
# -----------------------------
#
# On integers ``/`` always returns floating numbers, remainder or not. ``//`` rounds down, which takes a negative number
# away from zero; ``rounding_mode="trunc"`` cuts the decimals off:

x = torch.tensor([7, -7])
print(x / 2)
print(x // 2, torch.div(x, 2, rounding_mode="trunc"))

# %%
# In place there is no room for a floating result, so ``div_`` refuses integers:

try:
    x.div_(2)
except RuntimeError as error:
    print(error)

# %%
# Overflow
# --------
#
# Integers wrap around: what follows the largest one is the smallest one. ``sum`` adds small integers up in ``int64``.
# Floating numbers turn into ``inf``; in ``float16`` that begins soon after 65504:

full = torch.tensor([200, 100], dtype=torch.uint8)
print(full + full, full.sum())
print(torch.tensor([torch.iinfo(torch.int64).max]) + 1)
print(torch.finfo(torch.float16).max, torch.tensor([60000.0]).half() * 2)

# %%
# The first integer that float32 does not have
# --------------------------------------------
#
# ``float32`` keeps 24 binary digits. From 2²⁴ = 16777216 on they no longer reach down to the ones, so 16777217 is
# rounded, and a counter stops counting:

print(torch.tensor([16777217]).float().long())
print(torch.tensor(16777216.0) + 1 == 16777216)

# %%
# Each dot is an integer ``n`` and what ``n.float()`` makes of it. Up to 2²⁴, the 0 of both axes, every dot lies on the
# dashed line y = x. After it only the even integers stay what they are. The arrow marks 16777217, which lands on
# 16777216.

n = torch.arange(2**24 - 4, 2**24 + 11)
kept = n.float().long()
figure, ax = plt.subplots(figsize=(5, 4))
ax.plot(n - 2**24, n - 2**24, "--", color=draw.LINE, linewidth=1)
ax.plot(n - 2**24, kept - 2**24, "o")
ax.annotate("16777217", (1, 0), (2.5, -2.4), arrowprops={"arrowstyle": "->"}, va="center", family="monospace")
_ = ax.set(xlabel="n - 2²⁴", ylabel="n.float() - 2²⁴", xticks=range(-4, 11, 2), yticks=range(-4, 11, 2))
