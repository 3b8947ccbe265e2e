"""Pages below `/ogc` in one frame: the trail that leads there, languages, notice, contact."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sip import xml
from sip.project import ProjectFile
from sip.text import Language

_FRAME = Path(__file__).parent / "templates"


class Pages:
    """The pages of one service: its templates extend `ogc.html`."""

    def __init__(self, folder: Path):
        self._templates = xml.templates(folder, _FRAME)

    def render(
        self,
        template: str,
        project: ProjectFile,
        language: Language,
        root: str,
        title: str,
        trail: Mapping[str, str],
        **given: Any,
    ) -> bytes:
        """Render a page.

        Args:
            template: The name of its file, without the ending.
            project: Whose name, languages and contact stand in the frame.
            language: What it is written in.
            root: The origin, without a slash at the end.
            title: Its heading.
            trail: What leads to it, itself included: names by path below `/ogc`.
            **given: What the template needs besides.
        """
        text = self._templates.get_template(f"{template}.html").render(
            project=project, language=language, root=root, title=title,
            trail={"": project.title[language], **trail}, languages=project.languages,
            say=lambda pl, en: pl if language == "pl" else en, **given,
        )  # fmt: skip
        return text.encode()
