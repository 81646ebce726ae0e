"""
nn.Linear, SGD, save and load
=============================

With a linear layer, a loss and an optimizer, four lines make a training step, and a file of weights carries the result
elsewhere. The layer starts at random, but after some epochs the loss falls by the same factor per epoch, whatever the
seed.
"""

import io

import numpy as np
import torch
from torch import nn

column = np.arange(11, dtype=np.float32).reshape(-1, 1)
x = torch.from_numpy(column)
y = 2 * x + 1
print(x.shape, x.dtype)

# %%
# A row is a sample, a column is a feature, and ``float32`` is the dtype of the weights. Above, ``reshape(-1, 1)`` made
# the column, and ``dtype=`` made it ``float32``. A model is a class with layers as attributes; ``state_dict`` names
# their tensors:


class Line(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        return self.linear(x)


model = Line()
print(model)
print({name: tuple(value.shape) for name, value in model.state_dict().items()})

# %%
# Why a step begins with zero_grad
# --------------------------------
#
# ``backward`` adds to ``.grad``; it does not replace what is there. With y = w·b and z = y + b the gradients are b and
# w + 1; a second ``backward`` on a new graph doubles them:

w = torch.tensor(0.1871, requires_grad=True)
b = torch.tensor(0.4825, requires_grad=True)
for _ in range(2):
    z = w * b + b
    z.backward()
    print(f"{w.grad.item():.4f} {b.grad.item():.4f}")

# %%
# So a step clears the gradients, computes them and moves the weights:


def train(model, lr, epochs):
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for _ in range(epochs):
        loss = nn.MSELoss()(model(x), y)
        losses.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return losses


# %%
# The start is random, but the later pace is not
# ----------------------------------------------
#
# Three seeds give three different initial losses. But the 50 epochs from 100 to 150 multiply each loss by the same
# factor:

curves = {}
for seed in (0, 1, 2):
    torch.manual_seed(seed)
    model = Line()
    curves[seed] = train(model, lr=0.01, epochs=1000)
    print(f"{curves[seed][0]:.4g} {curves[seed][150] / curves[seed][100]:.4f}")

# %%
# The data decide the factor. The curvature of the mean squared error has two eigenvalues λ; a step multiplies the error
# along the direction of each by 1 − lr·λ, and the corresponding part of the loss by the square of this factor. The
# small λ sets the later pace, and the large λ sets the limit: where lr·λ is 2, the factor is −1 and the error stays;
# above 2, the error grows.

design = torch.cat([x, torch.ones_like(x)], dim=1)
slow, fast = torch.linalg.eigvalsh(2 * design.T @ design / len(x)).tolist()
print(f"{(1 - 0.01 * slow) ** 100:.4f} {2 / fast:.4f}")

for lr in (0.0279, 0.0281):
    torch.manual_seed(0)
    curves[lr] = train(Line(), lr=lr, epochs=600)
    print(lr, curves[lr][-1] < curves[lr][300])

# %%
# The figure shows the loss L over the epoch n on a logarithmic scale. On the left, the losses of three random starts
# fall in parallel lines. On the right, the loss falls with a learning rate below the limit and grows with a learning
# rate above it.

import matplotlib.pyplot as plt

from torchref import draw

plt.style.use(draw.STYLE)
figure, (left, right) = plt.subplots(1, 2, figsize=(5.2, 3.0))
for seed, line in zip((0, 1, 2), ("-", "--", ":"), strict=True):
    left.semilogy(curves[seed], line, label=f"seed={seed}")
for lr, line in zip((0.0281, 0.0279), ("-", "--"), strict=True):
    right.semilogy(curves[lr], line, label=f"lr={lr}")
right.set_ylim(top=1e9)
for ax in (left, right):
    ax.set(xlabel="n", ylabel="L")
    ax.legend(frameon=False, loc="upper right")

# %%
# Save weights, not objects
# -------------------------
#
# ``state_dict`` is a dictionary of tensors. With ``weights_only=True``, ``torch.load`` reads tensors and plain values
# such as numbers, strings, lists and dictionaries, and raises for a module, because loading an object can run code.
# ``map_location`` says where the tensors go (tensors on ``meta`` stay there):

file = io.BytesIO()
torch.save(model.state_dict(), file)
file.seek(0)
state = torch.load(file, weights_only=True, map_location="cpu")
again = Line()
print(again.load_state_dict(state))
question = torch.tensor([[20.0]])
with torch.no_grad():
    print(f"{again(question).item():.4g}", torch.equal(again(question), model(question)))

# %%
# On another device
# -----------------
#
# ``meta`` is a device without hardware: its tensors have a shape but hold no values. As with other devices, a layer and
# its input have to be on the same device. ``to`` moves a module itself, but for a tensor it returns another tensor
# (unless the tensor is there already), so bind the moved input to a name:

moved = again.to("meta")
x.to("meta")
print(moved is again, again.linear.weight.device, x.device)
try:
    again(x)
except RuntimeError as error:
    print(error)
print(again(x.to("meta")).shape)
