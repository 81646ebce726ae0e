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

    ``exp`` grows so fast that ``float32`` overflows between 88 and 89, and ``float64`` between 709 and 710:

    >>> torch.exp(torch.tensor([88.0, 89.0]))
    tensor([1.6516e+38,        inf])
    >>> torch.exp(torch.tensor([89.0], dtype=torch.float64))
    tensor([4.4896e+38], dtype=torch.float64)

    Infinity divided by infinity is ``nan``. To get probabilities from large scores (logits), subtract the largest
    score first, as :func:`softmax` does. The subtraction cancels in the fraction:

    >>> scores = torch.tensor([100.0, 101.0])
    >>> scores.exp() / scores.exp().sum()
    tensor([nan, nan])
    >>> (scores - 101).exp() / (scores - 101).exp().sum()
    tensor([0.2689, 0.7311])

    ``exp`` takes a tensor, not a Python number. Make a tensor of the number, or use ``math.exp``:

    >>> torch.exp(2.0)
    Traceback (most recent call last):
    TypeError: exp(): argument 'input' (position 1) must be Tensor, not float
    >>> torch.exp(torch.tensor(2.0))
    tensor(7.3891)

    ``exp`` works on each element alone. The exponential of a matrix is ``torch.linalg.matrix_exp``:

    >>> torch.exp(torch.zeros(2, 2))
    tensor([[1., 1.],
            [1., 1.]])
    >>> torch.linalg.matrix_exp(torch.zeros(2, 2))
    tensor([[1., 0.],
            [0., 1.]])

    See also: :func:`log`, :func:`softmax`, :func:`logsumexp`, :func:`pow`.

    :sheet: v.exp()

    :asked: e to the power of x; exp gives inf; overflow above 88; undo a logarithm; standard deviation from log
    variance; logvar to std in vae; exp of too large number; probabilities from log_softmax; turn log prob into prob;
    exponential decay curve; always positive rate from log rate; e to the x exponential function
    """
    return np.exp(x if x.dtype.kind in "fc" else x.astype(np.float32))


def log(x):
    """Take the natural logarithm of each element.

    ``log`` is the inverse of ``exp``. The logarithm of a product of positive numbers is the sum of their logarithms,
    unless the product underflows or overflows:

    >>> x = torch.tensor([1.0, 2.0, 4.0])
    >>> torch.log(x)
    tensor([0.0000, 0.6931, 1.3863])
    >>> x.log().sum(), x.prod().log()
    (tensor(2.0794), tensor(2.0794))

    0 silently gives ``-inf``, and a negative integer or float silently gives ``nan``:

    >>> torch.log(torch.tensor([1, 0, -1]))
    tensor([0., -inf, nan])

    A probability that has underflowed to 0 can make a loss infinite. Compute its logarithm from the scores (logits)
    with ``log_softmax`` or ``logsigmoid``:

    >>> scores = torch.tensor([0.0, -200.0], requires_grad=True)
    >>> scores.softmax(0).log().tolist()
    [0.0, -inf]
    >>> scores.log_softmax(0).tolist()
    [0.0, -200.0]

    In ``float32``, ``clamp(min=1e-6)``, or 1e-6 added to the probability, makes the loss finite but hides the error.
    The gradient of the scores is 0, so training stops. ``log_softmax`` keeps the gradient:

    >>> torch.autograd.grad(-scores.softmax(0).clamp(min=1e-6)[1].log(), scores)
    (tensor([0., 0.]),)
    >>> torch.autograd.grad(-scores.log_softmax(0)[1], scores)
    (tensor([ 1., -1.]),)

    ``torch.log``, unlike ``math.log``, does not take a base. Use ``log2`` or ``log10``. For another base, divide by
    its logarithm:

    >>> torch.log(torch.tensor(10.0), 3)
    Traceback (most recent call last):
    TypeError: log() takes 1 positional argument but 2 were given
    >>> torch.log(torch.tensor(10.0)) / torch.log(torch.tensor(3.0))
    tensor(2.0959)

    See also: :func:`exp`, :func:`log1p`, :func:`log2`, :func:`log10`.

    :asked: log gives nan; add epsilon before the logarithm; log likelihood by hand; log takes 1 positional argument;
    log probability is -inf; cross entropy by hand needs log; natural logarithm ln base e; entropy of a
    distribution in nats; nll from probabilities by hand; log base 3; log of zero is minus infinity
    """
    return np.log(x if x.dtype.kind in "fc" else x.astype(np.float32))


def log2(x):
    """Take the logarithm to base 2 of each element.

    The logarithm to base 2 counts doublings; halvings count as negative:

    >>> torch.log2(torch.tensor([1, 2, 3, 8]))
    tensor([0.0000, 1.0000, 1.5850, 3.0000])
    >>> torch.log2(torch.tensor([0.5, 0.25]))
    tensor([-1., -2.])

    The logarithm to base 2 therefore measures information in bits. A fair coin gives 1 bit, and a coin that falls on
    one side 15 times in 16 gives far less:

    >>> fair, bent = torch.tensor([0.5, 0.5]), torch.tensor([0.0625, 0.9375])
    >>> -(fair * fair.log2()).sum()
    tensor(1.)
    >>> -(bent * bent.log2()).sum()
    tensor(0.3373)

    A probability of 0 makes the sum ``nan``, as ``0 * -inf`` is ``nan``. ``torch.xlogy``, which takes the natural
    logarithm, returns 0 instead:

    >>> sure = torch.tensor([0.0, 1.0])
    >>> (sure * sure.log2()).sum()
    tensor(nan)
    >>> torch.xlogy(sure, sure).sum()
    tensor(0.)

    A negative integer or float gives ``nan``, and 0 gives ``-inf``:

    >>> torch.log2(torch.tensor([0, -2]))
    tensor([-inf, nan])

    See also: :func:`log`, :func:`log10`, :func:`pow`.

    :asked: logarithm base 2; entropy in bits; how many doublings; 0 times log 0 is nan; information content; octaves
    between frequencies; log base 2; bits needed to store n values; how many times can i halve; how many bits for a
    number; log2 fold change base two
    """
    return np.log2(x if x.dtype.kind in "fc" else x.astype(np.float32))


def log10(x):
    """Take the logarithm to base 10 of each element.

    The logarithm of 1, 10 or 100 is its number of zeros. The numbers between them give fractions, and 0 gives
    ``-inf``:

    >>> torch.log10(torch.tensor([1, 10, 50, 100]))
    tensor([0.0000, 1.0000, 1.6990, 2.0000])
    >>> torch.log10(torch.tensor([[4, 0, 7], [6, 3, 5]]))
    tensor([[0.6021,   -inf, 0.8451],
            [0.7782, 0.4771, 0.6990]])

    The logarithm of a positive integer, rounded down, is one less than its number of digits. The rounding of floats
    can make it too large, in ``float32`` from 9999995 on. Count the powers of ten instead:

    >>> x = torch.tensor([7, 42, 9999995])
    >>> x.log10().floor().long() + 1
    tensor([1, 2, 8])
    >>> (x.unsqueeze(1) >= 10 ** torch.arange(19)).sum(1)
    tensor([1, 2, 7])

    A power ratio in decibels is ten times its logarithm:

    >>> 10 * torch.log10(torch.tensor([0.1, 1.0, 100.0]))
    tensor([-10.,   0.,  20.])

    An integer tensor does not hold floats, so ``log10_`` raises for it. Make a new tensor:

    >>> x.log10_()
    Traceback (most recent call last):
    RuntimeError: result type Float can't be cast to the desired output type Long
    >>> x.log10()
    tensor([0.8451, 1.6232, 7.0000])

    See also: :func:`log`, :func:`log2`, :func:`floor`.

    :asked: common logarithm; number of digits; order of magnitude; PSNR in dB; power spectrogram to dB; log base 10;
    power ratio to decibel; lg of a number; pH from concentration; peak signal to noise ratio; logarithmic
    scale with base ten; convert to decibels
    """
    return np.log10(x if x.dtype.kind in "fc" else x.astype(np.float32))


def log1p(x):
    """Compute log(1 + x), accurately even where x is tiny.

    >>> torch.log1p(torch.tensor([0.0, 1.0]))
    tensor([0.0000, 0.6931])

    In ``1 + x`` a tiny ``x`` is lost to rounding. ``log1p`` is computed without that sum:

    >>> x = torch.tensor([1e-8, 2e-8])
    >>> torch.log(1 + x)
    tensor([0., 0.])
    >>> torch.log1p(x)
    tensor([1.0000e-08, 2.0000e-08])

    ``log1p`` compresses counts with a long tail and keeps 0 at 0; ``log`` gives ``-inf`` for 0:

    >>> counts = torch.tensor([0, 9, 99, 999])
    >>> torch.log(counts)
    tensor([  -inf, 2.1972, 4.5951, 6.9068])
    >>> torch.log1p(counts)
    tensor([0.0000, 2.3026, 4.6052, 6.9078])

    The inverse of ``log1p`` is ``torch.expm1``, which keeps tiny results:

    >>> torch.exp(x) - 1
    tensor([0., 0.])
    >>> torch.expm1(x)
    tensor([1.0000e-08, 2.0000e-08])

    The domain of ``log1p`` starts at -1, not at 0; -1 gives ``-inf``, and an integer or float below -1 gives ``nan``:

    >>> torch.log1p(torch.tensor([-1.0, -2.0]))
    tensor([-inf, nan])

    See also: :func:`log`, :func:`exp`.

    :asked: log(1 + x); log of one plus a tiny number; log transform of counts with zeros; precision lost near zero;
    skewed prices before regression; undo with expm1; log transform of house prices; log(1+x) for tiny x; log(x+1) for
    page views; gene counts with logarithm plus 1; RMSLE error metric
    """
    return np.log1p(x if x.dtype.kind in "fc" else x.astype(np.float32))
