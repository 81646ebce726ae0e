"""Whether the site that stands was built from what is here now: told from the files, before anything is imported."""

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
INPUTS = ("torchref", "docs", "gallery", "constraints.txt", "pyproject.toml")
DERIVED = ("__pycache__", "index.bin")
CONTENT = (".po", "observed.json", "measured.json", "pictures.json", "sheet.json", "pairs.json")


def is_good(out: Path, languages: list[str]) -> bool:
    """Whether ``out`` holds the site in these languages as it was built, and all it was made from is the same."""
    try:
        known: dict[str, Any] = json.loads(_file(out).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    if not set(languages) <= {*known.get("languages", ())} or known.get("outputs") != _outputs(out):
        return False
    return bool(known.get("inputs") == inputs())


def write(out: Path, languages: list[str], made_from: str) -> None:
    """Write down what the site was made from (:func:`inputs`, before it was built) and what stands now."""
    stamp = {"languages": languages, "inputs": made_from, "outputs": _outputs(out)}
    _file(out).write_text(json.dumps(stamp), encoding="utf-8")


def remove(out: Path) -> None:
    _file(out).unlink(missing_ok=True)


def inputs() -> str:
    """A checksum of everything that decides what is on the site: content, code, versions."""
    return _checksum(path for name in INPUTS for path in _walk(ROOT / name))


def program() -> str:
    """A checksum of what makes the site: code and versions, without the content, which is told by itself."""
    files = (path for name in ("torchref", "docs") for path in _walk(ROOT / name))
    operations = str(ROOT / "torchref" / "operations")
    return _checksum(path for path in files if not path.endswith(CONTENT) and not path.startswith(operations))


def _checksum(paths: Iterable[str]) -> str:
    found = hashlib.sha256(repr((sys.version, *_packages())).encode())
    for path in paths:
        with open(path, "rb") as file:
            found.update(f"{os.path.relpath(path, ROOT)}\0".encode() + file.read())
    return found.hexdigest()


def _outputs(out: Path) -> str:
    stats = [(path, os.stat(path)) for path in _walk(out)]
    said = [(path[len(str(out)) :], stat.st_size, stat.st_mtime_ns) for path, stat in stats]
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _walk(top: Path) -> list[str]:
    """Every file below a folder, sorted, or the file itself; what is derived from the rest is left out."""
    if top.is_file():
        return [str(top)]
    found = []
    for folder, folders, files in os.walk(top):
        folders[:] = [name for name in folders if name not in DERIVED]
        found += [os.path.join(folder, name) for name in files if not name.startswith(DERIVED)]
    return sorted(found)


def _packages() -> list[str]:
    """The installed packages with their versions, as their folders are named."""
    folder = Path(hashlib.__file__).parent / "site-packages"
    folders = {folder, *(Path(place) for place in sys.path if place.endswith("site-packages"))}
    return sorted({name for place in folders if place.is_dir() for name in os.listdir(place) if ".dist-info" in name})


def _file(out: Path) -> Path:
    return out.parent / f"{out.name}.stamp"
