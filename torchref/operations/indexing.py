"""Indexing: to be written."""

__all__ = []
