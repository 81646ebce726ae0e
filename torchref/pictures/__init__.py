"""Pictures of operations: which cell of the arguments each cell of a result came from, found by running."""
