"""Reduction: many numbers become one, over the whole tensor or along a dimension."""

import numpy as np

__all__ = [
    "all",
    "amax",
    "amin",
    "any",
    "argmax",
    "argmin",
    "logsumexp",
    "max",
    "mean",
    "median",
    "min",
    "norm",
    "prod",
    "std",
    "sum",
    "var",
]


def sum(x, dim=None, keepdim=False, *, dtype=None):
    """Add up all elements, or those along a dimension.

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.sum(x)
    tensor(21)

    ``dim`` is the dimension that disappears. From shape ``(2, 3)``, ``dim=0`` leaves the 3 sums down the columns,
    ``dim=1`` the 2 sums along the rows:

    >>> x.sum(0)
    tensor([5, 7, 9])
    >>> x.sum(1)
    tensor([ 6, 15])

    To divide each row by its sum, the sums have to stand as a column. Without ``keepdim`` they lie as a row,
    which does not fit here and on a square matrix would divide the wrong way in silence:

    >>> x / x.sum(1)
    Traceback (most recent call last):
    RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1
    >>> x / x.sum(1, keepdim=True)
    tensor([[0.1667, 0.3333, 0.5000],
            [0.2667, 0.3333, 0.4000]])

    Bools and integers of every size are added as ``int64``, so the sum of a comparison counts:

    >>> (x > 2).sum()
    tensor(4)

    An empty ``dim`` means every dimension, where NumPy's ``axis=()`` means none. Python's own ``sum`` adds the rows:

    >>> torch.sum(x, ()), sum(x)
    (tensor(21), tensor([5, 7, 9]))

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.

    See also: :func:`mean`, :func:`prod`, :func:`cumsum`, :func:`any`.

    :asked: add up each row; row sums of a matrix; total number of correct predictions; matlab sum(A,2); total of
    every column; how many true in mask; revenue per customer along axis 1; true pixels counted in a segmentation
    mask; how many values satisfy a condition; normalise so each row sums to 1; add all entries together keep the
    dimension; sum along an axis which dim disappears
    """
    axis = dim if x.ndim and dim != () else None
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

    Products grow fast, and an ``int64`` that overflows wraps around without a word. This should be 21 factorial:

    >>> numbers = torch.arange(1, 22)
    >>> torch.prod(numbers)
    tensor(-4249290049419214848)
    >>> torch.prod(numbers, dtype=torch.float64)
    tensor(5.1091e+19, dtype=torch.float64)

    It takes one dimension at a time, unlike ``sum``. The number of elements is the product of a shape,
    and the product of nothing is 1:

    >>> torch.prod(torch.tensor(x.shape))
    tensor(6)
    >>> torch.prod(torch.tensor([]))
    tensor(1.)

    :param dim: The dimension that disappears, a single one; without it, all elements are reduced to one.

    See also: :func:`sum`, :func:`cumprod`, :func:`numel`.

    :asked: product along a dimension; product overflows to negative number; joint probability of independent events;
    np.prod equivalent; product of each row; volume from side lengths; number of elements from the shape; likelihood
    of independent observations; all numbers of a list multiplied together; n! factorial of n; multiply token
    probabilities of a sequence
    """
    axis = dim if x.ndim else None
    if dtype is None and x.dtype.kind in "bui":
        dtype = np.int64
    return np.prod(x, axis=axis, keepdims=keepdim, dtype=dtype)


def mean(x, dim=None, keepdim=False, *, dtype=None):
    """Take the average of all elements, or along a dimension.

    >>> x = torch.tensor([[1.0, 2.0], [3.0, 6.0]])
    >>> torch.mean(x)
    tensor(3.)
    >>> x.mean(0)
    tensor([2., 4.])

    Integers and bools are refused until a dtype is named. NumPy would answer in ``float64``:

    >>> torch.mean(torch.tensor([1, 2]))
    Traceback (most recent call last):
    RuntimeError: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long
    >>> torch.mean(torch.tensor([1, 2]), dtype=torch.float32)
    tensor(1.5000)

    The average of a comparison is the share of hits, as in an accuracy:

    >>> right = torch.tensor([0, 2, 1, 1]) == torch.tensor([0, 2, 2, 1])
    >>> right.float().mean()
    tensor(0.7500)

    A list of losses is not a tensor. :func:`stack` makes it one:

    >>> losses = [torch.tensor(1.0), torch.tensor(2.0)]
    >>> torch.mean(losses)
    Traceback (most recent call last):
    TypeError: mean(): argument 'input' (position 1) must be Tensor, not list
    >>> torch.stack(losses).mean()
    tensor(1.5000)

    Without ``keepdim`` the row averages of this square matrix are subtracted from the columns, and nothing complains.
    Centred rows must average 0:

    >>> (x - x.mean(1)).mean(1)
    tensor([-1.5000,  1.5000])
    >>> (x - x.mean(1, keepdim=True)).mean(1)
    tensor([0., 0.])

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.

    See also: :func:`sum`, :func:`median`, :func:`std`, :func:`float`.

    :asked: mean of integers error; argument input must be tensor not list; average over the batch dimension; global
    average pooling over height and width; mean of each row or column; average loss of the epoch or batch; could not
    infer output dtype; average per channel or over time; fraction of correct predictions as accuracy; average word
    embeddings of a sentence; rgb to gray or average color; reduce_mean along an axis
    """
    if x.dtype.kind in "bui" and dtype is None:
        raise TypeError("the mean of integers needs a floating dtype")
    axis = dim if x.ndim and dim != () else None
    return np.mean(x, axis=axis, keepdims=keepdim, dtype=dtype)


def var(x, dim=None, *, correction=1, keepdim=False):
    """Take the variance: the average squared distance from the mean.

    >>> x = torch.tensor([[1.0, 2.0, 3.0, 4.0, 5.0], [0.0, 0.0, 10.0, 0.0, 0.0]])
    >>> torch.var(x, 1)
    tensor([ 2.5000, 20.0000])

    torch divides by ``n - 1``, NumPy by ``n``: the same name, another number. ``correction`` is what is taken
    off ``n``, and 0 gives NumPy's answer:

    >>> np.var(x.numpy(), 1).tolist()
    [2.0, 16.0]
    >>> torch.var(x, 1, correction=0)
    tensor([ 2., 16.])

    A single value has no ``n - 1`` to divide by. The answer is nan, with the warning ``degrees of freedom is <= 0``:

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     torch.var(torch.tensor([5.0]))
    tensor(nan)
    >>> print(str(caught[0].message).split(". ")[0])
    var(): degrees of freedom is <= 0
    >>> torch.var(torch.tensor([5.0]), correction=0)
    tensor(0.)

    In older code ``unbiased=True`` stands for ``correction=1`` and ``unbiased=False`` for ``correction=0``.

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.
    :param correction: What is subtracted from the number of elements in the divisor; without it, 1, while NumPy's
        ``ddof`` is 0.
    :param unbiased: The older form of ``correction``: ``True`` is 1, ``False`` is 0.

    See also: :func:`std`, :func:`mean`, :func:`square`.

    :asked: ddof in pytorch; unbiased estimate bessel correction; degrees of freedom is <= 0 warning; variance of one
    element is nan; variance of each feature column; variance over the batch axis; spread squared numpy differs n vs
    n-1; n-1 versus n denominator like np.var; batch norm statistics mean and variance; fluctuation of a signal
    squared deviation; population or sample variance divide by n; how much values vary or fluctuate
    """
    axis = dim if x.ndim and dim != () else None
    return np.var(x, axis=axis, correction=correction, keepdims=keepdim)


def std(x, dim=None, *, correction=1, keepdim=False):
    """Take the standard deviation: the spread in the units of the data.

    Standardising columns is the everyday use. Afterwards height and weight weigh the same:

    >>> people = torch.tensor([[160.0, 50.0], [170.0, 60.0], [180.0, 70.0]])
    >>> people.std(0)
    tensor([10., 10.])
    >>> (people - people.mean(0)) / people.std(0)
    tensor([[-1., -1.],
            [ 0.,  0.],
            [ 1.,  1.]])

    Like :func:`var` it divides by ``n - 1``. NumPy and scikit-learn's ``StandardScaler`` divide by ``n``,
    which is ``correction=0``:

    >>> x = torch.tensor([1.0, 3.0])
    >>> x.std(), x.std(correction=0), x.numpy().std().item()
    (tensor(1.4142), tensor(1.), 1.0)

    Integers have to become floating first:

    >>> torch.std(torch.tensor([1, 3]))
    Traceback (most recent call last):
    RuntimeError: std and var only support floating point and complex dtypes
    >>> torch.std(torch.tensor([1, 3]).float())
    tensor(1.4142)

    A column that never changes has deviation 0, and dividing by it makes nan of every number in it. A small
    number on top keeps it finite:

    >>> same = torch.tensor([7.0, 7.0, 7.0])
    >>> (same - same.mean()) / same.std()
    tensor([nan, nan, nan])
    >>> (same - same.mean()) / (same.std() + 1e-8)
    tensor([0., 0., 0.])

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.
    :param correction: What is subtracted from the number of elements in the divisor; without it, 1, while NumPy's
        ``ddof`` is 0.
    :param unbiased: The older form of ``correction``: ``True`` is 1, ``False`` is 0.

    See also: :func:`var`, :func:`mean`, :func:`norm`.

    :asked: standard deviation; z-score normalization; torch std different from numpy; division by zero std gives nan;
    std and var only support floating point; standardscaler in pytorch; make features zero mean unit variance; std of
    each channel; subtract mean divide by std each column; volatility of returns; spread of each column; mean and std
    of dataset for transforms normalize
    """
    axis = dim if x.ndim and dim != () else None
    return np.std(x, axis=axis, correction=correction, keepdims=keepdim)


def norm(x, p="fro", dim=None, keepdim=False, dtype=None):
    """Take the norm, or length: the root of the sum of squares, or another p-norm.

    >>> x = torch.tensor([[3.0, 4.0], [-6.0, 8.0]])
    >>> torch.norm(x, dim=1)
    tensor([ 5., 10.])

    Dividing by it, with ``keepdim``, gives every row length 1:

    >>> x / torch.norm(x, dim=1, keepdim=True)
    tensor([[ 0.6000,  0.8000],
            [-0.6000,  0.8000]])

    ``p=1`` adds absolute values, ``float("inf")`` takes the largest one, 0 counts what is not zero:

    >>> torch.norm(x, 1), torch.norm(x, float("inf")), torch.norm(x, 0)
    (tensor(21.), tensor(8.), tensor(4.))

    On a matrix ``np.linalg.norm`` with the same 1 answers another question, the largest column sum:

    >>> np.linalg.norm(x.numpy(), 1).item()
    12.0

    Integers are refused:

    >>> torch.norm(torch.tensor([3, 4]))
    Traceback (most recent call last):
    RuntimeError: linalg.vector_norm: Expected a floating point or complex tensor as input. Got Long
    >>> torch.norm(torch.tensor([3, 4]).float())
    tensor(5.)

    PyTorch's manual calls ``torch.norm`` deprecated; no warning is given. Two names for new code say which norm is meant:

    >>> torch.linalg.vector_norm(x, ord=1), torch.linalg.matrix_norm(x, ord=1)
    (tensor(21.), tensor(12.))

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.
    :param p: The order: ``2`` for Euclidean length, ``1`` for the sum of absolute values, ``float("inf")`` for the
        largest.

    See also: :func:`abs`, :func:`square`, :func:`sum`, :func:`sqrt`.

    :asked: l1 norm and l2 norm; euclidean distance between two points; total gradient norm for clipping; sum of
    squares weight penalty; measure size of exploding gradients; frobenius norm of weights; l2 normalize embeddings
    each row length one; l2 penalty of weights for regularization; vector length or magnitude; distance matrix between
    points cdist; cosine similarity with normalize first; make every row a unit vector
    """
    x = x if dtype is None else x.astype(dtype)
    axis = dim if x.ndim and dim != () else None
    if p == "nuc":
        return np.linalg.norm(x, "nuc", axis=axis, keepdims=keepdim)
    return np.linalg.vector_norm(x, axis=axis, keepdims=keepdim, ord=2 if p == "fro" else p)


def logsumexp(x, dim, keepdim=False):
    """Compute log(sum(exp(x))) along a dimension without overflow.

    Adding probabilities that are kept as logarithms is what it is for: 0.25 and 0.5 make 0.75.

    >>> x = torch.log(torch.tensor([0.25, 0.5]))
    >>> torch.logsumexp(x, 0).exp()
    tensor(0.7500)

    Written out, the formula breaks down at scores of a hundred: ``exp`` overflows to inf. Taking the largest score off
    first and adding it back at the end gives the right answer, and that is what happens here:

    >>> scores = torch.tensor([1000.0, 1000.0])
    >>> scores.exp().sum().log()
    tensor(inf)
    >>> torch.logsumexp(scores, 0)
    tensor(1000.6932)

    ``dim`` has to be given, and several can be named:

    >>> torch.logsumexp(torch.zeros(2, 3), (0, 1)).exp()
    tensor(6.)

    Subtracted from the scores it leaves the logarithm of their softmax:

    >>> (scores - torch.logsumexp(scores, 0, keepdim=True)).exp()
    tensor([0.5000, 0.5000])

    :param dim: The dimension that disappears, or a tuple of them; it must be passed.

    See also: :func:`softmax`, :func:`exp`, :func:`log`, :func:`amax`.

    :asked: log of sum of exponentials; avoid overflow in softmax; add probabilities in log space; log(sum(exp(x)))
    gives inf; scipy.special.logsumexp equivalent; underflow of small likelihoods; log(exp(a)+exp(b)) without
    overflow; sum of exp overflows to inf then log; partition function or stable softmax denominator; smooth or soft
    maximum; marginalize in log space; combine log probabilities of alternatives
    """
    axis = dim if x.ndim else None
    x = x.astype(np.result_type(x, np.float32))
    top = np.max(x.real, axis=axis, keepdims=True, initial=-np.inf)
    top = np.where(np.isfinite(top), top, x.dtype.type(0))
    result = np.log(np.sum(np.exp(x - top), axis=axis, keepdims=True)) + top
    return result if keepdim else np.squeeze(result, axis)


def max(x, dim=None, keepdim=False):
    """Find the largest element, with its index along a dimension, or of two tensors.

    Alone it returns the value:

    >>> x = torch.tensor([[1, 7, 3], [4, 5, 6]])
    >>> torch.max(x)
    tensor(7)

    With ``dim`` two tensors come back: the largest values, and where along that dimension they were found.
    NumPy's ``max`` returns the values alone:

    >>> values, indices = torch.max(x, 1)
    >>> values
    tensor([7, 6])
    >>> indices
    tensor([1, 2])

    Forgetting the second one is the usual slip. Take ``.values``, or :func:`amax`, which has no indices:

    >>> x.max(1).float()
    Traceback (most recent call last):
    AttributeError: 'torch.return_types.max' object has no attribute 'float'
    >>> x.max(1).values.float()
    tensor([7., 6.])

    Compared with labels, the pair is merely unequal: a Python ``False``. :func:`argmax` gives the classes:

    >>> (x.max(1) == torch.tensor([1, 2])).sum()
    Traceback (most recent call last):
    AttributeError: 'bool' object has no attribute 'sum'
    >>> (x.argmax(1) == torch.tensor([1, 2])).sum()
    tensor(2)

    With a tensor in second place it compares element by element, as :func:`maximum` does:

    >>> torch.max(x, torch.tensor([4, 4, 4]))
    tensor([[4, 7, 4],
            [4, 5, 6]])

    :param dim: The dimension that disappears; with it, the result is a pair of values and indices.
    :param other: A second tensor; the result is then the element-wise extreme of the two, as in :func:`maximum`.

    See also: :func:`amax`, :func:`argmax`, :func:`maximum`, :func:`topk`.

    :asked: maximum of each row with indices; torch.return_types.max object has no attribute; difference between max
    and argmax; matlab [m,i] = max(A,[],2); highest score of each sample; predicted class and its confidence score;
    highest value each day with its index; peak value of a signal; greatest of all entries; highest value and where in
    each row; biggest number or maximum value of a matrix
    """
    if isinstance(dim, np.ndarray):
        return np.maximum(x, dim)
    if dim is None:
        return np.max(x)
    axis = dim if x.ndim else None
    return np.max(x, axis=axis, keepdims=keepdim), np.argmax(x, axis=axis, keepdims=keepdim)


def min(x, dim=None, keepdim=False):
    """Find the smallest element, with its index along a dimension, or of two tensors.

    >>> x = torch.tensor([[5, 2, 9], [4, 8, 6]])
    >>> torch.min(x)
    tensor(2)

    Along a dimension the indices come with the values:

    >>> torch.min(x, 0)
    torch.return_types.min(
    values=tensor([4, 2, 6]),
    indices=tensor([1, 0, 1]))

    A number in second place is a dimension and never a bound. 7 is none, but ``torch.min(x, 1)`` would run. To let
    nothing exceed 7, make it a tensor, or say :func:`clamp`:

    >>> torch.min(x, 7)
    Traceback (most recent call last):
    IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 7)
    >>> torch.min(x, torch.tensor(7))
    tensor([[5, 2, 7],
            [4, 7, 6]])
    >>> x.clamp(max=7)
    tensor([[5, 2, 7],
            [4, 7, 6]])

    One nan is enough to make the result nan, and the smallest of nothing is an error:

    >>> torch.min(torch.tensor([1.0, float("nan"), 3.0]))
    tensor(nan)
    >>> torch.min(torch.tensor([]))
    Traceback (most recent call last):
    RuntimeError: min(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.

    :param dim: The dimension that disappears; with it, the result is a pair of values and indices.
    :param other: A second tensor; the result is then the element-wise extreme of the two, as in :func:`minimum`.

    See also: :func:`amin`, :func:`argmin`, :func:`minimum`, :func:`clamp`.

    :asked: smallest number in a tensor; minimum of each column with indices; lowest value in a tensor; torch.min
    returns values and indices; min of an empty tensor; smallest distance to any point; nan as minimum; both the min
    value and where it is; minimum per row together with index; cheapest option together with its index; distance to
    the nearest neighbour; closest distance of each point
    """
    if isinstance(dim, np.ndarray):
        return np.minimum(x, dim)
    if dim is None:
        return np.min(x)
    axis = dim if x.ndim else None
    return np.min(x, axis=axis, keepdims=keepdim), np.argmin(x, axis=axis, keepdims=keepdim)


def amax(x, dim=(), keepdim=False):
    """Take the largest values along one or several dimensions, without indices.

    This is what NumPy calls ``max``:

    >>> x = torch.tensor([[1, 7, 3], [4, 5, 6]])
    >>> torch.amax(x, 1)
    tensor([7, 6])

    It takes several dimensions at once, which :func:`max` refuses. For the brightest pixel of each picture:

    >>> pictures = torch.arange(12).reshape(3, 2, 2)
    >>> torch.max(pictures, (1, 2))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    TypeError: max() received an invalid combination of arguments - got (Tensor, tuple), but expected one of:...
    >>> pictures.amax((1, 2))
    tensor([ 3,  7, 11])

    The gradients differ where several elements are the largest. Here they share it evenly; :func:`max` along
    a dimension gives all of it to the one whose index it returns:

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

    :asked: amax vs max gradient; reduce_max in tensorflow; max pooling over whole image; global max pooling over
    height and width; max over several axes tuple like np.max; brightest pixel of every image; max values only without
    index; max invalid combination of arguments got tuple; largest pixel value of each image; largest over two or
    multiple axes reduce_max
    """
    return np.max(x, axis=dim if x.ndim and dim != () else None, keepdims=keepdim)


def amin(x, dim=(), keepdim=False):
    """Take the smallest values along one or several dimensions, without indices.

    >>> x = torch.tensor([[2.0, 4.0, 6.0], [0.0, 5.0, 10.0]])
    >>> torch.amin(x, 1)
    tensor([2., 0.])

    Scaling every row to run from 0 to 1 needs both ends, and ``keepdim``, so that they line up with the rows:

    >>> low, high = x.amin(1, keepdim=True), x.amax(1, keepdim=True)
    >>> (x - low) / (high - low)
    tensor([[0.0000, 0.5000, 1.0000],
            [0.0000, 0.5000, 1.0000]])

    Without ``dim`` it looks at everything. Infinity does no harm, but a nan spreads; :func:`nan_to_num` can first put
    a number in its place:

    >>> torch.amin(torch.tensor([1.0, float("-inf")]))
    tensor(-inf)
    >>> y = torch.tensor([3.0, float("nan"), 1.0])
    >>> torch.amin(y), y.nan_to_num(float("inf")).amin()
    (tensor(nan), tensor(1.))

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.

    See also: :func:`min`, :func:`amax`, :func:`argmin`, :func:`minimum`.

    :asked: minimum over several dimensions; min-max scaling; minimum over height and width; smallest value ignoring
    nan; reduce_min in tensorflow; minmaxscaler from sklearn; rescale image pixels to 0-1; subtract min divide by
    range; darkest pixel of every image; np.min with axis tuple without index; minmax normalization; scale or rescale
    data to range 0..1
    """
    return np.min(x, axis=dim if x.ndim and dim != () else None, keepdims=keepdim)


def argmax(x, dim=None, keepdim=False):
    """Find the index of the largest element.

    With ``dim`` there is one index for each row or column. Of a classifier's scores these are the predicted classes:

    >>> scores = torch.tensor([[0.1, 2.5, 0.3], [4.0, 1.0, 0.2]])
    >>> torch.argmax(scores, dim=1)
    tensor([1, 0])

    Without ``dim`` the index counts through the flattened tensor, so it is no row number. ``torch.unravel_index``
    turns it into row and column:

    >>> scores.argmax()
    tensor(3)
    >>> torch.unravel_index(scores.argmax(), scores.shape)
    (tensor(1), tensor(0))

    Where the largest value occurs several times the first one is returned, and nan counts as larger than everything:

    >>> torch.argmax(torch.tensor([3, 5, 5])), torch.argmax(torch.tensor([3.0, float("nan"), 5.0]))
    (tensor(1), tensor(1))

    Bools are refused. As integers they give the index of the first True, and 0 as well if there is none:

    >>> torch.argmax(torch.tensor([1, 4, 9]) > 3)
    Traceback (most recent call last):
    RuntimeError: argmax(): does not support bool input
    >>> (torch.tensor([1, 4, 9]) > 3).int().argmax(), (torch.tensor([1, 4, 9]) > 10).int().argmax()
    (tensor(1), tensor(0))

    No gradient passes through an index:

    >>> torch.argmax(torch.tensor([1.0, 2.0], requires_grad=True)).requires_grad
    False

    :param dim: The dimension that disappears; without it, the index counts through the flattened tensor.

    See also: :func:`max`, :func:`argmin`, :func:`argsort`, :func:`topk`.

    :asked: first true index in a mask; which class has the highest score; predicted label of each sample from softmax
    output; row and column of the maximum; convert one-hot back to class indices; most likely word index; position or
    index of the largest value; who has the highest score; peak position or column with highest value; greedy decoding
    idxmax of most probable token; logits to predicted class number or id; predicted class from logits
    """
    return np.argmax(x, axis=dim if x.ndim else None, keepdims=keepdim)


def argmin(x, dim=None, keepdim=False):
    """Find the index of the smallest element.

    Which point lies nearest to 6? The smallest distance tells, and its index reads the point:

    >>> points = torch.tensor([1, 4, 9, 5])
    >>> nearest = torch.argmin((points - 6).abs())
    >>> nearest, points[nearest]
    (tensor(3), tensor(5))

    On a matrix without ``dim`` the index counts through all elements and is out of range as a row. Flatten what is
    read, or name the dimension. With ``keepdim`` the indices fit ``gather``, which reads the values:

    >>> x = torch.tensor([[8, 3, 7], [2, 6, 5]])
    >>> x.argmin()
    tensor(3)
    >>> x[x.argmin()]
    Traceback (most recent call last):
    IndexError: index 3 is out of bounds for dimension 0 with size 2
    >>> x.flatten()[x.argmin()]
    tensor(2)
    >>> x.gather(1, x.argmin(1, keepdim=True))
    tensor([[3],
            [2]])

    Of several equal values the first one counts:

    >>> torch.argmin(torch.tensor([2, 1, 1]))
    tensor(1)

    :param dim: The dimension that disappears; without it, the index counts through the flattened tensor.

    See also: :func:`min`, :func:`argmax`, :func:`gather`, :func:`take_along_dim`.

    :asked: nearest point or closest element; which row has the lowest value; nearest neighbour lookup; idxmin in
    pandas; which model or epoch has lowest validation loss; smallest number is at which position; best epoch with
    lowest loss; index of nearest centroid k-means assignment; index or position of the smallest distance; closest
    color in palette; closest value in an array to target
    """
    return np.argmin(x, axis=dim if x.ndim else None, keepdims=keepdim)


def median(x, dim=None, keepdim=False):
    """Find the median, the middle value, which a few extreme numbers do not move.

    >>> incomes = torch.tensor([3.0, 1.0, 1000.0, 4.0, 2.0])
    >>> torch.median(incomes), torch.mean(incomes)
    (tensor(3.), tensor(202.))

    Of an even number of values two stand in the middle. torch takes the lower, always a value of the data;
    NumPy takes the average of both:

    >>> x = torch.tensor([4.0, 1.0, 3.0, 2.0])
    >>> torch.median(x), np.median(x.numpy()).item()
    (tensor(2.), 2.5)
    >>> torch.quantile(x, 0.5)
    tensor(2.5000)

    Along a dimension it returns values and indices, as :func:`max` does:

    >>> torch.median(torch.tensor([[7, 1, 4], [2, 9, 5]]), dim=1)
    torch.return_types.median(
    values=tensor([4, 5]),
    indices=tensor([2, 2]))

    If the middle value occurs several times, its index is any of theirs. A nan makes the median nan, and
    ``torch.nanmedian`` looks past it. The median of no floats at all is nan too:

    >>> y = torch.tensor([1.0, float("nan"), 3.0, 5.0])
    >>> torch.median(y), torch.nanmedian(y)
    (tensor(nan), tensor(3.))

    :param dim: The dimension that disappears; with it, the result is a pair of values and indices.

    See also: :func:`mean`, :func:`sort`, :func:`max`.

    :asked: 50th percentile or quantile; torch median different from numpy; robust average against outliers; median of
    each row with indices; np.median equivalent; median filter; typical value of skewed data; median income or
    percentiles; nanmedian ignoring nan; 25 percentile or quartile of data
    """
    if dim is None:
        return np.quantile(x, 0.5, method="lower") if x.size else x.dtype.type(np.nan)
    axis = dim if x.ndim else None
    values = np.quantile(x, 0.5, axis=axis, keepdims=True, method="lower")
    indices = np.argmax((x == values) | np.isnan(x), axis=axis, keepdims=True)
    return (values, indices) if keepdim else (np.squeeze(values, axis), np.squeeze(indices, axis))


def any(x, dim=None, keepdim=False):
    """Ask whether at least one element is true.

    >>> x = torch.tensor([[0, 0, 0], [0, 5, 0]])
    >>> torch.any(x)
    tensor(True)

    Numbers count as true unless they are 0. ``dim`` is the dimension that disappears:

    >>> x.any(1)
    tensor([False,  True])
    >>> x.any(0)
    tensor([False,  True, False])

    To look for nan, ask :func:`isnan` first, since every number but 0 counts as true:

    >>> y = torch.tensor([0.0, 3.0])
    >>> torch.any(y), torch.isnan(y).any()
    (tensor(True), tensor(False))

    Python's ``any`` asks row by row and gets no single answer:

    >>> any(x)
    Traceback (most recent call last):
    RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    >>> torch.any(x)
    tensor(True)

    Nothing at all holds no true element. And only ``uint8`` is answered in ``uint8``:

    >>> torch.any(torch.tensor([])), torch.any(torch.tensor([4], dtype=torch.uint8))
    (tensor(False), tensor(1, dtype=torch.uint8))

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.

    See also: :func:`all`, :func:`isnan`, :func:`nonzero`, :func:`logical_or`.

    :asked: check if any value is nonzero; which rows contain a nonzero; check for inf or nan in loss; check whether
    some element is negative; tensor contains a given value; tf.reduce_any equivalent; single nan in whole batch yes
    or no; rows with at least one negative; exists an element bigger than 3; some row has a true; is there a nan
    anywhere contains nan; any element exceeds or greater than threshold
    """
    found = np.any(x, axis=dim if x.ndim else None, keepdims=keepdim)
    return found.astype(np.uint8) if x.dtype == np.uint8 else found


def all(x, dim=None, keepdim=False):
    """Ask whether every element is true.

    >>> x = torch.tensor([[1, 2], [3, 0]])
    >>> torch.all(x >= 0)
    tensor(True)
    >>> torch.all(x, 1)
    tensor([ True, False])

    A comparison of tensors has many answers and ``if`` wants one. ``all`` makes it one:

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

    In the other direction, ``==`` broadcasts, and a single number can equal a whole tensor. :func:`equal` compares
    the shapes too:

    >>> ones, one = torch.ones(3), torch.ones(1)
    >>> (ones == one).all(), torch.equal(ones, one)
    (tensor(True), False)

    Of no elements all are true, whatever is asked, so an empty batch passes every check. And only ``uint8`` is answered
    in ``uint8``:

    >>> torch.all(torch.tensor([]) > 100), torch.all(torch.tensor([4], dtype=torch.uint8))
    (tensor(True), tensor(1, dtype=torch.uint8))

    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.

    See also: :func:`any`, :func:`equal`, :func:`allclose`, :func:`logical_and`.

    :asked: use a tensor comparison in if; every pixel equal; all of empty tensor is true; are all values finite; each
    row where all entries are true; check if tensor is all zeros; compare two tensors in an if statement; every entry
    or element satisfies the condition; are all entries positive; all values positive or larger than zero; all
    elements true with tf.reduce_all; is everything finite and valid
    """
    found = np.all(x, axis=dim if x.ndim else None, keepdims=keepdim)
    return found.astype(np.uint8) if x.dtype == np.uint8 else found
