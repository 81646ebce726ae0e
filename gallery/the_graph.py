"""
the graph
=========

The ``grad_fn`` of a result is a node: it records how to pass a gradient back, and its ``next_functions`` lead to the
nodes of its inputs. The linked nodes form the graph. ``backward`` walks it from the result to the leaves and adds what
arrives there to ``.grad``.
"""

import warnings

import torch

x, y = torch.tensor(5.0), torch.tensor(0.0)
w = torch.tensor(1.0, requires_grad=True)
b = torch.tensor(3.0, requires_grad=True)
z = x * w + b
L = torch.nn.MSELoss()(z, y)
print(z, L)

# %%
# Leaves and results
# ------------------
#
# ``w`` and ``b`` are not the result of an operation: they are leaves, and their ``grad_fn`` is ``None``. While autograd
# records, the result of a differentiable operation requires grad if one argument does. ``x`` does not require grad, so
# the product has ``None`` in its position among the inputs:


def short(node):
    return node.name().split("::")[-1]


print(w.is_leaf, w.grad_fn, z.is_leaf, z.requires_grad)
product = z.grad_fn.next_functions[0][0]
print(short(product), [node and short(node) for node, _ in product.next_functions])

# %%
# Draw it
# -------
#
# ``next_functions`` leads from one node to the next, down to an ``AccumulateGrad`` for each leaf that requires grad.
# ``places`` follows it and puts each node below the one before (enough for a graph in which each node is reached once).
# The hook writes down what arrives at a node while ``backward`` runs:


def places(node, column=5.3, row=0.7):
    found = {node: (column, row)}
    following = [node for node, _ in node.next_functions if node]
    for i, node in enumerate(following):
        found |= places(node, column + 5.6 * (i - (len(following) - 1) / 2), row + 2.1)
    return found


def backward_seen(root, say):
    arrived = dict.fromkeys(places(root.grad_fn))
    for node in arrived:
        node.register_prehook(lambda sent, node=node: arrived.update({node: say(sent[0])}))
    root.backward()
    return arrived


arrived = backward_seen(L, lambda sent: f"{sent.item():g}")
print(w.grad, b.grad)

# %%
# The figure runs from ``L`` at the top to the leaves in square boxes; the number in a box is the gradient that arrived
# there. The squared error turns 1 into 2 · (z − y) = 16, the sum hands 16 to both sides, and the product multiplies it
# by ``x``: 80.

from torchref import draw


def picture(root, arrived, names):
    place = places(root.grad_fn)
    figure, ax = draw.canvas(11, 7.9)
    for node, (column, row) in place.items():
        leaf = names.get(getattr(node, "variable", None))
        text = f"{short(node)}\n{f'{leaf}.grad: ' if leaf else ''}{arrived[node]}"
        color = draw.PALE[4] if leaf else draw.PALE[0]
        box = {"boxstyle": "square" if leaf else "round", "facecolor": color, "edgecolor": draw.LINE}
        ax.text(column, row, text, family="monospace", ha="center", va="center", bbox=box)
        for following, _ in node.next_functions:
            if following:
                draw.arrow(ax, (column, row + 0.7), (place[following][0], row + 1.4))
    return figure


figure = picture(L, arrived, {w: "w", b: "b"})

# %%
# The same with matrices
# ----------------------
#
# ``X`` holds two rows of ones, ``W`` is a ``(5, 3)`` matrix, and the target ``Y`` is zeros. ``L`` is the mean of six
# squares, so its gradient with respect to ``Z`` is Z / 3. The two rows of ``Z`` are equal. The gradients of both rows
# add up in ``B``. As ``X`` holds ones, they add up in each row of ``W``, too. So ``B.grad`` and each row of ``W.grad``
# are ⅔ of a row of ``Z``:

torch.manual_seed(0)
X, Y = torch.ones(2, 5), torch.zeros(2, 3)
W = torch.randn(5, 3, requires_grad=True)
B = torch.randn(3, requires_grad=True)
Z = X @ W + B
L = torch.nn.MSELoss()(Z, Y)
arrived = backward_seen(L, lambda sent: tuple(sent.shape))
print(torch.allclose(B.grad, 2 / 3 * Z[0]), torch.allclose(W.grad, B.grad.expand(5, 3)))

# %%
# The boxes now show shapes. A gradient always has the shape of its tensor: ``B`` was broadcast over two rows, and the
# backward pass sums the two rows.

figure = picture(L, arrived, {W: "W", B: "B"})

# %%
# Gradients add up
# ----------------
#
# ``backward`` adds to ``.grad``; it never replaces what is there. Here ∂z/∂w = b and ∂z/∂b = w + 1, and a second call
# doubles both. The first call is given ``retain_graph=True``, because otherwise ``backward`` frees the values that the
# product has saved. The second call is not given it, so the next call fails:

w = torch.tensor(0.1871, requires_grad=True)
b = torch.tensor(0.4825, requires_grad=True)
z = w * b + b
z.backward(retain_graph=True)
once = w.grad.item(), b.grad.item()
z.backward()
twice = w.grad.item(), b.grad.item()
print([f"{number:.4f}" for number in once], [f"{number:.4f}" for number in twice])
try:
    z.backward()
except RuntimeError as error:
    print(str(error).split(" (")[0])

# %%
# A graph that has saved no values, such as that of a sum, can be walked again without ``retain_graph=True``. To start
# from zero, set ``.grad`` to ``None`` (an optimizer's ``zero_grad`` does that):

b.grad = None
total = (x + b).sum()
total.backward()
total.backward()
print(b.grad)

# %%
# Stay out of the graph
# ---------------------
#
# Under ``no_grad`` operations are not recorded. ``detach`` cuts one tensor off: for autograd its value is a constant.
# With the cut, the derivative of (w · b) · w with respect to ``w`` is w · b and not 2 · w · b:

with torch.no_grad():
    print((w * b).grad_fn)
whole = torch.autograd.grad((w * b) * w, w)[0]
cut = torch.autograd.grad((w * b).detach() * w, w)[0]
print(f"{whole:.4f} {cut:.4f}")

# %%
# Only leaves keep a gradient
# ---------------------------
#
# The gradient of a non-leaf is not stored, and reading it warns. ``retain_grad``, called before ``backward``, keeps it:

z = w * b
z.backward()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(z.grad)
print(str(caught[0].message).split(". ")[0])
z = w * b
z.retain_grad()
z.backward()
print(z.grad)

# %%
# A tensor that requires grad must be of floating point or complex dtype, since an integer cannot change by a small
# amount:

try:
    torch.tensor(5, requires_grad=True)
except RuntimeError as error:
    print(error)
