"""What the entries of bits say of more cases than they show, each tried on a table of cases."""

import itertools
import operator

import numpy as np
import torch

from tests.claims.inputs import COMPLEX, FLOATS, INTEGERS, raises, special

SIGNED = INTEGERS[1:]
TABLE = [(torch.tensor(a), torch.tensor(b)) for a, b in itertools.product([True, False], repeat=2)]


def test_truth_of_masks():
    """On masks the result is ``True`` where both conditions hold:

    On masks, one true condition is enough.

    The comparisons need parentheses, as for ``&``:

    ``^`` marks where they differ:

    On a mask it is the negation:
    """
    for a, b in TABLE:
        m, n = a.item(), b.item()
        assert [(a & b).item(), (a | b).item(), (a ^ b).item(), (~a).item()] == [m and n, m or n, m != n, not m]
    x = torch.tensor([0, 2, 4, 6])
    assert raises(eval, "x < 1 | x > 5", {"x": x})


def test_chained_comparisons():
    """Without parentheses, ``x > 1 & x < 5`` is the chained comparison ``x > (1 & x) < 5``, which raises for more than
    one element:

    For an integer tensor of one element, the chain does not raise and can be silently wrong.

    Here 6 passes, although it is not less than 5:
    """
    for size in (2, 3, 7):
        assert raises(eval, "x > 1 & x < 5", {"x": torch.arange(size)})
    wrong = 0
    for n, shape in itertools.product(range(-3, 9), ((), (1,), (1, 1))):
        x = torch.full(shape, n)
        read = eval("x > 1 & x < 5", {"x": x})
        assert read.item() is (n > (1 & n) < 5)
        wrong += read.item() is not (1 < n < 5)
        assert n != 6 or read.item() is True
    assert wrong
    for dtype in INTEGERS:
        assert not raises(eval, "x > 1 & x < 5", {"x": torch.ones(1, dtype=dtype)})


def test_bits_of_integers():
    """On integers each bit is combined separately.

    ``& 1`` keeps the last bit, which is 1 for odd integers; ``& 0b0100`` tests the third bit from the right:

    On integers, the operator sets bits, and bits that are already set stay set:

    On integers a bit of the result is 1 where the two bits differ.

    A second xor with the same integer gives the first integers again:
    """
    for dtype in INTEGERS:
        x = special(dtype)
        for n in (0, 1, 4, 0b0110, 100):
            for call in (operator.and_, operator.or_, operator.xor):
                assert call(x, n).tolist() == [call(m, n) for m in x.tolist()]
            assert (x ^ n ^ n).equal(x) and (x | n | n).equal(x | n)
        assert (x & 1).tolist() == [m % 2 for m in x.tolist()]
        assert ((x & 0b0100) != 0).tolist() == [m // 4 % 2 == 1 for m in x.tolist()]


def test_python_integers_that_do_not_fit(silent):
    """A Python integer of up to 64 bits that does not fit an integer tensor wraps around: in ``uint8``, ``x & 300`` is
    ``x & 44``.

    A Python integer of up to 64 bits that does not fit an integer tensor wraps around: in ``uint8``, ``x | 300`` is ``x
    | 44``.

    A Python integer of up to 64 bits that does not fit an integer tensor wraps around: in ``uint8``, ``x ^ 300`` is ``x
    ^ 44``.

    NumPy raises ``OverflowError``.
    """
    for call, (dtype, n) in itertools.product(
        (operator.and_, operator.or_, operator.xor),
        itertools.product(INTEGERS[:3], (300, -129, 2**17, 70000, 2**64 - 1)),
    ):
        limits = torch.iinfo(dtype)
        if not limits.min <= n <= limits.max:
            x = special(dtype)
            assert call(x, n).equal(call(x, torch.tensor([n % 2**16]).to(dtype)))
            assert raises(call, x.numpy(), n) is OverflowError and raises(call, x, 2**64)
    assert (torch.tensor([True]) & 300).dtype == torch.int64
    x = special(torch.uint8)
    assert (x & 300).equal(x & 44) and (x | 300).equal(x | 44) and (x ^ 300).equal(x ^ 44)


def test_what_is_not_supported():
    """Floats are not supported.

    ``-`` is not supported between masks.

    ``1 - mask`` raises for a mask.

    A mask does not hold integers.
    """
    for dtype in [*FLOATS, *COMPLEX]:
        x = torch.ones(2, dtype=dtype)
        for call in (torch.bitwise_and, torch.bitwise_or, torch.bitwise_xor):
            assert raises(call, x, 1) and raises(call, x, x)
        assert raises(torch.bitwise_not, x)
        assert dtype in COMPLEX or (raises(lambda x=x: x << 1) and raises(lambda x=x: x >> 1))
    mask = torch.tensor([True, False])
    assert raises(lambda: mask - mask) and raises(lambda: 1 - mask)
    for dtype in INTEGERS:
        assert raises(mask.bitwise_or_, torch.ones(2, dtype=dtype))


def test_a_mask_and_a_python_integer():
    """A mask and a Python integer give ``int64``, not a mask.

    As an index, these integers are positions:
    """
    x = torch.tensor([10, 20, 30])
    for picks, call in itertools.product(
        itertools.product([True, False], repeat=3), (operator.and_, operator.or_, operator.xor)
    ):
        found = call(torch.tensor(picks), 1)
        assert found.dtype == torch.int64 and x[found].tolist() == [x[n].item() for n in found.tolist()]


def test_flipped_bits(silent):
    """Flipping the bits of a signed integer ``n`` gives ``-n - 1``.

    For ``uint8``, ``~x`` is ``255 - x``, the negative of an image:

    Inverting a mask stored as ``int64`` gives negative indices, which can silently pick other elements.
    """
    for dtype in SIGNED:
        assert (~special(dtype)).tolist() == [-n - 1 for n in special(dtype).tolist()]
        flags = torch.tensor([0, 1, 1], dtype=dtype)
        assert (~flags < 0).all()
    assert torch.tensor([10, 20, 30])[~torch.tensor([0, 1, 1])].tolist() == [30, 20, 20]
    x = torch.arange(256).byte()
    assert (~x).equal(255 - x) and (~x).tolist() == list(range(255, -1, -1))


def test_shifts(silent):
    """Shifting left by one bit doubles the value:

    Bits shifted out on the left are silently lost:

    Shifting right by one bit halves the value and rounds down:

    The sign is kept, and negative numbers are rounded down, as by ``//``, not towards zero:
    """
    for dtype in INTEGERS:
        limits, x = torch.iinfo(dtype), special(dtype)
        size = limits.max - limits.min + 1
        for k in range(limits.bits):
            lost = [((n << k) - limits.min) % size + limits.min for n in x.tolist()]
            assert (x << k).tolist() == lost and (x >> k).tolist() == [n >> k for n in x.tolist()]
        assert (x >> 1).equal(x // 2) and ((x >> 1) < 0).equal(x < 0)
        fits = (x.double() * 2 >= limits.min) & (x.double() * 2 <= limits.max)
        assert (x[fits] << 1).equal(x[fits] * 2)


def test_packing():
    """To pack flags into one integer, shift each column by its own number of bits and add.

    :func:`bitwise_right_shift` unpacks them:

    A column of integers, shifted by a row of positions and then masked with ``& 1``, gives the bits of each integer,
    the lowest first:
    """
    numbers = torch.arange(256)
    bits = (numbers.unsqueeze(1) >> torch.arange(8)) & 1
    assert bits.tolist() == [[int(bit) for bit in f"{n:08b}"[::-1]] for n in range(256)]
    assert (bits << torch.arange(8)).sum(dim=1).equal(numbers)


def test_precedence():
    """``+`` and ``-`` bind more tightly than ``>>``.

    To shift first, use parentheses:
    """
    x = torch.arange(20)
    for sign, k in itertools.product("+-", (1, 2)):
        read = eval(f"x {sign} 3 >> {k}", {"x": x})
        assert read.equal((x + 3 if sign == "+" else x - 3) >> k)
        assert not read.equal(x + (3 >> k) if sign == "+" else x - (3 >> k))
    assert np.right_shift(1 + x.numpy(), 1).tolist() == ((1 + x) >> 1).tolist()
