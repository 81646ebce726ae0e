"""Inputs for torchref/operations/devices.py: ``x`` alone, for which any array will do."""
