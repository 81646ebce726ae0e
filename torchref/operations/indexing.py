"""Indexing: read and write single elements, rows, lists of elements, and what a mask selects."""

import numpy as np

__all__ = [
    "argwhere",
    "fill_",
    "gather",
    "getitem",
    "index_select",
    "masked_fill",
    "masked_select",
    "narrow",
    "nonzero",
    "select",
    "setitem",
    "take",
    "take_along_dim",
    "unravel_index",
    "where",
    "zero_",
]


def getitem(x, index):
    """Index or slice a tensor with square brackets: one value, rows, columns, a mask.

    Indices start at 0, so ``x[2:]`` begins with the third row. Negative indices count from the end:

    >>> x = torch.arange(12).reshape(3, 4)
    >>> x[1], x[:, 1], x[-1, -1], x[2:]
    (tensor([4, 5, 6, 7]), tensor([1, 5, 9]), tensor(11), tensor([[ 8,  9, 10, 11]]))

    A list of integers, a range, an ``int64`` or ``int32`` tensor, or a mask can select several positions:

    >>> x[[0, 2], 1], x[range(2), 0], x[x > 8]
    (tensor([1, 9]), tensor([0, 4]), tensor([ 9, 10, 11]))

    Two lists are paired element by element. To get every combination, make the first list a column:

    >>> x[[0, 1], [1, 2]].tolist(), x[[[0], [1]], [1, 2]].tolist()
    ([1, 6], [[1, 2], [5, 6]])

    A list of two elements is not paired with a list of three. Make the first list a column, as above:

    >>> x[[0, 1], [0, 1, 2]]
    Traceback (most recent call last):
    IndexError: shape mismatch: indexing tensors could not be broadcast together with shapes [2], [3]

    Integers and slices give a view. A list or a mask gives a copy, so the second write is lost:

    >>> x[0][0], x[[0]][0, 1] = 100, 200
    >>> x[0]
    tensor([100,   1,   2,   3])

    ``...`` stands for the omitted dimensions, and ``None`` adds a dimension. In the last index, a slice separates an
    integer from a list. NumPy then puts the dimension of the list first, so its result has the shape (2, 3):

    >>> y = torch.zeros(2, 3, 4)
    >>> y[..., 0].shape, y[:, None].shape, y[0, :, [0, 1]].shape
    (torch.Size([2, 3]), torch.Size([2, 1, 3, 4]), torch.Size([3, 2]))

    A single float is not an index, even one without a fraction. Divide integers with ``//``:

    >>> x[4 / 2]
    Traceback (most recent call last):
    IndexError: only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got float)
    >>> x[4 // 2]
    tensor([ 8,  9, 10, 11])

    An integer past the end raises, and so does an index for a dimension that does not exist. A slice is clipped:

    >>> x[3]
    Traceback (most recent call last):
    IndexError: index 3 is out of bounds for dimension 0 with size 3
    >>> x[0, 0, 0]
    Traceback (most recent call last):
    IndexError: too many indices for tensor of dimension 2
    >>> x[3:].shape
    torch.Size([0, 4])

    A negative step in a slice raises; use :func:`flip`. A 0-d integer tensor counts as an integer, but a ``uint8``
    tensor counts as a mask, which is deprecated. Python floats in a list are silently truncated.

    See also: :func:`setitem`, :func:`index_select`, :func:`gather`, :func:`where`.

    :sheet: x[1]
    :sheet picture: x[:, 1]
    :sheet: x[[1, 0], 2]
    :sheet picture: x[m]
    :sheet numpy: x[m] → x[m]

    :asked: get last column; take the first n rows; crop a patch of an image; top left corner submatrix; slice a
    tensor with colons like in numpy; numpy fancy indexing; three dots ellipsis; filter rows where
    column > 0 like pandas; every second column; all but the last column; last element of a tensor; read value at
    row 2 column 3
    """
    nested = isinstance(index, list) and any(map(np.ndim, index))
    items = tuple(index) if nested or isinstance(index, tuple) else (index,)
    items = [
        j for i in items for j in (np.nonzero(i) if np.ndim(i) and np.asarray(i).dtype in (bool, np.uint8) else (i,))
    ]
    used = sum(i is not None and i is not ... for i in items)
    items = [j for i in items for j in ((x.ndim - used) * (slice(None),) if i is ... else (i,))]
    x = x[(*(slice(None) if np.ndim(i) else i for i in items), ...)]
    items = [i for i in items if i is None or isinstance(i, slice) or np.ndim(i)]
    return x[tuple(i if np.ndim(i) else slice(None) for i in items)] if any(map(np.ndim, items)) else x


def setitem(x, index, value):
    """Assign to part of a tensor with square brackets: an element, a row, a mask.

    The value is broadcast to the selected shape:

    >>> x = torch.zeros(2, 3, dtype=torch.int64)
    >>> x[:, 2] = torch.tensor([8, 9])
    >>> x[x == 0] = -1
    >>> x
    tensor([[-1, -1,  8],
            [-1, -1,  9]])

    A mask with the shape of ``x`` takes a single number, or one value per ``True``:

    >>> x[x < 0] = torch.tensor([1, 2])
    Traceback (most recent call last):
    RuntimeError: shape mismatch: value tensor of shape [2] cannot be broadcast to indexing result of shape [4]
    >>> x[x < 0] = torch.tensor([-1, -2, -3, -4])

    Assigning to ``x[mask][i]`` writes into a temporary copy, so the write is silently lost. Combine the indices:

    >>> x[x < 0][0] = 5
    >>> x[0, x[0] == -2] = 7
    >>> x
    tensor([[-1,  7,  8],
            [-3, -4,  9]])

    The dtype does not change. In ``float16``, the float 1e5 becomes ``inf``. In ``int64``, 1.9 silently becomes 1:

    >>> x[0] = 1.9
    >>> x[0]
    tensor([1, 1, 1])

    A list cannot be assigned. With an index list, or several values for a mask, a tensor needs the dtype of ``x``:

    >>> x[0] = [1, 2, 3]
    Traceback (most recent call last):
    TypeError: can't assign a list to a torch.LongTensor
    >>> x[x < 0] = torch.tensor([0.5, 1.5])
    Traceback (most recent call last):
    RuntimeError: Index put requires the source and destination dtypes match, got Long for the destination and Float for the source.
    >>> x[x < 0] = torch.tensor([0.5, 1.5]).to(x.dtype)

    Shifting the values of a 1-d tensor by one needs ``.clone()``, because source and destination overlap in memory:

    >>> y = torch.arange(4)
    >>> y[1:] = y[:-1]
    Traceback (most recent call last):
    RuntimeError: unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory location. Please clone() the tensor before performing the operation.
    >>> y[1:] = y[:-1].clone()

    Without ``.clone()``, shifting several columns right can be silently wrong: the source changes while it is read.

    >>> x[:, 1:] = x[:, :-1]
    >>> x[1]
    tensor([0, 0, 0])

    ``y[0], y[1] = y[1], y[0]`` does not swap the elements: ``y[0]`` is a view. ``y[[0, 1]] = y[[1, 0]]`` swaps them.
    ``x[index] += 1`` adds 1 only once for an index that is repeated. :func:`index_add` counts each occurrence.

    See also: :func:`getitem`, :func:`masked_fill`, :func:`index_add`, :func:`copy_`.

    :sheet numpy: x[0] = 9 → x[0] = 9

    :asked: modify an element at an index; replace second row with another vector; set negative values to zero with
    mask; boolean indexing assignment has no effect; assign a list to a row; swap two elements; set all values under 0.1
    with boolean condition; change a single pixel; put small matrix inside a bigger one; cutout augmentation erase a
    region to zero; zero out a row; assign values in third column of matrix
    """
    places = getitem(np.arange(x.size).reshape(x.shape), index)
    x[(*np.unravel_index(places, x.shape), ...)] = value


def select(x, dim, index):
    """Take one slice along a dimension and drop that dimension.

    ``x.select(1, 2)`` is ``x[:, 2]``, for code in which the dimension is a variable:

    >>> x = torch.arange(6).reshape(2, 3)
    >>> torch.select(x, 1, 2)
    tensor([2, 5])
    >>> torch.select(x, -1, -1).equal(x[..., -1])
    True

    The result is a view, so filling it fills the column of ``x``:

    >>> _ = x.select(1, 0).fill_(100)
    >>> x
    tensor([[100,   1,   2],
            [100,   4,   5]])

    To take several slices, use :func:`index_select`, which copies:

    >>> torch.index_select(x, 1, torch.tensor([2, 0]))
    tensor([[  2, 100],
            [  5, 100]])

    The index is one integer within the size of the dimension. Count from 0, or backwards from -1:

    >>> torch.select(x, 1, 3)
    Traceback (most recent call last):
    IndexError: select(): index 3 out of range for tensor of size [2, 3] at dimension 1
    >>> torch.select(x, 1, -1)
    tensor([2, 5])

    :param dim: The dimension that disappears.
    :param index: Which position to take; negative values count from the end.

    See also: :func:`narrow`, :func:`index_select`, :func:`unbind`, :func:`getitem`.

    :asked: take one column with variable dim; index along a given axis by function; pick the i-th slice of any
    dimension; get the n-th channel of an image; last time step of rnn output; difference between select and
    index_select; function instead of square brackets; one time step of a sequence; take one slice and lose the
    dimension; single row as a view one dim less
    """
    return np.moveaxis(x, dim, 0)[index, ...]


def narrow(x, dim, start, length):
    """Keep a contiguous range of slices along one dimension.

    After ``dim`` come the start and the length. In a slice, the second number is the end:

    >>> x = torch.arange(10).reshape(2, 5)
    >>> torch.narrow(x, 1, 2, 3)
    tensor([[2, 3, 4],
            [7, 8, 9]])
    >>> x[:, 2:3]
    tensor([[2],
            [7]])

    The range has to fit into the dimension. A slice such as ``x[:, 2:100]`` is clipped instead:

    >>> torch.narrow(x, 1, 2, 4)
    Traceback (most recent call last):
    RuntimeError: start (2) + length (4) exceeds dimension size (5).
    >>> torch.narrow(x, 1, 2, 3).shape
    torch.Size([2, 3])

    A negative ``start`` counts from the end. Like a slice, the result is a view:

    >>> x.narrow(1, -2, 2)[0, 0] = 100
    >>> x
    tensor([[  0,   1,   2, 100,   4],
            [  5,   6,   7,   8,   9]])

    :param start: The first position to keep; a negative one counts from the end.
    :param length: How many positions to keep, not where to stop.

    See also: :func:`select`, :func:`split`, :func:`getitem`.

    :asked: crop along one dimension; slice by start and length; tf.slice equivalent; start plus length exceeds
    dimension size; crop a window of a time series; slice along an arbitrary dimension; dynamic slicing; cut a signal
    segment by offset; piece of given length from start along axis; take 5 elements from position 3 along dim;
    contiguous subrange without a copy
    """
    size = x.shape[dim]
    start = start + size if start < 0 else start
    if not 0 <= start <= start + length <= size:
        raise IndexError("the range is outside the dimension")
    return np.moveaxis(np.moveaxis(x, dim, 0)[start : start + length], 0, dim)


def index_select(x, dim, index):
    """Pick rows, columns or other slices by a tensor of indices, in any order.

    This call picks column 2, and column 0 twice, as ``x[:, [2, 0, 0]]`` does:

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.index_select(x, 1, torch.tensor([2, 0, 0]))
    tensor([[3, 1, 1],
            [6, 4, 4]])

    The result is a copy, even when the indices are consecutive:

    >>> torch.index_select(x, 0, torch.tensor([0, 1]))[0, 0] = 100
    >>> x[0, 0]
    tensor(1)

    ``index`` is a tensor of dtype ``int64`` or ``int32``, not a list:

    >>> torch.index_select(x, 1, [2, 0])
    Traceback (most recent call last):
    TypeError: index_select(): argument 'index' (position 3) must be Tensor, not list
    >>> torch.index_select(x, 1, torch.tensor([2, 0])).shape
    torch.Size([2, 2])

    A Python list does not accept a tensor of several elements as an index. Loop over the indices:

    >>> ["a", "b", "c"][torch.tensor([2, 0])]
    Traceback (most recent call last):
    TypeError: only integer tensors of a single element can be converted to an index
    >>> [["a", "b", "c"][i] for i in torch.tensor([2, 0])]
    ['c', 'a']

    Valid indices run from 0 to the size minus 1. Negative indices raise, unlike in ``x[:, [-1]]`` and ``np.take``:

    >>> torch.index_select(x, 1, torch.tensor([-1]))
    Traceback (most recent call last):
    RuntimeError: INDICES element is out of DATA bounds, id=-1 axis_dim=3
    >>> torch.index_select(x, 1, torch.tensor([-1]) % 3)
    tensor([[3],
            [6]])

    An embedding layer also raises for a token id that is too large for its table. Make the table larger:

    >>> torch.nn.Embedding(2, 3)(torch.tensor([2]))
    Traceback (most recent call last):
    IndexError: index out of range in self
    >>> torch.nn.Embedding(3, 3)(torch.tensor([2])).shape
    torch.Size([1, 3])

    :param index: A 1-d or 0-d tensor of dtype ``int64`` or ``int32`` with the positions to take; a repeated position is
        taken again.

    See also: :func:`getitem`, :func:`select`, :func:`gather`, :func:`index_add`.

    :sheet: x.index_select(1, v)
    :sheet numpy: np.take(x, v, axis=1) → x.index_select(1, v)

    :asked: keep only columns with given numbers; pick rows by list of row numbers; tf.gather equivalent; np.take
    equivalent; word id larger than vocabulary; look up word vectors in embedding table; index a python list with a
    tensor; embedding layer fails on a token id; choose rows by list of indices; rows in custom order from index
    list; extract specific columns by their numbers; bootstrap sample of rows by index tensor
    """
    return np.take(x, np.atleast_1d(index), axis=dim) if x.ndim else x.copy()


def masked_select(x, mask):
    """Filter by a mask: collect the values where it is ``True``, as a 1-d tensor.

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.masked_select(x, x > 2)
    tensor([3, 4, 5, 6])

    The number of selected values depends on the mask, so the shape of ``x`` is lost. :func:`where` keeps it:

    >>> torch.where(x > 2, x, 0)
    tensor([[0, 0, 3],
            [4, 5, 6]])

    The mask broadcasts, here over the rows:

    >>> mask = torch.tensor([True, False, True])
    >>> torch.masked_select(x, mask)
    tensor([1, 3, 4, 6])

    ``x[mask]`` does not broadcast the mask. To select columns, write ``x[:, mask]``, which keeps the rows apart:

    >>> x[mask]
    Traceback (most recent call last):
    IndexError: The shape of the mask [3] at index 0 does not match the shape of the indexed tensor [2, 3] at index 0
    >>> x[:, mask]
    tensor([[1, 3],
            [4, 6]])

    The mask has to be bool. Compare a mask of zeros and ones with 0 first:

    >>> torch.masked_select(x, torch.tensor([1, 0, 1]))
    Traceback (most recent call last):
    RuntimeError: masked_select: expected BoolTensor for mask
    >>> torch.masked_select(x, torch.tensor([1, 0, 1]) != 0)
    tensor([1, 3, 4, 6])

    The result is a copy: to write where a mask is ``True``, use ``x[mask] = value``.

    :param mask: A bool tensor whose shape broadcasts with that of ``input``; ``True`` takes the element.

    See also: :func:`masked_fill`, :func:`where`, :func:`nonzero`, :func:`getitem`.

    :asked: filter a tensor by condition; keep only elements bigger than a threshold; pick out values larger than the
    mean; foreground pixel values under a mask; numpy boolean indexing x[x > 0]; extract values where mask is true;
    tf.boolean_mask equivalent; mask shape does not match tensor; elements satisfying a condition as flat tensor; drop
    nan values from a tensor; matlab logical indexing; keep positive values and drop negative ones
    """
    if mask.dtype != np.bool_:
        raise TypeError("the mask holds bools")
    x, mask = np.broadcast_arrays(x, mask)
    return x[mask]


def masked_fill(x, mask, value):
    """Replace values with one number wherever a mask is ``True``.

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> x.masked_fill(x > 4, 0)
    tensor([[1, 2, 3],
            [4, 0, 0]])

    Attention hides a position with a logit of minus infinity before the softmax. The weight of the position becomes
    exactly 0, and the other weights add up to 1, up to rounding. Here ``True`` means hidden, and a logit of 0 still
    gets a weight:

    >>> logits = torch.ones(2, 2)
    >>> future = torch.tensor([[False, True], [False, False]])
    >>> logits.masked_fill(future, float("-inf")).softmax(-1)
    tensor([[1.0000, 0.0000],
            [0.5000, 0.5000]])
    >>> logits.masked_fill(future, 0).softmax(-1)[0]
    tensor([0.7311, 0.2689])

    If a whole row is hidden, its softmax is 0 divided by 0:

    >>> logits.masked_fill(torch.tensor([[True], [False]]), float("-inf")).softmax(-1)[0]
    tensor([nan, nan])

    The result has the dtype of ``x``, so an ``int64`` tensor gets the value without its fraction:

    >>> x.masked_fill(x > 4, 0.5)
    tensor([[1, 2, 3],
            [4, 0, 0]])

    A number too large for the dtype raises, while NumPy's ``astype`` changes it. In ``float16``, whose range ends at
    65504, use infinity:

    >>> logits.half().masked_fill(future, -1e9)
    Traceback (most recent call last):
    RuntimeError: value cannot be converted to type c10::Half without overflow
    >>> logits.half().masked_fill(future, float("-inf"))[0]
    tensor([1., -inf], dtype=torch.float16)

    The mask has to be bool. Write ``mask.bool()`` or ``mask == 0``, whichever marks the elements to replace:

    >>> x.masked_fill(torch.tensor([1, 0, 0]), -1)
    Traceback (most recent call last):
    RuntimeError: masked_fill_ only supports boolean masks, but got mask with dtype long int
    >>> x.masked_fill(torch.tensor([1, 0, 0]).bool(), -1)
    tensor([[-1,  2,  3],
            [-1,  5,  6]])

    :param mask: A bool tensor whose shape broadcasts with that of ``input``; ``True`` replaces the element.
    :param value: The value to write, a number or a 0-d tensor; in an ``int64`` tensor, its fraction is truncated.

    See also: :func:`where`, :func:`softmax`, :func:`tril`, :func:`setitem`.

    :sheet: x.masked_fill(m, 0)

    :asked: attention mask with minus infinity; mask out padding tokens in attention; put zero at padded positions;
    replace elements where mask is true; replace nan by mask; -1e9 in fp16 overflow; mask of 0 and 1 not accepted;
    apply a mask before softmax; softmax of masked row is nan; causal mask fill with -inf; block illegal actions in
    policy logits; hide future tokens in attention
    """
    if mask.dtype != np.bool_ or np.ndim(value):
        raise TypeError("the mask holds bools, and the value is one number")
    return np.where(mask, x.dtype.type(value), x)


def where(condition, x=None, y=None):
    """Choose between two values element by element, or find where a condition holds.

    With three arguments, ``where`` takes ``x`` where the condition is ``True``, and ``y`` elsewhere. The three
    arguments broadcast, and ``x`` and ``y`` may be numbers:

    >>> x = torch.tensor([-2, 0, 3])
    >>> torch.where(x > 0, x, 0)
    tensor([0, 0, 3])
    >>> torch.where(x > 0, x, 0.5)
    tensor([0.5000, 0.5000, 3.0000])

    With the condition alone, ``where`` returns the indices, one tensor per dimension from 1-d on, like ``nonzero`` with
    ``as_tuple=True``:

    >>> torch.where(x > 0)
    (tensor([2]),)

    With three arguments, the condition has to be bool; ``uint8`` is deprecated. Compare a condition of zeros and ones
    with 0 first:

    >>> torch.where(torch.tensor([1, 0, 1]), x, 0)
    Traceback (most recent call last):
    RuntimeError: where expected condition to be a boolean tensor, but got a tensor with dtype Long
    >>> torch.where(torch.tensor([1, 0, 1]) != 0, x, 0)
    tensor([-2,  0,  3])

    A Python integer does not widen an integer dtype, so an integer that is too large for the dtype raises. Convert the
    tensor:

    >>> torch.where(x > 0, x.to(torch.int8), 300)
    Traceback (most recent call last):
    RuntimeError: value cannot be converted to type int8_t without overflow
    >>> torch.where(x > 0, x.to(torch.int16), 300)
    tensor([300, 300,   3], dtype=torch.int16)

    Both sides are computed for each element before one is chosen. Here the gradient of the side not taken is 0 times
    infinity, which is ``nan``. Make the input safe, not just the result:

    >>> a = torch.tensor([0.0, 4.0], requires_grad=True)
    >>> torch.where(a > 0, torch.sqrt(a), 0.0).sum().backward()
    >>> a.grad
    tensor([   nan, 0.2500])
    >>> a.grad = None
    >>> torch.sqrt(torch.where(a > 0, a, 1.0)).sum().backward()
    >>> a.grad
    tensor([0.0000, 0.2500])

    The method is called on the first value: ``x.where(condition, y)``.

    :param condition: With ``input`` and ``other``, a bool tensor; on its own, a tensor of any dtype, which gives the
        indices of its nonzero elements.
    :param input: What is taken where ``condition`` is ``True``: a tensor or a number.
    :param other: What is taken where ``condition`` is ``False``: a tensor or a number.

    See also: :func:`masked_fill`, :func:`nonzero`, :func:`clamp`, :func:`maximum`.

    :sheet: where(m, x, -1)
    :sheet numpy: np.where(m, x, -1) → where(m, x, -1)

    :asked: ternary operator for tensors; pick a where condition true else b; find indices where condition is true;
    np.where equivalent; vectorize an if statement; nan gradient from branch not taken; piecewise function with
    condition; elementwise if else between two tensors; replace values greater than a limit; values below threshold to
    zero rest unchanged; huber loss by hand with a condition; combine two images by mask
    """
    if x is None:
        return np.nonzero(np.atleast_1d(condition))
    if condition.dtype != np.bool_ or y is None:
        raise TypeError("the condition holds bools, and both values are given")
    return np.where(condition, x, y)


def nonzero(x, *, as_tuple=False):
    """Find the indices of all values that are not zero.

    The result has one row per nonzero element and one column per dimension of ``x``:

    >>> x = torch.tensor([[5, 0, 6], [0, 7, 0]])
    >>> torch.nonzero(x)
    tensor([[0, 0],
            [0, 2],
            [1, 1]])

    NumPy's ``nonzero`` returns a tuple with one array per dimension. ``as_tuple=True`` returns such a tuple, which can
    be used as an index:

    >>> torch.nonzero(x, as_tuple=True)
    (tensor([0, 0, 1]), tensor([0, 2, 1]))
    >>> x[torch.nonzero(x, as_tuple=True)]
    tensor([5, 6, 7])

    Without ``as_tuple``, the result, used as an index, selects whole rows of ``x``, so its column indices may be out
    of bounds. Use the tuple:

    >>> x[torch.nonzero(x)]
    Traceback (most recent call last):
    IndexError: index 2 is out of bounds for dimension 0 with size 2
    >>> x[torch.nonzero(x, as_tuple=True)]
    tensor([5, 6, 7])

    For a 1-d tensor, the indices still form a column. To get them flat, take the first tensor of the tuple:

    >>> torch.nonzero(torch.tensor([0, 8, 9]))
    tensor([[1],
            [2]])
    >>> torch.nonzero(torch.tensor([0, 8, 9]), as_tuple=True)[0]
    tensor([1, 2])

    In an ``if``, the single index of a 1-d tensor is read as a number, so an element found at index 0 counts as
    ``False``:

    >>> bool(torch.nonzero(torch.tensor([7, 0])))
    False
    >>> torch.tensor([7, 0]).any()
    tensor(True)

    If the elements are all zero, the tensor of indices is empty, and ``if`` raises. Call ``any`` instead:

    >>> if torch.nonzero(x > 100):
    ...     print("found")
    Traceback (most recent call last):
    RuntimeError: Boolean value of Tensor with no values is ambiguous
    >>> if (x > 100).any():
    ...     print("found")

    :param as_tuple: ``True`` returns one index tensor per dimension of a tensor that is not 0-d, instead of a row per
        nonzero element.

    See also: :func:`where`, :func:`masked_select`, :func:`argmax`.

    :sheet: v.nonzero()
    :sheet numpy: np.nonzero(v) → v.nonzero(as_tuple=True)
    :sheet trap: v.nonzero(): One row per element, as ``np.argwhere``.

    :asked: find indices where value equals; coordinates of nonzero elements; pixel coordinates of a binary mask;
    np.argwhere equivalent; matlab find; row indices where condition is true; if on an empty tensor fails; indices as
    tuple; get index of an element; index of a given value like list.index; which rows contain the ones; indices where
    a mask is true
    """
    return np.nonzero(np.atleast_1d(x)) if as_tuple else np.argwhere(x)


def argwhere(x):
    """List the indices of the nonzero elements, one row per element.

    A condition is usually passed. The elements above 4 are at row 0, column 0 and at row 1, column 2:

    >>> x = torch.tensor([[5, 0, 4], [0, 3, 7]])
    >>> torch.argwhere(x > 4)
    tensor([[0, 0],
            [1, 2]])

    The result is that of :func:`nonzero` without ``as_tuple``. Its name is the one that NumPy uses:

    >>> torch.argwhere(x > 4).equal(torch.nonzero(x > 4))
    True
    >>> np.argwhere(x.numpy() > 4)
    array([[0, 0],
           [1, 2]])

    The columns of the result are the row indices and the column indices of the elements:

    >>> row, column = torch.argwhere(x > 4).unbind(dim=1)
    >>> row, column
    (tensor([0, 1]), tensor([0, 2]))

    The result is not an index: it selects whole rows of ``x`` silently, or raises if a value in it is out of bounds.
    Index with the columns or, shorter, with the condition:

    >>> x[torch.argwhere(x > 4)]
    Traceback (most recent call last):
    IndexError: index 2 is out of bounds for dimension 0 with size 2
    >>> x[row, column], x[x > 4]
    (tensor([5, 7]), tensor([5, 7]))

    ``as_tuple`` is not accepted. For the indices as a tuple, call ``nonzero`` or :func:`where`:

    >>> torch.argwhere(x > 4, as_tuple=True)
    Traceback (most recent call last):
    TypeError: argwhere() got an unexpected keyword argument 'as_tuple'
    >>> torch.where(x > 4)
    (tensor([0, 1]), tensor([0, 2]))

    For a 1-d tensor, the indices form a column. Flatten it:

    >>> torch.argwhere(torch.tensor([0, 8, 9])).flatten()
    tensor([1, 2])

    See also: :func:`nonzero`, :func:`where`, :func:`unravel_index`, :func:`masked_select`.

    :asked: argwhere or nonzero; coordinates where a condition holds; list of row column pairs that meet a condition;
    index pairs of true values; positions of all elements above a threshold; bounding box of a mask; argwhere as index
    returns the wrong shape
    """
    return np.argwhere(x)


def unravel_index(index, shape):
    """Convert positions in a flattened tensor to one index per dimension.

    The largest element is at position 4, which is row 1, column 1. The tuple can be used as an index:

    >>> x = torch.tensor([[3, 1, 2], [4, 9, 5]])
    >>> x.argmax()
    tensor(4)
    >>> torch.unravel_index(x.argmax(), x.shape)
    (tensor(1), tensor(1))
    >>> x[torch.unravel_index(x.argmax(), x.shape)]
    tensor(9)

    Several positions give a tensor for each dimension. Here they are the two largest elements of the whole matrix,
    stacked to one row per element:

    >>> best = torch.unravel_index(x.flatten().topk(2).indices, x.shape)
    >>> best
    (tensor([1, 1]), tensor([1, 2]))
    >>> torch.stack(best, dim=1)
    tensor([[1, 1],
            [1, 2]])

    Positions count row by row, so the inverse is the row times the number of columns, plus the column:

    >>> best[0] * x.shape[1] + best[1]
    tensor([4, 5])

    A position past the end silently wraps around, while NumPy raises. A (2, 3) matrix has the positions 0 to 5:

    >>> torch.unravel_index(torch.tensor(6), (2, 3))
    (tensor(0), tensor(0))

    ``indices`` is a tensor of integers. Convert a Python integer to a tensor:

    >>> torch.unravel_index(4, (2, 3))
    Traceback (most recent call last):
    AttributeError: 'int' object has no attribute 'is_complex'
    >>> torch.unravel_index(torch.tensor(4), (2, 3))
    (tensor(1), tensor(1))

    :param indices: An integer tensor of positions in the flattened tensor; each tensor of the result has its shape.
    :param shape: The shape of the tensor that the positions are in.

    See also: :func:`argmax`, :func:`argwhere`, :func:`take`, :func:`flatten`.

    :asked: argmax of a matrix as row and column; row and column of the largest element; np.unravel_index equivalent;
    flat index to 2d coordinates; ind2sub from matlab; topk over the whole matrix with coordinates; linear index to
    multi-dimensional index; coordinates of the minimum in a 2d tensor; pixel position of the heatmap maximum
    """
    shape = np.atleast_1d(shape)
    steps = np.cumprod([1, *shape[:0:-1]])[::-1]
    return tuple(index // step % size for step, size in zip(steps, shape, strict=False))


def take(x, index):
    """Pick elements by their position in the flattened tensor.

    Positions count row by row, here from 0 to 5. Negative ones count from the end:

    >>> x = torch.tensor([[10, 11, 12], [13, 14, 15]])
    >>> torch.take(x, torch.tensor([0, 4, -1]))
    tensor([10, 14, 15])

    The result has the shape of ``index``:

    >>> torch.take(x, torch.tensor([[0, 5], [1, 1]]))
    tensor([[10, 15],
            [11, 11]])

    The position from ``argmax`` without ``dim`` fits, since it counts in the flattened tensor too:

    >>> x.take(x.argmax())
    tensor(15)

    Unlike NumPy's ``take`` with ``axis``, it does not pick rows. To pick rows, call :func:`index_select`; to pick one
    element per row, :func:`gather`:

    >>> x.take(torch.tensor([1]))
    tensor([11])
    >>> x.index_select(0, torch.tensor([1]))
    tensor([[13, 14, 15]])

    ``index`` is a tensor of dtype ``int64``. Convert a list, or an ``int32`` tensor:

    >>> torch.take(x, [0, 4])
    Traceback (most recent call last):
    TypeError: take(): argument 'index' (position 2) must be Tensor, not list
    >>> torch.take(x, torch.tensor([0, 4], dtype=torch.int32))
    Traceback (most recent call last):
    RuntimeError: take(): Expected a long tensor for index, but got Int
    >>> torch.take(x, torch.tensor([0, 4], dtype=torch.int32).long())
    tensor([10, 14])

    A position past the end raises. This tensor has 6 elements, so the last position is 5:

    >>> torch.take(x, torch.tensor([6]))
    Traceback (most recent call last):
    IndexError: out of range: tried to access index 6 on a tensor of 6 elements.
    >>> torch.take(x, torch.tensor([5]))
    tensor([15])

    The result is a copy, and the gradient of a position that is taken twice counts twice.

    :param index: An ``int64`` tensor of positions in the flattened tensor; it gives the shape of the result.

    See also: :func:`gather`, :func:`index_select`, :func:`take_along_dim`, :func:`unravel_index`.

    :asked: index a matrix as if it were flattened; take or gather; elements at flat positions; linear indexing like
    matlab; np.take without axis; look up values in a table by integer codes; get values at flattened indices
    """
    return np.take(x, index)


def gather(x, dim, index):
    """Pick values along a dimension, one for each element of an index tensor.

    With ``dim=1``, element (i, j) of the result is ``x[i, index[i, j]]``: the row stays, and the index names the
    column.

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.gather(x, 1, torch.tensor([[2, 0], [1, 1]]))
    tensor([[3, 1],
            [5, 5]])

    With ``dim=0`` it is ``x[index[i, j], j]``: the column stays, and the index names the row.

    >>> torch.gather(x, 0, torch.tensor([[1, 0, 1]]))
    tensor([[4, 2, 6]])

    The result has the shape of ``index``, so to pick one value per row, pass the indices as a column:

    >>> torch.gather(x, 1, torch.tensor([2, 0]))
    Traceback (most recent call last):
    RuntimeError: Index tensor must have the same number of dimensions as input tensor
    >>> torch.gather(x, 1, torch.tensor([2, 0]).unsqueeze(1)).squeeze(1)
    tensor([3, 4])

    ``index`` does not broadcast. With ``dim=1``, a single row of indices silently reads from the first row of ``x``
    alone:

    >>> torch.gather(x, 1, torch.tensor([[2, 0]]))
    tensor([[3, 1]])

    In each dimension except ``dim``, ``index`` is at most as large as ``x``. For more values per row, add columns
    instead of rows:

    >>> torch.gather(x, 1, torch.tensor([[2], [0], [1]]))
    Traceback (most recent call last):
    RuntimeError: Size does not match at dimension 0 expected index [3, 1] to be no larger than self [2, 3] apart from dimension 1
    >>> torch.gather(x, 1, torch.tensor([[2, 0, 1, 2], [0, 0, 0, 0]]))
    tensor([[3, 1, 2, 3],
            [4, 4, 4, 4]])

    Indices are ``int64`` or ``int32``, and negative indices do not count from the end. Convert the dtype, and take
    negative indices modulo the size:

    >>> torch.gather(x, 1, torch.tensor([[0.0]]))
    Traceback (most recent call last):
    RuntimeError: gather(): Expected dtype int32/int64 for index
    >>> torch.gather(x, 1, torch.tensor([[-1]]))
    Traceback (most recent call last):
    RuntimeError: index -1 is out of bounds for dimension 1 with size 3
    >>> torch.gather(x, 1, torch.tensor([[-1.0]]).long() % 3)
    tensor([[3]])

    :param dim: The dimension along which ``index`` chooses.
    :param index: An ``int64`` or ``int32`` tensor with as many dimensions as ``input``; it gives the shape of the
        result, and negative indices raise.
    :param sparse_grad: ``True`` makes the gradient of ``input`` sparse, which saves memory when few elements are
        chosen.

    See also: :func:`take_along_dim`, :func:`scatter`, :func:`index_select`, :func:`getitem`.

    :sheet picture: x.gather(1, i)

    :asked: q value of the chosen action; different column for every row; nll by hand from log probs of targets;
    gather explained for each dim; gather with a 1d label tensor; index tensor larger than input; last valid timestep
    of sequence by lengths; cuda device-side assert for label index; logit at the gold label of every sample; hidden
    state at eos position of sequence; pick probability of the right class per row; pick one element from each row by
    column
    """
    places = list(np.indices(np.atleast_1d(index).shape, sparse=True))
    places[dim] = index
    return np.atleast_1d(x)[tuple(places)].reshape(index.shape)


def take_along_dim(x, index, dim=None):
    """Read values along a dimension by index, with broadcasting.

    ``indices`` can come from ``argsort``, or from ``argmax`` with ``keepdim=True``:

    >>> x = torch.tensor([[3, 1, 2], [4, 6, 5]])
    >>> torch.take_along_dim(x, x.argsort(dim=1), dim=1)
    tensor([[1, 2, 3],
            [4, 5, 6]])
    >>> torch.take_along_dim(x, x.argmax(dim=1, keepdim=True), dim=1)
    tensor([[3],
            [6]])

    Unlike in :func:`gather`, a size of 1 broadcasts in dimensions other than ``dim``. Here one row of indices serves
    both rows:

    >>> torch.take_along_dim(x, torch.tensor([[2, 0]]), dim=1)
    tensor([[2, 3],
            [5, 4]])
    >>> torch.gather(x, 1, torch.tensor([[2, 0]]))
    tensor([[2, 3]])

    With ``dim``, an out-of-bounds index wraps around silently: in a dimension of size 3, index 4 means 1. NumPy raises
    instead.

    >>> torch.take_along_dim(x, torch.tensor([[4]]), dim=1)
    tensor([[1],
            [6]])

    With ``dim``, ``input`` and ``indices`` need the same number of dimensions, so pass ``keepdim=True`` to the
    reduction:

    >>> torch.take_along_dim(x, x.argmax(dim=1), dim=1)
    Traceback (most recent call last):
    RuntimeError: torch.take_along_dim(): input and indices should have the same number of dimensions, but got 2 dimensions for input, and 1 dimensions for indices
    >>> torch.take_along_dim(x, x.argmax(dim=1, keepdim=True), dim=1).squeeze(1)
    tensor([3, 6])

    With ``dim``, indices have to be ``int64``, not ``int32``. Convert them with ``.long()``:

    >>> torch.take_along_dim(x, torch.tensor([[0]], dtype=torch.int32), dim=1)
    Traceback (most recent call last):
    RuntimeError: torch.take_along_dim(): dtype of indices should be Long but got Int
    >>> torch.take_along_dim(x, torch.tensor([[0]], dtype=torch.int32).long(), dim=1).flatten()
    tensor([3, 4])

    Without ``dim``, both tensors are viewed as 1-d, which can raise for a transposed tensor. Call ``contiguous`` first:

    >>> torch.take_along_dim(x.t().contiguous(), x.t().argmax())
    tensor([6])

    :param indices: An ``int64`` tensor such as :func:`argsort` returns; with ``dim``, it has as many dimensions as
        ``input`` and broadcasts in the dimensions other than ``dim``.
    :param dim: The dimension along which ``indices`` choose; without it, both tensors are flattened.

    See also: :func:`gather`, :func:`argsort`, :func:`argmax`.

    :sheet numpy: np.take_along_axis(x, i, 1) → x.take_along_dim(i, 1)

    :asked: np.take_along_axis equivalent; get the values at argmax; reorder boxes by sorted scores batchwise; gather
    that broadcasts; use topk indices on a second tensor; best candidate of each row; gather along axis with argmax
    keepdim; apply argsort indices row by row; apply sort order of one matrix to another; values at sorted indices;
    reorder every row by its own index matrix
    """
    if dim is None:
        return np.ravel(x)[np.ravel(index)]
    return np.take_along_axis(x, index % x.shape[dim], axis=dim)


def fill_(x, value):
    """Fill a tensor with one number, in place.

    >>> x = torch.zeros(2, 3)
    >>> x.fill_(7)
    tensor([[7., 7., 7.],
            [7., 7., 7.]])

    Called on a view, ``fill_`` fills the part that the view shows. ``row = 5`` would rebind the name instead:

    >>> row = x[0]
    >>> row.fill_(5)
    tensor([5., 5., 5.])
    >>> x
    tensor([[5., 5., 5.],
            [7., 7., 7.]])

    The dtype does not change, so ``int64`` silently truncates fractions:

    >>> n = torch.zeros(2, dtype=torch.int64)
    >>> n.fill_(2.9)
    tensor([2, 2])

    For integers, a Python ``nan`` raises, and a number too large for the dtype can raise. Make a float tensor:

    >>> n.fill_(float("nan"))
    Traceback (most recent call last):
    RuntimeError: value cannot be converted to type int64_t without overflow
    >>> n.float().fill_(float("nan"))
    tensor([nan, nan])

    Changing a leaf tensor that requires grad in place raises. Wrap the call in ``torch.no_grad()``:

    >>> w = torch.zeros(2, requires_grad=True)
    >>> w.fill_(1.0)
    Traceback (most recent call last):
    RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
    >>> with torch.no_grad():
    ...     w.fill_(1.0)
    tensor([1., 1.], requires_grad=True)

    ``torch.fill`` returns a new tensor instead. In ``uint8``, -1 becomes 255, while NumPy raises.

    :param value: The value of every element, a number or a 0-d tensor; in an ``int64`` tensor, its fraction is
        truncated.

    See also: :func:`zero_`, :func:`full`, :func:`masked_fill`, :func:`no_grad`.

    :asked: set all elements to a value; fill an existing tensor with a number; init layer weights with constant; set
    bias to a constant; overwrite everything in place; reuse a buffer with another value; set whole tensor to -inf;
    fill tensor with constant in place; fill with scalar; write the same value everywhere
    """
    if np.ndim(value):
        raise ValueError("the value is one number")
    x[...] = value
    return x


def zero_(x):
    """Set every value of a tensor to zero, in place.

    A view shares its memory with ``x``, so zeroing the view changes ``x``:

    >>> x = torch.tensor([[1, 2], [3, 4]])
    >>> column = x[:, 0]
    >>> column.zero_()
    tensor([0, 0])
    >>> x
    tensor([[0, 2],
            [0, 4]])

    ``zero_`` can clear gradients, which add up from one ``backward`` to the next:

    >>> w = torch.tensor(3.0, requires_grad=True)
    >>> for step in range(2):
    ...     (w * w).backward()
    ...     print(w.grad)
    tensor(6.)
    tensor(12.)
    >>> w.grad.zero_()
    tensor(0.)
    >>> (w * w).backward()
    >>> w.grad
    tensor(6.)

    Before the first ``backward``, ``w.grad`` is ``None``, so the call raises. Assign ``None`` instead of zeroing:

    >>> w = torch.tensor(3.0, requires_grad=True)
    >>> w.grad.zero_()
    Traceback (most recent call last):
    AttributeError: 'NoneType' object has no attribute 'zero_'
    >>> w.grad = None

    ``torch.zeros_like(x)`` returns a new tensor of zeros and leaves ``x`` unchanged.

    See also: :func:`fill_`, :func:`zeros_like`, :func:`grad`, :func:`backward`.

    :asked: reset a tensor to zero; clear gradient of a weight manually; grad adds up after every backward; nonetype
    has no attribute zero_; zero out in place; reset a buffer; w.grad.zero_ error; reset accumulator each epoch; make
    all elements zero in place; existing tensor all zeros without new memory
    """
    x[...] = 0
    return x
