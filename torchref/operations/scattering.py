"""Scatter and index writes: write, fill, add or reduce at the positions that an index or a mask names."""

import numpy as np

__all__ = [
    "fill_diagonal_",
    "index_add",
    "index_copy",
    "index_fill",
    "index_put",
    "masked_scatter",
    "scatter",
    "scatter_add",
    "scatter_reduce",
]


def scatter(x, dim, index, src, *, reduce=None):
    """Write values to the positions given by an index tensor, along a dimension.

    With ``dim=1``, ``src[i, j]`` goes to row i, column ``index[i, j]``. With ``dim=0``, it goes to row ``index[i, j]``,
    column j:

    >>> x = torch.zeros(2, 4, dtype=torch.int64)
    >>> src = torch.tensor([[1, 2], [3, 4]])
    >>> torch.scatter(x, 1, torch.tensor([[3, 0], [1, 2]]), src)
    tensor([[2, 0, 0, 1],
            [0, 3, 4, 0]])
    >>> torch.scatter(x, 0, torch.tensor([[1, 0]]), src)
    tensor([[0, 2, 0, 0],
            [1, 0, 0, 0]])

    A single number can replace ``src``. Here the number 1 makes one-hot rows from class labels:

    >>> label = torch.tensor([2, 0])
    >>> torch.scatter(x, 1, label.unsqueeze(1), 1)
    tensor([[0, 0, 1, 0],
            [1, 0, 0, 0]])

    Indices are ``int64`` or ``int32``, and ``src`` has the dtype of ``x``. Convert both:

    >>> torch.scatter(x, 1, torch.tensor([[3.0]]), src)
    Traceback (most recent call last):
    RuntimeError: scatter(): Expected dtype int32/int64 for index
    >>> torch.scatter(x, 1, torch.tensor([[3]]), src.float())
    Traceback (most recent call last):
    RuntimeError: scatter(): Expected self.dtype to be equal to src.dtype
    >>> torch.scatter(x, 1, torch.tensor([[3.0]]).long(), src.float().to(x.dtype))[0]
    tensor([0, 0, 0, 1])

    In each dimension except ``dim``, ``index`` is at most as large as ``x``. Lay the indices of one row side by side:

    >>> torch.scatter(x, 1, torch.tensor([[3], [0], [1]]), 1)
    Traceback (most recent call last):
    RuntimeError: Expected index [3, 1] to be no larger than self [2, 4] apart from dimension 1
    >>> torch.scatter(x, 1, torch.tensor([[3, 0, 1]]), 1)[0]
    tensor([1, 1, 0, 1])

    If ``src`` is larger than ``index``, the rest of ``src`` is ignored. If ``src`` also requires grad, the backward
    pass raises. Slice ``src`` to the shape of ``index``:

    >>> w, index = torch.ones(2, 2, requires_grad=True), torch.tensor([[3]])
    >>> x.float().scatter(1, index, w).sum().backward()
    Traceback (most recent call last):
    RuntimeError: Function ScatterBackward0 returned an invalid gradient at index 1 - got [1, 1] but expected shape compatible with [2, 2]
    >>> x.float().scatter(1, index, w[:1, :1]).sum().backward()

    If two values go to one position, it is not defined which of them stays. :func:`scatter_add` adds them. For a single
    number, ``reduce="add"`` or ``"multiply"`` combines it with the element already there, once per index:

    >>> index = torch.tensor([[0, 0, 3], [1, 1, 1]])
    >>> torch.scatter(x, 1, index, 1, reduce="add").tolist()
    [[2, 0, 0, 1], [0, 3, 0, 0]]
    >>> torch.scatter(x + 1, 1, index, 2, reduce="multiply").tolist()
    [[4, 1, 1, 2], [1, 8, 1, 1]]

    :param dim: The dimension in which ``index`` names the position.
    :param index: An ``int64`` or ``int32`` tensor with as many dimensions as ``input``; its shape says how many
        elements are written.
    :param src: The tensor of values to write, of the dtype of ``input`` and at least as large as ``index`` in each
        dimension.
    :param value: One number to write at each position, instead of ``src``; in an ``int64`` tensor, its fraction is
        truncated.
    :param reduce: ``"add"`` or ``"multiply"`` combines ``value`` with the element there instead of replacing it; for
        ``src``, call :func:`scatter_reduce`.

    See also: :func:`scatter_add`, :func:`gather`, :func:`index_add`, :func:`setitem`.

    :sheet picture: x.scatter(1, i, 9)
    :sheet numpy: np.put_along_axis(x, i, 9, 1) → x.scatter_(1, i, 9)

    :asked: write values at positions given by index tensor; place values into zeros by index; inverse of gather;
    tf.scatter_nd equivalent; keep topk positions set others zero; scatter source dtype mismatch; which value wins for
    duplicate indices; scatter_ explained; write 1 at column given by row index; put ones at label positions in each
    row; one hot by hand without a loop; multi label multi hot binary vector
    """
    out, index = x.copy(), np.atleast_1d(index)
    places = list(np.indices(index.shape, sparse=True))
    places[dim] = index
    values = src[tuple(map(slice, index.shape))] if np.ndim(src) else src
    if reduce is None:
        np.atleast_1d(out)[tuple(places)] = values
    else:
        getattr(np, reduce).at(np.atleast_1d(out), tuple(places), values)
    return out


def scatter_add(x, dim, index, src):
    """Add values to the positions given by an index tensor, accumulating duplicates.

    Each amount is added to its account. Account 0 gets two amounts, and account 1 stays at 0:

    >>> account = torch.tensor([0, 2, 0])
    >>> amount = torch.tensor([10, 20, 30])
    >>> torch.zeros(3, dtype=torch.int64).scatter_add(0, account, amount)
    tensor([40,  0, 20])

    ``x[index] += src`` looks like the same operation, but silently loses one of the two amounts:

    >>> x = torch.zeros(3, dtype=torch.int64)
    >>> x[account] += amount
    >>> x[0] < 40
    tensor(True)

    ``index`` needs as many dimensions as ``x``. To add whole rows, expand ``index``, or use :func:`index_add`:

    >>> rows = torch.tensor([[1, 2], [3, 4], [5, 6]])
    >>> x = torch.zeros(3, 2, dtype=torch.int64)
    >>> x.scatter_add(0, account, rows)
    Traceback (most recent call last):
    RuntimeError: Index tensor must have the same number of dimensions as self tensor
    >>> x.scatter_add(0, account.unsqueeze(1).expand(3, 2), rows)
    tensor([[6, 8],
            [0, 0],
            [3, 4]])
    >>> x.index_add(0, account, rows)
    tensor([[6, 8],
            [0, 0],
            [3, 4]])

    ``src`` is a tensor with the dtype of ``x``, not a number. To count, pass a tensor of ones:

    >>> torch.zeros(3).scatter_add(0, account, 1.0)
    Traceback (most recent call last):
    TypeError: scatter_add(): argument 'src' (position 3) must be Tensor, not float
    >>> torch.zeros(3).scatter_add(0, account, torch.ones(3))
    tensor([2., 0., 1.])

    If ``src`` is larger than ``index``, the rest of ``src`` is ignored. If ``src`` also requires grad, the backward
    pass raises. Slice ``src`` to the shape of ``index`` before the call.

    :param dim: The dimension in which ``index`` names the position.
    :param index: An ``int64`` or ``int32`` tensor with as many dimensions as ``input``; a position that is named twice
        gets both values.
    :param src: The tensor of values to add, of the dtype of ``input`` and at least as large as ``index`` in each
        dimension.

    See also: :func:`index_add`, :func:`scatter`, :func:`bincount`.

    :asked: total per category; accumulate at duplicate indices; np.add.at equivalent; accumulate into bins; segment
    sum of graph neighbors; sum messages from edges to nodes; += with repeated index loses values; aggregate messages
    per node; matlab accumarray; sum of elements with same index; pandas groupby sum by group id; weighted histogram
    that keeps gradient
    """
    out, index = x.copy(), np.atleast_1d(index)
    places = list(np.indices(index.shape, sparse=True))
    places[dim] = index
    np.add.at(np.atleast_1d(out), tuple(places), np.atleast_1d(src)[tuple(map(slice, index.shape))])
    return out


def index_add(x, dim, index, source, *, alpha=1):
    """Add whole rows, or slices along another dimension, to the rows an index names.

    The first row of ``source`` is added to row 2, and the other two rows are added to row 0:

    >>> x = torch.zeros(3, 2, dtype=torch.int64)
    >>> source = torch.tensor([[1, 2], [3, 4], [50, 60]])
    >>> torch.index_add(x, 0, torch.tensor([2, 0, 0]), source)
    tensor([[53, 64],
            [ 0,  0],
            [ 1,  2]])

    ``index`` is 1-d and holds one index per slice of ``source`` along ``dim``. Pass as many slices as indices:

    >>> torch.index_add(x, 0, torch.tensor([2, 0]), source)
    Traceback (most recent call last):
    RuntimeError: index_add_(): Number of indices (2) should be equal to source.size(dim): (3), for dim: 0
    >>> torch.index_add(x, 0, torch.tensor([2, 0]), source[:2]).tolist()
    [[3, 4], [0, 0], [1, 2]]

    ``source`` has the dtype of ``x``. If mixed precision makes one of the two tensors ``float16``, convert it:

    >>> torch.index_add(x.float(), 0, torch.tensor([2, 0, 0]), source.half())
    Traceback (most recent call last):
    RuntimeError: index_add_(): self (Float) and source (Half) must have the same scalar type
    >>> torch.index_add(x.float(), 0, torch.tensor([2, 0, 0]), source.half().to(torch.float32)).tolist()
    [[53.0, 64.0], [0.0, 0.0], [1.0, 2.0]]

    ``alpha`` multiplies the added values. For ``int64``, a fractional ``alpha`` is first silently truncated:

    >>> torch.index_add(x, 0, torch.tensor([2, 0, 0]), source, alpha=-1)
    tensor([[-53, -64],
            [  0,   0],
            [ -1,  -2]])
    >>> torch.index_add(x, 0, torch.tensor([2, 0, 0]), source, alpha=0.5)
    tensor([[0, 0],
            [0, 0],
            [0, 0]])

    ``index_add_`` adds into ``x`` itself. Each repeated index counts, unlike in ``x[index] += 1``:

    >>> votes = torch.zeros(3)
    >>> votes.index_add_(0, torch.tensor([1, 1, 2]), torch.ones(3))
    tensor([0., 2., 1.])
    >>> votes[torch.tensor([1, 1, 2])] += 1
    >>> votes
    tensor([0., 3., 2.])

    :param index: A 1-d ``int64`` or ``int32`` tensor, with one position for each slice of ``source``; it may name a
        position several times.
    :param source: The slices to add; its size along ``dim`` is that of ``index``, and its other sizes are those of
        ``input``.
    :param alpha: A factor for ``source``.

    See also: :func:`scatter_add`, :func:`index_select`, :func:`bincount`.

    :asked: sum feature vectors with the same label; mean of embeddings per class; update embedding rows by adding;
    half and float mismatch under autocast; index_add vs scatter_add; add vectors to rows by index; add rows to
    selected rows in place; accumulate whole rows by index; add to several rows with repeated index; mean of vectors
    per cluster for k-means update; overlap add of frames
    """
    out = x.copy()
    rows = np.moveaxis(np.atleast_1d(source), dim, 0)
    np.add.at(np.moveaxis(np.atleast_1d(out), dim, 0), np.atleast_1d(index), rows * np.asarray(alpha).astype(x.dtype))
    return out


def index_fill(x, dim, index, value):
    """Set whole rows, columns or other slices to one value.

    The columns 0 and 2 are set to -1. ``x[:, [0, 2]] = -1`` writes the same values into ``x`` itself; ``index_fill``
    returns a new tensor:

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> x.index_fill(1, torch.tensor([0, 2]), -1)
    tensor([[-1,  2, -1],
            [-1,  5, -1]])
    >>> x[0, 0]
    tensor(1)

    ``index_fill_`` changes the tensor that it is called on:

    >>> y = x.clone()
    >>> y.index_fill_(0, torch.tensor([1]), 0)
    tensor([[1, 2, 3],
            [0, 0, 0]])

    Unlike in :func:`index_copy`, negative indices count from the end:

    >>> x.index_fill(1, torch.tensor([-1]), 0)
    tensor([[1, 2, 0],
            [4, 5, 0]])

    ``value`` is one number. For one value per row or column, call ``index_copy``:

    >>> x.index_fill(1, torch.tensor([0]), torch.tensor([7, 8]))
    Traceback (most recent call last):
    RuntimeError: index_fill_ only supports a 0-dimensional value tensor, but got tensor with 1 dimension(s).
    >>> x.index_copy(1, torch.tensor([0]), torch.tensor([[7], [8]]))
    tensor([[7, 2, 3],
            [8, 5, 6]])

    ``index`` holds ``int64`` positions, so a mask is not accepted. With a mask, call :func:`masked_fill`:

    >>> x.index_fill(1, torch.tensor([True, False, True]), -1)
    Traceback (most recent call last):
    IndexError: index_fill_(): Expected dtype int64 for index.
    >>> x.masked_fill(torch.tensor([True, False, True]), -1)
    tensor([[-1,  2, -1],
            [-1,  5, -1]])

    The dtype does not change. In an ``int64`` tensor, 2.7 silently becomes 2:

    >>> x.index_fill(1, torch.tensor([0]), 2.7)[:, 0]
    tensor([2, 2])

    :param index: An ``int64`` tensor with the positions to fill, 1-d or 0-d; negative ones count from the end.
    :param value: One number, or a 0-d tensor; in an ``int64`` tensor, its fraction is truncated.

    See also: :func:`masked_fill`, :func:`index_copy`, :func:`fill_`, :func:`setitem`.

    :asked: set several columns to zero; zero out selected channels; set rows by a list of indices to a constant;
    index_fill or masked_fill; mask out certain token ids in the logits; set the logit of special tokens to -inf;
    drop features by column index
    """
    out = x.copy()
    np.moveaxis(np.atleast_1d(out), dim, 0)[index] = value
    return out


def index_copy(x, dim, index, source):
    """Replace whole rows, columns or other slices by those of another tensor.

    Row i of ``source`` goes to the row that ``index[i]`` names. Here the first row goes to row 2, the second to row 0:

    >>> x = torch.zeros(3, 2, dtype=torch.int64)
    >>> source = torch.tensor([[1, 2], [3, 4]])
    >>> x.index_copy(0, torch.tensor([2, 0]), source)
    tensor([[3, 4],
            [0, 0],
            [1, 2]])

    ``index_copy_`` changes the tensor that it is called on. Here it updates row 1 of a cache:

    >>> cache = torch.zeros(4, 2)
    >>> _ = cache.index_copy_(0, torch.tensor([1]), torch.tensor([[5.0, 6.0]]))
    >>> cache[:2]
    tensor([[0., 0.],
            [5., 6.]])

    ``source`` is not broadcast: it has one slice per index, with the sizes and the dtype of ``x``. Add the missing
    dimension, and convert the dtype:

    >>> x.index_copy(0, torch.tensor([1]), torch.tensor([7, 8]))
    Traceback (most recent call last):
    IndexError: index_copy_(): When source and destination are not scalars, their dimensionality must match. Source dimensionality (1), destination dimensionality (2)
    >>> x.index_copy(0, torch.tensor([1]), torch.tensor([[7.0, 8.0]]))
    Traceback (most recent call last):
    RuntimeError: index_copy_(): self and source expected to have the same dtype, but got (self) Long and (source) Float
    >>> x.index_copy(0, torch.tensor([1]), torch.tensor([7.0, 8.0]).unsqueeze(0).to(x.dtype))[1]
    tensor([7, 8])

    There are as many indices as slices in ``source``. Drop the other slices:

    >>> x.index_copy(0, torch.tensor([1]), source)
    Traceback (most recent call last):
    IndexError: index_copy_(): Number of indices (1) should be equal to source.size(dim) (2)
    >>> x.index_copy(0, torch.tensor([1]), source[:1])[1]
    tensor([1, 2])

    ``index`` holds ``int64`` positions, and negative ones raise, unlike in ``x[[-1]]``. Count from 0:

    >>> x.index_copy(0, torch.tensor([-1]), source[:1])
    Traceback (most recent call last):
    IndexError: index_copy_(): index -1 is out of bounds for dimension 0 with size 3
    >>> x.index_copy(0, torch.tensor([len(x) - 1]), source[:1])[-1]
    tensor([1, 2])

    If an index is repeated, it is not defined which slice stays. :func:`index_add` adds them. Gradients flow to
    ``source``, and to the slices of ``input`` that stay.

    :param index: An ``int64`` tensor with one position for each slice of ``source``, 1-d or 0-d.
    :param source: The new slices; its size along ``dim`` is the number of indices, its other sizes those of ``input``.

    See also: :func:`index_add`, :func:`index_fill`, :func:`index_select`, :func:`setitem`.

    :asked: overwrite rows by index; inverse of index_select; update the key value cache at a position; write new rows
    into a buffer; replace embeddings of some words; index_copy or scatter; put rows back in their original place after
    sorting; assign columns with a differentiable operation
    """
    out = x.copy()
    slices, rows = np.moveaxis(np.atleast_1d(source), dim, 0), np.moveaxis(np.atleast_1d(out), dim, 0)
    for i, one in zip(np.atleast_1d(index), slices, strict=True):
        rows[i] = one
    return out


def index_put(x, index, values, accumulate=False):
    """Write values to elements given by one index tensor per dimension.

    The elements at row 0, column 2 and at row 1, column 0 are replaced. ``x[rows, columns] = values`` writes the same
    values into ``x`` itself; ``index_put`` returns a new tensor:

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> rows, columns = torch.tensor([0, 1]), torch.tensor([2, 0])
    >>> x.index_put((rows, columns), torch.tensor([70, 80]))
    tensor([[ 1,  2, 70],
            [80,  5,  6]])

    With ``accumulate=True``, the values are added, and each repeated index counts, unlike in ``x[index] += 1``:

    >>> votes, ballots = torch.zeros(3), torch.tensor([1, 1, 2])
    >>> votes.index_put((ballots,), torch.ones(3), accumulate=True)
    tensor([0., 2., 1.])
    >>> votes[ballots] += 1
    >>> votes
    tensor([0., 1., 1.])

    The index is a tuple, even of a single tensor. Add the comma:

    >>> x.index_put(torch.tensor([0]), torch.tensor(0))
    Traceback (most recent call last):
    TypeError: index_put(): argument 'indices' (position 1) must be tuple of Tensors, not Tensor
    >>> x.index_put((torch.tensor([0]),), torch.tensor(0))
    tensor([[0, 0, 0],
            [4, 5, 6]])

    A mask is an index too, but ``None`` and slices are not accepted. To write a whole column, pass each row index:

    >>> x.index_put((x > 4,), torch.tensor(0))
    tensor([[1, 2, 3],
            [4, 0, 0]])
    >>> x.index_put((torch.arange(2), torch.tensor([1])), torch.tensor(0))
    tensor([[1, 0, 3],
            [4, 0, 6]])

    ``values`` is a tensor with the dtype of ``x``. Make a tensor of a number, and convert it:

    >>> x.index_put((rows, columns), 0)
    Traceback (most recent call last):
    TypeError: index_put(): argument 'values' (position 2) must be Tensor, not int
    >>> x.index_put((rows, columns), torch.tensor(0.0))
    Traceback (most recent call last):
    RuntimeError: Index put requires the source and destination dtypes match, got Long for the destination and Float for the source.
    >>> x.index_put((rows, columns), torch.tensor(0, dtype=x.dtype)).tolist()
    [[1, 2, 0], [0, 5, 6]]

    Without ``accumulate``, it is not defined which value stays if an index is repeated.

    :param indices: A tuple of index tensors, ``int64``, ``int32`` or bool, which broadcast with each other.
    :param values: The values to write, a tensor of the dtype of ``input`` that broadcasts to the shape of the indexed
        elements.
    :param accumulate: ``True`` adds the values instead of replacing the elements.

    See also: :func:`setitem`, :func:`scatter`, :func:`scatter_add`, :func:`index_add`.

    :asked: add at repeated 2d indices; np.add.at with two index arrays; x[idx] = value as a function; assign with a
    tuple of index tensors; count pairs in a confusion matrix; accumulate points into an image grid; out of place
    indexed assignment; aten index_put in an onnx or compile error; splat values onto pixel coordinates
    """
    out = x.copy()
    if accumulate:
        np.add.at(out, tuple(index), values)
    else:
        out[tuple(index)] = values
    return out


def masked_scatter(x, mask, source):
    """Write the elements of a source, in order, where a mask is ``True``.

    The mask is ``True`` at two positions. They get the two elements of ``source``, 70 and 80:

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> x.masked_scatter(x > 4, torch.tensor([70, 80]))
    tensor([[ 1,  2,  3],
            [ 4, 70, 80]])

    Each ``True`` takes the next element of ``source``, counted row by row, not the element at its own position. With a
    source of the shape of ``x``, the result can silently differ from that of :func:`where`, which reads at the same
    position:

    >>> x.masked_scatter(x > 4, x * 10)
    tensor([[ 1,  2,  3],
            [ 4, 10, 20]])
    >>> torch.where(x > 4, x * 10, x)
    tensor([[ 1,  2,  3],
            [ 4, 50, 60]])

    The mask broadcasts. The inverse is :func:`masked_select`, whose result can be changed and written back:

    >>> mask = torch.tensor([True, False, True])
    >>> x.masked_scatter(mask, -x.masked_select(mask))
    tensor([[-1,  2, -3],
            [-4,  5, -6]])

    ``source`` needs at least as many elements as the mask has ``True``; those left over are ignored. Compare the counts
    before the call:

    >>> x.masked_scatter(x > 3, torch.tensor([70, 80]))
    Traceback (most recent call last):
    RuntimeError: Number of elements of source < number of ones in mask
    >>> (x > 3).sum()
    tensor(3)
    >>> x.masked_scatter(x > 3, torch.tensor([70, 80, 90])).tolist()
    [[1, 2, 3], [70, 80, 90]]

    ``source`` has the dtype of ``x``. Convert it:

    >>> x.masked_scatter(x > 4, torch.tensor([70.0, 80.0]))
    Traceback (most recent call last):
    RuntimeError: masked_scatter: expected self and source to have same dtypes but gotLong and Float
    >>> x.masked_scatter(x > 4, torch.tensor([70.0, 80.0]).to(x.dtype))[1]
    tensor([ 4, 70, 80])

    Gradients flow to the elements of ``source`` that are written, and to the elements of ``input`` that stay.

    :param mask: A bool tensor whose shape broadcasts with that of ``input``; ``True`` is written.
    :param source: The elements to write, a tensor of any shape with the dtype of ``input``.

    See also: :func:`masked_fill`, :func:`masked_select`, :func:`where`, :func:`scatter`.

    :asked: insert image features at the placeholder tokens; inverse of masked_select; fill masked positions with
    values from a tensor; masked_scatter gives wrong values; replace true positions by a list of values; masked_scatter
    or where; put predictions back where the mask is true; np.place equivalent
    """
    mask = np.broadcast_to(mask, np.broadcast_shapes(x.shape, mask.shape))
    out = np.array(np.broadcast_to(x, mask.shape))
    out[mask] = np.take(source, np.arange(mask.sum()))
    return out


def scatter_reduce(x, dim, index, src, reduce, *, include_self=True):
    """Combine values per index: sum, mean, product, maximum or minimum.

    Group 0 gets the values 5 and 7, and its maximum is 7. Group 2 gets the value 2, and group 1 keeps its 0:

    >>> group, value = torch.tensor([0, 2, 0]), torch.tensor([5.0, 2.0, 7.0])
    >>> torch.zeros(3).scatter_reduce(0, group, value, "amax")
    tensor([7., 0., 2.])

    By default, the elements of ``x`` take part: the mean below divides by 3 and by 2, because each element of ``x``
    counts as a value. With ``include_self=False``, only the values count:

    >>> x = torch.zeros(3)
    >>> x.scatter_reduce(0, group, value, "mean")
    tensor([4., 0., 1.])
    >>> x.scatter_reduce(0, group, value, "mean", include_self=False)
    tensor([6., 0., 2.])

    The same happens silently to the maximum of negative values, to the minimum of positive ones, and to the product:

    >>> x.scatter_reduce(0, group, -value, "amax"), x.scatter_reduce(0, group, -value, "amax", include_self=False)
    (tensor([0., 0., 0.]), tensor([-5.,  0., -2.]))

    A position that ``index`` does not name keeps the element of ``x``, with either setting:

    >>> torch.full((3,), -1.0).scatter_reduce(0, group, value, "prod", include_self=False)
    tensor([35., -1.,  2.])

    The names are ``"sum"``, ``"mean"``, ``"prod"``, ``"amax"`` and ``"amin"``; those of :func:`scatter` differ. For
    ``"add"``, write ``"sum"``:

    >>> x.scatter_reduce(0, group, value, "add")
    Traceback (most recent call last):
    RuntimeError: reduce argument must be either sum, prod, mean, amax or amin, got add
    >>> x.scatter_reduce(0, group, value, "sum")
    tensor([12.,  0.,  2.])

    ``index`` does not broadcast. To combine whole rows, expand it to the shape of the rows:

    >>> rows = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 0.0]])
    >>> torch.zeros(3, 2).scatter_reduce(0, group, rows, "amax")
    Traceback (most recent call last):
    RuntimeError: Index tensor must have the same number of dimensions as self tensor
    >>> torch.zeros(3, 2).scatter_reduce(0, group.unsqueeze(1).expand(3, 2), rows, "amax")
    tensor([[5., 2.],
            [0., 0.],
            [3., 4.]])

    For integers, ``"mean"`` rounds down, so -3 and 0 give -2. For ``"amax"`` and ``"amin"``, equal elements share the
    gradient.

    If ``src`` is larger than ``index``, the rest of ``src`` is ignored, but the backward pass raises, or can silently give
    a wrong gradient. Slice ``src`` to the shape of ``index``:

    >>> w = torch.tensor([2.0, 3.0], requires_grad=True)
    >>> torch.ones(1).scatter_reduce(0, torch.tensor([0]), w, "prod").sum().backward()
    >>> w.grad
    tensor([1.0000, 0.6667])
    >>> y = torch.ones(1).scatter_reduce(0, torch.tensor([0]), w[:1], "prod")
    >>> torch.autograd.grad(y.sum(), w)
    (tensor([1., 0.]),)

    :param dim: The dimension in which ``index`` names the position.
    :param index: An ``int64`` or ``int32`` tensor with as many dimensions as ``input``; equal positions form a group.
    :param src: The tensor of values to combine, of the dtype of ``input`` and at least as large as ``index`` in each
        dimension.
    :param reduce: ``"sum"``, ``"mean"``, ``"prod"``, ``"amax"`` or ``"amin"``.
    :param include_self: ``False`` leaves the elements of ``input`` out of the reduction; positions without a value keep
        them still.

    See also: :func:`scatter_add`, :func:`scatter`, :func:`index_add`, :func:`amax`.

    :asked: maximum per group; torch_scatter scatter_max in plain pytorch; mean per group without a loop; segment max;
    max pooling over the nodes of a graph; groupby aggregate in pytorch; np.maximum.at equivalent; scatter mean;
    voxelize a point cloud; minimum value for each label; average of values with the same id
    """
    out, index = x.copy(), np.atleast_1d(index)
    places = list(np.indices(index.shape, sparse=True))
    places[dim] = index
    places, values = tuple(places), np.atleast_1d(src)[tuple(map(slice, index.shape))]
    target, count = np.atleast_1d(out), np.full(np.atleast_1d(out).shape, int(include_self))
    if not include_self:
        target[places] = {"sum": 0, "mean": 0, "prod": 1}.get(reduce, values)
    combine = {"sum": np.add, "mean": np.add, "prod": np.multiply, "amax": np.maximum, "amin": np.minimum}[reduce]
    combine.at(target, places, values)
    if reduce == "mean":
        np.add.at(count, places, 1)
        divide = np.floor_divide if x.dtype.kind in "iu" else np.divide
        target[...] = divide(target, np.maximum(count, 1))
    return out


def fill_diagonal_(x, fill_value, wrap=False):
    """Fill the main diagonal with one value, in place.

    The tensor itself changes, and is returned:

    >>> x = torch.zeros(2, 3, dtype=torch.int64)
    >>> x.fill_diagonal_(5)
    tensor([[5, 0, 0],
            [0, 5, 0]])
    >>> x[0, 0]
    tensor(5)

    A similarity matrix compares each sample with itself on the diagonal. Set to ``-inf``, it does not win:

    >>> similarity = torch.tensor([[1.0, 0.2, 0.7], [0.2, 1.0, 0.1], [0.7, 0.1, 1.0]])
    >>> similarity.fill_diagonal_(-float("inf")).argmax(dim=1)
    tensor([2, 0, 0])

    The value is one number. For one value per element of the diagonal, write into the view ``diagonal()``:

    >>> x.fill_diagonal_(torch.tensor([7, 8]))
    Traceback (most recent call last):
    TypeError: fill_diagonal_(): argument 'fill_value' (position 1) must be Number, not Tensor
    >>> _ = x.diagonal().copy_(torch.tensor([7, 8]))
    >>> x
    tensor([[7, 0, 0],
            [0, 8, 0]])

    With more rows than columns, the diagonal ends early. ``wrap=True`` starts it again after one row:

    >>> torch.zeros(5, 2, dtype=torch.int64).fill_diagonal_(1, wrap=True).t()
    tensor([[1, 0, 0, 1, 0],
            [0, 1, 0, 0, 1]])

    In more than 2 dimensions, which then need equal sizes, the diagonal holds the elements whose indices are equal:

    >>> torch.zeros(2, 2, 2).fill_diagonal_(1).nonzero()
    tensor([[0, 0, 0],
            [1, 1, 1]])

    ``fill_diagonal_`` does not fill the diagonal of each matrix of a batch. Fill the view of those diagonals:

    >>> batch = torch.zeros(4, 2, 2)
    >>> batch.fill_diagonal_(1)
    Traceback (most recent call last):
    RuntimeError: all dimensions of input must be of equal length
    >>> batch.diagonal(dim1=1, dim2=2).fill_(1).sum()
    tensor(8.)

    On a view that is not contiguous, ``wrap=True`` can silently write to elements outside of the view, or raise. Fill a
    contiguous copy of the view, and copy the result back.

    ``fill_diagonal_`` exists in place only, and as a method only. To keep ``x``, call it on ``x.clone()``.

    :param fill_value: One number, or a 0-d tensor; in an ``int64`` tensor, its fraction is truncated.
    :param wrap: ``True`` starts the diagonal again below its end, after a row that is left as it is; it matters for tall
        matrices.

    See also: :func:`diagonal`, :func:`fill_`, :func:`eye`, :func:`masked_fill`.

    :asked: set the diagonal of a matrix to zero; np.fill_diagonal equivalent; remove self similarity from a matrix;
    mask self loops in an adjacency matrix; add ones on the diagonal; set diagonal to infinity in a distance matrix;
    exclude the sample itself from nearest neighbors; diagonal of each matrix in a batch
    """
    np.fill_diagonal(x, fill_value, wrap)
    return x
