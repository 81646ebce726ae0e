"""The sentences that no check can run on this machine, and why; each says of itself *(not run here)*."""

NOT_RUN: dict[str, str] = {}
"""Sentence, to the letter -> why it cannot be run here."""
