"""Build the site in both languages: ``python -m docs.build [--out FOLDER] [--language en|zh]``."""

import argparse
import gc
import sys
from collections.abc import Callable
from pathlib import Path

from docs import stamp
from docs.files import fail
from torchref.content.language import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"


def main(arguments: list[str] | None = None, run: Callable[[list[str]], int] | None = None) -> int:
    """Build what the arguments ask for; ``run`` runs Sphinx, see :func:`docs.site.build`."""
    parser = argparse.ArgumentParser(prog="python -m docs.build", description="Build the site in both languages.")
    parser.add_argument("--out", type=Path, default=BUILD / "site", help="where the site goes (default: build/site)")
    parser.add_argument("--language", choices=list(LANGUAGES), help="only this language")
    options = parser.parse_args(arguments)
    if options.out.exists() and not options.out.is_dir():
        return fail(f"--out {options.out}: a file of that name is in the way; name a folder")
    languages = [options.language] if options.language else list(LANGUAGES)
    if stamp.is_good(options.out, languages):
        print(f"nothing changed since the site was built; open {options.out / 'index.html'}")
        return 0
    from docs import site
    from torchref.content import again

    made_from = stamp.inputs()
    stamp.remove(options.out)
    made, stays = options.out.parent / f"{options.out.name}.made", run is not None
    program = "" if stays else stamp.program()
    if not stays:
        again.recall(made, program)
    code = site.build(options.out, languages, run)
    if not code:
        stamp.write(options.out, languages, made_from)
        if not stays:
            again.keep(made, program)
    return code


if __name__ == "__main__":
    gc.disable()  # what is made stays until the end, which is near
    sys.exit(main())
