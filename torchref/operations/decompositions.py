"""Matrix decompositions: write a matrix as a product of triangular, diagonal and orthogonal matrices."""

import numpy as np

SPACE = "linalg"

__all__ = [
    "cholesky",
    "eigh",
    "qr",
    "svd",
]


def cholesky(x, upper=False):
    """Factor a positive-definite matrix into a lower triangle and its transpose.

    ``L @ L.T`` is the matrix again; for complex dtypes, ``L @ L.mH``:

    >>> A = torch.tensor([[4.0, 2.0], [2.0, 5.0]])
    >>> L = torch.linalg.cholesky(A)
    >>> L
    tensor([[2., 0.],
            [1., 2.]])
    >>> L @ L.T
    tensor([[4., 2.],
            [2., 5.]])

    ``L @ z`` has the covariance ``A``, if the rows of ``z`` are standard normal values. Here it is estimated:

    >>> z = torch.randn(2, 100000, generator=torch.Generator().manual_seed(0))
    >>> torch.cov(L @ z).round().tolist()
    [[4.0, 2.0], [2.0, 5.0]]

    The factor solves systems with ``A``. ``torch.cholesky_solve`` takes the right-hand side first, and
    ``torch.cholesky_inverse`` returns the inverse of ``A``:

    >>> b = torch.tensor([[6.0], [7.0]])
    >>> torch.cholesky_solve(b, L).tolist()
    [[1.0], [1.0]]
    >>> (torch.cholesky_inverse(L) @ A).tolist()
    [[1.0, 0.0], [0.0, 1.0]]

    One triangle is read, and nothing checks that the matrix is symmetric. It is the lower one, and with ``upper=True``
    the upper one, whose factor is upper triangular:

    >>> torch.linalg.cholesky(torch.tensor([[4.0, 99.0], [2.0, 5.0]])).tolist()
    [[2.0, 0.0], [1.0, 2.0]]
    >>> U = torch.linalg.cholesky(A, upper=True)

    Pass the same ``upper`` to ``cholesky_solve``, or the result is silently wrong:

    >>> torch.cholesky_solve(b, U).tolist(), torch.cholesky_solve(b, U, upper=True).tolist()
    ([[1.5], [1.75]], [[1.0], [1.0]])

    ``cholesky_ex`` does not raise. Its ``info`` is 0 for each matrix that is positive definite:

    >>> torch.linalg.cholesky_ex(torch.stack([A, -A])).info
    tensor([0, 1], dtype=torch.int32)

    A matrix with an eigenvalue of 0 or below raises, unless rounding hides that it is 0. The covariance of variables
    raises if one repeats another. Add a small value to the diagonal. Next to 1, ``float32`` rounds 1e-8 away:

    >>> same = torch.tensor([[1.0, 1.0], [1.0, 1.0]])
    >>> torch.linalg.cholesky(same)
    Traceback (most recent call last):
    torch._C._LinAlgError: linalg.cholesky: The factorization could not be completed because the input is not positive-definite (the leading minor of order 2 is not positive-definite).
    >>> torch.linalg.cholesky(same + 1e-8 * torch.eye(2))
    Traceback (most recent call last):
    torch._C._LinAlgError: linalg.cholesky: The factorization could not be completed because the input is not positive-definite (the leading minor of order 2 is not positive-definite).
    >>> torch.linalg.cholesky(same + 1e-3 * torch.eye(2))
    tensor([[1.0005, 0.0000],
            [0.9995, 0.0447]])

    ``torch.cholesky`` is deprecated.

    :param input: A symmetric (complex: Hermitian) positive-definite matrix, or a batch of them; one triangle is read.
    :param upper: ``True`` reads the upper triangle and returns an upper triangular factor.

    See also: :func:`linalg.solve_triangular`, :func:`linalg.eigh`, :func:`linalg.solve`, :func:`randn`.

    :asked: square root of a covariance matrix; the factorization could not be completed because the input is not
    positive-definite; check if a matrix is positive definite; sample from a multivariate normal with given covariance;
    np.linalg.cholesky equivalent; add jitter to a kernel matrix; leading minor is not positive-definite; correlated
    random numbers; LL^T factorization; solve with a symmetric positive definite matrix; gaussian process covariance
    fails; torch.cholesky is deprecated
    """
    if x.dtype.kind not in "fc":
        raise TypeError("cholesky takes floating-point or complex matrices")
    return np.linalg.cholesky(x, upper=upper)


def eigh(x, UPLO="L"):
    """Find the eigenvalues and eigenvectors of a symmetric matrix.

    For each pair, ``A @ v`` is the eigenvalue times ``v``. The eigenvalues are in ascending order, and the eigenvectors
    are the columns of ``V``:

    >>> A = torch.tensor([[2.0, 2.0], [2.0, 5.0]])
    >>> L, V = torch.linalg.eigh(A)
    >>> L.round(decimals=4)
    tensor([1., 6.])
    >>> V.abs()
    tensor([[0.8944, 0.4472],
            [0.4472, 0.8944]])

    The column ``V[:, 1]`` belongs to ``L[1]``. The eigenvectors have length 1 and are perpendicular to each other, so
    that together they give the matrix back:

    >>> torch.allclose(A @ V[:, 1], L[1] * V[:, 1]), torch.allclose(V @ torch.diag(L) @ V.T, A, atol=1e-5)
    (True, True)

    The sign of each column is free, and may be different on another machine or in NumPy. Compare products in which the
    signs cancel. For the largest eigenvalue first, flip both results, the vectors along dimension 1:

    >>> L.flip(0).round(decimals=4), V.flip(1).abs()
    (tensor([6., 1.]), tensor([[0.4472, 0.8944],
            [0.8944, 0.4472]]))

    A function of the matrix is that function of its eigenvalues, with the same eigenvectors. This is the square root:

    >>> root = (V * L.sqrt()) @ V.T
    >>> torch.allclose(root @ root, A, atol=1e-5)
    True

    The lower triangle is read, and with ``UPLO="U"`` the upper one. For a matrix that is not symmetric, the result is
    silently that of another matrix. Use ``torch.linalg.eig``:

    >>> skew = torch.tensor([[2.0, 0.0], [1.0, 2.0]])
    >>> torch.linalg.eigh(skew).eigenvalues.round(decimals=4), torch.linalg.eigh(skew, UPLO="U").eigenvalues
    (tensor([1., 3.]), tensor([2., 2.]))
    >>> torch.linalg.eig(skew).eigenvalues
    tensor([2.+0.j, 2.+0.j])

    The eigenvectors of equal eigenvalues can be rotated among themselves, so their gradient is ``nan``. The eigenvalues
    have one, and ``eigvalsh`` returns them alone:

    >>> w = torch.eye(2, requires_grad=True)
    >>> torch.linalg.eigvalsh(w).sum().backward()
    >>> w.grad
    tensor([[1., 0.],
            [0., 1.]])
    >>> torch.autograd.grad(torch.linalg.eigh(w).eigenvectors.sum(), w)
    (tensor([[nan, nan],
            [nan, nan]]),)

    A matrix that is not square has singular values instead:

    >>> torch.linalg.eigh(torch.ones(2, 3))
    Traceback (most recent call last):
    RuntimeError: linalg.eigh: A must be batches of square matrices, but they are 2 by 3 matrices
    >>> torch.linalg.svd(torch.ones(2, 3)).S.round()
    tensor([2., 0.])

    :param input: A symmetric (complex: Hermitian) matrix, or a batch of them; one triangle is read.
    :param UPLO: The triangle that is read: ``"L"`` is the lower one, ``"U"`` the upper one.

    See also: :func:`linalg.svd`, :func:`linalg.cholesky`, :func:`diag`.

    :asked: eigenvalues of a symmetric matrix; principal components from a covariance matrix; np.linalg.eigh equivalent;
    torch.symeig was removed; matlab eig of a symmetric matrix; square root of a matrix; largest eigenvalue and its
    vector; eigenvectors have the opposite sign than in numpy; are eigenvectors rows or columns; diagonalize a symmetric
    matrix; hessian eigenvalues; gradient of eigenvectors is nan
    """
    if x.dtype.kind not in "fc":
        raise TypeError("eigh takes floating-point or complex matrices")
    return tuple(np.linalg.eigh(x, UPLO))


def svd(x, full_matrices=True):
    """Find the singular values and the singular vectors of a matrix.

    A matrix of any shape is a rotation or reflection ``Vh``, a scaling by ``S``, the largest factor first, and another
    rotation or reflection ``U``:

    >>> A = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    >>> U, S, Vh = torch.linalg.svd(A)
    >>> S
    tensor([5.4650, 0.3660])
    >>> torch.allclose(U @ torch.diag(S) @ Vh, A, atol=1e-5)
    True

    By default ``U`` and ``Vh`` are square, which makes ``U`` of a tall matrix huge. With ``full_matrices=False`` they have
    as many columns and rows as there are singular values:

    >>> [part.shape for part in torch.linalg.svd(torch.ones(1000, 2))]
    [torch.Size([1000, 1000]), torch.Size([2]), torch.Size([2, 2])]
    >>> [part.shape for part in torch.linalg.svd(torch.ones(1000, 2), full_matrices=False)]
    [torch.Size([1000, 2]), torch.Size([2]), torch.Size([2, 2])]

    The largest k singular values with their vectors give the best approximation of rank k. In the spectral norm, its
    error is the next singular value:

    >>> close = (U[:, :1] * S[:1]) @ Vh[:1]
    >>> torch.linalg.matrix_norm(A - close, ord=2)
    tensor(0.3660)

    ``Vh`` has the singular vectors as rows. The older ``torch.svd`` returns ``V`` instead, with the vectors as columns,
    and its default is what ``full_matrices=False`` returns. For a square matrix, the product with the wrong one can
    silently be another matrix:

    >>> old = torch.svd(A)
    >>> torch.allclose(old.U @ torch.diag(old.S) @ old.V.T, A, atol=1e-5)
    True
    >>> torch.allclose(old.U @ torch.diag(old.S) @ old.V, A, atol=1e-5)
    False

    ``svdvals`` returns the singular values alone. Up to rounding, the rank is the number of those above 0. The condition
    number is the largest one divided by the smallest.

    A column of ``U`` and the same row of ``Vh`` can both be negated. Those of equal singular values can be rotated among
    themselves, so their gradient is ``nan``, while the singular values have one:

    >>> w = torch.eye(2, requires_grad=True)
    >>> torch.autograd.grad(torch.linalg.svd(w).U.sum(), w)
    (tensor([[nan, nan],
            [nan, nan]]),)
    >>> torch.autograd.grad(torch.linalg.svdvals(w).sum(), w)
    (tensor([[1., 0.],
            [0., 1.]]),)

    A matrix with ``nan`` raises, while ``inf`` can silently give ``nan``. Look for where the value comes from, or
    replace it:

    >>> broken = torch.tensor([[float("nan"), 1.0], [2.0, 3.0]])
    >>> torch.linalg.svd(broken)
    Traceback (most recent call last):
    torch._C._LinAlgError: linalg.svd: The algorithm failed to converge because the input matrix contained non-finite values.
    >>> torch.linalg.svd(broken.nan_to_num(0.0)).S
    tensor([3.7025, 0.5402])

    :param A: A matrix, or a batch of them.
    :param full_matrices: ``False`` returns as many columns of ``U`` and rows of ``Vh`` as there are singular values.
    :param driver: The cuSOLVER routine on a GPU; on the CPU it has to be ``None``.

    See also: :func:`linalg.eigh`, :func:`linalg.pinv`, :func:`linalg.qr`.

    :asked: singular value decomposition; low rank approximation of a matrix; compress a weight matrix; np.linalg.svd
    equivalent; torch.svd returns V not Vh; matlab svd econ; principal component analysis with svd; spectral norm from
    singular values; svd backward gives nan; svd uses too much memory for tall matrix; algorithm failed to converge
    because the input matrix contained non-finite values; reconstruct a matrix from u s v
    """
    if x.dtype.kind not in "fc":
        raise TypeError("svd takes floating-point or complex matrices")
    return tuple(np.linalg.svd(x, full_matrices))


def qr(x, mode="reduced"):
    """Factor a matrix into orthonormal columns and an upper triangle.

    The columns of ``Q`` have length 1 and are perpendicular, and ``Q @ R`` is ``A`` again. The signs are free:

    >>> A = torch.tensor([[3.0, 1.0], [4.0, 2.0]])
    >>> Q, R = torch.linalg.qr(A)
    >>> Q.abs(), R.abs()
    (tensor([[0.6000, 0.8000],
            [0.8000, 0.6000]]), tensor([[5.0000, 2.2000],
            [0.0000, 0.4000]]))
    >>> torch.allclose(Q @ R, A)
    True

    For real dtypes, ``Q.T @ Q`` is the identity. For a tall matrix, ``Q`` has the shape of the matrix. ``mode="complete"`` makes ``Q``
    square, and ``mode="r"`` computes ``R`` alone:

    >>> tall = torch.arange(8.0).reshape(4, 2).cos()
    >>> Q, R = torch.linalg.qr(tall)
    >>> (Q.T @ Q).round(decimals=4).abs()
    tensor([[1., 0.],
            [0., 1.]])
    >>> [[part.shape for part in torch.linalg.qr(tall, mode=mode)] for mode in ("reduced", "complete", "r")]
    [[torch.Size([4, 2]), torch.Size([2, 2])], [torch.Size([4, 4]), torch.Size([4, 2])], [torch.Size([0]), torch.Size([2, 2])]]

    With ``Q`` and ``R``, least squares is one triangular system:

    >>> b = torch.tensor([[1.0], [2.0], [3.0], [4.0]])
    >>> x = torch.linalg.solve_triangular(R, Q.T @ b, upper=True)
    >>> torch.allclose(x, torch.linalg.lstsq(tall, b).solution, atol=1e-5)
    True

    A column of ``Q`` and the same row of ``R`` can both be negated. To make the factors of a matrix of full rank unique,
    make the diagonal of ``R`` positive. This also turns normal random values into a uniformly drawn orthogonal matrix:

    >>> signs = R.diagonal().sign()
    >>> Q, R = Q * signs, signs[:, None] * R
    >>> R.diagonal() > 0, torch.allclose(Q @ R, tall)
    (tensor([True, True]), True)

    ``torch.geqrf`` returns ``Q`` as a sequence of reflections. ``householder_product``, also named ``torch.orgqr``, makes
    the matrix from them, and ``torch.ormqr`` multiplies by it without making it:

    >>> a, tau = torch.geqrf(A)
    >>> torch.allclose(torch.linalg.householder_product(a, tau), torch.linalg.qr(A).Q, atol=1e-6)
    True
    >>> torch.allclose(torch.ormqr(a, tau, A, transpose=True), torch.linalg.qr(A).R, atol=1e-6)
    True

    With ``mode="complete"``, ``Q`` of a tall matrix has columns that are arbitrary, so the backward pass raises. Use the
    default:

    >>> w = tall.clone().requires_grad_()
    >>> torch.linalg.qr(w, mode="complete").R.sum().backward()
    Traceback (most recent call last):
    RuntimeError: The QR decomposition is not differentiable when mode='complete' and nrows > ncols.
    >>> torch.linalg.qr(w).R.sum().backward()
    >>> w.grad.shape
    torch.Size([4, 2])

    ``torch.qr`` is deprecated; its ``some=False`` is ``mode="complete"``.

    :param A: A matrix, or a batch of them.
    :param mode: ``"reduced"``, ``"complete"`` for a square ``Q``, or ``"r"`` for an empty ``Q``.

    See also: :func:`linalg.svd`, :func:`linalg.solve_triangular`, :func:`linalg.lstsq`.

    :asked: orthonormal basis of the columns; gram-schmidt orthogonalization; random orthogonal matrix; np.linalg.qr
    equivalent; torch.qr is deprecated; orthogonalize vectors; matlab qr economy size; the QR decomposition is not
    differentiable when mode complete; least squares with QR; householder reflections; make columns orthogonal
    """
    if x.dtype.kind not in "fc":
        raise TypeError("qr takes floating-point or complex matrices")
    if mode == "r":
        return np.zeros(0, x.dtype), np.linalg.qr(x, "r")
    return tuple(np.linalg.qr(x, mode))


RELATED = {
    "linalg.cholesky_ex": cholesky,
    "cholesky": cholesky,
    "Tensor.cholesky": cholesky,
    "cholesky_solve": cholesky,
    "Tensor.cholesky_solve": cholesky,
    "cholesky_inverse": cholesky,
    "Tensor.cholesky_inverse": cholesky,
    "linalg.eigvalsh": eigh,
    "linalg.svdvals": svd,
    "svd": svd,
    "Tensor.svd": svd,
    "qr": qr,
    "Tensor.qr": qr,
    "linalg.householder_product": qr,
    "orgqr": qr,
    "Tensor.orgqr": qr,
    "geqrf": qr,
    "Tensor.geqrf": qr,
    "ormqr": qr,
    "Tensor.ormqr": qr,
}
