"""Settings: how torch behaves and prints, for the whole program."""

import numpy as np

__all__ = [
    "set_printoptions",
]


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None):
    """Choose how tensors are printed: digits, scientific notation, omitted parts.

    ``precision`` is the number of digits after the point, and ``sci_mode=False`` turns powers of ten off:

    >>> x = torch.tensor([0.00001, 1 / 3])
    >>> x
    tensor([1.0000e-05, 3.3333e-01])
    >>> torch.set_printoptions(precision=2, sci_mode=False)
    >>> x
    tensor([0.00, 0.33])

    The printout is rounded, but the tensor is not:

    >>> x[1].item()
    0.3333333432674408

    A call without ``sci_mode`` resets it. The other settings stay, unless the call or its ``profile`` changes them:

    >>> torch.set_printoptions(edgeitems=2)
    >>> x
    tensor([1.00e-05, 3.33e-01])

    For a tensor with more than ``threshold`` elements, by default 1000, the middle of each long dimension is omitted.
    ``profile="full"`` prints the whole tensor, and ``"default"`` restores the defaults:

    >>> torch.set_printoptions(profile="full")
    >>> len(str(torch.arange(1001)).split(","))
    1001
    >>> torch.set_printoptions(profile="default")
    >>> torch.arange(1001)
    tensor([   0,    1,    2,  ...,  998,  999, 1000])

    The settings hold for the whole program. To print a single number differently, format it:

    >>> f"{x[1].item():.6f}"
    '0.333333'

    ``threshold`` and ``edgeitems`` control what is omitted. ``linewidth`` is roughly the number of characters after
    which a line breaks:

    >>> torch.set_printoptions(threshold=5, edgeitems=1)
    >>> torch.arange(8)
    tensor([0,  ..., 7])
    >>> torch.set_printoptions(profile="default", linewidth=20)
    >>> torch.arange(8)
    tensor([0, 1, 2, 3,
            4, 5, 6, 7])
    >>> torch.set_printoptions(profile="default")

    :param precision: How many digits to print after the point; without powers of ten, a tensor whose floats all lack a
        fraction, such as ``tensor([2.])``, has none.
    :param threshold: The number of elements up to which a tensor is printed in full; beyond it, the middle of each long
        dimension is omitted.
    :param edgeitems: How many elements of each dimension to print at either end of what is omitted.
    :param linewidth: Roughly the number of characters after which a line breaks.
    :param profile: ``"default"``, ``"short"`` or ``"full"``: a set of values for the other settings.
    :param sci_mode: ``True`` prints floats with powers of ten, ``False`` without; by default, torch chooses by the
        values.

    See also: :func:`item`, :func:`tolist`, :func:`round`.

    :asked: print the full tensor; disable scientific notation; numbers like 1e-05 in the output; output truncated in
    the middle; line width of printed matrix; stop printing numbers like 1e-04; print all values of a big tensor; only
    4 digits shown want more precision; print 8 digits of each number; print whole array without dots in the middle;
    more decimal places or digits; more digits in the printed output
    """
    profiles = {
        "default": {"precision": 4, "threshold": 1000, "edgeitems": 3, "linewidth": 80},
        "short": {"precision": 2, "threshold": 1000, "edgeitems": 2, "linewidth": 80},
        "full": {"precision": 4, "threshold": np.inf, "edgeitems": 3, "linewidth": 80},
    }
    np.set_printoptions(**profiles.get(profile, {}))
    np.set_printoptions(precision, threshold, edgeitems, linewidth)
    if sci_mode is not None:
        digits = np.get_printoptions()["precision"]
        style = f"{{:.{digits}e}}" if sci_mode else f"{{:.{digits}f}}"
        np.set_printoptions(formatter={"float_kind": style.format})
