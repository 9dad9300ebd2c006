"""The command line: `sphinx-workshop`."""
