"""PyTorch tensor operations, shown by examples that run, said again in NumPy, in English and Chinese."""

__version__ = "0.1.0"
