"""A collection as one file: the WACZ (1.1.1) package, what goes into it, how it is written and checked."""
