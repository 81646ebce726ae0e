"""The built wheel holds content, facts and translations, and importing it needs neither torch nor NumPy."""

import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

import torchref
from torchref.content import catalog
from torchref.content.language import LANGUAGES
from torchref.retrieval import index

pytestmark = pytest.mark.xdist_group("wheel")  # what they share is made once
ROOT = Path(__file__).parent.parent
OFFLINE = ["--disable-pip-version-check", "--no-index", "--no-deps"]


def run(*command, **options):
    finished = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=120, **options)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


def wheel_of_a_copy(folder):
    """The wheel of a copy of the source, so that the build leaves nothing behind in the checkout."""
    source = folder / "source"
    source.mkdir(parents=True)
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copyfile(ROOT / name, source / name)
    shutil.copytree(
        ROOT / "torchref",
        source / "torchref",
        ignore=shutil.ignore_patterns("__pycache__", "*.bin"),
        copy_function=shutil.copyfile,
    )
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    pip = [sys.executable, "-m", "pip", "wheel", *OFFLINE, "--no-build-isolation"]
    run(*pip, "--wheel-dir", folder, source, env=environment)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return wheel_of_a_copy(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """The Python of a fresh environment that holds the wheel and nothing else."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=False)
    made = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    run(sys.executable, "-m", "pip", "--python", made, "install", *OFFLINE, wheel)
    return made


def test_wheel_holds_every_file_of_the_package(wheel):
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "torchref").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix not in (".mo", ".checked")
    }
    assert any(name.endswith(".po") for name in wanted)
    assert not wanted - held
    assert not [name for name in held if name.endswith(".pyc")]


def test_installing_the_wheel_installs_nothing_else(wheel):
    """Whoever asks for the terminal alone keeps the torch and the NumPy there are, or goes without."""
    with zipfile.ZipFile(wheel) as packed:
        (name,) = [name for name in packed.namelist() if name.endswith(".dist-info/METADATA")]
        needed = [line for line in packed.read(name).decode().splitlines() if line.startswith("Requires-Dist:")]
    assert needed and all("extra ==" in line for line in needed), needed
    assert {re.split("[<>]", line)[0] for line in needed if 'extra == "torch"' in line} == {
        "Requires-Dist: numpy",
        "Requires-Dist: torch",
    }


def test_wheel_is_the_same_from_any_folder_at_any_time(wheel, tmp_path):
    again = wheel_of_a_copy(tmp_path / "a folder elsewhere")
    assert again.read_bytes() == wheel.read_bytes()


def test_import_in_a_fresh_environment_loads_neither_torch_nor_numpy(python, tmp_path):
    loaded = run(python, "-c", "import sys, torchref; print(torchref.__file__, *sys.modules)", cwd=tmp_path).split()
    assert Path(loaded[0]).is_relative_to(python.parent.parent)
    assert not {"torch", "numpy"} & set(loaded)


def test_import_where_they_are_installed_loads_neither_torch_nor_numpy():
    loaded = run(
        sys.executable, "-c", "import sys, torchref, torchref.content.catalog; print(*sys.modules)", cwd=ROOT
    ).split()
    assert "torchref" in loaded
    assert not {"torch", "numpy"} & set(loaded)


def test_content_reads_the_same_from_the_wheel(python, tmp_path):
    read = "from torchref.content import catalog; print(*catalog.entries(catalog.read()))"
    assert run(python, "-c", read, cwd=tmp_path).split() == list(catalog.entries(catalog.read()))


def test_the_command_answers_in_both_languages_where_there_is_no_torch(python, tmp_path):
    """pip's own script, in an environment that holds nothing else; the index came with the wheel."""
    command = python.parent / "torchref"
    package = Path(run(python, "-c", "import torchref; print(torchref.__path__[0])", cwd=tmp_path).strip())
    stamp = (package / "retrieval" / "index.bin").stat().st_mtime_ns
    assert "torch" not in run(python, "-c", "import pkgutil; print(*(m.name for m in pkgutil.iter_modules()))").split()
    for language in LANGUAGES:
        entry = index.entry("squeeze", language)
        for asked in (["squeeze"], ["删除大小为1的维度"], ["remove", "dimensions", "of", "size", "1"]):
            text = run(command, "--lang", language, *asked, cwd=tmp_path)
            assert entry["summary"].replace("``", "`") in text and entry["blocks"][0]["session"].splitlines()[0] in text
    assert run(command, "--list", cwd=tmp_path).split() == list(catalog.entries(catalog.read()))
    assert run(python, "-m", "torchref", "--version", cwd=tmp_path).startswith(f"torchref {torchref.__version__} (")
    assert (package / "retrieval" / "index.bin").stat().st_mtime_ns == stamp, (
        "the index of the wheel was not good enough"
    )
    looked_up = run(python, "-c", "import torchref; print(torchref.lookup('squeeze', lang='zh'))", cwd=tmp_path)
    assert looked_up.startswith("torch.squeeze")


def test_explain_without_torch_says_what_is_missing(python, tmp_path):
    script = "import torchref\ntry: torchref.explain\nexcept ImportError as error: print(error)"
    assert "torchref.explain needs torch and NumPy" in run(python, "-c", script, cwd=tmp_path)
