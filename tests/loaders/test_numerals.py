import pytest

from loaders.numerals import value_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("7", 7),
        ("０２", 2),
        ("七", 7),
        ("两", 2),
        ("十", 10),
        ("二十", 20),
        ("三十一", 31),
        ("一百零五", 105),
        ("三百二十", 320),
        ("二千一百", 2100),
        ("二〇一九", 2019),
        ("二○○四", 2004),
        ("二零2零", 2020),
        ("三六六", 366),
        ("⑩", 10),
        ("㉑", 21),
        ("⑶", 3),
        ("⒛", 20),
    ],
)
def test_a_numeral_has_the_same_value_however_it_is_written(words: str, value: int) -> None:
    assert value_of(words) == value


@pytest.mark.parametrize("words", ["甲", "二个", ""])
def test_other_words_have_none(words: str) -> None:
    with pytest.raises(ValueError):
        value_of(words)
