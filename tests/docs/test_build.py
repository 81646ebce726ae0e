"""The build, run on a small copy of the project: broken content stops it, and only what changed is written again."""

import contextlib
import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from docs.pictures import sheets
from tests import scale

pytestmark = pytest.mark.xdist_group("build")  # what they share is made once
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of what the site is made of, with two topics and two gallery scripts: it builds in seconds."""
    folder = tmp_path_factory.mktemp("copy")
    scale.cut_down(folder, ("shape", "indexing"), ("dimensions_of_size_1", "permute_and_transpose"))
    return folder


def build(folder, *options, **environment):
    command = [sys.executable, "-m", "docs.build", *options]
    return subprocess.run(command, cwd=folder, env=os.environ | environment, capture_output=True, text=True)


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
        ("content/observed.json", "content/observed.json:1: not JSON"),
        ("content/measured.json", "content/measured.json:1: not JSON"),
        ("content/locale/zh_CN/LC_MESSAGES/shape.po", "LC_MESSAGES/shape.po:1: not an entry of a gettext catalog"),
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
        ("torchref.content.translation shpae", "no topic 'shpae'; nearest: shape"),
        ("torchref.content.observe squeeze", "takes no arguments; found 'squeeze'"),
        ("docs.messages site", "takes no arguments; found 'site'"),
        ("docs.pictures site", "takes no arguments; found 'site'"),
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
        (["--out", "docs/sphinx/conf.py"], "a file of that name is in the way"),
        (["--language", "zh", "--out", "alone/site"], "build English first"),
    ],
)
def test_a_wrong_option_is_one_sentence(copy, options, words):
    stopped = build(copy, *options)
    assert stopped.returncode == 2 and words in stopped.stderr and "Traceback" not in stopped.stderr


@contextlib.contextmanager
def serving(folder, port):
    """``make serve`` in a folder; yields a function that returns what it says, up to a line that holds some words."""
    command = [sys.executable, "-m", "docs.serve", str(port)]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def until(words):
        lines = []
        for line in process.stdout:
            lines.append(line.rstrip())
            if words in line:
                return lines
        pytest.fail(f"it ended without {words!r}: {lines}")

    try:
        yield until
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait() == 0
        process.stdout.close()


IMPATIENT = """
import threading

class Timer(threading.Timer):
    def __init__(self, interval, *rest):
        super().__init__(0, *rest)

threading.Timer = Timer
"""
"""matplotlib warns when listing the machine's fonts takes it five seconds; with this module it warns at once."""

COLD = """
English: preparing N operations
matplotlib: listing the fonts of this machine, once
English: running N gallery scripts
gallery: executed N scripts in N s
English: reading N pages
English: writing N pages
English: N pages, and N other addresses that lead to them, in N s
简体中文: preparing N operations
简体中文: reading N pages
简体中文: writing N pages
简体中文: N pages, and N other addresses that lead to them, in N s
cheat sheets printed: cheat-sheet-en.pdf, numpy-sheet-en.pdf, cheat-sheet-zh.pdf, numpy-sheet-zh.pdf
the site stands after N s; open
"""
UNCHANGED = [words for words in COLD.split("\n") if not re.search("matplotlib|gallery|reading|writing|printed", words)]


def said(built):
    """What a build said, with N for the numbers and without the place of the site."""
    words = re.sub(r"(?<=open) .*", "", built.stdout)
    return re.sub(r"\b\d[\d.]*\b", "N", words).strip().split("\n")


@pytest.fixture(scope="module")
def cold(copy, tmp_path_factory):
    """What the first build of the copy said, and the checksum of each file that it made."""
    shutil.rmtree(copy / "build", ignore_errors=True)  # tests come in any order
    folder = tmp_path_factory.mktemp("cold")
    (folder / "sitecustomize.py").write_text(IMPATIENT)
    built = build(copy, PYTHONPATH=str(folder), MPLCONFIGDIR=str(folder / "matplotlib"))
    site = copy / "build" / "site"
    return built, {path.relative_to(site): checksum(path) for path in site.rglob("*") if path.is_file()}


def checksum(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_builds_in_two_folders_make_the_same_bytes(copy, cold, tmp_path):
    _, made = cold
    other = tmp_path / "another_name"
    shutil.copytree(copy, other, ignore=shutil.ignore_patterns("build", "__pycache__", "*.bin*"))
    built = build(other)
    assert built.returncode == 0, built.stdout + built.stderr
    site = other / "build" / "site"
    assert len(made) > 100
    assert {path.relative_to(site): checksum(path) for path in site.rglob("*") if path.is_file()} == made


def test_each_step_is_a_line_and_only_what_changed_is_written_again(copy, cold):
    site = copy / "build" / "site"
    cold, _ = cold
    assert cold.returncode == 0 and cold.stderr == "", cold.stderr
    expected = COLD.strip().split("\n")
    assert said(cold) == [words for words in expected if "printed" not in words or sheets.possible()]
    scripts = len(list((copy / "gallery").glob("[!_]*.py")))
    assert f"gallery: executed {scripts} scripts" in cold.stdout and f"running {scripts} gallery" in cold.stdout
    sources = (copy / "build" / "source" / "en").rglob("*.rst")
    pages = sum(path.stem != "sg_execution_times" for path in sources)
    assert {int(number) for number in re.findall(r"(\d+) pages", cold.stdout)} == {pages}

    def written_by_building(expected=None):
        before = {path: path.stat().st_mtime_ns for path in site.rglob("*.html")}
        again = build(copy)
        assert again.returncode == 0, again.stdout + again.stderr
        assert "gallery: executed" not in again.stdout
        assert expected is None or said(again) == expected
        return {p.relative_to(site).as_posix() for p in site.rglob("*.html") if p.stat().st_mtime_ns != before.get(p)}

    assert written_by_building(["nothing changed since the site was built; open"]) == set()
    (copy / "build" / "site.stamp").unlink()
    assert written_by_building(UNCHANGED[1:-1]) == set()
    (site / "en" / "squeeze.html").unlink()
    assert written_by_building() == {"en/squeeze.html"}
    with edited(copy, "every dimension of size 1 is removed", "each dimension of size 1 is removed"):
        assert written_by_building() == {"en/squeeze.html", "zh/squeeze.html"}
    with edited(copy, "Remove dimensions of size 1.", "Drop dimensions of size 1."):
        written = written_by_building()
        assert {"en/squeeze.html", "en/topics/shape.html"} <= written
        assert "en/gather.html" not in written and len(written) < 20, written


def test_serving_makes_again_what_a_save_changed_and_starts_anew_for_the_program(copy):
    """The same process answers a save of content; the pages are those that a build from nothing makes."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    page = f"http://127.0.0.1:{port}/en/squeeze.html"

    def shown():
        with urllib.request.urlopen(page) as answer:
            return answer.read().decode()

    with serving(copy, port) as until:
        until("index.html")
        assert "every dimension of size 1 is removed" in shown()
        for word in ("Each", "All"):
            with edited(copy, "every dimension of size 1 is removed", f"{word} dimension of size 1 is removed"):
                said = until("the site stands")
                assert "English: writing 1 page" in said and "简体中文: writing 1 page" in said, said
                assert f"{word} dimension of size 1 is removed" in shown()
            until("the site stands")
        with edited(copy, "def squeeze(x, dim=None):", "def squeeze(x, dim=None:"):
            assert "not Python" in until("not Python")[-1]
        until("the site stands")
        before = {path: path.read_bytes() for path in (copy / "build" / "site").rglob("*") if path.is_file()}
        program = copy / "docs" / "files.py"
        program.write_text(program.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        until("starting anew")
        until("index.html")
    shutil.rmtree(copy / "build")
    assert build(copy).returncode == 0
    after = {path: path.read_bytes() for path in (copy / "build" / "site").rglob("*") if path.is_file()}
    assert before.keys() == after.keys()
    differ = [path.name for path in before if before[path] != after[path]]
    assert not [name for name in differ if name.endswith((".html", ".js", ".css"))], differ
