import json
from pathlib import Path

import jsonschema
import pytest

from sip import declaration, manual

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("file", "text"), list(manual.files()), ids=lambda one: str(one)[:40])
def test_the_committed_manual_is_what_the_models_say(file: Path, text: str) -> None:
    assert (ROOT / file).read_text(encoding="utf-8") == text, "run: sip schema --write ."


@pytest.mark.parametrize("name", manual.FILES)
def test_every_key_is_explained(name: str) -> None:
    schema = manual.json_schema(name)
    for definition in (schema, *schema.get("$defs", {}).values()):
        for key, one in definition.get("properties", {}).items():
            assert one.get("description"), f"{name}: {key} has no docstring"


@pytest.mark.parametrize("name", manual.FILES)
def test_the_files_of_this_repository_fit_their_schema(name: str) -> None:
    checker = jsonschema.Draft202012Validator(manual.json_schema(name))
    pattern = manual.FILES[name][1].replace("<theme>", "*").replace("<id>", "[a-z]*")
    found = sorted(ROOT.glob(pattern))
    assert found
    for file in found:
        document, problems = declaration.read(file)
        assert document is not None
        assert not problems
        plain = json.loads(json.dumps(document.data, default=str))
        assert [error.message for error in checker.iter_errors(plain)] == [], file
