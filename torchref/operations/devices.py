"""Devices: to be written."""

__all__ = []
