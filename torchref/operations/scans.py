"""Scans: to be written."""

__all__ = []
