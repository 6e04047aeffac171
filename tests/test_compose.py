"""What docker-compose.yml promises: this machine only, a password, a health check, kept data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

FILE = Path(__file__).parents[1] / "docker-compose.yml"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return dict(yaml.safe_load(FILE.read_text("utf-8")))


@pytest.fixture(scope="module")
def service(compose: dict[str, Any]) -> dict[str, Any]:
    return dict(compose["services"]["neo4j"])


def test_it_is_the_lts_release(service: dict[str, Any]) -> None:
    assert service["image"] == "neo4j:5.26-community"


def test_ports_are_open_to_this_machine_only(service: dict[str, Any]) -> None:
    assert "127.0.0.1:7687:7687" in service["ports"]
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])


def test_the_password_is_required_and_in_no_file(service: dict[str, Any]) -> None:
    assert service["environment"]["NEO4J_AUTH"].startswith("neo4j/${NEO4J_PASSWORD:?")


def test_it_reads_no_files_of_the_server(service: dict[str, Any]) -> None:
    assert service["environment"]["NEO4J_dbms_security_allow__csv__import__from__file__urls"] == "false"


def test_it_says_when_it_is_healthy(service: dict[str, Any]) -> None:
    check = service["healthcheck"]
    assert check["test"][0] == "CMD-SHELL"
    assert "cypher-shell" in check["test"][1]
    # One $ would be filled in by Compose, and the password shown by `docker inspect` among options.
    assert "$${NEO4J_AUTH#neo4j/}" in check["test"][1]


def test_data_is_kept_in_a_volume(compose: dict[str, Any], service: dict[str, Any]) -> None:
    assert service["volumes"] == ["neo4j:/data"]
    assert "neo4j" in compose["volumes"]
