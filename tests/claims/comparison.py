"""What the entries of comparison say of more cases than they show, each tried on a table of cases."""

import itertools
import math
import operator

import numpy as np
import pytest
import torch

from tests.claims.inputs import COMPLEX, DTYPES, FLOATS, INTEGERS, SEEDS, drawn, raises, shapes, special

COMPARISONS = [operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge]
NAN, INFINITY = float("nan"), float("inf")


# eq, ne, lt, le, gt, ge


def test_one_bool_per_pair():
    """``torch.eq(x, y)`` and ``x == y`` make a mask: a tensor with one bool per pair.

    ``if`` needs a single bool.
    """
    for a, b, call in itertools.product(shapes(1, 3, dims=2), shapes(1, 3, dims=2), COMPARISONS):
        result = call(torch.ones(a), torch.ones(b))
        assert result.dtype == torch.bool and result.shape == torch.broadcast_shapes(a, b)
        assert (raises(bool, result) is None) is (result.numel() == 1)


def test_integers_that_wrap_around(silent):
    """A Python integer of up to 64 bits is converted to the dtype of the integer tensor that it is compared with.

    It silently wraps around if it does not fit: in ``uint8``, ``x == -1`` finds 255.

    It silently wraps around if it does not fit: in ``uint8``, ``x != -1`` is ``False`` for 255.

    It silently wraps around if it does not fit: in a ``uint8`` image -1 becomes 255 and 300 becomes 44.

    It silently wraps around if it does not fit: in ``uint8``, ``x <= -1`` is ``True``, as -1 becomes 255.

    It silently wraps around if it does not fit: in ``uint8``, ``x > 300`` compares with 44.

    It silently wraps around if it does not fit: in ``uint8``, ``x >= 300`` compares with 44.

    NumPy compares the values.

    NumPy compares the values, so -1 is less than 0.
    """
    for dtype, call, n in itertools.product(INTEGERS, COMPARISONS, (-1, 3, 300, -70000, 2**40, 2**64 - 1, 3 - 2**63)):
        limits, x = torch.iinfo(dtype), special(dtype)
        m = (n - limits.min) % (limits.max - limits.min + 1) + limits.min
        assert call(x, n).tolist() == [call(value, m) for value in x.tolist()]
        assert call(x.numpy(), n).tolist() == [call(value, n) for value in x.tolist()]
        assert raises(call, x, 2**64)
    x = torch.arange(256).byte()
    assert x[x == -1] == 255 and x[~(x != -1)] == 255 and (x <= -1).all() and not (x > -1).any()
    for call, n in itertools.product(COMPARISONS, (-1, 300)):
        assert all(call(one, n).item() is call(one.item(), n % 256) for one in x[::5])
    assert (x > 300).equal(x > 44) and (x >= 300).equal(x >= 44) and (x > 300).any()


def test_a_column_against_a_row(silent):
    """Comparing a column with a row broadcasts to a table, so this accuracy is silently wrong:"""
    for n, call in itertools.product((2, 3, 7), COMPARISONS):
        column, row = torch.arange(n).unsqueeze(1), torch.arange(n)
        assert call(column, row).tolist() == [[call(a, b) for b in range(n)] for a in range(n)]
    column, row = torch.arange(3).unsqueeze(1), torch.arange(3)
    assert (column == row).float().mean() != 1 == (column.squeeze(1) == row).float().mean()


def test_integers_against_float32():
    """Integers and ``float32`` values are compared in ``float32``, in which neighboring integers above ``2**24`` can be
    equal.

    NumPy compares ``int32`` and ``int64`` with that dtype in ``float64``.
    """
    for dtype in (torch.int32, torch.int64):
        x, y = torch.tensor([2**24 + 1], dtype=dtype), torch.tensor([2.0**24])
        assert x == y and x.numpy() != y.numpy() and x - 2 != y
        low = torch.arange(2**24 - 50, 2**24 + 1, dtype=dtype)
        assert (low.unsqueeze(1) == low.float()).equal(torch.eye(51, dtype=torch.bool))


def test_integers_found_in_tensors():
    """A Python integer of up to 64 bits that does not fit an integer tensor silently wraps around: in ``uint8``,
    ``torch.isin(x, -1)`` finds 255.

    NumPy compares the values themselves.
    """
    for dtype, n in itertools.product(INTEGERS[:4], (-1, 300, 2**40 + 7, -(2**63))):
        low, bits = torch.iinfo(dtype).min, torch.iinfo(dtype).bits
        if not low <= n <= torch.iinfo(dtype).max:
            x = torch.tensor([(n - low) % 2**bits + low], dtype=dtype)
            assert torch.isin(x, n) and torch.isin(n, x) and not np.isin(x.numpy(), n)
    x, y = torch.tensor([2**24 + 1]), torch.tensor([2.0**24])
    assert torch.isin(x, y) and torch.isin(x, y.repeat(400))


def test_rows_are_not_deleted():
    """``del`` does not delete rows of a tensor."""
    for index in (0, slice(1), [0], torch.tensor([True, False]), ...):
        assert raises(operator.delitem, torch.ones(2), index) is TypeError


def test_one_pair_or_each():
    """``(x != y).any()`` is ``True`` if at least one pair differs, and ``(x != y).all()`` if each pair does:"""
    for a, b in itertools.product(itertools.product(range(2), repeat=3), repeat=2):
        differ = torch.tensor(a) != torch.tensor(b)
        assert differ.any().item() is (a != b)
        assert differ.all().item() is all(m != n for m, n in zip(a, b, strict=True))


def test_comparisons_with_nan():
    """``nan`` differs from itself, so ``==`` does not find it.

    ``nan`` is neither less than or equal to 4 nor greater than 4, so ``y <= 4`` and ``~(y > 4)`` differ:
    """
    for dtype in FLOATS:
        x = torch.full((40,), NAN, dtype=dtype)
        for other, call in itertools.product((x, NAN, 4, -INFINITY, special(dtype)[:1]), COMPARISONS):
            assert (call(x, other) == (call is operator.ne)).all()


def test_chained_comparisons():
    """Python reads ``0 < x < 5`` as ``0 < x and x < 5``, and ``and`` needs one bool."""
    for n in (2, 3, 10):
        assert raises(lambda n=n: 0 < torch.arange(n) < 5) and raises(lambda n=n: torch.arange(n) < 5 and True)
    assert all((0 < torch.tensor(n) < 5).item() is (0 < n < 5) for n in range(-2, 8))


def test_masks_of_positions():
    """Comparing positions with lengths gives the mask of a padded batch, one row for each sequence:

    Comparing positions with each other gives the causal mask of attention, in which row ``i`` is ``True`` up to column
    ``i``:
    """
    for n in range(1, 6):
        position = torch.arange(n)
        assert (position <= position.unsqueeze(1)).equal(torch.ones(n, n).tril().bool())
        mask = position < torch.arange(n + 1).unsqueeze(1)
        assert mask.sum(1).tolist() == list(range(n + 1)) and mask.equal(mask.long().cummin(1).values.bool())


def test_lists_and_arrays():
    """Lists and NumPy arrays are not accepted by ``<=``.

    ``==`` between a tensor and a list is a single ``False``; NumPy compares the elements.
    """
    for values in ([1], [1, 5, 6], [[1, 2]]):
        x = torch.tensor(values)
        assert raises(operator.le, x, values) and raises(operator.le, x, np.array(values))
        assert (x == values) is False and (np.array(values) == values).all()


def test_fraction_of_a_mask():
    """The sum of the mask counts them, and its mean, after a conversion to floats, is the fraction selected:

    ``mean`` does not accept bools without a ``dtype``.
    """
    for seed in SEEDS:
        x = drawn(40, seed=seed)
        mask, right = x > 0.3, [n for n in x.tolist() if n > 0.3]
        assert x[mask].tolist() == right and mask.sum() == len(right)
        assert raises(mask.mean) is RuntimeError and raises(mask.mean, dtype=torch.float32) is None
        assert math.isclose(mask.float().mean().item(), len(right) / 40, rel_tol=1e-6)


def test_order_of_complex_numbers():
    """Complex numbers are not ordered in torch; NumPy orders them by the real part first."""
    for dtype, call in itertools.product(COMPLEX, COMPARISONS[2:]):
        z = torch.tensor([1 + 2j, 3 - 4j, 1 - 1j], dtype=dtype)
        assert raises(call, z, z) and raises(call, z, 2)
        pairs = [(n.real, n.imag) for n in z.tolist()]
        assert call(z.numpy()[:, None], z.numpy()).tolist() == [[call(a, b) for b in pairs] for a in pairs]


def test_comparisons_in_place():
    """``gt_`` does not make a mask: ``x.gt_(3)`` writes 0 and 1 into ``x``, which keeps its dtype."""
    for dtype in [*INTEGERS, *FLOATS]:
        x = torch.tensor([1, 4, 7]).to(dtype)
        assert x.gt_(3) is x and x.dtype == dtype and x.tolist() == [0, 1, 1]


def test_python_numbers_are_rounded():
    """A Python number is rounded to ``float32`` like the tensor, so an element of 0.7 passes the test ``x >= 0.7``.

    Converted to a Python float, the element is below the threshold:
    """
    for n in range(1, 100):
        assert torch.tensor([n / 100]) == n / 100
    assert any(torch.tensor([n / 100]).item() < n / 100 for n in range(100)) and torch.tensor([0.7]).item() < 0.7


def test_masks_and_gradients():
    """A mask does not require grad, so the backward pass of a loss computed from the mask alone raises.

    Multiply by the mask, and the gradient passes where the mask is ``True``:
    """
    for seed, call in itertools.product(SEEDS, COMPARISONS):
        w = drawn(20, seed=seed).requires_grad_()
        mask = call(w, 0.5)
        assert not mask.requires_grad and raises(mask.double().sum().backward)
        assert torch.autograd.grad((w * mask).sum(), w)[0].equal(mask.double())


# equal, isclose, allclose


def test_equal():
    """The result is a single Python bool for ``if`` and ``assert``.

    ``np.equal`` corresponds to :func:`eq`, and ``torch.equal`` corresponds to ``np.array_equal``:

    Tensors of different shapes are unequal, even where ``==`` would broadcast.

    The dtype does not count, but integers and ``float32`` values are compared in ``float32``:
    """
    for a, b in itertools.product(shapes(0, 1, 2, dims=2), repeat=2):
        found = torch.equal(torch.ones(a), torch.ones(b))
        assert found is (a == b) and found is np.array_equal(np.ones(a), np.ones(b))
    assert all(torch.equal(torch.ones(3, dtype=a), torch.ones(3, dtype=b)) for a in DTYPES for b in DTYPES)
    assert torch.equal(torch.tensor([2**24 + 1]), torch.tensor([2.0**24]))
    assert not torch.equal(torch.tensor([2**24 + 1]), torch.tensor([2.0**24], dtype=torch.float64))
    assert np.equal(np.ones(3), np.ones((3, 1))).shape == (3, 3)


def test_equal_and_nan():
    """A tensor with ``nan`` is not equal to itself, and the smallest rounding error gives ``False``.

    :func:`allclose` can accept both:
    """
    for dtype, n in itertools.product(FLOATS[2:], (1, 40)):
        x = drawn(n, dtype=dtype)
        next_one = torch.nextafter(x, torch.full_like(x, INFINITY))
        assert torch.equal(x, x.clone()) and not torch.equal(x, next_one) and torch.allclose(x, next_one)
        x[-1] = NAN
        assert not torch.equal(x, x) and torch.allclose(x, x, equal_nan=True)


def test_is_close():
    """For floats, close means ``abs(x - y) <= atol + rtol * abs(y)``.

    A small absolute and a small relative error are allowed:

    Of the two tensors, only the reference sets the allowed error, so swapping them can change the result:

    The result is a single Python bool, ``True`` if :func:`isclose` is ``True`` for every element:

    Check whether all elements of two tensors are equal up to rounding.
    """
    for seed, (rtol, atol) in itertools.product(SEEDS, ((1e-5, 1e-8), (0.1, 0), (0, 0.3), (0.5, 0.5), (0, 0))):
        x, y = drawn(60, seed=seed), drawn(60, seed=seed) * (1 + 0.2 * drawn(60, seed=seed + 9))
        found = torch.isclose(x, y, rtol, atol)
        assert found.equal((x - y).abs() <= atol + rtol * y.abs())
        assert torch.allclose(x, y, rtol, atol) is found.all().item()
        assert torch.allclose(x[found], y[found], rtol, atol) is True


def test_tiny_values():
    """Near zero ``atol`` decides.

    Its default counts different tiny values as close.

    To compare such values, set the tolerance to 0:
    """
    tiny = 10.0 ** -torch.arange(9, 30, dtype=torch.float64)
    assert torch.isclose(tiny, 3 * tiny).all() and not torch.isclose(tiny, 3 * tiny, atol=0).any()
    assert not torch.isclose(tiny, torch.zeros(1, dtype=torch.float64), rtol=0.99, atol=0).any()


def test_infinities_and_nan():
    """``nan`` is close to ``nan`` if ``equal_nan`` is ``True``.

    Equal infinities are close, but an infinity and another number are not:

    Two values whose difference overflows to infinity are not close, whereas in NumPy a large ``rtol`` can make them
    close.
    """
    for dtype, rtol in itertools.product(FLOATS, (1e-5, 3.0)):
        x = special(dtype)
        table = torch.isclose(x.unsqueeze(1), x, rtol=rtol, equal_nan=True)
        for (i, a), (j, b) in itertools.product(enumerate(x.tolist()), repeat=2):
            if math.isinf(a) or math.isinf(b) or math.isnan(a) or math.isnan(b):
                assert table[i, j].item() is (a == b or (math.isnan(a) and math.isnan(b)))
        assert not torch.isclose(x, x)[x.isnan()].any()
    x, y = torch.tensor([3e38]), torch.tensor([-3e38])
    with np.errstate(all="ignore"):
        assert not torch.isclose(x, y, rtol=3.0) and np.isclose(x.numpy(), y.numpy(), rtol=3.0)


def test_dtypes_of_allclose():
    """The dtypes have to be equal, and an array of floats is ``float64`` by default.

    ``other`` is a tensor, not an array.
    """
    assert np.array([0.5]).dtype == np.float64
    for a, b in itertools.product([*INTEGERS, *FLOATS, *COMPLEX], repeat=2):
        x, y = torch.ones(2, dtype=a), torch.ones(2, dtype=b)
        for call in (torch.allclose, torch.isclose):
            assert (raises(call, x, y) is None) is (a == b)
    assert raises(torch.allclose, torch.ones(2), np.ones(2, np.float32)) is TypeError


def test_empty_tensors_are_close():
    """The shapes broadcast, and two empty tensors are close, so a test can pass by mistake:"""
    for a, b in itertools.product(shapes(0, 1, 3, dims=2), repeat=2):
        fits = raises(torch.broadcast_shapes, a, b) is None
        assert (raises(torch.allclose, torch.ones(a), torch.ones(b)) is None) is fits
        if fits and 0 in torch.broadcast_shapes(a, b):
            assert torch.allclose(torch.zeros(a), torch.ones(b)) is True


def test_assert_close():
    """For tests, ``torch.testing.assert_close`` also compares shape and dtype, and its message on different values
    gives the largest difference.

    The default tolerances of ``assert_close`` depend on the dtype and can be larger than those of ``allclose``:
    """
    check = torch.testing.assert_close
    for x, y in ((torch.ones(3), torch.ones(1, 3)), (torch.ones(3), torch.ones(3).double())):
        with pytest.raises(AssertionError):
            check(x, y)
    for x, y in (([1, 2, 9], [1, 3, 3]), ([9], [3]), (9, 3)):
        for dtype in (torch.int64, *FLOATS, *COMPLEX):
            with pytest.raises(AssertionError, match=r"(?i)absolute difference: 6"):
                check(torch.tensor(x, dtype=dtype), torch.tensor(y, dtype=dtype))
    zero, tiny = torch.tensor([0.0]), torch.tensor([9e-6])
    assert not torch.allclose(zero, tiny) and check(zero, tiny) is None
    for dtype in FLOATS[:2]:
        x, y = torch.tensor([1.0, 1.0], dtype=dtype), torch.tensor([1.0, 1.0009], dtype=dtype)
        check(x, y)
        assert torch.allclose(x, y) is torch.equal(x, y)


# logical_and, logical_or, logical_not


def test_truth_of_numbers():
    """Tensors of numbers are accepted: 0 is false, and other values are true.

    Tensors of numbers are accepted.

    0 is false, and other values are true, including ``nan``:

    A number is true unless it is 0, so ``nan`` is true:
    """
    for dtype in DTYPES:
        x = special(dtype)
        true = torch.tensor([bool(n) for n in x.tolist()])
        yes, no = torch.ones(1, dtype=dtype), torch.zeros(1, dtype=dtype)
        assert torch.logical_and(x, yes).equal(true) and torch.logical_or(x, no).equal(true)
        assert torch.logical_not(x).equal(~true) and not torch.logical_and(x, no).any()


def test_python_operators():
    """Python's ``and`` needs the left tensor as a single bool.

    If the left tensor has one element, ``and`` does not raise.

    It returns one of the two tensors, not a bool:

    Python's ``or`` needs the left tensor as a single bool.

    Python's ``not`` needs a single bool for the whole tensor.
    """
    several = torch.tensor([True, False])
    for call in (lambda x, y: x and y, lambda x, y: x or y, lambda x, y: not x):
        assert raises(call, several, several)
    for n, size in itertools.product((0, 3), ((), (1,), (1, 1))):
        one = torch.full(size, n)
        assert (one and several) is (several if n else one) and (one or several) is (one if n else several)
        assert (not one) is (n == 0)
    assert raises(torch.logical_and, several, True) is TypeError


def test_a_chain_of_one_element():
    """Without parentheses, Python reads ``x == 2 | x == 4`` as ``x == (2 | x) == 4``.

    This chained comparison raises for more than one element:

    For a tensor of one integer, the chain does not raise and can be silently wrong.

    Here 4 is one of the two values, but the result is ``False``:
    """
    for n in (2, 5):
        assert raises(eval, "x == 2 | x == 4", {"x": torch.arange(n)})
    for n in range(8):
        read = eval("x == 2 | x == 4", {"x": torch.tensor([n])})
        assert read.item() is (n == (2 | n) == 4)
    assert not eval("x == 2 | x == 4", {"x": torch.tensor([4])})
    assert raises(eval, "x == 2 | x == 4", {"x": torch.tensor([4.0])})


def test_flipped_flags():
    """In a mask of the integers 0 and 1, ``~`` flips the bits, which is not a logical negation."""
    for dtype in INTEGERS:
        flags = torch.tensor([0, 1], dtype=dtype)
        assert (~flags).bool().all() and torch.logical_not(flags).equal(flags == 0)


# maximum, minimum


def test_gradient_of_maximum():
    """The gradient goes to the larger element; where both are equal, each gets half:

    Where one of the two elements is ``nan``, both receive the full gradient.
    """
    values = (-2.0, 0.0, 1.0, INFINITY, NAN)
    for dtype, (a, b) in itertools.product(FLOATS, itertools.product(values, repeat=2)):
        x, y = (torch.tensor(n, dtype=dtype, requires_grad=True) for n in (a, b))
        torch.maximum(x, y).backward()
        full = math.isnan(a) or math.isnan(b)
        assert (x.grad.item(), y.grad.item()) == ((1, 1) if full else (0.5, 0.5) if a == b else (a > b, b > a))


def test_nan_propagates():
    """``nan`` propagates.

    If ``nan`` stands for a missing value, use ``torch.fmax``, which ignores it:

    ``minimum`` propagates ``nan``; ``torch.fmin`` ignores it:
    """
    for dtype, size in itertools.product(FLOATS, (1, 40)):
        x, y = torch.full((size,), NAN, dtype=dtype), torch.zeros(size, dtype=dtype)
        for a, b in ((x, y), (y, x)):
            assert torch.maximum(a, b).isnan().all() and torch.minimum(a, b).isnan().all()
            assert torch.fmax(a, b).equal(y) and torch.fmin(a, b).equal(y)


def test_a_number_is_not_accepted():
    """The second argument is a tensor, not a number.

    ``torch.min`` of two tensors does the same, but an integer as its second argument is a dimension.

    ``torch.min(x, 1)`` returns the minimum of each row, while :func:`clamp` limits the elements to at most 1:
    """
    for dtype in [torch.bool, *INTEGERS, *FLOATS]:
        x = torch.arange(6).reshape(2, 3).to(dtype)
        assert raises(torch.maximum, x, 2) is TypeError and raises(torch.minimum, x, 2) is TypeError
        assert torch.min(x, x.flip(0)).equal(torch.minimum(x, x.flip(0)))
        assert torch.min(x, 1).values.tolist() == [min(row) for row in x.tolist()]
        assert dtype == torch.bool or x.clamp(max=1).max() == 1
        assert raises(torch.min, x, 1.0) is TypeError
    assert raises(max, torch.ones(2), torch.zeros(2)) and max(torch.ones(1), torch.zeros(1)) == 1


def test_overlap_of_intervals():
    """The overlap of two intervals is the smaller end minus the larger start, or 0 if that difference is negative."""
    for a, b, c, d in itertools.product(range(5), repeat=4):
        if a < b and c < d:
            start, end = torch.tensor([a, c]), torch.tensor([b, d])
            overlap = (torch.minimum(end[0], end[1]) - torch.maximum(start[0], start[1])).clamp(min=0)
            assert overlap == len(set(range(a, b)) & set(range(c, d)))


# is_nonzero, isin, logical_xor


def test_truth_of_one_element():
    """Tell whether a tensor of one element is not 0, as a Python bool.

    ``nan`` is not 0, so it counts as true:

    A tensor of several elements does not have one answer.

    An empty tensor does not have an answer either.
    """
    for dtype, shape in itertools.product(DTYPES, ((), (1,), (1, 1))):
        for x in special(dtype):
            x = x.reshape(shape)
            assert torch.is_nonzero(x) is bool(x) is (x != 0).item()
    for shape in ((0,), (2,), (1, 3), (0, 3)):
        assert raises(torch.is_nonzero, torch.ones(shape)) is RuntimeError


def test_membership():
    """Test which elements of a tensor occur in another tensor.

    The result has the shape of the first argument, so it is a mask for it:

    ``invert=True`` finds the elements that do not occur, as ``~`` of the result does.

    One of the two arguments may be a number:

    ``nan`` is not equal to itself, so it is not found.

    ``True`` gives the opposite: ``True`` for elements that do not occur.

    A list is not accepted.
    """
    for dtype, size in itertools.product([*INTEGERS, *FLOATS], (0, 1, 7, 400)):
        x = (torch.arange(24).reshape(2, 3, 4) % 9).to(dtype)
        some = (torch.arange(size) * 3 % 100).to(dtype)
        right = [n in set(some.tolist()) for n in x.flatten().tolist()]
        found = torch.isin(x, some)
        assert found.shape == x.shape and found.flatten().tolist() == right
        assert torch.isin(x, some, invert=True).equal(~found)
        once = x.unique(), some.unique()
        assert torch.isin(*once, assume_unique=True).equal(torch.isin(*once))
    for size in (1, 400):
        assert not torch.isin(torch.tensor([NAN]), torch.full((size,), NAN)).any()
    assert raises(torch.isin, 3, 3) and raises(torch.isin, [3], torch.tensor([3]))
    assert torch.isin(3, torch.tensor([3])) and torch.isin(torch.tensor([3]), 3)


def test_a_set_that_is_not_contiguous():
    """If the second argument has more than one dimension and is not contiguous, as some columns of a table, ``isin``
    can raise.
    """
    x = torch.arange(5)
    for some in (torch.arange(6).reshape(2, 3)[:, :2], torch.arange(6).reshape(2, 3).t()):
        assert raises(torch.isin, x, some) is RuntimeError and torch.isin(x, some.flatten()).any()
    assert raises(torch.isin, x, torch.arange(600).reshape(2, 300).t()) is None


def test_membership_by_pythons_in():
    """Python's ``in`` does not look for the elements of a vector.

    It compares the two tensors position by position, and is ``True`` if one pair is equal:
    """
    x = torch.tensor([1, 2, 3])
    for y in itertools.permutations((1, 2, 3, 9), 3):
        assert (torch.tensor(y) in x) is any(a == b for a, b in zip(y, x.tolist(), strict=True))


def test_exactly_one_is_true():
    """Test element by element whether exactly one of two tensors is true.

    For bools, ``^`` and ``!=`` give the same mask:
    """
    for one, other in itertools.product(DTYPES, repeat=2):
        x, y = torch.tensor([0, 0, 2, 3]).to(one), torch.tensor([0, 1, 0, 2]).to(other)
        assert torch.logical_xor(x, y).tolist() == [False, True, True, False]
    a, b = torch.tensor([True, True, False, False]), torch.tensor([True, False, True, False])
    assert torch.logical_xor(a, b).equal(a ^ b) and (a ^ b).equal(a != b)
