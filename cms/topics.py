"""The topics of intake's catalogue, as pages and editors know them."""

from collections.abc import Collection, Sequence
from typing import Any, ClassVar, NamedTuple
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Cast
from django.db.models.lookups import Contains
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail_localize.fields import SynchronizedField

from intake.catalogue import queries


class TopicLink(NamedTuple):
    """A topic's name, and where its intake starts."""

    name: str
    url: str


class AboutTopics(Page):
    """What is about some topics of the intake, by their keys."""

    topic_keys = models.JSONField(_("topics of the intake"), default=list, blank=True)

    override_translatable_fields: ClassVar[list[Any]] = [
        SynchronizedField("topic_keys", overridable=False)
    ]

    class Meta:
        abstract = True


def is_about(topic_key: str) -> Contains:
    """For a query over what is about topics: whether this is one of them.

    Only PostgreSQL can look for a member of a list in JSON, so this looks in its text,
    where a key stands between quotes and, being a slug, as it is.
    """
    return Contains(Cast("topic_keys", models.TextField()), f'"{topic_key}"')


def start_url(*topic_keys: str) -> str:
    """The intake, with these topics chosen."""
    chosen = urlencode([("onderwerp", key) for key in topic_keys])
    return f"{reverse('intake:start')}?{chosen}"


def other_topics(*, than: Collection[str]) -> list[TopicLink]:
    """The topics that somebody can ask for, but these."""
    return [TopicLink(name, start_url(key)) for key, name in known_topics() if key not in than]


def known_topics() -> Sequence[tuple[str, str]]:
    """Key and name of every topic, in the catalogue's order; none before the first release."""
    try:
        release = queries.current_release()
    except queries.NothingPublished:
        return ()
    return [(topic.key, topic.name) for topic in queries.catalogue_of(release.id).topics]


def uniform_names() -> dict[str, str]:
    """Of each topic that has one, its uniform product name (UPL), by the topic's key."""
    try:
        release = queries.current_release()
    except queries.NothingPublished:
        return {}
    return {topic.key: topic.upl for topic in queries.catalogue_of(release.id).topics if topic.upl}


class TopicPageForm(WagtailAdminPageForm):
    """Lets an editor choose the topic by its name, once per language."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if "topic_key" in self.fields:
            choices = [("", "---------"), *known_topics()]
            self.fields["topic_key"].widget = forms.Select(choices=choices)

    def clean_topic_key(self) -> str:
        """Refuse what the intake does not know, and what another page already tells about."""
        key: str = self.cleaned_data["topic_key"]
        if key not in dict(known_topics()):
            raise ValidationError(_("The intake does not know this topic."))
        if self._others().filter(topic_key=key).exists():
            raise ValidationError(_("Another page already tells about this topic."))
        return key

    def _others(self) -> PageQuerySet:
        locale = self.instance.locale_id or self.parent_page.locale_id
        pages = type(self.instance).objects.filter(locale_id=locale)
        return pages.exclude(pk=self.instance.pk)


class AboutTopicsForm(WagtailAdminPageForm):
    """Lets an editor choose topics by their names; none where the page may be about none."""

    topics_required = False

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if "topic_keys" in self.fields:
            field = self.fields["topic_keys"]
            self.fields["topic_keys"] = forms.MultipleChoiceField(
                choices=known_topics(),
                label=field.label,
                help_text=field.help_text,
                required=self.topics_required,
                widget=forms.CheckboxSelectMultiple,
            )
