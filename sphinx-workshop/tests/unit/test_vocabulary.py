"""The words that conf.py adds: read, rejected by name, equal after pickling."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.errors import ConfigError

from inline_site import SETTINGS
from records import paper, session
from sphinx_workshop.core.program import Program
from sphinx_workshop.core.vocabulary import Kind, Shape
from sphinx_workshop.domain.event import read_event

if TYPE_CHECKING:
    from pathlib import Path

    from import_site import ImportSite
    from sphinx_workshop.core.model import Event


@pytest.fixture
def read(tmp_path: Path) -> Any:
    def event(**facts: Any) -> Event:
        return read_event(SETTINGS["workshop"] | facts, tmp_path, "")

    return event


def test_a_format_is_a_kind_as_well(read: Any) -> None:
    event = read(formats={"oral": ("Oral", "disc")})
    assert event.kinds[-1].classes == "workshop-oral workshop-shape-disc"
    assert [form.id for form in event.formats] == ["oral", "spotlight", "poster"]


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"kinds": ["tutorial"]}, "workshop['kinds']: write a dictionary"),
        ({"kinds": {"Big Talk": "Talk"}}, "workshop['kinds']: 'Big Talk': an id has lower-case"),
        ({"kinds": {"tutorial": ""}}, "'tutorial': it is empty"),
        ({"kinds": {"tutorial": 3}}, "'tutorial': write texts"),
        ({"roles": {"helper": ("Helper", "disk")}}, "did you mean 'disc'?"),
        ({"formats": {"oral": ("Oral", "disc", "red")}}, "workshop['formats']: 'oral'"),
        ({"paper_format": "postr"}, "workshop['paper_format']: 'postr': choose among spotlight,"),
        ({"paper_format": "postr"}, "did you mean 'poster'?"),
        ({"paper_format": "A Poster"}, "workshop['paper_format']: an id has lower-case letters"),
        ({"kinds": {"title": "Title"}}, "the stylesheet has this name for something else"),
        ({"kindss": {"oral": "Oral"}}, "did you mean 'kinds'?"),
    ],
)
def test_what_is_no_word_is_named_with_the_remedy(
    read: Any, facts: dict[str, Any], message: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        read(**facts)
    assert message in str(caught.value)


def test_kinds_are_equal_after_pickling_and_when_their_words_change() -> None:
    kept = pickle.loads(pickle.dumps(session("alpha", kind=Kind.BREAK)))
    assert kept == session("alpha", kind=Kind.BREAK)
    assert kept.kind == Kind.BREAK
    assert {Kind("break", "Pause", Shape.RING)} == {Kind.BREAK}


def test_the_first_of_the_formats_wins_where_a_paper_is_presented_twice(read: Any) -> None:
    event = read(formats={"oral": "Oral"}, kinds={"tutorial": "Tutorial"})
    times = {"spotlight": "09:00-10:00", "oral": "10:00-11:00", "tutorial": "11:00-12:00"}

    def presented(*kinds: str) -> str:
        slots = (session(kind, times[kind], paper="alpha", kind=Kind(kind, kind)) for kind in kinds)
        found = Program(event, [paper("alpha"), *slots])
        return str(found.format(found.papers["alpha"]))

    assert presented("spotlight", "oral") == "oral"
    assert presented("tutorial") == "spotlight"
    assert presented() == "poster"


SESSION = ("session", "--title=Wine", "--time=18:00-19:00")


def test_the_command_knows_own_kinds(site: ImportSite) -> None:
    site.write("program/index.md", "# Program\n")
    site.configure(kinds={"social": "Social"})
    assert site.run(*SESSION, "--kind=social").code == 0
    assert ":kind: social\n" in site.read("program/index.md")
    assert "did you mean 'social'?" in site.run(*SESSION, "--kind=socail").err
