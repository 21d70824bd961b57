"""Wagtail's own groups and workflow, under the names that this organisation uses.

Redacteuren write pages and hand them in; Beheerders check and publish them, and keep
the municipality's own data. Wagtail's migrations give the groups their permissions,
by their English names, so this one runs after those.
"""

from django.db import migrations

GROUPS = {"Editors": "Redacteuren", "Moderators": "Beheerders"}
WORKFLOW = ("Moderators approval", "Controle door een beheerder")


def rename(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for old, new in GROUPS.items():
        Group.objects.filter(name=old).update(name=new)
    for model in ("Workflow", "Task"):
        old, new = WORKFLOW
        apps.get_model("wagtailcore", model).objects.filter(name=old).update(name=new)


def restore(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for old, new in GROUPS.items():
        Group.objects.filter(name=new).update(name=old)
    for model in ("Workflow", "Task"):
        old, new = WORKFLOW
        apps.get_model("wagtailcore", model).objects.filter(name=new).update(name=old)


def allow_municipality_data(apps, schema_editor):
    """Django makes permissions after all migrations, which is too late for a group's rights."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    Group = apps.get_model("auth", "Group")
    kind, _ = ContentType.objects.get_or_create(app_label="cms", model="municipalitydata")
    permission, _ = Permission.objects.get_or_create(
        content_type=kind,
        codename="change_municipalitydata",
        defaults={"name": "Can change municipality"},
    )
    for group in Group.objects.filter(name="Beheerders"):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [
        migrations.RunPython(rename, restore),
        migrations.RunPython(allow_municipality_data, migrations.RunPython.noop),
    ]
