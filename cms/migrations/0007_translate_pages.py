"""Editors and managers may send a page for translation; so far nobody could.

Whether what they translate goes live follows from their rights on pages, as for any page.
"""

from django.db import migrations

GROUPS = ("Redacteuren", "Beheerders")


def allow(apps, schema_editor):
    """The permission is made by a migration of wagtail-localize itself."""
    permission = apps.get_model("auth", "Permission").objects.get(
        content_type__app_label="wagtail_localize", codename="submit_translation"
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0006_rights"),
        ("wagtail_localize", "0006_create_submit_translation_permission"),
    ]

    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
