"""
what tutorials get wrong
========================

This page collects sentences that are passed on from one introduction to the next, each with the few lines that settle
it. Each claim is given in quotation marks and followed by what is true, and the output shows it."""

import io
import textwrap
import warnings

import numpy as np
import torch
from matplotlib import font_manager
from matplotlib.figure import Figure
from sklearn.datasets import make_regression
from torch import nn


def attempt(call, *arguments, **options):
    try:
        print(call(*arguments, **options))
    except Exception as error:
        print(type(error).__name__, textwrap.shorten(str(error), 90, placeholder=" ..."))


# %%
# Making tensors
# --------------
#
# For details, see the pages *tensor and Tensor*, *dtypes: promotion, division, overflow*, *arrays and tensors that
# share memory* and *random numbers: rand, randn, randint*.
#
# "A list of integers becomes ``float32``." It becomes ``int64``, on Windows too; there, ``int32`` was the default
# integer of older NumPy versions.

print(torch.tensor([1, 2]).dtype, torch.from_numpy(np.array([1, 2])).dtype)

# %%
# "``Tensor`` and ``tensor`` return different things." Both return a ``torch.Tensor``. The class uses the default dtype,
# reads an integer as a size and does not accept ``dtype=``; the function infers the dtype and copies.

print(type(torch.Tensor([10])) is type(torch.tensor([10])), torch.Tensor([16777217]).long(), torch.tensor([10]).dtype)
attempt(torch.Tensor, [1], dtype=torch.int64)

# %%
# "``Tensor(2, 3)`` makes random numbers." It returns memory that was not filled, like ``empty``; the shape is known,
# the values are not.

print(torch.Tensor(2, 3).shape)

# %%
# "``a.type()`` gives the dtype." It gives a string; the dtype is ``a.dtype``.

print(repr(torch.ones(1).type()), torch.ones(1).dtype)

# %%
# "Call ``torch.arrange(n)`` and ``linspace(start, end, step)``; ``randn((1))`` is given a tuple." The name is
# ``arange``. The third argument of ``linspace`` is the number of points: 20 points, both ends included, leave 19 gaps.
# A tuple needs a comma.

print(hasattr(torch, "arrange"), torch.linspace(0, 1, 5))
print(len(torch.linspace(0, 1, 20)), len(torch.linspace(0, 1, 20).diff()), eval("(1)"), eval("(1,)"))

# %%
# "``from_numpy`` shares memory, so this prints 100, 3, 4." It does not until somebody writes the 100 into the array.

data = np.array([2, 3, 4])
shared = torch.from_numpy(data)
print(shared)
data[0] = 100
print(shared)

# %%
# "What ``make_regression`` gives can go into a layer." It gives ``float64`` and targets of one dimension.

X, Y = make_regression(n_samples=100, n_features=1, noise=10, bias=1.5, random_state=0)
print(X.dtype, X.shape, Y.shape)

# %%
# Arithmetic
# ----------
#
# For details, see the pages *products: elementwise, dot, matrix*, *reductions* and *broadcasting*.
#
# "``div_`` divides any tensor in place." The quotient of integers is a float, which an integer tensor cannot hold; with
# ``rounding_mode`` the call works.

attempt(torch.tensor([1, 2]).div_, 2)

# %%
# "``*`` is the dot product and needs equal shapes." It multiplies element by element, and the shapes have to broadcast.
# The dot product is ``torch.dot``, for vectors only.

print((torch.ones(2, 1) * torch.ones(3)).shape, torch.dot(torch.tensor([1, 2]), torch.tensor([3, 4])))
attempt(torch.dot, torch.ones(2, 2), torch.ones(2, 2))

# %%
# "``matmul`` and ``mm`` are the same." ``mm`` takes matrices; ``matmul`` also takes vectors and batches, which
# broadcast.

print(torch.matmul(torch.ones(5, 2, 3), torch.ones(3, 4)).shape)
attempt(torch.mm, torch.ones(5, 2, 3), torch.ones(3, 4))

# %%
# "``mean`` takes ``float32`` and ``float64`` only." It also takes half, ``bfloat16`` and complex numbers, and integers
# with ``dtype=``.

print([torch.ones(2, dtype=kind).mean().dtype for kind in (torch.half, torch.bfloat16, torch.cfloat)])
print(torch.tensor([1, 2]).mean(dtype=torch.float32))

# %%
# "``log10`` of a matrix with the rows (4, 0, 7) and (6, 3, 5) begins with 0.7782." The second row begins with 0.7782;
# the order of the rows stays the same.

print(torch.tensor([[4.0, 0.0, 7.0], [6.0, 3.0, 5.0]]).log10())

# %%
# Rows, shapes and memory
# -----------------------
#
# For details, see the pages *indexing*, *view, reshape, contiguous*, *permute and transpose*, *dimensions of size 1*,
# *joining and splitting* and *meshgrid*.
#
# "``data[2:]`` starts at the second row." Counting starts at 0, so it is the third.

data = torch.arange(12).reshape(4, 3)
print(data[2:])

# %%
# "Indexing copies." A list of indices does. Integers and slices give views, so a write through them changes the tensor:

data[[0, 1]].zero_()
data[2:].zero_()
print(data)

# %%
# "``squeeze`` turns 5 × 1 into 1 × 5." The dimension of size 1 is gone; one dimension is left.

print(torch.ones(5, 1).squeeze().shape)

# %%
# "``reshape`` copies, and ``view`` needs contiguous memory." ``reshape`` copies only where no view is possible.
# ``view`` needs fixed steps through memory for the new shape. The first three tensors below have such steps without
# being contiguous, but the last tensor does not.

print(data.reshape(12).data_ptr() == data.data_ptr())
left, second = torch.arange(12).reshape(3, 4)[:, :2], torch.arange(12)[::2]
turned = torch.arange(24).reshape(2, 3, 4).permute(1, 2, 0)
print(left.is_contiguous(), second.is_contiguous(), turned.is_contiguous())
print(left.view(3, 2, 1).shape, second.view(2, 3).shape, turned.view(12, 2).shape)
attempt(torch.arange(6).view(2, 3).t().view, 6)

# %%
# "A transposed tensor lies in several blocks of memory." It lies in the block it had before; only the shape and the
# strides differ.

print(data.t().data_ptr() == data.data_ptr(), data.stride(), data.t().stride())

# %%
# "``permute`` swaps two dimensions." It needs every dimension; ``transpose`` takes two.

attempt(torch.ones(2, 3, 4).permute, 1, 0)
print(torch.ones(2, 3, 4).transpose(1, 0).shape)

# %%
# "``cat`` joins two tensors of one dtype." It joins one or more tensors and promotes their dtypes.

print(torch.cat([torch.tensor([1]), torch.tensor([2.5]), torch.tensor([True])]))

# %%
# "``meshgrid`` works as in NumPy." Torch's default is 'ij', with a warning; NumPy's is 'xy'. With 'xy', for x from 0 to
# 2 and y from 0 to 1, the point (1, 1) is at ``[1, 1]``, not at ``[1, 2]``.

x, y = torch.arange(3), torch.arange(2)
torch.set_warn_always(True)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(torch.meshgrid(x, y)[0].shape, np.meshgrid(x, y)[0].shape, len(caught))
torch.set_warn_always(False)
across, up = torch.meshgrid(x, y, indexing="xy")
print((across[1, 1].item(), up[1, 1].item()), (across[1, 2].item(), up[1, 2].item()))

# %%
# Autograd
# --------
#
# For details, see the pages *the graph*, *in place* and *fit y = 3x² + 2*.
#
# "With r = wx² + b − y and L = ½ Σ r², ∂L/∂w = Σ r²·x² and ∂L/∂b = Σ r²." Both have one square too many: the gradients
# are Σ r·x² and Σ r. Steps along the wrong sums run off to infinity.

torch.manual_seed(100)
x = torch.linspace(-1, 1, 100).unsqueeze(1)
y = 3 * x**2 + 2 + 0.2 * torch.rand(x.shape)
w, b = torch.randn(1, 1, requires_grad=True), torch.zeros(1, 1, requires_grad=True)
r = w * x**2 + b - y
(0.5 * r**2).sum().backward()
print(f"{w.grad.item():.2f} {(r * x**2).sum():.2f} {(r**2 * x**2).sum():.2f}")
print(f"{b.grad.item():.2f} {r.sum():.2f} {(r**2).sum():.2f}")
with torch.no_grad():
    for _ in range(20):
        r = w * x**2 + b - y
        w -= 0.001 * (r**2 * x**2).sum()
        b -= 0.001 * (r**2).sum()
print(w.item(), b.item())

# %%
# "The noise cancels, so b tends to 2." ``0.2 * rand`` has the mean 0.1, and b tends to 2.1. This is easy to miss as
# long as b is not printed:

w_best, b_best = torch.linalg.lstsq(torch.cat([x**2, torch.ones_like(x)], dim=1), y).solution.flatten().tolist()
print(f"{w_best:.4f} {b_best:.4f}")

# %%
# "For y = w·x the gradients are 0.4825 and 1.1871." They belong to z = y + b with y = w·b: ∂z/∂w = b and ∂z/∂b = w + 1.
# The second line of the output shows the sums after a second ``backward``, which adds its gradients to the first.

w, b = torch.tensor(0.1871, requires_grad=True), torch.tensor(0.4825, requires_grad=True)
for _ in range(2):
    (w * b + b).backward()
    print(f"{w.grad.item():.4f} {b.grad.item():.4f}")

# %%
# "A second ``backward`` needs ``retain_graph=True``." It does only if the graph has saved tensors for it: here the
# product saves its factors, but the sum saves nothing.

x, b = torch.ones(2, requires_grad=True), torch.ones(2, requires_grad=True)
total = (x + b).sum()
total.backward()
total.backward()
print(x.grad)
squares = (x * x).sum()
squares.backward()
attempt(squares.backward)

# %%
# "x·w of two scalars is a matrix product, and integers will do." It is a plain product, ``matmul`` does not accept 0-d
# tensors, and integers cannot require a gradient.

attempt(torch.matmul, torch.tensor(2.0), torch.tensor(3.0))
attempt(torch.tensor, 2, requires_grad=True)

# %%
# "A gradient is a derivative, and every tensor keeps its own." It is the vector of all partial derivatives. Only leaves
# keep it by default; other tensors keep it after ``retain_grad``.

theta = torch.tensor([1.0, 2.0], requires_grad=True)
inner = theta**2
inner.sum().backward()
print(theta.grad, inner.is_leaf, inner.retains_grad)

# %%
# "``.data`` is ``detach``." Both share memory, but a write through ``.data`` is hidden from autograd: here the gradient
# of a sigmoid silently becomes 0. After the same write through ``detach()``, ``backward`` raises.

x = torch.tensor(0.0, requires_grad=True)
out = x.sigmoid()
out.data.zero_()
out.backward()
print(x.grad)
out = x.sigmoid()
out.detach().zero_()
attempt(out.backward)

# %%
# "``w.data.sub_(step)`` or ``w.data = value`` updates w." The first leaves the version at 0, so autograd does not
# notice. The second gives w another storage, and its views keep the old one. Update under ``no_grad``.

w = torch.ones(1, requires_grad=True)
view = w.detach()
w.data.sub_(0.25)
print(w._version, view)
w.data = torch.zeros(1)
print(w.data, view)
with torch.no_grad():
    w -= 0.25
print(w._version)

# %%
# "Using the loss without ``item()`` builds a graph." Comparing it or printing it does not. Adding losses up does, and
# the sum keeps the graph of each loss alive.

w = torch.tensor(1.0, requires_grad=True)
kept, number = 0.0, 0.0
for _ in range(3):
    loss = (2 * w - 4) ** 2
    kept, number = kept + loss, number + loss.item()
print((loss < 1).requires_grad, kept, number)

# %%
# Losses and descent
# ------------------
#
# For details, see the pages *heights and weights* and *downhill by hand*.
#
# "The line is 0.9·height − 93, so a person of 176 cm weighs 65.4 kg." In the data, the person who is 174 cm tall
# already weighs 68.5 kg. Least squares predicts 70.30, with a fraction of the error:

height = torch.tensor([160.0, 166.0, 172.0, 174.0, 180.0], dtype=torch.float64)
weight = torch.tensor([56.3, 60.6, 65.1, 68.5, 75.0], dtype=torch.float64)
design = torch.stack([height, torch.ones(5, dtype=torch.float64)], dim=1)
best = torch.linalg.lstsq(design, weight.reshape(-1, 1)).solution.flatten()
for slope, intercept in ((0.9, -93.0), best.tolist()):
    error = slope * height + intercept - weight
    print(f"{slope:.5f} {intercept:.4f} {slope * 176 + intercept:.2f} {error.square().mean():.4g}")

# %%
# "The mean runs over i = 0 … m, MAE averages the differences, ½ mean r² is the MSE." From 0 to m there would be m + 1
# terms. Without absolute values the differences of a least squares line cancel to 0. The mean squared error has no ½.

print(len(range(0, len(error) + 1)), len(error))
print(f"{abs(error.mean()):.1f} {error.abs().mean():.4f}")
print(f"{0.5 * error.square().mean():.4f} {nn.MSELoss()(design @ best, weight):.4f}")

# %%
# "Take a learning rate of 0.001 to 0.01." The limit depends on the data: it is 3.44e-5 for these heights as they are,
# and 1 once they are standardized.

for column in (height, (height - height.mean()) / height.std(correction=0)):
    rows = torch.stack([column, torch.ones_like(column)], dim=1)
    print(f"{2 / torch.linalg.eigvalsh(2 * rows.T @ rows / 5)[-1]:.3g}")

# %%
# "On θ², too large a step explodes." With α = 0.5, θ reaches the minimum in one step; with 0.9 it oscillates and
# converges; with 1.0 it never converges; with 1.1 it grows. The usual word for this growth is divergence.

for alpha in (0.4, 0.5, 0.9, 1.0, 1.1):
    theta = [1.0]
    for _ in range(4):
        theta.append(theta[-1] - alpha * 2 * theta[-1])
    print(alpha, [f"{value:.4g}" for value in theta])

# %%
# Training loops
# --------------
#
# For details, see the pages *a line, animated* and *DataLoader and make_regression*.
#
# "It reached a loss below 1, so the loop is right." The loop does not clear the gradients, and its rate of 0.1 is above
# the limit of 0.0578. It stops by luck, in the middle of a swing. If it clears the gradients and keeps the rate, it
# diverges; with a lower rate alone it keeps swinging. Repair both:

torch.manual_seed(10)
x = torch.rand(20, 1) * 10
y = 2 * x + 5 + torch.randn(20, 1)
start = torch.randn(1)


def half(w, b):
    return (0.5 * (w * x + b - y) ** 2).mean()


def descend(clear, lr, every):
    w, b = start.clone().requires_grad_(), torch.zeros(1, requires_grad=True)
    for n in range(101):
        loss = half(w, b)
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
            b -= lr * b.grad
        if clear:
            w.grad, b.grad = None, None
        if n % every == 0 and loss < 1:
            break
    return n, f"{loss.item():.4g}", f"{half(w, b).item():.4g}"


for clear, lr in ((False, 0.1), (True, 0.1), (False, 0.05), (True, 0.05)):
    print(clear, lr, descend(clear, lr, every=20))

# %%
# "The drawing stops at a loss of 0.7424, with the w and b in the title." The training stops too, and it tests the loss
# at steps 0, 20, 40 and so on. The w and b in the title are those after the step, where the loss is 21.66 (first line
# above).

print(descend(True, 0.05, every=20)[0], descend(True, 0.05, every=1)[0])

# %%
# "Plotting again replaces the curve." It adds a curve, and curves accumulate until ``clear``.

ax = Figure().subplots()
for _ in range(3):
    ax.plot([0, 1])
print(len(ax.lines))
ax.clear()
print(len(ax.lines))

# %%
# "Run it and you will see these numbers." You will only if a seed is set before the layer is made:

layers = [nn.Linear(1, 1) for seed in (None, None, 0, 0) if seed is None or torch.manual_seed(seed)]
print(torch.equal(layers[0].weight, layers[1].weight), torch.equal(layers[2].weight, layers[3].weight))

# %%
# "An epoch's loss is the sum of its losses divided by the samples." The losses are means already, and the sum has to
# start at 0 in each epoch. If each batch has a loss of 9, that sum divided by the samples is 0.75.

sizes, losses = [16, 16, 4], [9.0, 9.0, 9.0]
print(sum(losses) / sum(sizes), sum(loss * size for loss, size in zip(losses, sizes, strict=True)) / sum(sizes))

# %%
# "Targets can stay as they come." (100, 1) minus (100,) is (100, 100). A trained line gets a loss of 3817 instead of
# 114.2, and a warning.

prediction, targets = torch.tensor(42.7594 * X + 0.787), torch.tensor(Y)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for shaped in (targets, targets.reshape(-1, 1)):
        print(f"{nn.MSELoss()(prediction, shaped):.4g}", len(caught))

# %%
# Models, files and figures
# -------------------------
#
# For details, see the page *nn.Linear, SGD, save and load*.
#
# "``model.to(device)`` is all you need." The inputs have to be moved as well; ``meta`` is a device without hardware.

model = nn.Linear(1, 1).to("meta")
attempt(model, torch.ones(1, 1))

# %%
# "The input of a prediction requires a gradient." The input does not require a gradient, and under ``no_grad`` neither
# does the prediction.

with torch.no_grad():
    print(nn.Linear(1, 1)(torch.ones(1, 1)).requires_grad)

# %%
# "Save the model, ``torch.load`` it." Loading an object can run code, and with ``weights_only=True`` loading a model
# raises. Save the weights, and name their device with ``map_location``.

for saved in (layers[2], layers[2].state_dict()):
    file = io.BytesIO()
    torch.save(saved, file)
    file.seek(0)
    attempt(torch.load, file, weights_only=True, map_location="cpu")

# %%
# "For Chinese labels set the font to SimHei." Chinese editions of Windows have this font, but Linux rarely does; look
# up which fonts your machine has.

print("SimHei" in {font.name for font in font_manager.fontManager.ttflist})
