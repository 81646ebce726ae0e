"""Which pages there are beside those of the operations, and what the topics are for."""

TILES = {
    "start": "Getting started",
    "operations": "All operations",
    "cheat-sheet": "Cheat sheet",
    "numpy-sheet": "Cheat sheet NumPy → PyTorch",
    "errors": "Errors",
    "gallery/index": "Gallery",
    "numpy-to-torch": "NumPy ↔ PyTorch",
    "playground": "Playground",
    "common-parameters": "Common parameters",
    "checked": "How it is tested",
}
"""The pages that are no operation's -> their titles."""
PRINTABLE = "All operations, printable"
AREAS = {
    "operations": "Operations",
    "cheat-sheet": "Cheat sheet",
    "errors": "Errors",
    "gallery/index": "Gallery",
    "numpy-to-torch": "NumPy",
    "playground": "Playground",
}
"""The pages that the header of every page leads to -> how they are called there."""
GROUPS = {
    "Create and convert": "creation interop dtypes devices sampling",
    "Inspect, reshape and index": "memory shape indexing scattering joining",
    "Compute": "arithmetic powers rounding floats exponentials activations trigonometry complex_numbers comparison "
    "bitwise missing reduction statistics scans sorting binning matrices linalg norms solving decompositions fourier "
    "windows",
    "Train": "autograd autograd_functions functional layers module_methods optimizers optimizer_methods data saving "
    "settings",
}
"""What the topics are for -> the topics."""
SINGLE_PAGES = ("index", "search", "printable", *(page for page in TILES if "/" not in page))
FORMER = {
    "autograd_grad": "autograd.grad",
    "module_to": "nn.Module.to",
    "topics/training": "topics/layers",
}
"""Addresses that pages once had, where no name of an operation leads -> the page that has the content now."""
