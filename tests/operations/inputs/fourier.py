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


def images(draw, dtypes, two, least=1):
    """An image or more, with sizes, dimensions and a norm, each left out now and then."""
    x = draw(arrays(shapes(min_dims=2, max_dims=3, min_side=least, max_side=5), dtypes=dtypes))
    found = {}
    count = 2 if two else x.ndim
    if draw(st.booleans()):
        found["dim"] = draw(several_dims(x, min_size=1))
        count = len(found["dim"])
    if draw(st.booleans()):
        found["s"] = tuple(draw(st.integers(1, 6)) for _ in range(count))
    if draw(st.booleans()):
        found["norm"] = draw(st.sampled_from(NORMS))
    return (x,), {
        key: value[0] if draw(st.booleans()) and len(value or "") == 1 else value for key, value in found.items()
    }


def fft2(draw):
    return images(draw, (*REAL, *COMPLEX), True)


def rfft2(draw):
    return images(draw, REAL, True)


def irfft2(draw):
    return images(draw, (*REAL, *COMPLEX), True, least=2)


def fftn(draw):
    return images(draw, (*REAL, *COMPLEX), False)


def rfftn(draw):
    return images(draw, REAL, False)


def irfftn(draw):
    return images(draw, (*REAL, *COMPLEX), False, least=2)


ifft2, ifftn = fft2, fftn


def fftfreq(draw):
    given = {"dtype": draw(st.sampled_from([np.float16, np.float32, np.float64]))} if draw(st.booleans()) else {}
    spacing = (draw(st.sampled_from([0.5, 0.01, 2.0, -1.0, 3])),) if draw(st.booleans()) else ()
    return (draw(st.integers(0, 12)), *spacing), given


rfftfreq = fftfreq


def fftshift(draw):
    x = draw(arrays(shapes(min_dims=1), dtypes=DTYPES))
    return draw(st.sampled_from([(x,), (x, draw(dims(x))), (x, draw(several_dims(x)))]))


ifftshift = fftshift
