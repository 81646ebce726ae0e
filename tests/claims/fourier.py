"""What the topic Fourier transforms says of more cases than it shows, each tried on a table of cases; the docstring is
the sentence.
"""

import itertools
import math

import numpy as np
import torch

from tests.claims.inputs import COMPLEX, DTYPES, INTEGERS, SEEDS, drawn, raises, raises_any, special
from torchref.operations.fourier import fft

HALF = (torch.float16, torch.bfloat16)
LENGTHS = (1, 2, 3, 4, 5, 8, 9, 31)
close = torch.testing.assert_close


def near(actual, expected):
    close(actual, expected, atol=1e-9, rtol=1e-9)


def cosine(n, cycles, phase=0.0):
    return torch.cos(2 * math.pi * cycles * torch.arange(n, dtype=torch.float64) / n + phase)


def test_waves():
    """Compute the discrete Fourier transform of a signal.

    Element ``k`` of the result measures the wave that completes ``k`` cycles over the signal.

    The result is complex: ``abs()`` gives the magnitudes and ``angle()`` the phases.
    """
    for n, seed in itertools.product(LENGTHS, SEEDS):
        x = drawn(n, seed=seed)
        waves = torch.exp(-2j * math.pi * torch.outer(torch.arange(n), torch.arange(n)).double() / n)
        near(torch.fft.fft(x), (x + 0j) @ waves)
        assert torch.fft.fft(x).is_complex()
    for k, phase in itertools.product((1, 2, 3), (0, 0.5, -2)):
        found = torch.fft.fft(cosine(8, k, phase))
        near(found.abs(), torch.tensor([4.0 * (i in (k, 8 - k)) for i in range(8)], dtype=torch.float64))
        near(found[k].angle(), torch.tensor(phase, dtype=torch.float64))


def test_not_finite():
    """If a sample is ``inf`` or ``nan``, the results of the two differ."""
    for value in (math.inf, math.nan):
        x = np.array([1, value, 0, 0])
        with np.errstate(invalid="ignore"):
            found = fft(x)
        assert not torch.equal(
            torch.view_as_real(torch.from_numpy(found)).isnan(),
            torch.view_as_real(torch.fft.fft(torch.from_numpy(x))).isnan(),
        )


def test_roll():
    """Rolling the signal by one sample changes the phases and leaves the magnitudes:"""
    for n, shift in itertools.product((4, 5, 8), (1, 2)):
        x = drawn(n)
        one, other = torch.fft.fft(x), torch.fft.fft(x.roll(shift))
        near(other.abs(), one.abs())
        assert not torch.allclose(one, other)


def test_norms():
    """Element 0 is the sum of the signal, not its mean.

    ``norm="forward"`` divides the result by the length ``n``, and ``norm="ortho"`` by its square root:

    ``"backward"`` (the default) does not scale, ``"forward"`` divides by ``n``, and ``"ortho"`` by the square root of
    ``n``.

    ``"backward"`` (the default) divides by ``n``, ``"ortho"`` by the square root of ``n``, and ``"forward"`` does not
    scale.

    Both calls need the same ``norm``.

    If they differ, the result is silently scaled:
    """
    pairs = ((torch.fft.fft, torch.fft.ifft), (torch.fft.rfft, torch.fft.irfft))
    for n, (there, back) in itertools.product(LENGTHS, pairs):
        x = drawn(n)
        plain = there(x)
        near(plain[0].real, x.sum())
        near(there(x, norm="backward"), plain)
        near(there(x, norm="forward"), plain / n)
        near(there(x, norm="ortho"), plain / n**0.5)
        result = back(plain, n=n, norm="forward")
        near(back(plain, n=n), result / n)
        near(back(plain, n=n, norm="ortho"), result / n**0.5)
        scales = {None: 1, "backward": 1, "forward": n, "ortho": n**0.5}
        for one, other in itertools.product(scales, repeat=2):
            near(back(there(x, norm=one), n=n, norm=other), (x + 0 * result) * scales[other] / scales[one])


def test_lengths():
    """``n`` cuts the signal, or pads it with zeros at the end.

    Padding gives values at more frequencies of the same signal; after padding to twice the length, elements 0, 2, 4 and
    6 are those of the transform above:

    ``n`` cuts the signal or pads it with zeros first:

    The length to which the signal is cut, or padded with zeros; by default, its size along ``dim``.

    The length of the transform; by default, the size of ``input`` along ``dim``.
    """
    for size, n in itertools.product(LENGTHS, LENGTHS):
        x = drawn(size)
        padded = torch.cat([x, torch.zeros(n, dtype=x.dtype)])[:n] if n > size else x[:n]
        for f in (torch.fft.fft, torch.fft.rfft):
            near(f(x, n=n), f(padded))
        assert torch.fft.fft(x, n=n).shape == (n,) and torch.fft.fft(x).shape == (size,)
        near(torch.fft.fft(x, n=2 * size)[::2], torch.fft.fft(x))


def test_dimensions():
    """The last dimension is transformed."""
    x = drawn(3, 4, 5)
    for f in (torch.fft.fft, torch.fft.ifft, torch.fft.rfft, torch.fft.irfft):
        close(f(x), f(x, dim=-1))
        close(f(x)[1, 2], f(x[1, 2]))
        for d in range(3):
            close(f(x, dim=d), f(x.movedim(d, -1)).movedim(-1, d))


def test_dtypes():
    """Integers and bools are converted to the default dtype; NumPy converts them to ``float64``.

    On the CPU, ``float16`` and ``bfloat16`` raise.

    Convert them with ``float()``:
    """
    wide = {torch.float64: torch.complex128, torch.complex128: torch.complex128}
    for dtype in DTYPES:
        x = torch.ones(4, dtype=dtype)
        for f in (torch.fft.fft, torch.fft.ifft, torch.fft.irfft, *([] if dtype.is_complex else [torch.fft.rfft])):
            assert (raises(f, x) is None) is (dtype not in HALF)
            if dtype not in HALF:
                made = wide.get(dtype, torch.complex64)
                assert f(x).dtype == (made.to_real() if f is torch.fft.irfft else made)
            if dtype in HALF:
                assert f(x.float()).dtype in (torch.float32, torch.complex64)
        if dtype in (torch.bool, *INTEGERS):
            assert np.fft.fft(x.numpy()).dtype == np.complex128
            torch.set_default_dtype(torch.float64)
            try:
                assert torch.fft.fft(x).dtype == torch.complex128
            finally:
                torch.set_default_dtype(torch.float32)


def test_inverse():
    """Compute a signal from its Fourier transform.

    ``ifft`` undoes ``fft``.

    The result is complex even if the signal was real; ``.real`` drops imaginary parts, which are then zero up to
    rounding:
    """
    for n, seed in itertools.product(LENGTHS, SEEDS):
        for dtype in (torch.float64, torch.complex128):
            x = drawn(n, seed=seed, dtype=dtype)
            again = torch.fft.ifft(torch.fft.fft(x))
            near(again, x + 0j)
            assert again.is_complex()
        assert torch.fft.ifft(torch.fft.fft(drawn(n, seed=seed))).imag.abs().max() < 1e-12


def test_comparisons():
    """``<`` and ``>`` raise for complex tensors, and so do most losses."""
    x, y = torch.ones(2, 3, dtype=torch.complex64), torch.zeros(2, 3, dtype=torch.complex64)
    for f in (torch.lt, torch.le, torch.gt, torch.ge, torch.maximum, torch.sort):
        assert raises_any(f, x, *([] if f is torch.sort else [y]))
    F = torch.nn.functional
    losses = (F.mse_loss, F.l1_loss, F.smooth_l1_loss, F.huber_loss, F.kl_div, F.cross_entropy, F.soft_margin_loss)
    assert sum(raises_any(f, x, y) is not None for f in losses) > len(losses) / 2


def test_convolution():
    """The product of two spectra is the spectrum of the circular convolution, in which the end wraps around to the
    start.

    For a full convolution, pad both signals to the sum of their lengths minus 1.
    """
    for n, seed in itertools.product((1, 2, 5), SEEDS):
        a, b = drawn(n, seed=seed), drawn(n, seed=seed + 9)
        circular = torch.stack([sum(a[i] * b[(k - i) % n] for i in range(n)) for k in range(n)])
        near(torch.fft.ifft(torch.fft.fft(a) * torch.fft.fft(b)).real, circular)
        for m in (1, 3, 4):
            c = drawn(m, seed=seed)
            full = n + m - 1
            found = torch.fft.ifft(torch.fft.fft(a, n=full) * torch.fft.fft(c, n=full)).real
            near(found, torch.from_numpy(np.convolve(a.numpy(), c.numpy())))


def test_cut_spectrum():
    """``n`` cuts or pads the spectrum at its end, where the negative frequencies are."""
    for size, n in itertools.product((4, 5), (2, 3, 7)):
        x = drawn(size, dtype=torch.complex128)
        padded = torch.cat([x, torch.zeros(n, dtype=x.dtype)])[:n]
        near(torch.fft.ifft(x, n=n), torch.fft.ifft(padded))


def test_real_signals():
    """Compute the Fourier transform of a real signal, without the half that repeats.

    For a real signal of ``n`` samples, element ``-k`` of the Fourier transform is the conjugate of element ``k``.

    ``rfft`` stops in the middle, after ``n // 2 + 1`` elements:

    Complex signals raise.

    In the spectrum of a real signal, element 0 is real, and so is the last one if the length is even.
    """
    for n, seed in itertools.product(LENGTHS, SEEDS):
        x = drawn(n, seed=seed)
        whole, half = torch.fft.fft(x), torch.fft.rfft(x)
        near(whole[-torch.arange(n)], whole.conj().resolve_conj())
        assert half.shape == (n // 2 + 1,)
        near(half, whole[: n // 2 + 1])
        assert half[0].imag == 0 and (n % 2 or half[-1].imag.abs() < 1e-12)
    for dtype in COMPLEX:
        assert raises(torch.fft.rfft, torch.ones(4, dtype=dtype)) is RuntimeError


def test_amplitudes():
    """For a wave that completes its cycles, the amplitude is the magnitude divided by ``n``, times 2 for the other
    half.

    Element 0, and for an even ``n`` the last one, are not doubled.
    """
    for n in (5, 8, 9):
        for k, phase in itertools.product(range(1, (n - 1) // 2 + 1), (0, 1.0)):
            found = torch.fft.rfft(3 + 2.5 * cosine(n, k, phase), norm="forward").abs()
            near(found[k] * 2, torch.tensor(2.5, dtype=torch.float64))
            near(found[0], torch.tensor(3.0, dtype=torch.float64))
    near(torch.fft.rfft(2.5 * cosine(8, 4), norm="forward").abs()[-1], torch.tensor(2.5, dtype=torch.float64))


def test_old_functions():
    """Code for PyTorch 1.7 and earlier calls ``torch.rfft``, which is gone.

    ``torch.fft`` is a module, and tensors do not have a method of this name.

    ``fftshift`` is a function in ``torch.fft``, not a method.
    """
    assert not [name for name in ("rfft", "irfft", "ifft") if hasattr(torch, name)]
    assert not [name for name in torch.fft.__all__ if hasattr(torch.Tensor, name)]
    assert raises_any(torch.fft, torch.ones(3)) is TypeError


def test_inverse_of_real_signals():
    """Compute a real signal from the half of its Fourier transform.

    ``irfft`` undoes :func:`fft.rfft` of the same ``norm``, and its result is real:

    The length of the signal is not in its spectrum; without ``n``, it is taken to be even.

    For an odd length from 3 on, the result silently has one sample less, and other values.

    The length of the result; by default, twice the size of ``input`` along ``dim`` minus 2.
    """
    for n, seed, norm in itertools.product(LENGTHS, SEEDS, ("ortho", "forward", None)):
        x = drawn(n, seed=seed)
        half = torch.fft.rfft(x, norm=norm)
        found = torch.fft.irfft(half, n=n, norm=norm)
        near(found, x)
        assert not found.is_complex()
        if n > 1:
            even = torch.fft.irfft(half, norm=norm)
            assert even.shape == (2 * len(half) - 2,) == (n - n % 2,)
            assert torch.allclose(even, x[: len(even)]) is (n % 2 == 0)


def test_resampled():
    """A longer ``n`` resamples a signal.

    Since the result is divided by the new length, multiply by the ratio of the lengths.

    For a signal of even length, first halve the last element of the spectrum, if it is not 0 as here.

    So ``n`` does not resample a signal: every second value below is a sample of ``wave``, but those between do not
    continue it.

    For real signals, :func:`fft.irfft` resamples:
    """
    for n, ratio in itertools.product((2, 4, 5, 8, 9, 31), (2, 3)):
        x = drawn(n)
        half = torch.fft.rfft(x)
        assert torch.allclose(torch.fft.irfft(half, n=n * ratio)[::ratio] * ratio, x) is (n % 2 == 1)
        half[-1] /= 2 - n % 2
        near(torch.fft.irfft(half, n=n * ratio)[::ratio] * ratio, x)
        near(torch.fft.ifft(torch.fft.fft(x), n=n * ratio).real[::ratio] * ratio, x)
    for k in (1, 2):
        x, longer = cosine(8, k, 0.3), cosine(32, k, 0.3)
        near(torch.fft.irfft(torch.fft.rfft(x), n=32) * 4, longer)
        assert not torch.allclose(torch.fft.ifft(torch.fft.fft(x), n=32).real * 4, longer)


def test_ignored():
    """Imaginary parts there are silently ignored:

    A spectrum of one element stands for a signal of one sample, and the even length is then 0.
    """
    for n, seed in itertools.product(LENGTHS, SEEDS):
        half = torch.fft.rfft(drawn(n, seed=seed))
        changed = half.clone()
        changed[0] += 3j
        changed[-1] += 5j * (n % 2 == 0)
        near(torch.fft.irfft(changed, n=n), torch.fft.irfft(half, n=n))
    assert raises(torch.fft.irfft, torch.ones(1)) is RuntimeError
    assert torch.fft.irfft(torch.tensor([7.0]), n=1) == 7


def test_frequencies():
    """List the frequency of each element of a Fourier transform.

    List the frequency of each element of the Fourier transform of a real signal.

    With the default spacing, the unit is cycles per sample.

    The first half counts up from 0, and the second half has the negative frequencies:

    ``d`` is the time from one sample to the next, the inverse of the sampling rate.

    For an even ``n``, the frequency of half the sampling rate is listed as negative, in the middle.

    In :func:`fft.rfftfreq` it is positive:

    The frequencies go up from 0 to half the sampling rate, in cycles per sample:

    The distance of neighboring frequencies is 1 over the duration ``n * d``.

    For an odd ``n``, the last frequency is less than half the sampling rate:

    The spacing of the samples; the frequencies are in cycles per unit of ``d``.
    """
    for n, d in itertools.product(LENGTHS, (1, 0.01, 0.5)):
        whole, half = torch.fft.fftfreq(n, d, dtype=torch.float64), torch.fft.rfftfreq(n, d, dtype=torch.float64)
        first = (n + 1) // 2
        assert whole.shape == (n,) and half.shape == (n // 2 + 1,)
        assert (whole[:first] >= 0).all() and (whole[first:] < 0).all() and whole[0] == 0
        near(half[:first], whole[:first])
        assert n % 2 or (whole[n // 2] == -0.5 / d and half[-1] == 0.5 / d)
        assert n % 2 == 0 or half[-1] < 0.5 / d
        assert n < 3 or torch.allclose(half.diff(), torch.tensor(1 / (n * d), dtype=torch.float64))
        near(torch.fft.fftshift(whole).sort().values, torch.fft.fftshift(whole))
        time = torch.arange(n, dtype=torch.float64) * d
        for k in range(n):
            wave = torch.exp(2j * math.pi * whole[k] * time)
            assert torch.fft.fft(wave).abs().argmax() == k


def test_length_of_the_spectrum():
    """``n`` is the length of the signal, not that of the spectrum.

    From 4 samples on, the length of the spectrum silently gives fewer and other frequencies:

    The sizes then differ.
    """
    for n in (4, 5, 8, 9, 31):
        right, wrong = torch.fft.rfftfreq(n), torch.fft.rfftfreq(n // 2 + 1)
        assert len(wrong) < len(right) == len(torch.fft.rfft(torch.ones(n)))
        assert not torch.allclose(wrong, right[: len(wrong)])


def test_recordings():
    """A longer recording separates closer frequencies; a higher sampling rate reaches higher ones:"""
    for n, d in itertools.product((4, 8), (1, 0.01)):
        short = torch.fft.rfftfreq(n, d)
        assert torch.fft.rfftfreq(2 * n, d)[1] < short[1]
        assert torch.fft.rfftfreq(n, d / 2)[-1] > short[-1]


def test_shift():
    """Move frequency 0 of a Fourier transform to the middle.

    ``fftshift`` moves elements and computes no values.

    Applied to frequencies, it sorts them:

    Without ``dim``, each dimension is shifted, the batch too.

    The dimension to shift, or a tuple of dimensions; without it, each dimension is shifted.

    Without ``dim``, each dimension is shifted.
    """
    for dtype in DTYPES:
        x = special(dtype)
        for f, sign in ((torch.fft.fftshift, 1), (torch.fft.ifftshift, -1)):
            close(f(x), x.roll(sign * (len(x) // 2)), equal_nan=True, rtol=0, atol=0)
    for shape in ((5,), (4, 3), (2, 3, 4), (1, 2), (0, 3)):
        x = torch.arange(math.prod(shape)).reshape(shape)
        for f, sign in ((torch.fft.fftshift, 1), (torch.fft.ifftshift, -1)):
            every = tuple(range(x.ndim))
            assert torch.equal(f(x), f(x, dim=every))
            assert torch.equal(f(x), x.roll([sign * (size // 2) for size in shape], every))
            assert torch.equal(f(x, dim=0), x.roll(sign * (shape[0] // 2), 0))
    for n in LENGTHS:
        assert torch.fft.fftshift(torch.fft.fftfreq(n))[n // 2] == 0
        assert (torch.fft.fftshift(torch.fft.fftfreq(n)).diff() > 0).all()


def test_unshift():
    """Move frequency 0 from the middle back to the front: undo ``fftshift``.

    :func:`fft.ifft` and :func:`fft.fftfreq` do not shift.

    A second ``fftshift`` undoes it for even sizes, but not for odd ones from 3 on:

    For an odd size from 3 on, ``fftshift`` in its place silently keeps other frequencies:

    :func:`fft.ifft` expects frequency 0 in front.
    """
    for n in (2, 3, 4, 5, 8, 9):
        x = torch.arange(n)
        shifted = torch.fft.fftshift(x)
        assert torch.equal(torch.fft.ifftshift(shifted), x)
        assert torch.equal(torch.fft.fftshift(shifted), x) is (n % 2 == 0)
        mask = torch.zeros(n, dtype=torch.bool)
        mask[n // 2] = True
        assert torch.fft.ifftshift(mask)[0]
        assert torch.fft.fftshift(mask)[0].item() is (n % 2 == 0)
        assert torch.fft.fftfreq(n)[0] == 0
        near(
            torch.fft.ifft(torch.tensor([1.0, *[0.0] * (n - 1)], dtype=torch.float64)).real * n, torch.ones(n).double()
        )


PLANES = ((1, 1), (2, 3), (4, 5), (5, 4), (3, 8))
SEVERAL = (
    (torch.fft.fft2, torch.fft.ifft2),
    (torch.fft.rfft2, torch.fft.irfft2),
    (torch.fft.fftn, torch.fft.ifftn),
    (torch.fft.rfftn, torch.fft.irfftn),
)


def test_patterns():
    """Element ``[i, j]`` of the result measures the pattern of ``i`` cycles down and ``j`` cycles across.

    Compute the two-dimensional Fourier transform of an image.

    ``fft2`` is :func:`fft.fft` along one of the two dimensions and then along the other:

    Each dimension is transformed in turn, as by :func:`fft.fft`.

    For a matrix, that is :func:`fft.fft2`:
    """
    for height, width in PLANES:
        x = drawn(height, width)
        found = torch.fft.fft2(x)
        near(found, torch.fft.fft(torch.fft.fft(x, dim=0), dim=1))
        near(found, torch.fft.fft(torch.fft.fft(x, dim=1), dim=0))
        near(torch.fft.fftn(x), found)
        down, across = torch.arange(height).double()[:, None] / height, torch.arange(width).double() / width
        for i, j in itertools.product(range(height), range(width)):
            pattern = torch.exp(2j * math.pi * (i * down + j * across))
            near((x * pattern.conj()).sum(), found[i, j])
    x = drawn(2, 3, 4)
    near(torch.fft.fftn(x), torch.fft.fft(torch.fft.fft(torch.fft.fft(x, dim=1), dim=0), dim=2))


def test_several_norms():
    """``"backward"`` (the default) does not scale, ``"forward"`` divides by the number of elements that are
    transformed together, and ``"ortho"`` by its square root.

    ``"backward"`` (the default) divides by the number of elements that are transformed together, ``"ortho"`` by its
    square root, and ``"forward"`` does not scale.

    ``"backward"`` (the default) divides by the number of elements of the image, ``"ortho"`` by its square root, and
    ``"forward"`` does not scale.

    The corner ``[0, 0]`` holds the sum of the image; ``norm="forward"`` turns it into the mean.

    ``norm="forward"`` divides by the number of elements that are transformed together, so element 0 is their mean:

    ``ifft2`` undoes :func:`fft.fft2` of the same ``norm``.

    ``irfft2`` undoes :func:`fft.rfft2` of the same ``norm``.

    ``irfftn`` undoes :func:`fft.rfftn` of the same ``dim`` and ``norm``.

    Both calls need the same ``dim`` and the same ``norm``.

    The result is complex; for a real image, ``.real`` drops imaginary parts that are zero up to rounding:

    The result is complex; for a real tensor, ``.real`` drops imaginary parts that are zero up to rounding:

    Each dimension is transformed back, as by :func:`fft.ifft`.
    """
    for size, dim in itertools.product(PLANES, ((0, 1), (1,))):
        x = drawn(*size)
        n = math.prod(size[d] for d in dim)
        lengths = tuple(size[d] for d in dim)
        scales = {None: 1, "backward": 1, "forward": n, "ortho": n**0.5}
        for there, back in SEVERAL:
            plain = there(x, dim=dim)
            assert plain.is_complex()
            for one, other in itertools.product(scales, repeat=2):
                spectrum = there(x, dim=dim, norm=one)
                near(spectrum, plain / scales[one])
                again = back(spectrum, s=lengths, dim=dim, norm=other)
                near(again, (x + 0 * again) * scales[other] / scales[one])
                assert not again.is_complex() or again.imag.abs().max() < 1e-12 * n
        if len(dim) == 2:
            near(torch.fft.fft2(x)[0, 0].real, x.sum())
            near(torch.fft.fftn(x, norm="forward")[0, 0].real, x.mean())
        y = torch.fft.ifftn(x)
        near(y, torch.fft.ifft(torch.fft.ifft(x, dim=0), dim=1))


def test_planes():
    """The last two dimensions are transformed, which suits a batch of shape ``(N, C, H, W)``.

    The result has the first ``W // 2 + 1`` columns of :func:`fft.fft2`; for a real image, the others are conjugates of
    these:

    The last dimension of ``dim`` is halved, and the other one keeps its size.

    The last of the dimensions is halved: of its size ``n``, ``n // 2 + 1`` elements remain, as in :func:`fft.rfft`:

    The order of ``dim`` says which dimension is halved.

    Complex images raise.

    Complex tensors raise.

    The rows have the frequencies of :func:`fft.fftfreq`, and the columns those of :func:`fft.rfftfreq`.
    """
    for height, width in PLANES:
        x = drawn(2, 3, height, width)
        whole, half = torch.fft.fft2(x), torch.fft.rfft2(x)
        near(whole[1, 2], torch.fft.fft2(x[1, 2]))
        near(half, whole[..., : width // 2 + 1])
        mirrored = whole.flip(-2, -1).roll((1, 1), (-2, -1)).conj().resolve_conj()
        near(whole, mirrored)
        assert torch.fft.rfft2(x, dim=(3, 2)).shape == (2, 3, height // 2 + 1, width)
        assert torch.fft.rfftn(x, dim=(3, 2)).shape == (2, 3, height // 2 + 1, width)
        assert torch.fft.rfftn(x, dim=(0, 1, 2)).shape == (2, 3, height // 2 + 1, width)
        rows, columns = torch.fft.fftfreq(height), torch.fft.rfftfreq(width)
        assert half.shape[-2:] == (len(rows), len(columns))
        down, across = torch.arange(height)[:, None], torch.arange(width)
        for i, j in itertools.product(range(height), range(len(columns))):
            wave = torch.exp(2j * math.pi * (rows[i] * down + columns[j] * across))
            assert torch.fft.fft2(wave).abs().argmax() == i * width + j
    for dtype, f in itertools.product(COMPLEX, (torch.fft.rfft2, torch.fft.rfftn)):
        assert raises(f, torch.ones(2, 2, dtype=dtype)) is RuntimeError


def test_sizes():
    """``s`` cuts each dimension to a size or pads it with zeros, and has as many sizes as ``dim`` has dimensions.

    ``s`` cuts or pads the image first:

    ``s`` has one size for each dimension of ``dim``, so the shape of a whole batch raises.

    ``s`` has one size for each dimension of ``dim``.

    ``s`` cuts or pads dimensions.

    ``s`` cuts or pads the spectrum at its end, where the negative frequencies are:

    Without ``dim``, it also selects them: as many as it has sizes, from the last one:

    ``s`` alone selects as many dimensions as it has sizes, from the last one:

    The sizes to which the dimensions are cut or padded; ``-1`` keeps a size.

    The sizes to which the spectrum is cut or padded; ``-1`` keeps a size.
    """
    x = drawn(2, 3, 4, 5)
    for s in ((2, 2), (6, 3), (5, 9)):
        padded = torch.nn.functional.pad(x, (0, 9, 0, 9))[..., : s[0], : s[1]]
        for there, back in SEVERAL:
            dim = (-2, -1)
            near(there(x, s=s, dim=dim), there(padded, dim=dim))
            near(there(x, s=(-1, s[1]), dim=dim), there(x, s=(4, s[1]), dim=dim))
            assert raises(there, x, s=s, dim=(1, 2, 3)) and raises(back, x, s=(2, 3, 4, 5), dim=dim)
        for f in (torch.fft.ifft2, torch.fft.ifftn):
            near(f(x, s=s, dim=(-2, -1)), f(padded, dim=(-2, -1)))
    for f in (torch.fft.fftn, torch.fft.ifftn, torch.fft.rfftn, torch.fft.irfftn):
        for s in ((4,), (3, 4), (2, 2, 4)):
            near(f(x, s=s), f(x, s=s, dim=tuple(range(-len(s), 0))))


def test_batches():
    """Without ``dim``, the dimension of the batch is silently transformed too, and the samples are mixed.

    Without ``dim``, each dimension is transformed, the batch too.

    Without ``dim``, this call silently transforms back a dimension that was not transformed:
    """
    x = drawn(3, 4, 5)
    for f in (torch.fft.fftn, torch.fft.ifftn, torch.fft.rfftn, torch.fft.irfftn):
        near(f(x), f(x, dim=(0, 1, 2)))
        assert not torch.allclose(f(x)[0], f(x, dim=(1, 2))[0])
        near(f(x, dim=(1, 2))[0], f(x[0]))


def test_shifted_images():
    """``ifft2`` expects frequency 0 in the corner.

    A spectrum that was shifted for a plot or a mask silently gives an image of alternating signs, here for even sizes.
    """
    for height, width in ((2, 2), (4, 6), (2, 8)):
        x = drawn(height, width)
        signs = (-1.0) ** (torch.arange(height)[:, None] + torch.arange(width))
        near(torch.fft.ifft2(torch.fft.fftshift(torch.fft.fft2(x))).real, x * signs)
        near(torch.fft.ifft2(torch.fft.ifftshift(torch.fft.fftshift(torch.fft.fft2(x)))).real, x)


def test_odd_sizes():
    """Without ``s``, the width is taken to be even.

    For an odd width from 3 on, the result silently has one column less and other values:

    Without ``s``, the size of the halved dimension is taken to be even.

    For an odd size from 3 on, the result silently has one element less along it and other values:

    The size of the image; by default, the width is twice that of ``input`` minus 2.
    """
    for height, width in itertools.product((2, 3), (2, 3, 4, 5, 8, 9)):
        x = drawn(height, width)
        for there, back in SEVERAL[1::2]:
            half = there(x)
            found = back(half)
            assert found.shape == (height, 2 * half.shape[1] - 2) == (height, width - width % 2)
            assert torch.allclose(found, x[:, : found.shape[1]]) is (width % 2 == 0)
            near(back(half, s=x.shape), x)


def test_enlarged():
    """A larger ``s`` enlarges an image along the halved dimension.

    Multiply by the ratio of the sizes.

    For an even width, first halve the last column of the spectrum, if it is not 0 as here.

    Columns 0, 2, 4 and 6 are those of ``row``:
    """
    for height, width in ((1, 5), (3, 7), (4, 9), (1, 4), (3, 8)):
        x = drawn(height, width)
        half = torch.fft.rfft2(x)
        assert torch.allclose(torch.fft.irfft2(half, s=(height, 3 * width))[:, ::3] * 3, x) is (width % 2 == 1)
        half[:, -1] /= 2 - width % 2
        near(torch.fft.irfft2(half, s=(height, 3 * width))[:, ::3] * 3, x)


def test_once():
    """A dimension may occur once.

    Counted from the other end, it is still the same one:

    ``<`` and ``>`` raise for complex tensors.
    """
    x = torch.ones(2, 3)
    for there, back in SEVERAL:
        for dim in ((0, 0), (1, -1), (0, -2)):
            assert raises(there, x, dim=dim) is RuntimeError and raises(back, x, dim=dim) is RuntimeError
    for dtype, f in itertools.product(COMPLEX, (torch.lt, torch.le, torch.gt, torch.ge)):
        assert raises_any(f, x.to(dtype), x.to(dtype))
