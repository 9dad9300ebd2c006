"""What Sphinx and MyST say in their words is said in a contributor's, once, with help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inline_site import SETTINGS, ended
from mistakes import Mistake, each_is_reported, on_a_page
from small_workshop import FILES, appended, line_of

if TYPE_CHECKING:
    import pytest

    from engine_fixtures import Edited, MakeSite

GUIDE = SETTINGS["workshop_guide"]
DESIGN = {"extensions": ["sphinx_design", *SETTINGS["extensions"]]}

# What a page holds, where the mistake stands, what is said, and the guide's section.
REWRITES: dict[str, Mistake] = {
    "a misspelled directive": on_a_page(
        ":::{papre} 5\n:authors: A\n:::",
        ":::{papre}",
        "there is no directive 'papre'; did you mean 'paper'?",
        f"({GUIDE}#fences-and-options)",
    ),
    "a misspelled role": on_a_page(
        "See {papr}`alpha`.",
        "{papr}",
        "there is no role 'papr'; did you mean 'paper'?",
        f"({GUIDE}#names-in-text)",
    ),
    "a link to a page that is not there": on_a_page(
        "See [it](papers/alpah.md).",
        "alpah",
        "there is no page 'papers/alpah.md'; did you mean 'papers/alpha.md'?",
        f"({GUIDE}#links-and-pictures)",
    ),
    "a link to a page in another folder": on_a_page(
        "See [it](alpha.md).",
        "[it]",
        "there is no page 'alpha.md'; did you mean 'papers/alpha.md'?",
        f"({GUIDE}#links-and-pictures)",
    ),
    "a link to a place that is not on the page": on_a_page(
        "(noted)=\n## Noted\n\nSee [it](#notd).",
        "#notd",
        "there is no place 'notd' on this page; did you mean 'noted'?",
        f"({GUIDE}#links-and-pictures)",
    ),
    "a link to a place that is not on another page": on_a_page(
        "See [it](dates.md#rules).",
        "#rules",
        "page 'dates' has no place 'rules'; put (rules)= on the line above its heading",
        f"({GUIDE}#links-and-pictures)",
    ),
    "a document that is not there": on_a_page(
        "See {doc}`papers/alpah`.",
        "alpah",
        "there is no page 'papers/alpah'; did you mean 'papers/alpha'?",
        f"({GUIDE}#links-and-pictures)",
    ),
    "a label that is not there": on_a_page(
        "See {ref}`markd`.",
        "markd",
        "there is no place 'markd'; did you mean 'marked'?",
        f"({GUIDE}#links-and-pictures)",
    ),
    "a name that nothing has": on_a_page(
        "See {any}`markd`.",
        "markd",
        "nothing has the name 'markd'; did you mean 'marked'?",
        f"({GUIDE}#links-and-pictures)",
    ),
    "contents that name no page": on_a_page(
        ":::{toctree}\nntes\n:::",
        ":::{toctree}",
        "the contents name a page 'ntes' that does not exist; did you mean 'notes'?",
        f"({GUIDE}#pages)",
    ),
    "a picture that is not there": on_a_page(
        "![A lens](notse.md)",
        "![A lens]",
        "there is no picture 'notse.md'; did you mean 'notes.md'?",
        f"({GUIDE}#links-and-pictures)",
    ),
    "a download": on_a_page(
        "See {download}`notse.md`.",
        "notse",
        "a page may not use the role 'download'; put the file into assets/, and link to it",
        f"({GUIDE}#names-in-text)",
    ),
    "a file to include": on_a_page(
        "```{include} notse.md\n```",
        "notse",
        "a page may not use the directive 'include'; write the text into this page",
        f"({GUIDE}#fences-and-options)",
    ),
    "a misspelled option of a card": on_a_page(
        ":::{card} Title\n:lnk: notes.md\n:::",
        ":lnk:",
        "card: there is no option 'lnk'; did you mean 'link'?",
        f"({GUIDE}#fences-and-options)",
    ),
    "a language that is not known": on_a_page(
        "```pyhton\nx\n```",
        "```pyhton",
        "code is not colored as 'pyhton', which is no known language; did you mean 'python'?",
        f"({GUIDE}#pages)",
    ),
    "a fence that is never closed": on_a_page(
        ":::{person} Eve Orr",
        ":::{person} Eve Orr",
        "':::{person} Eve Orr' is never closed; end it with a line ':::'",
        f"({GUIDE}#fences-and-options)",
    ),
    "a fence of two colons": on_a_page(
        "::{person} Eve Orr\n:::",
        "::{person} Eve Orr",
        "'::{person} Eve Orr' has two colons, and needs three; write ':::{person} Eve Orr'",
        f"({GUIDE}#fences-and-options)",
    ),
    "an option without its first colon": on_a_page(
        ":::{deadline} Later\nid: later\nwhen: 2016-07-01\n:::",
        "id: later",
        "deadline 'Later': 'id: later' lacks its first colon; write ':id: later'",
        f"({GUIDE}#deadline)",
    ),
    "options under an empty line": on_a_page(
        ":::{deadline} Later\n\n:id: later\n:when: 2016-07-01\n:::",
        ":id: later",
        "deadline 'Later': ':id: later' is an option; delete the empty line above it",
        f"({GUIDE}#deadline)",
    ),
    "an unknown name in text": on_a_page(
        "See {paper}`alpah`.",
        "alpah",
        "unknown paper 'alpah'; did you mean 'alpha'?",
        f"({GUIDE}#names-in-text)",
    ),
    "an unknown topic of a listing": on_a_page(
        ":::{paper-list}\n:topic: infrence\n:::",
        ":topic: infrence",
        "unknown topic 'infrence'; did you mean 'inference'?",
        f"({GUIDE}#paper-list)",
    ),
    "raw HTML": on_a_page(
        "<b>\nwords\n</b>",
        "<b>",
        "raw HTML '<b>' is rejected; write Markdown or a directive instead",
        f"({GUIDE}#pages)",
    ),
}


test_a_mistake_is_reported_once_with_remedy_and_a_link_to_help = each_is_reported(
    REWRITES, **DESIGN
)


def test_a_name_of_two_places_is_reported_with_the_other_file(make_site: MakeSite) -> None:
    files = FILES | appended("dates.md", "(marked)=\n## Other")
    (message,) = make_site(files).build().messages
    assert (message.file, message.line) == ("notes.md", line_of(files["notes.md"], "## A marked"))
    assert message.text.startswith("duplicate label marked, other instance in ")
    assert message.text.endswith("dates.md")


def test_a_page_that_no_other_leads_to_is_reported_with_the_nearest_contents(
    edited: Edited,
) -> None:
    extra = {"papers/more/extra.md": "# Extra\n"}
    (message,) = edited(extra).messages
    assert message.file == "papers/more/extra.md"
    assert "add 'more/extra' to the {toctree} of papers/index.md" in message.text
    listing = "---\norphan: true\n---\n\n# More\n\n:::{toctree}\n/notes\n:::\n"
    (message,) = edited(extra | {"papers/more/list.md": listing}).messages
    assert "add 'extra' to the {toctree} of papers/more/list.md" in message.text


def test_files_that_are_not_utf_8_are_all_named_with_their_lines(make_site: MakeSite) -> None:
    site = make_site(FILES)
    for name in ("notes.md", "dates.md"):
        (site.source / name).write_bytes("# Notes\n\nZürich\n".encode("latin-1"))
    reported = f"3: ERROR: the byte 0xfc is not UTF-8; save the file as UTF-8 ({GUIDE}#pages)"
    assert ended(site) == [f"dates.md:{reported}", f"notes.md:{reported}"]


def test_wrong_facts_are_all_reported_and_no_traceback(make_site: MakeSite) -> None:
    facts = SETTINGS["workshop"] | {"start": "soon", "plce": "x"}
    site = make_site(FILES, workshop=facts)
    written = (site.source / "conf.py").read_text("utf-8").splitlines()
    line = next(n for n, text in enumerate(written, start=1) if text.startswith("workshop ="))
    assert [line.partition(";")[0] for line in ended(site)] == [
        f"ERROR: conf.py:{line}: workshop['plce'] is unknown",
        f"ERROR: conf.py:{line}: workshop['start']: 'soon' is not a day",
    ]


def test_all_mistakes_are_reported_in_one_build_ordered_by_file_and_line(
    make_site: MakeSite,
) -> None:
    # Reading, checking and writing each find some of these.
    files = (
        FILES
        | appended("notes.md", "See {paper}`alpah`.\n\n<b>\n\n```pyhton\nx\n```")
        | appended("dates.md", ":::{deadline} Later\n:id: later\n:when: 25\n:::\n\n[x](no.md)")
        | appended("papers/alpha.md", "See {topic}`infrence`.")
        | appended("topics/inference.md", "![x](none.svg)")
    )
    messages = make_site(files).build(jobs=2).messages
    assert len(messages) == 7
    places = [(message.file, message.line) for message in messages]
    assert places == sorted(places)


def test_a_run_of_github_actions_marks_the_line_of_each_mistake(
    edited: Edited, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    files = appended("notes.md", "See {paper}`100%::a`.")
    edited(files)
    marks = [line for line in capfd.readouterr().out.splitlines() if line.startswith("::")]
    line = line_of(files["notes.md"], "100%::a")
    assert marks == [
        f"::error file=notes.md,line={line}::unknown paper '100%25::a'; no paper has a similar id "
        f"({GUIDE}#names-in-text)"
    ]


def test_elsewhere_no_line_is_marked(
    edited: Edited, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    edited(appended("notes.md", "See {paper}`gone`."))
    assert "::error" not in capfd.readouterr().out
