"""Comparison: to be written."""

__all__ = []
