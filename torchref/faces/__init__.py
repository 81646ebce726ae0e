"""Where entries are shown: in a terminal, in Python and in notebooks."""
