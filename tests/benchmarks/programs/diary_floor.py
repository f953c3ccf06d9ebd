"""The floor of a diary on screen: the imports, the open file, one query, an empty window."""

import sys

import sqlalchemy.orm
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.benchmarks.programs.first_paint import FirstPaint

engine = sqlalchemy.create_engine(f"sqlite:///{sys.argv[2]}")
with engine.connect() as connection:
    connection.execute(sqlalchemy.text("SELECT count(*) FROM sqlite_master")).scalar_one()
application = QApplication([])
window = QMainWindow()
FirstPaint(window, int(sys.argv[1]))
window.show()
raise SystemExit(application.exec())
