"""Inputs for torchref/operations/matrices.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import DTYPES, NUMBERS, arrays, several_dims, shapes


def sides(draw, count):
    """So many sizes, 0 and 1 among them."""
    return [draw(st.integers(0, 4)) for _ in range(count)]


def two(draw, first, second, dtypes=NUMBERS):
    """Two arrays of the given shapes and of one dtype."""
    dtype = draw(st.sampled_from(dtypes))
    return draw(arrays(shape=tuple(first), dtypes=(dtype,))), draw(arrays(shape=tuple(second), dtypes=(dtype,)))


def matmul(draw):
    n, k, m, a, b = sides(draw, 5)
    left = draw(st.sampled_from([(k,), (n, k), (a, n, k), (1, n, k), (b, a, n, k), (b, 1, n, k)]))
    right = draw(st.sampled_from([(k,), (k, m), (a, k, m), (1, k, m), (1, a, k, m)]))
    return two(draw, left, right)


def mm(draw):
    n, k, m = sides(draw, 3)
    return two(draw, (n, k), (k, m))


def bmm(draw):
    """Now and then with one matrix for a whole batch, which raises."""
    b, n, k, m = sides(draw, 4)
    return two(draw, (draw(st.sampled_from([b, b, b, 1])), n, k), (b, k, m))


def mv(draw):
    n, k = sides(draw, 2)
    return two(draw, (n, k), (k,))


def dot(draw):
    (n,) = sides(draw, 1)
    return two(draw, (n,), (n,))


def outer(draw):
    n, m = sides(draw, 2)
    return draw(arrays(shape=(n,))), draw(arrays(shape=(m,)))


EQUATIONS = (
    "ij->ij", "ij->ji", "ij->j", "ij->", "ii->i", "ii->", "ijk->kij", "iij->ij", "iij->j", "...ij->...ji", "ba",
    "ij,jk->ik", "ij,ij->", "ij,ij->i", "i,j->ij", "i,i->", "bij,bjk->bik", "bqhd,bkhd->bhqk", "...ij,jk->...ik",
    "ij , kj", "i,ij,j->", "ij,jk,kl->il",
)  # fmt: skip


def stretched(draw, side):
    """The size itself, or now and then 1, which broadcasts."""
    return 1 if draw(st.integers(0, 11)) == 0 else side


def einsum(draw):
    equation = draw(st.sampled_from(EQUATIONS))
    size = {letter: draw(st.integers(0, 3)) for letter in "abdhijklq"}
    dtype = draw(st.sampled_from(NUMBERS))
    values = draw(st.sampled_from([None, [100, 1, 2, 0]]))
    operands = [
        draw(
            arrays(
                shape=tuple(stretched(draw, size[letter]) for letter in term.strip().replace("...", "ab")),
                dtypes=(dtype,),
                values=values,
            )
        )
        for term in equation.partition("->")[0].split(",")
    ]
    return equation, *operands


def trace(draw):
    return (draw(arrays(shape=tuple(sides(draw, 2)), dtypes=NUMBERS)),)


def diag(draw):
    x = draw(arrays(shapes(min_dims=1, max_dims=2)))
    return draw(st.sampled_from([(x,), (x, draw(st.integers(-5, 5)))]))


def diagonal(draw):
    x = draw(arrays(shapes(min_dims=2)))
    dim1, dim2 = draw(several_dims(x, min_size=2))[:2]
    return draw(st.sampled_from([(x,), (x, draw(st.integers(-5, 5))), (x, draw(st.integers(-5, 5)), dim1, dim2)]))


def tril(draw):
    x = draw(arrays(shapes(min_dims=2), dtypes=(*DTYPES, np.int32)))
    return draw(st.sampled_from([(x,), (x, draw(st.integers(-5, 5)))]))


triu = tril
