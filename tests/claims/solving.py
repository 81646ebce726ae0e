"""What the topic Solving says of more cases than it shows, each tried on a table of cases; the docstring is the
sentence.
"""

import itertools

import numpy as np
import pytest
import torch

from tests.claims.inputs import COMPLEX, DTYPES, SEEDS, drawn, raises, shapes

WIDE = (torch.float32, torch.float64, *COMPLEX)
DRIVERS = ("gels", "gelsy", "gelsd", "gelss")
linalg = torch.linalg


def close(actual, expected, within=1e-6):
    torch.testing.assert_close(actual, expected, atol=within, rtol=within)


def test_solve():
    """Solve a system of linear equations with as many equations as unknowns.

    The result is the vector that ``A`` maps to ``b``.

    For a matrix ``B`` of several columns, each column is solved by itself, and ``A`` is factored once.

    With ``left=False`` the unknown is the left factor, ``X @ A = B``, and each row is solved by itself:
    """
    for seed, n, dtype in itertools.product(SEEDS, (0, 1, 2, 5), (torch.float64, torch.complex128)):
        a, b = drawn(n, n, seed=seed, dtype=dtype), drawn(n, seed=seed + 9, dtype=dtype)
        close(a @ linalg.solve(a, b), b)
        many = drawn(n, 3, seed=seed, dtype=dtype)
        found = linalg.solve(a, many)
        close(found, torch.stack([linalg.solve(a, column) for column in many.T], 1))
        close(linalg.solve(a, many.T, left=False) @ a, many.T)
        close(linalg.solve(a, many.T, left=False)[1:2], linalg.solve(a, many.T[1:2], left=False))
        assert n == 0 or raises(linalg.solve, a, b, left=False) is RuntimeError


def test_vectors_and_matrices():
    """``B`` is read as a batch of vectors if its shape is that of ``A`` without the last dimension, and else as
    matrices, which broadcast.

    NumPy 2 reads it as a matrix in both calls.

    ``B[..., None]`` is unambiguous in both libraries:
    """
    for batch, n in itertools.product(shapes(1, 2, 3, dims=2), (1, 2, 3)):
        a, b = drawn(*batch, n, n) + 7 * torch.eye(n), drawn(*batch, n, seed=1)
        found = linalg.solve(a, b)
        assert found.shape == b.shape
        close((a @ found[..., None])[..., 0], b)
        close(linalg.solve(a, b[..., None])[..., 0], found)
        close(torch.from_numpy(np.linalg.solve(a.numpy(), b[..., None].numpy()))[..., 0], found)
        matrix = drawn(n, n, seed=2)
        if matrix.shape != a.shape[:-1]:
            close(linalg.solve(a, matrix), linalg.inv(a) @ matrix)
    a, b = drawn(2, 2, 2), drawn(2, 2, seed=1)
    assert linalg.solve(a, b).shape == (2, 2) and np.linalg.solve(a.numpy(), b.numpy()).shape == (2, 2, 2)


def test_rows_that_do_not_fit():
    """One matrix and several vectors as the rows of ``B`` raise, since ``B`` needs as many rows as ``A``.

    On a square ``B``, the columns would be solved silently.
    """
    for n, rows in itertools.product((1, 2, 3), repeat=2):
        a, b = drawn(n, n), drawn(rows, n, seed=1)
        assert raises(linalg.solve, a, b) is (None if rows == n else RuntimeError)
        if rows == n > 1:
            close(a @ linalg.solve(a, b)[:, 0], b[:, 0])


def test_one_dtype():
    """Both arguments need the same floating-point or complex dtype."""
    for one, other in itertools.product(DTYPES, repeat=2):
        taken = one is other and one in WIDE
        assert (raises(linalg.solve, torch.eye(2).to(one), torch.ones(2).to(other)) is None) is taken


def test_singular_matrices():
    """A singular matrix raises, unless rounding hides that it is.

    ``lstsq`` returns the best fit:

    A nearly singular matrix does not raise, and the result can silently be wrong.

    If ``torch.linalg.cond(A)`` is 1e7 or more, all the digits of ``float32`` can be lost, so solve in ``float64``.

    ``solve_ex`` does not raise for a singular matrix.

    Its ``info`` is 0 for each matrix that was solved:
    """
    for n, dtype in itertools.product((1, 2, 4), WIDE):
        ranks = [torch.eye(n, dtype=dtype), torch.zeros(n, n, dtype=dtype), torch.eye(n, dtype=dtype)]
        ranks[2][-1] = 0
        b = torch.ones(n, dtype=dtype)
        for x, singular in zip(ranks, (False, True, True), strict=True):
            assert (raises(linalg.solve, x, b) is linalg.LinAlgError) is singular
        assert linalg.solve_ex(torch.stack(ranks), b.expand(3, n)).info.bool().tolist() == [False, True, True]
        best = linalg.lstsq(ranks[2], b, driver="gelsd").solution
        close(best, ranks[2] @ b, 1e-5)
    hidden = 0
    for seed in range(20):
        x = torch.randint(-4, 5, (3, 2), generator=torch.Generator().manual_seed(seed)).float()
        x = torch.cat([x, x[:, :1] * 3 + x[:, 1:] * 7], 1) / 10
        hidden += raises(linalg.solve, x, torch.ones(3)) is None
    assert hidden > 5
    hilbert = 1 / (torch.arange(10)[:, None] + torch.arange(10) + 1)
    assert linalg.cond(hilbert) > 1e7
    assert (linalg.solve(hilbert, hilbert.sum(1)) - 1).abs().max() > 1
    wide = 1 / (torch.arange(10)[:, None] + torch.arange(10) + 1).double()
    assert (linalg.solve(wide, wide.sum(1)) - 1).abs().max() < 1e-2


def test_lstsq():
    """Fit a linear model by least squares.

    Each row of ``A`` is one equation.

    With more equations than unknowns, the ``solution`` makes the sum of the squared errors smallest.

    With fewer equations than unknowns, the shortest of the vectors that fit is returned:
    """
    for seed, driver, dtype in itertools.product(SEEDS, DRIVERS, (torch.float64, torch.complex128)):
        a, b = drawn(6, 3, seed=seed, dtype=dtype), drawn(6, seed=seed + 9, dtype=dtype)
        best = linalg.lstsq(a, b, driver=driver).solution
        error = (a @ best - b).abs().square().sum()
        for other in range(10):
            moved = best + drawn(3, seed=other, dtype=dtype) / 100
            assert (a @ moved - b).abs().square().sum() > error
        a, b = a.T, b[:3]
        best = linalg.lstsq(a, b, driver=driver).solution
        close(a @ best, b)
        free = torch.eye(6, dtype=dtype) - linalg.pinv(a) @ a
        for other in range(10):
            moved = best + free @ drawn(6, seed=other, dtype=dtype)
            close(a @ moved, b)
            assert moved.norm() > best.norm()


def test_the_four_results():
    """The result is a named tuple of four.

    With the default driver on the CPU, ``residuals`` and ``singular_values`` are empty.

    For a tall matrix of full rank, ``"gelsd"`` fills both.

    The residual is the sum of the squared errors:
    """
    for n, m, k in itertools.product((2, 3, 5), (1, 2, 3), (1, 2)):
        a, b = drawn(n, m), drawn(n, k, seed=1)
        found = linalg.lstsq(a, b)
        assert found.residuals.numel() == found.singular_values.numel() == 0 and len(found) == 4
        found = linalg.lstsq(a, b, driver="gelsd")
        close(found.singular_values, linalg.svdvals(a))
        assert found.residuals.numel() == (k if n > m else 0)
        if n > m:
            close(found.residuals, (a @ found.solution - b).square().sum(0))
            a[:, -1] = 0
            assert linalg.lstsq(a, b, driver="gelsd").residuals.numel() == 0


def test_small_singular_values():
    """Nearly equal columns can get large coefficients of opposite signs.

    With ``rcond``, singular values below that fraction of the largest one count as 0:

    Singular values of at most this fraction of the largest one count as 0; ``"gels"`` ignores it.
    """
    for seed, near in itertools.product(SEEDS, (1e-3, 1e-5)):
        column, other, b = drawn(3, 20, seed=seed)
        a = torch.stack([column, column + near * other], 1)
        large = linalg.lstsq(a, b).solution
        assert large[0] * large[1] < 0 and large.abs().min() > 10
        for driver, rcond in itertools.product(DRIVERS, (1e-9, 1e-2)):
            found = linalg.lstsq(a, b, rcond=rcond, driver=driver).solution
            assert (found.abs().max().item() < 10) is (rcond == 1e-2 and driver != "gels")
        close(linalg.lstsq(a, b, rcond=1e-2, driver="gelsd").solution, linalg.pinv(a, rtol=1e-2) @ b)


def test_columns_that_depend():
    """If a matrix does not have full rank, the default driver, ``"gelsy"``, can silently miss a column.

    The driver ``"gels"`` needs full rank.

    It raises for a column of zeros; where rounding hides that a column depends on others, it silently returns huge
    values.
    """
    for n, driver in itertools.product((2, 3, 5), ("gelsd", "gelss")):
        batch = torch.stack([torch.eye(n), torch.eye(n).roll(1, 1)])
        batch[1, :, 0] = 0
        b = torch.ones(2, n)
        close(linalg.lstsq(batch, b, driver=driver).solution, (linalg.pinv(batch) @ b[..., None])[..., 0])
        missed = linalg.lstsq(batch, b, driver="gelsy").solution - linalg.lstsq(batch, b, driver=driver).solution
        assert missed.abs().max() > 0.9
    for n, m in ((2, 2), (5, 2), (5, 3)):
        a = drawn(n, m)
        assert raises(linalg.lstsq, a, torch.ones(n).double(), driver="gels") is None
        a[:, -1] = 0
        assert raises(linalg.lstsq, a, torch.ones(n).double(), driver="gels") is linalg.LinAlgError
    huge = []
    for seed in range(20):
        a = drawn(5, 2, seed=seed)
        a = torch.cat([a, a @ torch.tensor([[3.0], [7.0]]).double()], 1)
        if raises(linalg.lstsq, a, drawn(5), driver="gels") is None:
            huge.append(linalg.lstsq(a, drawn(5), driver="gels").solution.abs().max().item())
    assert len(huge) > 5 and max(huge) > 1e10


def test_a_batch_of_fits():
    """One ``b`` for a batch of matrices raises, unlike in ``solve``."""
    for batch in ((1,), (3,), (2, 3)):
        a, b = drawn(*batch, 4, 4), drawn(4, seed=1)
        assert raises(linalg.lstsq, a, b) is RuntimeError and raises(linalg.solve, a, b) is None
        assert linalg.lstsq(a, b.expand(*batch, 4)).solution.shape == (*batch, 4)


def test_pinv():
    """Compute the pseudoinverse of a matrix: its inverse where it has one.

    It exists for each matrix, also one that is not square or is singular.

    If the columns are independent, as here, ``pinv(A) @ A`` is the identity.

    ``A @ pinv(A)`` is the identity if the rows are independent:

    ``pinv(A) @ b`` is the least-squares solution of ``A @ x = b``.

    A singular matrix does not raise.

    Its singular values are inverted, except that 0 stays 0:
    """
    for n, m, dtype in itertools.product((0, 1, 2, 4), (0, 1, 2, 4), (torch.float64, torch.complex128)):
        a = drawn(n, m, dtype=dtype)
        found = linalg.pinv(a)
        assert found.shape == (m, n)
        identities = torch.eye(m, dtype=dtype), torch.eye(n, dtype=dtype)
        assert torch.allclose(found @ a, identities[0]) is (n >= m)
        assert torch.allclose(a @ found, identities[1]) is (n <= m)
        if n == m:
            close(found, linalg.inv(a))
        if n and m:
            b = drawn(n, seed=3, dtype=dtype)
            close(found @ b, linalg.lstsq(a, b, driver="gelsd").solution)
        if n:
            a[-1] = 0
        found = linalg.pinv(a)
        close(a @ found @ a, a)
        kept = linalg.svdvals(a)
        close(linalg.svdvals(found), torch.where(kept > 1e-9, 1 / kept, 0).sort(descending=True).values)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_bounds(dtype):
    """Small singular values count as 0 too.

    By default these are at most the largest one times ``max(m, n) * eps``, for a 2 × 2 matrix of ``float32`` about
    2e-7 times it.

    ``rtol`` replaces that factor, and ``atol`` is an absolute bound:
    """
    eps = torch.finfo(dtype).eps
    assert dtype is torch.float64 or abs(2 * eps - 2e-7) < 1e-7
    for (n, m), largest in itertools.product([(2, 2), (2, 5), (5, 2), (40, 2)], (1, 1000)):
        for factor in (0.4, 0.9, 1.1, 4):
            a = torch.zeros(n, m, dtype=dtype)
            a[0, 0], a[1, 1] = largest, largest * max(n, m) * eps * factor
            assert (linalg.pinv(a)[1, 1] > 0) == (factor > 1)
    a = torch.tensor([[8, 0], [0, 0.125]], dtype=dtype)
    for bound in (0.01, 0.015, 0.016, 0.1, 0.12, 0.13):
        assert (linalg.pinv(a, rtol=bound)[1, 1] == 0) == (bound >= 0.125 / 8)
        assert (linalg.pinv(a, atol=bound)[1, 1] == 0) == (bound >= 0.125)
    close(
        linalg.pinv(a.expand(2, 2, 2), rtol=torch.tensor([0.1, 0.0]).to(dtype))[:, 1, 1],
        torch.tensor([0, 8.0]).to(dtype),
    )


def test_the_older_pseudoinverses():
    """``torch.pinverse`` and ``np.linalg.pinv`` have the default factor 1e-15 for ``float32`` too.

    Rounding errors are larger than that, and both functions silently invert them to huge values:

    NumPy's name of ``rtol``, by which it can be passed too.
    """
    for small, dropped in ((1e-14, False), (2e-15, False), (5e-16, True)):
        a = torch.tensor([[1, 0], [0, small]])
        assert (torch.pinverse(a)[1, 1] == 0) == (np.linalg.pinv(a.numpy())[1, 1] == 0) == dropped
        assert linalg.pinv(a)[1, 1] == 0
    huge = 0
    for seed in SEEDS:
        a = drawn(4, 2, seed=seed, dtype=torch.float32)
        a = torch.cat([a, a[:, :1] * 3 + a[:, 1:] * 7], 1)
        huge += torch.pinverse(a).abs().max() > 1e4 and np.abs(np.linalg.pinv(a.numpy())).max() > 1e4
        assert linalg.pinv(a).abs().max() < 1e4
        close(linalg.pinv(a, rcond=0.1), linalg.pinv(a, rtol=0.1))
    assert huge >= 3


def test_hermitian():
    """``hermitian=True`` is for symmetric (complex: Hermitian) matrices and reads the lower triangle.

    For another matrix the result is silently wrong:
    """
    for n, dtype in itertools.product((1, 2, 4), (torch.float64, torch.complex128)):
        a = drawn(n, n, dtype=dtype)
        lower = a.tril(-1) + a.tril(-1).mH + a.real.diagonal().diag()
        close(linalg.pinv(a, hermitian=True), linalg.pinv(lower))
        close(linalg.pinv(lower, hermitian=True), linalg.pinv(lower))
        assert n == 1 or not torch.allclose(linalg.pinv(a, hermitian=True), linalg.pinv(a))


def test_what_pinv_takes():
    """A vector is not accepted, nor are integers."""
    for dtype, shape in itertools.product(DTYPES, ((), (3,), (2, 2), (2, 2, 2))):
        taken = dtype in WIDE and len(shape) > 1
        assert (raises(linalg.pinv, torch.ones(shape, dtype=dtype)) is None) is taken


def test_solve_triangular():
    """Solve a triangular system of equations by substitution.

    ``left=False`` solves ``X @ U = B``.

    With ``unitriangular=True`` the diagonal is not read, and 1 stands in its place, as in the ``L`` of an LU
    factorization:

    The other triangle is not read and need not be 0, so the wrong ``upper`` is a silent mistake:

    ``True`` takes the diagonal of ``input`` as 1 without reading it.
    """
    options = itertools.product((0, 1, 2, 4), (torch.float64, torch.complex128), *[(True, False)] * 3)
    for n, dtype, upper, left, unit in options:
        a, b = drawn(2, n, n, dtype=dtype), drawn(2, n, n, seed=1, dtype=dtype)
        kept = a.triu() if upper else a.tril()
        read = kept - kept.diagonal(dim1=1, dim2=2).diag_embed() + torch.eye(n, dtype=dtype) if unit else kept
        found = linalg.solve_triangular(a, b, upper=upper, left=left, unitriangular=unit)
        close(read @ found if left else found @ read, b)
        unread = torch.full_like(a, torch.nan)
        unread = torch.where(kept == 0, unread, a) if n else a
        if unit:
            unread = torch.where(torch.eye(n).bool(), torch.nan, unread)
        close(linalg.solve_triangular(unread, b, upper=upper, left=left, unitriangular=unit), found)


def test_two_triangular_systems():
    """With the factor of :func:`linalg.cholesky`, two triangular systems solve ``A @ x = b``.

    Each takes about n² / 2 multiplications for one column, while ``solve`` takes about n³ / 3 to factor the matrix
    first:
    """
    for seed in SEEDS:
        root, b = drawn(4, 4, seed=seed), drawn(4, 1, seed=9)
        a = root @ root.T + torch.eye(4)
        factor = linalg.cholesky(a)
        y = linalg.solve_triangular(factor, b, upper=False)
        close(linalg.solve_triangular(factor.T, y, upper=True), linalg.solve(a, b))
    n = 1000  # row i of a substitution multiplies i elements, step i of a factorization updates a square of i²
    assert abs(sum(range(n)) / (n**2 / 2) - 1) < 0.01 and abs(sum(i * i for i in range(n)) / (n**3 / 3) - 1) < 0.01


def test_zeros_on_the_diagonal():
    """Unlike in ``solve``, a 0 on the diagonal does not raise.

    The result silently has ``inf`` or ``nan``:
    """
    for n, place, upper in itertools.product((1, 2, 3), (0, 1, 2), (True, False)):
        if place < n:
            a = drawn(n, n)
            a[place, place] = 0
            read, b = a.triu() if upper else a.tril(), torch.ones(n, 1).double()
            assert raises(linalg.solve, read, b) is linalg.LinAlgError
            assert not linalg.solve_triangular(a, b, upper=upper).isfinite().all()


def test_what_solve_triangular_takes():
    """``solve`` accepts a vector, ``solve_triangular`` does not.

    ``upper`` has to be given.
    """
    for n in (1, 2, 3):
        a, b = drawn(n, n).triu(), drawn(n)
        assert raises(linalg.solve, a, b) is None
        assert raises(linalg.solve_triangular, a, b, upper=True) is RuntimeError
        assert raises(linalg.solve_triangular, a, b[:, None]) is TypeError


def test_the_older_triangular_solve():
    """``torch.triangular_solve`` is the deprecated form, which takes ``B`` first, reads the upper triangle by default
    and returns two tensors.
    """
    a, b = drawn(3, 3), drawn(3, 2, seed=1)
    with pytest.warns(UserWarning, match="deprecated"):
        torch._C._set_warnAlways(True)
        try:
            found = torch.triangular_solve(b, a)
        finally:
            torch._C._set_warnAlways(False)
    close(found.solution, linalg.solve_triangular(a, b, upper=True))
    assert len(found) == 2
