"""Linear algebra: questions to one square matrix, or to a whole batch of them at once."""

import numpy as np

__all__ = [
    "det",
    "inverse",
]


def det(x):
    """Compute the determinant of a square matrix.

    A 2 × 2 matrix scales every area by this factor, here 2 · 3 − 1 · 1:

    >>> x = torch.tensor([[2.0, 1.0], [1.0, 3.0]])
    >>> torch.det(x)
    tensor(5.)

    A batch of matrices gives a batch of numbers; the last two dimensions are the matrix:

    >>> torch.det(torch.ones(8, 1, 1)).shape
    torch.Size([8])

    Integers are refused, where NumPy converts them. ``float`` is the cure:

    >>> torch.det(torch.tensor([[2, 1], [1, 3]]))
    Traceback (most recent call last):
    RuntimeError: linalg.det: Expected a floating point or complex tensor as input. Got Long
    >>> torch.det(torch.tensor([[2, 1], [1, 3]]).float())
    tensor(5.)

    Zero does not prove a matrix singular, nor does a small number. The determinant of this one is 1e-50, too small
    for float32, and yet its inverse is plainly ten times the identity:

    >>> tenth = 0.1 * torch.eye(50)
    >>> torch.det(tenth)
    tensor(0.)
    >>> torch.linalg.inv(tenth)[0, 0]
    tensor(10.)

    ``torch.linalg.slogdet`` keeps the sign and the logarithm apart, so nothing underflows:

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

    The inverse undoes the matrix: their product is the identity.

    >>> x = torch.tensor([[2.0, 1.0], [1.0, 1.0]])
    >>> torch.linalg.inv(x)
    tensor([[ 1., -1.],
            [-1.,  2.]])
    >>> (x @ torch.linalg.inv(x)).tolist()
    [[1.0, 0.0], [0.0, 1.0]]

    Neither ``1 / x`` nor ``x ** -1`` does this; both work on each element by itself, without an error:

    >>> (x ** -1).tolist()
    [[0.5, 1.0], [1.0, 1.0]]

    A matrix whose rows depend on each other has no inverse. The error comes only for an exact zero; where rounding
    leaves a tiny number in its place, huge values come back instead:

    >>> torch.linalg.inv(torch.tensor([[1.0, 2.0], [2.0, 4.0]]))
    Traceback (most recent call last):
    torch._C._LinAlgError: linalg.inv: The diagonal element 2 is zero, the inversion could not be completed because the input matrix is singular.

    To solve ``x @ y = b`` do not invert. Solving is faster and keeps more digits:

    >>> b = torch.tensor([3.0, 2.0])
    >>> torch.linalg.solve(x, b)
    tensor([1., 1.])

    A matrix that is not square has no inverse. What comes nearest, as for least squares, is the pseudoinverse:

    >>> torch.linalg.inv(torch.ones(2, 3))
    Traceback (most recent call last):
    RuntimeError: linalg.inv: A must be batches of square matrices, but they are 2 by 3 matrices
    >>> torch.linalg.pinv(torch.ones(2, 3)).shape
    torch.Size([3, 2])

    A batch is inverted matrix by matrix. Integers have to become floats first, and half precision float32.

    :param input: A square matrix, or a batch of them, of a floating-point or complex dtype.

    See also: :func:`det`, :func:`matmul`, :func:`reciprocal`.

    :asked: inverse of a matrix; invert a square matrix; singular matrix error; solve a linear system ax=b; solve
    equations for unknown x; pseudoinverse of non square matrix; np.linalg.inv or solve; matrix to the power -1;
    matlab backslash A\\b; least squares solution; normal equation of linear regression; undo a transformation matrix
    """
    return np.linalg.inv(x)


ELSEWHERE = {"linalg.inv": inverse}
