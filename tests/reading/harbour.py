"""One invented article, and the pages, files and feeds that tests make of it."""

from __future__ import annotations

from auditor.text import Metadata

TITLE = "Harbour crane plan delayed after inspectors find cracks"
STANDFIRST = "Dock workers say they warned of the damage in the spring, and that nobody wrote it down."
PARAGRAPHS = (
    "VELLAMO, March 5 (Nordkyst) - The opening of the new harbour crane in Vellamo has been delayed by at least six "
    "weeks, a person with knowledge of the inspection said on Tuesday.",
    "Inspectors found cracks in two of the four legs, according to the port authority. “Nobody will work under it "
    "until we know more,” Marit Olsvik, who runs the port, told reporters.",
    "About 40 dock workers had asked for a check in April, a union official said on condition of anonymity because he "
    "was not allowed to speak to the press.",
    "The company that built the crane, Tindvik Steel, said in a statement that the legs had passed every test before "
    "they left the yard in Harsund.",
    "“We told them twice,” said Jon Brekke, a crane driver. “They looked at the paint and went home.”",
    "The port moved 212,000 containers last year, figures from the authority show. A decision on repairs is expected "
    "next week, the newspaper Vellamo Dagblad reported.",
)
CAPTION = "The crane at the north quay on Monday, two days after the inspection."
CORRECTION = "Correction: An earlier version of this article gave the wrong number of legs with cracks."
BYLINE = "Ingrid Solberg"
PUBLISHER = "Nordkyst Post"
PUBLISHED = "2024-03-05T08:00:00+01:00"
UPDATED = "2024-03-06T09:30:00+01:00"
URL = "https://nordkystpost.example/news/harbour-crane"
DATELINE = "VELLAMO, March 5"
AGENCY = "Nordkyst"

BODY = "\n".join(PARAGRAPHS)
TEXT = "\n".join((TITLE, STANDFIRST, BODY, CORRECTION))
METADATA = Metadata(
    title=TITLE,
    byline=BYLINE,
    publisher=PUBLISHER,
    published=PUBLISHED,
    updated=UPDATED,
    url=URL,
    language="en",
    genre="analysis",
    dateline=DATELINE,
    agency=AGENCY,
    corrections=(CORRECTION,),
)
