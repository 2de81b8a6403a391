"""Skeletons of pages, as different as sites are, around the same article. `FOREIGN` marks what is not the article."""

# ruff: noqa: E501 - markup in lines of its own

from __future__ import annotations

import json

from reading.harbour import (
    BYLINE,
    CAPTION,
    CORRECTION,
    PARAGRAPHS,
    PUBLISHED,
    PUBLISHER,
    STANDFIRST,
    TITLE,
    UPDATED,
    URL,
)

# Stands in every sentence that no page may let through.
FOREIGN = "Zebulon"

NAV = f"""<header class="site-header"><a href="/">{FOREIGN} home</a>
<nav><ul><li><a href="/n">News {FOREIGN}</a></li><li><a href="/s">Sport</a></li><li><a href="/w">Weather</a></li></ul></nav>
</header>"""
COOKIES = f"""<div id="cookie-consent" role="dialog"><p>We and our {FOREIGN} partners use cookies to store and read
information on your device. You can change your choice at any time.</p><button>Accept</button></div>"""
FOOTER = f"""<footer><p>© 2024 {FOREIGN} Media. All rights reserved.</p><ul><li><a href="/about">About {FOREIGN}</a></li>
<li><a href="/contact">Contact</a></li></ul></footer>"""
RELATED = f"""<aside class="related-stories"><h3>Related</h3><ul>
<li><a href="/1">{FOREIGN} minister denies knowing about the bridge, an aide says</a></li>
<li><a href="/2">Three people injured on {FOREIGN} street, police say</a></li></ul></aside>"""
COMMENTS = f"""<section id="comments"><h2>Comments</h2><div class="comment"><p>My {FOREIGN} cousin works there and he told me
it was worse than they admit.</p></div></section>"""
NEWSLETTER = f"""<div class="newsletter-signup"><h4>Sign up for the {FOREIGN} briefing</h4><p>The stories that matter, every
morning in your inbox.</p><form><input type="email"><button>Send</button></form></div>"""
SHARE = '<ul class="share-tools"><li><a href="#">Share on Chatter</a></li><li><a href="#">E-mail</a></li></ul>'

META = f"""<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="{PUBLISHER}">
<meta name="author" content="{BYLINE}"><meta property="article:published_time" content="{PUBLISHED}">
<meta property="article:modified_time" content="{UPDATED}"><meta property="article:section" content="Analysis">
<link rel="canonical" href="{URL}">"""
GRAPH = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Organization", "@id": "#o", "name": PUBLISHER},
            {"@type": "Person", "@id": "#p", "name": BYLINE},
            {
                "@type": ["NewsArticle", "AnalysisNewsArticle"],
                "headline": TITLE,
                "author": [{"@id": "#p"}],
                "publisher": {"@id": "#o"},
                "datePublished": PUBLISHED,
                "dateModified": UPDATED,
                "inLanguage": "en",
                "mainEntityOfPage": URL,
                "description": STANDFIRST,
            },
        ],
    }
)
JSON_LD = f'<script type="application/ld+json">{GRAPH}</script>'


def paragraphs(words: tuple[str, ...] = PARAGRAPHS, *, kind: str = "") -> list[str]:
    return [f"<p{kind}>{text}</p>" for text in words]


def page(body: str, *, head: str = META, attributes: str = ' lang="en"') -> str:
    tab = f"<title>{TITLE} | {PUBLISHER}</title>"
    return f"<!DOCTYPE html><html{attributes}><head><meta charset='utf-8'>{tab}{head}</head><body>{body}</body></html>"


def broadsheet(*, picture: bool = True) -> str:
    """Semantic elements, JSON-LD with references, a figure, a related box between paragraphs."""
    parts = paragraphs()
    body = "".join([*parts[:2], RELATED, *parts[2:]])
    figure = f"<figure><img src='c.jpg'><figcaption>{CAPTION}</figcaption></figure>" if picture else ""
    return page(
        f"{NAV}<main><article><header><h1>{TITLE}</h1><p class='standfirst'>{STANDFIRST}</p>"
        f"<p class='byline'>By {BYLINE}</p></header>{figure}{body}<p><em>{CORRECTION}</em></p></article></main>{COMMENTS}{FOOTER}",
        head=JSON_LD,
    )


def tabloid() -> str:
    """Nested boxes without meaning, adverts and newsletter between paragraphs, wrapper classes that name a sidebar."""
    parts = [f'<div class="article-text">{part}</div>' for part in paragraphs()]
    advert = (
        f'<div class="ad-slot"><p>Advertisement</p><p>{FOREIGN} mattresses at half the price, this week only.</p></div>'
    )
    parts[2:2] = [advert]
    parts[4:4] = [NEWSLETTER]
    rail = f"<div class='rail'><h3>Most read</h3><ol><li><a href='/a'>{FOREIGN} star leaves show</a></li></ol></div>"
    return page(
        f"{COOKIES}{NAV}<div class='layout has-sidebar with-ads'><div class='col main-col'><h1>{TITLE}</h1>"
        f"<h2 class='sub-headline standfirst'>{STANDFIRST}</h2><div class='author-box'>By {BYLINE} for {FOREIGN}</div>{SHARE}"
        f"<div class='body'>{''.join(parts)}<p>{CORRECTION}</p></div></div>{rail}</div>{FOOTER}"
    )


def pull_quotes() -> str:
    """The article's own words again, large, as aside and as marked blockquote."""
    parts = paragraphs()
    quote = "They looked at the paint and went home."
    parts[3:3] = [f"<aside class='pullquote'><p>{quote}</p></aside>"]
    parts[1:1] = ["<blockquote class='pull-quote'><p>Nobody will work under it until we know more</p></blockquote>"]
    return page(f"{NAV}<article><h1>{TITLE}</h1>{''.join(parts)}</article>{FOOTER}")


def amp() -> str:
    """An AMP page: its own elements, a side menu, an advert and a consent element."""
    image = f"<figure><amp-img src='c.jpg' width='9' height='6'></amp-img><figcaption>{CAPTION}</figcaption></figure>"
    menu = f"<amp-sidebar class='menu'><ul><li><a href='/'>{FOREIGN} home</a></li></ul></amp-sidebar>"
    consent = (
        f"<amp-consent id='consent'><div><p>{FOREIGN} uses cookies, as you may know by now.</p></div></amp-consent>"
    )
    body = "".join(paragraphs())
    return page(
        f"{menu}{consent}<article class='amp-article'><h1>{TITLE}</h1>{image}<div class='amp-content'>{body}</div>"
        f"<amp-ad type='x'></amp-ad></article>{FOOTER}",
        head=JSON_LD + "<style amp-boilerplate>body{-webkit-animation:none}</style>",
        attributes=' amp lang="en"',
    )


def list_of_links() -> str:
    """Lists of links and single "read more" lines inside the article's own text."""
    parts = paragraphs()
    more = (
        f"<ul><li><a href='/x'>How {FOREIGN} became a port</a></li>"
        f"<li><a href='/y'>What the {FOREIGN} cranes cost</a></li></ul>"
    )
    parts[2:2] = [more]
    parts[5:5] = [f"<p><strong>Read more:</strong> <a href='/z'>{FOREIGN} town votes on the quay</a></p>"]
    linked = [
        part.replace("Vellamo Dagblad", "<a href='https://dagblad.example/1'>Vellamo Dagblad</a>") for part in parts
    ]
    return page(f"{NAV}<div class='story'><h1>{TITLE}</h1>{''.join(linked)}</div>{FOOTER}")


def paywall() -> str:
    """A teaser of two paragraphs, and an offer where the rest would be."""
    graph = {"@type": "NewsArticle", "headline": TITLE, "isAccessibleForFree": False, "wordCount": 900}
    offer = (
        f"<div class='paywall-offer'><h3>Go on reading with {FOREIGN} Plus</h3>"
        f"<p>Subscribe now for one crown a month and read everything that {FOREIGN} writes.</p></div>"
    )
    return page(
        f"{NAV}<article><h1>{TITLE}</h1>{''.join(paragraphs()[:2])}{offer}</article>{FOOTER}",
        head=f"<script type='application/ld+json'>{json.dumps(graph)}</script>",
    )


def live_blog() -> str:
    """Posts with times, the newest first, each an article element; key points and a refresh note beside them."""
    posts = "".join(
        f"<article class='live-post' id='post-{number}'><time datetime='2024-03-05T1{number}:00'>1{number}:00</time>"
        f"<div class='post-body'>{part}</div></article>"
        for number, part in enumerate(paragraphs())
    )
    graph = {"@type": "LiveBlogPosting", "headline": TITLE, "datePublished": PUBLISHED, "author": {"name": BYLINE}}
    note = f"<div class='ticker'><p>{FOREIGN} updates by itself every minute.</p></div>"
    return page(
        f"{NAV}<main><h1>{TITLE}</h1>{note}<div class='live-posts'>{posts}</div></main>{RELATED}{FOOTER}",
        head=f"<script type='application/ld+json'>[{json.dumps(graph)}]</script>",
    )


def line_breaks() -> str:
    """An old page: a table for the layout, no paragraphs, two line breaks between them."""
    body = "<br><br>\n".join(PARAGRAPHS)
    menu = f"<td width=150><a href='/'>{FOREIGN}</a><br><a href='/n'>News</a><br><a href='/s'>Sport</a></td>"
    return page(
        f"<table><tr>{menu}<td><h1>{TITLE}</h1><font size=2>{body}</font></td></tr></table>"
        f"<center><small>© {FOREIGN} Media</small></center>",
        head="",
        attributes="",
    )


def wire_site() -> str:
    """An agency's site: test ids in place of classes' words, paragraphs as boxes, a sign-off with other links."""
    parts = "".join(f"<div data-testid='paragraph-{number}'>{text}</div>" for number, text in enumerate(PARAGRAPHS))
    return page(
        f"{NAV}<main id='main'><article data-testid='Article'><header><h1 data-testid='Heading'>{TITLE}</h1>"
        f"<div class='info__byline'>By <a rel='author' href='/p'>{BYLINE}</a></div></header>"
        f"<div class='x7f3'>{parts}</div></article><div class='also-read'><p>{FOREIGN} port closes, "
        f"<a href='/q'>its mayor told this paper</a></p></div></main>{FOOTER}"
    )


def magazine() -> str:
    """Drop cap, section headings, a gallery with captions, tags and an author's portrait at the end."""
    parts = paragraphs()
    parts[0] = "<p class='has-dropcap'><span class='cap'>V</span>" + PARAGRAPHS[0][1:] + "</p>"
    parts[3:3] = ["<h2>A spring of warnings</h2>"]
    gallery = f"<div class='gallery'><figure><img src='1.jpg'><figcaption>{CAPTION}</figcaption></figure></div>"
    bio = f"<div class='author-bio'><p>{BYLINE} writes about ports for {FOREIGN}. She told her first story at nine.</p></div>"
    tags = f"<ul class='tags'><li><a href='/t'>{FOREIGN}</a></li><li><a href='/t2'>Ports</a></li></ul>"
    return page(
        f"{NAV}<article><h1>{TITLE}</h1><p class='dek'>{STANDFIRST}</p>{''.join(parts[:2])}{gallery}{''.join(parts[2:])}"
        f"{tags}{bio}</article>{RELATED}{NEWSLETTER}{FOOTER}",
        head=META,
    )


def broadcaster() -> str:
    """Every part in a labelled block, video and caption labels, a topics list, hidden text for screen readers."""
    blocks = "".join(f"<div data-component='text-block'>{part}</div>" for part in paragraphs())
    image = (
        f"<div data-component='image-block'><figure><img src='c.jpg'><figcaption><span class='visually-hidden'>Image caption, "
        f"</span>{CAPTION}</figcaption></figure></div>"
    )
    topics = f"<div data-component='topic-list' class='topics-list'><ul><li><a href='/t'>{FOREIGN}</a></li></ul></div>"
    links = f"<div data-component='links-block' class='related-links'><p><a href='/1'>{FOREIGN} port in pictures</a></p></div>"
    return page(
        f"<a class='skip-link' href='#main'>Skip to content of {FOREIGN}</a>{NAV}<main id='main'><article>"
        f"<div data-component='headline-block'><h1>{TITLE}</h1></div>"
        f"<div data-component='byline-block' class='byline-block'><p>{BYLINE}, {FOREIGN} correspondent</p></div>"
        f"{image}{blocks}{links}{topics}</article></main>{FOOTER}",
        head=JSON_LD,
    )


def blog() -> str:
    """A common blog system: entry header and footer, widgets, share buttons, navigation to the next post."""
    neighbours = f"<nav class='post-navigation'><a href='/p'>{FOREIGN} and I: a week at sea</a></nav>"
    widget = f"<div class='widget-area'><section class='widget'><h2>About</h2><p>{FOREIGN} writes about boats.</p></section></div>"
    return page(
        f"{NAV}<div id='content' class='site-content'><article id='post-7' class='post type-post'><header class='entry-header'>"
        f"<h1 class='entry-title'>{TITLE}</h1><div class='entry-meta'>Posted on <time datetime='{PUBLISHED}'>5 March</time> by "
        f"<a rel='author' href='/a'>{BYLINE}</a></div></header><div class='entry-content'>{''.join(paragraphs())}"
        f"<div class='sharedaddy'><h3>Share this:</h3>{SHARE}</div></div></article>{neighbours}{COMMENTS}</div>{widget}{FOOTER}",
        head=f"<meta property='og:site_name' content='{PUBLISHER}'>",
    )


def saved_reader_view() -> str:
    """What a browser saves of its reader view: little more than the words."""
    return page(f"<div class='container'><h1>{TITLE}</h1><div>{''.join(paragraphs())}</div></div>", head="")


LAYOUTS = (
    broadsheet,
    tabloid,
    pull_quotes,
    amp,
    list_of_links,
    live_blog,
    line_breaks,
    wire_site,
    magazine,
    broadcaster,
    blog,
    saved_reader_view,
)
