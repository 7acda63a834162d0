"""zen-engine on the benchmark rule. Prints one line of JSON; run by benchmarks/reasoning.py with a file of rows."""

import json
import sys
import time
from importlib.metadata import version
from pathlib import Path

import zen

RULE = "series != 'school' and level >= 4 and ((years >= 15 and age >= 55) or years >= 30)"


def node(key, kind, content=None):
    place = {"id": key, "type": kind, "name": key, "position": {"x": 0, "y": 0}}
    return place if content is None else {**place, "content": content}


GRAPH = {
    "contentType": "application/vnd.gorules.decision",
    "nodes": [
        node("in", "inputNode"),
        node("rule", "expressionNode", {"expressions": [{"id": "1", "key": "eligible", "value": RULE}]}),
        node("out", "outputNode"),
    ],
    "edges": [
        {"id": "a", "sourceId": "in", "targetId": "rule", "type": "edge"},
        {"id": "b", "sourceId": "rule", "targetId": "out", "type": "edge"},
    ],
}

rows = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
decision = zen.ZenEngine().create_decision(json.dumps(GRAPH))
count, times = 0, []
for row in rows:
    start = time.perf_counter_ns()
    result = decision.evaluate(row, {"trace": True})
    times.append((time.perf_counter_ns() - start) / 1000)
    count += result["result"]["eligible"]
print(
    json.dumps(
        {
            "version": f"zen-engine {version('zen-engine')}",
            "eligible": count,
            "times": {"zen, decision graph with trace": times},
        }
    )
)
