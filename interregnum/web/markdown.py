"""A small Markdown as HTML: paragraphs, lists, bold, italics and links; whatever else it holds becomes plain text."""

import re
from functools import cache
from html import unescape

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "br", "h3", "h4", "blockquote"}
# Brackets that no text holds stand for the edges of what is marked until the text has become clean HTML: beside a
# bracket bold and italics begin and end as they do beside nothing.
BEGIN, END = "\u2e28", "\u2e29"


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable(["image", "code", "fence", "html_block"])


def rendered(text: str, *, marked: str = "") -> SafeString:
    """The text as HTML; the first place that reads `marked`, in whole words, is highlighted."""
    text = text.replace(BEGIN, "").replace(END, "").replace("\x00", "")
    if marked:
        text = re.sub(rf"(?<!\w){re.escape(marked)}(?!\w)", rf"{BEGIN}\g<0>{END}", text, count=1)
    clean = nh3.clean(
        _reader().render(text),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"https", "mailto", "tel"},
        link_rel="noopener noreferrer",
    )
    return mark_safe(clean.replace(BEGIN, "<mark>").replace(END, "</mark>"))


def plain(text: str) -> str:
    """The words of the text alone, for search engines and lists."""
    return unescape(" ".join(nh3.clean(_reader().render(text), tags=set()).split()))
