"""The article of a page: its title, who wrote it, and its text, found by what is left between the furniture."""
