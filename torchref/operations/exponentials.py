"""Exponentials: powers of e, and logarithms."""

import numpy as np

__all__ = [
    "exp",
    "exp2",
    "expm1",
    "log",
    "log1p",
    "log2",
    "log10",
    "logaddexp",
    "logaddexp2",
    "logit",
    "xlogy",
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


def exp2(x):
    """Raise 2 to the power of each element.

    >>> torch.exp2(torch.tensor([0, 1, 3, -1]))
    tensor([1.0000, 2.0000, 8.0000, 0.5000])

    ``exp2`` of integers gives floats. ``2 **`` keeps the integer dtype, so fractions become 0 and large powers wrap
    around, both silently:

    >>> k = torch.tensor([3, -1, 64])
    >>> 2 ** k
    tensor([8, 0, 0])
    >>> torch.exp2(k)
    tensor([8.0000e+00, 5.0000e-01, 1.8447e+19])

    ``exp2`` is the inverse of :func:`log2`. Equal steps in the exponent are equal ratios in the result. Here are the
    twelve semitones of an octave from 440 Hz on, of which each fourth is shown:

    >>> 440 * torch.exp2(torch.arange(0, 13, 4) / 12)
    tensor([440.0000, 554.3653, 698.4565, 880.0000])

    ``float32`` overflows from 128 on:

    >>> torch.exp2(torch.tensor([127.0, 128.0]))
    tensor([1.7014e+38,        inf])

    ``exp2`` takes a tensor, not a Python number. For one number, write ``2 **``:

    >>> torch.exp2(3)
    Traceback (most recent call last):
    TypeError: exp2(): argument 'input' (position 1) must be Tensor, not int
    >>> 2 ** 3
    8

    See also: :func:`log2`, :func:`pow`, :func:`exp`, :func:`ldexp`.

    :asked: 2 to the power of x; base two exponential; undo log2; powers of two as floats; np.exp2 equivalent; semitone
    frequencies; log2 fold change back to ratio; 2 to a negative power gives 0
    """
    return np.exp2(x if x.dtype.kind in "fc" else x.astype(np.float32))


def expm1(x):
    """Compute exp(x) - 1, accurately even where x is tiny.

    >>> torch.expm1(torch.tensor([0.0, 1.0]))
    tensor([0.0000, 1.7183])

    ``exp`` of a tiny number is rounded to 1, and the subtraction leaves 0. ``expm1`` keeps the digits:

    >>> x = torch.tensor([1e-8, -2e-8])
    >>> torch.exp(x) - 1
    tensor([0., 0.])
    >>> torch.expm1(x)
    tensor([ 1.0000e-08, -2.0000e-08])

    ``expm1`` is the inverse of :func:`log1p`. If a model was trained on ``log1p`` of counts, apply ``expm1`` to its
    predictions:

    >>> counts = torch.tensor([0, 9, 999])
    >>> torch.expm1(torch.log1p(counts))
    tensor([  0.0000,   9.0000, 999.0001])

    Written out, a year of growth by 1e-7 per day has a large rounding error. ``log1p`` and ``expm1`` keep the digits:

    >>> rate = torch.tensor(1e-7)
    >>> (1 + rate) ** 365 - 1
    tensor(4.3511e-05)
    >>> torch.expm1(365 * torch.log1p(rate))
    tensor(3.6501e-05)

    Far below 0, the result is rounded to -1. ``float32`` overflows between 88 and 89:

    >>> torch.expm1(torch.tensor([-100.0, 88.0, 89.0]))
    tensor([-1.0000e+00,  1.6516e+38,         inf])

    See also: :func:`log1p`, :func:`exp`.

    :asked: exp(x) - 1; exponential minus one without losing digits; inverse of log1p; undo log1p transform of the
    target; np.expm1 equivalent; elu by hand; log return to simple return; small interest rate precision
    """
    return np.expm1(x if x.dtype.kind in "fc" else x.astype(np.float32))


def logaddexp(x, y):
    """Add two probabilities that are given as logarithms: log(exp(x) + exp(y)).

    >>> p, q = torch.tensor([0.25, 0.5]), torch.tensor([0.25, 0.125])
    >>> torch.logaddexp(p.log(), q.log()).exp()
    tensor([0.5000, 0.6250])

    The probability of a long sequence can be too small for a float, while its logarithm is not. Written out, ``exp``
    underflows to 0, and the logarithm of 0 is minus infinity:

    >>> x, y = torch.tensor([-1000.0]), torch.tensor([-1001.0])
    >>> torch.log(torch.exp(x) + torch.exp(y))
    tensor([-inf])
    >>> torch.logaddexp(x, y)
    tensor([-999.6868])

    Minus infinity is the logarithm of probability 0, so a running sum can start with it:

    >>> torch.logaddexp(torch.tensor(float("-inf")), torch.tensor(-3.0))
    tensor(-3.)

    If both arguments are minus infinity, the gradient is ``nan``. Start with a large negative number where gradients
    are needed:

    >>> none = torch.tensor(float("-inf"), requires_grad=True)
    >>> torch.autograd.grad(torch.logaddexp(none, torch.tensor(float("-inf"))), none)
    (tensor(nan),)
    >>> start = torch.tensor(-1e30, requires_grad=True)
    >>> torch.autograd.grad(torch.logaddexp(start, torch.tensor(-1e30)), start)
    (tensor(0.5000),)

    With 0 as the second argument, ``logaddexp`` is ``torch.nn.functional.softplus``, a smooth ``relu``:

    >>> z = torch.tensor([-100.0, 0.0, 100.0])
    >>> torch.logaddexp(z, torch.tensor(0.0)), torch.nn.functional.softplus(z)
    (tensor([3.7835e-44, 6.9315e-01, 1.0000e+02]), tensor([3.7835e-44, 6.9315e-01, 1.0000e+02]))

    For more than two tensors, or along a dimension, use :func:`logsumexp`:

    >>> torch.logsumexp(torch.cat([x, y]), 0)
    tensor(-999.6868)

    Both arguments have to be tensors. Make a tensor of a Python number:

    >>> torch.logaddexp(x, 0.0)
    Traceback (most recent call last):
    TypeError: logaddexp(): argument 'other' (position 2) must be Tensor, not float
    >>> torch.logaddexp(x, torch.tensor(0.0))
    tensor([0.])

    See also: :func:`logsumexp`, :func:`logaddexp2`, :func:`log1p`, :func:`exp`.

    :asked: add two probabilities in log space; sum of two log probabilities; log of a sum of exponentials of two tensors;
    forward algorithm of an hmm; ctc forward recursion; np.logaddexp equivalent; underflow when adding log
    probabilities; smooth maximum of two tensors
    """
    if np.result_type(x, y).kind == "f":
        return np.logaddexp(x, y)
    if np.result_type(x, y).kind != "c":
        raise TypeError("not implemented for integers")
    swap = x.real < y.real
    larger, smaller = np.where(swap, y, x), np.where(swap, x, y)
    return larger + np.log1p(np.exp(smaller - larger))


def logaddexp2(x, y):
    """Add two quantities that are given as logarithms to base 2.

    ``logaddexp2(x, y)`` is ``log2(2 ** x + 2 ** y)``. Doubling a quantity adds 1 to its logarithm:

    >>> torch.logaddexp2(torch.tensor([3.0, 10.0]), torch.tensor([3.0, 0.0]))
    tensor([ 4.0000, 10.0014])

    Written out, the powers overflow or underflow. The result of ``logaddexp2`` is finite:

    >>> x = torch.tensor([1000.0, -1000.0])
    >>> torch.log2(torch.exp2(x) + torch.exp2(x))
    tensor([inf, -inf])
    >>> torch.logaddexp2(x, x)
    tensor([1001., -999.])

    For logarithms to base 2, :func:`logaddexp` silently gives a wrong value. A quarter plus a quarter is a half, whose
    logarithm is -1:

    >>> quarter = torch.tensor(0.25)
    >>> torch.logaddexp2(quarter.log2(), quarter.log2()), torch.logaddexp(quarter.log2(), quarter.log2())
    (tensor(-1.), tensor(-1.3069))

    Integers are not accepted. Convert them to floats first:

    >>> torch.logaddexp2(torch.tensor([3]), torch.tensor([3]))
    Traceback (most recent call last):
    NotImplementedError: "logaddexp2_cpu" not implemented for 'Long'
    >>> torch.logaddexp2(torch.tensor([3.0]), torch.tensor([3.0]))
    tensor([4.])

    See also: :func:`logaddexp`, :func:`log2`, :func:`exp2`.

    :asked: add in log2 space; log of a sum in base 2; sum of two log2 values; np.logaddexp2 equivalent; add bit costs;
    log2 of 2^a + 2^b
    """
    if np.result_type(x, y).kind != "f":
        raise TypeError("not implemented for integers and complex numbers")
    return np.logaddexp2(x, y)


def logit(x, eps=None):
    """Turn probabilities into logits: the inverse of ``sigmoid``.

    The logit is log(p / (1 - p)), the logarithm of the odds. A probability of 0.5 gives 0, smaller ones give negative
    logits, and larger ones positive logits:

    >>> p = torch.tensor([0.25, 0.5, 0.9])
    >>> torch.logit(p)
    tensor([-1.0986,  0.0000,  2.1972])
    >>> torch.sigmoid(torch.logit(p))
    tensor([0.2500, 0.5000, 0.9000])

    0 and 1 give infinities. A value outside the range from 0 to 1 gives ``nan``, with no error or warning:

    >>> torch.logit(torch.tensor([0.0, 1.0, 1.5]))
    tensor([-inf, inf, nan])

    ``eps`` first clamps the probabilities to the range from ``eps`` to ``1 - eps``, so the logits below are finite.
    Values that are not probabilities are clamped too, which hides the mistake:

    >>> torch.logit(torch.tensor([0.0, 1.0, 1.5]), eps=1e-6)
    tensor([-13.8155,  13.8023,  13.8023])

    An ``eps`` of 1e-8 is too small for ``float32``: ``1 - eps`` is rounded to 1, and a probability of 1 still gives
    infinity:

    >>> torch.logit(torch.tensor([0.0, 1.0]), eps=1e-8)
    tensor([-18.4207,      inf])

    A probability close to 1 has already lost digits, and ``sigmoid`` of 20 is rounded to 1. Keep the logits of a model,
    and pass them to a loss that takes logits:

    >>> torch.logit(torch.sigmoid(torch.tensor([-20.0, 20.0])))
    tensor([-20.,  inf])

    Where ``eps`` clamps a probability, the gradient is 0:

    >>> q = torch.tensor([0.0, 0.5], requires_grad=True)
    >>> torch.autograd.grad(torch.logit(q, eps=1e-6).sum(), q)
    (tensor([0., 4.]),)

    :param eps: The distance from 0 and 1 at which probabilities are clamped; ``None`` does not clamp.

    See also: :func:`sigmoid`, :func:`log`, :func:`clamp`, :func:`softmax`.

    :asked: inverse sigmoid; probability to logit; log odds; undo the sigmoid; logit gives inf for 0 and 1;
    inverse_sigmoid with eps in detection; convert probabilities for bce with logits; log(p/(1-p))
    """
    if x.dtype.kind == "c":
        raise TypeError("not implemented for complex numbers")
    p = x if x.dtype.kind == "f" else x.astype(np.float32)
    if eps is not None:
        p = np.clip(p, p.dtype.type(eps), 1 - p.dtype.type(eps))
    return np.log(p / (1 - p))


def xlogy(x, y):
    """Compute x times log(y), which is 0 where x is 0.

    >>> torch.xlogy(torch.tensor([0.0, 1.0, 2.0]), torch.tensor([0.0, 2.0, 3.0]))
    tensor([0.0000, 0.6931, 2.1972])

    Written out, ``0 * log(0)`` is ``nan``, so one class of probability 0 makes the entropy ``nan``. ``xlogy`` gives 0
    there:

    >>> p = torch.tensor([0.0, 0.25, 0.75])
    >>> -(p * p.log()).sum()
    tensor(nan)
    >>> -torch.xlogy(p, p).sum()
    tensor(0.5623)

    The Kullback-Leibler divergence of ``p`` from ``q`` takes two calls. It is infinite if a class has probability 0 in
    ``q`` but not in ``p``:

    >>> q = torch.tensor([0.5, 0.25, 0.25])
    >>> (torch.xlogy(p, p) - torch.xlogy(p, q)).sum()
    tensor(0.8240)

    A ``nan`` in ``y`` gives ``nan``, even where ``x`` is 0. A negative ``y`` gives 0 there:

    >>> torch.xlogy(torch.zeros(3), torch.tensor([0.0, -1.0, float("nan")]))
    tensor([0., 0., nan])

    At probability 0, an entropy is finite, but its gradient is ``nan``. Clamp the probabilities, which makes the
    gradient there 0:

    >>> w = torch.tensor([0.0, 0.25], requires_grad=True)
    >>> torch.autograd.grad(torch.xlogy(w, w).sum(), w)
    (tensor([    nan, -0.3863]),)
    >>> c = w.clamp(min=1e-12)
    >>> torch.autograd.grad(torch.xlogy(c, c).sum(), w)
    (tensor([ 0.0000, -0.3863]),)

    ``torch.special.xlog1py`` computes ``x * log(1 + y)`` by the same rule, accurately for ``y`` close to 0:

    >>> torch.special.xlog1py(torch.tensor([0.0, 2.0]), torch.tensor([-1.0, 1e-8]))
    tensor([0.0000e+00, 2.0000e-08])

    Two Python numbers are not accepted. Make a tensor of one of them:

    >>> torch.xlogy(2, 3)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: xlogy() received an invalid combination of arguments - got (int, int), but expected one of:...
    >>> torch.xlogy(torch.tensor(2), 3)
    tensor(2.1972)

    :param other: What the logarithm is taken of: a number, or a tensor that broadcasts.

    See also: :func:`log`, :func:`log1p`, :func:`logsumexp`.

    :asked: 0 log 0 is nan; entropy with zero probabilities; x log y; kl divergence by hand with zeros; p log p; nan in
    entropy; scipy xlogy equivalent; mutual information with zero counts; poisson log likelihood
    """
    dtype = np.result_type(x, y) if np.result_type(x, y).kind in "fc" else np.float32
    if np.issubdtype(dtype, np.complexfloating):
        raise TypeError("not implemented for complex numbers")
    x, y = np.asarray(x, dtype), np.asarray(y, dtype)
    return np.where((x == 0) & ~np.isnan(y), 0, x * np.log(y)).astype(dtype)


ELSEWHERE = {
    "special.exp2": exp2,
    "special.expm1": expm1,
    "special.logit": logit,
    "special.xlogy": xlogy,
    "special.log1p": log1p,
}
