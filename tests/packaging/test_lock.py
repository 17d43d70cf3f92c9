"""The lock file names, with hashes, one version of all that pyproject asks for, on every Python."""

from __future__ import annotations

import re
import sys
from itertools import product
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / ".ci" / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ASKED = [
    Requirement(line)
    for some in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values())
    for line in some
]
# Each entry goes on over lines that end in a backslash; comments stand between.
ENTRIES = [
    (Requirement(entry.partition(" --hash")[0]), entry.count("--hash=sha256:"))
    for entry in re.sub(r"\\\n\s*", "", LOCK).splitlines()
    if entry.strip() and not entry.lstrip().startswith("#")
]
PLACES = [
    {
        "python_version": version,
        "python_full_version": f"{version}.1",
        "sys_platform": platform,
        "platform_python_implementation": "CPython",
        "extra": "",
    }
    for version, platform in product(
        ("3.10", "3.11", "3.12", "3.13", "3.14"), ("linux", "darwin", "win32")
    )
]


def counts(requirement: Requirement, place: dict[str, str]) -> bool:
    return requirement.marker is None or requirement.marker.evaluate(place)


@pytest.mark.parametrize(
    "place", PLACES, ids=lambda p: f"{p['python_version']}-{p['sys_platform']}"
)
def test_the_lock_has_one_version_of_all_that_is_asked_for(place: dict[str, str]) -> None:
    locked = [
        (canonicalize_name(entry.name), str(entry.specifier).removeprefix("=="))
        for entry, _ in ENTRIES
        if counts(entry, place)
    ]
    versions = dict(locked)
    assert len(versions) == len(locked), "one version each"
    for asked in ASKED:
        if asked.name != PROJECT["name"] and counts(asked, place):
            version = versions.get(canonicalize_name(asked.name))
            assert version is not None, f"{asked} is not locked; renew .ci/requirements.lock"
            assert asked.specifier.contains(version), f"{asked}, but {version} is locked"


def test_every_entry_is_one_version_with_hashes() -> None:
    assert len(ENTRIES) > len(PROJECT["dependencies"])
    for entry, hashes in ENTRIES:
        assert re.fullmatch(r"==[^=,*]+", str(entry.specifier)), entry
        assert hashes, entry


def test_the_lock_says_how_it_is_made_and_names_no_place() -> None:
    head = LOCK.splitlines()[1]
    assert "uv pip compile --universal --generate-hashes --all-extras" in head
    assert head.endswith("-o .ci/requirements.lock")
    assert not re.search(r"://|--(extra-)?index-url|--find-links", LOCK)
