"""The drawings: every text has room, the cells are those of the record, colors are told apart, the page stays light."""

import gzip
import html
import re

import pytest
from lxml import etree

from torchref.content import catalog, translation
from torchref.pictures import captions
from torchref.pictures.figure import STYLE, figure

RECORD = {name: one for name, one in catalog.read_pictures().items() if "kind" in one}
WIDE, SMALL = 7.9, 6.7
"""How wide a letter of 13 and of 11 pixels is, in the widest of the fonts."""


def drawing(name):
    made = figure(RECORD[name], "", translation.load("en"))
    svg = etree.fromstring(re.search("<svg.*</svg>", made)[0])
    return made, svg


def texts(svg):
    """``(text, left, top, right, bottom)`` of every text of a drawing."""
    for text in svg.iter("text"):
        above = "".join(one.get("transform", "") for one in text.iterancestors())
        moved = re.search(r"translate\(([\d.]+) ([\d.]+)\)", above)
        x0, y0 = map(float, moved.groups()) if moved else (0.0, 0.0)
        x, y, words = x0 + float(text.get("x")), y0 + float(text.get("y")), (text.get("class") or "").split()
        letter, high = (SMALL, 9) if "small" in words else (WIDE * 12 / 13, 10) if "label" in words else (WIDE, 10)
        wide = len(text.text) * letter
        anchor = "middle" if "label" not in words else text.get("text-anchor", "start")
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        yield text.text, left, y - high, left + wide, y + 2


@pytest.mark.parametrize("name", RECORD)
def test_no_two_texts_overlap_and_none_is_cut_off(name):
    _, svg = drawing(name)
    width, height = float(svg.get("width")), float(svg.get("height"))
    every = list(texts(svg))
    assert width <= 376
    for number, (text, left, top, right, bottom) in enumerate(every):
        assert left >= -1 and top >= -1 and right <= width + 1 and bottom <= height + 3, f"{text!r} is cut off"
        for other, left2, top2, right2, bottom2 in every[:number]:
            apart = right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top
            assert apart, f"{text!r} lies on {other!r}"


@pytest.mark.parametrize("name", [name for name, one in RECORD.items() if "grids" in one])
def test_cells_are_those_of_the_record(name):
    made, svg = drawing(name)
    found = {}
    for cell in svg.iter("g"):
        if cell.get("data-cell"):
            n, k = map(int, cell.get("data-cell").split("."))
            shown = cell.find("text").text
            assert found.setdefault((n, k), shown) == shown, "a repeated cell has another value"
    assert found == {(n, k): v for n, grid in enumerate(RECORD[name]["grids"]) for k, v in enumerate(grid["values"])}
    rows = re.findall(r'<tr(.*?)><th scope="row">(.*?)</th><td>(.*?)</td></tr>', made)
    assert [(html.unescape(said), html.unescape(source)) for _, said, source in rows] == captions.captions(RECORD[name])
    for (attributes, _, _), sources in zip(rows, RECORD[name]["from"], strict=True):
        assert all(f"{n}.{k}" in attributes for n, k in sources)


@pytest.mark.parametrize("name", [name for name, one in RECORD.items() if "grids" in one])
def test_without_a_script_one_element_and_its_sources_are_lit(name):
    made, svg = drawing(name)
    hot = {cell.get("data-cell") for cell in svg.iter("g") if "hot" in (cell.get("class") or "").split()}
    lit = int(re.search(r'data-lit="(\d+)"', made)[1])
    n, k = captions.results(RECORD[name])[lit]
    by = RECORD[name].get("by", [[]] * (lit + 1))[lit]
    assert hot == {f"{n}.{k}", *(f"{n}.{k}" for n, k in [*RECORD[name]["from"][lit], *by])}
    said, _ = captions.captions(RECORD[name])[lit]
    assert f"<b>{html.escape(said)}</b>" in made


def test_a_picture_weighs_little():
    sizes = {name: len(gzip.compress(drawing(name)[0].encode())) for name in RECORD}
    assert sum(sizes.values()) / len(sizes) < 1_500
    assert max(sizes.values()) < 4_000, max(sizes, key=sizes.get)


def test_colors_are_told_apart_in_both_themes():
    style = STYLE.read_text(encoding="utf-8")
    themes = [dict(re.findall(r"--(\w+): (#\w{6})", block)) for block in re.findall(r"\.picture \{(.*?)\}", style)]
    themes = [theme for theme in themes if "ink" in theme]
    assert len(themes) == 3 and themes[1] == themes[2]
    for theme in themes:
        page = theme["page"]
        for fill in ("input", "index", "result", "storage", "other"):
            assert contrast(theme["ink"], theme[fill]) >= 4.5, fill
            assert contrast(theme["hot"], theme[fill]) >= 3 or contrast(theme["edge"], page) >= 3, fill
        assert contrast(theme["hot"], page) >= 4.5
        assert contrast(theme["edge"], page) >= 3
        assert contrast(theme["quiet"], page) >= 4.5
        assert contrast(theme["line"], theme["ground"]) >= 3


def contrast(one, other):
    light, dark = sorted(map(luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color):
    parts = [int(color[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
