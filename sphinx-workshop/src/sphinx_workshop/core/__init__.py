"""The workshop without Sphinx: records, fields, the program that they imply, and checks."""
