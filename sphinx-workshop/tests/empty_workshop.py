"""A workshop in Greek of which nothing is known yet: its listings have nothing to list."""

from __future__ import annotations

EMPTY: dict[str, str] = {
    "index.md": """\
# Αρχή

:::{event}
:::

:::{topic-list}
:::

:::{paper-list}
:::

:::{schedule}
:::

:::{people}
:::

:::{deadlines}
:::

:::{author-index}
:::

:::{toctree}
:hidden:

topic
paper
:::
""",
    "topic.md": "# Θέμα\n\n:::{topic} Θέμα\n:order: 1\n\nΗ αρχή.\n:::\n",
    "paper.md": "# Άρθρο\n\n:::{paper} 1\n:authors: Άννα Λέου\n\nΠερίληψη.\n:::\n",
}
