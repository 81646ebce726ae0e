"""Functional: functions for tensors that are found in ``torch.nn.functional`` alone."""

import numpy as np

SPACE = "nn.functional"
__all__ = ["one_hot", "pad"]


def one_hot(x, num_classes=-1):
    """Encode class numbers one-hot: as rows with a single 1.

    >>> torch.nn.functional.one_hot(torch.tensor([0, 2, 1]))
    tensor([[1, 0, 0],
            [0, 0, 1],
            [0, 1, 0]])

    Unless told, it counts the classes by the largest number present. A batch without the last class comes out too
    narrow:

    >>> torch.nn.functional.one_hot(torch.tensor([0, 1, 1])).shape
    torch.Size([3, 2])
    >>> torch.nn.functional.one_hot(torch.tensor([0, 1, 1]), num_classes=3).shape
    torch.Size([3, 3])

    Classes count from 0. Those that count from 1 run out of the table:

    >>> torch.nn.functional.one_hot(torch.tensor([1, 2, 3]), num_classes=3)
    Traceback (most recent call last):
    RuntimeError: Class values must be smaller than num_classes.
    >>> torch.nn.functional.one_hot(torch.tensor([1, 2, 3]) - 1, num_classes=3).shape
    torch.Size([3, 3])

    It takes int64 and gives int64. Labels read from a table are often float32, and a layer wants its input in
    float32, so convert on both sides:

    >>> labels = torch.tensor([2.0, 0.0])
    >>> torch.nn.functional.one_hot(labels)
    Traceback (most recent call last):
    RuntimeError: one_hot is only applicable to index tensor of type LongTensor.
    >>> torch.nn.functional.one_hot(labels.long()).float()
    tensor([[0., 0., 1.],
            [1., 0., 0.]])

    :param input: The class indices, as ``int64``, from 0 up.
    :param num_classes: The number of columns; without it, the largest index plus 1, which may differ from batch to
        batch.

    See also: :func:`nn.CrossEntropyLoss`, :func:`long`, :func:`eye`, :func:`scatter`.

    :asked: one-hot encoding; class labels to vectors; to_categorical in keras; categorical data to binary
    columns; get_dummies in pandas; integer labels to matrix of zeros and ones; column missing for absent class;
    one_hot is only applicable to index tensor; labels 0..9 to vectors of length 10; segmentation mask to one
    channel per class; integer classes to binary matrix; one row with a single 1 per label
    """
    num_classes = x.max() + 1 if num_classes == -1 else num_classes
    return np.eye(num_classes, dtype=np.int64)[x]


def pad(x, pad, mode="constant", value=None):
    """Pad a tensor: put zeros or another number around it.

    ``pad`` counts from the last dimension: left, right, then top, bottom. A negative margin cuts off:

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

    ``np.pad`` begins at the first dimension and takes pairs. Here the order is the other way round, and all in one
    row:

    >>> torch.nn.functional.pad(x, ((1, 0), (0, 0)))
    Traceback (most recent call last):
    TypeError: pad(): argument 'pad' (position 2) must be tuple of ints, but found element of type tuple at pos 0

    Sequences of several lengths become rows of one table:

    >>> words = [torch.tensor([1, 2]), torch.tensor([3, 4, 5])]
    >>> torch.stack([torch.nn.functional.pad(word, (0, 3 - len(word)), value=-1) for word in words])
    tensor([[ 1,  2, -1],
            [ 3,  4,  5]])

    Other modes repeat numbers of the tensor: ``"reflect"``, ``"replicate"``, ``"circular"``. They leave at least the
    first dimension alone, so a row by itself needs one more. A mirror shows no more than there is:

    >>> torch.nn.functional.pad(torch.tensor([[1, 2, 3]]), (2, 2), mode="reflect")
    tensor([[3, 2, 1, 2, 3, 2, 1]])
    >>> torch.nn.functional.pad(torch.tensor([[1, 2, 3]]), (3, 3), mode="reflect")
    Traceback (most recent call last):
    RuntimeError: Argument #4: Padding size should be less than the corresponding input dimension, but got: padding (3, 3) at dimension 1 of input [1, 3]

    :param pad: Two numbers per dimension, before and after, the last dimension first; a negative number cuts off.
    :param mode: ``"constant"``, ``"reflect"``, ``"replicate"`` or ``"circular"``; all but the first pad the last
        dimensions only.
    :param value: What ``"constant"`` fills in; without it, 0.

    See also: :func:`cat`, :func:`stack`, :func:`full`, :func:`unfold`.

    :asked: zero padding; order of pad arguments left right top bottom; padding size should be less than the
    corresponding input dimension; make sentences the same length with zeros; batch of sequences with different
    lengths; add zero border around image; pad to multiple of 32; pad image to square; mirror padding at edges; same
    padding for convolution; fill short sequences with zeros at the end; extend array with zeros at the end
    """
    pairs = [(0, 0)] * (x.ndim - len(pad) // 2) + [pad[n : n + 2] for n in range(len(pad) - 2, -1, -2)]
    x = x[tuple(slice(max(-a, 0), n - max(-b, 0)) for n, (a, b) in zip(x.shape, pairs, strict=True))]
    margins = [(max(a, 0), max(b, 0)) for a, b in pairs]
    if mode == "constant":
        return np.pad(x, margins, constant_values=value or 0)
    return np.pad(x, margins, {"replicate": "edge", "circular": "wrap"}.get(mode, mode))
