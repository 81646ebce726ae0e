"""Every example of the content runs alone: ``torch`` and ``np`` are all it is given, and it leaves no state behind."""

import numpy as np
import pytest
import torch
from _pytest.doctest import DoctestItem


def settings():
    """The global state that an example must leave as it found it (the seed is put back for it)."""
    return {
        "default dtype": torch.get_default_dtype(),
        "default device": torch.get_default_device(),
        "print options": vars(torch._tensor_str.PRINT_OPTS).copy(),
        "threads": torch.get_num_threads(),
        "grad mode": torch.is_grad_enabled(),
        "deterministic algorithms": torch.are_deterministic_algorithms_enabled(),
    }


@pytest.fixture(autouse=True)
def alone(request, tmp_path_factory, monkeypatch):
    """Run an example with fresh names and in an empty folder, and hold it to the state it found."""
    if not isinstance(request.node, DoctestItem):
        yield
        return
    folder = tmp_path_factory.mktemp("example")
    monkeypatch.chdir(folder)
    request.node.dtest.globs = {"torch": torch, "np": np}
    before = settings()
    with torch.random.fork_rng():
        yield
    assert settings() == before, "the example left global state changed"
    assert not list(folder.iterdir()), "the example left a file behind"
