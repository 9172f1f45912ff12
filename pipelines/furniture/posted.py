"""Lines that say when something was posted, in several languages: a date with a time, or with a word of posting."""

from __future__ import annotations

import re
from itertools import islice

_POSTED_WORDS = frozenset(
    "posted published updated last modified first on at by from edited created date originally publish added story"
    " ago minute minutes min mins hour hours day days week weeks month months year years read reading time just now"
    " comment comments"
    " am pm a.m p.m est edt et cst cdt ct mst mdt pst pdt pt gmt bst utc cet cest ist wib msk aest"
    " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
    " january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec st nd rd th of the issue"
    " de às a las le um uhr am den vom"
    " января февраля марта апреля мая июня июля августа сентября октября ноября декабря опубликовано обновлено"
    " janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
    " segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"
    " januar februar märz mai juni juli oktober dezember enero febrero marzo mayo junio julio septiembre octubre"
    " noviembre diciembre janvier février mars avril juin juillet août septembre octobre novembre décembre"
    " січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"
    " қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
    " понедельник вторник среда четверг пятница суббота воскресенье г год года в от дата добавлено размещено"
    " прочитано прочитали просмотров просмотры просмотра раз раза читать комментариев комментарии комментария"
    " комментарий переглядів views hits reads aufrufe gelesen mal lu fois vues lectures visitas lecturas"
    " veröffentlicht erstellt publié publicado publicada dimanche lundi mardi mercredi jeudi vendredi samedi"
    " montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miércoles jueves viernes sábado domingo"
    " el a à y heures опубліковано оновлено переглядів січень лютий березень квітень травень червень липень серпень"
    " вересень жовтень листопад грудень".split()
)
_SAYS_POSTING = frozenset(
    "posted published updated modified edited ago read reads reading опубликовано обновлено добавлено"
    " размещено прочитано просмотров просмотры опубліковано оновлено veröffentlicht publié publicado publicada".split()
)
_OFFICES = frozenset(
    "admin administrator editor editors staff webmaster редактор администратор админ".split()
)
"""Who posts what nobody signs."""

_LONGEST_ZONE = 4
_DIGIT = re.compile(r"\d")
_APART = re.compile(r"[\s,|;()•·/@]+")
_TIME = re.compile(r"\d{1,4}(?:[:./-]\d{1,4}){0,3}(?:am|pm|st|nd|rd|th|h|min)?|\d{1,2}h\d\d", re.IGNORECASE)
_DATE = re.compile(
    r"\b(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|\d\d[./-]\d\d[./-]\d\d)\b"
)


_LABELLED = re.compile(
    r"(?:(?<=\|)|^)\s?(?:(?:categor(?:y|ies)|section|tags?|категория|рубрика|раздел|теги)\s?:[^|:]{1,60}"
    r"|(?:author|автор)\s?:\s?[\w-]{1,24}\s?)(?=\||$)"
)
"""Facts in a row that say what they are, of an author one word: `Author: editor | 3.04.2009 | Category: Economy`."""

_OF_MESSAGE = re.compile(r"date:\s(?:\w{3},\s)?\d{1,2}\s\w{3}\s\d{2,4}\s\d\d:\d\d:\d\d")
"""How a mail says when it was sent: one may be printed within a text."""


def says_when(said: str) -> bool:
    """Return whether a line says a date with a time or a word of posting, and nothing else."""
    if not _DIGIT.search(said, 0, 200) or _OF_MESSAGE.match(said):
        return False
    said = _LABELLED.sub("", said) if "|" in said else said
    # A sentence is told by three words of its own, before it is taken apart.
    strange = (word for word in said.split(" ") if word.isalpha() and word not in _POSTED_WORDS)
    if next(islice(strange, 2, None), None) is not None:
        return False
    parts = [part for word in _APART.split(said) if (part := word.strip(".:-–—•·"))]
    telling, bare = 0.0, 0
    worded = False
    # A source may stand beside the date, but a line that names somebody is an author line; an office is nobody.
    unknown = 0 if "by" in parts else 2
    timed = False
    for part in parts:
        if _TIME.fullmatch(part):
            bare += 1
            telling += ":" in part
        elif part in _POSTED_WORDS or part in _OFFICES:
            worded = True
            telling += part in _SAYS_POSTING
        elif timed and len(part) <= _LONGEST_ZONE and part.isalpha():
            pass  # of which zone the time is
        else:
            unknown -= 1
            if unknown < 0:
                return False
            telling -= 0.5
        timed = ":" in part
    if not bare or telling:
        return bare > 0 and telling > 0
    if not any(len(part) == 4 and part.isdecimal() for part in parts) and not _DATE.search(said):
        # Without a year, a time or a word of posting it is when something takes place: `12 June, 9 pm`.
        return bare > 0 and telling > 0
    # Numbers alone are no date: they may be a row of figures.
    return (worded and bare >= 2) or _DATE.search(said) is not None


def is_event(text: str, when: re.Match[str]) -> bool:
    """Return whether what stands before a year is no name, but what took place then: `Harbour Lights (1999)`."""
    bare_year = when.group().isdigit()
    return text.endswith(":") or (
        bare_year and not text[: when.start()].rstrip().endswith((",", "|", "–", "—", "-"))
    )
