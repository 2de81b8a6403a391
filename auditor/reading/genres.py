"""What kind of article it is, in one vocabulary: schema.org types, agencies' genres and sections to lower-case words.

Only labels that say so are used; the text is never judged.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Words of genre labels (schema.org's kinds of NewsArticle, IPTC's genre codes, section names) and what they mean here.
_GENRES = (
    ("live blog", ("liveblogposting", "live blog", "liveblog", "live updates", "live coverage")),
    ("opinion", ("opinionnewsarticle", "opinion", "opinions", "comment", "commentisfree", "op-ed", "oped", "column")),
    ("opinion", ("columns", "columnists", "viewpoint", "views", "perspective")),
    ("editorial", ("editorial", "editorials", "leader", "leading article")),
    ("letter", ("letter", "letters", "letters to the editor")),
    ("analysis", ("analysisnewsarticle", "analysis", "explainer", "backgroundnewsarticle", "background")),
    ("review", ("reviewnewsarticle", "review", "reviews", "criticnewsarticle")),
    ("interview", ("interview", "q&a", "question and answer", "question and answer session")),
    ("obituary", ("obituary", "obituaries", "obit")),
    ("press release", ("press release", "press-release", "pressrelease", "press releases", "media release")),
    ("satire", ("satiricalarticle", "satire")),
    ("fact check", ("fact check", "fact-check", "factcheck", "claimreview")),
    ("advertisement", ("advertisercontentarticle", "sponsored", "advertorial", "paid content", "paidpost")),
    ("blog", ("blogposting", "blog", "blogs")),
    ("transcript", ("transcript", "text only", "verbatim")),
    ("feature", ("feature", "features")),
)
_MEANING = {label: genre for genre, labels in _GENRES for label in labels}
_PATH_PARTS = re.compile(r"[^/]+")


def genre_named(label: str | None) -> str | None:
    """Give the genre that a label means, or null when it means none that is known."""
    return _MEANING.get(" ".join((label or "").casefold().split()))


def genre_in_address(url: str | None) -> str | None:
    """Give the genre that a folder of an address names, such as `/opinion/`, or null."""
    try:
        path = urlsplit(url or "").path
    except ValueError:
        return None
    folders = _PATH_PARTS.findall(path)[:-1]
    return next((genre for folder in folders if (genre := genre_named(folder.replace("-", " ")))), None)
