"""Powers and roots: raise to powers, take roots and reciprocals, element by element."""

import numpy as np

__all__ = [
    "float_power",
    "pow",
    "reciprocal",
    "rsqrt",
    "sqrt",
    "square",
]


def pow(x, y):
    """Raise each element to a power.

    ``**`` takes a tensor and a number in either order, or two tensors:

    >>> x = torch.tensor([1, 2, 3])
    >>> x ** 2
    tensor([1, 4, 9])
    >>> torch.pow(x, 3)
    tensor([ 1,  8, 27])
    >>> 2 ** x
    tensor([2, 4, 8])

    ``^`` is exclusive or, not a power. For integers it silently gives other values:

    >>> x ^ 2
    tensor([3, 0, 1])

    ``^`` raises for floats. Use ``**``:

    >>> x.float() ^ 2
    Traceback (most recent call last):
    NotImplementedError: "bitwise_xor_cpu" not implemented for 'Float'
    >>> x.float() ** 2
    tensor([1., 4., 9.])

    Integers do not hold fractions, so a negative Python integer as the exponent of an integer tensor raises. A float
    exponent makes the result a float:

    >>> x ** -1
    Traceback (most recent call last):
    RuntimeError: Integers to negative integer powers are not allowed.
    >>> x ** -1.0
    tensor([1.0000, 0.5000, 0.3333])

    The exponents in a tensor are not checked for negative values, and 1/2 is silently truncated to 0:

    >>> 2 ** torch.tensor([-1, 1])
    tensor([0, 2])

    Raising a finite negative float to a power such as 1/3 gives ``nan``, not the cube root. Take the sign out first:

    >>> y = torch.tensor([-10.0, 10.0])
    >>> y ** (1 / 3)
    tensor([   nan, 2.1544])
    >>> y.sign() * y.abs() ** (1 / 3)
    tensor([-2.1544,  2.1544])

    For complex numbers, ``0 ** 0`` is ``nan`` when the exponent is a tensor, but 1 in NumPy. Powers of infinite
    complex numbers can differ from those in NumPy.

    :param exponent: The power, as a number or a tensor that broadcasts; for the reciprocals of integers, pass ``-1.0``,
        not ``-1``.

    See also: :func:`square`, :func:`sqrt`, :func:`exp`.

    :sheet: v ** 2

    :asked: cube root; root of a negative number is nan; bitwise_xor_cpu not implemented for Float; Integers to
    negative integer powers are not allowed; cube of each element; array of exponents; nth root; gamma correction of
    image; .^ operator; polynomial features x x^2 x^3; 2 to the power n as exponent; x cubed
    """
    dtype = np.result_type(x, y)
    if dtype.kind != "i" or isinstance(y, int):
        return np.power(x, y)
    y = np.asarray(y, dtype)
    inverse = np.power(x, np.remainder(y, 2)) * (np.abs(x) == 1)
    return np.where(np.less(y, 0), inverse, np.power(x, np.maximum(y, 0)))


def square(x):
    """Multiply each element by itself.

    >>> torch.square(torch.tensor([1, -2, 3]))
    tensor([1, 4, 9])

    The mean of squared errors is the usual loss of a regression. Without the square, errors of different
    signs cancel:

    >>> predicted, target = torch.tensor([1.0, 4.0]), torch.tensor([3.0, 2.0])
    >>> (predicted - target).mean()
    tensor(0.)
    >>> torch.square(predicted - target).mean()
    tensor(4.)

    Integers keep their dtype and wrap around silently. A ``uint8`` holds at most 255:

    >>> pixels = torch.tensor([15, 16, 17], dtype=torch.uint8)
    >>> pixels.square()
    tensor([225,   0,  33], dtype=torch.uint8)
    >>> pixels.int().square()
    tensor([225, 256, 289], dtype=torch.int32)

    A complex number is multiplied by itself, so the result is complex. For the squared magnitude, call ``abs`` first:

    >>> z = torch.tensor([3 + 4j])
    >>> torch.square(z)
    tensor([-7.+24.j])
    >>> z.abs().square()
    tensor([25.])

    See also: :func:`pow`, :func:`sqrt`, :func:`mul`.

    :asked: x ** 2; sum of squared errors by hand; squared distance; number times itself; penalize large errors more;
    squared magnitude of complex; square of each number; mse by hand; matlab x.^2 square each element; amplitude squared of a
    signal; area of squares from side lengths; sum of squares as regularizer
    """
    return np.square(x)


def sqrt(x):
    """Take the square root of each element.

    Integers become floats:

    >>> torch.sqrt(torch.tensor([0, 4, 9]))
    tensor([0., 2., 3.])

    ``sqrt`` takes a tensor, not a Python number. Make a tensor of the number, or use ``math.sqrt``:

    >>> torch.sqrt(2)
    Traceback (most recent call last):
    TypeError: sqrt(): argument 'input' (position 1) must be Tensor, not int
    >>> torch.sqrt(torch.tensor(2))
    tensor(1.4142)

    A negative number gives ``nan`` without an error or a warning. In a complex tensor, a negative number has a root:

    >>> torch.sqrt(torch.tensor([-1.0]))
    tensor([nan])
    >>> torch.sqrt(torch.tensor([-1.0 + 0j]))
    tensor([0.+1.j])

    The derivative at 0 is infinite, and one such gradient ruins a training step. With 0.25 added under the root, the
    derivative at 0 is finite:

    >>> x = torch.tensor([0.0, 4.0], requires_grad=True)
    >>> torch.sqrt(x).sum().backward()
    >>> x.grad
    tensor([   inf, 0.2500])
    >>> x.grad = None
    >>> torch.sqrt(x + 0.25).sum().backward()
    >>> x.grad
    tensor([1.0000, 0.2425])

    See also: :func:`square`, :func:`pow`, :func:`std`, :func:`nan_to_num`.

    :asked: square root; gradient of sqrt at zero is inf; euclidean distance by hand gives nan gradient; divide by
    root of d_k; rmse from mse; variance to standard deviation; root of each number nan when negative; root mean
    square of a signal; side length from the area; magnitude from x squared plus y squared; sqrt gives nan; sqrt of
    int argument must be Tensor
    """
    return np.sqrt(x if x.dtype.kind in "fc" else x.astype(np.float32))


def reciprocal(x):
    """Compute one divided by each element.

    Integers become floats. ``np.reciprocal`` keeps the integer dtype and truncates 1/2 to 0:

    >>> torch.reciprocal(torch.tensor([1, 2, 4]))
    tensor([1.0000, 0.5000, 0.2500])
    >>> 1 / torch.tensor([1, 2, 4])
    tensor([1.0000, 0.5000, 0.2500])
    >>> np.reciprocal(np.array([1, 2, 4]))
    array([1, 0, 0])

    The reciprocal of an integer or float 0 is infinite, with no error or warning. The sign of a float 0 decides which
    infinity it is:

    >>> torch.reciprocal(torch.tensor([0.0, -0.0]))
    tensor([inf, -inf])

    An integer tensor does not hold floats, so the in-place form raises for it. Use a float tensor:

    >>> torch.tensor([2, 4]).reciprocal_()
    Traceback (most recent call last):
    RuntimeError: result type Float can't be cast to the desired output type Long
    >>> torch.tensor([2.0, 4.0]).reciprocal_()
    tensor([0.5000, 0.2500])

    ``reciprocal`` works on each element alone. The inverse of a matrix is :func:`inverse`:

    >>> x = torch.tensor([[1.0, 1.0], [0.0, 1.0]])
    >>> torch.reciprocal(x)
    tensor([[1., 1.],
            [inf, 1.]])
    >>> torch.linalg.inv(x)
    tensor([[ 1., -1.],
            [ 0.,  1.]])

    See also: :func:`div`, :func:`inverse`, :func:`pow`.

    :asked: 1 / x; class weights from inverse frequency; period to frequency; 1 divided by zero is inf; inverse of
    each number; elementwise inverse; one over x for every element 1/x; inverse document frequency 1 over count;
    resistance to conductance; one divided by each element; invert numbers but not the matrix
    """
    return np.true_divide(1, x if x.dtype.kind in "fc" else x.astype(np.float32))


def rsqrt(x):
    """Compute one divided by the square root of each element.

    >>> torch.rsqrt(torch.tensor([4.0, 16.0, 0.25]))
    tensor([0.5000, 0.2500, 2.0000])

    Multiplying by ``rsqrt`` scales a row to a given length, with no division. RMSNorm scales each row so that the mean
    of its squares is 1:

    >>> x = torch.tensor([[3.0, 4.0], [30.0, 40.0]])
    >>> normed = x * torch.rsqrt(x.square().mean(1, keepdim=True))
    >>> normed
    tensor([[0.8485, 1.1314],
            [0.8485, 1.1314]])

    0 gives ``inf`` and a negative number gives ``nan``, with no error or warning. A float -0.0 gives ``-inf``. Integers
    become floats:

    >>> torch.rsqrt(torch.tensor([0, -1, 4])), torch.rsqrt(torch.tensor(-0.0))
    (tensor([   inf,    nan, 0.5000]), tensor(-inf))

    A row of zeros therefore becomes ``nan``, as ``0 * inf`` is ``nan``. Add a small number before the root, as the
    ``eps`` of a normalization layer does:

    >>> zeros = torch.zeros(1, 2)
    >>> zeros * torch.rsqrt(zeros.square().mean(1, keepdim=True))
    tensor([[nan, nan]])
    >>> zeros * torch.rsqrt(zeros.square().mean(1, keepdim=True) + 1e-6)
    tensor([[0., 0.]])

    ``rsqrt`` takes a tensor, not a Python number. Make a tensor of the number:

    >>> torch.rsqrt(2.0)
    Traceback (most recent call last):
    TypeError: rsqrt(): argument 'input' (position 1) must be Tensor, not float
    >>> torch.rsqrt(torch.tensor(2.0))
    tensor(0.7071)

    See also: :func:`sqrt`, :func:`reciprocal`, :func:`pow`.

    :asked: reciprocal square root; 1 / sqrt(x); inverse square root; rmsnorm by hand; layer norm by hand multiply by
    inverse std; scale attention scores by inverse root of d; rsqrt of zero is inf; fast inverse square root
    """
    x = x if x.dtype.kind in "fc" else x.astype(np.float32)
    return np.true_divide(1, np.sqrt(x), dtype=x.dtype)


def float_power(x, exponent):
    """Raise each element to a power in ``float64``, whatever the dtypes.

    >>> torch.float_power(torch.tensor([1, 2, 3]), 2)
    tensor([1., 4., 9.], dtype=torch.float64)
    >>> torch.float_power(torch.tensor([2.0, 3.0]), torch.tensor([0.5, -1.0]))
    tensor([1.4142, 0.3333], dtype=torch.float64)

    A negative Python integer as the exponent of an integer tensor raises with :func:`pow`. ``float_power`` converts the
    integers to ``float64`` first:

    >>> x = torch.tensor([1, 2, 4])
    >>> x ** -1
    Traceback (most recent call last):
    RuntimeError: Integers to negative integer powers are not allowed.
    >>> torch.float_power(x, -1)
    tensor([1.0000, 0.5000, 0.2500], dtype=torch.float64)

    An integer power that overflows wraps around silently with :func:`pow`. ``float64`` goes up to about 1.8e308:

    >>> torch.tensor([10]) ** 20
    tensor([7766279631452241920])
    >>> torch.float_power(torch.tensor([10]), 20)
    tensor([1.0000e+20], dtype=torch.float64)

    For a complex number, the computation and the result are ``complex128``. A finite negative real base with a fraction
    as its exponent gives ``nan``, as with :func:`pow`:

    >>> torch.float_power(torch.tensor([1j]), 2)
    tensor([-1.+0.j], dtype=torch.complex128)
    >>> torch.float_power(torch.tensor([-8.0]), 1 / 3)
    tensor([nan], dtype=torch.float64)

    The in-place form raises for other dtypes than ``float64`` and ``complex128``. Make a new tensor, and convert it
    back if need be:

    >>> y = torch.tensor([2.0, 3.0])
    >>> y.float_power_(2)
    Traceback (most recent call last):
    RuntimeError: the base given to float_power_ has dtype Float but the operation's result requires dtype Double
    >>> torch.float_power(y, 2).float()
    tensor([4., 9.])

    :param exponent: The power, as a number or a tensor that broadcasts.

    See also: :func:`pow`, :func:`double`, :func:`square`.

    :asked: power in double precision; integer tensor to a negative power without error; np.float_power equivalent;
    power of integers overflows; the base given to float_power_ has dtype Float; difference between pow and float_power
    """
    return np.float_power(x, exponent)
