"""Creation: make tensors from your own numbers, from a size and a value, or after another tensor."""

import numpy as np

__all__ = [
    "Tensor",
    "arange",
    "as_tensor",
    "empty",
    "eye",
    "full",
    "full_like",
    "linspace",
    "ones",
    "ones_like",
    "tensor",
    "zeros",
    "zeros_like",
]


def tensor(data, *, dtype=None):
    """Make a tensor from a number, a list or a NumPy array.

    >>> torch.tensor([[1, 2, 3], [4, 5, 6]])
    tensor([[1, 2, 3],
            [4, 5, 6]])

    The dtype is read off the data; one decimal point makes it float32 (in NumPy float64). ``dtype`` overrules it:

    >>> torch.tensor([10]).dtype, torch.tensor([10, 2.5]).dtype, torch.tensor([True]).dtype
    (torch.int64, torch.float32, torch.bool)
    >>> torch.tensor([10, 20], dtype=torch.float32)
    tensor([10., 20.])

    A forgotten decimal point shows up where a gradient is wanted, because integers have none:

    >>> torch.tensor([10, 20], requires_grad=True)
    Traceback (most recent call last):
    RuntimeError: Only Tensors of floating point and complex dtype can require gradients
    >>> torch.tensor([10.0, 20.0], requires_grad=True)
    tensor([10., 20.], requires_grad=True)

    An array is copied, so the two part ways. It keeps its dtype, and NumPy's float64 comes along:

    >>> a = np.array([1.5, 2.5])
    >>> x = torch.tensor(a)
    >>> a[0] = 100
    >>> x
    tensor([1.5000, 2.5000], dtype=torch.float64)

    Tensors of several numbers are no list items. :func:`stack` joins them, and ``x.detach().clone()`` copies one:

    >>> torch.tensor([torch.ones(2), torch.zeros(2)])
    Traceback (most recent call last):
    ValueError: only one element tensors can be converted to Python scalars
    >>> torch.stack([torch.ones(2), torch.zeros(2)]).shape
    torch.Size([2, 2])

    See also: :func:`as_tensor`, :func:`from_numpy`, :func:`Tensor`, :func:`stack`.

    :asked: list to tensor; create a tensor from a Python list; difference between Tensor and tensor
    """
    made = np.array(data, dtype)
    if dtype is None and isinstance(data, (list, tuple, float, complex)):
        made = made.astype({"f": np.float32, "c": np.complex64}.get(made.dtype.kind, made.dtype))
    return made


def Tensor(*data):
    """Construct a float32 tensor: a list is its data, integers are its size.

    ``Tensor`` is the class of all tensors, :func:`tensor` a function that makes them. Both results belong to the
    class; but the function reads the dtype off the data, and the class always takes the default, float32:

    >>> torch.Tensor([10, 20]), torch.tensor([10, 20])
    (tensor([10., 20.]), tensor([10, 20]))

    An integer is no value but a size, and nothing fills the memory: ``torch.Tensor(10)`` holds ten arbitrary numbers,
    not the number 10. That one is ``torch.tensor(10)``:

    >>> torch.Tensor(10).shape, torch.Tensor([10]).shape, torch.Tensor(2, 3).shape
    (torch.Size([10]), torch.Size([1]), torch.Size([2, 3]))

    Large integers are rounded on the way, without a word. float32 has 24 bits for the digits:

    >>> torch.Tensor([16777217])
    tensor([16777216.])
    >>> torch.tensor([16777217])
    tensor([16777217])

    A single decimal number is refused, and there is no ``dtype=``. :func:`tensor` takes both:

    >>> torch.Tensor(2.5)
    Traceback (most recent call last):
    TypeError: new(): data must be a sequence (got float)
    >>> torch.tensor(2.5, dtype=torch.float64)
    tensor(2.5000, dtype=torch.float64)

    A float32 array is not even copied, while one of another dtype is:

    >>> a, b = np.array([1, 2], np.float32), np.array([1, 2])
    >>> torch.Tensor(a)[0] = 100
    >>> torch.Tensor(b)[0] = 100
    >>> a, b
    (array([100.,   2.], dtype=float32), array([1, 2]))

    See also: :func:`tensor`, :func:`empty`, :func:`as_tensor`.

    :asked: torch.Tensor vs torch.tensor; capital T Tensor; uninitialized tensor with strange values
    """
    if all(isinstance(side, int) for side in data):
        return np.empty(data or 0, np.float32)
    return np.asarray(data[0], np.float32)


def as_tensor(data, dtype=None):
    """Turn a list, an array or a tensor into a tensor, copying only if needed.

    Lists are copied, as :func:`tensor` does. A tensor comes back as the very same object:

    >>> torch.as_tensor([1, 2, 3])
    tensor([1, 2, 3])
    >>> x = torch.tensor([1.0, 2.0])
    >>> torch.as_tensor(x) is x
    True

    An array lends its memory, so a write to the tensor changes the array:

    >>> a = np.array([1, 2, 3])
    >>> x = torch.as_tensor(a)
    >>> x[0] = 100
    >>> a
    array([100,   2,   3])

    Ask for another dtype, and the same call copies; the write no longer arrives:

    >>> x = torch.as_tensor(a, dtype=torch.float32)
    >>> x[1] = -1
    >>> a
    array([100,   2,   3])

    So it suits a function that reads whatever it is given. If you are going to write, take the copy that
    :func:`tensor` always makes:

    >>> x = torch.tensor(a)
    >>> x[2] = 0
    >>> a
    array([100,   2,   3])

    See also: :func:`tensor`, :func:`from_numpy`, :func:`to`, :func:`clone`.

    :asked: convert to tensor without copying; accept list, array or tensor; tensor vs as_tensor
    """
    if dtype is None and isinstance(data, (list, tuple, float, complex)):
        dtype = {"f": np.float32, "c": np.complex64}.get(np.array(data).dtype.kind)
    return np.asarray(data, dtype)


def zeros(size, *, dtype=np.float32):
    """Make a tensor filled with zeros.

    The sizes come one by one or as a tuple, where NumPy takes only the tuple:

    >>> torch.zeros(2, 3)
    tensor([[0., 0., 0.],
            [0., 0., 0.]])
    >>> torch.zeros((2, 3)).shape
    torch.Size([2, 3])

    The default is float32 (NumPy's is float64), which cannot serve as an index. Say what the zeros are for:

    >>> x = torch.tensor([10, 20, 30])
    >>> x[torch.zeros(2)]
    Traceback (most recent call last):
    IndexError: tensors used as indices must be long, int, byte or bool tensors
    >>> x[torch.zeros(2, dtype=torch.int64)]
    tensor([10, 10])

    The dtype has to be named, or it is taken for one more size:

    >>> torch.zeros(2, 3, torch.int64)
    Traceback (most recent call last):
    TypeError: zeros(): argument 'size' failed to unpack the object at pos 3 with error "type must be tuple of ints,but got torch.dtype"
    >>> torch.zeros(2, 3, dtype=torch.int64)
    tensor([[0, 0, 0],
            [0, 0, 0]])

    No size at all is a single number without dimensions, a size of 0 an empty tensor:

    >>> torch.zeros(())
    tensor(0.)
    >>> torch.zeros(0, 3)
    tensor([], size=(0, 3))

    See also: :func:`zeros_like`, :func:`ones`, :func:`full`, :func:`zero_`.

    :asked: create a tensor of zeros; initialize an empty tensor with 0; zeros of integer type
    """
    return np.zeros(size, dtype)


def ones(size, *, dtype=np.float32):
    """Make a tensor filled with ones.

    >>> torch.ones(2, 3)
    tensor([[1., 1., 1.],
            [1., 1., 1.]])

    They are float32 unless told otherwise. Sums and products mix dtypes, matrix products do not:

    >>> torch.ones(3) + torch.arange(3)
    tensor([1., 2., 3.])
    >>> torch.ones(3) @ torch.arange(3)
    Traceback (most recent call last):
    RuntimeError: dot : expected both vectors to have same dtype, but found Float and Long
    >>> torch.ones(3, dtype=torch.int64) @ torch.arange(3)
    tensor(3)

    Of type bool they make a mask that lets everything through, ready to be punched:

    >>> mask = torch.ones(4, dtype=torch.bool)
    >>> mask[1] = False
    >>> torch.tensor([10, 20, 30, 40])[mask]
    tensor([10, 30, 40])

    Two names for one call are two names for one tensor. Call twice to get two:

    >>> a = b = torch.ones(2)
    >>> a[0] = 100
    >>> b
    tensor([100.,   1.])
    >>> a, b = torch.ones(2), torch.ones(2)

    See also: :func:`ones_like`, :func:`full`, :func:`zeros`.

    :asked: create a tensor of ones; all-true mask; vector of ones
    """
    return np.ones(size, dtype)


def full(size, fill_value, *, dtype=None):
    """Make a tensor of a given size filled with one value.

    The size comes first, and never as bare numbers:

    >>> torch.full((2, 3), 7)
    tensor([[7, 7, 7],
            [7, 7, 7]])
    >>> torch.full(2, 7)
    Traceback (most recent call last):
    TypeError: full(): argument 'size' (position 1) must be tuple of ints, not int

    The value decides the dtype: 7 gives int64, 7.0 gives float32, ``True`` gives bool:

    >>> torch.full((2,), 7).dtype, torch.full((2,), 7.0).dtype, torch.full((2,), True).dtype
    (torch.int64, torch.float32, torch.bool)

    Hence ``torch.full((3,), 0)`` is not ``torch.zeros(3)``: what is written into it loses its fraction, in silence.
    A decimal point or ``dtype`` cures it:

    >>> x = torch.full((3,), 0)
    >>> x[0] = 0.7
    >>> x
    tensor([0, 0, 0])
    >>> x = torch.full((3,), 0, dtype=torch.float32)
    >>> x[0] = 0.7
    >>> x
    tensor([0.7000, 0.0000, 0.0000])

    To overwrite a tensor that exists already, :func:`fill_` needs no new memory:

    >>> x.fill_(-1)
    tensor([-1., -1., -1.])

    See also: :func:`full_like`, :func:`fill_`, :func:`zeros`, :func:`expand`.

    :asked: fill a tensor with a constant; tensor of a given value; create tensor filled with inf
    """
    if dtype is None:
        dtype = {"b": np.bool_, "i": np.int64, "f": np.float32, "c": np.complex64}[np.asarray(fill_value).dtype.kind]
    return np.full(size, fill_value, dtype)


def empty(size, *, dtype=np.float32):
    """Reserve memory for a tensor without filling it.

    The values are whatever the memory held before, so nothing but the shape and the dtype can be shown:

    >>> torch.empty(2, 3).shape
    torch.Size([2, 3])
    >>> torch.empty(2, 3, dtype=torch.int64).dtype
    torch.int64

    Fresh memory is often zero by chance, which hides a missing fill. Write every place before you read one:

    >>> x = torch.empty(2, 3)
    >>> x[0] = 1
    >>> x[1] = torch.tensor([2, 3, 4])
    >>> x
    tensor([[1., 1., 1.],
            [2., 3., 4.]])

    With no elements there is nothing arbitrary in it. But an empty start for collecting brings its float32 along, and
    integers joined to it turn into floats. Collect the pieces in a list and join them once:

    >>> torch.cat([torch.empty(0), torch.tensor([1, 2])])
    tensor([1., 2.])
    >>> torch.cat([torch.tensor([1, 2]), torch.tensor([3])])
    tensor([1, 2, 3])

    See also: :func:`zeros`, :func:`Tensor`, :func:`fill_`, :func:`copy_`.

    :asked: allocate a tensor without initializing; preallocate memory; why does my tensor hold garbage values
    """
    return np.empty(size, dtype)


def eye(n, m=None, *, dtype=np.float32):
    """Make an identity matrix: ones on the diagonal, zeros elsewhere.

    >>> torch.eye(3)
    tensor([[1., 0., 0.],
            [0., 1., 0.],
            [0., 0., 1.]])

    A second number gives the columns. Here a tuple is refused:

    >>> torch.eye(2, 3)
    tensor([[1., 0., 0.],
            [0., 1., 0.]])
    >>> torch.eye((2, 3))
    Traceback (most recent call last):
    TypeError: eye(): argument 'n' (position 1) must be int, not tuple

    A matrix product with it gives ``x`` again. With ``*`` everything off the diagonal is lost:

    >>> x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    >>> x @ torch.eye(2)
    tensor([[1., 2.],
            [3., 4.]])
    >>> x * torch.eye(2)
    tensor([[1., 0.],
            [0., 4.]])

    Rows of an identity matrix picked by class numbers are one-hot vectors:

    >>> torch.eye(3, dtype=torch.int64)[torch.tensor([2, 0])]
    tensor([[0, 0, 1],
            [1, 0, 0]])

    See also: :func:`diag`, :func:`zeros`, :func:`inv`.

    :asked: identity matrix; one-hot encoding; ones on the diagonal
    """
    return np.eye(n, m, dtype=dtype)


def arange(start, end=None, step=1, *, dtype=None):
    """Count from a start up to an end, which is left out, in equal steps.

    >>> torch.arange(5)
    tensor([0, 1, 2, 3, 4])
    >>> torch.arange(2, 11, 3)
    tensor([2, 5, 8])

    Whole numbers give int64, one decimal point gives float32:

    >>> torch.arange(3).dtype, torch.arange(3.0).dtype, torch.arange(3, dtype=torch.float64).dtype
    (torch.int64, torch.float32, torch.float64)

    A step such as 0.1 has no exact binary form, and rounding decides whether the end slips in. Here it does. Count
    in integers and divide, or say how many points you want with :func:`linspace`:

    >>> torch.arange(1, 1.3, 0.1)
    tensor([1.0000, 1.1000, 1.2000, 1.3000])
    >>> torch.arange(10, 13) / 10
    tensor([1.0000, 1.1000, 1.2000])

    Counting down needs a negative step. NumPy returns an empty array without it:

    >>> torch.arange(5, 0)
    Traceback (most recent call last):
    RuntimeError: upper bound and lower bound inconsistent with step sign
    >>> torch.arange(5, 0, -1)
    tensor([5, 4, 3, 2, 1])

    The name has one r, as in a-range:

    >>> torch.arrange(5)
    Traceback (most recent call last):
    AttributeError: module 'torch' has no attribute 'arrange'

    See also: :func:`linspace`, :func:`randperm`, :func:`flip`.

    :asked: range of numbers as a tensor; count from 0 to n; module 'torch' has no attribute 'arrange'
    """
    start, end = (0, start) if end is None else (start, end)
    whole = all(isinstance(number, int) for number in (start, end, step))
    return np.arange(start, end, step).astype(dtype or (np.int64 if whole else np.float32))


def linspace(start, end, steps, *, dtype=None):
    """Place a given number of points evenly from start to end, both included.

    >>> torch.linspace(0, 10, 5)
    tensor([ 0.0000,  2.5000,  5.0000,  7.5000, 10.0000])

    ``steps`` counts the points, not the gaps, of which there is one fewer. Five gaps take six points:

    >>> torch.linspace(0, 10, 6)
    tensor([ 0.,  2.,  4.,  6.,  8., 10.])

    It is no step size, and it has no default as NumPy's 50. For a step size there is :func:`arange`:

    >>> torch.linspace(0, 1, 0.25)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: linspace() received an invalid combination of arguments - got (int, int, float), but expected one of:...
    >>> torch.arange(0, 1, 0.25)
    tensor([0.0000, 0.2500, 0.5000, 0.7500])

    The points are float32 even between integers. An integer dtype cuts the fractions off: the gaps become uneven, and
    rounding can put a point off by one. For integers take :func:`arange`:

    >>> torch.linspace(0, 10, 5, dtype=torch.int64)
    tensor([ 0,  2,  5,  7, 10])

    A plain list of points is 1-d. As input of a model with one feature it needs a second dimension:

    >>> torch.linspace(-1, 1, 3).unsqueeze(1)
    tensor([[-1.],
            [ 0.],
            [ 1.]])

    See also: :func:`arange`, :func:`meshgrid`, :func:`unsqueeze`.

    :asked: evenly spaced numbers; n points between a and b; arange including the end
    """
    points = np.linspace(start, end, steps)
    return points.astype(dtype or (np.complex64 if points.dtype.kind == "c" else np.float32))


def zeros_like(x, *, dtype=None):
    """Make zeros with the shape and dtype of another tensor.

    >>> x = torch.tensor([[1.5, 2.5], [3.5, 4.5]])
    >>> torch.zeros_like(x)
    tensor([[0., 0.],
            [0., 0.]])

    The dtype is copied too, and a sum started after integers stays integer:

    >>> counts = torch.tensor([3, 4])
    >>> total = torch.zeros_like(counts)
    >>> total += 0.5
    Traceback (most recent call last):
    RuntimeError: result type Float can't be cast to the desired output type Long
    >>> torch.zeros_like(counts, dtype=torch.float32).add_(0.5)
    tensor([0.5000, 0.5000])

    The order in memory is copied as well: after a transposed tensor the zeros lie transposed.

    >>> torch.zeros_like(x.t()).stride(), torch.zeros(2, 2).stride()
    ((1, 2), (2, 1))

    So is the device, and one line serves CPU and GPU. Only the wish for a gradient is not:

    >>> w = torch.ones(2, requires_grad=True)
    >>> torch.zeros_like(w).requires_grad
    False

    See also: :func:`zeros`, :func:`ones_like`, :func:`zero_`.

    :asked: zeros with the same shape as another tensor; same size and device; np.zeros_like in PyTorch
    """
    return np.zeros_like(x, dtype)


def ones_like(x, *, dtype=None):
    """Make ones with the shape and dtype of another tensor.

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.ones_like(x)
    tensor([[1, 1, 1],
            [1, 1, 1]])

    Only a tensor can be the model; a list, an array or a shape cannot. For a shape there is :func:`ones`:

    >>> torch.ones_like([1, 2, 3])
    Traceback (most recent call last):
    TypeError: ones_like(): argument 'input' (position 1) must be Tensor, not list
    >>> torch.ones(x.shape)
    tensor([[1., 1., 1.],
            [1., 1., 1.]])

    With ``dtype`` the shape stays and the type changes, here to a mask:

    >>> torch.ones_like(x, dtype=torch.bool)
    tensor([[True, True, True],
            [True, True, True]])

    Going backward from more than one number takes a weight for each. With ones it is the gradient of the sum:

    >>> w = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    >>> y = w * w
    >>> y.backward(torch.ones_like(y))
    >>> w.grad
    tensor([2., 4., 6.])

    See also: :func:`ones`, :func:`zeros_like`, :func:`full_like`, :func:`backward`.

    :asked: ones with the same shape as another tensor; grad can be implicitly created only for scalar outputs
    """
    return np.ones_like(x, dtype)


def full_like(x, fill_value, *, dtype=None):
    """Fill the shape of another tensor with one value.

    >>> x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    >>> torch.full_like(x, 7)
    tensor([[7., 7.],
            [7., 7.]])

    The dtype is that of ``x``, not of the value, as in NumPy. After integers, 7.9 becomes 7 in silence:

    >>> labels = torch.tensor([0, 1, 2])
    >>> torch.full_like(labels, 7.9)
    tensor([7, 7, 7])
    >>> torch.full_like(labels, 7.9, dtype=torch.float32)
    tensor([7.9000, 7.9000, 7.9000])

    No integer holds infinity, so asking for it is an error:

    >>> torch.full_like(labels, float("-inf"))
    Traceback (most recent call last):
    RuntimeError: value cannot be converted to type int64_t without overflow

    In floats minus infinity is the usual way to forbid a choice before a softmax:

    >>> forbidden = torch.tensor([[False, True], [False, False]])
    >>> torch.where(forbidden, torch.full_like(x, float("-inf")), x).softmax(1)
    tensor([[1.0000, 0.0000],
            [0.2689, 0.7311]])

    See also: :func:`full`, :func:`fill_`, :func:`masked_fill`.

    :asked: same shape filled with a constant; fill tensor with -inf; value cannot be converted to type without overflow
    """
    return np.full_like(x, fill_value, dtype)
