"""A drawing of each kind looks as it did when it was last looked at (``python -m tests.pictures.drawings``)."""

import pytest
from PIL import Image

from tests.pictures import drawings

pytestmark = pytest.mark.browser


@pytest.fixture
def drawn(browser):
    """``drawn(name, change)`` paints a drawing that a script changed, and counts the pixels unlike what is kept."""
    pages = []

    def differs(name, change=None):
        pages.append(drawings.opened(browser, name))
        if change:
            pages[-1].evaluate(change)
        kept = Image.open(drawings.FOLDER / f"{name}.png").convert("RGB")
        return drawings.strays(drawings.painted(pages[-1]), kept)

    yield differs
    for page in pages:
        page.close()


@pytest.mark.parametrize("name", drawings.NAMES)
def test_it_looks_as_it_did(drawn, name):
    assert drawn(name) <= drawings.STRAYS


def test_every_kind_is_kept_and_small():
    kinds = {one["kind"] for one in drawings.RECORD.values()}
    assert {drawings.RECORD[name]["kind"] for name in drawings.NAMES} == kinds
    assert {path.stem for path in drawings.FOLDER.iterdir()} == set(drawings.NAMES)
    assert all(path.stat().st_size < 15_000 for path in drawings.FOLDER.iterdir())


BROKEN = {
    "an arrow elsewhere": "arrow => arrow.setAttribute('transform', 'translate(0 3)')",
    "an arrow turned over": "arrow => { arrow.style.cssText = 'transform-box: fill-box; transform: scale(-1, 1)'; }",
    "no arrow": "arrow => arrow.remove()",
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("name", ["transpose", "gather", "cat", "backward"])
def test_an_arrow_that_moved_is_noticed(drawn, name, change):
    assert drawn(name, f"() => ({change})(document.querySelector('.arrow.hot'))") > drawings.STRAYS


@pytest.mark.parametrize(
    "change",
    [
        "cell => cell.classList.remove('hot')",
        "cell => cell.classList.replace('hot', 'rival')",
        "cell => { cell.querySelector('rect').style.fill = 'var(--index)'; }",
        "cell => { cell.querySelector('rect + rect').remove(); }",
        "cell => cell.remove()",
    ],
)
@pytest.mark.parametrize("name", ["transpose", "matmul", "cat", "topk", "setitem"])
def test_a_cell_that_is_wrong_is_noticed(drawn, name, change):
    changed = f"() => {{ const cell = document.querySelector('.cell.hot'); ({change})(cell); }}"
    assert drawn(name, changed) > drawings.STRAYS


def test_the_curve_and_the_bars_are_noticed(drawn):
    assert drawn("exp", "() => document.querySelector('.line').setAttribute('transform', 'translate(0 3)')") > 100
    assert drawn("randn", "() => document.querySelectorAll('.bar')[10].setAttribute('height', 4)") > drawings.STRAYS


def test_smoother_edges_are_not_noticed(drawn):
    """As another Chromium may paint them: by a fifth of a pixel elsewhere."""
    for name in drawings.NAMES:
        assert (
            drawn(name, "() => { document.querySelector('svg').style.translate = '0.2px 0.1px'; }") <= drawings.STRAYS
        )
