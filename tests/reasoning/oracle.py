"""An independent oracle: every entitlement by brute force, from the specification's logic and nothing of the engine.

The formulas below are a transcription of the logic that the policy's vocabulary states for each entitlement, as plain
Python over complete facts. Unknown facts are tried with every value (a number with one of each stretch between the
policy's thresholds), so an outcome is found by enumeration alone. Only the table of evaluation modes is read from
`rules/terms/exam_modes.yaml`, by a reader of its own.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

Facts = Mapping[str, Any]
Readings = Mapping[str, str]

LEVELS = ["员级", "助理级", "中级", "副高级", "正高级"]
MODES = ["评审", "考评结合", "以考代评"]
SENIOR = {"副高级", "正高级"}
GRADUATES = {"本科", "硕士", "博士"}
MODE_FACTS = {"evaluation_mode_target", "evaluation_mode_mid"}
STEPS = {
    "township_years": [0, 2.5, 3, 4.5, 5, 60],
    "township_continuous_years": [0, 14.5, 15, 29.5, 30, 60],
    "age": [16, 54.5, 55, 100],
    "excellent_streak": [0, 2.5, 3, 60],
}
"""Every threshold of the policy, with a number shortly before it, and the ends of the range."""

POINTS = {
    "street_as_township": ["不算", "算"],
    "clause9_bracket": ["只除外第三项", "三项都除外"],
    "clause12_senior": ["都须高级职称", "只约束满30年"],
}

DETERMINED = {
    "assessment_qualified",
    "executive_results",
    "urgent_shortage",
    "extension_needed",
    "extension_confirmed",
    "outstanding_contribution",
    "county_reward_policy",
    "directed_pilot",
}


def grassroots(f: Facts) -> bool:
    return f["unit_level"] in {"县级", "街道", "乡镇", "村级"}


def scope(f: Facts) -> bool:
    return grassroots(f) and f["unit_kind"] in {"事业单位", "企业"} and f["professional_post"]


def institution(f: Facts) -> bool:
    return grassroots(f) and f["unit_kind"] == "事业单位" and f["professional_post"]


def senior(f: Facts) -> bool:
    return f["title_level"] in SENIOR


def township(f: Facts, r: Readings) -> bool:
    return f["unit_level"] in ({"乡镇", "村级", "街道"} if r["street_as_township"] == "算" else {"乡镇", "村级"})


def reviewed(f: Facts) -> bool:
    return f["series"] != "中小学教师" and f["evaluation_mode_target"] == "评审"


def bracket(f: Facts, r: Readings) -> bool:
    return r["clause9_bracket"] == "只除外第三项" or reviewed(f)


def graduate(f: Facts) -> bool:
    long_enough = (f["education"] in GRADUATES and f["township_years"] >= 3) or (
        f["education"] == "专科" and f["township_years"] >= 5
    )
    return long_enough and f["series"] != "中小学教师" and f["evaluation_mode_mid"] == "评审"


def long_service(f: Facts, r: Readings) -> bool:
    years, old = f["township_continuous_years"], f["age"] >= 55
    if r["clause12_senior"] == "都须高级职称":
        served = senior(f) and ((years >= 15 and old) or years >= 30)
    else:
        served = (years >= 15 and old) or (years >= 30 and senior(f))
    return f["professional_post"] and f["series"] != "中小学教师" and f["title_level"] != "无" and served


@dataclass(frozen=True)
class Spec:
    facts: str
    holds: Callable[[Facts, Readings], bool]
    readings: tuple[str, ...] = ()
    since: date | None = None


SCOPE = "unit_level unit_kind professional_post "
TARGET = "series target_level evaluation_mode_target "

SPECS: dict[str, Spec] = {
    "grassroots_talent": Spec(SCOPE, lambda f, r: scope(f)),
    "directed_title": Spec(
        SCOPE + TARGET + "directed_pilot",
        lambda f, r: scope(f) and f["unit_kind"] == "事业单位" and reviewed(f) and f["directed_pilot"],
    ),
    "provincial_pass_line": Spec(SCOPE + TARGET, lambda f, r: scope(f) and f["evaluation_mode_target"] == "以考代评"),
    "four_exemptions": Spec(
        SCOPE + TARGET, lambda f, r: scope(f) and f["evaluation_mode_target"] in {"评审", "考评结合"}
    ),
    "practice_outputs_recognition": Spec(
        SCOPE + TARGET + "practice_outputs",
        lambda f, r: scope(f) and f["practice_outputs"] and bracket(f, r),
        ("clause9_bracket",),
    ),
    "honours_recognition": Spec(
        SCOPE + TARGET + "annual_excellent county_award",
        lambda f, r: (
            scope(f)
            and ((f["unit_kind"] == "事业单位" and f["annual_excellent"]) or f["county_award"])
            and bracket(f, r)
        ),
        ("clause9_bracket",),
    ),
    "excellence_exceptional_review": Spec(
        SCOPE + TARGET + "excellent_streak",
        lambda f, r: scope(f) and f["unit_kind"] == "事业单位" and f["excellent_streak"] >= 3 and reviewed(f),
    ),
    "executive_exceptional_review": Spec(
        SCOPE + TARGET + "executive executive_results",
        lambda f, r: (
            scope(f) and f["unit_kind"] == "企业" and f["executive"] and f["executive_results"] and reviewed(f)
        ),
    ),
    "urgent_talent_appointment": Spec(
        "unit_level unit_kind newly_introduced title_level series urgent_shortage",
        lambda f, r: (
            township(f, r)
            and f["unit_kind"] == "事业单位"
            and f["newly_introduced"]
            and senior(f)
            and f["series"] != "中小学教师"
            and f["urgent_shortage"]
        ),
        ("street_as_township",),
    ),
    "graduate_exceptional_mid": Spec(
        "unit_level professional_post title_level education township_years series evaluation_mode_mid "
        "assessment_qualified",
        lambda f, r: (
            township(f, r)
            and f["professional_post"]
            and f["title_level"] in {"无", "员级", "助理级"}
            and graduate(f)
            and f["assessment_qualified"]
        ),
        ("street_as_township",),
    ),
    "long_service_appointment": Spec(
        "unit_level professional_post series title_level township_continuous_years age",
        lambda f, r: township(f, r) and long_service(f, r),
        ("street_as_township", "clause12_senior"),
    ),
    "honour_nomination": Spec(
        SCOPE + "outstanding_contribution", lambda f, r: scope(f) and f["outstanding_contribution"]
    ),
    "deferred_retirement": Spec(
        SCOPE + "title_level extension_needed extension_confirmed",
        lambda f, r: institution(f) and senior(f) and f["extension_needed"] and f["extension_confirmed"],
    ),
    "priority_selection": Spec(
        SCOPE + "outstanding_contribution", lambda f, r: scope(f) and f["outstanding_contribution"]
    ),
    "side_venture": Spec(
        SCOPE + "duties_done interests_unharmed unit_consents off_hours",
        lambda f, r: (
            institution(f) and f["duties_done"] and f["interests_unharmed"] and f["unit_consents"] and f["off_hours"]
        ),
    ),
    "study_reward": Spec(
        SCOPE + "degree_on_job licence_obtained county_reward_policy",
        lambda f, r: institution(f) and (f["degree_on_job"] or f["licence_obtained"]) and f["county_reward_policy"],
    ),
    "recruitment_preference": Spec(
        "recruiting_unit grassroots_experience",
        lambda f, r: f["recruiting_unit"] == "省市属事业单位" and f["grassroots_experience"],
        since=date(2017, 1, 1),
    ),
    "direct_assessment_recruitment": Spec(
        "recruiting_unit education title_level",
        lambda f, r: f["recruiting_unit"] == "基层事业单位" and (f["education"] in {"硕士", "博士"} or senior(f)),
    ),
    "simplified_recruitment": Spec(
        "recruiting_unit education urgent_shortage",
        lambda f, r: f["recruiting_unit"] == "基层事业单位" and f["education"] in GRADUATES and f["urgent_shortage"],
    ),
    "secondment_protection": Spec("seconded", lambda f, r: f["seconded"]),
    "program_graduate_priority": Spec(
        "service_program service_completed", lambda f, r: f["service_program"] != "未参加" and f["service_completed"]
    ),
}


class ModeBook:
    """Which evaluation modes are possible, read from the table of the rules."""

    def __init__(self, path: Path) -> None:
        self.rows = yaml.safe_load(path.read_text(encoding="utf-8"))["rows"]
        self.known: dict[tuple[str, str, date], list[str]] = {}

    def modes(self, series: str, level: str, as_of: date) -> list[str]:
        key = (series, level, as_of)
        if key not in self.known:
            self.known[key] = self._modes(*key)
        return self.known[key]

    def _modes(self, series: str, level: str, as_of: date) -> list[str]:
        found = set()
        for row in self.rows:
            names = row["series"] if isinstance(row["series"], list) else [row["series"]]
            levels = LEVELS if row["levels"] == "全部" or "全部" in row["levels"] else row["levels"]
            if series in names and level in levels and _in_force(row, as_of):
                found.add(row["mode"])
        only = found.pop() if len(found) == 1 else None
        return [only] if only in MODES else MODES


def _day(row: Mapping[str, Any], key: str) -> date | None:
    value = row.get(key)
    return date.fromisoformat(value) if isinstance(value, str) else value


def _in_force(row: Mapping[str, Any], as_of: date) -> bool:
    start, end = _day(row, "from"), _day(row, "until")
    return (start is None or start <= as_of) and (end is None or as_of < end)


@dataclass
class Oracle:
    """Outcomes by enumeration. `values` are each fact's values; for a number, one of each stretch."""

    values: Mapping[str, list[Any]]
    modes: ModeBook
    known: dict[Any, str] = field(default_factory=dict)
    judged: dict[Any, str] = field(default_factory=dict)

    def outcome(self, entitlement: str, facts: Facts, bounds: Mapping[str, Any], as_of: date) -> str:
        spec = SPECS[entitlement]
        if spec.since and as_of < spec.since:
            return "not_met"
        names = [n for n in spec.facts.split() if n not in MODE_FACTS]
        pools = tuple(tuple(self._pool(n, facts, bounds, as_of)) for n in names)
        stated = tuple(facts.get(n) for n in spec.facts.split() if n in MODE_FACTS)
        key = (entitlement, pools, stated, as_of)
        if key not in self.known:
            self.known[key] = self._enumerate(entitlement, names, pools, stated, as_of)
        return self.known[key]

    def _enumerate(self, entitlement: str, names: list[str], pools: Any, stated: Any, as_of: date) -> str:
        seen: set[str] = set()
        for chosen in (tuple(pool[:1] + pool[-1:] for pool in pools), pools):
            for choice in itertools.product(*chosen):
                for modes in self._modes(names, choice, stated, as_of):
                    key = (entitlement, choice, modes)
                    if key not in self.judged:
                        self.judged[key] = self._settled(entitlement, names, choice, modes)
                    seen.add(self.judged[key])
                if len(seen) > 1:
                    return "needs_facts"
        return seen.pop()

    def _modes(self, names: list[str], choice: Any, stated: Any, as_of: date) -> list[tuple[str, ...]]:
        """What the evaluation mode may be: as stated, else by the table; no entitlement uses more than one."""
        if not stated or stated[0] is not None:
            return [stated]
        series = choice[names.index("series")]
        level = choice[names.index("target_level")] if "target_level" in names else "中级"
        return [(mode,) for mode in self.modes.modes(series, level, as_of)]

    def _settled(self, entitlement: str, names: list[str], choice: Any, modes: Any) -> str:
        """The outcome where only findings are open (None in `choice`)."""
        spec = SPECS[entitlement]
        full = dict(zip(names, choice, strict=True))
        full |= dict(zip([n for n in spec.facts.split() if n in MODE_FACTS], modes, strict=True))
        findings = [n for n in names if full[n] is None]
        outcomes = set()
        for options in itertools.product(*(POINTS[p] for p in spec.readings)):
            readings = dict(zip(spec.readings, options, strict=True))
            truths = {
                bool(spec.holds({**full, **dict(zip(findings, found, strict=True))}, readings))
                for found in itertools.product([True, False], repeat=len(findings))
            }
            outcomes.add("needs_determination" if len(truths) == 2 else "met" if truths == {True} else "not_met")
        return outcomes.pop() if len(outcomes) == 1 else "divergent"

    def _pool(self, name: str, facts: Facts, bounds: Mapping[str, Any], as_of: date) -> Iterable[Any]:
        if name in STEPS:
            return self._stretches(name, facts, bounds)
        if facts.get(name) is not None:
            return [facts[name]]
        if name in DETERMINED:
            return [None]
        return self._unlike_series(as_of) if name == "series" else self.values[name]

    def _unlike_series(self, as_of: date) -> Iterable[str]:
        """One series of each sort that the logic or the table treats differently."""
        sorts: dict[Any, str] = {}
        for series in self.values["series"]:
            modes = tuple(tuple(sorted(self.modes.modes(series, level, as_of))) for level in LEVELS)
            sorts.setdefault((series == "中小学教师", modes), series)
        return sorts.values()

    def _stretches(self, name: str, facts: Facts, bounds: Mapping[str, Any]) -> list[float]:
        """The stretches that hold a possible number, each by its first; some number of 1/8 steps has to be possible."""
        steps = STEPS[name]
        found = []
        for first, after in itertools.pairwise([*steps, steps[-1] + 0.125]):
            eighths = (first + n / 8 for n in range(int((after - first) * 8)))
            if any(self._possible(name, value, facts, bounds) for value in eighths):
                found.append(first)
        return found

    def _possible(self, name: str, value: float, facts: Facts, bounds: Mapping[str, Any]) -> bool:
        if name in facts:
            return facts[name] == value
        if name in bounds and not bounds[name].admits(value):
            return False
        years, continuous = "township_years", "township_continuous_years"
        if name == continuous:
            limit, below = facts.get(years), bounds[years].below if years in bounds else None
            return (limit is None or value <= limit) and (below is None or value < below)
        if name == years:
            limit, least = facts.get(continuous), bounds[continuous].at_least if continuous in bounds else None
            return (limit is None or value >= limit) and (least is None or value >= least)
        return True
