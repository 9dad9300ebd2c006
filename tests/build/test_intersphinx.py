"""Another Sphinx site refers to objects of ours, without our extension, as the site's page says."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine_fixtures import MakeSite
from inline_site import Built, parsed
from other_site import build_other_site, external_links
from small_workshop import FILES, appended, changed
from trees import differing

SITE = "https://example.org/2016/"
MARKDOWN = """\
# Elsewhere

{external+ours:ref}`paper-alpha`, {external+ours:ref}`a talk <session-opening>`,
{external+ours:ref}`topic-inference`, {external+ours:ref}`person-borge-ray`,
{external+ours:ref}`person-dana-fox`, {external+ours:ref}`deadline-submission`,
{ref}`session-alpha` and [the first](inv:ours#paper-beta)

```{toctree}
page
```
"""
RESTRUCTURED_TEXT = """\
Elsewhere too
=============

:external+ours:ref:`paper-alpha`, :external+ours:ref:`a talk <session-opening>`,
:ref:`topic-inference`, :external:ref:`person-borge-ray`
"""


def settings(ours: Path) -> str:
    """Return the other site's conf.py, which reads our inventory where it lies."""
    mapping = {"ours": (SITE, str(ours / "objects.inv"))}
    return (
        'extensions = ["myst_parser", "sphinx.ext.intersphinx"]\n'
        f'intersphinx_mapping = {mapping!r}\nhtml_theme = "basic"\n'
    )


@pytest.fixture(scope="module")
def elsewhere(small: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("other")
    files = {"index.md": MARKDOWN, "page.rst": RESTRUCTURED_TEXT}
    return build_other_site(folder, settings(small.output), files)


def test_markdown_refers_to_objects_of_every_kind(elsewhere: Path) -> None:
    assert external_links(parsed(elsewhere / "index.html")) == [
        ("Alpha particles", f"{SITE}papers/alpha.html"),
        ("a talk", f"{SITE}program/index.html#session-opening"),
        ("Methods of inference", f"{SITE}topics/inference.html"),
        ("Børge Ray", f"{SITE}program/authors.html#person-borge-ray"),
        ("Dana Fox", f"{SITE}program/speakers.html#person-dana-fox"),
        ("Submission", f"{SITE}dates.html#deadline-submission"),
        ("Alpha particles", f"{SITE}program/index.html#session-alpha"),
        ("the first", f"{SITE}papers/beta.html"),
    ]


def test_restructured_text_does_too(elsewhere: Path) -> None:
    assert external_links(parsed(elsewhere / "page.html")) == [
        ("Alpha particles", f"{SITE}papers/alpha.html"),
        ("a talk", f"{SITE}program/index.html#session-opening"),
        ("Methods of inference", f"{SITE}topics/inference.html"),
        ("Børge Ray", f"{SITE}program/authors.html#person-borge-ray"),
    ]


def test_a_name_that_we_do_not_have_fails_the_other_build(small: Built, tmp_path: Path) -> None:
    text = "# Elsewhere\n\n{external+ours:ref}`paper-alhpa`\n"
    with pytest.raises(AssertionError, match="paper-alhpa"):
        build_other_site(tmp_path, settings(small.output), {"index.md": text})


# The labels themselves -------------------------------------------------------------------------


def labels(built: Built) -> dict[str, tuple[str, str, str]]:
    return built.app.env.domains.standard_domain.labels


def test_objects_are_labels_after_an_edit_as_in_a_fresh_build(make_site: MakeSite) -> None:
    site = make_site(FILES)
    site.build()
    site.write(
        {"papers/gamma.md": None}
        | changed("notes.md", ", {paper}`that one <gamma>`", "")
        | changed("papers/beta.md", "Cleo Médard*", "Zoë Orr*")
        | changed("topics/inference.md", "# Methods of inf", "# Inf")
    )
    edited, fresh = site.build(), site.build("fresh")
    assert labels(edited) == labels(fresh)
    assert labels(fresh)["person-zoe-orr"] == ("program/authors", "person-zoe-orr", "Zoë Orr")
    assert labels(fresh)["topic-inference"] == ("topics/inference", "", "Inference")
    assert not {"paper-gamma", "person-cleo-medard"} & labels(fresh).keys()
    assert differing(edited.output, fresh.output) == []


def test_a_label_that_a_page_sets_itself_is_left_alone(make_site: MakeSite) -> None:
    site = make_site(FILES)
    site.build()
    site.write(appended("notes.md", "(paper-alpha)=\n## My own\n\n{ref}`paper-alpha`"))
    built = site.build()
    assert built.messages == []
    assert labels(built)["paper-alpha"] == ("notes", "paper-alpha", "My own")
    assert built.inventory("paper")["alpha"] == ("papers/alpha.html", "Alpha particles")
