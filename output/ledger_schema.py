"""The tables of ledger.sqlite, as the scripts that made them, oldest first; a new one is added at the end.

Nothing here is kept nowhere else: payloads, urls and files are made again from the WARC files, the rest by crawling
on. Dates are RFC 3339 in UTC.
"""

from __future__ import annotations

_SEEN = """
-- Response records (2xx, whole, not empty): what revisits may refer to.
CREATE TABLE payloads (
    record_id TEXT PRIMARY KEY,
    payload_digest TEXT NOT NULL, target_uri TEXT NOT NULL, date TEXT NOT NULL,
    filename TEXT NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL,
    transfer_coded INTEGER NOT NULL -- whether its answer had a Transfer-Encoding
) STRICT, WITHOUT ROWID;
CREATE INDEX payloads_by_digest ON payloads (payload_digest);

-- Each address as it was asked for, and its newest fetch.
CREATE TABLE urls (
    target_uri TEXT PRIMARY KEY,
    urlkey TEXT NOT NULL,           -- SURT, as in the index
    checked TEXT NOT NULL,          -- date of the newest fetch, whatever it brought
    checks INTEGER NOT NULL,        -- fetches so far, failed ones too
    status INTEGER,                 -- of the newest fetch; null when it brought no answer
    record_type TEXT,               -- of the newest fetch: response, revisit, null
    record_id TEXT,
    body_record_id TEXT,            -- the response record with the body of the last 200, in payloads
    etag TEXT,                      -- what the server said of that body last
    last_modified TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX urls_by_urlkey ON urls (urlkey);
CREATE INDEX urls_by_checked ON urls (checked);

-- How many bytes of each WARC file are in these tables.
CREATE TABLE files (filename TEXT PRIMARY KEY, length INTEGER NOT NULL) STRICT, WITHOUT ROWID;
"""

MIGRATIONS = (_SEEN,)
"""`user_version` is how many of them a file has had."""
