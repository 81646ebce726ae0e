"""How an entry is found: by a name, a question, or an error message."""
