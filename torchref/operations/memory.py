"""Memory: a tensor is a block of memory, with a shape and strides that say how to read it."""

import numpy as np

__all__ = [
    "as_strided",
    "clone",
    "contiguous",
    "copy_",
    "data_ptr",
    "dim",
    "is_contiguous",
    "ndim",
    "nelement",
    "numel",
    "shape",
    "size",
    "storage_offset",
    "stride",
    "untyped_storage",
]


def shape(x, dim=None):
    """Read the shape: how many elements each dimension has.

    >>> x = torch.zeros(2, 3)
    >>> x.shape, x.size()
    (torch.Size([2, 3]), torch.Size([2, 3]))

    ``shape`` and ``size()`` return the same tuple. Negative indices count from the end. The shape equals a tuple of
    the same sizes, but not a list:

    >>> x.shape[-1], x.size(-1)
    (3, 3)
    >>> x.shape == (2, 3), x.shape == [2, 3]
    (True, False)

    ``size`` is a method, so call it with parentheses. ``shape`` is an attribute, so index it with square brackets:

    >>> x.size[0]
    Traceback (most recent call last):
    TypeError: 'builtin_function_or_method' object is not subscriptable
    >>> x.size(0)
    2
    >>> x.shape(0)
    Traceback (most recent call last):
    TypeError: 'torch.Size' object is not callable
    >>> x.shape[0]
    2

    Unpacking without ``*`` needs as many names as there are dimensions. A single image lacks the batch dimension. Add
    it with ``unsqueeze``:

    >>> batch, channels, height, width = torch.zeros(3, 32, 48).shape
    Traceback (most recent call last):
    ValueError: not enough values to unpack (expected 4, got 3)
    >>> batch, channels, height, width = torch.zeros(3, 32, 48).unsqueeze(0).shape

    In NumPy, ``x.size`` is the number of elements, which is :func:`numel` here. In torch, ``x.size == 6`` is ``False``
    without an error, and arithmetic with ``x.size`` raises.

    To make a column of three elements, put each element in square brackets of its own:

    >>> torch.tensor([[1], [2], [3]]).shape, torch.tensor([1, 2, 3]).shape
    (torch.Size([3, 1]), torch.Size([3]))

    Without these inner square brackets, the tensor has one dimension, and reading the size of a second dimension
    raises. Add it with ``unsqueeze``:

    >>> torch.tensor([1, 2, 3]).shape[1]
    Traceback (most recent call last):
    IndexError: tuple index out of range
    >>> torch.tensor([1, 2, 3]).unsqueeze(1).shape[1]
    1

    :param dim: The dimension whose size ``Tensor.size`` returns; without it, the whole shape.

    See also: :func:`ndim`, :func:`numel`, :func:`reshape`.

    :sheet: x.shape

    :asked: get number of rows and columns; get dimensions of a tensor; difference between shape and size(); not
    enough values to unpack; like df.shape in pandas; how big is my tensor; dimensions of a tensor as list of ints;
    how tall and wide is my image batch; how many rows does my matrix have; print size of each layer output; unpack b
    c h w sizes; len of a tensor gives only first dim
    """
    return x.shape if dim is None else x.shape[dim]


size = shape


def ndim(x):
    """Count the dimensions of a tensor (its rank).

    ``ndim`` is the depth of the nested square brackets in the printout of a non-empty tensor:

    >>> torch.tensor(7).ndim, torch.tensor([7, 8]).ndim, torch.tensor([[7, 8]]).ndim
    (0, 1, 2)

    A point in space has three coordinates, but its tensor has one dimension, since one index is enough to reach an
    element:

    >>> point = torch.tensor([0.5, 1.5, 2.5])
    >>> point.ndim, len(point)
    (1, 3)

    An integer index removes a dimension, and a slice keeps it:

    >>> x = torch.zeros(4, 5)
    >>> x[0].ndim, x[0:1].ndim
    (1, 2)

    A size-1 dimension is also counted. A column minus a row silently broadcasts to a matrix. If a loss is far too
    large, compare the ``ndim`` of output and target first:

    >>> target = torch.tensor([1, 2, 3])
    >>> output = torch.tensor([[1], [2], [3]])
    >>> (output - target).shape
    torch.Size([3, 3])
    >>> output.ndim, target.ndim
    (2, 1)
    >>> (output.squeeze(1) - target).shape
    torch.Size([3])

    See also: :func:`dim`, :func:`shape`, :func:`unsqueeze`, :func:`squeeze`.

    :asked: rank of a tensor; is it a vector or a matrix; 1d 2d or 3d; loss far too large because of shape; how many
    axes; 3d point versus 3d tensor; is input batched or single image; know if tensor is scalar; matlab ndims; how
    many axes from len(x.shape); how many levels deep are the brackets
    """
    return x.ndim


def dim(x):
    """Count the dimensions with a method call.

    The result equals the attribute ``ndim``:

    >>> x = torch.zeros(2, 3)
    >>> x.dim(), x.ndim
    (2, 2)

    Without parentheses, ``x.dim`` is the method itself, and ``x.dim == 2`` is ``False`` without an error:

    >>> x.dim == 2
    False
    >>> x.dim() == 2
    True

    In an operation such as ``sum``, the argument ``dim`` is the dimension to work along. Dimensions are counted from
    0, so the last dimension is ``x.dim() - 1``, or -1 for short:

    >>> x.sum(dim=2)
    Traceback (most recent call last):
    IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)
    >>> x.sum(dim=-1).shape
    torch.Size([2])

    See also: :func:`ndim`, :func:`shape`.

    :asked: what does the dim argument mean; what does dim=1 mean; count dimensions with a method; difference between
    dim and ndim; which dim to sum over; axis numbers start at zero; what is numpy's axis called; which dimension do
    rows run along; is dim=0 or dim=1 for rows; what does dim=-1 mean; negative dim counting from the last;
    dimension out of range expected to be in range of
    """
    return x.ndim


def numel(x):
    """Count all elements: the total size of a tensor.

    >>> x = torch.zeros(2, 3, 4)
    >>> torch.numel(x), x.numel()
    (24, 24)

    ``len`` is the size of the first dimension:

    >>> len(x)
    2

    A 0-d tensor lacks a first dimension, so ``len`` raises. Use ``numel``:

    >>> len(torch.tensor(7))
    Traceback (most recent call last):
    TypeError: len() of a 0-d tensor
    >>> torch.tensor(7).numel()
    1

    The number of elements, summed over the parameters, is the size of a model:

    >>> model = torch.nn.Linear(10, 5)
    >>> sum(p.numel() for p in model.parameters())
    55

    ``numel`` counts the elements that an index reaches, not those in memory. One ``float32`` element expanded to 1000
    elements still takes 4 bytes:

    >>> wide = torch.zeros(1).expand(1000)
    >>> wide.numel(), wide.untyped_storage().nbytes()
    (1000, 4)

    In NumPy this is ``x.size``; in torch ``x.size()`` is the shape.

    See also: :func:`shape`, :func:`element_size`, :func:`untyped_storage`.

    :sheet: x.numel()
    :sheet numpy: x.size → x.numel()
    :sheet trap: x.size(): A method that returns the shape.

    :asked: total number of elements; total size of a tensor; numpy x.size equivalent; is tensor empty; how big is my
    network; count trainable weights of network; total count of pixels in image batch; numel of a matrix as in matlab;
    how many values or elements in all; count total number of weights in a model; len gives first dimension not total
    """
    return x.size


nelement = numel


def stride(x, dim=None):
    """Read how many elements to step in memory for the next index of each dimension.

    The next row is three elements further on in memory, and the next column is one element further on:

    >>> x = torch.tensor([[10, 11, 12], [20, 21, 22]])
    >>> x.stride()
    (3, 1)
    >>> x.stride(0)
    3

    The sum of index times stride is the position in memory, counted from the first element of ``x``. For ``x[1, 2]``
    it is 1·3 + 2·1:

    >>> x.view(6)[1 * 3 + 2 * 1], x[1, 2]
    (tensor(22), tensor(22))

    A view reads the same memory, often with other strides. With stride 0, one row is read as four:

    >>> x.t().stride(), x[:, ::2].stride(), x[0].expand(4, 3).stride()
    ((1, 3), (3, 2), (0, 1))

    A new array without elements has strides of 0 in NumPy, but not in torch. NumPy counts strides in bytes, torch in
    elements:

    >>> x.numpy().strides, x.element_size()
    ((24, 8), 8)

    NumPy slices backwards with a negative stride. torch does not accept a negative stride; ``flip`` makes a copy
    instead:

    >>> np.array([10, 11, 12])[::-1].strides
    (-8,)
    >>> x[0].flip(0).stride()
    (1,)

    :param dim: The dimension whose stride is returned; without it, those of all dimensions.

    See also: :func:`as_strided`, :func:`is_contiguous`, :func:`storage_offset`, :func:`transpose`.

    :sheet: x.stride()

    :asked: what are strides; elements to step for next index; strides in bytes versus elements; negative strides;
    distance in memory between rows; how many numbers to skip to next row; why is transpose free; c order or fortran
    order; how far apart in memory are neighbouring columns; memory layout row major or column major strides
    """
    steps = tuple(step // x.itemsize for step in x.strides)
    return steps if dim is None else steps[dim]


def storage_offset(x):
    """Return the position in its storage where a tensor starts, in elements.

    A slice that skips the first elements starts further on in the same memory. The offsets of nested slices add up:

    >>> x = torch.arange(10)
    >>> x.storage_offset(), x[2:].storage_offset(), x[2:][3:].storage_offset()
    (0, 2, 5)

    A non-negative integer index adds index times stride to the offset:

    >>> table = torch.zeros(4, 5)
    >>> table.stride()
    (5, 1)
    >>> table[2].storage_offset(), table[2, 3].storage_offset()
    (10, 13)

    A row from the middle of ``table`` is contiguous, so ``contiguous`` does not copy it, and the whole table stays in
    memory. ``clone`` makes a copy of the row alone, with offset 0:

    >>> row = table[2].contiguous()
    >>> row.storage_offset(), row.untyped_storage().nbytes()
    (10, 80)
    >>> row = table[2].clone()
    >>> row.storage_offset(), row.untyped_storage().nbytes()
    (0, 20)

    A NumPy array does not store an offset. The offset is the distance from the start of the array that owns the
    memory.

    See also: :func:`stride`, :func:`data_ptr`, :func:`untyped_storage`, :func:`narrow`.

    :asked: where does a view start in memory; offset of a slice; position of first element in the buffer; at which
    position of memory does slice begin; start index inside shared data; how far into storage is x[2:]; slice starts
    at which element
    """
    owner = x
    while isinstance(owner.base, np.ndarray):
        owner = owner.base
    return (x.ctypes.data - owner.ctypes.data) // x.itemsize


def is_contiguous(x):
    """Test whether elements lie in memory in row-major order, without gaps.

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]], dtype=torch.uint8)
    >>> x.is_contiguous(), x.t().is_contiguous()
    (True, False)

    The transpose reads 1 4 2 5 3 6, while the storage that both tensors share still holds 1 2 3 4 5 6:

    >>> x.t().flatten()
    tensor([1, 4, 2, 5, 3, 6], dtype=torch.uint8)
    >>> x.t().untyped_storage().tolist()
    [1, 2, 3, 4, 5, 6]

    ``x[1:]`` takes whole rows, so it has no gaps, but ``x[:, 1:]`` has gaps between rows. The stride of a size-1
    dimension does not matter, since it is not used:

    >>> x[1:].is_contiguous(), x[:, 1:].is_contiguous(), x[:1].t().is_contiguous()
    (True, False, True)

    The printout does not show the difference, but ``x.t().view(6)`` raises. A tensor that is not contiguous can still
    have a :func:`view`, if the elements that it regroups are evenly spaced:

    >>> evens = torch.arange(12)[::2]
    >>> evens.is_contiguous()
    False
    >>> evens.view(2, 3)
    tensor([[ 0,  2,  4],
            [ 6,  8, 10]])

    :param memory_format: The order to test for; ``torch.channels_last`` tests for 4-d images stored channels last.

    See also: :func:`contiguous`, :func:`stride`, :func:`view`, :func:`reshape`.

    :sheet: x.t().is_contiguous()

    :asked: what does contiguous mean; which operations make a tensor non contiguous; is it contiguous after
    transpose; why can view fail; check memory layout still row major; after swapping axes is memory in order; are
    numbers one after another in memory; how do i know if tensor is contiguous; is transposed matrix still row-major
    in memory; check whether memory is dense after permute
    """
    return x.flags.c_contiguous


def contiguous(x):
    """Make a tensor contiguous: store its elements in row-major order.

    The transpose of ``x`` is copied row by row, and the copy has the strides of a new tensor:

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> x.t().stride(), x.t().contiguous().stride()
    ((1, 3), (2, 1))
    >>> x.t().contiguous().view(6)
    tensor([1, 4, 2, 5, 3, 6])

    ``contiguous`` does not change a tensor ``y`` itself, so assign the result:

    >>> y = x.t()
    >>> _ = y.contiguous()
    >>> y.is_contiguous()
    False
    >>> y = y.contiguous()
    >>> y.is_contiguous()
    True

    By default, a contiguous tensor is returned itself, so a write to the result changes it. For the transpose, the
    result is a copy. ``clone`` copies in both cases:

    >>> x.contiguous() is x
    True
    >>> x.contiguous()[0, 0] = 100
    >>> x.t().contiguous()[0, 1] = 400
    >>> x
    tensor([[100,   2,   3],
            [  4,   5,   6]])

    A batch of images can be stored with the channels last, which its shape does not show:

    >>> images = torch.zeros(8, 3, 32, 48)
    >>> images.contiguous(memory_format=torch.channels_last).stride()
    (4608, 1, 144, 3)

    See also: :func:`is_contiguous`, :func:`clone`, :func:`reshape`, :func:`stride`.

    :sheet: x.t().contiguous()
    :sheet numpy: np.ascontiguousarray(x.T) → x.T.contiguous()

    :asked: make a tensor contiguous; when is it needed; channels_last memory format; does contiguous copy data; input
    is not contiguous; real row major copy of transposed; c extension needs packed memory; what to call between
    permute and view; flattening complains of memory layout after swapping axes; rearrange memory after permute; make
    memory layout regular again in reading order
    """
    return np.asarray(x, order="C")


def clone(x):
    """Copy a tensor into memory of its own.

    ``=`` gives the same tensor a second name; ``clone`` makes a second tensor:

    >>> x = torch.tensor([1, 2, 3])
    >>> same = x
    >>> copy = x.clone()
    >>> x[0] = 100
    >>> same, copy
    (tensor([100,   2,   3]), tensor([1, 2, 3]))

    A slice is a view. Its clone is independent of the large tensor, whose memory can then be freed:

    >>> large = torch.zeros(1000)
    >>> part, own = large[:2], large[:2].clone()
    >>> large[0] = 7
    >>> part, own
    (tensor([7., 0.]), tensor([0., 0.]))
    >>> part.untyped_storage().nbytes(), own.untyped_storage().nbytes()
    (4000, 8)

    Gradients flow back through ``clone``, and the copy of a weight is not a leaf:

    >>> w = torch.tensor([1.0, 2.0], requires_grad=True)
    >>> w.clone()
    tensor([1., 2.], grad_fn=<CloneBackward0>)

    For a copy outside the graph, such as a snapshot of weights before an update, detach first:

    >>> w.detach().clone()
    tensor([1., 2.])

    Python's ``deepcopy`` does not accept a non-leaf tensor that requires grad. Detach and clone it instead:

    >>> from copy import deepcopy
    >>> deepcopy(w * 2)
    Traceback (most recent call last):
    RuntimeError: Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment.  If you were attempting to deepcopy a module, this may be because of a torch.nn.utils.weight_norm usage, see https://github.com/pytorch/pytorch/pull/103001
    >>> (w * 2).detach().clone()
    tensor([2., 4.])

    See also: :func:`copy_`, :func:`detach`, :func:`contiguous`, :func:`tensor`.

    :sheet numpy: x.copy() → x.clone()

    :asked: deep copy; why does changing one tensor change another; difference between clone and detach; 'Tensor'
    object has no attribute 'copy'; numpy's copy() for tensors; changing b also changes a for b=a; real duplicate so
    modifying leaves the source alone; snapshot of best weights changes during training; avoid modifying the input of
    my function; proper way to copy a tensor; changing slice changes the original
    """
    return np.copy(x)


def copy_(x, src):
    """Overwrite a tensor in place with the values of another tensor.

    >>> x = torch.zeros(2, 3)
    >>> x.copy_(torch.tensor([[1, 2, 3], [4, 5, 6]]))
    tensor([[1., 2., 3.],
            [4., 5., 6.]])

    ``x = y`` would bind the name to another tensor. ``copy_`` writes into ``x``, so existing views show the new
    values. A smaller source must be broadcastable, such as a row:

    >>> first_row = x[0]
    >>> x.copy_(torch.tensor([7, 8, 9]))
    tensor([[7., 8., 9.],
            [7., 8., 9.]])
    >>> first_row
    tensor([7., 8., 9.])

    ``x`` keeps its dtype. If ``x`` holds integers, floats in the range of its dtype are silently truncated:

    >>> torch.tensor([0, 0, 0]).copy_(torch.tensor([1.9, -1.9, 0.5]))
    tensor([ 1, -1,  0])

    A source in the storage of ``x`` that overlaps it at other positions raises, if neither tensor has gaps or repeated
    elements. Otherwise, as with slices of columns, the copy can silently give wrong values, unlike in NumPy. Clone the
    source first:

    >>> y = torch.tensor([1, 2, 3])
    >>> y[1:].copy_(y[:-1])
    Traceback (most recent call last):
    RuntimeError: unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory location. Please clone() the tensor before performing the operation.
    >>> _ = y[1:].copy_(y[:-1].clone())
    >>> y
    tensor([1, 1, 2])

    Overwriting a leaf that requires grad raises while gradients are recorded. To load values into weights, use
    :func:`no_grad`:

    >>> w = torch.zeros(2, requires_grad=True)
    >>> w.copy_(torch.tensor([1.0, 2.0]))
    Traceback (most recent call last):
    RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
    >>> with torch.no_grad():
    ...     _ = w.copy_(torch.tensor([1.0, 2.0]))
    >>> w
    tensor([1., 2.], requires_grad=True)

    :param other: The source, which is broadcast to the shape of the tensor and converted to its dtype.

    See also: :func:`clone`, :func:`fill_`, :func:`setitem`, :func:`no_grad`.

    :asked: assign values of another tensor; replace model parameters manually; set layer weight to my matrix;
    difference between = and copy_; initialize layer with pretrained embedding matrix; change weights of linear layer
    by hand; overwrite values but keep same memory object; fill existing tensor from another without new allocation;
    copy values into preallocated buffer; hard update of target network weights; load numpy weights into a layer
    """
    np.copyto(x, np.broadcast_to(src, x.shape), casting="unsafe")
    return x


def data_ptr(x):
    """Read the memory address of the first element, to check for shared memory.

    The address changes from run to run. Two live, non-empty tensors on the CPU share memory if their addresses are
    equal:

    >>> x = torch.arange(6)
    >>> x.data_ptr() == x.view(2, 3).data_ptr()
    True
    >>> x.data_ptr() == x.clone().data_ptr()
    False

    Addresses count bytes, and an ``int64`` takes eight of them:

    >>> x[1].data_ptr() - x.data_ptr()
    8

    Different addresses do not mean separate memory: a slice that starts later also shares the memory. Compare the
    addresses of the storages:

    >>> tail = x[2:]
    >>> tail.data_ptr() == x.data_ptr()
    False
    >>> tail.untyped_storage().data_ptr() == x.untyped_storage().data_ptr()
    True
    >>> tail[0] = 100
    >>> x
    tensor([  0,   1, 100,   3,   4,   5])

    A tensor without elements has the address 0, and so does a tensor on ``meta``:

    >>> torch.empty(0).data_ptr(), x[3:3].data_ptr(), torch.ones(2, device="meta").data_ptr()
    (0, 0, 0)

    See also: :func:`untyped_storage`, :func:`storage_offset`, :func:`clone`, :func:`from_numpy`.

    :asked: do two tensors share memory; memory address of a tensor; is it a view or a copy; id() of tensors is
    different; np.shares_memory equivalent; pass pointer to C code; test if y is a view of x; print address of tensor;
    two variables point to same memory; check whether reshape copied the data; same memory or separate buffer
    """
    return x.ctypes.data if x.size else 0


def untyped_storage(x):
    """Return the raw bytes of memory that a tensor shares with its views.

    A storage has neither a shape nor a dtype. Two ``int16`` values are four bytes. Most machines store the low byte of
    each value first:

    >>> x = torch.tensor([1, 258], dtype=torch.int16)
    >>> x.untyped_storage().tolist()
    [1, 0, 2, 1]

    A view has the storage of its tensor, and a copy has its own storage:

    >>> x.untyped_storage().data_ptr() == x[1:].untyped_storage().data_ptr()
    True
    >>> x.untyped_storage().data_ptr() == x.clone().untyped_storage().data_ptr()
    False

    A slice of a large tensor keeps the whole storage in memory, and ``torch.save`` writes the whole storage to the
    file. Keep a ``clone`` instead, and the rest can be freed:

    >>> big = torch.zeros(1000)
    >>> big[:2].untyped_storage().nbytes()
    4000
    >>> big[:2].clone().untyped_storage().nbytes()
    8

    ``x.storage()`` is the old form, which gives the warning ``TypedStorage is deprecated``.

    A write to a byte changes the tensor. Here, a write to the third byte of ``x`` turns 258 into 259:

    >>> x.untyped_storage()[2] = 3
    >>> x
    tensor([  1, 259], dtype=torch.int16)

    See also: :func:`storage_offset`, :func:`stride`, :func:`data_ptr`, :func:`element_size`.

    :asked: where are the numbers of a tensor stored; underlying raw bytes; TypedStorage is deprecated warning; how
    many bytes does a view hold; small slice keeps large memory; nbytes of whole buffer; i saved a slice and file is
    huge; torch.save of small slice gives giant file; memory kept alive by a view; deleted big tensor but slice keeps
    ram
    """
    while isinstance(x.base, np.ndarray):
        x = x.base
    return x.ravel(order="K").view(np.uint8)


def as_strided(x, size, stride, storage_offset=None):
    """Read the storage with a shape and strides of your own choice.

    Each window of three elements starts one element after the previous one; the windows are a view, not a copy:

    >>> x = torch.arange(5)
    >>> torch.as_strided(x, (3, 3), (1, 1))
    tensor([[0, 1, 2],
            [1, 2, 3],
            [2, 3, 4]])

    Strides can also express a slice, a transpose or a diagonal. A stride of 4 reads the diagonal of a 3 × 3 matrix:

    >>> torch.arange(9).view(3, 3).as_strided((3,), (4,))
    tensor([0, 4, 8])

    Overlapping rows share elements, so one write can show at several positions. An in-place operation on the rows can
    be silently wrong. Call ``clone`` before you write:

    >>> windows = x.as_strided((3, 3), (1, 1))
    >>> windows[0, 2] = 100
    >>> windows
    tensor([[  0,   1, 100],
            [  1, 100,   3],
            [100,   3,   4]])

    The strides refer to the storage, not to the view, so the result includes the column that the slice skips:

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> x[:, ::2].reshape(4), x[:, ::2].as_strided((4,), (1,))
    (tensor([1, 3, 4, 6]), tensor([1, 2, 3, 4]))

    Reading past the end of the storage raises, while NumPy's ``as_strided`` does not check. Choose a smaller size:

    >>> x.as_strided((7,), (1,))
    Traceback (most recent call last):
    RuntimeError: setStorage: sizes [7], strides [1], storage offset 0, and itemsize 8 requiring a storage size of 56 are out of bounds for storage of size 48
    >>> x.as_strided((6,), (1,))
    tensor([1, 2, 3, 4, 5, 6])

    ``storage_offset`` is where the first element lies, counted from the start of the storage. Here, reading starts at
    the third element, and a stride of 2 skips one element each time:

    >>> torch.as_strided(x, (2,), (2,), storage_offset=2)
    tensor([3, 5])

    :param size: The shape of the result, as a tuple.
    :param stride: For each dimension, the step in the storage, in elements, from one position to the next.
    :param storage_offset: Where the first element lies, counted from the start of the storage; without it, where
        ``input`` starts.

    See also: :func:`stride`, :func:`unfold`, :func:`diagonal`, :func:`storage_offset`.

    :asked: view with custom strides; overlapping windows without copying; np.lib.stride_tricks in torch; choose size
    and stride by hand; hankel matrix from a vector; setStorage out of bounds for storage of size; read diagonal by
    stride; toeplitz matrix; reinterpret storage with own steps
    """
    if storage_offset is not None:
        while isinstance(x.base, np.ndarray):
            x = x.base
        x = x.ravel(order="K")[storage_offset:]
    return np.lib.stride_tricks.as_strided(x, size, [step * x.itemsize for step in stride])
