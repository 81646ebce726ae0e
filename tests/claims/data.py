"""What the entries of data say of more cases than they show; the docstring is the sentence."""

import numpy as np
import pytest
import torch
from torch.utils.data import DataLoader, TensorDataset, random_split

from tests.claims.inputs import raises, storage


def test_samples_lie_along_the_first_dimension():
    """The samples lie along the first dimension, which has to have the same size in each tensor.

    A sample is a view of the tensors, not a copy, so a write to it changes them:
    """
    for sizes in [(3, 3), (3, 1), (1, 3), (2, 2, 2), (2, 2, 3), (0, 0)]:
        tensors = [torch.zeros(size, 2) for size in sizes]
        fits = len(set(sizes)) == 1
        if not fits:
            with pytest.raises(AssertionError):
                TensorDataset(*tensors)
            continue
        data = TensorDataset(*tensors)
        assert len(data) == sizes[0]
        for i in range(len(data)):
            assert [storage(x) for x in data[i]] == [storage(x) for x in tensors]
            data[i][0].fill_(7)
        assert tensors[0].eq(7).all()


def test_arrays_raise():
    """NumPy arrays raise an error that does not name the cause."""
    for shape in [(3,), (3, 1)]:
        with pytest.raises(TypeError, match=r"^'int' object is not callable$"):
            TensorDataset(np.ones(shape))


def test_parts_of_a_dataset():
    """``random_split`` takes sizes, or fractions such as ``[0.8, 0.2]``:"""
    data = TensorDataset(torch.arange(10))
    for sizes in ([8, 2], [0.8, 0.2]):
        parts = random_split(data, sizes)
        assert [len(part) for part in parts] == [8, 2]
        assert sorted(x.item() for part in parts for (x,) in part) == list(range(10))
    assert raises(random_split, data, [8, 3])


def test_each_epoch_has_each_sample_once():
    """With ``shuffle=True``, each loop over the loader (an epoch) draws a new order.

    Here it returns each sample once:
    """
    for size in (1, 3, 50):
        loader = DataLoader(TensorDataset(torch.arange(50)), batch_size=size, shuffle=True)
        epochs = [torch.cat([x for (x,) in loader]).tolist() for _ in range(3)]
        assert all(sorted(epoch) == list(range(50)) for epoch in epochs)
        assert len({tuple(epoch) for epoch in epochs}) == 3


def test_empty_datasets():
    """An empty dataset raises with ``shuffle=True``, and otherwise silently gives 0 batches."""
    for data in ([], TensorDataset(torch.ones(0, 2)), torch.ones(0)):
        assert raises(DataLoader, data, shuffle=True) and list(DataLoader(data)) == []


def test_samples_of_one_shape():
    """Tensors in a batch are stacked, so they need the same shape.

    A ``__getitem__`` without ``return`` gives ``None``, and a batch of ``None`` raises.
    """
    shapes = [(), (1,), (2,), (1, 2)]
    for a in shapes:
        for b in shapes:
            loader = iter(DataLoader([torch.ones(a), torch.ones(b)], batch_size=2))
            assert (raises(next, loader) is None) is (a == b)
    for size in (1, 2):
        assert raises(next, iter(DataLoader([None, None], batch_size=size)))


def test_a_smaller_last_batch():
    """``True`` omits the last batch if it is smaller than ``batch_size``, even if it is the only batch."""
    for many in range(1, 8):
        for size in range(1, 8):
            kept = list(DataLoader(list(range(many)), batch_size=size, drop_last=True))
            assert len(kept) == many // size and all(len(batch) == size for batch in kept)


def test_workers_are_needed():
    """How many batches each worker loads ahead; without workers, it raises.

    ``True`` keeps the workers alive from epoch to epoch; without workers, it raises.
    """
    assert raises(DataLoader, [1], prefetch_factor=2) and raises(DataLoader, [1], persistent_workers=True)
    assert DataLoader([1]).num_workers == 0


def test_options_that_replace_others():
    """An iterable of sample indices, in the order to load them; it raises with ``shuffle=True``.

    An iterable of lists of indices, one list per batch; ``batch_size``, ``shuffle``, ``sampler`` and ``drop_last`` then
    have to keep their defaults.
    """
    assert raises(DataLoader, [1], sampler=[0], shuffle=True)
    for others in ({"batch_size": 2}, {"shuffle": True}, {"sampler": [0]}, {"drop_last": True}):
        assert raises(DataLoader, [1], batch_sampler=[[0]], **others)


def test_single_samples():
    """How many samples a batch holds; ``None`` returns single samples, without a batch dimension.

    A function from a list of samples to a batch, or, with ``batch_size=None``, from a single sample; by default, the
    tensors of a batch are stacked.
    """
    data = TensorDataset(torch.arange(4))
    assert [x.shape for (x,) in DataLoader(data, batch_size=2)] == [(2,)] * 2
    assert [x.shape for (x,) in DataLoader(data, batch_size=None)] == [()] * 4
    for size, kind in ((2, list), (None, tuple)):
        assert {type(got) for got in DataLoader(data, batch_size=size, collate_fn=lambda got: got)} == {kind}


def test_pages_are_locked_for_a_gpu():
    """``True`` puts the batches in page-locked memory of the CPU, so that copies to a GPU are faster; without a GPU,
    torch warns instead.
    """
    loader = DataLoader(torch.arange(3), pin_memory=True)
    if torch.cuda.is_available():
        assert all(batch.is_pinned() for batch in loader)
    elif not torch.accelerator.is_available():
        with pytest.warns(UserWarning, match="no accelerator is found"):
            list(loader)
