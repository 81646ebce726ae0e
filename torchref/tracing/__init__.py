"""What a call of yours did: its tensors before and after, in words and drawn (needs torch)."""
