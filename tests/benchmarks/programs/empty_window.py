"""The floor of any window: an empty one of PySide6, from the start to its first paint."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

from tests.benchmarks.programs.first_paint import show_until_painted

application = QApplication([])
window = QMainWindow()
print((show_until_painted(window) - int(sys.argv[1])) / 1e6)
