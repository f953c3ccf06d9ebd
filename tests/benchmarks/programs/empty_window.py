"""The floor of any window: an empty one of PySide6, from the start to its first paint."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

from tests.benchmarks.programs.first_paint import FirstPaint

application = QApplication([])
window = QMainWindow()
FirstPaint(window, int(sys.argv[1]))
window.show()
raise SystemExit(application.exec())
