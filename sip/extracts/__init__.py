"""Formal extracts from plans ("wypis i wyrys"): made from templates, numbered, kept as issued."""
