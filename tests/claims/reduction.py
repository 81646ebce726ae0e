"""What the topic Reduction says of more cases than it shows, each tried on a table of cases; the docstring is the
sentence.
"""

import itertools
import math
import warnings

import numpy as np
import torch

from tests.claims.inputs import (
    COMPLEX,
    DTYPES,
    FLOATS,
    INTEGERS,
    SEEDS,
    dims,
    drawn,
    ones,
    raises,
    shapes,
    special,
)

INF, NAN = float("inf"), float("nan")
SHAPES = shapes(1, 2, 3)


# sum, prod, mean


def test_all_elements_or_those_along_a_dimension():
    """Add up all elements, or those along a dimension.

    Multiply all elements, or those along a dimension.

    Take the average of all elements, or along a dimension.
    """
    for x in (drawn(1, *shape)[0] for shape in SHAPES):
        values = x.flatten().tolist()
        for f, expected in [
            (torch.sum, math.fsum(values)),
            (torch.prod, math.prod(values)),
            (torch.mean, math.fsum(values) / len(values)),
        ]:
            torch.testing.assert_close(f(x).item(), expected)
            for dim in range(x.dim()):
                rows = torch.stack([f(row) for row in x.movedim(dim, -1).reshape(-1, x.shape[dim])])
                torch.testing.assert_close(f(x, dim).flatten(), rows)


def test_dim_disappears():
    """The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.

    The single dimension that disappears; without it, all elements are reduced to one.

    Unlike :func:`sum`, ``prod`` does not accept a tuple as ``dim``.

    The dimension that disappears, or a tuple of them (three or more with a number as ``p``); without it, all elements
    are reduced to one.
    """
    several = [torch.sum, torch.mean, torch.amax, torch.amin, torch.any, torch.all]
    for x in (drawn(1, *shape)[0] for shape in SHAPES):
        whole = tuple(range(x.dim()))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for f in [*several, lambda x, dim=None: torch.norm(x, 2, dim)]:
                assert f(x).shape == ()
                torch.testing.assert_close(f(x), f(x, whole) if whole else f(x), equal_nan=True)
                for some in dims(x)[1:]:
                    assert f(x, some).shape == tuple(n for dim, n in enumerate(x.shape) if dim not in some)
        assert torch.norm(x).equal(torch.norm(x, 2))
        assert (raises(torch.norm, x, "fro", whole) is None) is (x.dim() < 3)
        assert all(raises(torch.norm, x, p, whole) is None for p in (0, 0.5, 1, 2, 3, INF, -INF)) or x.dim() == 0
        assert x.dim() != 3 or raises(torch.norm, x, "nuc", whole) is RuntimeError
        assert torch.prod(x).shape == () and raises(torch.prod, x, whole) is TypeError


def test_an_empty_tuple_reduces_all_or_nothing():
    """An empty tuple as ``dim`` reduces every dimension, while NumPy's ``axis=()`` reduces nothing.

    Unlike in :func:`sum`, an empty tuple as ``dim`` reduces nothing:

    Unlike in :func:`sum`, an empty tuple as ``dim`` reduces nothing.
    """
    for shape in shapes(0, 1, 3):
        x = torch.ones(shape)
        assert torch.sum(x, ()).shape == () and np.sum(x.numpy(), axis=()).shape == shape
        assert torch.any(x, ()).equal(x.bool()) and torch.all(x * 0, ()).equal(x * 0 != 0)


def test_sums_of_integers():
    """Bools and integers are added as ``int64`` by default, so the sum of a comparison counts the ``True`` values:"""
    for dtype in (torch.bool, *INTEGERS):
        x = torch.ones(70000, dtype=dtype)
        assert (x.sum().item(), x.sum().dtype, x.sum(0).dtype) == (70000, torch.int64, torch.int64)
        assert x.sum(dtype=torch.int8) == torch.sum(x, 0, out=torch.empty((), dtype=torch.int8)) == 112
    assert (torch.tensor([NAN, INF, 1.0, -1.0]) > 0).sum() == 2


def test_sums_of_float16():
    """The sum of ``float16`` elements is ``float16``, so it overflows to ``inf`` from 65520 on."""
    for last in range(20):
        total = torch.tensor([32752.0, 32752.0, last], dtype=torch.float16).sum()
        assert total.dtype == torch.float16 and total.isinf() == (65504 + last >= 65520)


def test_numpy_adds_row_after_row():
    """When NumPy sums a long row-major ``float32`` matrix of several columns along dimension 0, it adds row after row
    and can lose more digits than torch.

    NumPy's mean down the columns of a long row-major ``float32`` matrix can lose more digits than torch's, as in
    :func:`sum`.
    """
    for seed, width in itertools.product(range(2), (2, 3, 5, 16)):
        short = drawn(100_000, width, seed=seed).abs().float()
        for f in (torch.sum, torch.mean):
            exact = f(short.double(), 0)
            numpy = getattr(np, f.__name__)(short.numpy(), axis=0)
            torchs, numpys = (abs(f(short, 0) - exact).max(), abs(torch.from_numpy(np.array(numpy)) - exact).max())
            assert numpys > 2 * torchs


def test_products_wrap_around():
    """Products grow fast, and an ``int64`` that overflows wraps around silently."""
    for n in range(21, 40):
        wrapped = (math.factorial(n) + 2**63) % 2**64 - 2**63
        assert torch.arange(1, n + 1).prod() == wrapped


def test_means_of_integers():
    """Integers and bools raise unless ``dtype`` is a floating-point or complex dtype.

    NumPy returns ``float64``:
    """
    for dtype, wanted in itertools.product((torch.bool, *INTEGERS), DTYPES):
        x = torch.ones(3, dtype=dtype)
        assert raises(x.mean) and (raises(x.mean, dtype=wanted) is None) is (wanted in (*FLOATS, *COMPLEX))
        assert x.numpy().mean().dtype == np.float64


def test_mean_of_a_comparison():
    """After ``float()``, the mean of a comparison is the fraction of ``True`` values, such as an accuracy:"""
    for seed in SEEDS:
        mask = drawn(40, seed=seed) > 0.3
        torch.testing.assert_close(mask.float().mean().item(), int(mask.sum()) / 40, rtol=1e-6, atol=0)
        assert raises(mask.mean) is RuntimeError


def test_centered_rows():
    """The mean of a centered row is 0, up to rounding:"""
    for dtype, seed in itertools.product(FLOATS, SEEDS):
        x = drawn(3, 5, seed=seed).to(dtype)
        assert ((x - x.mean(1, keepdim=True)).mean(1).abs() <= 4 * torch.finfo(dtype).eps).all()


def test_nonzero_rows_get_length_1():
    """To give each row length 1, divide by the norms and keep the dimension.

    A row of zeros would become ``nan``; ``torch.nn.functional.normalize`` leaves it 0:
    """
    for seed in SEEDS:
        x = drawn(4, 3, seed=seed)
        x[2] = 0
        y, z = x / torch.norm(x, dim=1, keepdim=True), torch.nn.functional.normalize(x)
        assert y[2].isnan().all() and z[2].equal(torch.zeros(3, dtype=x.dtype))
        torch.testing.assert_close(y[[0, 1, 3]].square().sum(1), torch.ones(3, dtype=x.dtype))


def test_norms_of_a_matrix():
    """Without ``dim``, ``torch.norm`` of a matrix and a number ``p`` computes the norm of the flattened elements, while
    ``np.linalg.norm`` and ``torch.linalg.norm`` with an order compute a matrix norm.

    Order 1 is the largest column sum of absolute values, and order 2 is the largest singular value:
    """
    for shape, seed in itertools.product([(2, 2), (2, 3), (4, 3)], SEEDS):
        x = drawn(*shape, seed=seed)
        for p in (1, 2, 3, 0.5, INF, -INF):
            torch.testing.assert_close(torch.norm(x, p), torch.linalg.vector_norm(x.flatten(), p))
        assert torch.norm(x, "nuc") > torch.linalg.vector_norm(x)
        column, singular = x.abs().sum(0).max(), torch.linalg.svdvals(x).max()
        for norm, given in [(torch.linalg.norm, x), (np.linalg.norm, x.numpy())]:
            torch.testing.assert_close(torch.tensor([norm(given, 1), norm(given, 2)]), torch.tensor([column, singular]))


def test_norm_does_not_warn():
    """The PyTorch documentation calls ``torch.norm`` deprecated, but a call does not warn."""
    assert "deprecated" in torch.norm.__doc__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for p in ("fro", "nuc", 1, 2):
            torch.norm(torch.ones(2, 2), p)


def test_dtypes_that_raise():
    """Integers and bools raise.

    Convert them with ``float()``:
    """
    for x in ones((torch.bool, *INTEGERS), [(), (3,), (2, 3)]):
        assert raises(torch.norm, x, dtype=torch.float32) is RuntimeError
        for f in (torch.std, torch.var, torch.norm):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                assert raises(f, x) and raises(f, x.float()) is None


def test_logsumexp_does_not_overflow():
    """Compute log(sum(exp(x))) along a dimension without overflow.

    Written out in ``float32``, the formula overflows to ``inf`` if one score is 89 or more.
    """
    for n, score in itertools.product((1, 2, 100), (89.0, 90.0, 1000.0, INF)):
        assert torch.cat([drawn(n - 1).float(), torch.tensor([score])]).exp().sum().log() == INF
    for score in (-1e30, -1000.0, 0.0, 88.0, 89.0, 1000.0, 1e30):
        x = torch.tensor([score, score - 1])
        assert x.exp().sum().log().isinf().item() is (score <= -1000 or score >= 89)
        assert torch.logsumexp(x, 0).isfinite()
        torch.testing.assert_close(
            torch.logsumexp(x, 0).double(), score + (x[1:] - score).exp().add(1).log()[0].double()
        )


def test_logsumexp_of_float16():
    """In ``float16``, 65520 equal scores still overflow: each term is at most 1, but their sum exceeds the range.

    Convert long rows to ``float32``.
    """
    for score, n in itertools.product((-100.0, 0.0, 100.0), (65000, 65519, 65520, 70000)):
        x = torch.full((n,), score, dtype=torch.float16)
        assert torch.logsumexp(x, 0).isinf().item() is (n >= 65520)
        torch.testing.assert_close(torch.logsumexp(x.float(), 0).item(), score + math.log(n), rtol=1e-5, atol=1e-5)


def test_dim_of_logsumexp():
    """The dimension that disappears, or a tuple of them; it is required, and an empty tuple can raise."""
    for x in (torch.tensor(1.0), *(torch.ones(shape) for shape in shapes(0, 2) if 0 in shape)):
        assert raises(torch.logsumexp, x, ()) is None and raises(torch.logsumexp, x) is TypeError
    for shape in SHAPES[1:]:
        x = torch.zeros(shape)
        assert raises(torch.logsumexp, x) is TypeError and raises(torch.logsumexp, x, ()) is RuntimeError
        assert torch.logsumexp(x, (), keepdim=True).shape == (1,) * len(shape)
        for some in dims(x)[1:]:
            left = torch.logsumexp(x, some)
            assert left.shape == tuple(n for dim, n in enumerate(shape) if dim not in some)


# max, min, amax, amin, argmax, argmin, median


def test_names_of_amax_in_numpy():
    """NumPy's names for this operation are ``max`` and ``amax``."""
    for shape in SHAPES:
        x = drawn(1, *shape)[0]
        for some in dims(x)[1:]:
            for f in (np.max, np.amax):
                assert torch.equal(torch.amax(x, some), torch.from_numpy(np.asarray(f(x.numpy(), some))))


def test_gradients_of_amax_and_max():
    """Where several elements are the largest, ``amax`` divides the gradient evenly among them.

    :func:`max` with ``dim`` gives the whole gradient to the one element whose index it returns:
    """
    for n, ties in itertools.product((3, 10, 200), (1, 2, 3)):
        x = torch.zeros(n).index_fill(0, torch.arange(n)[-ties:], 5.0).requires_grad_()
        shared, alone = (torch.autograd.grad(y, x)[0] for y in (x.amax(0), x.max(0).values))
        torch.testing.assert_close(shared, (x == 5) / ties)
        assert alone.nonzero().item() == x.max(0).indices and alone.sum() == 1


def test_first_index_and_nan():
    """If the largest value occurs several times, its first index is returned.

    If the smallest value occurs several times, its first index is returned.

    ``nan`` counts as the largest value:

    ``nan`` counts as the smallest value:
    """
    for (f, common, extreme), dtype, n in itertools.product(
        [(torch.argmax, 0, 1), (torch.argmin, 1, 0)], (*INTEGERS, *FLOATS), (2, 7, 64, 1000, 70001)
    ):
        x = torch.full((n,), common, dtype=dtype)
        x[n // 2 :] = extreme
        assert f(x) == n // 2 and f(x.repeat(2, 1), 1).tolist() == [n // 2] * 2
        if dtype.is_floating_point:
            x[0], x[-1] = (extreme - common) * INF, NAN
            assert f(x) == n - 1


def test_one_nan():
    """One ``nan`` makes the result ``nan``:

    An infinity is compared like other values, but one ``nan`` makes the result ``nan``.

    :func:`nan_to_num` replaces ``nan`` first, and by default makes infinities finite:
    """
    for f, dtype, at in itertools.product((torch.min, torch.max, torch.amin, torch.amax), FLOATS, (0, 5, 99)):
        x = torch.arange(100).to(dtype)
        x[at] = -INF if f in (torch.min, torch.amin) else INF
        assert f(x) == x[at]
        x[99 - at] = NAN
        assert f(x).isnan() and f(x.nan_to_num(3)).isfinite()


def test_where_values_and_indices_are_written():
    """The tensor that the result is written to; with ``dim``, a tuple of two tensors for values and indices."""
    x = drawn(3, 4)
    for f in (torch.max, torch.min):
        values, indices = torch.empty(3, dtype=x.dtype), torch.empty(3, dtype=torch.int64)
        assert f(x, 1, out=(values, indices)) and values.equal(f(x, 1).values) and indices.equal(f(x, 1).indices)
        assert raises(f, x, 1, out=values) is TypeError
        assert raises(f, x, out=torch.empty((), dtype=x.dtype)) is None


def test_empty_without_dim():
    """An empty tensor does not have a minimum, so ``torch.min(x)`` raises."""
    for x in ones((torch.bool, *INTEGERS, *FLOATS), [(0,), (0, 3), (3, 0)]):
        assert raises(torch.min, x) is RuntimeError and raises(torch.max, x) is RuntimeError


def test_bools_that_raise():
    """Bools raise.

    Converted to integers, bools give the index of the first ``True``, or 0 if no element is ``True``:
    """
    for bits in itertools.product((False, True), repeat=4):
        mask = torch.tensor(bits)
        assert raises(torch.argmax, mask)
        assert mask.int().argmax() == (bits.index(True) if True in bits else 0)


def test_a_wrong_row():
    """Without ``dim``, the index is a position in the flattened matrix.

    Used as a row index, it can be out of bounds or silently select a wrong row.
    """
    seen = set()
    for order in itertools.permutations(range(6)):
        x = torch.tensor(order).view(2, 3)
        row = (x == 0).nonzero()[0, 0]
        seen.add("raises" if x.argmin() >= 2 else "right" if x.argmin() == row else "wrong")
        assert x.flatten()[x.argmin()] == 0
    assert seen == {"raises", "right", "wrong"}


# any, all


def test_every_element_is_true():
    """Test whether every element is true.

    A nonzero element counts as true, and so does ``nan``.

    Without ``out``, the result is a bool, except that ``uint8`` gives ``uint8``:
    """
    for dtype in DTYPES:
        x = special(dtype)
        for some in [x, x[x != 0], x[:1], x[:0], x.repeat(2, 1)]:
            truths = [bool(element) for element in some.flatten()]
            assert (bool(some.all()), bool(some.any())) == (all(truths), any(truths))
            assert {some.all().dtype, some.any().dtype} == {torch.uint8 if dtype == torch.uint8 else torch.bool}
        assert not dtype.is_floating_point or torch.tensor([NAN], dtype=dtype).any()


def test_empty_and_true():
    """An empty tensor gives ``False``.

    An empty tensor gives ``True``, so an empty batch passes tests of this kind:
    """
    for x in ones(sizes=[(0,), (2, 0, 3)]):
        assert not x.any() and x.all()


# aminmax, count_nonzero, dist, sum_to_size


def test_minimum_and_maximum_in_one_call(silent):
    """Find the minimum and the maximum in one call.

    A constant row divides 0 by 0 and becomes ``nan``, with no error or warning.

    One ``nan`` makes both results ``nan``.

    Without ``dim``, an empty tensor raises.
    """
    for dtype in [torch.bool, *INTEGERS, *FLOATS]:
        x = special(dtype)
        low, high = x.aminmax()
        torch.testing.assert_close(low, x.amin(), equal_nan=True)
        torch.testing.assert_close(high, x.amax(), equal_nan=True)
        assert dtype not in FLOATS or (low.isnan() and high.isnan())
        assert all(raises(torch.aminmax, torch.ones(size, dtype=dtype)) for size in ((0,), (2, 0), (0, 3)))
    for dim, keepdim in itertools.product((0, 1, -1), (False, True)):
        x = drawn(3, 4)
        low, high = torch.aminmax(x, dim=dim, keepdim=keepdim)
        assert low.equal(x.amin(dim, keepdim)) and high.equal(x.amax(dim, keepdim))
    for dtype in FLOATS:
        flat = torch.full((9,), 5, dtype=dtype)
        assert ((flat - flat.amin()) / (flat.amax() - flat.amin())).isnan().all()


def test_counts():
    """Count the elements that are not 0.

    ``nan`` is not 0 and counts.

    The dimension that disappears, or a tuple of them; without it, the whole tensor is counted.
    """
    for dtype in DTYPES:
        x = special(dtype)
        assert x.count_nonzero() == (x != 0).sum() and x.count_nonzero().dtype == torch.int64
    x = (drawn(2, 3, 4) > 0).long()
    for some in dims(x)[1:]:
        assert torch.count_nonzero(x, some).equal((x != 0).sum(some))
    assert raises(torch.count_nonzero, x, dim=1, keepdim=True) is TypeError


def test_distances():
    """Compute the distance of two tensors as one number: the norm of their difference.

    ``p`` chooses the distance: 2 is Euclidean, 1 adds the absolute differences, infinity takes the largest of them, and
    0 counts the differences that are not 0:

    For batches of vectors, the result is silently one number, not one distance per pair.

    Different shapes silently broadcast.

    At a distance of 0, the gradient is 0.

    With a square root written out, it is ``nan``:
    """
    for a, b in itertools.product(((3,), (2, 3), (2, 1), (1,)), repeat=2):
        x, y = drawn(*a), drawn(*b, seed=1)
        difference = (x - y).abs()
        torch.testing.assert_close(torch.dist(x, y), difference.square().sum().sqrt())
        torch.testing.assert_close(torch.dist(x, y, 1), difference.sum())
        torch.testing.assert_close(torch.dist(x, y, INF), difference.max())
        assert torch.dist(x, y, 0) == (difference != 0).sum() and torch.dist(x, y).shape == ()
    for dtype in FLOATS:
        w = torch.ones(3, dtype=dtype, requires_grad=True)
        one = torch.ones(3, dtype=dtype)
        assert not torch.autograd.grad(torch.dist(w, one), w)[0].any()
        assert torch.autograd.grad((w - one).square().sum().sqrt(), w)[0].isnan().all()
    assert all(raises(torch.dist, torch.ones(2, dtype=d), torch.ones(2, dtype=d)) for d in INTEGERS)


def test_undoing_a_broadcast():
    """Add up what broadcasting repeated, down to a given size.

    A dimension of target size 1 is summed and kept.

    Leading dimensions that ``size`` lacks are summed and disappear:

    Sizes are compared from the right, and each has to be 1 or that of the tensor.

    ``sum_to_size`` is what :func:`expand` does in the backward pass: an element that was used several times gets the
    sum of its gradients.
    """
    for full, size in itertools.product(shapes(1, 2, 3), repeat=2):
        x = drawn(1, *full)[0]
        fits = len(size) <= len(full) and all(n in (1, m) for n, m in zip(size[::-1], full[::-1], strict=False))
        assert (raises(x.sum_to_size, size) is None) is fits
        if fits:
            small = torch.zeros(size, dtype=x.dtype, requires_grad=True)
            (grad,) = torch.autograd.grad(small.expand(full), small, x)
            torch.testing.assert_close(x.sum_to_size(size), grad)
    assert not hasattr(torch, "sum_to_size")
