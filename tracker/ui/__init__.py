"""The window: pages, the kit of widgets they are made of, and one theme."""
