"""What on a page is not the article: menus, cookie notes, related links, adverts, by-line boxes, repeated pull quotes.

Recognised by the elements of HTML that mean it, by the words in class and id attributes that sites of all kinds use,
and by the shape of what is read. Nothing here knows a single site.
"""

from __future__ import annotations

import re

from auditor.reading.credits import byline_in
from auditor.reading.markup import Element, Found, local_name

_ELEMENTS = frozenset({"nav", "footer", "menu"})
# Some systems wrap the whole page in one of these.
_WRAPPERS = frozenset({"form", "dialog"})
_ROLES = frozenset({"navigation", "search", "contentinfo", "banner", "dialog", "alertdialog", "menu", "complementary"})

# Parts of class and id attributes, between hyphens and the like, that mark furniture.
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|cookies?|consent|gdpr|ccpa|newsletters?|sign-?ups?|subscri\w*"
    r"|paywall|regwall|premium-offer|promo\w*|advert\w*|ads?|ad-(?:slot|unit|container)|dfp|sponsor\w*|taboola|outbrain"
    r"|related\w*|recirc\w*|read-?(?:more|next|also)|see-also|more-(?:on|from|stories|news|in)|you-may\w*|also-read|teasers?"
    r"|recommend\w*|trending|most-(?:read|popular|viewed)|popular|latest-news|next-article"
    r"|share\w*|sharing|social\w*|follow-us|comments?|disqus|tags?|tag-list|topics-list|keywords"
    r"|byline\w*|by-line|author(?:s|-\w+)?|contributors?|dateline-?time|timestamps?|publish-?date|pub-?date|posted-on"
    r"|reading-time|read-time|article-?meta|meta-?info|post-?meta|entry-?meta"
    r"|skip-?(?:link|to\w*)|sr-only|visually-hidden|screen-reader\w*|toolbar|site-?(?:header|footer)|footer|masthead"
    r"|donat\w*|membership|support-us|app-(?:banner|download)|gallery-nav|pagination|print-only|copyright|legal"
    r"|widget|sidebar|rail|ticker|poll|survey|quiz)(?:$|[\s_-])",
    re.IGNORECASE,
)
_PULL_QUOTE = re.compile(
    r"pull-?quote|quote-?highlight|blockquote-?pull|key-?quote|big-?quote|callout-quote", re.IGNORECASE
)
# Words of whole short paragraphs that sites set between an article's own.
_CALLS = re.compile(
    r"(?:read (?:more|also|next)|see also|also read|related(?: stories| articles| content)?"
    r"|more (?:on|from) (?:this|our)\b.*|advertisement|sponsored(?: content)?|story continues below.*"
    r"|article continues (?:below|after).*|continue reading"
    r"|sign up (?:for|to)\b.*|subscribe (?:to|now|for)\b.*|follow us\b.*|share (?:this|on)\b.*|click here\b.*"
    r"|download our app.*|skip (?:to|past)\b.*|load more|show more|back to top|listen to this article.*"
    r"|image caption|image source|play video|watch(?: now| live)?|\d+ (?:min(?:ute)?s?|hours?) (?:read|ago)"
    r"|(?:first )?published(?: on| at)?:? .{0,40}|(?:last )?updated(?: on| at)?:? .{0,40}|all rights reserved.*|©.*)"
    r"\s*[:.>»→]*",
    re.IGNORECASE,
)
_CALL_CHARACTERS = 160
_LEADING_CALL = re.compile(
    r"(?:read (?:more|also|next)|see also|also read|related|more on this(?: story)?)\s*:", re.IGNORECASE
)
_LINKED_SHARE = 0.85
_BYLINE_CHARACTERS = 160


def is_furniture(found: Found, holders: frozenset[Element]) -> bool:
    """Tell whether a block of a page is no part of an article.

    `holders` are elements that hold much of the article: words like "has-sidebar" stand on them too and mean nothing.
    """
    return in_furniture(found.element, holders) or is_call(found) or _is_byline_box(found)


def in_furniture(element: Element, holders: frozenset[Element]) -> bool:
    """Tell whether an element is, or stands inside, an element that holds furniture."""
    nodes = (element, *element.iterancestors())
    return any(local_name(node) in _ELEMENTS or (node not in holders and _says_furniture(node)) for node in nodes)


def _says_furniture(node: Element) -> bool:
    if local_name(node) in _WRAPPERS:
        return True
    if (node.get("role") or "").lower() in _ROLES:
        return True
    if node.get("itemprop") in ("author", "datePublished", "dateModified", "publisher"):
        return True
    if "author" in (node.get("rel") or ""):
        return True
    return _FURNITURE.search(f"{node.get('class') or ''} {node.get('id') or ''}") is not None


def is_call(found: Found) -> bool:
    """Tell whether a block calls the reader elsewhere: a label of furniture, or nothing but links."""
    text = found.block.text
    if len(text) <= _CALL_CHARACTERS and _CALLS.fullmatch(text.strip()):
        return True
    linked = sum(link.end - link.start for link in found.block.links)
    if linked and _LEADING_CALL.match(text):
        return True
    return linked >= _LINKED_SHARE * len(text) and not text.rstrip(" \"”’'").endswith((".", "!", "?"))


def _is_byline_box(found: Found) -> bool:
    return len(found.block.text) <= _BYLINE_CHARACTERS and byline_in(found.block.text) is not None


def may_be_pull_quote(found: Found) -> bool:
    """Tell whether a block stands where pages set words of the article once more."""
    return any(
        local_name(node) in ("aside", "blockquote", "q") or _PULL_QUOTE.search(node.get("class") or "")
        for node in (found.element, *found.element.iterancestors())
    )
