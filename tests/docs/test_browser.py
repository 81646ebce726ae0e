"""The site as a reader meets it, in headless Chromium: both languages, light and dark, wide and narrow."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from docs.pages import gallery
from torchref.content import catalog
from torchref.content.language import LANGUAGES

pytestmark = pytest.mark.browser

ENTRIES = catalog.entries(catalog.read())
KINDS = {
    "home": "index.html",
    "operation": "squeeze.html",
    "operation with errors": "view.html",
    "operation that may copy": "reshape.html",
    "topic": "topics/shape.html",
    "getting started": "start.html",
    "all operations": "operations.html",
    "cheat sheet": "cheat-sheet.html",
    "numpy sheet": "numpy-sheet.html",
    "printable": "printable.html",
    "numpy": "numpy-to-torch.html",
    "playground": "playground.html",
    "errors": "errors.html",
    "checked": "checked.html",
    "gallery": "gallery/index.html",
    "gallery page": "gallery/view_reshape_contiguous.html",
    "search": "search.html?q=squeeze",
}


@pytest.fixture
def page(browser, request):
    """A page that notes every console error and every request that leaves the site."""
    options = getattr(request, "param", {})
    context = browser.new_context(**options)
    made = context.new_page()
    made.complaints = []
    made.on(
        "console",
        lambda message: made.complaints.append(message.text) if message.type in ("error", "warning") else None,
    )
    made.on("pageerror", lambda error: made.complaints.append(str(error)))
    made.on(
        "request",
        lambda asked: made.complaints.append(asked.url) if not asked.url.startswith(("file://", "data:")) else None,
    )
    yield made
    context.close()


ALIKE = {
    "all operations": "article section section:nth-of-type(n+3)",
    "printable": ".cheat-sheet section:nth-of-type(n+3)",
    "numpy": "#numpy-table tbody:nth-of-type(n+3)",
    "errors": "article section section:nth-of-type(n+2)",
}
"""What of a long page is like what stands before it: axe would take minutes for it."""

LOOKS = pytest.mark.parametrize(
    "page",
    [
        {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
        {"color_scheme": "dark", "viewport": {"width": 400, "height": 900}},
    ],
    indirect=True,
    ids=["light-1280", "dark-400"],
)
"""Each color scheme and each width once: what is asserted depends on one of them alone."""


@LOOKS
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_page_is_readable_quiet_and_accessible(site, page, kind, language):
    page.goto(f"{(site / language).as_uri()}/{KINDS[kind]}")
    if kind == "search":
        page.wait_for_selector(".results:not([aria-busy]) .hits a")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, "the page scrolls sideways"
    assert page.complaints == []
    context = {"exclude": [[ALIKE[kind]]]} if kind in ALIKE else None
    options = {"preload": False}  # axe would fetch the style sheets, which file:// refuses
    found = Axe().run(page, context=context, options=options)
    assert found.violations_count == 0, found.generate_report()


@LOOKS
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_gallery_page_is_quiet_and_its_pictures_are_described(site, page, language):
    for stem, _ in gallery.pages():
        page.goto(f"{(site / language).as_uri()}/gallery/{stem}.html")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, f"{stem} scrolls sideways"
        described = page.eval_on_selector_all("article img", "images => images.map(image => image.alt)")
        assert all(len(words) > 10 for words in described), f"{stem}: {described}"
        if language == "zh":
            assert all(re.search("[\u4e00-\u9fff]", words) for words in described), f"{stem}: {described}"
    assert page.complaints == []


@pytest.mark.parametrize(("tag", "language"), [("zh-CN", "zh"), ("en-GB", "en"), ("fr", "en")])
def test_front_page_follows_the_language_of_the_browser(site, browser, tag, language):
    context = browser.new_context(locale=tag)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.wait_for_url(f"**/{language}/index.html")
    context.close()


def test_switch_keeps_page_anchor_and_query(site, page):
    page.goto(f"{(site / 'en').as_uri()}/squeeze.html?from=mail#numpy-equivalent")
    page.click("a.language")
    page.wait_for_url("**/zh/squeeze.html?from=mail#numpy-equivalent")
    assert page.locator("#numpy-equivalent").count() == 1


def test_another_name_leads_to_the_operation_and_keeps_the_anchor(site, page):
    page.goto(f"{(site / 'en').as_uri()}/absolute.html#numpy-equivalent")
    page.wait_for_url("**/en/abs.html#numpy-equivalent")


def test_copy_button_copies_code_alone(site, browser):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{(site / 'en').as_uri()}/squeeze.html")
    page.locator(".highlight-pycon button.copybtn").first.click()
    page.wait_for_selector("button.copybtn.success")
    copied = page.evaluate("navigator.clipboard.readText()")
    first = next(block for block in ENTRIES["squeeze"].blocks if block.examples)
    assert copied == "import torch\n" + "".join(example.source for example in first.examples).strip()
    context.close()


QUESTIONS = {
    "en": {
        "squeeze": "squeeze", "torch.squeeze": "squeeze", "x.squeeze()": "squeeze", "np.squeeze": "squeeze",
        "absolute": "abs", "squeeze_": "squeeze", "swap two dimensions": "transpose", "cat": "cat", "@": "matmul",
        "RuntimeError: view size is not compatible with input tensor's size and stride": "view",
    },
    "zh": {
        "squeeze": "squeeze", "torch.cat": "cat", "拼接": "cat", "交换两个维度": "transpose", "反向传播": "backward",
    },
}  # fmt: skip


@pytest.mark.parametrize("language", QUESTIONS)
def test_search_finds_the_operation_first(site, page, language):
    for question, name in QUESTIONS[language].items():
        page.goto(f"{(site / language).as_uri()}/index.html")
        page.keyboard.press("Control+k")
        page.fill("[data-search]", question)
        page.wait_for_selector(".results:not([aria-busy]) .hits a", timeout=5000)
        hits = [link.get_attribute("href") for link in page.locator(".hits a").all()]
        assert len(hits) == len(set(hits)), "an operation is listed twice"
        shown = hits[:1] if question.isascii() else hits[:3]
        assert f"{name}.html" in [hit.rpartition("/")[2].split("#")[0] for hit in shown], f"{question!r}: {hits}"


def test_the_list_of_all_operations_prints_on_few_pages(site, page, tmp_path):
    page.goto(f"{(site / 'en').as_uri()}/printable.html")
    page.emulate_media(media="print")
    page.pdf(path=tmp_path / "sheet.pdf", format="A4", prefer_css_page_size=True)
    pages = (tmp_path / "sheet.pdf").read_bytes().count(b"/Type /Page\n") or (
        tmp_path / "sheet.pdf"
    ).read_bytes().count(b"/Type /Page/")
    operations = len(catalog.read_observed()["operations"])
    assert operations / 200 < pages < operations / 100, f"{pages} pages"
