"""Staff accounts in Wagtail: the people who work here, and never a resident."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views import users

from portal.accounts.models import User, staff_fields


class NewColleagueForm(UserCreationForm):
    """An account without a password: who it is for asks for one by mail, and enrols."""

    first_name = None
    last_name = None
    email = User._meta.get_field("email").formfield(required=True)

    class Meta(UserCreationForm.Meta):
        fields = ("email", "name", "is_superuser", "groups")

    def clean_email(self) -> str:
        """One spelling per address; the database checks it."""
        return str(self.cleaned_data["email"]).lower()

    def save(self, commit: bool = True) -> User:  # noqa: FBT001, FBT002 (Django's signature)
        """Made as staff, with a password that nobody can type."""
        for name, value in staff_fields().items():
            setattr(self.instance, name, value)
        self.instance.set_unusable_password()
        user: User = super().save(commit)
        return user


class ColleagueForm(UserEditForm):
    """The same person, later."""

    first_name = None
    last_name = None
    email = NewColleagueForm.base_fields["email"]
    clean_email = NewColleagueForm.clean_email

    class Meta(UserEditForm.Meta):
        fields = ("email", "name", "is_active", "is_superuser", "groups")


class StaffOnly:
    """Views that know staff; a resident's account is a 404 here.

    So is an account with all rights, unless for its equal: who could change its address
    could ask for a new password and take it over.
    """

    request: HttpRequest

    @property
    def queryset(self) -> QuerySet[User]:
        """The accounts that whoever asks may change."""
        colleagues = User.objects.filter(kind=User.Kind.STAFF)
        return colleagues if may_do_all(self.request) else colleagues.filter(is_superuser=False)

    def get_base_object_queryset(self) -> QuerySet[User]:
        """Where those views look that do not use `queryset`."""
        return self.queryset


class NoHigher:
    """Views with a form in which nobody gives rights that they do not have, nor gets any."""

    request: HttpRequest
    editing_self = False

    def get_form(self, *args: Any) -> forms.ModelForm[User]:  # noqa: ANN401 (Wagtail's own)
        """The form; "all rights" is in it for whoever has them, and nobody's own groups."""
        form: forms.ModelForm[User] = super().get_form(*args)  # type: ignore[misc]
        if not may_do_all(self.request):
            form.fields.pop("is_superuser", None)
            if self.editing_self:
                form.fields.pop("groups", None)
            else:
                _offer_groups(form, giver=self.request.user)
        return form


def _offer_groups(form: forms.ModelForm[User], *, giver: Any) -> None:  # noqa: ANN401 (anybody)
    """Only those whose rights the giver has; what a colleague has already can stay."""
    field: Any = form.fields["groups"]
    has = {groups.pk for groups in form.instance.groups.all()} if form.instance.pk else set()
    mine = giver.get_all_permissions()
    field.queryset = Group.objects.filter(
        pk__in=has | {each.pk for each in Group.objects.all() if rights(each) <= mine}
    )


def rights(group: Group) -> set[str]:
    """The rights of a group, as Django writes them: `app.verb_model`."""
    named = group.permissions.values_list("content_type__app_label", "codename")
    return {f"{app}.{code}" for app, code in named}


def may_do_all(request: HttpRequest) -> bool:
    """Whether this colleague has all rights."""
    return bool(getattr(request.user, "is_superuser", False))


class ColleagueIndexView(users.IndexView):
    """The list, without actions on many at once: those would reach residents."""

    def get_base_queryset(self) -> QuerySet[User]:
        """Staff only."""
        return User.objects.filter(kind=User.Kind.STAFF)

    @property
    def columns(self) -> list[Any]:
        """Wagtail's columns less the check boxes."""
        return [column for column in super().columns if column.name != "bulk_actions"]


class ColleagueCreateView(NoHigher, users.CreateView):
    """A new colleague."""


class ColleagueEditView(StaffOnly, NoHigher, users.EditView):
    """One colleague."""


class ColleagueDeleteView(StaffOnly, users.DeleteView):
    """One colleague, gone."""


class ColleagueHistoryView(StaffOnly, users.HistoryView):
    """What happened to a colleague's account."""


class ColleagueViewSet(users.UserViewSet):
    """Wagtail's "users", for staff."""

    index_view_class = ColleagueIndexView
    add_view_class = ColleagueCreateView
    edit_view_class = ColleagueEditView
    delete_view_class = ColleagueDeleteView
    history_view_class = ColleagueHistoryView

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm[User]]:  # noqa: FBT001, FBT002
        """A form for a new colleague, or for one who is here."""
        return ColleagueForm if for_update else NewColleagueForm
