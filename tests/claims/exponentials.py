"""What the entries of exponentials say of more cases than they show, each tried on a table of cases."""

import itertools
import math

import numpy as np
import torch

from tests.claims.inputs import COMPLEX, FLOATS, INTEGERS, SEEDS, drawn, raises, special

NAN, INFINITY = float("nan"), float("inf")
LOGARITHMS = [torch.log, torch.log2, torch.log10]


def test_where_exp_overflows(silent):
    """``exp`` grows so fast that ``float32`` overflows between 88 and 89, and ``float64`` between 709 and 710:"""
    for dtype, last in ((torch.float32, 88), (torch.float64, 709)):
        for size in (1, 64):
            below, above = (torch.full((size,), n, dtype=dtype).exp() for n in (last, last + 1))
            assert below.isfinite().all() and above.isinf().all()


def test_the_largest_score_cancels():
    """Infinity divided by infinity is ``nan``.

    To get probabilities from large scores (logits), subtract the largest score first, as :func:`softmax` does.

    The subtraction cancels in the fraction:
    """
    for seed, dtype in itertools.product(SEEDS, FLOATS[2:]):
        large = drawn(7, seed=seed, dtype=dtype) + 1000
        shifted = large - large.max()
        assert (large.exp() / large.exp().sum()).isnan().all()
        torch.testing.assert_close(shifted.exp() / shifted.exp().sum(), large.softmax(0))


def test_functions_that_take_tensors():
    """``exp`` takes a tensor, not a Python number.

    ``torch.log``, unlike ``math.log``, does not take a base.
    """
    assert all(raises(torch.exp, n) is TypeError for n in (2, 2.0, True, 2j, np.float32(2), [2.0]))
    x = torch.tensor(10.0)
    assert math.log(9, 3) == 2 and raises(torch.log, x, 3) and raises(torch.log, x, x) and raises(torch.log, x, base=3)


def test_each_element_alone():
    """``exp`` works on each element alone."""
    x = drawn(4, 4)
    assert torch.equal(x.exp().flatten(), torch.stack([one.exp() for one in x.flatten()]))
    assert not torch.allclose(x.exp(), torch.linalg.matrix_exp(x))


def test_inverse_of_exp():
    """``log`` is the inverse of ``exp``.

    The logarithm of a product of positive numbers is the sum of their logarithms, unless the product underflows or
    overflows:
    """
    for seed in SEEDS:
        x = drawn(20, seed=seed)
        torch.testing.assert_close(x.exp().log(), x)
        torch.testing.assert_close(x.abs().prod().log(), x.abs().log().sum())
    for n in (1e-30, 1e30):
        x = torch.tensor([n, n])
        assert x.prod().log().isinf() and x.log().sum().isfinite()


def test_logarithms_of_zero_and_below(silent):
    """0 silently gives ``-inf``, and a negative integer or float silently gives ``nan``:

    A negative integer or float gives ``nan``, and 0 gives ``-inf``:
    """
    for call, dtype in itertools.product(LOGARITHMS, [*INTEGERS, *FLOATS]):
        x = special(dtype)
        assert (call(x[x == 0]) == -float("inf")).all() and call(x[x < 0]).isnan().all()
        assert not call(x[x > 0]).isnan().any()
        assert not call(torch.tensor([-1 + 0j])).isnan().any()


def test_a_hidden_error():
    """Compute its logarithm from the scores (logits) with ``log_softmax`` or ``logsigmoid``:

    In ``float32``, ``clamp(min=1e-6)``, or 1e-6 added to the probability, makes the loss finite but hides the error.

    The gradient of the scores is 0, so training stops.

    ``log_softmax`` keeps the gradient:
    """
    for distance, small in itertools.product((110, 200, 1000), (1e-8, 1e-6, 1e-2)):
        scores = torch.tensor([0.0, -distance], requires_grad=True)
        for p in (scores.softmax(0).clamp(min=small), scores.softmax(0) + small):
            loss = -p[1].log()
            assert loss.isfinite() and not torch.autograd.grad(loss, scores)[0].any()
        loss = -scores.log_softmax(0)[1]
        assert loss == distance and torch.autograd.grad(loss, scores)[0].tolist() == [1, -1]
        loss = -torch.nn.functional.logsigmoid(scores)[1]
        assert loss == distance and torch.autograd.grad(loss, scores)[0].tolist() == [0, -1]


def test_xlogy_of_zero():
    """A probability of 0 makes the sum ``nan``, as ``0 * -inf`` is ``nan``.

    ``torch.xlogy``, which takes the natural logarithm, returns 0 instead:
    """
    for seed, call in itertools.product(SEEDS, LOGARITHMS):
        p = drawn(5, seed=seed).softmax(0)
        with_zero = torch.cat([p, torch.zeros(1)])
        assert (with_zero * call(with_zero)).sum().isnan()
        torch.testing.assert_close(torch.xlogy(with_zero, with_zero).sum(), (p * p.log()).sum())


def test_number_of_digits():
    """The logarithm of a positive integer, rounded down, is one less than its number of digits.

    The rounding of floats can make it too large, in ``float32`` from 9999995 on.

    Count the powers of ten instead:
    """
    edges = [n for k in range(1, 19) for n in range(10**k - 20, 10**k + 20) if n > 0]
    x, digits = torch.tensor(edges), torch.tensor([len(str(n)) for n in edges])
    assert (x.unsqueeze(1) >= 10 ** torch.arange(19)).sum(1).equal(digits)
    wrong = x.log10().floor().long() + 1 != digits
    assert x[wrong].min() == 9999995 and (x.double().log10().floor().long() + 1 != digits).any()
    low = torch.arange(1, 200_000)
    assert (low.log10().floor().long() + 1).equal((low.unsqueeze(1) >= 10 ** torch.arange(7)).sum(1))


def test_floats_do_not_fit_integers():
    """An integer tensor does not hold floats, so ``log10_`` raises for it."""
    for dtype in [*INTEGERS, *FLOATS]:
        assert (raises(torch.ones(2, dtype=dtype).log10_) is None) is (dtype in FLOATS)
        assert torch.ones(2, dtype=dtype).log10().is_floating_point()


def test_log1p_of_tiny_values():
    """Compute log(1 + x), accurately even where x is tiny.

    In ``1 + x`` a tiny ``x`` is lost to rounding.

    The inverse of ``log1p`` is ``torch.expm1``, which keeps tiny results:
    """
    for dtype, sign in itertools.product(FLOATS[1:], (1, -1)):
        x = sign * torch.tensor([1e-9, 1e-12, 1e-20, 1e-30], dtype=torch.float64).to(dtype)
        if dtype != torch.float64:
            assert ((1 + x).log() == 0).all() and (x.exp() - 1 == 0).all()
        for call in (torch.log1p, torch.expm1):
            torch.testing.assert_close(call(x).double(), x.double(), rtol=0.01, atol=0)
    y = drawn(50).abs()
    torch.testing.assert_close(y.log1p(), (1 + y).log())
    torch.testing.assert_close(y.log1p().expm1(), y)


def test_domain_of_log1p(silent):
    """The domain of ``log1p`` starts at -1, not at 0; -1 gives ``-inf``, and an integer or float below -1 gives
    ``nan``:
    """
    for dtype in [*INTEGERS[1:], *FLOATS]:
        x = torch.cat([special(dtype), torch.tensor([-1, -2, 0, 3], dtype=dtype)])
        assert (x[x == -1].log1p() == -float("inf")).all() and x[x < -1].log1p().isnan().all()
        assert not x[x > -1].log1p().isnan().any()


def test_integers_and_complex_numbers():
    """Take the natural logarithm of each element."""
    for dtype in INTEGERS:
        assert torch.log(torch.tensor([1, 2, 7], dtype=dtype)).dtype == torch.float32
    for dtype in COMPLEX:
        z = torch.complex(drawn(20), drawn(20, seed=1)).to(dtype)
        torch.testing.assert_close(z.log().exp(), z)


# exp2, expm1, logaddexp, logaddexp2, logit, xlogy


def test_powers_of_two(silent):
    """Raise 2 to the power of each element.

    ``exp2`` of integers gives floats.

    ``2 **`` keeps the integer dtype, so fractions become 0 and large powers wrap around, both silently:

    ``exp2`` is the inverse of :func:`log2`.

    ``float32`` overflows from 128 on:
    """
    for dtype in INTEGERS:
        k = torch.tensor([0, 1, 6, 7], dtype=dtype)
        assert k.exp2().dtype == torch.float32 and k.exp2().tolist() == [1, 2, 64, 128] and (2**k).dtype == dtype
        assert (2 ** torch.tensor([70], dtype=dtype)).item() == 0
        assert dtype == torch.uint8 or (2 ** torch.tensor([-1, -3], dtype=dtype)).tolist() == [0, 0]
    torch.testing.assert_close(drawn(50).exp2().log2(), drawn(50))
    for size in (1, 64):
        assert torch.full((size,), 127.99).exp2().isfinite().all() and torch.full((size,), 128.0).exp2().isinf().all()


def test_exponential_minus_one():
    """Compute exp(x) - 1, accurately even where x is tiny.

    ``exp`` of a tiny number is rounded to 1, and the subtraction leaves 0.

    ``expm1`` is the inverse of :func:`log1p`.

    Far below 0, the result is rounded to -1.

    ``float32`` overflows between 88 and 89:
    """
    for power in range(-30, 2):
        x = torch.tensor([10.0**power, -(10.0**power)])
        right = torch.tensor([math.expm1(n) for n in x.tolist()], dtype=torch.float64)
        torch.testing.assert_close(x.expm1().double(), right, rtol=1e-6, atol=0)
        assert power > -9 or not (x.exp() - 1).any()
        torch.testing.assert_close(x.abs().log1p().expm1(), x.abs(), rtol=1e-4, atol=0)
    assert torch.tensor([88.0]).expm1().isfinite() and torch.tensor([89.0]).expm1().isinf()
    assert all((torch.tensor([-100.0, -INFINITY], dtype=dtype).expm1() == -1).all() for dtype in FLOATS)


def test_sums_of_probabilities():
    """Add two probabilities that are given as logarithms: log(exp(x) + exp(y)).

    Add two quantities that are given as logarithms to base 2.

    For logarithms to base 2, :func:`logaddexp` silently gives a wrong value.

    Minus infinity is the logarithm of probability 0, so a running sum can start with it:

    With 0 as the second argument, ``logaddexp`` is ``torch.nn.functional.softplus``, a smooth ``relu``:

    For more than two tensors, or along a dimension, use :func:`logsumexp`:

    Both arguments have to be tensors.

    If both arguments are minus infinity, the gradient is ``nan``.
    """
    for seed, dtype in itertools.product(SEEDS, FLOATS[2:]):
        x, y = drawn(30, seed=seed, dtype=dtype), drawn(30, seed=seed + 9, dtype=dtype)
        torch.testing.assert_close(torch.logaddexp(x, y), (x.exp() + y.exp()).log())
        torch.testing.assert_close(torch.logaddexp2(x, y), (x.exp2() + y.exp2()).log2())
        assert not torch.allclose(torch.logaddexp2(x, y), torch.logaddexp(x, y))
        torch.testing.assert_close(torch.logaddexp(x, y), torch.stack([x, y]).logsumexp(0))
        torch.testing.assert_close(torch.logaddexp(x - 9e3, y - 9e3), torch.stack([x - 9e3, y - 9e3]).logsumexp(0))
        for call in (torch.logaddexp, torch.logaddexp2):
            assert call(torch.full_like(x, -INFINITY), x).equal(x)
        z = torch.linspace(-100, 100, 201, dtype=dtype)
        torch.testing.assert_close(torch.logaddexp(z, torch.zeros_like(z)), torch.nn.functional.softplus(z))
    for call, dtype in itertools.product((torch.logaddexp, torch.logaddexp2), FLOATS):
        one = torch.full((2,), -INFINITY, dtype=dtype, requires_grad=True)
        assert (
            call(one, one.detach()).equal(one)
            and torch.autograd.grad(call(one, one.detach()).sum(), one)[0].isnan().all()
        )
        assert raises(call, one, 0.0) is raises(call, 0.0, one) is TypeError
    for call, dtype in itertools.product((torch.logaddexp, torch.logaddexp2), INTEGERS):
        assert raises(call, torch.ones(2, dtype=dtype), torch.ones(2, dtype=dtype)) is NotImplementedError


def test_logits_of_probabilities(silent):
    """Turn probabilities into logits: the inverse of ``sigmoid``.

    0 and 1 give infinities.

    A value outside the range from 0 to 1 gives ``nan``, with no error or warning:

    ``eps`` first clamps the probabilities to the range from ``eps`` to ``1 - eps``, so the logits below are finite.

    An ``eps`` of 1e-8 is too small for ``float32``: ``1 - eps`` is rounded to 1, and a probability of 1 still gives
    infinity:

    Where ``eps`` clamps a probability, the gradient is 0:

    The distance from 0 and 1 at which probabilities are clamped; ``None`` does not clamp.
    """
    for dtype in FLOATS:
        edges = torch.tensor([0.0, 1.0], dtype=dtype)
        assert edges.logit().tolist() == [-INFINITY, INFINITY] and edges.logit(None).equal(edges.logit())
        assert torch.tensor([-0.5, 1.5, 2.0, NAN, INFINITY], dtype=dtype).logit().isnan().all()
    for eps in (1e-6, 1e-3, 0.25):
        x = torch.linspace(0, 1, 101, dtype=torch.float64, requires_grad=True)
        torch.testing.assert_close(x.logit(eps), x.clamp(eps, 1 - eps).logit())
        clamped = (x < eps) | (x > 1 - eps)
        assert clamped.any() and not torch.autograd.grad(x.logit(eps).sum(), x)[0][clamped].any()
    p = torch.linspace(0.01, 0.99, 99, dtype=torch.float64)
    torch.testing.assert_close(p.logit().sigmoid(), p)
    torch.testing.assert_close(p.logit(), (p / (1 - p)).log())
    assert torch.tensor([1.0]).logit(1e-8).isinf() and torch.tensor([1.0]).double().logit(1e-8).isfinite()


def test_x_times_log_y():
    """Compute x times log(y), which is 0 where x is 0.

    A ``nan`` in ``y`` gives ``nan``, even where ``x`` is 0.

    A negative ``y`` gives 0 there:

    At probability 0, an entropy is finite, but its gradient is ``nan``.

    ``torch.special.xlog1py`` computes ``x * log(1 + y)`` by the same rule, accurately for ``y`` close to 0:
    """
    y = torch.tensor([0.0, -1.0, INFINITY, -INFINITY, 3.0])
    assert not torch.xlogy(torch.zeros(5), y).any() and torch.xlogy(0, torch.tensor([NAN])).isnan()
    assert not torch.special.xlog1py(torch.zeros(5), y).any()
    for seed in SEEDS:
        a, b = drawn(30, seed=seed), drawn(30, seed=seed + 9).abs()
        torch.testing.assert_close(torch.xlogy(a, b), a * b.log())
        torch.testing.assert_close(torch.special.xlog1py(a, b), a * b.log1p())
    for dtype in FLOATS:
        p = torch.tensor([0.0, 0.5], dtype=dtype, requires_grad=True)
        assert torch.autograd.grad(torch.xlogy(p, p).sum(), p)[0].isnan().tolist() == [True, False]
