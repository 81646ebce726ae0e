"""What stands around every page, as a person uses it: the header, the navigation, the contents, the home page."""

import re

import pytest

from docs.pages import areas, context
from tests.docs.seeing import NARROW, WIDE, assert_reached, open_page
from torchref.content import catalog, facts
from torchref.content.language import LANGUAGES
from torchref.retrieval import index

pytestmark = pytest.mark.browser

TOPICS = {topic.name: topic for topic in catalog.read()}
SIZES = pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "400"])
KINDS = ("index", "gather", "topics/shape", "operations", "cheat-sheet", "errors", "gallery/broadcasting", "start")
TRACEBACK = """Traceback (most recent call last):
  File "/home/me/train.py", line 12, in <module>
    out = model(x)
  File "/home/me/model.py", line 40, in forward
    return x @ self.weight
RuntimeError: mat1 and mat2 shapes cannot be multiplied (32x784 and 512x10)
"""


@pytest.fixture
def opened(site, window):
    """``opened(language, path, viewport)`` opens a page of the site."""
    return lambda language, path, *looks, **options: window(
        f"{(site / language).as_uri()}/{path}.html", *looks, **options
    )


def focused(page, what):
    """Evaluate a function of the element that has the focus."""
    return page.evaluate(f"({what})(document.activeElement)")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_header_is_seen_on_every_page_wherever_one_has_scrolled_to(opened, kind, language):
    page = opened(language, kind)
    page.evaluate("scrollTo(0, 700)")
    bar = page.locator("header.bar")
    assert bar.bounding_box()["height"] == 48 and bar.bounding_box()["y"] == 0
    links = bar.locator(".areas a")
    assert [link.get_attribute("href").split("/")[-2:][-1] for link in links.all()] == [
        f"{area}.html".rpartition("/")[2] for area in areas.AREAS
    ]
    for shown in [*links.all(), *bar.locator(".brand, .ask, .language, .theme-toggle").all()]:
        assert_reached(shown)
    current = "gallery/index" if kind.startswith("gallery/") else kind
    current = "operations" if kind in ("gather", "topics/shape") else current
    marked = [link.get_attribute("href") for link in links.all() if link.get_attribute("aria-current")]
    assert len(marked) == (current in areas.AREAS) and all(href.endswith(f"{current}.html") for href in marked)


def test_on_a_phone_the_header_has_menu_name_search_language_and_theme(opened):
    page = opened("en", "gather", NARROW)
    for shown in page.locator(".menu, .brand, header .ask, .language, .theme-toggle").all():
        assert_reached(shown)
    page.locator("header .ask").click()
    box = page.locator("dialog").bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 400, 860)
    assert_reached(page.locator("[data-search]"))


@pytest.mark.parametrize(("language", "viewport"), [("en", WIDE), ("zh", NARROW)], ids=["en-1280", "zh-400"])
def test_a_pasted_traceback_leads_to_the_error_with_its_fix(opened, language, viewport):
    page = opened(language, "gather", viewport)
    page.keyboard.press("Control+k")
    page.keyboard.insert_text(TRACEBACK)
    best = page.locator(".results:not([aria-busy]) .hits a").first
    best.wait_for()
    assert_reached(best)
    assert "mat1 and mat2 shapes cannot be multiplied" in best.inner_text() and "torch.matmul" in best.inner_text()
    assert "784 ≠ 512" in best.locator(".numbers").inner_text()
    box = page.locator("[data-search]")
    assert 90 < box.bounding_box()["height"] < 130, "five lines of the traceback"
    assert box.evaluate("box => Math.ceil(box.scrollTop + box.clientHeight) >= box.scrollHeight - 30"), (
        "its end is seen"
    )
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/matmul.html#"))
    message = page.locator(":target, [id]:has(+ :target)").first
    page.wait_for_function(  # html scrolls smoothly
        """element => {
            const top = element.getBoundingClientRect().top;
            return 48 <= top && top < innerHeight / 2;
        }""",
        arg=message.element_handle(),
    )


def test_the_question_mark_shows_the_keys_and_the_empty_palette_what_was_opened(opened):
    page = opened("en", "gather")
    page.keyboard.press("?")
    page.wait_for_selector(".hints dl")
    assert_reached(page.locator(".hints dl kbd", has_text="Home"))
    page.keyboard.press("?")
    page.wait_for_selector(".hints ul")
    assert page.locator(".hints li").count() == 3 and page.locator(".hits a").count() == 0
    for name in ("topk", "cat"):
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/en/{name}.html")
        page.keyboard.press("Control+k")
    page.wait_for_selector(".hits a")
    assert page.locator(".hits b").all_inner_texts() == ["torch.cat", "torch.topk"]
    assert_reached(page.locator(".hits a").first)


def test_the_palette_opens_where_nothing_can_be_kept(site, browser):
    page = browser.new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } });")
    page.goto(f"{(site / 'en').as_uri()}/gather.html")
    page.keyboard.press("Control+k")
    page.keyboard.type("topk")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/topk.html")
    page.close()


@pytest.mark.parametrize(
    ("question", "group", "first", "address"),
    [
        ("largest", "Parameters", "topk · largest=True", "topk.html#"),
        ("topk largest", "Parameters", "topk · largest=True", "topk.html#"),
        ("keepdim", "Parameters", "keepdim", "common-parameters.html#keepdim"),
        ("np.swapa", "NumPy → PyTorch", "np.swapaxes → torch.transpose", "transpose.html"),
        ("broadcasting", "Gallery", "broadcasting", "gallery/broadcasting.html"),
        ("transp", "Operations", "torch.transpose", "transpose.html"),
    ],
)
def test_a_group_holds_what_it_says(opened, question, group, first, address):
    page = opened("en", "gather")
    page.keyboard.press("/")
    page.keyboard.type(question)
    hit = page.locator(f".results:not([aria-busy]) .hits [aria-label='{group}'] a").first
    hit.wait_for()
    assert hit.locator("b").inner_text() == first
    assert hit.get_attribute("href").startswith(f"./{address}")
    assert_reached(hit)
    assert page.locator(".hits a:not([data-kind=all])").count() <= 8


def test_an_operation_is_found_with_its_signature_in_one_line(opened):
    page = opened("en", "gather", NARROW)
    page.keyboard.press("/")
    page.keyboard.type("topk")
    line = page.locator(".results:not([aria-busy]) .hits .signature").first
    line.wait_for()
    assert_reached(line)
    assert line.inner_text() == facts.signatures(catalog.read_observed()["operations"]["topk"])[0]
    assert line.bounding_box()["height"] < 24 and line.evaluate("line => line.scrollWidth > line.clientWidth")


def test_control_enter_opens_a_tab_beside(opened):
    page = opened("en", "gather")
    page.keyboard.press("Control+k")
    page.keyboard.type("topk")
    page.wait_for_selector(".results:not([aria-busy]) .hits a")
    with page.context.expect_page() as made:
        page.keyboard.press("Control+Enter")
    made.value.wait_for_url("**/en/topk.html")
    assert page.url.endswith("/en/gather.html")


def test_the_number_of_results_is_announced(opened):
    page = opened("en", "gather")
    page.keyboard.press("Control+k")
    page.keyboard.type("topk")
    page.wait_for_selector(".results:not([aria-busy]) .hits a")
    assert re.fullmatch(r"Results: \d+", page.locator("dialog [role=status]").inner_text())
    box = page.locator("[data-search]")
    assert box.get_attribute("role") == "combobox" and box.get_attribute("aria-expanded") == "true"
    assert page.locator(f"#{box.get_attribute('aria-controls')}").get_attribute("role") == "listbox"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_operation_stands_in_the_list_of_its_topic(opened, language):
    page = opened(language, "gather")
    (current,) = page.locator(".side .names [aria-current=page]").all()
    assert current.inner_text() == "gather"
    assert_reached(current)
    own = [link.get_attribute("href") for link in page.locator(".side .names a").all()]
    files = [index.entry(entry.name, language)["file"] for entry in TOPICS["indexing"].entries]
    assert own == [f"./{file}.html" for file in files]
    beside = page.locator(".side [data-navigation] > ul:last-child a")
    assert [link.get_attribute("href") for link in beside.all()] == [
        *(f"./topics/{name}.html" for name in areas.GROUPS["Inspect, reshape and index"].split() if name != "indexing"),
        "./index.html#topics",
        "./operations.html",
    ]
    for link in beside.all():
        assert_reached(link)
    beside.nth(1).click()
    page.wait_for_url(f"**/{language}/topics/shape.html")
    assert page.locator(".side .caption [aria-current=page]").count() == 1


def test_every_topic_is_in_one_group(site):
    listed = [name for names in areas.GROUPS.values() for name in names.split()]
    assert sorted(listed) == sorted(TOPICS)


def test_a_long_list_is_scrolled_to_where_one_is(opened):
    page = opened("en", "gallery/what_tutorials_get_wrong", {"width": 1280, "height": 500})
    current = page.locator(".side [aria-current=page]").first
    assert_reached(current)


@pytest.mark.parametrize("width", [1200, 1280, 1600, 2200])
def test_the_contents_are_a_column_beside_the_text(opened, width):
    page = opened("en", "gather", {"width": width, "height": 800})
    text, contents = page.locator("article").bounding_box(), page.locator("#toc").bounding_box()
    assert text["x"] + text["width"] <= contents["x"] and contents["x"] + contents["width"] <= width
    assert 700 <= text["width"] <= 860
    side = page.locator(".side").bounding_box()
    assert side["x"] == 0 and 210 <= side["width"] <= text["x"]
    assert not page.locator(".toc-button").is_visible()
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    for link in page.locator("#toc a:visible").all():
        assert_reached(link)


@pytest.mark.parametrize("width", [1100, 400])
def test_where_there_is_no_room_a_button_opens_the_contents(opened, width):
    page = opened("en", "gather", {"width": width, "height": 800})
    button = page.locator(".toc-button")
    assert not page.locator("#toc").is_visible()
    button.click()
    link = page.locator("#toc a:visible", has_text="See also")
    assert_reached(link)
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert not page.locator("#toc").is_visible() and focused(page, "one => one.className") == "toc-button"
    button.click()
    link.click()
    page.wait_for_url("**#see-also")
    assert not page.locator("#toc").is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_the_menu_opens_the_navigation(opened, language):
    page = opened(language, "gather", NARROW)
    page.locator(".menu").click()
    for path in ("cheat-sheet.html", "errors.html", "gallery/index.html", "operations.html"):
        assert_reached(page.locator(f".side .glance a[href$='{path}']"))
    assert_reached(page.locator(".side .names [aria-current=page]"))
    page.keyboard.press("Escape")
    assert not page.locator(".side").is_visible() and focused(page, "one => one.className") == "menu"
    page.locator(".menu").click()
    page.mouse.click(390, 500)
    assert not page.locator(".side").is_visible()


@SIZES
@pytest.mark.parametrize("kind", KINDS)
def test_few_tab_stops_lie_before_the_first_link_of_the_page(opened, kind, viewport):
    page = opened("en", kind, viewport)
    for stops in range(13):
        page.keyboard.press("Tab")
        if focused(page, "one => Boolean(one.closest('article'))"):
            break
        assert_reached(page.locator(":focus"), f"stop {stops + 1}")
    assert focused(page, "one => Boolean(one.closest('article'))"), "not within 12 stops"


def test_the_first_stops_skip_to_the_content_and_to_the_search(opened):
    page = opened("en", "gather")
    page.keyboard.press("Tab")
    assert_reached(page.locator(":focus"))
    page.keyboard.press("Enter")
    assert focused(page, "one => one.tagName") == "ARTICLE"
    page = opened("en", "gather")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert focused(page, "one => one.id") == "search"
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open]")


@SIZES
@pytest.mark.parametrize("language", LANGUAGES)
def test_home_shows_the_box_examples_and_six_areas_at_first_sight(opened, language, viewport):
    page = opened(language, "index", viewport)
    areas = page.locator(".tiles a")
    assert [link.get_attribute("href") for link in areas.all()] == [
        f"{name}.html"
        for name in ("operations", "cheat-sheet", "errors", "gallery/index", "numpy-to-torch", "playground")
    ]
    shown = [*areas.all(), page.locator("article .ask"), *page.locator(".chips button").all()]
    for one in [*shown, *page.locator(".trust a").all()]:
        assert_reached(one)
    assert page.locator("article .ask").bounding_box()["height"] == 52


@pytest.mark.parametrize("number", [0, 1, 2])
def test_an_example_of_the_home_page_fills_the_box(opened, number):
    page = opened("en", "index")
    page.locator(".chips button").nth(number).click()
    hit = page.locator(".results:not([aria-busy]) .hits a").first
    hit.wait_for()
    assert_reached(hit)
    wanted = ("topk.html", "transpose.html", "matmul.html#")[number]
    assert hit.get_attribute("href").startswith(f"./{wanted}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_shows_an_operation_at_work_and_turns_to_others_by_hand(opened, language):
    page = opened(language, "index")
    seen = []
    for _ in context.LIVING:
        (shown,) = page.locator(".living section:visible").all()
        assert_reached(shown.locator("svg"))
        seen.append(shown.locator("p a").get_attribute("href"))
        page.locator(".turn button").last.click()
    assert seen == [f"{name}.html" for name in context.LIVING]
    page.locator(".turn button").first.click()
    assert_reached(page.locator(".living section svg").last)


def test_home_box_takes_what_is_pasted(site, browser):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{(site / 'en').as_uri()}/index.html")
    page.evaluate("text => navigator.clipboard.writeText(text)", TRACEBACK)
    page.locator("article .ask").focus()
    page.keyboard.press("Control+v")
    page.wait_for_selector(".results:not([aria-busy]) .hits [data-kind=error]")
    context.close()


def test_home_leads_to_every_topic_and_operation_and_each_question_is_a_link(opened):
    page = opened("en", "index")
    links = {link.get_attribute("href") for link in page.locator("#topics a").all()}
    files = {index.entry(name, "en")["file"] for topic in TOPICS.values() for name in [e.name for e in topic.entries]}
    assert {f"{file}.html" for file in files} | {f"topics/{name}.html" for name in TOPICS} <= links
    for line in page.locator(".questions li").all():
        assert line.inner_text() == line.locator("a").inner_text() and line.inner_text().endswith("?")


KINDS_OF_RESULT = {
    "view": lambda facts: "view" in facts.get("returns", ()),
    "new": lambda facts: "new" in facts.get("returns", ()),
    "in-place": lambda facts: facts.get("in_place") or facts.get("returns") == ["self"],
    "random": lambda facts: facts.get("random"),
}


@pytest.mark.parametrize(("language", "viewport"), [("en", WIDE), ("zh", NARROW)], ids=["en-1280", "zh-400"])
def test_all_names_are_cut_down_to_a_kind_and_the_address_keeps_it(opened, language, viewport):
    page = opened(language, "operations", viewport)
    facts = catalog.with_measured(catalog.read_observed()["operations"], catalog.read_measured())
    files = {index.entry(name, language)["file"]: name for name in facts}
    for kind, belongs in KINDS_OF_RESULT.items():
        button = page.locator(f".kinds [data-kind={kind}]")
        assert_reached(button)
        button.click()
        assert button.get_attribute("aria-pressed") == "true"
        shown = page.locator("article ul.names li:visible > a").evaluate_all(
            "links => links.map(link => link.getAttribute('href').slice(0, -5))"
        )
        assert {files[file] for file in shown} == {name for name, of in facts.items() if belongs(of)}
        assert str(len(shown)) in page.locator(".kinds .status").inner_text()
        assert_reached(page.locator("article ul.names li:visible > a").first)
        assert page.locator(".letter:visible").count() == page.locator(".letters a:visible").count()
    page.reload()
    assert page.locator(".kinds [data-kind=random]").get_attribute("aria-pressed") == "true"
    assert page.locator("article ul.names li:visible").count() == len(shown)


@SIZES
def test_a_line_of_all_names_has_its_mark(opened, viewport):
    page = opened("en", "operations", viewport)
    line = page.locator("article ul.names li", has=page.locator("a[href='add.html']")).first
    for part in (line.locator("a"), line.locator(".mark")):
        part.evaluate("part => part.scrollIntoView({ block: 'center', behavior: 'instant' })")
        assert_reached(part)
    assert line.locator(".mark").inner_text() == "new tensor"


def test_on_a_phone_an_operation_of_a_topic_is_a_card_with_its_mark_beside_its_name(opened):
    page = opened("en", "topics/shape", NARROW)
    rows = page.locator("table.operations tbody tr").all()
    assert len(rows) == len(TOPICS["shape"].entries)
    for row in rows:
        name, said, mark = (row.locator("td").nth(number).bounding_box() for number in range(3))
        assert mark["y"] < name["y"] + name["height"] <= said["y"] + 1 and said["width"] > 340
    assert page.locator("table.operations").bounding_box()["height"] < 19 * 140


@pytest.mark.parametrize("path", ["en/sqeeze.html", "zh/topics/nothing.html", "elsewhere"])
def test_an_address_without_a_page_says_so_and_leads_on(site, browser, path):
    """Under any address below that of the site, as servers show it."""
    page = browser.new_page()
    there = f"http://reference.test/a/b/{path}"
    page.route("**/*", lambda route: route.fulfill(body=(site / "404.html").read_bytes(), content_type="text/html"))
    page.goto(there)
    first = page.locator("section").first
    language = "zh" if path.startswith("zh") else "en"
    assert first.get_attribute("lang")[:2] == language
    addresses = first.locator("a").evaluate_all("links => links.map(link => link.href)")
    name = path.rpartition("/")[2].removesuffix(".html")
    base = f"http://reference.test/a/b/{language}"
    assert addresses == [f"{base}/search.html?q={name}", f"{base}/index.html", f"{base}/operations.html"]
    for link in first.locator("a").all():
        assert_reached(link)
    page.close()


@SIZES
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_while_a_page_loads(opened, site, browser, kind, viewport):
    page = browser.new_context(viewport=viewport).new_page()
    page.add_init_script(
        "window.moved = []; new PerformanceObserver((list) => list.getEntries().forEach((entry) => entry.sources"
        ".forEach(({ node }) => moved.push((node && node.outerHTML || String(node)).slice(0, 200))))"
        ").observe({ type: 'layout-shift', buffered: true });"
    )
    page.goto(f"{(site / 'en').as_uri()}/{kind}.html")
    page.wait_for_timeout(500)
    assert page.evaluate("window.moved") == []
    page.context.close()


def test_without_script_the_search_and_the_navigation_are_links(site, browser):
    page = open_page(browser, f"{(site / 'en').as_uri()}/gather.html", WIDE, java_script_enabled=False)
    topics = page.locator(".side [data-navigation] a")
    assert_reached(topics)
    assert topics.get_attribute("href").endswith("index.html#topics")
    page.locator("header .ask").click()
    page.wait_for_url("**/en/search.html")
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_names_its_address_and_that_of_the_other_language(opened, language):
    page = opened(language, "topics/shape")
    addresses = {
        link.get_attribute("hreflang"): link.evaluate("link => link.href").rpartition("/site/")[2]
        for link in page.locator("link[rel=alternate]").all()
    }
    assert addresses == {"en": "en/topics/shape.html", "zh-CN": "zh/topics/shape.html"}
    canonical = page.locator("link[rel=canonical]").evaluate("link => link.href")
    assert canonical.endswith(f"/{language}/topics/shape.html")
