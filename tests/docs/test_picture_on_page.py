"""The picture of an operation as a reader uses it: by the mouse, by touch, by the keyboard, without any of them."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.docs.seeing import assert_reached
from torchref.content.language import LANGUAGES

pytestmark = pytest.mark.browser
FIGURE = "figure.picture"
SAMPLE = ("gather", "transpose", "permute", "matmul", "add", "split", "topk", "cat", "sin", "rand", "setitem", "eye")


@pytest.fixture
def page(browser, request):
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **getattr(request, "param", {})})
    yield context.new_page()
    context.close()


def said(page):
    return page.inner_text(f"{FIGURE} figcaption")


def hot(page):
    """The cells that are lit, as what they show."""
    return page.eval_on_selector_all(f"{FIGURE} .cell.hot", "cells => cells.map(cell => cell.dataset.cell).sort()")


def cell(page, key):
    return page.locator(f'{FIGURE} [data-cell="{key}"]').first


PHONE = {"viewport": {"width": 400, "height": 860}, "has_touch": True}


def test_it_stands_beside_the_first_example_or_above_it(site, browser):
    for width, beside in ((1280, True), (400, False)):
        context = browser.new_context(viewport={"width": width, "height": 800})
        page = context.new_page()
        page.goto((site / "en" / "gather.html").as_uri())
        picture, example = (page.locator(one).first.bounding_box() for one in (f"{FIGURE} svg", ".pictured .highlight"))
        assert picture["y"] + picture["height"] <= 800
        assert picture["x"] + picture["width"] <= width
        if beside:
            assert picture["x"] + picture["width"] <= example["x"] and abs(picture["y"] - example["y"]) < 150
        else:
            assert picture["y"] + picture["height"] <= example["y"]
        context.close()


def test_pointing_lights_what_an_element_came_from(site, page):
    page.goto((site / "en" / "gather.html").as_uri())
    assert said(page) == "result[0, 0] = 3 ← x[0, index[0, 0]] = x[0, 2]"
    assert hot(page) == ["0.2", "1.0", "2.0"]
    cell(page, "2.3").hover()
    assert said(page) == "result[1, 1] = 5 ← x[1, index[1, 1]] = x[1, 1]"
    assert hot(page) == ["0.4", "1.3", "2.3"]
    cell(page, "0.4").hover()
    assert said(page) == "x[1, 1] = 5 → result[1, 0], result[1, 1]"
    assert hot(page) == ["0.4", "2.2", "2.3"]
    cell(page, "0.1").hover()
    assert said(page) == "x[0, 1] = 2 → not in the result"
    assert page.locator(f"{FIGURE} .arrow.hot").count() == 0


@pytest.mark.parametrize("page", [PHONE], indirect=True)
def test_a_tap_does_the_same(site, page):
    page.goto((site / "zh" / "gather.html").as_uri())
    cell(page, "2.1").tap()
    assert said(page) == "result[0, 1] = 1 ← x[0, index[0, 1]] = x[0, 0]"
    cell(page, "0.1").tap()
    assert said(page) == "x[0, 1] = 2 → 不在结果中"


def test_it_is_one_tab_stop_in_which_arrow_keys_move(site, page):
    page.goto((site / "en" / "gather.html").as_uri())
    page.focus(f"{FIGURE} svg")
    page.keyboard.press("ArrowRight")
    assert said(page).startswith("result[0, 1] = 1")
    page.keyboard.press("ArrowDown")
    assert said(page).startswith("result[1, 1] = 5")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert said(page) == "index[1, 1] = 1 → result[1, 1]"
    page.keyboard.press("Tab")
    assert not page.evaluate(f"document.activeElement.closest('{FIGURE}')")
    page.focus(f"{FIGURE} svg")
    page.keyboard.press("Escape")
    assert not page.evaluate(f"document.activeElement.closest('{FIGURE}')")
    assert hot(page) == ["0.2", "1.0", "2.0"]


@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True)
def test_without_a_script_it_says_where_the_first_element_came_from(site, page):
    page.goto((site / "en" / "gather.html").as_uri())
    assert said(page) == "result[0, 0] = 3 ← x[0, index[0, 0]] = x[0, 2]"
    assert page.locator(f"{FIGURE} tr").count() == 4


OVERLAPS = f"""() => {{
  const boxes = [...document.querySelectorAll("{FIGURE} svg text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
  const over = [];
  boxes.forEach(([one, a], number) => boxes.slice(0, number).forEach(([other, b]) => {{
    if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3) over.push([one, other]);
  }}));
  const frame = document.querySelector("{FIGURE}").getBoundingClientRect();
  for (const [one, box] of boxes) if (box.left < frame.left - 2 || box.right > frame.right + 2) over.push([one, "outside"]);
  return over;
}}"""  # noqa: E501


@pytest.mark.parametrize("page", [{}, PHONE], indirect=True, ids=["wide", "phone"])
def test_no_text_lies_on_another(site, page):
    for name in SAMPLE:
        page.goto((site / "en" / f"{name}.html").as_uri())
        assert page.evaluate(OVERLAPS) == [], name
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name


@pytest.mark.parametrize("page", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_it(site, page, language):
    for name in ("gather", "sin", "rand"):
        page.goto((site / language / f"{name}.html").as_uri())
        found = Axe().run(page, context={"include": [[FIGURE]]})
        assert not found.response["violations"], found.generate_report()


@pytest.mark.parametrize("page", [{}, PHONE], indirect=True, ids=["wide", "phone"])
def test_its_example_opens_in_the_playground(site, page):
    page.goto((site / "en" / "getitem.html").as_uri())
    link = page.locator(".try-it a")
    assert link.bounding_box()["y"] >= page.locator(f"{FIGURE} figcaption").bounding_box()["y"]
    link.scroll_into_view_if_needed()
    assert_reached(link)
    page.emulate_media(media="print")
    assert not link.is_visible()
    page.emulate_media(media="screen")
    link.click()
    page.wait_for_url("**/playground.html#c=*")
    assert page.input_value(".program").split("\n")[1:] == ["x[1]", "x[:, 1]", "x[-1, -1]", "x[2:]"]
    assert page.locator("tr.step").last.inner_text().startswith("[2:]")
    assert not page.locator(".mistake, tr.failed").first.is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_the_playground_can_run_has_the_link(site, language):
    found = {name: (site / language / f"{name}.html").read_text("utf-8") for name in ("transpose", "gather")}
    assert {name: 'class="try-it"' in text for name, text in found.items()} == {"transpose": True, "gather": False}
