"""Editors add words that people search by."""

import cms.words
from django.db import migrations, models


def allow_editors(apps, schema_editor):
    """Who writes the pages also keeps the words that people search by."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    kind, _ = ContentType.objects.get_or_create(app_label="cms", model="searchsynonym")
    rights = [
        Permission.objects.get_or_create(
            content_type=kind,
            codename=f"{verb}_searchsynonym",
            defaults={"name": f"Can {verb} other word for search"},
        )[0]
        for verb in ("add", "change", "delete", "view")
    ]
    for group in apps.get_model("auth", "Group").objects.filter(
        name__in=["Redacteuren", "Beheerders"]
    ):
        group.permissions.add(*rights)


class Migration(migrations.Migration):

    dependencies = [
        ('cms', '0004_links_and_reminders'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchSynonym',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('say', models.TextField(help_text='Words or short sentences, one on each line: what residents call it.', validators=[cms.words.one_on_each_line], verbose_name='what people type')),
                ('means', models.TextField(help_text='Words that stand on our pages, one on each line. Search looks for them too.', validators=[cms.words.one_on_each_line], verbose_name='what it is called here')),
            ],
            options={
                'verbose_name': 'other word for search',
                'verbose_name_plural': 'other words for search',
            },
        ),
        migrations.RunPython(allow_editors, migrations.RunPython.noop),
    ]
