"""Retake the pictures of the READMEs: ``python -m docs.pictures`` builds the site and opens a page in Chromium."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from docs import build
from docs.files import fail
from docs.pictures import chromium
from docs.progress import say
from torchref.content.language import LANGUAGES

DOCS = Path(__file__).parent
PAGE = "gather"
SIZE = {"width": 1120, "height": 820}


def main(arguments: list[str]) -> int:
    if arguments:
        return fail(f"python -m docs.pictures takes no arguments; found {arguments[0]!r}")
    try:
        chromium.find()
        find_chinese_font()
        code = build.main([])
        if code:
            return code
        with chromium.launched() as browser:
            for language in LANGUAGES:
                path = DOCS / f"page-{language}.png"
                before = path.read_bytes() if path.exists() else b""
                path.write_bytes(picture(browser, build.BUILD / "site", language))
                same = "as it was" if path.read_bytes() == before else "retaken"
                say(f"docs/pictures/{path.name}: {same}, {path.stat().st_size / 1000:.0f} kB")
    except chromium.Missing as missing:
        return fail(f"no picture was retaken: {missing}")
    return 0


def picture(browser: Any, site: Path, language: str) -> bytes:
    """Return the top of an operation's page as a PNG: the same bytes each time, on the same machine."""
    page = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
    page.goto((site / language / f"{PAGE}.html").as_uri())
    page.evaluate("document.fonts.ready")
    taken = page.screenshot(animations="disabled")
    page.close()
    return taken  # type: ignore[no-any-return]


def find_chinese_font() -> None:
    """Where fontconfig can tell: without a Chinese font the Chinese page is a page of boxes."""
    if shutil.which("fc-list"):
        found = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, text=True)
        if not found.stdout.strip():
            raise chromium.Missing("no Chinese font on this machine; on Debian: apt install fonts-noto-cjk")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
