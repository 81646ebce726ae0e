"""Bits: combine masks, and read and write individual bits of integers."""

import numpy as np

__all__ = [
    "bitwise_and",
    "bitwise_left_shift",
    "bitwise_not",
    "bitwise_or",
    "bitwise_right_shift",
    "bitwise_xor",
]


def bitwise_and(x, y):
    """Combine two masks, or the bits of two integers, with "and".

    The operator is ``&``. On masks the result is ``True`` where both conditions hold:

    >>> x = torch.tensor([0, 2, 4, 6])
    >>> (x > 1) & (x < 5)
    tensor([False,  True,  True, False])
    >>> torch.bitwise_and(x > 1, x < 5)
    tensor([False,  True,  True, False])

    ``&`` binds more tightly than ``<`` and ``==``. Without parentheses, ``x > 1 & x < 5`` is the chained comparison ``x
    > (1 & x) < 5``, which raises for more than one element:

    >>> x > 1 & x < 5
    Traceback (most recent call last):
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    >>> (x > 1) & (x < 5)
    tensor([False,  True,  True, False])

    For an integer tensor of one element, the chain does not raise and can be silently wrong. Here 6 passes, although it
    is not less than 5:

    >>> y = torch.tensor(6)
    >>> y > 1 & y < 5
    tensor(True)
    >>> (y > 1) & (y < 5)
    tensor(False)

    For integers, ``keep & x == 2`` does not raise either. Python reads it as ``(keep & x) == 2``:

    >>> keep = torch.tensor([True, True, True, False])
    >>> keep & (x == 2)
    tensor([False,  True, False, False])
    >>> keep & x == 2
    tensor([False, False, False, False])

    On integers each bit is combined separately. ``& 1`` keeps the last bit, which is 1 for odd integers; ``& 0b0100`` tests
    the third bit from the right:

    >>> torch.tensor([4, 5, 6, 7]) & 1
    tensor([0, 1, 0, 1])
    >>> (torch.tensor([0b0011, 0b0110]) & 0b0100) != 0
    tensor([False,  True])

    Floats are not supported. Use :func:`logical_and`:

    >>> torch.tensor([0.5, 2.0]) & 1
    Traceback (most recent call last):
    NotImplementedError: "bitwise_and_cpu" not implemented for 'Float'
    >>> torch.logical_and(torch.tensor([0.5, 2.0]), torch.tensor(1))
    tensor([True, True])

    A Python integer of up to 64 bits that does not fit an integer tensor wraps around: in ``uint8``, ``x & 300`` is
    ``x & 44``. NumPy raises ``OverflowError``.

    See also: :func:`logical_and`, :func:`bitwise_or`, :func:`bitwise_not`.

    :asked: ampersand operator on masks; combine conditions with &; parentheses around comparisons; operator
    precedence of & and ==; odd or even by last bit; intersection of two masks; np.bitwise_and equivalent;
    select with several conditions; is bit 3 set in flags; certain bit flag set in int tensor; keep only the lowest 8
    bits; bitwise and of two integers
    """
    return np.bitwise_and(x, y)


def bitwise_or(x, y):
    """Combine two masks, or the bits of two integers, with "or".

    The operator is ``|``. On masks, one true condition is enough. The comparisons need parentheses, as for ``&``:

    >>> x = torch.tensor([0, 2, 4, 6])
    >>> (x < 1) | (x > 5)
    tensor([ True, False, False,  True])
    >>> torch.bitwise_or(x < 1, x > 5)
    tensor([ True, False, False,  True])

    On integers, the operator sets bits, and bits that are already set stay set:

    >>> torch.tensor([0b000, 0b001, 0b100]) | 0b100
    tensor([4, 5, 4])

    A mask and a Python integer give ``int64``, not a mask. As an index, these integers are positions:

    >>> mask = torch.tensor([True, False, True, False])
    >>> mask | 0
    tensor([1, 0, 1, 0])
    >>> x[mask], x[mask | 0]
    (tensor([0, 4]), tensor([2, 0, 2, 0]))

    ``|=`` writes the result into the mask on the left:

    >>> mask |= x > 5
    >>> mask
    tensor([ True, False,  True,  True])

    A mask does not hold integers. Compare the integers first:

    >>> mask |= x
    Traceback (most recent call last):
    RuntimeError: result type Long can't be cast to the desired output type Bool
    >>> mask |= x > 0
    >>> mask
    tensor([True, True, True, True])

    A Python integer of up to 64 bits that does not fit an integer tensor wraps around: in ``uint8``, ``x | 300`` is ``x
    | 44``. NumPy raises ``OverflowError``.

    See also: :func:`logical_or`, :func:`bitwise_and`, :func:`bitwise_xor`.

    :asked: pipe operator on masks; combine conditions with |; either condition holds; union of two masks; set a bit
    in an integer; merge several masks into one; accumulate a mask in a loop; np.bitwise_or equivalent; pixels in
    either of the masks; switch on some bits in flags; merge instance masks to foreground
    """
    return np.bitwise_or(x, y)


def bitwise_xor(x, y):
    """Find where two masks, or the bits of two integers, differ.

    >>> a = torch.tensor([True, True, False, False])
    >>> b = torch.tensor([True, False, True, False])
    >>> torch.bitwise_xor(a, b)
    tensor([False,  True,  True, False])

    The operator is ``^``. It is not the power operator, which is ``**``:

    >>> x = torch.tensor([1, 2, 3])
    >>> x ^ 2
    tensor([3, 0, 1])
    >>> x ** 2
    tensor([1, 4, 9])

    On integers a bit of the result is 1 where the two bits differ. A second xor with the same integer gives the first
    integers again:

    >>> key = 0b0110
    >>> hidden = torch.tensor([0b0011, 0b0101]) ^ key
    >>> hidden, hidden ^ key
    (tensor([5, 3]), tensor([3, 5]))

    ``-`` is not supported between masks. ``^`` marks where they differ:

    >>> a - b
    Traceback (most recent call last):
    RuntimeError: Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.
    >>> (a ^ b).sum()
    tensor(2)

    A Python integer of up to 64 bits that does not fit an integer tensor wraps around: in ``uint8``, ``x ^ 300`` is ``x
    ^ 44``. NumPy raises ``OverflowError``.

    See also: :func:`bitwise_or`, :func:`ne`, :func:`pow`.

    :asked: is ^ the power operator; caret gives wrong result; simple xor encryption; hamming distance of bits; pixels
    that changed between two masks; exactly one is true; symmetric difference of sets; toggle flag bits;
    pixels in one mask but not the other; 2^3 gives 1 not 8; subtract boolean masks where two masks differ; parity of
    two bits
    """
    return np.bitwise_xor(x, y)


def bitwise_not(x):
    """Invert a mask, or flip the bits of an integer.

    The operator is ``~``. On a mask it is the negation:

    >>> mask = torch.tensor([False, True, True])
    >>> ~mask
    tensor([ True, False, False])
    >>> torch.bitwise_not(mask)
    tensor([ True, False, False])

    ``1 - mask`` raises for a mask. Write ``~``:

    >>> 1 - mask
    Traceback (most recent call last):
    RuntimeError: Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.
    >>> ~mask
    tensor([ True, False, False])

    Flipping the bits of a signed integer ``n`` gives ``-n - 1``. Inverting a mask stored as ``int64`` gives negative
    indices, which can silently pick other elements. Convert the mask to ``bool`` first:

    >>> x = torch.tensor([10, 20, 30])
    >>> flags = torch.tensor([0, 1, 1])
    >>> ~flags
    tensor([-1, -2, -2])
    >>> x[~flags], x[~flags.bool()]
    (tensor([30, 20, 20]), tensor([10]))

    For ``uint8``, ``~x`` is ``255 - x``, the negative of an image:

    >>> ~torch.tensor([0, 100, 255], dtype=torch.uint8)
    tensor([255, 155,   0], dtype=torch.uint8)

    Floats are not supported. :func:`logical_not` tests whether a number is zero:

    >>> ~torch.tensor([0.0, 0.5])
    Traceback (most recent call last):
    TypeError: ~ (operator.invert) is only implemented on integer and Boolean-type tensors
    >>> torch.logical_not(torch.tensor([0.0, 0.5]))
    tensor([ True, False])

    See also: :func:`logical_not`, :func:`bitwise_xor`, :func:`bool`.

    :asked: tilde operator; negate a condition with ~; 1 - mask raises an error; complement of a mask; flip all bits;
    unmasked elements not in the mask; everything except the masked elements; turn mask around true false; ~ operator
    gives negative numbers on integers; ~x for integers is -x-1; negative of a uint8 photo; opposite of a
    boolean mask
    """
    return np.bitwise_not(x)


def bitwise_left_shift(x, y):
    """Move the bits of integers to the left: multiply by a power of two.

    The operator is ``<<``. Shifting left by one bit doubles the value:

    >>> x = torch.tensor([1, 2, 5])
    >>> x << 1
    tensor([ 2,  4, 10])
    >>> torch.bitwise_left_shift(x, torch.tensor([0, 1, 2]))
    tensor([ 1,  4, 20])

    To pack flags into one integer, shift each column by its own number of bits and add. :func:`bitwise_right_shift`
    unpacks them:

    >>> flags = torch.tensor([[1, 0, 1], [0, 1, 1]])
    >>> (flags << torch.arange(3)).sum(dim=1)
    tensor([5, 6])

    Python integers grow, but the integers of a tensor have a fixed size. Bits shifted out on the left are silently
    lost:

    >>> 200 << 1
    400
    >>> torch.tensor([200], dtype=torch.uint8) << 1
    tensor([144], dtype=torch.uint8)
    >>> torch.tensor([200], dtype=torch.uint8).int() << 1
    tensor([400], dtype=torch.int32)

    Floats are not supported. Multiply by a power of two:

    >>> torch.tensor([1.5]) << 2
    Traceback (most recent call last):
    NotImplementedError: "lshift_cpu" not implemented for 'Float'
    >>> torch.tensor([1.5]) * 2 ** 2
    tensor([6.])

    Shift by at least 0 bits, and by fewer bits than the dtype has. Do not rely on the results of other shifts.

    See also: :func:`bitwise_right_shift`, :func:`mul`, :func:`bitwise_or`.

    :asked: shift bits left; multiply by powers of two; pack bits into an integer; << operator; combine flags to one
    number; 2 to the power n for integers; bool vector to int; binary to decimal number; pack bools into a
    byte; combine rgb bytes to one integer; binary digits to a number; 1 << n
    """
    return np.left_shift(x, y)


def bitwise_right_shift(x, y):
    """Move the bits of integers to the right: divide by a power of two.

    The operator is ``>>``. Shifting right by one bit halves the value and rounds down:

    >>> x = torch.tensor([8, 9, 20])
    >>> x >> 1
    tensor([ 4,  4, 10])
    >>> torch.bitwise_right_shift(x, torch.tensor([3, 0, 2]))
    tensor([1, 9, 5])

    A column of integers, shifted by a row of positions and then masked with ``& 1``, gives the bits of each integer,
    the lowest first:

    >>> numbers = torch.tensor([5, 6])
    >>> (numbers.unsqueeze(1) >> torch.arange(3)) & 1
    tensor([[1, 0, 1],
            [0, 1, 1]])

    The sign is kept, and negative numbers are rounded down, as by ``//``, not towards zero:

    >>> y = torch.tensor([7, -7])
    >>> y >> 1, y // 2
    (tensor([ 3, -4]), tensor([ 3, -4]))
    >>> torch.div(y, 2, rounding_mode="trunc")
    tensor([ 3, -3])

    ``+`` and ``-`` bind more tightly than ``>>``. To shift first, use parentheses:

    >>> 1 + x >> 1
    tensor([ 4,  5, 10])
    >>> 1 + (x >> 1)
    tensor([ 5,  5, 11])

    See also: :func:`bitwise_left_shift`, :func:`floor_divide`, :func:`bitwise_and`.

    :asked: decimal to binary tensor; unpack bits of a number; >> operator; halve an integer; extract the high byte;
    unpack a byte to bits; int to individual bits; binary digits of an integer; split integer
    into bytes; red channel out of packed rgb integer; divide integer by power of two; upper 4 bits of a byte
    """
    return np.right_shift(x, y)
