"""The pages of the public site and the municipality's own data."""

from cms.models.answers import AnswerPage, AnswersPage
from cms.models.article import StandardPage
from cms.models.attention import OutsideLink, ReviewReminder
from cms.models.contact import ContactPage
from cms.models.home import HomePage
from cms.models.life_event import LifeEventPage
from cms.models.municipality import MunicipalityData
from cms.models.news import NewsIndexPage, NewsPage
from cms.models.synonym import SearchSynonym
from cms.models.topic import TopicPage

__all__ = [
    "AnswerPage",
    "AnswersPage",
    "ContactPage",
    "HomePage",
    "LifeEventPage",
    "MunicipalityData",
    "NewsIndexPage",
    "NewsPage",
    "OutsideLink",
    "ReviewReminder",
    "SearchSynonym",
    "StandardPage",
    "TopicPage",
]
