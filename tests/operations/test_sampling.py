"""Random numbers: the bodies and torch draw from the same distributions, and both repeat themselves when seeded."""

from types import SimpleNamespace

import numpy as np
import pytest
import torch

from tests.operations import agree
from torchref.operations import sampling

MANY = 100_000
PROBABILITIES = np.resize(np.array([0.0, 0.25, 0.75, 1.0], np.float32), MANY)
MEANS = np.resize(np.array([-2.0, 3.0], np.float32), MANY)


def both(name, *args, **options):
    """The same draw by torch and by the body, as float64 arrays; complex numbers as two."""
    function = getattr(torch, name, None) or getattr(torch.Tensor, name)
    expected = function(*agree.to_torch(args), **agree.to_torch(options)).numpy()
    actual = getattr(sampling, name)(*agree.own(args), **options)
    assert actual.dtype == expected.dtype
    return [drawn.view(drawn.real.dtype).astype(np.float64) for drawn in (expected, actual)]


@pytest.mark.parametrize(
    ("name", "args", "dtype"),
    [
        ("rand", ((MANY,),), None),
        ("rand", ((MANY,),), np.complex64),
        ("rand_like", (np.ones(MANY, np.float32),), None),
        ("rand_like", (np.ones(MANY, np.float32),), np.complex64),
        ("randn", ((MANY,),), None),
        ("randn", ((MANY,),), np.float16),
        ("randn", ((MANY,),), np.complex64),
        ("randint", (-3, 4, (MANY,)), None),
        ("randint", (2, (MANY,)), np.float32),
        ("uniform_", (np.ones(MANY, np.float32),), None),
        ("uniform_", (np.ones(MANY, np.float32), -2.0, 3.0), None),
        ("normal", (4.0, 2.0, (MANY,)), None),
        ("normal", (MEANS, 0.5), None),
        ("normal", (MEANS,), None),
        ("bernoulli", (PROBABILITIES,), None),
        ("bernoulli", (PROBABILITIES, 0.3), None),
        ("multinomial", (np.array([0.5, 0.0, 1.0, 2.5], np.float32), MANY, True), None),
    ],
)
def test_bodies_draw_from_torchs_distributions(name, args, dtype):
    expected, actual = both(name, *args, **({"dtype": dtype} if dtype else {}))
    shares = [0, 1, 5, 25, 45, 85, 99, 100] if len(np.unique(expected)) > 100 else []
    np.testing.assert_allclose(actual.mean(), expected.mean(), atol=0.1)
    np.testing.assert_allclose(actual.std(), expected.std(), atol=0.1)
    np.testing.assert_allclose(np.percentile(actual, shares[1:-1]), np.percentile(expected, shares[1:-1]), atol=0.25)
    if not shares:
        values, counts = np.unique(actual, return_counts=True)
        wanted, times = np.unique(expected, return_counts=True)
        np.testing.assert_array_equal(values, wanted)
        np.testing.assert_allclose(counts / MANY, times / MANY, atol=0.02)


@pytest.mark.parametrize(
    ("name", "like"), [("rand", (MANY,)), ("rand_like", np.ones(MANY, np.float32)), ("randn", (MANY,))]
)
def test_real_and_imaginary_parts_are_drawn_one_by_one(name, like):
    for drawn in both(name, like, dtype=np.complex64):
        np.testing.assert_allclose(np.corrcoef(drawn.reshape(-1, 2).T), np.eye(2), atol=0.02)


@pytest.mark.parametrize(("name", "like"), [("rand", (MANY,)), ("rand_like", np.ones(MANY, np.float32))])
def test_half_precision_is_uniform_and_below_1(name, like):
    for drawn in both(name, like, dtype=np.float16):
        assert drawn.min() >= 0
        assert drawn.max() == np.float16(1) - np.finfo(np.float16).epsneg
        np.testing.assert_allclose(np.percentile(drawn, [10, 50, 90]), [0.1, 0.5, 0.9], atol=0.01)


def test_what_has_probability_0_is_not_drawn_even_where_the_generator_gives_0(monkeypatch):
    monkeypatch.setattr(np.random, "default_rng", lambda: SimpleNamespace(random=np.zeros))
    np.testing.assert_array_equal(sampling.bernoulli(np.zeros(3)), [0, 0, 0])
    np.testing.assert_array_equal(sampling.multinomial(np.array([0.0, 1.0]), 2, True), [1, 1])


@pytest.mark.parametrize("p", [-0.1, 1.1])
def test_bernoulli_refuses_what_is_not_a_probability(p):
    for args in ((np.array([p, 0.5]),), (np.zeros(2), p)):
        with pytest.raises(RuntimeError, match=r"expects p to be in \[0, 1\]|Expected p_in >= 0"):
            torch.bernoulli(*agree.to_torch(args))
        with pytest.raises(ValueError, match="a probability lies between 0 and 1"):
            sampling.bernoulli(*args)


@pytest.mark.parametrize("weights", [[-0.1, 1.0], [np.nan, 1.0], [np.inf, 1.0], [0.0, 0.0], [[0.5, 1.0], [0.0, 0.0]]])
@pytest.mark.parametrize("replacement", [False, True])
def test_multinomial_refuses_what_are_not_weights(weights, replacement):
    x = np.array(weights)
    with pytest.raises(RuntimeError, match=r"probability (distribution|tensor)|sum of probabilities"):
        torch.multinomial(torch.from_numpy(x), 1, replacement)
    with pytest.raises(ValueError, match="not those of a distribution"):
        sampling.multinomial(x, 1, replacement)


def test_each_row_of_multinomial_has_its_own_weights():
    weights = np.tile(np.array([[1, 2, 5], [3, 0, 1]], np.float32), (MANY // 20, 1))
    for replacement, count in ((True, 3), (False, 2)):
        expected, actual = both("multinomial", weights, count, replacement)
        for row in range(2):
            for index in range(3):
                shares = [(drawn[row::2] == index).mean(0) for drawn in (expected, actual)]
                np.testing.assert_allclose(*shares, atol=0.03)


def test_many_half_precision_weights_of_multinomial_are_added_exactly():
    for drawn in both("multinomial", np.ones(5000, np.float16), MANY, True):
        np.testing.assert_allclose(np.percentile(drawn, [10, 50, 90]), [500, 2500, 4500], atol=100)


def test_each_element_of_bernoulli_has_its_own_probability():
    for drawn in both("bernoulli", PROBABILITIES):
        np.testing.assert_allclose([drawn[k::4].mean() for k in range(4)], PROBABILITIES[:4], atol=0.03)


def test_multinomial_without_replacement_takes_weights_above_0_first():
    weights = np.tile(np.array([0.0, 1.0, 0.0, 3.0], np.float32), (MANY // 10, 1))
    for drawn in both("multinomial", weights, 3):
        assert (np.sort(drawn[:, :2]) == [1, 3]).all()
        assert np.isin(drawn[:, 2], [0, 2]).all()
        np.testing.assert_allclose((drawn[:, 0] == 3).mean(), 0.75, atol=0.1)


def test_randperm_holds_each_number_once():
    for drawn in both("randperm", 1000):
        np.testing.assert_array_equal(np.sort(drawn), np.arange(1000))
        assert (drawn != np.arange(1000)).any()


def test_manual_seed_repeats_the_global_draws():
    state = np.random.get_state()
    try:
        sampling.manual_seed(0)
        first = np.random.rand(5)
        sampling.manual_seed(0)
        np.testing.assert_array_equal(np.random.rand(5), first)
    finally:
        np.random.set_state(state)


def test_every_new_generator_starts_from_torchs_own_seed():
    a, b = sampling.Generator(), sampling.Generator()
    np.testing.assert_array_equal(a.random(5), b.random(5))
    assert a.bit_generator.seed_seq.entropy == torch.Generator().initial_seed()
