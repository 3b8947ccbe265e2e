"""Taking part: displays of drafts, comments of residents, and news of acts to those who asked."""
