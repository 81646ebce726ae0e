"""What is said of all cases is checked on many: no universal sentence without a check, no check without its sentence.

To hold a sentence, add a test to ``tests/claims`` with the sentence as its docstring, or bound the sentence in words.
"""

import importlib

import pytest

from docs.pages import gallery
from tests import claims
from tests.claims.not_run_here import NOT_RUN
from torchref.content import catalog

TOPICS = {topic.name: topic for topic in catalog.read()}
HELD = ["gallery", *TOPICS]


@pytest.fixture(params=HELD)
def held(request):
    """The checks of what is held, its messages, and the files that they stand in."""
    name = request.param
    checks = importlib.import_module(f"tests.claims.{name}")
    if name == "gallery":
        return checks, gallery.messages(), [gallery.SCRIPTS / "GALLERY_HEADER.rst", *gallery.scripts()]
    return checks, claims.said(TOPICS[name]), [TOPICS[name].entries[0].path]


def test_every_universal_sentence_is_quoted_by_a_check(held):
    checks, messages, files = held
    quoted = {sentence for sentence, _ in claims.quoted(checks)}
    loose = [
        f"{claims.where(sentence, files)}: {sentence}"
        for sentence in claims.sentences(messages)
        if claims.is_universal(sentence) and sentence not in quoted and sentence not in NOT_RUN
    ]
    assert not loose, "\n".join(["held by no check in tests/claims:", *loose])


def test_every_quoted_sentence_stands(held):
    checks, messages, _ = held
    standing = set(claims.sentences(messages))
    gone = [f"{at}: {sentence}" for sentence, at in claims.quoted(checks) if sentence not in standing]
    assert not gone, "\n".join(["quoted by a check, and standing nowhere:", *gone])


def test_what_is_not_run_here_says_so_and_stands():
    said = {sentence for topic in TOPICS.values() for sentence in claims.sentences(claims.said(topic))}
    unsaid = [sentence for sentence in NOT_RUN if "(not run here)" not in sentence or sentence not in said]
    assert not unsaid
    assert sorted(sentence for sentence in said if "(not run here)" in sentence) == sorted(NOT_RUN)


def test_a_claim_is_told_from_a_quotation_and_from_code():
    said = claims.sentences(['"It never moves." It moves. Nothing breaks', "``all`` is a name"])
    assert said == ["It moves.", "Nothing breaks", "``all`` is a name"]
    assert [claims.is_universal(sentence) for sentence in said] == [False, True, False]


def test_a_sentence_is_found_by_file_and_line(tmp_path):
    path = tmp_path / "page.py"
    path.write_text("# A first line.\n# Every cell is\n# read once.\n")
    assert claims.where("Every cell is read once.", [path]) == f"{tmp_path.name}/page.py:2"
