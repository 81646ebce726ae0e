"""Functional: functions for tensors that are found in ``torch.nn.functional`` alone."""

import numpy as np

SPACE = "nn.functional"
__all__ = ["one_hot", "pad"]


def one_hot(x, num_classes=-1):
    """Encode class indices one-hot: as rows with a single 1.

    Row ``i`` of the result has its 1 in the column that element ``i`` names:

    >>> torch.nn.functional.one_hot(torch.tensor([0, 2, 1]))
    tensor([[1, 0, 0],
            [0, 0, 1],
            [0, 1, 0]])

    By default the number of classes is the largest index plus 1, so a batch without the last class silently gets too
    few columns. Pass ``num_classes``:

    >>> torch.nn.functional.one_hot(torch.tensor([0, 1, 1])).shape
    torch.Size([3, 2])
    >>> torch.nn.functional.one_hot(torch.tensor([0, 1, 1]), num_classes=3).shape
    torch.Size([3, 3])

    Class indices start from 0, and the largest is ``num_classes - 1``. Subtract 1 from labels that start from 1:

    >>> torch.nn.functional.one_hot(torch.tensor([1, 2, 3]), num_classes=3)
    Traceback (most recent call last):
    RuntimeError: Class values must be smaller than num_classes.
    >>> torch.nn.functional.one_hot(torch.tensor([1, 2, 3]) - 1, num_classes=3).shape
    torch.Size([3, 3])

    The input has to be ``int64``, and the result is ``int64``. Convert floating-point labels with :func:`long`. A
    linear layer takes floats, so convert the result with :func:`float`:

    >>> labels = torch.tensor([2.0, 0.0])
    >>> torch.nn.functional.one_hot(labels)
    Traceback (most recent call last):
    RuntimeError: one_hot is only applicable to index tensor of type LongTensor.
    >>> torch.nn.functional.one_hot(labels.long()).float()
    tensor([[0., 0., 1.],
            [1., 0., 0.]])

    :param input: The class indices, as ``int64``, starting from 0.
    :param num_classes: The number of columns; without it, the largest index plus 1, which may differ from batch to
        batch.

    See also: :func:`nn.CrossEntropyLoss`, :func:`long`, :func:`eye`, :func:`scatter`.

    :asked: one-hot encoding; class labels to vectors; to_categorical in keras; categorical data to binary
    columns; get_dummies in pandas; integer labels to matrix of zeros and ones; column missing for absent class;
    one_hot is only applicable to index tensor; labels 0..9 to vectors of length 10; segmentation mask to one
    channel per class; integer classes to binary matrix; one row with a single 1 per label
    """
    if x.dtype != np.int64 or (x < 0).any():
        raise ValueError("a class index is an int64, 0 or above")
    num_classes = x.max() + 1 if num_classes == -1 else num_classes
    return np.eye(num_classes, dtype=np.int64)[x]


def pad(x, pad, mode="constant", value=None):
    """Pad a tensor with zeros, with another value, or with its own elements.

    ``pad`` starts with the last dimension: left, right, then top, bottom. A negative number cuts elements off:

    >>> x = torch.tensor([[1, 2], [3, 4]])
    >>> torch.nn.functional.pad(x, (1, 2))
    tensor([[0, 1, 2, 0, 0],
            [0, 3, 4, 0, 0]])
    >>> torch.nn.functional.pad(x, (0, 0, 1, 0))
    tensor([[0, 0],
            [1, 2],
            [3, 4]])
    >>> torch.nn.functional.pad(x, (-1, 0))
    tensor([[2],
            [4]])

    ``np.pad`` takes pairs, the first dimension first. ``pad`` takes one flat tuple, the last dimension first:

    >>> torch.nn.functional.pad(x, ((1, 0), (0, 0)))
    Traceback (most recent call last):
    TypeError: pad(): argument 'pad' (position 2) must be tuple of ints, but found element of type tuple at pos 0
    >>> torch.nn.functional.pad(x, (0, 0, 1, 0)).shape
    torch.Size([3, 2])

    Padded to the same length, sequences can be stacked as the rows of one matrix:

    >>> words = [torch.tensor([1, 2]), torch.tensor([3, 4, 5])]
    >>> torch.stack([torch.nn.functional.pad(word, (0, 3 - len(word)), value=-1) for word in words])
    tensor([[ 1,  2, -1],
            [ 3,  4,  5]])

    The other modes repeat elements of the tensor. They need at least one dimension that is not padded, so a 1-d tensor
    needs an extra dimension:

    >>> row = torch.tensor([[1, 2, 3]])
    >>> torch.nn.functional.pad(row, (2, 2), mode="reflect")
    tensor([[3, 2, 1, 2, 3, 2, 1]])
    >>> torch.nn.functional.pad(row, (2, 2), mode="replicate")
    tensor([[1, 1, 1, 2, 3, 3, 3]])
    >>> torch.nn.functional.pad(row, (2, 2), mode="circular")
    tensor([[2, 3, 1, 2, 3, 1, 2]])

    ``"reflect"`` does not repeat the edge, so it can pad by the size minus 1 at most. Pad less, or use
    ``"replicate"``:

    >>> torch.nn.functional.pad(row, (3, 3), mode="reflect")
    Traceback (most recent call last):
    RuntimeError: Argument #4: Padding size should be less than the corresponding input dimension, but got: padding (3, 3) at dimension 1 of input [1, 3]
    >>> torch.nn.functional.pad(row, (3, 3), mode="replicate")
    tensor([[1, 1, 1, 1, 2, 3, 3, 3, 3]])

    :param pad: Two numbers per dimension, before and after, the last dimension first; a negative number cuts off.
    :param mode: ``"constant"``, ``"reflect"``, ``"replicate"`` or ``"circular"``; the last three pad 1 dimension of
        2-d or 3-d input, 2 of 3-d or 4-d, 3 of 4-d or 5-d.
    :param value: What ``"constant"`` fills in, 0 by default; it is converted to a float, then to the dtype of the
        tensor, whose range has to hold it.

    See also: :func:`cat`, :func:`stack`, :func:`full`, :func:`unfold`.

    :sheet numpy: np.pad(x, ((1, 0), (0, 2))) → nn.functional.pad(x, (0, 2, 1, 0))
    :sheet trap: nn.functional.pad(x, (1, 0, 0, 2)): Last dimension first.

    :asked: zero padding; order of pad arguments left right top bottom; padding size should be less than the
    corresponding input dimension; make sentences the same length with zeros; batch of sequences with different
    lengths; add zero border around image; pad to multiple of 32; pad image to square; mirror padding at edges; same
    padding for convolution; fill short sequences with zeros at the end; extend array with zeros at the end
    """
    pairs = [(0, 0)] * (x.ndim - len(pad) // 2) + np.reshape(pad, (-1, 2))[::-1].tolist()
    margins = [(max(a, 0), max(b, 0)) for a, b in pairs]
    if mode in ("reflect", "replicate"):
        x = np.pad(x, margins, "edge" if mode == "replicate" else mode)
    x = x[tuple(slice(max(-a, 0), n - max(-b, 0)) for n, (a, b) in zip(x.shape, pairs, strict=True))]
    if mode == "circular":
        return np.pad(x, margins, "wrap")
    return np.pad(x, margins, constant_values=value or 0) if mode == "constant" else x
