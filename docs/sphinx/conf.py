"""Sphinx's configuration for both languages: ``-t zh`` builds the Chinese site."""

import logging
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

CHINESE = "zh" in tags  # noqa: F821  Sphinx puts it here

project = "torchref"
author = "the torchref authors"
language = "zh_CN" if CHINESE else "en"
extensions = ["docs.progress", "sphinx_copybutton", "docs.sphinx.extension"]
extensions += ["sphinx_gallery.load_style"] if CHINESE else ["sphinx_gallery.gen_gallery"]
templates_path = ["theme"]
exclude_patterns = ["gallery/sg_execution_times.rst", "sg_execution_times.rst"]
nitpicky = True
highlight_language = "pycon"

html_theme = "furo"
html_title = "torchref"
html_static_path = ["static"]
html_css_files = ["torchref.css"]
html_js_files = ["torchref.js", "palette.js"]
html_copy_source = False
html_show_sphinx = False
html_use_index = False
html_domain_indices = False
html_theme_options = {"top_of_page_buttons": []}
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
copybutton_selector = "div.highlight pre:not(.only-raises, .sphx-glr-script-out pre, .differs pre)"
copybutton_exclude = ".raises, .returns"

suppress_warnings = ["sphinx_gallery.space_in_filename"]  # of the folder the project lies in; the scripts have none
sphinx_gallery_conf = {
    "examples_dirs": str(ROOT / "gallery"),
    "gallery_dirs": "gallery",
    "filename_pattern": r"\.py$",
    "ignore_pattern": r"/_",
    "within_subsection_order": "docs.pages.gallery.reading_order",
    "download_all_examples": False,
    "show_signature": False,
    "min_reported_time": 1e9,
    "abort_on_example_error": True,
    "capture_repr": (),
    "default_thumb_file": str(ROOT / "docs" / "pictures" / "thumbnail.png"),
    "image_scrapers": ("docs.pictures.film.films", "docs.pictures.drawn.drawings", "matplotlib"),
    "reset_modules": ("docs.progress.before_script", "matplotlib", "seaborn"),
    "parallel": False,
}
os.environ.setdefault("MPLBACKEND", "agg")
logging.basicConfig(level=logging.WARNING)  # or accessible-pygments, once imported, shows what every library logs
