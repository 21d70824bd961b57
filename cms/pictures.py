"""Pictures that editors add: each says in words what it shows."""

from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm


class PictureForm(BaseImageForm):
    """Asks for a description; the title, which follows from the file's name, is none."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if "description" in self.fields:
            self.fields["description"].required = True
            self.fields["description"].help_text = _(
                "What does somebody miss who cannot see this? It is read aloud."
            )

    def clean_description(self) -> str:
        """Refuse a file's name: it says nothing when it is read aloud."""
        words: str = self.cleaned_data["description"]
        file = self.cleaned_data.get("file") or self.instance.file
        name = PurePath(file.name).name if file else ""
        names = {name.casefold(), PurePath(name).stem.casefold()} - {""}
        if words.casefold() in names or PurePath(words).suffix.lower() in SUFFIXES:
            raise ValidationError(
                _("Describe the picture. The name of the file is no description.")
            )
        return words


SUFFIXES = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"}
