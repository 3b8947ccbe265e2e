"""Photos and other files of rows: kept by what they hold, checked, and stripped for the public."""
