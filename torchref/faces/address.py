"""Where the page of an entry is: on a site that the reader names, or in the one built beside the package."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

CHECKOUT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def url(entry: dict[str, Any], language: str) -> str:
    """Return the address of an entry's page: in TORCHREF_SITE, else in the site built in this checkout.

    Where there is neither, the page's path in any built site: ``en/squeeze.html``.
    """
    page = f"{language}/{entry['file']}.html"
    root = os.environ.get("TORCHREF_SITE") or os.path.join(CHECKOUT, "build", "site")
    if "://" in root:
        return f"{root.rstrip('/')}/{page}"
    path = os.path.abspath(os.path.join(root, page))
    if not os.path.exists(path):
        return page
    from pathlib import Path

    return Path(path).as_uri()
