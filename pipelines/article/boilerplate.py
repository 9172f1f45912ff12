"""What only the surroundings of an article say, on any site: dates of posting, credits, sharing, teasers, comments.

Every rule asks for a whole short block: a sentence that mentions the same words is text. Nothing is decided by tags.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from pipelines.article.credit import is_credit
from pipelines.article.posted import says_when

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.textblock import TextBlock


class Surrounding(Enum):
    """What a block is that belongs to no text: `TAIL` and `COMMENTS` are headings of what comes behind it."""

    NOTICE = "a notice that any site prints"
    POSTED = "when it was posted"
    CREDIT = "a picture's credit"
    TAIL = "a heading over teasers"
    COMMENTS = "a heading over comments"


_SAYS = (
    *("all rights reserved", "use cookies", "uses cookies", "accept cookies", "cookie policy"),
    *(
        "opens in a new window",
        "opens in new window",
        "open in a new window",
        "short url",
        "please enable javascript",
    ),
    *(
        "requires javascript",
        "javascript is disabled",
        "todos os direitos reservados",
        "alle rechte vorbehalten",
    ),
    *("tous droits réservés", "все права защищены", "slideshow requires", "may earn a commission"),
    *(
        "newsletter sign",
        "your inbox",
        "our daily email",
        "our weekly email",
        "your email address",
    ),
    *(
        "thanks for signing up",
        "thank you for subscribing",
        "terms of service",
        "terms of use",
        "privacy policy",
    ),
    *(
        "may be reproduced",
        "may not be published, broadcast",
        "may not be reproduced",
        "this article was originally",
    ),
    *(
        "to read the full story",
        "see all newsletters",
        "like to subscribe",
        "successfully subscribed",
        "succesfully subscribed",
    ),
    *(
        "name, email, and website in this browser",
        "сохранить моё имя",
        "affiliate links",
        "earn a commission",
    ),
    *("click here to subscribe", "error processing your", "click to share", "already a subscriber"),
    *(
        "follow us on",
        "follow him on twitter",
        "follow her on twitter",
        "like us on facebook",
        "e-mail não será",
    ),
)
_SUBSCRIBES = (
    "subscri",
    "sign",
    "join",
    "free",
    "mail",
    "inbox",
    "weekly",
    "daily",
    "get ",
    "receive",
    "latest",
)
"""With one of these a line that says `our newsletter` is about having it sent."""

_OPENS = (
    "©",
    "(c)",
    "copyright ",
    "share on ",
    "share this",
    "share via ",
    "tweet this",
    "sharing is caring",
    "sponsored by ",
    "this month's sponsor",
    "this week's sponsor",
    "this issue's sponsor",
    "our sponsor:",
    "our sponsors:",
    "please visit our sponsor",
    "you are visitor number",
)
_IS = frozenset(
    "share|shares|tweet|print|print version|print this page|send to a friend|subscribe|log in|login|sign in|search"
    "|home|back|top|back to top|up|next|previous|read more|contact us|about us|advertising|advertise|rss|email|e-mail"
    "|advertisement|advertisements|advert|ad|ads|sponsored|sponsored links|facebook|twitter|pinterest|whatsapp|reddit"
    "|linkedin|google+|instagram|messenger|telegram|tumblr|copy link|copy this link|copied|close|caption|gallery"
    "|back to gallery|close share panel|continue reading below|story continues|story continues below advertisement"
    "|continue reading|show more|load more|see more|more|view comments|view all comments|report|reply|like|loading"
    "|loading...|iklan|publicidade|publicidad|anzeige|werbung|publicité|реклама|поделиться|skip ad|play video"
    "|view gallery|key points|permalink|sign up|subscribe now|register|toggle navigation|menu|skip to content"
    "|skip to main content|hide caption|toggle caption|enlarge this image|enlarge image|watch video"
    "|listen|save|name|website|comment|submit|email me|read later|0shares|next prev|subscribe no thanks"
    "|jump to review|read the review|read full review|buy on amazon|buy now|shop now|get started|learn more"
    "|sign up today"
    "|table of contents|table of contents show|in this article|on this page|jump to|copied to clipboard"
    "|share copied|close share|search for|written by|reviewed by|edited by|click to expand|view this figure"
    "|like loading|add to cart|indicates required|email address|поиск"
    "|スポンサードリンク|スポンサーリンク"
    "|article continues below|story continues below|font size|rate story|get it now|check price|view deal|view on map"
    "|first name|last name|your name|zip code|your message|always enabled"
    "|join now|cookie settings|manage consent|save & accept|x (twitter)|x/twitter|back to blog|skip to footer"
    "|flipboard|stumbleupon|blogger|vkontakte|digg|disclaimer|highlights|print this article|share this article".split(
        "|"
    )
)
_TAIL = re.compile(
    r"(?:related|recommended|similar|popular|trending|latest|recent|featured|top|other|further|sponsored|suggested)"
    r"\s(?:\w{1,20}\s){0,2}(?:articles?|stories|story|posts?|news|links?|content"
    r"|videos?|topics?|tags?|reading|products?|items?)"
    r"|related|recommended|recommends|topics|tags|filed under|categories|category|trending|trending now"
    r"|archives|quick links|privacy overview|we recommend|recent blogs|(?:latest|read more) reviews|article sources"
    r"|was this (?:page|article|answer|post) helpful\??|reach out to us|get in touch with us|take the next step"
    r"|explore(?: more)?(?: on these topics)?|share your story|post navigation|discussion about this post"
    r"|more ways i can help you|you (?:may|might) be interested in .{1,40}|related (?:terms|blogs|guides)"
    r"|(?:most|more)\s(?:read|popular|viewed|watched|shared|commented|recent|discussed)(?:\s\w{1,20}){0,3}"
    r"|more (?:from|on|in|about|like) .{1,50}"
    r"|more (?:stories|news|articles|coverage|headlines|videos)(?:\s\w{1,20}){0,4}"
    r"|(?:what )?to read next|(?:read|up|watch|what'?s) next|more|more on|newsletters?"
    r"|next (?:article|story|up)|also (?:on|in|from) .{1,30}"
    r"|(?:don'?t miss|read also|also read|see also|read more|must read|explore further|explore more|keep reading)"
    r"|you (?:may|might) (?:also )?(?:like|enjoy|be interested)\b.{0,30}|(?:recommended|picked|selected) for you"
    r"|topics? covered|featured resources|useful resources|more resources|want more .{1,40}"
    r"|recently by .{1,40}|like this(?: article)?|recent comments"
    r"|about the authors?|about this (?:statement|article|author)|about us|about the blog|how to contact us"
    r"|from (?:around|across) the web|around the web|from our partners|editor'?s?'? (?:picks?|choice)"
    r"|comments?|комментарии|kommentare|coment[aá]rios?|commentaires?"
    r"|share (?:this|it)(?:\s\w{1,20}){0,2}|follow us|connect with us"
    r"|stay (?:connected|in touch|informed)|get in touch"
    r"|artigos relacionados|leia (?:também|mais)|veja também|noticias relacionadas|lea también|te puede interesar"
    r"|weitere (?:beiträge|artikel|themen|nachrichten).{0,40}|mehr zum thema|das könnte (?:sie|dich) .{1,40}"
    r"|lire aussi|à lire aussi|sur le même (?:sujet|thème)|articles? (?:liés|similaires)|leggi anche"
    r"|potrebbe interessarti"
    r"|関連記事|新着記事|人気記事|関連(?:リンク|ニュース)|相关(?:文章|新闻|阅读)"
    r"|(?:вам также )?может быть (?:также )?интересно|свежие записи"
    r"|(?:читайте|смотрите) также|похожие (?:статьи|материалы)|по теме|другие (?:статьи|новости|материалы)",
    re.IGNORECASE,
)
_OF_TEXTS_TOO = re.compile(
    r"more (?:on|about) .{1,50}|(?:related|recommended|further|suggested) readings?", re.IGNORECASE
)
"""Headings over teasers that stand over parts of a text as often."""

_LED_TO = 6
"""Blocks behind a heading over teasers of which one at least is a link."""

_ABOUT_SOMEBODY = re.compile(r"(?:About|Sobre|Über|À propos de)(?: [^\W\d_a-z][\w'-]{1,20}\.?){2,3}")
"""A heading over what is told of an author."""
_COMMENTS = re.compile(
    r"(?:leave|post|add|write|make|submit) (?:a |your )?(?:reply|comment|response)(?:\s.{0,40})?"
    r"|(?:\d{1,7}|no|view|show|all|view all|read|user|reader|readers'?)"
    r" (?:comments?|responses?|replies|thoughts?)(?: (?:on|to|so far)\b.{0,200})?"
    r"|comments? ?\(\d{1,7}\)|comments? (?:are )?(?:closed|off)|join the (?:conversation|discussion)"
    r"|tell us what you think"
    r"|комментарии ?\(\d{1,7}\)|оставить комментарий|kommentare? ?\(\d{1,7}\)|\d{1,7} kommentare?"
    r"|\d{1,7} коммент\w{1,10}"
    r"|schreiben? (?:sie )?einen kommentar|coment[aá]rios? ?\(\d{1,7}\)|\d{1,7} coment[aá]rios?"
    r"|deixe (?:um|seu) comentário"
    r"|dejar? (?:un|una) (?:comentario|respuesta)|commentaires? ?\(\d{1,7}\)|laisser un commentaire"
    r"|lascia un commento",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\b(?:file photo|(?:is|are) (?:seen|pictured|shown)|pictured|poses? for"
    r"|artist'?s (?:illustration|impression|concept)"
    r"|this (?:illustration|photo|image|picture)|submitted photo|courtesy of)\b"
    r"|[(,] ?(?:left|right|center|centre|l|r|second left|above|below)[),]",
    re.IGNORECASE,
)
_PAGER = frozenset("page of next prev previous first last".split())
_LONGEST_PAGER = 20
_ADVERTISES = frozenset(
    "advertisement advertisements advert ad ads sponsored sponsor anzeige werbung publicité publicidad реклама".split()
)
_LONGEST_ADVERTISEMENT, _LONGEST_WARE, _LONGEST_PRAISE = 40, 6, 25
_MOST = 60
_HEADING_WORDS = 25


def surrounding(block: TextBlock) -> Surrounding | None:
    """Return what a block is that belongs to no text anywhere, None for text and for what is not known."""
    if block.words > _MOST or not block.text:
        return None
    found = _surrounding(block.text, block.words)
    if found is Surrounding.NOTICE and block.cell is not None and block.words <= 2 and not block.linked_words:
        return None  # the head of a column or row says `Share`, `Name`, `Print`, too
    if found is Surrounding.POSTED and (block.pre or block.cell is not None):
        # Figures, times and dates stand in the rows of tables and listings, too.
        return None if block.pre or block.text.upper() == block.text.lower() else found
    return found


@lru_cache(maxsize=4096)
def _surrounding(text: str, words: int) -> Surrounding | None:
    said = text.casefold().replace("’", "'")
    core = said.removesuffix("(required)").strip(" .:|»«>[]!*…#-–—")
    found = None
    if words <= 5 and core in _IS:
        found = Surrounding.NOTICE
    elif words <= _HEADING_WORDS and _COMMENTS.fullmatch(core):
        found = Surrounding.COMMENTS
    elif words <= _HEADING_WORDS and (_TAIL.fullmatch(core) or _ABOUT_SOMEBODY.fullmatch(text)):
        found = Surrounding.TAIL
    elif words <= 25 and says_when(core):
        found = Surrounding.POSTED
    elif is_credit(text, core, words):
        found = Surrounding.CREDIT
    elif (
        (words <= _LONGEST_PAGER and _is_pager(core))
        or said.lstrip(" .|").startswith(_OPENS)
        or (words <= 40 and _says_a_notice(said))
    ):
        found = Surrounding.NOTICE
    return found


def _is_pager(core: str) -> bool:
    """Return whether a line says which of several pages this is, and lists others: `Page 1 of 3: 1 2 3 Next »`."""
    if not core.startswith("page "):
        return False
    said = [word for word in map(_bare, core.split()) if word]
    numbers = sum(word.isdecimal() for word in said)
    return numbers >= 2 and "of" in said and all(word.isdecimal() or word in _PAGER for word in said)


def _bare(word: str) -> str:
    return word.strip("[]()|:;,.«»‹›<>-–—")


def advertisements(blocks: Sequence[TextBlock]) -> dict[int, int]:
    """Return the lines of advertisements, each with the one above that says `Advertisement` and nothing else.

    That is a line with a link right below it; where all of it is one, what is sold, a sentence in its praise as well.
    """
    found: dict[int, int] = {}
    label = sold = None
    for block in blocks:
        if not block.text:
            continue
        if label is not None and block.linked_words and block.words <= _LONGEST_ADVERTISEMENT:
            found[block.order] = label
            sold = label if block.linked_words == block.words <= _LONGEST_WARE else None
        elif sold is not None and not block.linked_words and block.words <= _LONGEST_PRAISE:
            found[block.order], sold = sold, None
        else:
            sold = None
        says = block.words == 1 and block.text.casefold().strip(" .:[]-–—*") in _ADVERTISES
        label = block.order if says else None
    return found


def _says_a_notice(said: str) -> bool:
    if "©" in said and any(char.isdigit() for char in said):
        return True
    if "our newsletter" in said and any(word in said for word in _SUBSCRIBES):
        return True
    for phrase in _SAYS:  # noqa: SIM110 (a plain loop takes half the time of any(), and this is asked of every line)
        if phrase in said:
            return True
    return False


def is_subheading(block: TextBlock, behind: Iterable[TextBlock]) -> bool:
    """Return whether a heading over teasers is one of the text, because it leads to nothing: `More on Mapping`.

    `behind` are the blocks behind it; there are some words, and no link among the next ones.
    """
    if not _OF_TEXTS_TOO.fullmatch(block.text.strip(" .:|")) or block.linked_words:
        return False
    led_to = [b for b in islice((b for b in behind if b.text or b.pictures), _LED_TO) if b.heading is None]
    return any(b.words >= _LED_TO for b in led_to) and not any(b.linked_words for b in led_to)


def is_caption(block: TextBlock) -> bool:
    """Return whether a block by a picture says what only a caption says (`left`, `pictured`, `file photo`)."""
    return (
        4 <= block.words <= _MOST and not block.linked_words and _CAPTION.search(block.text[:500]) is not None
    )
