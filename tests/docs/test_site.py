"""The built site, read as files: pages, addresses, links, languages."""

import json
import posixpath
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest
from docutils.nodes import make_id

from docs.pages import gallery
from torchref.content import catalog, facts, translation
from torchref.content.language import LANGUAGES
from torchref.retrieval import building, index

TOPICS = catalog.read()
ENTRIES = catalog.entries(TOPICS)
OBSERVED = json.loads(catalog.OBSERVED.read_text(encoding="utf-8"))["operations"]
FILES = building.stems(ENTRIES, OBSERVED)
pytestmark = pytest.mark.xdist_group("site")  # what they share is made once
HTML_LANGUAGE = {"en": "en", "zh": "zh-CN"}


@pytest.fixture(scope="module")
def pages(site):
    """Every real page, parsed: path relative to the site -> its root (redirects are read apart)."""
    found = {}
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True)
    for path in sorted(site.rglob("*.html")):
        text = path.read_bytes()
        if b'http-equiv="refresh"' not in text:
            found[path.relative_to(site).as_posix()] = lxml.html.document_fromstring(text, parser)
    return found


def shown_parts(example, text):
    """Whether an example is in a text; the message of one that raises may stand elsewhere, as a heading."""
    parts = [replace(example, want="").text, example.message] if example.message else [example.text]
    return all(part.strip() in text for part in parts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_operation_has_a_page_with_everything_on_it(pages, language):
    for name, entry in ENTRIES.items():
        page = pages[f"{language}/{FILES[name]}.html"]
        text = page.text_content()
        assert page.get("lang").replace("_", "-") == HTML_LANGUAGE[language]
        assert page.find(".//h1").text_content().rstrip("#¶") == OBSERVED[name]["title"]
        shown = page.cssselect("article .lead ~ .highlight pre.signatures .line")
        lines = [line.text_content().strip() for line in shown]
        assert [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines] == facts.signatures(OBSERVED[name])
        for example in entry.examples:
            assert shown_parts(example, text), f"{name}: {example.source!r}"
        rows = [[cell.text_content() for cell in row] for row in page.cssselect("table.parameters tbody tr")]
        said = index.entry(name, language)["parameters"]
        assert [row[:3] for row in rows] == [[one["name"], one["type"], one["default"]] for one in said], name
        shown = {link.get("href") for link in page.cssselect("pre.signatures a")}
        assert shown <= {f"#{row.get('id')}" for row in page.cssselect("table.parameters tr")}, name
        assert entry.no_numpy or entry.numpy.strip() in text, f"{name}: no NumPy body"
        for official in OBSERVED[name]["names"]:
            assert official in text
        others = "".join(page.xpath("string(//section[@id='other-versions'])").split())
        record = index.entry(name, language)
        assert bool(others) is bool(record["others"]), name
        assert all("".join(block["session"].split()) in others for block in record["others"]), name
        assert record["checked"] in text, name
        assert "torch 2.13.0" in text and page.cssselect('a[href*="docs.pytorch.org"]')


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_shows_where_numpy_differs(pages, language):
    measured = catalog.read_measured()
    for name, entry in ENTRIES.items():
        groups = facts.differences(entry, measured, translation.load(language))
        page = pages[f"{language}/{FILES[name]}.html"]
        (shown,) = page.cssselect("#numpy-equivalent > #where-numpy-differs .differs") or [page.makeelement("div")]
        labels = [tag.text_content() for tag in shown.xpath("p[not(@class)] | details/summary")]
        assert labels == [group["label"] for group in groups], name
        calls = [call for group in groups for call in group["calls"]]
        assert [tag.text_content() for tag in shown.cssselect("pre")] == [session for _, session in calls], name
        dtypes = [tag.text_content() for tag in shown.cssselect("p.dtypes")]
        assert dtypes == [said.replace("``", "") for said, _ in calls if said], name
        assert [len(tag.cssselect("pre")) > 2 for tag in shown.cssselect("details:not([open])")] == [
            True for group in groups if group["raises"] and len(group["calls"]) > 2
        ], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_common_parameters_are_shown_at_work_and_led_to(pages, language):
    page = pages[f"{language}/common-parameters.html"]
    shared = catalog.read_parameters().entries
    assert [section.get("id") for section in page.cssselect("section section")] == [make_id(one.name) for one in shared]
    for one in shared:
        for block in one.blocks:
            for example in block.examples:
                assert shown_parts(example, page.text_content()), f"{one.name}: {example.source!r}"
    led = {tag.get("href") for tag in pages[f"{language}/zeros.html"].cssselect("table.parameters a")}
    assert {"common-parameters.html#requires-grad", "common-parameters.html#size"} <= led
    assert pages[f"{language}/index.html"].cssselect('a[href$="common-parameters.html"]')


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_official_name_has_an_address_that_leads_to_its_page(site, language):
    taken = {file.lower() for file in FILES.values()}
    for name, file in FILES.items():
        for official in OBSERVED[name]["names"]:
            addresses = {official.rpartition(".")[2], official.removeprefix("torch."), official}
            led = file in addresses or any(
                f"url={file}.html" in (site / language / f"{address}.html").read_text(encoding="utf-8")
                for address in addresses
                if (site / language / f"{address}.html").exists()
            )
            assert led or any(address.lower() in taken for address in addresses), (
                f"no address of {official} leads to {file}.html"
            )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_that_readers_may_have_kept_still_leads_somewhere(site, language):
    """``tests/docs/addresses.txt`` has every address of the site when entries had flat names, and pages since."""
    for address in (Path(__file__).parent / "addresses.txt").read_text(encoding="utf-8").split():
        path = site / language / f"{address}.html"
        assert path.exists(), address
        led = re.search('url=([^"]+)"', path.read_text(encoding="utf-8")[:400])
        assert led is None or (path.parent / led[1]).exists(), f"{address}: {led[1]}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_operations_of_one_name_lead_to_each_other(pages, language):
    for name, other in [("to", "nn.Module.to"), ("grad", "autograd.grad")]:
        for one, another in [(name, other), (other, name)]:
            lines = pages[f"{language}/{one}.html"].cssselect(".namesake")
            assert [link.get("href") for line in lines for link in line.cssselect("a")][:1] == [f"{another}.html"]
    assert not pages[f"{language}/squeeze.html"].cssselect(".namesake")


def test_no_two_addresses_differ_only_in_case(site):
    for folder in [path for path in site.rglob("*") if path.is_dir()]:
        names = [path.name.lower() for path in folder.iterdir()]
        assert len(names) == len(set(names)), folder


def test_every_link_and_anchor_leads_somewhere(site, pages):
    """Links stay inside the site, but for a few that are named by their host."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*")}
    anchors = {path: set(root.xpath("//@id")) for path, root in pages.items()}
    for path, root in pages.items():
        for tag in root.xpath("//*[@href]"):
            parts = urlsplit(tag.get("href"))
            if parts.scheme == "data":
                continue
            if parts.scheme in ("http", "https"):
                assert tag.tag == "a" and parts.hostname in ("docs.pytorch.org", "github.com"), (
                    f"{path}: {tag.get('href')}"
                )
                continue
            target = posixpath.normpath(
                posixpath.join(posixpath.dirname(path), unquote(parts.path) or posixpath.basename(path))
            )
            assert target in files, f"{path}: {tag.get('href')}"
            if parts.fragment.startswith("c="):
                assert target.endswith("/playground.html"), "a program for the playground"
            elif parts.fragment and target in anchors:
                assert unquote(parts.fragment) in anchors[target] | {"furo-main-content"}, f"{path}: {tag.get('href')}"


def test_sidebar_does_not_grow_with_the_topics(pages):
    """Each page lists the pages at a glance; the topics come from a file that all pages load, or from the home page."""
    for path, root in pages.items():
        links = [link.get("href") for link in root.cssselect(".sidebar-tree a")]
        assert not [href for href in links if "topics/" in href], path
        assert not links or links[-1].endswith("index.html#topics"), path
    for language in LANGUAGES:
        home = pages[f"{language}/index.html"]
        assert {f"topics/{topic.name}.html" for topic in TOPICS} <= {
            link.get("href") for link in home.cssselect("#topics a[href]")
        }


def test_no_page_asks_anyone_else_for_anything(pages):
    for path, root in pages.items():
        for tag in root.iter("script", "img", "iframe", "link", "source"):
            address = tag.get("src") or (tag.tag == "link" and tag.get("href")) or ""
            assert not re.match(r"(https?:)?//", address), f"{path}: {address}"


def test_both_languages_have_the_same_pages_and_anchors(pages):
    english = {path.removeprefix("en/"): root for path, root in pages.items() if path.startswith("en/")}
    chinese = {path.removeprefix("zh/"): root for path, root in pages.items() if path.startswith("zh/")}
    assert english.keys() == chinese.keys()
    for path, root in english.items():
        assert chinese[path].xpath("//section/@id") == root.xpath("//section/@id"), path
        switch = root.cssselect("a.language")[0].get("href")
        assert switch.endswith(f"../zh/{path}"), path


CODE = " or ".join(f"self::{name}" for name in ("code", "pre", "script", "style", "svg", "noscript"))
SWITCH = "contains(concat(' ', @class, ' '), ' language ')"


def test_no_english_sentence_is_left_on_a_chinese_page(pages):
    """Five English words in a row, outside code, are a sentence that slipped through."""
    for path, root in pages.items():
        if not path.startswith("zh/"):
            continue
        for text in root.body.xpath(f".//text()[not(ancestor::*[{CODE} or @lang='en' and not({SWITCH})])]"):
            found = re.search(r"(?:\b[A-Za-z']{2,}\b[ ,]+){4,}\b[a-z]{2,}\b", text)
            assert not found, f"{path}: {found[0]!r}"


def test_what_a_chinese_page_tells_a_screen_reader_is_chinese(pages):
    """Labels, tips and alternative texts, those of the theme among them; names and code stay as they are."""
    for path, root in pages.items():
        if not path.startswith("zh/"):
            continue
        said = [
            label for name in ("aria-label", "title", "alt", "placeholder") for label in root.xpath(f"//body//@{name}")
        ]
        said += [tag.text_content() for tag in root.cssselect("body svg title")]
        for text in said:
            words = re.findall(r"[A-Za-z]{2,}", text)
            is_name = re.fullmatch(r"[A-Z]|torchref|[\w.]+", text) or text == "NumPy ↔ PyTorch"
            assert is_name or not words or re.search("[\u4e00-\u9fff]", text), f"{path}: {text!r}"


def prose(tag):
    """The text of an element, with an x for each piece of code in it."""
    inside = (("x" if child.tag in ("pre", "script", "code") else prose(child)) + (child.tail or "") for child in tag)
    return (tag.text or "") + "".join(inside)


def test_chinese_pages_are_punctuated_as_chinese(pages):
    """Marks typed in a template come after Chinese as well as those of the catalogs."""
    han = "\u4e00-\u9fff"
    for path, root in pages.items():
        if not path.startswith("zh/"):
            continue
        for tag in root.cssselect("article :is(p, li, td, th, dd, dt, h1, h2)"):
            text = prose(tag)
            wrong = re.search(f"[{han}]\\s?[:;,!?](?!\\w)|[{han}]\\.(?!\\w)|[：；，。！？] +[^x\\s]|\\w: [{han}]", text)
            assert not wrong, f"{path}: {wrong[0]!r} in {text[:200]!r}"


def test_gallery_of_both_languages_comes_from_one_execution(site, pages):
    for stem, title in gallery.pages():
        english, chinese = pages[f"en/gallery/{stem}.html"], pages[f"zh/gallery/{stem}.html"]
        outputs = [tag.text_content() for tag in english.cssselect(".sphx-glr-script-out pre")]
        assert outputs and outputs == [tag.text_content() for tag in chinese.cssselect(".sphx-glr-script-out pre")]
        assert len(english.cssselect("img.sphx-glr-single-img")) == len(chinese.cssselect("img.sphx-glr-single-img"))
        (script,) = (site / "zh" / "_downloads").rglob(f"{stem}.py")
        (notebook,) = (site / "zh" / "_downloads").rglob(f"{stem}.ipynb")
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        for text in (script.read_text(encoding="utf-8"), "".join("".join(cell["source"]) for cell in cells)):
            assert translation.load("zh")(title) in text


def test_search_data_has_one_record_an_operation_and_no_code(site):
    for language in LANGUAGES:
        text = (site / language / "search-data.js").read_text(encoding="utf-8")
        data = json.loads(text.partition("window.TORCHREF = ")[2].rstrip(";\n"))
        shown = [
            (title or f"torch.{name}", file or name)
            for name, (_, _, title, file) in zip(ENTRIES, data["records"], strict=True)
        ]
        assert shown == [(OBSERVED[name]["title"], file) for name, file in FILES.items()]
        assert ">>>" not in text
