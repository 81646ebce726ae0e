"""The cheat sheets as PDF: Chromium prints the built pages, and what says when it did is left out."""

import hashlib
import importlib.util
import itertools
import re
from pathlib import Path
from typing import Any

from docs.files import write_if_changed
from docs.pictures import chromium
from docs.progress import say

PAGES = ("cheat-sheet", "numpy-sheet")
DATES = re.compile(rb"(?<=Date \(D:)\d{14}")


def possible() -> bool:
    """Whether this machine has Chromium and what drives it."""
    try:
        chromium.find()
    except chromium.Missing:
        return False
    return importlib.util.find_spec("playwright") is not None


def write(out: Path, languages: list[str]) -> None:
    """Print the sheets of each language beside their pages, if they can be printed and changed since."""
    wanted = {}
    for language, name in itertools.product(languages, PAGES):
        page = out / language / f"{name}.html"
        if page.exists() and possible():
            styles = (out / language / "_static" / style for style in ("site.css", "poster.css"))
            made_of = [_poster(page), *(style.read_bytes() for style in styles), Path(__file__).read_bytes()]
            source = hashlib.sha256(b"".join(made_of)).hexdigest()
            mark = out.parent / "source" / f"{name}-{language}.sha256"
            if not (pdf(page, language).exists() and mark.exists() and mark.read_text(encoding="utf-8") == source):
                wanted[page, language] = mark, source
    if not wanted:
        return
    with chromium.launched() as browser:
        for (page, language), (mark, source) in wanted.items():
            write_if_changed(pdf(page, language), printed(browser, page))
            write_if_changed(mark, source)
    say(f"cheat sheets printed: {', '.join(pdf(page, language).name for page, language in wanted)}")


def pdf(page: Path, language: str) -> Path:
    return page.with_name(f"{page.stem}-{language}.pdf")


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
