"""What a person can do with her diary, one class per subject; nothing here knows Qt or SQL."""
