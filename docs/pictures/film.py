"""Animations on gallery pages: a sheet of all frames, which the page's own script plays; nothing comes from elsewhere.

matplotlib's own player loads icons from another host and has English buttons, so it is not used.
"""

import io
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.animation import AbstractMovieWriter, Animation
from PIL import Image

COLUMNS = 5
SHARPNESS = 1.5
"""Pixels of a frame for one of its figure."""
PICTURE = """
.. image:: /{}
   :alt: film
   :class: sphx-glr-single-img film film-{}-{}-{}

"""


class Frames(AbstractMovieWriter):
    """Collects the frames of an animation as images."""

    def setup(self, fig: Any, outfile: Any, dpi: float | None = None) -> None:
        super().setup(fig, outfile, dpi)
        self.images: list[Image.Image] = []

    def grab_frame(self, **savefig: Any) -> None:
        drawn = io.BytesIO()
        self.fig.savefig(drawn, format="png", dpi=self.dpi, **savefig)
        self.images.append(Image.open(drawn).convert("RGB"))

    def finish(self) -> None:
        pass


def films(block: Any, block_vars: dict[str, Any], gallery_conf: dict[str, Any]) -> str:
    """Sphinx-Gallery scraper: each animation that a block left open becomes a picture of the class ``film``."""
    made = ""
    for animation in list(block_vars["example_globals"].values()):
        if not (isinstance(animation, Animation) and plt.fignum_exists(animation._fig.number)):
            continue
        path = next(block_vars["image_path_iterator"])
        writer = Frames()
        animation.save(path, writer=writer, dpi=SHARPNESS * animation._fig.dpi)
        _sheet(writer.images).save(path, optimize=True)
        plt.close(animation._fig)
        place = Path(path).relative_to(gallery_conf["src_dir"]).as_posix()
        made += PICTURE.format(place, COLUMNS, len(writer.images), animation.event_source.interval)
    return made


def _sheet(frames: list[Image.Image]) -> Image.Image:
    width, height = frames[0].size
    sheet = Image.new("RGB", (COLUMNS * width, -(-len(frames) // COLUMNS) * height), "white")
    for place, frame in enumerate(frames):
        sheet.paste(frame, (place % COLUMNS * width, place // COLUMNS * height))
    return sheet.quantize(64, dither=Image.Dither.NONE)
