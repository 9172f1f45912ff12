"""Words that tell persons' names from headings: data only."""

from __future__ import annotations

NO_NAMES = frozenset(
    "the a an of in on for and or to from with by at as kazakhstan kazakhstan's central asia asian republic national"
    " international bank ministry government law company business magazine market markets economy economic oil gas"
    " energy russia china usa europe european table contents editorial overview review brief special report news"
    " archive department committee agency association foundation institute university centre center group project"
    " about more home page front next previous read view contact privacy index back site us your our this that how why"
    " what when where which who hi hello hey dear president minister"
    " director manager chairman head chief editor partner lawyer deputy senior"
    " general board starring featuring story stories feature features article articles printable version letters"
    " corner column notes reviews interview interviews essay essays fiction poetry opinion opinions comment comments"
    " culture politics science technology sports music cover issue part chapter series getting started further"
    " reading frequently asked questions answers problems solutions results tips tricks hints facts thoughts ideas"
    " words things habits steps hours times days weeks months years see soon happy clear skies first second third"
    " next last old new my san los santa united states kingdom africa america australia canada germany zealand policy"
    " foreign finance finances industry investment investments trade banking legislation taxation taxes insurance"
    " construction agriculture transport privatisation privatization mining petroleum infrastructure customs"
    " statistics economics analysis analytics development studies information sciences research management engineering"
    " computing professor lecturer assistant associate candidate student librarian officer visiting doctoral"
    " dear hello hi hey greetings master masters champion champions defending reigning laureate poet guru wizard"
    " evangelist geek enthusiast veteran novelist historian columnist columnists writer writers correspondents editors"
    " contributor contributors freelance friends fans but other others these those because info user users hardware"
    " software games game footage world".split()
)
"""Words that open or fill headings and posts, never a person's name."""

SURNAMES = frozenset(
    "bank law head chief market gas review price general page home read back hey dear masters champion poet".split()
)
"""Of these, those that some people are called."""

GIVEN = frozenset(
    "adam alan albert alex alexander alice allan allen amanda amy andrea andrew andy angela ann anna anne anthony"
    " arthur barbara barry ben benjamin bernard bill bob brenda brian bruce carl carol caroline catherine charles"
    " charlie chris christina christine christopher claire colin craig dan daniel dave david deborah denis dennis"
    " diana diane donald donna dorothy doug douglas edward elaine elizabeth ellen emily emma eric erik evelyn fiona"
    " frances francis frank fred gary geoff geoffrey george gerald gordon graham greg gregory hannah harold harry"
    " heather helen henry howard hugh ian irene jack jacob jake james jamie jane janet jason jean jeff jeffrey"
    " jennifer jenny jeremy jessica jim joan joanna joe john jon jonathan joseph joyce judith judy julia julian julie"
    " karen karl kate katherine kathleen keith kelly ken kenneth kevin kim larry laura lawrence leon leonard leslie"
    " linda lisa louis louise lucy lynn malcolm margaret maria marie marion martha martin mary matt matthew maurice"
    " megan melissa michael michelle mike mitchell nancy natalie nathan neil nicholas nicola nigel nina norman oliver"
    " pamela patricia patrick paul paula peter phil philip phillip phyllis rachel ralph ray raymond rebecca rhoda"
    " richard rick robert robin roger roland ron ronald ross roy russell ruth ryan sally sam samantha samuel sandra"
    " sara sarah scott sean sharon sheila shirley simon sophie stephanie stephen steve steven stewart stuart susan"
    " suzanne sylvia teresa terry theresa thomas tim timothy toby tom tony tracy trevor valerie vernon victor victoria"
    " vincent virginia walter wayne wendy wesley william yvonne zoe".split()
)
"""Given names that are common in English: what stands behind one may be a surname like those."""
