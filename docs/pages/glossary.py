"""The terms in both languages: what the page *Getting started* shows, and a test holds the Chinese catalogs to."""

from pathlib import Path
from typing import NamedTuple

PATH = Path(__file__).parent / "glossary.tsv"


class Term(NamedTuple):
    """A line of ``glossary.tsv``."""

    english: str
    chinese: str
    also: str
    """Other translations that readers meet elsewhere."""
    never: tuple[str, ...]
    """Patterns of what this site does not write for it, ``; `` between them in the file."""


def terms() -> list[Term]:
    """Return every term, in the order of the file."""
    _, *lines = PATH.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return [
        Term(english, chinese, also, tuple(never.split("; ")) if never else ())
        for english, chinese, also, never in rows
    ]
