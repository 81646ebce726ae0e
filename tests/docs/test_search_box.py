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
    box = page.locator("dialog [data-search], [data-search=page]")
    assert box.inner_text() == "swap two dim"
    assert_reached(box, "the box")
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


def paste(page, text):
    """Put a text into the box of the page of errors, and return the hits once they stand there."""
    page.locator(ERRORS).click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)
    page.wait_for_selector(f"{PANEL}:not([aria-busy]) :is(.hits a, .status:not(:empty))")
    return page.locator(f"{PANEL} .hits a")


ERRORS, PANEL = "[data-search=errors]", ".search .results"


@LOOKS
@pytest.mark.parametrize("pasted", [TRACEBACK, TRACEBACK.splitlines()[-1], "shapes cannot be multiplied"])
def test_errors_page_puts_the_best_match_on_top_with_its_fix_and_hides_the_rest(opened, pasted, language, viewport):
    page = opened(language, "errors.html", viewport)
    assert page.locator("article h2:visible").count() > 5
    hits = paste(page, pasted)
    assert_reached(hits.first)
    assert "mat1 and mat2 shapes cannot be multiplied" in hits.first.locator("b").inner_text()
    assert page.locator("article h2:visible").count() == 0, "bare headings"
    assert page.locator(".messages:visible").count() == 0 and hits.count() < 20
    assert page.locator(".preview .message").inner_text().startswith("RuntimeError: mat1 and mat2 shapes")
    assert_reached(page.locator(".preview .message"))
    whole = pasted != "shapes cannot be multiplied"
    marked = hits.first.locator("mark").all_inner_texts()
    assert marked == (["32", "784", "512", "10"] if whole else ["shapes", "cannot", "multiplied"])
    assert hits.first.locator(".numbers").count() == whole
    if whole:
        assert "784 ≠ 512" in hits.first.locator(".numbers").inner_text()
        assert_reached(hits.first.locator(".numbers"))
    page.keyboard.press("Escape")
    assert page.locator("article h2:visible").count() > 5 and page.locator(f"{PANEL} .hits a").count() == 0
    assert page.locator(".preview *").count() == 0 and page.url.endswith("errors.html")


def test_arrows_choose_whose_fix_is_shown_and_enter_opens_its_place(opened):
    page = opened("en", "errors.html")
    hits = paste(page, TRACEBACK)
    labels = [hit.locator("small").last.inner_text() for hit in hits.all()]
    assert labels == ["torch.matmul", "torch.nn.Linear"]
    assert page.locator(".preview .wrong-label").inner_text() == labels[0]
    page.keyboard.press("ArrowDown")
    assert page.locator(".preview .wrong-label").inner_text() == labels[1]
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/nn.Linear.html#error-*")


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
    assert paste(opened("en", "errors.html"), pasted).first.locator("small").last.inner_text() == title


@LOOKS
@pytest.mark.parametrize(
    "foreign",
    [
        "ModuleNotFoundError: No module named 'flask'",
        "IndexError: pop from empty list",
        "ValueError: operands could not be broadcast together with shapes (2,3) (4,)",
        "KeyError: 'no such thing in here'",
    ],
)
def test_errors_page_says_that_nothing_matches_the_message_of_another_program(opened, foreign, language, viewport):
    page = opened(language, "errors.html", viewport)
    assert paste(page, foreign).count() == 0 and page.locator(".wrong:visible, article h2:visible").count() == 0
    status = page.locator(f"{PANEL} .status")
    assert foreign[:60] in status.inner_text()
    assert_reached(status)
    addresses = status.locator("p a").evaluate_all("links => links.map(link => link.href)")
    assert "/search.html?q=" in addresses[0] and addresses[1].endswith("/operations.html")
    assert addresses[2].startswith("https://docs.pytorch.org/docs/stable/search.html?q=")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_message_that_was_not_run_is_marked_and_leads_to_its_source(opened, language):
    page = opened(language, "errors.html")
    best = paste(page, "RuntimeError: CUDA error: device-side assert triggered").first
    assert_reached(best.locator(".mark"))
    assert best.locator(".mark").inner_text() == {"en": "reported", "zh": "用户报告"}[language]
    said = page.locator(".preview .reported")
    assert_reached(said)
    assert {"en": "not run here", "zh": "这里没有运行"}[language] in said.inner_text()
    assert said.locator("a").get_attribute("href") == "https://github.com/pytorch/pytorch/issues/44355"
    best.click()
    page.wait_for_url(f"**/{language}/cuda.html#error-*")
    box = page.locator(".wrong", has=page.locator(":target"))
    assert_reached(box.locator(".reported"))


def test_the_list_of_all_errors_is_read_without_script(site, browser):
    page = open_page(browser, f"{(site / 'en').as_uri()}/errors.html", WIDE, java_script_enabled=False)
    assert not page.locator(ERRORS).is_visible()
    folded = page.locator("details", has_text="Indexing").first
    folded.locator("summary").click()
    line = folded.locator("li").first
    assert_reached(line)
    texts = page.locator(".messages li > span").all_text_contents()
    page.context.close()
    assert len(texts) > 250 and "mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)" in texts


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_of_errors_is_light(site, language):
    assert (site / language / "errors.html").stat().st_size < 150_000


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
    page.locator(".preview button.copybtn").first.click()
    page.wait_for_selector("button.copybtn.success")
    assert (
        page.evaluate("navigator.clipboard.readText()")
        == "import torch\na = torch.ones(2, 3)\ntorch.matmul(a, a.T).shape"
    )
    context.close()


def test_errors_page_keeps_the_question_in_its_address(opened):
    page = opened("en", "errors.html")
    paste(page, TRACEBACK)
    page.reload()
    page.wait_for_selector(f"{PANEL} .hits .numbers")
    assert page.locator(ERRORS).inner_text().strip() == TRACEBACK.strip()


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
    assert any("torch.transpose(x, dim0, dim1)" in row for row in rows.all_inner_texts())
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
