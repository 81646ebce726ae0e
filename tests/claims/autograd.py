"""What the entries of autograd say of more cases than they show, tried on tables; the docstring is the sentence."""

import warnings

import pytest
import torch

from tests.claims.inputs import COMPLEX, DTYPES, FLOATS, INTEGERS, drawn, raises, storage

UNARY = [torch.exp, torch.sin, torch.abs, torch.sqrt, torch.sum, torch.clone, torch.neg, lambda x: 3 * x]
VIEWS = [lambda x: x.view(-1), lambda x: x[0], lambda x: x[:1], lambda x: x.T, lambda x: x.expand(3, 2, 2), torch.ravel]


def leaf(*shape, dtype=torch.float64):
    return (1 + drawn(6, dtype=dtype).square()).resize_(shape).requires_grad_()


# requires_grad


def test_results_without_a_gradient():
    """A comparison, a search for an index or a conversion to integers has no gradient, so its result does not require
    grad:
    """
    w = leaf(4)
    compared = [w > 1, w == w, w.le(0), w.isnan(), w.isclose(w), w != 2]
    indices = [w.argmax(), w.argsort(), w.sort().indices, w.topk(2).indices, w.nonzero(), w.max(0).indices]
    indices += [torch.searchsorted(w.detach(), w), w.softmax(0).multinomial(1)]
    assert not any(x.requires_grad for x in [*compared, *indices, *(w.to(dtype) for dtype in [torch.bool, *INTEGERS])])
    assert all(w.to(dtype).requires_grad for dtype in [*FLOATS, *COMPLEX])


def test_dtypes_that_can_require_grad():
    """An integer cannot change by an arbitrarily small amount, so integers and bools cannot require grad.

    ``False`` stops tracking a leaf; ``True`` needs a floating-point or complex dtype.
    """
    for dtype in DTYPES:
        fits = dtype.is_floating_point or dtype.is_complex
        assert (raises(torch.ones(2, dtype=dtype).requires_grad_) is None) is fits
        assert (raises(torch.ones, 2, dtype=dtype, requires_grad=True) is None) is fits
        assert torch.ones(2, dtype=dtype).requires_grad_(False).requires_grad is False


def test_the_result_requires_grad_too():
    """The result of a differentiable operation requires grad too, and ``grad_fn`` names the operation:"""
    for call in UNARY + VIEWS:
        y = call(leaf(2, 2))
        assert y.requires_grad and type(y.grad_fn).__name__.endswith("Backward0")


def test_the_flag_of_a_computed_tensor_stays():
    """A tensor with a ``grad_fn`` keeps its flag: ``requires_grad_(False)`` raises."""
    for call in UNARY + VIEWS:
        y = call(leaf(2, 2))
        assert raises(y.requires_grad_, False) and raises(setattr, y, "requires_grad", False) and y.requires_grad
        with torch.no_grad():
            y = call(leaf(2, 2))
        assert y.grad_fn is None and raises(y.requires_grad_, False) is None
    assert not (leaf(2) * 2).detach_().requires_grad
    assert not (leaf(2).detach() * 2).requires_grad_().requires_grad_(False).requires_grad


# backward


@pytest.mark.parametrize(("call", "saves"), [(torch.sum, False), (torch.exp, True), (lambda x: x * x, True)])
def test_a_second_call(call, saves):
    """By default, the first call frees the values that the graph saved, so a second call raises if it needs them.

    The gradient of a sum does not need saved values, so a second call silently adds the gradient again:
    """
    w = leaf(3)
    y = call(w).sum()
    y.backward()
    first = w.grad.clone()
    assert bool(raises(y.backward)) is saves
    assert w.grad.equal(first if saves else 2 * first)
    w.grad, y = None, call(w).sum()
    y.backward(retain_graph=True)
    y.backward()
    assert w.grad.equal(2 * first)


@pytest.mark.parametrize("cut", [torch.detach, lambda x: x.argmax().double(), torch.no_grad()(torch.square)])
def test_what_cuts_a_result_off(cut):
    """``backward`` raises for a result that does not require grad.

    If :func:`detach`, :func:`no_grad` or :func:`argmax` cuts the result off from ``v``, ``backward`` raises.

    ``requires_grad_()`` on a float result hides the error, and gradients silently do not reach ``v``:
    """
    v = leaf(3)
    with pytest.raises(RuntimeError, match="element 0 of tensors does not require grad"):
        cut(v * v).sum().backward()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        cut(v * v).sum().requires_grad_().backward()
    assert v.grad is None


def test_the_shape_of_the_weights():
    """A result of several elements needs a weight for each.

    A tensor with the shape of the result, which weights each element; it may be omitted if the result is a single
    number that is not complex.
    """
    for shape in [(), (1,), (1, 1), (2,), (2, 3), (0,)]:
        for dtype in (torch.float64, torch.complex128):
            y = leaf(*shape, dtype=dtype) * 2
            assert (raises(y.backward) is None) is (y.numel() == 1 and not dtype.is_complex)
            y = leaf(*shape, dtype=dtype) * 2
            assert raises(y.backward, torch.ones(5)) and raises(y.backward, torch.ones(shape, dtype=dtype)) is None


def test_tensors_that_collect():
    """The tensors that collect a gradient, instead of the leaves that require grad."""
    for count in range(1, 4):
        leaves, still = [leaf(2) for _ in range(3)], torch.ones(2)
        middle = leaves[0] * leaves[1]
        (middle * leaves[2] * still).sum().backward(inputs=[middle, *leaves][:count])
        assert [x.grad is not None for x in leaves] == [place < count for place in (1, 2, 3)] and still.grad is None
    (leaves[0] * leaves[1] * leaves[2] * still).sum().backward()
    assert all(x.grad is not None for x in leaves) and still.grad is None


# grad, is_leaf, retain_grad


def test_grad_is_like_its_tensor():
    """``grad`` has the shape and the dtype of its tensor:

    Before the first :func:`backward`, ``grad`` is ``None``, and arithmetic with ``None`` raises.
    """
    for dtype in FLOATS + COMPLEX:
        for shape in [(), (1,), (2, 3), (0,)]:
            w = torch.ones(shape, dtype=dtype, requires_grad=True)
            assert w.grad is None and raises(lambda grad: 2 * grad, w.grad)
            (w * torch.tensor(2.0, dtype=torch.float64)).sum().abs().backward()
            assert (w.grad.shape, w.grad.dtype) == (w.shape, dtype)


def test_what_is_a_leaf():
    """Check whether a tensor is a leaf: one at which the graph of operations starts.

    Converting ``w`` to another float dtype or to another device is an operation too, so the result is a non-leaf:

    A tensor that does not require grad is a leaf, even if it was computed:
    """
    for call in UNARY + VIEWS:
        x = drawn(2, 2).abs()
        assert call(x).is_leaf and call(x.detach().requires_grad_()).is_leaf is False
    for dtype in FLOATS + COMPLEX:
        assert leaf(2, dtype=torch.float32).to(dtype).is_leaf is (dtype == torch.float32)
    assert all(leaf(2).to(dtype).is_leaf for dtype in INTEGERS)
    assert not leaf(2).to("meta").is_leaf


def test_what_an_optimizer_takes():
    """By default, an optimizer needs tensors that keep their gradients: leaves, or tensors with :func:`retain_grad`."""
    for make in (torch.optim.SGD, torch.optim.Adam):
        w, middle, kept = leaf(2), leaf(2) * 2, leaf(2) * 2
        kept.retain_grad()
        assert raises(make, [middle]) is ValueError and make([middle], differentiable=True)
        for x in (w, kept):
            before, optimizer = x.detach().clone(), make([x], lr=0.1)
            (x * x).sum().backward()
            optimizer.step()
            assert not x.equal(before)


def test_update_of_a_leaf():
    """While autograd records, an in-place update of a leaf that requires grad raises, even if the update changes just a
    part of the leaf.

    Outside the block, an in-place update of a leaf that requires grad raises.
    """
    for part in [lambda x: x, *VIEWS[:4]]:
        for name in ("add_", "mul_", "fill_", "clamp_", "copy_", "sub_"):
            w = leaf(2, 2)
            assert raises(getattr(part(w), name), torch.tensor(1.0))
            with torch.no_grad():
                getattr(part(w), name)(torch.tensor(1.0))
            assert w.is_leaf and w.requires_grad
            assert raises(getattr(part(w.detach()), name), torch.tensor(1.0)) is None


def test_gradients_of_a_non_leaf():
    """The backward pass computes a gradient for each tensor in the graph, but by default keeps only the gradients of
    the leaves.

    Without ``retain_grad``, ``grad`` of a non-leaf stays ``None`` by default, and a warning says why.

    ``retain_grad`` raises for a tensor that does not require grad.
    """
    for call in UNARY + VIEWS:
        for keep in (False, True):
            w = leaf(2, 2)
            y = call(w * 1)
            if keep:
                y.retain_grad()
            (2 * y).sum().backward()
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                assert (y.grad is not None) is keep and w.grad is not None
        w = leaf(2, 2)
        y = call(w * 1)
        (2 * y).sum().backward(inputs=[y])
        assert y.grad.eq(2).all() and w.grad is None
    assert all(raises(torch.ones(2, dtype=dtype).retain_grad) for dtype in DTYPES)


# no_grad, detach


def test_inside_no_grad():
    """A new tensor computed inside the block does not require grad, which saves memory and time:

    A slice or a transpose of ``w`` made inside the block still has ``requires_grad=True``, but gradients silently do
    not reach ``w`` through it.
    """
    for call in [*UNARY, lambda x: x[[0]], lambda x: x[x > 0], lambda x: x.float(), lambda x: x.repeat(2, 2)]:
        with torch.no_grad():
            assert not call(leaf(2, 2)).requires_grad
    for call in VIEWS:
        w = leaf(2, 2)
        with torch.no_grad():
            part = call(w)
        (3 * part).sum().backward()
        assert part.requires_grad and w.grad is None and not part.detach().requires_grad


def test_decorated():
    """``@torch.no_grad()`` above a function covers its whole body:"""

    @torch.no_grad()
    def several(w):
        yield w * 1
        yield w * 2

    assert not any(y.requires_grad for y in several(leaf(2))) and torch.is_grad_enabled()


def test_inference_tensors():
    """``torch.inference_mode()`` saves a little more time, but a tensor computed in it cannot be saved for a backward
    pass.

    A product saves its factors for that pass.
    """
    w = leaf(2)
    with torch.inference_mode():
        y, view = torch.ones(2, dtype=torch.float64) * 3, w[:]
    assert raises(torch.mul, w, view) is None
    for saving in (torch.mul, torch.div, torch.dot, torch.pow):
        assert raises(saving, w, y) and raises(saving, w, y.clone()) is None
    assert all(raises(call, w, y) is None for call in (torch.add, torch.sub))


def test_detach_shares_the_memory():
    """Return a tensor that shares the memory, but is not part of the graph.

    The values are not copied, so a write into ``w.detach()`` changes ``w`` too.

    A tensor of integers can be detached too, although it is not part of a graph:
    """
    for dtype in DTYPES:
        for x in (torch.ones(2, 3, dtype=dtype), torch.ones(2, 3, dtype=dtype).T, torch.ones((), dtype=dtype)):
            x.requires_grad_(dtype in FLOATS + COMPLEX)
            y = x.detach()
            assert (storage(y), y.stride(), y.requires_grad) == (storage(x), x.stride(), False)
            y.zero_()
            assert not x.any()


@pytest.mark.parametrize(("call", "saved"), [(torch.exp, 1), (torch.tanh, 1), (torch.sqrt, 1), (torch.neg, 0)])
def test_a_write_through_detach(call, saved):
    """After a write into the detached tensor, ``backward`` raises if it needs the overwritten values."""
    y = call(leaf(2))
    y.detach()[0] = 0
    assert bool(raises(y.sum().backward)) is bool(saved)


def test_numpy_of_a_tensor_that_requires_grad():
    """While autograd records, ``numpy()`` raises for a tensor that requires grad, and so does plotting it."""
    for w in (leaf(2), leaf(2) * 2, leaf(2)[:1], leaf()):
        assert raises(w.numpy) and raises(w.__array__) and raises(w.detach().numpy) is None
        for off in (torch.no_grad(), torch.inference_mode()):
            with off:
                assert w.numpy().tolist() == w.tolist()
        assert w.numpy(force=True).tolist() == w.tolist()
