"""Who keeps the catalogue, and the workflow that its changes go through.

Functioneel beheerders write, hand in and delete drafts; Toetsers read, change, publish and
take away what is live. Redacteuren,
who write pages, get nothing here. Beheerders keep colleagues, not questions.
"""

from django.db import migrations

MODELS = ["element", "topicintake", "recipient", "regime"]
GROUPS = {
    "Functioneel beheerders": ["add", "change", "view", "delete"],
    "Toetsers": ["change", "view", "publish", "delete", "lock", "unlock"],
}
WORKFLOW = "Toetsing van vragen"
TASK = "Toetsing door een collega"


def allow(apps, schema_editor):
    """Django makes permissions after all migrations, which is too late for a group's rights."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    Group = apps.get_model("auth", "Group")
    admin_type, _ = ContentType.objects.get_or_create(app_label="wagtailadmin", model="admin")
    enter, _ = Permission.objects.get_or_create(
        content_type=admin_type,
        codename="access_admin",
        defaults={"name": "Can access Wagtail admin"},
    )
    for name, verbs in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(enter)
        for model in MODELS:
            kind, _ = ContentType.objects.get_or_create(app_label="cms_catalogue", model=model)
            for verb in verbs:
                permission, _ = Permission.objects.get_or_create(
                    content_type=kind,
                    codename=f"{verb}_{model}",
                    defaults={"name": f"Can {verb} {model}"},
                )
                group.permissions.add(permission)


def review(apps, schema_editor):
    """Every change goes past a reviewer, who is somebody else's eyes."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    GroupApprovalTask = apps.get_model("wagtailcore", "GroupApprovalTask")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    WorkflowTask = apps.get_model("wagtailcore", "WorkflowTask")
    WorkflowContentType = apps.get_model("wagtailcore", "WorkflowContentType")
    group = apps.get_model("auth", "Group").objects.get(name="Toetsers")
    kind, _ = ContentType.objects.get_or_create(app_label="wagtailcore", model="groupapprovaltask")
    task = GroupApprovalTask.objects.create(name=TASK, active=True, content_type=kind)
    task.groups.add(group)
    workflow = Workflow.objects.create(name=WORKFLOW, active=True)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for model in MODELS:
        kind, _ = ContentType.objects.get_or_create(app_label="cms_catalogue", model=model)
        WorkflowContentType.objects.create(content_type=kind, workflow=workflow)


class Migration(migrations.Migration):
    dependencies = [
        ("cms_catalogue", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.RunPython(allow, migrations.RunPython.noop),
        migrations.RunPython(review, migrations.RunPython.noop),
    ]
