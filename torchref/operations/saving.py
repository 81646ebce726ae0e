"""Saving: write tensors to a file, and read them back on this or another machine."""

import numpy as np

__all__ = [
    "load",
    "save",
]


def save(obj, f):
    """Write a tensor, or a dict of tensors, to a file.

    ``f`` is a path, taken as it is where ``np.save`` appends ``.npy``, or an open binary file, here one in memory:

    >>> import io
    >>> x = torch.tensor([1, 2, 3])
    >>> file = io.BytesIO()
    >>> torch.save(x, file)
    >>> torch.load(io.BytesIO(file.getvalue()))
    tensor([1, 2, 3])

    A model is saved as its ``state_dict()``, a dict of names and tensors, and goes into a model built anew from code:

    >>> model, fresh, file = torch.nn.Linear(2, 1), torch.nn.Linear(2, 1), io.BytesIO()
    >>> torch.save(model.state_dict(), file)
    >>> fresh.load_state_dict(torch.load(io.BytesIO(file.getvalue())))
    <All keys matched successfully>

    A view is written with its whole storage, here 400,000 bytes for three numbers. ``clone()`` cuts it loose:

    >>> big = torch.zeros(100_000)
    >>> for tensor in (big[:3], big[:3].clone()):
    ...     file = io.BytesIO()
    ...     torch.save(tensor, file)
    ...     print(file.tell() > 400_000)
    True
    False

    The reason: tensors that share memory still share it after loading. ``np.savez`` would write two separate arrays:

    >>> file = io.BytesIO()
    >>> torch.save({"all": x, "part": x[1:]}, file)
    >>> loaded = torch.load(io.BytesIO(file.getvalue()))
    >>> loaded["part"][0] = 20
    >>> loaded["all"]
    tensor([ 1, 20,  3])

    See also: :func:`load`, :func:`clone`, :func:`untyped_storage`.

    :asked: save a model; save a tensor to a file; saved file is too large; state_dict
    """
    np.savez(f, **obj) if isinstance(obj, dict) else np.save(f, obj)


def load(f, map_location=None, *, weights_only=True):
    """Read back what ``torch.save`` wrote.

    ``f`` is a path or an open binary file. A checkpoint may hold tensors, numbers, strings, lists and dicts:

    >>> import io
    >>> def saved(obj):
    ...     file = io.BytesIO()
    ...     torch.save(obj, file)
    ...     return io.BytesIO(file.getvalue())
    >>> torch.load(saved({"epoch": 3, "weight": torch.tensor([1.0, 2.0], requires_grad=True)}))
    {'epoch': 3, 'weight': tensor([1., 2.], requires_grad=True)}

    Each tensor returns to the device it was saved from. A file from a GPU fails on a machine without one, with
    ``Attempting to deserialize object on a CUDA device``; ``map_location`` says where to put it instead:

    >>> torch.load(saved(torch.zeros(3)), map_location="cpu").device
    device(type='cpu')

    Other objects could run any code while they are read, so they are refused, whole models and NumPy arrays included:

    >>> torch.load(saved(torch.nn.Linear(2, 1)))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    _pickle.UnpicklingError: Weights only load failed...Unsupported global: GLOBAL torch.nn.modules.linear.Linear was not an allowed global by default...

    Save the ``state_dict()``, and arrays as tensors. Or, for a file whose author you trust, allow everything:

    >>> torch.load(saved(torch.nn.Linear(2, 1)), weights_only=False)
    Linear(in_features=2, out_features=1, bias=True)

    A buffer that was just written stands at its end, where nothing is left to read; ``seek(0)`` first:

    >>> file = io.BytesIO()
    >>> torch.save(torch.zeros(3), file)
    >>> torch.load(file)
    Traceback (most recent call last):
    EOFError

    See also: :func:`save`, :func:`to`, :func:`from_numpy`.

    :asked: load a model; weights_only error; load GPU model on CPU; Weights only load failed
    """
    loaded = np.load(f, allow_pickle=not weights_only)
    return dict(loaded) if isinstance(loaded, np.lib.npyio.NpzFile) else loaded
