"""What Sphinx needs to make pages of it: its settings, our extension, the theme's templates, style and script."""
