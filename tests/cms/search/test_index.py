"""The pure engine: stems, compounds, typing mistakes, synonyms, names, order."""

from dataclasses import replace
from typing import Any

import pytest

from cms.search.compounds import parts
from cms.search.documents import Document, Field, Kind, Wording
from cms.search.index import SearchIndex
from cms.search.naming import Synonym
from cms.search.words import words


def document(
    key: str, title: str, body: str = "", *, kind: Kind = Kind.PAGE, language: str = "nl"
) -> Document:
    texts = {Field.TITLE: title, Field.BODY: body}
    return Document(
        key=key,
        kind=kind,
        title=title,
        summary="",
        url=f"/{key}/",
        language=language,
        leads_to=language,
        wordings=(Wording(language=language, texts=texts, names=[title]),),
        topics=(key,) if kind is Kind.TOPIC else (),
    )


DOCUMENTS = [
    document("hulp", "Huishoudelijke hulp", "Wij maken schoon en doen de was.", kind=Kind.TOPIC),
    document("taxi", "Vervoer met de regiotaxi", "Een taxi voor uw rolstoel of scootmobiel."),
    document("schuld", "Schuldhulp", "Betaalt u uw rekeningen niet meer?", kind=Kind.TOPIC),
    document("kosten", "Wat kost schuldhulp?", kind=Kind.ANSWER),
    document("kaart", "Gehandicaptenparkeerkaart", kind=Kind.TOPIC),
]
SYNONYMS = [
    Synonym(say=("ik kom niet rond", "deurwaarder"), means=("schuldhulp",)),
    Synonym(say=("geld is op",), means=("schuldhulp",)),
]


def found(query: str, *, unfinished: bool = False) -> list[str]:
    index = SearchIndex.of(DOCUMENTS, SYNONYMS, language="nl")
    return [hit.document.key for hit in index.search(query, unfinished=unfinished).hits]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("HUISHOUDELIJKE HULP", "hulp"),
        ("rekening betalen", "schuld"),
        ("rolstoeltaxi", "taxi"),
        ("gehandicapten parkeer kaart", "kaart"),
        ("schuldhlup", "schuld"),
        ("huishoudelijke huklp", "hulp"),
        ("wat kost schuldhulp", "kosten"),
        ("ik kom echt niet meer rond", "schuld"),
        ("deurwaarders", "schuld"),
        ("mijn geld is op", "schuld"),
    ],
)
def test_people_find_what_they_mean(query: str, first: str) -> None:
    assert found(query)[0] == first


@pytest.mark.parametrize("query", ["", "   ", "?!", "xqzwv", "qqqqqqqqqqqqqqqq", "7", "rond"])
def test_what_nobody_wrote_about_is_not_found(query: str) -> None:
    assert found(query) == []


def test_a_half_typed_word_is_completed_only_while_typing() -> None:
    assert found("regio", unfinished=True) == ["taxi"]
    assert found("regio") == []


def test_a_typing_mistake_is_mended_in_what_was_typed() -> None:
    index = SearchIndex.of(DOCUMENTS, SYNONYMS, language="nl")
    assert index.search("Huishoudelijke, huklp!").asked.corrected == "Huishoudelijke, hulp!"
    assert index.search("Huishoudelijke hulp").asked.corrected == ""


def test_a_word_that_is_real_is_no_typing_mistake() -> None:
    index = SearchIndex.of(DOCUMENTS, (), language="nl", real=["schald"], ordinary={"schold"})
    assert index.search("schald").asked.corrected == ""
    assert index.search("schold").asked.corrected == ""


@pytest.mark.parametrize("query", ["wij schoon en willem", "maken wy schoon", "schone"])
def test_nobody_means_a_word_that_says_nothing(query: str) -> None:
    index = SearchIndex.of([*DOCUMENTS, document("a", "Wij willen")], (), language="nl")
    assert index.search(query).asked.corrected == ""


@pytest.mark.parametrize(
    ("word", "marked"), [("rekeningen", True), ("uw", False), ("niet", False), ("meer", False)]
)
def test_only_words_that_say_something_are_marked(word: str, marked: bool) -> None:  # noqa: FBT001
    titled = document("a", "Betaalt u uw rekeningen niet meer?")
    index = SearchIndex.of([titled], (), language="nl")
    asked = index.search("u kan uw rekeningen niet meer").asked
    assert index.matcher(asked)(word) is marked


def test_equal_documents_are_ordered_by_their_key() -> None:
    twins = [document("b", "Zwemmen"), document("a", "Zwemmen")]
    index = SearchIndex.of(twins, (), language="nl")
    assert [hit.document.key for hit in index.search("zwemmen").hits] == ["a", "b"]


def test_a_topic_stands_above_a_page_of_the_same_words() -> None:
    page = document("a", "Zwemmen")
    index = SearchIndex.of([page, replace(page, key="b", kind=Kind.TOPIC)], (), language="nl")
    assert [hit.document.key for hit in index.search("zwemmen").hits] == ["b", "a"]


@pytest.mark.parametrize(
    ("language", "title", "query"),
    [
        ("uk", "Допомога з боргами", "БОРГ"),
        ("uk", "Перевезення до школи", "школа"),
        ("ar", "المساعدة في الديون", "ديوني"),
        ("ar", "مساعدة منزلية", "المُساعَدة المنزليه"),
        ("ar", "الإعانة", "اعانه"),
        ("pl", "Pomoc dla dzieci", "POMOC"),
    ],
)
def test_every_language_forgives_endings_and_letters(language: str, title: str, query: str) -> None:
    index = SearchIndex.of([document("a", title, language=language)], (), language=language)
    assert [hit.document.key for hit in index.search(query).hits] == ["a"]


def test_dutch_words_are_understood_in_another_language() -> None:
    index = SearchIndex.of(DOCUMENTS, SYNONYMS, language="ar")
    assert index.search("ik kom echt niet meer rond").hits[0].document.key == "schuld"


def named(query: str, **more: Any) -> set[str]:
    topics = [
        document("bijstand", "Bijstand", kind=Kind.TOPIC),
        document("bijzonder", "Bijzondere bijstand, wasmachine", kind=Kind.TOPIC),
        *DOCUMENTS,
    ]
    synonyms = [
        *SYNONYMS,
        Synonym(say=("ontslagen", "geen geld"), means=("bijstand",)),
        Synonym(say=("kapot, geen geld",), means=("bijzondere bijstand", "bijstand")),
        Synonym(say=("arm",), means=("geldzorgen", "bijstand")),
    ]
    return set(SearchIndex.of(topics, synonyms, language="nl", **more).search(query).named)


@pytest.mark.parametrize(
    ("query", "topics"),
    [
        ("ik wil schuldhulp en hulp in de huishouding", {"schuld"}),
        ("ik heb huishoudelijke hulp nodig", {"hulp"}),
        ("kan ik hulp krijgen", set()),  # a word of a name is not the name
        ("ik ben ontslagen en de deurwaarder komt", {"bijstand", "schuld"}),
        ("bijzondere bijstand", {"bijzonder"}),  # and not the shorter name in it
        ("mijn wasmachine", {"bijzonder"}),  # a title may be several names
        ("de kast is kapot en ik heb geen geld", {"bijzonder"}),
        ("ik ben arm", set()),  # only the first meaning counts, and that is no topic
        ("ik rij met de regiotaxi", set()),  # a page that is no topic
    ],
)
def test_a_topic_is_named_by_its_whole_name_or_by_what_means_it(
    query: str, topics: set[str]
) -> None:
    assert named(query) == topics


def test_a_mistyped_name_names_nothing() -> None:
    index = SearchIndex.of(DOCUMENTS, SYNONYMS, language="nl")
    found = index.search("deurwaardr")
    assert found.hits[0].document.key == "schuld"
    assert found.named == set()


def test_what_else_a_word_means_is_offered() -> None:
    synonyms = [Synonym(say=("kapot",), means=("gehandicaptenparkeerkaart", "schuldhulp"))]
    found = SearchIndex.of(DOCUMENTS, synonyms, language="nl").search("alles is kapot")
    assert found.named == {"kaart"}
    assert found.offered == {"schuld"}


def test_a_vague_name_names_nothing() -> None:
    assert named("wasmachine", vague=["wasmachine"]) == set()


def test_a_name_that_many_topics_share_is_the_name_of_none() -> None:
    shared = [document(key, "Wmo", kind=Kind.TOPIC) for key in ("a", "b", "c")]
    few, many = (SearchIndex.of(shared[:number], (), language="nl") for number in (2, 3))
    assert few.search("wmo").named == {"a", "b"}
    assert many.search("wmo").named == set()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("rolstoeltaxi", ("rolstoel", "taxi")),
        ("badkameraanpassing", ("badkamer", "aanpassing")),
        ("verzekeringskosten", ("verzekering", "kosten")),
        ("taxi", ()),
        ("onbekend", ()),
    ],
)
def test_a_compound_has_the_parts_that_are_known(word: str, expected: tuple[str, ...]) -> None:
    known = {"rolstoel", "taxi", "badkamer", "aanpassing", "verzekering", "kosten"}
    assert parts(word, known) == expected


def test_case_accents_and_apostrophes_do_not_matter() -> None:
    assert words("Auto’s, CAFÉ en d'r") == ["autos", "cafe", "en", "dr"]


def test_vowel_signs_and_strokes_part_no_arabic_word() -> None:
    assert words("مُساعَدة ديـون ـ") == words("مساعدة ديون")


def test_a_word_of_many_parts_is_split_in_a_few_steps() -> None:
    """Each place of a word is looked at once, whatever somebody types on purpose."""
    asked = []

    class Counting(frozenset[str]):
        def __contains__(self, word: object) -> bool:
            asked.append(word)
            return super().__contains__(word)

    word = "zorgen" * 9 + "q"
    assert parts(word, Counting({"zorg", "zorgen"})) == ()
    assert len(asked) < len(word) ** 2
    assert parts("zorgen" * 30 + "taxi", frozenset({"zorg", "zorgen", "taxi"})) == ()
