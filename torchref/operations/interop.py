"""Interop: convert between tensors, NumPy arrays, and plain Python numbers and lists."""

__all__ = [
    "from_numpy",
    "item",
    "numpy",
    "tolist",
]


def from_numpy(ndarray):
    """Turn a NumPy array into a tensor that shares its memory.

    A write to the array changes the tensor, and a write to the tensor changes the array. :func:`tensor` makes a copy,
    which keeps the old values:

    >>> a = np.array([1, 2, 3])
    >>> shared, copied = torch.from_numpy(a), torch.tensor(a)
    >>> a[0] = 100
    >>> shared, copied
    (tensor([100,   2,   3]), tensor([1, 2, 3]))

    An array lacks many methods of a tensor. Convert it first:

    >>> a.unsqueeze(0)
    Traceback (most recent call last):
    AttributeError: 'numpy.ndarray' object has no attribute 'unsqueeze'
    >>> torch.from_numpy(a).unsqueeze(0)
    tensor([[100,   2,   3]])

    A list or a NumPy scalar is not accepted. Use :func:`tensor`:

    >>> torch.from_numpy([1, 2, 3])
    Traceback (most recent call last):
    TypeError: expected np.ndarray (got list)
    >>> torch.tensor([1, 2, 3])
    tensor([1, 2, 3])

    By default, ``None`` among the values makes an array of Python objects, as columns of text and numbers in a data
    frame do. Convert such an array to numbers, after replacing each ``None``:

    >>> objects = np.array([1, 2, 3], dtype=object)
    >>> torch.from_numpy(objects)
    Traceback (most recent call last):
    TypeError: can't convert np.ndarray of type numpy.object_. The only supported types are: float64, float32, float16, complex64, complex128, int64, int32, int16, int8, uint64, uint32, uint16, uint8, and bool.
    >>> torch.from_numpy(objects.astype(np.int64))
    tensor([1, 2, 3])

    A reversed array has a negative stride, which is not accepted. Copy the array first:

    >>> torch.from_numpy(np.arange(3)[::-1])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ValueError: At least one stride in the given numpy array is negative, and tensors with negative strides are not currently supported. (You can probably work around this by making a copy of your array  with array.copy().)...
    >>> torch.from_numpy(np.arange(3)[::-1].copy())
    tensor([2, 1, 0])

    A read-only array is accepted, with the warning ``The given NumPy array is not writable`` once per process. A write
    to the tensor changes the array, so copy a read-only array first. NumPy's floats are ``float64`` by default, while
    the weights of a model are ``float32``. Convert the tensor with ``x.float()``; the copy does not share the memory.

    :param ndarray: The array; the tensor shares its memory, so a write to one changes the other.

    See also: :func:`tensor`, :func:`as_tensor`, :func:`numpy`, :func:`float`.

    :sheet: from_numpy(v.numpy())
    :sheet numpy: a[::-1] → from_numpy(a[::-1].copy())
    :sheet trap: from_numpy(a[::-1]): The strides are negative.

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

    A write to the tensor also changes the array. To keep the values, copy the array:

    >>> kept = x.numpy().copy()
    >>> x.zero_()
    tensor([0., 0., 0.])
    >>> a, kept
    (array([0., 0., 0.], dtype=float32), array([100.,   2.,   3.], dtype=float32))

    While gradients are recorded, a tensor that requires grad is not accepted. Detach it, and copy a tensor on a GPU
    with ``cpu()``; ``force=True`` does both:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> w.numpy()
    Traceback (most recent call last):
    RuntimeError: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
    >>> w.detach().numpy()
    array([1., 2.], dtype=float32)
    >>> w.numpy(force=True)
    array([1., 2.], dtype=float32)

    NumPy lacks ``bfloat16``. Convert the tensor to ``float32`` first:

    >>> x.bfloat16().numpy()
    Traceback (most recent call last):
    TypeError: Got unsupported ScalarType BFloat16
    >>> x.bfloat16().float().numpy()
    array([0., 0., 0.], dtype=float32)

    Autograd does not track a write to the array, so the gradient can be silently wrong. Its first value should be 2
    here:

    >>> y = w * 1
    >>> loss = (y * y).sum()
    >>> y.detach().numpy()[0] = 100
    >>> loss.backward()
    >>> w.grad
    tensor([200.,   4.])

    :param force: ``True`` also converts a tensor that requires grad, is conjugated or is on a GPU, and may then return
        a copy.

    See also: :func:`from_numpy`, :func:`detach`, :func:`cpu`, :func:`tolist`.

    :sheet error: Can't call numpy() on Tensor that requires grad: Call ``x.detach().numpy()``.
    :sheet numpy: x → x.numpy()

    :asked: plot a tensor with matplotlib; convert output to ndarray; np function on a torch tensor; draw loss curve
    from tensor; confusion matrix with sklearn; tensor to np.array; model output for seaborn or sklearn; what does
    x.detach().cpu().numpy() mean; get an ndarray out of a tensor; use tensor in pandas dataframe or np.save; pass
    tensor to sklearn or scipy; tensor to opencv image
    """
    return x


def item(x):
    """Return the value of a tensor of one element as a Python number.

    >>> torch.tensor(3).item(), torch.tensor([[2.5]]).item(), torch.tensor([True]).item()
    (3, 2.5, True)

    ``item`` needs exactly one element. For several elements, use :func:`tolist`:

    >>> x = torch.tensor([1.0, 2.0])
    >>> x.item()
    Traceback (most recent call last):
    RuntimeError: a Tensor with 2 elements cannot be converted to Scalar
    >>> x.tolist()
    [1.0, 2.0]

    Add up a running loss as Python numbers. A sum of tensors keeps the graph of each step in memory:

    >>> loss = torch.tensor(3.0, requires_grad=True) * 3
    >>> 0.0 + loss.item() + loss.item()
    18.0
    >>> 0.0 + loss + loss
    tensor(18., grad_fn=<AddBackward0>)

    A 0-d tensor, such as a loss, cannot be indexed with 0, although old code contains ``loss.data[0]``. Call ``item``:

    >>> loss[0]
    Traceback (most recent call last):
    IndexError: invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number
    >>> loss.item()
    9.0

    A format specification works on a 0-d tensor, but not on a tensor with dimensions or on a ``Parameter``. Format the
    Python number that ``item`` returns:

    >>> f"{torch.tensor([0.25]):.2f}"
    Traceback (most recent call last):
    TypeError: unsupported format string passed to Tensor.__format__
    >>> f"{torch.tensor([0.25]).item():.2f}"
    '0.25'

    A Python float has 64 bits, so it shows how ``float32`` rounded 0.1:

    >>> torch.tensor(0.1).item()
    0.10000000149011612

    See also: :func:`tolist`, :func:`detach`, :func:`numpy`.

    :sheet: x.sum().item()

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

    ``list(x)`` splits the first dimension, and its items are tensors. Do not use tensors as dictionary keys or in a
    set, since tensors of equal values count as different:

    >>> x = torch.tensor([1, 1, 2])
    >>> list(x)
    [tensor(1), tensor(1), tensor(2)]
    >>> len(set(x)), len(set(x.tolist()))
    (3, 2)

    JSON stores numbers and lists, not tensors. Convert the tensor first:

    >>> import json
    >>> json.dumps({"scores": x})
    Traceback (most recent call last):
    TypeError: Object of type Tensor is not JSON serializable
    >>> json.dumps({"scores": x.tolist()})
    '{"scores": [1, 1, 2]}'

    The list is a copy. Writing to the list does not change the tensor:

    >>> numbers = x.tolist()
    >>> numbers[0] = 100
    >>> x
    tensor([1, 1, 2])

    A 0-d tensor gives a bare number, which is not iterable. ``reshape(-1)`` makes the tensor 1-d first:

    >>> torch.tensor(5).tolist()
    5
    >>> torch.tensor(5).reshape(-1).tolist()
    [5]

    See also: :func:`item`, :func:`numpy`, :func:`tensor`, :func:`unbind`.

    :sheet: v.tolist()

    :asked: tensor to python list; tensor to normal python list of floats; save results as json; use values as
    dictionary keys or set; predictions as list; write numbers to csv; token ids back to list; python ints from tensor
    of ids; all values printed without the word tensor; python ints of predicted ids for text
    """
    return x.tolist()
