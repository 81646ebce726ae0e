"""What the topic Matrices says of more cases than it shows, each tried on a table of cases; the docstring is the
sentence.
"""

import itertools

import numpy as np
import torch

from tests.claims.inputs import COMPLEX, DTYPES, FLOATS, INTEGERS, SEEDS, drawn, ones, raises, shapes, storage

NUMBERS = (*INTEGERS, *FLOATS, *COMPLEX)


# products


def test_rows_and_columns():
    """Each element is the dot product of a row of the first matrix and a column of the second."""
    for n, k, m in itertools.product((1, 2, 5), (0, 1, 3), (1, 4)):
        a, b = drawn(n, k), drawn(k, m, seed=1)
        for i, j in itertools.product(range(n), range(m)):
            torch.testing.assert_close((a @ b)[i, j], torch.dot(a[i], b[:, j]))


def test_inner_sizes():
    """The inner sizes must agree: ``(n, k) @ (k, m)`` gives ``(n, m)``.

    The right factor; its size along dimension ``-2`` (for a vector, its only size) equals the last size of ``input``.
    """
    for n, k, other, m in itertools.product((0, 1, 2, 3), repeat=4):
        a, b = torch.ones(n, k), torch.ones(other, m)
        assert (a @ b).shape == (n, m) if k == other else raises(torch.matmul, a, b) is RuntimeError
        assert (raises(torch.matmul, a, b[:, :1].reshape(-1)) is None) is (k == b[:, :1].numel())


def test_vectors_and_batches():
    """A vector counts as a row on the left and as a column on the right.

    Dimensions before the last two are the batch, and they broadcast:
    """
    for seed in SEEDS:
        x, v = drawn(3, 3, seed=seed), drawn(3, seed=seed + 9)
        torch.testing.assert_close(x @ v, (x @ v[:, None])[:, 0])
        torch.testing.assert_close(v @ x, (v[None] @ x)[0])
    for first, second in itertools.product(shapes(1, 2, 3, dims=2), repeat=2):
        a, b = torch.ones(*first, 2, 3), torch.ones(*second, 3, 4)
        broadcast = raises(torch.broadcast_shapes, first, second) is None
        assert (raises(torch.matmul, a, b) is None) is broadcast
        assert not broadcast or (a @ b).shape == (*torch.broadcast_shapes(first, second), 2, 4)


def test_one_dtype():
    """Both sides need the same dtype, while NumPy promotes."""
    for first, second in itertools.product(NUMBERS, repeat=2):
        a, b = torch.ones(2, 2, dtype=first), torch.ones(2, 2, dtype=second)
        for product, x, y in [
            (torch.matmul, a, b),
            (torch.mm, a, b),
            (torch.bmm, a[None], b[None]),
            (torch.mv, a, b[0]),
            (torch.dot, a[0], b[0]),
        ]:
            assert (raises(product, x, y) is None) is (first == second)
    assert (np.ones((2, 2), np.float32) @ np.ones((2, 2))).dtype == np.float64


def test_last_digits_of_a_product():
    """The last digits of a row may depend on which other rows are multiplied in the same call, so ``(a @ b)[0]`` need
    not equal ``a[0] @ b``.
    """
    differs = False
    for n, k in itertools.product((2, 16, 100), (3, 64, 500)):
        a, b = drawn(n, k, dtype=torch.float32), drawn(k, n, seed=1, dtype=torch.float32)
        torch.testing.assert_close((a @ b)[0], a[0] @ b, rtol=1e-4, atol=1e-4)
        differs = differs or not (a @ b)[0].equal(a[0] @ b)
    assert differs


def test_products_of_one_kind():
    """Multiply two matrices, but no vectors or batches of matrices.

    :func:`matmul` silently treats an unexpected extra dimension as a batch:

    ``bmm`` does not broadcast: both arguments are 3-d and have the same batch size.

    The vector has one element per column of the matrix.

    ``dot`` accepts only 1-d tensors, while ``np.dot`` also multiplies matrices.

    ``dot`` does not broadcast or promote, so both vectors need the same length and the same dtype.

    ``outer`` accepts only 1-d tensors, while NumPy's ``outer`` flattens its arguments.
    """
    given = [torch.ones(batch + rest) for batch in [(), (1,), (2,)] for rest in [(), (3,), (3, 3)] if batch + rest]
    for x, y in itertools.product(given, repeat=2):
        dims = (x.dim(), y.dim())
        assert (raises(torch.mm, x, y) is None) is (dims == (2, 2) and x.shape[1] == y.shape[0])
        assert (raises(torch.bmm, x, y) is None) is (dims == (3, 3) and len(x) == len(y))
        assert (raises(torch.mv, x, y) is None) is (dims == (2, 1) and x.shape[1] == len(y))
        assert (raises(torch.dot, x, y) is None) is (dims == (1, 1) and len(x) == len(y))
        assert (raises(torch.outer, x, y) is None) is (dims == (1, 1))
        assert np.outer(x.numpy(), y.numpy()).shape == (x.numel(), y.numel())
    assert np.dot(np.eye(2), np.eye(2)).shape == (2, 2)
    assert torch.matmul(torch.ones(1, 2, 3), torch.ones(3, 4)).shape == (1, 2, 4)


def test_out_dtype_on_the_cpu():
    """The dtype of the result, for ``float16`` or ``bfloat16`` factors on a GPU; on the CPU, passing it raises."""
    for dtype, wanted in itertools.product(FLOATS, FLOATS):
        x = torch.ones(2, 2, dtype=dtype)
        assert raises(torch.mm, x, x, out_dtype=wanted)
        assert raises(torch.bmm, x[None], x[None], out_dtype=wanted)


def test_complex_dot():
    """``dot`` does not conjugate complex elements; ``torch.vdot`` conjugates those of the first vector."""
    for dtype in COMPLEX:
        a, b = drawn(3, dtype=dtype), drawn(3, seed=1, dtype=dtype)
        torch.testing.assert_close(torch.dot(a, b), (a * b).sum())
        torch.testing.assert_close(torch.vdot(a, b), (a.conj() * b).sum())


def test_outer():
    """A column times a row gives the same result by broadcasting.

    The second vector, 1-d; each of its elements gives a column of the result.
    """
    for first, second in itertools.product(DTYPES, repeat=2):
        x, y = torch.tensor([1, 0, 1]).to(first), torch.tensor([1, 1]).to(second)
        assert torch.outer(x, y).equal(x[:, None] * y) and torch.outer(x, y).dtype == (x[:, None] * y).dtype
    for n, m in itertools.product((0, 1, 3), (0, 1, 2)):
        x, y = drawn(n), drawn(m, seed=1)
        assert torch.outer(x, y).shape == (n, m) and all(torch.outer(x, y)[:, j].equal(x * y[j]) for j in range(m))


def test_einsum_without_a_product_or_a_sum():
    """Without a product or a sum, the result is a view:"""
    x = torch.arange(27).view(3, 3, 3)
    for letters in ("ijk->kji", "iij->ij", "iij->ji", "iii->i", "...k->...k", "...k->k...", "ijk->ijk"):
        assert storage(torch.einsum(letters, x)) == storage(x)
    for letters in ("ijk->ij", "ijk->", "iij->i"):
        assert storage(torch.einsum(letters, x)) != storage(x)


def test_einsum_of_sizes():
    """Each dimension needs a letter, and dimensions of two operands with the same letter need the same size, unless one
    of the sizes is 1.
    """
    for i, j, other in itertools.product((1, 2, 3), repeat=3):
        a, b = torch.ones(i, j), torch.ones(other, 2)
        fits = j == other or 1 in (j, other)
        assert (raises(torch.einsum, "ij,jk->ik", a, b) is None) is fits
        assert not fits or (torch.einsum("ij,jk->ik", a, b) == max(j, other)).all()
        assert (raises(torch.einsum, "ii->i", a) is None) is (i == j)
        assert raises(torch.einsum, "ij->i", torch.ones(i, j, other)) and raises(torch.einsum, "ij->i", torch.ones(i))


def test_einsum_of_small_integers():
    """With a single operand, bools and integers are added as ``int64``, while NumPy keeps the dtype.

    A matrix product of integers keeps the dtype in torch too, so a small integer dtype overflows silently.
    """
    for x in ones((torch.bool, *INTEGERS), [(300, 1)]):
        for letters in ("ij->j", "ij->"):
            assert torch.einsum(letters, x).dtype == torch.int64 and torch.einsum(letters, x).sum() == 300
            assert np.einsum(letters, x.numpy()).dtype == x.numpy().dtype
        k = torch.ones(2, dtype=x.dtype)
        assert torch.einsum("ij,k->k", x, k).equal(torch.tensor([300, 300]))
        assert np.einsum("ij,k->k", x.numpy(), k.numpy()).dtype == x.numpy().dtype
        if x.dtype != torch.bool:
            for y in (torch.einsum("ij,ij->j", x, x), torch.einsum("ij,ik->jk", x, x)[0]):
                assert y.dtype == x.dtype and y.equal(torch.tensor([300]).to(x.dtype))


# trace, diag, diagonal


def test_traces():
    """The matrix need not be square.

    A batch of matrices raises, while ``np.trace`` takes its first two dimensions.

    Apart from overflow and rounding, the trace of ``x @ y`` is the sum of ``x * y.T``, which avoids the matrix product:
    """
    for n, m in itertools.product((0, 1, 2, 4), repeat=2):
        x, y = drawn(n, m), drawn(m, n, seed=1)
        torch.testing.assert_close(torch.trace(x), sum((x[i, i] for i in range(min(n, m))), torch.zeros_like(x.sum())))
        torch.testing.assert_close(torch.trace(x @ y), (x * y.T).sum())
        assert raises(torch.trace, x[None]) and np.trace(np.ones((n, m, 5))).shape == (5,)


def test_number_of_dimensions_decides():
    """The number of dimensions decides which of the two happens.

    A positive ``diagonal`` is above the main diagonal, a negative ``diagonal`` below it:
    """
    for k, n in itertools.product(range(-4, 5), (1, 2, 3)):
        at = {(i, i + k) for i in range(-9, 9)}
        made = torch.diag(torch.arange(1, n + 1), k)
        assert made.shape == (n + abs(k), n + abs(k)) and made.diagonal(k).equal(torch.arange(1, n + 1))
        assert {tuple(place) for place in made.nonzero().tolist()} <= at and made.count_nonzero() == n
        x = torch.arange(12).view(3, 4)
        assert torch.diag(x, k).tolist() == [x[i, j].item() for i, j in sorted(at) if 0 <= i < 3 and 0 <= j < 4]
    assert raises(torch.diag, torch.tensor(1)) and raises(torch.diag, torch.ones(1, 1, 1))


def test_copies_and_views():
    """The diagonal that ``diag`` returns is a copy.

    NumPy's view is read-only.

    In torch, in-place operations on the view change the matrix:
    """
    for shape, k in itertools.product([(1, 1), (2, 3), (3, 2)], (-1, 0, 1)):
        x = torch.arange(shape[0] * shape[1]).view(shape)
        assert torch.diag(x, k).numel() == 0 or storage(torch.diag(x, k)) != storage(x)
        assert storage(torch.diagonal(x, k)) == storage(x)
        assert not np.diagonal(x.numpy(), k).flags.writeable
        x.diagonal(k).fill_(-1)
        assert x.diagonal(k).eq(-1).all() and (x == -1).sum() == x.diagonal(k).numel()


def test_dimensions_of_diagonal():
    """In a batch the matrices are in the last two dimensions, but by default ``diagonal`` silently takes the first two.

    ``dim1`` and ``dim2`` are removed, and the diagonal becomes the last dimension:
    """
    x = drawn(2, 3, 4, 5)
    assert x.diagonal().equal(x.diagonal(dim1=0, dim2=1)) and x.diagonal().shape == (4, 5, 2)
    for a, b in itertools.permutations(range(4), 2):
        kept = [dim for dim in range(4) if dim not in (a, b)]
        y = x.diagonal(dim1=a, dim2=b)
        assert y.shape == (*(x.shape[dim] for dim in kept), min(x.shape[a], x.shape[b]))
        assert all(y[..., i].equal(x.permute(*kept, a, b)[..., i, i]) for i in range(y.shape[-1]))


# tril, triu


def test_triangles():
    """Keep the lower triangle of a matrix and put zeros above it.

    Keep the upper triangle of a matrix and put zeros below it.

    ``triu`` works on each matrix of a batch.

    A vector raises, while NumPy repeats it as rows.
    """
    for shape, k in itertools.product([(2, 2), (2, 3), (3, 2), (2, 2, 2), (0, 3)], range(-4, 5)):
        x = drawn(*shape)
        x[..., :1, -1:] = float("nan")
        i, j = torch.arange(shape[-2])[:, None], torch.arange(shape[-1])
        zero = torch.zeros((), dtype=x.dtype)
        assert torch.allclose(x.tril(k), torch.where(j - i <= k, x, zero), equal_nan=True)
        assert torch.allclose(x.triu(k), torch.where(j - i >= k, x, zero), equal_nan=True)
    assert (
        raises(torch.triu, torch.ones(3)) and raises(torch.tril, torch.ones(3)) and np.triu(np.ones(3)).shape == (3, 3)
    )


def test_pairs():
    """The positions that are kept then list each pair of different indices once:"""
    for n in range(1, 6):
        kept = torch.ones(n, n).triu(1).nonzero().tolist()
        assert [tuple(pair) for pair in kept] == list(itertools.combinations(range(n), 2))


def test_masks():
    """Multiplying the matrix by a triangle of ones gives ``nan``, since 0 times infinity is ``nan``:

    ``tril`` makes them 0, so the masked words can still get a probability:
    """
    for n, seed in itertools.product((2, 3, 6), SEEDS):
        mask = torch.full((n, n), float("-inf"))
        assert (mask * torch.ones(n, n).triu(1)).isnan().equal(torch.ones(n, n).tril() == 1)
        assert mask.triu(1).isinf().equal(torch.ones(n, n).triu(1) == 1) and not mask.triu(1).isnan().any()
        scores, above = drawn(n, n, seed=seed), torch.ones(n, n).triu(1) == 1
        assert (scores.tril().softmax(1)[above] > 0).all() and (scores + 200).tril().float().softmax(1)[0, 1] == 0
        assert (scores.masked_fill(above, float("-inf")).softmax(1)[above] == 0).all()
