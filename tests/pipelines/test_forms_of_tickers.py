"""Tickers with arrows, with a heading, in place of a script."""

from __future__ import annotations

import pytest

from tests.pipelines.reading import MORE, PROSE, pieces, settled

TITLE = "Grain on the Northern Line"
ARTICLE = f"<h1>{TITLE}</h1><p>{PROSE}</p><p>{MORE}</p>"


_RATES = [("USD", 443.16, -0.13)]
_TWO = [("USD", 443.16, -0.13), ("EUR", 480.39, 0.0)]
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


def test_a_table_with_changes_is_a_ticker_right_below_a_text() -> None:
    """No text says what changed since the day before; between its sentences it may."""
    head = "<tr><th>Pair</th><th>Rate</th><th>Change</th></tr>"
    table = f"<table>{head}<tr>{_RATE}<td>-0.13</td></tr></table>"
    (found,) = pieces(f"{ARTICLE}{table}<p><a href='/en/'>Archive</a></p>", "ticker")
    assert found.text.startswith("Pair")
    assert pieces(f"{ARTICLE}{table}<p>{PROSE}</p>", "ticker") == []


@pytest.mark.parametrize(
    "ticker",
    [
        "<p>Exchange rates: USD/KZT 443.16 -0.13, EUR/KZT 480.39 +0.00</p>",
        "<p>USD/KZT 443.16 -0.13 / EUR/KZT = 480.39 (+0.00)</p>",
        "<marquee>USD/KZT 443.16 -0.13 *** EUR/KZT 480.39 +0.00</marquee>",
        "<p><b>USD/KZT</b><i>443.16</i><i>-0.13</i><b>EUR/KZT</b><i>480.39</i><i>+0.00</i></p>",
        (
            "<table><tr><th>USD/KZT</th><th>EUR/KZT</th></tr><tr><td>443.16</td><td>480.39</td></tr>"
            "<tr><td>-0.13</td><td>+0.00</td></tr></table>"
        ),
        "<p>USD/KZT<br>EUR/KZT</p><p>443.16<br>480.39</p><p>-0.13<br>+0.00</p>",
        (
            "<p><img src=u.gif alt='USD/KZT'></p><p>443.16 -0.13</p>"
            "<p><img src=e.gif alt='EUR/KZT'></p><p>480.39 +0.00</p>"
        ),
        (
            "<p><img src=u.gif alt='USD/KZT'> 443.16 <img src=d.gif alt='-0.13'><br>"
            "<img src=e.gif alt='EUR/KZT'> 480.39 <img src=n.gif alt='+0.00'></p>"
        ),
        (
            "<table><tr><td>USD/KZT</td><td>EUR/KZT</td></tr>"
            "<tr><td>443.16 -0.13</td><td>480.39 +0.00</td></tr></table>"
        ),
        (
            "<table><tr><td>Currency</td><td>USD/KZT</td><td>EUR/KZT</td></tr><tr><td>Rate</td><td>443.16</td>"
            "<td>480.39</td></tr><tr><td>Change</td><td>-0.13</td><td>+0.00</td></tr></table>"
        ),
        "<p>Rates of the bank on 14.10.2008 USD/KZT - 443.16 (-0.13); EUR/KZT - 480.39 (0.00)</p>",
    ],
)
def test_pairs_may_be_drawn_stand_close_or_over_their_rates(ticker: str) -> None:
    """Words before the first pair say what follows; all pairs may stand before all rates and all changes."""
    found = pieces(ticker + ARTICLE, "ticker")
    assert [(r.base, r.rate, r.change) for piece in found for r in piece.rates] == _TWO


def test_pairs_over_rates_need_no_changes() -> None:
    """As many rates as pairs are enough; one pair beside another with no rates at all is no ticker."""
    (found,) = pieces(f"<p>USD/KZT EUR/KZT</p><p>443.16 480.39</p>{ARTICLE}", "ticker")
    assert [(r.base, r.rate, r.change) for r in found.rates] == [("USD", 443.16, None), ("EUR", 480.39, None)]
    assert pieces(f"<p>USD/KZT EUR/KZT</p>{ARTICLE}", "ticker") == []


@pytest.mark.parametrize(
    "ticker",
    [
        "<div>USD 443,16 -0,13</div><div>EUR 480,39 +0,00</div>",
        "<p>Rates: USD 443.16 -0.13 | EUR 480.39 +0.00</p>",
        "<table><tr><td>USD</td><td>443.16</td><td>-0.13</td></tr><tr><td>EUR</td><td>480.39</td><td>+0.00</td></tr></table>",
    ],
)
def test_single_currencies_are_rated_in_the_profile_s(ticker: str) -> None:
    """A site for readers of one country prints no pairs; what the rates are in is known of the site."""
    (found,) = pieces(ticker + ARTICLE, "ticker")
    assert [(r.base, r.rate, r.change) for r in found.rates] == _TWO
    assert {r.quote for r in found.rates} == {"KZT"}


def test_a_sum_in_one_currency_is_no_ticker() -> None:
    """Several have rates, and the one that they are rated in has none."""
    assert pieces(f"<p>USD 120</p>{ARTICLE}", "ticker") == []
    assert pieces(f"<p>USD 120</p><p>KZT 18000</p>{ARTICLE}", "ticker") == []


def test_some_pairs_over_rates_have_a_change() -> None:
    """In a table a change belongs to the pair in whose column it stands."""
    rows = (("USD/KZT", "EUR/KZT", "RUB/KZT"), ("443.16", "480.39", "4.82"), ("&nbsp;", "-0.41", "+0.02"))
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    (found,) = pieces(f"<table>{table}</table>{ARTICLE}", "ticker")
    assert found.text.endswith("-0.41\n+0.02")
    assert [(r.base, r.change) for r in found.rates] == [("USD", None), ("EUR", -0.41), ("RUB", 0.02)]


def test_a_sentence_that_ends_in_a_rate_is_no_ticker() -> None:
    """A colon before a pair makes a label of a few words only, and without one there are two pairs or a change."""
    assert pieces(f"{ARTICLE}<p>The banks agreed upon USD/KZT 120.75</p>", "ticker") == []
    said = "<p>The rate that the banks of the northern line agreed upon was this: USD/KZT 120.75</p>"
    assert pieces(ARTICLE + said, "ticker") == []


def test_a_table_of_pairs_and_other_prices_is_a_ticker_apart_from_the_text() -> None:
    """The pairs' rows are; next to a sentence the table is the text's."""
    table = (
        f"<table><tr>{_RATE}<td>-0.13</td></tr><tr><td>Brent</td><td>65.20</td><td>-0.35</td></tr></table>"
    )
    (found,) = pieces(f"{table}{ARTICLE}", "ticker")
    assert [(r.base, r.rate, r.change) for r in found.rates] == _RATES
    assert pieces(f"{ARTICLE}{table}<p>{PROSE}</p>", "ticker") == []
