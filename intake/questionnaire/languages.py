"""The words of the other languages. Numbers are written in the digits 0-9 in all of them."""

from collections.abc import Mapping

from intake.questionnaire.codes import About
from intake.questionnaire.compose import ABOUT_YOU, MONEY, PAPERS, SITUATION
from intake.questionnaire.dutch import DUTCH
from intake.questionnaire.words import Words

ENGLISH = Words(
    yes="Yes",
    no="No",
    unknown="I don’t know",
    nothing="None",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    currency="€",
    decimal_sign=".",
    thousands_sign=",",
    correction="Not right according to the resident: {correction}",
    people={About.CHILD: "child", About.SELF_AS_CARER: "as a carer"},
    tasks={
        ABOUT_YOU: "About you",
        SITUATION: "Your situation",
        MONEY: "Money",
        PAPERS: "Papers and consent",
    },
    sources={
        "inwoner": "filled in by you",
        "digid": "DigiD",
        "brp": "Personal Records Database (BRP)",
        "profiel": "your profile",
    },
)
ARABIC = Words(
    yes="نعم",
    no="لا",
    unknown="لا أعرف",
    nothing="لا شيء",
    months=(
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ),
    currency="€",
    decimal_sign=",",
    thousands_sign=".",
    correction="غير صحيح حسب قول الساكن: {correction}",
    people={About.CHILD: "الطفل", About.SELF_AS_CARER: "كمقدّم رعاية لأحد الأقارب"},
    tasks={
        ABOUT_YOU: "معلومات عنك",
        SITUATION: "وضعك",
        MONEY: "المال",
        PAPERS: "الأوراق والموافقة",
    },
    sources={
        "inwoner": "أدخلته أنت",
        "digid": "DigiD",
        "brp": "سجل البيانات الشخصية (BRP)",
        "profiel": "ملفك الشخصي",
    },
    euro="يورو",
    comma="، ",
)
UKRAINIAN = Words(
    yes="Так",
    no="Ні",
    unknown="Не знаю",
    nothing="Нічого",
    months=(
        "січня",
        "лютого",
        "березня",
        "квітня",
        "травня",
        "червня",
        "липня",
        "серпня",
        "вересня",
        "жовтня",
        "листопада",
        "грудня",
    ),
    currency="€",
    decimal_sign=",",
    thousands_sign="\u00a0",
    correction="За словами мешканця, це неправильно: {correction}",
    people={About.CHILD: "дитина", About.SELF_AS_CARER: "як людина, що доглядає за близькими"},
    tasks={
        ABOUT_YOU: "Про вас",
        SITUATION: "Ваша ситуація",
        MONEY: "Гроші",
        PAPERS: "Документи та згода",
    },
    sources={
        "inwoner": "заповнили ви",
        "digid": "DigiD",
        "brp": "Реєстр персональних даних (BRP)",
        "profiel": "ваш профіль",
    },
    euro="євро",
)

WORDS: Mapping[str, Words] = {"nl": DUTCH, "en": ENGLISH, "ar": ARABIC, "uk": UKRAINIAN}
"""By language code."""
