#!/usr/bin/env python3
"""Opens the forms and reports in LibreOffice and Chromium, which are not ours.

    check.py MUSTER WORKSPACE NOW

WORKSPACE is the sample with its record, or any other with forms. For every form, with `--each` as
XLSX: LibreOffice converts it to CSV, and in every sheet the numbers in the blanks, in order, must be
those that the form's CSV gives for that column; the sheet that shows all side by side must be that
CSV. No cell may be a formula, in the other reports' tables neither, and no word may be printed over
another. Every HTML page is opened by Chromium, which must find no script, no
handler and no outside address in it, and prints it on A4.

Needs soffice, chromium, pdfinfo and pdftotext (Debian: libreoffice-calc-nogui, chromium, poppler-utils).
"""

import csv
import io
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

FAILED = []


def expect(truth, words):
    if not truth:
        FAILED.append(words)
        print("WRONG:", words)


def main():
    muster, workspace, now = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]

    def run(*arguments):
        answer = subprocess.run(
            [muster, arguments[0], "-C", str(workspace), "--now", now, *arguments[1:]],
            capture_output=True, text=True)
        assert answer.returncode == 0, answer.stderr
        return answer.stdout

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for template in sorted((workspace / "forms").iterdir()):
            check_form(run, template, folder)
        pages = []
        for language in ["zh-Hans", "en"]:
            for index, kind in enumerate(
                    [["weekly", "--week", now[:10]], ["summary"], ["form", "附件1", "--each"]]):
                page = folder / f"{index}-{language}.html"
                run("report", *kind, "--format", "html", "--out", str(page), "--language", language)
                pages.append(page)
            page = folder / f"status-{language}.html"
            page.write_text(run("status", "--format", "html", "--language", language))
            pages.append(page)
        for page in pages:
            check_page(page, folder)
        for kind in ["weekly", "--week", now[:10]], ["summary"]:
            check_tables(run, kind, folder)
    if FAILED:
        sys.exit(f"{len(FAILED)} wrong")
    print("every form and page is right")


def check_form(run, template, folder):
    book = folder / f"{template.stem}.xlsx"
    run("report", "form", template.stem, "--each", "--format", "xlsx", "--out", str(book))
    with zipfile.ZipFile(book) as parts:
        for part in parts.namelist():
            expect("<f>" not in parts.read(part).decode(), f"{part} has a formula")
    table = list(csv.reader(io.StringIO(
        run("report", "form", template.stem, "--each", "--format", "csv").lstrip("\ufeff"))))
    subprocess.run(
        ["soffice", "--headless", "--convert-to",
         'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
         "--outdir", str(folder / template.stem), str(book)], check=True, capture_output=True)
    sheets = sorted((folder / template.stem).glob("*.csv"), key=lambda path: path.stat().st_mtime_ns)
    order = re.findall(r'<sheet name="([^"]*)"',
                       zipfile.ZipFile(book).read("xl/workbook.xml").decode())
    expect(len(sheets) == len(order), f"{len(sheets)} sheets of {len(order)}")
    # LibreOffice writes the sheets one after the other, under names of its own making.
    texts = [path.read_text("utf-8-sig") for path in sheets]
    columns = table[0][3:]
    for column, name in enumerate(order[:-1]):
        expected = [row[3 + column] for row in table[1:]]
        blanks = re.findall(r"（(\d+)）", texts[column])
        expect(blanks == expected, f"{template.stem}: {name} ({columns[column]})")
    side = list(csv.reader(io.StringIO(texts[-1])))
    # In CSV an apostrophe keeps a name from being a formula; in XLSX the cell's type does.
    plain = [[re.sub(r"^'(?=[=+\-@])", "", cell) for cell in row] for row in table]
    expect([row[:len(plain[0])] for row in side[1:]] == plain, f"{template.stem}: side by side")
    print(f"{template.stem}: {len(order)} sheets, {len(table) - 1} blanks each")
    whole = folder / f"{template.stem}-whole.xlsx"
    run("report", "form", template.stem, "--format", "xlsx", "--out", str(whole))
    check_printed(whole, folder)


def check_printed(book, folder):
    """No word is printed over another, as where a row is too low for its text."""
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(book)],
                   check=True, capture_output=True)
    text = subprocess.run(["pdftotext", "-bbox", str(folder / f"{book.stem}.pdf"), "-"],
                          check=True, capture_output=True, text=True).stdout
    pages = text.split("<page ")[1:]
    expect(any("<word " in page for page in pages), f"{book.name} prints no word")
    for number, page in enumerate(pages, 1):
        words = [(*map(float, found[:4]), found[4]) for found in re.findall(
            r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page)]
        over = [(first[4], second[4]) for index, first in enumerate(words)
                for second in words[index + 1:] if is_over(first, second)]
        expect(not over, f"{book.name}, page {number}: {over[:3]} lie over each other")
    print(f"{book.name}: no word over another on {len(pages)} pages")


def is_over(first, second):
    width = min(first[2], second[2]) - max(first[0], second[0])
    height = min(first[3], second[3]) - max(first[1], second[1])
    return width > 1 and height > 0.4 * min(first[3] - first[1], second[3] - second[1])


def check_tables(run, kind, folder):
    book = folder / f"{kind[0]}.xlsx"
    run("report", *kind, "--format", "xlsx", "--out", str(book))
    check_printed(book, folder)
    with zipfile.ZipFile(book) as parts:
        for part in parts.namelist():
            expect("<f>" not in parts.read(part).decode(), f"{kind[0]}: {part} has a formula")
    for arguments in ["report", *kind], ["status"]:
        text = run(*arguments, "--format", "csv").lstrip("\ufeff")
        cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
        live = [cell for cell in cells
                if cell[:1] in set("=+-@\t\r") - {""} and not re.fullmatch(r"-?[0-9.]+", cell)]
        expect(not live, f"{arguments}: {live[:3]} would be computed")
    print(f"{kind[0]}: no formula in its tables")


def check_page(page, folder):
    flags = ["chromium", "--headless", "--no-sandbox", "--disable-gpu",
             f"--user-data-dir={folder / 'profile'}"]
    dom = subprocess.run(
        [*flags, "--dump-dom", page.as_uri()], capture_output=True, text=True, timeout=120).stdout
    expect("</html>" in dom, f"{page.name} does not open")
    expect(not re.search(r"<(script|img|iframe|object|embed|link|form|input)\b", dom, re.I),
           f"{page.name} has live markup")
    expect(not re.search(r"<[^>]*\s(on\w+|href|src)\s*=", dom, re.I), f"{page.name} has a handler")
    pdf = folder / f"{page.stem}.pdf"
    subprocess.run(
        [*flags, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()],
        capture_output=True, timeout=120)
    size = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True).stdout
    expect("595.92 x 842.88" in size or "A4" in size, f"{page.name} is not printed on A4: {size}")
    print(f"{page.name}: {re.search(r'Pages: *([0-9]+)', size).group(1)} pages on A4")


main()
