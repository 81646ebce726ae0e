"""Inputs for torchref/operations/fourier.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import COMPLEX, DTYPES, INTEGERS, arrays, dims, several_dims, shapes

REAL = (np.bool_, *INTEGERS, np.float32, np.float64)
NORMS = (None, "backward", "forward", "ortho")


def options(draw, x, least=1):
    """A length, a dimension and a norm, each left out now and then; lengths below ``least`` raise."""
    found = {}
    if draw(st.integers(0, 2)):
        found["dim"] = draw(dims(x))
    if draw(st.booleans()) or x.shape[found.get("dim", -1)] < least:
        found["n"] = draw(st.integers(1, 12))
    if draw(st.booleans()):
        found["norm"] = draw(st.sampled_from(NORMS))
    return (x,), found


def signals(draw, dtypes):
    return draw(arrays(shapes(min_dims=1, max_dims=3, min_side=1, max_side=7), dtypes=dtypes))


def fft(draw):
    return options(draw, signals(draw, (*REAL, *COMPLEX)))


def rfft(draw):
    return options(draw, signals(draw, REAL))


def irfft(draw):
    return options(draw, signals(draw, (*REAL, *COMPLEX)), least=2)


ifft = fft


def fftfreq(draw):
    given = {"dtype": draw(st.sampled_from([np.float16, np.float32, np.float64]))} if draw(st.booleans()) else {}
    spacing = (draw(st.sampled_from([0.5, 0.01, 2.0, -1.0, 3])),) if draw(st.booleans()) else ()
    return (draw(st.integers(0, 12)), *spacing), given


rfftfreq = fftfreq


def fftshift(draw):
    x = draw(arrays(shapes(min_dims=1), dtypes=DTYPES))
    return draw(st.sampled_from([(x,), (x, draw(dims(x))), (x, draw(several_dims(x)))]))


ifftshift = fftshift
