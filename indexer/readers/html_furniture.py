"""Tells the content of a web page from its furniture: menus, banners, forms and what only scripts use."""

import re

from bs4 import BeautifulSoup, Tag

_NEVER_TEXT = "script style noscript template svg canvas iframe object embed video audio select input textarea head".split()
_FURNITURE = (
    "nav, footer, form, [role=navigation], [role=banner], [role=contentinfo], [role=search], [role=dialog], [role=alertdialog]"
)
_HIDDEN = "[hidden], [aria-hidden=true], [aria-modal=true], .visually-hidden, .sr-only, .screen-reader-text"
_BANNER = re.compile(r"cookie|consent|breadcrumb|kruimelpad|skip-?(?:to-?)?(?:link|content|nav)", re.I)
_CONTENT = ["main", "article", "h1"]


def remove_furniture(soup: BeautifulSoup) -> None:
    """Takes everything out of the tree that isn't content.

    An element that holds the main content (a form around the whole page, a page about cookies) is never furniture.
    """
    for tag in soup.find_all(_NEVER_TEXT):
        tag.decompose()
    suspects = soup.select(f"{_FURNITURE}, {_HIDDEN}") + [tag for tag in soup.find_all(True) if _is_banner(tag)]
    for tag in suspects:
        if not tag.decomposed and not _holds_content(tag):
            tag.decompose()
    for header in soup.find_all("header"):
        if not header.decomposed and header.find_parent(["main", "article"]) is None:
            header.decompose()
    for button in soup.find_all("button"):
        if not button.decomposed and button.find_parent(re.compile("^h[1-6]$")) is None:
            button.decompose()


def find_main_content(soup: BeautifulSoup) -> Tag:
    """The one element with the content: ``main``, else the only article, else the body, else all there is."""
    for name in ("main", "[role=main]", "article"):
        found = [tag for tag in soup.select(name) if tag.find_parent(name) is None and tag.get_text(strip=True)]
        if len(found) == 1:
            return found[0]
    return soup.body or soup


def _is_banner(tag: Tag) -> bool:
    names = " ".join(str(name) for name in [*tag.get_attribute_list("class"), tag.get("id")] if name)
    return _BANNER.search(names) is not None and tag.name not in {"html", "body", "main", "article"}


def _holds_content(tag: Tag) -> bool:
    return tag.name in _CONTENT or tag.find(_CONTENT) is not None
