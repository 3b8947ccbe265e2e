"""What flights propose to registers: joined to rows, reviewed, scored; nothing enters by itself."""
