"""Content codings undone with the archive's own reader, so that a crawl and a rebuild see the same body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.responsetypes import responsetypes

from output.http import decode_content

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.http import Response

ACCEPT_ENCODING = b"gzip, deflate"
"""Codings that every reader of WARC files can undo (docs/decisions/0003-accept-encoding.md)."""

UNDECODED = "backissue-undecoded"
"""The flag of a Response whose body could not be decoded to its end."""


class WireCompressionMiddleware(HttpCompressionMiddleware):
    """Scrapy's middleware with two things done differently.

    Damaged streams give what stands before the damage, where Scrapy raises and the page is lost.
    And the decoded Response is made directly: `Response.replace()` of Scrapy 2.19 first reads the old one's
    `encoding`, which guesses a charset from the compressed bytes of every page that declares none, at 2 ms
    a page. That may go when `replace()` no longer does it.
    """

    def process_request(self, request: Request, spider: Spider | None = None) -> None:  # noqa: ARG002 - Scrapy's
        """Ask for codings that can be undone, whatever the request asked for."""
        request.headers["Accept-Encoding"] = ACCEPT_ENCODING

    def process_response(
        self,
        request: Request,
        response: Response,
        spider: Spider | None = None,  # noqa: ARG002 - Scrapy's
    ) -> Response:
        """Return `response` with its content codings undone, as far as they can be."""
        codings = response.headers.getlist("Content-Encoding")
        if request.method == "HEAD" or not codings:
            return response
        body, problem = decode_content([(b"content-encoding", coding) for coding in codings], response.body)
        headers = response.headers.copy()
        del headers["Content-Encoding"]
        flags = [*response.flags, UNDECODED] if problem else response.flags
        changed = {"headers": headers, "body": body, "flags": flags}
        kept = {name: getattr(response, name) for name in response.attributes if name != "encoding"}
        made: type[Response] = responsetypes.from_args(headers=headers, url=response.url, body=body)
        return made(**{**kept, **changed})
