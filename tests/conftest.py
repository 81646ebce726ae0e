"""What several tests share: the built site, and what is said at the end of a run."""

import contextlib
import os
import runpy
import subprocess
import sys
import warnings
from pathlib import Path

import hypothesis
import pytest
from filelock import FileLock

from docs.pictures import chromium

ROOT = Path(__file__).resolve().parent.parent

# Each run draws the same inputs, so that it says something of the change and not of the draw; who asks for a number of
# inputs gets others every time.
hypothesis.settings.register_profile("repeatable", derandomize=True)
if "TORCHREF_INPUTS" not in os.environ:
    hypothesis.settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder of the site, built once for all workers (``build/site``; only what changed is built again)."""
    with FileLock(tmp_path_factory.getbasetemp().parent / "site.lock"):
        built = subprocess.run([sys.executable, "-m", "docs.build"], cwd=ROOT, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    return ROOT / "build" / "site"


@pytest.fixture
def silent():
    """A warning fails the test."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


@pytest.fixture
def english(monkeypatch):
    """The environment asks for English."""
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture
def run_script(tmp_path, monkeypatch, capsys):
    """``run_script(stem)`` runs a gallery script, in an empty folder it must leave empty, and returns its names.

    With them come what it ``printed``, and the ``pictures`` of tensors that it drew, in order.
    """
    import matplotlib.pyplot as plt
    import torch

    from torchref.tracing.picture import Picture

    monkeypatch.setenv("MPLBACKEND", "agg")
    plt.switch_backend("agg")

    pictures = []
    make = Picture.__init__
    monkeypatch.setattr(Picture, "__init__", lambda self, *given: (make(self, *given), pictures.append(self))[0])

    def run(stem):
        monkeypatch.chdir(tmp_path)
        pictures.clear()
        with torch.random.fork_rng():
            names = runpy.run_path(str(ROOT / "gallery" / f"{stem}.py"))
        assert not list(tmp_path.iterdir()), "the script left a file behind"
        return {**names, "printed": capsys.readouterr().out, "pictures": [*pictures]}

    yield run
    plt.close("all")


@pytest.fixture(scope="session")
def browser():
    """Headless Chromium; without it the test is skipped, unless TORCHREF_REQUIRE_BROWSER is set."""
    try:
        with chromium.launched() as browser:
            yield browser
    except chromium.Missing as missing:
        if os.environ.get("TORCHREF_REQUIRE_BROWSER"):
            pytest.fail(f"TORCHREF_REQUIRE_BROWSER asks for Chromium: {missing}")
        pytest.skip(f"needs Chromium: {missing}")


@contextlib.contextmanager
def costing(what):
    """Write down the CPU seconds that are spent meanwhile, with those of children, in the file TORCHREF_COSTS names."""
    before = os.times()
    yield
    if os.environ.get("TORCHREF_COSTS"):
        spent = sum(os.times()[:4]) - sum(before[:4])
        with open(os.environ["TORCHREF_COSTS"], "a", encoding="utf-8") as file:
            file.write(f"{what}\t{spent:.3f}\n")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item):
    with costing(item.nodeid):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    with costing(item.nodeid):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """With the last test of a process end what all its tests shared, such as the browser, whose costs are told then."""
    with costing(item.nodeid if nextitem else "what tests share"):
        return (yield)


def pytest_terminal_summary(terminalreporter):
    inputs = [
        value
        for report in terminalreporter.getreports("passed")
        for key, value in report.user_properties
        if key == "inputs"
    ]
    if inputs:
        terminalreporter.write_line(f"generated inputs compared with torch: {sum(inputs)} for {len(inputs)} operations")
