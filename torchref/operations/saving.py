"""Saving: write tensors to a file, and read them back on this or another machine."""

import numpy as np

__all__ = [
    "load",
    "save",
]


def save(obj, f):
    """Write a tensor, a model's weights or a dict of tensors to a file.

    ``f`` is a path or an open binary file, here one in memory:

    >>> import io
    >>> x, file = torch.tensor([1, 2, 3]), io.BytesIO()
    >>> torch.save(x, file)
    >>> torch.load(io.BytesIO(file.getvalue()))
    tensor([1, 2, 3])

    The folder of a path has to exist. Create it with ``os.makedirs`` first:

    >>> torch.save(x, "checkpoints/x.pt")
    Traceback (most recent call last):
    RuntimeError: Parent directory checkpoints does not exist.

    Save a model as its ``state_dict()``, a dict of names and tensors. Load this dict into a model built from code:

    >>> model, fresh, file = torch.nn.Linear(2, 1), torch.nn.Linear(2, 1), io.BytesIO()
    >>> torch.save(model.state_dict(), file)
    >>> fresh.load_state_dict(torch.load(io.BytesIO(file.getvalue())))
    <All keys matched successfully>

    A view is written with its whole storage, here 400,000 bytes for three elements. Save its ``clone()`` instead:

    >>> big = torch.zeros(100_000)
    >>> for tensor in (big[:3], big[:3].clone()):
    ...     file = io.BytesIO()
    ...     torch.save(tensor, file)
    ...     print(file.tell() > 400_000)
    True
    False

    The reason is that a tensor and its views of the same dtype, if saved together, still share memory after loading.
    ``np.savez`` would write two separate arrays, and numbers as 0-d arrays. It adds ``.npz`` to a path without this
    ending, and ``np.save`` adds ``.npy``. Here a write to the loaded part changes the loaded whole:

    >>> file = io.BytesIO()
    >>> torch.save({"all": x, "part": x[1:]}, file)
    >>> loaded = torch.load(io.BytesIO(file.getvalue()))
    >>> loaded["part"][0] = 20
    >>> loaded["all"]
    tensor([ 1, 20,  3])

    :param obj: A tensor, or numbers, strings, lists and dicts of them; for a model, save its ``state_dict()``.
    :param f: A path, whose folder must exist, or a file that is open for writing bytes.
    :param pickle_module: The module that pickles ``obj``, apart from the values in its tensors.
    :param pickle_protocol: The version of the pickle format.

    See also: :func:`load`, :func:`clone`, :func:`untyped_storage`.

    :sheet: save(w, "w.pt")
    :sheet numpy: np.save("x.npy", x) → save(x, "x.pt")
    :sheet trap: save("x.pt", x): The tensor comes first.

    :asked: save a model to disk; pt or pth file; saved file is too large; save several tensors in one dictionary;
    Parent directory does not exist; save the whole model or only state_dict; export trained weights to pt file; save
    best model weights; checkpoint with optimizer and epoch to resume later; store a tensor on disk; checkpoint every
    epoch to a file
    """
    np.savez(f, **obj) if isinstance(obj, dict) else np.save(f, obj)


def load(f, map_location=None, *, weights_only=None):
    """Read back a tensor, weights or a checkpoint that ``torch.save`` wrote.

    ``f`` is a path or an open binary file. A checkpoint may hold tensors, Python numbers, strings, lists and plain
    dicts:

    >>> import io
    >>> def saved(obj):
    ...     file = io.BytesIO()
    ...     torch.save(obj, file)
    ...     return io.BytesIO(file.getvalue())
    >>> torch.load(saved({"epoch": 3, "weight": torch.tensor([1.0, 2.0], requires_grad=True)}))
    {'epoch': 3, 'weight': tensor([1., 2.], requires_grad=True)}

    A buffer that was just written is positioned at its end, and reading it raises ``EOFError``. Call ``seek(0)`` first.

    :message without CUDA: RuntimeError: Attempting to deserialize object on a CUDA device but torch.cuda.is_available()
    is False. If you are running on a CPU-only machine, please use torch.load with map_location=torch.device('cpu') to
    map your storages to the CPU.

    Each tensor is loaded to the device it was saved from. If that device is a CUDA GPU and the machine does not have
    one, loading raises. Pass ``map_location``:

    >>> torch.load(saved(torch.zeros(3)), map_location="cpu").device
    device(type='cpu')

    Models, NumPy arrays and NumPy numbers are not accepted, since reading such objects can run harmful code. With
    ``torch.serialization.safe_globals``, allow the classes and functions that the error names. If you trust the file,
    pass ``weights_only=False``; the class of each object has to be importable from the same module as before:

    >>> torch.load(saved(torch.nn.Linear(2, 1)))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    _pickle.UnpicklingError: Weights only load failed...Unsupported global: GLOBAL torch.nn.modules.linear.Linear was not an allowed global by default...
    >>> torch.load(saved(torch.nn.Linear(2, 1)), weights_only=False)
    Linear(in_features=2, out_features=1, bias=True)

    A ``state_dict()`` is the safer choice. It is a dict, not a model. Build the model from code and call
    :func:`nn.Module.load_state_dict`:

    >>> model = torch.nn.Linear(2, 1)
    >>> torch.load(saved(model.state_dict())).eval()
    Traceback (most recent call last):
    AttributeError: 'collections.OrderedDict' object has no attribute 'eval'
    >>> model.load_state_dict(torch.load(saved(model.state_dict())))
    <All keys matched successfully>

    A truncated file, as after a broken download, is not readable. Download it again:

    >>> torch.load(io.BytesIO(saved(torch.zeros(3)).getvalue()[:-1]))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    RuntimeError: PytorchStreamReader failed reading zip archive: failed finding central directory...

    :param f: A path, or a file that is open for reading bytes, at its start.
    :param map_location: The device for the tensors, such as ``"cpu"``; without it, each is loaded to the device it was
        saved from.
    :param pickle_module: The module that unpickles; passing one makes ``weights_only`` default to ``False``, so the
        file can run harmful code.
    :param weights_only: ``False`` also loads other objects, which can run harmful code; use it for files that you
        trust.
    :param mmap: ``True`` reads the data of each tensor from the disk when that tensor is used; ``f`` then has to be a
        path.
    :param pickle_load_args: Further keywords for ``pickle_module``, meant for ``weights_only=False``.

    See also: :func:`save`, :func:`to`, :func:`from_numpy`.

    :sheet numpy: np.load("x.npy") → load("x.pt")

    :asked: Weights only load failed; 'collections.OrderedDict' object has no attribute 'eval'; PytorchStreamReader
    failed reading zip archive; Can't get attribute on module __main__; load saved model; open a pt or pth file;
    checkpoint made on gpu but laptop has none; torch.load on CPU-only machine needs map_location cpu; EOFError ran
    out of input; invalid load key; deserialize object on CUDA device torch.cuda.is_available() is False; load from
    disk and continue training
    """
    loaded = np.load(f, allow_pickle=weights_only is False)
    return dict(loaded) if isinstance(loaded, np.lib.npyio.NpzFile) else loaded
