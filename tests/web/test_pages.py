"""The pages as a browser gets them: their security policy, their files, their words."""

import gzip
import re
from pathlib import Path

import pytest

from assistant.service.pages_assets import Assets

pytestmark = pytest.mark.anyio
STATIC = Path(__file__).parents[2] / "assistant" / "service" / "static"
PAGES = ("/", "/about", "/workbench")


@pytest.mark.parametrize("path", PAGES)
async def test_no_page_lets_an_inline_script_or_style_run(serve, path):
    async with serve() as client:
        page = await client.get(path)
    policy = page.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=", page.text)


@pytest.mark.parametrize("path", ["/", "/about"])
async def test_a_page_can_be_asked_whether_it_is_there(serve, path):
    async with serve() as client:
        assert (await client.head(path)).status_code == 200


async def test_each_page_has_a_nonce_of_its_own(serve):
    async with serve() as client:
        nonces = {
            re.search(r"'nonce-([^']+)'", (await client.get("/")).headers["content-security-policy"])[1] for _ in "12"
        }
    assert len(nonces) == 2


async def test_only_listed_origins_may_embed_the_chat_and_nobody_the_workbench(serve):
    async with serve(embed_origins="https://a.example,https://b.example") as client:
        chat = (await client.get("/")).headers["content-security-policy"]
        desk = (await client.get("/workbench")).headers["content-security-policy"]
    assert chat.endswith("frame-ancestors 'self' https://a.example https://b.example")
    assert desk.endswith("frame-ancestors 'none'")


async def test_pages_load_nothing_from_elsewhere(serve):
    async with serve() as client:
        for path in PAGES:
            links = re.findall(r'(?:src|href)="([^"]+)"', (await client.get(path)).text)
            assert all(link.startswith(("/", "#", "tel:", "data:")) for link in links)


async def test_a_tag_in_a_policy_title_is_shown_as_characters(serve):
    async with serve() as client:
        assert "办法&lt;script&gt;" in (await client.get("/about")).text


async def test_the_page_about_the_assistant_names_its_documents_versions_and_a_person(serve):
    async with serve(handoff_phone="12333", retention_days=7) as client:
        text = (await client.get("/about")).text
    for words in ("〔2016〕1号", "2016-06-17", "试行", "0.1.0", "c0", "r0", "12333", "7 天"):
        assert words in text


async def test_a_file_is_kept_for_ever_under_its_version_and_asked_for_anew_without(serve):
    url = Assets().url("policy-assistant.js")
    async with serve() as client:
        versioned, plain = await client.get(url), await client.get("/static/policy-assistant.js")
        again = await client.get(url, headers={"If-None-Match": versioned.headers["etag"]})
        unknown = await client.get("/static/settings.py")
    assert "immutable" in versioned.headers["cache-control"]
    assert "no-cache" in plain.headers["cache-control"]
    assert versioned.headers["content-encoding"] == "gzip"
    assert versioned.content == (STATIC / "policy-assistant.js").read_bytes()
    assert (again.status_code, again.content) == (304, b"")
    assert unknown.status_code == 404


async def test_a_client_that_takes_no_gzip_gets_the_file_as_it_is(serve):
    async with serve() as client:
        plain = await client.get("/static/site.css", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.content == (STATIC / "site.css").read_bytes()


@pytest.mark.parametrize(("name", "budget"), [("policy-assistant.js", 30 * 1024), ("workbench.js", 45 * 1024)])
def test_the_scripts_stay_small(name, budget):
    assert len(gzip.compress((STATIC / name).read_bytes(), 9)) <= budget


@pytest.mark.parametrize("name", ["policy-assistant.js", "workbench.js"])
def test_the_scripts_never_make_html_from_text(name):
    script = (STATIC / name).read_text(encoding="utf-8")
    assert not re.search(r"unsafeHTML|insertAdjacentHTML|outerHTML|document\.write|\beval\(|new Function", script)
    assert script.count("innerHTML") == 1, "the one of lit-html, for its own templates"


def test_every_colour_is_written_in_the_tokens_file_alone():
    source = Path(__file__).parents[2] / "web" / "src"
    colour = re.compile(r"#[0-9a-f]{3}\b|#[0-9a-f]{6}\b|rgba?\(|hsla?\(", re.IGNORECASE)
    for file in [*source.rglob("*.ts"), source / "site.css"]:
        if file.name == "colour.ts":
            continue
        code = re.sub(r"/\*.*?\*/|//.*", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not colour.search(code), file
