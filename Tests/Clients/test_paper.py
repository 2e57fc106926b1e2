"""Schedules and reports as other programs read them: python-docx, openpyxl, LibreOffice, Chromium."""

import csv
import io
import re
import struct
import subprocess
import unittest

import muster
import sample

try:
    import docx
    import openpyxl
except ImportError:  # Debian: python3-docx, python3-openpyxl
    docx = openpyxl = None

HOLDERS = 19


def word_rows(path):
    """The rows of all tables."""
    document = docx.Document(path)
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


def sheet_rows(path):
    """All rows of all sheets, as text."""
    book = openpyxl.load_workbook(path)
    return [["" if value is None else str(value) for value in row]
            for sheet in book for row in sheet.iter_rows(values_only=True)]


def pages(path, folder):
    """How many, and the text of each, of a document or page as it is printed."""
    if path.suffix == ".html":
        target = folder / (path.stem + "-page.pdf")
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             f"--print-to-pdf={target}", path], check=True, capture_output=True)
    else:
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, path],
            check=True, capture_output=True)
        target = folder / (path.stem + ".pdf")
    text = subprocess.run(
        ["pdftotext", "-layout", target, "-"], check=True, capture_output=True, text=True).stdout
    return text.split("\f")[:-1]


@unittest.skipUnless(docx, "python-docx or openpyxl is not installed")
class Paper(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.workspace = cls.enterClassContext(sample.workspace())
        cls.folder = cls.enterClassContext(muster.temporary_folder())

    def show(self, *arguments):
        return muster.run("show", self.workspace, "--now", sample.NOW, "--language", "zh-Hans", *arguments)

    def test_is_the_same_in_csv_docx_and_xlsx(self):
        for by in "day", "community":
            table = list(csv.reader(io.StringIO(
                self.show("--format", "csv", "--by", by).lstrip("\ufeff"))))
            self.assertEqual(len(table), 259)
            for kind, read in ("docx", word_rows), ("xlsx", sheet_rows):
                path = self.folder / f"{by}.{kind}"
                self.show("--format", kind, "--by", by, "--out", path)
                rows = read(path)
                self.assertEqual([row for row in rows if row[0].isdigit()], table[1:], kind)
                self.assertIn(table[0], rows)

    def test_repeats_its_heads_and_numbers_its_pages(self):
        for kind in "docx", "xlsx", "html":
            path = self.folder / f"{kind}.{kind}"
            self.show("--format", kind, "--community", "丁香社区", "--out", path)
            printed = pages(path, self.folder)
            self.assertGreater(len(printed), 1, kind)
            for number, page in enumerate(printed, 1):
                page = page.replace(" ", "")
                self.assertIn("活动内容", page, f"{kind} {number}")
                self.assertRegex(page, rf"(第{number}页|—{number}/{len(printed)}—)", kind)
            self.assertIn("白塔街道2024年“安全生产月”活动安排表", printed[0].replace(" ", ""))

    def test_is_a_file_for_each_by_its_name(self):
        self.show("--format", "docx", "--each", "--out", self.folder / "each")
        names = sorted(path.stem for path in (self.folder / "each").iterdir())
        self.assertEqual(len(names), HOLDERS)
        self.assertIn("丁香社区", names)
        for name in names:
            text = "\n".join(p.text for p in docx.Document(self.folder / f"each/{name}.docx").paragraphs)
            self.assertIn(name, text)

    def test_has_the_month_on_one_sheet(self):
        for paper, size in ("a3", (3174, 2244)), ("a4", (2244, 1586)):
            page = self.folder / f"poster-{paper}.html"
            self.show("--poster", "--paper", paper, "--format", "html", "--out", page)
            printed = pages(page, self.folder)
            self.assertEqual(len(printed), 1)
            self.assertIn("高层建筑消防疏散演练", printed[0].replace(" ", ""))
            picture = self.folder / f"poster-{paper}.png"
            self.show("--poster", "--paper", paper, "--format", "png", "--out", picture)
            self.assertEqual(struct.unpack(">II", picture.read_bytes()[16:24]), size)

    def test_has_the_reports_as_documents(self):
        for report in ["weekly"], ["summary"], ["form", "附件1"]:
            path = self.folder / f"{report[0]}.docx"
            muster.run("report", *report, "-C", self.workspace, "--now", "2024-06-14T08:00:00+08:00",
                       "--language", "zh-Hans", "--format", "docx", "--out", path)
            self.assertTrue(word_rows(path))
            self.assertTrue(pages(path, self.folder))


if __name__ == "__main__":
    unittest.main()
