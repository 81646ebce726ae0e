"""Settings: to be written."""

__all__ = []
