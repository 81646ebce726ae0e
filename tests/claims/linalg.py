"""What the topic Linear algebra says of more cases than it shows, each tried on a table of cases; the docstring is the
sentence.
"""

import itertools

import numpy as np
import torch
from torch.utils.flop_counter import FlopCounterMode

from tests.claims.inputs import COMPLEX, FLOATS, INTEGERS, SEEDS, drawn, raises, shapes

WIDE = (torch.float32, torch.float64, *COMPLEX)


def test_areas():
    """Up to its sign, the determinant of a 2 × 2 matrix is the factor by which the matrix scales areas,
    here 2 · 3 − 1 · 1:

    A batch of matrices gives one determinant per matrix; the last two dimensions are the matrix:
    """
    for seed in SEEDS:
        x = drawn(2, 2, seed=seed)
        torch.testing.assert_close(torch.det(x), x[0, 0] * x[1, 1] - x[0, 1] * x[1, 0])
        corners = drawn(3, 2, seed=seed + 9)
        areas = [((b - a)[0] * (c - a)[1] - (b - a)[1] * (c - a)[0]).abs() / 2 for a, b, c in (corners, corners @ x.T)]
        torch.testing.assert_close(areas[1], areas[0] * torch.det(x).abs())
    for batch in shapes(0, 1, 3, dims=2):
        x = drawn(1, *batch, 3, 3)[0]
        assert torch.det(x).shape == batch
        one = torch.tensor([torch.det(m) for m in x.reshape(-1, 3, 3)], dtype=x.dtype)
        torch.testing.assert_close(torch.det(x).flatten(), one)


def test_dtypes_that_raise():
    """Integers and bools raise; on the CPU, so do ``float16`` and ``bfloat16``.

    Convert them with ``float()``.

    NumPy converts integers itself:

    Integers, bools and half precision raise; convert them with ``float()``.
    """
    for dtype in (torch.bool, *INTEGERS, *FLOATS, *COMPLEX):
        x = torch.eye(2, dtype=dtype)
        for f in (torch.det, torch.linalg.inv):
            assert (raises(f, x) is None) is (dtype in WIDE)
            assert dtype.is_complex or raises(f, x.float()) is None
        assert dtype not in INTEGERS or np.linalg.det(x.numpy()) == 1


def test_determinants_and_singular_matrices():
    """A determinant of 0 does not prove that a matrix is singular.

    Because of rounding, a singular matrix can also have a nonzero determinant.

    The condition number tells more: 1 is best, and for a singular matrix it is ``inf``, ``nan`` or huge:

    If rounding hides the dependence, the result silently has huge values, so check ``torch.linalg.cond``.
    """
    seen, huge = [], []
    for seed, dtype in itertools.product(range(20), (torch.float32, torch.float64)):
        x = torch.randint(-4, 5, (3, 2), generator=torch.Generator().manual_seed(seed)).to(dtype)
        x = torch.cat([x, x[:, :1] * 3 + x[:, 1:] * 7], 1) / 10
        seen.append(torch.det(x).item())
        assert not torch.linalg.cond(x) < 1e5
        if raises(torch.linalg.inv, x) is None:
            huge.append(torch.linalg.inv(x).abs().max().item())
    assert torch.linalg.cond(torch.zeros(2, 2)).isnan() and torch.linalg.cond(torch.ones(2, 2)).isinf()
    assert any(seen) and huge and max(huge) > 1e15 and sorted(huge)[0] > 1e3
    for scale, n in itertools.product((1e-3, 0.1, 1, 1e3), (1, 5, 50)):
        x = scale * torch.eye(n)
        assert torch.linalg.cond(x) == 1
        torch.testing.assert_close(torch.linalg.inv(x), torch.eye(n) / scale)


def test_slogdet():
    """``torch.linalg.slogdet`` returns the sign and the logarithm separately, so it does not underflow here:"""
    for seed in SEEDS:
        x = drawn(100, 100, seed=seed, dtype=torch.float32) / 1000
        sign, logarithm = torch.linalg.slogdet(x)
        assert torch.det(x) == 0 and abs(sign) == 1 and -1000 < logarithm < -100
        torch.testing.assert_close(torch.linalg.slogdet(x.double()).logabsdet.float(), logarithm, rtol=1e-3, atol=0)


def test_inverse():
    """The product of a matrix and its inverse is the identity, up to rounding:

    To solve ``x @ y = b``, use ``torch.linalg.solve``.

    Each matrix of a batch is inverted, and one singular matrix raises for the whole batch.
    """
    for seed, n in itertools.product(SEEDS, (1, 2, 5)):
        x, b = drawn(3, n, n, seed=seed), drawn(n, seed=seed + 9)
        y = torch.linalg.inv(x)
        for product in (x @ y, y @ x):
            torch.testing.assert_close(product, torch.eye(n, dtype=x.dtype).expand(3, n, n), atol=1e-8, rtol=0)
        torch.testing.assert_close(torch.linalg.solve(x[0], b), y[0] @ b)
        assert all(torch.allclose(torch.linalg.inv(one), other) for one, other in zip(x, y, strict=True))
        x[seed % 3] = 0
        assert raises(torch.linalg.inv, x) is torch.linalg.LinAlgError


def test_each_element():
    """``1 / x`` and, for floats, ``x ** -1`` silently invert each element instead of the matrix:"""
    for dtype in FLOATS:
        x = torch.tensor([[2, 1], [4, 8]], dtype=dtype)
        assert (1 / x).tolist() == (x**-1).tolist() == [[0.5, 1], [0.25, 0.125]]
    for dtype in INTEGERS:
        assert raises(lambda dtype=dtype: torch.ones(2, 2, dtype=dtype) ** -1)


def test_not_square():
    """A matrix that is not square raises.

    For least squares, use the pseudoinverse:
    """
    for n, m in itertools.product((1, 2, 4), repeat=2):
        x, b = drawn(n, m), drawn(n, seed=1)
        assert (raises(torch.linalg.inv, x) is None) is (n == m)
        if n > m:
            best = torch.linalg.lstsq(x, b[:, None]).solution[:, 0]
            torch.testing.assert_close(torch.linalg.pinv(x) @ b, best)


def test_logarithms_of_determinants():
    """Compute the sign and the logarithm of the absolute value of a determinant.

    ``sign * logabsdet.exp()`` is the determinant:

    A determinant is a product of as many factors as the matrix has rows, so for a large matrix it easily overflows or
    becomes 0.

    The logarithm is a sum and stays small:

    The gradient of the logarithm of a real matrix is the transposed inverse:

    ``torch.logdet`` returns the logarithm alone.

    For a real matrix with a negative determinant it is silently ``nan``:
    """
    for seed, n, dtype in itertools.product(SEEDS, (1, 2, 5), (torch.float64, torch.complex128)):
        x = drawn(n, n, seed=seed, dtype=dtype).requires_grad_()
        sign, logarithm = torch.linalg.slogdet(x)
        torch.testing.assert_close(sign * logarithm.exp(), torch.det(x))
        torch.testing.assert_close(torch.linalg.eigvals(x).prod(), torch.det(x).to(torch.complex128))
        gradient = torch.autograd.grad(logarithm, x)[0]
        torch.testing.assert_close(gradient, torch.linalg.inv(x.detach()).mH)
        if not dtype.is_complex:
            assert torch.logdet(x).isnan() if sign < 0 else torch.logdet(x) == logarithm
    for scale, n in itertools.product((0.01, 100.0), (50, 500)):
        x = scale * torch.eye(n)
        assert torch.det(x) in (0, torch.inf) and torch.linalg.slogdet(x).logabsdet.abs() < 3000


def test_singular_matrices_have_a_logarithm():
    """A singular matrix does not raise.

    The sign is 0, and the logarithm is ``-inf``, unless rounding hides that it is singular:

    Integers raise.
    """
    for dtype, n in itertools.product(WIDE, (1, 2, 4)):
        x = torch.eye(n, dtype=dtype)
        x[-1] = 0
        assert torch.linalg.slogdet(x) == (0, -torch.inf)
    hidden = 0
    for seed in range(20):
        x = torch.randint(-4, 5, (3, 2), generator=torch.Generator().manual_seed(seed)).double()
        hidden += torch.linalg.slogdet(torch.cat([x, x[:, :1] * 3 + x[:, 1:] * 7], 1) / 10).sign != 0
    assert hidden > 5
    for dtype in (torch.bool, *INTEGERS):
        x = torch.eye(2, dtype=dtype)
        assert all(raises(f, x) for f in (torch.linalg.slogdet, torch.logdet, torch.linalg.matrix_exp))


def test_matrix_power():
    """Raise a square matrix to an integer power.

    The factors are multiplied as matrices, while ``x ** n`` is the power of each element.

    The power 0 is the identity, and a negative power multiplies inverses:
    """
    for seed, n, dtype in itertools.product(SEEDS, (1, 2, 4), (torch.int64, torch.float64, torch.complex128)):
        x = (drawn(n, n, seed=seed).round() if dtype is torch.int64 else drawn(n, n, seed=seed)).to(dtype)
        product = torch.eye(n, dtype=dtype)
        for power in range(6):
            torch.testing.assert_close(torch.linalg.matrix_power(x, power), product)
            product = product @ x
            torch.testing.assert_close(x**power, torch.stack([one**power for one in x.flatten()]).reshape(n, n))
        if dtype is not torch.int64:
            for power in range(1, 5):
                inverses = torch.linalg.matrix_power(torch.linalg.inv(x), power)
                torch.testing.assert_close(torch.linalg.matrix_power(x, -power), inverses)


def test_products_of_a_power():
    """The power 100 takes 8 products rather than 99, since squares are multiplied.

    A Markov chain after 100 steps is one call:
    """
    with FlopCounterMode(display=False) as counted:
        torch.linalg.matrix_power(torch.eye(10), 100)
    with FlopCounterMode(display=False) as one:
        torch.eye(10) @ torch.eye(10)
    assert counted.get_total_flops() == 8 * one.get_total_flops() > 0
    for seed in SEEDS:
        step = drawn(3, 3, seed=seed).softmax(1)
        state = torch.tensor([1.0, 0, 0]).double()
        after = state @ torch.linalg.matrix_power(step, 100)
        for _ in range(100):
            state = state @ step
        torch.testing.assert_close(after, state)


def test_powers_of_integers():
    """Integers overflow silently, here from the power 92 on.

    Integers do not have a negative power, while NumPy's ``matrix_power`` inverts them.

    ``n`` has to be an integer.
    """
    x = torch.tensor([[1, 1], [1, 0]])
    exact = [1, 1]
    while len(exact) < 120:
        exact.append(exact[-1] + exact[-2])
    powers = [torch.linalg.matrix_power(x, power)[0, 0].item() for power in range(120)]
    assert next(n for n in range(120) if powers[n] != exact[n]) == 92
    for dtype in INTEGERS:
        assert raises(torch.linalg.matrix_power, x.to(dtype), -1) is RuntimeError
        assert raises(torch.linalg.matrix_power, x.to(dtype), 2) is None
    assert np.linalg.matrix_power(x.numpy(), -1).tolist() == [[0, 1], [1, -1]]
    for power in (0.5, 2.0):
        assert raises(torch.linalg.matrix_power, x.float(), power) is TypeError


def test_matrix_exp():
    """Compute the exponential of a square matrix.

    It is the sum of the powers ``x ** k / k!`` with matrix products, not :func:`exp` of each element:

    For a diagonal matrix, the exponentials are those of the diagonal.

    The determinant is the exponential of the trace:
    """
    for seed, n, dtype in itertools.product(SEEDS, (1, 2, 4), (torch.float64, torch.complex128)):
        x = drawn(n, n, seed=seed, dtype=dtype)
        total = term = torch.eye(n, dtype=dtype)
        for k in range(1, 60):
            term = term @ x / k
            total = total + term
        found = torch.linalg.matrix_exp(x)
        torch.testing.assert_close(found, total)
        torch.testing.assert_close(torch.linalg.matrix_exp(x.diag().diag()), x.diag().exp().diag())
        torch.testing.assert_close(torch.det(found), x.trace().exp())


def test_differential_equations():
    """From ``y``, the differential equation y' = A y leads to ``matrix_exp(t * A) @ y`` in the time t.

    If ``A`` is the negative of its transpose, the exponential is a rotation.

    So the exponential of ``w - w.T`` is an orthogonal matrix that can be trained:
    """
    for seed, n in itertools.product(SEEDS, (1, 2, 3)):
        a, y = drawn(n, n, seed=seed), drawn(n, seed=seed + 1)
        walked, steps = y, 20_000
        for _ in range(steps):
            walked = walked + a @ walked / steps
        torch.testing.assert_close(torch.linalg.matrix_exp(a) @ y, walked, rtol=0.01, atol=0.01)
        w = a.clone().requires_grad_()
        q = torch.linalg.matrix_exp(w - w.T)
        torch.testing.assert_close(q.T @ q, torch.eye(n).double())
        torch.testing.assert_close(torch.det(q), torch.ones(()).double())
        assert n == 1 or torch.autograd.grad(q[0, -1], w)[0].any()


def test_sums_of_exponents():
    """If two matrices do not commute, the product of their exponentials is not the exponential of their sum:"""
    for seed, n in itertools.product(SEEDS, (1, 2, 3)):
        a, b = drawn(2, n, n, seed=seed)
        exp = torch.linalg.matrix_exp
        commute = torch.allclose(a @ b, b @ a)
        assert commute is (n == 1) and torch.allclose(exp(a) @ exp(b), exp(a + b)) is commute
        torch.testing.assert_close(exp(a) @ exp(2 * a), exp(3 * a))


def test_matrix_exp_of_half_precision():
    """For ``float16`` and ``bfloat16``, the result of a 2 × 2 or larger matrix is silently wrong on the CPU."""
    for dtype, n, scale in itertools.product((torch.float16, torch.bfloat16), (1, 2, 3, 5), (0.01, 0.5, 1, 3)):
        x = scale * torch.eye(n)
        near = torch.linalg.matrix_exp(x.to(dtype)).float() - torch.linalg.matrix_exp(x)
        assert (near.abs().max() < 0.1).item() is (n == 1)


def test_matrix_exp_of_batches():
    """A batch of several dimensions can raise if it is not contiguous; call ``contiguous()`` first."""
    for shape in ((2, 3, 2, 2), (3, 2, 4, 1, 1), (2, 3, 4, 4)):
        x = drawn(*shape)
        moved = x.transpose(0, 1)
        assert raises(torch.linalg.matrix_exp, x) is None
        assert raises(torch.linalg.matrix_exp, moved) is (RuntimeError if shape[-1] > 1 else None)
        torch.testing.assert_close(
            torch.linalg.matrix_exp(moved.contiguous()), torch.linalg.matrix_exp(x).transpose(0, 1)
        )
