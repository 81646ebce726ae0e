"""Exponentials: to be written."""

__all__ = []
