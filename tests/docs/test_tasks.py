"""Seven things that people come for: each from the home page, by the keys and clicks it takes, to where it is seen.

What is asserted to be reached lies in the window as it opens, so that nobody has to scroll for it.
"""

import re

import pytest

from docs.pictures import sheets
from tests.docs.seeing import WIDE, assert_reached
from torchref.content.language import LANGUAGES

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("language", LANGUAGES)]

TRACEBACK = """Traceback (most recent call last):
  File "/home/me/train.py", line 12, in <module>
    out = model(x)
  File "/home/me/model.py", line 40, in forward
    return x @ self.weight
RuntimeError: mat1 and mat2 shapes cannot be multiplied (32x784 and 512x10)
"""


@pytest.fixture
def home(site, window, language):
    """The home page, in a window in which nobody has scrolled."""
    return window(f"{(site / language).as_uri()}/index.html", WIDE)


def ask(page, question):
    page.keyboard.press("Control+k")
    page.keyboard.insert_text(question)
    page.keyboard.press("Enter")


def test_the_parameters_of_topk_and_their_defaults(home, language):
    ask(home, "topk")
    home.wait_for_url(f"**/{language}/topk.html")
    signature = home.locator("pre.signatures .line").first
    assert_reached(signature)
    assert re.match(r"torch\.topk\(input, k, dim=-1, largest=True, sorted=True", signature.inner_text())
    defaults = {}
    for row in home.locator("table.parameters tbody tr").all():
        assert_reached(row.locator("th"))
        assert_reached(row.locator("td").last)
        defaults[row.locator("th").inner_text()] = row.locator("td.default").inner_text()
    assert {"input": "", "k": "", "dim": "-1", "largest": "True", "sorted": "True"}.items() <= defaults.items()


def test_whether_flatten_copies(home, language):
    ask(home, "does x.flatten() copy?" if language == "en" else "x.flatten() 会复制吗")
    home.wait_for_url(f"**/{language}/flatten.html*")
    cases = {}
    for row in home.locator("table.cases tr").all():
        assert_reached(row.locator(".mark"))
        assert_reached(row.locator("td"))
        cases[row.locator(".mark").inner_text()] = row.locator("td").inner_text().split(" · ")
    assert list(cases) == (["view", "copy", "the input itself"] if language == "en" else ["视图", "副本", "输入本身"])
    assert [len(inputs) for inputs in cases.values()] == [3, 3, 2]
    first = ("contiguous", "transposed") if language == "en" else ("连续", "转置")
    assert tuple(inputs[0] for inputs in cases.values())[:2] == first


def test_what_gather_does(home, language):
    ask(home, "gather")
    home.wait_for_url(f"**/{language}/gather.html")
    drawing = home.locator("figure.picture svg").first
    assert_reached(drawing)
    assert drawing.bounding_box()["y"] <= 250
    caption = home.locator("figure.picture figcaption").first
    assert_reached(caption)
    assert caption.inner_text() == "result[0, 0] = 3 ← x[0, index[0, 0]] = x[0, 2]"


def test_a_sheet_for_the_wall(home, language, site):
    """That its type is of 7 points or more is for test_poster.py to show."""
    link = home.locator("article a[type='application/pdf']")
    assert_reached(link)
    printed = sheets.pdf(site / language / "cheat-sheet.html", language)
    assert link.evaluate("link => link.href") == printed.as_uri()
    assert len(re.findall(rb"/Type ?/Page\b", printed.read_bytes())) == 1


def test_the_fix_of_a_pasted_error(home, language):
    home.keyboard.press("Control+k")
    home.keyboard.insert_text(TRACEBACK)
    best = home.locator(".results:not([aria-busy]) .hits a").first
    best.wait_for()
    assert_reached(best)
    assert "mat1 and mat2 shapes cannot be multiplied" in best.inner_text()
    home.keyboard.press("Enter")
    home.wait_for_url(re.compile(rf"/{language}/matmul\.html#"))
    error = home.locator(".wrong:is(:target, :has(:target))")
    for part in (".message", "p", ".works .line"):
        assert_reached(error.locator(part).first)
    assert error.evaluate("error => getComputedStyle(error).boxShadow") != "none"
    assert "torch.matmul(a, a.T)" in error.locator(".works .line").first.inner_text()


@pytest.mark.parametrize("page", ["gallery/index.html", "cheat-sheet.html"])
def test_the_gallery_and_the_cheat_sheet(home, language, page):
    assert_reached(home.locator(f"header .areas a[href$='{page}']"))
    tile = home.locator(f".tiles a[href='{page}']")
    assert_reached(tile)
    tile.click()
    home.wait_for_url(f"**/{language}/{page}")
    assert_reached(home.locator("article h1"))


def test_all_operations_from_a_to_z(home, language):
    home.locator("header .areas a").first.click()
    home.wait_for_url(f"**/{language}/operations.html")
    for letter in "AZ":
        assert_reached(home.locator(".letters a", has_text=letter).first)
    home.locator(".letters a", has_text="T").first.click()
    assert_reached(home.locator("a[href='take_along_dim.html']").first)
