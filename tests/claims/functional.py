"""What the entries of ``torch.nn.functional`` say of more cases than they show; the docstring is the sentence."""

import torch

from tests.claims.inputs import DTYPES, INTEGERS, drawn, raises, shapes

PAD, ONE_HOT = torch.nn.functional.pad, torch.nn.functional.one_hot
MODES = ("reflect", "replicate", "circular")


def test_one_hot_takes_int64():
    """The input has to be ``int64``, and the result is ``int64``.

    A linear layer takes floats, so convert the result with :func:`float`:"""
    for dtype in DTYPES:
        x = torch.tensor([0, 1]).to(dtype)
        assert (raises(ONE_HOT, x) is None) is (dtype == torch.int64)
    rows, layer = ONE_HOT(torch.tensor([0, 1])), torch.nn.Linear(2, 3)
    assert rows.dtype == torch.int64
    assert raises(layer, rows) is RuntimeError and raises(layer, rows.float()) is None


def test_a_single_1():
    """Encode class indices one-hot: as rows with a single 1.

    Row ``i`` of the result has its 1 in the column that element ``i`` names:

    The number of columns; without it, the largest index plus 1, which may differ from batch to batch.
    """
    for shape in shapes(1, 3, dims=2):
        x = drawn(*shape, 1).abs().mul(2).long()[..., 0]
        for classes in (-1, x.max() + 1, x.max() + 4):
            rows = ONE_HOT(x, int(classes))
            assert rows.shape == (*shape, x.max() + 1 if classes == -1 else classes)
            assert rows.argmax(-1).equal(x) and rows.sum(-1).eq(1).all()


def test_range_of_the_classes():
    """Class indices start from 0, and the largest is ``num_classes - 1``."""
    for classes in (1, 2, 10):
        for index in range(-2, classes + 2):
            assert (raises(ONE_HOT, torch.tensor([index]), classes) is None) is (0 <= index < classes)


def test_pad_starts_with_the_last_dimension():
    """``pad`` starts with the last dimension: left, right, then top, bottom.

    A negative number cuts elements off:
    """
    x = drawn(3, 4)
    for left, right, top, bottom in [(1, 0, 0, 0), (0, 2, 0, 0), (0, 0, 3, 0), (0, 0, 0, 1), (1, -2, -1, 3)]:
        y = PAD(x, (left, right, top, bottom), value=7)
        assert y.shape == (3 + top + bottom, 4 + left + right)
        kept = x[max(-top, 0) : 3 - max(-bottom, 0), max(-left, 0) : 4 - max(-right, 0)]
        top, left = max(top, 0), max(left, 0)
        assert y[top : top + kept.shape[0], left : left + kept.shape[1]].equal(kept)
        assert (y == 7).sum() == y.numel() - kept.numel()


def test_dimensions_that_modes_pad():
    """They need at least one dimension that is not padded, so a 1-d tensor needs an extra dimension:

    ``"constant"``, ``"reflect"``, ``"replicate"`` or ``"circular"``; the last three pad 1 dimension of 2-d or 3-d
    input, 2 of 3-d or 4-d, 3 of 4-d or 5-d.
    """
    for dims in range(1, 6):
        for padded in range(1, dims + 1):
            widths, x = (1,) * 2 * padded, torch.zeros([3] * dims)
            fits = padded <= 3 and dims - padded in (1, 2)
            assert [raises(PAD, x, widths, mode) is None for mode in ("constant", *MODES)] == [True, fits, fits, fits]


def test_reflect_pads_by_the_size_minus_1():
    """``"reflect"`` does not repeat the edge, so it can pad by the size minus 1 at most."""
    for size in range(1, 6):
        x = torch.arange(size)[None]
        for width in range(1, 8):
            assert (raises(PAD, x, (width, 0), "reflect") is None) is (width < size)
            assert raises(PAD, x, (width, 0), "replicate") is None
            if width < size:
                assert PAD(x, (width, 0), "reflect")[0, :width].tolist() == list(range(width, 0, -1))


def test_what_is_filled_in():
    """What ``"constant"`` fills in, 0 by default; it is converted to a float, then to the dtype of the tensor,
    whose range has to hold it.
    """
    for dtype in DTYPES:
        x = torch.ones(2, dtype=dtype)
        for value in (None, 2.5, 1, 0):
            y = PAD(x, (1, 0), value=value)
            assert y.dtype == dtype and y[0] == torch.tensor(value or 0).to(dtype)
        if dtype in INTEGERS:
            limits = torch.iinfo(dtype)
            for value in (limits.min, limits.max) if dtype != torch.int64 else ():
                assert PAD(x, (1, 0), value=value)[0] == value
            assert all(raises(PAD, x, (1, 0), value=value) for value in (1e30, float("nan"), 2 * limits.max))
