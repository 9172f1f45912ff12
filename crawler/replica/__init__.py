"""A magazine of our own making, on loopback, served by a server that can misbehave on request."""
