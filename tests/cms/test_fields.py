"""The stream field that keeps its blocks out of migrations."""

from io import StringIO

from django.core.management import call_command
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from wagtail.blocks import CharBlock

from cms.fields import BlocksField
from cms.models import StandardPage
from tests.cms.factories import TEXT, home_page


def test_a_migration_never_mentions_a_block() -> None:
    path, arguments, options = BlocksField([("title", CharBlock())], blank=True).deconstruct()[1:]
    assert path == "cms.fields.BlocksField"
    assert (arguments, options) == ([], {"blank": True})


def test_changing_a_block_makes_no_migration(db: None) -> None:
    # The first to load the migrations needs a database: wagtail-localize's own ask it a question.
    loader = MigrationLoader(None)
    before, after = loader.project_state(), loader.project_state()
    fields = after.models["cms", "standardpage"].fields
    fields["body"] = BlocksField([("new", CharBlock())], blank=True, verbose_name="content")
    assert not MigrationAutodetector(before, after).changes(graph=loader.graph)


def test_no_migration_is_missing(db: None) -> None:
    call_command("makemigrations", "cms", check=True, dry_run=True, stdout=StringIO())


def test_a_model_in_a_migration_keeps_the_content_it_does_not_know(db: None) -> None:
    page = home_page().add_child(
        instance=StandardPage(title="Privacy", slug="privacy", introduction="Over u.", body=TEXT)
    )
    historical = MigrationLoader(connection).project_state().apps.get_model("cms", "StandardPage")
    row = historical.objects.get(pk=page.pk)
    assert row.body[0]["type"] == "text"
    row.introduction = "Anders."
    row.save()
    assert StandardPage.objects.get(pk=page.pk).body[0].value["text"].source == (
        "<p>Wij helpen u.</p>"
    )


def test_an_empty_stream_stays_empty(db: None) -> None:
    assert list(StandardPage().body) == []
