"""Matrices: products of vectors, matrices and batches of them, diagonals and triangles."""

import numpy as np

__all__ = [
    "bmm",
    "diag",
    "diagonal",
    "dot",
    "einsum",
    "ger",
    "matmul",
    "mm",
    "mv",
    "outer",
    "trace",
    "tril",
    "triu",
]


def matmul(x, other):
    """Multiply matrices, vectors or batches of matrices: what ``@`` does.

    Each element is the dot product of a row of the first matrix and a column of the second. ``*`` multiplies element by
    element:

    >>> x = torch.tensor([[1, 2], [3, 4]])
    >>> y = torch.tensor([[5, 6], [7, 8]])
    >>> x @ y
    tensor([[19, 22],
            [43, 50]])
    >>> x * y
    tensor([[ 5, 12],
            [21, 32]])

    The inner sizes must agree: ``(n, k) @ (k, m)`` gives ``(n, m)``. Transpose one of the matrices:

    >>> a = torch.ones(2, 3)
    >>> torch.matmul(a, a)
    Traceback (most recent call last):
    RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)
    >>> torch.matmul(a, a.T).shape
    torch.Size([2, 2])

    A vector counts as a row on the left and as a column on the right. Dimensions before the last two are the batch, and
    they broadcast:

    >>> v = torch.tensor([1, 10])
    >>> x @ v, v @ x, v @ v
    (tensor([21, 43]), tensor([31, 42]), tensor(101))
    >>> torch.matmul(torch.ones(8, 1, 2, 3), torch.ones(4, 3, 5)).shape
    torch.Size([8, 4, 2, 5])

    Both sides need the same dtype, while NumPy promotes. Data from NumPy is often ``float64``; convert it with
    ``float()``:

    >>> a @ torch.ones(3, 2, dtype=torch.float64)
    Traceback (most recent call last):
    RuntimeError: expected m1 and m2 to have the same dtype, but got: float != double
    >>> (a @ torch.ones(3, 2, dtype=torch.float64).float()).shape
    torch.Size([2, 2])

    The last digits of a row may depend on which other rows are multiplied in the same call, so ``(a @ b)[0]`` need not
    equal ``a[0] @ b``.

    :param other: The right factor; its size along dimension ``-2`` (for a vector, its only size) equals the last size
        of ``input``.

    See also: :func:`mm`, :func:`bmm`, :func:`mul`, :func:`einsum`.

    :sheet picture: x @ x.T
    :sheet error: mat1 and mat2 shapes cannot be multiplied: The inner sizes differ. Print both shapes, then
        transpose one.
    :sheet numpy: np.dot(x, x.T) → x @ x.T
    :sheet trap: x.dot(x.T): Expects 1-d tensors.

    :asked: mat1 and mat2 shapes cannot be multiplied; real matrix multiplication; matmul vs mm vs bmm vs dot;
    multiply a batch of matrices by one matrix; tf.matmul equivalent; expected m1 and m2 to have the same dtype;
    multiply matrices whose batch shapes broadcast; matrix multiplication multiply two matrices; difference between
    * and @; dimension mismatch when multiplying matrices; matlab A*B equivalent star gives elementwise;
    dot product of 2d matrices x @ w
    """
    if x.dtype != other.dtype:
        raise TypeError("matmul takes two arrays of one dtype")
    return x @ other


def mm(x, mat2):
    """Multiply two matrices, but no vectors or batches of matrices.

    >>> x = torch.tensor([[1, 2], [3, 4], [5, 6]])
    >>> x.mm(torch.tensor([[5, 6], [7, 8]]))
    tensor([[19, 22],
            [43, 50],
            [67, 78]])

    A vector is not a matrix. Make it a column, or use :func:`matmul`, which accepts vectors:

    >>> v = torch.tensor([1, 10])
    >>> torch.mm(x, v)
    Traceback (most recent call last):
    RuntimeError: mat2 must be a matrix
    >>> torch.mm(x, v.unsqueeze(1)).shape
    torch.Size([3, 1])
    >>> torch.matmul(x, v)
    tensor([21, 43, 65])

    :func:`matmul` silently treats an unexpected extra dimension as a batch:

    >>> torch.matmul(torch.ones(1, 2, 3), torch.ones(3, 4)).shape
    torch.Size([1, 2, 4])

    In ``mm`` the extra dimension raises. Remove it:

    >>> torch.mm(torch.ones(1, 2, 3), torch.ones(3, 4))
    Traceback (most recent call last):
    RuntimeError: self must be a matrix
    >>> torch.mm(torch.ones(1, 2, 3).squeeze(0), torch.ones(3, 4)).shape
    torch.Size([2, 4])

    :param mat2: The right factor, a matrix with as many rows as ``input`` has columns.
    :param out_dtype: The dtype of the result, for ``float16`` or ``bfloat16`` factors on a GPU; on the CPU, passing it
        raises.

    See also: :func:`matmul`, :func:`bmm`, :func:`mv`.

    :asked: multiply exactly two 2-d matrices; mat2 must be a matrix; self must be a matrix; mm vs matmul; strict
    product without broadcasting; matrix times column vector of shape n 1; why mm fails on vectors or batches; 2x3
    times 3x4 matrix product; plain 2d matrices product without batch; matrix product of 2d only refuses 3d; n x m
    times m x p matrix
    """
    if x.ndim != 2 or mat2.ndim != 2 or x.dtype != mat2.dtype:
        raise ValueError("mm takes two matrices of one dtype")
    return x @ mat2


def bmm(x, mat2):
    """Multiply two batches of matrices pair by pair.

    The first matrix of one batch is multiplied by the first matrix of the other, and so on:

    >>> x = torch.tensor([[[1, 2], [3, 4]], [[1, 0], [0, 1]]])
    >>> y = torch.tensor([[[1], [10]], [[5], [6]]])
    >>> torch.bmm(x, y)
    tensor([[[21],
             [43]],
    <BLANKLINE>
            [[ 5],
             [ 6]]])

    Attention multiplies queries by keys. Transposing the last two dimensions of the keys makes the inner sizes agree:

    >>> query, key = torch.ones(8, 5, 64), torch.ones(8, 7, 64)
    >>> torch.bmm(query, key.transpose(1, 2)).shape
    torch.Size([8, 5, 7])

    ``bmm`` does not broadcast: both arguments are 3-d and have the same batch size. Use :func:`matmul`, which
    broadcasts:

    >>> torch.bmm(torch.ones(4, 2, 3), torch.ones(1, 3, 5))
    Traceback (most recent call last):
    RuntimeError: Expected size for first two dimensions of batch2 tensor to be: [4, 3] but got: [1, 3].
    >>> torch.bmm(torch.ones(4, 2, 3), torch.ones(3, 5))
    Traceback (most recent call last):
    RuntimeError: batch2 must be a 3D tensor
    >>> torch.matmul(torch.ones(4, 2, 3), torch.ones(3, 5)).shape
    torch.Size([4, 2, 5])

    :param mat2: The right factors, a batch of as many matrices as ``input``.
    :param out_dtype: The dtype of the result, for ``float16`` or ``bfloat16`` factors on a GPU; on the CPU, passing it
        raises.

    See also: :func:`matmul`, :func:`mm`, :func:`einsum`, :func:`transpose`.

    :sheet: b.bmm(b.mT).shape

    :asked: multiply two 3d tensors; bmm vs matmul; expected size for first two dimensions of batch2 tensor; query
    times key transposed attention scores; keras batch_dot equivalent; attention q k^T for every sample; each sample
    multiplied with its own matrix; batched or per sample matrix product; 3d tensor times 3d tensor; many small
    matrices multiplied without for loop; b x n x m times b x m x p
    """
    if x.ndim != 3 or mat2.ndim != 3 or len(x) != len(mat2) or x.dtype != mat2.dtype:
        raise ValueError("bmm takes two batches of one dtype with as many matrices in each")
    return x @ mat2


def mv(x, vec):
    """Multiply a matrix by a vector: one dot product for each row.

    >>> x = torch.tensor([[1, 2], [3, 4], [5, 6]])
    >>> v = torch.tensor([1, 10])
    >>> torch.mv(x, v)
    tensor([21, 43, 65])

    The vector has one element per column of the matrix. A column of shape ``(2, 1)`` is not a vector. Flatten it:

    >>> column = v.reshape(2, 1)
    >>> torch.mv(x, column)
    Traceback (most recent call last):
    RuntimeError: vector + matrix @ vector expected, got 1, 2, 2
    >>> torch.mv(x, torch.tensor([1, 10, 100]))
    Traceback (most recent call last):
    RuntimeError: size mismatch, got input (3), mat (3x2), vec (3)
    >>> torch.mv(x, column.flatten())
    tensor([21, 43, 65])

    To multiply by a vector from the left, transpose the matrix. ``@`` accepts either order:

    >>> w = torch.tensor([1, 10, 100])
    >>> torch.mv(x.T, w)
    tensor([531, 642])
    >>> x @ v, w @ x
    (tensor([21, 43, 65]), tensor([531, 642]))

    :param vec: The vector, 1-d, with as many elements as ``input`` has columns.

    See also: :func:`matmul`, :func:`mm`, :func:`dot`.

    :asked: multiply a matrix by a 1-d tensor; size mismatch got input mat vec; apply a linear map to one vector;
    vector + matrix @ vector expected; dot product of each row with a vector; rotation matrix times a point; apply 3x3
    matrix to vector of length 3; matrix @ vector gives a vector; transform a vector by a matrix; scores of all items
    for one user vector; A times x where x is one dimensional; matrix times vector product 2d with 1d
    """
    if x.ndim != 2 or vec.ndim != 1 or x.dtype != vec.dtype:
        raise ValueError("mv takes a matrix and a vector of one dtype")
    return x @ vec


def dot(x, tensor):
    """Take the dot product of two vectors: multiply element by element and add up.

    For these vectors, the result is 1·4 + 2·5 + 3·6:

    >>> x = torch.tensor([1, 2, 3])
    >>> y = torch.tensor([4, 5, 6])
    >>> torch.dot(x, y)
    tensor(32)
    >>> (x * y).sum()
    tensor(32)

    ``dot`` accepts only 1-d tensors, while ``np.dot`` also multiplies matrices. Multiply matrices with ``@``:

    >>> m = torch.tensor([[1, 2], [3, 4]])
    >>> torch.dot(m, m)
    Traceback (most recent call last):
    RuntimeError: 1D tensors expected, but got 2D and 2D tensors
    >>> m @ m
    tensor([[ 7, 10],
            [15, 22]])

    ``dot`` does not broadcast or promote, so both vectors need the same length and the same dtype. Convert a vector of
    another dtype:

    >>> torch.dot(x, torch.tensor([1, 2]))
    Traceback (most recent call last):
    RuntimeError: inconsistent tensor size, expected tensor [3] and src [2] to have the same number of elements, but got 3 and 2 elements respectively
    >>> torch.dot(x, torch.tensor([1.0, 2.0, 3.0]))
    Traceback (most recent call last):
    RuntimeError: dot : expected both vectors to have same dtype, but found Long and Float
    >>> torch.dot(x.float(), torch.tensor([1.0, 2.0, 3.0]))
    tensor(14.)

    For the dot product of each row with the same row of another matrix, multiply and add along the rows:

    >>> (m * m).sum(1)
    tensor([ 5, 25])

    ``dot`` does not conjugate complex elements; ``torch.vdot`` conjugates those of the first vector.

    :param tensor: The second vector, 1-d, of the same length and dtype as ``input``.

    See also: :func:`matmul`, :func:`mul`, :func:`outer`, :func:`mv`.

    :sheet: v.dot(s)

    :asked: dot product of two vectors; inconsistent tensor size expected to have the same number of elements;
    expected both vectors to have same dtype; np.dot fails for matrices in torch; similarity of two embedding vectors
    by inner product; project one vector onto another a·b; inner or scalar product; sum of a_i * b_i elementwise
    products; two 1d tensors to one number; weighted sum of prices and amounts; row wise inner product of two
    matrices; multiply two vectors and add to one number
    """
    if x.ndim != 1 or tensor.ndim != 1 or x.dtype != tensor.dtype:
        raise ValueError("dot takes two vectors of one dtype")
    return x @ tensor


def outer(x, vec2):
    """Take the outer product: each element of one vector times each of another.

    >>> x = torch.tensor([1, 2, 3])
    >>> y = torch.tensor([10, 100])
    >>> torch.outer(x, y)
    tensor([[ 10, 100],
            [ 20, 200],
            [ 30, 300]])

    A column times a row gives the same result by broadcasting. Other operations, such as a sum, work in the same way:

    >>> x[:, None] * y
    tensor([[ 10, 100],
            [ 20, 200],
            [ 30, 300]])
    >>> x[:, None] + y
    tensor([[ 11, 101],
            [ 12, 102],
            [ 13, 103]])

    ``outer`` accepts only 1-d tensors, while NumPy's ``outer`` flattens its arguments. Flatten them first:

    >>> m = torch.tensor([[1, 2], [3, 4]])
    >>> torch.outer(m, y)
    Traceback (most recent call last):
    RuntimeError: outer: Expected 1-D argument self, but got 2-D
    >>> torch.outer(m.flatten(), y).shape
    torch.Size([4, 2])

    ``ger`` is an old name of ``outer``.

    :param vec2: The second vector, 1-d; each of its elements gives a column of the result.

    See also: :func:`dot`, :func:`mul`, :func:`einsum`, :func:`meshgrid`.

    :sheet: outer(v, s)

    :asked: outer product of two vectors; multiplication table; column vector times row vector; np.outer equivalent;
    pairwise differences or sums of two vectors; table of all products a_i * b_j; n x m matrix from two vectors; rank
    one matrix from u and v; all combinations of two vectors multiplied; every pair product matrix; a*b' of two column
    vectors
    """
    return np.einsum("i,j->ij", x, vec2)


ger = outer


def einsum(equation, *operands):
    """Write a sum of products in Einstein notation, with a letter for each dimension.

    Letters before the arrow name the dimensions of the operands. A letter that is missing after the arrow is summed
    over:

    >>> x = torch.tensor([[1, 2], [3, 4]])
    >>> torch.einsum("ij->j", x)
    tensor([4, 6])

    Dimensions with the same letter in two operands are matched. Here ``j`` is the inner dimension of a matrix
    multiplication:

    >>> y = torch.tensor([[5, 6], [7, 8]])
    >>> torch.einsum("ij,jk->ik", x, y)
    tensor([[19, 22],
            [43, 50]])

    A letter that occurs twice in one operand selects its diagonal. Without a product or a sum, the result is a view:

    >>> torch.einsum("ii->i", x).zero_()
    tensor([0, 0])
    >>> x
    tensor([[0, 2],
            [3, 0]])

    ``einsum`` replaces the transposes and reshapes around :func:`bmm`. ``...`` stands for the other dimensions:

    >>> torch.einsum("bqhd,bkhd->bhqk", torch.ones(8, 5, 2, 64), torch.ones(8, 7, 2, 64)).shape
    torch.Size([8, 2, 5, 7])
    >>> torch.einsum("...ij,jk->...ik", torch.ones(8, 4, 2, 3), torch.ones(3, 5)).shape
    torch.Size([8, 4, 2, 5])

    Each dimension needs a letter, and dimensions of two operands with the same letter need the same size, unless one of
    the sizes is 1. Write ``...`` for the other dimensions, and use one letter for dimensions that match:

    >>> torch.einsum("ij,jk->ik", torch.ones(8, 2, 3), torch.ones(3, 5))
    Traceback (most recent call last):
    RuntimeError: einsum(): the number of subscripts in the equation (2) does not match the number of dimensions (3) for operand 0 and no ellipsis was given
    >>> torch.einsum("...ij,jk->...ik", torch.ones(8, 2, 3), torch.ones(3, 5)).shape
    torch.Size([8, 2, 5])
    >>> torch.einsum("ij,jk->ik", torch.ones(2, 3), torch.ones(2, 3))
    Traceback (most recent call last):
    RuntimeError: einsum(): subscript j has size 2 for operand 1 which does not broadcast with previously seen size 3
    >>> torch.einsum("ij,kj->ik", torch.ones(2, 3), torch.ones(2, 3)).shape
    torch.Size([2, 2])

    With a single operand, bools and integers are added as ``int64``, while NumPy keeps the dtype. A matrix product of
    integers keeps the dtype in torch too, so a small integer dtype overflows silently.

    :param equation: One letter per dimension of each operand; a letter missing after ``->`` is summed over.
    :param operands: The tensors, in the order of the equation.

    See also: :func:`matmul`, :func:`bmm`, :func:`permute`, :func:`sum`.

    :sheet: einsum("ij->j", x)

    :asked: sum over named dimensions; what does ij,jk->ik mean; tensor contraction over chosen axes; einsum for
    multi-head attention; np.einsum equivalent; index notation with letters; tensordot alternative; how to read
    bhqd,bhkd->bhqk; bilinear form x^T A y for a batch; weighted sum over one axis with letters; contract several axes
    like np.tensordot
    """
    return np.einsum(equation, *operands)


def trace(x):
    """Take the trace of a matrix: the sum of its diagonal.

    The matrix need not be square. The diagonal of the matrix below is 1 and 5:

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.trace(x)
    tensor(6)

    A batch of matrices raises, while ``np.trace`` takes its first two dimensions. Sum its diagonals instead:

    >>> batch = torch.arange(8).reshape(2, 2, 2)
    >>> torch.trace(batch)
    Traceback (most recent call last):
    RuntimeError: trace: expected a matrix, but got tensor with dim 3
    >>> batch.diagonal(dim1=-2, dim2=-1).sum(-1)
    tensor([ 3, 11])

    Apart from overflow and rounding, the trace of ``x @ y`` is the sum of ``x * y.T``, which avoids the matrix product:

    >>> y = torch.tensor([[1, 0], [2, 1], [0, 3]])
    >>> torch.trace(x @ y), (x * y.T).sum()
    (tensor(28), tensor(28))

    See also: :func:`diagonal`, :func:`diag`, :func:`sum`, :func:`einsum`.

    :asked: trace of a batch of matrices; tr of a matrix in maths; np.trace for 3d input; trace of a matrix product;
    sum of eigenvalues; matlab trace; sum of diagonal entries a_ii; total variance from covariance matrix; correct
    counts of confusion matrix diagonal sum; add the numbers on the main diagonal
    """
    if x.ndim != 2:
        raise ValueError("trace takes a matrix")
    return np.trace(x, dtype=np.int64 if x.dtype.kind in "bui" else None)


def diag(x, diagonal=0):
    """Build a matrix from its diagonal, or read the diagonal of a matrix.

    The number of dimensions decides which of the two happens. A vector becomes the diagonal of a matrix:

    >>> torch.diag(torch.tensor([1, 2, 3]))
    tensor([[1, 0, 0],
            [0, 2, 0],
            [0, 0, 3]])

    For a matrix, the result is its diagonal:

    >>> x = torch.tensor([[1, 2], [3, 4]])
    >>> torch.diag(x)
    tensor([1, 4])

    A positive ``diagonal`` is above the main diagonal, a negative ``diagonal`` below it:

    >>> torch.diag(x, 1)
    tensor([2])
    >>> torch.diag(torch.tensor([5, 6]), -1)
    tensor([[0, 0, 0],
            [5, 0, 0],
            [0, 6, 0]])

    The diagonal that ``diag`` returns is a copy. To change the matrix, write to :func:`diagonal`, which is a view:

    >>> torch.diag(x)[0] = 100
    >>> x
    tensor([[1, 2],
            [3, 4]])
    >>> torch.diagonal(x)[0] = 100
    >>> x
    tensor([[100,   2],
            [  3,   4]])

    :param diagonal: ``0`` is the main diagonal, ``1`` the diagonal above it, and ``-1`` the diagonal below it.

    See also: :func:`diagonal`, :func:`eye`, :func:`trace`, :func:`tril`.

    :sheet numpy: np.diag(v) → v.diag()

    :asked: put a vector on the diagonal; create matrix with given diagonal values; read the diagonal of a square
    matrix; diag vs diagonal; matlab diag; changing the diagonal has no effect; superdiagonal or subdiagonal matrix;
    variances to diagonal covariance matrix; extract main diagonal as vector; vector to diagonal matrix; scaling
    matrix from factors; matrix with 1 2 3 on diagonal
    """
    return np.diag(x, diagonal).copy()


def diagonal(x, offset=0, dim1=0, dim2=1):
    """Read a diagonal of a matrix, or of each matrix in a batch, as a view.

    >>> x = torch.tensor([[1, 2, 3], [4, 5, 6]])
    >>> torch.diagonal(x)
    tensor([1, 5])
    >>> torch.diagonal(x, 1)
    tensor([2, 6])

    NumPy's view is read-only. In torch, in-place operations on the view change the matrix:

    >>> x.diagonal().zero_()
    tensor([0, 0])
    >>> x
    tensor([[0, 2, 3],
            [4, 0, 6]])

    In a batch the matrices are in the last two dimensions, but by default ``diagonal`` silently takes the first two.
    ``dim1`` and ``dim2`` are removed, and the diagonal becomes the last dimension:

    >>> batch = torch.arange(8).reshape(2, 2, 2)
    >>> batch.diagonal()
    tensor([[0, 6],
            [1, 7]])
    >>> batch.diagonal(dim1=-2, dim2=-1)
    tensor([[0, 3],
            [4, 7]])

    :param offset: ``0`` is the main diagonal, ``1`` the diagonal above it, and ``-1`` the diagonal below it.
    :param dim1, dim2: The dimension of the rows and that of the columns; the diagonal is the last dimension of the
        result.

    See also: :func:`diag`, :func:`trace`, :func:`einsum`, :func:`triu`.

    :asked: set the diagonal to zero; fill the diagonal of a matrix in place; change diagonal elements; remove self
    similarity from a similarity matrix; fill_diagonal equivalent; zero self-similarity entries; add small number to
    the diagonal in place; jitter on covariance diagonal; ignore self distance set diagonal to inf; diagonal of every
    matrix in a batch bnn
    """
    return np.diagonal(x, offset, dim1, dim2)


def tril(x, diagonal=0):
    """Keep the lower triangle of a matrix and put zeros above it.

    >>> x = torch.arange(1, 10).reshape(3, 3)
    >>> torch.tril(x)
    tensor([[1, 0, 0],
            [4, 5, 0],
            [7, 8, 9]])

    ``diagonal`` moves the border. With -1 the main diagonal becomes 0 too, and with 1 one more diagonal is kept:

    >>> torch.tril(x, -1)
    tensor([[0, 0, 0],
            [4, 0, 0],
            [7, 8, 0]])

    Applied to ``True`` values, ``tril`` gives the causal mask, in which each word attends to itself and the words before it:

    >>> may_see = torch.ones(3, 3, dtype=torch.bool).tril()
    >>> may_see
    tensor([[ True, False, False],
            [ True,  True, False],
            [ True,  True,  True]])

    Before a softmax, fill the masked scores (logits) with ``-inf``. ``tril`` makes them 0, so the masked words can
    still get a probability:

    >>> scores = torch.zeros(3, 3)
    >>> scores.tril().softmax(1)[0]
    tensor([0.3333, 0.3333, 0.3333])
    >>> scores.masked_fill(~may_see, float("-inf")).softmax(1)[0]
    tensor([1., 0., 0.])

    :param diagonal: Elements on and below this diagonal are kept; ``1`` is the diagonal above the main diagonal.

    See also: :func:`triu`, :func:`masked_fill`, :func:`diagonal`, :func:`softmax`.

    :asked: lower triangular matrix; causal mask for attention; zeros above the diagonal; decoder look-ahead mask;
    attention mask to hide future tokens; masked scores still get probability after softmax; gpt style attention mask;
    each token only attends to previous tokens; keep lower part of cholesky factor; lower half of square matrix;
    autoregressive decoder sees only past words; upper right part set to zero
    """
    if x.ndim < 2:
        raise ValueError("tril takes a matrix or a batch of them")
    return np.tril(x, diagonal)


def triu(x, diagonal=0):
    """Keep the upper triangle of a matrix and put zeros below it.

    >>> x = torch.arange(1, 10).reshape(3, 3)
    >>> torch.triu(x)
    tensor([[1, 2, 3],
            [0, 5, 6],
            [0, 0, 9]])

    With ``diagonal=1`` the main diagonal becomes 0 too. The positions that are kept then list each pair of different
    indices once:

    >>> torch.ones(3, 3).triu(1).nonzero()
    tensor([[0, 1],
            [0, 2],
            [1, 2]])

    A mask that is added to scores (logits) is ``-inf`` above the diagonal. Apply ``triu`` to a matrix of ``-inf``.
    Multiplying the matrix by a triangle of ones gives ``nan``, since 0 times infinity is ``nan``:

    >>> torch.full((2, 2), float("-inf")) * torch.ones(2, 2).triu(1)
    tensor([[nan, -inf],
            [nan, nan]])
    >>> torch.full((2, 2), float("-inf")).triu(1)
    tensor([[0., -inf],
            [0., 0.]])

    A vector raises, while NumPy repeats it as rows. Expand it to a matrix:

    >>> v = torch.tensor([1, 2, 3])
    >>> torch.triu(v)
    Traceback (most recent call last):
    RuntimeError: triu: input tensor must have at least 2 dimensions
    >>> torch.triu(v.expand(3, 3))
    tensor([[1, 2, 3],
            [0, 2, 3],
            [0, 0, 3]])

    ``triu`` works on each matrix of a batch.

    :param diagonal: Elements on and above this diagonal are kept; ``1`` is the diagonal above the main diagonal.

    See also: :func:`tril`, :func:`diagonal`, :func:`full`, :func:`nonzero`.

    :asked: zeros below the diagonal; attention mask with -inf above the diagonal; each pair of rows once; generate
    square subsequent mask; lower left part of matrix to zero; upper triangle without diagonal; upper half of
    correlation matrix; unique pairs of a distance matrix; upper triangular or strictly upper triangle; upper half of
    square matrix rest zero
    """
    if x.ndim < 2:
        raise ValueError("triu takes a matrix or a batch of them")
    return np.triu(x, diagonal)
