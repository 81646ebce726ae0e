"""Write files only when their content changed, so that Sphinx sees by their age what to build again."""

import filecmp
import shutil
import sys
from pathlib import Path


def write_if_changed(path: Path, text: str) -> bool:
    """Write a text file unless it holds the same text already; return whether it was written."""
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return True


def copy_if_changed(source: Path, target: Path) -> None:
    """Copy a file unless the target holds the same bytes already."""
    if not target.exists() or not filecmp.cmp(source, target, shallow=False):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def fail(words: str) -> int:
    """Say what is wrong and return the exit code for it."""
    print(words, file=sys.stderr)
    return 2
