"""The template, the style and the scripts of a page."""
