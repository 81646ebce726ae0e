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


@pytest.mark.parametrize("name", [name for name, one in RECORD.items() if "grids" in one])
def test_an_arrow_starts_and_ends_at_the_borders_of_its_cells_and_crosses_no_value(name):
    _, svg = drawing(name)
    boxes = [(key, *box) for key, box in borders(svg)]
    for arrow in (path for path in svg.iter("path") if "arrow" in (path.get("class") or "").split()):
        number = int(arrow.get("data-to"))
        own = {captions.results(RECORD[name])[number], *map(tuple, RECORD[name]["from"][number])}
        for piece in arrow.get("d").split("M")[1:]:
            x, y, edge, curve, tip = re.match(r"(\S+) (\S+)V([^C]+)C(.*)V([^m]+)", piece).groups()
            x, y, edge, last, tip = float(x), float(y), float(edge), float(curve.split()[-2]), float(tip)
            for at, (px, py) in (("start", (x, y)), ("end", (last, tip))):
                touched = {key for key, *box in boxes if touches(box, px, py)}
                assert touched & own, f"{number}: the {at} touches {touched}, not one of {own}"
            for px, one, other in ((x, y, edge), (last, tip, float(curve.split()[-1]))):
                inside = [key for key, left, top, right, bottom in boxes if left + 4 < px < right - 4 and
                          max(top, min(one, other)) + 1 < min(bottom, max(one, other))]  # fmt: skip
                assert not inside, f"{number}: an arrow crosses {inside}"


def borders(svg):
    """``(cell, (left, top, right, bottom))`` of every cell of a drawing."""
    for cell in svg.iter("g"):
        if cell.get("data-cell"):
            x0, y0 = map(
                float, re.search(r"translate\(([\d.]+) ([\d.]+)\)", cell.getparent().get("transform")).groups()
            )
            x, y, width, height = (float(cell.find("rect").get(one)) for one in ("x", "y", "width", "height"))
            yield tuple(map(int, cell.get("data-cell").split("."))), (x0 + x, y0 + y, x0 + x + width, y0 + y + height)


def touches(box, x, y):
    left, top, right, bottom = box
    return left - 1 <= x <= right + 1 and min(abs(y - top), abs(y - bottom)) <= 1


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
