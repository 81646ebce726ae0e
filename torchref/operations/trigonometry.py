"""Trigonometry: angles in radians, waves, and the curve that squashes to between -1 and 1."""

import numpy as np

__all__ = [
    "cos",
    "sin",
    "tan",
    "tanh",
]


def sin(x):
    """Take the sine of each element, an angle in radians.

    A full turn is 2 pi:

    >>> x = torch.tensor([0.0, 0.25, 0.75]) * 2 * torch.pi
    >>> torch.sin(x)
    tensor([ 0.,  1., -1.])

    Angles in degrees silently give wrong results. Convert them to radians first:

    >>> degrees = torch.tensor([0.0, 30.0, 90.0])
    >>> torch.sin(degrees)
    tensor([ 0.0000, -0.9880,  0.8940])
    >>> torch.sin(torch.deg2rad(degrees))
    tensor([0.0000, 0.5000, 1.0000])

    ``torch.pi`` is rounded, so its sine is not exactly 0. Compare the sine with 0 using an ``atol``, the absolute
    tolerance:

    >>> y = torch.sin(torch.tensor(torch.pi))
    >>> y == 0
    tensor(False)
    >>> torch.isclose(y, torch.tensor(0.0), atol=1e-6)
    tensor(True)

    Integers are converted to ``float32``, in which large neighboring integers can be equal. Convert integers up to
    ``2**53`` to ``float64`` first:

    >>> n = torch.tensor([16777216, 16777217])
    >>> torch.sin(n)
    tensor([-0.7796, -0.7796])
    >>> torch.sin(n.double())
    tensor([-0.7796,  0.1058], dtype=torch.float64)

    See also: :func:`cos`, :func:`tan`, :func:`isclose`.

    :asked: sine wave; degrees to radians; generate a sinusoid signal; sin of pi is not zero; wrong sine for angles in
    degrees; sinusoidal positional encoding; oscillating function to fit; transformer position encoding even and odd;
    deg2rad sine of 30 degrees; cyclic seasonal feature hour of day; wave of 5 hz
    """
    return np.sin(x if x.dtype.kind in "fc" else x.astype(np.float32))


def cos(x):
    """Take the cosine of each element, an angle in radians.

    >>> degrees = torch.tensor([0.0, 60.0, 180.0])
    >>> torch.cos(torch.deg2rad(degrees))
    tensor([ 1.0000,  0.5000, -1.0000])

    Degrees that are not converted silently give wrong results:

    >>> torch.cos(degrees)
    tensor([ 1.0000, -0.9524, -0.5985])

    The cosine is the sine a quarter turn ahead:

    >>> x = torch.tensor([0.5, 1.0, 2.0])
    >>> torch.cos(x)
    tensor([ 0.8776,  0.5403, -0.4161])
    >>> torch.sin(x + torch.pi / 2)
    tensor([ 0.8776,  0.5403, -0.4161])

    The cosine is equal on both sides of 0, so its inverse ``torch.acos`` returns angles from 0 to pi:

    >>> torch.acos(torch.cos(torch.tensor([0.5, -0.5])))
    tensor([0.5000, 0.5000])

    A cosine computed from two vectors can be slightly above 1, where ``acos`` is ``nan``. Clamp it first:

    >>> similarity = torch.tensor(1.0000001)
    >>> torch.acos(similarity)
    tensor(nan)
    >>> torch.acos(similarity.clamp(-1, 1))
    tensor(0.)

    ``torch.cosine_similarity`` computes the cosine of the angle between two vectors:

    >>> torch.cosine_similarity(torch.tensor([1.0, 0.0]), torch.tensor([0.0, 2.0]), dim=0)
    tensor(0.)

    See also: :func:`sin`, :func:`tan`, :func:`clamp`, :func:`dot`.

    :asked: cosine of degrees; cosine similarity; acos gives nan; cosine learning rate schedule; 2d rotation matrix;
    rotate points; vectors pointing in the same direction; how similar are the directions of two
    embeddings; angle between two directions; semantic similarity of sentences by cosine; angle between two
    vectors in degrees; arccos inverse cosine
    """
    return np.cos(x if x.dtype.kind in "fc" else x.astype(np.float32))


def tan(x):
    """Take the tangent of each element, an angle in radians.

    The tangent is the sine divided by the cosine, and it measures how steep a line at that angle is:

    >>> x = torch.deg2rad(torch.tensor([0.0, 30.0, -60.0]))
    >>> torch.tan(x)
    tensor([ 0.0000,  0.5774, -1.7321])
    >>> torch.sin(x) / torch.cos(x)
    tensor([ 0.0000,  0.5774, -1.7321])

    At a quarter turn the tangent is infinite, but floats round the angle. ``float32`` rounds the angle up, past that
    point, and ``float64`` rounds it down. Both results are huge, and the first is negative:

    >>> torch.tan(torch.tensor(torch.pi / 2)) < -1e7
    tensor(True)
    >>> torch.tan(torch.tensor(torch.pi / 2, dtype=torch.float64)) > 1e15
    tensor(True)

    Angles half a turn apart have equal tangents, and ``atan`` returns the angle between -pi/2 and pi/2. ``atan2`` takes
    sine and cosine separately and tells the two angles apart:

    >>> angle = torch.tensor([0.5, 0.5 - torch.pi])
    >>> torch.atan(torch.tan(angle))
    tensor([0.5000, 0.5000])
    >>> torch.atan2(torch.sin(angle), torch.cos(angle))
    tensor([ 0.5000, -2.6416])

    See also: :func:`sin`, :func:`cos`, :func:`tanh`.

    :asked: slope from an angle; angle from x and y; atan2 quadrant; inverse tangent; cartesian to polar; heading
    direction in radians; angle of one vector by its components; heading from velocity; tangent of angle;
    arctan2
    """
    return np.tan(x if x.dtype.kind in "fc" else x.astype(np.float32))


def tanh(x):
    """Squash each real number into the range from -1 to 1 (hyperbolic tangent).

    Near 0 the function hardly changes a number; far from 0 it levels off:

    >>> torch.tanh(torch.tensor([-2.0, 0.0, 0.01, 2.0]))
    tensor([-0.9640,  0.0000,  0.0100,  0.9640])

    The function is :func:`sigmoid` made twice as high and half as wide, and lowered so that 0 goes to 0:

    >>> x = torch.tensor([-1.0, 0.0, 1.0])
    >>> torch.tanh(x)
    tensor([-0.7616,  0.0000,  0.7616])
    >>> 2 * torch.sigmoid(2 * x) - 1
    tensor([-0.7616,  0.0000,  0.7616])

    The result is below 1, but ``float32`` rounds it to exactly 1 from about 9 on:

    >>> y = torch.tensor([5.0, 20.0])
    >>> torch.tanh(y)
    tensor([0.9999, 1.0000])
    >>> torch.tanh(y) == 1
    tensor([False,  True])

    Where the curve levels off, the derivative is 0 or nearly 0, and learning stalls. Keep the inputs near 0:

    >>> z = torch.tensor([0.0, 20.0], requires_grad=True)
    >>> torch.tanh(z).sum().backward()
    >>> z.grad
    tensor([1., 0.])

    The inverse function is ``torch.atanh``, which is infinite at 1:

    >>> torch.atanh(torch.tanh(torch.tensor([0.5, 20.0])))
    tensor([0.5000,    inf])

    See also: :func:`sigmoid`, :func:`exp`, :func:`tan`, :func:`clamp`.

    :asked: activation between minus one and one; vanishing gradient of a saturated unit; generator output image
    range; difference between tanh and sigmoid; zero-centered activation; inverse atanh is inf; activation from -1 to
    1; last activation of a gan generator; hyperbolic tangent into -1..1; lstm cell state activation; policy output
    bounded action; squash values into -1 and 1
    """
    return np.tanh(x if x.dtype.kind in "fc" else x.astype(np.float32))
