"""What may be asked for as OGC API Processes: one module each, found by its folder.

`sip/processes/<id>.py` holds a `PROCESS` that describes it and `run(inputs, running)` that does it.
A module imports `sip`, and within `run` whatever it needs of `processing`.
"""
