"""Exponentials: powers of e, and logarithms."""

import numpy as np

__all__ = [
    "exp",
    "log",
    "log1p",
    "log2",
    "log10",
]


def exp(x):
    """Raise e to the power of each element.

    >>> torch.exp(torch.tensor([0, 1, 2]))
    tensor([1.0000, 2.7183, 7.3891])

    It grows so fast that ``float32`` ends between 88 and 89. ``float64`` reaches to 709:

    >>> torch.exp(torch.tensor([88.0, 89.0]))
    tensor([1.6516e+38,        inf])
    >>> torch.exp(torch.tensor([89.0], dtype=torch.float64))
    tensor([4.4896e+38], dtype=torch.float64)

    Infinity divided by infinity is ``nan``, so shares of large scores need the largest taken away first, which
    cancels in the fraction. :func:`softmax` does that:

    >>> scores = torch.tensor([100.0, 101.0])
    >>> scores.exp() / scores.exp().sum()
    tensor([nan, nan])
    >>> (scores - 101).exp() / (scores - 101).exp().sum()
    tensor([0.2689, 0.7311])

    A plain number is refused. Make a tensor of it, or take ``math.exp``:

    >>> torch.exp(2.0)
    Traceback (most recent call last):
    TypeError: exp(): argument 'input' (position 1) must be Tensor, not float
    >>> torch.exp(torch.tensor(2.0))
    tensor(7.3891)

    It works on each element alone. A matrix has an exponential of its own:

    >>> torch.exp(torch.zeros(2, 2))
    tensor([[1., 1.],
            [1., 1.]])
    >>> torch.linalg.matrix_exp(torch.zeros(2, 2))
    tensor([[1., 0.],
            [0., 1.]])

    See also: :func:`log`, :func:`softmax`, :func:`logsumexp`, :func:`pow`.

    :asked: e to the power of x; exp gives inf; overflow above 88; undo a logarithm; standard deviation from log
    variance; logvar to std in vae; exp of too large number; probabilities from log_softmax; turn log prob into prob;
    exponential decay curve; always positive rate from log rate; e to the x exponential function
    """
    return np.exp(x if x.dtype.kind in "fc" else x.astype(np.float32))


def log(x):
    """Take the natural logarithm of each element.

    It undoes ``exp``, and turns a product into a sum:

    >>> x = torch.tensor([1.0, 2.0, 4.0])
    >>> torch.log(x)
    tensor([0.0000, 0.6931, 1.3863])
    >>> x.log().sum(), x.prod().log()
    (tensor(2.0794), tensor(2.0794))

    There is no error at 0, which gives ``-inf``, nor below it, which gives ``nan``:

    >>> torch.log(torch.tensor([1, 0, -1]))
    tensor([0., -inf, nan])

    A probability that has sunk to 0 makes a loss infinite. Keep it away from 0:

    >>> p = torch.tensor([0.0, 1.0])
    >>> -p.log().mean()
    tensor(inf)
    >>> -p.clamp(min=1e-6).log().mean()
    tensor(6.9078)

    Unlike ``math.log`` it takes no base. There are ``log2`` and ``log10``, and for another base divide:

    >>> torch.log(torch.tensor(10.0), 3)
    Traceback (most recent call last):
    TypeError: log() takes 1 positional argument but 2 were given
    >>> torch.log(torch.tensor(10.0)) / torch.log(torch.tensor(3.0))
    tensor(2.0959)

    See also: :func:`exp`, :func:`log1p`, :func:`log2`, :func:`log10`.

    :asked: log gives nan; add epsilon before the logarithm; log likelihood by hand; log takes 1 positional argument;
    log probability is nan or -inf; cross entropy by hand needs log; natural logarithm ln base e; entropy of a
    distribution in nats; nll from probabilities by hand; log base 3 or another base; log of zero is minus infinity
    """
    return np.log(x)


def log2(x):
    """Take the logarithm to base 2 of each element.

    It counts doublings, and halvings with a minus:

    >>> torch.log2(torch.tensor([1, 2, 3, 8]))
    tensor([0.0000, 1.0000, 1.5850, 3.0000])
    >>> torch.log2(torch.tensor([0.5, 0.25]))
    tensor([-1., -2.])

    So it measures information in bits. A fair coin gives one, a coin that nearly always falls the same way far less:

    >>> fair, bent = torch.tensor([0.5, 0.5]), torch.tensor([0.0625, 0.9375])
    >>> -(fair * fair.log2()).sum()
    tensor(1.)
    >>> -(bent * bent.log2()).sum()
    tensor(0.3373)

    At 0 the sum breaks, as ``0 * -inf`` is ``nan``. ``torch.xlogy`` takes it for 0 (with the natural logarithm):

    >>> sure = torch.tensor([0.0, 1.0])
    >>> (sure * sure.log2()).sum()
    tensor(nan)
    >>> torch.xlogy(sure, sure).sum()
    tensor(0.)

    Below 0 there is only ``nan``:

    >>> torch.log2(torch.tensor([0, -2]))
    tensor([-inf, nan])

    See also: :func:`log`, :func:`log10`, :func:`pow`.

    :asked: logarithm base 2; entropy in bits; how many doublings; 0 times log 0 is nan; information content; octaves
    between frequencies; log base 2; bits needed to store n values; how many times can i halve; how many bits for a
    number; log2 fold change base two; is a number a power of two
    """
    return np.log2(x)


def log10(x):
    """Take the logarithm to base 10 of each element.

    It counts the zeros of 1, 10, 100; other numbers lie in between, and 0 gives ``-inf``:

    >>> torch.log10(torch.tensor([1, 10, 50, 100]))
    tensor([0.0000, 1.0000, 1.6990, 2.0000])
    >>> torch.log10(torch.tensor([[4, 0, 7], [6, 3, 5]]))
    tensor([[0.6021,   -inf, 0.8451],
            [0.7782, 0.4771, 0.6990]])

    The whole part is one less than the number of digits. Integers are computed in ``float32``, where 99999999 is already
    100000000, so large ones want ``double()``:

    >>> x = torch.tensor([7, 42, 99999999])
    >>> x.log10().floor().long() + 1
    tensor([1, 2, 9])
    >>> x.double().log10().floor().long() + 1
    tensor([1, 2, 8])

    A ratio in decibels is ten times its logarithm:

    >>> 10 * torch.log10(torch.tensor([0.1, 1.0, 100.0]))
    tensor([-10.,   0.,  20.])

    In place, integers have no room for the result:

    >>> x.log10_()
    Traceback (most recent call last):
    RuntimeError: result type Float can't be cast to the desired output type Long
    >>> x.log10()
    tensor([0.8451, 1.6232, 8.0000])

    See also: :func:`log`, :func:`log2`, :func:`floor`.

    :asked: common logarithm; number of digits; order of magnitude; PSNR in dB; power spectrogram to dB; log base 10;
    amplitude or power to decibel; lg of a number; pH from concentration; peak signal to noise ratio; logarithmic
    scale with base ten; convert to decibels
    """
    return np.log10(x)


def log1p(x):
    """Compute log(1 + x), accurately even where x is tiny.

    >>> torch.log1p(torch.tensor([0.0, 1.0]))
    tensor([0.0000, 0.6931])

    Added to 1, a tiny number is lost before ``log`` sees it. ``log1p`` never adds:

    >>> x = torch.tensor([1e-8, 2e-8])
    >>> torch.log(1 + x)
    tensor([0., 0.])
    >>> torch.log1p(x)
    tensor([1.0000e-08, 2.0000e-08])

    Counts with a long tail are drawn together, and a count of 0 stays 0, where ``log`` would give ``-inf``:

    >>> counts = torch.tensor([0, 9, 99, 999])
    >>> torch.log(counts)
    tensor([  -inf, 2.1972, 4.5951, 6.9068])
    >>> torch.log1p(counts)
    tensor([0.0000, 2.3026, 4.6052, 6.9078])

    The way back is ``torch.expm1``, for the same reason:

    >>> torch.exp(x) - 1
    tensor([0., 0.])
    >>> torch.expm1(x)
    tensor([1.0000e-08, 2.0000e-08])

    Its numbers end at -1, not at 0:

    >>> torch.log1p(torch.tensor([-1.0, -2.0]))
    tensor([-inf, nan])

    See also: :func:`log`, :func:`exp`.

    :asked: log(1 + x); log of one plus a tiny number; log transform of counts with zeros; precision lost near zero;
    skewed prices before regression; undo with expm1; log transform of house prices; log(1+x) for tiny x; log(x+1) for
    page views or counts; gene counts with logarithm plus 1; RMSLE error metric
    """
    return np.log1p(x)
