"""How a document is sent to a reader; `SENDFILE_BACKEND` names this module."""

from pathlib import Path

from django.http import FileResponse, HttpRequest, HttpResponseBase, HttpResponseNotModified
from django.utils.http import http_date
from wagtail.utils.sendfile_streaming_backend import was_modified_since


class Document(FileResponse):
    """A file, without headers that say "None".

    Wagtail sets Content-Encoding to what it guessed, also when that is nothing; browsers
    and proxies then read of an encoding that does not exist.
    """

    def __setitem__(self, header: str, value: str | bytes | int | None) -> None:
        """Set a header, unless there is nothing to say."""
        if value is not None:
            super().__setitem__(header, value)


def sendfile(request: HttpRequest, filename: str, **_options: object) -> HttpResponseBase:
    """The file, or that it is still what the reader has."""
    path = Path(filename)
    changed = int(path.stat().st_mtime)
    if not was_modified_since(request.headers.get("if-modified-since"), changed):
        return HttpResponseNotModified()
    document = Document(path.open("rb"))
    document["Last-Modified"] = http_date(changed)
    return document
