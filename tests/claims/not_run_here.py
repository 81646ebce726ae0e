"""The sentences that no check can run on this machine, and why; each says of itself *(not run here)*."""

NOT_RUN = {
    "On a GPU it is the default (not run here).": "it needs a GPU",
    "On a GPU the message is ``device-side assert triggered`` (not run here).": "it needs a GPU",
    "A GPU draws other values from the same seed (not run here), and so may a later release.": "it needs a GPU",
    "The GPU may report it at a later line; with the environment variable ``CUDA_LAUNCH_BLOCKING=1`` the traceback "
    "names the line at fault (not run here).": "it needs a GPU",
    "The free memory of the GPU is too small for one more tensor (not run here).": "it needs a GPU",
    "``torch.cuda.get_device_capability()`` returns the compute capability of the GPU, and "
    "``torch.cuda.get_arch_list()`` those of the build (not run here).": "it needs a GPU",
    "Too little free memory is one cause, and a cuDNN of another version than torch was built with is another (not run "
    "here).": "it needs a GPU",
    "Too little free memory is one cause; in the report, a GPU with enough memory was the fix (not run here).": (
        "it needs a GPU"
    ),
}
"""Sentence, to the letter -> why it cannot be run here."""
