"""The sentences that no check can run on this machine, and why; each says of itself *(not run here)*."""

NOT_RUN = {
    'On an x86 CPU, dividing the lowest value of int32 or int64 by -1 with ``rounding_mode="trunc"`` kills the Python '
    "process with the signal ``SIGFPE`` (not run here).": "the process that ran it would be gone",
    "A GPU draws other values from the same seed (not run here), and a later release may do so.": "it takes a GPU",
}
"""Sentence, to the letter -> why it cannot be run here."""
