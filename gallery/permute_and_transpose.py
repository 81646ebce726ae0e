"""
permute and transpose
=====================

Transposing does not move the elements: the result reads the same cells with the strides in another order. ``reshape``
to the same shape keeps the elements in reading order but starts the rows at other elements, so as a rule the elements
end up at other positions."""

import torch

x = torch.arange(6).reshape(2, 3)
print(x.t())
print(x.reshape(3, 2))

# %%
# One storage, other strides
# --------------------------
#
# ``t``, ``transpose(0, 1)`` and ``permute(1, 0)`` are three ways to write the same thing for a matrix. Each begins at
# the address where ``x`` begins, and each has the two strides of ``x`` swapped:

print(x.stride())
for turned in (x.t(), x.transpose(0, 1), x.permute(1, 0)):
    print(tuple(turned.shape), turned.stride(), turned.data_ptr() == x.data_ptr())

# %%
# The three grids read the same storage. ``t`` exchanges the two strides, so rows become columns. ``reshape`` reads the
# storage from left to right as ``x`` does, with two cells per row instead of three.

from torchref import draw

draw.memory({"x": x, "x.t()": x.t(), "x.reshape(3, 2)": x.reshape(3, 2)})

# %%
# permute: where each new dimension comes from
# --------------------------------------------
#
# ``permute`` takes a list: for each dimension of the result, the dimension of ``y`` that goes there. Shape and strides
# follow the list:

y = torch.arange(24).reshape(2, 3, 4)
turned = y.permute(1, 2, 0)
print(tuple(y.shape), y.stride())
print(tuple(turned.shape), turned.stride())
print(turned[2, 3, 1].item(), y[1, 2, 3].item())

# %%
# Every dimension has to be listed, even one that stays. ``transpose`` takes two dimensions and leaves the rest alone;
# two calls in a row give what the ``permute`` above gives:

try:
    y.permute(1, 0)
except RuntimeError as error:
    print(error)
print(torch.equal(y.transpose(0, 1).transpose(1, 2), turned))

# %%
# Here, applying the same list a second time does not lead back. The list that leads back to ``y`` says where each
# dimension of ``y`` is now. If the first list has no negative numbers, its ``argsort`` is that list:

back = torch.tensor((1, 2, 0)).argsort().tolist()
print(back)
print(torch.equal(turned.permute(back), y), turned.permute(1, 2, 0).shape == y.shape)

# %%
# ``turned`` is not contiguous, yet some reshapes of it are still views. Its first two dimensions can be merged, because
# 4 steps of 1 lead to the same cell as one step of 4. The last two cannot be merged: 2 steps of 12 do not make a step
# of 1, and ``reshape`` copies:

print(turned.is_contiguous(), turned.view(12, 2).stride())
print(turned.reshape(3, 8).data_ptr() == y.data_ptr())

# %%
# Why reshape is not a transpose
# ------------------------------
#
# Images usually arrive with the three channels of a pixel side by side, (height, width, channel), and are needed as
# (channel, height, width). Both calls below return that shape without an error; only ``permute`` returns the channels:

height, width = 9, 9
i, j = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
letter = (j == 2) | ((i == 1) & (j > 1) & (j < 7)) | ((i == 4) & (j > 1) & (j < 6))
image = torch.stack([letter, i == j, (i + j) % 2 == 0], dim=2).int()
right = image.permute(2, 0, 1)
wrong = image.reshape(3, height, width)
print(right.shape == wrong.shape, torch.equal(right[0], image[:, :, 0]), torch.equal(wrong[0], image[:, :, 0]))

# %%
# In the figure the upper row shows the result of ``permute``: a letter, a diagonal and a chessboard, as they were put
# in. The lower row shows the result of ``reshape``: each square holds three rows of the image, with the channels mixed.

import matplotlib.pyplot as plt

plt.style.use(draw.STYLE)
named = {"image.permute(2, 0, 1)": right, f"image.reshape{tuple(wrong.shape)}": wrong}
figure, axes = plt.subplots(2, 3, figsize=(4.6, 3.7))
for line, (name, channels) in zip(axes, named.items(), strict=True):
    for c, (ax, channel) in enumerate(zip(line, channels, strict=True)):
        ax.imshow(channel.numpy(), cmap="Blues", vmin=-0.1, vmax=1.3)
        ax.spines[:].set_visible(True)
        ax.set(xticks=[], yticks=[], xlabel=f"[{c}]")
    line[0].set_title(name, loc="left", family="monospace", fontsize=10)
