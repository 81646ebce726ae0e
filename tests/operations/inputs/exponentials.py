"""Inputs for torchref/operations/exponentials.py: those the names of the parameters give."""
