"""Makes a template of ours that names an unknown variable fail its test.

Django prints nothing for an unknown variable, which hides typing errors. Only
templates below our own folder are held to it: Wagtail's and allauth's are not ours.
"""

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from django.template import engines
from django.template.backends.django import DjangoTemplates
from django.template.context import Context


class UnknownTemplateVariable(AssertionError):
    """A template named a variable that its context does not have."""


class _Refusal(str):
    """Stands for `string_if_invalid`: Django formats it with the variable's name."""

    __slots__ = ("root",)

    root: str

    def __contains__(self, key: object) -> bool:
        return key == "%s"

    def __mod__(self, variable: object) -> str:
        origin = _origin()
        if origin.startswith(self.root):
            raise UnknownTemplateVariable(f"{origin}: {variable}")
        return ""


def _origin() -> str:
    """The file of the template being rendered, found on the stack; empty when unknown."""
    frame = inspect.currentframe()
    while frame:
        context = frame.f_locals.get("context")
        if isinstance(context, Context) and context.render_context.template:
            return str(context.render_context.template.origin.name)
        frame = frame.f_back
    return ""


@contextmanager
def enforced(root: Path) -> Iterator[None]:
    """While inside, templates below `root` refuse unknown variables."""
    refusal = _Refusal("refused")
    refusal.root = str(root)
    django = engines["django"]
    assert isinstance(django, DjangoTemplates)
    with mock.patch.object(django.engine, "string_if_invalid", refusal):
        yield
