"""Measures the build and the site: `make bench`. Begin with `__main__.py`."""
