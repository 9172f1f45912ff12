"""Goes and fetches: spiders, site profiles, sources, and the command line."""
