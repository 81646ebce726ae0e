"""What a terminal shows in bold and in colours: the marks that an entry's text bears, and a text without them."""

from __future__ import annotations

BOLD, RED, CODE, DIM, END = MARKS = ("\033[1m", "\033[31m", "\033[36m", "\033[2m", "\033[0m")


def plain(text: str) -> str:
    """Return a text for the terminal without its colours."""
    for mark in MARKS:
        text = text.replace(mark, "")
    return text
