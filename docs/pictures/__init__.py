"""The pictures: films of the gallery, and those of the READMEs, which are taken in Chromium."""
