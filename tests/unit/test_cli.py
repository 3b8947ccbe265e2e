from pathlib import Path

import pytest

from sip.cli import main, verbs


def exit_code(*words: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


def test_a_new_project_is_made_and_is_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "city"
    assert exit_code("init", str(folder)) == 0
    assert exit_code("--project", str(folder), "check") == 0
    assert "no problems" in capsys.readouterr().err


def test_a_folder_with_something_in_it_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    assert exit_code("init", str(tmp_path)) == 2
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


def test_outside_a_project_the_way_in_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SIP_PROJECT", raising=False)
    assert exit_code("check") == 1
    assert "sip init FOLDER" in capsys.readouterr().err


@pytest.mark.parametrize("verb", verbs())
def test_every_verb_explains_itself(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code(verb, "--help") == 0
    assert len(capsys.readouterr().out) > 100
