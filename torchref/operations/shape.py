"""Shape: rearrange the same elements, usually without copying."""

import numpy as np

__all__ = [
    "T",
    "broadcast_to",
    "expand",
    "flatten",
    "flip",
    "mT",
    "moveaxis",
    "movedim",
    "permute",
    "ravel",
    "reshape",
    "roll",
    "squeeze",
    "swapaxes",
    "swapdims",
    "t",
    "transpose",
    "unflatten",
    "unfold",
    "unsqueeze",
    "view",
    "view_as",
]


def view(x, shape):
    """Read the same memory under another shape, and never copy.

    The elements keep their order. One size may be ``-1`` and is inferred from the others:

    >>> x = torch.arange(6)
    >>> x.view(2, 3)
    tensor([[0, 1, 2],
            [3, 4, 5]])
    >>> x.view(3, -1).shape
    torch.Size([3, 2])

    Both tensors share their memory, so a write through one shows in the other:

    >>> y = x.view(2, 3)
    >>> y[0, 0] = 100
    >>> x
    tensor([100,   1,   2,   3,   4,   5])

    ``view`` raises if no strides give the new shape without moving elements, as after a transpose. Use ``reshape``,
    which copies:

    >>> y.t().view(6)
    Traceback (most recent call last):
    RuntimeError: view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.
    >>> y.t().reshape(6)
    tensor([100,   3,   1,   4,   2,   5])

    A size has to be an integer, and ``/`` returns a float. Divide with ``//``:

    >>> x.view(6 / 2, 2)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: view() received an invalid combination of arguments - got (float, int), but expected one of:...
    >>> x.view(6 // 2, 2).shape
    torch.Size([3, 2])

    With a dtype as its argument, ``view`` reads the same bits as values of that dtype; :func:`to` converts the values.
    A dtype of twice the width halves the last dimension, whose size has to be even:

    >>> torch.tensor([1.0]).view(torch.int32)
    tensor([1065353216], dtype=torch.int32)
    >>> torch.zeros(2, 4).view(torch.float64).shape
    torch.Size([2, 2])

    :param size: The new shape; one size may be ``-1`` and is then inferred.
    :param dtype: The dtype under which the same bytes are read, without converting the values; a dtype of another width
        changes the size of the last dimension.

    See also: :func:`reshape`, :func:`contiguous`, :func:`stride`, :func:`view_as`.

    :sheet picture: x.view(3, 2)
    :sheet error: view size is not compatible: Use ``reshape``, or call ``contiguous()`` first.

    :asked: change shape without copying memory; difference between view and reshape; fails after transpose or
    permute; reinterpret bits as int32; same data under another shape; x.view(x.size(0) -1) before linear layer; let
    one size be worked out automatically; read raw bits of float; what does x.view(-1 784) do; flatten without copying
    any data; float bits read as integers; change shape but share the data
    """
    if isinstance(shape, np.dtype):
        return x.view(shape)
    if np.less(shape, -1).any():
        raise ValueError("a size is below -1")
    return np.reshape(x, shape, copy=False)


def reshape(x, shape):
    """Give a tensor another shape, copying only where it must.

    One size may be ``-1`` and follows from the others. The method also takes the sizes one by one:

    >>> x = torch.arange(6)
    >>> torch.reshape(x, (2, 3))
    tensor([[0, 1, 2],
            [3, 4, 5]])
    >>> x.reshape(-1, 1).shape
    torch.Size([6, 1])

    The product of the sizes has to be the number of elements. Choose sizes that divide it:

    >>> x.reshape(4, -1)
    Traceback (most recent call last):
    RuntimeError: shape '[4, -1]' is invalid for input of size 6
    >>> x.reshape(3, -1).shape
    torch.Size([3, 2])

    At most one size may be ``-1``. Give the others:

    >>> x.reshape(-1, -1)
    Traceback (most recent call last):
    RuntimeError: only one dimension can be inferred
    >>> x.reshape(-1, 2).shape
    torch.Size([3, 2])

    ``reshape`` is not a transpose, even if the shape of the result is the same. Elements are read and written row by
    row:

    >>> y = x.reshape(2, 3)
    >>> y.reshape(3, 2).tolist()
    [[0, 1], [2, 3], [4, 5]]
    >>> y.t().tolist()
    [[0, 3], [1, 4], [2, 5]]

    The result is a view where the strides allow one, and a copy otherwise. Where sharing matters, use ``view``, which
    shares the memory or raises, or ``reshape(...).clone()``, which never shares it. Here ``y`` is a view of ``x``, and
    the flat ``y.t()`` is a copy:

    >>> y.t().reshape(6)[0] = -1
    >>> y[0, 0] = 100
    >>> x
    tensor([100,   1,   2,   3,   4,   5])

    :param shape: The new shape; one size may be ``-1`` and is then inferred.

    See also: :func:`view`, :func:`flatten`, :func:`transpose`, :func:`clone`.

    :sheet: x.t().reshape(6)
    :sheet numpy: np.reshape(x, (3, 2)) → x.reshape(3, 2)
    :sheet numpy: np.reshape(x, 6, order="F") → x.T.reshape(6)
    :sheet trap: x.reshape(6): Row by row.

    :asked: convert 1d vector to 2d matrix; what does -1 mean when changing dimensions; wrong number of elements for the
    shape; turn a vector into rows and columns; turn flat vector back into image; make 1d tensor a column; does
    reshaping allocate new memory or share data; change dimensions without changing data; one dimension unknown; change
    the shape of a tensor; turn 12 numbers into 3 by 4; fold numbers into grid with 3 rows
    """
    if np.less(shape, -1).any():
        raise ValueError("a size is below -1")
    return np.reshape(x, shape)


def view_as(x, other):
    """View a tensor under the shape of another tensor.

    It takes the shape of ``other``, not its values or its dtype:

    >>> x = torch.arange(6)
    >>> other = torch.zeros(3, 2)
    >>> x.view_as(other)
    tensor([[0, 1],
            [2, 3],
            [4, 5]])

    ``x.view_as(other)`` is ``x.view(other.shape)``, so a write reaches ``x``, not ``other``:

    >>> x.view_as(other)[0, 0] = 100
    >>> x
    tensor([100,   1,   2,   3,   4,   5])
    >>> other[0, 0]
    tensor(0.)

    Both tensors need the same number of elements. To stretch a size-1 dimension, use ``expand``:

    >>> row = torch.tensor([[1, 2]])
    >>> row.view_as(other)
    Traceback (most recent call last):
    RuntimeError: shape '[3, 2]' is invalid for input of size 2
    >>> row.expand(other.shape)
    tensor([[1, 2],
            [1, 2],
            [1, 2]])

    :param other: The tensor whose shape the result takes; its values do not matter.

    See also: :func:`view`, :func:`reshape`, :func:`expand`.

    :asked: give it the same shape as another tensor; make prediction look like labels; copy the shape of a reference
    tensor; same number of elements but another shape; same dims as some other tensor has; rearrange into shape of
    target without typing sizes; reshape x like another tensor y; prediction to the shape of its target
    """
    return np.reshape(x, other.shape, copy=False)


def flatten(x, start_dim=0, end_dim=-1):
    """Merge adjacent dimensions into one, by default all of them.

    >>> x = torch.tensor([[1, 2], [3, 4]])
    >>> torch.flatten(x)
    tensor([1, 2, 3, 4])

    Before a linear layer, keep the batch dimension: start at dimension 1, as the layer ``torch.nn.Flatten`` does. By
    default, ``torch.flatten`` starts at dimension 0 and silently merges the images of the batch:

    >>> batch = torch.zeros(8, 3, 4, 4)
    >>> torch.flatten(batch).shape
    torch.Size([384])
    >>> torch.flatten(batch, 1).shape
    torch.Size([8, 48])
    >>> torch.nn.Flatten()(batch).shape
    torch.Size([8, 48])

    ``end_dim`` is included, unlike the end of a slice. :func:`unflatten` splits the dimension again:

    >>> merged = batch.flatten(0, 1)
    >>> merged.shape
    torch.Size([24, 4, 4])
    >>> merged.unflatten(0, (8, 3)).shape
    torch.Size([8, 3, 4, 4])

    NumPy's ``flatten`` always copies. torch's ``flatten`` copies only where it must, so a write may reach ``x``. For a
    1-d tensor, the result is the tensor itself:

    >>> x.flatten()[0] = 100
    >>> x
    tensor([[100,   2],
            [  3,   4]])
    >>> row = x[0]
    >>> row.flatten() is row
    True

    :param start_dim: The first dimension to flatten; ``1`` keeps the batch dimension.
    :param end_dim: The last dimension to flatten, which is included.

    See also: :func:`unflatten`, :func:`ravel`, :func:`reshape`.

    :sheet: x.flatten()
    :sheet numpy: x.flatten() → x.flatten()

    :asked: merge dimensions into one; flatten images but keep the batch; combine batch and time dimension; join height
    and width into one axis; join two middle dimensions; feature maps (b c h w) to vectors; merge seq and batch axes;
    conv output to fully connected layer; everything but batch collapsed into 1d; make multi-dim tensor one dimensional;
    dense layer expects image as vector; any shape collapsed into one long vector
    """
    shape = x.shape or (1,)
    dims = range(len(shape))
    start, end = dims[start_dim], dims[end_dim]
    return x.reshape(*shape[:start], np.prod(shape[start : end + 1]), *shape[end + 1 :])


def ravel(x):
    """Flatten to a contiguous 1-d tensor.

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.ravel(x)
    tensor([1, 2, 3, 4, 5, 6])

    The last dimension varies fastest. NumPy's ``order="F"`` does not exist in torch. To read down the columns,
    transpose first:

    >>> x.t().ravel()
    tensor([1, 4, 2, 5, 3, 6])

    ``ravel`` returns a view of a contiguous tensor and copies any other tensor. Here the first write reaches ``x``, and
    the second write is lost:

    >>> x.ravel()[0] = 100
    >>> x.t().ravel()[1] = 400
    >>> x
    tensor([[100,   2,   3],
            [  4,   5,   6]])

    ``flatten`` may return a view that is not contiguous; ``ravel`` never does:

    >>> gaps = torch.arange(8)[::2]
    >>> gaps.flatten().is_contiguous(), gaps.ravel().is_contiguous()
    (False, True)

    See also: :func:`flatten`, :func:`reshape`, :func:`contiguous`.

    :asked: difference between ravel and flatten; column-major fortran order; unroll matrix column by column; np.ravel
    equivalent; one dimension that is contiguous for sure; make multi dimensional one dimensional as in numpy; matrix
    to one long contiguous vector; matlab A(:) long column vector; 1d contiguous version as in numpy
    """
    return np.ravel(x)


def unflatten(x, dim, sizes):
    """Split one dimension into several.

    ``sizes`` lists the sizes of the dimensions that replace ``dim``; one of them may be ``-1``:

    >>> x = torch.arange(12).reshape(2, 6)
    >>> torch.unflatten(x, 1, (3, 2))
    tensor([[[ 0,  1],
             [ 2,  3],
             [ 4,  5]],
    <BLANKLINE>
            [[ 6,  7],
             [ 8,  9],
             [10, 11]]])
    >>> x.unflatten(-1, (-1, 2)).shape
    torch.Size([2, 3, 2])

    The product of the sizes has to be the size of the dimension, here 6. Infer one size with ``-1``:

    >>> x.unflatten(1, (4, 2))
    Traceback (most recent call last):
    RuntimeError: unflatten: Provided sizes [4, 2] don't multiply up to the size of dim 1 (6) in the input tensor
    >>> x.unflatten(1, (-1, 2)).shape
    torch.Size([2, 3, 2])

    In ``sizes``, the outer dimension comes first, and the dimension that varies fastest comes last. Swapped sizes
    silently mix the elements. Three heads of four features each, stored head after head, are split as (3, 4):

    >>> features = torch.zeros(8, 10, 12)
    >>> features.unflatten(-1, (3, 4)).transpose(1, 2).shape
    torch.Size([8, 3, 10, 4])

    ``unflatten`` never copies, whatever the strides. A write to the result changes ``x``:

    >>> x.unflatten(1, (3, 2))[0, 0, 0] = 100
    >>> x[0]
    tensor([100,   1,   2,   3,   4,   5])

    :param dim: The dimension to split.
    :param sizes: The sizes of the new dimensions; one may be ``-1``, and their product has to be the size of ``dim``.

    See also: :func:`flatten`, :func:`view`, :func:`reshape`.

    :asked: split one dimension into two; divide embedding into attention heads; break up an axis into factors;
    restore batch and time from merged dimension; hidden size to heads times head_dim; get original shape back after
    flatten; 12 becomes 3 x 4 along one axis; separate merged batch and sequence; split last dimension into heads;
    undo merging of batch and time; reverse of nn.Flatten
    """
    dim = range(x.ndim)[dim]
    if min(sizes) < -1:
        raise ValueError("a size is below -1")
    sizes = np.arange(x.shape[dim]).reshape(sizes).shape
    return x.reshape(*x.shape[:dim], *sizes, *x.shape[dim + 1 :])


def squeeze(x, dim=None):
    """Remove dimensions of size 1.

    Without ``dim``, every dimension of size 1 is removed:

    >>> x = torch.tensor([[[1], [2], [3]]])
    >>> x.shape
    torch.Size([1, 3, 1])
    >>> torch.squeeze(x)
    tensor([1, 2, 3])
    >>> torch.zeros(5, 1).squeeze().shape
    torch.Size([5])

    With ``dim``, only the named dimensions are removed. A named dimension of another size silently stays, where NumPy's
    ``axis`` raises:

    >>> torch.squeeze(x, 0).shape, torch.squeeze(x, (0, 2)).shape
    (torch.Size([3, 1]), torch.Size([3]))
    >>> torch.squeeze(x, 1).shape
    torch.Size([1, 3, 1])

    The result is a view: a write through it reaches ``x``.

    >>> torch.squeeze(x)[0] = 100
    >>> x
    tensor([[[100],
             [  2],
             [  3]]])

    A batch of one sample also loses its batch dimension, and the code that follows reads another dimension as the
    batch. For batches of varying size, name the dimension to remove:

    >>> logits = torch.zeros(1, 10, 1)
    >>> logits.squeeze().shape
    torch.Size([10])
    >>> logits.squeeze(-1).shape
    torch.Size([1, 10])

    :param dim: The dimension to remove, or a tuple of dimensions, which the method also takes one by one; a dimension
        whose size is not 1 stays.

    See also: :func:`unsqueeze`, :func:`flatten`, :func:`reshape`.

    :sheet: v[None].squeeze(0)
    :sheet numpy: np.squeeze(v[None]) → v[None].squeeze()

    :asked: remove dimension of size 1; get rid of extra brackets; delete the batch dimension; opposite of unsqueeze;
    batch size 1 loses its dimension; model output has trailing dimension of 1; output (32 1) but target (32); drop
    singleton channel axis to plot grayscale; batch of one remove before showing image; double brackets [[ ]]; output
    has shape (n 1) but labels (n); (n 1) column vector to flat (n)
    """
    dims = range(x.ndim) if dim is None else dim if isinstance(dim, tuple) else (dim,)
    return np.squeeze(x, tuple(d for d in dims if x.ndim and x.shape[d] == 1))


def unsqueeze(x, dim):
    """Add a dimension of size 1 at a given position.

    ``dim`` is the position of the new dimension in the result. For a 1-d tensor, 0 makes one row and 1 makes a column:

    >>> x = torch.tensor([1, 2, 3])
    >>> torch.unsqueeze(x, 0)
    tensor([[1, 2, 3]])
    >>> torch.unsqueeze(x, 1)
    tensor([[1],
            [2],
            [3]])

    A network that expects a batch takes a single image as a batch of one:

    >>> torch.zeros(3, 32, 48).unsqueeze(0).shape
    torch.Size([1, 3, 32, 48])

    A grayscale image of shape (height, width) lacks the channel dimension that a convolution needs. Add it:

    >>> gray, layer = torch.zeros(28, 28), torch.nn.Conv2d(1, 4, 3)
    >>> layer(gray)
    Traceback (most recent call last):
    RuntimeError: Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [28, 28]
    >>> layer(gray.unsqueeze(0)).shape
    torch.Size([4, 26, 26])

    Broadcasting stretches a size of 1, so a column times a row gives a multiplication table:

    >>> (x.unsqueeze(1) * x).tolist()
    [[1, 2, 3], [2, 4, 6], [3, 6, 9]]

    Indexing with ``None`` does the same. Both return a view, so a write reaches ``x``:

    >>> x[:, None].shape
    torch.Size([3, 1])
    >>> x.unsqueeze(1)[0] = 100
    >>> x
    tensor([100,   2,   3])

    :param dim: The position of the new dimension in the result; ``0`` is the first position, and ``-1`` is the last.

    See also: :func:`squeeze`, :func:`view`, :func:`expand`.

    :sheet picture: v.unsqueeze(1)
    :sheet numpy: np.expand_dims(v, 1) → v.unsqueeze(1)

    :asked: add a dimension of size 1; add batch dimension to image; insert a new axis; np.expand_dims equivalent;
    vector of length n to n x 1; single image into network; channel in front of gray image; model wants 3 dimensions but
    signal has 2; forward pass with one picture; numpy newaxis so column minus row broadcasts; insert dims so mask
    broadcasts; 1d vector to row matrix with single row
    """
    return np.expand_dims(x, dim)


def transpose(x, dim0, dim1):
    """Swap two dimensions.

    Rows become columns; ``x`` itself stays as it was:

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.transpose(x, 0, 1)
    tensor([[1, 4],
            [2, 5],
            [3, 6]])

    ``transpose`` takes exactly two dimensions, and negative numbers count from the end. In a batch of matrices, the
    last two dimensions are the rows and columns:

    >>> batch = torch.zeros(8, 2, 3)
    >>> batch.transpose(-2, -1).shape
    torch.Size([8, 3, 2])

    The elements do not move. The result reads the same storage with swapped strides, so a write shows in both:

    >>> x.stride(), x.transpose(0, 1).stride()
    ((3, 1), (1, 3))
    >>> x.transpose(0, 1)[0, 1] = 40
    >>> x
    tensor([[ 1,  2,  3],
            [40,  5,  6]])

    ``view`` often raises for a transposed tensor, because of its strides. ``reshape`` copies where it has to:

    >>> x.transpose(0, 1).reshape(6)
    tensor([ 1, 40,  2,  5,  3,  6])

    NumPy's ``transpose`` takes the dimensions in their new order and by default reverses them. In torch, list the new
    order in :func:`permute`:

    >>> batch.transpose(2, 0, 1)
    Traceback (most recent call last):
    TypeError: transpose() takes 2 positional arguments but 3 were given
    >>> batch.permute(2, 0, 1).shape
    torch.Size([3, 8, 2])

    :param dim0, dim1: The two dimensions to swap, in either order.

    See also: :func:`permute`, :func:`movedim`, :func:`t`, :func:`mT`.

    :sheet: x.transpose(0, 1)
    :sheet numpy: np.swapaxes(x, 0, 1) → x.transpose(0, 1)

    :asked: interchange rows and columns; swap batch and sequence dimension; difference between transpose and permute;
    np.transpose with three axes fails; takes 2 positional arguments but 3 were given; batch_first to time first; swap
    first and last axis; switch heads and sequence length; interchange x and y of a 2d tensor; rnn wants time first i
    have batch first; swap two axes of a 3d tensor; exchange exactly two dimensions
    """
    return np.swapaxes(x, dim0, dim1) if x.ndim else x[...]


swapaxes = swapdims = transpose


def t(x):
    """Transpose a matrix.

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.t(x)
    tensor([[1, 4],
            [2, 5],
            [3, 6]])

    A 1-d tensor keeps its shape and does not become a column. :func:`unsqueeze` makes a column:

    >>> row = torch.tensor([1, 2, 3])
    >>> row.t().shape
    torch.Size([3])
    >>> row.unsqueeze(1).shape
    torch.Size([3, 1])

    A tensor with more than two dimensions raises. For a batch of matrices, use ``mT``, which swaps the last two:

    >>> torch.zeros(8, 2, 3).t()
    Traceback (most recent call last):
    RuntimeError: t() expects a tensor with <= 2 dimensions, but self is 3D
    >>> torch.zeros(8, 2, 3).mT.shape
    torch.Size([8, 3, 2])

    Both matrices read one block of memory, here with different strides, so a write shows in both:

    >>> x.t().data_ptr() == x.data_ptr(), x.stride(), x.t().stride()
    (True, (3, 1), (1, 3))
    >>> x.t()[0, 1] = 40
    >>> x
    tensor([[ 1,  2,  3],
            [40,  5,  6]])

    See also: :func:`T`, :func:`mT`, :func:`transpose`, :func:`stride`.

    :asked: transpose a 2d matrix; turn rows into columns and columns to rows; does transposing copy memory; 1d vector
    does not transpose; flip a matrix over its diagonal; 3x2 to 2x3 matrix; row i becomes column i; lines to columns
    of a table; matrix on its side; swap rows with columns in a table; 2d transpose
    """
    if x.ndim > 2:
        raise ValueError("at most two dimensions")
    return x.T


def T(x):
    """Transpose a matrix through the attribute ``T``.

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> x.T
    tensor([[1, 4],
            [2, 5],
            [3, 6]])

    ``T`` is an attribute, as in NumPy. With parentheses, you call the transposed tensor. Omit them:

    >>> x.T()
    Traceback (most recent call last):
    TypeError: 'Tensor' object is not callable
    >>> x.T.shape
    torch.Size([3, 2])

    For a tensor with more than two dimensions, ``T`` reverses the order of the dimensions, which is rarely right for a
    batch of matrices. This use is deprecated: torch warns once per process that it will be an error in a later release.

    >>> import warnings
    >>> batch = torch.zeros(8, 2, 3)
    >>> with warnings.catch_warnings():
    ...     warnings.simplefilter("ignore")
    ...     batch.T.shape
    torch.Size([3, 2, 8])

    Write ``mT`` to swap the last two dimensions, or spell out the reversal with ``permute``:

    >>> batch.mT.shape
    torch.Size([8, 3, 2])
    >>> batch.permute(2, 1, 0).shape
    torch.Size([3, 2, 8])

    Like :func:`t`, ``T`` returns a view. A 1-d or 0-d tensor keeps its shape, with a deprecation warning.

    See also: :func:`mT`, :func:`t`, :func:`permute`.

    :sheet picture: x.T
    :sheet numpy: t.T → t.permute(2, 1, 0)
    :sheet trap: t.mT: Swaps the last two dimensions.

    :asked: numpy style transpose attribute; A' from matlab; matlab apostrophe transpose; reverse all dimensions; x.T()
    Tensor object is not callable; shorthand for matrix transpose; shortest way to transpose; a.T like in numpy;
    transpose without parentheses
    """
    return x.T


def mT(x):
    """Transpose each matrix of a batch: swap the last two dimensions.

    >>> x = torch.arange(8).reshape(2, 2, 2)
    >>> x
    tensor([[[0, 1],
             [2, 3]],
    <BLANKLINE>
            [[4, 5],
             [6, 7]]])
    >>> x.mT
    tensor([[[0, 2],
             [1, 3]],
    <BLANKLINE>
            [[4, 6],
             [5, 7]]])

    ``mT`` is an attribute, written without parentheses. In ``batch.mT @ batch``, it gives the dot products between the
    columns of each matrix:

    >>> batch = torch.ones(8, 5, 3)
    >>> (batch.mT @ batch).shape
    torch.Size([8, 3, 3])

    A 1-d tensor lacks the second dimension, so ``mT`` raises and ``T`` warns. Make it a matrix first:

    >>> torch.zeros(3).mT
    Traceback (most recent call last):
    RuntimeError: tensor.mT is only supported on matrices or batches of matrices. Got 1-D tensor.
    >>> torch.zeros(3).unsqueeze(0).mT.shape
    torch.Size([3, 1])

    ``mT`` does not conjugate complex values; ``mH`` does. The result is a view of ``x``:

    >>> x.mT[0, 0, 1] = 20
    >>> x[0]
    tensor([[ 0,  1],
            [20,  3]])

    See also: :func:`T`, :func:`transpose`, :func:`matmul`.

    :asked: transpose a batch of matrices; transpose last two dimensions; batched matrix transpose; every matrix in
    stack transposed; (b n m) to (b m n); conjugate transpose mH of batch; transpose all matrices in 3d tensor at
    once; batched attention keys transposed last two dims; swap rows and columns inside 3d tensor
    """
    return x.mT


def permute(x, dims):
    """Reorder the dimensions.

    ``dims`` lists, for each dimension of the result, which dimension of ``x`` goes there. An image of shape
    (height, width, channel) becomes (channel, height, width):

    >>> image = torch.zeros(32, 48, 3)
    >>> torch.permute(image, (2, 0, 1)).shape
    torch.Size([3, 32, 48])

    Every dimension has to be named once. To name just the dimensions that move, use :func:`movedim`:

    >>> torch.permute(image, (2, 0))
    Traceback (most recent call last):
    RuntimeError: permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = 3 is not equal to len(dims) = 2
    >>> torch.movedim(image, 2, 0).shape
    torch.Size([3, 32, 48])

    A convolution expects the channels first. In an image with the channels last, it reads the rows as channels:

    >>> torch.nn.Conv2d(3, 4, 3)(image)
    Traceback (most recent call last):
    RuntimeError: Given groups=1, weight of size [4, 3, 3, 3], expected input[1, 32, 48, 3] to have 3 channels, but got 32 channels instead
    >>> torch.nn.Conv2d(3, 4, 3)(image.permute(2, 0, 1)).shape
    torch.Size([4, 30, 46])

    ``reshape`` to the same sizes returns the right shape, but silently scrambles the image. Channel 0 should hold the
    first value of each pixel, not the first four values:

    >>> pixels = torch.arange(12).reshape(2, 2, 3)
    >>> pixels.permute(2, 0, 1)[0].tolist()
    [[0, 3], [6, 9]]
    >>> pixels.reshape(3, 2, 2)[0].tolist()
    [[0, 1], [2, 3]]

    The result is a view, so a write reaches the original:

    >>> pixels.permute(2, 0, 1)[0, 0, 0] = 100
    >>> pixels[0, 0]
    tensor([100,   1,   2])

    :param dims: For each dimension of the result, the dimension of ``input`` that goes there; each is named once.

    See also: :func:`transpose`, :func:`movedim`, :func:`reshape`.

    :sheet: b.permute(2, 0, 1).shape
    :sheet numpy: np.transpose(t, (2, 0, 1)) → t.permute(2, 0, 1)
    :sheet trap: t.transpose(2, 0, 1): Swaps two dimensions.

    :asked: HWC to CHW; channels last to channels first; np.transpose with axes tuple; image dimensions for matplotlib
    imshow; opencv image to network; image looks scrambled after reshape; numpy image HxWxC to torch; have 3 channels
    but got; tensorflow image layout to pytorch; NHWC to NCHW; reshape chw to hwc mixes pixels; change dims order of 4d
    tensor
    """
    return np.transpose(x, dims)


def movedim(x, source, destination):
    """Move dimensions to other positions; the rest keep their order.

    The channel dimension moves from the end to position 1, after the batch:

    >>> images = torch.zeros(8, 32, 48, 3)
    >>> torch.movedim(images, -1, 1).shape
    torch.Size([8, 3, 32, 48])

    ``transpose`` swaps two dimensions instead, so the width now comes before the height:

    >>> images.transpose(-1, 1).shape
    torch.Size([8, 3, 48, 32])

    Several dimensions can move at once. The second tuple lists the new position of each dimension in the first tuple:

    >>> torch.movedim(images, (1, 2), (-2, -1)).shape
    torch.Size([8, 3, 32, 48])

    Both tuples have to be of the same length. Name a destination for each source:

    >>> torch.movedim(images, (1, 2), (-1,))
    Traceback (most recent call last):
    RuntimeError: movedim: Invalid source or destination dims: source ([1, 2] dims) should contain the same number of dims as destination ([-1] dims)
    >>> torch.movedim(images, (1, 2), (-1, 1)).shape
    torch.Size([8, 48, 3, 32])

    The result is a view, so a write reaches ``x``:

    >>> x = torch.zeros(2, 3)
    >>> torch.movedim(x, 0, 1)[0, 1] = 5
    >>> x
    tensor([[0., 0., 0.],
            [5., 0., 0.]])

    :param source: The dimension to move, or a tuple of several.
    :param destination: The position of each moved dimension in the result, in the order of ``source``.

    See also: :func:`permute`, :func:`transpose`, :func:`T`.

    :sheet numpy: np.moveaxis(t, 0, -1) → t.movedim(0, -1)

    :asked: move one axis to another position; put channel axis first; keep the order of the other axes; np.moveaxis
    equivalent; shift last dim to first; bring channels to the end; without listing all other dims; pull axis 2 to the
    front; keras channels_last data; keras NHWC data
    """
    return np.moveaxis(x, source, destination) if x.ndim else x[...]


moveaxis = movedim


def expand(x, size):
    """Repeat along size-1 dimensions without copying.

    A size of ``-1`` keeps the size of a dimension. New dimensions come first:

    >>> x = torch.tensor([[1], [2]])
    >>> x.expand(2, 4)
    tensor([[1, 1, 1, 1],
            [2, 2, 2, 2]])
    >>> x.expand(5, -1, 4).shape
    torch.Size([5, 2, 4])

    Every dimension of ``x`` needs a size, even if it is ``-1``:

    >>> x.expand(4)
    Traceback (most recent call last):
    RuntimeError: expand(torch.LongTensor{[2, 1]}, size=[4]): the number of sizes provided (1) must be greater or equal to the number of dimensions in the tensor (2)
    >>> x.expand(-1, 4).shape
    torch.Size([2, 4])

    Only a size of 1 can grow. To repeat a longer dimension, copy it with :func:`repeat`:

    >>> torch.tensor([1, 2, 3]).expand(6)
    Traceback (most recent call last):
    RuntimeError: The expanded size of the tensor (6) must match the existing size (3) at non-singleton dimension 0.  Target sizes: [6].  Tensor sizes: [3]
    >>> torch.tensor([1, 2, 3]).repeat(2)
    tensor([1, 2, 3, 1, 2, 3])

    An expanded dimension has stride 0: a step along it stays on the same element. Here a million elements read a
    thousand stored values:

    >>> large = torch.zeros(1000, 1).expand(1000, 1000)
    >>> large.stride(), large.untyped_storage().nbytes()
    ((1, 0), 4000)

    A write to one element therefore silently changes its whole row:

    >>> y = x.expand(2, 4)
    >>> y[0, 0] = 100
    >>> y[0], x[0]
    (tensor([100, 100, 100, 100]), tensor([100]))

    In-place element-wise arithmetic on an expanded tensor raises. Clone it first:

    >>> y.add_(1)
    Traceback (most recent call last):
    RuntimeError: unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please clone() the tensor before performing the operation.
    >>> y.clone().add_(1)[0]
    tensor([101, 101, 101, 101])

    :param size: The shape to expand to; ``-1`` keeps a size, and only a size of 1 can grow.
    :param implicit: For torch's own use; it does not change the result.

    See also: :func:`broadcast_to`, :func:`repeat`, :func:`unsqueeze`, :func:`clone`.

    :sheet picture: v.expand(2, 3)

    :asked: repeat without copying memory; difference between expand and repeat; stretch a dimension of size 1;
    expand_as another tensor; writing changes every row; same row many times without extra memory; enlarge dimension
    virtually; add mask dimension to match heads; bias vector for whole batch without memory cost; view a row as many
    rows; more than one element refers to single location; explicitly broadcast by hand without copy
    """
    size = list(size)
    for dim in range(-x.ndim, 0):
        if size[dim] == -1:
            size[dim] = x.shape[dim]
    return np.broadcast_to(x, size)


def broadcast_to(x, shape):
    """Stretch a tensor to a shape by the rules of broadcasting.

    ``x + y`` stretches both tensors to a common shape in this way before adding:

    >>> x = torch.tensor([1, 2, 3])
    >>> torch.broadcast_to(x, (2, 3))
    tensor([[1, 2, 3],
            [1, 2, 3]])

    Shapes are aligned at the right, and each size of ``x`` has to be 1 or equal to the new size. Give one value per row
    as a column:

    >>> rows = torch.tensor([10, 20])
    >>> torch.broadcast_to(rows, (2, 3))
    Traceback (most recent call last):
    RuntimeError: The expanded size of the tensor (3) must match the existing size (2) at non-singleton dimension 1.  Target sizes: [2, 3].  Tensor sizes: [2]
    >>> torch.broadcast_to(rows.unsqueeze(1), (2, 3))
    tensor([[10, 10, 10],
            [20, 20, 20]])

    For a square shape, this mistake is silent, because rows and columns have the same size:

    >>> torch.broadcast_to(rows, (2, 2))
    tensor([[10, 20],
            [10, 20]])

    Like :func:`expand`, it does not copy. NumPy's result is read-only; in torch, a write reaches ``x`` and each element
    that reads the same memory:

    >>> torch.broadcast_to(x, (2, 3))[0, 0] = 100
    >>> torch.broadcast_to(x, (2, 3))
    tensor([[100,   2,   3],
            [100,   2,   3]])

    :param size: The shape to broadcast to, as a tuple; only a size of 1 can grow.

    See also: :func:`expand`, :func:`unsqueeze`, :func:`repeat`.

    :sheet numpy: np.broadcast_to(v, (2, 3)) → v.broadcast_to(2, 3)

    :asked: broadcasting rules; how are different shapes matched; one value for each row; align sizes from the right;
    why can (3 1) and (4) be added; explain broadcasting; blow scalar up to given shape; result of shapes (4 1) and (1
    5); np.broadcast_to makes shapes compatible; explicitly broadcast a small tensor to big size; make small array big
    as by numpy rules; why (3 1) plus (3) gives (3 3)
    """
    shape = list(shape)
    for dim in range(-x.ndim, 0):
        if shape[dim] == -1:
            shape[dim] = x.shape[dim]
    return np.broadcast_to(x, shape)


def flip(x, dims):
    """Reverse the order along dimensions.

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.flip(x, (0,))
    tensor([[4, 5, 6],
            [1, 2, 3]])
    >>> torch.flip(x, (0, 1))
    tensor([[6, 5, 4],
            [3, 2, 1]])

    A slice with a negative step raises, because a tensor does not have negative strides. Use ``flip``; the method also
    takes the dimensions one by one:

    >>> x[:, ::-1]
    Traceback (most recent call last):
    ValueError: step must be greater than zero
    >>> x.flip(1)
    tensor([[3, 2, 1],
            [6, 5, 4]])

    Strides cannot be negative, so ``flip`` copies, while ``np.flip`` returns a view. A write to the result does not
    reach ``x``:

    >>> x.flip(1)[0, 0] = 100
    >>> x[0]
    tensor([1, 2, 3])

    The dimensions have to be named, while ``np.flip`` reverses each dimension by default:

    >>> torch.flip(x)
    Traceback (most recent call last):
    TypeError: flip() missing 1 required positional arguments: "dims"
    >>> torch.flip(x, tuple(range(x.ndim)))
    tensor([[6, 5, 4],
            [3, 2, 1]])

    :param dims: The dimensions to reverse, which have to be named, unlike in ``np.flip``.

    See also: :func:`roll`, :func:`transpose`, :func:`getitem`.

    :sheet: x.flip(1)
    :sheet numpy: x[::-1] → x.flip(0)
    :sheet trap: x[::-1]: The step is negative.

    :asked: reverse the order of elements; mirror an image left right; negative step slicing; upside down picture;
    matlab fliplr; rgb to bgr channels; reverse a sequence; first becomes last; negative step not supported to reverse
    time series; backwards sequence for bidirectional rnn; np.flipud equivalent; turn ascending into descending order
    backwards
    """
    return np.flip(np.atleast_1d(x), dims).reshape(x.shape).copy()


def roll(x, shifts, dims=()):
    """Shift along a dimension; elements moved past the end come back at the start.

    A positive shift moves the elements towards higher indices, and a negative shift towards lower indices:

    >>> x = torch.tensor([1, 2, 3, 4])
    >>> torch.roll(x, 1)
    tensor([4, 1, 2, 3])
    >>> torch.roll(x, -1)
    tensor([2, 3, 4, 1])

    Without ``dims``, the tensor is treated as flattened, so elements cross into the next row. To keep rows apart, name
    the dimension:

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.roll(x, 1)
    tensor([[6, 1, 2],
            [3, 4, 5]])
    >>> torch.roll(x, 1, 1)
    tensor([[3, 1, 2],
            [6, 4, 5]])

    Several dimensions need one shift each, while NumPy applies a single shift to each of them:

    >>> torch.roll(x, 1, (0, 1))
    Traceback (most recent call last):
    RuntimeError: shifts and dimensions must align. shifts: 1, dims:2
    >>> torch.roll(x, (1, 1), (0, 1))[0]
    tensor([6, 4, 5])

    The wraparound distorts differences between neighbors, because the last element is subtracted from the first.
    Subtract slices instead:

    >>> x = torch.tensor([1, 2, 4, 8])
    >>> x - torch.roll(x, 1)
    tensor([-7,  1,  2,  4])
    >>> x[1:] - x[:-1]
    tensor([1, 2, 4])

    :param shifts: How many positions to move towards higher indices; a negative number moves the other way.
    :param dims: The dimension of each shift; without it, the tensor is flattened, rolled and reshaped back.

    See also: :func:`flip`, :func:`diff`.

    :sheet: v.roll(1)

    :asked: circular shift of elements; cyclic rotation along an axis; shift by one position; wrap around the end;
    np.roll equivalent; move elements right and fill from left; last element comes first others move on; shift image
    pixels around border; rotate elements cyclically; shift all values one place; align series with previous step; shift
    token sequence by one for next targets
    """
    if np.size(shifts) != (np.size(dims) or 1):
        raise ValueError("as many shifts as dimensions")
    return np.roll(x, shifts, None if dims == () else dims)


def unfold(x, dimension, size, step):
    """Slide a window along a dimension.

    Each window has ``size`` elements and starts ``step`` positions after the previous window. The new last dimension
    runs within a window:

    >>> x = torch.tensor([1, 2, 4, 8, 16])
    >>> x.unfold(0, 3, 1)
    tensor([[ 1,  2,  4],
            [ 2,  4,  8],
            [ 4,  8, 16]])
    >>> x.unfold(0, 3, 1).sum(-1)
    tensor([ 7, 14, 28])

    A window that would reach past the end is silently dropped. Here 16 does not appear:

    >>> x.unfold(0, 2, 2)
    tensor([[1, 2],
            [4, 8]])

    A window longer than the dimension raises. Pad first:

    >>> x.unfold(0, 6, 1)
    Traceback (most recent call last):
    RuntimeError: maximum size for tensor at dimension 0 is 5 but size is 6
    >>> torch.nn.functional.pad(x, (0, 1)).unfold(0, 6, 1)
    tensor([[ 1,  2,  4,  8, 16,  0]])

    Applied once per dimension, ``unfold`` cuts an image into patches, indexed by row and column:

    >>> patches = torch.arange(16).reshape(4, 4).unfold(0, 2, 2).unfold(1, 2, 2)
    >>> patches[0, 1]
    tensor([[2, 3],
            [6, 7]])

    The result is a view: overlapping windows share their elements with each other and with ``x``:

    >>> x.unfold(0, 3, 1)[0, 2] = 100
    >>> x.unfold(0, 3, 1)[1]
    tensor([  2, 100,   8])

    In-place arithmetic on overlapping windows can be silently wrong, because it changes some elements several times.
    Clone first:

    >>> torch.tensor([1, 2, 4]).unfold(0, 2, 1).mul_(10)
    tensor([[ 10, 200],
            [200,  40]])
    >>> torch.tensor([1, 2, 4]).unfold(0, 2, 1).clone().mul_(10)
    tensor([[10, 20],
            [20, 40]])

    ``torch.nn.functional.unfold`` is another operation: it puts the patches of images into columns.

    :param dimension: The dimension to cut into windows.
    :param size: The length of a window, which becomes the last dimension.
    :param step: The distance between the starts of successive windows; less than ``size`` makes them overlap.

    See also: :func:`as_strided`, :func:`chunk`, :func:`stride`.

    :asked: sliding window over a tensor; moving average; split image into patches; rolling window like pandas;
    extract blocks with stride; frames from audio signal; cut long signal into overlapping windows; window size and
    hop length; n-grams from token sequence; vit patches from picture; extract patches out of image; lagged windows of
    time series for lstm
    """
    if step < 1:
        raise ValueError("the step is not positive")
    windows = np.lib.stride_tricks.sliding_window_view(np.atleast_1d(x), size, axis=dimension)
    before = dimension % (windows.ndim - 1)
    windows = windows[(slice(None),) * before + (slice(None, None, step),)]
    return windows if x.ndim else windows[0]
