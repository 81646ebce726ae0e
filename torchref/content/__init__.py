"""How the content is read: the entries, what was observed of them, their translations, their text."""
