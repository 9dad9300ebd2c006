"""Exports: the program as files for machines."""
