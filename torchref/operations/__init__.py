"""The content: one module a topic, one plain function an operation.

The docstring of a function shows the operation in PyTorch; its body says the same in NumPy.
"""

TOPICS = (
    "creation",
    "interop",
    "dtypes",
    "devices",
    "memory",
    "shape",
    "indexing",
    "joining",
    "arithmetic",
    "rounding",
    "exponentials",
    "trigonometry",
    "comparison",
    "bitwise",
    "reduction",
    "scans",
    "sorting",
    "matrices",
    "linalg",
    "sampling",
    "autograd",
    "training",
    "saving",
    "settings",
)
