"""Tickers with arrows, with a heading, in place of a script."""

from __future__ import annotations

import pytest

from tests.pipelines.reading import MORE, PROSE, pieces, settled

TITLE = "Grain on the Northern Line"
ARTICLE = f"<h1>{TITLE}</h1><p>{PROSE}</p><p>{MORE}</p>"


_RATES = [("USD", 443.16, -0.13)]
_RATE = "<td>USD/KZT</td><td>443.16</td>"


@pytest.mark.parametrize(
    "ticker",
    [
        f"<table><tr>{_RATE}<td><img src=d.gif alt=down></td><td>0.13</td></tr></table>",
        f"<table><tr>{_RATE}<td><img src=d.gif alt='▼'></td><td>-0.13</td></tr></table>",
        f"<table><tr><th>Currency</th><th>Rate</th><th>Change</th></tr><tr>{_RATE}<td>-0.13</td></tr></table>",
        f"<table><tr><td colspan=3>Rates of 3 March</td></tr><tr>{_RATE}<td>-0.13</td></tr></table>",
        "<p>USD/KZT 443.16 ▼ -0.13</p>",
        "<script>write()</script><noscript>USD/KZT 443.16 -0.13</noscript>",
        "<marquee>USD/KZT 443.16 -0.13</marquee><b>Grain</b>",
    ],
)
def test_a_ticker_is_read_with_its_arrows_and_its_heading(ticker: str) -> None:
    """An arrow may be a picture, and says which way a bare number goes; a heading over the columns is its own."""
    found = pieces(ticker + ARTICLE, "ticker")
    assert [(r.base, r.rate, r.change) for piece in found for r in piece.rates] == _RATES
    free = settled(f"<html><body>{ticker}{ARTICLE}</body></html>").unplaced
    assert {"Currency", "Rate", "Change", "0.13"}.isdisjoint(block.text for block in free)


def test_a_table_of_rates_under_a_sentence_is_the_article_s() -> None:
    """A heading over the pairs makes no ticker of a table that the text speaks of."""
    rows = f"<tr>{_RATE}</tr><tr><td>EUR/KZT</td><td>480.39</td></tr>"
    table = f"<table><tr><th>Pair</th><th>Rate</th></tr>{rows}</table>"
    assert pieces(f"<h1>{TITLE}</h1><p>{PROSE}</p>{table}<h3>Wagons</h3><p>{MORE}</p>", "ticker") == []
