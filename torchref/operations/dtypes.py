"""Dtypes: to be written."""

__all__ = []
