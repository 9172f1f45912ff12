"""From a page's bytes to its blocks of text, as a reader sees them."""
