"""Inputs for torchref/operations/trigonometry.py: one array each, which the parameter names give."""
