"""Words that say nothing about what somebody looks for."""

# ruff: noqa: RUF001 (the letters are Arabic and Ukrainian)

from collections.abc import Mapping
from typing import Final

from cms.search.words import plain

# Not among them: "niet", "geen", "alleen", "zelf". They carry half of a plain sentence.
STOPWORDS: Final[Mapping[str, frozenset[str]]] = {
    "nl": frozenset(
        """
        aan al als ben bij bent dan dat de deze die dit doe doen door dus een er gaan gaat
        graag had hadden heb hebben heeft heel hem het hier hij hoe hoeveel hun iets ik in is
        ja je jij jou jullie kan kon kunnen kunt maar mag me met mij mijn mn moet moeten mogen
        naar nee nodig nog nu of om omdat ons onze ook op over s steeds t te toch toen tot u
        uit uw van veel vindt voor vraag waar waarom wanneer want waren was wat we wel welk
        welke werd wie wij wil willen word worden wordt ze zich zij zijn zo zou
        gemeente
        """.split()  # noqa: SIM905
    ),
    "en": frozenset(
        """
        a am an and are as at be because been but by can could did do does for from had has have he
        her his how i if in is it its me my need of on or our please she so that the them their
        there they this to us want was we were what when where which who why will with would you
        your
        """.split()  # noqa: SIM905
    ),
    "ar": frozenset(
        plain(word)
        for word in """
        في من على إلى عن مع هل ما ماذا كيف أين متى أنا أنت نحن هو هي هم هذا هذه ذلك التي الذي
        أن أو و ثم قد كان لي لدي عندي أريد أحتاج بعد قبل كل لكن بسبب حتى يا
        """.split()  # noqa: SIM905
    ),
    "uk": frozenset(
        plain(word)
        for word in """
        я ти ви ми він вона воно вони мені мене мою мого моя мої мій моє моєї наш нас нам вам вас
        це цей та і й а але або чи що як де коли хто у в на з із зі до від для про по за при бо щоб
        є був була було хочу треба потрібно можу дуже вже ще
        """.split()  # noqa: SIM905
    ),
}

UNMARKED: Final = frozenset(
    plain(word)
    for word in """
    niet geen niets niks niemand nooit meer alleen zelf zelfs al alles zonder tegen tot te in en of
    not no nothing never more only myself without against
    لا ليس لم لن غير فقط بدون أكثر أستطيع يمكنني أقدر
    не ні немає нема більше тільки сам сама без
    """.split()  # noqa: SIM905
)
"""Words that count in a sentence, and that nobody looks for in a text."""


def telling(words: list[str], language: str) -> list[str]:
    """The words that say something; all of them when none does."""
    stopwords = STOPWORDS.get(language, frozenset())
    return [word for word in words if word not in stopwords] or words
