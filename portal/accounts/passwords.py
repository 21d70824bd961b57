"""What a password must be, in words of our own: Django's are long, and partly not in Dutch."""

from django.contrib.auth import password_validation
from django.utils.translation import gettext as _


class LongEnough(password_validation.MinimumLengthValidator):
    """At least `min_length` characters."""

    def get_error_message(self) -> str:
        """What is wrong."""
        return _("This password is too short. Use at least %(length)d characters.") % {
            "length": self.min_length
        }

    def get_help_text(self) -> str:
        """What is asked."""
        return _("Use at least %(length)d characters.") % {"length": self.min_length}


class NotAboutYou(password_validation.UserAttributeSimilarityValidator):
    """Nothing like the name or the address of its owner."""

    def get_error_message(self) -> str:
        """What is wrong."""
        return _("This password looks too much like your name or e-mail address.")

    def get_help_text(self) -> str:
        """What is asked."""
        return _("Do not use your name or e-mail address.")


class NotCommon(password_validation.CommonPasswordValidator):
    """None that many people use."""

    def get_error_message(self) -> str:
        """What is wrong."""
        return _("Many people use this password. Choose another one.")

    def get_help_text(self) -> str:
        """What is asked."""
        return _("Do not choose a password that many people use.")
