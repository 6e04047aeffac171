"""The built wheel, in a clean environment away from the checkout, does what the checkout does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

pytestmark = [
    pytest.mark.timeout(900),
    pytest.mark.skipif(
        os.environ.get("ZEREN_TEST_ALL") != "1",
        reason="installs every dependency anew: ZEREN_TEST_ALL=1 runs it",
    ),
]


@pytest.fixture(scope="module")
def zeren(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command `zeren` of an environment that holds the wheel and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "source"
    shutil.copytree(
        ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "out", "build", "*.egg-info", ".*_cache")
    )
    run = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        str(folder),
        str(copy),
    ]
    subprocess.run(run, check=True, timeout=300)
    shutil.rmtree(copy)
    subprocess.run([sys.executable, "-m", "venv", folder / "env"], check=True, timeout=120)
    binaries = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    wheel = next(folder.glob("zeren-*.whl"))
    subprocess.run([binaries / "python", "-m", "pip", "install", "--quiet", wheel], check=True, timeout=600)
    return binaries / "zeren"


def run(zeren: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "ZEREN_DATA")}
    environment |= {"ZEREN_IDLE_SECONDS": "2", "PYTHONUTF8": "1"}
    return subprocess.run(
        [zeren, *arguments],
        cwd=folder,
        env=environment,
        text=True,
        capture_output=True,
        timeout=240,
        check=False,
    )


def test_the_wheel_runs_the_demo(zeren: Path, tmp_path: Path) -> None:
    done = run(zeren, tmp_path, "demo", "--out", "out")
    assert done.returncode == 0, done.stderr
    assert "山东省市场监督管理局" in done.stdout
    assert len(list((tmp_path / "out" / "pages").glob("*.html"))) == 6
    doubts = (tmp_path / "out" / "tables" / "doubtful-links.csv").read_text("utf-8-sig")
    assert doubts.startswith("document,number,")  # though the samples leave no doubt
    answer = run(zeren, tmp_path, "query", "documents", "--format", "json", "--data", "out/graph")
    assert len(json.loads(answer.stdout)) == 2


def test_the_wheel_extracts(zeren: Path, tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(
        "河北省人民政府关于做好春耕工作的通知\n冀政字〔2022〕8号\n一、备足种子。（责任单位：省农业农村厅）\n",
        encoding="utf-8",
    )
    done = run(zeren, tmp_path, "extract", "plan.txt")
    assert json.loads(done.stdout)["measures"][0]["responsibilities"][0]["agency"] == "河北省农业农村厅"
