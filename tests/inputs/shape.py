"""Inputs for torchref/operations/shape.py."""

from hypothesis import strategies as st

from tests.generate import arrays, dims, several_dims, shapes


def squeeze(draw):
    x = draw(arrays(shape=st.lists(st.sampled_from([1, 1, 0, 3]), max_size=4).map(tuple)))
    return draw(st.sampled_from([(x,), (x, draw(dims(x))), (x, draw(several_dims(x)))]))


def permute(draw):
    x = draw(arrays())
    return x, tuple(d - x.ndim if draw(st.booleans()) else d for d in draw(st.permutations(range(x.ndim))))


def view(draw):
    x = draw(arrays(shapes(max_dims=3)))
    return x, tuple(draw(st.sampled_from([x.shape, (-1,), x.shape[::-1]])))
