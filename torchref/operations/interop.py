"""Interop: to be written."""

__all__ = []
