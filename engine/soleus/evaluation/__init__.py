"""How well a knowledge base does on published cases whose answer is known."""
