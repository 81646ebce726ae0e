"""Code on the pages: nothing is cut off, and what the copy buttons copy runs."""

import re

import lxml.html
import pytest

from docs.pages import examples
from tests.docs.seeing import NARROW, WIDE, assert_reached, open_page
from torchref.content import catalog
from torchref.retrieval import index

ENTRIES = catalog.entries(catalog.read())
FILES = {name: index.entry(name, "en")["file"] for name in ENTRIES}
CUT = """() => [...document.querySelectorAll("article pre")].filter(
    (code) => code.scrollWidth > code.clientWidth || [...code.querySelectorAll(".line")].some(
        (line) => line.getBoundingClientRect().right > code.getBoundingClientRect().right)
).map((code) => code.textContent)"""


@pytest.mark.browser
def test_no_code_and_no_message_is_cut_off(site, browser):
    """The pages with the longest lines, where anything would be cut first."""
    longest = sorted(FILES, key=lambda name: -max(len(line) for line in ENTRIES[name].docstring.splitlines()))
    others = ["errors", "numpy-to-torch", "gallery/what_tutorials_get_wrong", "gallery/gather_and_scatter"]
    page = open_page(browser, "about:blank", WIDE)
    for stem in [*(FILES[name] for name in longest[:50]), *others]:
        page.goto(f"{(site / 'en').as_uri()}/{stem}.html", wait_until="domcontentloaded")
        for viewport in (WIDE, NARROW):
            page.set_viewport_size(viewport)
            assert page.evaluate(CUT) == [], f"{stem} at {viewport['width']}"
    page.context.close()


@pytest.mark.browser
def test_what_is_wrapped_is_indented_below_its_start(site, browser):
    page = open_page(browser, f"{(site / 'en').as_uri()}/t.html", NARROW)
    code = page.locator(".highlight-pycon .line", has_text="x.t().data_ptr() ==").first
    lefts = code.evaluate(
        """line => {
        const range = document.createRange(); range.selectNodeContents(line);
        return [...range.getClientRects()].map((box) => Math.round(box.left));
    }"""
    )
    assert len(set(lefts)) > 1, "the code takes several lines"
    assert min(lefts) == lefts[0] and sorted(set(lefts))[1] > lefts[0] + 20
    page.context.close()


def test_what_is_copied_is_what_runs(site):
    """Every piece of code of every operation, as the copy button reads it: what it needs, then all but what raises."""
    for name, entry in ENTRIES.items():
        page = lxml.html.document_fromstring((site / "en" / f"{FILES[name]}.html").read_text(encoding="utf-8"))
        for other in page.cssselect(".differs, #other-versions"):
            other.drop_tree()
        shown = examples.arrange(entry.blocks)
        units = [unit for piece in (shown.first, *shown.more, *shown.errors) for unit in piece.units]
        sessions = page.cssselect(".highlight-pycon pre")
        assert len(sessions) == len(units), name
        for session, unit in zip(sessions, units, strict=True):
            assert ("only-raises" in session.classes) == (unit.kind == examples.FAILS), f"{name}: {unit.session}"
            copied = examples.session(unit.needs) if unit.kind != examples.FAILS else ""
            assert session.text_content().strip("\n") == (copied + unit.session).strip("\n"), name


@pytest.mark.browser
def test_code_where_numpy_differs_has_no_copy_button(site, browser):
    page = open_page(browser, f"{(site / 'en').as_uri()}/nn.functional.pad.html", WIDE)
    page.locator("button.copybtn").first.wait_for()
    assert page.locator(".differs pre").count() and not page.locator(".differs button.copybtn").count()
    page.context.close()


@pytest.mark.browser
def test_a_copied_fix_has_neither_the_failing_line_nor_a_prompt(site, browser):
    page = open_page(
        browser, f"{(site / 'en').as_uri()}/gather.html", WIDE, permissions=["clipboard-read", "clipboard-write"]
    )
    button = page.locator(".wrong button.copybtn").first
    button.wait_for()
    button.click()
    page.wait_for_selector("button.copybtn.success")
    fix = examples.arrange(ENTRIES["gather"].blocks).errors[0].units[1]
    assert fix.needs == ("import torch", "x = torch.tensor([[1, 2, 3], [4, 5, 6]])")
    wanted = "\n".join([*fix.needs, *(example.code for example in fix.examples)])
    assert page.evaluate("navigator.clipboard.readText()") == wanted
    page.context.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["1280", "400"])
def test_copy_buttons_are_seen_without_a_mouse(site, browser, viewport, scheme):
    touch = viewport is NARROW
    page = open_page(browser, f"{(site / 'en').as_uri()}/gather.html", viewport, color_scheme=scheme, has_touch=touch)
    page.wait_for_selector("button.copybtn")
    for button in page.locator("button.copybtn").all():
        button.scroll_into_view_if_needed()
        button.evaluate("button => button.scrollIntoView({ block: 'center' })")
        assert_reached(button)
        box = button.bounding_box()
        assert not touch or min(box["width"], box["height"]) >= 44
    first = page.locator("button.copybtn").first
    first.evaluate("button => button.scrollIntoView({ block: 'center' })")
    page.locator("article h1").click()
    for _ in range(12):
        page.keyboard.press("Tab")
        if first.evaluate("button => button === document.activeElement"):
            break
    assert first.evaluate("button => button === document.activeElement"), "Tab does not reach it"
    style = first.evaluate("button => { const s = getComputedStyle(button); return [s.outlineStyle, s.outlineWidth]; }")
    assert style == ["solid", "2px"], "no focus ring"
    page.context.close()


@pytest.mark.browser
def test_selected_code_is_copied_line_by_line_without_prompts(site, browser):
    """Dragging over an example: each line once, no empty lines between, no prompts."""
    page = open_page(browser, f"{(site / 'en').as_uri()}/gather.html", WIDE)
    selected = page.locator(".highlight-pycon pre").first.evaluate(
        """code => { getSelection().selectAllChildren(code); return getSelection().toString(); }"""
    )
    block = next(block for block in ENTRIES["gather"].blocks if block.examples)
    wanted = re.sub(r"^(>>> |\.\.\. )", "", "".join(example.text for example in block.examples), flags=re.MULTILINE)
    assert [line.rstrip() for line in selected.strip().split("\n")] == wanted.strip().split("\n")
    page.context.close()
