"""The cheat sheets as PDF: Chromium prints the built pages, and what says when it did is left out."""

import hashlib
import importlib.util
import re
from pathlib import Path
from typing import Any

from docs.files import write_if_changed
from docs.pictures import chromium
from docs.progress import say

PAGE = "cheat-sheet.html"
DATES = re.compile(rb"(?<=Date \(D:)\d{14}")


def possible() -> bool:
    """Whether this machine has Chromium and what drives it."""
    try:
        chromium.find()
    except chromium.Missing:
        return False
    return importlib.util.find_spec("playwright") is not None


def write(out: Path, languages: list[str]) -> None:
    """Print the sheet of each language beside its page, if it can be printed and changed since."""
    wanted = {}
    for language in languages:
        page = out / language / PAGE
        if page.exists() and possible():
            styles = (out / language / "_static" / name for name in ("site.css", "poster.css"))
            made_of = [_poster(page), *(style.read_bytes() for style in styles), Path(__file__).read_bytes()]
            source = hashlib.sha256(b"".join(made_of)).hexdigest()
            mark = out.parent / "source" / f"sheet-{language}.sha256"
            if not (pdf(out, language).exists() and mark.exists() and mark.read_text(encoding="utf-8") == source):
                wanted[language] = mark, source
    if not wanted:
        return
    with chromium.launched() as browser:
        for language, (mark, source) in wanted.items():
            write_if_changed(pdf(out, language), printed(browser, out / language / PAGE))
            write_if_changed(mark, source)
    say(f"cheat sheets printed: {', '.join(pdf(out, language).name for language in wanted)}")


def pdf(out: Path, language: str) -> Path:
    return out / language / f"cheat-sheet-{language}.pdf"


def printed(browser: Any, page: Path) -> bytes:
    """Return a page as its style sheet wants it on paper; the same bytes each time, on the same machine.

    A link would lead to where the page lies on this machine, so there are none.
    """
    opened = browser.new_page(color_scheme="light")
    opened.goto(page.as_uri())
    opened.evaluate("document.fonts.ready")
    opened.evaluate("document.querySelectorAll('a[href]').forEach((link) => link.removeAttribute('href'))")
    made: bytes = opened.pdf(prefer_css_page_size=True, print_background=True)
    opened.close()
    return DATES.sub(b"20000101000000", made)


def _poster(page: Path) -> bytes:
    """The part of a page that is on paper."""
    text = page.read_text(encoding="utf-8")
    return text[text.find('<div class="poster-frame">') :].partition("<footer>")[0].encode()
