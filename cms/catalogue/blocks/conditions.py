"""A condition: rules, and groups of them two deep. No code and no expression language."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from wagtail.admin.telepath import register
from wagtail.blocks import BooleanBlock, CharBlock, ChoiceBlock, StreamBlock, StructBlock
from wagtail.blocks.stream_block import StreamBlockAdapter
from wagtail.blocks.struct_block import StructBlockAdapter

from cms.catalogue.blocks.choices import ABOUTS, OPERATORS
from cms.catalogue.blocks.scripts import WithBuilder

MATCHES: Final = [
    ("all", _("all of these are true")),
    ("any", _("at least one of these is true")),
    ("not-all", _("not all of these are true")),
    ("none", _("none of these is true")),
]


class RuleBlock(StructBlock):
    """One answer compared with one value.

    In the browser the builder puts one choice in the place of question and field, offers
    the operators that fit it, and asks the value by its kind.
    """

    element = CharBlock(max_length=100, label=_("Question"))
    part = CharBlock(max_length=100, required=False, label=_("Field of the question"))
    operator = ChoiceBlock(choices=OPERATORS, label=_("How"))
    value = CharBlock(required=False, label=_("Value"))
    negated = BooleanBlock(required=False, label=_("The opposite: this is not so"))
    about = ChoiceBlock(choices=ABOUTS, required=False, label=_("About whom"))

    class Meta:
        icon = "help"
        label = _("Rule")
        form_classname = "struct-block condition-rule"
        label_format = ""


class RulesBlock(StreamBlock):
    """Rules inside a group."""


class InnerGroupBlock(StructBlock):
    """Rules taken together, inside another group."""

    match = ChoiceBlock(choices=MATCHES, default="all", label=_("When"))
    conditions = RulesBlock([("rule", RuleBlock())], label=_("Rules"))

    class Meta:
        icon = "folder-open-1"
        label = _("Group")
        label_format = "{match}"


class GroupBlock(StructBlock):
    """Rules and groups taken together."""

    match = ChoiceBlock(choices=MATCHES, default="all", label=_("When"))
    conditions = RulesBlock([("rule", RuleBlock()), ("group", InnerGroupBlock())], label=_("Rules"))

    class Meta:
        icon = "folder-open-1"
        label = _("Group")
        label_format = "{match}"


class ConditionBlock(StreamBlock):
    """At most one rule or group: when something is asked, offered, urgent or received."""

    rule = RuleBlock()
    group = GroupBlock()

    class Meta:
        max_num = 1
        required = False
        form_classname = "condition"


class RuleAdapter(WithBuilder, StructBlockAdapter):
    """A rule, as the builder shows it."""

    js_constructor = "cms_catalogue.Rule"


class RulesAdapter(WithBuilder, StreamBlockAdapter):
    """Rules, which tell when one comes, goes or moves."""

    js_constructor = "cms_catalogue.Rules"


class ConditionAdapter(RulesAdapter):
    """A condition, with what it says in words below it."""

    js_constructor = "cms_catalogue.Condition"


register(RuleAdapter(), RuleBlock)
register(RulesAdapter(), RulesBlock)
register(ConditionAdapter(), ConditionBlock)
