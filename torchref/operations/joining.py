"""Joining: put tensors together, take them apart, and repeat them."""

import numpy as np

__all__ = [
    "cat",
    "chunk",
    "concat",
    "concatenate",
    "hstack",
    "meshgrid",
    "repeat",
    "repeat_interleave",
    "row_stack",
    "split",
    "stack",
    "tile",
    "unbind",
    "vstack",
]


def cat(tensors, dim=0):
    """Concatenate tensors: join them end to end along a dimension they already have.

    For matrices, ``dim=0`` adds rows and ``dim=1`` adds columns:

    >>> x, y = torch.tensor([[1, 2]]), torch.tensor([[3, 4], [5, 6]])
    >>> torch.cat([x, y])
    tensor([[1, 2],
            [3, 4],
            [5, 6]])
    >>> torch.cat([x, x, x], dim=1)
    tensor([[1, 2, 1, 2, 1, 2]])

    The dtypes are promoted. An empty tensor counts: an empty ``float16`` tensor would turn the integer 100000 into
    ``inf``. Here ``torch.empty(0)`` silently turns integers into floats:

    >>> torch.cat([torch.tensor([1, 2]), torch.empty(0)])
    tensor([1., 2.])

    The tensors come in one list or tuple, and its elements are tensors, not lists. Convert the lists:

    >>> torch.cat(x, y)
    Traceback (most recent call last):
    TypeError: cat(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor
    >>> torch.cat([x, [[7, 8]]])
    Traceback (most recent call last):
    TypeError: expected Tensor as element 1 in argument 0, but got list
    >>> torch.cat([x, torch.tensor([[7, 8]])])
    tensor([[1, 2],
            [7, 8]])

    A tensor does not have ``append``, and each ``cat`` copies its inputs. Collect the tensors in a Python list and join
    them once:

    >>> x.append(y)
    Traceback (most recent call last):
    AttributeError: 'Tensor' object has no attribute 'append'
    >>> parts = [x]
    >>> parts.append(y)
    >>> torch.cat(parts).shape
    torch.Size([3, 2])

    The sizes add up along ``dim`` and have to be equal in the other dimensions. Pad or slice the tensors to equal
    sizes:

    >>> torch.cat([x, y], dim=1)
    Traceback (most recent call last):
    RuntimeError: Sizes of tensors must match except in dimension 1. Expected size 1 but got size 2 for tensor number 1 in the list.
    >>> torch.cat([x, y[:1]], dim=1)
    tensor([[1, 2, 3, 4]])

    A 1-d tensor does not join a matrix, unless it is empty. Add a dimension with ``unsqueeze(0)`` or ``[None]``:

    >>> torch.cat([x, torch.tensor([7, 8])])
    Traceback (most recent call last):
    RuntimeError: Tensors must have same number of dimensions: got 2 and 1
    >>> torch.cat([x, torch.tensor([7, 8])[None]]).shape
    torch.Size([2, 2])

    :param tensors: A tuple or list of tensors whose sizes agree in each dimension but ``dim``.
    :param dim: The dimension that grows.

    See also: :func:`stack`, :func:`vstack`, :func:`hstack`, :func:`split`.

    :sheet picture: cat([v, s])
    :sheet numpy: np.concatenate([x, x], axis=1) → cat([x, x], dim=1)

    :asked: concatenate tensors; merge two tensors into one; append a tensor to another; np.concatenate equivalent; join
    all batch outputs collected in list; accumulate predictions from all batches; growing a tensor in a for loop; glue
    batches together; unet joins channels of feature maps; kv cache append new keys; concatenate train and test sets;
    extend tensor with another one
    """
    kept = [x for x in tensors if x.shape != (0,)] or tensors
    return np.concatenate(kept, axis=dim, dtype=np.result_type(*tensors))


concat = concatenate = cat


def stack(tensors, dim=0):
    """Stack tensors of equal shape along a new dimension.

    ``dim`` is the position of the new dimension. The tensors become rows with ``dim=0`` and columns with ``dim=1``:

    >>> x, y = torch.tensor([1, 2, 3]), torch.tensor([4, 5, 6])
    >>> torch.stack([x, y]).tolist()
    [[1, 2, 3], [4, 5, 6]]
    >>> torch.stack([x, y], dim=1).tolist()
    [[1, 4], [2, 5], [3, 6]]

    ``cat`` makes a dimension longer, and ``stack`` adds a dimension:

    >>> images = [torch.zeros(3, 32, 32) for _ in range(8)]
    >>> torch.stack(images).shape
    torch.Size([8, 3, 32, 32])
    >>> torch.cat(images).shape
    torch.Size([24, 32, 32])

    Losses and other 0-d tensors become a vector:

    >>> losses = [torch.tensor(0.5), torch.tensor(0.25)]
    >>> torch.stack(losses)
    tensor([0.5000, 0.2500])

    ``cat`` raises for 0-d tensors. Stack them:

    >>> torch.cat(losses)
    Traceback (most recent call last):
    RuntimeError: zero-dimensional tensor (at position 0) cannot be concatenated
    >>> torch.stack(losses).shape
    torch.Size([2])

    Unequal shapes raise. Pad the shorter tensor first:

    >>> torch.stack([x, torch.tensor([7, 8])])
    Traceback (most recent call last):
    RuntimeError: stack expects each tensor to be equal size, but got [3] at entry 0 and [2] at entry 1
    >>> torch.stack([x, torch.nn.functional.pad(torch.tensor([7, 8]), (0, 1))])
    tensor([[1, 2, 3],
            [7, 8, 0]])

    An empty list raises. A filter is often the reason, so check the filtered list first:

    >>> torch.stack([])
    Traceback (most recent call last):
    RuntimeError: stack expects a non-empty TensorList
    >>> kept = [x for x in losses if x > 1]
    >>> torch.stack(kept) if kept else torch.empty(0)
    tensor([])

    :param tensors: A tuple or list of tensors of one shape.
    :param dim: The position of the new dimension in the result; ``0`` is the first position, and ``-1`` is the last.

    See also: :func:`cat`, :func:`unbind`, :func:`unsqueeze`, :func:`vstack`.

    :sheet picture: stack([v, s])
    :sheet numpy: np.stack([v, s]) → stack([v, s])

    :asked: make a batch from a list of tensors; difference between cat and stack; combine along a new dimension;
    collate images of different size; collate_fn batch of samples; list of losses to one tensor; list of arrays to
    batch; equal size images to one 4d tensor; converting a list of tensors into one tensor; several 1d vectors into a
    matrix
    """
    return np.stack(tensors, axis=dim)


def vstack(tensors):
    """Stack tensors vertically, on top of each other, as rows.

    1-d tensors count as rows, so they can be stacked with a matrix:

    >>> x = torch.tensor([[1, 2], [3, 4]])
    >>> row = torch.tensor([5, 6])
    >>> torch.vstack([x, row, row])
    tensor([[1, 2],
            [3, 4],
            [5, 6],
            [5, 6]])

    ``cat`` keeps 1-d tensors 1-d and joins them end to end:

    >>> torch.vstack([row, row])
    tensor([[5, 6],
            [5, 6]])
    >>> torch.cat([row, row])
    tensor([5, 6, 5, 6])

    The dtypes are promoted. Stacking integers onto an empty float tensor silently turns them into floats:

    >>> torch.vstack([torch.empty(0, 2), row])
    tensor([[5., 6.]])

    For tensors of two or more dimensions, ``vstack`` is ``cat`` along dimension 0, and the other sizes have to agree.
    Join a column with ``hstack``:

    >>> torch.vstack([x, torch.tensor([[7], [8]])])
    Traceback (most recent call last):
    RuntimeError: Sizes of tensors must match except in dimension 0. Expected size 2 but got size 1 for tensor number 1 in the list.
    >>> torch.hstack([x, torch.tensor([[7], [8]])])
    tensor([[1, 2, 7],
            [3, 4, 8]])

    :param tensors: A tuple or list of tensors; a 1-d tensor counts as one row.

    See also: :func:`hstack`, :func:`cat`, :func:`stack`.

    :asked: stack rows vertically; add a row to a matrix; put one matrix below another; np.vstack equivalent; start
    from empty and add rows; list of vectors as rows of matrix; matlab semicolon matrix; attach new row at the bottom;
    put two matrices on top of each other; row_stack of vectors
    """
    return np.vstack(tensors)


row_stack = vstack


def hstack(tensors):
    """Stack tensors horizontally, side by side.

    Matrices gain columns, and 1-d tensors become longer:

    >>> x = torch.tensor([[1, 2], [3, 4]])
    >>> column = torch.tensor([[5], [6]])
    >>> torch.hstack([x, column])
    tensor([[1, 2, 5],
            [3, 4, 6]])
    >>> torch.hstack([torch.tensor([1, 2]), torch.tensor([3])])
    tensor([1, 2, 3])

    The tensors come in one list or tuple. Put them into square brackets:

    >>> torch.hstack(x, column)
    Traceback (most recent call last):
    TypeError: hstack() takes 1 positional argument but 2 were given
    >>> torch.hstack([x, column]).shape
    torch.Size([2, 3])

    A 1-d tensor does not count as a column and raises beside a matrix, unless it is empty. Add a dimension:

    >>> torch.hstack([x, torch.tensor([5, 6])])
    Traceback (most recent call last):
    RuntimeError: Tensors must have same number of dimensions: got 2 and 1
    >>> torch.hstack([x, torch.tensor([5, 6]).unsqueeze(1)])
    tensor([[1, 2, 5],
            [3, 4, 6]])

    Two 1-d tensors do not become two columns. ``stack`` with ``dim=1`` makes them columns:

    >>> torch.hstack([torch.tensor([1, 2]), torch.tensor([3, 4])])
    tensor([1, 2, 3, 4])
    >>> torch.stack([torch.tensor([1, 2]), torch.tensor([3, 4])], dim=1)
    tensor([[1, 3],
            [2, 4]])

    :param tensors: A tuple or list of tensors; they are joined along dimension 1, or along dimension 0 if the first
        tensor is 0-d or 1-d, even if it is empty.

    See also: :func:`vstack`, :func:`cat`, :func:`stack`.

    :asked: add a column to a matrix; join side by side; horizontal concatenation; add a column of ones for bias;
    np.hstack equivalent; put two vectors next to each other; glue a 1d tensor to the right; attach new feature on the
    right; matlab [A B] joined horizontally
    """
    return np.hstack(tensors)


def split(x, split_size_or_sections, dim=0):
    """Split a tensor into pieces of a given size.

    An integer is the size of a piece, not the number of pieces. The last piece may be smaller:

    >>> x = torch.arange(10)
    >>> torch.split(x, 4)
    (tensor([0, 1, 2, 3]), tensor([4, 5, 6, 7]), tensor([8, 9]))
    >>> x.split(5)
    (tensor([0, 1, 2, 3, 4]), tensor([5, 6, 7, 8, 9]))

    ``np.split(x, 5)`` cuts into five pieces, as ``torch.tensor_split(x, 5)`` does. A list holds sizes in
    ``torch.split``, but in ``np.split`` it holds the positions to cut at:

    >>> torch.split(x, [2, 3, 5])
    (tensor([0, 1]), tensor([2, 3, 4]), tensor([5, 6, 7, 8, 9]))
    >>> np.split(np.arange(10), [2, 3, 5])
    [array([0, 1]), array([2]), array([3, 4]), array([5, 6, 7, 8, 9])]

    The sizes have to add up to the size of the dimension. Include the last piece in the list:

    >>> torch.split(x, [2, 3])
    Traceback (most recent call last):
    RuntimeError: split_with_sizes expects split_sizes to sum exactly to 10 (input tensor's size at dimension 0), but got split_sizes=[2, 3]
    >>> torch.split(x, [2, 3, 5])[2]
    tensor([5, 6, 7, 8, 9])

    Split along columns, and unpack the pieces into names:

    >>> table = torch.arange(6).reshape(2, 3)
    >>> features, target = torch.split(table, [2, 1], dim=1)
    >>> target
    tensor([[2],
            [5]])

    The pieces are views of ``table``:

    >>> _ = target.fill_(100)
    >>> table
    tensor([[  0,   1, 100],
            [  3,   4, 100]])

    While autograd records operations on a tensor, changing a piece in place raises. For one piece of a non-leaf
    tensor, use :func:`narrow`:

    >>> w = torch.zeros(4, requires_grad=True) * 1
    >>> w.split(2)[0].add_(1)
    Traceback (most recent call last):
    RuntimeError: Output 0 of Split is a view and is being modified inplace. This view is the output of a function that returns multiple views. Such functions do not allow the output views to be modified inplace. You should replace the inplace operation by an out-of-place one.
    >>> w.narrow(0, 0, 2).add_(1).tolist()
    [1.0, 1.0]

    :param tensor: The tensor to split.
    :param split_size_or_sections, split_size: The size of each piece, or a list with one size per piece; the sizes in a
        list must add up to the size of the dimension.

    See also: :func:`chunk`, :func:`unbind`, :func:`narrow`, :func:`cat`.

    :sheet: v.split(2)
    :sheet numpy: np.split(s, [1]) → s.split([1, 2])
    :sheet trap: s.split([1]): Sizes, not positions.

    :asked: split columns into features and target; opposite of cat; difference between split and chunk; big batch
    does not fit smaller micro batches; train validation split of tensor; first 7 columns and rest as two tensors; cut
    tensor every 100 elements; divide batch into micro batches for gradient accumulation; split tensor into train and
    test; unequal parts of sizes 2 3 and 5; break into pieces of size 10
    """
    size, given = x.shape[dim], split_size_or_sections
    if isinstance(given, int):
        fits, cuts = given >= min(size, 1), range(given, size, max(given, 1))
    else:
        fits, cuts = sum(given) == size and min(given) >= 0, np.cumsum(given)[:-1]
    if not fits:
        raise ValueError("the sizes do not add up")
    return tuple(np.split(x, cuts, axis=dim))


def chunk(x, chunks, dim=0):
    """Split a tensor into a given number of pieces, or fewer.

    >>> x = torch.arange(10)
    >>> torch.chunk(x, 4)
    (tensor([0, 1, 2]), tensor([3, 4, 5]), tensor([6, 7, 8]), tensor([9]))

    The size of a piece is the length divided by ``chunks``, rounded up, and the last piece holds the rest. So there may
    silently be fewer pieces than asked for:

    >>> [len(piece) for piece in torch.chunk(x, 6)]
    [2, 2, 2, 2, 2]

    ``tensor_split`` returns exactly six pieces, whose sizes differ by at most one:

    >>> [len(piece) for piece in torch.tensor_split(x, 6)]
    [2, 2, 2, 2, 1, 1]

    The pieces are views. Here a tensor that holds two results side by side is cut along the last dimension:

    >>> both = torch.zeros(2, 6)
    >>> value, gate = both.chunk(2, dim=-1)
    >>> _ = gate.fill_(1)
    >>> both
    tensor([[0., 0., 0., 1., 1., 1.],
            [0., 0., 0., 1., 1., 1.]])

    :param chunks: The number of pieces; there may be fewer if ``chunks`` does not divide the size of the dimension.

    See also: :func:`split`, :func:`unbind`, :func:`cat`.

    :sheet: x.chunk(3, 1)[0]
    :sheet numpy: np.split(s, 3) → s.chunk(3)
    :sheet trap: s.split(3): A size, not a count.

    :asked: break into given number of pieces; np.array_split equivalent; fewer chunks than asked for; split q k v
    from one linear layer; tensor_split exactly n; split lstm gates into four; cut in the middle; half in a and other
    half in b; cut into n equal parts; halve channels for gated linear unit glu; divide into 4 equal parts; distribute
    batch evenly over workers
    """
    if chunks < 1:
        raise ValueError("chunks is at least 1")
    size = x.shape[dim]
    step = -(-size // chunks)
    return tuple(np.split(x, range(step, size, step) if size else [size] * (chunks - 1), axis=dim))


def unbind(x, dim=0):
    """Take a tensor apart along one dimension, which disappears.

    The result is a tuple, here of the columns:

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.unbind(x, dim=1)
    (tensor([1, 4]), tensor([2, 5]), tensor([3, 6]))

    Unpacking a tensor, or looping over it, takes it apart along dimension 0:

    >>> first, second = x
    >>> second
    tensor([4, 5, 6])

    The parts are views, even of a 1-d tensor. Writing to one writes to ``x``, or raises while autograd records the
    write. In NumPy, a loop over a 1-d array yields copies:

    >>> second[0] = 100
    >>> for element in first:
    ...     element += 10
    >>> x
    tensor([[ 11,  12,  13],
            [100,   5,   6]])

    ``split`` with size 1 keeps the dimension:

    >>> torch.unbind(x)[0].shape, torch.split(x, 1)[0].shape
    (torch.Size([3]), torch.Size([1, 3]))

    A 0-d tensor raises, and so does a loop over it. Read its value with ``item``:

    >>> torch.unbind(torch.tensor(7))
    Traceback (most recent call last):
    IndexError: Dimension specified as 0 but tensor has no dimensions
    >>> list(torch.tensor(7))
    Traceback (most recent call last):
    TypeError: iteration over a 0-d tensor
    >>> torch.tensor(7).item()
    7

    :param dim: The dimension that disappears; the result has one tensor for each of its positions.

    See also: :func:`stack`, :func:`split`, :func:`select`.

    :sheet: x.unbind(0)

    :asked: unpack rows into variables; loop over a dimension; opposite of stack; separate x y z coordinates; iterate
    over a batch; tf.unstack equivalent; tuple of slices along a dimension; one tensor per time step; for loop over
    each row; separate r g b channels; one tensor apart into a list of tensors
    """
    x = np.moveaxis(x, dim, 0)
    return tuple(x[i, ...] for i in range(len(x)))


def repeat(x, repeats):
    """Repeat a whole tensor: copy it several times along each dimension.

    ``repeat`` takes one count per dimension:

    >>> x = torch.tensor([[1, 2], [3, 4]])
    >>> x.repeat(1, 2)
    tensor([[1, 2, 1, 2],
            [3, 4, 3, 4]])

    ``repeat_interleave``, like ``np.repeat``, repeats each value next to itself:

    >>> v = torch.tensor([1, 2, 3])
    >>> v.repeat(2)
    tensor([1, 2, 3, 1, 2, 3])
    >>> v.repeat_interleave(2)
    tensor([1, 1, 2, 2, 3, 3])

    More counts than dimensions add dimensions in front:

    >>> v.repeat(2, 1)
    tensor([[1, 2, 3],
            [1, 2, 3]])

    Passing fewer counts than dimensions raises. Use ``tile``, which accepts fewer:

    >>> x.repeat(2)
    Traceback (most recent call last):
    RuntimeError: Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor
    >>> x.tile(2).tolist()
    [[1, 2, 1, 2], [3, 4, 3, 4]]

    The result is a copy. :func:`expand` returns a view instead, whose rows share the memory of ``v``:

    >>> copies, view = v.repeat(2, 1), v.expand(2, 3)
    >>> view[0, 0] = 100
    >>> copies, view
    (tensor([[1, 2, 3],
            [1, 2, 3]]), tensor([[100,   2,   3],
            [100,   2,   3]]))

    :param repeats: How many times to repeat along each dimension; extra numbers in front add dimensions.

    See also: :func:`expand`, :func:`tile`, :func:`repeat_interleave`.

    :sheet: v.repeat(2)
    :sheet numpy: np.tile(v, 2) → v.repeat(2)

    :asked: copy n times; repeat vs expand; copy a row to make a matrix; replicate along a new dimension; matlab
    repmat; gray image to rgb three channels; concatenate tensor with itself; grayscale to 3 channel by copying;
    repeat dim cannot be smaller; repeat whole vector three times; same latent sample copied to whole batch
    """
    if np.size(repeats) < x.ndim:
        raise ValueError("repeats has a number for each dimension")
    return np.tile(x, repeats)


def repeat_interleave(x, repeats=None, dim=None, *, output_size=None):
    """Repeat each value, or each row, next to itself.

    >>> torch.repeat_interleave(torch.tensor([1, 2, 3]), 2)
    tensor([1, 1, 2, 2, 3, 3])

    This is what NumPy calls ``repeat``. torch's :func:`repeat` puts whole copies one after the other:

    >>> torch.tensor([1, 2, 3]).repeat(2)
    tensor([1, 2, 3, 1, 2, 3])

    Without ``dim``, a matrix is flattened. With ``dim=0``, whole rows are repeated:

    >>> x = torch.tensor([[1, 2], [3, 4]])
    >>> torch.repeat_interleave(x, 2)
    tensor([1, 1, 2, 2, 3, 3, 4, 4])
    >>> torch.repeat_interleave(x, 2, dim=0)
    tensor([[1, 2],
            [1, 2],
            [3, 4],
            [3, 4]])

    A tensor of counts gives each row its own count; a list is not accepted:

    >>> torch.repeat_interleave(x, torch.tensor([1, 3]), dim=0)
    tensor([[1, 2],
            [3, 4],
            [3, 4],
            [3, 4]])

    The tensor of counts holds one count per row, or a single count for all rows. Give as many counts as rows:

    >>> torch.repeat_interleave(x, torch.tensor([1, 3, 2]), dim=0)
    Traceback (most recent call last):
    RuntimeError: repeats must have the same size as input along dim, but got repeats.size(0) = 3 and input.size(0) = 2
    >>> torch.repeat_interleave(x, torch.tensor([1, 3, 2])[:2], dim=0).shape
    torch.Size([4, 2])

    Called with counts alone, ``repeat_interleave`` repeats each index as often as its count says:

    >>> torch.repeat_interleave(torch.tensor([1, 3]))
    tensor([0, 1, 1, 1])

    :param repeats: How many times to repeat each element: one number, or an ``int64`` or ``int32`` tensor with one
        number per element along ``dim``.
    :param dim: The dimension along which to repeat; without it, ``input`` is flattened first.
    :param output_size: The size of the result along ``dim``, if it is known; a GPU then does not have to wait for the
        sum of ``repeats``.

    See also: :func:`repeat`, :func:`tile`, :func:`index_select`, :func:`expand`.

    :sheet: v.repeat_interleave(2)
    :sheet numpy: np.repeat(v, 2) → v.repeat_interleave(2)
    :sheet trap: v.repeat(2): Repeats as ``np.tile`` does.

    :asked: repeat each element n times; duplicate each row; different count for each value; difference between repeat
    and repeat_interleave; each value twice side by side; oversample rows by counts; each row three times; aaabbbccc
    each element 3 times in row; matlab repelem; nearest neighbour upsampling by copying; expand gqa kv heads
    """
    if repeats is None:
        x, repeats = np.arange(len(x), dtype=x.dtype), x
    if np.asarray(repeats).dtype not in (np.int32, np.int64):
        raise TypeError("the repeats are integers")
    result = np.repeat(x, repeats, axis=dim)
    if output_size not in (None, result.shape[dim or 0]):
        raise ValueError("output_size is not the size of the result")
    return result


def tile(x, dims):
    """Lay copies of a tensor side by side; the last count is for the last dimension.

    >>> x = torch.tensor([[1, 2], [3, 4]])
    >>> torch.tile(x, (2, 1))
    tensor([[1, 2],
            [3, 4],
            [1, 2],
            [3, 4]])

    With fewer counts than dimensions, the leading dimensions are not repeated, where ``repeat`` raises:

    >>> torch.tile(x, (2,))
    tensor([[1, 2, 1, 2],
            [3, 4, 3, 4]])

    The function needs a tuple or a list, even for one count. The method also accepts a bare number:

    >>> torch.tile(x, 2)
    Traceback (most recent call last):
    TypeError: tile(): argument 'dims' (position 2) must be tuple of ints, not int
    >>> x.tile(2).equal(torch.tile(x, (2,)))
    True

    Whole copies are laid one after the other. :func:`repeat_interleave` repeats each value next to itself:

    >>> torch.tile(torch.tensor([1, 2]), (3,))
    tensor([1, 2, 1, 2, 1, 2])
    >>> torch.repeat_interleave(torch.tensor([1, 2]), 3)
    tensor([1, 1, 1, 2, 2, 2])

    The result is a copy, even for ``(1, 1)``.

    :param dims: How many times to repeat along each dimension; the last count is for the last dimension.

    See also: :func:`repeat`, :func:`repeat_interleave`, :func:`expand`.

    :asked: tf.tile equivalent; repeat a pattern; lay copies like a mosaic; difference between tile and repeat; fewer
    repeat counts than dimensions; checkerboard from small block; texture over whole image; np.tile equivalent
    """
    return np.tile(x, dims)


def meshgrid(*tensors, indexing=None):
    """Make the coordinates of each point of a grid from its axes.

    The result has one tensor per axis. With ``indexing="ij"``, the first axis runs down the rows, as in ``x[i, j]``:

    >>> a, b = torch.tensor([1, 2, 3]), torch.tensor([10, 20])
    >>> torch.meshgrid(a, b, indexing="ij")
    (tensor([[1, 1],
            [2, 2],
            [3, 3]]), tensor([[10, 20],
            [10, 20],
            [10, 20]]))

    With ``"xy"``, the first axis runs to the right, as in a plot. ``"xy"`` is NumPy's default, and ``"ij"`` is torch's
    default:

    >>> X, Y = torch.meshgrid(a, b, indexing="xy")
    >>> X, Y
    (tensor([[1, 2, 3],
            [1, 2, 3]]), tensor([[10, 10, 10],
            [20, 20, 20]]))

    Without ``indexing``, code from NumPy gives transposed grids, and torch warns once per process: ``torch.meshgrid: in
    an upcoming release, it will be required to pass the indexing argument``. The coordinates of a point stand at the
    same position in both tensors. Here is the point in row 0 and column 1, followed by the points of row 0:

    >>> X[0, 1], Y[0, 1]
    (tensor(2), tensor(10))
    >>> torch.stack([X, Y], dim=-1)[0]
    tensor([[ 1, 10],
            [ 2, 10],
            [ 3, 10]])

    The grids are expanded views of the axes. A write reaches the axis and each point of the grid with that coordinate:

    >>> X[0, 0] = 100
    >>> X, a
    (tensor([[100,   2,   3],
            [100,   2,   3]]), tensor([100,   2,   3]))

    The axes need the same dtype. Convert them first:

    >>> torch.meshgrid(a, torch.tensor([0.5]), indexing="ij")
    Traceback (most recent call last):
    RuntimeError: meshgrid expects all tensors to have the same dtype
    >>> torch.meshgrid(a.float(), torch.tensor([0.5]), indexing="ij")[1].tolist()
    [[0.5], [0.5], [0.5]]

    :param tensors: 1-d or 0-d tensors of one dtype, one per dimension of the grid.
    :param indexing: ``"ij"`` for rows first, as in matrices, or ``"xy"`` for columns first, as in plots; without it,
        torch warns.

    See also: :func:`expand`, :func:`stack`, :func:`linspace`.

    :sheet numpy: np.meshgrid(v, s[:2]) → meshgrid(v, s[:2], indexing="xy")
    :sheet trap: meshgrid(v, s[:2]): The default is "ij".

    :asked: grid of coordinates; cartesian product of two axes; evaluate a function on a grid; indexing ij or xy; pixel
    coordinates of an image; anchor boxes grid; x y coordinates for surface plot; row and column number of each pixel;
    centers of feature map cells; combinations of two vectors; all pairs of x and y
    """
    tensors = tensors[0] if isinstance(tensors[0], (list, tuple)) else tensors
    if len({x.dtype for x in tensors}) > 1 or max(x.ndim for x in tensors) > 1:
        raise ValueError("the axes are 0-d or 1-d, of one dtype")
    return tuple(np.meshgrid(*tensors, indexing="ij" if indexing is None else indexing, copy=False))
