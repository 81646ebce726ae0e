"""How inputs are generated: one plain function an operation, in the same modules as the content.

A function takes ``draw`` and returns the arguments for one call as a tuple (or ``(tuple, dict)``): arrays for tensors,
NumPy dtypes for dtypes. An operation without a function here gets its arguments from the names of its parameters
(:data:`tests.operations.generate.PARAMETERS`).
"""
