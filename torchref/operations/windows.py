"""Windows: weights that let a stretch of a signal fade in and out before its Fourier transform."""

import numpy as np

__all__ = [
    "bartlett_window",
    "blackman_window",
    "hamming_window",
    "hann_window",
    "kaiser_window",
]


def hann_window(window_length, periodic=True, *, dtype=None):
    """Make a Hann window, which fades from 0 to 1 and back.

    A window multiplies a stretch of a signal, so that it starts and ends softly:

    >>> window = torch.hann_window(4)
    >>> window
    tensor([0.0000, 0.5000, 1.0000, 0.5000])
    >>> torch.tensor([7.0, 7.0, 7.0, 7.0]) * window
    tensor([0.0000, 3.5000, 7.0000, 3.5000])

    The default window is periodic, for spectra: it is one period, without the 0 that would start the next. With
    ``periodic=False``, it is symmetric, for filters, as NumPy's ``np.hanning`` is:

    >>> torch.hann_window(5, periodic=False).round(decimals=4)
    tensor([0.0000, 0.5000, 1.0000, 0.5000, 0.0000])

    Periodic Hann windows of an even length that overlap by half add up to 1, so overlapping stretches restore the
    signal. Symmetric windows do not:

    >>> periodic, symmetric = torch.hann_window(8), torch.hann_window(8, periodic=False)
    >>> (periodic[:4] + periodic[4:]).round(decimals=4)
    tensor([1., 1., 1., 1.])
    >>> (symmetric[:4] + symmetric[4:]).round(decimals=4)
    tensor([0.9505, 0.7995, 0.7995, 0.9505])

    A wave that does not complete its cycles leaks into each frequency, since the signal jumps where its end meets its
    start. Away from the peak, here at element 30, a window makes the leak small:

    >>> x = torch.cos(2 * torch.pi * 10.5 * torch.arange(64) / 64)
    >>> plain, windowed = torch.fft.rfft(x).abs(), torch.fft.rfft(x * torch.hann_window(64)).abs()
    >>> plain[30] > 1, windowed[30] < 0.01
    (tensor(True), tensor(True))

    The sum of the window, here half of its length, is the factor by which it lowers the magnitude of a wave. Divide by
    the sum instead of the length to get amplitudes:

    >>> y = 3 * torch.cos(2 * torch.pi * 10 * torch.arange(64) / 64)
    >>> (2 * torch.fft.rfft(y * torch.hann_window(64)).abs() / torch.hann_window(64).sum()).max().round(decimals=4)
    tensor(3.)

    The length is an integer. A duration times a sampling rate is often a float; convert it with ``int()``:

    >>> torch.hann_window(0.5 * 16)
    Traceback (most recent call last):
    TypeError: hann_window(): argument 'window_length' (position 1) must be int, not float
    >>> torch.hann_window(int(0.5 * 16), dtype=torch.float64).shape
    torch.Size([8])

    :param window_length: The number of elements.
    :param periodic: ``False`` makes a symmetric window, which ends as it starts.

    See also: :func:`hamming_window`, :func:`blackman_window`, :func:`kaiser_window`, :func:`fft.rfft`.

    :asked: hann window; hanning window; np.hanning equivalent; window function before fft; spectral leakage; periodic
    or symmetric window; fade in and out of a signal; scipy.signal.get_window hann; cosine window; smooth the ends of a
    signal
    """
    dtype = np.dtype(dtype or np.float32)
    if window_length < 0 or dtype.kind != "f":
        raise ValueError("a window has a size and a dtype of floats")
    size = window_length + 1 if periodic and window_length > 1 else window_length
    return np.hanning(size)[:window_length].astype(dtype)


def hamming_window(window_length, periodic=True, alpha=0.54, beta=0.46, *, dtype=None):
    """Make a Hamming window, which fades from 0.08 to 1 and back.

    It is a raised cosine that does not reach 0 at its ends:

    >>> torch.hamming_window(4)
    tensor([0.0800, 0.5400, 1.0000, 0.5400])

    The default window is periodic, for spectra. With ``periodic=False``, it is symmetric, as NumPy's ``np.hamming`` is:

    >>> torch.hamming_window(5, periodic=False)
    tensor([0.0800, 0.5400, 1.0000, 0.5400, 0.0800])

    The window is ``alpha - beta * cos``. Equal halves give the window of :func:`hann_window`:

    >>> torch.hamming_window(4, periodic=True, alpha=0.5, beta=0.5)
    tensor([0.0000, 0.5000, 1.0000, 0.5000])

    Without ``beta``, the cosine keeps its height, and another ``alpha`` lifts the window:

    >>> torch.hamming_window(4, True, 0.56)
    tensor([0.1000, 0.5600, 1.0200, 0.5600])

    Near the peak of a wave, the Hamming window leaks less than the Hann window; far from it, the Hann window leaks
    less. The peak is at 10.5 here:

    >>> x = torch.cos(2 * torch.pi * 10.5 * torch.arange(64) / 64)
    >>> hann = torch.fft.rfft(x * torch.hann_window(64)).abs()
    >>> hamming = torch.fft.rfft(x * torch.hamming_window(64)).abs()
    >>> hamming[13] < hann[13], hamming[30] < hann[30]
    (tensor(True), tensor(False))

    Integer dtypes raise. Scale and round a window of floats, then convert it:

    >>> torch.hamming_window(4, dtype=torch.int64)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    RuntimeError: hamming_window expects floating point dtypes, got: TensorOptions(dtype=long int, device=cpu, ...
    >>> (100 * torch.hamming_window(4)).round().to(torch.int64)
    tensor([  8,  54, 100,  54])

    :param window_length: The number of elements.
    :param periodic: ``False`` makes a symmetric window, which ends as it starts.
    :param alpha: The constant part, about which the cosine swings; it needs ``periodic`` to be passed too.
    :param beta: The height of the cosine; it needs ``periodic`` and ``alpha`` to be passed too.

    See also: :func:`hann_window`, :func:`blackman_window`, :func:`fft.rfft`.

    :asked: hamming window; np.hamming equivalent; hamming or hann window; window that does not reach zero; mfcc window;
    raised cosine window
    """
    dtype = np.dtype(dtype or np.float32)
    if window_length < 0 or dtype.kind != "f":
        raise ValueError("a window has a size and a dtype of floats")
    size = window_length + 1 if periodic and window_length > 1 else window_length
    turns = np.array(range(window_length)) / max(size - 1, 1)
    window = alpha - beta * np.cos(2 * np.pi * turns) if size > 1 else np.ones(window_length)
    return window.astype(dtype)


def blackman_window(window_length, periodic=True, *, dtype=None):
    """Make a Blackman window, which is narrower than a Hann window and leaks less.

    Its ends are 0 up to rounding, and can be tiny negative values. ``abs()`` and ``round()`` hide these here:

    >>> torch.blackman_window(4).abs().round(decimals=4)
    tensor([0.0000, 0.3400, 1.0000, 0.3400])

    A square root of a negative end is ``nan``. Clamp the window first:

    >>> torch.blackman_window(4).clamp(min=0).sqrt().round(decimals=2)
    tensor([0.0000, 0.5800, 1.0000, 0.5800])

    The default window is periodic, for spectra. With ``periodic=False``, it is symmetric, as NumPy's ``np.blackman``
    is:

    >>> torch.blackman_window(5, periodic=False).abs().round(decimals=4)
    tensor([0.0000, 0.3400, 1.0000, 0.3400, 0.0000])

    Far from the peak of a wave, it leaks less than the Hann window, but its peak is wider: the wave of 10 cycles also
    shows at 12:

    >>> x = torch.cos(2 * torch.pi * 10 * torch.arange(64) / 64)
    >>> hann = torch.fft.rfft(x * torch.hann_window(64)).abs()
    >>> blackman = torch.fft.rfft(x * torch.blackman_window(64)).abs()
    >>> hann[12] < 0.01, blackman[12] > 1
    (tensor(True), tensor(True))

    The length is an integer. Convert a float with ``int()``:

    >>> torch.blackman_window(8.0)
    Traceback (most recent call last):
    TypeError: blackman_window(): argument 'window_length' (position 1) must be int, not float
    >>> torch.blackman_window(int(8.0)).shape
    torch.Size([8])

    :param window_length: The number of elements.
    :param periodic: ``False`` makes a symmetric window, which ends as it starts.

    See also: :func:`hann_window`, :func:`kaiser_window`, :func:`fft.rfft`.

    :asked: blackman window; np.blackman equivalent; window with low side lobes; blackman window slightly negative
    """
    dtype = np.dtype(dtype or np.float32)
    if window_length < 0 or dtype.kind != "f":
        raise ValueError("a window has a size and a dtype of floats")
    size = window_length + 1 if periodic and window_length > 1 else window_length
    return np.blackman(size)[:window_length].astype(dtype)


def bartlett_window(window_length, periodic=True, *, dtype=None):
    """Make a Bartlett window, a triangle from 0 to 1 and back.

    It goes up and down in equal steps:

    >>> torch.bartlett_window(8)
    tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000, 0.7500, 0.5000, 0.2500])

    The default window is periodic, for spectra: it is one period, without the 0 that would start the next. With
    ``periodic=False``, it is symmetric, as NumPy's ``np.bartlett`` is:

    >>> torch.bartlett_window(5, periodic=False, dtype=torch.float64)
    tensor([0.0000, 0.5000, 1.0000, 0.5000, 0.0000], dtype=torch.float64)

    A symmetric window of an even length does not reach 1:

    >>> torch.bartlett_window(4, periodic=False)
    tensor([0.0000, 0.6667, 0.6667, 0.0000])

    The length is an integer. Convert a float with ``int()``:

    >>> torch.bartlett_window(8.0)
    Traceback (most recent call last):
    TypeError: bartlett_window(): argument 'window_length' (position 1) must be int, not float
    >>> torch.bartlett_window(int(8.0)).shape
    torch.Size([8])

    :param window_length: The number of elements.
    :param periodic: ``False`` makes a symmetric window, which ends as it starts.

    See also: :func:`hann_window`, :func:`linspace`, :func:`fft.rfft`.

    :asked: triangular window; bartlett window; np.bartlett equivalent; linear crossfade weights
    """
    dtype = np.dtype(dtype or np.float32)
    if window_length < 0 or dtype.kind != "f":
        raise ValueError("a window has a size and a dtype of floats")
    size = window_length + 1 if periodic and window_length > 1 else window_length
    return np.bartlett(size)[:window_length].astype(dtype)


def kaiser_window(window_length, periodic=True, beta=12.0, *, dtype=None):
    """Make a Kaiser window, whose ``beta`` trades a narrow peak for a small leak.

    With ``beta=0`` the window is flat; the larger ``beta``, the narrower the window:

    >>> torch.kaiser_window(4, periodic=True, beta=0.0)
    tensor([1., 1., 1., 1.])
    >>> torch.kaiser_window(4, periodic=True, beta=5.0)
    tensor([0.0367, 0.5529, 1.0000, 0.5529])

    The default window is periodic, for spectra. With ``periodic=False``, it is symmetric, as NumPy's ``np.kaiser`` is;
    NumPy does not have a default for ``beta``:

    >>> torch.kaiser_window(5, periodic=False, beta=5.0, dtype=torch.float64)
    tensor([0.0367, 0.5529, 1.0000, 0.5529, 0.0367], dtype=torch.float64)

    Without ``beta``, it is 12, which gives a narrow window. Its ends are nearly 0:

    >>> torch.kaiser_window(4)[0] < 1e-4, torch.kaiser_window(5, False)[-1] < 1e-4
    (tensor(True), tensor(True))

    The second argument is ``periodic``, not ``beta`` as in NumPy, so a float there raises, and so does ``beta`` without
    ``periodic``. Pass both:

    >>> torch.kaiser_window(4, 5.0)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: kaiser_window() received an invalid combination of arguments - got (int, float), but expected one of:...
    >>> torch.kaiser_window(4, beta=5.0, periodic=False)
    tensor([0.0367, 0.7753, 0.7753, 0.0367])

    :param window_length: The number of elements.
    :param periodic: ``False`` makes a symmetric window, which ends as it starts.
    :param beta: The shape of the window: 0 is flat, and larger values make it narrower.

    See also: :func:`hann_window`, :func:`blackman_window`, :func:`fft.rfft`.

    :asked: kaiser window; np.kaiser equivalent; window with adjustable side lobes; kaiser window beta
    """
    dtype = np.dtype(dtype or np.float32)
    if window_length < 0 or dtype.kind != "f":
        raise ValueError("a window has a size and a dtype of floats")
    size = window_length + 1 if periodic and window_length > 1 else window_length
    return np.kaiser(size, beta)[:window_length].astype(dtype)
