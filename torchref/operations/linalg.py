"""Linear algebra: the determinant and the inverse of a square matrix, or of each matrix in a batch."""

import numpy as np

__all__ = [
    "det",
    "inverse",
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


ELSEWHERE = {"linalg.inv": inverse}
