"""What the topic Decompositions says of more cases than it shows, each tried on a table of cases; the docstring is the
sentence.
"""

import itertools

import pytest
import torch

from tests.claims.inputs import COMPLEX, SEEDS, drawn, raises

WIDE = (torch.float32, torch.float64, *COMPLEX)
EXACT = (torch.float64, torch.complex128)
SHAPES = list(itertools.product((0, 1, 2, 5), repeat=2))
linalg = torch.linalg


def close(actual, expected, within=1e-6):
    torch.testing.assert_close(actual, expected, atol=within, rtol=within)


def eye(n, like):
    return torch.eye(n, dtype=like.dtype)


def positive(n, dtype, seed=0):
    """A positive-definite matrix."""
    root = drawn(n, n, seed=seed, dtype=dtype)
    return root @ root.mH + torch.eye(n, dtype=dtype)


def test_cholesky():
    """Factor a positive-definite matrix into a lower triangle and its transpose.

    ``L @ L.T`` is the matrix again; for complex dtypes, ``L @ L.mH``:

    ``torch.cholesky_solve`` takes the right-hand side first, and ``torch.cholesky_inverse`` returns the inverse of
    ``A``:

    The factor solves systems with ``A``.
    """
    for n, dtype, seed in itertools.product((0, 1, 2, 5), EXACT, SEEDS):
        a, b = positive(n, dtype, seed), drawn(n, 2, seed=9, dtype=dtype)
        factor = linalg.cholesky(a)
        close(factor @ factor.mH, a)
        close(factor, factor.tril())
        close(torch.cholesky_solve(b, factor), linalg.solve(a, b))
        close(torch.cholesky_inverse(factor), linalg.inv(a))


def test_covariance():
    """``L @ z`` has the covariance ``A``, if the rows of ``z`` are standard normal values."""
    for n, seed in itertools.product((1, 2, 4), SEEDS):
        a = positive(n, torch.float64, seed)
        estimated = torch.cov(linalg.cholesky(a) @ drawn(n, 100_000, seed=seed)).reshape(n, n)
        assert (estimated - a).abs().max() < 0.03 * a.abs().max()


def test_one_triangle_is_read():
    """One triangle is read, and nothing checks that the matrix is symmetric.

    It is the lower one, and with ``upper=True`` the upper one, whose factor is upper triangular:

    Pass the same ``upper`` to ``cholesky_solve``, or the result is silently wrong:
    """
    for n, dtype in itertools.product((1, 2, 5), WIDE):
        a, b = positive(n, dtype), torch.ones(n, 1, dtype=dtype)
        for upper in (False, True):
            factor = linalg.cholesky(a, upper=upper)
            broken = a + torch.full_like(a, torch.nan).tril(-1) if upper else a + torch.full_like(a, torch.nan).triu(1)
            broken = torch.where(
                torch.ones(n, n).tril(-1).bool().mT if not upper else torch.ones(n, n).tril(-1).bool(), broken, a
            )
            close(linalg.cholesky(broken, upper=upper), factor)
            assert torch.equal(factor, factor.triu() if upper else factor.tril())
            close(torch.cholesky_solve(b, factor, upper=upper), linalg.solve(a, b), 1e-3)
            assert n == 1 or not torch.allclose(
                torch.cholesky_solve(b, factor, upper=not upper), linalg.solve(a, b), 1e-3
            )


def test_positive_definite():
    """``cholesky_ex`` does not raise.

    Its ``info`` is 0 for each matrix that is positive definite:

    A matrix with an eigenvalue of 0 or below raises, unless rounding hides that it is 0.

    The covariance of variables raises if one repeats another.

    Next to 1, ``float32`` rounds 1e-8 away:
    """
    for n, dtype, least in itertools.product((1, 2, 5), WIDE, (-1, 0, 1)):
        a = torch.diag(torch.tensor([*range(2, n + 1), least])).to(dtype)
        assert (raises(linalg.cholesky, a) is None) is (least > 0)
        assert (linalg.cholesky_ex(a).info == 0).item() is (least > 0)
    gram = [drawn(5, 3, seed=seed, dtype=torch.float32) for seed in range(40)]
    assert any(raises(linalg.cholesky, half @ half.T) is None for half in gram)
    repeated = torch.tensor([[1.0, 2, 4], [1, 2, 4]])
    assert raises(linalg.cholesky, torch.cov(repeated)) is linalg.LinAlgError
    assert torch.ones(()) + 1e-8 == 1 and torch.ones((), dtype=torch.float64) + 1e-8 != 1


def test_the_older_cholesky():
    """``torch.cholesky`` is deprecated."""
    a = positive(3, torch.float64)
    assert deprecated(torch.cholesky, a).equal(linalg.cholesky(a))
    assert deprecated(torch.cholesky, a, True).equal(linalg.cholesky(a, upper=True))


def deprecated(call, *arguments):
    """What a call returns that warns of its deprecation."""
    torch._C._set_warnAlways(True)
    try:
        with pytest.warns(UserWarning, match="deprecated"):
            return call(*arguments)
    finally:
        torch._C._set_warnAlways(False)


def test_eigh():
    """Find the eigenvalues and eigenvectors of a symmetric matrix.

    For each pair, ``A @ v`` is the eigenvalue times ``v``.

    The eigenvalues are in ascending order, and the eigenvectors are the columns of ``V``:

    The eigenvectors have length 1 and are perpendicular to each other, so that together they give the matrix back:

    The eigenvalues have one, and ``eigvalsh`` returns them alone:
    """
    for n, dtype, seed in itertools.product((0, 1, 2, 5), EXACT, SEEDS):
        a = drawn(n, n, seed=seed, dtype=dtype)
        a = a + a.mH
        values, vectors = linalg.eigh(a)
        assert (values.diff() >= 0).all()
        for value, vector in zip(values, vectors.T, strict=True):
            close(a @ vector, value * vector)
        close(vectors.mH @ vectors, eye(n, a))
        close((vectors * values) @ vectors.mH, a)
        close(linalg.eigvalsh(a), values)


def test_signs_are_free():
    """The sign of each column is free, and may be different on another machine or in NumPy.

    A function of the matrix is that function of its eigenvalues, with the same eigenvectors.
    """
    for n, signs in itertools.product((1, 2, 3), itertools.product((1.0, -1), repeat=3)):
        a = positive(n, torch.float64)
        values, vectors = linalg.eigh(a)
        other = vectors * torch.tensor(signs[:n]).double()
        close((other * values) @ other.mT, a)
        close((other * values.exp()) @ other.mT, linalg.matrix_exp(a), 1e-4)
        close((other * values**3) @ other.mT, a @ a @ a, 1e-4)


def test_eigh_reads_one_triangle():
    """The lower triangle is read, and with ``UPLO="U"`` the upper one.

    For a matrix that is not symmetric, the result is silently that of another matrix.
    """
    for n, dtype in itertools.product((1, 2, 5), EXACT):
        a = drawn(n, n, dtype=dtype)
        diagonal = a.real.diagonal().diag()
        close(linalg.eigvalsh(a), linalg.eigvalsh(diagonal + a.tril(-1) + a.tril(-1).mH))
        close(linalg.eigvalsh(a, "U"), linalg.eigvalsh(diagonal + a.triu(1) + a.triu(1).mH))
        true = linalg.eigvals(a).real.sort().values
        assert n == 1 or not torch.allclose(linalg.eigvalsh(a), true)


def test_gradients_of_vectors():
    """The eigenvectors of equal eigenvalues can be rotated among themselves, so their gradient is ``nan``.

    Those of equal singular values can be rotated among themselves, so their gradient is ``nan``, while the singular
    values have one:
    """
    for n, scale in itertools.product((2, 3, 5), (1.0, -3.0)):
        w = (scale * torch.eye(n)).requires_grad_()
        weights = drawn(n, n, dtype=torch.float32)
        rotated = linalg.qr(weights).Q
        close((rotated * scale) @ rotated.T, w.detach())
        for vectors in (linalg.eigh(w).eigenvectors, linalg.svd(w).U, linalg.svd(w).Vh):
            assert torch.autograd.grad((vectors * weights).sum(), w)[0].isnan().any()
        for values in (linalg.eigvalsh(w), linalg.eigh(w).eigenvalues, linalg.svdvals(w), linalg.svd(w).S):
            assert torch.autograd.grad(values.sum(), w)[0].isfinite().all()


def test_svd():
    """Find the singular values and the singular vectors of a matrix.

    A matrix of any shape is a rotation or reflection ``Vh``, a scaling by ``S``, the largest factor first, and another
    rotation or reflection ``U``:

    By default ``U`` and ``Vh`` are square, which makes ``U`` of a tall matrix huge.

    With ``full_matrices=False`` they have as many columns and rows as there are singular values:

    ``svdvals`` returns the singular values alone.

    ``False`` returns as many columns of ``U`` and rows of ``Vh`` as there are singular values.
    """
    for (n, m), dtype, full in itertools.product(SHAPES, EXACT, (True, False)):
        a, k = drawn(n, m, dtype=dtype), min(n, m)
        u, s, vh = linalg.svd(a, full_matrices=full)
        assert u.shape == (n, n if full else k) and vh.shape == (m if full else k, m) and s.shape == (k,)
        assert (s.diff() <= 0).all() and (s >= 0).all()
        close((u[:, :k] * s) @ vh[:k], a)
        close(u.mH @ u, eye(u.shape[1], u))
        close(vh @ vh.mH, eye(vh.shape[0], vh))
        close(linalg.svdvals(a), s)


def test_best_approximation():
    """The largest k singular values with their vectors give the best approximation of rank k.

    In the spectral norm, its error is the next singular value:
    """
    for seed, k in itertools.product(SEEDS, (1, 2, 3)):
        a = drawn(6, 4, seed=seed)
        u, s, vh = linalg.svd(a)
        near = (u[:, :k] * s[:k]) @ vh[:k]
        close(linalg.matrix_norm(a - near, ord=2), s[k])
        assert linalg.matrix_rank(near) == k
        for other in range(20):
            moved = drawn(6, k, seed=other) @ drawn(k, 4, seed=other + 1)
            moved = near + moved / 100 if other % 2 else moved
            left, size, right = linalg.svd(moved)
            moved = (left[:, :k] * size[:k]) @ right[:k]
            assert linalg.matrix_norm(a - moved, ord=2) >= s[k] - 1e-9
            assert linalg.matrix_norm(a - moved) >= linalg.matrix_norm(a - near) - 1e-9


def test_the_older_svd():
    """``Vh`` has the singular vectors as rows.

    The older ``torch.svd`` returns ``V`` instead, with the vectors as columns, and its default is what
    ``full_matrices=False`` returns.

    For a square matrix, the product with the wrong one can silently be another matrix:
    """
    for (n, m), dtype in itertools.product(SHAPES, EXACT):
        a = drawn(n, m, dtype=dtype)
        old, new = torch.svd(a), linalg.svd(a, full_matrices=False)
        close([old.U, old.S, old.V], [new.U, new.S, new.Vh.mH])
        if n == m > 2:
            assert not torch.allclose(old.U @ torch.diag(old.S).to(dtype) @ old.V, a)


def test_rank_and_condition():
    """Up to rounding, the rank is the number of those above 0.

    The condition number is the largest one divided by the smallest.
    """
    for n, m, rank in itertools.product((2, 4), (2, 4), (1, 2)):
        a = drawn(n, rank) @ drawn(rank, m, seed=1)
        s = linalg.svdvals(a)
        assert (s > 1e-9).sum() == rank == linalg.matrix_rank(a)
        if rank == n == m:
            close(linalg.cond(a), s[0] / s[-1])


def test_singular_vectors_can_be_negated():
    """A column of ``U`` and the same row of ``Vh`` can both be negated."""
    for (n, m), which in itertools.product(((2, 2), (3, 2), (2, 4)), (0, 1)):
        a = drawn(n, m)
        u, s, vh = linalg.svd(a, full_matrices=False)
        u[:, which] *= -1
        vh[which] *= -1
        close((u * s) @ vh, a)


def test_values_that_are_not_finite():
    """A matrix with ``nan`` raises, while ``inf`` can silently give ``nan``."""
    for shape, dtype, place in itertools.product(((1, 1), (2, 2), (3, 2), (2, 5), (2, 3, 3)), WIDE, (0, -1)):
        a = torch.ones(shape, dtype=dtype)
        a.view(-1)[place] = torch.nan
        assert raises(linalg.svd, a) is raises(linalg.svdvals, a) is linalg.LinAlgError
    assert linalg.svdvals(torch.tensor([[torch.inf, 1], [1, 1]])).isnan().all()


def test_qr():
    """Factor a matrix into orthonormal columns and an upper triangle.

    The columns of ``Q`` have length 1 and are perpendicular, and ``Q @ R`` is ``A`` again.

    The signs are free:

    For real dtypes, ``Q.T @ Q`` is the identity.

    For a tall matrix, ``Q`` has the shape of the matrix.

    ``mode="complete"`` makes ``Q`` square, and ``mode="r"`` computes ``R`` alone:
    """
    for (n, m), dtype in itertools.product(SHAPES, EXACT):
        a, k = drawn(n, m, dtype=dtype), min(n, m)
        for mode, columns in (("reduced", k), ("complete", n)):
            q, r = linalg.qr(a, mode)
            assert q.shape == (n, columns) and r.shape == (columns, m)
            close(q @ r, a)
            close(q.mH @ q, eye(columns, q))
            assert torch.equal(r, r.triu())
        assert linalg.qr(a, "r").Q.numel() == 0
        close(linalg.qr(a, "r").R, linalg.qr(a).R)


def test_least_squares():
    """With ``Q`` and ``R``, least squares is one triangular system:"""
    for seed, dtype in itertools.product(SEEDS, EXACT):
        a, b = drawn(6, 3, seed=seed, dtype=dtype), drawn(6, 2, seed=9, dtype=dtype)
        q, r = linalg.qr(a)
        close(linalg.solve_triangular(r, q.mH @ b, upper=True), linalg.lstsq(a, b).solution)


def test_free_signs():
    """A column of ``Q`` and the same row of ``R`` can both be negated.

    To make the factors of a matrix of full rank unique, make the diagonal of ``R`` positive.

    This also turns normal random values into a uniformly drawn orthogonal matrix:
    """
    signs = torch.tensor([1.0, -1, -1]).double()
    for seed in SEEDS:
        a = drawn(4, 3, seed=seed)
        q, r = linalg.qr(a)
        close((q * signs) @ (signs[:, None] * r), a)
        by_hand = []
        for column in a.T:
            rest = column - sum((q @ column * q for q in by_hand), torch.zeros(4).double())
            by_hand.append(rest / rest.norm())
        close(q * r.diagonal().sign(), torch.stack(by_hand, 1))
    q, r = linalg.qr(drawn(20_000, 2, 2))
    fair = q * r.diagonal(dim1=1, dim2=2).sign()[:, None]
    angles = torch.atan2(fair[:, 1, 0], fair[:, 0, 0])
    counted = torch.histc(angles, 8, -torch.pi, torch.pi)
    assert (counted / 2500 - 1).abs().max() < 0.1
    assert abs((fair.det() > 0).double().mean() - 0.5) < 0.02


def test_reflections():
    """``torch.geqrf`` returns ``Q`` as a sequence of reflections.

    ``householder_product``, also named ``torch.orgqr``, makes the matrix from them, and ``torch.ormqr`` multiplies by
    it without making it:
    """
    for (n, m), dtype in itertools.product(((1, 1), (2, 2), (5, 3)), EXACT):
        a = drawn(n, m, dtype=dtype)
        packed, tau = torch.geqrf(a)
        q, r = linalg.qr(a)
        close(packed[:m].triu(), r)
        close(linalg.householder_product(packed, tau), q)
        close(torch.orgqr(packed, tau), q)
        made = torch.eye(n, dtype=dtype)
        for column, factor in enumerate(tau):
            mirror = packed[:, column].clone()
            mirror[:column], mirror[column] = 0, 1
            made = made @ (torch.eye(n, dtype=dtype) - factor * mirror[:, None] * mirror.conj())
        close(made[:, :m], q)
        b = drawn(n, 2, seed=3, dtype=dtype)
        close(torch.ormqr(packed, tau, b), made @ b)


def test_no_gradient_of_arbitrary_columns():
    """With ``mode="complete"``, ``Q`` of a tall matrix has columns that are arbitrary, so the backward pass raises."""
    for n, m in itertools.product((1, 2, 3, 4), repeat=2):
        w = drawn(n, m).requires_grad_()
        for mode in ("reduced", "complete"):
            error = raises(linalg.qr(w, mode).R.sum().backward)
            assert (error is RuntimeError) is (mode == "complete" and n > m)


def test_the_older_qr():
    """``torch.qr`` is deprecated; its ``some=False`` is ``mode="complete"``."""
    a = drawn(4, 2)
    for some, mode in ((True, "reduced"), (False, "complete")):
        found = deprecated(torch.qr, a, some)
        assert all(one.equal(other) for one, other in zip(found, linalg.qr(a, mode), strict=True))
