"""Inputs for torchref/operations/autograd.py: those the names of the parameters give."""
