"""The page of an operation: what stands where, what is seen at once, and what its pieces of code need to run."""

import contextlib
import doctest
import io
import itertools

import lxml.html
import pytest
import torch

from docs.pages import examples
from tests.docs.seeing import NARROW, WIDE, assert_reached, open_page
from torchref.content import catalog
from torchref.content.language import LANGUAGES
from torchref.retrieval import index

ENTRIES = catalog.entries(catalog.read())
FILES = {name: index.entry(name, "en")["file"] for name in ENTRIES}
PAGES = {name: examples.arrange(entry.blocks) for name, entry in ENTRIES.items()}
PIECES = [(name, piece) for name, page in PAGES.items() for piece in (page.first, *page.more, *page.errors)]

ORDER = (
    "Parameters", "View or copy", "More examples", "Common errors", "NumPy equivalent", "Behavior", "See also",
    "In the gallery", "Other versions",
)  # fmt: skip

NO_FIX = {"cpu", "element_size", "getitem", "load", "save", "utils.data.DataLoader"}
"""Operations that show an error without the code that fixes it; a list that only becomes shorter."""

NEEDS_WHAT_RAISES = {"autograd.set_detect_anomaly"}
"""Where an example reads what a call that raises left behind, so that it does not run on its own."""


@pytest.fixture(scope="module")
def pages(site):
    return {
        (language, name): lxml.html.document_fromstring((site / language / f"{file}.html").read_text(encoding="utf-8"))
        for language in LANGUAGES
        for name, file in FILES.items()
    }


def test_the_parts_of_a_page_stand_in_one_order(pages):
    for (language, name), page in pages.items():
        if language == "en":
            found = [heading.text_content().rstrip("#¶") for heading in page.cssselect("article h2")]
            assert found == [title for title in ORDER if title in found], name
            assert {"NumPy equivalent", "Behavior", "See also"} <= {*found}, name


def test_every_piece_of_code_runs_after_what_it_needs():
    """Statements of other blocks, then the examples: each prints or raises what the page shows."""
    failed = set()
    for name, piece in PIECES:
        for unit in piece.units:
            names: dict = {}
            text = "".join(map(_source, unit.examples))
            test = doctest.DocTestParser().get_doctest(text, names, name, None, None)
            runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.DONT_ACCEPT_TRUE_FOR_1)
            with torch.random.fork_rng(), contextlib.redirect_stdout(io.StringIO()):
                for statement in (*unit.needs, *unit.shown):
                    exec(compile(statement, name, "single"), names)
                if runner.run(doctest.DocTest(test.examples, names, name, None, None, None), out=str).failed:
                    failed.add(name)
    assert failed == NEEDS_WHAT_RAISES


def _source(example):
    """An example as it stands in the docstring, with doctest's own marks."""
    first, *rest = example.source.rstrip("\n").split("\n")
    return "\n".join([f">>> {first}", *(f"... {line}" for line in rest)]) + f"\n{example.want}"


def test_errors_without_a_fix_become_fewer():
    found = {name for name, piece in PIECES if piece.units and piece.units[-1].kind == examples.FAILS}
    assert found == NO_FIX


def test_an_error_is_found_under_its_message_and_under_its_former_number(pages):
    for (_, name), page in pages.items():
        shown = [piece for piece in (PAGES[name].first, *PAGES[name].errors) if piece.number]
        for piece in shown:
            (box,) = page.cssselect(f'[id="{piece.id}"]')
            assert box.xpath(f'.//span[@id="error-{piece.number}"]'), f"{name}: {piece.id}"
            (heading,) = box.cssselect("h3")
            assert heading.text_content().rstrip("§") == piece.block.message, name
        assert [piece.number for piece in shown] == list(range(1, len(shown) + 1)), name


def test_addresses_come_from_the_code_and_are_the_same_in_both_languages(pages):
    gather = PAGES["gather"]
    assert gather.first.id == "ex-gather-x-1-tensor-2-0-1-1"
    assert gather.errors[1].id.startswith("runtimeerror-size-does-not-match-at-dimension-0")
    for name in ENTRIES:
        english, chinese = (
            [tag.get("id") for tag in pages[language, name].xpath("//article//*[@id]")] for language in ("en", "zh")
        )
        assert english == chinese and len(english) == len({*english}), name


def test_view_or_copy_shows_what_was_observed(pages):
    observed = catalog.read_observed()["operations"]
    assert "layouts" in observed["flatten"], "run python -m torchref.content.observe"
    for (_, name), page in pages.items():
        record = observed[name].get("layouts", {})
        rows = page.cssselect("#view-or-copy tbody tr")
        assert len(rows) == len(record.get("rows", ())), name
        for row, (_, shape, strides, kind, *result) in zip(rows, record.get("rows", ()), strict=True):
            marks = [tag.classes for tag in row.cssselect(".mark")]
            assert (f"mark-{kind}" in marks[0]) if result else row.cssselect(".raised")[0].text_content() == kind, name
            shown = [tag.text_content() for tag in row.cssselect(".laid-out code")]
            assert shown == [str(tuple(one)) for one in (shape, strides, *result) if one is not None], name
        if record:
            assert record.get("call", record["rows"][0][0]) in page.cssselect("#view-or-copy")[0].text_content(), name


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["gather", "sum", "reshape", "matmul", "cat"])
def test_signature_example_and_parameters_are_seen_at_once(site, browser, name, language):
    page = open_page(browser, f"{(site / language).as_uri()}/{name}.html", WIDE)
    assert_reached(page.locator("pre.signatures .line").first)
    assert_reached(page.locator(".first pre").first)
    assert_reached(page.locator("#parameters h2"))
    assert_reached(page.locator("table.parameters thead th").last)
    page.set_viewport_size(NARROW)
    assert_reached(page.locator("pre.signatures .line").first)
    assert_reached(page.locator(".first pre .line").nth(1))
    page.context.close()


@pytest.mark.browser
def test_a_link_to_an_error_shows_which_it_is(site, browser):
    for anchor in ("error-2", PAGES["gather"].errors[1].id):
        page = open_page(browser, f"{(site / 'en').as_uri()}/gather.html#{anchor}", WIDE)
        box = page.locator(f'[id="{PAGES["gather"].errors[1].id}"]')
        heading = box.locator("h3")
        page.wait_for_function(
            "heading => heading.getBoundingClientRect().top < innerHeight", arg=heading.element_handle()
        )
        assert_reached(heading)
        assert_reached(page.locator("header.bar a").first)
        assert box.evaluate("box => getComputedStyle(box).boxShadow") != "none"
        page.context.close()


def test_each_operation_beside_it_says_what_it_returns(pages):
    observed = catalog.with_measured(catalog.read_observed()["operations"], catalog.read_measured())
    for (language, name), page in pages.items():
        items = page.cssselect("ul.see-also li")
        assert [item.cssselect("a")[0].text_content() for item in items] == list(ENTRIES[name].see_also), name
        for item, other in zip(items, ENTRIES[name].see_also, strict=True):
            assert bool(item.cssselect(".mark")) == bool(observed[other].get("returns")), f"{name}: {other}"
            assert language == "zh" or ENTRIES[other].summary.replace("``", "") in item.text_content()


def test_gallery_is_led_to_where_the_operation_is_called(site, pages):
    """At most four pages, each at the paragraph before the first piece of code that has the name of the operation."""
    led = 0
    for (language, name), page in pages.items():
        links = [link.get("href") for link in page.cssselect("#in-the-gallery li a")]
        assert len(links) <= 4, name
        for address in links[:1]:
            path, _, anchor = address.partition("#")
            target = lxml.html.parse(site / language / path).getroot()
            (place,) = target.xpath(f'//div[@class="uses"][span[@id="{anchor}"]]')
            _, *following = place.itersiblings()
            led_in = itertools.takewhile(lambda one: one.tag == "div" or one.classes, following)
            code = " ".join(one.text_content() for one in led_in if {"highlight-Python", "drawing"} & {*one.classes})
            names = {*(tail.rpartition(".")[2] for tail in catalog.read_observed()["operations"][name]["names"])}
            assert any(one in code for one in names), f"{name}: {address}"
            led += 1
    assert led > 100


@pytest.mark.browser
def test_what_was_copied_is_told(site, browser):
    page = open_page(
        browser, f"{(site / 'zh').as_uri()}/gather.html", WIDE, permissions=["clipboard-read", "clipboard-write"]
    )
    page.locator("button.copybtn").first.click()
    page.wait_for_function("document.querySelector('p.unseen[role=status]').textContent.includes('复制成功')")
    assert page.evaluate("navigator.clipboard.readText()") == (
        "torch.gather(input, dim, index, *, sparse_grad=False, out=None)"
    )
    page.context.close()


@pytest.mark.browser
def test_on_paper_a_dark_page_is_light_and_says_where_it_is(site, browser):
    page = open_page(browser, f"{(site / 'en').as_uri()}/gather.html", WIDE)
    page.evaluate("document.body.dataset.theme = 'dark'")
    dark = page.locator("article .message").first.evaluate("one => getComputedStyle(one).color")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    paper = page.locator("article .message").first.evaluate("one => getComputedStyle(one).color")
    assert paper == "rgb(179, 38, 30)" != dark
    sizes = [
        page.locator(f"article {tag}").first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
        for tag in ("h1", "h2", "p")
    ]
    assert sizes == sorted(sizes, reverse=True) and round(sizes[0]) == 21, "16 pt, and more than what follows"
    assert page.locator(".address").inner_text() == "en/gather.html"
    assert page.locator("button.copybtn:visible, .permalink:visible").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("document.body.dataset.theme") == "dark"
    page.context.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("address", "folded"), [("split.html", "details.folded .highlight"), ("numpy-to-torch.html", "#numpy-table pre")]
)
def test_on_paper_folded_code_is_unfolded(site, browser, address, folded):
    page = open_page(browser, f"{(site / 'en').as_uri()}/{address}", WIDE)
    seen = "all => all.map((one) => one.checkVisibility() && one.offsetHeight > 10)"
    assert not any(page.locator(folded).evaluate_all(seen))
    page.emulate_media(media="print")
    shown = page.locator(folded).evaluate_all(seen)
    assert shown and all(shown)
    page.context.close()
