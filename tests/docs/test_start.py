"""The page *Getting started*: its examples run, its links lead somewhere, both languages show the same."""

import doctest
import logging
import re
import warnings

import lxml.html
import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from matplotlib import font_manager

from docs.pages import areas, context, glossary, sources
from torchref.content import catalog, translation
from torchref.content.language import LANGUAGES
from torchref.retrieval import building

TOPICS = catalog.read()
ENTRIES = catalog.entries(TOPICS)
OBSERVED = catalog.read_observed()


def rendered(language):
    """The page as reST, as Sphinx reads it."""
    gettext = translation.load(language)
    topics = tuple(catalog.translate_topic(topic, gettext) for topic in TOPICS)
    shared = catalog.translate_parameters(catalog.read_parameters(), gettext)
    files = building.stems(ENTRIES, OBSERVED["operations"])
    site = context.Site(topics, shared, OBSERVED, files, gettext)
    return site.render("start", versions=OBSERVED["versions"], title=areas.TILES["start"])


@pytest.fixture(scope="module")
def text():
    return {language: rendered(language) for language in LANGUAGES}


def examples(text):
    return doctest.DocTestParser().get_doctest(text, {"torch": torch, "np": np}, "start", "start.rst", 0)


@pytest.fixture
def figures(monkeypatch):
    """Figures are drawn into memory, and the settings of matplotlib are put back."""
    plt.switch_backend("agg")
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        plt.switch_backend("agg")
        yield
    plt.close("all")


def run(test):
    """Run examples as those of the entries are run; return how many failed, and what was said of them."""
    said = []
    runner = doctest.DocTestRunner(optionflags=doctest.DONT_ACCEPT_TRUE_FOR_1)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        failed, _ = runner.run(test, out=said.append)
    return failed, "".join(said)


def test_examples_run_and_their_outputs_are_compared_to_the_character(text, figures):
    test = examples(text["en"])
    failed, said = run(test)
    assert not failed, said
    assert len(test.examples) > 40


def test_a_changed_output_fails(text, figures):
    assert "(2, 5, 3)\n" in text["en"]
    failed, _ = run(examples(text["en"].replace("(2, 5, 3)\n", "(2, 5, 4)\n", 1)))
    assert failed == 1


def test_both_languages_show_the_same_code(text):
    shown = {language: [(one.source, one.want) for one in examples(text[language]).examples] for language in LANGUAGES}
    assert shown["en"] == shown["zh"]
    commands = {language: re.findall(r"^ +\$ .*", text[language], re.MULTILINE) for language in LANGUAGES}
    assert commands["en"] == commands["zh"] and len(commands["en"]) == 5


def test_no_host_is_named(text):
    """Addresses of registries and mirrors change, and are for the reader to choose."""
    for said in text.values():
        prose = re.sub(r"https?://docs\.pytorch\.org\S*", "", said)
        assert not re.findall(r"https?://|\b[\w-]+\.(?:cn|com|edu|io|net|org)\b", prose)


def read(path):
    return lxml.html.document_fromstring(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_chapter_leads_to_a_topic_and_to_a_few_operations(site, language):
    page = read(site / language / "start.html")
    rows = page.cssselect("#chapters tbody tr")
    assert len(rows) >= 30
    for row in rows:
        chapter, topic, operations = row.cssselect("td")
        (address,) = [link.get("href") for link in topic.cssselect("a")]
        assert address.startswith("topics/") and (site / language / address).exists(), chapter
        assert 2 <= len(operations.cssselect("a")) <= 4, chapter
    assert len({row.find("td").text_content() for row in rows}) == len(rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_is_shown_as_it_is(site, language):
    page = read(site / language / "start.html")
    shown = [[cell.text_content() for cell in row.cssselect("td")] for row in page.cssselect("#glossary tbody tr")]
    assert shown == [[term.english, term.chinese, term.also] for term in glossary.terms()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_reached_from_home_and_from_every_sidebar(site, language):
    for path in ("index.html", "squeeze.html"):
        page = read(site / language / path)
        assert page.cssselect('.sidebar-tree a[href$="start.html"]'), path
    home = read(site / language / "index.html")
    assert home.cssselect('.trust a[href="start.html"]')


def test_a_reference_of_a_template_to_nothing_stops_the_build():
    sources.check_templates(ENTRIES)
    known = {name: entry for name, entry in ENTRIES.items() if name != "unsqueeze"}
    with pytest.raises(
        catalog.ContentError, match=r"start\.rst:\d+: no operation is called 'unsqueeze'; nearest: squeeze"
    ):
        sources.check_templates(known)


def drawn(title, caplog):
    """What matplotlib warns of and logs while a figure with this title is drawn."""
    figure, axes = plt.subplots()
    axes.set_title(title)
    with warnings.catch_warnings(record=True) as caught, caplog.at_level(logging.WARNING):
        warnings.simplefilter("always")
        figure.canvas.draw()
    return [str(one.message) for one in caught], [record.getMessage() for record in caplog.records]


def fonts(text):
    (listed,) = [
        one.source for one in examples(text).examples if one.source.startswith('plt.rcParams["font.sans-serif"] = [\n')
    ]
    return re.findall(r'^ +"(.+)",$', listed, re.MULTILINE)


def test_the_first_installed_font_of_the_list_draws_chinese(text, figures, caplog):
    listed = fonts(text["en"])
    there = [name for name in listed[:-1] if name in font_manager.get_font_names()]
    if not there:
        pytest.skip("none of the Chinese fonts of the list is installed")
    plt.rcParams["font.sans-serif"] = listed
    assert font_manager.FontProperties().get_family() == ["sans-serif"]
    assert font_manager.get_font(font_manager.findfont(font_manager.FontProperties())).family_name == there[0]
    assert drawn("中文 −1", caplog) == ([], [])


def test_the_table_of_fonts_is_the_list(text):
    for said in text.values():
        cells = re.findall(r"<td>(?:Windows|macOS|Linux)</td><td>(.*?)</td>", said)
        assert re.findall("<code>(.+?)</code>", "".join(cells)) == fonts(said)[:-1]
        assert fonts(said)[-1] == "DejaVu Sans"


def test_a_font_that_is_not_there_is_skipped(figures, caplog):
    plt.rcParams["font.sans-serif"] = ["No Such Font", "DejaVu Sans"]
    assert drawn("-1", caplog) == ([], [])
    plt.rcParams["font.sans-serif"] = ["No Such Font"]
    warned, logged = drawn("中", caplog)
    assert warned == [r"Glyph 20013 (\N{CJK UNIFIED IDEOGRAPH-4E2D}) missing from font(s) DejaVu Sans."]
    assert "findfont: Generic family 'sans-serif' not found" in logged[0]


def test_a_style_may_set_other_fonts(figures):
    plt.rcParams["font.sans-serif"] = ["No Such Font"]
    plt.style.use("seaborn-v0_8")
    assert "No Such Font" not in plt.rcParams["font.sans-serif"]


def test_a_font_file_is_added_for_the_running_program(tmp_path):
    path = tmp_path / "file.ttf"
    with open(font_manager.findfont("DejaVu Sans"), "rb") as file:
        path.write_bytes(file.read())
    before = list(font_manager.fontManager.ttflist)
    font_manager.fontManager.addfont(path)
    added = [font for font in font_manager.fontManager.ttflist if font not in before]
    assert [font.name for font in added] == ["DejaVu Sans"]
    font_manager.fontManager.ttflist[:] = before


def test_a_tensor_that_requires_grad_is_detached_before_it_is_shown(figures):
    with pytest.raises(RuntimeError, match="detach"):
        plt.imshow(torch.ones(2, 4, 3, requires_grad=True).numpy())
    plt.imshow(torch.ones(2, 4, 3, requires_grad=True).detach().cpu().numpy())


def test_imshow_does_not_accept_chw(figures):
    """Unless the width is taken for the channels."""
    for width in range(1, 9):
        if width in (1, 3, 4):
            plt.imshow(np.zeros((3, 2, width)))
        else:
            with pytest.raises(TypeError, match="Invalid shape"):
                plt.imshow(np.zeros((3, 2, width)))


def test_values_outside_the_range_of_imshow_are_clipped(figures, caplog):
    with caplog.at_level(logging.WARNING):
        shown = plt.imshow(torch.tensor([[[0.0, 0.5, 255.0]]]).numpy())
    assert shown.get_array().max() == 1 and "Clipping input data" in caplog.text
