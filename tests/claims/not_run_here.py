"""The sentences that no check can run on this machine, and why; each says of itself *(not run here)*."""

NOT_RUN = {
    'On an x86 CPU, dividing the lowest value of int32 or int64 by -1 with ``rounding_mode="trunc"`` kills the Python '
    "process with the signal ``SIGFPE`` (not run here).": "the process that ran it would be gone",
    "On a GPU the message is ``device-side assert triggered`` (not run here).": "it needs a GPU",
}
"""Sentence, to the letter -> why it cannot be run here."""
