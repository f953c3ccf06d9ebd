"""What is on the screen as a table for spreadsheets: RFC 4180, CRLF, UTF-8."""

import csv
from io import StringIO

from tracker.exchange.csv_cells import guarded
from tracker.services.printing import ShownTable


class ShownTableCsv:
    """Fits `services.printing.TableWriter`."""

    def table(self, shown: ShownTable) -> bytes:
        """Return the rows; texts that a spreadsheet would compute get a `'` before them."""
        text = StringIO(newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([guarded(each) for each in shown.columns])
        writer.writerows([guarded(each) for each in row] for row in shown.rows)
        return text.getvalue().encode()
