"""What the entries of saving say of more cases than they show; the docstring of a check is the sentence."""

import collections
import datetime
import io
import pickle
import zipfile

import numpy as np
import pytest
import torch
from torch import nn

from tests.claims.inputs import DTYPES, drawn, ones, raises, special, storage


def written(obj):
    """The bytes that ``torch.save`` writes."""
    file = io.BytesIO()
    torch.save(obj, file)
    return file.getvalue()


def loaded(obj, **options):
    return torch.load(io.BytesIO(written(obj)), **options)


def test_path_or_file(tmp_path):
    """``f`` is a path or an open binary file, here one in memory:

    ``f`` is a path or an open binary file.

    A path, whose folder must exist, or a file that is open for writing bytes.

    A path, or a file that is open for reading bytes, at its start.

    The folder of a path has to exist.

    ``True`` reads the data of each tensor from the disk when that tensor is used; ``f`` then has to be a path.
    """
    x = torch.arange(3)
    for path in (tmp_path / "x.pt", str(tmp_path / "y"), tmp_path / "z.pth"):
        torch.save(x, path)
        assert torch.load(path).equal(x) and torch.load(path, mmap=True).equal(x)
        assert raises(torch.save, x, f"{path}/missing/x.pt") is RuntimeError
    assert raises(torch.save, x, io.StringIO()) is TypeError
    assert raises(torch.load, io.BytesIO(written(x)), mmap=True) is ValueError
    with (tmp_path / "open.pt").open("wb") as file:
        torch.save(x, file)
    with (tmp_path / "open.pt").open("rb") as file:
        assert torch.load(file).equal(x)


def test_whole_storages():
    """A view is written with its whole storage, here 400,000 bytes for three elements."""
    big = torch.zeros(100, 100, dtype=torch.float64)
    for view in (big[:1], big[3:5, 7], big.t(), big[0, 0], big[:0], big[:1].expand(9, 100)):
        assert len(written(view)) > big.nbytes > len(written(view.clone())) or view.numel() == big.numel()


def test_shared_memory_stays_shared():
    """The reason is that a tensor and its views of the same dtype, if saved together, still share memory after loading.

    ``np.savez`` would write two separate arrays, and numbers as 0-d arrays.

    Here a write to the loaded part changes the loaded whole:
    """
    for view in (lambda x: x[1:], lambda x: x.t(), lambda x: x.reshape(-1), lambda x: x):
        for x in (torch.zeros(4, 3), torch.zeros(4, 3, dtype=torch.int8)):
            one, other = loaded([x, view(x)])
            assert storage(one) == storage(other) != storage(x) and other.stride() == view(x).stride()
            assert storage(loaded(x)) != storage(kept := loaded(view(x))) and kept.equal(view(x))
    file, a = io.BytesIO(), np.zeros(3)
    np.savez(file, all=a, part=a[1:], epoch=3, nested={"a": a})
    file.seek(0)
    back = np.load(file)
    assert not np.shares_memory(back["all"], back["part"])
    assert raises(back.__getitem__, "nested") is ValueError
    assert type(back["epoch"]) is np.ndarray and back["epoch"].shape == ()


def test_numpy_adds_a_suffix(tmp_path):
    """It adds ``.npz`` to a path without this ending, and ``np.save`` adds ``.npy``."""
    np.savez(tmp_path / "x.pt", a=np.zeros(1))
    np.savez(tmp_path / "y.npz", a=np.zeros(1))
    np.save(tmp_path / "x.pt", np.zeros(1))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.pt.npy", "x.pt.npz", "y.npz"]


def test_what_a_checkpoint_may_hold():
    """A checkpoint may hold tensors, Python numbers, strings, lists and plain dicts:

    Models, NumPy arrays and NumPy numbers are not accepted, since reading such objects can run harmful code.

    ``False`` also loads other objects, which can run harmful code; use it for files that you trust.
    """
    held = [1, 1.5, 1j, True, None, "a", b"a", [1, [2]], (1, "b"), {1: {"a": 2}}, {1, 2}, 2**70, float("inf")]
    for obj in [*held, collections.OrderedDict(a=1), torch.Size([1]), torch.device("cpu"), torch.float16]:
        assert loaded(obj) == obj
    for x in [*ones(), *map(special, DTYPES)]:
        back = loaded(x)
        assert (back.dtype, back.shape) == (x.dtype, x.shape) and torch.equal(back.nan_to_num(), x.nan_to_num())
    others = [nn.Linear(2, 1), nn.ReLU(), np.zeros(2), np.float64(1), np.int64(1), np.bool_(True), range(3)]
    for obj in [*others, datetime.date(2020, 1, 1), frozenset([1])]:
        for nested in (obj, [obj], {"a": obj}):
            with pytest.raises(pickle.UnpicklingError, match="Weights only load failed"):
                loaded(nested)
        assert type(loaded(obj, weights_only=False)) is type(obj)


def test_single_classes_are_allowed():
    """With ``torch.serialization.safe_globals``, allow the classes and functions that the error names."""
    for model in (nn.Linear(2, 1), nn.ReLU()):
        with torch.serialization.safe_globals([type(model), set]):
            assert type(loaded(model)) is type(model)
        with pytest.raises(pickle.UnpicklingError):
            loaded(model)
    made = [np.ndarray, np.dtype, np.dtypes.Float64DType, np._core.multiarray._reconstruct, np._core.multiarray.scalar]
    with torch.serialization.safe_globals(made):
        assert loaded([np.ones(2), np.float64(3)])[1] == 3


def test_devices_of_loaded_tensors():
    """Each tensor is loaded to the device it was saved from.

    The device for the tensors, such as ``"cpu"``; without it, each is loaded to the device it was saved from.
    """
    for device in ("cpu", "meta"):
        both = loaded([torch.ones(2, device=device), torch.ones(2)])
        assert [x.device.type for x in both] == [device, "cpu"]
    assert loaded([torch.ones(2)], map_location="meta")[0].is_meta


def test_options_of_pickle():
    """The module that pickles ``obj``, apart from the values in its tensors.

    The module that unpickles; passing one makes ``weights_only`` default to ``False``, so the file can run harmful
    code.
    """
    assert loaded(np.ones(2), pickle_module=pickle).tolist() == [1, 1]
    assert raises(loaded, torch.ones(2), pickle_module=pickle, weights_only=True) is RuntimeError
    archive = zipfile.ZipFile(io.BytesIO(written(torch.ones(1000))))
    sizes = {file.filename.split("/", 1)[1]: file.file_size for file in archive.filelist}
    assert sizes["data/0"] == 4000 and sizes["data.pkl"] < 1000


def test_state_dicts():
    """It is a dict, not a model.

    Build the model from code and call :func:`nn.Module.load_state_dict`:

    Save a model as its ``state_dict()``, a dict of names and tensors.

    Load this dict into a model built from code:
    """
    for model in (nn.Linear(2, 3), nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3)), nn.LSTM(2, 3)):
        back = loaded(model.state_dict())
        assert isinstance(back, dict) and not isinstance(back, nn.Module)
        assert all(type(name) is str and type(value) is torch.Tensor for name, value in back.items())
        fresh = type(model)(*model.children()) if isinstance(model, nn.Sequential) else type(model)(2, 3)
        fresh.load_state_dict(back)
        assert all(value.equal(back[name]) for name, value in fresh.state_dict().items())


def test_ends_of_files():
    """A buffer that was just written is positioned at its end, and reading it raises ``EOFError``.

    Call ``seek(0)`` first.

    A truncated file, as after a broken download, is not readable.
    """
    for x in (drawn(3), torch.ones(()), {"a": torch.ones(1000)}):
        file = io.BytesIO()
        torch.save(x, file)
        with pytest.raises(EOFError):
            torch.load(file)
        file.seek(0)
        torch.load(file)
        for lost in (1, 10, 50, 200):
            assert raises(torch.load, io.BytesIO(file.getvalue()[:-lost]))
