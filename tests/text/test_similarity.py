"""Terms are repaired by sound first, then by spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.similarity import SoundIndex, nearest, pinyin_key, syllable_key

TERMS = ("四免", "评审", "论文", "岗位延聘", "柔性引才", "定向评价", "岗位结构比例", "三视同", "职数")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("四面", "四免"),
        ("屏审", "评审"),
        ("轮文", "论文"),
        ("岗位严聘", "岗位延聘"),
        ("柔性引财", "柔性引才"),
        ("定向平价", "定向评价"),
    ],
)
def test_a_homophone_finds_the_term(typed: str, meant: str) -> None:
    assert meant in SoundIndex(TERMS).alike(typed)


def test_a_term_is_not_its_own_homophone() -> None:
    assert SoundIndex(TERMS).alike("四免") == ()


def test_pinyin_finds_the_term() -> None:
    letters = "".join(map(syllable_key, ("san", "shi", "tong")))
    assert SoundIndex(TERMS).spelt(letters) == ("三视同",)


@pytest.mark.parametrize("typed", ["岗位结构比列", "岗位结构比", "岗位结够比例"])
def test_a_slip_of_one_character_finds_the_term(typed: str) -> None:
    found = SoundIndex(TERMS).slip(typed)
    assert found is not None
    assert found.term == "岗位结构比例"


def test_characters_in_the_wrong_order_find_the_term() -> None:
    assert SoundIndex(TERMS).shuffled("三同视") == ("三视同",)


def test_of_terms_one_slip_away_the_first_of_the_vocabulary_is_found() -> None:
    found = SoundIndex(["渔船登记", "渔船登山", "游船登记"]).slip("渔船登高")
    assert found is not None
    assert found.term == "渔船登记"


def test_a_shared_substring_is_not_enough() -> None:
    assert nearest("医疗保险", ["养老保险待遇核定"]) is None


@pytest.mark.parametrize(("one", "other"), [("zhi", "zi"), ("neng", "len"), ("shang", "san"), ("ping", "pin")])
def test_sounds_that_people_mix_are_one(one: str, other: str) -> None:
    assert syllable_key(one) == syllable_key(other)


@given(st.text(alphabet="职称评审论文岗位abc1", max_size=8))
def test_a_key_has_one_sound_a_character(term: str) -> None:
    assert len(pinyin_key(term).split()) == len(term)
