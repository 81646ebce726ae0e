"""Shape: look at the same numbers in another arrangement, mostly without copying one of them."""

import numpy as np

__all__ = [
    "permute",
    "squeeze",
    "swapaxes",
    "swapdims",
    "transpose",
    "view",
]


def squeeze(x, dim=None):
    """Remove dimensions of size 1.

    Every dimension of size 1 goes, wherever it stands:

    >>> x = torch.tensor([[[1], [2], [3]]])
    >>> x.shape
    torch.Size([1, 3, 1])
    >>> torch.squeeze(x)
    tensor([1, 2, 3])

    With ``dim`` only that one goes, and several can be named. A dimension of another size is left alone
    in silence, where NumPy's ``axis`` raises:

    >>> torch.squeeze(x, 0).shape
    torch.Size([3, 1])
    >>> torch.squeeze(x, (0, 2)).shape
    torch.Size([3])
    >>> torch.squeeze(x, 1).shape
    torch.Size([1, 3, 1])

    The result is a view: a write through it reaches ``x``.

    >>> torch.squeeze(x)[0] = 100
    >>> x
    tensor([[[100],
             [  2],
             [  3]]])

    A batch of one loses its batch dimension too, and what comes next takes the rows for the batch. In code
    for batches of any size, always name the dimension:

    >>> logits = torch.zeros(1, 10, 1)
    >>> logits.squeeze().shape
    torch.Size([10])
    >>> logits.squeeze(-1).shape
    torch.Size([1, 10])

    See also: :func:`unsqueeze`, :func:`flatten`, :func:`reshape`.

    :asked: remove dimension of size 1; get rid of extra brackets; opposite of unsqueeze
    """
    dims = range(x.ndim) if dim is None else dim if isinstance(dim, tuple) else (dim,)
    return np.squeeze(x, tuple(d for d in dims if x.ndim and x.shape[d] == 1))


def transpose(x, dim0, dim1):
    """Swap two dimensions.

    Rows become columns; ``x`` itself stays as it was:

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.transpose(x, 0, 1)
    tensor([[1, 4],
            [2, 5],
            [3, 6]])

    It takes exactly two dimensions and may count them from the end; in a batch of matrices
    the last two are the rows and columns:

    >>> batch = torch.zeros(8, 2, 3)
    >>> batch.transpose(-2, -1).shape
    torch.Size([8, 3, 2])

    No number moves. The result reads the same storage with the strides swapped, so a write shows on both sides:

    >>> x.stride(), x.transpose(0, 1).stride()
    ((3, 1), (1, 3))
    >>> x.transpose(0, 1)[0, 1] = 40
    >>> x
    tensor([[ 1,  2,  3],
            [40,  5,  6]])

    Swapped strides are why ``view`` often refuses what comes out. ``reshape`` copies where it has to:

    >>> x.transpose(0, 1).view(6)
    Traceback (most recent call last):
    RuntimeError: view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.
    >>> x.transpose(0, 1).reshape(6)
    tensor([ 1, 40,  2,  5,  3,  6])

    ``np.transpose(x, (0, 1))`` is something else: it wants all dimensions in their new order, as :func:`permute` does.

    See also: :func:`permute`, :func:`movedim`, :func:`t`, :func:`mT`.

    :asked: swap two dimensions; swap rows and columns; transpose a batch of matrices
    """
    return np.swapaxes(x, dim0, dim1) if x.ndim else x[...]


swapaxes = swapdims = transpose


def permute(x, dims):
    """Put the dimensions in another order.

    ``dims`` lists, for each place of the result, which dimension of ``x`` goes there. A picture stored as
    height × width × channel becomes channel × height × width:

    >>> picture = torch.zeros(32, 48, 3)
    >>> torch.permute(picture, (2, 0, 1)).shape
    torch.Size([3, 32, 48])

    Every dimension has to be named, once:

    >>> torch.permute(picture, (2, 0))
    Traceback (most recent call last):
    RuntimeError: permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = 3 is not equal to len(dims) = 2

    To move only one and keep the order of the others, ``movedim`` is shorter:

    >>> torch.movedim(picture, 2, 0).shape
    torch.Size([3, 32, 48])

    See also: :func:`transpose`, :func:`movedim`, :func:`reshape`.

    :asked: reorder dimensions; HWC to CHW; channels last to channels first
    """
    return np.transpose(x, dims)


def view(x, shape):
    """Read the same memory under another shape, and never copy.

    >>> x = torch.arange(6)
    >>> x.view(2, 3)
    tensor([[0, 1, 2],
            [3, 4, 5]])

    See also: :func:`reshape`, :func:`contiguous`.

    :asked: change shape without copying
    """
    return np.reshape(x, shape, copy=False)
