"""The content: one module a topic, one plain function an operation.

The docstring of a function shows the operation in PyTorch; its body says the same in NumPy. A module whose operations
are not in ``torch`` itself says where they are (``SPACE = "nn.Module"``), and which of them have names in other spaces
too (``ELSEWHERE = {"linalg.inv": inverse}``), and what else of torch's a page explains, which takes or returns something
else (``RELATED = {"linalg.svdvals": svd}``). ``parameters.py`` is no topic: it explains once what many operations take.
"""

TOPICS = (
    "creation",
    "interop",
    "dtypes",
    "devices",
    "memory",
    "shape",
    "indexing",
    "scattering",
    "joining",
    "arithmetic",
    "powers",
    "rounding",
    "floats",
    "exponentials",
    "activations",
    "trigonometry",
    "complex_numbers",
    "comparison",
    "bitwise",
    "missing",
    "reduction",
    "statistics",
    "scans",
    "sorting",
    "binning",
    "matrices",
    "linalg",
    "norms",
    "solving",
    "decompositions",
    "fourier",
    "windows",
    "sampling",
    "autograd",
    "autograd_functions",
    "functional",
    "layers",
    "module_methods",
    "optimizers",
    "optimizer_methods",
    "data",
    "saving",
    "settings",
)
