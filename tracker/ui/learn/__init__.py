"""The Learn page: what is known about the illness and the drugs, each sentence with its sources."""
