"""What can be typed after `wence`, with help and complaints in Chinese."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from typing import Any, Final, NoReturn

_COMPLAINTS: Final = (
    (r"the following arguments are required: (.*)", r"缺少 \1"),
    (r"unrecognized arguments: (.*)", r"多出了 \1"),
    (r"argument (.*): expected one argument", r"\1 后面要跟一个值"),
    (r"argument (.*): invalid choice: (.*) \(choose from (.*)\)", r"\1 没有 \2，可用 \3"),
    (r"argument (.*): invalid int value: (.*)", r"\1 应为整数，不是 \2"),
    (r"argument (.*): not allowed with argument (.*)", r"\1 不能与 \2 同用"),
    (r"argument (.*): ignored explicit argument (.*)", r"\1 不带值，多出了 \2"),
    (r"ambiguous option: (.*) could match (.*)", r"\1 可指 \2，请写全"),
    (r"argument ([^:]*): (.*)", r"\1：\2"),
)


class Parser(argparse.ArgumentParser):
    """argparse that speaks Chinese: one line on bad usage, exit 2."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options |= {"add_help": False, "allow_abbrev": False, "formatter_class": _Formatter}
        super().__init__(*args, **options)
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line, and where to read more."""
        for pattern, chinese in _COMPLAINTS:
            if re.fullmatch(pattern, message, re.DOTALL):
                message = re.sub(pattern, chinese, message, flags=re.DOTALL)
                break
        line = " ".join(message.split())
        self.exit(2, f"{self.prog}：{line}。用法见 {self.prog} --help\n")


class _Formatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """The arguments, with `run` as the command to call; exits 2 on bad usage."""
    return parser().parse_args(argv)


def parser() -> Parser:
    """The whole command line."""
    top = Parser(prog="wence", description="问策：问政策、看条款、按规则判断，逐字引用条文。")
    top.add_argument("--version", action="version", version=_version(), help="显示版本")
    commands = _subcommands(top)
    _serve(commands)
    _talk(commands)
    _search(commands)
    _check(commands)
    _rules(commands)
    _corpus(commands)
    return top


def _subcommands(parent: Parser) -> Any:
    return parent.add_subparsers(metavar="命令", dest="命令", required=True, parser_class=Parser, title="命令")


def _command(commands: Any, name: str, module: str, function: str, text: str) -> Parser:
    """A command whose module is imported only when it runs: `wence --help` loads nothing."""
    command: Parser = commands.add_parser(name, help=text, description=text)
    command.set_defaults(run=_later(module, function))
    return command


def _later(module: str, function: str) -> Callable[[argparse.Namespace], int]:
    def run(arguments: argparse.Namespace) -> int:
        status: int = getattr(import_module(f"assistant.cli.{module}"), function)(arguments)
        return status

    return run


def _serve(commands: Any) -> None:
    serve = _command(commands, "serve", "serve", "serve", "启动服务：接口、对话页、工作台")
    serve.add_argument("--host", metavar="地址", help="监听的地址，默认 127.0.0.1")
    serve.add_argument("--port", metavar="端口", type=_port, help="监听的端口，默认 8000")
    serve.add_argument("--database", metavar="URL", help="事件日志的数据库，如 sqlite:///data/wence.db")


def _talk(commands: Any) -> None:
    chat = _command(commands, "chat", "chat", "chat", "在终端里对话；输入编号选择，? 问为什么，空行或 Ctrl-D 结束")
    _as_of(chat)
    ask = _command(commands, "ask", "answers", "ask", "问一句，答一句")
    ask.add_argument("question", metavar="问题")
    _as_of(ask)
    _json(ask, "输出完整的 Answer 对象")


def _search(commands: Any) -> None:
    search = _command(commands, "search", "answers", "search", "找条款，最相关的在前，标出命中的词")
    search.add_argument("words", metavar="词", nargs="+")
    search.add_argument("-k", metavar="N", type=_positive, default=5, help="最多几条，默认 5")
    search.add_argument("--explain", action="store_true", help="说明是怎样找到的")
    _json(search, "输出 JSON")


def _check(commands: Any) -> None:
    check = _command(commands, "check", "answers", "check", "只凭事实作判断，不对话")
    check.add_argument("facts", metavar="FACTS.json", help='事实文件，形如 {"age": 56}；- 表示从标准输入读')
    check.add_argument("--entitlement", metavar="ID", action="append", help="只判断这一项，可重复")
    _as_of(check)
    _json(check, "输出 JSON")


def _rules(commands: Any) -> None:
    rules: Parser = commands.add_parser("rules", help="检查、查看规则", description="检查、查看规则")
    actions = _subcommands(rules)
    checked = _command(actions, "check", "rules", "check", "检查语料与规则的每一处，并运行全部算例")
    _root(checked)
    show = _command(actions, "show", "rules", "show", "显示一条规则：条文、条件、算例")
    show.add_argument("entitlement", metavar="ID")
    _root(show)


def _corpus(commands: Any) -> None:
    corpus: Parser = commands.add_parser("corpus", help="增加政策文件", description="增加政策文件")
    actions = _subcommands(corpus)
    add = _command(actions, "add", "corpus", "add", "读入一份政策文件（txt、md、html、docx、pdf），列出识别到的内容")
    add.add_argument("file", metavar="FILE")
    add.add_argument("--id", metavar="ID", help="文件夹名；不写则由文号得出")
    add.add_argument("--check-only", action="store_true", help="只看识别结果，不写入")
    _root(add)


def _as_of(command: Parser) -> None:
    command.add_argument("--as-of", metavar="日期", type=_day, help="按哪一天的规定，如 2026-11-24，默认今天")


def _json(command: Parser, text: str) -> None:
    command.add_argument("--json", action="store_true", help=text)


def _root(command: Parser) -> None:
    command.add_argument("--root", metavar="文件夹", help="含 corpus/ 与 rules/ 的文件夹，默认随程序安装的")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"应为日期，如 2026-11-24，不是“{text}”") from None


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"应为 0 到 65535 的整数，不是“{text}”")
    return int(text)


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= 1000):
        raise argparse.ArgumentTypeError(f"应为 1 到 1000 的整数，不是“{text}”")
    return int(text)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"wence {version('wence')}"
    except PackageNotFoundError:  # run from a source tree that was never installed
        return "wence 0"
