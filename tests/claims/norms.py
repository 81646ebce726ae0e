"""What the topic Norms and rank says of more cases than it shows, each tried on a table of cases; the docstring is the
sentence.
"""

import itertools

import numpy as np
import torch

from tests.claims.inputs import COMPLEX, DTYPES, SEEDS, drawn, raises

WIDE = (torch.float32, torch.float64, *COMPLEX)
HALF = (torch.float16, torch.bfloat16)
EXACT = (torch.float64, torch.complex128)
linalg = torch.linalg


def close(actual, expected, within=1e-6):
    torch.testing.assert_close(actual, expected, atol=within, rtol=within)


def test_vector_norm():
    """Compute the length of a vector, or another norm of the elements of a tensor.

    By default it is the square root of the sum of squares, of all elements or along ``dim``:

    ``ord=1`` adds the absolute values, ``ord=torch.inf`` takes the largest of them, and ``ord=0`` counts the nonzero
    elements.

    Unlike in ``torch.linalg.norm``, a matrix is read as its elements:

    The dimension that disappears, or a tuple of them; without it, all elements are reduced to one.
    """
    for shape, dtype in itertools.product(((), (3,), (2, 3), (2, 1, 3)), EXACT):
        x = drawn(1, *shape, dtype=dtype)[0]
        x.view(-1)[0] = 0
        size = x.abs()
        for dim in (None, *range(len(shape))):
            dims = tuple(range(x.dim())) if dim is None else dim
            close(linalg.vector_norm(x, dim=dim), size.square().sum(dims).sqrt())
            close(linalg.vector_norm(x, ord=1, dim=dim), size.sum(dims))
            close(linalg.vector_norm(x, ord=torch.inf, dim=dim), size.amax(dims) if shape else size)
            close(linalg.vector_norm(size, ord=0, dim=dim), (size != 0).double().sum(dims))
        for order in (1, 3, torch.inf):
            close(linalg.vector_norm(x, ord=order), linalg.vector_norm(x.reshape(-1), ord=order))
    assert linalg.vector_norm(drawn(3, 3), ord=1) != linalg.norm(drawn(3, 3), ord=1)


def test_rows_of_length_1():
    """To give each row length 1, divide by the norms and keep the dimension.

    A row of zeros would become ``nan``; ``torch.nn.functional.normalize`` leaves it 0:
    """
    for n, m in itertools.product((1, 3), repeat=2):
        x = drawn(n, m)
        close(linalg.vector_norm(x / linalg.vector_norm(x, dim=1, keepdim=True), dim=1), torch.ones(n).double())
        x[0] = 0
        assert (x / linalg.vector_norm(x, dim=1, keepdim=True))[0].isnan().all()
        assert (torch.nn.functional.normalize(x)[0] == 0).all()


def test_gradient_at_zero():
    """At the zero vector, the gradient of the norm is 0.

    The same written with ``sqrt`` has the gradient ``nan``, which then spreads to all weights:
    """
    for n, dtype, order in itertools.product((1, 2, 5), (*WIDE, *HALF), (1, 2, 3)):
        w = torch.zeros(n, dtype=dtype, requires_grad=True)
        assert not torch.autograd.grad(linalg.vector_norm(w, ord=order), w)[0].any()
        assert torch.autograd.grad((w * w.conj()).real.sum().sqrt(), w)[0].isnan().all()
    layer = torch.nn.Linear(3, 2, bias=False)
    torch.nn.init.zeros_(layer.weight)
    layer(torch.ones(3)).square().sum().sqrt().backward()
    assert layer.weight.grad.isnan().all()


def test_squares():
    """With two or more elements, the squares overflow in ``float32`` from about 2e19 on, and silently vanish below
    about 1e-23.
    """
    for size in (1e20, 2e19):
        assert linalg.vector_norm(torch.full((2,), size)).isinf()
        assert linalg.vector_norm(torch.full((2,), size), dtype=torch.float64).isfinite()
    for size in (1e-23, 1e-30):
        assert linalg.vector_norm(torch.full((2,), size)) == 0
    for size in (1e20, 1e-30):
        assert linalg.vector_norm(torch.tensor([size])) == torch.tensor(size)
    for size in (5e18, 1.0, 1e-19):
        close(linalg.vector_norm(torch.full((4,), size)) / size, torch.tensor(2.0), 1e-3)


def test_integers():
    """Integers raise, even with ``dtype``.

    Integers raise.
    """
    for dtype in DTYPES:
        x = torch.ones(2, 2, dtype=dtype)
        taken = dtype in (*WIDE, *HALF)
        for call in (linalg.vector_norm, linalg.matrix_norm):
            assert (raises(call, x) is None) is taken
            assert taken or raises(call, x, dtype=torch.float32) is RuntimeError


def test_matrix_norm():
    """Compute a norm of a matrix: Frobenius, spectral, nuclear or others.

    The default, the Frobenius norm, is the length of the matrix read as one long vector:

    ``ord=1`` is the largest sum of absolute values of a column, and ``ord=torch.inf`` that of a row:

    ``"nuc"`` is the sum of the singular values, and ``-2`` the smallest one:

    The matrices of a batch are in the last two dimensions; ``dim`` names others:
    """
    for n, m, dtype in itertools.product((1, 2, 4), (1, 3), EXACT):
        x = drawn(n, m, dtype=dtype)
        close(linalg.matrix_norm(x), linalg.vector_norm(x))
        close(linalg.matrix_norm(x, ord=1), x.abs().sum(0).max())
        close(linalg.matrix_norm(x, ord=torch.inf), x.abs().sum(1).max())
        s = linalg.svdvals(x)
        close(linalg.matrix_norm(x, ord="nuc"), s.sum())
        close(linalg.matrix_norm(x, ord=-2), s.min())
        batch = drawn(3, n, m, dtype=dtype)
        for order in (1, 2, "fro"):
            each = torch.stack([linalg.matrix_norm(one, ord=order) for one in batch])
            close(linalg.matrix_norm(batch, ord=order), each)
            close(linalg.matrix_norm(batch.movedim(0, 2), ord=order, dim=(0, 1)), each)


def test_spectral_norm():
    """``ord=2``, the spectral norm, is the largest factor by which the matrix lengthens a vector, so its largest
    singular value.
    """
    for seed, n, m in itertools.product(SEEDS, (1, 2, 4), (1, 2, 3)):
        x = drawn(n, m, seed=seed)
        most = linalg.matrix_norm(x, ord=2)
        close(most, linalg.svdvals(x)[0])
        v = drawn(m, 200, seed=seed)
        assert (linalg.vector_norm(x @ v, dim=0) <= most * linalg.vector_norm(v, dim=0) + 1e-9).all()
        best = linalg.svd(x).Vh[0]
        close(linalg.vector_norm(x @ best), most)


def test_what_matrix_norm_takes():
    """A vector is not a matrix.

    The orders that need singular values do not accept ``float16`` and ``bfloat16``, even with ``dtype=torch.float32``.
    """
    for order in ("fro", 1, torch.inf, 2, -2, "nuc"):
        assert raises(linalg.matrix_norm, torch.ones(3), ord=order) is RuntimeError
        for half in HALF:
            x = torch.ones(2, 2, dtype=half)
            raised = {
                raises(linalg.matrix_norm, x, ord=order),
                raises(linalg.matrix_norm, x, ord=order, dtype=torch.float32),
            }
            assert raised == {RuntimeError if order in (2, -2, "nuc") else None}


def test_norm():
    """Compute a vector norm or a matrix norm, whichever the arguments ask for.

    Without ``ord``, the elements are read as one vector, whatever the shape.

    With ``ord``, a matrix gets the matrix norm of that order.

    So ``ord=2`` is not the default of a matrix:

    One dimension as ``dim`` makes it a vector norm, and a pair of dimensions a matrix norm:

    ``np.linalg.norm`` reads its arguments in the same way, but the older ``torch.norm`` does not.

    With a number as the order, it reads a matrix as one vector:

    With ``ord``, a tensor of more than two dimensions needs ``dim``:
    """
    for shape in ((), (3,), (2, 3), (3, 3), (2, 3, 2), (2, 0)):
        x = drawn(1, *shape)[0]
        close(linalg.norm(x), linalg.vector_norm(x))
    x = drawn(3, 4)
    for order in (1, 2, torch.inf, "fro", "nuc"):
        close(linalg.norm(x, ord=order), linalg.matrix_norm(x, ord=order))
        close(linalg.norm(x, ord=order, dim=(0, 1)), linalg.matrix_norm(x, ord=order))
        close(linalg.norm(x, ord=order).item(), float(np.linalg.norm(x.numpy(), ord=order)))
        assert raises(linalg.norm, drawn(2, 3, 4), ord=order) is RuntimeError
        assert raises(linalg.norm, drawn(2, 3, 4), ord=order, dim=(0, 2)) is None
    assert linalg.norm(x, ord=2) != linalg.norm(x)
    for order, dim in itertools.product((1, 2, 3, torch.inf), (0, 1)):
        close(linalg.norm(x, ord=order, dim=dim), linalg.vector_norm(x, ord=order, dim=dim))
        close(linalg.norm(x, ord=order, dim=dim), torch.from_numpy(np.linalg.norm(x.numpy(), ord=order, axis=dim)))
        close(torch.norm(x, order), linalg.vector_norm(x, ord=order))


def test_orders_of_vectors():
    """A vector has orders that a matrix does not have, such as 3 or 0."""
    for order in (0, 3, 0.5, -3):
        assert raises(linalg.norm, drawn(3), ord=order) is None
        assert raises(linalg.norm, drawn(3, 3), ord=order) is RuntimeError


def test_matrix_rank():
    """Count the linearly independent rows or columns of a matrix.

    The rank is the number of singular values above a bound.

    By default the bound is the largest of them times ``max(m, n) * eps``, so it depends on the dtype, and scaling the
    matrix does not change the rank:

    Pass a bound that is above the noise, as an absolute value (``atol``) or as a fraction of the largest singular value
    (``rtol``):
    """
    for n, m, rank, seed in itertools.product((2, 4), (2, 5), (0, 1, 2), SEEDS):
        x = drawn(n, rank, seed=seed) @ drawn(rank, m, seed=seed + 9)
        for scale in (1e-12, 1, 1e12):
            assert linalg.matrix_rank(scale * x) == rank
    for dtype, (n, m), largest in itertools.product(WIDE, ((2, 2), (2, 5), (40, 2)), (1, 1000)):
        eps = torch.finfo(dtype).eps
        for factor in (0.4, 0.9, 1.1, 4):
            x = torch.zeros(n, m, dtype=dtype)
            x[0, 0], x[1, 1] = largest, largest * max(n, m) * eps * factor
            assert (linalg.matrix_rank(x) == 2) == (factor > 1)
    x = torch.tensor([[8, 0], [0, 0.125]])
    for bound in (0.01, 0.015, 0.016, 0.1, 0.12, 0.13):
        assert (linalg.matrix_rank(x, rtol=bound) == 1) == (bound >= 0.125 / 8)
        assert (linalg.matrix_rank(x, atol=bound) == 1) == (bound >= 0.125)
        assert linalg.matrix_rank(x, tol=bound) == linalg.matrix_rank(x, atol=bound)


def test_noise():
    """Measured data has noise, which usually makes the rank full."""
    for seed in SEEDS:
        x = drawn(5, 2, seed=seed) @ drawn(2, 4, seed=seed + 9)
        noisy = x + 1e-6 * drawn(5, 4, seed=seed + 1)
        assert linalg.matrix_rank(x) == 2 and linalg.matrix_rank(noisy) == 4
        assert linalg.matrix_rank(noisy, rtol=1e-4) == linalg.matrix_rank(noisy, atol=1e-4) == 2


def test_rank_has_no_gradient():
    """For each matrix of a batch there is one rank.

    The result is an integer and has no gradient; the sum of the singular values, ``matrix_norm(x, ord="nuc")``, is the
    usual penalty in its place:
    """
    for shape in ((2, 2), (5, 2, 3), (2, 3, 3, 1)):
        x = drawn(*shape).requires_grad_()
        rank = linalg.matrix_rank(x)
        assert rank.shape == shape[:-2] and rank.dtype == torch.int64 and not rank.requires_grad
        close(linalg.matrix_norm(x, ord="nuc"), linalg.svdvals(x).sum(-1))


def test_rank_of_hermitian_matrices():
    """``hermitian=True`` is for symmetric (complex: Hermitian) matrices and reads the lower triangle.

    For another matrix the result is silently wrong:
    """
    for n, dtype in itertools.product((1, 2, 4), EXACT):
        x = drawn(n, n, dtype=dtype)
        lower = x.tril(-1) + x.tril(-1).mH + x.real.diagonal().diag()
        assert linalg.matrix_rank(x.tril(), hermitian=True) == linalg.matrix_rank(lower)
        assert n == 1 or linalg.matrix_rank(x.triu(1), hermitian=True) == 0 != linalg.matrix_rank(x.triu(1))


def test_rank_of_vectors():
    """A vector raises, while NumPy's rank of it is 1 or 0."""
    for n in (1, 2, 5):
        for x, rank in ((torch.ones(n), 1), (torch.zeros(n), 0)):
            assert raises(linalg.matrix_rank, x) is RuntimeError
            assert np.linalg.matrix_rank(x.numpy()) == rank == linalg.matrix_rank(x[None])


def test_cond():
    """Measure how much a linear system can amplify errors: its condition number.

    It is the largest singular value divided by the smallest.

    1 is the best, for the identity and each rotation:

    A relative error of the right-hand side can be multiplied by it.
    """
    for seed, n in itertools.product(SEEDS, (1, 2, 4)):
        a, b, error = drawn(n, n, seed=seed), drawn(n, seed=seed + 1), drawn(n, seed=seed + 2) / 1000
        s = linalg.svdvals(a)
        condition = linalg.cond(a)
        close(condition, s[0] / s[-1])
        assert condition >= 1 - 1e-9
        close(linalg.cond(linalg.qr(a).Q), torch.ones(()).double())
        x, moved = linalg.solve(a, b), linalg.solve(a, b + error)
        assert (moved - x).norm() / x.norm() <= condition * error.norm() / b.norm() * (1 + 1e-6)
        u = linalg.svd(a).U
        x, moved = linalg.solve(a, u[:, 0]), linalg.solve(a, u[:, 0] + u[:, -1] / 1000)
        close((moved - x).norm() / x.norm(), condition / 1000)


def test_digits():
    """Rounding is such an error.

    Of the 7 digits of ``float32``, a condition number of 1e5 leaves about 2, and ``A.T @ A`` squares it:
    """
    lost = []
    for seed in range(20):
        u, v = linalg.qr(drawn(2, 6, 6, seed=seed)).Q
        a = (u * torch.logspace(0, -5, 6).double()) @ v
        close(linalg.cond(a.T @ a), linalg.cond(a) ** 2, 1e-3)
        x = torch.ones(6).double()
        found = linalg.solve(a.float(), (a @ x).float())
        lost.append((found - x).norm().item() / x.norm().item())
    assert 1e-5 < sorted(lost)[10] < 1e-1


def test_scale():
    """A determinant near 0 says little, since scaling the matrix changes it.

    The condition number stays the same:
    """
    for n, scale in itertools.product((1, 2, 5), (1e-3, 7.0, 1e4)):
        a = drawn(n, n)
        close(linalg.cond(scale * a), linalg.cond(a))
        close(linalg.det(scale * a) / scale**n, linalg.det(a))


def test_singular():
    """A singular matrix has the condition number ``inf``, and the zero matrix ``nan``; NumPy's ``cond`` gives ``inf``
    for both.

    Rounding can make it a huge number instead:
    """
    for dtype, n in itertools.product(WIDE, (1, 2, 3)):
        zero = torch.zeros(n, n, dtype=dtype)
        assert linalg.cond(zero).isnan() and np.isinf(np.linalg.cond(zero.numpy()))
        zero[0, 0] = 5
        assert n == 1 or (linalg.cond(zero).isinf() and np.isinf(np.linalg.cond(zero.numpy())))
    huge = []
    for seed in range(20):
        a = drawn(3, 2, seed=seed, dtype=torch.float32)
        huge.append(linalg.cond(torch.cat([a, a[:, :1] * 3 + a[:, 1:] * 7], 1)))
    assert min(huge) > 1e5 and any(one.isfinite() for one in huge)


def test_orders_of_cond():
    """``p`` is the order of the norm in ``norm(A) * norm(inv(A))``.

    The orders 1, ``torch.inf`` and ``"fro"`` need a square matrix.
    """
    a = drawn(4, 4)
    for order in (1, torch.inf, "fro", "nuc", 2, None):
        norm = 2 if order is None else order
        close(linalg.cond(a, order), linalg.matrix_norm(a, norm) * linalg.matrix_norm(linalg.inv(a), norm))
        assert (raises(linalg.cond, drawn(2, 3), order) is None) is (order in (2, None))
