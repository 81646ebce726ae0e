"""Messages that depend on the machine: each says where it stands, or is raised by torch without CUDA."""

import io
import zipfile

import pytest
import torch

from torchref.content import catalog
from torchref.content.catalog import ContentError
from torchref.faces import terminal
from torchref.retrieval import index

ENTRIES = catalog.entries(catalog.read())
REPORTS = [(name, block) for name, entry in ENTRIES.items() for block in entry.blocks if block.report]
BROKEN = '''"""Title: sentence."""
__all__ = ["f"]


def f(x):
    """Do.

    >>> 1
    1

    {written}
    """
    return x
'''


def from_a_gpu():
    """Load a tensor that was saved from a GPU: what says so in the file is one word."""
    file = io.BytesIO()
    torch.save(torch.zeros(2), file)
    made = io.BytesIO()
    with zipfile.ZipFile(file) as saved, zipfile.ZipFile(made, "w") as changed:
        for name in saved.namelist():
            data = saved.read(name)
            cpu, gpu = (b"X" + len(word).to_bytes(4, "little") + word for word in (b"cpu", b"cuda:0"))
            changed.writestr(name, data.replace(cpu, gpu) if name.endswith("data.pkl") else data)
    return torch.load(io.BytesIO(made.getvalue()))


RAISED = {
    "Torch not compiled with CUDA enabled": lambda: torch.zeros(2).cuda(),
    "Attempting to deserialize": from_a_gpu,
}


@pytest.mark.skipif(torch.version.cuda is not None, reason="needs a build of torch without CUDA")
def test_what_torch_without_cuda_raises_is_what_is_shown():
    said = [block.report.message for _, block in REPORTS if not block.report.source]
    assert len(said) == len(RAISED)
    for start, call in RAISED.items():
        with pytest.raises((AssertionError, RuntimeError), match=start) as caught:
            call()
        assert f"{caught.type.__name__}: {caught.value}" in said


@pytest.mark.parametrize(("name", "block"), REPORTS, ids=lambda one: one if isinstance(one, str) else "")
def test_a_pasted_report_leads_to_its_cause(name, block, capsys):
    message = block.report.message
    hits = index.errors(f"Traceback (most recent call last):\n{message}")
    assert hits and hits[0][0] == name
    assert terminal.main(["--lang", "en", message]) == 0
    printed = capsys.readouterr().out
    head = printed[: printed.index(block.prose[0][:30])]
    assert block.report.message in head
    marked = f"Source: {block.report.source}" if block.report.source else "build of torch without CUDA"
    assert marked in head and ("not run here" in head) == bool(block.report.source)


@pytest.mark.parametrize(
    "question",
    [
        "CUDA error: device-side assert triggered",
        "CUDA out of memory",
        "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity",
        "RuntimeError: CUDA error: no kernel image is available for execution on the device",
        "RuntimeError: cuDNN error: CUDNN_STATUS_EXECUTION_FAILED",
    ],
)
def test_what_users_paste_is_found(question):
    assert index.errors(question)[0][0] == "cuda"


@pytest.mark.parametrize(
    "written",
    [":message somewhere: RuntimeError: no.", ":message a/b#1: no type", ":message a/b#1: RuntimeError: no cause"],
)
def test_a_broken_report_is_refused(tmp_path, written):
    (tmp_path / "topic.py").write_text(BROKEN.format(written=written))
    with pytest.raises(ContentError, match="depends on the machine"):
        catalog.read(tmp_path, ("topic",))
