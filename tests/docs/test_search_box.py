"""The palette as a person uses it: what is typed, the hits and the words about them are seen and reached."""

import shutil

import pytest

from tests.docs.seeing import NARROW, WIDE, assert_reached, open_page

pytestmark = pytest.mark.browser

KINDS = {
    "home": "index.html",
    "operation": "gather.html",
    "topic": "topics/shape.html",
    "all operations": "operations.html",
    "cheat sheet": "cheat-sheet.html",
    "numpy sheet": "numpy-sheet.html",
    "numpy": "numpy-to-torch.html",
    "errors": "errors.html",
    "gallery": "gallery/index.html",
    "gallery page": "gallery/broadcasting.html",
    "search": "search.html",
}
LOOKS = pytest.mark.parametrize(("language", "viewport"), [("en", WIDE), ("zh", NARROW)], ids=["en-1280", "zh-400"])
SIZES = pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "400"])


@pytest.fixture
def opened(site, window):
    """``opened(language, path, viewport)`` opens a page of the site."""
    return lambda language, path, *looks, **options: window(f"{(site / language).as_uri()}/{path}", *looks, **options)


def ask(page, question):
    """Press ``/``, type, and return the hits of the whole question once they stand there."""
    page.keyboard.press("/")
    page.keyboard.type(question)
    page.wait_for_selector(".results:not([aria-busy]) .hits a")
    return page.locator(".hits a")


@LOOKS
@pytest.mark.parametrize("kind", KINDS)
def test_box_and_best_hits_are_seen_on_every_kind_of_page(opened, kind, language, viewport):
    page = opened(language, KINDS[kind], viewport)
    hits = ask(page, "swap two dim")
    assert page.locator("[data-search]").inner_text() == "swap two dim"
    assert_reached(page.locator("[data-search]"), "the box")
    for number in range(3):
        assert_reached(hits.nth(number), f"hit {number + 1}")
    assert hits.first.get_attribute("aria-selected") == "true"
    hits.nth(1).click()
    page.wait_for_url(f"**/{language}/mT.html")


@SIZES
def test_box_is_reached_from_the_middle_of_a_page(opened, viewport):
    page = opened("en", "gather.html", viewport)
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    assert_reached(ask(page, "cat").first)
    assert_reached(page.locator("[data-search]"))


def test_enter_opens_the_first_hit_even_before_the_data_is_there(opened):
    page = opened("en", "gather.html")
    page.keyboard.press("Control+k")
    page.keyboard.type("topk")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/topk.html")


def test_arrows_move_the_selection_and_focus_stays_in_the_box(opened):
    page = opened("en", "gather.html")
    hits = ask(page, "swap two dim")
    box = page.locator("[data-search]")
    for key, selected in [("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("ArrowUp", 0), ("ArrowUp", -1)]:
        page.keyboard.press(key)
        number = selected % hits.count()
        assert hits.nth(number).get_attribute("aria-selected") == "true"
        assert page.locator(".hits [aria-selected=true]").count() == 1
        assert box.get_attribute("aria-activedescendant") == hits.nth(number).get_attribute("id")
        assert_reached(hits.nth(number))
        assert box.evaluate("box => box === document.activeElement")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/mT.html")


def test_escape_gives_the_focus_back_and_a_click_beside_the_palette_closes_it(opened):
    page = opened("en", "gather.html")
    link = page.locator(".related-pages a").first
    link.focus()
    ask(page, "swap two dim")
    page.keyboard.press("Escape")
    assert not page.locator("dialog").is_visible()
    assert link.evaluate("link => link === document.activeElement")
    page.locator("header .ask").click()
    assert_reached(page.locator("[data-search]"))
    page.mouse.click(60, 780)
    assert not page.locator("dialog").is_visible()


@pytest.mark.parametrize(
    ("language", "question", "address"),
    [
        ("en", "gallery", "gallery/index.html"),
        ("en", "errors", "errors.html"),
        ("en", "error", "errors.html"),
        ("en", "Cheat Sheets", "cheat-sheet.html"),
        ("en", "numpy ↔ pytorch", "numpy-to-torch.html"),
        ("en", "cheat sheet numpy", "numpy-sheet.html"),
        ("zh", "速查表 numpy", "numpy-sheet.html"),
        ("en", "printable", "printable.html"),
        ("zh", "打印版", "printable.html"),
        ("en", "indexing", "topics/indexing.html"),
        ("zh", "cheat sheet", "cheat-sheet.html"),
        ("zh", "all operations", "operations.html"),
        ("en", "getting started", "start.html"),
        ("en", "install", "start.html"),
        ("en", "Install PyTorch", "start.html"),
        ("en", "imshow", "start.html"),
        ("zh", "plt.imshow", "start.html"),
        ("zh", "入门", "start.html"),
        ("zh", "安装", "start.html"),
        ("zh", "安装 pytorch 清华镜像", "start.html"),
        ("zh", "中文乱码", "start.html"),
        ("zh", "matplotlib 中文乱码", "start.html"),
        ("zh", "图解", "gallery/index.html"),
        ("zh", "速查表", "cheat-sheet.html"),
        ("zh", "形状", "topics/shape.html"),
    ],
)
def test_pages_that_are_no_operation_are_found(opened, language, question, address):
    page = opened(language, "gather.html")
    assert ask(page, question).first.get_attribute("href") == f"./{address}"


def test_an_operation_comes_before_the_topic_of_its_name(opened):
    page = opened("en", "gather.html")
    hits = [hit.get_attribute("href") for hit in ask(page, "shape").all()]
    assert hits.index("./shape.html") < hits.index("./topics/shape.html")


@LOOKS
@pytest.mark.parametrize("path", ["gather.html", "index.html", "search.html"])
def test_no_hit_is_said_and_the_nearest_named(opened, path, language, viewport):
    page = opened(language, path, viewport)
    page.keyboard.press("/")
    page.keyboard.type("qsueezzee")
    page.wait_for_selector(".results:not([aria-busy]) .status a")
    assert "qsueezzee" in page.locator(".results:not([aria-busy]) .status").inner_text()
    assert_reached(page.locator(".results:not([aria-busy]) .status"))
    nearest = page.locator(".results:not([aria-busy]) .status a").first
    assert_reached(nearest)
    nearest.click()
    page.wait_for_url(f"**/{language}/squeeze.html")


def test_a_name_of_torch_without_a_page_is_said_to_have_none(opened):
    page = opened("en", "gather.html")
    page.keyboard.press("/")
    page.keyboard.type("torch.vmap")
    page.wait_for_selector(".results:not([aria-busy]) .status:not(:empty)")
    assert "no page for torch.vmap" in page.locator(".results:not([aria-busy]) .status").inner_text()
    assert page.locator(".hits a").count() == 0
    page.keyboard.press("Enter")
    assert page.url.endswith("/en/gather.html")


def test_missing_search_data_is_said(site, browser, tmp_path):
    shutil.copytree(site / "en" / "_static", tmp_path / "_static")
    for name in ("gather.html", "navigation.js"):
        shutil.copy(site / "en" / name, tmp_path)
    page = open_page(browser, (tmp_path / "gather.html").as_uri(), WIDE)
    page.keyboard.press("/")
    page.keyboard.type("cat")
    page.wait_for_selector(".results:not([aria-busy]) .status:not(:empty)")
    assert page.locator(".results:not([aria-busy]) .status").inner_text() == "The search data could not be loaded."
    page.context.close()


def test_enter_that_ends_the_choice_of_a_chinese_character_opens_nothing(opened):
    """An input method sends its own Enter."""
    page = opened("zh", "gather.html")
    ask(page, "拼接")
    page.locator("[data-search]").evaluate(
        "box => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))"
    )
    page.wait_for_timeout(300)
    assert page.url.endswith("/zh/gather.html")


TRACEBACK = """Traceback (most recent call last):
  File "/home/me/train.py", line 12, in <module>
    out = model(x)
RuntimeError: mat1 and mat2 shapes cannot be multiplied (32x784 and 512x10)
"""


@LOOKS
@pytest.mark.parametrize("pasted", [TRACEBACK, TRACEBACK.splitlines()[-1], "shapes cannot be multiplied"])
def test_errors_page_puts_the_best_match_on_top_and_hides_the_rest(opened, pasted, language, viewport):
    page = opened(language, "errors.html", viewport)
    page.locator("#error-filter textarea").fill(pasted)
    page.wait_for_selector("#error-matches .wrong")
    best = page.locator("#error-matches .wrong").first
    assert_reached(best.locator(".message"))
    assert "mat1 and mat2 shapes cannot be multiplied" in best.locator(".message").inner_text()
    assert page.locator("article h2:visible").count() == 0, "bare headings"
    assert page.locator(".wrong:visible").count() == page.locator("#error-matches .wrong").count() < 20
    assert_reached(page.locator("#filter-status"))
    page.locator("#error-filter textarea").fill("")
    page.wait_for_selector("article h2:visible")
    assert page.locator("#error-matches *").count() == 0 and page.locator(".messages li:visible").count() > 200


@pytest.mark.parametrize(
    ("pasted", "title"),
    [
        ("RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float", "torch.nn.Linear"),
        (
            "RuntimeError: mean(): could not infer output dtype. Input dtype must be either a floating point or "
            "complex dtype. Got: Long",
            "torch.mean",
        ),
    ],
)
def test_of_equal_messages_the_operation_that_answers_best_comes_first(opened, pasted, title):
    page = opened("en", "errors.html")
    page.locator("#error-filter textarea").fill(pasted)
    page.wait_for_selector("#error-matches .wrong")
    assert page.locator("#error-matches .wrong-label").first.inner_text() == title


@pytest.mark.parametrize(
    "foreign",
    [
        "ModuleNotFoundError: No module named 'flask'",
        "IndexError: pop from empty list",
        "ValueError: operands could not be broadcast together with shapes (2,3) (4,)",
    ],
)
def test_errors_page_shows_nothing_for_the_message_of_another_program(opened, foreign):
    page = opened("en", "errors.html")
    page.locator("#error-filter textarea").fill(foreign)
    page.wait_for_selector("#filter-status a")
    assert page.locator(".wrong:visible").count() == 0


def test_tab_goes_from_group_to_group_and_home_and_end_to_the_ends(opened):
    page = opened("en", "gather.html")
    hits = ask(page, "topk")
    groups = page.locator(".hits [role=group]")
    assert [group.get_attribute("aria-label") for group in groups.all()][:2] == ["Name", "Operations"]
    chosen = page.locator(".hits [aria-selected=true]")
    for key, group in [("Tab", 1), ("Shift+Tab", 0), ("Shift+Tab", groups.count() - 1), ("Tab", 0)]:
        page.keyboard.press(key)
        first = groups.nth(group).locator("a").first
        assert chosen.count() == 1 and first.get_attribute("aria-selected") == "true", key
        assert page.locator("[data-search]").evaluate("box => box === document.activeElement")
    page.keyboard.press("End")
    assert hits.last.get_attribute("aria-selected") == "true"
    page.keyboard.press("Home")
    assert hits.first.get_attribute("aria-selected") == "true"


def test_code_of_a_match_is_copied_without_what_raises(site, browser):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{(site / 'en').as_uri()}/errors.html?q=mat1+and+mat2+shapes+cannot+be+multiplied")
    page.locator("#error-matches button.copybtn").first.click()
    page.wait_for_selector("button.copybtn.success")
    assert (
        page.evaluate("navigator.clipboard.readText()")
        == "import torch\na = torch.ones(2, 3)\ntorch.matmul(a, a.T).shape"
    )
    context.close()


def test_errors_page_keeps_the_question_in_its_address(opened):
    page = opened("en", "errors.html?q=shapes+cannot+be+multiplied")
    page.wait_for_selector("#error-matches .wrong")
    assert page.locator("#error-filter textarea").input_value() == "shapes cannot be multiplied"


@SIZES
def test_errors_page_says_when_nothing_matches(opened, viewport):
    page = opened("en", "errors.html", viewport)
    page.locator("#error-filter textarea").fill("KeyError: 'no such thing in here'")
    page.wait_for_selector("#filter-status a")
    assert_reached(page.locator("#filter-status"))
    assert page.locator(".wrong:visible").count() == 0


@SIZES
def test_numpy_filter_hides_groups_without_a_row_and_says_when_none_is_left(opened, viewport):
    page = opened("en", "numpy-to-torch.html", viewport)
    page.fill("input.filter", "np.concatenate")
    shown = page.locator("#numpy-table td:first-child:visible").all_inner_texts()
    assert "torch.cat(tensors, dim)" in shown and not any(call.startswith("torch.abs") for call in shown)
    headings = page.locator("#numpy-table th[scope=rowgroup]:visible").count()
    assert headings <= len(shown)
    page.fill("input.filter", "qqqq")
    assert page.locator("#numpy-table tbody:visible").count() == 0
    assert_reached(page.locator("#filter-status"))


def test_numpy_table_is_sorted_by_either_name_and_the_address_keeps_it(opened):
    page = opened("en", "numpy-to-torch.html")
    rows = page.locator("#numpy-table tr[data-numpy]:visible")
    by_topic = rows.all_inner_texts()
    page.click("[data-by=numpy]")
    assert page.url.endswith("?by=numpy")
    page.reload()
    names = [name for name in rows.evaluate_all("rows => rows.map(row => row.dataset.numpy)") if name]
    assert names == sorted(names) and len(names) > 100
    assert rows.count() == len(by_topic) and page.locator("#numpy-table th[scope=rowgroup]:visible").count() == 0
    page.fill("input.filter", "np.swapaxes")
    assert "torch.transpose(x, dim0, dim1)" in rows.first.inner_text()
    page.fill("input.filter", "")
    page.click("[data-by='']")
    assert rows.all_inner_texts() == by_topic and "?" not in page.url


def test_numpy_table_shows_call_beside_call_and_folds_what_is_longer(opened):
    page = opened("en", "numpy-to-torch.html")
    page.fill("input.filter", "concatenate")
    row = page.locator("#numpy-table tr", has=page.locator("a[href='cat.html']"))
    assert row.locator("td > code").inner_text() == "np.concatenate(tensors, axis=dim)"
    assert not row.locator("pre").is_visible()
    row.locator("summary").click()
    assert_reached(row.locator("pre"))
