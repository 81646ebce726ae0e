"""The page of the playground, as a reader uses it; that its engine is right is for tests/playground to show."""

import gzip
import itertools
import re
from urllib.parse import quote

import lxml.html
import pytest
import torch

from docs.pages import playground
from tests.docs.seeing import NARROW, WIDE, assert_reached
from torchref.content.language import LANGUAGES

pytestmark = pytest.mark.browser

STRIDES = "x = torch.arange(24).reshape(2,3,4).permute(2,0,1)[1:].reshape(-1)"


def address(site, language="en", program=None):
    return f"{(site / language).as_uri()}/playground.html{f'#c={quote(program)}' if program is not None else ''}"


@pytest.fixture
def opened(site, window):
    return lambda program=None, language="en", *looks, **options: window(
        address(site, language, program), *looks, **options
    )


def rows(page):
    """The steps as they stand in the table: the code, then shape, stride, offset, contiguous, storage, result."""
    return [[cell.inner_text().strip() for cell in row.locator("td").all()] for row in page.locator("tr.step").all()]


def test_the_example_of_views_that_become_a_copy(opened):
    assert rows(opened(STRIDES)) == [
        ["torch.arange(24)", "(24,)", "(1,)", "0", "yes", "A · 192 bytes", "new tensor"],
        [".reshape(2,3,4)", "(2, 3, 4)", "(12, 4, 1)", "0", "yes", "A · 192 bytes", "view"],
        [".permute(2,0,1)", "(4, 2, 3)", "(1, 12, 4)", "0", "no", "A · 192 bytes", "view"],
        ["[1:]", "(3, 2, 3)", "(1, 12, 4)", "1", "no", "A · 192 bytes", "view"],
        [".reshape(-1) → x", "(18,)", "(1,)", "0", "yes", "B · 144 bytes", "copy"],
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_are_shown_as_torch_runs_them_with_and_without_script(site, opened, language):
    """What is in the page for readers without script comes from torch; the script makes the same of each program."""
    shown = lxml.html.parse(site / language / "playground.html").getroot()
    tables = shown.xpath("//noscript/table")
    assert len(tables) == len(playground.EXAMPLES) == 10
    page = opened(language=language)
    for table, program in zip(tables, playground.EXAMPLES.values(), strict=True):
        page.fill(".program", program.strip())
        wanted = [[cell.text_content().strip() for cell in row.xpath("td")] for row in table.xpath("tbody/tr")]
        assert rows(page) == wanted, program
        following = table.getnext()
        failed = following.text_content().strip() if following is not None and following.get("class") else None
        assert page.locator("tr.failed").count() == (failed is not None)
        if failed:
            assert page.locator("tr.failed p").inner_text().startswith(failed)


def test_without_script_the_examples_can_be_read(opened):
    page = opened(java_script_enabled=False)
    assert page.locator("noscript table.steps").count() == 10
    page.locator("noscript table.steps").first.scroll_into_view_if_needed()
    assert page.locator("noscript table.steps").first.is_visible()
    assert not page.locator(".playground > table.steps").is_visible()


def test_what_is_typed_runs_at_once_and_stays_in_the_address(opened):
    page = opened()
    page.fill(".program", "x = torch.arange(6)")
    page.locator(".program").press("End")
    page.keyboard.press("Enter")
    page.keyboard.type("y = x[::2]")
    assert rows(page)[-1][:3] == ["[::2] → y", "(3,)", "(2,)"]
    again = opened()
    again.goto(page.url)
    assert again.input_value(".program") == "x = torch.arange(6)\ny = x[::2]"
    assert rows(again) == rows(page)


def test_keys_lead_to_the_steps_and_back(opened):
    page = opened(STRIDES)
    page.focus(".program")
    page.keyboard.press("Control+Enter")
    focused = page.locator("button.step:focus")
    assert focused.inner_text() == ".reshape(-1) → x"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert focused.inner_text() == ".permute(2,0,1)"
    assert_reached(focused)
    assert page.locator("button[aria-pressed=true]").inner_text() == ".permute(2,0,1)"
    assert page.locator(".chosen figure.grid .cell").count() == 24
    page.keyboard.press("Home")
    assert focused.inner_text() == "torch.arange(24)"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "program"
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    assert len(rows(page)) == 5 and not page.locator(".mistake").is_visible()
    page.keyboard.press("ArrowDown")
    assert focused.inner_text() == ".reshape(-1) → x"


def test_a_cell_says_where_it_stands_and_lights_up_in_the_storage(opened):
    page = opened(STRIDES)
    page.locator("button.step", has_text="[1:]").click()
    grid = page.locator("figure.grid")
    grid.focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    said = grid.locator("figcaption").inner_text()
    assert said == "[1:][0, 1, 2] = 21 is at position 1 + 0·1 + 1·12 + 2·4 = 21 of storage A."
    assert page.locator(".strip .cell.hot").inner_text() == "21"
    assert page.locator(".strip .cell.unread").count() == 6
    grid.locator(".cell").first.hover()
    assert "[0, 0, 0] = 1 is at" in grid.locator("figcaption").inner_text()


def test_an_element_of_a_copy_says_where_it_came_from(opened):
    page = opened(STRIDES)
    page.locator("figure.grid .cell").nth(1).hover()
    said = page.locator(".grid figcaption").inner_text()
    assert said == "x[1] = 5 is at position 0 + 1·1 = 1 of storage B. It was copied from position 5 of storage A."
    assert [cell.inner_text() for cell in page.locator(".strip .cell.hot").all()] == ["5", "5"]


def earlier(page):
    """What is said of the steps before the chosen one, each with the numbers of the cells that are lit."""
    found = {}
    for figure in page.locator(".earlier figure").all():
        cells = figure.locator(".cell").all()
        lit = [n for n, cell in enumerate(cells) if "hot" in cell.get_attribute("class").split()]
        found[figure.locator("figcaption").inner_text()] = lit
    return found


def test_an_element_is_lit_in_each_step_before_as_torch_has_it(opened):
    x = torch.arange(24).reshape(2, 3, 4)
    y = x.permute(2, 0, 1)
    page = opened(STRIDES)
    page.locator("figure.grid .cell").nth(8).hover()
    value = y[1:].reshape(-1)[8]
    places = {
        "torch.arange(24)": torch.arange(24),
        ".reshape(2,3,4)": x,
        ".permute(2,0,1)": y,
        "[1:]": y[1:],
    }
    index = {name: (one == value).nonzero()[0].tolist() for name, one in places.items()}
    flat = {name: (one == value).flatten().nonzero().flatten().tolist() for name, one in places.items()}
    assert earlier(page) == {f"{name}{index[name]}": flat[name] for name in places}
    page.locator(".earlier").scroll_into_view_if_needed()
    for cell in page.locator(".earlier .hot").all():
        assert_reached(cell)


def test_a_joined_element_leads_back_to_the_tensor_it_came_from(opened):
    page = opened("a = torch.zeros(2)\nb = torch.ones(1, 2)\nc = torch.cat([a[None], b]).flip(0)\nc[0, 0] = 7")
    page.locator("figure.grid .cell").nth(1).hover()
    assert earlier(page) == {"a –": [], "b[0, 1]": [1], "[None] –": [], "torch.cat([a[None], b])[1, 1]": [3]}
    page.locator("figure.grid .cell").nth(2).hover()
    assert earlier(page) == {"a[0]": [0], "b –": [], "[None][0, 0]": [0], "torch.cat([a[None], b])[0, 0]": [0]}


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "400"])
def test_an_arrow_for_each_stride_leads_from_the_first_element_to_the_next(opened, viewport):
    page = opened(STRIDES, viewport=viewport)
    page.locator("button.step", has_text="[1:]").click()
    strip = page.locator(".strip")
    assert strip.locator("svg text").all_text_contents() == ["dim 0: +1", "dim 2: +4", "dim 1: +12"]
    ends = strip.evaluate(
        """strip => [...strip.querySelectorAll("path")].map((path) => {
            const at = (length) => {
                const point = path.getPointAtLength(length).matrixTransform(path.getScreenCTM());
                return [...strip.querySelectorAll("tr:first-child td")].findIndex((cell) => {
                    const box = cell.getBoundingClientRect();
                    return box.left < point.x && point.x < box.right && Math.abs(box.top - point.y) < 10;
                });
            };
            return [at(0), at(path.getTotalLength())];
        })"""
    )
    assert ends == [[1, 2], [1, 5], [1, 13]]
    boxes = [label.bounding_box() for label in strip.locator("svg text").all()]
    for one, other in itertools.pairwise(sorted(boxes, key=lambda box: box["y"])):
        assert one["y"] + one["height"] <= other["y"] + 3
    start = strip.locator("path").first.bounding_box()["x"] - 3 * len(boxes)
    assert all(strip.bounding_box()["x"] <= box["x"] and box["x"] + box["width"] <= start for box in boxes)


def test_tensors_separated_by_commas_add_no_row_of_their_own(opened):
    page = opened("x = torch.arange(4)\nx, x[1:]\nx.chunk(2)\nx.shape, 2")
    assert [row[0] for row in rows(page)] == ["torch.arange(4) → x", "[1:]", ".chunk(2)", ".chunk(2)"]
    assert page.locator("tr.asked").all_inner_texts() == ["x.shape, 2 → (torch.Size([4]), 2)"]


def test_a_write_is_seen_through_every_tensor_of_the_storage(opened):
    page = opened("x = torch.arange(6).reshape(2, 3)\ny = x[:, 1]\nz = x.clone()\ny[0] = 9")
    assert page.locator("tr.why").last.inner_text() == ("Elements written in storage A: 1. The change shows in x, y.")
    strip = page.locator(".strip").first
    assert strip.locator(".cell.written").inner_text() == "9"
    assert [name.inner_text() for name in strip.locator(".view th").all()] == ["x", "y"]


def test_an_error_of_torch_keeps_the_steps_and_leads_to_its_explanation(site, opened):
    page = opened("x = torch.arange(24)\nx.reshape(2, 12).T.view(-1)\nx.sum()")
    assert len(rows(page)) == 3
    failed = page.locator("tr.failed")
    assert_reached(failed.locator("code"))
    assert failed.locator("code").inner_text() == ".view(-1)"
    assert "RuntimeError: view size is not compatible with input tensor's size" in failed.inner_text()
    failed.locator("a").click()
    page.wait_for_url("**/view.html#error-*")
    assert page.locator(f"[id='{page.url.partition('#')[2]}']").count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mistake_is_shown_with_a_caret_under_it(opened, language):
    page = opened("x = torch.arange(6)\ny = x.softmax(0)", language=language)
    mistake = page.locator(".mistake")
    assert_reached(mistake)
    line, caret = mistake.locator("pre").inner_text().split("\n")
    assert line[len(caret) - 1 :].startswith("softmax")
    assert mistake.locator("a").get_attribute("href") == "search.html?q=softmax"
    assert bool(re.search("[\u4e00-\u9fff]", mistake.inner_text())) == (language == "zh")
    assert len(rows(page)) == 1
    page.fill(".program", "x = torch.arange(6)")
    assert not mistake.is_visible()


def test_copied_as_python(opened):
    page = opened("x = torch.arange(3)\n", permissions=["clipboard-read", "clipboard-write"])
    page.click(".copy-python")
    page.wait_for_function("document.querySelector('.playground .status').textContent !== ''")
    assert page.evaluate("navigator.clipboard.readText()") == "import torch\n\nx = torch.arange(3)\n"


@pytest.mark.parametrize("program", [STRIDES, "torch.arange(400).reshape(20, 20)", "x = torch.zeros(2, 2, 2, 4)"])
def test_it_can_be_used_on_a_phone(opened, program):
    page = opened(program, viewport=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    for selector in (".program", ".copy-python", "button.step >> nth=0", ".strip >> nth=0"):
        page.locator(selector).scroll_into_view_if_needed()
        assert_reached(page.locator(selector), selector)


def test_nothing_moves_while_the_page_loads(opened, site):
    page = opened()
    page.add_init_script(
        "window.moved = []; new PerformanceObserver((list) => { for (const shift of list.getEntries()) "
        "for (const { node } of shift.sources) if (node?.closest?.('article')) window.moved.push(node.outerHTML); })"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(address(site))
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved") == []


def test_what_it_loads_is_small_and_loaded_here_alone(site):
    """Engine and script of the page stay below 40 kB, and no other page pays for them."""
    static = site / "en" / "_static"
    files = [static / name for name in ("playground-engine.js", "playground.js")]
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) < 40_000
    assert "playground.js" not in (site / "en" / "view.html").read_text(encoding="utf-8")


def test_every_sentence_of_the_script_is_used(site):
    """A sentence that the script never asks for is one to take out, and one it asks for has to be there."""
    words = playground.words(lambda message: message)
    engine, page = (
        (site / "en" / "_static" / name).read_text(encoding="utf-8")
        for name in ("playground-engine.js", "playground.js")
    )
    assert set(re.findall(r"\bsaid\.(\w+)", page)) == words.keys()
    own = set(re.findall(r'new Own\(\s*(?:[^"()]*\? )?"(\w+)"', engine)) | {
        "syntax",
        "say_torch",
        "no_name",
        "unfinished",
    }
    assert own == words["own"].keys()
    keys = set(re.findall(r'key: "(\w+)"', engine)) | set(re.findall(r'(?:viewed|itself)\(.*"(\w+)"\)', engine))
    assert keys | {"computed", "broadcast", "layout", "written", "unclear"} == words["why"].keys()
