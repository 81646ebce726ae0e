"""One drawing of each kind as Chromium paints it: ``python -m tests.pictures.drawings`` keeps what it paints now.

Fonts differ between machines, so each text is painted as a bar as long as its letters; what the texts say is for
test_figure.py to compare.
"""

import functools
import io
import re
import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

from docs.pictures import chromium
from torchref.content import catalog, translation
from torchref.pictures.figure import STYLE, figure

FOLDER = Path(__file__).parent / "drawn"
RECORD = {name: one for name, one in catalog.read_pictures().items() if "kind" in one}
NAMES = (
    "transpose", "permute", "matmul", "flip", "exp", "add", "eye", "gather", "topk", "randn", "cat", "setitem",
    "backward",
)  # fmt: skip
"""Of each kind of drawing at least one; of those by way of the storage, one with the result below it as well."""
LIGHT = {"color-background-primary": "#fff", "color-foreground-secondary": "#5a5c63", "color-brand-content": "#2757dd"}
BARS = """() => document.querySelectorAll("svg text").forEach((text) => {
    const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const small = text.classList.contains("small");
    const [wide, high] = [text.textContent.length * (small ? 6 : 7), small ? 7 : 9];
    const { textAnchor, fill, fontWeight } = getComputedStyle(text);
    const left = { start: 0, middle: wide / 2, end: wide }[textAnchor];
    bar.setAttribute("x", text.getAttribute("x") - left);
    bar.setAttribute("y", text.getAttribute("y") - high);
    bar.setAttribute("width", wide);
    bar.setAttribute("height", high + (fontWeight > 600 ? 2 : 0));
    bar.style.cssText = `fill: ${fill}; stroke: none`;
    text.replaceWith(bar);
})"""
NEAR = 16
"""By how much a color may differ, of 255: cells of other kinds differ by more, edges smoothed otherwise by less."""
STRAYS = 24
"""How many pixels may differ by more."""


def opened(browser, name):
    """Open a page with nothing but a drawing, its texts as bars."""
    svg = re.search("<svg.*</svg>", figure(RECORD[name], "", translation.load("en")), re.DOTALL)[0]
    colors = "".join(f"--{key}: {value};" for key, value in LIGHT.items())
    page = browser.new_page(viewport={"width": 400, "height": 400}, color_scheme="light", device_scale_factor=1)
    page.set_content(
        f"<style>{STYLE.read_text(encoding='utf-8')} :root {{ {colors} }} body {{ margin: 12px; }}</style>"
        f'<article><figure class="picture {RECORD[name]["kind"]}" style="margin: 0">{svg}</figure></article>'
    )
    page.evaluate(BARS)
    return page


def painted(page):
    """Return what is seen of a drawing, and a margin."""
    width, height = (float(page.get_attribute("svg", side)) for side in ("width", "height"))
    clip = {"x": 0, "y": 0, "width": round(width) + 24, "height": round(height) + 24}
    return Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")


def strays(one, other):
    """Count the pixels in which two pictures differ, once both are blurred a little."""
    if one.size != other.size:
        return max(one.width * one.height, other.width * other.height)
    apart = ImageChops.difference(*(picture.filter(ImageFilter.BoxBlur(2)) for picture in (one, other)))
    most = functools.reduce(ImageChops.lighter, apart.split())
    return sum(most.histogram()[NEAR + 1 :])


def main():
    with chromium.launched() as browser:
        for name in NAMES:
            path = FOLDER / f"{name}.png"
            page = opened(browser, name)
            now = painted(page)
            page.close()
            same = path.exists() and not strays(Image.open(path).convert("RGB"), now)
            if not same:
                now.save(path, optimize=True)
            print(f"{name}: {'as it was' if same else 'retaken'}, {path.stat().st_size / 1000:.1f} kB")


if __name__ == "__main__":
    sys.exit(main())
