"""The page that shows what the answers say."""
