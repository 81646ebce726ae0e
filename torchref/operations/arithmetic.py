"""Arithmetic: calculate element by element (element-wise); shapes that differ are broadcast."""

import numpy as np

__all__ = [
    "abs",
    "absolute",
    "add",
    "addcdiv",
    "addcmul",
    "div",
    "divide",
    "floor_divide",
    "fmod",
    "gcd",
    "hypot",
    "lcm",
    "lerp",
    "mul",
    "multiply",
    "neg",
    "negative",
    "positive",
    "remainder",
    "sgn",
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
    :sheet numpy: x + f → x.double() + f
    :sheet trap: x + f: ``int64`` and ``float32`` give ``float32``.

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
    :sheet numpy: x / 2 → x.double() / 2
    :sheet trap: x / 2: Integers give ``float32``.

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


def addcmul(x, tensor1, tensor2, *, value=1):
    """Add the product of two tensors, times a number, to a tensor.

    ``addcmul(x, a, b, value=v)`` is ``x + v * a * b``, element by element:

    >>> x, a, b = torch.tensor([1.0, 1.0]), torch.tensor([2.0, 3.0]), torch.tensor([10.0, 20.0])
    >>> torch.addcmul(x, a, b)
    tensor([21., 61.])
    >>> torch.addcmul(x, a, b, value=0.5)
    tensor([11., 31.])

    ``addcmul_`` updates a tensor in place and makes no tensor for the product. RMSprop and Adam keep their running mean
    of squared gradients this way:

    >>> mean, grad = torch.tensor([4.0, 4.0]), torch.tensor([1.0, -3.0])
    >>> mean.mul_(0.9).addcmul_(grad, grad, value=0.1)
    tensor([3.7000, 4.5000])

    The factors are tensors. A number goes into ``value``; for a number times one tensor, use :func:`add` with
    ``alpha``:

    >>> torch.addcmul(x, 2, a)
    Traceback (most recent call last):
    TypeError: addcmul(): argument 'tensor1' (position 2) must be Tensor, not int
    >>> torch.add(x, a, alpha=2)
    tensor([5., 7.])

    For integers, ``value`` is silently truncated to an integer, here from 0.5 to 0. :func:`add` raises for such an
    ``alpha``. Convert one of the tensors to a float:

    >>> n = torch.tensor([1, 2, 3])
    >>> torch.addcmul(n, n, n, value=0.5)
    tensor([1, 2, 3])
    >>> torch.addcmul(n.float(), n, n, value=0.5)
    tensor([1.5000, 4.0000, 7.5000])

    The three shapes broadcast, but the in-place form keeps the shape of its tensor. A column and a row make a table,
    which ``addcmul`` returns as a new tensor:

    >>> x.addcmul_(torch.tensor([[1.0], [2.0]]), b)
    Traceback (most recent call last):
    RuntimeError: output with shape [2] doesn't match the broadcast shape [2, 2]
    >>> torch.addcmul(x, torch.tensor([[1.0], [2.0]]), b)
    tensor([[11., 21.],
            [21., 41.]])

    :param tensor1: The first factor; its shape broadcasts with the other two.
    :param tensor2: The second factor; its shape broadcasts with the other two.
    :param value: A number that multiplies the product; for a result of integers, it is truncated to an integer.

    See also: :func:`addcdiv`, :func:`add`, :func:`lerp`, :func:`mul`.

    :asked: multiply two tensors and add to a third; multiply and accumulate in place; running average of squared
    gradients; fused multiply add; x plus value times a times b; exp_avg_sq update in adam; addcmul argument tensor1
    must be Tensor not float; this overload of addcmul is deprecated
    """
    dtype = np.result_type(x, tensor1, tensor2)
    wide = np.float32 if dtype == np.float16 else dtype
    value, x, tensor1, tensor2 = (np.asarray(one).astype(wide) for one in (value, x, tensor1, tensor2))
    return (x + value * tensor1 * tensor2).astype(dtype)


def addcdiv(x, tensor1, tensor2, *, value=1):
    """Add the quotient of two tensors, times a number, to a tensor.

    ``addcdiv(x, a, b, value=v)`` is ``x + v * a / b``, element by element:

    >>> x, a, b = torch.tensor([1.0, 1.0]), torch.tensor([6.0, 8.0]), torch.tensor([2.0, 4.0])
    >>> torch.addcdiv(x, a, b)
    tensor([4., 3.])
    >>> torch.addcdiv(x, a, b, value=-0.1)
    tensor([0.7000, 0.8000])

    The update of Adam divides a mean of gradients by the root of a mean of squares, and moves the weights against the
    quotient. ``value`` is minus the learning rate:

    >>> weight, mean, square = torch.tensor([1.0, 1.0]), torch.tensor([0.5, -2.0]), torch.tensor([0.25, 4.0])
    >>> weight.addcdiv_(mean, square.sqrt() + 1e-8, value=-0.1)
    tensor([0.9000, 1.1000])

    0 / 0 gives ``nan`` with no error or warning, and ``value=0`` does not prevent it. The 1e-8 above, Adam's ``eps``,
    makes the quotient 0:

    >>> torch.addcdiv(x, torch.zeros(2), torch.zeros(2), value=0)
    tensor([nan, nan])
    >>> torch.addcdiv(x, torch.zeros(2), torch.zeros(2) + 1e-8)
    tensor([1., 1.])

    Two integer tensors are not divided. Convert one of them to a float:

    >>> n = torch.tensor([1, 2])
    >>> torch.addcdiv(x, n, n)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    RuntimeError: Integer division with addcdiv is no longer supported...
    >>> torch.addcdiv(x, n, n.float())
    tensor([2., 2.])

    :param tensor1: The dividend; its shape broadcasts with the other two.
    :param tensor2: The divisor; its shape broadcasts with the other two.
    :param value: A number that multiplies the quotient.

    See also: :func:`addcmul`, :func:`div`, :func:`rsqrt`.

    :asked: divide two tensors and add to a third; adam update step by hand; step size times m over sqrt v; integer
    division with addcdiv is no longer supported; param minus lr times exp_avg over denom; x plus value times a
    divided by b
    """
    if np.result_type(tensor1, tensor2).kind in "bui":
        raise TypeError("two integer tensors are not divided")
    dtype = np.result_type(x, tensor1, tensor2)
    wide = np.float32 if dtype == np.float16 else dtype
    value, x, tensor1, tensor2 = (np.asarray(one).astype(wide) for one in (value, x, tensor1, tensor2))
    return (x + value * tensor1 / tensor2).astype(dtype)


def fmod(x, y):
    """Compute the remainder of a division, with the sign of the dividend.

    ``fmod`` rounds the quotient towards zero, as C does, so the result has the sign of the first argument. ``%``, which
    is :func:`remainder`, rounds it down, so the result has the sign of the second:

    >>> x = torch.tensor([7, -7])
    >>> torch.fmod(x, 3), x % 3
    (tensor([ 1, -1]), tensor([1, 2]))
    >>> torch.fmod(x, -3), x % -3
    (tensor([ 1, -1]), tensor([-2, -1]))

    Choose ``%`` to wrap around, since ``fmod`` does not bring a negative value into the range. Here angles are brought
    into the range from 0 to 360:

    >>> angle = torch.tensor([370.0, -10.0])
    >>> torch.fmod(angle, 360), angle % 360
    (tensor([ 10., -10.]), tensor([ 10., 350.]))

    Choose ``fmod`` for the part of a number after the point with its sign, or for the same results as C, ``math.fmod``
    or ``np.fmod``:

    >>> torch.fmod(torch.tensor([2.75, -2.75]), 1)
    tensor([ 0.7500, -0.7500])

    A finite dividend and an infinite divisor give the dividend, while ``%`` gives ``inf`` if their signs differ:

    >>> torch.fmod(torch.tensor([7.0, -7.0]), float("inf"))
    tensor([ 7., -7.])
    >>> torch.tensor([7.0, -7.0]) % float("inf")
    tensor([7., inf])

    Dividing by an integer 0 raises for integers and gives ``nan`` for floats. Convert the integers first:

    >>> torch.fmod(x, 0)
    Traceback (most recent call last):
    RuntimeError: ZeroDivisionError
    >>> torch.fmod(x.float(), 0)
    tensor([nan, nan])

    The dividend has to be a tensor:

    >>> torch.fmod(7, torch.tensor([2, 3]))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: fmod() received an invalid combination of arguments - got (int, Tensor), but expected one of:...
    >>> torch.fmod(torch.tensor(7), torch.tensor([2, 3]))
    tensor([1, 1])

    A Python integer of up to 64 bits that does not fit an integer tensor wraps around. NumPy raises ``OverflowError``.
    Where ``x / y`` overflows, torch may return ``nan``, although NumPy returns the remainder.

    See also: :func:`remainder`, :func:`div`, :func:`frac`, :func:`trunc`.

    :asked: remainder with the sign of the dividend; C style modulo; math.fmod for tensors; np.fmod equivalent; percent
    operator gives positive result for negative number; fractional part by modulo 1 with sign
    """
    return np.fmod(x, y)


def gcd(x, y):
    """Find the greatest common divisor of two integers, element by element.

    >>> torch.gcd(torch.tensor([12, 12, 7]), torch.tensor([18, 4, 5]))
    tensor([6, 4, 1])

    Dividing numerator and denominator by it reduces a fraction to lowest terms:

    >>> top, bottom = torch.tensor([6, 10]), torch.tensor([8, 15])
    >>> common = torch.gcd(top, bottom)
    >>> top // common, bottom // common
    (tensor([3, 2]), tensor([4, 3]))

    The signs do not matter. 0 is divisible by each integer, so the result for 0 and ``n`` is ``n`` without its sign. For
    0 and 0, the result is 0:

    >>> torch.gcd(torch.tensor([-12, 0, 0]), torch.tensor([18, -5, 0]))
    tensor([6, 5, 0])

    With the lowest integer of a signed dtype, such as -128 of ``int8``, the result can be negative, because that
    integer has no positive counterpart:

    >>> torch.gcd(torch.tensor([-128], dtype=torch.int8), torch.tensor([127], dtype=torch.int8))
    tensor([-1], dtype=torch.int8)

    Both arguments have to be tensors. Make a tensor of a number:

    >>> torch.gcd(torch.tensor([12, 20]), 8)
    Traceback (most recent call last):
    TypeError: gcd(): argument 'other' (position 2) must be Tensor, not int
    >>> torch.gcd(torch.tensor([12, 20]), torch.tensor(8))
    tensor([4, 4])

    Floats are not accepted, even if they hold integers. Convert them first:

    >>> torch.gcd(torch.tensor([12.0]), torch.tensor([8.0]))
    Traceback (most recent call last):
    NotImplementedError: "gcd_cpu" not implemented for 'Float'
    >>> torch.gcd(torch.tensor([12.0]).long(), torch.tensor([8.0]).long())
    tensor([4])

    ``gcd`` takes two tensors and does not reduce one. ``functools.reduce`` goes through the elements of a vector:

    >>> import functools
    >>> functools.reduce(torch.gcd, torch.tensor([12, 18, 27]))
    tensor(3)

    See also: :func:`lcm`, :func:`remainder`, :func:`floor_divide`.

    :asked: greatest common divisor; largest number that divides both; reduce a fraction; highest common factor; gcd of
    all elements in a vector; gcd_cpu not implemented for Float; np.gcd equivalent; are two numbers coprime
    """
    if np.result_type(x, y).kind not in "ui":
        raise TypeError("integers alone have a greatest common divisor")
    return np.gcd(x, y)


def lcm(x, y):
    """Find the least common multiple of two integers, element by element.

    >>> torch.lcm(torch.tensor([4, 3, 5]), torch.tensor([6, 9, 7]))
    tensor([12,  9, 35])

    Two lights that blink once in 4 and once in 6 seconds blink together once in 12 seconds. For more than two periods,
    ``functools.reduce`` goes through the elements of a vector:

    >>> import functools
    >>> functools.reduce(torch.lcm, torch.tensor([4, 6, 10]))
    tensor(60)

    The signs do not matter, and the result for 0 and ``n`` is 0:

    >>> torch.lcm(torch.tensor([-4, 0]), torch.tensor([6, 5]))
    tensor([12,  0])

    A multiple too large for its integer dtype wraps around silently. Convert to a wider dtype first:

    >>> x, y = torch.tensor([16], dtype=torch.uint8), torch.tensor([17], dtype=torch.uint8)
    >>> torch.lcm(x, y)
    tensor([16], dtype=torch.uint8)
    >>> torch.lcm(x.int(), y)
    tensor([272], dtype=torch.int32)

    Both arguments have to be tensors, and of integers. Make a tensor of a number:

    >>> torch.lcm(torch.tensor([4, 6]), 10)
    Traceback (most recent call last):
    TypeError: lcm(): argument 'other' (position 2) must be Tensor, not int
    >>> torch.lcm(torch.tensor([4, 6]), torch.tensor(10))
    tensor([20, 30])

    On an x86 CPU, the lowest value of ``int32`` or ``int64`` as an argument can kill the Python process with the signal
    ``SIGFPE``, as with the highest value as the other argument.

    See also: :func:`gcd`, :func:`remainder`, :func:`mul`.

    :asked: least common multiple; lowest common multiple; smallest number that both divide; when do two periods meet
    again; lcm of all elements; common period of two cycles; np.lcm equivalent; common denominator of fractions
    """
    if np.result_type(x, y).kind not in "ui":
        raise TypeError("integers alone have a least common multiple")
    return np.lcm(x, y)


def lerp(x, end, weight):
    """Blend two tensors: move part of the way from one to the other.

    ``lerp(start, end, weight)`` is ``start + weight * (end - start)``, linear interpolation. ``weight`` is the share of
    ``end``. If ``end - start`` is finite, 0 gives ``start``, 1 gives ``end``, and values outside of 0 to 1 go beyond them:

    >>> start, end = torch.tensor([0.0, 10.0]), torch.tensor([10.0, 30.0])
    >>> torch.lerp(start, end, 0.25)
    tensor([ 2.5000, 15.0000])
    >>> torch.lerp(start, end, 2)
    tensor([20., 50.])

    A tensor as ``weight`` blends each element by its own share, and a column of weights gives the steps between two
    vectors:

    >>> torch.lerp(start, end, torch.tensor([[0.0], [0.5], [1.0]]))
    tensor([[ 0., 10.],
            [ 5., 20.],
            [10., 30.]])

    ``lerp_`` is the update of a moving average, which is written with a decay: ``average * 0.9 + new * 0.1``. The
    weight is 0.1, not the decay:

    >>> average, new = torch.tensor([1.0]), torch.tensor([2.0])
    >>> average.lerp_(new, 0.1)
    tensor([1.1000])

    Where ``end - start`` is infinite or ``nan``, a weight of 0 or 1 gives ``nan``:

    >>> torch.lerp(start, torch.tensor([1.0, float("inf")]), 0.0)
    tensor([0., nan])

    A number is not accepted as ``end``. Make a tensor of it:

    >>> torch.lerp(start, 1.0, 0.5)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: lerp() received an invalid combination of arguments - got (Tensor, float, float), but expected one of:...
    >>> torch.lerp(start, torch.tensor(1.0), 0.5)
    tensor([0.5000, 5.5000])

    The dtypes are not promoted. Convert one tensor to the dtype of the other:

    >>> torch.lerp(start, end.double(), 0.5)
    Traceback (most recent call last):
    RuntimeError: expected dtype float for `end` but got dtype double
    >>> torch.lerp(start.double(), end.double(), 0.5)
    tensor([ 5., 20.], dtype=torch.float64)

    Integers are not accepted. Convert images in ``uint8`` first:

    >>> dark, bright = torch.tensor([0, 100], dtype=torch.uint8), torch.tensor([50, 200], dtype=torch.uint8)
    >>> torch.lerp(dark, bright, 0.5)
    Traceback (most recent call last):
    NotImplementedError: "lerp_kernel_scalar" not implemented for 'Byte'
    >>> torch.lerp(dark.float(), bright.float(), 0.5)
    tensor([ 25., 150.])

    :param end: The tensor that ``weight=1`` gives, of the dtype of ``input``.
    :param weight: The share of ``end``, a number or a tensor that broadcasts; a tensor of several weights has the dtype
        of ``input``.

    See also: :func:`addcmul`, :func:`where`, :func:`linspace`.

    :asked: linear interpolation between two tensors; blend two images; mix two tensors by a ratio; exponential moving
    average of weights ema; soft update of target network polyak tau; mixup of two samples; expected dtype float for
    end but got dtype double; cross fade; interpolate latent vectors; weighted average of two tensors
    """
    if x.dtype != end.dtype or x.dtype.kind not in "fc":
        raise TypeError("two tensors of one floating or complex dtype")
    weight = np.asarray(weight)
    if weight.ndim and weight.dtype != x.dtype:
        raise TypeError("a tensor of weights has the dtype of what it blends")
    weight = weight.astype(x.dtype)
    near = np.abs(weight) < 0.5
    return np.where(near, x + weight * (end - x), end - (end - x) * (1 - weight))


def hypot(x, y):
    """Compute the length of the hypotenuse, the square root of x² + y².

    >>> torch.hypot(torch.tensor([3.0, 5.0]), torch.tensor([4.0, 12.0]))
    tensor([ 5., 13.])

    The legs broadcast, so a column against a row gives the distance of each point of a grid from a corner:

    >>> torch.hypot(torch.tensor([[0.0], [3.0]]), torch.tensor([0.0, 4.0]))
    tensor([[0., 4.],
            [3., 5.]])

    Written out, the squares overflow or underflow long before the result does. ``hypot`` avoids both:

    >>> x = torch.tensor([1e30, 1e-30])
    >>> torch.sqrt(x * x + x * x)
    tensor([inf, 0.])
    >>> torch.hypot(x, x)
    tensor([1.4142e+30, 1.4142e-30])

    If both legs are 0, the gradient is ``nan``. A small number added under the root makes it 0:

    >>> a = torch.zeros(1, requires_grad=True)
    >>> torch.autograd.grad(torch.hypot(a, a).sum(), a)
    (tensor([nan]),)
    >>> torch.autograd.grad((a * a + a * a + 1e-12).sqrt().sum(), a)
    (tensor([0.]),)

    Two integer tensors are not accepted. Convert them to floats first:

    >>> torch.hypot(torch.tensor([3]), torch.tensor([4]))
    Traceback (most recent call last):
    NotImplementedError: "hypot_cpu" not implemented for 'Long'
    >>> torch.hypot(torch.tensor([3]).float(), torch.tensor([4]).float())
    tensor([5.])

    A Python number is not accepted either. Make a tensor of it:

    >>> torch.hypot(torch.tensor([3.0]), 4)
    Traceback (most recent call last):
    TypeError: hypot(): argument 'other' (position 2) must be Tensor, not int
    >>> torch.hypot(torch.tensor([3.0]), torch.tensor(4.0))
    tensor([5.])

    :param other: The other leg; its shape broadcasts with that of ``input``.

    See also: :func:`sqrt`, :func:`square`, :func:`norm`, :func:`abs`.

    :asked: length of a vector from x and y; square root of the sum of squares; gradient magnitude from sobel x and y;
    pythagoras; distance from the origin in 2d; euclidean distance without overflow; hypot_cpu not implemented for
    Long; np.hypot equivalent
    """
    if np.result_type(x, y).kind != "f":
        raise TypeError("the legs are floats")
    return np.hypot(x, y)


def positive(x):
    """Return the tensor itself: what ``+x`` does.

    ``+x`` keeps the signs. To drop them, use :func:`abs`; to replace negative elements by 0, use :func:`relu`:

    >>> x = torch.tensor([-1, 2])
    >>> +x
    tensor([-1,  2])
    >>> x.abs(), x.relu()
    (tensor([1, 2]), tensor([0, 2]))

    The result is the same tensor, not a copy, so writing to it changes ``x``. NumPy's ``+x`` is a copy. Use
    :func:`clone` for a copy:

    >>> y = +x
    >>> y[0] = 100
    >>> x, y is x
    (tensor([100,   2]), True)

    A mask is not accepted, as with ``-``. To count with it, convert it to integers:

    >>> mask = torch.tensor([True, False])
    >>> +mask
    Traceback (most recent call last):
    RuntimeError: The `+` operator, on a bool tensor is not supported.
    >>> mask.long()
    tensor([1, 0])

    See also: :func:`neg`, :func:`abs`, :func:`clone`, :func:`relu`.

    :asked: unary plus; plus sign in front of a tensor; the + operator on a bool tensor is not supported; does +x copy
    """
    if x.dtype == np.bool_:
        raise TypeError("a mask has no sign")
    return x


def sgn(x):
    """Find the sign of real elements, and the direction of complex ones.

    For a complex number other than 0, ``sgn`` is the number divided by its magnitude. The result lies on the unit circle,
    unless the magnitude is infinite or too small:

    >>> z = torch.tensor([3 + 4j, -2 + 0j, 0j])
    >>> torch.sgn(z)
    tensor([ 0.6000+0.8000j, -1.0000+0.0000j,  0.0000+0.0000j])

    Magnitude times direction gives the number again:

    >>> z.abs() * z.sgn()
    tensor([ 3.+4.j, -2.+0.j,  0.+0.j])

    For real numbers, ``sgn`` and :func:`sign` return equal results. The sign of a real ``nan`` is 0, but in NumPy it is
    ``nan``:

    >>> x = torch.tensor([-2.5, 0.0, float("nan")])
    >>> torch.sgn(x), torch.sign(x)
    (tensor([-1.,  0.,  0.]), tensor([-1.,  0.,  0.]))
    >>> np.sign(x.numpy())
    array([-1.,  0., nan], dtype=float32)

    ``torch.sign`` does not accept complex numbers, unlike ``np.sign`` of NumPy 2. Use ``sgn``:

    >>> torch.sign(z)
    Traceback (most recent call last):
    NotImplementedError: Unlike NumPy, torch.sign is not intended to support complex numbers. Please use torch.sgn instead.
    >>> torch.sgn(z)
    tensor([ 0.6000+0.8000j, -1.0000+0.0000j,  0.0000+0.0000j])

    Infinite complex numbers give ``nan``, while ``np.sign`` gives a direction:

    >>> infinite = torch.tensor([complex(float("inf"), 0)])
    >>> infinite.sgn(), np.sign(infinite.numpy())
    (tensor([nan+nanj]), array([1.+0.j], dtype=complex64))

    Dividing a spectrum by its magnitudes leaves the phases:

    >>> spectrum = torch.fft.fft(torch.tensor([1.0, 2.0, 4.0]))
    >>> spectrum.sgn().abs()
    tensor([1.0000, 1.0000, 1.0000])

    The gradient is 0 for floats. For complex elements it is not, as the direction depends on the element:

    >>> z = torch.tensor([3 + 4j], requires_grad=True)
    >>> torch.autograd.grad(torch.sgn(z).real.sum(), z)
    (tensor([0.1280-0.0960j]),)

    See also: :func:`sign`, :func:`abs`, :func:`div`.

    :asked: sign of a complex number; unit complex number with the same phase; normalize complex tensor to magnitude 1;
    torch.sign not intended to support complex numbers; keep only the phase; phase only correlation; difference
    between sign and sgn
    """
    if x.dtype.kind == "c":
        with np.errstate(invalid="ignore"):
            return np.where(x == 0, 0, x / np.abs(x)).astype(x.dtype)
    return (1 * (x > 0) - (x < 0)).astype(x.dtype)
