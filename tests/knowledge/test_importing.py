"""Documents of every structure and format are read whole; what cannot be read is refused, and nothing is half added."""

import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as Word

from assistant.errors import DocumentError
from assistant.knowledge.documents import load_documents
from assistant.knowledge.importing import add, format_tree, recognise
from assistant.knowledge.importing.docx_numbering import han
from assistant.knowledge.importing.readers import MOST_BYTES

DOCUMENTS = Path(__file__).parents[1] / "corpus/documents"
ARTICLES = {"01": 44, "02": 0, "03": 8, "04": 0, "07": 26, "21": 23}
SAMPLE = """关于渔船管理的若干意见（试行）

农渔办〔2020〕7号

各区县：

为加强渔船管理，现提出如下意见。

一、总体要求

（一）指导思想。坚持安全第一，统筹
发展。

（二）基本原则。依法管理。

二、主要任务

（一）登记。渔船应当办理登记，
手续从简。

（二）检验。渔船应当接受检验。

某某市农业农村局

2020年3月5日
"""


def sample(tmp_path: Path, name: str, content: bytes | str) -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("[0-9]*.md")), ids=lambda path: path.name[:2])
def test_a_real_document_has_its_articles(path: Path) -> None:
    begin = time.thread_time()
    clauses = recognise(path).document.clauses
    assert time.thread_time() - begin < 1
    assert sum(bool(re.fullmatch("第.+条", clause.label)) for clause in clauses) == ARTICLES[path.name[:2]]


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("[0-9]*.md")), ids=lambda path: path.name[:2])
def test_no_character_is_lost_or_doubled(path: Path) -> None:
    recognised = recognise(path)
    found: list[int] = []
    for part in recognised.outline.parts:
        found += part.mark_offsets
        found += [offset for paragraph in part.paragraphs for offset in paragraph.offsets]
    wanted = [place for place, char in enumerate(recognised.source) if not char.isspace() and char != "#"]
    assert [place for place in found if not recognised.source[place].isspace()] == wanted


def test_numbers_that_start_again_become_a_running_number_and_stay_in_the_label() -> None:
    recognised = recognise(next(DOCUMENTS.glob("02*")))
    clauses = recognised.document.clauses
    assert [clause.id.number for clause in clauses] == list(range(1, len(clauses) + 1))
    assert [clause.label for clause in clauses[:3]] == ["一、第1段", "二、1", "二、2"]
    assert any("重新起头" in warning for warning in recognised.warnings)


def test_a_missing_article_is_told() -> None:
    assert "“第十七条”之后是“第十九条”，缺 18。" in recognise(next(DOCUMENTS.glob("07*"))).warnings


def test_paragraphs_without_numbers_are_clauses() -> None:
    recognised = recognise(next(DOCUMENTS.glob("04*")))
    assert [clause.label for clause in recognised.document.clauses] == ["第1段", "第2段"]
    assert recognised.document.preamble.endswith("作如下补充规定：")


def test_the_head_and_the_signature_of_an_opinion_are_read(tmp_path: Path) -> None:
    document = recognise(sample(tmp_path, "a.txt", SAMPLE)).document
    assert document.title == "关于渔船管理的若干意见（试行）"
    assert document.number == "农渔办〔2020〕7号"
    assert document.issuer == "某某市农业农村局"
    assert str(document.issued) == "2020-03-05"
    assert document.status == "trial"
    assert document.id == "nyb-2020-7"
    assert [clause.text.split("。")[0] for clause in document.clauses] == ["指导思想", "基本原则", "登记", "检验"]
    assert document.clauses[2].path == ("二、主要任务",)
    assert document.clauses[2].text == "登记。渔船应当办理登记，手续从简。"
    assert document.clauses[-1].text == "检验。渔船应当接受检验。"


def test_a_section_without_items_stands_beside_the_others(tmp_path: Path) -> None:
    text = (
        "通知\n\n一、任务\n\n（一）应当登记。\n\n（二）应当检验。\n\n二、各地要高度重视，抓好落实。\n\n附件：1.清单\n"
    )
    recognised = recognise(sample(tmp_path, "a.txt", text))
    assert [(clause.label, clause.path) for clause in recognised.document.clauses] == [
        ("一、（一）", ("一、任务",)),
        ("一、（二）", ("一、任务",)),
        ("二", ()),
    ]
    assert [part.text for part in recognised.outline.of("signature")] == ["附件：1.清单"]
    assert any("几种写法" in warning for warning in recognised.warnings)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_usual_encoding_is_decoded(tmp_path: Path, encoding: str) -> None:
    document = recognise(sample(tmp_path, "a.txt", SAMPLE.encode(encoding))).document
    assert document.title == "关于渔船管理的若干意见（试行）"
    assert len(document.clauses) == 4


def test_windows_line_ends_and_full_width_blanks_are_layout(tmp_path: Path) -> None:
    text = SAMPLE.replace("\n", "\r\n").replace("（一）", "\u3000\u3000（一）")
    assert len(recognise(sample(tmp_path, "a.txt", text)).document.clauses) == 4


def test_a_table_of_contents_is_no_heading(tmp_path: Path) -> None:
    body = "第一章 总则\n\n第一条 为了管理。\n\n第二章 登记\n\n第二条 应当登记。\n"
    text = f"渔船条例\n\n目 录\n\n第一章 总则\n\n第二章 登记\n\n{body}"
    recognised = recognise(sample(tmp_path, "a.txt", text))
    assert [clause.path for clause in recognised.document.clauses] == [("第一章 总则",), ("第二章 登记",)]
    assert len(recognised.outline.of("contents")) == 3


def test_markdown_lists_tables_and_emphasis_become_text(tmp_path: Path) -> None:
    table = "| 类型 | 期限 |\n|---|---|\n| 远洋 | 五年 |\n"
    text = f"# 渔船办法\n\n## 一、登记\n\n1. **船舶**应当[登记](x)。\n2. 船员应当持证。\n\n{table}"
    recognised = recognise(sample(tmp_path, "a.md", text))
    assert [clause.text for clause in recognised.document.clauses] == [
        "船舶应当登记。",
        "船员应当持证。\n类型 | 期限\n远洋 | 五年",
    ]
    assert any("表格" in warning for warning in recognised.warnings)


def test_of_a_web_page_only_the_document_is_read(tmp_path: Path) -> None:
    page = """<html><head><meta charset="gb2312"><title>x</title></head><body>
    <div class="nav"><a>首页</a></div><ul><li>友情链接</li></ul>
    <table><tr><td>索引号：</td><td>123</td><td>发文机关：</td><td>某某局</td></tr></table>
    <h1>渔船管理办法</h1>
    <div id="zoom"><p>第一条&nbsp;船舶<b>应当</b>登记。</p><p>第二条 船员应当<br>持证。</p></div>
    <div>打印 关闭</div><div class="footer">版权所有</div></body></html>"""
    document = recognise(sample(tmp_path, "a.html", page.encode("gb18030"))).document
    assert document.title == "渔船管理办法"
    assert document.issuer == "某某局"
    assert [clause.text for clause in document.clauses] == ["船舶应当登记。", "船员应当\n持证。"]


def word(tmp_path: Path, build: Callable[..., None]) -> Path:
    document = Word()
    build(document)
    path = tmp_path / "a.docx"
    document.save(str(path))
    return path


def test_a_word_document_is_read_with_headings_and_tables(tmp_path: Path) -> None:
    def build(document: object) -> None:
        document.add_heading("渔船办法", 0)  # type: ignore[attr-defined]
        document.add_heading("第一章 登记", 2)  # type: ignore[attr-defined]
        document.add_paragraph("第一条 船舶应当登记。")  # type: ignore[attr-defined]
        document.add_paragraph("第二条 期限如下：")  # type: ignore[attr-defined]
        table = document.add_table(rows=1, cols=2)  # type: ignore[attr-defined]
        table.rows[0].cells[0].text = "远洋"
        table.rows[0].cells[1].text = "五年"

    document = recognise(word(tmp_path, build)).document
    assert document.title == "渔船办法"
    assert [clause.text for clause in document.clauses] == ["船舶应当登记。", "期限如下：\n远洋 | 五年"]
    assert document.clauses[0].path == ("第一章 登记",)


def test_numbers_that_word_counts_itself_are_written_out(tmp_path: Path) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    numbered = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    )
    body = "".join(numbered.format(text) for text in ("船舶应当登记。", "船员应当持证。"))
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl>'
    )
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
        package.writestr(
            "word/numbering.xml",
            f'<w:numbering {space}><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        )
    assert [clause.label for clause in recognise(path).document.clauses] == ["第一条", "第二条"]


@pytest.mark.parametrize(
    ("number", "shown"), [(1, "一"), (10, "十"), (21, "二十一"), (110, "一百一十"), (105, "一百零五")]
)
def test_a_number_in_chinese(number: int, shown: str) -> None:
    assert han(number) == shown


def pdf(lines: list[str]) -> bytes:
    """A one-page PDF with a text layer, its font mapped by character code."""
    chars = sorted({char for line in lines for char in line})
    mapped = "\n".join(f"<{ord(c):04X}> <{ord(c):04X}>" for c in chars)
    codes = "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange"
    cmap = f"begincmap\n{codes}\n{len(chars)} beginbfchar\n{mapped}\nendbfchar\nendcmap"
    shown = "".join(
        f"1 0 0 1 50 {780 - 20 * n} Tm <{''.join(f'{ord(c):04X}' for c in line)}> Tj\n" for n, line in enumerate(lines)
    )
    content = f"BT /F1 12 Tf\n{shown}ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R]"
        " /ToUnicode 7 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X"
        " /CIDSystemInfo << /Registry (A) /Ordering (I) /Supplement 0 >> /DW 1000 >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{out.index('xref')}\n%%EOF"
    return out.encode("ascii")


def test_a_pdf_with_a_text_layer_is_read_and_its_wrapped_lines_joined(tmp_path: Path) -> None:
    lines = [
        "渔船管理办法",
        "第一条 船舶应当在所在地的渔业主管部门办理登记手",
        "续并接受检验。",
        "第二条 船员应当持证。",
        "- 1 -",
    ]
    document = recognise(sample(tmp_path, "a.pdf", pdf(lines))).document
    assert [clause.text for clause in document.clauses] == [
        "船舶应当在所在地的渔业主管部门办理登记手续并接受检验。",
        "船员应当持证。",
    ]


def test_a_pdf_without_text_is_a_scan(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="没有文字层"):
        recognise(sample(tmp_path, "a.pdf", pdf([])))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "空的"),
        ("a.txt", b"  \n\n ", "没有文字"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG 图片"),
        ("a.pdf", b"hello", "不是 pdf"),
        ("a.pdf", b"%PDF-1.4\nbroken", "损坏"),
        ("a.docx", b"PK\x03\x04broken", "损坏"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(100), "旧版 Word"),
        ("a.txt", bytes(range(256)) * 20, "不是文字|编码"),
        ("a.xyz", "第一条 甲。".encode(), "不认识"),
        ("a.html", b"<html><script>alert(1)</script></html>", "没有文字"),
    ],
)
def test_what_cannot_be_read_is_refused_clearly(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        add(sample(tmp_path, name, content), tmp_path)
    assert not (tmp_path / "corpus").exists()


def test_a_file_that_does_not_exist_is_said(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="没有这个文件"):
        recognise(tmp_path / "nothing.txt")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert path.stat().st_size > MOST_BYTES
    with pytest.raises(DocumentError, match="50 MB"):
        recognise(path)


@pytest.mark.slow
def test_a_text_far_longer_than_any_document_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="万字"):
        recognise(sample(tmp_path, "a.txt", "第一条 " + "甲" * 2_100_000))


@pytest.mark.slow
def test_a_text_without_a_full_stop_is_read_in_no_time(tmp_path: Path) -> None:
    begin = time.thread_time()
    recognise(sample(tmp_path, "a.txt", "第一条 甲，\n" + "船舶应当登记，手续从简，\n" * 10_000))
    assert time.thread_time() - begin < 5


def test_a_page_nested_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="嵌套"):
        recognise(sample(tmp_path, "a.html", "<div>" * 5000 + "第一条 甲。" + "</div>" * 5000))


@pytest.mark.slow
def test_a_docx_that_unpacks_to_far_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 70_000_000)
    with pytest.raises(DocumentError, match="过大"):
        recognise(path)


def test_a_docx_with_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    bomb = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "x">]><d>&a;</d>'
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", bomb)
    with pytest.raises(DocumentError, match="不安全"):
        recognise(path)


def test_an_added_document_is_loaded_beside_the_others(tmp_path: Path) -> None:
    first = add(sample(tmp_path, "a.txt", SAMPLE), tmp_path)
    second = add(next(DOCUMENTS.glob("01*")), tmp_path, "personnel")
    loaded = load_documents(tmp_path)
    assert {document.id for document in loaded} == {first.document.id, "personnel"}
    assert {document.id: document.clauses for document in loaded}["personnel"] == second.document.clauses
    assert sorted(path.name for path in (tmp_path / "corpus").iterdir()) == ["nyb-2020-7", "personnel"]


def test_the_same_document_is_not_added_twice(tmp_path: Path) -> None:
    path = sample(tmp_path, "a.txt", SAMPLE)
    add(path, tmp_path)
    with pytest.raises(DocumentError, match="已经有了"):
        add(path, tmp_path)
    with pytest.raises(DocumentError, match="已经收录"):
        add(path, tmp_path, "another-name")
    assert [folder.name for folder in (tmp_path / "corpus").iterdir()] == ["nyb-2020-7"]


@pytest.mark.parametrize("name", ["../evil", "A B", "中文", "a" * 41, "-a"])
def test_an_id_is_plain_ascii(tmp_path: Path, name: str) -> None:
    with pytest.raises(DocumentError, match="小写字母"):
        add(sample(tmp_path, "a.txt", SAMPLE), tmp_path, name)


def test_the_tree_shows_what_was_recognised(tmp_path: Path) -> None:
    shown = format_tree(recognise(sample(tmp_path, "a.txt", SAMPLE)))
    assert "标题：关于渔船管理的若干意见（试行）" in shown
    assert "├ 二、主要任务" in shown
    assert "注意：有 2 段被分页或换行切断，已接上，请核对。" in shown
