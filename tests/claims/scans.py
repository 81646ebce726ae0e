"""What the topic Scans says of more cases than it shows, each tried on a table of cases; the docstring is the
sentence.
"""

import itertools
import math

import numpy as np
import torch

from tests.claims.inputs import DTYPES, FLOATS, INTEGERS, SEEDS, drawn, raises, shapes


def test_running_totals_and_products():
    """Compute the cumulative sum: the running totals along a dimension.

    Compute the cumulative product: the running products along a dimension.

    The shape is kept.
    """
    for shape in shapes(0, 1, 3)[1:]:
        x = drawn(*shape)
        for dim in range(-x.dim(), x.dim()):
            assert x.cumsum(dim).shape == x.cumprod(dim).shape == shape
            for n in range(x.shape[dim]):
                some = x.narrow(dim, 0, n + 1)
                torch.testing.assert_close(x.cumsum(dim).select(dim, n), some.sum(dim))
                torch.testing.assert_close(x.cumprod(dim).select(dim, n), some.prod(dim))


def test_dim_is_required():
    """``dim`` is required, even for a vector.

    NumPy flattens by default; in torch, call ``flatten`` first:
    """
    for shape in shapes(1, 2)[1:]:
        x = torch.ones(shape)
        assert raises(torch.cumsum, x) is TypeError and raises(torch.cumprod, x) is TypeError
        assert np.cumsum(x.numpy()).tolist() == x.flatten().cumsum(0).tolist()


def test_integers():
    """By default, bools and integers are added as ``int64``, so the cumulative sum of bools counts.

    A small integer dtype overflows silently if you keep it: with ``dtype``, with ``out``, or with the in-place
    ``cumsum_``:
    """
    counts = torch.arange(1, 301)
    for dtype in (torch.bool, *INTEGERS):
        x = torch.ones(300, dtype=dtype)
        assert x.cumsum(0, dtype=torch.float32).equal(counts.float())
        assert x.cumsum(0).equal(counts) and x.cumprod(0).dtype == torch.int64
        if dtype == torch.bool:
            assert raises(x.cumsum_, 0)
        else:
            assert torch.cumsum(x, 0, out=torch.empty_like(x)).equal(counts.to(dtype))
            assert x.cumsum(0, dtype=dtype).equal(counts.to(dtype)) and x.clone().cumsum_(0).equal(counts.to(dtype))


def test_float32_is_accumulated_in_float64():
    """On the CPU, torch accumulates ``float32`` in ``float64``; NumPy accumulates in ``float32``, so its long sums lose
    digits.

    On the CPU, torch accumulates ``float32`` in ``float64``, so a running product can recover from 0 or ``inf``.

    In NumPy, the product stays 0 or infinite.
    """
    for seed in range(2):
        x = drawn(100_000, seed=seed, dtype=torch.float32).abs()
        exact = x.double().cumsum(0)
        assert x.cumsum(0).equal(exact.float())
        assert abs(np.cumsum(x.numpy())[-1] - exact[-1]) > 10 * abs(x.cumsum(0)[-1] - exact[-1])
        factors = (drawn(200, seed=seed) * 60).exp().clamp(1e-35, 1e35).float()
        expected = factors.double().cumprod(0)
        middle = (expected > 1e-300) & (expected < 1e300)
        torch.testing.assert_close(factors.cumprod(0)[middle], expected.float()[middle])
    for start, back in [(1e30, 1e-30), (1e-30, 1e30)]:
        x = torch.tensor([start, start, back])
        with np.errstate(over="ignore", under="ignore"):
            theirs = np.cumprod(x.numpy())
        assert 0 < x.cumprod(0)[2] < math.inf and x.cumprod(0)[1] in (0, math.inf) and theirs[2] == theirs[1]


def test_after_a_zero():
    """After an element that is 0, the products are 0, if elements and products are finite.

    For bools, the product is 1 until the first ``False``:
    """
    for dtype, at in itertools.product(FLOATS, (0, 5, 19)):
        x = (drawn(20).double() * 3).to(dtype)
        x[at] = 0
        assert (x.cumprod(0)[at:] == 0).all() and (x.cumprod(0)[:at] != 0).all()
    assert torch.tensor([0.0, math.inf]).cumprod(0)[1].isnan()
    assert torch.tensor([1e300, 1e300, 0], dtype=torch.float64).cumprod(0)[2].isnan()
    for bits in itertools.product((False, True), repeat=5):
        ones = bits.index(False) if False in bits else 5
        assert torch.tensor(bits).cumprod(0).tolist() == [1] * ones + [0] * (5 - ones)


def test_factorials_wrap_around():
    """In ``int64`` they wrap around silently, as factorials do from 21 on."""
    found = torch.arange(1, 40).cumprod(0).tolist()
    right = [math.factorial(n) for n in range(1, 40)]
    assert found[:20] == right[:20] and all(a != b for a, b in zip(found[20:], right[20:], strict=True))
    assert found == [(n + 2**63) % 2**64 - 2**63 for n in right]


def test_each_element_minus_the_element_before_it():
    """Take differences of neighbors: each element minus the element before it.

    ``dim`` defaults to the last dimension:

    The dimension gets shorter by one each time, until it is empty.
    """
    for shape in [(0,), (1,), (4,), (2, 3), (3, 2, 4)]:
        x = drawn(*shape)
        for dim in range(x.dim()):
            size = x.shape[dim]
            assert size == 0 or x.diff(dim=dim).equal(x.narrow(dim, 1, size - 1) - x.narrow(dim, 0, size - 1))
            assert all(x.diff(n, dim).shape[dim] == max(0, size - n) for n in range(6))
        assert x.diff().equal(x.diff(dim=-1)) and x.diff(2).equal(x.diff().diff())


def test_ends():
    """In torch, ``prepend`` is a tensor with the shape of ``x`` except along ``dim``, while NumPy also accepts a
    number:

    A tensor to put before ``input`` along ``dim``; its other sizes are those of ``input``.

    A tensor to put after ``input`` along ``dim``; its other sizes are those of ``input``.
    """
    for name, dim in itertools.product(("prepend", "append"), (0, 1)):
        x = torch.arange(6).view(2, 3)
        for end in (0, torch.tensor(0), torch.tensor([0, 0]), torch.zeros(1, 1, 1)):
            assert raises(torch.diff, x, dim=dim, **{name: end})
        end = x.narrow(dim, 0, 1) * 2
        assert raises(torch.diff, x, dim=dim, **{name: end.narrow(1 - dim, 0, 1)})
        for given in (end, end.float(), end.to(torch.int8)):
            both = torch.cat([given, x] if name == "prepend" else [x, given], dim)
            assert x.diff(dim=dim, **{name: given}).equal(both.diff(dim=dim))
        assert np.diff(x.numpy(), axis=dim, **{name: 0}).shape == x.shape


def test_differences_undo_sums():
    """With ``n=1``, a vector keeps its size if you prepend a zero.

    If the vector is a finite :func:`cumsum`, this returns the original values, up to rounding."""
    for seed, n in itertools.product(SEEDS, (1, 2, 9)):
        x = torch.randint(-9, 9, (n,), generator=torch.Generator().manual_seed(seed))
        assert x.cumsum(0).diff(prepend=torch.tensor([0])).equal(x)
        y = drawn(n, seed=seed)
        torch.testing.assert_close(y.cumsum(0).diff(prepend=torch.zeros(1)), y)


def test_out_of_range_for_uint8():
    """A negative difference is out of range for ``uint8`` and wraps around silently:"""
    for a, b in itertools.product((0, 1, 100, 255), repeat=2):
        assert torch.tensor([a, b], dtype=torch.uint8).diff().item() == (b - a) % 256


def test_where_bools_change():
    """For bools, the first difference is ``True`` where the value changes:"""
    for bits in itertools.product((False, True), repeat=5):
        assert torch.tensor(bits).diff().tolist() == [a != b for a, b in itertools.pairwise(bits)]
    assert {torch.ones(3, dtype=dtype).diff().dtype == dtype for dtype in DTYPES} == {True}


# cummax, cummin, logcumsumexp, trapezoid, cumulative_trapezoid, gradient


def test_largest_and_smallest_so_far():
    """Find the largest element so far at each position along a dimension.

    Find the smallest element so far at each position along a dimension.

    Of equal elements, the index of the latest one is returned, unlike in :func:`argmax`.

    Of equal elements, the index of the latest one is returned, unlike in :func:`argmin`.

    From the first ``nan`` on, the values are ``nan``:
    """
    for seed, dtype in itertools.product(SEEDS, [*INTEGERS, *FLOATS]):
        x = torch.randint(0, 4, (9,), generator=torch.Generator().manual_seed(seed)).to(dtype)
        for call, best in ((torch.cummax, max), (torch.cummin, min)):
            values, indices = call(x, 0)
            numbers = x.tolist()
            assert values.tolist() == [best(numbers[: n + 1]) for n in range(9)]
            for n in range(9):
                seen = numbers[: n + 1]
                assert indices[n] == n - seen[::-1].index(best(seen))
    for call, dtype in itertools.product((torch.cummax, torch.cummin), FLOATS):
        x = torch.tensor([1.0, 2.0, float("nan"), 3.0, -1.0], dtype=dtype)
        assert call(x, 0).values.isnan().tolist() == [False, False, True, True, True]


def test_running_sums_of_exponentials():
    """Compute the logarithm of the running sums of exponentials.

    If the values are logarithms of probabilities, the results are the logarithms of their cumulative sums:

    The last element is :func:`logsumexp` of the vector, up to rounding:

    ``logcumsumexp`` stays finite:

    A leading minus infinity, the logarithm of probability 0, stays in the result, but its gradient is ``nan``:
    """
    for dtype in FLOATS:
        x = torch.tensor([-math.inf, -math.inf, 0, 1], dtype=dtype, requires_grad=True)
        found = x.logcumsumexp(0)
        assert found.isinf().tolist() == [True, True, False, False]
        assert torch.autograd.grad(found.sum(), x)[0].isnan().tolist() == [True, True, False, False]
    for seed, shift in itertools.product(SEEDS, (-1e4, 0, 1e4)):
        x = drawn(3, 8, seed=seed) + shift
        for dim in (0, 1):
            found = x.logcumsumexp(dim)
            torch.testing.assert_close(found.select(dim, -1), x.logsumexp(dim))
            torch.testing.assert_close(found, (x - shift).exp().cumsum(dim).log() + shift)
            assert found.isfinite().all()


def test_areas():
    """Integrate samples: the area below straight lines between them.

    Integrate samples up to each position, by the trapezoidal rule.

    The samples are 1 apart by default.

    The result has one element fewer than the samples: the areas from the first sample to each later one.

    The last area is that of :func:`trapezoid`, up to rounding.

    The last dimension is integrated unless ``dim`` says otherwise:
    """
    for seed, dim in itertools.product(SEEDS, (0, 1, -1)):
        y = drawn(4, 5, seed=seed)
        place = drawn(4, 5, seed=seed + 9).abs().cumsum(dim)
        rows, places = y.movedim(dim, -1), place.movedim(dim, -1)
        mid = (rows[:, 1:] + rows[:, :-1]) / 2
        torch.testing.assert_close(torch.trapezoid(y, dim=dim), mid.sum(-1))
        torch.testing.assert_close(torch.trapezoid(y, dx=0.5, dim=dim), mid.sum(-1) * 0.5)
        torch.testing.assert_close(torch.trapezoid(y, place, dim=dim), (mid * places.diff()).sum(-1))
        found = torch.cumulative_trapezoid(y, place, dim=dim)
        torch.testing.assert_close(found, (mid * places.diff()).cumsum(-1).movedim(-1, dim))
        torch.testing.assert_close(found.select(dim, -1), torch.trapezoid(y, place, dim=dim))
    assert torch.trapezoid(y).equal(torch.trapezoid(y, dim=-1)) and torch.trapz(y).equal(torch.trapezoid(y))


def test_areas_of_small_integers(silent):
    """Integer samples are added in their own dtype, where sums can wrap around silently.

    Sums of integer samples can wrap around silently, as in :func:`trapezoid`.
    """
    at = torch.arange(3.0, dtype=torch.float64)
    for dtype in INTEGERS:
        most = torch.iinfo(dtype).max
        y = torch.full((3,), most, dtype=dtype)
        assert torch.trapezoid(y, at).item() <= 0.999 * most < 1.999 * most < torch.trapezoid(y.double(), at).item()
        assert (torch.cumulative_trapezoid(y) < most / 2).all() or dtype == torch.uint8
        assert (torch.trapezoid(y) > 2.1 * most) or dtype == torch.int64
        assert torch.trapezoid(y // 4, at) == 2 * (most // 4) or most > 2**24


def test_derivatives_of_samples():
    """Estimate the derivative of sampled values from their neighbors.

    At an inner position, the estimate is half the difference of the two neighbors.

    At the ends, it is the difference to the one neighbor.

    The result has the size of ``x``, while :func:`diff` gives one element fewer:

    The result is a tuple of one tensor per dimension, even for a vector.

    ``edge_order=2`` is exact for parabolas, up to rounding:

    A dimension needs at least ``edge_order + 1`` samples.

    Integer samples are subtracted in their own dtype, where differences can wrap around silently, and ``uint8`` raises.
    """
    for seed in SEEDS:
        x = drawn(7, seed=seed)
        (found,) = torch.gradient(x)
        torch.testing.assert_close(found[1:-1], (x[2:] - x[:-2]) / 2)
        torch.testing.assert_close(found[[0, -1]], x.diff()[[0, -1]])
        assert found.shape == x.shape and len(x.diff()) == len(x) - 1
        a, b, c = drawn(3, seed=seed)
        t = torch.arange(7, dtype=x.dtype)
        torch.testing.assert_close(torch.gradient(a * t * t + b * t + c, edge_order=2)[0], 2 * a * t + b)
    for shape in ((3,), (3, 4), (3, 4, 5)):
        made = torch.gradient(drawn(*shape))
        assert isinstance(made, tuple) and [one.shape for one in made] == [shape] * len(shape)
    for order, n in itertools.product((1, 2), range(1, 5)):
        assert (raises(torch.gradient, torch.ones(n), edge_order=order) is None) is (n > order)
    assert raises(torch.gradient, torch.ones(3, dtype=torch.uint8)) is RuntimeError
    for dtype in INTEGERS[1:]:
        x = torch.tensor([-100, 100, -100], dtype=dtype) * (torch.iinfo(dtype).max // 127)
        assert torch.gradient(x)[0][0] < 0 < torch.gradient(x.double())[0][0]
