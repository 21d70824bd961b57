"""What happens when an item goes live or leaves; each body is one call."""

from django.db.models.signals import post_delete, pre_delete
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.models import Revision

from cms.catalogue import eyes, gate
from cms.catalogue.models import CatalogueItem, Element, Recipient, Regime, TopicIntake
from cms.catalogue.signals import about_to_leave, about_to_publish, changed


@receiver(about_to_publish)
def ask_the_gate(item: CatalogueItem, revision: Revision, user: object, **_signal: object) -> None:
    """Nothing unsound goes live, on any road, and nothing that one person saw alone."""
    gate.check_publish(item, objections=eyes.objections(item, revision, user))


@receiver(about_to_leave)
def ask_the_gate_to_leave(item: CatalogueItem, **_signal: object) -> None:
    """Nothing that is needed leaves."""
    gate.check_removal(item)


@receiver(changed)
def release(note: str, **_signal: object) -> None:
    """New intakes get it at once."""
    gate.release(note=note)


@receiver(pre_delete, sender=Element)
@receiver(pre_delete, sender=Recipient)
@receiver(pre_delete, sender=Regime)
@receiver(pre_delete, sender=TopicIntake)
def ask_the_gate_to_delete(instance: CatalogueItem, **_signal: object) -> None:
    """Nothing that is needed is deleted, one by one or many at once."""
    gate.check_removal(instance)


@receiver(post_delete, sender=Element)
@receiver(post_delete, sender=Recipient)
@receiver(post_delete, sender=Regime)
@receiver(post_delete, sender=TopicIntake)
def release_without(instance: CatalogueItem, **_signal: object) -> None:
    """New intakes do without it."""
    gate.release(note=_("%(key)s taken away") % {"key": instance.key})
