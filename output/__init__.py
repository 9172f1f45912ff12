"""Keeps: WARC records, their index, JSON Lines, and the proof that they belong together."""
