"""Linear algebra: the determinant and the inverse of a square matrix, or of each matrix in a batch."""

import numpy as np

__all__ = [
    "det",
    "inverse",
    "matrix_exp",
    "matrix_power",
    "slogdet",
]


def det(x):
    """Compute the determinant of a square matrix.

    Up to its sign, the determinant of a 2 × 2 matrix is the factor by which the matrix scales areas,
    here 2 · 3 − 1 · 1:

    >>> x = torch.tensor([[2.0, 1.0], [1.0, 3.0]])
    >>> torch.det(x)
    tensor(5.)

    A batch of matrices gives one determinant per matrix; the last two dimensions are the matrix:

    >>> torch.det(torch.ones(8, 1, 1)).shape
    torch.Size([8])

    Integers and bools raise; on the CPU, so do ``float16`` and ``bfloat16``. Convert them with ``float()``. NumPy
    converts integers itself:

    >>> torch.det(torch.tensor([[2, 1], [1, 3]]))
    Traceback (most recent call last):
    RuntimeError: linalg.det: Expected a floating point or complex tensor as input. Got Long
    >>> torch.det(torch.tensor([[2, 1], [1, 3]]).float())
    tensor(5.)

    A determinant of 0 does not prove that a matrix is singular. The determinant of the matrix below is 1e-50, too small
    for ``float32``, yet its inverse is ten times the identity:

    >>> tenth = 0.1 * torch.eye(50)
    >>> torch.det(tenth)
    tensor(0.)
    >>> torch.linalg.inv(tenth)[0, 0]
    tensor(10.)

    Because of rounding, a singular matrix can also have a nonzero determinant. The condition number tells more: 1 is
    best, and for a singular matrix it is ``inf``, ``nan`` or huge:

    >>> torch.linalg.cond(tenth)
    tensor(1.)

    ``torch.linalg.slogdet`` returns the sign and the logarithm separately, so it does not underflow here:

    >>> torch.linalg.slogdet(tenth).logabsdet
    tensor(-115.1293)

    See also: :func:`inverse`, :func:`trace`, :func:`matmul`.

    :asked: determinant of a matrix; compute |A|; log determinant underflow; is a matrix invertible; determinant is
    zero but matrix is fine; det of integer matrix fails; slogdet for large matrix; check if matrix is singular;
    jacobian determinant of flow; area or volume spanned by vectors; volume change of a linear transformation;
    np.linalg.det equivalent
    """
    return np.linalg.det(x)


def inverse(x):
    """Invert a square matrix.

    The product of a matrix and its inverse is the identity, up to rounding:

    >>> x = torch.tensor([[2.0, 1.0], [1.0, 1.0]])
    >>> torch.linalg.inv(x)
    tensor([[ 1., -1.],
            [-1.,  2.]])
    >>> (x @ torch.linalg.inv(x)).tolist()
    [[1.0, 0.0], [0.0, 1.0]]

    ``1 / x`` and, for floats, ``x ** -1`` silently invert each element instead of the matrix:

    >>> (x ** -1).tolist()
    [[0.5, 1.0], [1.0, 1.0]]

    A singular matrix, whose rows are linearly dependent, raises. If rounding hides the dependence, the result silently
    has huge values, so check ``torch.linalg.cond``. For least squares, use the pseudoinverse:

    >>> singular = torch.tensor([[1.0, 2.0], [2.0, 4.0]])
    >>> torch.linalg.inv(singular)
    Traceback (most recent call last):
    torch._C._LinAlgError: linalg.inv: The diagonal element 2 is zero, the inversion could not be completed because the input matrix is singular.
    >>> torch.linalg.pinv(singular)
    tensor([[0.0400, 0.0800],
            [0.0800, 0.1600]])

    To solve ``x @ y = b``, use ``torch.linalg.solve``. It is usually faster and more accurate than the inverse:

    >>> b = torch.tensor([3.0, 2.0])
    >>> torch.linalg.solve(x, b)
    tensor([1., 1.])

    A matrix that is not square raises. For least squares, use the pseudoinverse:

    >>> torch.linalg.inv(torch.ones(2, 3))
    Traceback (most recent call last):
    RuntimeError: linalg.inv: A must be batches of square matrices, but they are 2 by 3 matrices
    >>> torch.linalg.pinv(torch.ones(2, 3)).shape
    torch.Size([3, 2])

    Each matrix of a batch is inverted, and one singular matrix raises for the whole batch. Integers, bools and half
    precision raise; convert them with ``float()``.

    :param input: A square matrix, or a batch of them, of a floating-point or complex dtype.

    See also: :func:`det`, :func:`matmul`, :func:`reciprocal`.

    :sheet numpy: np.linalg.inv(f[:, :2]) → f[:, :2].inverse()

    :asked: inverse of a matrix; invert a square matrix; singular matrix error; solve a linear system ax=b; solve
    equations for unknown x; pseudoinverse of non square matrix; np.linalg.inv equivalent; matrix to the power -1;
    matlab backslash A\\b; least squares solution; normal equation of linear regression; undo a transformation matrix
    """
    return np.linalg.inv(x)


def slogdet(x):
    """Compute the sign and the logarithm of the absolute value of a determinant.

    ``sign * logabsdet.exp()`` is the determinant:

    >>> x = torch.tensor([[0.0, 2.0], [1.0, 0.0]])
    >>> torch.linalg.slogdet(x)
    torch.return_types.linalg_slogdet(
    sign=tensor(-1.),
    logabsdet=tensor(0.6931))
    >>> torch.det(x)
    tensor(-2.)

    A determinant is a product of as many factors as the matrix has rows, so for a large matrix it easily overflows or
    becomes 0. The logarithm is a sum and stays small:

    >>> large = 0.01 * torch.eye(200)
    >>> torch.det(large), torch.linalg.slogdet(large).logabsdet
    (tensor(0.), tensor(-921.0342))

    The log density of a normal distribution needs it, and so does the loss of a normalizing flow. The gradient of the
    logarithm of a real matrix is the transposed inverse:

    >>> w = torch.tensor([[2.0, 1.0], [1.0, 1.0]], requires_grad=True)
    >>> torch.linalg.slogdet(w).logabsdet.backward()
    >>> torch.allclose(w.grad, torch.linalg.inv(w).T)
    True

    ``torch.logdet`` returns the logarithm alone. For a real matrix with a negative determinant it is silently ``nan``:

    >>> torch.logdet(x), torch.logdet(x.flip(0))
    (tensor(nan), tensor(0.6931))

    A singular matrix does not raise. The sign is 0, and the logarithm is ``-inf``, unless rounding hides that it is
    singular:

    >>> torch.linalg.slogdet(torch.ones(2, 2))
    torch.return_types.linalg_slogdet(
    sign=tensor(0.),
    logabsdet=tensor(-inf))

    Integers raise. Convert them with ``float()``:

    >>> torch.linalg.slogdet(torch.tensor([[2, 1], [1, 1]]))
    Traceback (most recent call last):
    RuntimeError: linalg.slogdet: Expected a floating point or complex tensor as input. Got Long
    >>> torch.linalg.slogdet(torch.tensor([[2, 1], [1, 1]]).float()).sign
    tensor(1.)

    See also: :func:`det`, :func:`inverse`, :func:`log`, :func:`logsumexp`.

    :asked: log determinant of a covariance matrix; logdet gives nan; log of the determinant without overflow;
    np.linalg.slogdet equivalent; gaussian log likelihood log determinant; sign of a determinant; logdet of a jacobian
    """
    if x.dtype.kind not in "fc":
        raise TypeError("slogdet takes floating-point or complex matrices")
    return tuple(np.linalg.slogdet(x))


def matrix_power(x, n):
    """Raise a square matrix to an integer power.

    The factors are multiplied as matrices, while ``x ** n`` is the power of each element. The powers of the matrix below
    hold the Fibonacci numbers:

    >>> x = torch.tensor([[1, 1], [1, 0]])
    >>> torch.linalg.matrix_power(x, 10)
    tensor([[89, 55],
            [55, 34]])
    >>> (x ** 10).tolist()
    [[1, 1], [1, 0]]

    The power 0 is the identity, and a negative power multiplies inverses:

    >>> torch.linalg.matrix_power(x, 0)
    tensor([[1, 0],
            [0, 1]])
    >>> torch.linalg.matrix_power(x.float(), -2)
    tensor([[ 1., -1.],
            [-1.,  2.]])

    The power 100 takes 8 products rather than 99, since squares are multiplied. A Markov chain after 100 steps is one
    call:

    >>> step = torch.tensor([[0.9, 0.1], [0.5, 0.5]])
    >>> torch.linalg.matrix_power(step, 100)
    tensor([[0.8333, 0.1667],
            [0.8333, 0.1667]])

    Integers overflow silently, here from the power 92 on. Compute in ``float64``, which rounds instead:

    >>> torch.linalg.matrix_power(x, 92)[0, 0], torch.linalg.matrix_power(x.double(), 92)[0, 0]
    (tensor(-6246583658587674878), tensor(1.2200e+19, dtype=torch.float64))

    Integers do not have a negative power, while NumPy's ``matrix_power`` inverts them. Convert them with ``float()``:

    >>> torch.linalg.matrix_power(x, -1)
    Traceback (most recent call last):
    RuntimeError: linalg.inv: Expected a floating point or complex tensor as input. Got Long
    >>> torch.linalg.matrix_power(x.float(), -1).tolist()
    [[0.0, 1.0], [1.0, -1.0]]

    ``n`` has to be an integer. For a fractional power of a symmetric matrix, use its eigenvalues:

    >>> spd = torch.tensor([[2.0, 1.0], [1.0, 2.0]])
    >>> torch.linalg.matrix_power(spd, 0.5)
    Traceback (most recent call last):
    TypeError: linalg_matrix_power(): argument 'n' (position 2) must be int, not float
    >>> L, V = torch.linalg.eigh(spd)
    >>> torch.allclose(torch.linalg.matrix_power((V * L.sqrt()) @ V.T, 2), spd)
    True

    :param n: How many factors, an integer; 0 gives the identity, and a negative integer multiplies inverses.

    See also: :func:`matmul`, :func:`pow`, :func:`inverse`, :func:`linalg.eigh`.

    :asked: square of a matrix, not of its elements; multiply a matrix by itself many times; np.linalg.matrix_power
    equivalent; matlab A^n; transition matrix after n steps; number of paths of length n in a graph; why does x ** 2 not
    multiply the matrix
    """
    if (x.dtype.kind == "b" and n not in (0, 1)) or (n < 0 and x.dtype.kind not in "fc"):
        raise TypeError("bools have no product, and integers no inverse")
    return np.array(np.linalg.matrix_power(x, n))


def matrix_exp(x):
    """Compute the exponential of a square matrix.

    It is the sum of the powers ``x ** k / k!`` with matrix products, not :func:`exp` of each element:

    >>> x = torch.tensor([[0.0, 1.0], [0.0, 0.0]])
    >>> torch.linalg.matrix_exp(x)
    tensor([[1., 1.],
            [0., 1.]])
    >>> torch.exp(x)
    tensor([[1.0000, 2.7183],
            [1.0000, 1.0000]])

    From ``y``, the differential equation y' = A y leads to ``matrix_exp(t * A) @ y`` in the time t. If ``A`` is the
    negative of its transpose, the exponential is a rotation. A quarter turn is this ``A`` itself:

    >>> A = torch.tensor([[0.0, -1.0], [1.0, 0.0]])
    >>> torch.allclose(torch.linalg.matrix_exp(torch.pi / 2 * A), A, atol=1e-6)
    True

    So the exponential of ``w - w.T`` is an orthogonal matrix that can be trained:

    >>> w = torch.tensor([[0.3, -1.2], [0.7, 0.1]], requires_grad=True)
    >>> q = torch.linalg.matrix_exp(w - w.T)
    >>> torch.allclose(q.T @ q, torch.eye(2), atol=1e-6)
    True

    For a diagonal matrix, the exponentials are those of the diagonal. The determinant is the exponential of the trace:

    >>> y = torch.tensor([[1.0, 2.0], [0.5, -1.0]])
    >>> torch.allclose(torch.det(torch.linalg.matrix_exp(y)), y.trace().exp())
    True

    If two matrices do not commute, the product of their exponentials is not the exponential of their sum:

    >>> both = torch.linalg.matrix_exp(x) @ torch.linalg.matrix_exp(x.T)
    >>> both.tolist(), torch.allclose(both, torch.linalg.matrix_exp(x + x.T))
    ([[2.0, 1.0], [1.0, 1.0]], False)

    For ``float16`` and ``bfloat16``, the result of a 2 × 2 or larger matrix is silently wrong on the CPU. Compute in
    ``float32``:

    >>> torch.linalg.matrix_exp(torch.eye(2))
    tensor([[2.7183, 0.0000],
            [0.0000, 2.7183]])
    >>> wrong = torch.linalg.matrix_exp(torch.eye(2).half())
    >>> torch.allclose(wrong.float(), torch.linalg.matrix_exp(torch.eye(2)), atol=0.1)
    False

    Integers raise. Convert them with ``float()``:

    >>> torch.linalg.matrix_exp(torch.tensor([[0, 1], [0, 0]]))
    Traceback (most recent call last):
    RuntimeError: linalg.matrix_exp: Expected a floating point or complex tensor as input. Got Long
    >>> torch.linalg.matrix_exp(torch.tensor([[0, 1], [0, 0]]).float())
    tensor([[1., 1.],
            [0., 1.]])

    A batch of several dimensions can raise if it is not contiguous; call ``contiguous()`` first.

    See also: :func:`exp`, :func:`matrix_power`, :func:`linalg.eigh`.

    :asked: exponential of a matrix; scipy.linalg.expm equivalent; matlab expm; solve linear ODE with a matrix
    exponential; trainable orthogonal matrix; rotation from a skew-symmetric matrix; e to the power of a matrix
    """
    if x.dtype.kind not in "fc" or x.shape[-1] != x.shape[-2]:
        raise ValueError("matrix_exp takes square matrices of a floating-point or complex dtype")
    wide = x.astype(np.result_type(x, np.float64))
    size = np.abs(wide).sum(-2).max(initial=0)
    halvings = max(0, int(np.ceil(np.log2(size))) + 2) if 0 < size < np.inf else 0
    small = wide / 2.0**halvings
    term = np.broadcast_to(np.eye(x.shape[-1]), x.shape)
    total = term
    for k in range(1, 20):
        term = term @ small / k
        total = total + term
    for _ in range(halvings):
        total = total @ total
    return total.astype(x.dtype)


ELSEWHERE = {
    "linalg.inv": inverse,
    "linalg.det": det,
    "linalg.slogdet": slogdet,
    "linalg.matrix_power": matrix_power,
    "linalg.matrix_exp": matrix_exp,
}
RELATED = {"linalg.inv_ex": inverse, "logdet": slogdet, "Tensor.logdet": slogdet}
