"""Trigonometry: to be written."""

__all__ = []
