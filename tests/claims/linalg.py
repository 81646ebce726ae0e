"""What the topic Linear algebra says of more cases than it shows, each tried on a table of cases; the docstring is the
sentence.
"""

import itertools

import numpy as np
import torch

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
