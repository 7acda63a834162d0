"""The program `wence`: the service, a conversation in a terminal, single questions, and the tools of a rule author."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

from assistant.cli.arguments import parse
from assistant.errors import FactError, InputError, SettingsError, WenceError

_BAD_USAGE = (FactError, InputError, SettingsError)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status: 0 done, 1 it failed, 2 bad usage, 130 interrupted."""
    _speak_utf8()
    arguments = parse(argv)
    try:
        return int(arguments.run(arguments))
    except WenceError as error:
        print(error, file=sys.stderr)
        return 2 if isinstance(error, _BAD_USAGE) else 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader (head, less) had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("WENCE_LOG_LEVEL", "").lower() == "debug":
            raise
        print(f"程序内部出错：{error}。设 WENCE_LOG_LEVEL=debug 再运行可看到详情。", file=sys.stderr)
        return 1


def _speak_utf8() -> None:
    """Chinese must come out on any terminal, whatever its locale."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, OSError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
