"""What a page says of itself: its headings, its links, what it fetches."""

from html.parser import HTMLParser

NAMED_ONLY = {"alternate", "canonical"}
FETCHED = {"img": "src", "script": "src", "link": "href", "source": "srcset", "iframe": "src"}


class Outline(HTMLParser):
    """The heading levels in order, every link, and every address the browser fetches."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what matters of one tag."""
        values = {name: value or "" for name, value in attrs}
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag in FETCHED and FETCHED[tag] in values and values.get("rel") not in NAMED_ONLY:
            self.fetched.append(values[FETCHED[tag]])

    @property
    def skips_no_level(self) -> bool:
        """One h1 first, and never a level deeper than the one before plus one."""
        steps = zip(self.levels, self.levels[1:], strict=False)
        one_title = self.levels[:1] == [1] and self.levels.count(1) == 1
        return one_title and all(after <= before + 1 for before, after in steps)
