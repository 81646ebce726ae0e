"""The build, run on a copy of the project: broken content stops it, and only what changed is written again."""

import contextlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of what the site is made of."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("docs", "gallery", "torchref"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def build(folder, *options):
    return subprocess.run([sys.executable, "-m", "docs.build", *options], cwd=folder, capture_output=True, text=True)


@contextlib.contextmanager
def edited(folder, old, new):
    """Replace a text in all modules of operations while the block runs."""
    before = {path: path.read_text(encoding="utf-8") for path in (folder / "torchref" / "operations").glob("*.py")}
    assert any(old in text for text in before.values()), old
    for path, text in before.items():
        path.write_text(text.replace(old, new), encoding="utf-8")
    try:
        yield
    finally:
        for path, text in before.items():
            path.write_text(text, encoding="utf-8")


BREAKS = {
    "no summary": ('    """Remove dimensions of size 1.\n\n', '    """\n    >>> 1\n    1\n\n', "summary"),
    "a failing example": (
        "tensor([1, 2, 3])\n    >>> torch.zeros(5, 1)",
        "tensor([1, 2, 4])\n    >>> torch.zeros(5, 1)",
        "fails",
    ),
    "a name that __all__ does not list": ("def squeeze(", "def sqeeze(", "which the module does not define"),
    "a reference to nothing": ("See also: :func:`unsqueeze`", "See also: :func:`unsqeeze`", "nearest: unsqueeze"),
    "not Python": ("def squeeze(x, dim=None):", "def squeeze(x, dim=None:", "not Python"),
}


@pytest.mark.parametrize("kind", BREAKS)
def test_a_broken_entry_stops_the_build_with_file_line_and_rule(copy, kind):
    old, new, rule = BREAKS[kind]
    with edited(copy, old, new):
        stopped = build(copy, "--language", "en", "--out", str(copy / "broken" / "site"))
    assert stopped.returncode == 2, stopped.stdout + stopped.stderr
    assert "operations/shape.py:" in stopped.stderr and rule in stopped.stderr
    assert "Traceback (most recent call last):\n  File" not in stopped.stderr
    assert not (copy / "broken").exists(), "something half-written was left behind"


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("observed.json", "torchref/observed.json:1: not JSON"),
        ("locale/zh_CN/LC_MESSAGES/shape.po", "LC_MESSAGES/shape.po:1: not an entry of a gettext catalog"),
    ],
)
def test_a_broken_file_stops_the_build_with_file_and_line(copy, file, words):
    path = copy / "torchref" / file
    before = path.read_text(encoding="utf-8")
    path.write_text("{broken\n" + before, encoding="utf-8")
    stopped = build(copy, "--out", str(copy / "broken" / "site"))
    path.write_text(before, encoding="utf-8")
    assert stopped.returncode == 2 and words in stopped.stderr and "Traceback" not in stopped.stderr, stopped.stderr
    assert not (copy / "broken").exists()


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("torchref.translation shpae", "no topic 'shpae'; nearest: shape"),
        ("torchref.observe squeeze", "takes no arguments; found 'squeeze'"),
        ("docs.messages site", "takes no arguments; found 'site'"),
        ("tests.bench pgae", "page"),
    ],
)
def test_a_tool_says_what_it_does_not_know(command, words):
    stopped = subprocess.run([sys.executable, "-m", *command.split()], cwd=ROOT, capture_output=True, text=True)
    assert stopped.returncode == 2 and words in stopped.stderr and "Traceback" not in stopped.stderr, stopped.stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--language", "fr"], "invalid choice: 'fr'"),
        (["--out", "docs/conf.py"], "a file of that name is in the way"),
        (["--language", "zh", "--out", "alone/site"], "build English first"),
    ],
)
def test_a_wrong_option_is_one_sentence(copy, options, words):
    stopped = build(copy, *options)
    assert stopped.returncode == 2 and words in stopped.stderr and "Traceback" not in stopped.stderr


def test_only_what_changed_is_written_again(copy):
    site = copy / "build" / "site"
    assert build(copy).returncode == 0

    def written_by_building():
        before = {path: path.stat().st_mtime_ns for path in site.rglob("*.html")}
        again = build(copy)
        assert again.returncode == 0, again.stdout + again.stderr
        assert again.stdout.count("gallery: executed 0 scripts") == 2
        return {p.relative_to(site).as_posix() for p in site.rglob("*.html") if p.stat().st_mtime_ns != before.get(p)}

    assert written_by_building() == set()
    with edited(copy, "Every dimension of size 1 goes", "Each dimension of size 1 goes"):
        assert written_by_building() == {"en/squeeze.html", "zh/squeeze.html"}
    with edited(copy, "Remove dimensions of size 1.", "Drop dimensions of size 1."):
        written = written_by_building()
        assert {"en/squeeze.html", "en/topics/shape.html"} <= written
        assert "en/gather.html" not in written and len(written) < 20, written
