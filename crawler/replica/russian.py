"""Russian prose from a small seeded grammar, so that Cyrillic encodings are tried on running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_SUBJECTS = (
    "Министерство финансов",
    "Национальный банк",
    "Союз экспортёров",
    "Рабочая группа правительства",
    "Региональная администрация",
    "Консорциум инвесторов",
    "Ассоциация банков",
    "Таможенный комитет",
)
_DEEDS = (
    "пересматривает свои планы",
    "не видит причин для спешки",
    "опубликовал проект нового закона",
    "ищет партнёров за рубежом",
    "рассчитывает на дешёвый кредит",
    "настаивает на переходном периоде",
)
_FIELDS = (
    "экспорт зерна",
    "добыча меди",
    "ипотечное кредитование",
    "пенсионная система",
    "жилищное строительство",
    "рынок страхования",
    "железнодорожный транспорт",
    "переработка нефти",
)
_RESULTS = (
    "выросли почти вдвое",
    "остались на прежнем уровне",
    "превзошли ожидания участников рынка",
    "требуют отдельного разговора",
    "заметны далеко за пределами отрасли",
)
_TITLES = ("Итоги и перспективы", "Цена промедления", "Новые правила", "Вопрос доверия", "Первые результаты")
_HEADINGS = ("Кто платит?", "Немного статистики", "Роль государства", "Что дальше", "Вместо заключения")


def paragraph(rng: Random, sentences: int) -> str:
    """Return a paragraph of that many sentences."""
    return " ".join(_sentence(rng) for _ in range(sentences))


def heading(rng: Random) -> str:
    """Return a subheading, without a full stop."""
    return rng.choice(_HEADINGS)


def title(rng: Random) -> str:
    """Return an article's title."""
    field = rng.choice(_FIELDS)
    return f"{field[0].upper()}{field[1:]}: {rng.choice(_TITLES).lower()}"


def _sentence(rng: Random) -> str:
    kind = rng.randrange(4)
    if kind == 0:
        return f"{rng.choice(_SUBJECTS)} {rng.choice(_DEEDS)} – об этом говорится в законе №{rng.randint(2, 400)}."
    if kind == 1:
        field = rng.choice(_FIELDS)
        return f"В {rng.randint(1998, 2015)} году {field} и смежные отрасли {rng.choice(_RESULTS)}."
    if kind == 2:
        return f"«{rng.choice(_SUBJECTS)} {rng.choice(_DEEDS)}», – считают эксперты из Алматы."
    return (
        f"По данным опроса, {rng.randint(12, 94)},{rng.randint(1, 9)} процента предприятий ждут перемен, "
        f"а {rng.choice(_SUBJECTS)} {rng.choice(_DEEDS)}."
    )
