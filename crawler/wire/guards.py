"""The private names this package leans on, checked before the first byte is fetched."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version

from scrapy.exceptions import NotConfigured

PRIVATE_NAMES: tuple[tuple[str, str], ...] = (
    ("scrapy.core.downloader.handlers.http11", "_LenientHTTP11ClientFactory"),
    ("scrapy.core.downloader.handlers.http11", "_LenientHTTP11ClientProtocol.request"),
    ("scrapy.core.downloader.handlers.http11", "_LenientHTTPClientParser.lineReceived"),
    ("twisted.web._newclient", "HEADER"),
    ("twisted.web._newclient", "HTTPClientParser.statusReceived"),
    ("twisted.web._newclient", "HTTPClientParser.headerReceived"),
    ("twisted.web._newclient", "HTTPClientParser.allHeadersReceived"),
    ("twisted.web._newclient", "HTTPClientParser._transferDecoders"),
    ("twisted.web._newclient", "HTTP11ClientProtocol._finishResponse"),
    ("twisted.web._newclient", "HTTP11ClientProtocol._parser"),
    ("twisted.web._newclient", "HTTP11ClientProtocol.state"),
    ("twisted.web.client", "HTTPConnectionPool._factory"),
    ("twisted.web.http", "_DataLoss"),
)
"""Module and dotted name of everything private that is subclassed, called or replaced."""


def check_private_names(names: tuple[tuple[str, str], ...] = PRIVATE_NAMES) -> None:
    """Make sure that `names` exist in the Scrapy and Twisted that are installed.

    Raises scrapy.exceptions.NotConfigured, in one line that names what is missing and where.
    """
    missing = [f"{module}.{name}" for module, name in names if not _exists(module, name)]
    if missing:
        raise NotConfigured(
            f"the wire capture does not fit Scrapy {version('scrapy')} with Twisted {version('twisted')}: "
            f"expected {', '.join(missing)}, found nothing by that name"
        )


def _exists(module: str, name: str) -> bool:
    try:
        found: object = import_module(module)
    except ImportError:
        return False
    for part in name.split("."):
        try:
            found = getattr(found, part)
        except AttributeError:
            return False
    return True
