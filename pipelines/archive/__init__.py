"""A whole archive: every page read once, settled with what the others say, written as lines."""
