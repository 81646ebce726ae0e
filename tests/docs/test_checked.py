"""The page "How it is tested" tells the truth: its counts are those of the content, its claims fail when broken."""

import copy
import doctest
from pathlib import Path

import polib
import pytest

from docs.pages import context
from tests.content import test_observed, test_translations
from tests.operations import test_bodies
from torchref.content import catalog, observe, translation
from torchref.retrieval import building

TOPICS = catalog.read()
ENTRIES = catalog.entries(TOPICS)
OBSERVED = catalog.read_observed()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_counts_are_those_of_the_content(language):
    files = building.stems(ENTRIES, OBSERVED["operations"])
    site = context.Site(TOPICS, catalog.read_parameters(), OBSERVED, files, translation.load(language))
    text = site.render("checked", versions=OBSERVED["versions"], title="title")
    shortened = sum(entry.docstring.count("# doctest: +ELLIPSIS") for entry in ENTRIES.values())
    bodies = [name for name, entry in ENTRIES.items() if not entry.no_numpy]
    counted = f"{shortened} examples" if language == "en" else f"{shortened} 个示例"
    shares = (
        f"{len(bodies)} of the {len(ENTRIES)}" if language == "en" else f"{len(ENTRIES)} 个操作中有 {len(bodies)} 个"
    )
    assert counted in text and shares in text
    assert f"<dd>{len(ENTRIES)}</dd>" in text and f"<dd>{len(bodies)}</dd>" in text


def test_an_operation_without_an_equivalent_says_why():
    for entry in ENTRIES.values():
        assert entry.no_numpy is None or len(entry.no_numpy) > 20, entry.name


def test_equivalents_with_tests_of_their_own_are_named_in_these():
    root = Path(__file__).parents[2]
    for name, path in test_bodies.OWN_TEST.items():
        assert ENTRIES[name].function in (root / path).read_text(encoding="utf-8"), f"{path} does not mention {name}"


def test_white_space_counts_but_on_empty_lines():
    def equal(want, got):
        return doctest.OutputChecker().check_output(want, got, doctest.DONT_ACCEPT_TRUE_FOR_1)

    assert equal("a\n<BLANKLINE>\nb\n", "a\n   \nb\n")
    for got in ("a b \n", "a  b\n", " a b\n", "a b", "a b\n\n"):
        assert not equal("a b\n", got), got


def test_the_schema_describes_most_operations():
    described = [n for n in ENTRIES if n not in test_observed.SCHEMA_SAYS_NOTHING and observe.schema_kinds(ENTRIES[n])]
    assert len(described) > len(ENTRIES) / 2


@pytest.mark.parametrize("broken", ["missing", "out of date", "without its code"])
def test_a_broken_translation_fails_a_test(broken):
    (path,) = [path for path in translation.files("zh") if path.stem == "shape"]
    entries = copy.deepcopy(list(polib.pofile(str(path))))
    entry = next(entry for entry in entries if "``" in entry.msgid)
    if broken == "missing":
        entry.msgstr = ""
    elif broken == "out of date":
        entry.msgid += " More."
    else:
        entry.msgstr = entry.msgstr.replace("``", "")
    check = (
        "test_literals_and_roles_are_kept"
        if broken == "without its code"
        else "test_no_message_is_missing_stale_or_fuzzy"
    )
    with pytest.raises(AssertionError):
        getattr(test_translations, check)("shape", entries)
