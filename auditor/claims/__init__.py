"""Key claims: what the article asserts that matters most, and what each assertion rests on."""
