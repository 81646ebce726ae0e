"""What the topic Windows says of more cases than it shows, each tried on a table of cases; the docstring is the
sentence.
"""

import itertools
import math

import numpy as np
import torch

from tests.claims.inputs import FLOATS, INTEGERS, raises

WINDOWS = {
    torch.hann_window: np.hanning,
    torch.hamming_window: np.hamming,
    torch.blackman_window: np.blackman,
    torch.bartlett_window: np.bartlett,
    torch.kaiser_window: lambda n: np.kaiser(n, 12.0),
}
SIZES = (0, 1, 2, 3, 4, 5, 8, 9, 64)
F64 = torch.float64
close = torch.testing.assert_close


def wave(cycles, n=64):
    return torch.cos(2 * math.pi * cycles * torch.arange(n, dtype=F64) / n)


def spectrum(window, cycles, n=64, **options):
    return torch.fft.rfft(wave(cycles, n) * window(n, dtype=F64, **options)).abs()


def test_periodic_and_symmetric():
    """The default window is periodic, for spectra: it is one period, without the 0 that would start the next.

    With ``periodic=False``, it is symmetric, for filters, as NumPy's ``np.hanning`` is:

    The default window is periodic, for spectra.

    With ``periodic=False``, it is symmetric, as NumPy's ``np.hamming`` is:

    With ``periodic=False``, it is symmetric, as NumPy's ``np.blackman`` is:

    With ``periodic=False``, it is symmetric, as NumPy's ``np.bartlett`` is:

    With ``periodic=False``, it is symmetric, as NumPy's ``np.kaiser`` is; NumPy does not have a default for ``beta``:

    ``False`` makes a symmetric window, which ends as it starts.

    The number of elements.
    """
    for (f, named), n in itertools.product(WINDOWS.items(), SIZES):
        x = f(n, periodic=False, dtype=F64)
        close(x, torch.from_numpy(named(n)), atol=1e-7, rtol=1e-7)
        close(x, x.flip(0), atol=1e-7, rtol=1e-7)
        assert f(n).shape == (n,)
        if n > 1:
            close(f(n, dtype=F64), f(n + 1, periodic=False, dtype=F64)[:-1])
    assert raises(np.kaiser, 4) is TypeError


def test_ends():
    """Make a Hann window, which fades from 0 to 1 and back.

    Make a Hamming window, which fades from 0.08 to 1 and back.

    Make a Bartlett window, a triangle from 0 to 1 and back.

    It goes up and down in equal steps:

    Its ends are 0 up to rounding, and can be tiny negative values.

    A symmetric window of an even length does not reach 1:
    """
    ends = dict(zip(WINDOWS, (0, 0.08, 0, 0), strict=False))
    for (f, end), n in itertools.product(ends.items(), (4, 8, 64)):
        x = f(n, dtype=F64)
        half = x[: n // 2 + 1]
        assert abs(x[0] - end) < 1e-12 and abs(x[n // 2] - 1) < 1e-12
        assert (half.diff() > 0).all() and (x[n // 2 :].diff() < 0).all()
        assert f(n, periodic=False).max() < 1
        if f is torch.bartlett_window:
            close(x.diff().abs(), torch.full((n - 1,), 2 / n, dtype=F64))


def test_rounding():
    """A square root of a negative end is ``nan``.

    Clamp the window first:
    """
    for n, dtype in itertools.product((2, 4, 5, 64), (torch.float32, F64)):
        x = torch.blackman_window(n, periodic=False, dtype=dtype)
        assert x[0].abs() < 1e-6 and x[-1].abs() < 1e-6
        assert x.sqrt().isnan().equal(x < 0)
        assert not x.clamp(min=0).sqrt().isnan().any()


def test_overlap():
    """Periodic Hann windows of an even length that overlap by half add up to 1, so overlapping stretches restore the
    signal.

    Symmetric windows do not:
    """
    for n in (2, 4, 8, 64):
        x, other = torch.hann_window(n, dtype=F64), torch.hann_window(n, periodic=False, dtype=F64)
        close(x[: n // 2] + x[n // 2 :], torch.ones(n // 2, dtype=F64))
        assert ((other[: n // 2] + other[n // 2 :] - 1).abs() > 1e-3).any()


def test_leaks():
    """A wave that does not complete its cycles leaks into each frequency, since the signal jumps where its end meets
    its start.

    Away from the peak, here at element 30, a window makes the leak small:

    Near the peak of a wave, the Hamming window leaks less than the Hann window; far from it, the Hann window leaks
    less.

    Make a Blackman window, which is narrower than a Hann window and leaks less.

    Far from the peak of a wave, it leaks less than the Hann window, but its peak is wider: the wave of 10 cycles also
    shows at 12:
    """
    for k in (8, 10, 12):
        plain = torch.fft.rfft(wave(k + 0.5)).abs()
        assert plain.min() > 0.5
        assert torch.fft.rfft(wave(k)).abs()[[0, k - 1, k + 1, 32]].max() < 1e-10
        hann, hamming = spectrum(torch.hann_window, k + 0.5), spectrum(torch.hamming_window, k + 0.5)
        blackman = spectrum(torch.blackman_window, k + 0.5)
        assert (hann[k + 5 :] < plain[k + 5 :] / 20).all()
        assert hamming[k + 3] < hann[k + 3] and (hamming[k + 10 :] > hann[k + 10 :]).all()
        assert (blackman[k + 8 : 32] < hann[k + 8 : 32]).all()
        assert spectrum(torch.hann_window, k)[k + 2] < 1e-10 and spectrum(torch.blackman_window, k)[k + 2] > 1
    early = slice(1, 16)
    assert (torch.blackman_window(64)[early] < torch.hann_window(64)[early]).all()


def test_sums():
    """The sum of the window, here half of its length, is the factor by which it lowers the magnitude of a wave.

    Divide by the sum instead of the length to get amplitudes:
    """
    for f, k in itertools.product(WINDOWS, (8, 10, 20)):
        window = f(64, dtype=F64)
        found = torch.fft.rfft(2.5 * wave(k) * window).abs()[k] * 2 / window.sum()
        close(found, torch.tensor(2.5, dtype=F64), atol=1e-3, rtol=0)
    close(torch.hann_window(64, dtype=F64).sum(), torch.tensor(32.0, dtype=F64))


def test_raised_cosines():
    """The window is ``alpha - beta * cos``.

    Without ``beta``, the cosine keeps its height, and another ``alpha`` lifts the window:

    Equal halves give the window of :func:`hann_window`:

    It is a raised cosine that does not reach 0 at its ends:
    """
    for n, alpha, beta in itertools.product((2, 5, 8), (0.54, 0.7), (0.46, 0.3)):
        turns = torch.arange(n, dtype=F64) / n
        close(torch.hamming_window(n, True, alpha, beta, dtype=F64), alpha - beta * torch.cos(2 * math.pi * turns))
        close(torch.hamming_window(n, True, 0.5, 0.5), torch.hann_window(n))
        assert torch.hamming_window(n).min() > 0.07
        lifted = torch.hamming_window(n, True, alpha, dtype=F64) - torch.hamming_window(n, dtype=F64)
        close(lifted, torch.full((n,), alpha - 0.54, dtype=F64))


def test_flat():
    """With ``beta=0`` the window is flat; the larger ``beta``, the narrower the window:

    Without ``beta``, it is 12, which gives a narrow window.

    The shape of the window: 0 is flat, and larger values make it narrower.
    """
    for n in (4, 9, 64):
        assert (torch.kaiser_window(n, True, 0.0) == 1).all()
        close(torch.kaiser_window(n), torch.kaiser_window(n, True, 12.0))
        sums = [torch.kaiser_window(n, True, beta, dtype=F64).sum() for beta in (0.0, 1.0, 5.0, 8.6, 20.0)]
        assert sums == sorted(sums, reverse=True) and len(set(sums)) == 5


def test_arguments():
    """The length is an integer.

    Integer dtypes raise.

    The second argument is ``periodic``, not ``beta`` as in NumPy, so a float there raises, and so does ``beta`` without
    ``periodic``.

    The constant part, about which the cosine swings; it needs ``periodic`` to be passed too.

    The height of the cosine; it needs ``periodic`` and ``alpha`` to be passed too.
    """
    for f in WINDOWS:
        assert raises(f, 4.0) is TypeError
        assert all(raises(f, 4, dtype=dtype) for dtype in INTEGERS)
        assert not any(raises(f, 4, dtype=dtype) for dtype in FLOATS)
    assert raises(torch.kaiser_window, 4, 5.0) is raises(torch.kaiser_window, 4, beta=5.0) is TypeError
    for given in ({"alpha": 0.5}, {"beta": 0.5}, {"periodic": True, "beta": 0.5}, {"alpha": 0.5, "beta": 0.5}):
        assert raises(torch.hamming_window, 4, **given) is TypeError
