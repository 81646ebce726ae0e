"""Interop: the way between tensors, NumPy arrays and plain Python numbers and lists."""

__all__ = [
    "from_numpy",
    "item",
    "numpy",
    "tolist",
]


def from_numpy(ndarray):
    """Turn a NumPy array into a tensor that shares its memory.

    A write on either side shows on the other. :func:`tensor` makes a copy, which keeps the old numbers:

    >>> a = np.array([1, 2, 3])
    >>> shared, copied = torch.from_numpy(a), torch.tensor(a)
    >>> a[0] = 100
    >>> shared, copied
    (tensor([100,   2,   3]), tensor([1, 2, 3]))
    >>> shared[1] = -1
    >>> a
    array([100,  -1,   3])

    Only writes into the array are seen. ``a = a + 1`` makes a new array, and the tensor stays with the old one:

    >>> a = a + 1
    >>> shared
    tensor([100,  -1,   3])

    NumPy's decimals are float64, a model's weights float32. ``float()`` converts; it copies, so the sharing ends:

    >>> x = torch.from_numpy(np.array([[1.5, 2.5]]))
    >>> torch.nn.Linear(2, 1)(x)
    Traceback (most recent call last):
    RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float
    >>> torch.nn.Linear(2, 1)(x.float()).shape
    torch.Size([1, 1])

    A reversed array has negative strides, which no tensor can have. Copy it first:

    >>> torch.from_numpy(np.arange(3)[::-1])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ValueError: At least one stride in the given numpy array is negative, and tensors with negative strides are not currently supported. (You can probably work around this by making a copy of your array  with array.copy().)...
    >>> torch.from_numpy(np.arange(3)[::-1].copy())
    tensor([2, 1, 0])

    See also: :func:`tensor`, :func:`as_tensor`, :func:`numpy`, :func:`float`.

    :asked: numpy array to tensor; convert ndarray to torch; mat1 and mat2 must have the same dtype, but got Double and Float
    """
    return ndarray


def numpy(x, *, force=False):
    """Turn a tensor into a NumPy array that shares its memory.

    >>> x = torch.tensor([1.0, 2.0, 3.0])
    >>> a = x.numpy()
    >>> a[0] = 100
    >>> x
    tensor([100.,   2.,   3.])

    So a write into the array is one into the tensor, and the other way round. To keep the numbers, copy the array:

    >>> kept = x.numpy().copy()
    >>> x.zero_()
    tensor([0., 0., 0.])
    >>> a, kept
    (array([0., 0., 0.], dtype=float32), array([100.,   2.,   3.], dtype=float32))

    NumPy records nothing for a gradient, so a tensor that requires one has to be detached, and a tensor on a GPU
    copied back by ``cpu()``. ``force=True`` does both:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> w.numpy()
    Traceback (most recent call last):
    RuntimeError: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
    >>> w.detach().numpy()
    array([1., 2.], dtype=float32)
    >>> w.numpy(force=True)
    array([1., 2.], dtype=float32)

    NumPy does not know every dtype of torch. bfloat16 has to become float32 first:

    >>> x.bfloat16().numpy()
    Traceback (most recent call last):
    TypeError: Got unsupported ScalarType BFloat16
    >>> x.bfloat16().float().numpy()
    array([0., 0., 0.], dtype=float32)

    See also: :func:`from_numpy`, :func:`detach`, :func:`cpu`, :func:`tolist`.

    :asked: tensor to numpy array; plot a tensor; Can't call numpy() on Tensor that requires grad
    """
    return x


def item(x):
    """Take the single number out of a tensor, as a Python number.

    >>> torch.tensor(3).item(), torch.tensor([[2.5]]).item(), torch.tensor([True]).item()
    (3, 2.5, True)

    There must be one element and no more, however many brackets are around it. For several there is :func:`tolist`:

    >>> x = torch.tensor([1.0, 2.0])
    >>> x.item()
    Traceback (most recent call last):
    RuntimeError: a Tensor with 2 elements cannot be converted to Scalar
    >>> x.tolist()
    [1.0, 2.0]
    >>> x[0].item()
    1.0

    A running loss is added up as numbers. Added up as tensors, it would keep the graph of every step alive:

    >>> w = torch.tensor(3.0, requires_grad=True)
    >>> total, traced = 0.0, 0.0
    >>> for step in range(2):
    ...     loss = w * w
    ...     total += loss.item()
    ...     traced += loss
    >>> total
    18.0
    >>> traced
    tensor(18., grad_fn=<AddBackward0>)

    Python's float is a float64 and shows all digits of a float32, so 0.1 does not come out as it went in:

    >>> torch.tensor(0.1).item()
    0.10000000149011612
    >>> torch.tensor(0.1, dtype=torch.float64).item()
    0.1

    See also: :func:`tolist`, :func:`detach`, :func:`numpy`.

    :asked: tensor to Python number; get the value out of a tensor; a Tensor with 2 elements cannot be converted to Scalar
    """
    return x.item()


def tolist(x):
    """Turn a tensor into nested Python lists of numbers.

    >>> torch.tensor([[1, 2], [3, 4]]).tolist()
    [[1, 2], [3, 4]]

    ``list(x)`` takes only the first dimension apart, and its items are still tensors: no good for JSON, as keys of a
    dictionary, or in a set, where equal ones stay apart:

    >>> x = torch.tensor([1, 1, 2])
    >>> list(x)
    [tensor(1), tensor(1), tensor(2)]
    >>> len(set(x)), len(set(x.tolist()))
    (3, 2)

    The list is a copy. Writing to it does not reach the tensor:

    >>> numbers = x.tolist()
    >>> numbers[0] = 100
    >>> x
    tensor([1, 1, 2])

    From a tensor without dimensions comes a bare number, where a loop over the result fails:

    >>> torch.tensor(5).tolist()
    5
    >>> torch.tensor(5).reshape(-1).tolist()
    [5]

    See also: :func:`item`, :func:`numpy`, :func:`tensor`, :func:`unbind`.

    :asked: tensor to list; list of Python floats; Object of type Tensor is not JSON serializable
    """
    return x.tolist()
