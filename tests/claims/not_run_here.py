"""The sentences that no check can run on this machine, and why; each says of itself *(not run here)*."""

NOT_RUN = {
    "On a GPU it is the default (not run here).": "it needs a GPU",
    "On a GPU the message is ``device-side assert triggered`` (not run here).": "it needs a GPU",
    "A GPU draws other values from the same seed (not run here), and so may a later release.": "it needs a GPU",
}
"""Sentence, to the letter -> why it cannot be run here."""
