"""The person behind a session: a resident, or somebody who works for the municipality."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Makes users; an e-mail address is stored in lower case, and never as an empty text."""

    def create_user(
        self, email: str | None = None, password: str | None = None, **fields: object
    ) -> "User":
        """A resident, unless `kind` says otherwise; without a password one cannot be guessed."""
        user = self.model(email=email.lower() if email else None, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "User":
        """A member of staff with every permission."""
        return self.create_user(email, password, **staff_fields(), is_superuser=True, **fields)


def staff_fields() -> dict[str, object]:
    """What sets a member of staff apart, kept together because the database checks it."""
    return {"kind": User.Kind.STAFF, "is_staff": True}


class User(AbstractBaseUser, PermissionsMixin):
    """Known by an e-mail address, by an account at the log-in broker, or both.

    Residents of the broker have no address until they give one.
    """

    class Kind(models.TextChoices):
        RESIDENT = "resident", _("Resident")
        STAFF = "staff", _("Staff")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.RESIDENT)
    email = models.EmailField(_("e-mail address"), unique=True, null=True, blank=True)
    name = models.CharField(_("name"), max_length=150, blank=True)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.CheckConstraint(
                condition=Q(email__isnull=True) | (~Q(email="") & Q(email=Lower("email"))),
                name="user_email_is_lower_case_or_absent",
            ),
            models.CheckConstraint(
                condition=Q(kind="staff", is_staff=True, email__isnull=False)
                | Q(kind="resident", is_staff=False, is_superuser=False),
                name="user_staff_has_an_address_and_a_resident_no_powers",
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name()

    def get_full_name(self) -> str:
        """How the person is greeted: the name, else the address, else nothing."""
        return self.name or self.email or ""

    def get_short_name(self) -> str:
        """The same as the full name; we do not guess which part is the first name."""
        return self.get_full_name()


class Identity(models.Model):
    """Who a resident is for the government. Only `identity` reads or writes it."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True)
    key = models.ForeignKey("intake_vault.DataKey", on_delete=models.PROTECT, related_name="+")
    bsn = models.BinaryField()

    class Meta:
        verbose_name = _("identity")
        verbose_name_plural = _("identities")

    def __str__(self) -> str:
        return str(self.user_id)
