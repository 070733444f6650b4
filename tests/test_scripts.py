"""The set-up scripts notice lock files out of step, and make browser modules that stay on their own origin."""

import pytest
import servers
from check_locks import browser_faults, python_faults
from vendor import script, style

PROJECT = """
[project]
dependencies = ["hl7", "sqlalchemy[asyncio]"]
optional-dependencies = { dev = ["types-PyYAML"] }
[build-system]
requires = []
"""
HASH = "--hash=sha256:00"
LOCK = f"hl7==1 \\\n    {HASH}\nsqlalchemy==2 ; sys_platform == 'linux' \\\n    {HASH}\ntypes-pyyaml==6 {HASH}\n"
PACKAGE = '{"dependencies": {"htm": "^3"}}'
PACKAGE_LOCK = '{"packages": {"": {"dependencies": {"htm": "^3"}}, "node_modules/htm": {"integrity": "sha512-00"}}}'


def test_lock_files_in_step_have_no_fault() -> None:
    assert python_faults(PROJECT, LOCK) == []
    assert browser_faults(PACKAGE, PACKAGE_LOCK) == []


@pytest.mark.parametrize(
    ("lock", "fault"),
    [
        (LOCK.replace("hl7", "hl8"), "hl7 is missing"),
        (LOCK.replace("hl7==1", "hl7>=1"), "hl7 is not held to a version"),
        (LOCK.replace(HASH, "", 1), "hl7 has no hash"),
        (f"# --index-url https://packages.example\n{LOCK}", "names an address"),
    ],
)
def test_a_python_lock_out_of_step_is_named(lock: str, fault: str) -> None:
    assert [fault in said for said in python_faults(PROJECT, lock)] == [True]


@pytest.mark.parametrize(
    ("lock", "fault"),
    [
        (PACKAGE_LOCK.replace("^3", "^2"), "dependencies differ"),
        (PACKAGE_LOCK.replace('"integrity": "sha512-00"', ""), "has no hash"),
        (
            PACKAGE_LOCK.replace('"integrity"', '"resolved": "https://packages.example", "integrity"'),
            "names an address",
        ),
    ],
)
def test_a_browser_lock_out_of_step_is_named(lock: str, fault: str) -> None:
    assert [fault in said for said in browser_faults(PACKAGE, lock)] == [True]


def test_a_module_imports_its_neighbours_by_their_place() -> None:
    assert script('import{h}from"preact";export*from"@preact/signals-core";//# sourceMappingURL=x.map') == (
        'import{h}from"./preact.js";export*from"./signals-core.js";'
    )
    with pytest.raises(KeyError, match="left-pad"):
        script('import pad from "left-pad"')


def test_a_style_sheet_loads_no_font_and_nothing_from_elsewhere() -> None:
    font = "@font-face{font-family:F;src:url(https://fonts.example/f.woff2)}"
    assert style(f"{font}a{{background:url(/assets/images/x.svg)}}") == "a{background:url(images/x.svg)}"
    with pytest.raises(ValueError, match="elsewhere"):
        style("a{background:url(https://images.example/x.svg)}")


def test_a_server_that_cannot_be_had_is_said_in_words_with_its_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(servers, "SERVERS", (servers.Server("A pooler", lambda: None, ("a-pooler", "pooler")),))
    monkeypatch.setenv("PATH", "")
    servers.main()
    assert capsys.readouterr().out == (
        "A pooler is not on this machine; tests with it are skipped. Debian's package: a-pooler or pooler.\n"
    )
