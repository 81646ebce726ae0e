"""Random numbers: the bodies and torch draw from the same distributions, and both repeat themselves when seeded."""

import numpy as np
import pytest
import torch

from torchref.operations import sampling

MANY = 100_000
PROBABILITIES = np.resize(np.array([0.0, 0.25, 0.75, 1.0], np.float32), MANY)
MEANS = np.resize(np.array([-2.0, 3.0], np.float32), MANY)


def both(name, *args):
    """The same draw by torch and by the body, as float64 arrays."""
    given = [torch.from_numpy(arg.copy()) if isinstance(arg, np.ndarray) else arg for arg in args]
    function = getattr(torch, name, None) or getattr(torch.Tensor, name)
    return [np.asarray(drawn, np.float64) for drawn in (function(*given), getattr(sampling, name)(*args))]


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("rand", ((MANY,),)),
        ("rand_like", (np.ones(MANY, np.float32),)),
        ("randn", ((MANY,),)),
        ("randint", (-3, 4, (MANY,))),
        ("uniform_", (np.ones(MANY, np.float32), -2.0, 3.0)),
        ("normal", (4.0, 2.0, (MANY,))),
        ("normal", (MEANS, 0.5)),
        ("bernoulli", (PROBABILITIES,)),
        ("bernoulli", (PROBABILITIES, 0.3)),
        ("multinomial", (np.array([0.5, 0.0, 1.0, 2.5], np.float32), MANY, True)),
    ],
)
def test_bodies_draw_from_torchs_distributions(name, args):
    expected, actual = both(name, *args)
    shares = [0, 1, 5, 25, 45, 85, 99, 100] if len(np.unique(expected)) > 100 else []
    np.testing.assert_allclose(actual.mean(), expected.mean(), atol=0.1)
    np.testing.assert_allclose(actual.std(), expected.std(), atol=0.1)
    np.testing.assert_allclose(np.percentile(actual, shares[1:-1]), np.percentile(expected, shares[1:-1]), atol=0.25)
    if not shares:
        values, counts = np.unique(actual, return_counts=True)
        wanted, times = np.unique(expected, return_counts=True)
        np.testing.assert_array_equal(values, wanted)
        np.testing.assert_allclose(counts / MANY, times / MANY, atol=0.02)


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
