"""Norms and rank: the size of a vector or matrix, and how close a matrix is to a singular one."""

import numpy as np

SPACE = "linalg"

__all__ = [
    "cond",
    "matrix_norm",
    "matrix_rank",
    "norm",
    "vector_norm",
]


def vector_norm(x, ord=2, dim=None, keepdim=False, *, dtype=None):
    """Compute the length of a vector, or another norm of the elements of a tensor.

    By default it is the square root of the sum of squares, of all elements or along ``dim``:

    >>> x = torch.tensor([[3.0, 4.0], [-6.0, 8.0]])
    >>> torch.linalg.vector_norm(x)
    tensor(11.1803)
    >>> torch.linalg.vector_norm(x, dim=1)
    tensor([ 5., 10.])

    ``ord=1`` adds the absolute values, ``ord=torch.inf`` takes the largest of them, and ``ord=0`` counts the nonzero
    elements. Unlike in ``torch.linalg.norm``, a matrix is read as its elements:

    >>> [torch.linalg.vector_norm(x, ord=p).item() for p in (1, torch.inf, 0)]
    [21.0, 8.0, 4.0]
    >>> torch.linalg.norm(x, ord=1)
    tensor(12.)

    To give each row length 1, divide by the norms and keep the dimension. A row of zeros would become ``nan``;
    ``torch.nn.functional.normalize`` leaves it 0:

    >>> x / torch.linalg.vector_norm(x, dim=1, keepdim=True)
    tensor([[ 0.6000,  0.8000],
            [-0.6000,  0.8000]])

    At the zero vector, the gradient of the norm is 0. The same written with ``sqrt`` has the gradient ``nan``, which then
    spreads to all weights:

    >>> w = torch.zeros(2, requires_grad=True)
    >>> torch.autograd.grad(torch.linalg.vector_norm(w), w)
    (tensor([0., 0.]),)
    >>> torch.autograd.grad(w.square().sum().sqrt(), w)
    (tensor([nan, nan]),)

    With two or more elements, the squares overflow in ``float32`` from about 2e19 on, and silently vanish below about
    1e-23. Compute in ``float64``:

    >>> large = torch.tensor([3e20, 4e20])
    >>> torch.linalg.vector_norm(large), torch.linalg.vector_norm(large, dtype=torch.float64)
    (tensor(inf), tensor(5.0000e+20, dtype=torch.float64))

    Integers raise, even with ``dtype``. Convert them first:

    >>> torch.linalg.vector_norm(torch.tensor([3, 4]), dtype=torch.float32)
    Traceback (most recent call last):
    RuntimeError: linalg.vector_norm: Expected a floating point or complex tensor as input. Got Long
    >>> torch.linalg.vector_norm(torch.tensor([3, 4]).float())
    tensor(5.)

    :param input: The tensor whose elements are measured, of a floating-point or complex dtype.
    :param ord: The order, a number such as ``2``, ``1`` or ``torch.inf``.
    :param dim: The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.
    :param dtype: The dtype that the elements are converted to first, such as ``torch.float64``.

    See also: :func:`norm`, :func:`linalg.matrix_norm`, :func:`abs`, :func:`square`.

    :asked: length of each row vector; euclidean norm without nan gradient at zero; np.linalg.vector_norm equivalent;
    l1 norm of all elements of a matrix; largest absolute value of a tensor as a norm; norm of a flattened tensor;
    norm overflows to inf; count nonzero elements as a norm; what replaces torch.norm
    """
    if x.dtype.kind not in "fc":
        raise TypeError("the norm of integers needs a floating-point dtype")
    x = x if dtype is None else x.astype(dtype)
    wide = x.astype(np.result_type(x, np.float32))
    axis = None if dim == () or (x.ndim == 0 and np.isin(dim, (0, -1)).all()) else dim
    sizes = x.shape if axis is None else [x.shape[d] for d in np.atleast_1d(axis)]
    if (ord < 0 or ord == np.inf) and 0 in sizes:
        raise ValueError("no elements have no largest or smallest one")
    return np.linalg.vector_norm(wide, axis=axis, keepdims=keepdim, ord=ord).astype(x.real.dtype)


def matrix_norm(x, ord="fro", dim=(-2, -1), keepdim=False, *, dtype=None):
    """Compute a norm of a matrix: Frobenius, spectral, nuclear or others.

    The default, the Frobenius norm, is the length of the matrix read as one long vector:

    >>> x = torch.tensor([[3.0, 4.0], [-6.0, 8.0]])
    >>> torch.linalg.matrix_norm(x), torch.linalg.vector_norm(x)
    (tensor(11.1803), tensor(11.1803))

    ``ord=1`` is the largest sum of absolute values of a column, and ``ord=torch.inf`` that of a row:

    >>> torch.linalg.matrix_norm(x, ord=1), torch.linalg.matrix_norm(x, ord=torch.inf)
    (tensor(12.), tensor(14.))

    ``ord=2``, the spectral norm, is the largest factor by which the matrix lengthens a vector, so its largest singular
    value. ``"nuc"`` is the sum of the singular values, and ``-2`` the smallest one:

    >>> torch.linalg.svdvals(x)
    tensor([10.1256,  4.7405])
    >>> [torch.linalg.matrix_norm(x, ord=p) for p in (2, "nuc", -2)]
    [tensor(10.1256), tensor(14.8661), tensor(4.7405)]

    The matrices of a batch are in the last two dimensions; ``dim`` names others:

    >>> torch.linalg.matrix_norm(torch.ones(5, 2, 3)).shape, torch.linalg.matrix_norm(torch.ones(2, 3, 5), dim=(0, 1)).shape
    (torch.Size([5]), torch.Size([5]))

    A vector is not a matrix. Use ``vector_norm``, or make it a column:

    >>> torch.linalg.matrix_norm(x[0])
    Traceback (most recent call last):
    RuntimeError: linalg.matrix_norm: The input tensor A must have at least 2 dimensions.
    >>> torch.linalg.vector_norm(x[0])
    tensor(5.)

    The orders that need singular values do not accept ``float16`` and ``bfloat16``, even with ``dtype=torch.float32``.
    Convert the matrix first:

    >>> torch.linalg.matrix_norm(x.half(), ord=2, dtype=torch.float32)
    Traceback (most recent call last):
    RuntimeError: linalg.matrix_norm: Low precision dtypes not supported. Got Half
    >>> torch.linalg.matrix_norm(x.half().float(), ord=2)
    tensor(10.1256)

    Integers raise. Convert them with ``float()``.

    :param input: A matrix, or a batch of them, of a floating-point or complex dtype.
    :param ord: The order: ``"fro"``, ``"nuc"``, ``1``, ``2``, ``torch.inf``, or the negative of one of the three numbers.
    :param dim: The dimension of the rows and that of the columns; both disappear.
    :param dtype: The dtype that the elements are converted to first, such as ``torch.float64``.

    See also: :func:`linalg.vector_norm`, :func:`linalg.svd`, :func:`linalg.cond`.

    :asked: spectral norm of a weight matrix; frobenius norm of a matrix; nuclear norm; operator norm; largest column sum;
    np.linalg.matrix_norm equivalent; matlab norm(A,2); induced matrix norm; max row sum of absolute values; lipschitz
    constant of a linear layer
    """
    if x.dtype.kind not in "fc":
        raise TypeError("the norm of integers needs a floating-point dtype")
    if ord in (2, -2, "nuc") and x.dtype == np.float16:
        raise TypeError("singular values need float32")
    x = x if dtype is None else x.astype(dtype)
    wide = x.astype(np.result_type(x, np.float32))
    return np.linalg.norm(wide, ord, axis=tuple(dim), keepdims=keepdim).astype(x.real.dtype)


def norm(x, ord=None, dim=None, keepdim=False, *, dtype=None):
    """Compute a vector norm or a matrix norm, whichever the arguments ask for.

    Without ``ord``, the elements are read as one vector, whatever the shape. With ``ord``, a matrix gets the matrix norm
    of that order. So ``ord=2`` is not the default of a matrix:

    >>> x = torch.tensor([[3.0, 4.0], [-6.0, 8.0]])
    >>> torch.linalg.norm(x), torch.linalg.norm(x, ord=2)
    (tensor(11.1803), tensor(10.1256))

    One dimension as ``dim`` makes it a vector norm, and a pair of dimensions a matrix norm:

    >>> torch.linalg.norm(x, ord=1, dim=1), torch.linalg.norm(x, ord=1, dim=(0, 1))
    (tensor([ 7., 14.]), tensor(12.))

    ``vector_norm`` and ``matrix_norm`` say which one is meant. In new code, prefer them:

    >>> torch.linalg.vector_norm(x, ord=1), torch.linalg.matrix_norm(x, ord=1)
    (tensor(21.), tensor(12.))

    ``np.linalg.norm`` reads its arguments in the same way, but the older ``torch.norm`` does not. With a number as the
    order, it reads a matrix as one vector:

    >>> torch.linalg.norm(x, ord=1), torch.norm(x, 1)
    (tensor(12.), tensor(21.))

    With ``ord``, a tensor of more than two dimensions needs ``dim``:

    >>> torch.linalg.norm(torch.ones(5, 2, 3), ord=2)
    Traceback (most recent call last):
    RuntimeError: linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got 3D.
    >>> torch.linalg.norm(torch.ones(5, 2, 3), ord=2, dim=(1, 2)).shape
    torch.Size([5])

    A vector has orders that a matrix does not have, such as 3 or 0. For the elements of the matrix, use ``vector_norm``:

    >>> torch.linalg.norm(x, ord=3)
    Traceback (most recent call last):
    RuntimeError: linalg.matrix_norm: Order 3 not supported.
    >>> torch.linalg.vector_norm(x, ord=3)
    tensor(9.3561)

    :param input: The tensor: a vector, a matrix, or with ``dim`` a batch of either.
    :param ord: The order: of a vector a number, of a matrix ``"fro"``, ``"nuc"``, ``1``, ``2``, ``torch.inf`` or a
        negative of these numbers.
    :param dim: One dimension for a vector norm, or two dimensions for a matrix norm.
    :param dtype: The dtype that the elements are converted to first, such as ``torch.float64``.

    See also: :func:`linalg.vector_norm`, :func:`linalg.matrix_norm`, :func:`norm`.

    :asked: np.linalg.norm equivalent; difference between torch.norm and torch.linalg.norm; linalg.norm with ord 2 differs
    from the default; which norm does linalg.norm compute; if dim is not specified but ord is, the input must be 1D or
    2D; order 3 not supported
    """
    if x.dtype.kind not in "fc":
        raise TypeError("the norm of integers needs a floating-point dtype")
    one = x.ndim == 1 if dim is None else isinstance(dim, int) or len(dim) == 1
    if one or ord is None:
        return vector_norm(x, 2 if ord is None else ord, dim, keepdim, dtype=dtype)
    if dim is None and x.ndim != 2:
        raise ValueError("ord without dim takes a vector or a matrix")
    return matrix_norm(x, ord, (0, 1) if dim is None else dim, keepdim, dtype=dtype)


def matrix_rank(x, atol=None, rtol=None, hermitian=False):
    """Count the linearly independent rows or columns of a matrix.

    The second row is twice the first, so one is independent:

    >>> torch.linalg.matrix_rank(torch.tensor([[1.0, 2.0], [2.0, 4.0]]))
    tensor(1)

    The rank is the number of singular values above a bound. By default the bound is the largest of them times
    ``max(m, n) * eps``, so it depends on the dtype, and scaling the matrix does not change the rank:

    >>> x = torch.tensor([[1.0, 0.0], [0.0, 1e-7]])
    >>> torch.linalg.matrix_rank(x), torch.linalg.matrix_rank(x.double())
    (tensor(1), tensor(2))
    >>> torch.linalg.matrix_rank(1e-10 * torch.eye(3))
    tensor(3)

    Measured data has noise, which usually makes the rank full. Pass a bound that is above the noise, as an absolute
    value (``atol``) or as a fraction of the largest singular value (``rtol``):

    >>> noisy = torch.tensor([[1.0, 2.0], [2.0, 4.001]])
    >>> torch.linalg.matrix_rank(noisy)
    tensor(2)
    >>> torch.linalg.matrix_rank(noisy, rtol=0.01), torch.linalg.matrix_rank(noisy, atol=0.01)
    (tensor(1), tensor(1))

    For each matrix of a batch there is one rank. The result is an integer and has no gradient; the sum of the singular
    values, ``matrix_norm(x, ord="nuc")``, is the usual penalty in its place:

    >>> torch.linalg.matrix_rank(torch.ones(5, 2, 3))
    tensor([1, 1, 1, 1, 1])

    ``hermitian=True`` is for symmetric (complex: Hermitian) matrices and reads the lower triangle. For another matrix
    the result is silently wrong:

    >>> upper = torch.tensor([[0.0, 1.0], [0.0, 0.0]])
    >>> torch.linalg.matrix_rank(upper), torch.linalg.matrix_rank(upper, hermitian=True)
    (tensor(1), tensor(0))

    A vector raises, while NumPy's rank of it is 1 or 0. Make it a matrix:

    >>> torch.linalg.matrix_rank(torch.ones(3))
    Traceback (most recent call last):
    RuntimeError: torch.linalg.matrix_rank: The input tensor input must have at least 2 dimensions.
    >>> torch.linalg.matrix_rank(torch.ones(3)[None])
    tensor(1)

    :param input: A matrix, or a batch of them, of a floating-point or complex dtype.
    :param atol: Singular values of at most this count as 0, a number or one per matrix.
    :param rtol: Singular values of at most this fraction of the largest one count as 0, a number or one per matrix.
    :param tol: An older name of ``atol``.
    :param hermitian: ``True`` takes ``input`` as symmetric (complex: Hermitian) and reads its lower triangle.

    See also: :func:`linalg.svd`, :func:`linalg.cond`, :func:`linalg.matrix_norm`, :func:`det`.

    :asked: rank of a matrix; are the columns linearly independent; number of independent rows; np.linalg.matrix_rank
    equivalent; torch.matrix_rank was removed; is a matrix full rank; rank of noisy data; matlab rank
    """
    if x.ndim < 2 or x.dtype.kind not in "fc":
        raise ValueError("matrix_rank takes matrices of a floating-point or complex dtype")
    s = np.abs(np.linalg.eigvalsh(x)) if hermitian else np.linalg.svd(x, compute_uv=False)
    if rtol is None:
        rtol = max(x.shape[-2:]) * np.finfo(x.dtype).eps if atol is None else 0
    bound = np.maximum(0 if atol is None else atol, rtol * s.max(-1, initial=0))
    return (s > bound[..., None]).sum(-1)


def cond(x, p=None):
    """Measure how much a linear system can amplify errors: its condition number.

    It is the largest singular value divided by the smallest. 1 is the best, for the identity and each rotation:

    >>> torch.linalg.cond(torch.tensor([[0.0, -1.0], [1.0, 0.0]]))
    tensor(1.)
    >>> A = torch.tensor([[100.0, 0.0], [0.0, 1.0]])
    >>> torch.linalg.cond(A)
    tensor(100.)

    A relative error of the right-hand side can be multiplied by it. Here an error of 1 % becomes an error of 100 %:

    >>> torch.linalg.solve(A, torch.tensor([100.0, 0.0])), torch.linalg.solve(A, torch.tensor([100.0, 1.0]))
    (tensor([1., 0.]), tensor([1., 1.]))

    Rounding is such an error. Of the 7 digits of ``float32``, a condition number of 1e5 leaves about 2, and ``A.T @ A``
    squares it:

    >>> torch.linalg.cond(A.T @ A)
    tensor(10000.)

    A determinant near 0 says little, since scaling the matrix changes it. The condition number stays the same:

    >>> torch.linalg.cond(A / 1024), torch.linalg.det(A / 1024)
    (tensor(100.), tensor(9.5367e-05))

    A singular matrix has the condition number ``inf``, and the zero matrix ``nan``; NumPy's ``cond`` gives ``inf`` for
    both. Rounding can make it a huge number instead:

    >>> torch.linalg.cond(torch.tensor([[1.0, 0.0], [0.0, 0.0]])), torch.linalg.cond(torch.zeros(2, 2))
    (tensor(inf), tensor(nan))

    ``p`` is the order of the norm in ``norm(A) * norm(inv(A))``. The orders 1, ``torch.inf`` and ``"fro"`` need a square
    matrix. Use the default, ``2``, for others:

    >>> torch.linalg.cond(torch.ones(2, 3), p=1)
    Traceback (most recent call last):
    RuntimeError: linalg.cond(ord=1): A must be batches of square matrices, but they are 2 by 3 matrices
    >>> torch.linalg.cond(torch.tensor([[3.0, 0.0, 0.0], [0.0, 1.0, 0.0]]))
    tensor(3.)

    :param input: A matrix, or a batch of them, of a floating-point or complex dtype.
    :param p: The order of the norm, as in ``matrix_norm``; ``None`` is 2.

    See also: :func:`linalg.svd`, :func:`linalg.solve`, :func:`inverse`, :func:`det`.

    :asked: condition number of a matrix; is my matrix ill-conditioned; how many digits does solve lose;
    np.linalg.cond equivalent; how close is a matrix to singular; loss of precision when inverting a matrix
    """
    if x.dtype.kind not in "fc":
        raise TypeError("cond takes floating-point or complex matrices")
    if p not in (None, 2, -2) and x.shape[-1] != x.shape[-2]:
        raise ValueError("only singular values need no inverse")
    if x.ndim > 1 and not x.size:
        return np.zeros(x.shape[:-2], x.real.dtype)
    return np.linalg.cond(x, p).astype(x.real.dtype)
