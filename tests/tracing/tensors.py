"""Tensors that several tests explain."""

import math

import torch


def numbers(*shape):
    """Floats from 0, counted up."""
    return torch.arange(float(math.prod(shape))).reshape(shape)
