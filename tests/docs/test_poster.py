"""The cheat sheet on paper and on the screen, in headless Chromium."""

import re

import pytest

from docs.pictures import sheets
from tests.docs.seeing import NARROW, WIDE, assert_reached, open_page
from torchref.content import catalog
from torchref.content.language import LANGUAGES

pytestmark = pytest.mark.browser

LINES = [line for entry in catalog.entries(catalog.read()).values() for line in entry.sheet]
PAPER = {"width": 1122, "height": 793}
"""A4, landscape, in CSS pixels."""
MILLIMETER = 96 / 25.4

OUTSIDE = """() => {
    const paper = document.querySelector(".poster-body").getBoundingClientRect();
    const foot = document.querySelector(".poster-foot").getBoundingClientRect();
    return [...document.querySelectorAll(".poster-body :is(h2, a, code, samp, svg, .k)")].filter((element) =>
        [...element.getClientRects()].some((box) =>
            box.left < paper.left - 1 || box.right > paper.right + 1 || box.bottom > foot.top + 1)
    ).map((element) => element.outerHTML.slice(0, 80));
}"""
WIDE_LINES = """(width) => [...document.querySelectorAll(".poster-body :is(li > a, li > svg, .poster-errors li)")]
    .filter((element) => element.getBoundingClientRect().width > width || element.scrollWidth > width)
    .map((element) => element.textContent)"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".poster *")]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .map((element) => {
        const svg = element.closest("svg");
        const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
        return parseFloat(getComputedStyle(element).fontSize) * scale;
    }))"""
CLASHES = """() => {
    const boxes = [...document.querySelectorAll(".poster-body :is(h2, li > a, li > svg)")]
        .map((element) => [element, element.getBoundingClientRect()]);
    const found = [];
    for (const [one, a] of boxes) for (const [other, b] of boxes)
        if (one !== other
            && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
            found.push(one.textContent + " | " + other.textContent);
    return found;
}"""


@pytest.fixture(params=LANGUAGES)
def paper(request, site, browser):
    page = open_page(browser, f"{(site / request.param).as_uri()}/cheat-sheet.html", PAPER)
    page.emulate_media(media="print")
    yield page
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_page_with_the_same_bytes_each_time_and_the_site_has_it(site, browser, language):
    page = site / language / "cheat-sheet.html"
    first, second = (sheets.printed(browser, page) for _ in range(2))
    assert len(re.findall(rb"/Type ?/Page\b", first)) == 1
    assert re.search(rb"/MediaBox ?\[0 0 84[12][.\d]* 59[4-6][.\d]*\]", first), "not A4, landscape"
    assert b"file:" not in first
    assert first == second == sheets.pdf(site, language).read_bytes()


def test_everything_is_on_the_paper_within_its_column_and_not_smaller_than_seven_points(paper):
    assert paper.evaluate(OUTSIDE) == []
    assert paper.evaluate(WIDE_LINES, 67.8 * MILLIMETER) == []
    assert paper.evaluate(CLASHES) == []
    assert paper.evaluate(SMALLEST) * 0.75 >= 7


def test_it_has_every_line_as_a_link_and_no_need_of_color(paper):
    codes = paper.locator(".poster-body section:not(.poster-errors) li > a > code").all_inner_texts()
    assert sorted(codes) == sorted(line.code for line in LINES if not line.fix)
    assert paper.locator(".poster-body li > a[href]").count() == len(LINES)
    letters = {"view": "V", "new": "N", "either": "V/N", "self": "=", "value": "·"}
    for mark in paper.locator(".poster-body .k").all():
        assert mark.inner_text() == letters[mark.get_attribute("class").split()[1]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_screen_it_fills_the_width_and_its_lines_are_reached(site, browser, language, scheme):
    for viewport in (WIDE, NARROW):
        page = open_page(browser, f"{(site / language).as_uri()}/cheat-sheet.html", viewport, color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert page.evaluate(SMALLEST) >= 10
        if viewport == WIDE:
            assert page.evaluate(OUTSIDE) == []
            assert page.evaluate(CLASHES) == []
            assert page.locator(".poster").bounding_box()["width"] > 1100
        assert_reached(page.locator(".poster-links a").first, "the link to the PDF")
        link = page.locator(".poster li > a", has_text="x.gather(1, i)")
        link.scroll_into_view_if_needed()
        assert_reached(link.locator("code"), "the line of gather")
        link.click()
        page.wait_for_url("**/gather.html")
        page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_errors_lead_to_where_their_message_stands(site, browser, language):
    page = open_page(browser, f"{(site / language).as_uri()}/cheat-sheet.html", WIDE)
    links = page.eval_on_selector_all(
        ".poster-errors li > a", "links => links.map((link) => [link.href, link.textContent])"
    )
    assert len(links) == 8
    for address, message in links:
        page.goto(address)
        text = page.evaluate("document.querySelector(':target').closest('.wrong, .first')?.innerText")
        assert all(part in " ".join(text.split()) for part in message.split(" … ")), f"{address}: {message}"
    page.context.close()
