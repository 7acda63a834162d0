"""Both libraries must give the same words: the fast one stands in for the reference."""

import subprocess
import sys
from pathlib import Path

import pytest

from assistant.text.segmentation import Segmenter, fast_cutter, reference_cutter

ADDED = ("以考代评", "考评结合", "到岗即聘", "岗位延聘", "三支一扶计划", "县级职称自主评审委员会", "专业技术岗位")
SOURCE = (Path(__file__).parents[2] / "corpus/jl-2016-44/source.txt").read_text("utf-8")
LAY = (
    "我在乡卫生院连着干了31年了，副主任医师，单位说没岗位了，还能聘上不？",
    "俺在农技站窝了小半辈子了岗位一直没有指标这事咋整",
    "benke zai xiangzhen 3 nian 能评中级吗",
    "急需紧缺人才到岗即聘是不是不占职数",
    "",
    "😀 ？！",
)


@pytest.fixture(scope="module")
def both() -> tuple[Segmenter, Segmenter]:
    return Segmenter(cutter=fast_cutter(ADDED)), Segmenter(cutter=reference_cutter(ADDED))


@pytest.mark.parametrize("text", [*SOURCE.split("\n"), *LAY])
def test_the_fast_library_cuts_as_the_reference_does(both: tuple[Segmenter, Segmenter], text: str) -> None:
    fast, reference = both
    assert fast.words(text) == reference.words(text)
    assert fast.search(text) == reference.search(text)


@pytest.mark.parametrize("word", ADDED)
def test_an_added_word_is_cut_whole(both: tuple[Segmenter, Segmenter], word: str) -> None:
    for segmenter in both:
        assert word in segmenter.words(f"请问{word}怎么办")


def test_search_gives_the_shorter_words_too() -> None:
    found = Segmenter(ADDED).search("专业技术岗位")
    assert {"专业", "技术", "岗位", "专业技术岗位"} <= set(found)


def test_punctuation_and_blanks_are_no_words() -> None:
    assert Segmenter().words("《意见》 （试行）。") == ["意见", "试行"]


def test_nothing_is_built_at_import() -> None:
    code = "import sys, assistant.text.segmentation; print([m for m in sys.modules if 'jieba' in m])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
