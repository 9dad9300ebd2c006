"""Imports: the exports of submission systems become pages, and nothing typed by hand is lost.

Bytes are decoded (`decoding`), recognized (`formats`), read by the source's own module (`cmt`,
`openreview`, `hotcrp`, `pretalx`, `mapped_csv`) into records (`records`), their texts as Markdown
(`markup`), compared with the pages and with what the source said before (`merge`, `papers`,
`talks`, `state`), reported (`report`, `changes`) and written (`cli`). The readers take the columns
that are named in them, and no others: addresses and reviewers lie in the same files.
"""
