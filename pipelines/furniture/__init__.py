"""Page furniture: each module finds one kind by what it says, and gives it as data."""
