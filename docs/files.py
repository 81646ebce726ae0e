"""Write files only when their content changed, so that Sphinx sees by their age what to build again."""

import filecmp
import json
import shutil
import sys
from pathlib import Path
from typing import Any


def write_if_changed(path: Path, content: str | bytes) -> bool:
    """Write a file unless it holds the same already; return whether it was written."""
    wanted = content.encode() if isinstance(content, str) else content
    if path.exists() and path.read_bytes() == wanted:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(wanted)
    return True


def compact_json(value: Any) -> str:
    """Return a value as JSON to be loaded by a page, without spaces and with its letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def copy_if_changed(source: Path, target: Path) -> None:
    """Copy a file unless the target holds the same bytes already."""
    if not target.exists() or not filecmp.cmp(source, target, shallow=False):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def keep_compiled(environment: Any, work: Path) -> None:
    """Let the next process take the templates as this one compiled them; ``work`` is the folder of the sources."""
    import jinja2  # not at the top: a build that finds nothing to do needs no templates

    folder = work / "compiled"
    folder.mkdir(parents=True, exist_ok=True)
    environment.bytecode_cache = jinja2.FileSystemBytecodeCache(str(folder))


def fail(words: str) -> int:
    """Say what is wrong and return the exit code for it."""
    print(words, file=sys.stderr)
    return 2
