"""Reasoning beside other engines: one decision with its proof, all entitlements at once, and the questions asked.

    python benchmarks/reasoning.py [--quick] [--no-peers]

The peers (zen-engine, OpenFisca, publicodes) are installed by pip and npm into a folder that is thrown away, and decide
the same rule for the same random applicants; every engine must find the same number of them eligible.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from datetime import date
from pathlib import Path
from statistics import mean

from assistant.domain.document import ClauseId
from assistant.domain.fact import Case, Fact
from assistant.domain.rule import AllOf, AnyOf, Comparison, Entitlement, Prior, RuleBook
from assistant.knowledge.documents import load_documents
from assistant.knowledge.rules import load_rulebook
from assistant.knowledge.vocabulary import load_facts
from assistant.reasoning.docket import Docket
from assistant.reasoning.reasoner import Reasoner

ROOT = Path(__file__).resolve().parents[1]
PEERS = ROOT / "benchmarks" / "peers"
sys.path.insert(0, str(PEERS))

import question_orders  # noqa: E402 - it lies beside the peers

TODAY = date(2026, 11, 24)
SERIES = ("school", "university", "health", "engineering", "agriculture", "other")
LEVELS = ("none", "junior", "assistant", "intermediate", "associate", "senior")
RULE = "rule"


def benchmark_rule() -> tuple[RuleBook, dict[str, Fact]]:
    """Not school, at least associate, and (15 years and 55 years old, or 30 years)."""
    facts = {
        "series": Fact("series", "series", "enum", SERIES),
        "level": Fact("level", "level", "enum", LEVELS, ordered=True),
        "years": Fact("years", "years", "number", minimum=0, maximum=60),
        "age": Fact("age", "age", "number", minimum=16, maximum=100),
    }
    years, age = (
        (lambda n: Comparison("years", "at_least", (n,), f"years >= {n}")),
        Comparison("age", "at_least", (55,), "age >= 55"),
    )
    served = AnyOf((AllOf((years(15), age)), years(30)))
    level = Comparison("level", "at_least", ("associate",), "level >= associate")
    school = Comparison("series", "in", ("school",), "school")
    clause = ClauseId("policy", 1)
    rule = Entitlement(RULE, "rule", clause, "granted", (level, served), exceptions=(school,))
    priors = {
        "years": Prior("years", points=((0, 0.0), (15, 15 / 41), (30, 30 / 41), (41, 1.0))),
        "age": Prior("age", points=((22, 0.0), (55, 33 / 42), (64, 1.0))),
    }
    return RuleBook({RULE: rule}, {}, priors=priors), facts


def applicants(count: int) -> list[dict[str, object]]:
    draw = random.Random(20161124)
    return [
        {
            "series": draw.choice(SERIES),
            "level": draw.randrange(6),
            "years": draw.randrange(41),
            "age": draw.randrange(22, 64),
        }
        for _ in range(count)
    ]


def timed(calls: list, warm: int = 300, clock=time.perf_counter_ns) -> list[float]:
    """Microseconds of each call."""
    for call in calls[:warm]:
        call()
    gc.collect()
    times = []
    for call in calls:
        start = clock()
        call()
        times.append((clock() - start) / 1000)
    return times


def percentiles(times: list[float]) -> tuple[float, float]:
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]


def peers(folder: Path, rows: Path) -> list[dict]:
    """Install the peers into `folder` and let each decide the rows."""
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / "bin" / "python"
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([python, "-m", "pip", "install", "--quiet", "zen-engine", "openfisca-core"], **quiet)
    subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), "publicodes"], **quiet)
    script = shutil.copy(PEERS / "publicodes_rule.mjs", folder)
    commands = [
        [str(python), str(PEERS / "zen_rule.py"), str(rows)],
        [str(python), str(PEERS / "openfisca_rule.py"), str(rows)],
        ["node", script, str(rows)],
    ]
    run = {"check": True, "capture_output": True, "text": True, "cwd": folder}
    return [json.loads(subprocess.run(command, **run).stdout) for command in commands]


def decisions(count: int, with_peers: bool) -> None:
    """One decision by each engine, on the same applicants."""
    rulebook, facts = benchmark_rule()
    reasoner, rows = Reasoner(rulebook, facts), applicants(count)
    cases = [Case({**row, "level": LEVELS[row["level"]]}) for row in rows]
    ours = sum(reasoner.decide(RULE, case, TODAY).outcome == "met" for case in cases)
    results = {"wence, decision with proof": timed([lambda c=case: reasoner.decide(RULE, c, TODAY) for case in cases])}
    versions = [f"python {sys.version.split()[0]}"]
    if with_peers:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "rows.json"
            file.write_text(json.dumps(rows), encoding="utf-8")
            for found in peers(Path(folder), file):
                assert found["eligible"] == ours, (found["version"], found["eligible"], ours)
                versions.append(found["version"])
                results |= found["times"]
    print(f"\n{', '.join(versions)}; {count} applicants, {ours} eligible by every engine\n")
    print("| one decision of the benchmark rule | p50 µs | p99 µs | times ours |\n| --- | ---: | ---: | ---: |")
    base = percentiles(next(iter(results.values())))[0]
    for name, times in results.items():
        middle, tail = percentiles(times)
        print(f"| {name} | {middle:.1f} | {tail:.1f} | {middle / base:.1f} |")


def random_case(facts: dict[str, Fact], draw: random.Random) -> Case:
    """Some facts of one applicant; years as the law between them wants."""
    share, known = draw.random(), {}
    for name, fact in facts.items():
        if draw.random() < share and not fact.derived_from:
            options = {"boolean": (True, False), "enum": fact.values, "number": range(int(fact.minimum or 0), 61)}
            known[name] = draw.choice(options[fact.type])
    if {"township_years", "township_continuous_years"} <= known.keys():
        known["township_years"] = max(known["township_years"], known["township_continuous_years"])
    return Case(known)


def everything(reasoner: Reasoner, case: Case) -> None:
    reasoner.decide_all(case, TODAY)
    reasoner.next_question(case, TODAY)


def whole_policy(reasoner: Reasoner, facts: dict[str, Fact], count: int) -> None:
    """The rules as published: one decision, all of them, and all of them with the next question."""
    draw = random.Random(1)
    cases = [random_case(facts, draw) for _ in range(count)]
    one = "long_service_appointment"
    jobs = {
        f"one decision with proof ({one}, two reading points)": lambda c: reasoner.decide(one, c, TODAY),
        "all 21 decisions": lambda c: reasoner.decide_all(c, TODAY),
        "all 21 decisions and the next question": lambda c: (
            reasoner.decide_all(c, TODAY),
            reasoner.next_question(c, TODAY),
        ),
    }
    print(f"\n{count} random applicants, of whom anything from nothing to everything is known\n")
    print("| the rules as published | p50 ms | p99 ms | p99 ms of processor time |\n| --- | ---: | ---: | ---: |")
    for name, job in jobs.items():
        calls = [lambda c=case, job=job: job(c) for case in cases]
        middle, tail = percentiles(timed(calls))
        busy = percentiles(timed(calls, clock=time.process_time_ns))[1]
        print(f"| {name} | {middle / 1000:.3f} | {tail / 1000:.3f} | {busy / 1000:.3f} |")


def questions(reasoner: Reasoner, names: list[str]) -> None:
    """Expected questions of each entitlement, by the ways of asking."""
    rulebook, facts = benchmark_rule()
    desks = {"(benchmark rule)": Reasoner(rulebook, facts)._docket(RULE, TODAY, frozenset())}
    desks |= {name: reasoner._docket(name, TODAY, frozenset()) for name in names}
    orders = {
        "ours": question_orders.best,
        "document order": question_orders.document_order,
        "occurrence count": question_orders.occurrence_count,
        "fixed form": question_orders.fixed_form,
    }
    print("\nexpected questions until settled, from nothing known\n")
    print(f"| entitlement | optimum | {' | '.join(orders)} | all |\n| --- |{' ---: |' * (len(orders) + 2)}")
    ratios: dict[str, list[float]] = {name: [] for name in (*orders, "all")}
    for name, desk in desks.items():
        least, found = optimum(desk), {label: question_orders.expected(desk, pick) for label, pick in orders.items()}
        found["all"] = question_orders.ask_everything(desk)
        print(f"| {name} | {least:.2f} | {' | '.join(f'{value:.2f}' for value in found.values())} |")
        if name in names:
            for label, value in found.items():
                ratios[label].append(value / least)
    print(
        f"| mean ratio to the optimum, 21 entitlements | 1 | {' | '.join(f'{mean(r):.2f}' for r in ratios.values())} |"
    )
    print(f"| worst ratio | 1 | {' | '.join(f'{max(r):.2f}' for r in ratios.values())} |")


def optimum(desk: Docket) -> float:
    return desk.inquiry().cost(desk.rule.standing(desk.rule.full).open)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--quick", action="store_true", help="fewer applicants")
    parser.add_argument("--no-peers", action="store_true", help="without installing other engines")
    options = parser.parse_args()
    count = 500 if options.quick else 3000
    facts = load_facts(ROOT)
    rulebook = load_rulebook(ROOT, load_documents(ROOT), facts)
    reasoner = Reasoner(rulebook, facts)
    decisions(count, not options.no_peers)
    whole_policy(reasoner, dict(facts), count // 3)
    questions(reasoner, list(rulebook.entitlements))


if __name__ == "__main__":
    main()
