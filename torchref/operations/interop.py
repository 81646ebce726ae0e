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

    An array lacks the methods of a tensor, so convert before you call one. For a list there is :func:`tensor`:

    >>> a.unsqueeze(0)
    Traceback (most recent call last):
    AttributeError: 'numpy.ndarray' object has no attribute 'unsqueeze'
    >>> torch.from_numpy([1, 2, 3])
    Traceback (most recent call last):
    TypeError: expected np.ndarray (got list)

    ``None`` among the numbers, or a table of mixed columns, makes an array of Python objects. Give it a dtype first:

    >>> objects = np.array([1, 2, 3], dtype=object)
    >>> torch.from_numpy(objects)
    Traceback (most recent call last):
    TypeError: can't convert np.ndarray of type numpy.object_. The only supported types are: float64, float32, float16, complex64, complex128, int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool.
    >>> torch.from_numpy(objects.astype(np.int64))
    tensor([1, 2, 3])

    A reversed array has negative strides, which no tensor can have. Copy it first:

    >>> torch.from_numpy(np.arange(3)[::-1])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ValueError: At least one stride in the given numpy array is negative, and tensors with negative strides are not currently supported. (You can probably work around this by making a copy of your array  with array.copy().)...
    >>> torch.from_numpy(np.arange(3)[::-1].copy())
    tensor([2, 1, 0])

    A read-only array gets through with the warning ``The given NumPy array is not writable``; copy it too. Decimals
    come as float64, while a model's weights are float32: ``x.float()`` converts, and copies, so the sharing ends.

    :param ndarray: The array; the tensor shares its memory, so a write to one changes the other.

    See also: :func:`tensor`, :func:`as_tensor`, :func:`numpy`, :func:`float`.

    :asked: create tensor from numpy array; convert numpy ndarray to torch; pandas dataframe to tensor;
    'numpy.ndarray' object has no attribute; negative strides in numpy array; opencv image to torch; PIL image via
    array to tensor; changing np array also changes tensor; np.load file npy to torch; sklearn or scipy features into
    pytorch; use my numpy dataset in torch; wav samples or hdf5 data through numpy
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

    :param force: ``True`` also converts a tensor that requires grad or is on a GPU, and may then return a copy.

    See also: :func:`from_numpy`, :func:`detach`, :func:`cpu`, :func:`tolist`.

    :asked: plot a tensor with matplotlib; convert output to ndarray; np function on a torch tensor; draw loss curve
    from tensor; confusion matrix with sklearn; tensor to np.array; model output for seaborn or sklearn; what does
    x.detach().cpu().numpy() mean; get an ndarray out of a tensor; use tensor in pandas dataframe or np.save; pass
    tensor to sklearn or scipy; tensor to opencv image
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

    A running loss is added up as numbers. Added up as tensors, it would keep the graph of every step alive:

    >>> loss = torch.tensor(3.0, requires_grad=True) * 3
    >>> 0.0 + loss.item() + loss.item()
    18.0
    >>> 0.0 + loss + loss
    tensor(18., grad_fn=<AddBackward0>)

    A loss has no dimension to index, as very old code does with ``loss.data[0]``:

    >>> loss[0]
    Traceback (most recent call last):
    IndexError: invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number

    A format takes a 0-d tensor, but none that has brackets. ``item`` makes it a number:

    >>> f"{torch.tensor([0.25]):.2f}"
    Traceback (most recent call last):
    TypeError: unsupported format string passed to Tensor.__format__
    >>> f"{torch.tensor([0.25]).item():.2f}"
    '0.25'

    Python's float is a float64 and shows all digits of a float32, so 0.1 does not come out as it went in:

    >>> torch.tensor(0.1).item()
    0.10000000149011612

    See also: :func:`tolist`, :func:`detach`, :func:`numpy`.

    :asked: tensor to python number; convert loss to float for logging; loss prints as tensor(0.35 grad_fn=...) only
    the number; print loss with two decimals; accuracy prints tensor(0.92) want 0.92; plain number without tensor(...)
    around it; gpu memory keeps growing when summing loss; just the number out of the loss; total_loss += loss makes
    ram grow; log loss value to wandb or tensorboard; zero dim tensor value as python float; accuracy as python number
    for an f-string
    """
    return x.item()


def tolist(x):
    """Turn a tensor into nested Python lists of numbers.

    >>> torch.tensor([[1, 2], [3, 4]]).tolist()
    [[1, 2], [3, 4]]

    ``list(x)`` takes only the first dimension apart, and its items are still tensors: no good as keys of a dictionary
    or in a set, where equal ones stay apart:

    >>> x = torch.tensor([1, 1, 2])
    >>> list(x)
    [tensor(1), tensor(1), tensor(2)]
    >>> len(set(x)), len(set(x.tolist()))
    (3, 2)

    JSON knows numbers and lists but no tensor. Convert what goes into the file:

    >>> import json
    >>> json.dumps({"scores": x})
    Traceback (most recent call last):
    TypeError: Object of type Tensor is not JSON serializable
    >>> json.dumps({"scores": x.tolist()})
    '{"scores": [1, 1, 2]}'

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

    :asked: tensor to python list; tensor to normal python list of floats; save results as json; use values as
    dictionary keys or set; predictions as list; write numbers to csv; token ids back to list; python ints from tensor
    of ids; all values printed without the word tensor; python ints of predicted ids for text
    """
    return x.tolist()
