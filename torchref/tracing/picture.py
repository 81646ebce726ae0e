"""A picture as an object: it shows itself in a notebook, and is saved as an SVG file."""

import html
import os
import re
from pathlib import Path
from typing import Any

from torchref.content.language import chosen
from torchref.pictures.figure import STYLE, drawn, figure, first_lit, sentence, smaller, told
from torchref.pictures.grids import label, px
from torchref.retrieval import index

LETTER = 7.3
"""How wide a letter of 12 pixels is, in the widest of the fonts."""
APART = 24.0


class Picture:
    """Drawings below each other, of one call or of tensors in their storages.

    Attributes:
        drawings: each as plain data, as in ``pictures.json``.
        code: the call that they show, or ``""``.
    """

    def __init__(self, drawings: list[dict[str, Any]], code: str = "") -> None:
        self.drawings = drawings
        self.code = code

    def text(self, lang: str | None = None) -> str:
        """Return in words what the picture shows: a sentence for each drawing, then each element and its sources.

        Args:
            lang: ``"en"`` or ``"zh"``; the language of the environment when left out.

        Raises:
            LookupError: there is no such language.
        """
        gettext = index.words(chosen(lang))
        lines = [self.code] if self.code else []
        for drawing in self.drawings:
            rows, shapes = told(drawing)
            lines.append(f"{sentence(drawing, gettext)} {shapes}")
            lines += [f"  {said} ← {source}" if source else f"  {said}" for said, source in rows]
        return "\n".join(lines)

    def svg(self, lang: str | None = None) -> str:
        """Return the picture as an SVG file that needs nothing else; it is light or dark as its reader prefers."""
        gettext = index.words(chosen(lang))
        inner, wide, high, titles = "", 0.0, 0.0, []
        if self.code:
            inner, wide, high = label(0, 12, self.code), len(self.code) * LETTER, APART
        for drawing in self.drawings:
            rows, shapes = told(drawing)
            lit = first_lit(drawing, rows)
            width, height, cells = drawn(drawing, lit)
            said = " ← ".join(filter(None, rows[lit]))
            below = label(0, height + 20, said)
            inner += f'<g transform="translate(0 {px(high)})">{cells}{below}</g>'
            wide, high = max(wide, width, len(said) * LETTER), high + height + 20 + APART
            titles.append(f"{sentence(drawing, gettext)} {shapes}")
        box = f"-4 -4 {px(wide + 8)} {px(high - APART + 12)}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{px(wide + 8)}" '
            f'height="{px(high - APART + 12)}" role="img"><title>{html.escape(" ".join(titles))}</title>'
            f'<style>{alone()}</style><g class="picture">{inner}</g></svg>\n'
        )

    def thumbnail(self) -> str:
        """Return the first drawing alone as an SVG file, small and light."""
        width, height, inner, title = smaller(self.drawings[0], lambda message: message)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 {px(width + 4)} {px(height + 4)}" '
            f'width="{px(width + 4)}" height="{px(height + 4)}" role="img"><title>{html.escape(title)}</title>'
            f'<style>{alone(themes=1)}</style><g class="picture">{inner}</g></svg>\n'
        )

    def save(self, path: str | os.PathLike[str], lang: str | None = None) -> None:
        """Write the picture as an SVG file.

        Args:
            path: where to; its name ends in ``.svg``.
            lang: the language of its title, as for :meth:`text`.

        Raises:
            ValueError: the name ends otherwise.
            LookupError: there is no such language.
        """
        if Path(path).suffix != ".svg":
            raise ValueError(f"a picture is saved as .svg; found {os.fspath(path)!r}")
        Path(path).write_text(self.svg(lang), encoding="utf-8")

    def __repr__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        gettext = index.words(chosen(None))
        made = [figure(one, "" if number else self.code, gettext) for number, one in enumerate(self.drawings)]
        return f"<div><style>{STYLE.read_text(encoding='utf-8')}</style>{''.join(made)}</div>"


def alone(themes: int = 2) -> str:
    """Return the style of an SVG file: colors stand as such, for programs that know no variables of CSS.

    Args:
        themes: 1 for a file that is always light, 2 for one that is dark where its reader prefers that.
    """
    colors, _around, inside = re.split(r"/\*.*?\*/\n", STYLE.read_text(encoding="utf-8"))[1:]
    light, dark, *_same = (dict(re.findall(r"(--\w+): ([^;]+);", one)) for one in re.findall(r"\{ (--.*?) \}", colors))

    def colored(palette: dict[str, str]) -> str:
        return re.sub(r"var\((--\w+)\)", lambda found: palette[found[1]], inside)

    if themes == 1:
        return colored(light)
    return f"{colored(light)}@media (prefers-color-scheme: dark) {{\n{colored({**light, **dark})}}}\n"
