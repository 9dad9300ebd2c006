"""Turns the text of exports, a mixture of LaTeX, HTML and Markdown, into Markdown of a page.

No source says how its texts are to be read, and most mix ways. What is recognized for certain is
converted; all else stays as it was typed. In turn,

- `characters` removes what no page may hold;
- `code` and `formulas` take out what is shown verbatim: each becomes a piece (`pieces`), for which
  one private character stands, so that nothing later looks into it;
- `tags` and `hypertext` read tags and entities, `latex` macros, `links` makes links of addresses;
- `writer` reads the rest as Markdown, and writes it as the page has it;
- `convert` puts them in order, and compares what the page shows with what was typed.
"""
