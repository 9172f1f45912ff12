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

_WALK = """
-- The walk that is under way (output/frontier_store.py): what it was asked, and the crawl's tallies, as JSON.
CREATE TABLE walk (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Each address of the walk, once, under its canonical form.
CREATE TABLE visits (
    number INTEGER PRIMARY KEY,     -- in the order in which they were found
    key TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL, kind TEXT NOT NULL, issue TEXT, via TEXT, hops TEXT NOT NULL,
    open INTEGER NOT NULL,          -- 1 until its record is on disk, its lines are written and its links are here
    priority INTEGER NOT NULL, age TEXT NOT NULL
) STRICT;
CREATE INDEX visits_open ON visits (priority DESC, age, number) WHERE open;

-- Addresses that visits were redirected to.
CREATE TABLE aliases (key TEXT PRIMARY KEY, stands_for TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The entries of each issue's contents, by title and which of that title it is.
CREATE TABLE entries (
    issue TEXT NOT NULL, title TEXT NOT NULL, nth INTEGER NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (issue, title, nth)
) STRICT, WITHOUT ROWID;
-- What pages embed from other hosts, which is never fetched.
CREATE TABLE embedded (url TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE promises (issue TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE gaps (number INTEGER PRIMARY KEY, issue TEXT, value TEXT NOT NULL) STRICT;
CREATE INDEX gaps_by_issue ON gaps (issue);
"""

MIGRATIONS = (_SEEN, _WALK)
"""`user_version` is how many of them a file has had."""
