"""What authors of pages call their furniture: the words of classes, names and roles.

Classes have no rules, but the themes and programs that most pages are made with share their words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.readers.web.nodes import Node

__all__ = ["called", "is_on_demand", "is_title"]

_ROLES = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "tablist": "navigation",
    "doc-toc": "navigation",
    "banner": "page header",
    "contentinfo": "page footer",
    "complementary": "sidebar",
    "search": "form",
    "toolbar": "toolbar",
    "dialog": "dialog",
    "alertdialog": "dialog",
}
# The words of a class or name between hyphens, one to three; the first label that fits is taken.
_WORDS = {
    "cookie notice": "cookie cookies cookiebar cookiebanner consent gdpr ccpa cmp onetrust",
    "share buttons": "share shares sharing sharebar sharedaddy sharethis addthis addtoany social"
    " socials follow followus whatsapp",
    "comments": "comment comments commentlist disqus respond replies reviews discussion",
    "related articles": "related relatedposts recommended recommendation recommendations recirc"
    " recirculation trending popular mostread most-read most-viewed suggested similar upsell"
    " upsells cross-sell cross-sells crosssell also-bought also-like read-more readmore read-also"
    " readalso more-news more-stories more-articles more-from more-on see-also teaser teasers promo"
    " promos outbrain taboola blog-pager post-navigation posts-navigation next-prev prev-next"
    " latest-news latest-posts recently-viewed may-like wp-embedded-content"
    " bookmark-card rich-link richlink link-card embed-card",
    "author box": "author-bio author-box about-author about-the-author bio-box",
    "tags": "tags tagcloud tag-cloud tag-list taglist catlinks hashtags keywords post-labels"
    " post-terms taxonomy cat-links",
    "advertisement": "ad ads adv advert adverts advertisement advertising adsense"
    " adsbygoogle sponsor sponsors sponsored inread",
    "subscription": "newsletter newsletters subscribe subscription signup sign-up mailing-list"
    " inline-form",
    "breadcrumbs": "breadcrumb breadcrumbs crumb crumbs pathway sitepath site-path",
    "navigation": "nav navi navs navbar navigation menu menus menubar mainmenu sidemenu submenu"
    " topmenu topnav mainnav subnav sidenav megamenu dropdown pagination pager paging skip"
    " skip-link skiplink lang-switcher language-switcher langswitch interlanguage navbox toc tocbox"
    " table-of-contents jump-link editsection headerlink",
    "form": "search searchform searchbox login signin sign-in log-in register quickreply"
    " quick-reply add-to-cart quantity",
    "toolbar": "toolbar tools print printfriendly font-size fontsize text-resize rating ratings"
    " vote votes likes counter view-count postbuttons post-buttons copy-link"
    " noprint no-print action-bar actionbar",
    "dialog": "popup popups modal overlay lightbox toast snackbar",
    "sidebar": "sidebar sidebars sidecolumn side-column side-bar right-rail left-rail widget"
    " widgets blogroll archives",
    "page header": "masthead topbar top-bar site-header site-branding site-title site-description"
    " global-header main-header logo banner",
    "page footer": "footer colophon copyright copyrights bottom-bar site-info powered-by credits"
    " printfooter sitenotice site-notice stat-block online-list",
    "user details": "postprofile user-info userinfo poster-info user-details signature sig",
    "references": "reflist references reference-list",
    "for screen readers only": "sr-only visually-hidden screen-reader-text visuallyhidden",
    "code": "highlight codehilite sourcecode code-block syntaxhighlighter prettyprint",
}
_LABELS = {
    word: (rank, label)
    for rank, (label, words) in enumerate(_WORDS.items())
    for word in words.split()
}
_DENIED = frozenset({"no", "has", "with", "without"})  # has-sidebar: an element beside one
_CAMEL = re.compile("(?<=[a-z])(?=[A-Z])")
_BOUND = re.compile("[-_]+")
LONGEST = 400  # characters of classes that are looked at
MOST_WORDS = 3


_TITLES = frozenset({"title", "headline", "subject"})
# What holds text back until it is asked for: a tab of a language, a part that unfolds.
_ON_DEMAND = frozenset(
    {"tab", "tabpanel", "tabcontent", "pane", "panel", "accordion", "collapse", "collapsible"}
)


def is_title(node: Node) -> bool:
    """Say whether a heading is called the title of what follows."""
    return node.get("itemprop") == "headline" or not _TITLES.isdisjoint(_parts(node))


def is_on_demand(node: Node) -> bool:
    """Say whether an element that is hidden shows itself when it is asked for."""
    return node.get("role") == "tabpanel" or not _ON_DEMAND.isdisjoint(_parts(node))


def called(node: Node) -> str:
    """Return the label that an element's role, class and name ask for, or nothing."""
    role = _ROLES.get(node.get("role").strip().lower(), "")
    words = f"{node.get('class')} {node.get('id')}".strip()
    if role or not words:
        return role
    found = (each for name in words[:LONGEST].split() for each in _fitting(name))
    return min(found, default=(0, ""))[1]


def _parts(node: Node) -> list[str]:
    """Return the words that the classes of an element are made of."""
    return _BOUND.split(_CAMEL.sub("-", node.get("class")[:LONGEST]).lower().replace(" ", "-"))


def _fitting(name: str) -> Iterator[tuple[int, str]]:
    """Yield rank and label of every known word in a class like ``post-share-buttons``."""
    words = _BOUND.split(_CAMEL.sub("-", name).lower())
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + MOST_WORDS) + 1):
            known = _LABELS.get("-".join(words[start:end]))
            if known and not (start and words[start - 1] in _DENIED):
                yield known
