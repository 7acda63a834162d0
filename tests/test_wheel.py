"""The wheel alone is enough: installed into a bare environment in another folder, it answers and serves."""

import json
import os
import subprocess
import sys
import time
import urllib.request
import venv
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wence(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The installed program; its dependencies come from the environment of the tests, the package does not."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(REPOSITORY)]
    subprocess.run(build, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel], check=True)
    (site,) = (folder / "venv" / "lib").glob("python*/site-packages")
    dependencies = next(path for path in sys.path if path.endswith("site-packages"))
    (site / "dependencies.py").write_text(
        f"import sys; sys.path.append({dependencies!r})\n", "utf-8"
    )  # appended, so that no .pth file of that folder brings the source tree in
    (site / "dependencies.pth").write_text("import dependencies\n", "utf-8")
    return folder / "venv" / "bin" / "wence"


def test_it_answers_in_another_folder(wence: Path, tmp_path: Path) -> None:
    run = subprocess.run(
        [wence, "ask", "四免是哪四免", "--json"], capture_output=True, cwd=tmp_path, timeout=60, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["citations"][0]["clause"]["number"] == 8


def test_it_is_the_wheel_that_answers(wence: Path, tmp_path: Path) -> None:
    python = wence.parent / "python"
    where = subprocess.run(
        [python, "-c", "import assistant; print(assistant.__file__)"], capture_output=True, text=True, cwd=tmp_path
    )
    assert str(REPOSITORY) not in where.stdout


def test_it_serves_pages_and_answers_from_another_folder(wence: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "share"), "WENCE_PORT": "0"}
    server = subprocess.Popen(
        [wence, "serve"], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert server.stdout is not None
        base = server.stdout.readline().split("：")[-1].strip()
        _wait_for(f"{base}/readyz")
        assert b"<policy-assistant" in urllib.request.urlopen(f"{base}/", timeout=10).read()
        begin = urllib.request.Request(f"{base}/api/v1/conversations", method="POST")
        with urllib.request.urlopen(begin, timeout=10) as response:
            assert json.load(response)["answer"]["turn"] == 0
        assert (tmp_path / "share" / "wence" / "wence.db").is_file()
    finally:
        server.terminate()
        assert server.wait(timeout=15) in (0, -15)
        server.stdout.close()


def _wait_for(url: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(url, timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"{url} never answered")
