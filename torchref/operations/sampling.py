"""Sampling: to be written."""

__all__ = []
