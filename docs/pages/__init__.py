"""What the pages are made of: templates, what fills them, the data of the search."""
