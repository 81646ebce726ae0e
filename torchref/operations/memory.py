"""Memory: to be written."""

__all__ = []
