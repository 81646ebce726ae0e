"""An entry as text of 80 columns, and its inline reST as HTML.

What is coloured bears one of a few marks of its own; :func:`torchref.content.marks.plain` takes them out again.
"""

import html
import itertools
import re
import unicodedata
from collections.abc import Callable
from typing import Any

from torchref.content.marks import BOLD, CODE, DIM, END, RED, plain

WIDTH = 80

_HAN = r"\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"
_NOT_FIRST = "，。：；！？、）》”’"
_PIECES = re.compile(rf"``.+?``[.,:;!?)]*[{_NOT_FIRST}]*|[^\s`{_HAN}]+|\s+|.")
_LITERAL = re.compile("``(.+?)``")
_STRONG = re.compile(r"\*\*(.+?)\*\*")
_EMPHASIS = re.compile(r"\*(.+?)\*")
REFERENCE = re.compile(r":func:`([\w.]+)`")
"""A reference to an operation in the content; what stands in it is the operation's name."""


def text(entry: dict[str, Any], gettext: Callable[[str], str]) -> str:
    """Return an entry of the index as lines of at most 80 columns (code and messages stay as they are), with marks."""
    _ = gettext
    gap = max(2, WIDTH - columns(entry["title"]) - columns(entry["topic_title"]))
    lines = [f"{BOLD}{entry['title']}{END}{' ' * gap}{DIM}{entry['topic_title']}{END}"]
    lines += wrap(entry["summary"])
    lines += [""]
    for signature in entry["signatures"]:
        lines += [f"{CODE}{line}{END}" for line in wrap(signature, indent=8, first="    ")]
    lines += [""] if entry["signatures"] else []
    for name, summary in entry["namesakes"]:
        lines += wrap(summary, indent=4, first=f"  {DIM}{_('Same name')}{END}  {CODE}{name}{END}  ")
    for label, said in entry["facts"]:
        lines += wrap(said.replace("``", ""), indent=4, first=f"  {DIM}{label}{END}  ")
    for block in entry["blocks"]:
        lines += [""]
        if block["errors"]:
            lines += [f"{RED}{_('Common error')}{END}"]
        lines += _block(block)
    lines += ["", f"{BOLD}{_('Parameters')}{END}"] if entry["parameters"] else []
    for rows, types, sentence in together(entry["parameters"]):
        names = f"  {', '.join(f'{CODE}{written(row)}{END}' for row in rows)}"
        typed = wrap(types, indent=8, first=f"{names}  ") if types else [names]
        said = wrap(sentence, first=f"{typed[-1]}  ")
        lines += [*typed[:-1], *said] if len(said) == 1 else [*typed, *wrap(sentence, indent=6, first="      ")]
    lines += ["", f"{BOLD}{_('NumPy equivalent')}{END}"]
    if entry["no_numpy"]:
        lines += wrap(entry["no_numpy"])
    else:
        lines += indented(entry["numpy"])
    lines += ["", f"{BOLD}{_('Where NumPy differs')}{END}"] if entry["differences"] else []
    for group in entry["differences"]:
        lines += wrap(group["label"], first="  ")
        for dtypes, session in group["calls"]:
            lines += [*wrap(dtypes, indent=4), *indented(session)]
    lines += ["", f"{BOLD}{_('Other versions')}{END}"] if entry["others"] else []
    for block in entry["others"]:
        lines += _block(block)
    lines += ["", f"{BOLD}{_('See also')}{END}"]
    for name, summary in entry["see_also"]:
        lines += wrap(summary, indent=4, first=f"  {CODE}{name}{END}  ")
    lines += ["", *(f"{DIM}{line}{END}" for line in wrap(entry["checked"]))]
    return "\n".join(lines) + "\n"


def error(block: dict[str, Any], gettext: Callable[[str], str]) -> str:
    """Return one error that an entry shows: its cause, the call that raises it, and the fix, where it has one."""
    _ = gettext
    return "\n".join([f"{RED}{_('Common error')}{END}", *_block(block), ""])


def _block(block: dict[str, Any]) -> list[str]:
    """The sentences of a block, and the examples that they lead in."""
    message, source = block.get("report") or ("", "")
    return [
        *([f"    {message}", *(f"{DIM}{line}{END}" for line in wrap(source))] if message else []),
        *(line for paragraph in block["prose"] for line in wrap(paragraph)),
        *indented(block["session"]),
    ]


def together(parameters: list[dict[str, Any]]) -> list[tuple[list[dict[str, Any]], str, str]]:
    """Return the parameters in rows to be shown, ``(parameters, type, sentence)``: neighbors share a sentence."""
    grouped = itertools.groupby(parameters, lambda one: (one["type"], one["sentence"]))
    return [(list(group), *key) for key, group in grouped]


def written(parameter: dict[str, Any]) -> str:
    """Return a parameter as it stands in a signature: ``dim=-1``."""
    return "=".join(filter(None, [parameter["name"], parameter["default"]]))


def indented(session: str) -> list[str]:
    return [f"    {line}".rstrip() for line in session.rstrip("\n").split("\n")] if session else []


def wrap(text: str, indent: int = 0, first: str = "") -> list[str]:
    """Break a paragraph of inline reST into lines of 80 columns; a Chinese character takes two.

    Args:
        indent: columns before each line but the first.
        first: what stands before the first line, at its left edge.
    """
    lines = [first or " " * indent]
    width = WIDTH if text.isascii() else WIDTH - 2  # a full-width mark may not begin a line: it hangs on the one before
    used = start = columns(plain(lines[0]))
    space = ""
    for piece in _PIECES.findall(REFERENCE.sub(r"``\1``", text)):
        if piece.isspace():
            space = " "
            continue
        shown = _LITERAL.sub(rf"{CODE}`\1`{END}", piece) if "``" in piece else piece
        size = columns(piece.replace("``", "`"))
        if used + len(space) + size > width and used > start and piece not in _NOT_FIRST:
            lines.append(" " * indent)
            used, start, space = indent, indent, ""
        lines[-1] += space + shown
        used += len(space) + size
        space = ""
    return lines


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def inline_html(text: str, link: Callable[[str], str] | None = None) -> str:
    """Return the inline reST of the content (literals, emphasis, references) as HTML.

    Args:
        link: from the name of an operation to the address of its page; without it a name is code.
    """
    text = html.escape(text, quote=False)
    made = r"<code>\1</code>" if link is None else lambda found: f'<a href="{link(found[1])}">{found[1]}</a>'
    parts = re.split("``(.+?)``", text)
    parts[::2] = [
        _EMPHASIS.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", REFERENCE.sub(made, part)))
        for part in parts[::2]
    ]
    parts[1::2] = [f"<code>{code}</code>" for code in parts[1::2]]
    return "".join(parts)
