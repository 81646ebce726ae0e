"""Entries in Python: found by any name, printed, rendered, completed."""

import json
from html.parser import HTMLParser

import pytest

import torchref
from torchref.content import catalog
from torchref.content.language import LANGUAGES
from torchref.retrieval import index

ENTRIES = catalog.entries(catalog.read())


@pytest.mark.parametrize(
    "name", ["squeeze", "torch.squeeze", "Tensor.squeeze_", "x.squeeze()", "np.squeeze", "SQUEEZE"]
)
def test_lookup_takes_a_name_however_it_is_written(name):
    assert torchref.lookup(name).name == "squeeze"


def test_lookup_speaks_the_language_asked_for(monkeypatch):
    assert torchref.lookup("squeeze", lang="zh").summary == index.entry("squeeze", "zh")["summary"]
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert torchref.lookup("squeeze").language == "zh"
    assert torchref.lookup("squeeze", lang="en").language == "en"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("sqeeze",), "no operation is called 'sqeeze'; nearest: squeeze"),
        (("",), r"there are \d{3} operations"),
        (("squeeze", "fr"), "no language 'fr'; there are en, zh"),
    ],
)
def test_lookup_names_what_exists(arguments, words):
    with pytest.raises(LookupError, match=words):
        torchref.lookup(*arguments)


def test_an_entry_prints_as_in_the_terminal_and_is_plain_data_underneath():
    entry = torchref.lookup("gather", lang="en")
    assert repr(entry).startswith("torch.gather") and "\033" not in repr(entry)
    assert json.loads(json.dumps(vars(entry)))["name"] == "gather"
    assert entry.url.endswith("en/gather.html")
    with pytest.raises(AttributeError, match="an entry has no 'nothing'; it has name, "):
        entry.nothing  # noqa: B018


class Nesting(HTMLParser):
    """Notes tags that are closed in another order than they were opened."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.text = [], [], []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data):
        self.text.append(data)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_renders_as_html_with_all_its_parts(language):
    for name in ENTRIES:
        entry = torchref.lookup(name, lang=language)
        parser = Nesting()
        parser.feed(entry._repr_html_())
        parser.close()
        assert not parser.wrong and not parser.open, f"{name}: {parser.wrong} {parser.open}"
        text = "".join(parser.text)
        for block in entry.blocks:
            assert block["session"].strip() in text
        assert entry.no_numpy or entry.numpy.strip() in text
        for group in entry.differences:
            assert group["label"] in text and bool(group["calls"]) is not group["raises"]
            for dtypes, session in group["calls"]:
                assert f"{dtypes.replace('``', '')}\n{session.strip()}" in text


def test_search_returns_ranked_entries_that_print_one_a_line():
    found = torchref.search("swap two dimensions", lang="en", limit=3)
    assert [entry.name for entry in found] == [name for name, _ in index.search("swap two dimensions")[:3]]
    assert repr(found).startswith("transpose  ") and len(repr(found).splitlines()) >= 3
    assert found._repr_html_().count("<tr>") == 3
    assert repr(torchref.search("zzzz qqqq")) == ""


def test_names_complete_with_tab():
    assert {"squeeze", "cat"} <= set(dir(torchref.lookup))
    assert torchref.lookup.squeeze.name == torchref.lookup["squeeze"].name == "squeeze"
    assert torchref.lookup._ipython_key_completions_() == list(ENTRIES)
    assert {"nn", "optim"} <= set(dir(torchref.lookup)) and not [name for name in dir(torchref.lookup) if "." in name]
    assert {"Linear", "Module", "functional"} <= set(dir(torchref.lookup.nn)) and "nn.Linear  " in repr(
        torchref.lookup.nn
    )
    assert torchref.lookup.nn.Linear.name == "nn.Linear"
    assert torchref.lookup.nn.functional.pad.name == "nn.functional.pad"
    assert torchref.lookup.nn.Module.to.name == "nn.Module.to" and "to" in dir(torchref.lookup.nn.Module)
    with pytest.raises(AttributeError, match=r"no operation is called 'nn\.Lineer'; nearest: nn\.Linear"):
        torchref.lookup.nn.Lineer  # noqa: B018
    assert {"lookup", "search", "explain", "explaining"} <= set(dir(torchref))
    with pytest.raises(AttributeError, match="no operation is called 'sqeeze'; nearest: squeeze"):
        torchref.lookup.sqeeze  # noqa: B018
    with pytest.raises(AttributeError, match="module 'torchref' has no attribute 'lokup'"):
        torchref.lokup  # noqa: B018
