"""Trigonometry: angles in radians, waves, and the curve that squashes to between -1 and 1."""

import numpy as np

__all__ = [
    "acos",
    "acosh",
    "arccos",
    "arccosh",
    "arcsin",
    "arcsinh",
    "arctan",
    "arctan2",
    "arctanh",
    "asin",
    "asinh",
    "atan",
    "atan2",
    "atanh",
    "cos",
    "cosh",
    "deg2rad",
    "rad2deg",
    "sin",
    "sinc",
    "sinh",
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

    See also: :func:`cos`, :func:`tan`, :func:`asin`, :func:`deg2rad`, :func:`isclose`.

    :asked: sine wave; generate a sinusoid signal; sin of pi is not zero; wrong sine for angles in
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

    See also: :func:`sin`, :func:`tan`, :func:`acos`, :func:`clamp`, :func:`dot`.

    :asked: cosine of degrees; cosine similarity; cosine learning rate schedule; 2d rotation matrix;
    rotate points; vectors pointing in the same direction; how similar are the directions of two
    embeddings; angle between two directions; semantic similarity of sentences by cosine
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

    See also: :func:`sin`, :func:`cos`, :func:`atan`, :func:`atan2`, :func:`tanh`.

    :asked: slope from an angle; tangent of angle; steepness of a line at an angle; tan of 90 degrees is not infinite
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

    See also: :func:`sigmoid`, :func:`exp`, :func:`tan`, :func:`atanh`, :func:`clamp`.

    :asked: activation between minus one and one; vanishing gradient of a saturated unit; generator output image
    range; difference between tanh and sigmoid; zero-centered activation; activation from -1 to
    1; last activation of a gan generator; hyperbolic tangent into -1..1; lstm cell state activation; policy output
    bounded action; squash values into -1 and 1
    """
    return np.tanh(x if x.dtype.kind in "fc" else x.astype(np.float32))


def asin(x):
    """Take the inverse sine of each element: an angle in radians from -pi/2 to pi/2.

    >>> x = torch.tensor([0.0, 0.5, 1.0, -1.0])
    >>> torch.asin(x)
    tensor([ 0.0000,  0.5236,  1.5708, -1.5708])
    >>> torch.rad2deg(torch.asin(x)).round()
    tensor([  0.,  30.,  90., -90.])

    Many angles share a sine, and ``asin`` returns the one between -pi/2 and pi/2. It therefore undoes :func:`sin` in
    that range alone. Beyond a quarter turn it returns the mirror image, here pi - 2:

    >>> torch.asin(torch.sin(torch.tensor([1.0, 2.0])))
    tensor([1.0000, 1.1416])

    A real number outside of -1 to 1 is not the sine of a real angle and silently gives ``nan``. Clamp values that
    rounding has pushed out, and look for a mistake if they are far out:

    >>> torch.asin(torch.tensor([1.0001, 2.0]))
    tensor([nan, nan])
    >>> torch.asin(torch.tensor(1.0001).clamp(-1, 1))
    tensor(1.5708)

    At -1 and 1 the curve is vertical, so the derivative is infinite there. Clamp a little inside if you train through
    it:

    >>> w = torch.tensor([0.0, 1.0], requires_grad=True)
    >>> torch.asin(w).sum().backward()
    >>> w.grad
    tensor([1., inf])

    ``arcsin`` is the same operation. The in-place form needs a float tensor, since angles do not fit into integers:

    >>> torch.tensor([0, 1]).asin_()
    Traceback (most recent call last):
    RuntimeError: result type Float can't be cast to the desired output type Long
    >>> torch.tensor([0, 1]).asin()
    tensor([0.0000, 1.5708])

    See also: :func:`sin`, :func:`acos`, :func:`atan2`, :func:`clamp`.

    :asked: arcsin; inverse sine; asin returns nan; angle from opposite side and hypotenuse; arcsine in degrees; asin
    gradient is inf
    """
    return np.arcsin(x if x.dtype.kind in "fc" else x.astype(np.float32))


arcsin = asin


def acos(x):
    """Take the inverse cosine of each element: an angle in radians from 0 to pi.

    >>> x = torch.tensor([1.0, 0.5, 0.0, -1.0])
    >>> torch.acos(x)
    tensor([0.0000, 1.0472, 1.5708, 3.1416])
    >>> torch.rad2deg(torch.acos(x)).round()
    tensor([  0.,  60.,  90., 180.])

    The angle between two vectors is the ``acos`` of their dot product divided by their lengths. Rounding can push that
    quotient just above 1, and outside of -1 to 1 the result is silently ``nan``. Clamp the quotient:

    >>> torch.acos(torch.tensor([1.0000001, 2.0]))
    tensor([nan, nan])
    >>> u, v = torch.tensor([3.0, 4.0]), torch.tensor([4.0, 3.0])
    >>> cosine = u @ v / (u.norm() * v.norm())
    >>> torch.rad2deg(torch.acos(cosine.clamp(-1, 1)))
    tensor(16.2602)

    Near 1 the cosine is flat, so ``acos`` loses small angles: the cosine of 0.0001 rounds to 1 in ``float32``.
    :func:`atan2` of sine and cosine keeps them:

    >>> a = torch.tensor(0.0001)
    >>> torch.acos(torch.cos(a))
    tensor(0.)
    >>> torch.atan2(torch.sin(a), torch.cos(a))
    tensor(1.0000e-04)

    The derivative at -1 and 1 is ``-inf``. Clamping to -1 and 1 does not help a value of exactly 1. Clamp a little
    inside, by at least ``torch.finfo(dtype).eps``:

    >>> w = torch.tensor([1.0, 1.5], requires_grad=True)
    >>> torch.acos(w.clamp(-1, 1)).sum().backward()
    >>> w.grad
    tensor([-inf, 0.])
    >>> w.grad = None
    >>> torch.acos(w.clamp(-1 + 1e-6, 1 - 1e-6)).sum().backward()
    >>> w.grad
    tensor([0., 0.])

    A number above 1 has a complex inverse cosine. Make the input complex to get it. ``arccos`` is the same operation:

    >>> torch.arccos(torch.tensor(2 + 0j))
    tensor(0.-1.3170j)

    See also: :func:`cos`, :func:`asin`, :func:`atan2`, :func:`clamp`.

    :asked: arccos inverse cosine; acos gives nan; angle between two vectors in degrees; angle between unit vectors;
    acos gradient is nan; AcosBackward returned nan values; geodesic distance between rotations; angle from the dot
    product
    """
    return np.arccos(x if x.dtype.kind in "fc" else x.astype(np.float32))


arccos = acos


def atan(x):
    """Take the inverse tangent of each element: the angle of a line in radians.

    A line that rises 1 for each step to the right has an angle of 45 degrees:

    >>> x = torch.tensor([0.0, 1.0, -1.0, 1000.0])
    >>> torch.atan(x)
    tensor([ 0.0000,  0.7854, -0.7854,  1.5698])
    >>> torch.rad2deg(torch.atan(x)).round()
    tensor([  0.,  45., -45.,  90.])

    Unlike :func:`asin` and :func:`acos`, ``atan`` also takes numbers beyond 1. Results lie between -pi/2 and pi/2, and
    infinity is the vertical line:

    >>> torch.atan(torch.tensor([torch.inf, -torch.inf]))
    tensor([ 1.5708, -1.5708])

    ``atan(y / x)`` is equal for a direction and its opposite, since the signs cancel. For points use :func:`atan2`,
    which reads both signs:

    >>> x, y = torch.tensor([1.0, -1.0]), torch.tensor([1.0, -1.0])
    >>> torch.rad2deg(torch.atan(y / x))
    tensor([45., 45.])
    >>> torch.rad2deg(torch.atan2(y, x))
    tensor([  45., -135.])

    ``atan`` also squashes real numbers into a bounded range, and levels off far more slowly than :func:`tanh`. At 20,
    the derivative of ``tanh`` is 0 in ``float32``; that of ``atan`` is 1 / (1 + x²):

    >>> w = torch.tensor([20.0, 20.0], requires_grad=True)
    >>> (torch.atan(w[0]) + torch.tanh(w[1])).backward()
    >>> w.grad
    tensor([0.0025, 0.0000])

    ``arctan`` is the same operation.

    See also: :func:`atan2`, :func:`tan`, :func:`tanh`, :func:`angle`.

    :asked: arctan; inverse tangent; angle of a line from its gradient; rise over run to degrees;
    activation bounded by pi over 2; difference between atan and atan2
    """
    return np.arctan(x if x.dtype.kind in "fc" else x.astype(np.float32))


arctan = atan


def atan2(x, y):
    """Compute the angle of each point from its y and its x coordinate, in radians.

    The y coordinate comes first. The angle is measured from the positive x axis, and is negative below it:

    >>> y = torch.tensor([1.0, 1.0, -1.0, -1.0])
    >>> x = torch.tensor([1.0, -1.0, -1.0, 1.0])
    >>> torch.atan2(y, x)
    tensor([ 0.7854,  2.3562, -2.3562, -0.7854])
    >>> torch.rad2deg(torch.atan2(y, x))
    tensor([  45.,  135., -135.,  -45.])

    ``atan(y / x)`` folds opposite directions together and divides by 0 on the y axis. ``atan2`` does neither, so use it
    to compute angles from coordinates:

    >>> torch.rad2deg(torch.atan(y / x))
    tensor([ 45., -45.,  45., -45.])
    >>> torch.atan2(torch.tensor([1.0, -1.0]), torch.tensor([0.0, 0.0]))
    tensor([ 1.5708, -1.5708])

    If you swap the coordinates, the angle is silently measured from the y axis, clockwise:

    >>> torch.rad2deg(torch.atan2(torch.tensor(0.0), torch.tensor(1.0)))
    tensor(0.)
    >>> torch.rad2deg(torch.atan2(torch.tensor(1.0), torch.tensor(0.0)))
    tensor(90.)

    Results run from -pi to pi. For angles from 0 to a full turn, take the remainder:

    >>> torch.rad2deg(torch.atan2(y, x)) % 360
    tensor([ 45., 135., 225., 315.])

    On the negative x axis the angle jumps between pi and -pi, and the sign of a zero decides. Average directions as
    points, not as angles:

    >>> torch.atan2(torch.tensor([0.0, -0.0]), torch.tensor([-1.0, -1.0]))
    tensor([ 3.1416, -3.1416])

    Both coordinates have to be tensors. For a fixed coordinate, make a 0-d tensor:

    >>> torch.atan2(y, 1.0)
    Traceback (most recent call last):
    TypeError: atan2(): argument 'other' (position 2) must be Tensor, not float
    >>> torch.atan2(y, torch.tensor(1.0))
    tensor([ 0.7854,  0.7854, -0.7854, -0.7854])

    For two zeros without a minus sign, the result is 0. ``arctan2`` is the same operation.

    :param input: The y coordinates.
    :param other: The x coordinates; the shapes broadcast.

    See also: :func:`atan`, :func:`angle`, :func:`rad2deg`, :func:`polar`.

    :asked: arctan2; angle from x and y; atan2 quadrant; order of y and x in atan2; cartesian to polar; heading direction
    in radians; heading from velocity; angle of one vector by its components; angle from sine and cosine; orientation
    from two network outputs; bearing in degrees; angle of a point from its coordinates
    """
    if np.iscomplexobj(x) or np.iscomplexobj(y):
        raise TypeError("coordinates have to be real")
    floats = [array.dtype for array in (x, y) if array.dtype.kind == "f"]
    return np.arctan2(x, y, dtype=np.result_type(*floats or [np.float32]))


arctan2 = atan2


def deg2rad(x):
    """Convert angles from degrees to radians.

    A half turn is 180 degrees, or pi radians, so ``deg2rad`` multiplies by pi / 180:

    >>> degrees = torch.tensor([0.0, 90.0, 180.0, 360.0])
    >>> torch.deg2rad(degrees)
    tensor([0.0000, 1.5708, 3.1416, 6.2832])

    Functions such as :func:`sin` take radians. Degrees silently give wrong results, so convert them where you read the
    data:

    >>> torch.sin(torch.tensor(30.0)), torch.sin(torch.deg2rad(torch.tensor(30.0)))
    (tensor(-0.9880), tensor(0.5000))

    The angle is not reduced to one turn. Take the remainder first if you need it:

    >>> torch.deg2rad(torch.tensor(450.0)), torch.deg2rad(torch.tensor(450.0) % 360)
    (tensor(7.8540), tensor(1.5708))

    Integers are converted to ``float32``:

    >>> torch.deg2rad(torch.tensor([90, 180]))
    tensor([1.5708, 3.1416])

    A Python number is not accepted. Use ``math.radians``, or make a tensor:

    >>> torch.deg2rad(180.0)
    Traceback (most recent call last):
    TypeError: deg2rad(): argument 'input' (position 1) must be Tensor, not float
    >>> torch.deg2rad(torch.tensor(180.0))
    tensor(3.1416)

    See also: :func:`rad2deg`, :func:`sin`, :func:`cos`, :func:`polar`.

    :asked: degrees to radians; multiply by pi over 180; np.radians equivalent; convert rotation angle before cos; sin
    gives wrong value for 30 degrees
    """
    if np.iscomplexobj(x):
        raise TypeError("angles have to be real")
    x = x if x.dtype.kind == "f" else x.astype(np.float32)
    return x * x.dtype.type(np.pi / 180)


def rad2deg(x):
    """Convert angles from radians to degrees.

    It multiplies by 180 / pi, so a half turn, pi radians, is 180 degrees:

    >>> torch.rad2deg(torch.tensor([0.0, torch.pi / 2, torch.pi]))
    tensor([  0.,  90., 180.])

    Functions that return angles, such as :func:`atan2` and :func:`acos`, return radians. Convert their results for
    people to read:

    >>> torch.rad2deg(torch.atan2(torch.tensor(-1.0), torch.tensor(1.0)))
    tensor(-45.)

    The sign stays, and more than a full turn stays more than a full turn. For 0 to 360 degrees, take the remainder:

    >>> torch.rad2deg(torch.tensor([-torch.pi / 2, 3 * torch.pi]))
    tensor([-90., 540.])
    >>> torch.rad2deg(torch.tensor([-torch.pi / 2, 3 * torch.pi])) % 360
    tensor([270., 180.])

    ``float32`` keeps about 7 digits, so a result may be off in the last one. Compare angles with :func:`isclose`:

    >>> there_and_back = torch.rad2deg(torch.deg2rad(torch.arange(360.0)))
    >>> there_and_back.equal(torch.arange(360.0)), there_and_back.allclose(torch.arange(360.0))
    (False, True)

    Complex tensors are not accepted. The angle of a complex number is real and can be converted:

    >>> z = torch.tensor([1j, -1 + 0j])
    >>> torch.rad2deg(z)
    Traceback (most recent call last):
    RuntimeError: rad2deg is not supported for complex tensors.
    >>> torch.rad2deg(z.angle())
    tensor([ 90., 180.])

    See also: :func:`deg2rad`, :func:`atan2`, :func:`acos`, :func:`angle`.

    :asked: radians to degrees; multiply by 180 over pi; np.degrees equivalent; angle in degrees from atan2; show phase
    in degrees
    """
    if np.iscomplexobj(x):
        raise TypeError("angles have to be real")
    x = x if x.dtype.kind == "f" else x.astype(np.float32)
    return x * x.dtype.type(180 / np.pi)


def sinh(x):
    """Compute the hyperbolic sine of each element.

    The hyperbolic sine is half the difference of :func:`exp` at ``x`` and at ``-x``:

    >>> x = torch.tensor([-1.0, 0.0, 1.0, 3.0])
    >>> torch.sinh(x)
    tensor([-1.1752,  0.0000,  1.1752, 10.0179])
    >>> (torch.exp(x) - torch.exp(-x)) / 2
    tensor([-1.1752,  0.0000,  1.1752, 10.0179])

    Near 0 the formula subtracts two nearly equal numbers and loses digits, and ``sinh`` does not:

    >>> small = torch.tensor(1e-8)
    >>> (torch.exp(small) - torch.exp(-small)) / 2, torch.sinh(small)
    (tensor(0.), tensor(1.0000e-08))

    The result grows like ``exp(x) / 2``, so in ``float32`` it overflows to infinity from about 89 on. ``float64``
    reaches about 710:

    >>> torch.sinh(torch.tensor([88.0, 90.0]))
    tensor([8.2582e+37,        inf])
    >>> torch.sinh(torch.tensor(90.0, dtype=torch.float64))
    tensor(6.1020e+38, dtype=torch.float64)

    The argument is not an angle. The :func:`sin` of ``1j * x`` is ``1j * sinh(x)``:

    >>> torch.sin(torch.tensor(1j))
    tensor(0.+1.1752j)

    See also: :func:`cosh`, :func:`tanh`, :func:`asinh`, :func:`exp`.

    :asked: hyperbolic sine; exp(x) minus exp(-x) over two; sinh overflow; np.sinh equivalent
    """
    return np.sinh(x if x.dtype.kind in "fc" else x.astype(np.float32))


def cosh(x):
    """Compute the hyperbolic cosine of each element.

    The hyperbolic cosine is the mean of :func:`exp` at ``x`` and at ``-x``. It is the curve of a hanging chain:

    >>> x = torch.tensor([-1.0, 0.0, 1.0, 3.0])
    >>> torch.cosh(x)
    tensor([ 1.5431,  1.0000,  1.5431, 10.0677])
    >>> (torch.exp(x) + torch.exp(-x)) / 2
    tensor([ 1.5431,  1.0000,  1.5431, 10.0677])

    On paper, the squares of ``cosh`` and :func:`sinh` differ by 1, as those of cosine and sine add up to 1. Floats lose
    the difference for large ``x``:

    >>> (torch.cosh(x) ** 2 - torch.sinh(x) ** 2).round()
    tensor([1., 1., 1., 1.])

    The log-cosh loss is ``log(cosh(error))``. Written like that, it overflows in ``float32`` from about 89 on, and the
    loss is silently infinite. The second form is equal and does not overflow:

    >>> error = torch.tensor([1.0, 100.0])
    >>> torch.log(torch.cosh(error))
    tensor([0.4338,    inf])
    >>> size = error.abs()
    >>> size + torch.log1p(torch.exp(-2 * size)) - torch.log(torch.tensor(2.0))
    tensor([ 0.4338, 99.3069])

    See also: :func:`sinh`, :func:`tanh`, :func:`acosh`, :func:`log1p`.

    :asked: hyperbolic cosine; log cosh loss; cosh overflow to inf; catenary curve; exp(x) plus exp(-x) over two
    """
    return np.cosh(x if x.dtype.kind in "fc" else x.astype(np.float32))


def asinh(x):
    """Compute the inverse hyperbolic sine, which is like a logarithm for both signs.

    Near 0 the function hardly changes a number; far from 0 it grows like a logarithm, with the sign of the number:

    >>> x = torch.tensor([-1000.0, -1.0, 0.0, 0.01, 1.0, 1000.0])
    >>> torch.asinh(x)
    tensor([-7.6009, -0.8814,  0.0000,  0.0100,  0.8814,  7.6009])

    For large numbers it is close to ``log(2 * x)``:

    >>> torch.log(2 * torch.tensor(1000.0))
    tensor(7.6009)

    So it compresses large values of both signs, whereas :func:`log` gives ``nan`` for negative numbers. :func:`sinh`
    undoes it:

    >>> torch.sinh(torch.asinh(torch.tensor([-20.5, 0.0, 20.5])))
    tensor([-20.5000,   0.0000,  20.5000])

    The formula ``log(x + sqrt(x² + 1))`` is equal on paper, but far below 0 its sum rounds to 0:

    >>> y = torch.tensor([-10000.0, 10000.0])
    >>> torch.log(y + torch.sqrt(y ** 2 + 1))
    tensor([  -inf, 9.9035])
    >>> torch.asinh(y)
    tensor([-9.9035,  9.9035])

    ``arcsinh`` is the same operation.

    See also: :func:`sinh`, :func:`log`, :func:`log1p`, :func:`tanh`.

    :asked: inverse hyperbolic sine; arcsinh; signed logarithm; log transform with negative values; symlog compress both
    tails; undo sinh
    """
    return np.arcsinh(x if x.dtype.kind in "fc" else x.astype(np.float32))


arcsinh = asinh


def acosh(x):
    """Compute the inverse hyperbolic cosine of numbers from 1 on.

    >>> torch.acosh(torch.tensor([1.0, 2.0, 1000.0]))
    tensor([0.0000, 1.3170, 7.6009])

    :func:`cosh` is at least 1, so a smaller real number silently gives ``nan``. Rounding can cause it, as in distances
    of hyperbolic embeddings. Clamp from below:

    >>> x = torch.tensor([0.9999999, 2.0])
    >>> torch.acosh(x)
    tensor([   nan, 1.3170])
    >>> torch.acosh(x.clamp(min=1))
    tensor([0.0000, 1.3170])

    :func:`cosh` is equal on both sides of 0, so ``acosh(cosh(x))`` is the absolute value of ``x``:

    >>> torch.acosh(torch.cosh(torch.tensor([-1.5, 1.5])))
    tensor([1.5000, 1.5000])

    At 1 the derivative is infinite. Clamp a little above 1 if you train through it:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> torch.acosh(w).sum().backward()
    >>> w.grad
    tensor([   inf, 0.5774])

    ``arccosh`` is the same operation.

    See also: :func:`cosh`, :func:`asinh`, :func:`clamp`.

    :asked: inverse hyperbolic cosine; arccosh; acosh returns nan; hyperbolic distance poincare embedding; gradient of
    acosh is inf
    """
    return np.arccosh(x if x.dtype.kind in "fc" else x.astype(np.float32))


arccosh = acosh


def atanh(x):
    """Compute the inverse hyperbolic tangent of numbers between -1 and 1.

    :func:`tanh` squashes real numbers to between -1 and 1, and ``atanh`` stretches them back:

    >>> y = torch.tanh(torch.tensor([-2.0, 0.0, 0.5]))
    >>> y
    tensor([-0.9640,  0.0000,  0.4621])
    >>> torch.atanh(y)
    tensor([-2.0000,  0.0000,  0.5000])

    The ends give infinity, and real numbers beyond them silently give ``nan``:

    >>> torch.atanh(torch.tensor([-1.0, 1.0, 1.5]))
    tensor([-inf, inf, nan])

    ``float32`` rounds the ``tanh`` of 10 to 1, and the number is lost. Keep the number from before ``tanh`` where you
    can, or clamp a little inside. The result is then finite, but it is not 10:

    >>> squashed = torch.tanh(torch.tensor(10.0))
    >>> torch.atanh(squashed)
    tensor(inf)
    >>> torch.atanh(squashed.clamp(-1 + 1e-6, 1 - 1e-6))
    tensor(7.2477)

    Applied to a correlation, ``atanh`` is Fisher's transformation. It is half the logarithm of ``(1 + r) / (1 - r)``:

    >>> r = torch.tensor([0.5, 0.9])
    >>> torch.atanh(r)
    tensor([0.5493, 1.4722])
    >>> torch.log((1 + r) / (1 - r)) / 2
    tensor([0.5493, 1.4722])

    ``arctanh`` is the same operation.

    See also: :func:`tanh`, :func:`clamp`, :func:`sigmoid`.

    :asked: inverse hyperbolic tangent; arctanh; undo tanh; inverse atanh is inf; fisher z transform of correlation; log prob of tanh squashed
    action
    """
    return np.arctanh(x if x.dtype.kind in "fc" else x.astype(np.float32))


arctanh = atanh


def sinc(x):
    """Compute the normalized sinc of each element: sin(pi x) / (pi x), and 1 at 0.

    >>> torch.sinc(torch.tensor([0.0, 0.5, 1.5]))
    tensor([ 1.0000,  0.6366, -0.2122])

    The factor pi is part of the definition, as in NumPy. For sin(x) / x without it, divide by pi first:

    >>> x = torch.tensor([1.0, 2.0])
    >>> torch.sinc(x / torch.pi)
    tensor([0.8415, 0.4546])
    >>> torch.sin(x) / x
    tensor([0.8415, 0.4546])

    At 0 the quotient is ``nan``, and ``sinc`` returns its limit, 1. Its gradient there is 0, not ``nan``:

    >>> zero = torch.tensor(0.0, requires_grad=True)
    >>> torch.sin(zero) / zero
    tensor(nan, grad_fn=<DivBackward0>)
    >>> torch.sinc(zero).backward()
    >>> zero.grad
    tensor(0.)

    At the other integers ``sinc`` is 0 on paper, but pi is rounded. Compare with a tolerance:

    >>> y = torch.sinc(torch.tensor([1.0, 2.0]))
    >>> y == 0, y.abs() < 1e-6
    (tensor([False, False]), tensor([True, True]))

    ``torch.special.sinc`` is the same operation.

    See also: :func:`sin`, :func:`where`, :func:`isclose`.

    :asked: normalized sinc function; sin(x)/x without nan at zero; low pass filter kernel; windowed sinc interpolation;
    np.sinc equivalent
    """
    x = x if x.dtype.kind in "fc" else x.astype(np.float32)
    wide = np.result_type(x.dtype, np.float32)
    angle = np.where(x == 0, 1, x.astype(wide) * wide.type(np.pi))
    return np.where(x == 0, 1, np.sin(angle) / angle).astype(x.dtype)


ELSEWHERE = {"special.sinc": sinc}
