"""What each custom element promises: its JSDoc, and the page that tells integrators about it."""

import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
SOURCE = REPOSITORY / "web" / "src"
ELEMENTS = sorted(
    file for file in (SOURCE / "elements").glob("*.ts") if "extends LitElement" in file.read_text("utf-8")
)
EMBEDDING = (REPOSITORY / "docs" / "embedding.md").read_text(encoding="utf-8")


def contract(file: Path) -> str:
    """The JSDoc that stands before the element's class."""
    found = re.search(r"/\*\*((?:(?!\*/).)*)\*/\nexport class", file.read_text("utf-8"), re.DOTALL)
    assert found, f"{file.name} has no JSDoc before its class"
    return found[1]


@pytest.mark.parametrize("file", ELEMENTS, ids=lambda file: file.stem)
def test_a_file_holds_one_element_named_as_the_file(file):
    code = file.read_text("utf-8")
    assert re.findall(r"define\('([^']+)'", code) == [file.stem]
    assert len(re.findall(r"extends LitElement", code)) == 1


@pytest.mark.parametrize("file", ELEMENTS, ids=lambda file: file.stem)
def test_every_public_property_and_part_is_in_the_contract(file):
    code, told = file.read_text("utf-8"), contract(file)
    for options, name in re.findall(r"@property\((.*?)\) (\w+)", code):
        attribute = re.search(r"attribute: '([^']+)'", options)
        assert re.search(
            rf"@(attr|property) (\S+ @(attr|property) )*{attribute[1] if attribute else name}\b", told
        ) or (f"@attr {name}" in told or f"@property {name}" in told), f"{file.name}: {name}"
    for part in re.findall(r'\spart="([\w-]+)"', code):
        assert f"@csspart {part}" in told, f"{file.name}: part {part}"


@pytest.mark.parametrize("file", ELEMENTS, ids=lambda file: file.stem)
def test_every_event_that_an_element_sends_is_in_its_contract(file):
    code, told = file.read_text("utf-8"), contract(file)
    sent = re.findall(r"new (?:Custom)?Event\('([\w-]+)'", code) + re.findall(r"signal\(this, '([\w-]+)'", code)
    for event in sent:
        assert f"@fires {event}" in told, f"{file.name}: {event}"


def test_the_page_for_integrators_names_every_attribute_and_event():
    told = contract(SOURCE / "elements" / "policy-assistant.ts")
    for attribute in re.findall(r"@attr ([\w-]+)", told):
        assert f"`{attribute}`" in EMBEDDING, attribute
    for event in re.findall(r"@fires ([\w-]+)", told):
        assert f"`{event}`" in EMBEDDING, event


def test_the_examples_for_integrators_use_only_attributes_that_exist():
    told = contract(SOURCE / "elements" / "policy-assistant.ts")
    known = {*re.findall(r"@attr ([\w-]+)", told), "id"}
    for tag in re.findall(r"<policy-assistant ([^>]*)>", EMBEDDING):
        assert set(re.findall(r"([\w-]+)=", tag)) <= known, tag


@pytest.mark.parametrize("file", sorted(SOURCE.rglob("*.ts")), ids=lambda file: file.stem)
def test_chinese_stands_in_the_files_of_words_alone(file):
    if file.name in ("messages.ts", "words.ts"):
        return
    code = re.sub(r"/\*.*?\*/|//.*", "", file.read_text("utf-8"), flags=re.DOTALL)
    assert not re.search(r"[\u4e00-\u9fff]{2,}", code), re.search(r"[\u4e00-\u9fff]{2,}", code)
