"""Reduction: many elements become one, over the whole tensor or along a dimension."""

import numpy as np

__all__ = [
    "all",
    "amax",
    "amin",
    "aminmax",
    "any",
    "argmax",
    "argmin",
    "count_nonzero",
    "dist",
    "logsumexp",
    "max",
    "mean",
    "min",
    "norm",
    "prod",
    "sum",
    "sum_to_size",
]


def sum(x, dim=None, keepdim=False, *, dtype=None):
    """Add up all elements, or those along a dimension.

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.sum(x)
    tensor(21)

    ``dim`` is the dimension that disappears. From shape ``(2, 3)``, ``dim=0`` leaves the 3 sums down the columns, and
    ``dim=1`` leaves the 2 sums along the rows:

    >>> x.sum(0)
    tensor([5, 7, 9])
    >>> x.sum(1)
    tensor([ 6, 15])

    To divide each row by its sum, keep the reduced dimension. Without ``keepdim`` the 2 sums do not broadcast here,
    and on a square matrix they would divide the columns silently:

    >>> x / x.sum(1)
    Traceback (most recent call last):
    RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1
    >>> x / x.sum(1, keepdim=True)
    tensor([[0.1667, 0.3333, 0.5000],
            [0.2667, 0.3333, 0.4000]])

    Bools and integers are added as ``int64`` by default, so the sum of a comparison counts the ``True`` values:

    >>> (x > 2).sum()
    tensor(4)

    The sum of ``float16`` elements is ``float16``, so it overflows to ``inf`` from 65520 on. Pass a wider ``dtype``:

    >>> h = torch.ones(70000, dtype=torch.float16)
    >>> h.sum(), h.sum(dtype=torch.float32)
    (tensor(inf, dtype=torch.float16), tensor(70000.))

    An empty tuple as ``dim`` reduces every dimension, while NumPy's ``axis=()`` reduces nothing. Python's own ``sum``
    adds the rows:

    >>> torch.sum(x, ()), sum(x)
    (tensor(21), tensor([5, 7, 9]))

    When NumPy sums a long row-major ``float32`` matrix of several columns along dimension 0, it adds row after row and
    can lose more digits than torch.

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.

    See also: :func:`mean`, :func:`prod`, :func:`cumsum`, :func:`any`.

    :sheet picture: x.sum(0)
    :sheet: x.sum(1, keepdim=True)
    :sheet numpy: np.sum(x, axis=0) → x.sum(0)
    :sheet numpy: np.sum(x, 1, keepdims=True) → x.sum(1, keepdim=True)

    :asked: add up each row; row sums of a matrix; total number of correct predictions; matlab sum(A,2); total of
    every column; how many true in mask; revenue per customer along axis 1; true pixels counted in a segmentation
    mask; how many values satisfy a condition; normalise so each row sums to 1; sum but keep the dimension; sum along an
    axis which dim disappears
    """
    axis = None if dim == () else dim
    if dtype is None and x.dtype.kind in "bui":
        dtype = np.int64
    return np.sum(x, axis=axis, keepdims=keepdim, dtype=dtype)


def prod(x, dim=None, keepdim=False, *, dtype=None):
    """Multiply all elements, or those along a dimension.

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.prod(x)
    tensor(720)
    >>> x.prod(1)
    tensor([  6, 120])

    Products grow fast, and an ``int64`` that overflows wraps around silently. The factorial of 21 is too large:

    >>> numbers = torch.arange(1, 22)
    >>> torch.prod(numbers)
    tensor(-4249290049419214848)
    >>> torch.prod(numbers, dtype=torch.float64)
    tensor(5.1091e+19, dtype=torch.float64)

    The product of the sizes in a shape is the number of elements of the tensor:

    >>> torch.prod(torch.tensor(x.shape))
    tensor(6)

    The product of an empty tensor is 1:

    >>> torch.prod(torch.tensor([]))
    tensor(1.)

    Unlike :func:`sum`, ``prod`` does not accept a tuple as ``dim``.

    :param dim: The single dimension that disappears; without it, all elements are reduced to one.

    See also: :func:`sum`, :func:`cumprod`, :func:`numel`.

    :asked: product along a dimension; product overflows to negative number; joint probability of independent events;
    np.prod equivalent; product of each row; volume from side lengths; number of elements from the shape; likelihood
    of independent observations; all elements of a list multiplied together; factorial of n; multiply token
    probabilities of a sequence
    """
    if dtype is None and x.dtype.kind in "bui":
        dtype = np.int64
    return np.prod(x, axis=dim, keepdims=keepdim, dtype=dtype)


def mean(x, dim=None, keepdim=False, *, dtype=None):
    """Take the average of all elements, or along a dimension.

    >>> x = torch.tensor([[1.0, 2.0], [3.0, 6.0]])
    >>> torch.mean(x)
    tensor(3.)
    >>> x.mean(0)
    tensor([2., 4.])

    Integers and bools raise unless ``dtype`` is a floating-point or complex dtype. NumPy returns ``float64``:

    >>> torch.mean(torch.tensor([1, 2]))
    Traceback (most recent call last):
    RuntimeError: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long
    >>> torch.mean(torch.tensor([1, 2]), dtype=torch.float32)
    tensor(1.5000)

    After ``float()``, the mean of a comparison is the fraction of ``True`` values, such as an accuracy:

    >>> right = torch.tensor([0, 2, 1, 1]) == torch.tensor([0, 2, 2, 1])
    >>> right.float().mean()
    tensor(0.7500)

    A list of losses is not a tensor. Make it a tensor with :func:`stack`:

    >>> losses = [torch.tensor(1.0), torch.tensor(2.0)]
    >>> torch.mean(losses)
    Traceback (most recent call last):
    TypeError: mean(): argument 'input' (position 1) must be Tensor, not list
    >>> torch.stack(losses).mean()
    tensor(1.5000)

    Without ``keepdim``, each column of this square matrix silently loses the mean of a row. The mean of a centered row
    is 0, up to rounding:

    >>> (x - x.mean(1)).mean(1)
    tensor([-1.5000,  1.5000])
    >>> (x - x.mean(1, keepdim=True)).mean(1)
    tensor([0., 0.])

    NumPy's mean down the columns of a long row-major ``float32`` matrix can lose more digits than torch's, as in
    :func:`sum`.

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.

    See also: :func:`sum`, :func:`median`, :func:`std`, :func:`float`.

    :sheet: f.mean()
    :sheet numpy: np.mean(x) → x.double().mean()
    :sheet trap: x.mean(): Integers are not accepted.

    :asked: mean of integers error; argument input must be tensor not list; average over the batch dimension; global
    average pooling over height and width; mean of each row; average loss of the epoch; could not infer output dtype;
    average per channel; fraction of correct predictions as accuracy; average word embeddings of a sentence; average
    color of an image; reduce_mean along an axis
    """
    if np.dtype(dtype or x.dtype).kind in "bui":
        raise TypeError("the mean of integers needs a floating dtype")
    axis = dim if x.ndim and dim != () else None
    return np.mean(x, axis=axis, keepdims=keepdim, dtype=dtype)


def norm(x, p="fro", dim=None, keepdim=False, dtype=None):
    """Take the norm, or length: the root of the sum of squares, or another p-norm.

    >>> x = torch.tensor([[3.0, 4.0], [-6.0, 8.0]])
    >>> torch.norm(x, dim=1)
    tensor([ 5., 10.])

    To give each row length 1, divide by the norms and keep the dimension. A row of zeros would become ``nan``;
    ``torch.nn.functional.normalize`` leaves it 0:

    >>> x / torch.norm(x, dim=1, keepdim=True)
    tensor([[ 0.6000,  0.8000],
            [-0.6000,  0.8000]])

    ``p=1`` adds the absolute values, ``p=float("inf")`` takes the largest of them, and ``p=0`` counts the nonzero
    elements:

    >>> torch.norm(x, 1), torch.norm(x, float("inf")), torch.norm(x, 0)
    (tensor(21.), tensor(8.), tensor(4.))

    Without ``dim``, ``torch.norm`` of a matrix and a number ``p`` computes the norm of the flattened elements, while
    ``np.linalg.norm`` and ``torch.linalg.norm`` with an order compute a matrix norm. Order 1 is the largest column sum
    of absolute values, and order 2 is the largest singular value:

    >>> torch.norm(x, 1), torch.norm(x, 2)
    (tensor(21.), tensor(11.1803))
    >>> torch.linalg.norm(x, 1), torch.linalg.norm(x, 2)
    (tensor(12.), tensor(10.1256))

    Integers and bools raise. Convert them with ``float()``:

    >>> torch.norm(torch.tensor([3, 4]))
    Traceback (most recent call last):
    RuntimeError: linalg.vector_norm: Expected a floating point or complex tensor as input. Got Long
    >>> torch.norm(torch.tensor([3, 4]).float())
    tensor(5.)

    The PyTorch documentation calls ``torch.norm`` deprecated, but a call does not warn. In new code, name the norm that
    is meant:

    >>> torch.linalg.vector_norm(x, ord=1), torch.linalg.matrix_norm(x, ord=1)
    (tensor(21.), tensor(12.))

    :param dim: The dimension that disappears, or a tuple of them (three or more with a number as ``p``); without it,
        all elements are reduced to one.
    :param p: The order: ``2`` for Euclidean length, ``1`` for the sum of absolute values, ``float("inf")`` for the
        largest absolute value.
    :param dtype: The dtype that the elements are converted to first, such as ``torch.float64``.

    See also: :func:`abs`, :func:`square`, :func:`sum`, :func:`sqrt`.

    :sheet numpy: np.linalg.norm(f) → f.norm()

    :asked: l1 norm and l2 norm; euclidean distance between two points; total gradient norm for clipping; sum of
    squares weight penalty; measure size of exploding gradients; frobenius norm of weights; l2 normalize embeddings;
    l2 penalty of weights for regularization; euclidean length of a vector; cosine similarity with normalize first; make
    every row a unit vector; spectral norm of a matrix
    """
    if x.dtype.kind in "bui":
        raise TypeError("the norm of integers needs a floating dtype")
    x = x if dtype is None else x.astype(dtype)
    wide = x.astype(np.result_type(x, np.float32))
    axis = dim if x.ndim and dim != () else None
    if p == "nuc":
        return np.linalg.norm(wide, "nuc", axis=axis, keepdims=keepdim).astype(x.real.dtype)
    order = 2 if p in ("fro", None) else p
    return np.linalg.vector_norm(wide, axis=axis, keepdims=keepdim, ord=order).astype(x.real.dtype)


def logsumexp(x, dim, keepdim=False):
    """Compute log(sum(exp(x))) along a dimension without overflow.

    ``logsumexp`` adds probabilities that are stored as logarithms, here 0.25 and 0.5:

    >>> x = torch.log(torch.tensor([0.25, 0.5]))
    >>> torch.logsumexp(x, 0).exp()
    tensor(0.7500)

    Written out in ``float32``, the formula overflows to ``inf`` if one score is 89 or more. ``logsumexp`` subtracts the
    largest score first and adds it back at the end:

    >>> scores = torch.tensor([1000.0, 1000.0])
    >>> scores.exp().sum().log()
    tensor(inf)
    >>> torch.logsumexp(scores, 0)
    tensor(1000.6932)

    In ``float16``, 65520 equal scores still overflow: each term is at most 1, but their sum exceeds the range. Convert
    long rows to ``float32``.

    ``dim`` is required; a tuple names several dimensions:

    >>> torch.logsumexp(torch.zeros(2, 3), (0, 1)).exp()
    tensor(6.)

    The scores minus their ``logsumexp`` are the logarithms of their softmax:

    >>> (scores - torch.logsumexp(scores, 0, keepdim=True)).exp()
    tensor([0.5000, 0.5000])

    :param dim: The dimension that disappears, or a tuple of them; it is required, and an empty tuple can raise.

    See also: :func:`softmax`, :func:`exp`, :func:`log`, :func:`amax`.

    :asked: log of sum of exponentials; avoid overflow in softmax; add probabilities in log space; log(sum(exp(x)))
    gives inf; scipy.special.logsumexp equivalent; underflow of small likelihoods; log(exp(a)+exp(b)) without
    overflow; log of the partition function; smooth maximum; marginalize in log
    space; combine log probabilities of alternatives; stable softmax denominator
    """
    axis = dim if x.ndim else None
    if x.dtype.kind in "bui":
        x = x.astype(np.float32)
    top = np.max(x.real, axis=axis, keepdims=True, initial=-np.inf)
    top = np.where(np.isfinite(top), top, x.dtype.type(0))
    result = np.log(np.sum(np.exp(x - top), axis=axis, keepdims=True)) + top
    return result if keepdim else np.squeeze(result, axis)


def max(x, dim=None, keepdim=False):
    """Find the maximum: overall, along a dimension with indices, or of two tensors.

    Without ``dim``, ``max`` returns the largest value:

    >>> x = torch.tensor([[1, 7, 3], [4, 5, 6]])
    >>> torch.max(x)
    tensor(7)

    With ``dim``, it returns two tensors: the largest values and their indices along that dimension. NumPy's ``max``
    returns the values alone:

    >>> values, indices = torch.max(x, 1)
    >>> values
    tensor([7, 6])
    >>> indices
    tensor([1, 2])

    The pair of values and indices is a named tuple, not a tensor. Take ``.values``, or use :func:`amax`, which returns
    the values alone:

    >>> x.max(1).float()
    Traceback (most recent call last):
    AttributeError: 'torch.return_types.max' object has no attribute 'float'
    >>> x.max(1).values.float()
    tensor([7., 6.])

    Comparing the pair with a tensor of labels gives the Python value ``False``. Compare the class indices that
    :func:`argmax` returns:

    >>> (x.max(1) == torch.tensor([1, 2])).sum()
    Traceback (most recent call last):
    AttributeError: 'bool' object has no attribute 'sum'
    >>> (x.argmax(1) == torch.tensor([1, 2])).sum()
    tensor(2)

    With a tensor as the second argument, ``max`` compares element by element, as :func:`maximum` does:

    >>> torch.max(x, torch.tensor([4, 4, 4]))
    tensor([[4, 7, 4],
            [4, 5, 6]])

    :param dim: The dimension that disappears; with it, the result is a pair of values and indices.
    :param other: A second tensor; the result is then the element-wise maximum of the two, as in :func:`maximum`.
    :param out: The tensor that the result is written to; with ``dim``, a tuple of two tensors for values and indices.

    See also: :func:`amax`, :func:`argmax`, :func:`maximum`, :func:`topk`.

    :sheet: x.max(1)

    :asked: maximum of each row with indices; torch.return_types.max object has no attribute; difference between max
    and argmax; matlab [m,i] = max(A,[],2); highest score of each sample; predicted class and its confidence score;
    highest value each day with its index; peak value of a signal; greatest of all entries; highest value and where in
    each row; maximum value of a matrix
    """
    if isinstance(dim, np.ndarray):
        return np.maximum(x, dim)
    if dim is None:
        return np.max(x)
    return np.max(x, axis=dim, keepdims=keepdim), np.argmax(x, axis=dim, keepdims=keepdim)


def min(x, dim=None, keepdim=False):
    """Find the minimum: overall, along a dimension with indices, or of two tensors.

    >>> x = torch.tensor([[5, 2, 9], [4, 8, 6]])
    >>> torch.min(x)
    tensor(2)

    With ``dim``, the result holds the values and their indices along that dimension:

    >>> torch.min(x, 0)
    torch.return_types.min(
    values=tensor([4, 2, 6]),
    indices=tensor([1, 0, 1]))

    An integer as the second argument is a dimension, not a bound: 7 is out of range, but ``torch.min(x, 1)`` runs. For
    an upper bound, pass a tensor or use :func:`clamp`:

    >>> torch.min(x, 7)
    Traceback (most recent call last):
    IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 7)
    >>> torch.min(x, torch.tensor(7))
    tensor([[5, 2, 7],
            [4, 7, 6]])
    >>> x.clamp(max=7)
    tensor([[5, 2, 7],
            [4, 7, 6]])

    One ``nan`` makes the result ``nan``:

    >>> torch.min(torch.tensor([1.0, float("nan"), 3.0]))
    tensor(nan)

    An empty tensor does not have a minimum, so ``torch.min(x)`` raises. Choose the result for that case yourself:

    >>> empty = torch.tensor([])
    >>> torch.min(empty)
    Traceback (most recent call last):
    RuntimeError: min(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.
    >>> torch.min(empty) if empty.numel() else torch.tensor(float("inf"))
    tensor(inf)

    :param dim: The dimension that disappears; with it, the result is a pair of values and indices.
    :param other: A second tensor; the result is then the element-wise minimum of the two, as in :func:`minimum`.
    :param out: The tensor that the result is written to; with ``dim``, a tuple of two tensors for values and indices.

    See also: :func:`amin`, :func:`argmin`, :func:`minimum`, :func:`clamp`.

    :asked: smallest number in a tensor; minimum of each column with indices; lowest value in a tensor; torch.min
    returns values and indices; min of an empty tensor; smallest distance to any point; nan as minimum; both the min
    value and where it is; minimum per row together with index; cheapest option together with its index; distance to
    the nearest neighbour
    """
    if isinstance(dim, np.ndarray):
        return np.minimum(x, dim)
    if dim is None:
        return np.min(x)
    return np.min(x, axis=dim, keepdims=keepdim), np.argmin(x, axis=dim, keepdims=keepdim)


def amax(x, dim=(), keepdim=False):
    """Take the largest values along one or several dimensions, without indices.

    NumPy's names for this operation are ``max`` and ``amax``. This example takes the largest value of each row:

    >>> x = torch.tensor([[1, 7, 3], [4, 5, 6]])
    >>> torch.amax(x, 1)
    tensor([7, 6])

    The ``dim`` of :func:`max` is a single dimension. For several dimensions, such as those of each image, use ``amax``:

    >>> images = torch.arange(12).reshape(3, 2, 2)
    >>> torch.max(images, (1, 2))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: max() received an invalid combination of arguments - got (Tensor, tuple), but expected one of:...
    >>> images.amax((1, 2))
    tensor([ 3,  7, 11])

    Where several elements are the largest, ``amax`` divides the gradient evenly among them. :func:`max` with ``dim``
    gives the whole gradient to the one element whose index it returns:

    >>> x = torch.tensor([2.0, 5.0, 5.0], requires_grad=True)
    >>> torch.amax(x, 0).backward()
    >>> x.grad
    tensor([0.0000, 0.5000, 0.5000])
    >>> x.grad = None
    >>> torch.max(x, 0).values.backward()
    >>> x.grad
    tensor([0., 1., 0.])

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.

    See also: :func:`max`, :func:`amin`, :func:`argmax`, :func:`maximum`.

    :sheet numpy: np.max(x, axis=1) → x.amax(1)
    :sheet trap: x.max(1): Values and indices.

    :asked: amax vs max gradient; reduce_max in tensorflow; max pooling over whole image; global max pooling over
    height and width; max over several axes tuple like np.max; brightest pixel of every image; max values only without
    index; max invalid combination of arguments got tuple; largest pixel value of each image; largest over multiple
    axes
    """
    return np.max(x, axis=None if dim == () else dim, keepdims=keepdim)


def amin(x, dim=(), keepdim=False):
    """Take the smallest values along one or several dimensions, without indices.

    >>> x = torch.tensor([[2.0, 4.0, 6.0], [5.0, 5.0, 5.0]])
    >>> torch.amin(x, 1)
    tensor([2., 5.])

    To scale each row of floats to the range from 0 to 1, subtract its minimum and divide by its range. A constant row
    has the range 0 and silently becomes ``nan``. Replace a range of 0 with 1:

    >>> low, high = x.amin(1, keepdim=True), x.amax(1, keepdim=True)
    >>> (x - low) / (high - low)
    tensor([[0.0000, 0.5000, 1.0000],
            [   nan,    nan,    nan]])
    >>> (x - low) / (high - low).masked_fill(high == low, 1)
    tensor([[0.0000, 0.5000, 1.0000],
            [0.0000, 0.0000, 0.0000]])

    Without ``dim``, ``amin`` reduces the whole tensor. An infinity is compared like other values, but one ``nan`` makes
    the result ``nan``. :func:`nan_to_num` replaces ``nan`` first, and by default makes infinities finite:

    >>> torch.amin(torch.tensor([1.0, float("-inf")]))
    tensor(-inf)
    >>> y = torch.tensor([3.0, float("nan"), 1.0])
    >>> torch.amin(y), y.nan_to_num(float("inf")).amin()
    (tensor(nan), tensor(1.))

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.

    See also: :func:`min`, :func:`amax`, :func:`argmin`, :func:`minimum`.

    :asked: minimum over several dimensions; min-max scaling; minimum over height and width; smallest value ignoring
    nan; reduce_min in tensorflow; minmaxscaler from sklearn; rescale image pixels to 0-1; subtract min divide by
    range; darkest pixel of every image; np.min with axis tuple without index; minmax normalization; scale data to
    range 0..1
    """
    return np.min(x, axis=None if dim == () else dim, keepdims=keepdim)


def argmax(x, dim=None, keepdim=False):
    """Find the index of the largest element.

    With ``dim=1`` there is one index per row. For the scores (logits) of a classifier, it is the predicted class:

    >>> scores = torch.tensor([[0.1, 2.5, 0.3], [4.0, 1.0, 0.2]])
    >>> torch.argmax(scores, dim=1)
    tensor([1, 0])

    Without ``dim`` the index is a position in the flattened tensor, not a row number. ``torch.unravel_index`` converts
    it to a row and a column:

    >>> scores.argmax()
    tensor(3)
    >>> torch.unravel_index(scores.argmax(), scores.shape)
    (tensor(1), tensor(0))

    If the largest value occurs several times, its first index is returned. ``nan`` counts as the largest value:

    >>> torch.argmax(torch.tensor([3, 5, 5])), torch.argmax(torch.tensor([3.0, float("nan"), 5.0]))
    (tensor(1), tensor(1))

    Bools raise. Converted to integers, bools give the index of the first ``True``, or 0 if no element is ``True``:

    >>> torch.argmax(torch.tensor([1, 4, 9]) > 3)
    Traceback (most recent call last):
    RuntimeError: argmax(): does not support bool input
    >>> (torch.tensor([1, 4, 9]) > 3).int().argmax(), (torch.tensor([1, 4, 9]) > 10).int().argmax()
    (tensor(1), tensor(0))

    The result is an integer, so it does not require grad and stops the gradient:

    >>> torch.argmax(torch.tensor([1.0, 2.0], requires_grad=True)).requires_grad
    False

    :param dim: The dimension that disappears; without it, the index is a position in the flattened tensor.

    See also: :func:`max`, :func:`argmin`, :func:`argsort`, :func:`topk`.

    :sheet: x.argmax(1)
    :sheet numpy: np.argmax(x, axis=1) → x.argmax(1)

    :asked: first true index in a mask; which class has the highest score; predicted label of each sample from softmax
    output; row and column of the maximum; convert one-hot back to class indices; most likely word index; position of
    the largest value; who has the highest score; column with highest value; greedy decoding of the most probable
    token; logits to predicted class number; predicted class from logits
    """
    return np.argmax(x, axis=dim, keepdims=keepdim)


def argmin(x, dim=None, keepdim=False):
    """Find the index of the smallest element.

    The index of the smallest distance selects the point nearest to 6:

    >>> points = torch.tensor([1, 4, 9, 5])
    >>> nearest = torch.argmin((points - 6).abs())
    >>> nearest, points[nearest]
    (tensor(3), tensor(5))

    Without ``dim``, the index is a position in the flattened matrix. Used as a row index, it can be out of bounds or
    silently select a wrong row. Flatten the matrix before indexing it:

    >>> x = torch.tensor([[8, 3, 7], [2, 6, 5]])
    >>> x[x.argmin()]
    Traceback (most recent call last):
    IndexError: index 3 is out of bounds for dimension 0 with size 2
    >>> x.flatten()[x.argmin()]
    tensor(2)

    With ``dim`` and ``keepdim``, the indices have the shape that :func:`gather` needs to read the values:

    >>> x.gather(1, x.argmin(1, keepdim=True))
    tensor([[3],
            [2]])

    If the smallest value occurs several times, its first index is returned. ``nan`` counts as the smallest value:

    >>> torch.argmin(torch.tensor([2, 1, 1])), torch.argmin(torch.tensor([3.0, float("nan"), 1.0]))
    (tensor(1), tensor(1))

    :param dim: The dimension that disappears; without it, the index is a position in the flattened tensor.

    See also: :func:`min`, :func:`argmax`, :func:`gather`, :func:`take_along_dim`.

    :asked: closest element to a number; which row has the lowest value; nearest neighbour lookup; idxmin in pandas;
    which model has lowest validation loss; smallest number is at which position; best epoch with lowest loss; index of
    nearest centroid k-means assignment; position of the smallest distance; closest color in palette; closest value in
    an array to target; nearest point
    """
    return np.argmin(x, axis=dim, keepdims=keepdim)


def any(x, dim=None, keepdim=False):
    """Test whether at least one element is true.

    >>> x = torch.tensor([[0, 0, 0], [0, 5, 0]])
    >>> torch.any(x)
    tensor(True)

    A nonzero element counts as true, and so does ``nan``. ``dim`` is the dimension that disappears:

    >>> x.any(1)
    tensor([False,  True])
    >>> x.any(0)
    tensor([False,  True, False])

    To find ``nan``, apply :func:`isnan` first, since ``any`` does not tell ``nan`` from other nonzero values:

    >>> y = torch.tensor([0.0, 3.0])
    >>> torch.any(y), torch.isnan(y).any()
    (tensor(True), tensor(False))

    Python's ``any`` tests row by row, and the truth value of a row of several elements is ambiguous. Use ``torch.any``:

    >>> any(x)
    Traceback (most recent call last):
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    >>> torch.any(x)
    tensor(True)

    An empty tensor gives ``False``. Without ``out``, the result is a bool, except that ``uint8`` gives ``uint8``:

    >>> torch.any(torch.tensor([])), torch.any(torch.tensor([4], dtype=torch.uint8))
    (tensor(False), tensor(1, dtype=torch.uint8))

    Unlike in :func:`sum`, an empty tuple as ``dim`` reduces nothing:

    >>> torch.any(x, ())
    tensor([[False, False, False],
            [False,  True, False]])

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.

    See also: :func:`all`, :func:`isnan`, :func:`nonzero`, :func:`logical_or`.

    :sheet: m.any()

    :asked: check if any value is nonzero; which rows contain a nonzero; check for inf or nan in loss; check whether
    some element is negative; tensor contains a given value; tf.reduce_any equivalent; single nan in whole batch yes
    or no; rows with at least one negative; exists an element bigger than 3; some row has a true; is there a nan
    anywhere; any element exceeds a threshold
    """
    found = np.any(x, axis=dim, keepdims=keepdim)
    return found.astype(np.uint8) if x.dtype == np.uint8 else found


def all(x, dim=None, keepdim=False):
    """Test whether every element is true.

    >>> x = torch.tensor([[1, 2], [3, 0]])
    >>> torch.all(x >= 0)
    tensor(True)
    >>> torch.all(x, 1)
    tensor([ True, False])

    ``if`` needs a single truth value, but a comparison of tensors gives one per element. Reduce these values with
    ``all``:

    >>> y = torch.tensor([[1, 2], [3, 4]])
    >>> if x == y:
    ...     "same"
    Traceback (most recent call last):
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    >>> if (x == y).all():
    ...     "same"
    ... else:
    ...     "different"
    'different'

    The comparison broadcasts, so a tensor of one element can count as equal to a longer tensor. :func:`equal` also
    compares the shapes:

    >>> ones, one = torch.ones(3), torch.ones(1)
    >>> (ones == one).all(), torch.equal(ones, one)
    (tensor(True), False)

    An empty tensor gives ``True``, so an empty batch passes tests of this kind:

    >>> torch.all(torch.tensor([]) > 100)
    tensor(True)

    Without ``out``, the result is a bool, except that ``uint8`` gives ``uint8``:

    >>> torch.all(torch.tensor([4], dtype=torch.uint8))
    tensor(1, dtype=torch.uint8)

    Unlike in :func:`sum`, an empty tuple as ``dim`` reduces nothing.

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.

    See also: :func:`any`, :func:`equal`, :func:`allclose`, :func:`logical_and`.

    :sheet: m.all(1)

    :asked: use a tensor comparison in if; every pixel equal; all of empty tensor is true; are all values finite; each
    row where all entries are true; check if tensor is all zeros; compare two tensors in an if statement; every element
    satisfies the condition; are all entries positive; all values larger than zero; tf.reduce_all equivalent; is
    everything finite and valid
    """
    found = np.all(x, axis=dim, keepdims=keepdim)
    return found.astype(np.uint8) if x.dtype == np.uint8 else found


ELSEWHERE = {
    "special.logsumexp": logsumexp,
}


def aminmax(x, *, dim=None, keepdim=False):
    """Find the minimum and the maximum in one call.

    >>> x = torch.tensor([[4.0, 1.0, 3.0], [8.0, 2.0, 6.0]])
    >>> torch.aminmax(x)
    torch.return_types.aminmax(
    min=tensor(1.),
    max=tensor(8.))

    The result has the fields ``min`` and ``max``. This example scales the values to the range from 0 to 1:

    >>> low, high = torch.aminmax(x)
    >>> (x - low) / (high - low)
    tensor([[0.4286, 0.0000, 0.2857],
            [1.0000, 0.1429, 0.7143]])

    ``dim=1`` gives one pair per row. With ``keepdim``, the pairs broadcast against the rows:

    >>> low, high = torch.aminmax(x, dim=1, keepdim=True)
    >>> (x - low) / (high - low)
    tensor([[1.0000, 0.0000, 0.6667],
            [1.0000, 0.0000, 0.6667]])

    A constant row divides 0 by 0 and becomes ``nan``, with no error or warning. A lower bound for the divisor avoids
    it:

    >>> flat = torch.tensor([5.0, 5.0])
    >>> low, high = flat.aminmax()
    >>> (flat - low) / (high - low), (flat - low) / (high - low).clamp(min=1e-6)
    (tensor([nan, nan]), tensor([0., 0.]))

    ``dim`` is passed by keyword and is a single dimension. :func:`amin` and :func:`amax` also accept it by position,
    and several dimensions at once:

    >>> torch.aminmax(x, 1)
    Traceback (most recent call last):
    TypeError: aminmax() takes 1 positional argument but 2 were given
    >>> torch.aminmax(x, dim=1).max
    tensor([4., 8.])

    One ``nan`` makes both results ``nan``. Without ``dim``, an empty tensor raises. For indices, use :func:`min` and
    :func:`max`.

    :param dim: The single dimension that disappears; without it, all elements are reduced to one.
    :param out: A tuple of two tensors that the minimum and the maximum are written to.

    See also: :func:`amin`, :func:`amax`, :func:`min`, :func:`max`.

    :asked: min and max at once; value range of a tensor; scale values to 0 to 1; min max normalization; rescale each
    row between its smallest and largest; lowest and highest value together; range for quantization
    """
    return np.min(x, axis=dim, keepdims=keepdim), np.max(x, axis=dim, keepdims=keepdim)


def count_nonzero(x, dim=None):
    """Count the elements that are not 0.

    >>> x = torch.tensor([[0, 7, 0], [5, 0, 6]])
    >>> torch.count_nonzero(x)
    tensor(3)
    >>> torch.count_nonzero(x, 1)
    tensor([1, 2])

    For a comparison, ``count_nonzero`` counts the ``True`` values. So does :func:`sum`, which accepts ``keepdim`` too:

    >>> torch.count_nonzero(x > 5), (x > 5).sum()
    (tensor(2), tensor(2))
    >>> (x > 5).sum(1, keepdim=True)
    tensor([[1],
            [1]])

    ``dim`` can be a tuple. This example counts the positive pixels of each image in a batch:

    >>> images = torch.tensor([[[0, 1], [1, 1]], [[0, 0], [0, 1]]])
    >>> torch.count_nonzero(images, (1, 2))
    tensor([3, 1])

    ``keepdim`` is not accepted. Insert the dimension again:

    >>> torch.count_nonzero(x, dim=1, keepdim=True)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: count_nonzero() received an invalid combination of arguments - got (Tensor, keepdim=bool, dim=int), but expected one of:...
    >>> torch.count_nonzero(x, dim=1).unsqueeze(1)
    tensor([[1],
            [2]])

    ``nan`` is not 0 and counts. To count known values, test for ``nan``:

    >>> y = torch.tensor([0.0, float("nan"), float("nan")])
    >>> torch.count_nonzero(y), torch.count_nonzero(~y.isnan())
    (tensor(2), tensor(1))

    Computed floats that should be 0 can be slightly off. Compare with a tolerance:

    >>> z = torch.tensor([0.1, 0.2], dtype=torch.float64).sum() - 0.3
    >>> torch.count_nonzero(z), torch.count_nonzero(z.abs() > 1e-9)
    (tensor(1), tensor(0))

    :param dim: The dimension that disappears, or a tuple of them; without it, the whole tensor is counted.

    See also: :func:`nonzero`, :func:`sum`, :func:`bincount`, :func:`any`.

    :asked: number of nonzero elements; how many elements satisfy a condition; count true values per row; sparsity of a
    weight matrix; np.count_nonzero equivalent; count the zeros; number of positive pixels in a mask
    """
    return np.asarray(np.count_nonzero(x, axis=None if dim == () else dim))


def dist(x, y, p=2):
    """Compute the distance of two tensors as one number: the norm of their difference.

    >>> x, y = torch.tensor([1.0, 2.0]), torch.tensor([4.0, 6.0])
    >>> torch.dist(x, y)
    tensor(5.)
    >>> (x - y).norm()
    tensor(5.)

    ``p`` chooses the distance: 2 is Euclidean, 1 adds the absolute differences, infinity takes the largest of them, and
    0 counts the differences that are not 0:

    >>> torch.dist(x, y, p=1), torch.dist(x, y, p=float("inf")), torch.dist(x, y, p=0)
    (tensor(7.), tensor(4.), tensor(2.))

    For batches of vectors, the result is silently one number, not one distance per pair. :func:`norm` with ``dim``
    gives one distance per row, and ``torch.cdist`` one for each pair of rows:

    >>> a, b = torch.tensor([[0.0, 0.0], [1.0, 1.0]]), torch.tensor([[3.0, 4.0], [1.0, 2.0]])
    >>> torch.dist(a, b)
    tensor(5.0990)
    >>> (a - b).norm(dim=1)
    tensor([5., 1.])
    >>> torch.cdist(a, b)
    tensor([[5.0000, 2.2361],
            [3.6056, 1.0000]])

    Different shapes silently broadcast. A column and a vector compare each pair of their elements:

    >>> torch.dist(torch.zeros(3, 1), torch.ones(3))
    tensor(3.)
    >>> torch.dist(torch.zeros(3), torch.ones(3))
    tensor(1.7321)

    At a distance of 0, the gradient is 0. With a square root written out, it is ``nan``:

    >>> w = torch.ones(2, requires_grad=True)
    >>> torch.autograd.grad(torch.dist(w, torch.ones(2)), w)
    (tensor([0., 0.]),)
    >>> torch.autograd.grad((w - torch.ones(2)).square().sum().sqrt(), w)
    (tensor([nan, nan]),)

    Integers are not accepted. Convert them to floats first:

    >>> torch.dist(torch.tensor([1, 2]), torch.tensor([4, 6]))
    Traceback (most recent call last):
    RuntimeError: norm(): input dtype should be either floating point or complex. Got Long instead.
    >>> torch.dist(torch.tensor([1, 2]).float(), torch.tensor([4, 6]).float())
    tensor(5.)

    :param other: The second tensor; its shape broadcasts with that of ``input``.
    :param p: The order of the norm, 2 by default.

    See also: :func:`norm`, :func:`sub`, :func:`allclose`.

    :asked: euclidean distance between two tensors; distance of two points; l1 distance of two vectors; how far apart are
    two weight vectors; pairwise distance gives one number; norm of the difference; manhattan distance
    """
    difference = np.subtract(x, y)
    if difference.dtype.kind not in "fc":
        raise TypeError("the norm of integers needs a floating dtype")
    wide = np.float32 if difference.dtype == np.float16 else difference.dtype
    return np.linalg.norm(difference.ravel().astype(wide), p).astype(difference.real.dtype)


def sum_to_size(x, size):
    """Add up what broadcasting repeated, down to a given size.

    A dimension of target size 1 is summed and kept. Leading dimensions that ``size`` lacks are summed and disappear:

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> x.sum_to_size(2, 1)
    tensor([[ 6],
            [15]])
    >>> x.sum_to_size(3)
    tensor([5, 7, 9])

    ``sum_to_size`` is what :func:`expand` does in the backward pass: an element that was used several times gets the
    sum of its gradients. Autograd does this for each operand that broadcasts, here for a bias:

    >>> bias = torch.zeros(3, requires_grad=True)
    >>> grad = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    >>> (torch.zeros(2, 3) + bias).backward(grad)
    >>> bias.grad, grad.sum_to_size(bias.shape)
    (tensor([5., 7., 9.]), tensor([5., 7., 9.]))

    Sizes are compared from the right, and each has to be 1 or that of the tensor. The sums of the rows are therefore
    not available as a vector. Sum to a column first:

    >>> x.sum_to_size(2)
    Traceback (most recent call last):
    RuntimeError: size {[2]} is not expandable to size {[2, 3]}.
    >>> x.sum_to_size(2, 1).squeeze(1)
    tensor([ 6, 15])

    ``sum_to_size`` is a method; ``torch.sum_to_size`` does not exist.

    :param size: The shape of the result, which broadcasts to the shape of the tensor.

    See also: :func:`sum`, :func:`expand`, :func:`broadcast_to`.

    :asked: undo broadcasting; gradient of a broadcast operand; reverse of expand; sum gradients to the shape of the
    bias; unbroadcast; sum over broadcast dimensions
    """
    size = tuple(size) if isinstance(size, (tuple, list)) else (size,)
    extra = x.ndim - len(size)
    np.broadcast_to(np.empty(size), x.shape)
    summed = (*range(extra), *(dim for dim, n in enumerate(size, extra) if n == 1 != x.shape[dim]))
    if not summed and size:
        return x
    return x.sum(summed, dtype=np.int64 if x.dtype.kind in "bui" else x.dtype).reshape(size)
