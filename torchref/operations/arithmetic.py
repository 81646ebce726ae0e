"""Arithmetic: to be written."""

__all__ = []
