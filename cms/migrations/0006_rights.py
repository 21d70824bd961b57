"""What each group may do in the admin, beside its pages.

Redacteuren keep redirects, since they move pages. Beheerders keep colleagues and groups,
collections, redirects and workflows too. Nobody gets sites, languages or the catalogue.
"""

from django.db import migrations

REDIRECTS = [("wagtailredirects", "redirect", ["add", "change", "delete"])]
RIGHTS = {
    "Redacteuren": REDIRECTS,
    "Beheerders": [
        *REDIRECTS,
        ("portal_accounts", "user", ["add", "change", "delete"]),
        ("auth", "group", ["add", "change", "delete", "view"]),
        ("wagtailcore", "collection", ["add", "change", "delete"]),
        ("wagtailcore", "workflow", ["add", "change", "delete"]),
        ("wagtailcore", "task", ["add", "change", "delete"]),
    ],
}


def allow(apps, schema_editor):
    """Django makes permissions after all migrations, which is too late for a group's rights."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    Group = apps.get_model("auth", "Group")
    GroupCollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    root = apps.get_model("wagtailcore", "Collection").objects.filter(depth=1).first()
    for group in Group.objects.filter(name__in=RIGHTS):
        for app, model, verbs in RIGHTS[group.name]:
            kind, _ = ContentType.objects.get_or_create(app_label=app, model=model)
            for verb in verbs:
                permission, _ = Permission.objects.get_or_create(
                    content_type=kind,
                    codename=f"{verb}_{model}",
                    defaults={"name": f"Can {verb} {model}"},
                )
                if model == "collection" and root is not None:
                    GroupCollectionPermission.objects.get_or_create(
                        group=group, collection=root, permission=permission
                    )
                else:
                    group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0005_search_synonym"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("portal_accounts", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
