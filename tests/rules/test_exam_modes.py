"""What the table of evaluation modes settles, and what it leaves to the applicant."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.knowledge.documents import load_documents
from assistant.knowledge.rules import load_rulebook
from assistant.knowledge.vocabulary import load_facts

ROOT = Path(__file__).parents[2]
FACTS = load_facts(ROOT)
BOOK = load_rulebook(ROOT, load_documents(ROOT), FACTS)
LEVELS = FACTS["target_level"].values
TODAY, ISSUED = date(2026, 11, 24), date(2016, 6, 17)

EXAMINED = {
    **dict.fromkeys(("会计", "经济", "统计", "审计", "卫生"), ("员级", "助理级", "中级")),
    "计算机软件": ("员级", "助理级", "中级", "副高级"),
    "出版": ("助理级", "中级"),
}
COMBINED = {"会计": ("副高级",), "经济": ("副高级",), "翻译": ("副高级",)}
REVIEWED = {"农业": LEVELS, "中小学教师": LEVELS, "翻译": ("正高级",)}


def mode(series: str, level: str, day: date) -> str | None:
    found = [
        row.mode
        for row in BOOK.derivations["evaluation_mode_target"].rows
        if row.series == series
        and level in row.levels
        and (row.in_force_from is None or row.in_force_from <= day)
        and (row.in_force_until is None or day < row.in_force_until)
    ]
    assert len(found) == 1
    return found[0]


def expected(series: str, level: str) -> str | None:
    for table, said in ((EXAMINED, "以考代评"), (COMBINED, "考评结合"), (REVIEWED, "评审")):
        if level in table.get(series, ()):
            return said
    return None


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("series", FACTS["series"].values)
def test_only_what_the_sources_settle_is_certain(series: str, level: str) -> None:
    assert mode(series, level, TODAY) == expected(series, level)


@pytest.mark.parametrize(
    ("day", "said"),
    [(ISSUED, None), (date(2019, 12, 31), None), (date(2020, 1, 1), "考评结合"), (TODAY, "考评结合")],
)
def test_the_senior_economist_is_combined_from_2020_on_and_open_before(day: date, said: str | None) -> None:
    assert mode("经济", "副高级", day) == said


@pytest.mark.parametrize("series", FACTS["series"].values)
def test_the_intermediate_table_is_the_part_of_the_whole_one(series: str) -> None:
    rows = [row for row in BOOK.derivations["evaluation_mode_mid"].rows if row.series == series]
    assert [row.mode for row in rows] == [mode(series, "中级", TODAY)]
