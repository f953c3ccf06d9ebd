"""What a diary file says of itself in its header; read before SQLAlchemy is needed."""

SCHEMA_VERSION = 6
APPLICATION_ID = 0x43484D44  # "CHMD", so that a file manager or a script can tell a diary
