"""What the entries of activations say of more cases than they show, each tried on a table of cases."""

import itertools

import pytest
import torch
from torch import nn
from torch.nn import functional

from tests.claims.inputs import COMPLEX, FLOATS, INTEGERS, SEEDS, drawn, raises, special

INFINITY = float("inf")


def test_range_of_sigmoid():
    """Squash real numbers into the range from 0 to 1 (logistic function).

    For floats, ``sigmoid(-x)`` is ``1 - sigmoid(x)`` up to rounding.

    For large ``x``, ``1 - sigmoid(x)`` is rounded to 0, so use ``sigmoid(-x)``.

    0 becomes 0.5:
    """
    for dtype in FLOATS:
        x = torch.cat([drawn(100).to(dtype) * 5, special(dtype)])
        x = x[~x.isnan()]
        y = x.sigmoid()
        assert ((y >= 0) & (y <= 1)).all() and torch.zeros(3, dtype=dtype).sigmoid().tolist() == [0.5] * 3
        torch.testing.assert_close((-x).sigmoid(), 1 - y, rtol=0, atol=torch.finfo(dtype).eps)
    x = torch.tensor([20.0, 50.0])
    assert (1 - x.sigmoid() == 0).all() and ((-x).sigmoid() > 0).all()
    torch.testing.assert_close((-x).sigmoid(), (-x.double()).sigmoid().float())


def test_losses_of_probabilities_and_scores():
    """``binary_cross_entropy`` takes probabilities, not scores (logits).

    Use ``binary_cross_entropy_with_logits``, which applies the sigmoid itself:
    """
    for seed in SEEDS:
        x, labels = 3 * drawn(20, seed=seed), (drawn(20, seed=seed + 9) > 0).double()
        assert raises(functional.binary_cross_entropy, x, labels) is RuntimeError
        applied = functional.binary_cross_entropy(x.sigmoid(), labels)
        torch.testing.assert_close(functional.binary_cross_entropy_with_logits(x, labels), applied)


def test_half_and_zero():
    """A probability above one half means a score above 0, so a decision between two classes does not need the
    sigmoid:
    """
    for dtype in FLOATS:
        x = torch.cat([drawn(200).to(dtype), special(dtype), torch.tensor([1e-9, -1e-9], dtype=dtype)])
        assert (x[x.sigmoid() > 0.5] > 0).all() and (x[x.sigmoid() < 0.5] < 0).all()
        away = x[x.abs() > 0.05]
        assert (away.sigmoid() > 0.5).equal(away > 0)


def test_ends_of_sigmoid():
    """Far from 0, ``float32`` rounds the result to exactly 1 or 0, and the logarithm of 0 is ``-inf``.

    ``logsigmoid`` computes both steps together:
    """
    for size in (1, 40):
        assert (torch.full((size,), 20.0).sigmoid() == 1).all()
        low = torch.full((size,), -200.0)
        assert (low.sigmoid() == 0).all() and (low.sigmoid().log() == -INFINITY).all()
        assert (functional.logsigmoid(low) == -200).all()
    x = drawn(50)
    torch.testing.assert_close(functional.logsigmoid(x), x.sigmoid().log())


def test_derivative_of_sigmoid():
    """The derivative is 1/4 at 0 and vanishes far from 0, where learning stops:"""
    for dtype in FLOATS:
        x = torch.tensor([0.0, 200.0, -200.0, 1.0, 5.0], dtype=dtype, requires_grad=True)
        found = torch.autograd.grad(x.sigmoid().sum(), x)[0].tolist()
        assert found[0] == 0.25 > found[3] > found[4] > 1e-3 and max(found[1:3]) < 1e-50


def test_sums_along_dim(silent):
    """Turn scores (logits) into probabilities that sum to 1 along a dimension.

    With a wrong ``dim``, the result is silently wrong.

    The right ``dim`` is usually the last dimension, ``-1``:

    ``torch.softmax`` requires ``dim``.
    """
    for dtype, dim in itertools.product(FLOATS, (-3, -2, -1, 0, 1, 2)):
        x = drawn(2, 3, 4).to(dtype) * 3
        y = x.softmax(dim)
        assert (y >= 0).all() and raises(torch.softmax, x) is TypeError
        torch.testing.assert_close(y.sum(dim), torch.ones_like(y.sum(dim)), rtol=0.01, atol=0.01)
        for other in range(3):
            assert other == dim % 3 or not torch.allclose(x.softmax(other), y)


def test_a_guessed_dim():
    """(``torch.nn.Softmax()`` without ``dim`` guesses it, and warns of an ``Implicit dimension choice``.)"""
    for shape, guessed in (((3,), 0), ((2, 3), 1), ((2, 3, 4), 0), ((2, 3, 4, 5), 1)):
        with pytest.warns(UserWarning, match="Implicit dimension choice"):
            assert nn.Softmax()(drawn(*shape)).equal(drawn(*shape).softmax(guessed))


def test_differences_of_scores():
    """The result depends on the differences between the scores, so a constant added to them does not change it, as long
    as rounding keeps the differences.

    Large scores do not overflow, although their ``exp`` does:
    """
    for seed, constant in itertools.product(SEEDS, (1.0, -50.0, 1000.0)):
        x = drawn(9, seed=seed)
        torch.testing.assert_close((x + constant).softmax(0), x.softmax(0))
        large = x.float() + 1000
        assert large.softmax(0).isfinite().all() and (large.exp() / large.exp().sum()).isnan().any()
    assert (torch.tensor([1.0, 2.0, 3.0]) + 1e8).softmax(0).unique().numel() == 1


def test_masked_scores():
    """A score of ``-inf`` gets the probability 0, which is how positions are masked.

    A row of ``-inf`` alone gives ``nan``:
    """
    for dtype, n, masked in itertools.product(FLOATS, (2, 5, 40), (1, 2)):
        x = drawn(n).to(dtype)
        x[:masked] = -INFINITY
        y = x.softmax(0)
        assert y.isnan().all() if masked == n else (y[:masked] == 0).all()
        torch.testing.assert_close(y[masked:], x[masked:].softmax(0))


def test_integers():
    """Integers are not supported.

    Pass a ``dtype`` such as ``torch.float32``:
    """
    for dtype, into in itertools.product([torch.bool, *INTEGERS], FLOATS):
        x = torch.arange(3).to(dtype)
        assert raises(torch.softmax, x, 0) and torch.softmax(x, 0, dtype=into).equal(x.to(into).softmax(0))


def test_relu():
    """Replace negative numbers by 0: the usual activation function.

    Its derivative is 1 above 0, and 0 below and at 0:

    ``torch.nn.functional.relu`` does the same.
    """
    for dtype in [*INTEGERS, *FLOATS]:
        x = special(dtype)
        x = x[~x.isnan()]
        assert torch.relu(x).tolist() == [max(n, 0) for n in x.tolist()]
        assert functional.relu(x).equal(torch.relu(x)) and nn.ReLU()(x).equal(torch.relu(x))
        if dtype in FLOATS:
            x.requires_grad_()
            assert torch.autograd.grad(torch.relu(x).sum(), x)[0].equal((x > 0).to(dtype))
    assert all(raises(torch.relu, torch.ones(2, dtype=dtype)) for dtype in [torch.bool, *COMPLEX])


def test_two_linear_layers():
    """Two linear layers in a row compute the same as one linear layer, so a nonlinearity is needed between them."""
    for seed in SEEDS:
        a, b, c, d = (drawn(3, 3, seed=seed + k) for k in range(4))
        x = drawn(5, 3, seed=seed + 20)
        torch.testing.assert_close((x @ a + b[0]) @ c + d[0], x @ (a @ c) + (b[0] @ c + d[0]))
        assert not torch.allclose((x @ a + b[0]).relu() @ c + d[0], x @ (a @ c) + (b[0] @ c + d[0]))


def test_a_tensor_passed_to_the_constructor():
    """A tensor passed to the constructor is read as its option ``inplace``, and the error comes later:"""
    for x in (torch.ones(3), torch.ones(1)):
        layer = nn.ReLU(x)
        assert layer.inplace is x and not hasattr(layer, "sum")


def test_relu_in_place():
    """``relu_`` writes into the tensor itself, so the backward pass raises where it needs the old values."""
    needed = (torch.sigmoid, torch.exp, torch.tanh, lambda x: x.softmax(0))
    for call in (*needed, lambda x: x * 2, lambda x: x + 1, torch.sin):
        x = torch.tensor([1.0, -1.0], requires_grad=True)
        y = call(x)
        assert y.relu_() is y and (raises(y.sum().backward) is RuntimeError) is (call in needed)
        call(x).relu().sum().backward()
