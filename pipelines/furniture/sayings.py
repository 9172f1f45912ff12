"""The words that only the surroundings of an article say, in the languages of the sites that were read: data only."""

from __future__ import annotations

import re

SAYS = {
    "cookie": ("use cookies", "uses cookies", "accept cookies", "cookie policy"),
    "new window": ("opens in a new window", "opens in new window", "open in a new window"),
    "javascript": ("please enable javascript", "requires javascript", "javascript is disabled"),
    "reserv": ("all rights reserved", "todos os direitos reservados", "todos los derechos reservados"),
    "email": (
        "our daily email",
        "our weekly email",
        "your email address",
        "name, email, and website in this browser",
    ),
    "subscri": (
        "thank you for subscribing",
        "like to subscribe",
        "successfully subscribed",
        "succesfully subscribed",
        "click here to subscribe",
        "already a subscriber",
    ),
    "terms of": ("terms of service", "terms of use"),
    "may ": ("may be reproduced", "may not be published, broadcast", "may not be reproduced"),
    "follow": ("follow us on", "follow him on twitter", "follow her on twitter"),
    "newsletter": ("newsletter sign", "see all newsletters"),
    "click to share": ("click to share",),
    "your inbox": ("your inbox",),
    "short url": ("short url",),
    "alle rechte vorbehalten": ("alle rechte vorbehalten",),
    "slideshow requires": ("slideshow requires",),
    "signing up": ("thanks for signing up",),
    "privacy policy": ("privacy policy",),
    "this article was": ("this article was originally",),
    "full story": ("to read the full story",),
    "affiliate links": ("affiliate links",),
    "commission": ("earn a commission",),
    "error processing": ("error processing your",),
    "like us on": ("like us on facebook",),
    "nachdruck nur mit": ("nachdruck nur mit",),
    "reproduction interdite": ("reproduction interdite",),
}
"""By what some of them have in common: hardly any text has that, and then none of them is looked for."""

SAYS_ELSEWHERE = (
    "tous droits réservés",
    "все права защищены",
    "сохранить моё имя",
    "e-mail não será",
    "при перепечатке ",
    "перепечатка материалов",
    "полное или частичное использование материалов",
    "использование материалов сайта",
    "использование материалов допускается",
    "может не совпадать с мнением",
    "не несет ответственности за содержание рекламы",
    "не несёт ответственности за содержание рекламы",
    "нашли ошибку? выделите",
    "присоединяйтесь к нам",
    "подписывайтесь на ",
    "постоянный адрес новости",
    "чтобы оставить комментарий",
    "чтобы комментировать",
    "передрук матеріалів",
    "барлық құқықтар қорғалған",
    "усі права захищен",
)
"""The same in letters beyond ASCII: most lines have none, and need not be asked."""

SUBSCRIBES = (
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

OPENS = (
    "©",
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
    "about the author:",
    "about the authors:",
    "поделиться:",
    "поделиться в ",
    "рассказать друзьям",
)
IS = frozenset(
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
    "|версия для печати|распечатать|для печати|отправить другу|отправить ссылку другу|послать другу|отправить по почте"
    "|обсудить|обсудить на форуме|обсудить в форуме|обсудить статью|наверх|в начало|в начало страницы|на главную"
    "|вверх|к началу|к содержанию|назад|далее|ответить|пожаловаться|подписаться|подписка|войти|регистрация|найти"
    "|читать полностью|читать далее|подробнее|подробнее...|переслать другу|послать ссылку|голосовать|комментировать"
    "|добавить в закладки|в избранное|вконтакте|версія для друку|басып шығару"
    "|druckversion|artikel drucken|seite drucken|drucken|nach oben|zum seitenanfang|zurück|artikel versenden|teilen"
    "|version imprimable|imprimer|envoyer à un ami|haut de page|retour|partager|réagir|versión para imprimir|imprimir"
    "|enviar a un amigo|arriba|volver|compartir|wersja do druku|drukuj|udostępnij|w górę"
    "|flipboard|stumbleupon|blogger|vkontakte|digg|disclaimer|highlights|print this article|share this article".split(
        "|"
    )
)
TAIL = re.compile(
    r"(?:related|recommended|similar|popular|trending|latest|recent|featured|top|other|further|sponsored|suggested)"
    r"\s(?:\w{1,20}\s){0,2}(?:articles?|stories|story|posts?|news|links?|content"
    r"|videos?|topics?|tags?|reading|products?|items?)"
    r"|related|recommended|recommends|topics|tags|filed under|categories|category|trending|trending now"
    r"|archives|quick links|privacy overview|we recommend|recent blogs|(?:latest|read more) reviews|article sources"
    r"|was this (?:page|article|answer|post) helpful\??|reach out to us|get in touch with us|take the next step"
    r"|explore(?: more)?(?: on these topics)?|share your story|post navigation|discussion about this post"
    r"|more ways i can help you|you (?:may|might) be interested in .{1,40}|related (?:terms|blogs|guides)"
    r"|(?:most|more)\s(?:read|popular|viewed|watched|shared|commented|recent|discussed)(?:\s\w{1,20}){0,3}"
    r"|more (?:from|on|in|about|like) .{1,50}|how to cite(?: this \w{2,12})?|cite this (?:article|paper|review)(?: as)?"
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
    r"|(?:читайте|смотрите) (?:также|по теме)|похожие (?:статьи|материалы|новости)|по теме"
    r"|(?:ссылки|материалы|новости) по теме"
    r"|(?:другие|ещё|еще|последние|свежие|новые|популярные|главные) (?:статьи|новости|материалы|публикации|записи)"
    r"(?: .{1,40})?|(?:самое|наиболее) (?:читаемое|популярное|обсуждаемое|интересное)|популярное|новости партн[её]ров"
    r"|(?:также|ещё|еще|читайте) в (?:этом )?номере|архив номеров|наши партн[её]ры|рубрики|теги|читайте также .{1,40}"
    r"|читайте також|інші (?:статті|новини|матеріали)|czytaj (?:także|też|również)|zobacz (?:także|też|również)"
    r"|weitere artikel|weiterlesen|(?:lesen|siehe) (?:sie )?auch|voir aussi|autres articles|ver también"
    r"|(?:otras|más) noticias|artículos relacionados",
)
OF_TEXTS_TOO = re.compile(
    r"more (?:on|about) .{1,50}|(?:related|recommended|further|suggested) (?:readings?|links?)|see also"
    r"|(?:more|useful) resources|article sources",
    re.IGNORECASE,
)
"""Headings over teasers that stand over parts of a text as often."""

ABOUT_SOMEBODY = re.compile(r"(?:About|Sobre|Über|À propos de)((?: [^\W\d_a-z][\w'-]{1,20}\.?){2,3})")
"""A heading over what is told of an author, and that one's name."""

LEADS_ON = re.compile(
    r"(?:continue reading|read (?:more|on|the rest)|keep reading|more|full (?:story|article)|читать (?:далее|дальше)"
    r"|подробнее|далее|weiterlesen|mehr|lire la suite|leer más|ler mais|czytaj (?:dalej|więcej))",
    re.IGNORECASE,
)
"""The words of a link behind a text's beginning to the rest."""

COMMENTS = re.compile(
    r"(?:leave|post|add|write|make|submit) (?:a |your )?(?:reply|comment|response)(?:\s.{0,40})?"
    r"|(?:\d{1,7}|no|view|show|all|view all|read|user|reader|readers'?)"
    r" (?:comments?|responses?|replies|thoughts?)(?: (?:on|to|so far)\b.{0,200})?"
    r"|comments? ?\(\d{1,7}\)|comments? (?:are )?(?:closed|off)|join the (?:conversation|discussion)"
    r"|tell us what you think"
    r"|комментари(?:и|ев)(?: читателей)? ?[(:]? ?\d{1,7}\)?|(?:оставить|добавить|написать) (?:свой )?комментарий"
    r"|комментариев (?:пока )?нет|отзывы(?: читателей)?|обсуждение(?: статьи)?|ваш комментарий|пікірлер"
    r"|коментар(?:і|ів)(?: ?\(\d{1,7}\))?|komentarze(?: ?\(\d{1,7}\))?|réactions?(?: ?\(\d{1,7}\))?"
    r"|kommentare? ?\(\d{1,7}\)|\d{1,7} kommentare?"
    r"|\d{1,7} коммент\w{1,10}"
    r"|schreiben? (?:sie )?einen kommentar|coment[aá]rios? ?\(\d{1,7}\)|\d{1,7} coment[aá]rios?"
    r"|deixe (?:um|seu) comentário"
    r"|dejar? (?:un|una) (?:comentario|respuesta)|commentaires? ?\(\d{1,7}\)|laisser un commentaire"
    r"|lascia un commento",
)
CAPTION = re.compile(
    r"\b(?:file photo|(?:is|are) (?:seen|pictured|shown)|pictured|poses? for"
    r"|artist'?s (?:illustration|impression|concept)"
    r"|this (?:illustration|photo|image|picture)|submitted photo|courtesy of)\b"
    r"|[(,] ?(?:left|right|center|centre|l|r|second left|above|below)[),]",
    re.IGNORECASE,
)
PAGER = frozenset("page of next prev previous first last".split())
ADVERTISES = frozenset(
    "advertisement advertisements advert ad ads sponsored sponsor anzeige werbung publicité publicidad реклама".split()
)
