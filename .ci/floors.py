"""Compare evaluation figures with their floors and ceilings: exit 1 and one line for each that is not held."""

import json
import sys
from pathlib import Path

figures, bounds = (json.loads(Path(name).read_text("utf-8")) for name in sys.argv[1:3])
broken = [
    f"{name}: {figures.get(name)} is below the floor {floor}"
    for name, floor in bounds["at_least"].items()
    if not figures.get(name, -1) >= floor
] + [
    f"{name}: {figures.get(name)} is above the ceiling {ceiling}"
    for name, ceiling in bounds["at_most"].items()
    if not figures.get(name, ceiling + 1) <= ceiling
]
print("\n".join(broken) or f"all {len(bounds['at_least']) + len(bounds['at_most'])} floors and ceilings held")
sys.exit(bool(broken))
