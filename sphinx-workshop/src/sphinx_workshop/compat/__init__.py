"""Uses of what is private or provisional in Sphinx, docutils, MyST or a theme."""
