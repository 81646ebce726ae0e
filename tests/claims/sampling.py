"""What the topic Sampling says of more cases than it shows, each tried on a table of cases; the docstring is the
sentence.
"""

import random

import numpy as np
import pytest
import torch
from torch.utils.data import DataLoader

from tests.claims.inputs import COMPLEX, DTYPES, FLOATS, INTEGERS, SEEDS, raises

MANY = 100_000


@pytest.fixture(autouse=True)
def state():
    """The global generator, as it was before."""
    with torch.random.fork_rng():
        torch.manual_seed(0)
        yield


# manual_seed, Generator


def test_same_seed_same_draws():
    """Set the random seed, so that a program draws the same numbers in each run.

    The same seed gives the same draws.
    """
    assert torch.rand(2).tolist() == [0.49625658988952637, 0.7682217955589294]
    for draw in (lambda: torch.randn(100), lambda: torch.randperm(100), lambda: torch.randint(0, 9, (100,))):
        for seed in (0, 1, -1, 2**63, 2**64 - 1):
            first, second, other = [(torch.manual_seed(s), draw())[1] for s in (seed, seed, 2)]
            assert first.equal(second) and not first.equal(other)


def test_hidden_draws():
    """An extra draw shifts the draws after it.

    Making a layer with random weights, such as :func:`nn.Linear`, or looping over a ``DataLoader`` without
    ``generator`` also draws.

    A separate :func:`Generator` is not affected by these draws.
    """
    for extra in (
        lambda: torch.rand(1),
        lambda: torch.nn.Linear(2, 1),
        lambda: torch.nn.Conv2d(1, 1, 1),
        lambda: torch.nn.Embedding(1, 1),
        lambda: list(DataLoader([1, 2])),
        lambda: list(DataLoader([1, 2], shuffle=True)),
    ):
        torch.manual_seed(0)
        g = torch.Generator().manual_seed(0)
        expected, apart = torch.rand(3), torch.rand(3, generator=g)
        torch.manual_seed(0)
        g.manual_seed(0)
        extra()
        assert not torch.rand(3).equal(expected) and torch.rand(3, generator=g).equal(apart)
    torch.manual_seed(0)
    assert list(DataLoader([1, 2], generator=torch.Generator())) and torch.rand(3).equal(expected)


def test_seeds_of_numpy_and_python():
    """NumPy and Python's ``random`` have seeds of their own, which ``manual_seed`` does not set.

    (``np.random.seed`` in turn seeds ``np.random.rand``, but not the generators of ``default_rng``.)
    """
    before = np.random.get_state()
    for draw, seeds in [
        (random.random, torch.manual_seed),
        (np.random.rand, torch.manual_seed),
        (lambda: torch.rand(1).item(), np.random.seed),
        (lambda: np.random.default_rng().random(), np.random.seed),
    ]:
        assert len({(seeds(0), draw())[1] for _ in range(3)}) == 3
    assert len({(np.random.seed(0), np.random.rand())[1] for _ in range(3)}) == 1
    np.random.set_state(before)


def test_small_draws_of_randn():
    """On the CPU, ``randn`` draws fewer than 16 values in another way, so ``randn(15)`` and ``randn(16)`` do not start
    with the same values.
    """
    for seed in SEEDS:
        drawn = {n: (torch.manual_seed(seed), torch.randn(n))[1][:5] for n in (5, 10, 15, 16)}
        assert drawn[5].equal(drawn[10]) and drawn[10].equal(drawn[15]) and not drawn[15].isclose(drawn[16]).any()


def test_new_generators_start_alike():
    """Unlike NumPy's ``default_rng()``, a new generator starts from a fixed seed, so two new generators draw the same
    numbers:
    """
    torch.manual_seed(5)
    assert {torch.rand(1, generator=torch.Generator()).item() for _ in range(5)} == {
        torch.rand(1, generator=torch.Generator().manual_seed(67280421310721)).item()
    }
    assert len({np.random.default_rng().random() for _ in range(5)}) == 5


# rand, rand_like, randn


def test_bounds_of_rand():
    """0 can be drawn, but 1 cannot:"""
    for dtype in FLOATS:
        x = torch.rand(MANY, dtype=dtype)
        assert x.min() >= 0 and x.max() < 1
    fewest = next(x for x in (torch.rand(2**22, dtype=torch.bfloat16) for _ in range(50)) if (x == 0).any())
    assert fewest.max() < 1


def test_scaled_bounds():
    """For some intervals, rounding can then give the upper bound, which :func:`uniform_` excludes:

    The smallest value that can be drawn.

    The upper bound, which is excluded, unless it rounds to the same value as ``from``.
    """
    assert (500_000 + torch.rand(MANY)).max() == 500_001 and (-1 + 2 * torch.rand(MANY)).max() < 1
    for dtype in FLOATS:
        for low, high in [(0, 1), (1, 2), (-2, -1), (100, 101), (512, 516), (0.1, 0.2)]:
            x = torch.zeros(MANY, dtype=dtype).uniform_(low, high)
            assert x.min() >= torch.tensor(low, dtype=dtype) and x.max() < torch.tensor(high, dtype=dtype)
        assert (torch.zeros(3, dtype=dtype).uniform_(2, 2) == 2).all()
    assert torch.zeros(MANY).uniform_(500_000, 500_001).max() < 500_001
    assert (torch.zeros(3, dtype=torch.bfloat16).uniform_(1000, 1001) == 1000).all()


def test_dtypes_of_fractions():
    """An integer ``dtype`` raises.

    A tensor of integers or bools, such as the bytes of an image, raises.
    """
    for dtype in DTYPES:
        fractions = dtype in (*FLOATS, *COMPLEX)
        for draw in (torch.rand, torch.randn):
            assert (raises(draw, 3, dtype=dtype) is None) is fractions
        for overwrite in (torch.rand_like, torch.Tensor.uniform_):
            assert (raises(overwrite, torch.ones(3, dtype=dtype)) is None) is fractions
        assert torch.rand_like(torch.ones(3, dtype=dtype), dtype=torch.float32).dtype == torch.float32


def test_what_rand_like_takes():
    """Shape, dtype and device are those of ``x``; its values are not used:"""
    for dtype in (*FLOATS, *COMPLEX):
        for x in (torch.zeros(2, 3, dtype=dtype), torch.full((), 7.0, dtype=dtype), torch.ones(0, 2, dtype=dtype)):
            y = torch.rand_like(x, generator=torch.Generator().manual_seed(0))
            z = torch.rand_like(x * 0 + 5, generator=torch.Generator().manual_seed(0))
            assert (y.shape, y.dtype, y.device) == (x.shape, x.dtype, x.device) and y.equal(z)


def test_half_and_two_in_three():
    """Draw from the standard normal distribution: mean 0, standard deviation 1.

    About half of the values are negative, and about two in three lie between -1 and 1:
    """
    for dtype in (torch.float32, torch.float64):
        x = torch.randn(MANY, dtype=dtype)
        shares = torch.stack([x.mean(), x.std(), (x < 0).to(dtype).mean(), (x.abs() < 1).to(dtype).mean()])
        torch.testing.assert_close(shares, torch.tensor([0, 1, 0.5, 0.683], dtype=dtype), atol=0.02, rtol=0)


def test_sizes():
    """A size is an integer, and ``/`` gives a float even without a remainder.

    The size is a tuple or a list, even for a single dimension:
    """
    for n in (6 / 2, 3.0):
        assert isinstance(n, float) and raises(torch.randn, n) is TypeError and raises(torch.randn, (n,)) is TypeError
    for size in ((3,), [3], (), (2, 0)):
        assert torch.randint(0, 9, size).shape == torch.Size(size)
    assert raises(torch.randint, 0, 9, 3) is TypeError


# randint, randperm, uniform_


def test_bounds_of_randint():
    """Draw random integers, excluding the upper bound.

    Python's ``random.randint`` includes its upper bound:

    ``low`` defaults to 0 and ``dtype`` to ``int64``:

    ``high`` has to be greater than ``low``, so picking from an empty tensor raises.
    """
    for low, high in [(0, 3), (-2, 1), (5, 6), (0, 1)]:
        assert torch.randint(low, high, (1000,)).unique().tolist() == list(range(low, high))
        assert raises(torch.randint, low, low, (3,)) is RuntimeError
        assert raises(torch.randint, low, low - 1, (3,)) is RuntimeError
    assert torch.randint(2, (1000,)).unique().tolist() == [0, 1] and torch.randint(2, (3,)).dtype == torch.int64
    generator = random.Random(0)
    assert {generator.randint(1, 3) for _ in range(1000)} == {1, 2, 3}


def test_each_integer_once():
    """Draw a random permutation: shuffle the integers from 0 to n - 1.

    Each integer appears once, as sorting them shows:
    """
    for n in (0, 1, 2, 100):
        for dtype in (*INTEGERS, *FLOATS):
            assert torch.randperm(n, dtype=dtype).sort().values.tolist() == list(range(n))
    assert len({tuple(torch.randperm(3).tolist()) for _ in range(200)}) == 6


def test_permutations_of_bfloat16():
    """With ``bfloat16`` as ``dtype``, some integers above 256 are silently rounded, so some values repeat."""
    for n in (2, 257, 258, 300, 1000):
        order = torch.randperm(n, dtype=torch.bfloat16)
        assert (order.unique().numel() < n) is (n > 257) and order.sort().values.equal(torch.arange(n).bfloat16())


def test_shuffles_that_go_wrong():
    """``torch.shuffle`` does not exist.

    Python's ``random.shuffle`` swaps views, so it silently overwrites elements:

    ``torch.uniform`` does not exist.
    """
    assert not hasattr(torch, "shuffle") and not hasattr(torch, "uniform")
    lost = 0
    for seed in SEEDS:
        cards = torch.arange(20)
        random.Random(seed).shuffle(cards)
        lost += 20 - cards.unique().numel()
    assert lost > 0


def test_overwriting_a_leaf():
    """Overwriting a leaf that requires grad, such as a weight, raises."""
    for draw in (torch.Tensor.uniform_, torch.Tensor.normal_, torch.Tensor.bernoulli_):
        for w in (torch.zeros(3, requires_grad=True), torch.nn.Linear(2, 1).weight):
            assert raises(draw, w) is RuntimeError
            with torch.no_grad():
                assert draw(w).is_leaf


# normal, bernoulli, multinomial


def test_normal():
    """With two numbers, ``size`` is required, as a tuple or a list:

    Without ``size``, a tensor of integers as ``mean`` raises.

    A negative standard deviation raises.
    """
    assert raises(torch.normal, 5.0, 2.0) is TypeError and raises(torch.normal, 5.0, 2.0, 3) is TypeError
    assert torch.normal(5.0, 2.0, (3, 1)).shape == torch.normal(5.0, 2.0, [3, 1]).shape == (3, 1)
    for dtype in (torch.bool, *INTEGERS):
        assert raises(torch.normal, torch.ones(2, dtype=dtype), 1.0)
    assert raises(torch.normal, 1, 1, (3,)) is None
    for std in (-1.0, -1e-30, torch.tensor([1.0, -1.0])):
        assert raises(torch.normal, torch.zeros(2), std) is RuntimeError
        assert raises(torch.zeros(2).normal_, 0, -1) is RuntimeError


def test_gradients_are_0(recwarn):
    """The gradient of ``normal`` is silently 0 for the mean and the standard deviation.

    Without ``p``, the gradient of ``bernoulli`` is 0, with no error or warning, so the draws do not train the
    probabilities.
    """
    for seed in SEEDS:
        torch.manual_seed(seed)
        mean, std, p = (torch.full((3,), 0.5, requires_grad=True) for _ in range(3))
        loss = (torch.normal(mean, std) ** 2).sum() + (torch.bernoulli(p) * 3).sum()
        loss.backward()
        assert all(x.grad.equal(torch.zeros(3)) for x in (mean, std, p))
    assert not recwarn.list and raises(torch.bernoulli(p, 0.5).sum().backward)


def test_bernoulli():
    """Unlike ``bernoulli``, the in-place ``bernoulli_`` ignores the values of ``x`` and overwrites them with 0 or 1.

    The probability of 1 is 0.5 by default.

    ``bernoulli`` with ``p`` does not read the values of ``x`` either:

    A probability outside the range from 0 to 1 raises.

    Without ``p``, a tensor of integers or bools raises.
    """
    for value in (0.0, 1.0, -7.0, float("nan")):
        x = torch.full((MANY,), value)
        assert abs(x.bernoulli(0.25).mean() - 0.25) < 0.01 and abs(x.clone().bernoulli_().mean() - 0.5) < 0.01
    for p in (-1e-6, 1.001, 5.0, float("nan")):
        assert raises(torch.bernoulli, torch.tensor([0.5, p])) and raises(torch.bernoulli, torch.zeros(2), p)
    for dtype in (torch.bool, *INTEGERS):
        assert raises(torch.bernoulli, torch.ones(2, dtype=dtype))
        assert raises(torch.ones(2).bernoulli_, torch.ones(2, dtype=dtype))


def test_multinomial():
    """Sample indices at random, with probability proportional to their weights.

    The weights need not add up to 1.

    Without replacement, the default, each index is drawn at most once, so more samples than weights raise.

    For additional samples, indices of weight 0 are returned silently:
    """
    for scale in (1e-3, 1.0, 1e3):
        weights = torch.tensor([0.0, 1.0, 3.0]) * scale
        shares = torch.multinomial(weights, MANY, replacement=True).bincount(minlength=3) / MANY
        torch.testing.assert_close(shares, torch.tensor([0, 0.25, 0.75]), atol=0.01, rtol=0)
        rows = torch.multinomial(weights.repeat(1000, 1), 3)
        assert rows.sort().values.equal(torch.arange(3).repeat(1000, 1))
        assert (rows[:, 2] == 0).all() and raises(torch.multinomial, weights, 4) is RuntimeError


def test_weights_that_raise():
    """A row of zeros raises for the whole batch.

    A negative weight raises, and the outputs (logits) of a network can be negative.

    The weights, one row per distribution, at most 2**24 in a row; a negative weight raises.
    """
    for n, at in [(1, 0), (3, 0), (3, 2)]:
        for bad in (torch.zeros(4), torch.tensor([1, 1, 1, -0.1])):
            weights = torch.ones(n, 4)
            weights[at] = bad
            assert raises(torch.multinomial, weights, 1) is RuntimeError
    assert raises(torch.multinomial, torch.ones(1).expand(2**24 + 1), 1) is RuntimeError
    assert raises(torch.multinomial, torch.ones(2**20), 1) is None
