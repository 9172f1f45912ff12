"""A replica magazine to crawl on loopback: our own invention, not the real site.

Nobody who wrote it has seen the HTML of a real magazine's site. Its articles, people and figures are made by a
seeded grammar and mean nothing; only the kinds of page furniture, the wording of its labels and the list of issues
follow what the project knows of KAZAKHSTAN International Business Magazine. The demo, the tests and the bench serve
it in several very different layouts, together with the truth: what a reader of each page sees.
"""
