"""Draw the graph of a function with the points of an example, and the histogram of random numbers."""

from typing import Any

from torchref.pictures.captions import written
from torchref.pictures.grids import Drawn, arrange, inside, label, px

PLOT = (300, 120)
LEFT = 40.0


def curve(picture: dict[str, Any], lit: int) -> Drawn:
    """Draw what was given and what came out, and below them the graph with their points."""
    plain = {**picture, "kind": "move", "from": [[] for _ in picture["from"]]}
    grids, _ways, width, height = arrange(plain)
    drawn = inside({**picture, "kind": "move"}, grids, [], lit)
    top = height + 14
    wide, tall = PLOT
    low, high, bottom, up = picture["box"]

    def point(x: float, y: float) -> tuple[float, float]:
        return LEFT + (x - low) / (high - low) * wide, top + (up - y) / (up - bottom) * tall

    drawn += f'<rect class="frame" x="{px(LEFT)}" y="{px(top)}" width="{wide}" height="{tall}"/>'
    zero_x, zero_y = point(0, 0)
    if low < 0 < high:
        drawn += f'<path class="axis" d="M{px(zero_x)} {px(top)}v{tall}"/>'
    if bottom < 0 < up:
        drawn += f'<path class="axis" d="M{px(LEFT)} {px(zero_y)}h{wide}"/>'
    lines = (" ".join(f"{px(x)} {px(y)}" for x, y in (point(*one) for one in line)) for line in picture["lines"])
    drawn += f'<path class="line" d="{"".join(f"M{line}" for line in lines)}"/>'
    for k, one in enumerate(picture["points"]):
        if one is not None:
            x, y = point(*one)
            hot = " hot" if k == lit else ""
            drawn += f'<circle class="point{hot}" data-to="{k}" cx="{px(x)}" cy="{px(y)}" r="4"/>'
    return max(width, LEFT + wide + 2), top + tall + 18, drawn + _ticks(picture["box"], top)


def histogram(picture: dict[str, Any], lit: int) -> Drawn:
    """Draw a bar for each bin; where a bin is one number, it stands below it."""
    bins, (low, high) = picture["bins"], picture["box"]
    wide, tall = PLOT
    top, most = 20.0, max(bins)
    each = wide / len(bins)
    drawn = label(LEFT, 12, f"result {written(picture['shape'])}")
    for k, count in enumerate(bins):
        hot = " hot" if k == lit else ""
        high_as = tall * count / most
        drawn += (
            f'<rect class="bar{hot}" data-to="{k}" x="{px(LEFT + k * each)}" y="{px(top + tall - high_as)}" '
            f'width="{px(max(each - 1, 1))}" height="{px(high_as)}"/>'
        )
    drawn += f'<path class="axis" d="M{px(LEFT)} {px(top + tall)}h{wide}"/>'
    if picture["whole"]:
        for k in range(len(bins)):
            drawn += label(LEFT + (k + 0.5) * each, top + tall + 14, f"{low + 0.5 + k:.0f}", "small", "middle")
        drawn += label(LEFT - 4, top + 9, str(most), "small", "end")
    else:
        drawn += _ticks([low, high, 0, most], top)
    return LEFT + wide + 2, top + tall + 18, drawn


def _ticks(box: list[float], top: float) -> str:
    low, high, bottom, up = map(_tick, box)
    wide, tall = PLOT
    return "".join(
        [
            label(LEFT, top + tall + 14, low, "small"),
            label(LEFT + wide, top + tall + 14, high, "small", "end"),
            label(LEFT - 4, top + tall, bottom, "small", "end"),
            label(LEFT - 4, top + 9, up, "small", "end"),
        ]
    )


def _tick(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.3g}" if abs(value) >= 1 else f"{value:.2g}"
