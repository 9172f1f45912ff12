"""Layouts of the magazine that nobody has thought of: each is composed from independent choices by a seed."""
