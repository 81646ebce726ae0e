"""Creation: make tensors from your own data, from a shape and a value, or like another tensor."""

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

    The dtype is inferred from the data: Python integers give ``int64``, and one Python float among them gives the
    default dtype, ``float32`` (in NumPy ``float64``). ``dtype`` overrides it:

    >>> torch.tensor([10]).dtype, torch.tensor([10, 2.5]).dtype, torch.tensor([10], dtype=torch.float64).dtype
    (torch.int64, torch.float32, torch.float64)

    The rows of a list need equal lengths. Pad the short rows:

    >>> torch.tensor([[1, 2], [3]])
    Traceback (most recent call last):
    ValueError: expected sequence of length 2 at dim 1 (got 1)
    >>> torch.nn.utils.rnn.pad_sequence([torch.tensor([1, 2]), torch.tensor([3])], batch_first=True)
    tensor([[1, 2],
            [3, 0]])

    Strings are not converted, even if they look like numbers. ``None`` is not accepted either; without a ``dtype``, it
    raises ``Could not infer dtype of NoneType``. Convert each value to a number first:

    >>> torch.tensor(["1.5", "2"])
    Traceback (most recent call last):
    ValueError: too many dimensions 'str'
    >>> torch.tensor([float(text) for text in ["1.5", "2"]])
    tensor([1.5000, 2.0000])

    A list of arrays is slow to convert; combine the arrays with ``np.array`` first. An array is copied and keeps its
    dtype, here ``float64``:

    >>> torch.tensor(np.array([1.5, 2.5]))
    tensor([1.5000, 2.5000], dtype=torch.float64)

    An array with a negative stride, such as a reversed array, is not accepted; copy it first. Unlike in NumPy,
    ``torch.tensor(-1, dtype=torch.uint8)`` silently wraps around to 255.

    ``torch.tensor(x)`` copies a tensor, but warns ``To copy construct from a tensor, it is recommended``. Use
    ``x.detach().clone()`` instead:

    >>> x = torch.ones(2)
    >>> x.detach().clone()
    tensor([1., 1.])

    A list of tensors with more than one element each is not accepted. Join them with :func:`stack`:

    >>> torch.tensor([torch.ones(2), torch.zeros(2)])
    Traceback (most recent call last):
    ValueError: only one element tensors can be converted to Python scalars
    >>> torch.stack([torch.ones(2), torch.zeros(2)]).shape
    torch.Size([2, 2])

    :param data: A number, nested lists of equal lengths, an array or a tensor; the values are always copied.

    See also: :func:`as_tensor`, :func:`from_numpy`, :func:`Tensor`, :func:`stack`.

    :sheet: tensor([1, 2])
    :sheet numpy: np.array([1, 2]) → tensor([1, 2])

    :asked: list to tensor; nested lists of different lengths; could not infer dtype of NoneType; creating from list
    of numpy.ndarrays is extremely slow; store strings in a tensor; python list into a torch tensor; convert nested
    list of numbers to torch array; torch.tensor from data i already have; pandas rows to tensor; turn tuple of ints
    into tensor; declare a matrix with my own values
    """
    if dtype is None and not isinstance(data, (np.ndarray, np.generic)):
        dtype = {"float64": np.float32, "complex128": np.complex64}.get(np.array(data).dtype.name)
    return np.array(data, dtype)


def Tensor(*data):
    """Construct a ``float32`` tensor from a list of its data, or from its size.

    ``Tensor`` is the class of all tensors; :func:`tensor` is a function that makes them. From a list, the function
    infers the dtype, and the class uses the default dtype, ``float32``:

    >>> torch.Tensor([10, 20]), torch.tensor([10, 20])
    (tensor([10., 20.]), tensor([10, 20]))

    An integer is read as a size, not as a value, and the memory is left uninitialized: ``torch.Tensor(10)`` holds ten
    arbitrary values. For a 0-d tensor that holds 10, use ``torch.tensor(10)``:

    >>> torch.Tensor(10).shape, torch.Tensor([10]).shape, torch.Tensor(2, 3).shape
    (torch.Size([10]), torch.Size([1]), torch.Size([2, 3]))

    ``float32`` has 24 bits of precision, so large integers can be rounded silently:

    >>> torch.Tensor([16777217])
    tensor([16777216.])
    >>> torch.tensor([16777217])
    tensor([16777217])

    A single float is not accepted, and neither is ``dtype``. Use :func:`tensor`, which takes both:

    >>> torch.Tensor(2.5)
    Traceback (most recent call last):
    TypeError: new(): data must be a sequence (got float)
    >>> torch.tensor(2.5, dtype=torch.float64)
    tensor(2.5000, dtype=torch.float64)

    An array of the default dtype, here ``float32``, is not copied: the tensor shares its memory. An array of another
    dtype is copied:

    >>> a, b = np.array([1, 2], np.float32), np.array([1, 2])
    >>> torch.Tensor(a)[0] = 100
    >>> torch.Tensor(b)[0] = 100
    >>> a, b
    (array([100.,   2.], dtype=float32), array([1, 2]))

    :param data: A list or an array of values, which become the default dtype, ``float32`` unless it was changed.
    :param size: The shape, as separate integers; the tensor holds uninitialized values of the default dtype.
    :param storage: The memory of another tensor, as ``untyped_storage`` returns it, read as the default dtype.
    :param other: Another tensor; the result is a second tensor on the same memory, of the same dtype.
    :param device: ``"cpu"`` only; for another device, call :func:`tensor` or :func:`empty`.

    See also: :func:`tensor`, :func:`empty`, :func:`as_tensor`.

    :asked: capital T or lowercase t; difference between torch.Tensor and torch.tensor; FloatTensor constructor;
    integer list silently became float; Tensor(5) is not the number 5; new() received an invalid combination of
    arguments; which is better capital or lowercase; capital constructor always gives floats; single number gives
    garbage values not a scalar; why is torch.Tensor([1 2]) float instead of int; LongTensor class of all tensors
    """
    if len(data) == 1 and np.iterable(data[0]):
        return np.asarray(data[0], np.float32)
    return np.empty(data or 0, np.float32)


def as_tensor(data, *, dtype=None):
    """Turn a list, an array or a tensor into a tensor, copying only if needed.

    A list is copied, as by :func:`tensor`. For a tensor, the result is the same object, unless ``dtype`` or ``device``
    differs:

    >>> torch.as_tensor([1, 2, 3])
    tensor([1, 2, 3])
    >>> x = torch.tensor([1.0, 2.0])
    >>> torch.as_tensor(x) is x
    True

    An array shares its memory with the result, so a write to the tensor changes the array:

    >>> a = np.array([1, 2, 3])
    >>> x = torch.as_tensor(a)
    >>> x[0] = 100
    >>> a
    array([100,   2,   3])

    With another dtype, the array is copied, and a write to the tensor no longer changes the array:

    >>> x = torch.as_tensor(a, dtype=torch.float32)
    >>> x[1] = -1
    >>> a
    array([100,   2,   3])

    Use ``as_tensor`` to read an input of unknown type. If you want to write to the result, use :func:`tensor` instead,
    which copies an array:

    >>> x = torch.tensor(a)
    >>> x[2] = 0
    >>> a
    array([100,   2,   3])

    :param data: A number, nested lists, an array or a tensor; an array or a tensor that already fits is not copied.

    See also: :func:`tensor`, :func:`from_numpy`, :func:`to`, :func:`clone`.

    :sheet numpy: np.asarray(a) → as_tensor(a)

    :asked: convert to tensor without copying; accept list array or tensor as input; difference between tensor and
    as_tensor; tf.convert_to_tensor equivalent; np.asarray counterpart; avoid needless copy of input data; make sure
    the argument is a tensor; list or tensor into one type; make sure x is a tensor; leave input alone if already a
    tensor; convert input only if not already a tensor
    """
    if dtype is None and not isinstance(data, (np.ndarray, np.generic)):
        dtype = {"float64": np.float32, "complex128": np.complex64}.get(np.array(data).dtype.name)
    return np.asarray(data, dtype)


def zeros(size, *, dtype=None):
    """Make a tensor filled with zeros.

    The sizes are passed one by one or as a tuple; from two sizes on, NumPy needs the tuple:

    >>> torch.zeros(2, 3)
    tensor([[0., 0., 0.],
            [0., 0., 0.]])
    >>> torch.zeros((2, 3)).shape
    torch.Size([2, 3])

    Sizes are integers, and ``/`` returns a float even when the division is exact. Divide with ``//``:

    >>> torch.zeros(6 / 2)
    Traceback (most recent call last):
    TypeError: zeros(): argument 'size' (position 1) must be tuple of ints, not float
    >>> torch.zeros(6 // 2)
    tensor([0., 0., 0.])

    The default dtype is ``float32`` (in NumPy ``float64``). When the sizes are passed one by one, a dtype passed by
    position is read as one more size. Pass the dtype by keyword:

    >>> torch.zeros(2, 3, torch.int64)
    Traceback (most recent call last):
    TypeError: zeros(): argument 'size' failed to unpack the object at pos 3 with error "type must be tuple of ints,but got torch.dtype"
    >>> torch.zeros(2, 3, dtype=torch.int64)
    tensor([[0, 0, 0],
            [0, 0, 0]])

    An empty tuple makes a 0-d tensor, and a size of 0 makes an empty tensor:

    >>> torch.zeros(())
    tensor(0.)
    >>> torch.zeros(0, 3)
    tensor([], size=(0, 3))

    See also: :func:`zeros_like`, :func:`ones`, :func:`full`, :func:`zero_`.

    :sheet: zeros(2, 3)
    :sheet numpy: np.zeros((2, 3)) → zeros(2, 3, dtype=float64)
    :sheet trap: zeros(2, 3): The default dtype is ``float32``.

    :asked: all zero matrix of given size; initialize hidden state with 0; integer zeros; create an n by m matrix;
    initialize a bias to zero; create empty mask of zeros; preallocate array of zeros; initial state h0 c0; counter
    starting at zero; argument size must be int not float; blank black image; confusion matrix of zeros before
    counting
    """
    return np.zeros(size, dtype or np.float32)


def ones(size, *, dtype=None):
    """Make a tensor filled with ones.

    >>> torch.ones(2, 3)
    tensor([[1., 1., 1.],
            [1., 1., 1.]])

    The elements are ``float32`` by default. Adding them to integers gives ``float32``:

    >>> torch.ones(3) + torch.arange(3)
    tensor([1., 2., 3.])

    Unlike a sum, a matrix product needs two operands of the same dtype. Pass ``dtype``:

    >>> torch.ones(3) @ torch.arange(3)
    Traceback (most recent call last):
    RuntimeError: dot : expected both vectors to have same dtype, but found Float and Long
    >>> torch.ones(3, dtype=torch.int64) @ torch.arange(3)
    tensor(3)

    With ``dtype=torch.bool``, ``ones`` makes a mask of ``True``, in which you can then clear single elements:

    >>> mask = torch.ones(4, dtype=torch.bool)
    >>> mask[1] = False
    >>> torch.tensor([10, 20, 30, 40])[mask]
    tensor([10, 30, 40])

    ``a = b = torch.ones(2)`` makes one tensor with two names. Call ``ones`` twice to get two tensors:

    >>> a = b = torch.ones(2)
    >>> a[0] = 100
    >>> b
    tensor([100.,   1.])
    >>> a, b = torch.ones(2), torch.ones(2)

    See also: :func:`ones_like`, :func:`full`, :func:`zeros`.

    :asked: tensor filled with 1; vector of ones; matrix of ones; a = b = changes both tensors; white image; make a
    vector of all 1; vector of n ones; simple way of making matrix of only 1s; all true attention mask of batch x
    length; create boolean mask True everywhere; equal weights of one for every sample
    """
    return np.ones(size, dtype or np.float32)


def full(size, fill_value, *, dtype=None):
    """Make a tensor of a given size filled with one value.

    The size comes first, as a tuple:

    >>> torch.full((2, 3), 7)
    tensor([[7, 7, 7],
            [7, 7, 7]])

    A bare number is not accepted as the size. Write it as a tuple of one size:

    >>> torch.full(2, 7)
    Traceback (most recent call last):
    TypeError: full(): argument 'size' (position 1) must be tuple of ints, not int
    >>> torch.full((2,), 7)
    tensor([7, 7])

    By default, the value decides the dtype: 7 gives ``int64``, 7.0 gives ``float32``, ``True`` gives ``bool``:

    >>> torch.full((2,), 7).dtype, torch.full((2,), 7.0).dtype, torch.full((2,), True).dtype
    (torch.int64, torch.float32, torch.bool)

    Unlike ``torch.zeros(3)``, ``torch.full((3,), 0)`` holds integers, so 0.7 written into it is silently truncated to
    0. Use 0.0 or pass ``dtype``:

    >>> x = torch.full((3,), 0)
    >>> x[0] = 0.7
    >>> x
    tensor([0, 0, 0])
    >>> x = torch.full((3,), 0, dtype=torch.float32)
    >>> x[0] = 0.7
    >>> x
    tensor([0.7000, 0.0000, 0.0000])

    To overwrite an existing tensor in its own memory, use :func:`fill_`:

    >>> x.fill_(-1)
    tensor([-1., -1., -1.])

    :param fill_value: The value to fill with; by default, it also decides the dtype.

    See also: :func:`full_like`, :func:`fill_`, :func:`zeros`, :func:`expand`.

    :sheet numpy: np.full((2, 3), 7) → full((2, 3), 7)

    :asked: every entry the same number; np.full equivalent; initial distances set to infinity; constant tensor like
    tf.fill; constant matrix of given size; repeat one number over a whole matrix; distance matrix initialised with
    infinity; matrix whose entries are all the same number; tensor where all elements are 0.5; prefill sequence
    buffer with one id; new tensor of nan values; zero-dim scalar constant tensor
    """
    if dtype is None:
        kinds = {"b": np.bool_, "i": np.int64, "f": np.float32, "c": np.complex64}
        dtype = kinds[np.asarray(fill_value).dtype.kind]
    return np.full(size, fill_value, dtype)


def empty(size, *, dtype=None):
    """Reserve memory for a tensor without filling it.

    The values are arbitrary: they are what the memory held before. The shape and the dtype are known:

    >>> torch.empty(2, 3).shape
    torch.Size([2, 3])
    >>> torch.empty(2, 3, dtype=torch.int64).dtype
    torch.int64

    Fresh memory is often zero by chance, which hides elements that were not written.
    ``torch.use_deterministic_algorithms(True)`` makes ``empty`` fill floats with ``nan``, which shows such elements.
    Write each element before you read it:

    >>> x = torch.empty(2, 3)
    >>> x[0] = 1
    >>> x[1] = torch.tensor([2, 3, 4])
    >>> x
    tensor([[1., 1., 1.],
            [2., 3., 4.]])

    ``torch.empty(0)`` has 0 elements and is ``float32``. Used as the start of a concatenation, it turns integers into
    floats. Collect the pieces in a list and join them once:

    >>> torch.cat([torch.empty(0), torch.tensor([1, 2])])
    tensor([1., 2.])
    >>> torch.cat([torch.tensor([1, 2]), torch.tensor([3])])
    tensor([1, 2, 3])

    :param memory_format: The order of the elements in memory: ``torch.contiguous_format``, or ``torch.channels_last``
        for a 4-d shape, or ``torch.channels_last_3d`` for a 5-d shape.

    See also: :func:`zeros`, :func:`Tensor`, :func:`fill_`, :func:`copy_`.

    :asked: allocate without initializing; preallocate memory for results; uninitialized numbers very large; empty
    tensor to append to in a loop; tensor with no elements; strange huge values right after creating; garbage in new
    tensor; freshly created tensor has weird tiny numbers; buffer whose values i will overwrite anyway; tensor without
    any elements of shape 0; faster than zeros when values do not matter
    """
    return np.empty(size, dtype or np.float32)


def eye(n, m=None, *, dtype=None):
    """Make an identity matrix: ones on the diagonal, zeros elsewhere.

    >>> torch.eye(3)
    tensor([[1., 0., 0.],
            [0., 1., 0.],
            [0., 0., 1.]])

    A second number gives the number of columns:

    >>> torch.eye(2, 3)
    tensor([[1., 0., 0.],
            [0., 1., 0.]])

    A shape is not accepted as a tuple. Pass its sizes one by one, or unpack it:

    >>> torch.eye((2, 3))
    Traceback (most recent call last):
    TypeError: eye(): argument 'n' (position 1) must be int, not tuple
    >>> torch.eye(*(2, 3)).shape
    torch.Size([2, 3])

    If ``x`` holds finite ``float32`` numbers, its matrix product with the identity matrix has the values of ``x``. With
    ``*``, the elements off the diagonal become 0:

    >>> x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    >>> x @ torch.eye(2)
    tensor([[1., 2.],
            [3., 4.]])
    >>> x * torch.eye(2)
    tensor([[1., 0.],
            [0., 4.]])

    Rows of an identity matrix picked by ``int64`` class indices are one-hot vectors:

    >>> torch.eye(3, dtype=torch.int64)[torch.tensor([2, 0])]
    tensor([[0, 0, 1],
            [1, 0, 0]])

    :param n: The number of rows.
    :param m: The number of columns; without it, the matrix is square.

    See also: :func:`diag`, :func:`zeros`, :func:`inverse`.

    :sheet: eye(2)

    :asked: identity matrix; unit matrix; add lambda times I to a matrix; np.identity equivalent; matrix that changes
    nothing when multiplied; n by n identity; square diagonal matrix of ones; square matrix 1 on main diagonal rest 0;
    add small value on diagonal to regularize covariance; neutral element of matmul; make matrix invertible
    with small identity
    """
    return np.eye(n, m, dtype=dtype or np.float32)


def arange(start, end=None, step=1, *, dtype=None):
    """Count in equal steps from a start up to, but not including, an end.

    >>> torch.arange(5)
    tensor([0, 1, 2, 3, 4])
    >>> torch.arange(2, 11, 3)
    tensor([2, 5, 8])

    Integers give ``int64`` by default, and one float among them gives the default dtype, ``float32``:

    >>> torch.arange(3).dtype, torch.arange(3.0).dtype, torch.arange(3, dtype=torch.float64).dtype
    (torch.int64, torch.float32, torch.float64)

    A step such as 0.1 is not exact in binary, and rounding decides whether ``end`` is included, as it is here. Count in
    integers and divide, or choose the number of points with :func:`linspace`:

    >>> torch.arange(1, 1.3, 0.1)
    tensor([1.0000, 1.1000, 1.2000, 1.3000])
    >>> torch.arange(10, 13) / 10
    tensor([1.0000, 1.1000, 1.2000])

    With ``dtype=torch.int64``, ``start``, ``end`` and ``step`` are truncated first, so a step of 1.5 becomes 1. For a
    narrower integer dtype, the number of values is computed before the truncation. Convert the result instead:

    >>> torch.arange(0, 6, 1.5, dtype=torch.int64)
    tensor([0, 1, 2, 3, 4, 5])
    >>> torch.arange(0, 6, 1.5).to(torch.int64)
    tensor([0, 1, 3, 4])

    Counting down needs a negative ``step``. With a positive ``step``, torch raises, but NumPy returns an empty array:

    >>> torch.arange(5, 0)
    Traceback (most recent call last):
    RuntimeError: upper bound and lower bound inconsistent with step sign
    >>> torch.arange(5, 0, -1)
    tensor([5, 4, 3, 2, 1])

    The name is spelled with one r:

    >>> torch.arrange(5)
    Traceback (most recent call last):
    AttributeError: module 'torch' has no attribute 'arrange'
    >>> torch.arange(5)
    tensor([0, 1, 2, 3, 4])

    :param end: Where the values stop; ``end`` is excluded, but rounding or an integer ``dtype`` can include it.
    :param start: The first value, which is 0 when a single number is passed.
    :param step: The distance between neighbors, passed after ``start`` and ``end``; a negative ``step`` counts down.

    See also: :func:`linspace`, :func:`randperm`, :func:`flip`.

    :sheet: arange(2, 8, 2)
    :sheet numpy: np.arange(2, 8, 2) → arange(2, 8, 2)

    :asked: range of integers as a tensor; count from 0 to n; count down backwards; module 'torch' has no attribute
    'arrange'; matlab colon with step 0.1; numbers from 1 to n with step 2; consecutive integers starting from a value;
    position ids 0 1 2 for positional embedding; indices 0 to n-1; integer sequence with step every 5 frames
    """
    start, end = (0, start) if end is None else (start, end)
    if dtype is None:
        dtype = np.int64 if all(isinstance(number, int) for number in (start, end, step)) else np.float32
    if dtype == np.int64:
        start, end, step = int(start), int(end), int(step)
    points = np.arange(start, end, step)
    if np.issubdtype(dtype, np.integer):
        points = int(start) + int(step) * np.arange(len(points))
    return points.astype(dtype)


def linspace(start, end, steps, *, dtype=None):
    """Place a given number of points evenly from start to end, both included.

    >>> torch.linspace(0, 10, 5)
    tensor([ 0.0000,  2.5000,  5.0000,  7.5000, 10.0000])

    ``steps`` is the number of points, which is one more than the number of gaps. Five gaps need six points:

    >>> torch.linspace(0, 10, 6)
    tensor([ 0.,  2.,  4.,  6.,  8., 10.])

    ``steps`` is not a step size, and unlike NumPy's ``num`` it is required. For a step size, use :func:`arange`:

    >>> torch.linspace(0, 1, 0.25)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: linspace() received an invalid combination of arguments - got (int, int, float), but expected one of:...
    >>> torch.arange(0, 1, 0.25)
    tensor([0.0000, 0.2500, 0.5000, 0.7500])

    By default, the points between integers are ``float32``. An integer ``dtype`` truncates ``start``, ``end`` and
    the points. The gaps can become uneven, and rounding can shift a point. For integers, use :func:`arange`:

    >>> torch.linspace(0, 10, 5, dtype=torch.int64)
    tensor([ 0,  2,  5,  7, 10])

    The points form a 1-d tensor. As the input of a model with one feature, they need a second dimension:

    >>> torch.linspace(-1, 1, 3).unsqueeze(1)
    tensor([[-1.],
            [ 0.],
            [ 1.]])

    :param start: The first value.
    :param end: The last value; unlike in :func:`arange`, it is included.
    :param steps: The number of values, both ends counted; 1 gives ``start`` alone.

    See also: :func:`arange`, :func:`meshgrid`, :func:`unsqueeze`.

    :sheet numpy: np.linspace(0, 1, 5) → linspace(0, 1, 5, dtype=float64)

    :asked: evenly spaced numbers; n points between a and b; include the end point; x values for plotting a curve; num
    argument of np.linspace; difference between arange and linspace; points between 0 and 2 pi; interval divided into
    equal parts; numbers equally spaced between two values; noise schedule betas for diffusion; thresholds between 0
    and 1; equidistant time axis in seconds for signal
    """
    if dtype is None:
        dtype = np.complex64 if np.iscomplexobj([start, end]) else np.float32
    start, end = np.array([start, end]).astype(dtype)
    return np.linspace(start, end, steps).astype(dtype)


def zeros_like(x, *, dtype=None):
    """Make zeros with the shape and dtype of another tensor.

    >>> x = torch.tensor([[1.5, 2.5], [3.5, 4.5]])
    >>> torch.zeros_like(x)
    tensor([[0., 0.],
            [0., 0.]])

    The dtype is that of ``x``, so adding a float in place to zeros made from integers raises. Pass ``dtype``:

    >>> counts = torch.tensor([3, 4])
    >>> total = torch.zeros_like(counts)
    >>> total += 0.5
    Traceback (most recent call last):
    RuntimeError: result type Float can't be cast to the desired output type Long
    >>> torch.zeros_like(counts, dtype=torch.float32).add_(0.5)
    tensor([0.5000, 0.5000])

    By default, the result keeps the order of the elements in memory, here that of a transposed matrix:

    >>> torch.zeros_like(x.t()).stride(), torch.zeros(2, 2).stride()
    ((1, 2), (2, 1))

    By default, the result is on the device of the input, so the same line works on the CPU and on a GPU.
    ``requires_grad`` is not copied:

    >>> w = torch.ones(2, requires_grad=True)
    >>> torch.zeros_like(w).requires_grad
    False

    :param input: The tensor that gives shape, dtype and device; its values do not matter.

    See also: :func:`zeros`, :func:`ones_like`, :func:`zero_`.

    :sheet: zeros_like(v)

    :asked: zeros with the same shape as another tensor; same size dtype and device; zeroed buffer for each weight;
    blank mask matching an image; accumulator that fits x; gradient or momentum buffer shaped like a parameter; hidden
    state zeros with dtype of other tensor; empty buffer of equal size and gpu; zero tensor same shape as another;
    fake labels all 0 for the discriminator
    """
    return np.zeros_like(x, dtype)


def ones_like(x, *, dtype=None):
    """Make ones with the shape and dtype of another tensor.

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.ones_like(x)
    tensor([[1, 1, 1],
            [1, 1, 1]])

    ``input`` is a tensor; a list, an array or a shape is not accepted. For a shape, use :func:`ones`:

    >>> torch.ones_like([1, 2, 3])
    Traceback (most recent call last):
    TypeError: ones_like(): argument 'input' (position 1) must be Tensor, not list
    >>> torch.ones(x.shape)
    tensor([[1., 1., 1.],
            [1., 1., 1.]])

    ``dtype`` replaces the dtype of ``input``, here to make a mask of its shape:

    >>> torch.ones_like(x, dtype=torch.bool)
    tensor([[True, True, True],
            [True, True, True]])

    ``backward`` from more than one element needs a weight for each of them. With ones it computes the gradient of the
    sum:

    >>> w = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    >>> y = w * w
    >>> y.backward(torch.ones_like(y))
    >>> w.grad
    tensor([2., 4., 6.])

    :param input: The tensor that gives shape, dtype and device; its values do not matter.

    See also: :func:`ones`, :func:`zeros_like`, :func:`full_like`, :func:`backward`.

    :asked: ones with the same shape as another tensor; pass ones to backward; gradient argument for a vector output;
    attention mask all 1 for input ids; argument 'input' must be Tensor not list; same shape as input but all ones;
    grad_outputs of ones; tensor of 1s same size; real labels 1 same shape as discriminator output; all true mask
    shaped like the tokens
    """
    return np.ones_like(x, dtype)


def full_like(x, fill_value, *, dtype=None):
    """Make a tensor of one value with the shape and dtype of another tensor.

    >>> x = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    >>> torch.full_like(x, 7)
    tensor([[7., 7.],
            [7., 7.]])

    The dtype is that of ``x``, not of the value, as in NumPy. With an integer ``x``, 7.9 is silently truncated to 7:

    >>> labels = torch.tensor([0, 1, 2])
    >>> torch.full_like(labels, 7.9)
    tensor([7, 7, 7])
    >>> torch.full_like(labels, 7.9, dtype=torch.float32)
    tensor([7.9000, 7.9000, 7.9000])

    Integers do not hold infinity: torch raises, and NumPy stores another value with a warning. Pass a
    floating-point ``dtype``:

    >>> torch.full_like(labels, float("-inf"))
    Traceback (most recent call last):
    RuntimeError: value cannot be converted to type int64_t without overflow
    >>> torch.full_like(labels, float("-inf"), dtype=torch.float32)
    tensor([-inf, -inf, -inf])

    In a tensor of logits, minus infinity rules out a class before a softmax:

    >>> forbidden = torch.tensor([[False, True], [False, False]])
    >>> torch.where(forbidden, torch.full_like(x, float("-inf")), x).softmax(1)
    tensor([[1.0000, 0.0000],
            [0.2689, 0.7311]])

    :param input: The tensor that gives shape, dtype and device; its values do not matter.
    :param fill_value: The value to fill with; it is converted to the dtype of the result, so 0.5 becomes 0 among
        integers.

    See also: :func:`full`, :func:`fill_`, :func:`masked_fill`.

    :asked: scores all -inf of equal shape; np.full_like in pytorch; integer result cuts 7.9 to 7; tensor like another
    filled with a constant; copy shape not values and fill; same shape but all 0.5; value cannot be converted to type
    without overflow; same shape as x but every value constant; gan label smoothing 0.9 matching discriminator output;
    tensor of minus infinity shaped like scores; same size filled with -100 ignore index
    """
    return np.full_like(x, fill_value, dtype)
