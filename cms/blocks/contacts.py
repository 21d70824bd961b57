"""Who else can help, and how to reach them."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, TextBlock, URLBlock

from cms.blocks.headings import HeadedBlock

telephone = RegexValidator(r"^\+?[0-9][0-9 -]{1,18}$", _("Write digits, spaces and dashes only."))


class ContactBlock(StructBlock):
    """An organisation, what it does for a resident, its telephone and its website."""

    name = CharBlock(max_length=100, label=_("Name"))
    text = TextBlock(rows=2, label=_("What it does for a resident"))
    phone = CharBlock(required=False, validators=[telephone], label=_("Telephone"))
    phone_note = CharBlock(
        required=False, max_length=100, label=_("About the telephone, such as hours or costs")
    )
    url = URLBlock(required=False, label=_("Website"))


class ContactsBlock(HeadedBlock):
    """One or more organisations that can help."""

    contacts = ListBlock(ContactBlock(), label=_("Organisations"))

    class Meta:
        template = "cms/blocks/contacts.html"
        icon = "group"
        label = _("Who else helps")
