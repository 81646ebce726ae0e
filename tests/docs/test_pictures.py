"""The pictures of the READMEs: ``make pictures`` gives the same bytes each time, and says what it lacks."""

import io
import os
import subprocess
import sys

import pytest
from PIL import Image

from docs.pictures import __main__ as pictures
from torchref.content.language import LANGUAGES


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_is_the_same_bytes_each_time_and_small(site, browser, language):
    first, second = (pictures.picture(browser, site, language) for _ in range(2))
    assert first == second
    assert len(first) < 200_000
    assert Image.open(io.BytesIO(first)).size == (1120, 820)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_of_a_readme_is_small(language):
    taken = (pictures.DOCS / f"page-{language}.png").read_bytes()
    assert len(taken) < 200_000
    assert Image.open(io.BytesIO(taken)).size == (1120, 820)


def test_without_chromium_nothing_is_built_or_taken(tmp_path):
    environment = os.environ | {"PATH": str(tmp_path)}
    command = [sys.executable, "-m", "docs.pictures"]
    stopped = subprocess.run(command, cwd=pictures.DOCS.parents[1], env=environment, capture_output=True, text=True)
    assert stopped.returncode == 2 and stopped.stdout == ""
    assert "no Chromium" in stopped.stderr and "apt install chromium" in stopped.stderr
    assert stopped.stderr.count("\n") == 1
