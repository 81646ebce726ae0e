"""Headless Chromium: the one that the machine has, driven by Playwright."""

import contextlib
import shutil
from collections.abc import Iterator
from typing import Any

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


class Missing(Exception):
    """Says what is missing on this machine, and how to get it."""


def find() -> str:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        looked = ", ".join(NAMES)
        raise Missing(f"no Chromium on this machine (looked for {looked}); on Debian: apt install {NAMES[0]}")
    return path


@contextlib.contextmanager
def launched() -> Iterator[Any]:
    path = find()
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise Missing("Playwright is not installed in this Python; it comes with '.[test]': see README") from None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
