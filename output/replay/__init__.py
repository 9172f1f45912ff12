"""An archive shown in a browser: ReplayWeb.page and what it is to read, served on loopback."""
