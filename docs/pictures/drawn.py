"""Pictures of tensors on gallery pages: kept as data, since each language of the site says them in its own words."""

import json
from pathlib import Path
from typing import Any

DIRECTIVE = """
.. drawn::

   {}

"""


def drawings(block: Any, block_vars: dict[str, Any], gallery_conf: dict[str, Any]) -> str:
    """Sphinx-Gallery scraper: the picture that a block ends with becomes a ``drawn`` directive.

    Where it is the first of the page, it is also written as SVG, for the thumbnail.
    """
    from torchref.tracing.picture import Picture  # a build in which no script is executed does without torch

    last = block_vars["example_globals"].get("___")
    if not isinstance(last, Picture):
        return ""
    block_vars["example_globals"]["___"] = None
    path = Path(next(block_vars["image_path_iterator"])).with_suffix(".svg")
    path.write_text(last.thumbnail(), encoding="utf-8")
    return DIRECTIVE.format(json.dumps({"code": last.code, "drawings": last.drawings}))
