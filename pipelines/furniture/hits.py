"""What a counter says that a site has of its own: how many visitors there have been, today and in all."""

from __future__ import annotations

_WHO = frozenset(
    "visitor visitors visits hits hosts pageviews views guests users посетитель посетителей посетители посещений хиты"
    " хитов хосты хостов просмотры просмотров гостей гости пользователей пользователи".split()
)
_WHEN = frozenset(
    "today yesterday total all week month year online now since number"
    " сегодня вчера всего сутки неделю месяц день онлайн сейчас".split()
)
_BESIDE = frozenset("you are in this of on the our site page и на за с сайта сайте your".split())
_MARKS = " :;,.|/()–-#№'"
_LONGEST = 120


def says_visits(text: str) -> bool:
    """Return whether a line says how many visitors there have been and when, and nothing else.

    `Visitors today: 45, total: 120 344`. `Visitors: 5,000` alone may be what a text says of a fair.
    """
    if not (text[-1:].isdecimal() or text[:1].isdecimal()) or len(text) > _LONGEST:
        return False
    said = {
        word for part in text.casefold().split() if (word := part.strip(_MARKS)) and not word[0].isdecimal()
    }
    return bool(said & _WHO and said & _WHEN) and said <= _WHO | _WHEN | _BESIDE
