"""The frames of an animation as images."""

import io
from typing import Any

from matplotlib.animation import AbstractMovieWriter
from PIL import Image


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
