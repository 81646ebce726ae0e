"""The cheat sheets on paper and on the screen, in headless Chromium."""

import re

import pytest

from docs.pictures import sheets
from tests.docs.seeing import NARROW, WIDE, assert_reached, open_page
from torchref.content import catalog
from torchref.content.language import LANGUAGES

pytestmark = pytest.mark.browser

ENTRIES = catalog.entries(catalog.read()).values()
LINES = [line for entry in ENTRIES for line in entry.sheet]
PAIRS = [pair for entry in ENTRIES for pair in entry.pairs]
PAPER = {"width": 1122, "height": 793}
"""A4, landscape, in CSS pixels."""

OUTSIDE = """() => {
    const foot = document.querySelector(".poster-foot").getBoundingClientRect();
    return [...document.querySelectorAll(".poster-body :is(h2, a, code, samp, svg, .k, .trap)")].filter((element) => {
        const paper = element.closest(".poster-body").getBoundingClientRect();
        return [...element.getClientRects()].some((box) =>
            box.left < paper.left - 1 || box.right > paper.right + 1 || box.bottom > foot.top + 1);
    }).map((element) => element.outerHTML.slice(0, 80));
}"""
WIDE_LINES = """() => [...document.querySelectorAll(".poster-body :is(li, li > a, li > svg, li > .trap)")]
    .filter((element) => {
        const body = element.closest(".poster-body"), style = getComputedStyle(body);
        const count = parseInt(style.columnCount), gaps = parseFloat(style.columnGap) * (count - 1);
        const width = (body.clientWidth - gaps) / count + 1;
        return element.getBoundingClientRect().width > width || element.scrollWidth > width;
    })
    .map((element) => element.textContent)"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".poster *")]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .map((element) => {
        const svg = element.closest("svg");
        const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
        return parseFloat(getComputedStyle(element).fontSize) * scale;
    }))"""
CLASHES = """() => {
    const boxes = [...document.querySelectorAll(
        ".poster-body :is(h2, li > a, li > svg, li > .trap), .poster-names li > :is(span, code)")]
        .map((element) => [element, element.getBoundingClientRect()]);
    const found = [];
    for (const [one, a] of boxes) for (const [other, b] of boxes)
        if (one !== other
            && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
            found.push(one.textContent + " | " + other.textContent);
    return found;
}"""


@pytest.fixture(params=LANGUAGES)
def paper(request, site, browser, name):
    page = open_page(browser, f"{(site / request.param).as_uri()}/{name}.html", PAPER)
    page.emulate_media(media="print")
    yield page
    page.context.close()


@pytest.mark.parametrize("name", sheets.PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_page_with_the_same_bytes_each_time_and_the_site_has_it(site, browser, language, name):
    page = site / language / f"{name}.html"
    first, second = (sheets.printed(browser, page) for _ in range(2))
    assert len(re.findall(rb"/Type ?/Page\b", first)) == 1
    assert re.search(rb"/MediaBox ?\[0 0 84[12][.\d]* 59[4-6][.\d]*\]", first), "not A4, landscape"
    assert b"file:" not in first
    assert first == second == sheets.pdf(page, language).read_bytes()


@pytest.mark.parametrize("name", sheets.PAGES)
def test_everything_is_on_the_paper_within_its_column_and_not_smaller_than_seven_points(paper):
    assert paper.evaluate(OUTSIDE) == []
    assert paper.evaluate(WIDE_LINES) == []
    assert paper.evaluate(CLASHES) == []
    assert paper.evaluate(SMALLEST) * 0.75 >= 7


@pytest.mark.parametrize("name", ["cheat-sheet"])
def test_it_has_every_line_as_a_link_and_no_need_of_color(paper):
    codes = paper.locator(".poster-body section:not(.poster-errors) li > a > code").all_inner_texts()
    assert sorted(codes) == sorted(line.code for line in LINES if not line.fix)
    assert paper.locator(".poster-body li > a[href]").count() == len(LINES)
    letters = {"view": "V", "new": "N", "either": "V/N", "self": "=", "value": "·"}
    for mark in paper.locator(".poster-body .k").all():
        assert mark.inner_text() == letters[mark.get_attribute("class").split()[1]]


@pytest.mark.parametrize("name", ["numpy-sheet"])
def test_it_has_call_beside_call_and_the_traps_in_red_with_a_cross(paper):
    links = paper.locator(".poster-pairs li > a[href]")
    shown = [link.locator("> code").all_inner_texts() for link in links.all()]
    assert sorted(shown) == sorted([pair.numpy, pair.torch] for pair in PAIRS)
    for link in links.all():
        left, right = (code.bounding_box() for code in link.locator("> code").all())
        assert left["x"] + left["width"] <= right["x"] and abs(left["y"] - right["y"]) < 2, link.inner_text()
    traps = paper.locator(".poster-pairs li > .trap")
    assert sorted(trap.locator("code").first.inner_text() for trap in traps.all()) == sorted(
        pair.trap for pair in PAIRS if pair.trap
    )
    red = paper.evaluate("getComputedStyle(document.body).getPropertyValue('--wrong').trim()")
    assert red == "#b3261e"
    for trap in paper.locator(".poster-halves .trap").all():
        assert trap.inner_text().startswith("✗")
        assert trap.evaluate("element => getComputedStyle(element).color") == "rgb(179, 38, 30)"


@pytest.mark.parametrize("name", ["numpy-sheet"])
def test_numpys_names_stand_from_a_to_z_each_with_a_link(paper):
    names = paper.locator(".poster-names li > code").all_inner_texts()
    assert names == sorted(set(names), key=str.lower) and len(names) > 60
    assert all(line.locator("a[href]").count() for line in paper.locator(".poster-names li").all())
    said = dict(zip(names, paper.locator(".poster-names li").all_inner_texts(), strict=True))
    for name, torch in [("concatenate", "cat"), ("std", "✗ std"), ("expand_dims", "unsqueeze"), ("astype", "double")]:
        assert torch in " ".join(said[name].split()), said[name]


EACH = {"cheat-sheet": ("x.gather(1, i)", "gather"), "numpy-sheet": ("np.std(f)", "std")}
"""A line of each sheet, and the page that it leads to."""


@pytest.mark.parametrize("name", EACH)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_screen_it_fills_the_width_and_its_lines_are_reached(site, browser, language, scheme, name):
    line, target = EACH[name]
    for viewport in (WIDE, NARROW):
        page = open_page(browser, f"{(site / language).as_uri()}/{name}.html", viewport, color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert page.evaluate(SMALLEST) >= 10
        if viewport == WIDE:
            assert page.evaluate(OUTSIDE) == []
            assert page.evaluate(CLASHES) == []
            assert page.locator(".poster").bounding_box()["width"] > 1100
        assert_reached(page.locator(".poster-links a").first, "the link to the PDF")
        link = page.locator(".poster li > a", has_text=line)
        link.scroll_into_view_if_needed()
        assert_reached(link.locator("code").first, f"the line {line}")
        link.click()
        page.wait_for_url(f"**/{target}.html")
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
