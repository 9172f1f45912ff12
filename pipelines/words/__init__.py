"""What words say by themselves: names, an issue's wording, what can be read at all."""
