"""Who keeps colleagues keeps no groups: whoever may change a group's rights has them all."""

from django.db import migrations


def take_away(apps, schema_editor):
    """Both ways to the rights of a group."""
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    groups = Permission.objects.filter(content_type__app_label="auth", content_type__model="group")
    for each in Group.objects.filter(name="Beheerders"):
        each.permissions.remove(*groups)


class Migration(migrations.Migration):
    dependencies = [("cms", "0008_call_first"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [migrations.RunPython(take_away, migrations.RunPython.noop)]
