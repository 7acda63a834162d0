"""openfisca-core on the benchmark rule. Prints one line of JSON; run by benchmarks/reasoning.py with a file of rows."""

import json
import sys
import time
from importlib.metadata import version
from pathlib import Path

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum, EnumArray
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERIOD = "2024"
Person = build_entity(key="person", plural="persons", label="person", is_person=True)
House = build_entity(key="house", plural="houses", label="house", roles=[{"key": "member", "plural": "members"}])


class Series(Enum):
    """The six series of the benchmark rule."""

    school = "school"
    university = "university"
    health = "health"
    engineering = "engineering"
    agriculture = "agriculture"
    other = "other"


def variable(name, kind, **more):
    base = {"value_type": kind, "entity": Person, "definition_period": DateUnit.YEAR, "label": name}
    return type(name, (Variable,), {**base, **more})


def eligible(person, period):
    years = person("years", period)
    return (
        (person("series", period) != Series.school)
        & (person("level", period) >= 4)
        & (((years >= 15) & (person("age", period) >= 55)) | (years >= 30))
    )


system = TaxBenefitSystem([Person, House])
system.add_variable(variable("series", Enum, possible_values=Series, default_value=Series.other))
for name in ("level", "years", "age"):
    system.add_variable(variable(name, int))
system.add_variable(variable("eligible", bool, formula=eligible))

rows = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
order = [member.name for member in Series]
simulation = SimulationBuilder().build_default_simulation(system, 1)


def load(row):
    for name in ("series", "level", "years", "age", "eligible"):
        simulation.delete_arrays(name)
    simulation.set_input("series", PERIOD, EnumArray(np.array([order.index(row["series"])], dtype=np.uint8), Series))
    for name in ("level", "years", "age"):
        simulation.set_input(name, PERIOD, np.array([row[name]], dtype=np.int32))


def calculate():
    simulation.delete_arrays("eligible")
    return bool(simulation.calculate("eligible", PERIOD)[0])


count, reused, loaded = 0, [], []
for row in rows:
    start = time.perf_counter_ns()
    load(row)
    middle = time.perf_counter_ns()
    count += calculate()
    end = time.perf_counter_ns()
    reused.append((end - middle) / 1000)
    loaded.append((end - start) / 1000)
times = {"OpenFisca, simulation reused, inputs already in": reused, "OpenFisca, simulation reused, inputs set": loaded}
print(json.dumps({"version": f"openfisca-core {version('openfisca-core')}", "eligible": count, "times": times}))
