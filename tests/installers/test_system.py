from __future__ import annotations

from pathlib import Path

import pytest

from installers import system
from installers.system import Need, NotReady, advice, bring, check_python, missing, needs_of


def packages(purpose: str, **environ: str) -> list[str]:
    return [need.package for need in needs_of(purpose, environ)]


def test_checks_need_nothing_of_the_machine() -> None:
    assert packages("check", DISPLAY=":0") == []


def test_headless_run_needs_no_screen_library() -> None:
    assert "libegl1" in packages("run")
    assert not [package for package in packages("run") if package.startswith(("libxcb", "libwayland"))]


def test_run_on_a_desktop_needs_the_libraries_of_its_screen() -> None:
    assert "libxcb-cursor0" in packages("run", DISPLAY=":0")
    assert "libwayland-cursor0" in packages("run", WAYLAND_DISPLAY="wayland-0")


def test_tests_need_a_screen_in_memory_and_a_reader_of_codes() -> None:
    assert {"libxcb-cursor0", "xvfb", "zbar-tools", "espeak-ng"} <= set(packages("test"))


def test_tests_need_the_accessibility_tree_and_a_program_that_walks_it() -> None:
    assert {"dbus", "at-spi2-core", "gir1.2-atspi-2.0", "python3-gi"} <= set(packages("test"))


def test_fault_lab_needs_what_it_breaks_things_with_and_so_do_the_tests() -> None:
    assert packages("faultlab") == ["strace", "python3-apsw", "libfaketime", "postgresql"]
    assert set(packages("faultlab")) <= set(packages("test"))


def test_the_bench_counts_flushes_with_strace_and_starts_programs_with_a_screen() -> None:
    assert {"strace", "libegl1"} <= set(packages("bench"))


def test_the_bench_and_the_pictures_look_at_pages_in_a_browser() -> None:
    assert "chromium" in packages("bench")
    assert "chromium" in packages("pictures")
    assert "chromium" in packages("test")


def test_missing_packages_are_named_once() -> None:
    gone = Need("no-such", library="libno-such.so.9")
    assert missing([gone, Need("libc6", library="libc.so.6"), gone]) == ["no-such"]


def test_file_and_program_show_that_a_package_is_there() -> None:
    needs = [Need("bash", command="sh"), Need("base", file="etc/pass*"), Need("no", command="no-such-program")]
    assert missing(needs) == ["no"]


def test_person_on_debian_is_told_the_one_command() -> None:
    sentence = advice(["libegl1", "xvfb"], debian=True)
    assert "  sudo apt-get install --no-install-recommends libegl1 xvfb\n" in sentence


def test_person_elsewhere_is_told_what_is_needed_but_no_apt_command() -> None:
    sentence = advice(["libegl1"], debian=False)
    assert "libegl1" in sentence
    assert "apt-get" not in sentence


def test_nothing_is_installed_without_the_right_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "apt-get").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr(system, "run_step", None)
    with pytest.raises(NotReady, match="sudo apt-get install --no-install-recommends libegl1"):
        bring(["libegl1"])


def test_old_python_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.version_info", (3, 10, 13))
    with pytest.raises(NotReady, match=r"needs Python 3\.11 or newer"):
        check_python()
