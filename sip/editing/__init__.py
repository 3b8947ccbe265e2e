"""One edited row, judged before it is written: by its types, then by the conditions of its table.

What is said here is what an import says and what the table enforces: values are converted by
`sip.load.values`, geometries by `sip.load.geometry`, and the conditions are those of
`sip.database.tables`.
"""
