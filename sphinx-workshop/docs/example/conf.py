project = "Learning from Meadows"
extensions = ["myst_parser", "sphinx_workshop", "sphinx_workshop.site.diagnostics"]
primary_domain = "workshop"
myst_enable_extensions = ["colon_fence"]
exclude_patterns = ["_build", ".venv"]
suppress_warnings = ["toc.empty_glob"]  # until there are papers

workshop = {
    "name": "Learning from Meadows",
    "start": "2030-06-01",
    "end": "2030-06-01",
    "timezone": "Europe/Paris",
    "place": "Lyon, France",
}
