"""rules/README.md says what the loader takes and what it answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from assistant.knowledge import modes, vocabulary
from assistant.knowledge.rulefiles.examples import DAY, NAME, OUTCOME, OUTCOMES
from assistant.knowledge.rulefiles.file import FIELDS

ROOT = Path(__file__).parents[2]
README = (ROOT / "rules" / "README.md").read_text(encoding="utf-8")
MESSAGES = "\n".join(
    path.read_text(encoding="utf-8").splitlines()[0] for path in sorted((ROOT / "tests/rules/bad").glob("*/*"))
)
GALLERY = re.findall(r"^\| `(.+?)` \|", README[README.index("## 常见错误") :], re.MULTILINE)
KEYS = sorted({key for kind, (must, may) in FIELDS.items() for key in (kind, *must, *may)})


@pytest.mark.parametrize("key", [*KEYS, NAME, OUTCOME, DAY, *OUTCOMES])
def test_every_word_of_the_format_is_documented(key: str) -> None:
    assert f"`{key}" in README or f"{key}:" in README


@pytest.mark.parametrize("field", [*vocabulary.FIELDS, *modes.FIELDS])
def test_every_field_of_the_data_files_is_documented(field: str) -> None:
    assert f"`{field}`" in README


@pytest.mark.parametrize("message", GALLERY)
def test_the_gallery_shows_messages_that_are_really_given(message: str) -> None:
    pattern = ".*".join(re.escape(part) for part in message.split("…"))
    assert re.search(pattern, MESSAGES), message


def test_the_gallery_is_not_empty() -> None:
    assert len(GALLERY) >= 15


def test_every_yaml_sample_can_be_read() -> None:
    samples = re.findall(r"^```yaml\n(.+?)^```", README, re.MULTILINE | re.DOTALL)
    assert samples
    for sample in samples:
        assert isinstance(yaml.safe_load(sample), dict)
