"""How hard a text is to read, measured as Douma did, and which sentences make it so."""

import pytest

from intake.questionnaire.authoring.readability import B1, LONGEST_SENTENCE, read, split, syllables

EASY = "Lukt het niet om uw rekeningen te betalen? U bent niet de enige. Bel ons."
HARD = (
    "Het college stelt ter uitvoering van de gemeentelijke schuldhulpverlening nadere "
    "beleidsregels vast met betrekking tot de subsidieverstrekking aan uitvoeringsorganisaties."
)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("jaar", 1),
        ("eeuw", 1),
        ("kraai", 1),
        ("nieuw", 1),
        ("blije", 2),
        ("mooie", 2),
        ("ideeën", 3),
        ("geëerd", 3),
        ("gemeente", 3),
        ("officieel", 4),
        ("beantwoorden", 4),
        ("schuldhulpverlening", 5),
        ("PGB", 1),
        ("2026", 1),
    ],
)
def test_syllables_are_heard(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_score_is_doumas() -> None:
    """5 words in 2 sentences with 6 syllables: 206.84 - 0.93 * 2.5 - 77 * 1.2."""
    assert read(["Wij helpen u. Bel ons."]).score == round(206.84 - 2.325 - 92.4)


def test_easy_text_is_easy_and_hard_text_is_hard() -> None:
    easy, hard = read([EASY]), read([HARD])
    assert not easy.is_hard
    assert easy.hard_sentences == []
    assert hard.is_hard
    assert [sentence.text for sentence in hard.hard_sentences] == [HARD]


def test_one_hard_sentence_is_found_between_easy_ones() -> None:
    reading = read([EASY, HARD, EASY])
    assert [sentence.text for sentence in reading.hard_sentences] == [HARD]


@pytest.mark.parametrize(("words", "hard"), [(LONGEST_SENTENCE, False), (16, True)])
def test_a_sentence_of_short_words_is_hard_by_its_length(words: int, *, hard: bool) -> None:
    sentence = read([" ".join(["ja"] * words) + "."]).sentences[0]
    assert sentence.words == words
    assert sentence.is_hard is hard


def test_an_item_of_a_list_is_a_sentence_of_its_own() -> None:
    assert len(read(["uw naam", "uw adres", "een foto"]).sentences) == 3


def test_sentences_end_where_they_end() -> None:
    assert split("Bel ons! Kom langs… Wat kost het? € 3.50 per dag.") == [
        "Bel ons!",
        "Kom langs…",
        "Wat kost het?",
        "€ 3.50 per dag.",
    ]


@pytest.mark.parametrize("nothing", [[], [""], ["…", "!"]])
def test_a_text_without_words_has_no_score(nothing: list[str]) -> None:
    reading = read(nothing)
    assert reading.score is None
    assert not reading.is_hard


def test_the_measure_asks_for_sixty() -> None:
    assert B1 == 60
