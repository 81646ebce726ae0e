"""Inputs for torchref/operations/comparison.py."""

from hypothesis import strategies as st

from tests.operations.generate import arrays, broadcastable

TOLERANCES = ({}, {"rtol": 0.1}, {"atol": 0.5}, {"rtol": 0.0, "atol": 0.0}, {"equal_nan": True})
AWKWARD = [0.0, -0.0, 1.0, 1.000001, -1.0, 1.05, 2.5, 1e-9, 2e-9, float("nan"), float("inf"), -float("inf")]


def tensor_or_number(draw):
    x = draw(arrays())
    return x, draw(st.one_of(broadcastable(x), st.sampled_from([-3, 0, 2, 7, 0.5, -2.75, True])))


eq = ne = lt = le = gt = ge = tensor_or_number


def equal(draw):
    x = draw(arrays())
    return x, draw(st.one_of(st.just(x.copy()), broadcastable(x), arrays()))


def two_alike(draw):
    values = draw(st.sampled_from([AWKWARD, None]))
    x = draw(arrays(values=values) if values is None else arrays(values=values, dtypes=("float32", "float64")))
    y = draw(st.one_of(st.just(x.copy()), broadcastable(x, values=values)))
    return (x, y), draw(st.sampled_from(TOLERANCES))


allclose = isclose = two_alike
