"""The Sphinx domain: directives, roles, listings, placeholders, and the renderer of views."""
