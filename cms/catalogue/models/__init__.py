"""The snippets of the catalogue: elements (own questions too), topics, recipients, regimes."""

from cms.catalogue.models.element import Element
from cms.catalogue.models.item import CatalogueItem
from cms.catalogue.models.recipient import Recipient
from cms.catalogue.models.regime import Regime
from cms.catalogue.models.topic import TopicIntake

__all__ = ["CatalogueItem", "Element", "Recipient", "Regime", "TopicIntake"]
