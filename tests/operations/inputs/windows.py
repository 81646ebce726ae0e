"""Inputs for torchref/operations/windows.py."""

import numpy as np
from hypothesis import strategies as st


def hann_window(draw):
    given = {"dtype": draw(st.sampled_from([np.float32, np.float64]))} if draw(st.booleans()) else {}
    return (draw(st.integers(0, 20)), *([draw(st.booleans())] if draw(st.booleans()) else [])), given


def hamming_window(draw):
    alpha, beta = draw(st.sampled_from([(), (0.5,), (0.7,)])), draw(st.sampled_from([(), (0.5,), (0.3,)]))
    args, given = hann_window(draw)
    return ((*args, *alpha, *(beta if alpha else ())) if len(args) == 2 else args), given


def kaiser_window(draw):
    args, given = hann_window(draw)
    return (*args, *([draw(st.sampled_from([0.0, 5.0, 8.6]))] if len(args) == 2 else [])), given


blackman_window = bartlett_window = hann_window
