"""Every example of the content runs alone: ``torch`` and ``np`` are all it is given, and it leaves no state behind.

The examples of an entry are one doctest, and those of a module one test: pytest's own work for a test takes longer
than the examples of an entry do.
"""

import contextlib
import doctest
import gc
import linecache
import os
import re
import sys
import tempfile
import types
from pathlib import Path

import numpy as np
import pytest
import torch
from _pytest.doctest import DoctestItem, MultipleDoctestFailures

torch.set_num_threads(1)  # the tensors here are small: more threads would spin, and wait for those of other workers
gc.freeze()  # torch and NumPy stay: not to be looked through at every collection
PACKAGE = Path(__file__).parent / "torchref"


def pytest_ignore_collect(collection_path):
    """Leave modules of the package without an example alone: pytest would import them to look for one."""
    if collection_path.suffix == ".py" and collection_path.is_relative_to(PACKAGE):
        return True if not re.search(r"^ *>>> ", collection_path.read_text(encoding="utf-8"), re.MULTILINE) else None
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config):
    """Of several processes (``-n 2``) let one run all tests that share something costly (``xdist_group``)."""
    if getattr(config.option, "numprocesses", None) and config.option.dist == "no":
        config.option.dist = "loadgroup"


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


class Examples(DoctestItem):
    """The examples of a module, each entry by itself: fresh names, an empty folder, and the state it found kept."""

    @classmethod
    def of(cls, items):
        first = items[0]
        name = first.name if len(items) == 1 else f"{first.parent.obj.__name__}, {len(items)} entries"
        made = cls.from_parent(first.parent, name=name, runner=first.runner, dtest=first.dtest)
        made.tests = [item.dtest for item in items]
        return made

    def runtest(self):
        failures, wrong = [], []
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), nothing_to_compile(), sources_as_read():
            for test in self.tests:
                test.globs = {"torch": torch, "np": np}
                before = settings()
                try:
                    with torch.random.fork_rng(devices=[]):
                        self.runner.run(test, out=failures)
                except (doctest.DocTestFailure, doctest.UnexpectedException) as failure:
                    failures.append(failure)
                    wrong.append(f"{test.name}: an example fails")
                wrong += [
                    f"{test.name} left changed: {name}" for name, one in settings().items() if one != before[name]
                ]
                for left in os.listdir(folder):
                    os.unlink(left)
                    wrong.append(f"{test.name} left behind: {left}")
        self.add_report_section("call", "entries", "\n".join(wrong))
        if failures:
            raise MultipleDoctestFailures(failures)
        assert not wrong


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Make one test of the doctests of each module, once those that are not wanted are out."""
    modules = {}
    for item in items:
        if isinstance(item, DoctestItem):
            modules.setdefault(item.parent, []).append(item)
    first = {id(found[0]): Examples.of(found) for found in modules.values()}
    items[:] = [first.get(id(item), item) for item in items if id(item) in first or not isinstance(item, DoctestItem)]


@contextlib.contextmanager
def nothing_to_compile():
    """Stand in for torch's compiler, which every optimizer imports to say that it is not to be compiled."""
    if "torch._dynamo" in sys.modules:
        yield
        return
    told = []
    compiler = types.ModuleType("torch._dynamo")
    compiler.disable = lambda function, *_, **__: told.append(function) or function
    compiler.graph_break = lambda: None
    sys.modules["torch._dynamo"] = compiler
    try:
        yield
    finally:
        del sys.modules["torch._dynamo"]
        vars(torch).pop("_dynamo", None)
        for function in told:
            vars(function).pop("__dynamo_disable", None)


@contextlib.contextmanager
def sources_as_read():
    """Keep doctest from looking, before each of its tests, whether any source that Python ever read has changed."""
    check = linecache.checkcache
    linecache.checkcache = lambda *_: None
    try:
        yield
    finally:
        linecache.checkcache = check
