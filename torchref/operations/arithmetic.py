"""Arithmetic: calculate element by element (element-wise); shapes that differ are broadcast."""

import numpy as np

__all__ = [
    "abs",
    "absolute",
    "add",
    "div",
    "divide",
    "floor_divide",
    "mul",
    "multiply",
    "neg",
    "negative",
    "remainder",
    "sign",
    "sub",
    "subtract",
    "true_divide",
]


def add(x, y, *, alpha=1):
    """Add two tensors, or a tensor and a number, element by element.

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> x + 10
    tensor([[11, 12, 13],
            [14, 15, 16]])

    Shapes are compared from the right. Two sizes fit when they are equal, or one of them is 1 or missing. So a vector
    of two elements does not broadcast against rows of three elements. As a column of shape (2, 1), it does:

    >>> x + torch.tensor([10, 20])
    Traceback (most recent call last):
    RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1
    >>> x + torch.tensor([[10], [20]])
    tensor([[11, 12, 13],
            [24, 25, 26]])

    ``+`` is short for ``torch.add``. The function has an argument ``alpha``, which multiplies the second operand, here
    by -0.5:

    >>> torch.add(torch.tensor([1.0, 2.0]), torch.tensor([4.0, 8.0]), alpha=-0.5)
    tensor([-1., -2.])

    ``x += 10``, like ``x.add_(10)``, writes into the tensor, so ``same``, a second name for it, shows the change.
    ``x = x + 100`` makes a new tensor and binds the name ``x`` to it:

    >>> x = same = torch.tensor([1, 2])
    >>> x += 10
    >>> x = x + 100
    >>> x, same
    (tensor([111, 112]), tensor([11, 12]))

    A list is not accepted as an operand. Make a tensor of it:

    >>> x + [1, 2]
    Traceback (most recent call last):
    TypeError: unsupported operand type(s) for +: 'Tensor' and 'list'
    >>> x + torch.tensor([1, 2])
    tensor([112, 114])

    ``np.add`` raises ``OverflowError`` for a Python integer that does not fit an integer array. In torch, a Python
    integer of up to 64 bits silently wraps around, as 300 becomes 44 in ``uint8``:

    >>> torch.tensor([5], dtype=torch.uint8) + 300
    tensor([49], dtype=torch.uint8)

    :param alpha: A factor for ``other``; for a result of integers, it must be an integer.

    See also: :func:`sub`, :func:`sum`, :func:`cat`, :func:`result_type`.

    :sheet picture: x + v
    :sheet error: The size of tensor a … must match the size of tensor b: Sizes are aligned from the right. Insert a
        1 with ``x[:, None]``.

    :asked: add a number to every element; must match at non-singleton dimension; shapes do not broadcast; difference
    between + and +=; unsupported operand type(s) for + Tensor and list; sum of two tensors; add bias to every row;
    tensors of different shape cannot be added; residual connection x + f(x); position embedding plus token
    embedding; add pixels of two images; increase all numbers by a constant
    """
    dtype = np.result_type(x, y)
    if dtype.kind not in "fc" and not isinstance(alpha, int):
        raise TypeError("for a result of integers, alpha must be an integer")
    x, y, scale = (np.asarray(value).astype(dtype) for value in (x, y, alpha))
    return np.add(x, scale * y)


def sub(x, y, *, alpha=1):
    """Subtract one tensor from another element by element.

    >>> x = torch.tensor([5, 7, 9])
    >>> 10 - x
    tensor([5, 3, 1])

    A column minus a row silently broadcasts to a full table, and a loss computed from the table is wrong. Give both
    sides the same shape first:

    >>> predicted, target = torch.tensor([[1], [2]]), torch.tensor([1, 2])
    >>> predicted - target
    tensor([[ 0, -1],
            [ 1,  0]])
    >>> predicted - target.reshape(-1, 1)
    tensor([[0],
            [0]])

    An in-place operation does not broadcast the tensor it writes into. A grayscale image needs one mean, not one for
    each of three channels:

    >>> gray, means = torch.zeros(1, 28, 28), torch.zeros(3, 1, 1)
    >>> gray.sub_(means)
    Traceback (most recent call last):
    RuntimeError: output with shape [1, 28, 28] doesn't match the broadcast shape [3, 28, 28]
    >>> gray.sub_(means[:1]).shape
    torch.Size([1, 28, 28])

    A mask is not accepted on either side of ``-``. Invert it with ``~``, not by subtracting it from 1:

    >>> 1 - torch.tensor([True, False])
    Traceback (most recent call last):
    RuntimeError: Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
    >>> ~torch.tensor([True, False])
    tensor([False,  True])

    A ``uint8`` result below zero wraps around silently; in ``uint16``, ``uint32`` and ``uint64``, subtracting an
    integer raises:

    >>> torch.tensor([3], dtype=torch.uint8) - 5
    tensor([254], dtype=torch.uint8)

    ``alpha`` multiplies the second operand first, as the learning rate multiplies the gradient in a step of gradient
    descent:

    >>> torch.sub(torch.tensor([1.0, 2.0]), torch.tensor([10.0, 20.0]), alpha=0.5)
    tensor([-4., -8.])

    :param alpha: A factor for ``other``; for a result of integers, it must be an integer.

    See also: :func:`add`, :func:`diff`, :func:`logical_not`, :func:`neg`.

    :asked: difference of two tensors; loss has wrong shape n x n; output with shape doesn't match the broadcast
    shape; normalize grayscale image with three means; 1 - mask error; uint8 image difference jumps to 255; subtract
    the mean from every row; error between prediction and target; residuals actual minus predicted y - y_hat;
    price change between two days; how far forecast is from actual value; subtract background from two
    frames
    """
    dtype = np.result_type(x, y)
    if dtype.kind not in "fc" and not isinstance(alpha, int):
        raise TypeError("for a result of integers, alpha must be an integer")
    x, y, scale = (np.asarray(value).astype(dtype) for value in (x, y, alpha))
    return np.subtract(x, scale * y)


def mul(x, y):
    """Multiply element by element (Hadamard product), or scale by a number.

    ``*`` multiplies the elements at the same position. The matrix product is ``@``:

    >>> x = torch.tensor([[1, 2], [3, 4]])
    >>> y = torch.tensor([[5, 6], [7, 8]])
    >>> x * y
    tensor([[ 5, 12],
            [21, 32]])
    >>> x @ y
    tensor([[19, 22],
            [43, 50]])

    The shapes need not be equal, but they have to broadcast. A column of three elements times a row of two elements
    gives a table:

    >>> torch.tensor([[1], [2], [3]]) * torch.tensor([10, 20])
    tensor([[10, 20],
            [20, 40],
            [30, 60]])

    The shapes of a matrix product often do not broadcast, and then ``*`` raises. Use ``@``:

    >>> torch.ones(2, 3) * torch.ones(3, 4)
    Traceback (most recent call last):
    RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1
    >>> (torch.ones(2, 3) @ torch.ones(3, 4)).shape
    torch.Size([2, 4])

    A product too large for its integer dtype wraps around silently. Convert the factors to a wider dtype first:

    >>> pixels = torch.tensor([100, 200], dtype=torch.uint8)
    >>> pixels * 2
    tensor([200, 144], dtype=torch.uint8)
    >>> pixels.int() * 2
    tensor([200, 400], dtype=torch.int32)

    Multiplied by a Python float, integers become the default dtype, ``float32``, which is exact for integers up to
    16777216:

    >>> torch.tensor([16777216, 16777217]) * 1.0
    tensor([16777216., 16777216.])

    A Python integer of up to 64 bits that does not fit an integer tensor wraps around first: in ``uint8``, ``x * -1``
    multiplies by 255. NumPy raises ``OverflowError``.

    See also: :func:`matmul`, :func:`dot`, :func:`prod`, :func:`square`.

    :sheet: x * 10

    :asked: elementwise multiplication; Hadamard product; * or @ for two matrices; multiply each row by a number;
    apply a mask by multiplying; uint8 product overflows; multiply matrix by a scalar; multiply every channel by its
    own weight; matlab .* multiply each element with each element; price times quantity; scale all weights by a factor
    like 0.5; double every number
    """
    return np.multiply(x, y)


multiply = mul


def div(x, y, *, rounding_mode=None):
    """Divide element by element; without ``rounding_mode``, integers give floats.

    Dividing integers with ``/`` returns floats, even where no remainder is left:

    >>> torch.tensor([4, 6]) / 2
    tensor([2., 3.])

    An integer tensor does not hold floats, so ``div_`` raises for it. Make a new tensor, or divide by an integer with a
    ``rounding_mode``:

    >>> x = torch.tensor([7, -7])
    >>> x.div_(2)
    Traceback (most recent call last):
    RuntimeError: result type Float can't be cast to the desired output type Long
    >>> x / 2
    tensor([ 3.5000, -3.5000])

    With ``rounding_mode``, a quotient of two integers is an integer. ``"floor"`` rounds down as Python's ``//`` does,
    and ``"trunc"`` rounds towards zero as C does. For integers, the two modes differ where a negative quotient has a
    remainder:

    >>> torch.div(x, 2, rounding_mode="floor")
    tensor([ 3, -4])
    >>> torch.div(x, 2, rounding_mode="trunc")
    tensor([ 3, -3])

    ``/`` by zero gives ``inf`` or ``nan``, with no error or warning:

    >>> torch.tensor([1, -1, 0]) / 0
    tensor([inf, -inf, nan])

    ``inf`` and ``nan`` are floats, so dividing integers by an integer 0 with a ``rounding_mode`` raises. Convert the
    integers to floats first:

    >>> torch.div(torch.tensor([1, -1, 0]), 0, rounding_mode="floor")
    Traceback (most recent call last):
    RuntimeError: ZeroDivisionError
    >>> torch.div(torch.tensor([1.0, -1.0, 0.0]), 0, rounding_mode="floor")
    tensor([inf, -inf, nan])

    On an x86 CPU, dividing the lowest value of ``int32`` or ``int64`` by -1 with ``rounding_mode="trunc"`` kills the
    Python process with the signal ``SIGFPE``. ``rounding_mode="floor"`` and ``//`` do not: they return the lowest value
    unchanged.

    Combined with a ``float32`` tensor, ``int32`` and ``int64`` are converted to ``float32``, but in NumPy to
    ``float64``. A quotient can therefore be rounded to another integer. With a ``rounding_mode``, a Python integer of
    up to 64 bits that does not fit an integer tensor wraps around. NumPy raises ``OverflowError``.

    :param rounding_mode: ``"floor"`` rounds down, ``"trunc"`` towards zero, and ``None`` divides without rounding.

    See also: :func:`floor_divide`, :func:`remainder`, :func:`reciprocal`, :func:`nan_to_num`.

    :sheet: x / 2

    :asked: scale pixels from 0-255 to 0-1; integer division gives a float; rounding_mode trunc or floor; result type
    Float can't be cast to the desired output type Long; divide by zero; subtract mean and divide by std; in-place
    division of an integer tensor; divide every row by its total; normalize rows so each adds up to one; percent share
    of the total; average as total divided by count; ratio between two columns
    """
    floats = np.result_type(x, y).kind in "fc"
    if rounding_mode is None:
        return np.true_divide(x, y, dtype=None if floats else np.float32)
    if rounding_mode == "floor":
        return np.floor_divide(x, y)
    if floats:
        return np.trunc(np.true_divide(x, y))
    return np.floor_divide(x - np.fmod(x, y), y)


divide = true_divide = div


def floor_divide(x, y):
    """Divide element by element and round down.

    ``//`` of two integers is an integer; with a float on either side, the result is a float:

    >>> torch.tensor([7, 8, 9]) // 2
    tensor([3, 4, 4])
    >>> torch.tensor([7.0, 8.0, 9.0]) // 2
    tensor([3., 4., 4.])

    Down means towards minus infinity, as in Python. To round towards zero, as C does, use ``torch.div`` with
    ``rounding_mode="trunc"``:

    >>> torch.tensor([7, -7]) // 2
    tensor([ 3, -4])
    >>> torch.div(torch.tensor([7, -7]), 2, rounding_mode="trunc")
    tensor([ 3, -3])

    ``//`` and ``%`` split a flat index into a row and a column, here of a table with 4 columns:

    >>> index = torch.tensor([0, 5, 11])
    >>> index // 4, index % 4
    (tensor([0, 1, 2]), tensor([0, 1, 3]))

    ``float32`` and ``float64`` store 0.1 slightly too large, so it fits into 1 nine times. Counting in tenths, with
    integers, avoids the error:

    >>> torch.tensor(1.0) // 0.1
    tensor(9.)
    >>> torch.tensor(10) // 1
    tensor(10)

    Dividing by an integer 0 raises for integers, but not for floats. Convert the integers first:

    >>> torch.tensor([1, 0]) // 0
    Traceback (most recent call last):
    RuntimeError: ZeroDivisionError
    >>> torch.tensor([1, 0]).float() // 0
    tensor([inf, nan])

    The result requires grad if an operand does, but torch does not implement a derivative for ``//``, and ``backward``
    raises. The gradient of ``torch.div`` with ``rounding_mode="floor"`` is 0:

    >>> w = torch.tensor([7.0, 8.0], requires_grad=True)
    >>> (w // 2).sum().backward()
    Traceback (most recent call last):
    RuntimeError: derivative for aten::floor_divide is not implemented
    >>> torch.div(w, 2, rounding_mode="floor").sum().backward()
    >>> w.grad
    tensor([0., 0.])

    A Python integer of up to 64 bits that does not fit an integer tensor wraps around: in ``uint8``, ``x // -2``
    divides by 254. NumPy raises ``OverflowError``.

    See also: :func:`div`, :func:`remainder`, :func:`floor`.

    :asked: floordiv is deprecated warning; flat index to row and column; quotient without the rest; how many times
    does it fit; round a quotient towards minus infinity; integer division; which row is a flat index in; integer
    quotient; row number from linear index; convert seconds to whole minutes; pixel position to grid
    cell number; integer result of 7 by 2
    """
    return np.floor_divide(x, y)


def remainder(x, y):
    """Compute the remainder of a division, with the sign of the divisor.

    ``x % 3`` is what ``x // 3`` leaves over, so adding the remainder to ``x // 3 * 3`` gives ``x`` again:

    >>> x = torch.tensor([7, 8, 9])
    >>> x % 3
    tensor([1, 2, 0])
    >>> x // 3 * 3 + x % 3
    tensor([7, 8, 9])

    The result has the sign of the divisor, as with Python's ``%`` but not as in C. ``torch.fmod`` follows C:

    >>> torch.tensor([7, -7]) % 3
    tensor([1, 2])
    >>> torch.tensor([7, -7]) % -3
    tensor([-2, -1])
    >>> torch.fmod(torch.tensor([7, -7]), 3)
    tensor([ 1, -1])

    With a divisor of 5, an index that runs off one end of five positions wraps around to the other end:

    >>> torch.remainder(torch.tensor([-1, 0, 5, 6]), 5)
    tensor([4, 0, 0, 1])

    ``float32`` and ``float64`` store 0.1 slightly too large, so it fits into 1 nine times and nearly a whole tenth is
    left over:

    >>> torch.tensor(1.0) % 0.1
    tensor(0.1000)

    Dividing by an integer 0 raises for integers and gives ``nan`` for floats. Convert the integers first:

    >>> torch.tensor([1, -1]) % 0
    Traceback (most recent call last):
    RuntimeError: ZeroDivisionError
    >>> torch.tensor([1, -1]).float() % 0
    tensor([nan, nan])

    A float remainder of 0 has the sign of the dividend, but in NumPy it has the sign of the divisor:

    >>> torch.tensor([-3.0]) % 3, np.array([-3.0]) % 3
    (tensor([-0.]), array([0.]))

    Where ``x / y`` overflows, torch may return ``nan``, although NumPy returns the remainder. Combined with a
    ``float32`` tensor, ``int32`` and ``int64`` are converted to ``float32``, but in NumPy to ``float64``. Large
    integers can therefore leave another remainder. A Python integer of up to 64 bits that does not fit an integer
    tensor wraps around. NumPy raises ``OverflowError``.

    See also: :func:`floor_divide`, :func:`div`, :func:`trunc`.

    :asked: % operator; remainder of negative numbers; wrap an index around; difference between fmod and remainder;
    wrap angle into 0 to 360; modulo of a tensor; rest left after division; divisible by a number; odd or even numbers;
    column from flat index by modulo; hour of the day from total hours; wrap around a circular buffer
    """
    return np.remainder(x, y)


def neg(x):
    """Change the sign of each element.

    >>> x = torch.tensor([1, -2, 0])
    >>> -x
    tensor([-1,  2,  0])
    >>> torch.neg(x)
    tensor([-1,  2,  0])

    ``-x`` is a new tensor; ``neg_`` changes ``x`` itself:

    >>> x.neg_()
    tensor([-1,  2,  0])
    >>> x
    tensor([-1,  2,  0])

    A mask is not negated with ``-``. To invert it, write ``~``:

    >>> mask = torch.tensor([True, False])
    >>> -mask
    Traceback (most recent call last):
    RuntimeError: Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
    >>> ~mask
    tensor([False,  True])

    Unary minus binds less tightly than ``**``. To change the sign first, use parentheses:

    >>> y = torch.tensor([3])
    >>> -y ** 2, (-y) ** 2
    (tensor([-9]), tensor([9]))

    ``uint8`` wraps around silently, since its lowest value is 0; ``uint16``, ``uint32`` and ``uint64`` raise:

    >>> -torch.tensor([0, 1, 2], dtype=torch.uint8)
    tensor([  0, 255, 254], dtype=torch.uint8)

    See also: :func:`sub`, :func:`abs`, :func:`logical_not`.

    :asked: flip the sign; minus in front of a tensor; maximize by minimizing the negative; multiply by minus one;
    negative of a tensor; minimize minus the objective; minus x; turn positive numbers to negative numbers; gradient
    ascent by minus the loss; negative log likelihood needs a minus sign; negation operator on a bool not supported
    """
    return np.negative(x)


negative = neg


def abs(x):
    """Drop the sign of each element (absolute value).

    >>> x = torch.tensor([-1, 2, -3])
    >>> torch.abs(x)
    tensor([1, 2, 3])
    >>> abs(x)
    tensor([1, 2, 3])

    Errors of different signs cancel in a mean. A mean absolute error drops the signs first:

    >>> errors = torch.tensor([-2.0, 2.0, 3.0])
    >>> errors.mean(), errors.abs().mean()
    (tensor(1.), tensor(2.3333))

    For a complex number the result is its magnitude, which is real:

    >>> z = torch.tensor([3 + 4j])
    >>> z.abs()
    tensor([5.])

    Complex elements cannot be replaced in place by the real result. Make a new tensor:

    >>> z.abs_()
    Traceback (most recent call last):
    RuntimeError: In-place abs is not supported for complex tensors.
    >>> z.abs()
    tensor([5.])

    The lowest integer of a signed dtype has no positive counterpart in that dtype and silently stays negative. Convert
    to a wider dtype first:

    >>> torch.tensor([-127, -128], dtype=torch.int8).abs()
    tensor([ 127, -128], dtype=torch.int8)
    >>> torch.tensor([-127, -128], dtype=torch.int8).int().abs()
    tensor([127, 128], dtype=torch.int32)

    See also: :func:`sign`, :func:`neg`, :func:`norm`.

    :asked: absolute value; remove the minus sign; mean absolute error by hand; L1 distance; make all numbers
    positive; magnitude of a complex number; modulus of fft output; negative numbers become positive; distance without
    sign; remove minus from values; amplitude of complex spectrum; size of error regardless of sign
    """
    return np.abs(x)


absolute = abs


def sign(x):
    """Tell negative, zero and positive elements apart as -1, 0 and 1.

    >>> torch.sign(torch.tensor([-5, 0, 7]))
    tensor([-1,  0,  1])

    The dtype is kept, so floats give floats. For integers and floats, multiplying ``sign`` by ``abs`` gives ``x``
    again:

    >>> x = torch.tensor([-2.5, 0.0, 0.5])
    >>> x.sign()
    tensor([-1.,  0.,  1.])
    >>> x.sign() * x.abs()
    tensor([-2.5000,  0.0000,  0.5000])

    The sign of ``nan`` is 0, which hides the ``nan``; ``np.sign`` returns ``nan``. To keep ``nan``, test with
    ``isnan``:

    >>> y = torch.tensor([float("nan"), -1.0])
    >>> torch.sign(y), np.sign(y.numpy())
    (tensor([ 0., -1.]), array([nan, -1.], dtype=float32))
    >>> torch.where(y.isnan(), y, y.sign())
    tensor([nan, -1.])

    A complex number has a direction, not a sign. Use ``torch.sgn``:

    >>> torch.sign(torch.tensor([3 + 4j]))
    Traceback (most recent call last):
    NotImplementedError: Unlike NumPy, torch.sign is not intended to support complex numbers. Please use torch.sgn instead.
    >>> torch.sgn(torch.tensor([3 + 4j]))
    tensor([0.6000+0.8000j])

    ``sign`` is constant on both sides of 0, so its gradient is 0:

    >>> z = torch.tensor([-2.0, 3.0], requires_grad=True)
    >>> z.sign().sum().backward()
    >>> z.grad
    tensor([0., 0.])

    See also: :func:`abs`, :func:`isnan`, :func:`gt`, :func:`where`.

    :asked: positive or negative; sign of nan; FGSM sign of the gradient; binarize to -1 and 1; sgn for complex
    numbers; minus one zero or one by sign; direction of change up or down; keep only the sign and drop the magnitude;
    above or below zero as -1 or 1; replace numbers by -1 0 1; signum function
    """
    return (1 * (x > 0) - (x < 0)).astype(x.dtype)


subtract = sub
