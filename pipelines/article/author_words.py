"""What author lines say in English, Russian, Ukrainian, Kazakh, German, French, Spanish and Polish: data only.

Parts of the patterns in pipelines/article/author_line.py, or whole ones. A preposition alone (`von`, `par`, `por`)
opens an author line where little stands behind it; most sentences that open so are longer.
"""

from __future__ import annotations

import re

KINDS = "text|words|story|article|report"
MADE = "written|posted|published|reported|contributed|submitted"
"""What a text is, and what somebody did with it, before `by` or a colon."""

MORE_KINDS = (
    "column|review|essay|tutorial|feature|profile|analysis|stories|fiction|poems?|poetry|verses?|commentary|comments?"
    "|opinion|editorial|memoir|lecture|speech|sketch|recipes?|travelogue|notes|research|reporting"
)
MORE_MADE = (
    "filed|penned|created|prepared|shared|told|reviewed|compiled|gathered|collected|adapted|set|devised|assembled"
    "|selected|chosen|presented|conducted"
)
"""The same before `by` only: behind a colon stands what it is about (`Profile: NAME`)."""

BY = (
    r"авторы?\s(?:статьи|материала|текста)\s?[:—–-]|автори?\s?:|авторлары?\s?:|(?:авторы?|authors?)\s[—–-](?=\s)"
    r"|беседовал[аи]?\b|(?:интервью|беседу|разговор)\s(?:вел|вёл|взял|провел|провёл|записал|подготовил)[аи]?\b"
    r"|(?:(?:материалы?|обзор|подборку|рубрику|полосу|страницу)\s)?(?:записал|подготовил|составил)[аи]?\b"
    r"|вопросы\sзадавал[аи]?\b|текст\sи\sфото(?:графии)?\s?:?|фото(?:графии)?\sи\sтекст\s?:?|текст\s?:"
    r"|(?:розмовля|спілкува|записа|підготува)(?:в|ла|ли)(?:ся)?\b|розмову\s(?:вів|вела)\b"
    r"|әңгімелескен\b|сұхбаттасқан\b|дайындаған\b|жазған\b"
    r"|autor(?:in|en|innen|a|es|as|ka|zy)?\s?:|text\sund\s(?:fotos?|bilder)\s?:?|(?:ein\s)?(?:bericht|beitrag|artikel)\svon\b"
    r"|(?:das\s)?(?:interview|gespräch)\sführten?\b|aufgezeichnet\svon\b"
    r"|auteure?s?\s?:|textes?\s?:|texte\set\sphotos?\s?:?|propos\srecueillis\spar\b"
    r"|(?:un\s)?(?:article|texte|reportage|entretien)\s(?:réalisé\s)?par\b"
    r"|textos?\s?:|texto\sy\sfotos?\s?:?|entrevista\s(?:realizada\s)?por\b"
    r"|tekst\s?:|rozmawiał[ai]?\b|opracował[ai]?\b|(?:von|par|por)\b(?=(?:\s\S+){1,12}$)"
)
TALKED = r"беседовал[аи]?|розмовля(?:в|ла)|propos\srecueillis\spar"
"""What stands between whom somebody asked and who it was: `С NAME беседовала NAME`."""

HELPED = (
    r"(?:перев[её]л[аи]?\b|перекла(?:в|ла|ли|д)\b|перевод\b(?:\sс\s\w{3,20})?|фото\b|рисунки\b|иллюстраци[ия]\b|редактор\b)\s?:?"
    r"|übersetz(?:t\svon|ung\s?(?:von|:))|(?:fotos?|bilder|zeichnungen)\s?(?:von\b|:)"
    r"|(?:traduit|illustré)(?:\sde\s\S{2,20})?\spar\b|traduction\s?(?:de\b|par\b|:)|(?:photos?|dessins?)\s?(?:de\b|par\b|:)"
    r"|(?:traducción|traducido)\s?(?:de\b|por\b|:)|(?:fotografías?|ilustraciones|dibujos)\s?(?:de\b|por\b|:)"
)
OTHERS_PART = (
    r"(?:фото(?:графии)?|рисунки|иллюстрации|перевод(?:\sс\s\w{3,20})?|перев[её]л[аи]?)\b"
    r"|(?:fotos?|bilder|übersetzung|traduction|photos?|dessins?|traducción|fotografías?)\s?(?:von\b|par\b|por\b|:)"
)
STAFF = (
    r"от\sредакции|редакция|(?:слово|колонка|письмо)\s(?:главного\s)?редактора|соб\.?\s?(?:инф|корр)"
    r"|наш\s(?:соб(?:ственный|\.)?\s)?корр(?:еспондент)?|від\sредакції|редакциядан"
    r"|(?:von\s)?(?:der|die)\sredaktion|(?:de\s)?la\sr(?:édaction|edacción)"
)
POSTS = (
    r"(?:корр|директор|руководител|управляющ|председател|президент|начальник|заместител|зам\.|главн|глав[аы]\b|аналитик"
    r"|эксперт|экономист|юрист|адвокат|партн[её]р|консультант|советник|министр|посол\b|депутат|профессор|доцент"
    r"|академик|доктор|кандидат|[кд]\.\s?\w{1,4}\.\s?н|журналист|обозревател|редактор|писател|поэт|инженер|программист"
    r"|специалист|менеджер|преподавател|учител|студент|аспирант|сотрудник|историк|социолог|политолог|врач|архитектор"
    r"|художни|основател|владел|учредител|член\b|секретар|аким\b|представител|ведущ|старш|бухгалтер|аудитор|брокер"
    r"|предпринимател|собкор|спецкор|д-р\b|специально\sдля|(?:ТОО|ООО|АО|ОАО|ЗАО|ТОВ|АҚ|ЖШС)\b|банк|университет|институт"
    r"|компани|корпораци|фонд|агентств|министерств|г\.\s|город|область|обл\.|район|керівник|голова\b|кореспондент"
    r"|викладач|письменник|төраға|басшы|тілші|жетекші|маман|direktor|leiter|redakteur|dozent|geschäftsführer"
    r"|vorsitzende|präsident|mitarbeiter|ingenieur|entwickler|lehrer|rechtsanwalt|berater|gmbh\b|universität"
    r"|direct(?:eur|rice)|rédact|journaliste|professeur|président|chercheu|ingénieur|avocat|économiste|responsable"
    r"|étudiant|enseignant|université|redactora?\b|periodista|profesora?\b|presidente|investigador|ingenier|abogad"
    r"|economista|consultor|estudiante|universidad)"
)
"""Beginnings of the words that say what somebody is, or where: the endings are many."""

VERBS = (
    r"был[аио]?|будет|будут|является|являются|стал[аио]?|может|могут|имеет|говорит|сказал[аи]?|рассказал[аи]?"
    r"|рассказывает|отвечает|ответил[аи]?|считает|полагает|сообщил[аи]?|заявил[аи]?|отметил[аи]?|работает|жив[её]т"
    r"|ist|sind|wird|werden|sagt|est|était|sera|peut|fue|está|puede|dijo|será"
)
LABEL = r"автори?:?|autor(?:in|en|a|es)?:?|auteure?s?:?"

IS_STAFF = re.compile(
    r"^(?:(?:an?\s+)?editorial(?:\s+(?:overview|review|comment|staff|board|note|team))?|editor'?s?\s+(?:note|column|page)"
    r"|(?:обзор|статья|материал|комментарий)\s+редакции|редакционн(?:ый|ая)\s+(?:обзор|статья|комментарий)|от\s+редакции"
    rf"|from\s+the\s+editors?|(?:our\s+)?special\s+correspondent|staff\s+(?:writer|report)|{STAFF})$",
    re.IGNORECASE,
)

IS_POST = re.compile(
    r"\b(?:director|manager|president|vice|chairman|chairwoman|chairperson|chair|head|partner|lawyer|attorney|counsel"
    r"|associate|analyst|expert|minister|ambassador|consul|doctor|professor|academician|candidate|phd|ph\.d|editor"
    r"|correspondent|journalist|reporter|observer|columnist|senior|deputy|chief|ceo|cfo|consultant|adviser|advisor"
    r"|economist|specialist|auditor|accountant|engineer|scientist|researcher|fellow|lecturer|dean|rector|member"
    r"|secretary|governor|akim|representative|officer|executive|founder|owner|coordinator|leader|banker|broker"
    r"|llp|llc|ltd|jsc|inc|plc|bank|university|institute|company|corporation|foundation|group|agency|ministry)\b"
    rf"|\b{POSTS}",
    re.IGNORECASE,
)

IS_VERB = re.compile(
    r"\b(?:is|was|were|are|has|have|had|will|would|said|says|told|became|can|could|did|does|do"
    r"|argues|describes|discusses|examines|explains|explores|recalls|shares|talks|tells|writes"
    rf"|{VERBS})\b"
)
