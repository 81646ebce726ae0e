"""Missing values: find, replace and skip ``nan`` and infinities."""

import numpy as np

__all__ = [
    "isinf",
    "isnan",
    "nan_to_num",
]


def isnan(x):
    """Find the elements that are ``nan`` (not a number).

    ``nan`` is not equal to itself, so ``==`` does not find it:

    >>> x = torch.tensor([1.0, float("nan"), 3.0])
    >>> x == float("nan")
    tensor([False, False, False])
    >>> torch.isnan(x)
    tensor([False,  True, False])

    ``any`` tells whether there is a ``nan``, and ``nonzero`` returns the positions:

    >>> x.isnan().any().item(), x.isnan().nonzero()
    (True, tensor([[1]]))

    ``isnan`` takes a tensor, not the Python number that ``item`` returns. Test the tensor, or use ``math.isnan``:

    >>> torch.isnan(x.sum().item())
    Traceback (most recent call last):
    TypeError: isnan(): argument 'input' (position 1) must be Tensor, not float
    >>> torch.isnan(x.sum())
    tensor(True)

    One ``nan`` makes the whole sum ``nan``. Omit that element, or replace it with a number:

    >>> x.sum()
    tensor(nan)
    >>> x[~x.isnan()].sum()
    tensor(4.)
    >>> torch.where(x.isnan(), 0, x)
    tensor([1., 0., 3.])

    Infinity is not ``nan``, but ``inf - inf`` is. ``torch.isfinite`` is ``False`` for both:

    >>> y = torch.tensor([1.0, float("inf")])
    >>> torch.isnan(y), torch.isnan(y - y)
    (tensor([False, False]), tensor([False,  True]))
    >>> torch.isfinite(y)
    tensor([ True, False])

    Integers and bools do not hold ``nan``; for them the result is ``False``.

    See also: :func:`isinf`, :func:`nan_to_num`, :func:`where`.

    :asked: check for nan in loss and stop; where are the nans; drop rows with nan like dropna; np.isnan and pandas
    isna; rows containing nan; loss becomes nan how to detect; sum ignoring nan; mask of missing values;
    number of nans per column; which values are missing; mean without nans; single nan in whole batch
    """
    return np.isnan(x)


def isinf(x):
    """Find the elements that are infinite, of either sign.

    Division by zero with ``/`` silently gives infinities, but 0 / 0 gives ``nan``, which is not infinite:

    >>> x = torch.tensor([1.0, -1.0, 0.0, 2.0]) / torch.tensor([0.0, 0.0, 0.0, 1.0])
    >>> x
    tensor([inf, -inf, nan, 2.])
    >>> torch.isinf(x)
    tensor([ True,  True, False, False])

    The mask ``~x.isinf()`` therefore keeps ``nan``. ``torch.isfinite`` selects the finite values:

    >>> x[~x.isinf()]
    tensor([nan, 2.])
    >>> x[x.isfinite()]
    tensor([2.])

    Floating-point results that overflow become infinite, and the limit depends on the dtype. ``float32`` holds
    ``exp(88)``, ``float64`` holds ``exp(709)``, and ``float16`` ends at 65504:

    >>> torch.isinf(torch.tensor([88.0, 89.0]).exp())
    tensor([False,  True])
    >>> torch.isinf(torch.tensor([88.0, 89.0], dtype=torch.float64).exp())
    tensor([False, False])
    >>> torch.isinf(torch.tensor([60000.0, 70000.0]).half())
    tensor([False,  True])

    The mask does not show the sign. Compare with an infinity instead:

    >>> x == -float("inf")
    tensor([False,  True, False, False])

    See also: :func:`isnan`, :func:`nan_to_num`, :func:`clamp`.

    :asked: division by zero gives inf; detect value overflow to inf in float16; loss is inf; is every value finite;
    keep only finite numbers; negative infinity; exp too large; any infinity in gradients; overflowed entries in fp16
    gradients; check overflow in half precision; detect result of division by zero; find -inf entries in scores
    """
    return np.isinf(x)


def nan_to_num(x, nan=None, posinf=None, neginf=None):
    """Replace ``nan`` and infinities with finite numbers.

    >>> x = torch.tensor([1.0, float("nan"), float("inf"), float("-inf")])
    >>> torch.nan_to_num(x, nan=0.0, posinf=100.0, neginf=-100.0)
    tensor([   1.,    0.,  100., -100.])

    By default, infinities become the largest and the lowest finite value of the dtype. Multiplying the result can
    overflow to infinity again:

    >>> torch.nan_to_num(x)
    tensor([ 1.0000e+00,  0.0000e+00,  3.4028e+38, -3.4028e+38])
    >>> torch.nan_to_num(x) * 2
    tensor([2., 0., inf, -inf])

    ``nan`` is not equal to itself, so assigning through a mask made with ``==`` does not replace it. Use
    ``nan_to_num_``:

    >>> y = torch.tensor([1.0, float("nan")])
    >>> y[y == float("nan")] = 0
    >>> y
    tensor([1., nan])
    >>> y.nan_to_num_()
    tensor([1., 0.])

    ``nan_to_num`` fixes the result of 0 / 0, but not its gradient: the backward pass multiplies 0 by infinity, which
    gives ``nan`` again. Keep the zero out of the division instead:

    >>> z = torch.tensor([0.0, 2.0], requires_grad=True)
    >>> torch.nan_to_num(z / z).sum().backward()
    >>> z.grad
    tensor([nan, 0.])
    >>> z.grad = None
    >>> torch.where(z == 0, 0, z / torch.where(z == 0, 1, z)).sum().backward()
    >>> z.grad
    tensor([0., 0.])

    :param nan: The value that replaces ``nan``; 0 by default.
    :param posinf: The value that replaces ``inf``; by default, the largest finite value of the dtype.
    :param neginf: The value that replaces ``-inf``; by default, the lowest finite value of the dtype.

    See also: :func:`isnan`, :func:`isinf`, :func:`where`, :func:`clamp`.

    :asked: replace nan values with zero; fill missing values; remove not-a-number; fillna of pandas; clean nan in
    input data; zero divided by zero; swap infinity for a large number; gradient still nan after replacing; impute
    missing data; replace inf by big finite number; 0/0 gives nan set it to 0; nan and inf out of my
    dataset
    """
    return np.nan_to_num(x, nan=0.0 if nan is None else nan, posinf=posinf, neginf=neginf)
