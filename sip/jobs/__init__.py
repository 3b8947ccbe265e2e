"""Work that takes longer than a request: processes, their jobs, and those who do them."""
