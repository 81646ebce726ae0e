"""Gallery pages: figures before the code that draws them, a picture in the first screen, figures in both themes."""

import io
import json
import re
from types import SimpleNamespace

import lxml.html
import pytest
from PIL import Image

from docs.messages import DRAWING
from docs.pages import gallery
from docs.sphinx.extension import led_to_otherwise
from tests.docs.seeing import NARROW, WIDE, assert_reached
from torchref.content import translation
from torchref.content.language import LANGUAGES

FIGURE = "img.sphx-glr-single-img, figure.picture"
STEMS = [stem for stem, _ in gallery.pages()]
PICTURED = [stem for stem in STEMS if stem != "what_tutorials_get_wrong"]
"""The pages with a figure; that one prints alone."""
DRAWS = r"\bdraw\.|\bplt\.|\.draw\("
PAGE = """
Title
=====

Words.

.. GENERATED FROM PYTHON SOURCE LINES 8-9

.. code-block:: Python


    print(1)


.. rst-class:: sphx-glr-script-out

 .. code-block:: none

    1

.. GENERATED FROM PYTHON SOURCE LINES 10-12

.. code-block:: Python


    x = 1

    draw.memory(x)


.. drawn::

   {"code": ""}


.. GENERATED FROM PYTHON SOURCE LINES 13-14
"""


def test_a_figure_changes_places_with_its_code_and_what_prints_stays():
    head, _, tail = PAGE.partition(".. code-block:: Python\n\n\n    x = 1")
    made = gallery.figures_first(PAGE, "Code & more")
    assert made.startswith(head) and made.endswith(".. GENERATED FROM PYTHON SOURCE LINES 13-14\n")
    order = [".. drawn::", "<summary>Code &amp; more</summary>", "    x = 1\n\n    draw.memory(x)", "</details>"]
    places = [made.index(part) for part in order]
    assert places == sorted(places) and made.count(".. drawn::") == tail.count(".. drawn::") == 1
    assert gallery.figures_first(head, "") == head


def test_a_page_begins_with_its_thumbnail_if_it_has_a_figure():
    made = gallery.with_opening(PAGE, "thumb.png", "The figure")
    assert ".. container:: prelude\n\n   Words.\n\n   .. image:: /thumb.png\n      :alt: The figure\n" in made
    assert made.index('<div id="figure">') < made.index(".. drawn::")
    without = PAGE.replace(".. drawn::", ".. other::")
    assert gallery.with_opening(without, "thumb.png", "") == without


@pytest.mark.parametrize("language", LANGUAGES)
def test_code_that_draws_is_folded_below_what_it_drew(site, language):
    for stem in PICTURED:
        text = (site / language / "gallery" / f"{stem}.html").read_text(encoding="utf-8")
        page = lxml.html.document_fromstring(text)
        folded = page.cssselect("details.drawing")
        assert len(folded) == len(page.cssselect(FIGURE)) - len(page.cssselect("figure.picture + figure.picture"))
        for details in folded:
            above = details.getprevious()
            assert above.tag in ("img", "figure") or above.cssselect("img"), f"{stem}: no figure above the code"
            assert details.cssselect("summary")[0].text == translation.load(language)(DRAWING)
            assert re.search(DRAWS + r"|picture\(", details.cssselect("pre")[0].text_content()), stem
            assert not details.cssselect(".sphx-glr-script-out"), f"{stem}: what prints is folded"
        shown = [pre.text_content() for pre in page.cssselect("pre") if not list(pre.iterancestors("details"))]
        assert not [code for code in shown if re.search(DRAWS, code)], stem


def test_downloads_hold_the_code_that_draws(site):
    for stem in PICTURED:
        (script,) = (site / "en" / "_downloads").rglob(f"{stem}.py")
        (notebook,) = (site / "en" / "_downloads").rglob(f"{stem}.ipynb")
        assert re.search(DRAWS, script.read_text(encoding="utf-8")), stem
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        assert any(re.search(DRAWS, "".join(cell["source"])) for cell in cells), stem


@pytest.mark.browser
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_picture_is_seen_in_the_first_screen_and_leads_to_the_figure(site, window, viewport):
    page = window((site / "en" / "gallery" / "index.html").as_uri(), viewport)
    for stem in PICTURED:
        page.goto((site / "en" / "gallery" / f"{stem}.html").as_uri())
        assert_reached(page.locator(".prelude img"), stem)
        shown = page.locator(".prelude img").evaluate("image => [image.naturalWidth, image.width, image.height]")
        assert shown[0] > 0 and min(shown[1:]) >= 60, f"{stem}: {shown}"
    page.locator(".prelude img").click()
    page.wait_for_function(
        "figure => 0 < document.querySelector(figure).getBoundingClientRect().y "
        "&& document.querySelector(figure).getBoundingClientRect().y < innerHeight",
        arg=FIGURE,
    )


@pytest.mark.browser
def test_folded_code_opens_and_can_be_copied(site, window):
    page = window((site / "en" / "gallery" / "broadcasting.html").as_uri())
    details = page.locator("details.drawing").first
    assert not details.locator("pre").is_visible()
    details.locator("summary").click()
    details.locator("pre").scroll_into_view_if_needed()
    assert "explain(torch.add, x, y)" in details.inner_text()
    details.locator(".highlight").hover()
    assert_reached(details.locator("button.copybtn"), "the copy button")


@pytest.mark.browser
@pytest.mark.parametrize("scheme, light", [("light", True), ("dark", False)])
@pytest.mark.parametrize("stem", ["products", "a_line_animated"])
def test_a_figure_has_the_ground_of_the_page(site, window, scheme, light, stem):
    page = window((site / "en" / "gallery" / f"{stem}.html").as_uri(), color_scheme=scheme)
    for image in page.locator("img.sphx-glr-single-img").all():
        image.scroll_into_view_if_needed()
        box = image.bounding_box()
        clip = {"x": max(box["x"] - 6, 0), "y": box["y"] + 12, "width": 12, "height": 4}
        pixels = Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("L")
        outside, inside = pixels.getpixel((1, 1)), pixels.getpixel((10, 1))
        assert abs(outside - inside) <= 4 and (inside > 200) is light, f"{scheme}: {outside} beside {inside}"


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_thumbnails_and_titles_fit_their_cards(site, window, language):
    for viewport in (WIDE, NARROW):
        page = window((site / language / "gallery" / "index.html").as_uri(), viewport)
        cards = page.locator(".sphx-glr-thumbcontainer")
        assert cards.count() == len(STEMS)
        over = page.eval_on_selector_all(
            ".sphx-glr-thumbcontainer",
            """cards => cards.filter(card => [...card.querySelectorAll("img, .sphx-glr-thumbnail-title")]
                .some(one => one.scrollWidth > one.clientWidth + 1
                    || one.getBoundingClientRect().right > card.getBoundingClientRect().right
                    || one.getBoundingClientRect().bottom > card.getBoundingClientRect().bottom))
                .map(card => card.innerText)""",
        )
        assert not over


def test_a_page_is_read_again_when_other_operations_lead_to_it():
    """Its anchors for them are made as it is read."""
    app = SimpleNamespace(torchref={"lines": {"gallery/indexing": {"take": 3}, "gallery/dtypes": {"to": 1}}})
    env = SimpleNamespace(found_docs={"gallery/indexing", "gallery/dtypes", "take"})
    assert led_to_otherwise(app, env, set(), set(), set()) == ["gallery/dtypes", "gallery/indexing"]
    assert led_to_otherwise(app, env, set(), set(), set()) == []
    app.torchref = {"lines": {"gallery/indexing": {"take": 3, "argwhere": 5}, "gallery/dtypes": {"to": 1}}}
    assert led_to_otherwise(app, env, set(), set(), set()) == ["gallery/indexing"]
    app.torchref = {"lines": {"gallery/indexing": {"take": 3, "argwhere": 5}}}
    assert led_to_otherwise(app, env, set(), set(), set()) == ["gallery/dtypes"]
