"""Linear systems: find the vector or matrix that a matrix maps to a given one, exactly or by least squares."""

import numpy as np

SPACE = "linalg"

__all__ = [
    "lstsq",
    "pinv",
    "solve",
    "solve_triangular",
]


def solve(x, B, left=True):
    """Solve a system of linear equations with as many equations as unknowns.

    The result is the vector that ``A`` maps to ``b``. Here 2u + v = 4 and u + 3v = 7 give u = 1 and v = 2:

    >>> A = torch.tensor([[2.0, 1.0], [1.0, 3.0]])
    >>> b = torch.tensor([4.0, 7.0])
    >>> torch.linalg.solve(A, b)
    tensor([1., 2.])

    For a matrix ``B`` of several columns, each column is solved by itself, and ``A`` is factored once. With
    ``left=False`` the unknown is the left factor, ``X @ A = B``, and each row is solved by itself:

    >>> B = torch.tensor([[4.0, 2.0], [7.0, 1.0]])
    >>> torch.linalg.solve(A, B).tolist()
    [[1.0, 1.0], [2.0, 0.0]]
    >>> torch.linalg.solve(A, B.T, left=False).tolist()
    [[1.0, 2.0], [1.0, 0.0]]

    ``B`` is read as a batch of vectors if its shape is that of ``A`` without the last dimension, and else as matrices,
    which broadcast. So ``B`` is 2 vectors for 2 matrices, but one matrix for 3 matrices. NumPy 2 reads it as a matrix in
    both calls. ``B[..., None]`` is unambiguous in both libraries:

    >>> torch.linalg.solve(A.expand(2, 2, 2), B).shape, torch.linalg.solve(A.expand(3, 2, 2), B).shape
    (torch.Size([2, 2]), torch.Size([3, 2, 2]))

    One matrix and several vectors as the rows of ``B`` raise, since ``B`` needs as many rows as ``A``. On a square
    ``B``, the columns would be solved silently. Transpose the vectors into columns and the result back:

    >>> rows = torch.tensor([[4.0, 7.0], [2.0, 1.0], [3.0, 4.0]])
    >>> torch.linalg.solve(A, rows)
    Traceback (most recent call last):
    RuntimeError: linalg.solve: Incompatible shapes of A and B for the equation AX = B (2x2 and 3x2)
    >>> torch.linalg.solve(A, rows.T).T.tolist()
    [[1.0, 2.0], [1.0, 0.0], [1.0, 1.0]]

    Both arguments need the same floating-point or complex dtype. Convert one of them:

    >>> torch.linalg.solve(A, torch.tensor([4, 7]))
    Traceback (most recent call last):
    RuntimeError: linalg.solve: Expected A and B to have the same dtype, but found A of type Float and B of type Long instead
    >>> torch.linalg.solve(A, torch.tensor([4, 7]).float())
    tensor([1., 2.])

    A singular matrix raises, unless rounding hides that it is. ``lstsq`` returns the best fit:

    >>> singular = torch.tensor([[1.0, 2.0], [2.0, 4.0]])
    >>> torch.linalg.solve(singular, b)
    Traceback (most recent call last):
    torch._C._LinAlgError: torch.linalg.solve: The solver failed because the input matrix is singular.
    >>> torch.linalg.lstsq(singular, b).solution
    tensor([0.7200, 1.4400])

    A nearly singular matrix does not raise, and the result can silently be wrong. If ``torch.linalg.cond(A)`` is 1e7 or
    more, all the digits of ``float32`` can be lost, so solve in ``float64``.

    ``solve_ex`` does not raise for a singular matrix. Its ``info`` is 0 for each matrix that was solved:

    >>> torch.linalg.solve_ex(torch.stack([A, singular]), torch.stack([b, b])).info
    tensor([0, 2], dtype=torch.int32)

    :param A: A square matrix, or a batch of them, of a floating-point or complex dtype.
    :param B: The right-hand side: a vector, a matrix of several columns, or a batch of either, of the dtype of ``A``.
    :param left: ``False`` solves ``X @ A = B`` instead of ``A @ X = B``; ``B`` is then not a vector.

    See also: :func:`linalg.lstsq`, :func:`linalg.solve_triangular`, :func:`inverse`, :func:`matmul`.

    :asked: solve linear equations ax=b; solve a system of two equations; matlab A\\b for a square matrix;
    np.linalg.solve equivalent; solver failed because the input matrix is singular; why is solve better than inverse;
    inverse times vector without computing the inverse; batch of linear systems; incompatible shapes of A and B for
    the equation AX = B; torch.solve was removed; solve many right hand sides at once; find unknowns u and v
    """
    if x.dtype != B.dtype or x.dtype.kind not in "fc":
        raise TypeError("solve takes two arrays of one floating-point or complex dtype")
    vector = B.ndim == 1 or B.shape == x.shape[:-1]
    if vector and not left:
        raise ValueError("a vector has no matrix on its right")
    B = B[..., None] if vector else B
    found = np.linalg.solve(x, B) if left else np.linalg.solve(x.mT, B.mT).mT
    return found[..., 0] if vector else found


def lstsq(x, B, rcond=None, driver=None):
    """Fit a linear model by least squares.

    Each row of ``A`` is one equation. With more equations than unknowns, the ``solution`` makes the sum of the squared
    errors smallest. Here it is the line through four points: its value at u = 0, and how much it rises per step of u:

    >>> u = torch.tensor([0.0, 1.0, 2.0, 3.0])
    >>> A = torch.stack([torch.ones(4), u], dim=1)
    >>> b = torch.tensor([1.0, 2.0, 4.0, 5.0])
    >>> torch.linalg.lstsq(A, b).solution
    tensor([0.9000, 1.4000])

    The result is a named tuple of four. With the default driver on the CPU, ``residuals`` and ``singular_values`` are
    empty. For a tall matrix of full rank, ``"gelsd"`` fills both. The residual is the sum of the squared errors:

    >>> torch.linalg.lstsq(A, b).residuals
    tensor([])
    >>> torch.linalg.lstsq(A, b, driver="gelsd").residuals
    tensor([0.2000])

    With fewer equations than unknowns, the shortest of the vectors that fit is returned:

    >>> torch.linalg.lstsq(torch.tensor([[1.0, 1.0]]), torch.tensor([4.0]), driver="gelsd").solution.round()
    tensor([2., 2.])

    Nearly equal columns can get large coefficients of opposite signs. With ``rcond``, singular values below that fraction
    of the largest one count as 0:

    >>> twins = torch.tensor([[1.0, 1.0], [1.0, 1.001], [1.0, 0.999]])
    >>> y = torch.tensor([2.0, 2.01, 1.99])
    >>> torch.linalg.lstsq(twins, y).solution.round(decimals=1)
    tensor([-8., 10.])
    >>> torch.linalg.lstsq(twins, y, rcond=0.01, driver="gelsd").solution.round(decimals=1)
    tensor([1., 1.])

    If a matrix does not have full rank, the default driver, ``"gelsy"``, can silently miss a column. Here it misses one
    of the second matrix of the batch, whose first column is 0. Pass ``driver="gelsd"`` where the rank is not known:

    >>> batch = torch.tensor([[[1.0, 0.0], [0.0, 1.0]], [[0.0, 1.0], [0.0, 0.0]]])
    >>> torch.linalg.lstsq(batch, torch.ones(2, 2)).solution.tolist()
    [[1.0, 1.0], [0.0, 0.0]]
    >>> torch.linalg.lstsq(batch, torch.ones(2, 2), driver="gelsd").solution.tolist()
    [[1.0, 1.0], [0.0, 1.0]]

    The driver ``"gels"`` needs full rank. It raises for a column of zeros; where rounding hides that a column depends on
    others, it silently returns huge values. On a GPU it is the default (not run here). Use the pseudoinverse there:

    >>> short = torch.tensor([[1.0, 0.0], [2.0, 0.0], [3.0, 0.0]])
    >>> torch.linalg.lstsq(short, torch.ones(3), driver="gels")
    Traceback (most recent call last):
    torch._C._LinAlgError: torch.linalg.lstsq: The least squares solution could not be computed because the input matrix does not have full rank (error code: 2).
    >>> torch.linalg.pinv(short) @ torch.ones(3)
    tensor([0.4286, 0.0000])

    One ``b`` for a batch of matrices raises, unlike in ``solve``. Expand it to the batch:

    >>> torch.linalg.lstsq(A.expand(3, 4, 2), b)
    Traceback (most recent call last):
    RuntimeError: torch.linalg.lstsq: input.dim() must be greater or equal to other.dim() and (input.dim() - other.dim()) <= 1
    >>> torch.linalg.lstsq(A.expand(3, 4, 2), b.expand(3, 4)).solution.shape
    torch.Size([3, 2])

    :param input: A matrix with one row per equation and one column per unknown, or a batch of them.
    :param b: The right-hand side: a vector, a matrix of several columns, or a batch of either, of the dtype of ``input``.
    :param rcond: Singular values of at most this fraction of the largest one count as 0; ``"gels"`` ignores it.
    :param driver: The LAPACK routine: ``"gelsy"``, ``"gelsd"``, ``"gelss"`` or ``"gels"``; by default, ``"gelsy"`` on the
        CPU.

    See also: :func:`linalg.solve`, :func:`linalg.pinv`, :func:`mean`.

    :asked: least squares fit; fit a line through points; linear regression without training loop; np.linalg.lstsq
    equivalent; overdetermined system; polynomial fit like np.polyfit; lstsq residuals are empty; least squares solution
    could not be computed because the input matrix does not have full rank; more equations than unknowns; regression
    coefficients in closed form; underdetermined system minimum norm solution; ordinary least squares on a design matrix
    """
    vector = B.ndim == 1 or B.shape == x.shape[:-1]
    B = B[..., None] if vector else B
    if x.ndim != B.ndim or x.dtype != B.dtype:
        raise ValueError("lstsq takes two arrays of one dtype and of as many dimensions")
    u, s, vh = np.linalg.svd(x, full_matrices=False)
    rows, columns = x.shape[-2:]
    rcond = max(rows, columns) * np.finfo(x.dtype).eps if rcond is None else rcond
    kept = s > rcond * s[..., :1]
    inverted = np.where(kept, 1 / np.where(kept, s, 1), 0).astype(s.dtype)
    solution = vh.mT.conj() @ (inverted[..., None] * (u.mT.conj() @ B))
    residuals = (np.abs(x @ solution - B) ** 2).sum(-2)
    none = np.zeros(0, s.dtype)
    if driver == "gels" and not kept.all():
        raise np.linalg.LinAlgError("the matrix does not have full rank")
    return (
        solution[..., 0] if vector else solution,
        residuals if rows > columns and kept.all() and driver not in (None, "gelsy") else none,
        np.zeros(0, np.int64) if driver == "gels" else kept.sum(-1),
        s if driver in ("gelsd", "gelss") else none,
    )


def pinv(x, atol=None, rtol=None, hermitian=False):
    """Compute the pseudoinverse of a matrix: its inverse where it has one.

    It exists for each matrix, also one that is not square or is singular. If the columns are independent, as here,
    ``pinv(A) @ A`` is the identity. ``A @ pinv(A)`` is the identity if the rows are independent:

    >>> A = torch.tensor([[1.0, 0.0], [0.0, 2.0], [0.0, 0.0]])
    >>> torch.linalg.pinv(A)
    tensor([[1.0000, 0.0000, 0.0000],
            [0.0000, 0.5000, 0.0000]])
    >>> torch.linalg.pinv(A) @ A, A @ torch.linalg.pinv(A)
    (tensor([[1., 0.],
            [0., 1.]]), tensor([[1., 0., 0.],
            [0., 1., 0.],
            [0., 0., 0.]]))

    ``pinv(A) @ b`` is the least-squares solution of ``A @ x = b``. For a single ``b``, :func:`linalg.lstsq` is the
    shorter way:

    >>> torch.linalg.pinv(A) @ torch.tensor([3.0, 4.0, 5.0])
    tensor([3., 2.])

    A singular matrix does not raise. Its singular values are inverted, except that 0 stays 0:

    >>> torch.linalg.pinv(torch.tensor([[4.0, 0.0], [0.0, 0.0]])).tolist()
    [[0.25, 0.0], [0.0, 0.0]]

    Small singular values count as 0 too. By default these are at most the largest one times ``max(m, n) * eps``, for a
    2 × 2 matrix of ``float32`` about 2e-7 times it. ``rtol`` replaces that factor, and ``atol`` is an absolute bound:

    >>> small = torch.tensor([[8.0, 0.0], [0.0, 0.125]])
    >>> torch.linalg.pinv(small).tolist()
    [[0.125, 0.0], [0.0, 8.0]]
    >>> torch.linalg.pinv(small, rtol=0.1).tolist(), torch.linalg.pinv(small, atol=0.5).tolist()
    ([[0.125, 0.0], [0.0, 0.0]], [[0.125, 0.0], [0.0, 0.0]])

    ``torch.pinverse`` and ``np.linalg.pinv`` have the default factor 1e-15 for ``float32`` too. Rounding errors are
    larger than that, and both functions silently invert them to huge values:

    >>> rounded = torch.tensor([[1.0, 0.0], [0.0, 1e-8]])
    >>> torch.linalg.pinv(rounded)[1, 1], torch.pinverse(rounded)[1, 1]
    (tensor(0.), tensor(100000000.))

    ``hermitian=True`` is for symmetric (complex: Hermitian) matrices and reads the lower triangle. For another matrix
    the result is silently wrong:

    >>> torch.linalg.pinv(torch.tensor([[1.0, 5.0], [0.0, 1.0]]), hermitian=True)
    tensor([[1., 0.],
            [0., 1.]])

    A vector is not accepted, nor are integers. Make it a column of floats:

    >>> v = torch.tensor([3, 4])
    >>> torch.linalg.pinv(v)
    Traceback (most recent call last):
    RuntimeError: linalg.pinv(Long{[2]}): expected a tensor with 2 or more dimensions of float, double, cfloat or cdouble types
    >>> torch.linalg.pinv(v.float()[:, None])
    tensor([[0.1200, 0.1600]])

    :param input: A matrix, or a batch of them.
    :param atol: Singular values of at most this count as 0, a number or one per matrix.
    :param rtol: Singular values of at most this fraction of the largest one count as 0, a number or one per matrix.
    :param rcond: NumPy's name of ``rtol``, by which it can be passed too.
    :param hermitian: ``True`` takes ``input`` as symmetric (complex: Hermitian) and reads its lower triangle.

    See also: :func:`inverse`, :func:`linalg.lstsq`, :func:`linalg.solve`.

    :asked: pseudoinverse; inverse of a rectangular matrix; moore-penrose inverse; np.linalg.pinv equivalent; matlab pinv;
    invert a singular matrix; left inverse of a tall matrix; pinverse gives huge values; pinv of non square matrix;
    generalized inverse; which singular values count as zero; inverse that does not fail for dependent columns
    """
    if x.ndim < 2 or x.dtype.kind not in "fc":
        raise ValueError("pinv takes matrices of a floating-point or complex dtype")
    if hermitian:
        s, u = np.linalg.eigh(x)
        vh = u.mT.conj()
    else:
        u, s, vh = np.linalg.svd(x, full_matrices=False)
    if rtol is None:
        rtol = max(x.shape[-2:]) * np.finfo(x.dtype).eps if atol is None else 0
    size = np.abs(s)
    kept = size > np.maximum(0 if atol is None else atol, rtol * size.max(-1, initial=0))[..., None]
    inverted = np.where(kept, 1 / np.where(kept, s, 1), 0).astype(s.dtype)
    return (vh.mT.conj() * inverted[..., None, :]) @ u.mT.conj()


def solve_triangular(x, B, *, upper, left=True, unitriangular=False):
    """Solve a triangular system of equations by substitution.

    The last row of an upper triangular matrix has a single unknown, here 4v = 8. The row above it adds one unknown,
    2u + v = 4:

    >>> U = torch.tensor([[2.0, 1.0], [0.0, 4.0]])
    >>> b = torch.tensor([[4.0], [8.0]])
    >>> torch.linalg.solve_triangular(U, b, upper=True)
    tensor([[1.],
            [2.]])

    ``upper`` has to be given. The other triangle is not read and need not be 0, so the wrong ``upper`` is a silent
    mistake:

    >>> full = torch.tensor([[2.0, 1.0], [100.0, 4.0]])
    >>> torch.linalg.solve_triangular(full, b, upper=True)
    tensor([[1.],
            [2.]])
    >>> torch.linalg.solve_triangular(full, b, upper=False)
    tensor([[  2.],
            [-48.]])

    With the factor of :func:`linalg.cholesky`, two triangular systems solve ``A @ x = b``. Each takes about n² / 2
    multiplications for one column, while ``solve`` takes about n³ / 3 to factor the matrix first:

    >>> A = torch.tensor([[4.0, 2.0], [2.0, 5.0]])
    >>> L = torch.linalg.cholesky(A)
    >>> y = torch.linalg.solve_triangular(L, b, upper=False)
    >>> x = torch.linalg.solve_triangular(L.T, y, upper=True)
    >>> A @ x
    tensor([[4.],
            [8.]])

    ``left=False`` solves ``X @ U = B``. With ``unitriangular=True`` the diagonal is not read, and 1 stands in its
    place, as in the ``L`` of an LU factorization:

    >>> torch.linalg.solve_triangular(U, torch.tensor([[2.0, 9.0]]), upper=True, left=False)
    tensor([[1., 2.]])
    >>> torch.linalg.solve_triangular(U, b, upper=True, unitriangular=True)
    tensor([[-4.],
            [ 8.]])

    Unlike in ``solve``, a 0 on the diagonal does not raise. The result silently has ``inf`` or ``nan``:

    >>> torch.linalg.solve_triangular(torch.tensor([[2.0, 1.0], [0.0, 0.0]]), b, upper=True)
    tensor([[-inf],
            [inf]])

    ``solve`` accepts a vector, ``solve_triangular`` does not. Make it a column:

    >>> v = torch.tensor([4.0, 8.0])
    >>> torch.linalg.solve_triangular(U, v, upper=True)
    Traceback (most recent call last):
    RuntimeError: linalg.solve_triangular: The input tensor B must have at least 2 dimensions.
    >>> torch.linalg.solve_triangular(U, v[:, None], upper=True)[:, 0]
    tensor([1., 2.])

    ``torch.triangular_solve`` is the deprecated form, which takes ``B`` first, reads the upper triangle by default and
    returns two tensors.

    :param input: A square matrix, or a batch of them; one triangle of it is read.
    :param B: The right-hand side: a matrix, one column per system, or a batch of matrices.
    :param upper: ``True`` reads the upper triangle of ``input``, ``False`` the lower triangle.
    :param left: ``False`` solves ``X @ A = B`` instead of ``A @ X = B``.
    :param unitriangular: ``True`` takes the diagonal of ``input`` as 1 without reading it.

    See also: :func:`linalg.solve`, :func:`linalg.cholesky`, :func:`tril`, :func:`triu`.

    :asked: back substitution; forward substitution with a lower triangular matrix; scipy solve_triangular equivalent;
    torch.triangular_solve is deprecated; solve with a cholesky factor; whiten data with cholesky; multiply by inverse
    of triangular matrix; trtrs; the input tensor B must have at least 2 dimensions; missing required argument upper
    """
    if not left:
        return solve_triangular(x.mT, B.mT, upper=not upper, unitriangular=unitriangular).mT
    if x.dtype.kind not in "fc" or x.dtype == np.float16:
        raise TypeError("solve_triangular takes float32, float64 or complex matrices")
    if x.shape[-1] != x.shape[-2] or x.shape[-1] != B.shape[-2]:
        raise ValueError("A is not square, or B has another number of rows")
    batch = np.broadcast_shapes(x.shape[:-2], B.shape[:-2])
    found = np.zeros((*batch, *B.shape[-2:]), x.dtype)
    rows = range(x.shape[-1])
    for row in reversed(rows) if upper else rows:
        known = slice(row + 1, None) if upper else slice(row)
        rest = B[..., row, :] - (x[..., row, None, known] @ found[..., known, :])[..., 0, :]
        found[..., row, :] = rest if unitriangular else rest / x[..., row, row, None]
    return found


RELATED = {
    "linalg.solve_ex": solve,
    "pinverse": pinv,
    "Tensor.pinverse": pinv,
    "triangular_solve": solve_triangular,
    "Tensor.triangular_solve": solve_triangular,
}
