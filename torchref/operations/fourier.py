"""Fourier transforms: split signals into waves and put them together again, and the frequencies of the elements."""

import numpy as np

SPACE = "fft"
__all__ = [
    "fft",
    "fft2",
    "fftfreq",
    "fftn",
    "fftshift",
    "ifft",
    "ifft2",
    "ifftn",
    "ifftshift",
    "irfft",
    "irfft2",
    "irfftn",
    "rfft",
    "rfft2",
    "rfftfreq",
    "rfftn",
]


def fft(x, n=None, dim=-1, norm=None):
    """Compute the discrete Fourier transform of a signal.

    Element ``k`` of the result measures the wave that completes ``k`` cycles over the signal. This signal is a cosine
    of two cycles, so elements 2 and -2 are not zero:

    >>> x = torch.tensor([1.0, 0.0, -1.0, 0.0, 1.0, 0.0, -1.0, 0.0])
    >>> torch.fft.fft(x).abs()
    tensor([0., 0., 4., 0., 0., 0., 4., 0.])

    The result is complex: ``abs()`` gives the magnitudes and ``angle()`` the phases. Rolling the signal by one sample
    changes the phases and leaves the magnitudes:

    >>> torch.fft.fft(x)[2], torch.fft.fft(x.roll(1))[2]
    (tensor(4.+0.j), tensor(0.-4.j))

    Element 0 is the sum of the signal, not its mean. ``norm="forward"`` divides the result by the length ``n``, and
    ``norm="ortho"`` by its square root:

    >>> y = torch.tensor([1.0, 2.0, 3.0, 4.0])
    >>> torch.fft.fft(y)
    tensor([10.+0.j, -2.+2.j, -2.+0.j, -2.-2.j])
    >>> torch.fft.fft(y, norm="forward")[0], torch.fft.fft(y, norm="ortho")[0]
    (tensor(2.5000+0.j), tensor(5.+0.j))

    ``n`` cuts the signal, or pads it with zeros at the end. Padding gives values at more frequencies of the same
    signal; after padding to twice the length, elements 0, 2, 4 and 6 are those of the transform above:

    >>> torch.fft.fft(y, n=8)[::2]
    tensor([10.+0.j, -2.+2.j, -2.+0.j, -2.-2.j])

    The last dimension is transformed. If the samples follow each other along another dimension, pass it as ``dim``,
    or the result is silently that of other signals. Each column of this matrix is a signal:

    >>> torch.fft.fft(torch.tensor([[1.0, 0.0], [1.0, 0.0]]), dim=0).abs()
    tensor([[2., 0.],
            [0., 0.]])

    ``torch.fft`` is a module, and tensors do not have a method of this name. Call ``torch.fft.fft``:

    >>> torch.fft(y)
    Traceback (most recent call last):
    TypeError: 'module' object is not callable
    >>> y.fft()
    Traceback (most recent call last):
    AttributeError: 'Tensor' object has no attribute 'fft'
    >>> torch.fft.fft(y).shape
    torch.Size([4])

    Integers and bools are converted to the default dtype; NumPy converts them to ``float64``. On the CPU, ``float16``
    and ``bfloat16`` raise. Convert them with ``float()``:

    >>> torch.fft.fft(y.half())
    Traceback (most recent call last):
    RuntimeError: Unsupported dtype Half
    >>> torch.fft.fft(y.half().float()).dtype
    torch.complex64

    The NumPy equivalent multiplies by a matrix with one wave per column. For ``n`` samples, that is ``n²`` products;
    a fast Fourier transform needs on the order of ``n log n``. If a sample is ``inf`` or ``nan``, the results of the two
    differ.

    :param input: The signal, real or complex, or signals along ``dim``.
    :param n: The length of the transform; by default, the size of ``input`` along ``dim``.
    :param norm: ``"backward"`` (the default) does not scale, ``"forward"`` divides by ``n``, and ``"ortho"`` by the
        square root of ``n``.

    See also: :func:`fft.rfft`, :func:`fft.ifft`, :func:`fft.fftfreq`, :func:`fft.fftshift`.

    :asked: discrete fourier transform of a signal; frequency spectrum of a time series; which frequencies are in my
    signal; 'module' object is not callable torch.fft; np.fft.fft equivalent; zero padded fft; fft along another
    dimension; magnitude and phase spectrum; fft of half precision tensor unsupported dtype half; dft as matrix
    multiplication; find the period of a signal
    """
    if x.dtype == np.float16:
        raise TypeError("fft takes no half precision")
    n = x.shape[dim] if n is None else n
    if n < 1:
        raise ValueError("fft takes at least one sample")
    samples = np.moveaxis(x, dim, -1)[..., :n]
    turns = np.outer(np.arange(samples.shape[-1]), np.arange(n)) % n / n
    waves = np.exp(-2j * np.pi * turns)
    scale = {None: 1, "backward": 1, "forward": n, "ortho": np.sqrt(n)}[norm]
    dtype = np.complex128 if x.dtype in (np.float64, np.complex128) else np.complex64
    return np.moveaxis(samples @ waves / scale, -1, dim).astype(dtype)


def ifft(x, n=None, dim=-1, norm=None):
    """Compute a signal from its Fourier transform.

    ``ifft`` undoes ``fft``. The result is complex even if the signal was real; ``.real`` drops imaginary parts, which
    are then zero up to rounding:

    >>> y = torch.tensor([1.0, 2.0, 3.0, 4.0])
    >>> spectrum = torch.fft.fft(y)
    >>> torch.fft.ifft(spectrum).real
    tensor([1., 2., 3., 4.])

    ``<`` and ``>`` raise for complex tensors, and so do most losses. Take ``.real``, or use :func:`fft.rfft` and
    :func:`fft.irfft` for real signals:

    >>> torch.fft.ifft(spectrum) > 2
    Traceback (most recent call last):
    NotImplementedError: "gt_cpu" not implemented for 'ComplexFloat'
    >>> torch.fft.ifft(spectrum).real > 2.5
    tensor([False, False,  True,  True])

    Both calls need the same ``norm``. If they differ, the result is silently scaled:

    >>> torch.fft.ifft(spectrum, norm="ortho").real
    tensor([2., 4., 6., 8.])

    The product of two spectra is the spectrum of the circular convolution, in which the end wraps around to the start.
    For a full convolution, pad both signals to the sum of their lengths minus 1. Here the full convolution of
    ``[1, 2, 3]`` and ``[1, 1]`` has 4 elements:

    >>> a, b = torch.tensor([1.0, 2.0, 3.0]), torch.tensor([1.0, 1.0])
    >>> torch.fft.ifft(torch.fft.fft(a, n=4) * torch.fft.fft(b, n=4)).real
    tensor([1., 3., 5., 3.])

    ``n`` cuts or pads the spectrum at its end, where the negative frequencies are. So ``n`` does not resample a signal:
    every second value below is a sample of ``wave``, but those between do not continue it. For real signals,
    :func:`fft.irfft` resamples:

    >>> wave = torch.tensor([3.0, 2.0, 1.0, 2.0])
    >>> torch.fft.ifft(torch.fft.fft(wave), n=8).real * 2
    tensor([3., 2., 2., 2., 1., 2., 2., 2.])
    >>> torch.fft.irfft(torch.fft.rfft(wave), n=8) * 2
    tensor([3.0000, 2.7071, 2.0000, 1.2929, 1.0000, 1.2929, 2.0000, 2.7071])

    :param input: The spectrum, in the order in which :func:`fft.fft` returns it: not shifted.
    :param n: The length of the result; by default, the size of ``input`` along ``dim``.
    :param norm: ``"backward"`` (the default) divides by ``n``, ``"ortho"`` by the square root of ``n``, and
        ``"forward"`` does not scale.

    See also: :func:`fft.fft`, :func:`fft.irfft`, :func:`fft.ifftshift`.

    :asked: inverse fourier transform; signal from its spectrum; np.fft.ifft equivalent; convolution with fft; fft
    convolution theorem; why is my inverse fft complex; not implemented for 'ComplexFloat'; multiply spectra and
    transform back; circular convolution; ifft returns tiny imaginary parts
    """
    if x.dtype == np.float16:
        raise TypeError("ifft takes no half precision")
    x = x.astype(np.complex64) if x.dtype.kind in "bui" else x
    return np.fft.ifft(x, n, dim, norm)


def rfft(x, n=None, dim=-1, norm=None):
    """Compute the Fourier transform of a real signal, without the half that repeats.

    For a real signal of ``n`` samples, element ``-k`` of the Fourier transform is the conjugate of element ``k``.
    ``rfft`` stops in the middle, after ``n // 2 + 1`` elements:

    >>> x = torch.tensor([1.0, 2.0, 3.0, 4.0])
    >>> torch.fft.fft(x)
    tensor([10.+0.j, -2.+2.j, -2.+0.j, -2.-2.j])
    >>> torch.fft.rfft(x)
    tensor([10.+0.j, -2.+2.j, -2.+0.j])

    Signals of 8 and of 9 samples give 5 elements each, so keep the length for :func:`fft.irfft`. ``n`` cuts the signal
    or pads it with zeros first:

    >>> torch.fft.rfft(torch.ones(8)).shape, torch.fft.rfft(torch.ones(9)).shape
    (torch.Size([5]), torch.Size([5]))
    >>> torch.fft.rfft(x, n=8).shape
    torch.Size([5])

    For a wave that completes its cycles, the amplitude is the magnitude divided by ``n``, times 2 for the other half.
    Element 0, and for an even ``n`` the last one, are not doubled. This signal is 3 plus a cosine of amplitude 2:

    >>> y = torch.tensor([5.0, 3.0, 1.0, 3.0, 5.0, 3.0, 1.0, 3.0])
    >>> amplitudes = torch.fft.rfft(y, norm="forward").abs()
    >>> amplitudes[1:4] *= 2
    >>> amplitudes
    tensor([3., 0., 2., 0., 0.])

    Complex signals raise. Use :func:`fft.fft`, or take ``.real`` if the imaginary parts do not matter:

    >>> torch.fft.rfft(x + 0j)
    Traceback (most recent call last):
    RuntimeError: rfft expects a real input tensor, but got ComplexFloat
    >>> torch.fft.fft(x + 0j).shape
    torch.Size([4])
    >>> torch.fft.rfft((x + 0j).real).shape
    torch.Size([3])

    Code for PyTorch 1.7 and earlier calls ``torch.rfft``, which is gone. Real and imaginary parts in a last dimension
    of size 2, as it returned them, come from ``torch.view_as_real``:

    >>> torch.rfft(x, 1)
    Traceback (most recent call last):
    AttributeError: module 'torch' has no attribute 'rfft'
    >>> torch.view_as_real(torch.fft.rfft(x))
    tensor([[10.,  0.],
            [-2.,  2.],
            [-2.,  0.]])

    :param input: The signal, of a real dtype, or signals along ``dim``.
    :param n: The length to which the signal is cut, or padded with zeros; by default, its size along ``dim``.
    :param norm: ``"backward"`` (the default) does not scale, ``"forward"`` divides by ``n``, and ``"ortho"`` by the
        square root of ``n``.

    See also: :func:`fft.irfft`, :func:`fft.fft`, :func:`fft.rfftfreq`.

    :asked: fft of a real signal; one sided spectrum; module 'torch' has no attribute 'rfft'; torch.rfft removed;
    amplitude of each frequency; rfft expects a real input tensor; difference between fft and rfft; np.fft.rfft
    equivalent; fft output has half the length; positive frequencies without the mirror image; amplitude spectrum of
    audio
    """
    if x.dtype == np.float16:
        raise TypeError("rfft takes no half precision")
    x = x.astype(np.float32) if x.dtype.kind in "bui" else x
    return np.fft.rfft(x, n, dim, norm)


def irfft(x, n=None, dim=-1, norm=None):
    """Compute a real signal from the half of its Fourier transform.

    ``irfft`` undoes :func:`fft.rfft` of the same ``norm``, and its result is real:

    >>> x = torch.tensor([1.0, 2.0, 3.0, 4.0])
    >>> torch.fft.irfft(torch.fft.rfft(x))
    tensor([1., 2., 3., 4.])
    >>> torch.fft.irfft(torch.fft.rfft(x, norm="ortho"), norm="ortho")
    tensor([1., 2., 3., 4.])

    The length of the signal is not in its spectrum; without ``n``, it is taken to be even. For an odd length from 3 on,
    the result silently has one sample less, and other values. Pass the length:

    >>> y = torch.tensor([1.0, 2.0, 3.0, 4.0, 5.0])
    >>> torch.fft.irfft(torch.fft.rfft(y))
    tensor([1.8750, 2.6545, 4.3750, 6.0955])
    >>> torch.fft.irfft(torch.fft.rfft(y), n=len(y)).round(decimals=4)
    tensor([1., 2., 3., 4., 5.])

    A filter changes the spectrum in between. With the fastest wave set to 0, the mean remains of this signal:

    >>> spectrum = torch.fft.rfft(torch.tensor([5.0, 1.0, 5.0, 1.0]))
    >>> spectrum[2] = 0
    >>> torch.fft.irfft(spectrum)
    tensor([3., 3., 3., 3.])

    A longer ``n`` resamples a signal. Since the result is divided by the new length, multiply by the ratio of the
    lengths. For a signal of even length, first halve the last element of the spectrum, if it is not 0 as here.
    Elements 0, 2, 4 and 6 of this result are the samples of ``wave``:

    >>> wave = torch.tensor([3.0, 2.0, 1.0, 2.0])
    >>> torch.fft.irfft(torch.fft.rfft(wave), n=8) * 8 / 4
    tensor([3.0000, 2.7071, 2.0000, 1.2929, 1.0000, 1.2929, 2.0000, 2.7071])

    In the spectrum of a real signal, element 0 is real, and so is the last one if the length is even. Imaginary parts
    there are silently ignored:

    >>> torch.fft.irfft(torch.tensor([4.0 + 9.0j, 0.0, 0.0]))
    tensor([1., 1., 1., 1.])

    A spectrum of one element stands for a signal of one sample, and the even length is then 0. Pass ``n=1``:

    >>> torch.fft.irfft(torch.tensor([7.0 + 0.0j]))
    Traceback (most recent call last):
    RuntimeError: Invalid number of data points (0) specified
    >>> torch.fft.irfft(torch.tensor([7.0 + 0.0j]), n=1)
    tensor([7.])

    :param input: The first half of a spectrum, as :func:`fft.rfft` returns it.
    :param n: The length of the result; by default, twice the size of ``input`` along ``dim`` minus 2.
    :param norm: ``"backward"`` (the default) divides by ``n``, ``"ortho"`` by the square root of ``n``, and
        ``"forward"`` does not scale.

    See also: :func:`fft.rfft`, :func:`fft.ifft`.

    :asked: irfft wrong length for odd input; rfft irfft round trip loses one sample; inverse real fft; low pass filter
    with fft; remove high frequencies from a signal; upsample a signal with fft; np.fft.irfft equivalent; real signal
    from one sided spectrum; invalid number of data points (0) specified; torch.irfft removed
    """
    if x.dtype == np.float16:
        raise TypeError("irfft takes no half precision")
    x = x.astype(np.float32) if x.dtype.kind in "bui" else x
    return np.fft.irfft(x, n, dim, norm)


def fftfreq(n, d=1.0, *, dtype=None):
    """List the frequency of each element of a Fourier transform.

    With the default spacing, the unit is cycles per sample. The first half counts up from 0, and the second half has
    the negative frequencies:

    >>> torch.fft.fftfreq(5)
    tensor([ 0.0000,  0.2000,  0.4000, -0.4000, -0.2000])

    ``d`` is the time from one sample to the next, the inverse of the sampling rate. For 100 samples per second, the
    frequencies are in hertz:

    >>> torch.fft.fftfreq(8, d=1 / 100)
    tensor([  0.0000,  12.5000,  25.0000,  37.5000, -50.0000, -37.5000, -25.0000,
            -12.5000])

    The position of the largest magnitude gives the strongest frequency. This signal repeats after 4 samples at 100
    samples per second, which is 25 hertz. The magnitude at -25 hertz is the same, so ``abs()`` drops the sign:

    >>> x = torch.tensor([1.0, 0.0, -1.0, 0.0, 1.0, 0.0, -1.0, 0.0])
    >>> torch.fft.fftfreq(8, d=1 / 100)[torch.fft.fft(x).abs().argmax()].abs()
    tensor(25.)

    For an even ``n``, the frequency of half the sampling rate is listed as negative, in the middle. In
    :func:`fft.rfftfreq` it is positive:

    >>> torch.fft.fftfreq(4), torch.fft.rfftfreq(4)
    (tensor([ 0.0000,  0.2500, -0.5000, -0.2500]), tensor([0.0000, 0.2500, 0.5000]))

    A plot over these frequencies runs back to the left in the middle. :func:`fft.fftshift` sorts them; shift the
    spectrum in the same way:

    >>> torch.fft.fftshift(torch.fft.fftfreq(4))
    tensor([-0.5000, -0.2500,  0.0000,  0.2500])

    ``n`` is an integer, and the product of a sampling rate and a duration is often a float. Pass the size of the
    signal:

    >>> torch.fft.fftfreq(8 * 0.5)
    Traceback (most recent call last):
    TypeError: fft_fftfreq(): argument 'n' (position 1) must be int, not float
    >>> torch.fft.fftfreq(len(x)).shape
    torch.Size([8])

    :param n: The length of the transform: the number of samples, with the padding.
    :param d: The spacing of the samples; the frequencies are in cycles per unit of ``d``.

    See also: :func:`fft.rfftfreq`, :func:`fft.fft`, :func:`fft.fftshift`, :func:`arange`.

    :asked: frequency axis for fft; frequencies in hertz of fft bins; convert fft index to frequency; np.fft.fftfreq
    equivalent; x axis of spectrum plot; dominant frequency of a signal; sampling rate and fftfreq; negative frequencies
    of fft; frequency of the peak in the spectrum; wave numbers for spectral derivative
    """
    dtype = np.dtype(dtype or np.float32)
    if n < 0 or dtype.kind != "f":
        raise ValueError("fftfreq takes a size and a dtype of floats")
    cycles = [*range((n + 1) // 2), *range(-(n // 2), 0)]
    return (np.array(cycles) / np.float64(n * d)).astype(dtype)


def rfftfreq(n, d=1.0, *, dtype=None):
    """List the frequency of each element of the Fourier transform of a real signal.

    The frequencies go up from 0 to half the sampling rate, in cycles per sample:

    >>> torch.fft.rfftfreq(8)
    tensor([0.0000, 0.1250, 0.2500, 0.3750, 0.5000])

    ``d`` is the time between samples. In this signal, sampled 100 times per second, the strongest wave has 25 hertz:

    >>> x = torch.tensor([1.0, 0.0, -1.0, 0.0, 1.0, 0.0, -1.0, 0.0])
    >>> spectrum = torch.fft.rfft(x)
    >>> torch.fft.rfftfreq(len(x), d=1 / 100)[spectrum.abs().argmax()]
    tensor(25.)

    ``n`` is the length of the signal, not that of the spectrum. From 4 samples on, the length of the spectrum silently
    gives fewer and other frequencies:

    >>> torch.fft.rfftfreq(len(spectrum))
    tensor([0.0000, 0.2000, 0.4000])

    The sizes then differ. Pass the length of the signal:

    >>> spectrum * torch.fft.rfftfreq(len(spectrum))
    Traceback (most recent call last):
    RuntimeError: The size of tensor a (5) must match the size of tensor b (3) at non-singleton dimension 0
    >>> (spectrum * torch.fft.rfftfreq(len(x))).shape
    torch.Size([5])

    The distance of neighboring frequencies is 1 over the duration ``n * d``. A longer recording separates closer frequencies;
    a higher sampling rate reaches higher ones:

    >>> torch.fft.rfftfreq(4, d=1 / 100), torch.fft.rfftfreq(4, d=1 / 200)
    (tensor([ 0., 25., 50.]), tensor([  0.,  50., 100.]))

    For an odd ``n``, the last frequency is less than half the sampling rate:

    >>> torch.fft.rfftfreq(5)
    tensor([0.0000, 0.2000, 0.4000])

    :param n: The length of the signal: the number of samples, with the padding.
    :param d: The spacing of the samples; the frequencies are in cycles per unit of ``d``.

    See also: :func:`fft.rfft`, :func:`fft.fftfreq`, :func:`linspace`.

    :asked: frequency axis for rfft; frequencies of one sided spectrum in hz; np.fft.rfftfreq equivalent; frequency
    resolution of fft; nyquist frequency; bin width of fft; frequencies from 0 to half the sampling rate
    """
    dtype = np.dtype(dtype or np.float32)
    if n < 0 or dtype.kind != "f":
        raise ValueError("rfftfreq takes a size and a dtype of floats")
    return (np.array(range(n // 2 + 1)) / np.float64(n * d)).astype(dtype)


def fftshift(x, dim=None):
    """Move frequency 0 of a Fourier transform to the middle.

    ``fftshift`` moves elements and computes no values. Applied to frequencies, it sorts them:

    >>> frequencies = torch.fft.fftfreq(5) * 5
    >>> frequencies
    tensor([ 0.,  1.,  2., -2., -1.])
    >>> torch.fft.fftshift(frequencies)
    tensor([-2., -1.,  0.,  1.,  2.])

    Before plotting, shift the spectrum and its frequencies in the same way:

    >>> x = torch.tensor([3.0, 2.0, 1.0, 2.0])
    >>> torch.fft.fftshift(torch.fft.fft(x).abs())
    tensor([0., 2., 8., 2.])

    Without ``dim``, each dimension is shifted, the batch too. Here each row holds a spectrum, and the rows silently
    change places; with ``dim=-1`` they stay:

    >>> batch = torch.tensor([[0, 1, -2, -1], [10, 11, 8, 9]])
    >>> torch.fft.fftshift(batch)
    tensor([[ 8,  9, 10, 11],
            [-2, -1,  0,  1]])
    >>> torch.fft.fftshift(batch, dim=-1)
    tensor([[-2, -1,  0,  1],
            [ 8,  9, 10, 11]])

    :func:`fft.ifft` and :func:`fft.fftfreq` do not shift. Undo the shift with :func:`fft.ifftshift`. A second
    ``fftshift`` undoes it for even sizes, but not for odd ones from 3 on:

    >>> torch.fft.fftshift(torch.fft.fftshift(frequencies))
    tensor([ 1.,  2., -2., -1.,  0.])
    >>> torch.fft.ifftshift(torch.fft.fftshift(frequencies))
    tensor([ 0.,  1.,  2., -2., -1.])

    ``fftshift`` is a function in ``torch.fft``, not a method. Call it there:

    >>> x.fftshift()
    Traceback (most recent call last):
    AttributeError: 'Tensor' object has no attribute 'fftshift'
    >>> torch.fft.fftshift(x)
    tensor([1., 2., 3., 2.])

    :param dim: The dimension to shift, or a tuple of dimensions; without it, each dimension is shifted.

    See also: :func:`fft.ifftshift`, :func:`fft.fftfreq`, :func:`roll`.

    :asked: center the spectrum; zero frequency in the middle; np.fft.fftshift equivalent; plot fft with negative
    frequencies on the left; low frequencies are in the corners of 2d fft image; swap halves of a tensor; fftshift on
    a batch of images; sort spectrum by frequency
    """
    dims = tuple(range(x.ndim)) if dim is None else dim if isinstance(dim, tuple) else (dim,)
    if not dims:
        raise ValueError("fftshift takes at least one dimension")
    return np.roll(x, [x.shape[d] // 2 for d in dims], dims)


def ifftshift(x, dim=None):
    """Move frequency 0 from the middle back to the front: undo ``fftshift``.

    :func:`fft.ifft` expects frequency 0 in front. A mask drawn around the middle therefore goes through ``ifftshift``
    before it filters an unshifted spectrum:

    >>> mask = torch.tensor([False, True, True, True, False])
    >>> torch.fft.ifftshift(mask)
    tensor([ True,  True, False, False,  True])

    For an odd size from 3 on, ``fftshift`` in its place silently keeps other frequencies:

    >>> torch.fft.fftshift(mask)
    tensor([ True, False, False,  True,  True])

    A kernel centered in its image works in the same way. Unshifted, it would move the result of the convolution by
    2 samples; after ``ifftshift``, the signal stays where it is:

    >>> signal, kernel = torch.tensor([9.0, 0.0, 0.0, 0.0]), torch.tensor([0.0, 0.0, 1.0, 0.0])
    >>> torch.fft.ifft(torch.fft.fft(signal) * torch.fft.fft(kernel)).real
    tensor([0., 0., 9., 0.])
    >>> torch.fft.ifft(torch.fft.fft(signal) * torch.fft.fft(torch.fft.ifftshift(kernel))).real
    tensor([9., 0., 0., 0.])

    Without ``dim``, each dimension is shifted. ``dim`` names those to shift, ``dim=(-2, -1)`` for a batch of images:

    >>> x = torch.arange(6).reshape(2, 3)
    >>> torch.fft.ifftshift(x, dim=-1), torch.fft.ifftshift(x, dim=(-2, -1))
    (tensor([[1, 2, 0],
            [4, 5, 3]]), tensor([[4, 5, 3],
            [1, 2, 0]]))

    NumPy calls this argument ``axes``, and torch does not accept that name. Write ``dim``:

    >>> torch.fft.ifftshift(x, axes=-1)
    Traceback (most recent call last):
    TypeError: fft_ifftshift() got an unexpected keyword argument 'axes'
    >>> torch.fft.ifftshift(x, dim=-1).shape
    torch.Size([2, 3])

    :param dim: The dimension to shift, or a tuple of dimensions; without it, each dimension is shifted.

    See also: :func:`fft.fftshift`, :func:`fft.ifft`, :func:`roll`.

    :asked: undo fftshift; inverse of fftshift; np.fft.ifftshift equivalent; difference between fftshift and ifftshift;
    centered filter before ifft; move center of kernel to the corner
    """
    dims = tuple(range(x.ndim)) if dim is None else dim if isinstance(dim, tuple) else (dim,)
    if not dims:
        raise ValueError("ifftshift takes at least one dimension")
    return np.roll(x, [-(x.shape[d] // 2) for d in dims], dims)


def fft2(x, s=None, dim=(-2, -1), norm=None):
    """Compute the two-dimensional Fourier transform of an image.

    Element ``[i, j]`` of the result measures the pattern of ``i`` cycles down and ``j`` cycles across. Here, 2 cycles go
    across:

    >>> stripes = torch.tensor([[1.0, -1.0, 1.0, -1.0], [1.0, -1.0, 1.0, -1.0]])
    >>> torch.fft.fft2(stripes).abs()
    tensor([[0., 0., 8., 0.],
            [0., 0., 0., 0.]])

    ``fft2`` is :func:`fft.fft` along one of the two dimensions and then along the other:

    >>> x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    >>> torch.fft.fft2(x).real, torch.fft.fft(torch.fft.fft(x, dim=-1), dim=-2).real
    (tensor([[10., -2.],
            [-4.,  0.]]), tensor([[10., -2.],
            [-4.,  0.]]))

    The corner ``[0, 0]`` holds the sum of the image; ``norm="forward"`` turns it into the mean. To move it to the center
    of the images of a batch, shift the last two dimensions:

    >>> torch.fft.fft2(x, norm="forward")[0, 0]
    tensor(2.5000+0.j)
    >>> torch.fft.fftshift(torch.fft.fft2(x), dim=(-2, -1)).real
    tensor([[ 0., -4.],
            [-2., 10.]])

    The last two dimensions are transformed, which suits a batch of shape ``(N, C, H, W)``. For an image of shape
    ``(H, W, C)``, they are the width and the channels, and the result silently mixes channels. Pass ``dim=(0, 1)``:

    >>> image = torch.ones(8, 4, 4)
    >>> torch.fft.fft2(image)[0, 0].real, torch.fft.fft2(image, dim=(0, 1))[0, 0].real
    (tensor([16.,  0.,  0.,  0.]), tensor([32., 32., 32., 32.]))

    ``s`` cuts each dimension to a size or pads it with zeros, and has as many sizes as ``dim`` has dimensions. For one
    dimension, pass it as ``dim``:

    >>> torch.fft.fft2(x, s=(4,))
    Traceback (most recent call last):
    RuntimeError: When given, dim and shape arguments must have the same length
    >>> torch.fft.fft2(x, s=(4, 4)).shape, torch.fft.fft2(x, s=(4,), dim=(-1,)).shape
    (torch.Size([4, 4]), torch.Size([2, 4]))

    A 1-d signal does not have a dimension ``-2``. Use :func:`fft.fft`:

    >>> torch.fft.fft2(torch.ones(4))
    Traceback (most recent call last):
    IndexError: Dimension out of range (expected to be in range of [-1, 0], but got -2)
    >>> torch.fft.fft(torch.ones(4)).shape
    torch.Size([4])

    :param input: An image, real or complex, or a batch of them.
    :param s: The sizes to which the dimensions ``dim`` are cut or padded; by default, they keep their sizes.
    :param dim: The two dimensions to transform.
    :param norm: ``"backward"`` (the default) does not scale, ``"forward"`` divides by the number of elements that are
        transformed together, and ``"ortho"`` by its square root.

    See also: :func:`fft.ifft2`, :func:`fft.rfft2`, :func:`fft.fftn`, :func:`fft.fft`.

    :asked: 2d fourier transform of an image; fft of an image; np.fft.fft2 equivalent; spatial frequencies of an image;
    fft over height and width; 2d fft of a batch of images; power spectrum of an image
    """
    dims, s = ((one,) if isinstance(one, int) else one for one in (dim, s))
    if x.dtype == np.float16 or len({d % x.ndim for d in dims}) < len(dims):
        raise ValueError("fft2 takes no half precision and no dimension twice")
    x = x.astype(np.complex128 if x.dtype in (np.float64, np.complex128) else np.complex64)
    return np.fft.fft2(x, s, dims, norm)


def ifft2(x, s=None, dim=(-2, -1), norm=None):
    """Compute an image from its two-dimensional Fourier transform.

    ``ifft2`` undoes :func:`fft.fft2` of the same ``norm``. The result is complex; for a real image, ``.real`` drops
    imaginary parts that are zero up to rounding:

    >>> x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    >>> torch.fft.ifft2(torch.fft.fft2(x)).real
    tensor([[1., 2.],
            [3., 4.]])
    >>> torch.fft.ifft2(torch.fft.fft2(x, norm="ortho"), norm="ortho").real
    tensor([[1., 2.],
            [3., 4.]])

    A filter multiplies the spectrum in between. With element ``[0, 0]`` alone, the mean remains:

    >>> keep = torch.tensor([[1.0, 0.0], [0.0, 0.0]])
    >>> torch.fft.ifft2(torch.fft.fft2(x) * keep).real
    tensor([[2.5000, 2.5000],
            [2.5000, 2.5000]])

    ``ifft2`` expects frequency 0 in the corner. A spectrum that was shifted for a plot or a mask silently gives an image
    of alternating signs, here for even sizes. Undo the shift first:

    >>> shifted = torch.fft.fftshift(torch.fft.fft2(x))
    >>> torch.fft.ifft2(shifted).real
    tensor([[ 1., -2.],
            [-3.,  4.]])
    >>> torch.fft.ifft2(torch.fft.ifftshift(shifted)).real
    tensor([[1., 2.],
            [3., 4.]])

    Pass the ``dim`` of the transform again, or other dimensions are transformed back. ``s`` cuts or pads the spectrum
    at its end, where the negative frequencies are:

    >>> image = torch.ones(4, 4, 3)
    >>> torch.fft.ifft2(torch.fft.fft2(image, dim=(0, 1)), dim=(0, 1)).real.equal(image)
    True
    >>> torch.fft.ifft2(torch.fft.fft2(x), s=(1, 2)).real
    tensor([[4., 6.]])

    ``<`` and ``>`` raise for complex tensors. Take ``.real``:

    >>> torch.fft.ifft2(torch.fft.fft2(x)) > 2.5
    Traceback (most recent call last):
    NotImplementedError: "gt_cpu" not implemented for 'ComplexFloat'
    >>> torch.fft.ifft2(torch.fft.fft2(x)).real > 2.5
    tensor([[False, False],
            [ True,  True]])

    :param input: The spectrum of an image, not shifted, or a batch of spectra.
    :param s: The sizes to which the spectrum is cut or padded; by default, it keeps its sizes.
    :param dim: The two dimensions to transform.
    :param norm: ``"backward"`` (the default) divides by the number of elements that are transformed together,
        ``"ortho"`` by its square root, and ``"forward"`` does not scale.

    See also: :func:`fft.fft2`, :func:`fft.irfft2`, :func:`fft.ifftn`, :func:`fft.ifftshift`.

    :asked: inverse 2d fourier transform; image from its spectrum; np.fft.ifft2 equivalent; filter an image in the
    frequency domain; checkerboard of signs after inverse fft; blur an image with fft
    """
    dims, s = ((one,) if isinstance(one, int) else one for one in (dim, s))
    if x.dtype == np.float16 or len({d % x.ndim for d in dims}) < len(dims):
        raise ValueError("ifft2 takes no half precision and no dimension twice")
    x = x.astype(np.complex128 if x.dtype in (np.float64, np.complex128) else np.complex64)
    return np.fft.ifft2(x, s, dims, norm)


def rfft2(x, s=None, dim=(-2, -1), norm=None):
    """Compute the Fourier transform of a real image, without the half that repeats.

    The result has the first ``W // 2 + 1`` columns of :func:`fft.fft2`; for a real image, the others are conjugates of
    these:

    >>> x = torch.tensor([[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]])
    >>> torch.fft.fft2(x).real
    tensor([[ 36.,  -4.,  -4.,  -4.],
            [-16.,   0.,   0.,   0.]])
    >>> torch.fft.rfft2(x).real
    tensor([[ 36.,  -4.,  -4.],
            [-16.,   0.,   0.]])

    The last dimension of ``dim`` is halved, and the other one keeps its size. ``s`` cuts or pads the image first:

    >>> image = torch.ones(6, 8)
    >>> torch.fft.rfft2(image).shape, torch.fft.rfft2(image, dim=(1, 0)).shape
    (torch.Size([6, 5]), torch.Size([4, 8]))
    >>> torch.fft.rfft2(image, s=(16, 16)).shape
    torch.Size([16, 9])

    The rows have the frequencies of :func:`fft.fftfreq`, and the columns those of :func:`fft.rfftfreq`. To plot the
    result, shift the rows alone:

    >>> torch.fft.fftshift(torch.fft.rfft2(x, norm="forward"), dim=-2).real
    tensor([[-2.0000,  0.0000,  0.0000],
            [ 4.5000, -0.5000, -0.5000]])

    Complex images raise. Use :func:`fft.fft2`:

    >>> torch.fft.rfft2(x + 0j)
    Traceback (most recent call last):
    RuntimeError: rfftn expects a real-valued input tensor, but got ComplexFloat
    >>> torch.fft.fft2(x + 0j).shape
    torch.Size([2, 4])

    :param input: An image of a real dtype, or a batch of them.
    :param s: The sizes to which the image is cut or padded; by default, it keeps its sizes.
    :param dim: The two dimensions to transform; the second one is halved.
    :param norm: ``"backward"`` (the default) does not scale, ``"forward"`` divides by the number of elements that are
        transformed together, and ``"ortho"`` by its square root.

    See also: :func:`fft.irfft2`, :func:`fft.fft2`, :func:`fft.rfftn`, :func:`fft.rfftfreq`.

    :asked: 2d fft of a real image; np.fft.rfft2 equivalent; half spectrum of an image; fourier neural operator rfft2;
    why does rfft2 return fewer columns; fftshift after rfft2
    """
    dims, s = ((one,) if isinstance(one, int) else one for one in (dim, s))
    if x.dtype == np.float16 or len({d % x.ndim for d in dims}) < len(dims):
        raise ValueError("rfft2 takes no half precision and no dimension twice")
    x = x.astype(np.float32) if x.dtype.kind in "bui" else x
    return np.fft.rfft2(x, s, dims, norm)


def irfft2(x, s=None, dim=(-2, -1), norm=None):
    """Compute a real image from the half of its Fourier transform.

    ``irfft2`` undoes :func:`fft.rfft2` of the same ``norm``. Pass the size of the image as ``s``:

    >>> x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    >>> torch.fft.irfft2(torch.fft.rfft2(x), s=x.shape).round(decimals=4)
    tensor([[1., 2., 3.],
            [4., 5., 6.]])

    Without ``s``, the width is taken to be even. For an odd width from 3 on, the result silently has one column less
    and other values:

    >>> torch.fft.irfft2(torch.fft.rfft2(x)).shape
    torch.Size([2, 2])

    A larger ``s`` enlarges an image along the halved dimension. Multiply by the ratio of the sizes. For an even width,
    first halve the last column of the spectrum, if it is not 0 as here. Columns 0, 2, 4 and 6 are those of ``row``:

    >>> row = torch.tensor([[3.0, 2.0, 1.0, 2.0]])
    >>> torch.fft.irfft2(torch.fft.rfft2(row), s=(1, 8)) * 2
    tensor([[3.0000, 2.7071, 2.0000, 1.2929, 1.0000, 1.2929, 2.0000, 2.7071]])

    For an image of shape ``(H, W, C)``, pass the same ``dim`` to both calls, and the two sizes:

    >>> image = torch.ones(4, 5, 3)
    >>> half = torch.fft.rfft2(image, dim=(0, 1), norm="ortho")
    >>> torch.fft.irfft2(half, s=(4, 5), dim=(0, 1), norm="ortho").shape
    torch.Size([4, 5, 3])

    ``s`` has one size for each dimension of ``dim``, so the shape of a whole batch raises. Cut it to the last two sizes:

    >>> batch = torch.ones(8, 4, 5)
    >>> torch.fft.irfft2(torch.fft.rfft2(batch), s=batch.shape)
    Traceback (most recent call last):
    RuntimeError: When given, dim and shape arguments must have the same length
    >>> torch.fft.irfft2(torch.fft.rfft2(batch), s=batch.shape[-2:]).shape
    torch.Size([8, 4, 5])

    :param input: The first half of the spectrum of an image, as :func:`fft.rfft2` returns it, or a batch of them.
    :param s: The size of the image; by default, the width is twice that of ``input`` minus 2.
    :param dim: The two dimensions to transform; the second one was halved.
    :param norm: ``"backward"`` (the default) divides by the number of elements of the image, ``"ortho"`` by its square
        root, and ``"forward"`` does not scale.

    See also: :func:`fft.rfft2`, :func:`fft.ifft2`, :func:`fft.irfftn`.

    :asked: inverse of rfft2; irfft2 returns wrong width; np.fft.irfft2 equivalent; real image from half spectrum; one
    column lost after rfft2 and irfft2; fourier layer irfft2 output size
    """
    dims, s = ((one,) if isinstance(one, int) else one for one in (dim, s))
    if x.dtype == np.float16 or len({d % x.ndim for d in dims}) < len(dims):
        raise ValueError("irfft2 takes no half precision and no dimension twice")
    x = x.astype(np.complex64) if x.dtype.kind in "bui" else x
    return np.fft.irfft2(x, s, dims, norm)


def fftn(x, s=None, dim=None, norm=None):
    """Compute the Fourier transform along several dimensions.

    Each dimension is transformed in turn, as by :func:`fft.fft`. For a matrix, that is :func:`fft.fft2`:

    >>> x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    >>> torch.fft.fftn(x).real
    tensor([[10., -2.],
            [-4.,  0.]])

    Without ``dim``, the dimension of the batch is silently transformed too, and the samples are mixed. Pass the
    dimensions of one sample. Here each sample holds ones, so its element 0 is their sum:

    >>> batch = torch.ones(2, 2, 2)
    >>> torch.fft.fftn(batch)[:, 0, 0].real, torch.fft.fftn(batch, dim=(1, 2))[:, 0, 0].real
    (tensor([8., 0.]), tensor([4., 4.]))

    ``s`` cuts or pads dimensions. Without ``dim``, it also selects them: as many as it has sizes, from the last one:

    >>> torch.fft.fftn(batch, s=(4,)).shape, torch.fft.fftn(batch, s=(4, 4)).shape
    (torch.Size([2, 2, 4]), torch.Size([2, 4, 4]))

    ``norm="forward"`` divides by the number of elements that are transformed together, so element 0 is their mean:

    >>> torch.fft.fftn(x, norm="forward")[0, 0]
    tensor(2.5000+0.j)

    A dimension may occur once. Counted from the other end, it is still the same one:

    >>> torch.fft.fftn(x, dim=(1, -1))
    Traceback (most recent call last):
    RuntimeError: FFT dims must be unique
    >>> torch.fft.fftn(x, dim=(0, -1)).shape
    torch.Size([2, 2])

    :param input: A tensor, real or complex.
    :param s: The sizes to which the dimensions are cut or padded; ``-1`` keeps a size.
    :param dim: The dimensions to transform; by default, the last ``len(s)``, or without ``s`` each of them.
    :param norm: ``"backward"`` (the default) does not scale, ``"forward"`` divides by the number of elements that are
        transformed together, and ``"ortho"`` by its square root.

    See also: :func:`fft.ifftn`, :func:`fft.rfftn`, :func:`fft.fft2`, :func:`fft.fft`.

    :asked: n-dimensional fourier transform; 3d fft of a volume; np.fft.fftn equivalent; fft over several dimensions;
    difference between fft2 and fftn; fftn transforms the batch dimension
    """
    dims, s = ((one,) if isinstance(one, int) else one for one in (dim, s))
    dims = tuple(range(-(x.ndim if s is None else len(s)), 0)) if dims is None else dims
    if x.dtype == np.float16 or len({d % x.ndim for d in dims}) < len(dims):
        raise ValueError("fftn takes no half precision and no dimension twice")
    x = x.astype(np.complex128 if x.dtype in (np.float64, np.complex128) else np.complex64)
    return np.fft.fftn(x, s, dims, norm)


def ifftn(x, s=None, dim=None, norm=None):
    """Undo the Fourier transform along several dimensions.

    Each dimension is transformed back, as by :func:`fft.ifft`. The result is complex; for a real tensor, ``.real`` drops
    imaginary parts that are zero up to rounding:

    >>> x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    >>> torch.fft.ifftn(torch.fft.fftn(x)).real
    tensor([[1., 2.],
            [3., 4.]])

    Both calls need the same ``dim`` and the same ``norm``. Without ``dim``, this call silently transforms back a
    dimension that was not transformed:

    >>> spectrum = torch.fft.fftn(x, dim=(1,), norm="ortho")
    >>> torch.fft.ifftn(spectrum, norm="ortho").real.round(decimals=4)
    tensor([[ 2.8284,  4.2426],
            [-1.4142, -1.4142]])
    >>> torch.fft.ifftn(spectrum, dim=(1,), norm="ortho").real.round(decimals=4)
    tensor([[1., 2.],
            [3., 4.]])

    ``s`` cuts or pads the spectrum at its end, where the negative frequencies are:

    >>> torch.fft.ifftn(torch.fft.fftn(x), s=(1, 2)).real
    tensor([[4., 6.]])

    ``<`` and ``>`` raise for complex tensors. Take ``.real``, or use :func:`fft.irfftn`:

    >>> torch.fft.ifftn(torch.fft.fftn(x)) > 2.5
    Traceback (most recent call last):
    NotImplementedError: "gt_cpu" not implemented for 'ComplexFloat'
    >>> torch.fft.irfftn(torch.fft.rfftn(x)) > 2.5
    tensor([[False, False],
            [ True,  True]])

    :param input: A spectrum, not shifted.
    :param s: The sizes to which the spectrum is cut or padded; ``-1`` keeps a size.
    :param dim: The dimensions to transform; by default, the last ``len(s)``, or without ``s`` each of them.
    :param norm: ``"backward"`` (the default) divides by the number of elements that are transformed together,
        ``"ortho"`` by its square root, and ``"forward"`` does not scale.

    See also: :func:`fft.fftn`, :func:`fft.irfftn`, :func:`fft.ifft2`.

    :asked: inverse n-dimensional fourier transform; inverse 3d fft; np.fft.ifftn equivalent; undo fftn
    """
    dims, s = ((one,) if isinstance(one, int) else one for one in (dim, s))
    dims = tuple(range(-(x.ndim if s is None else len(s)), 0)) if dims is None else dims
    if x.dtype == np.float16 or len({d % x.ndim for d in dims}) < len(dims):
        raise ValueError("ifftn takes no half precision and no dimension twice")
    x = x.astype(np.complex128 if x.dtype in (np.float64, np.complex128) else np.complex64)
    return np.fft.ifftn(x, s, dims, norm)


def rfftn(x, s=None, dim=None, norm=None):
    """Compute the Fourier transform of a real tensor along several dimensions.

    The last of the dimensions is halved: of its size ``n``, ``n // 2 + 1`` elements remain, as in :func:`fft.rfft`:

    >>> x = torch.tensor([[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]])
    >>> torch.fft.rfftn(x).real
    tensor([[ 36.,  -4.,  -4.],
            [-16.,   0.,   0.]])

    The order of ``dim`` says which dimension is halved. For volumes in a batch, pass the last three dimensions:

    >>> volumes = torch.ones(2, 4, 6, 8)
    >>> torch.fft.rfftn(volumes, dim=(-3, -2, -1)).shape, torch.fft.rfftn(volumes, dim=(-1, -2, -3)).shape
    (torch.Size([2, 4, 6, 5]), torch.Size([2, 3, 6, 8]))

    Without ``dim``, each dimension is transformed, the batch too. ``s`` alone selects as many dimensions as it has
    sizes, from the last one:

    >>> torch.fft.rfftn(volumes, s=(4, 6, 8), norm="forward")[:, 0, 0, 0].real
    tensor([1., 1.])

    Complex tensors raise. Use :func:`fft.fftn`:

    >>> torch.fft.rfftn(x + 0j)
    Traceback (most recent call last):
    RuntimeError: rfftn expects a real-valued input tensor, but got ComplexFloat
    >>> torch.fft.fftn(x + 0j).shape
    torch.Size([2, 4])

    :param input: A tensor of a real dtype.
    :param s: The sizes to which the dimensions are cut or padded; ``-1`` keeps a size.
    :param dim: The dimensions to transform, of which the last is halved; by default, the last ``len(s)``, or without
        ``s`` each of them.
    :param norm: ``"backward"`` (the default) does not scale, ``"forward"`` divides by the number of elements that are
        transformed together, and ``"ortho"`` by its square root.

    See also: :func:`fft.irfftn`, :func:`fft.fftn`, :func:`fft.rfft2`.

    :asked: n-dimensional fft of real input; 3d fft of a real volume; np.fft.rfftn equivalent; which dimension does
    rfftn halve
    """
    dims, s = ((one,) if isinstance(one, int) else one for one in (dim, s))
    dims = tuple(range(-(x.ndim if s is None else len(s)), 0)) if dims is None else dims
    if x.dtype == np.float16 or len({d % x.ndim for d in dims}) < len(dims):
        raise ValueError("rfftn takes no half precision and no dimension twice")
    x = x.astype(np.float32) if x.dtype.kind in "bui" else x
    return np.fft.rfftn(x, s, dims, norm)


def irfftn(x, s=None, dim=None, norm=None):
    """Compute a real tensor from its half Fourier transform along several dimensions.

    ``irfftn`` undoes :func:`fft.rfftn` of the same ``dim`` and ``norm``. Pass the shape as ``s``:

    >>> x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    >>> torch.fft.irfftn(torch.fft.rfftn(x), s=x.shape).round(decimals=4)
    tensor([[1., 2., 3.],
            [4., 5., 6.]])

    Without ``s``, the size of the halved dimension is taken to be even. For an odd size from 3 on, the result silently
    has one element less along it and other values:

    >>> torch.fft.irfftn(torch.fft.rfftn(x)).shape
    torch.Size([2, 2])

    For volumes in a batch, ``dim`` names the last three dimensions, and ``s`` has their sizes:

    >>> volumes = torch.ones(2, 4, 6, 7)
    >>> half = torch.fft.rfftn(volumes, dim=(-3, -2, -1), norm="ortho")
    >>> torch.fft.irfftn(half, s=(4, 6, 7), dim=(-3, -2, -1), norm="ortho").shape
    torch.Size([2, 4, 6, 7])

    ``s`` has one size for each dimension of ``dim``. Take the sizes of these dimensions:

    >>> torch.fft.irfftn(half, s=volumes.shape, dim=(-3, -2, -1))
    Traceback (most recent call last):
    RuntimeError: When given, dim and shape arguments must have the same length
    >>> torch.fft.irfftn(half, s=volumes.shape[-3:], dim=(-3, -2, -1)).shape
    torch.Size([2, 4, 6, 7])

    :param input: The first half of a spectrum, as :func:`fft.rfftn` returns it.
    :param s: The shape of the result along ``dim``; by default, the size of the halved dimension is twice that of
        ``input`` minus 2.
    :param dim: The dimensions to transform, of which the last was halved; by default, the last ``len(s)``, or without
        ``s`` each of them.
    :param norm: ``"backward"`` (the default) divides by the number of elements that are transformed together,
        ``"ortho"`` by its square root, and ``"forward"`` does not scale.

    See also: :func:`fft.rfftn`, :func:`fft.ifftn`, :func:`fft.irfft2`.

    :asked: inverse of rfftn; np.fft.irfftn equivalent; real volume from half spectrum; shape after rfftn and irfftn
    differs
    """
    dims, s = ((one,) if isinstance(one, int) else one for one in (dim, s))
    dims = tuple(range(-(x.ndim if s is None else len(s)), 0)) if dims is None else dims
    if x.dtype == np.float16 or len({d % x.ndim for d in dims}) < len(dims):
        raise ValueError("irfftn takes no half precision and no dimension twice")
    x = x.astype(np.complex64) if x.dtype.kind in "bui" else x
    return np.fft.irfftn(x, s, dims, norm)
