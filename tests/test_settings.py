"""Settings come from the environment, once, and say what is wrong with them."""

from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.settings import Settings, read_settings

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"WENCE_{name.upper()}", raising=False)
    monkeypatch.chdir(tmp_path)


def test_defaults_serve_this_machine_only() -> None:
    settings = read_settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.cors_origins == ()
    assert settings.staff_token is None


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENCE_PORT", "9000")
    monkeypatch.setenv("WENCE_ALLOW_ORIGINS", "https://a.example, https://b.example,")
    monkeypatch.setenv("WENCE_EMBED_ORIGINS", "https://b.example")
    settings = read_settings()
    assert settings.port == 9000
    assert settings.cors_origins == ("https://a.example", "https://b.example")


def test_what_the_command_line_gives_stands_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENCE_PORT", "9000")
    assert read_settings(port=9001).port == 9001


@pytest.mark.parametrize(("name", "value"), [("PORT", "eight"), ("PORT", "70000"), ("RETENTION_DAYS", "0")])
def test_a_setting_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"WENCE_{name}", value)
    with pytest.raises(SettingsError, match=f"WENCE_{name}.*{value}"):
        read_settings()


def test_an_empty_token_leaves_the_workbench_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WENCE_STAFF_TOKEN", "")
    assert read_settings().staff_token is None


def test_a_clone_reads_its_own_corpus_and_rules() -> None:
    assert read_settings().knowledge() == REPOSITORY


def test_a_root_without_corpus_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="WENCE_KNOWLEDGE_ROOT"):
        read_settings(knowledge_root=tmp_path).knowledge()


def test_the_data_folder_is_made(tmp_path: Path) -> None:
    url = read_settings(data_dir=tmp_path / "a" / "b").database_url()
    assert (tmp_path / "a" / "b").is_dir()
    assert url == f"sqlite:///{tmp_path / 'a' / 'b' / 'wence.db'}"


def test_a_data_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="WENCE_DATA_DIR"):
        read_settings(data_dir=tmp_path / "file" / "b").database_url()
