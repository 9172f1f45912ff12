"""The words that the third magazine is made of: the sky, the weather, the shed; people and places by syllables."""

from __future__ import annotations

NOUNS = (
    "mirror finder mount tripod eyepiece lens shutter lantern battery motor gear hinge sundial almanac "
    "logbook sextant "
    "comet crater cluster nebula meteor planet transit eclipse horizon zenith shadow halo moonrise "
    "twilight aurora "
    "meadow hedge barn chimney orchard ridge harbour jetty marsh valley pasture quarry lighthouse "
    "churchyard bridge "
    "kettle blanket thermos notebook pencil ladder bucket plank hammer spanner chisel saw vice workbench "
    "cupboard "
    "neighbour farmer teacher ferryman librarian postman beekeeper miller cousin pupil caretaker pilot "
    "geologist "
    "frost dew fog drizzle breeze thunderstorm cloudbank heatwave thaw puddle snowdrift gust mist hail calm "
    "chart catalogue diagram measurement estimate residual baseline magnitude exposure filter spectrum "
    "grating "
    "photograph negative sketch postcard letter parcel ticket timetable lecture committee raffle "
    "newsletter fee "
    "owl fox hedgehog bat moth cricket heron badger terrier pony cat swallow rook toad spider beetle"
).split()
ADJECTIVES = (
    "amber brittle careful cheap chilly clumsy crooked damp dim distant dusty elderly faint famous "
    "feeble flat foggy "
    "forgotten frozen gentle grubby handsome hasty heavy hollow homely humble icy idle jagged keen leaky "
    "lopsided "
    "lucky misty modest muddy narrow nervous noisy obscure odd opaque pale patient peculiar polished "
    "proud quiet "
    "ragged rare reliable rusty salty second-hand shallow sharp shiny silent sleepy slender sloping "
    "smoky solid spare "
    "splendid steady sticky stubborn sturdy sudden tame tangled thin tidy tired tiny unlit useful vague "
    "velvet "
    "warped weary wet windy wooden yellow"
).split()
DEEDS = (
    "adjusted admired assembled balanced borrowed bought carried cleaned collected compared copied "
    "counted covered "
    "dismantled doubted dropped emptied examined exchanged fastened filed fixed folded followed forgot "
    "framed greased "
    "ground guarded hauled heated hid ignored inherited inspected labelled lifted lost lowered measured "
    "mended mislaid "
    "mistook moved noticed numbered oiled opened ordered outlived painted photographed pointed polished "
    "pushed raised "
    "rebuilt recorded remembered repaired replaced rescued sanded scraped sketched sold soldered stored "
    "straightened "
    "studied swapped tested timed traced tuned turned varnished watched weighed wrapped"
).split()
MOODS = (
    "almost badly barely briefly brightly calmly carefully cheerfully clearly crossly deftly eagerly "
    "easily evenly "
    "faintly finally firmly frankly gladly gradually hardly hastily idly kindly lazily loudly meekly "
    "mildly neatly "
    "nervously nightly oddly often patiently plainly politely promptly quickly quietly rarely sadly "
    "seldom shyly "
    "silently slowly softly solemnly steadily suddenly tenderly twice warmly weekly wisely"
).split()
STAYS = (
    "arrived blinked blurred broke brightened climbed cracked drifted dripped dwindled fades failed "
    "faltered flickered "
    "froze gleamed glowed hesitated hovered leaned lingered melted moved paled passed rattled returned "
    "rose rusted "
    "sank settled shivered shone slipped stalled stirred stopped trembled vanished wandered wobbled"
).split()
JOINTS = (
    "although because before once since though unless until when whenever where while after if as".split()
)
NEAR = (
    "above across against along behind below beneath beside beyond inside near outside over past under without"
).split()
FIRST = (
    "Ada Albin Anneke Bartholomew Beatrix Bram Cecily Clement Corin Dagny Desmond Dorothea Edmund "
    "Elspeth Enzo Fenella "
    "Ferdinand Gideon Greta Gwilym Hattie Hector Imogen Ingmar Isidore Jocasta Jorgen Kasimir Kirsty "
    "Lambert Leonie "
    "Lucjan Magda Marius Mirela Nadine Niamh Octavia Osric Paloma Percival Quentin Ramona Rhoda Rufus "
    "Saskia Selwyn "
    "Tabitha Thaddeus Ursula Valentin Verity Wilf Winifred Xavier Yolanda Zdenka"
).split()
LAST = (
    "Abernethy Ashcombe Bagshaw Bellweather Birtwistle Blomkvist Cadwallader Castellani Cholmondeley "
    "Copperthwaite "
    "Dallimore Dombrowski Drinkwater Eversholt Fairweather Fazakerley Featherstone Fothergill Gastrell "
    "Goldsworthy "
    "Grindelvald Hallorann Hathersage Huckaback Inglenook Iverson Jellicoe Kalinowski Kettlewell Lanyon "
    "Littlejohn "
    "Lockwood Maclehose Marchbanks Merryweather Nethercott Oakeshott Ormerod Pargeter Pennyfeather "
    "Polkinghorne "
    "Quillfeather Rademaker Ravenscroft Rosenquist Satterthwaite Skeffington Sunderland Tattersall "
    "Thistlewood "
    "Trelawney Underhill Van Vechten Wigglesworth Winterbourne Wolstenholme Yarborough Zimmerman"
).replace("Van Vechten", "Van-Vechten")
SURNAMES = [name.replace("Van-", "van ") for name in LAST.split()]
ONSETS = (
    "Ald Barn Brack Cald Crow Dun Ever Fal Glen Hal Hex Kirk Lang Mal Nor"
    " Oul Pen Ros Scar Thorn Up Wex Wych Yar"
).split()
CODAS = (
    "bury by combe croft den field ford garth ham holm hurst leigh mere"
    " mouth ness over stead thorpe ton wick worth"
).split()
ROLES = (
    "retired surveyor; school caretaker; tax clerk; nurse on night shifts; ferry engineer; maker of "
    "stained glass; "
    "piano tuner; bus driver; student of geology; keeper of bees; baker who gets up early; translator; "
    "dentist; "
    "programmer of cash registers; lecturer in hydraulics; sign painter; clock repairer; vet"
).split("; ")
TOPICS = "Optics Mounts Weather Observing Photography History Workshop Books Clubs Sky Travel Radio Beginners".split()
