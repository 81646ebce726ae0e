"""Code on a page: each line is an element, so that it wraps below its own start and can be left out of a copy."""

import functools
import itertools
import re
from collections.abc import Iterator
from html import escape
from typing import Any

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonConsoleLexer

from torchref.content import again

PROMPT = re.compile(r'<span class="gp">(&gt;&gt;&gt;|\.\.\.)')
TRACEBACK = "Traceback (most recent call last):"
DEEPEST = 8
"""Spaces of a line's own indentation that its continuation keeps, in a column as narrow as a phone's."""


class Lines(HtmlFormatter):
    """HTML in which each line is a ``span.line``.

    The lines of an example that raises are of the class ``raises``, its traceback and message of ``traceback`` too.
    A ``pre`` that ends with such an example is of the class ``only-raises``: no fix in it could be copied.
    """

    def wrap(self, source: Iterator[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        lines = [line for _, line in source]
        raising = _raising(lines)
        made = [(1, _line(line, number in raising)) for number, line in enumerate(lines)]
        for number, text in super().wrap(iter(made)):
            if text.startswith("<pre") and len(lines) - 1 in raising:
                text = text.replace("<pre", '<pre class="only-raises"', 1)
            yield number, text


def _line(line: str, raises: bool) -> str:
    kinds = ["line", *(["raises"] if raises else []), *(["traceback"] if raises and not PROMPT.match(line) else [])]
    code = re.sub(r"<[^>]+>", "", PROMPT.sub("", line))
    indent = min(len(code) - len(code.lstrip(" ")), DEEPEST)
    style = f' style="--indent: {indent}ch"' if indent > 1 else ""
    return f'<span class="{" ".join(kinds)}"{style}>{line}</span>'


def _raising(lines: list[str]) -> set[int]:
    """The numbers of the lines that belong to an example that raises: its source, the traceback and the message."""
    starts = [number for number, line in enumerate(lines) if (prompt := PROMPT.match(line)) and prompt[1] != "..."]
    found: set[int] = set()
    for start, end in itertools.pairwise([*starts, len(lines)]):
        if any(TRACEBACK in line for line in lines[start:end]):
            found.update(range(start, end))
    return found


formatter = functools.cache(Lines)
"""The formatter with some options: each new one would make its style sheet anew."""


def html(session: str, needs: str = "") -> str:
    """Return examples as Sphinx writes them, for what is shown without it; both languages show the same.

    ``needs`` is not seen, but stands before the examples in what a copy button copies.
    """
    made = again.made(("code", session), None, lambda: highlight(session, PythonConsoleLexer(), formatter()))
    before = f"<span hidden>{escape(needs, quote=False)}</span>" if needs else ""
    return made.replace("<span></span>", before, 1)


def failing(session: str) -> str:
    """Return examples of which the last raises, though its message stands elsewhere."""
    made = html(session)
    return made if "only-raises" in made else made.replace("<pre", '<pre class="only-raises"', 1)


def highlight_lines(builder: Any) -> None:
    """Make a Sphinx builder of HTML write code by :class:`Lines`."""
    builder.highlighter.formatter = formatter
