"""Settings, read once at the edge: environment variables with the prefix WENCE_, or a .env file beside the process."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from assistant.errors import SettingsError

_PACKAGE = Path(__file__).resolve().parent
_REPOSITORY = _PACKAGE.parent


class Settings(BaseSettings):
    """Everything that differs between installations; each field is documented in README.md."""

    model_config = SettingsConfigDict(env_prefix="WENCE_", env_file=".env", extra="ignore", frozen=True)

    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on.")
    database: str | None = Field(
        None, description="SQLAlchemy URL of the event log; an SQLite file in the data folder where none is given."
    )
    data_dir: Path | None = Field(None, description="Folder for the SQLite file.")
    knowledge_root: Path | None = Field(None, description="Folder that holds corpus/ and rules/.")
    retention_days: int = Field(
        30, ge=1, description="Conversations untouched for so many days are erased, log included."
    )
    allow_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Origins that may call the API from a browser (CORS), separated by commas; none by default."
    )
    embed_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Origins that may embed the pages in a frame, and call the API; separated by commas."
    )
    staff_token: str | None = Field(
        None, description="Token that opens the workbench; the workbench is off without it."
    )
    handoff_phone: str = Field("12333", description="The number at which a person takes over.")
    max_body_bytes: int = Field(65536, ge=1024, description="Largest request body that is accepted.")
    log_level: str = Field("info", description="critical, error, warning, info or debug.")

    @field_validator("allow_origins", "embed_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("staff_token", mode="before")
    @classmethod
    def _empty_is_off(cls, value: object) -> object:
        return value or None

    @property
    def cors_origins(self) -> tuple[str, ...]:
        """Every origin that may call the API from a browser, each once."""
        return tuple(dict.fromkeys((*self.allow_origins, *self.embed_origins)))

    def knowledge(self) -> Path:
        """The folder that holds corpus/ and rules/: as set, else packaged in the wheel, else this repository."""
        candidates = [self.knowledge_root] if self.knowledge_root else [_PACKAGE / "_data", _REPOSITORY]
        for root in candidates:
            if (root / "corpus").is_dir() and (root / "rules").is_dir():
                return root
        raise SettingsError(
            f"在 {candidates[0]} 下没有找到 corpus/ 与 rules/。请把 WENCE_KNOWLEDGE_ROOT 设为含有它们的文件夹。"
        )

    def database_url(self) -> str:
        """The URL of the event log; creates the data folder where the log is a file in it."""
        if self.database:
            return self.database
        folder = self.data_dir or _default_data_dir()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SettingsError(f"无法建立数据文件夹 {folder}：{error.strerror}。请设置 WENCE_DATA_DIR。") from None
        return f"sqlite:///{folder / 'wence.db'}"


def is_packaged(root: Path) -> bool:
    """Whether `root` is the knowledge that was installed with the program, which nobody should edit."""
    return root.resolve() == (_PACKAGE / "_data").resolve()


def read_settings(**given: object) -> Settings:
    """The settings, `given` before the environment; SettingsError names the first that cannot be used."""
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(("WENCE", *(str(part).upper() for part in first["loc"])))
        raise SettingsError(f"设置 {name} 的值“{first['input']}”用不了，请看 README 中的说明。") from None


def _default_data_dir() -> Path:
    if (_REPOSITORY / "pyproject.toml").is_file() and (_REPOSITORY / "corpus").is_dir():
        return _REPOSITORY / "data"
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "wence"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "wence"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "wence"
