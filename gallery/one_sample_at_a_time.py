"""
one sample at a time
====================

This is gradient descent in its smallest form: one parameter, three points on the line y = 2x, and an update after each
point. Three things in this loop are easily misread: which loss gets printed, what ``.item()`` is for, and why the
answer is 7.9999986 and not 8.
"""

import torch

x = [1.0, 2.0, 3.0]
y = [2.0, 4.0, 6.0]
w = torch.tensor([1.0], requires_grad=True)
print("predict 4:", (4 * w).item())

path, gradients, printed = [w.item()], [], []
for _ in range(100):
    for one, wanted in zip(x, y, strict=True):
        loss = ((one * w - wanted) ** 2).sum()
        loss.backward()
        gradients.append(w.grad.item())
        with torch.no_grad():
            w -= 0.01 * w.grad
        w.grad.zero_()
        path.append(w.item())
    printed.append(loss.item())

print("gradients:", [round(gradient, 4) for gradient in gradients[:3]])
print(f"epoch 0: {printed[0]:.4f}")
print(f"predict 4: {(4 * w).item():.7f}")

# %%
# Larger x, larger step
# ---------------------
#
# The gradient of one squared error is 2x·(wx − y), and with y = 2x that is 2x²·(w − 2): the point with x = 3 pulls
# nine times as hard as the one with x = 1. At rate 0.01 the three updates of an epoch shrink the distance to 2 by the
# factors 1 − 0.02x²:

print([round((path[n + 1] - 2) / (path[n] - 2), 4) for n in range(3)])
print([round(1 - 0.02 * one**2, 4) for one in x])

# %%
# Each marker shows ``w`` after update ``n``, and its shape says which point made the update; the diamond is ``w``
# before the first update. In each of these four epochs the step of x = 3 is the longest, and the steps of each point
# shorten as ``w`` approaches the dashed line w = 2.

import matplotlib.pyplot as plt

from torchref import draw

plt.style.use(draw.STYLE)
figure, ax = plt.subplots(figsize=(4.8, 3.4))
ax.step(range(13), path[:13], where="post", color=draw.LINE, linewidth=0.9)
ax.axhline(2, color=draw.LINE, linestyle="--", linewidth=1)
for which, marker in enumerate("o^s"):
    steps = range(1 + which, 13, 3)
    label = f"x = {x[which]:g}"
    ax.plot(steps, [path[n] for n in steps], marker, color=draw.COLORS[which], markersize=8, label=label)
ax.plot(0, path[0], "D", color=draw.LINE)
ax.legend(loc="lower right", frameon=False)
ax.set(xlabel="n", ylabel="w", xticks=range(0, 13, 3), ylim=(0.92, 2.08))

# %%
# The printed loss is one point's
# -------------------------------
#
# What a loop like this prints at the end of an epoch is the loss of the last point, taken before its update. The mean
# over the three points is another value, and so is the mean loss at the ``w`` with which the epoch ends:


def mean_loss(at):
    return sum((one * at - wanted) ** 2 for one, wanted in zip(x, y, strict=True)) / 3


print(f"printed {printed[0]:.4f}, mean before {mean_loss(path[0]):.4f}, mean after {mean_loss(path[3]):.4f}")

# %%
# What item is for
# ----------------
#
# ``loss`` is a tensor that carries the graph it was computed by. Printing or comparing a loss does not extend the
# graph. Adding losses up does: each sum is one more node, and it keeps the nodes below it alive, even after
# ``backward``. Counting the nodes that ``total`` can reach shows it:


def nodes(top):
    waiting, seen = [top.grad_fn], set()
    while waiting:
        node = waiting.pop()
        if node is not None and node not in seen:
            seen.add(node)
            waiting += [below for below, _ in node.next_functions]
    return len(seen)


total, plain, counts = 0, 0.0, []
for one, wanted in zip(x, y, strict=True):
    loss = ((one * w - wanted) ** 2).sum()
    loss.backward()
    total = total + loss
    plain += loss.item()
    counts.append(nodes(total))
print(counts, type(plain))

# %%
# ``item()`` returns a Python number and ``detach()`` a tensor, both without a graph. The graph of the sum of tensors
# grows with every step, and a long run can use up the memory. The loop has already called ``backward`` on each loss,
# which freed what that loss had saved. So calling ``backward`` on the sum raises:

try:
    total.backward()
except RuntimeError as error:
    print(str(error).split(" (")[0])

# %%
# Why not exactly 8
# -----------------
#
# ``w`` stops at 1.9999996. From there the largest of the three steps is less than half the gap to the next ``float32``,
# and subtracting it rounds back to the same number. From update 150 on ``w`` stays the same:

last = torch.tensor(path[-1])
gap = torch.nextafter(last, torch.tensor(2.0)) - last
print(f"{path[-1]:.8g}: gap/2 {gap / 2:.3g}, steps {[f'{0.01 * gradient:.3g}' for gradient in gradients[-3:]]}")
print(path.index(path[-1]), path[150] == path[300])
