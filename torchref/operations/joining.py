"""Joining: to be written."""

__all__ = []
