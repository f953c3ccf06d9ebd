"""The kit that every page is made of; each widget follows the theme by itself."""
