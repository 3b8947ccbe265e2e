"""The machine: the programs that SIP consists of, under one supervisor."""
