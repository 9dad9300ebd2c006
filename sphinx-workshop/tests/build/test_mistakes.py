"""What is no mistake is not reported; a mistake that is corrected leaves nothing behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inline_site import words
from mistakes import added
from small_workshop import FILES, appended, changed, line_of

if TYPE_CHECKING:
    from engine_fixtures import Edited, MakeSite
    from inline_site import Built


def test_the_small_workshop_itself_has_no_mistake(small: Built) -> None:
    assert (small.messages, small.status) == ([], 0)


# What is no mistake ----------------------------------------------------------------------------

HARMLESS = """\
<!-- of
no matter -->

A <!-- word --> more, `<b>`, and <https://example.org>.

```html
<b>
```

::::{state} record
:::{deadline} Late
:id: late
:when: 2016-07-01
:::

:::{person} Ivo Lund
:::

{deadline}`late`, {when}`late`, {person}`ivo-lund`

```
{paper}`alpa`
```
::::

::::{schedule} 2016-07-23
:::{session} Extra
:id: extra
:time: 9:00-10:00
:::
::::
"""
"""Comments, HTML that is quoted, a block for another state, and a second schedule."""


def test_what_is_no_mistake_is_not_reported(edited: Edited) -> None:
    at_once = "2016-07-22 09:30-10:30\n:room: Foyer"  # with the day, in another room; then a gap
    program = changed("program/index.md", "10:30-11:00", at_once)
    built = edited(program | appended("notes.md", HARMLESS))
    assert (built.messages, built.status) == ([], 0)


def test_rejected_html_and_comments_do_not_reach_the_page(make_site: MakeSite) -> None:
    html = "Some <b onclick='x()'>bold</b> words.\n\n<script>\nx()\n</script>\n"
    comments = "<!-- secret -->\n\nWords <!-- secret -->.\n"
    page = make_site({"index.md": f"# Notes\n\n{html}\n{comments}"}).build().page("index")
    assert page.find(["b", "script"]) is None
    assert "Some bold words." in words(page)
    assert "secret" not in str(page)


def test_several_mistakes_are_all_reported_in_the_order_of_lines(make_site: MakeSite) -> None:
    text = "# P\n\n:::{paper} 7\n:authors: ;\n:topic: a\n:pages: many\n:::\n"
    built = make_site({"index.md": text}).build()
    assert [message.line for message in built.messages] == [4, 5, 6]


def test_a_mistake_hides_no_other_of_the_same_object(make_site: MakeSite) -> None:
    """What only the whole site shows is asked of an object that has no record, too."""
    many = "; ".join(f"Ann Lee{'e' * n} (First University)" for n in range(30))
    text = f"# P\n\n:::{{paper}} 12\n:authors: {many}; Bo {{Ray\n:topics: infrence\n:::\n"
    files = FILES | added("papers", "pi", text)
    files["dates.md"] += "\n:::{deadline}\n:id: late\n:when: soon\n:::\n\n{paper}`pie`\n"
    built = make_site(files).build()
    said = [message.text.partition(" (http")[0] for message in built.messages]
    brace = "write one pair of braces, around the family name, like `Ann {Lee Ray}`"
    assert said[:1] + said[2:] == [
        "deadline 'late': write a title after `{deadline}`",
        "unknown paper 'pie'; did you mean 'pi'?",
        "paper 'pi' has a submission number that is taken already (number 12: papers/gamma, line "
        "3); give one of them another number",
        f"paper 'pi': authors 'Bo {{Ray': {brace}",
        "paper 'pi' names unknown topic 'infrence'; did you mean 'inference'?",
    ]
    assert said[1].startswith("deadline 'late': when 'soon': write a day")


def test_mistakes_that_only_the_whole_site_shows_are_reported_with_parallel_workers(
    make_site: MakeSite,
) -> None:
    twins = added("papers", "more/gamma", "# More\n\n:::{paper} 12\n:authors: Ann Lee\n:::\n")
    one, two = (make_site(FILES | twins).build(f"jobs-{jobs}", jobs=jobs) for jobs in (1, 2))
    assert len(one.messages) == 2
    assert one.messages == two.messages


def test_an_object_that_is_rejected_is_still_shown_as_written(edited: Edited) -> None:
    files = changed("papers/alpha.md", ":topics: inference", ":topic: inference")
    assert "Alpha is found everywhere." in words(edited(files).page("papers/alpha"))


# Fixed ------------------------------------------------------------------------------------------


def test_a_wrong_reference_is_reported_once_and_gone_when_fixed(make_site: MakeSite) -> None:
    site = make_site(FILES | appended("notes.md", "See {paper}`delta`."))
    assert len(site.build().messages) == 1
    site.write(added("papers", "delta", "# Delta\n\n:::{paper} 99\n:authors: Ann Lee\n:::\n"))
    fixed = site.build()
    assert fixed.messages == []
    assert fixed.page("notes").find("a", string="Delta")


def test_a_page_that_refers_to_what_was_deleted_is_reported(started: MakeSite) -> None:
    site = started(FILES)
    site.write({"papers/gamma.md": None})
    (message,) = site.build().messages
    assert (message.file, message.line) == ("notes.md", line_of(FILES["notes.md"], "Papers: "))
    assert "unknown paper 'gamma'" in message.text


def test_deleting_one_of_two_with_the_same_id_keeps_the_other(make_site: MakeSite) -> None:
    twin = added("papers", "more/gamma", "# More\n\n:::{paper} 90\n:authors: Ann Lee\n:::\n")
    site = make_site(FILES | twin)
    assert len(site.build().messages) == 1
    site.write({"papers/more/gamma.md": None, "papers/index.md": FILES["papers/index.md"]})
    fixed = site.build()
    assert fixed.messages == []
    assert fixed.inventory("paper")["gamma"] == ("papers/gamma.html", "Gamma rays")
