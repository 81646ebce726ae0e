"""Serve the site on this machine and build it again on every save: ``python -m docs.serve [PORT]``.

The process stays: torch and Sphinx are imported once, and what a save did not change is not made again. Only a save of
the program itself, rather than of what it shows, starts it anew.
"""

import functools
import gc
import http.server
import importlib
import os
import signal
import sys
import threading
from collections.abc import Iterable
from pathlib import Path

import watchfiles

from docs import build, site
from docs.progress import say
from docs.stamp import DERIVED
from torchref.content.catalog import TOPICS
from torchref.retrieval import index

WATCHED = ("torchref", "docs", "gallery")
CONTENT = (
    "torchref/operations/*.py",
    "torchref/content/observed.json",
    "torchref/content/measured.json",
    "torchref/retrieval/concepts.txt",
)
CATALOG = "torchref/content/locale/*/LC_MESSAGES/*.po"


NEEDED = (
    "torchref.content.observe",
    "sphinx.cmd.build",
    "docs.sphinx.extension",
    "docs.pictures.film",
    "furo",
    "sphinx_gallery.gen_gallery",
)
"""What the first save will need: torch, and what Sphinx's configuration names."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the page that says there is none, as the servers do that sites are put on."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        text = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(text)
        return None


def main(port: int) -> int:
    signal.signal(signal.SIGINT, lambda *_: os._exit(0))  # at once, whatever runs: Sphinx would end its own work alone
    folder = build.BUILD / "site"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Quiet, directory=str(folder)))
    except OSError:
        words = (
            f"make serve: port '{port}' was asked for and cannot be had; name a free one: make serve PORT={port + 1}"
        )
        print(words, file=sys.stderr)
        return 2
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"http://127.0.0.1:{port}/ shows the site once it is built; every save builds it again; Ctrl-C stops")
    begun = False
    folders = [site.ROOT / name for name in WATCHED]
    for changes in watchfiles.watch(*folders, raise_interrupt=False, yield_on_timeout=True, rust_timeout=500):
        if not begun:  # only now, so that no save is missed while the first build runs
            begin()
            begun = True
        saved = [Path(path).relative_to(site.ROOT) for _, path in changes if not Path(path).name.startswith(DERIVED)]
        if not all(map(is_shown, saved)):
            say("the program itself changed: starting anew")
            os.execv(sys.executable, [sys.executable, "-m", "docs.serve", str(port)])
        if saved:
            again(saved)
    return 0


def begin() -> None:
    """Build what is not built yet, and import what the first save will need."""
    build.main([])
    for name in NEEDED:
        importlib.import_module(name)
    gc.freeze()  # what is held from here on is not looked through at every collection


def is_shown(saved: Path) -> bool:
    """Whether a file holds what is shown: content, facts, translations of it, a gallery script."""
    if saved.match(CATALOG) or saved.match(CONTENT[0]):
        return saved.stem in TOPICS
    return any(map(saved.match, CONTENT[1:])) or saved.parts[0] == "gallery"


def again(saved: Iterable[Path]) -> int:
    """Build the site in this process; gallery scripts are run in one of their own."""
    index.forget()
    scripts = any(path.parts[0] == "gallery" for path in saved)
    gc.disable()  # what Sphinx reads are a million small objects, and none is garbage until it is done
    try:
        return build.main([], None if scripts else site.here)
    finally:
        gc.enable()


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:] or ["8000"])))
