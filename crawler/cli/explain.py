"""`backissue explain`: why a page was read as it was."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crawler import sites
from crawler.cli.rebuild import collection_profile
from crawler.options import DEFAULT_PROFILE
from output.dates import rfc3339
from output.errors import UsageError
from output.inputs import open_inputs
from pipelines.addresses import canonical
from pipelines.archive.gather import read_archive, survey_archive
from pipelines.archive.model_file import FILENAME as MODEL_FILE
from pipelines.archive.settling import settle_page
from pipelines.archive.shelf import Shelf
from pipelines.explain import explain_blocks

if TYPE_CHECKING:
    from output.errors import BackissueError
    from pipelines.archive.choice import Page, Quarantined
    from pipelines.archive.survey import Survey
    from pipelines.profile import Profile
    from pipelines.settled import Settled

_SHOWN = 70


@click.command()
@click.argument("page", metavar="URL|FILE")
@click.option(
    "--collection",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="The collection that holds URL.",
)
@click.option(
    "--profile", help="A magazine's profile, or a TOML file with one; the collection's own if not given."
)
@click.option("--url", help="The address of a saved page.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a table.")
def explain(
    *, page: str, collection: Path | None, profile: str | None, url: str | None, as_json: bool
) -> int:
    """Print every block of a page with its label and why it has it.

    URL is read from a collection, with what its other pages say of it; FILE is a saved page or a text dump, alone.
    """
    if collection is None and not Path(page).is_file():
        raise UsageError("no such file; an address needs --collection", where=page)
    loaded = sites.load(profile or (collection_profile(collection) if collection else DEFAULT_PROFILE))
    found = _read(page, collection, loaded, url)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
    else:
        _print(found)
    return 0


def _read(page: str, collection: Path | None, profile: Profile, url: str | None) -> dict[str, Any]:
    """Return what there is to say of the page, settled with all that its archive says."""

    def tell(error: BackissueError) -> None:
        click.echo(f"backissue: {error}", err=True)

    inputs = open_inputs([collection or Path(page)], url=url, on_error=tell)
    with Shelf() as shelf, closing(read_archive(inputs, profile, shelf)) as archive:
        model_file = collection / MODEL_FILE if collection is not None else None
        survey = survey_archive(archive, shelf, profile, model_file=model_file, write=False)
        key = canonical(page) if collection is not None else next(iter(archive.pages.chosen), "")
        key = survey.aliases.get(key, key)
        if key not in archive.pages.chosen:
            raise UsageError("no page to explain", where=page, expected="a page of the archive with text")
        chosen = settle_page(key, archive, survey, profile, shelf)
        aside = chosen.quarantined or archive.quarantined.get(key)
        return _capture(chosen.page, aside) | _as_json(chosen.settled, survey)


def _capture(page: Page, aside: Quarantined | None) -> dict[str, Any]:
    """Return which capture is explained, and which newer one does not count."""
    capture = page.fetch.capture
    return {
        "url": capture.target_uri,
        "capture": {
            "date": rfc3339(capture.date),
            "filename": capture.filename,
            "offset": capture.offset,
        },
        "set_aside": None if aside is None else aside.as_json(),
    }


def _as_json(settled: Settled, survey: Survey) -> dict[str, Any]:
    article = settled.article
    key = canonical(settled.parsed.document.url)
    promise = survey.evidence.promises.get(key)
    return {
        "charset": {
            "used": settled.parsed.charset_used,
            "header": settled.parsed.charset_header,
            "meta": settled.parsed.charset_meta,
        },
        "head_titles": list(settled.parsed.document.titles),
        "promised": None if promise is None else {"title": promise.title, "authors": list(promise.authors)},
        "article": None
        if article is None
        else {
            "kind": article.kind,
            "title": article.title.text,
            "title_votes": list(article.title.votes),
            "authors": list(article.byline.authors),
            "byline_reason": article.byline.reason,
            "issue": None if article.issue is None else article.issue.id,
            "position": survey.positions.get(key, (None, None))[1],
        },
        "says_it_is_none": settled.lost,
        "conflicts": [asdict(conflict) for conflict in settled.conflicts],
        "notes": list(settled.parsed.document.notes),
        "pages_counted": survey.evidence.model.pages,
        "blocks": [asdict(block) for block in explain_blocks(settled)],
    }


def _print(found: dict[str, Any]) -> None:
    click.echo(found["url"])
    capture = found["capture"]
    place = "" if capture["offset"] is None else f" at byte {capture['offset']}"
    click.echo(f"captured: {capture['date']}, {capture['filename']}{place}")
    if (aside := found["set_aside"]) is not None:
        click.echo(f"a newer capture, {aside['date']}, does not count: {aside['reason']}")
    charset = found["charset"]
    click.echo(f"encoding: {charset['used']} (header: {charset['header']}, page: {charset['meta']})")
    for title in found["head_titles"]:
        click.echo(f"head: {title}")
    if found["promised"]:
        click.echo(f"contents: {found['promised']['title']} | {', '.join(found['promised']['authors'])}")
    article = found["article"]
    if article is None:
        click.echo("no article" + (": the page says that it is none" if found["says_it_is_none"] else ""))
    else:
        click.echo(f"title: {article['title']} ({'; '.join(article['title_votes'])})")
        click.echo(f"authors: {', '.join(article['authors']) or 'none'} ({article['byline_reason']})")
        click.echo(f"issue: {article['issue']}, place {article['position']}")
    for conflict in found["conflicts"]:
        click.echo(
            f"conflict: {conflict['field']}: page {conflict['page']} | contents {conflict['contents']}"
        )
    for note in found["notes"]:
        click.echo(f"note: {note}")
    click.echo(f"repeated text learned from {found['pages_counted']} pages")
    click.echo("block  weight     sum  label        text | why")
    for block in found["blocks"]:
        weight = "" if block["weight"] is None else f"{block['weight']:.1f}"
        total = "" if block["total"] is None else f"{block['total']:.1f}"
        text = " ".join(block["text"].split())
        short = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
        click.echo(
            f"{block['order']:>5} {weight:>7} {total:>7}  {block['label']:<12} {short} | {block['why']}"
        )
