"""What happens when an editor publishes; each body is one call."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move

from cms import stamp
from cms.models import MunicipalityData, SearchSynonym
from cms.publishing import publish_municipality


@receiver([page_published, page_unpublished, post_page_move])
@receiver(post_delete, sender=Page)
@receiver([post_save, post_delete], sender=PageViewRestriction)
@receiver([post_save, post_delete], sender=SearchSynonym)
@receiver([post_save, post_delete], sender=Site)
@receiver([post_save, post_delete], sender=MunicipalityData)
@receiver([post_save, post_delete], sender=get_image_model())
@receiver([post_save, post_delete], sender=get_document_model())
def tell_that_content_changed(**_signal: object) -> None:
    """Let pages, footer and search be made anew, once this is committed."""
    transaction.on_commit(stamp.renew)


@receiver(post_save, sender=MunicipalityData)
def publish_municipality_data(instance: MunicipalityData, *, raw: bool, **_signal: object) -> None:
    """Tell intake, unless a fixture is being loaded."""
    if not raw:
        publish_municipality(instance, now=timezone.now())
