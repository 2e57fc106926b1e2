"""Writes the workbooks of this folder, and beside each the CSV of the same table.

    python write.py        needs openpyxl, XlsxWriter and LibreOffice

The CSV is made from the rows, never from the workbook. A workbook without a CSV holds what cannot be read;
what is told of each is in Golden/workbooks.txt.
"""

import csv
import datetime as dt
import pathlib
import shutil
import subprocess
import tempfile
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

HERE = pathlib.Path(__file__).parent
HEADER = ["编号", "名称", "类型", "片区", "人口", "风险", "纬度", "经度", "安全员", "电话"]
ROWS = [
    ["baihua", "百花社区", "城市社区", "白塔", 8200, "高层；综合体", 41.7, 123.4, "王芳", 13977212345],
    ["lijia", "李家社区", "城市社区", "白塔", 5100, "高层", 41.71, 123.41, None, None],
    ["dashu", "大树村", "农村村庄", "南片", 900, "洪涝；森林火灾", None, None, "赵刚", 13800000001],
]
DONE = ["编号", "单位", "人数", "日期", "开始时间", "时长（分钟）", "疏散用时", "备注"]
DAY, TIME, LENGTH = dt.date(2024, 6, 3), dt.time(9, 5), dt.timedelta(minutes=3, seconds=40)


def plain(value):
    """As a person writes it in a CSV."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    if isinstance(value, dt.timedelta):
        seconds = int(value.total_seconds())
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return str(value)


def expect(name, rows):
    with open(HERE / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([[plain(value) for value in row] for row in rows])


# openpyxl


def with_openpyxl(name, rows, edit=None, expected=None):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    if edit:
        edit(book, sheet)
    book.save(HERE / f"{name}.xlsx")
    if expected is not False:
        expect(name, expected or rows)


def openpyxl_books():
    whole = [HEADER] + ROWS
    with_openpyxl("openpyxl-plain", whole)

    def titled(book, sheet):
        sheet.merge_cells("A1:J1")
        sheet.merge_cells("A7:D7")

    title, total = ["白塔街道各社区（村）基本情况表"], ["合计", None, None, None, 14200]
    with_openpyxl("openpyxl-title-and-total", [title, []] + whole + [total], titled,
                  [title * 10] + whole + [["合计"] * 4 + [14200]])

    def merged(book, sheet):
        sheet.merge_cells("D2:D3")

    one_area = [HEADER, ROWS[0], ROWS[1][:3] + [None] + ROWS[1][4:], ROWS[2]]
    with_openpyxl("openpyxl-merged-area", one_area, merged, whole)

    def text(book, sheet):
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                if cell.value is not None:
                    cell.value, cell.number_format = str(cell.value), "@"

    with_openpyxl("openpyxl-numbers-as-text", whole, text)

    done = [DONE, ["百花/high-rise", "百花社区", 230, DAY, TIME, 45, LENGTH, "顺利"],
            ["dashu/flood", "大树村", 80, dt.datetime(2024, 6, 4), dt.time(14, 28), 60, dt.timedelta(seconds=59), None]]
    as_csv = [done[0], done[1], done[2][:3] + [dt.date(2024, 6, 4)] + done[2][4:]]
    # What openpyxl shows of a time has seconds.
    def in_seconds(rows):
        return [rows[0]] + [[plain(value) + ":00" if isinstance(value, dt.time) else value for value in row]
                            for row in rows[1:]]

    with_openpyxl("openpyxl-done", done, None, in_seconds(as_csv))

    def from_1904(book, sheet):
        book.epoch = CALENDAR_MAC_1904

    with_openpyxl("openpyxl-1904", done, from_1904, in_seconds(as_csv))

    def hidden(book, sheet):
        sheet.row_dimensions[3].hidden = True
        book.create_sheet("备用").append(["编号", "名称"])
        book["备用"].sheet_state = "hidden"

    with_openpyxl("openpyxl-hidden-row-and-sheet", whole, hidden)

    def formulas(book, sheet):
        sheet["E2"] = "=8000+200"

    with_openpyxl("openpyxl-formula-without-value", whole, formulas, False)

    def rich(book, sheet):
        sheet["B2"] = CellRichText("百", TextBlock(InlineFont(b=True), "花"), "社区")

    with_openpyxl("openpyxl-rich-text", whole, rich)

    def odd(book, sheet):
        sheet["E2"] = 0.03
        sheet["E2"].number_format = "0%"
        sheet["E3"] = True
        sheet["E4"] = 1234567890123

    with_openpyxl("openpyxl-percent-and-boolean", whole, odd,
                  [HEADER, ROWS[0][:4] + ["3%"] + ROWS[0][5:], ROWS[1][:4] + [True] + ROWS[1][5:],
                   ROWS[2][:4] + [1234567890123] + ROWS[2][5:]])

    def error(book, sheet):
        sheet["E2"] = "#N/A"
        sheet["B4"] = "#REF!"

    with_openpyxl("openpyxl-errors", whole, error, False)

    def lines(book, sheet):
        sheet["I2"] = "王芳\n（兼）"
        sheet["B3"] = " 李家社区\u3000"

    with_openpyxl("openpyxl-lines-and-blanks", whole, lines,
                  [HEADER, ROWS[0][:8] + ["王芳\n（兼）"] + ROWS[0][9:], ROWS[1], ROWS[2]])


# XlsxWriter


def with_xlsxwriter(name, rows, write=None, expected=None, **options):
    book = xlsxwriter.Workbook(str(HERE / f"{name}.xlsx"), options)
    book.set_properties({"created": dt.datetime(2024, 5, 1)})
    sheet = book.add_worksheet()
    formats = {dt.date: "yyyy/m/d", dt.time: "h:mm", dt.timedelta: "[h]:mm:ss"}
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                code = formats.get(type(value))
                sheet.write(number, column, value, *([book.add_format({"num_format": code})] if code else []))
    if write:
        write(book, sheet)
    book.close()
    if expected is not False:
        expect(name, expected or rows)


def xlsxwriter_books():
    whole = [HEADER] + ROWS
    with_xlsxwriter("xlsxwriter-plain", whole)
    with_xlsxwriter("xlsxwriter-inline-strings", whole, constant_memory=True)

    def long_archive(book, sheet):
        book.use_zip64()

    with_xlsxwriter("xlsxwriter-zip64", whole, long_archive)

    def rich(book, sheet):
        bold, red = book.add_format({"bold": True}), book.add_format({"font_color": "red"})
        sheet.write_rich_string("B2", bold, "百花", red, "社", "区")

    with_xlsxwriter("xlsxwriter-rich-text", whole, rich)

    def valued(book, sheet):
        sheet.write_formula("E2", "=8000+200", None, 8200)
        sheet.write_formula("B2", '="百花"&"社区"', None, "百花社区")

    with_xlsxwriter("xlsxwriter-formula-with-value", whole, valued)

    def unvalued(book, sheet):
        sheet.write_formula("E2", "=8000+200")

    with_xlsxwriter("xlsxwriter-formula-without-value", whole, unvalued, False)

    done = [DONE, ["baihua/high-rise", "百花社区", 230, DAY, TIME, 45, LENGTH, "顺利"]]
    with_xlsxwriter("xlsxwriter-done", done)
    with_xlsxwriter("xlsxwriter-1904", done, date_1904=True)

    def chinese_dates(book, sheet):
        day = book.add_format({"num_format": '[$-804]yyyy"年"m"月"d"日";@'})
        time = book.add_format({"num_format": '上午/下午h"时"mm"分"'})
        sheet.write_datetime("D2", dt.datetime(2024, 6, 3), day)
        sheet.write_number("E2", 9 / 24 + 5 / 1440, time)

    with_xlsxwriter("xlsxwriter-chinese-formats", done, chinese_dates)

    def midnight(book, sheet):
        sheet.write_number("E2", 1, book.add_format({"num_format": "[h]:mm"}))

    with_xlsxwriter("xlsxwriter-24-00", done, midnight, [DONE, done[1][:4] + ["24:00"] + done[1][5:]])

    def heads(book, sheet):
        wide = book.add_format({"align": "center"})
        for column, head in enumerate(HEADER):
            if head not in ("纬度", "经度"):
                sheet.merge_range(1, column, 2, column, head, wide)
        sheet.merge_range("G2:H2", "坐标", wide)
        sheet.write("G3", "纬度")
        sheet.write("H3", "经度")
        sheet.merge_range("A1:J1", "基本情况表", wide)

    with_xlsxwriter("xlsxwriter-head-of-two-rows", [[], [], []] + ROWS, heads, whole)

    def wide_column(book, sheet):
        for number, row in enumerate([HEADER] + ROWS):
            for column, value in enumerate(row[:2] + [row[1]] + row[2:]):
                if column not in (1, 2) and value is not None:
                    sheet.write(number, column, value)
            sheet.merge_range(number, 1, number, 2, row[1])

    with_xlsxwriter("xlsxwriter-column-over-two", [], wide_column,
                    [row[:2] + [row[1]] + row[2:] for row in whole])

    def decorated(book, sheet):
        sheet.autofilter("A1:J4")
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.data_validation("C2:C99", {"validate": "list", "source": ["城市社区", "农村村庄"]})
        sheet.conditional_format("E2:E9", {"type": "data_bar"})
        sheet.write_comment("A1", "不要改")
        sheet.write_url("J3", "https://example.org", string="13800000001")
        sheet.set_column("A:XFD", 12)
        for row in range(10, 200):
            sheet.write_blank(row, 3, None, book.add_format({"border": 1}))
        book.add_worksheet("填表说明").write("A1", "每个社区一行")

    with_xlsxwriter("xlsxwriter-decorated", whole, decorated,
                    [HEADER, ROWS[0], ROWS[1][:9] + ["13800000001"], ROWS[2]])

    def phones(book, sheet):
        filled = book.add_format({"num_format": "00000000000"})
        dashed = book.add_format({"num_format": "000-00000000"})
        sheet.write_number("J2", 2486123456, filled)
        sheet.write_number("J3", 2486123456, dashed)
        sheet.write_number("J4", 2486123456)

    with_xlsxwriter("xlsxwriter-phones", whole, phones,
                    [HEADER, ROWS[0][:9] + ["02486123456"], ROWS[1][:9] + ["024-86123456"],
                     ROWS[2][:9] + ["2486123456"]])

    def table(book, sheet):
        sheet.add_table("A1:J4", {"columns": [{"header": head} for head in HEADER]})

    with_xlsxwriter("xlsxwriter-table", whole, table)

    def picture(book, sheet):
        png = HERE / "dot.png"
        png.write_bytes(bytes.fromhex(
            "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001"
            "00ffff03000006000557bfabd40000000049454e44ae426082"))
        sheet.embed_image("I2", str(png))
        png_ = png
        book._png = png_

    with_xlsxwriter("xlsxwriter-picture-in-cell", whole, picture, [HEADER, ROWS[0][:8] + [None] + ROWS[0][9:]] + ROWS[1:])
    (HERE / "dot.png").unlink(missing_ok=True)


# LibreOffice


def with_libreoffice():
    """Each of some workbooks, and a CSV, opened and saved again."""
    sources = ["openpyxl-plain", "openpyxl-title-and-total", "openpyxl-merged-area", "openpyxl-done",
               "openpyxl-1904", "openpyxl-formula-without-value", "xlsxwriter-rich-text",
               "xlsxwriter-head-of-two-rows", "openpyxl-percent-and-boolean"]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for source in sources:
            shutil.copy(HERE / f"{source}.xlsx", folder / f"{source}.xlsx")
        shutil.copy(HERE / "openpyxl-plain.csv", folder / "csv.csv")
        files = [str(folder / f"{source}.xlsx") for source in sources]
        start = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                 "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out")]
        subprocess.run(start + files, check=True, capture_output=True)
        subprocess.run(start[:3] + ["--infilter=CSV:44,34,76,1"] + start[3:] + [str(folder / "csv.csv")],
                       check=True, capture_output=True)
        for file in sorted((folder / "out").iterdir()):
            name = "libreoffice-" + file.stem.split("-", 1)[-1]
            if file.stem == "openpyxl-formula-without-value":
                name = "libreoffice-formula-worked-out"
            shutil.copy(file, HERE / f"{name}.xlsx")
            same = file.stem if file.stem != "csv" else "openpyxl-plain"
            if (HERE / f"{same}.csv").exists():
                shutil.copy(HERE / f"{same}.csv", HERE / f"{name}.csv")
            else:
                expect(name, [HEADER] + ROWS)


# By hand

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def by_hand(name, rows, expected, texts="", styles="", workbook="", after="", prefix="", main=MAIN,
            sheets=("Sheet1",)):
    """Rows, texts and styles as XML without namespaces, which a prefix may be put before."""
    space = f'xmlns:{prefix}="{main}"' if prefix else f'xmlns="{main}"'

    def part(root, inside):
        text = f"<{root}>{inside}</{root}>"
        if prefix:
            text = text.replace("</", "\0").replace("<", f"<{prefix}:").replace("\0", f"</{prefix}:")
        return text.replace(root, f'{root} {space} xmlns:r="{OFFICE}"', 1)

    listed = "".join(f'<sheet name="{sheet}" sheetId="{n}" r:id="rId{n}"/>' for n, sheet in enumerate(sheets, 1))
    targets = "".join(f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
                      for n in range(1, len(sheets) + 1))
    with zipfile.ZipFile(HERE / f"{name}.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        def write(path, text):
            archive.writestr(zipfile.ZipInfo(path, (2024, 5, 1, 0, 0, 0)),
                             '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text,
                             zipfile.ZIP_DEFLATED)
        write("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        write("_rels/.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
              f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        write("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}">{targets}<Relationship Id="s" '
              f'Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="f" '
              f'Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>')
        write("xl/workbook.xml", part("workbook", f"{workbook}<sheets>{listed}</sheets>"))
        write("xl/sharedStrings.xml", part("sst", texts))
        write("xl/styles.xml", part("styleSheet", styles or '<cellXfs><xf numFmtId="0"/></cellXfs>'))
        for n in range(1, len(sheets) + 1):
            body = rows if isinstance(rows, str) else rows[n - 1]
            write(f"xl/worksheets/sheet{n}.xml", part("worksheet", f"<sheetData>{body}</sheetData>{after}"))
    if expected is not None:
        expect(name, expected)


def cell(value, address=None, style=None):
    """A cell with its text in place."""
    place = (f' r="{address}"' if address else "") + (f' s="{style}"' if style is not None else "")
    if value is None:
        return f"<c{place}/>"
    if isinstance(value, (int, float)):
        return f"<c{place}><v>{value}</v></c>"
    return f'<c{place} t="inlineStr"><is><t>{value}</t></is></c>'


def line(values):
    return "<row>" + "".join(cell(value) for value in values) + "</row>"


def hand_books():
    whole = [HEADER] + ROWS
    lines = "".join(line(row) for row in whole)
    by_hand("hand-no-addresses", lines, whole)
    by_hand("hand-prefixed", lines, whole, prefix="x")
    by_hand("hand-strict", lines, whole, main=STRICT)

    # Excel in China writes formats 27–36 and 50–58 and declares none of them.
    ids = [14, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]
    styles = "<cellXfs>" + "".join(f'<xf numFmtId="{n}"/>' for n in [0] + ids + [32, 55]) + "</cellXfs>"
    rows = line(DONE[:1] + DONE[3:5]) + "".join(
        f"<row>{cell(f'baihua/a{n}')}{cell(45446, style=n + 1)}"
        f"{cell(0.37847222222222227, style=len(ids) + 1 + n % 2)}</row>" for n in range(len(ids)))
    by_hand("hand-undeclared-dates", rows,
            [DONE[:1] + DONE[3:5]] + [[f"baihua/a{n}", DAY, TIME] for n in range(len(ids))], styles=styles)

    # A file's own format of such a number wins.
    own = ('<numFmts count="1"><numFmt numFmtId="57" formatCode="0&quot;人&quot;"/></numFmts>'
           '<cellXfs><xf numFmtId="57"/></cellXfs>')
    by_hand("hand-declared-57", line(HEADER[:5]) + "".join(line(row[:5]) for row in ROWS),
            [row[:5] for row in whole], styles=own)

    # WPS: shared texts with phonetics, ends of lines as escapes, pictures in cells.
    texts = "".join(f"<si><t>{text}</t></si>" for text in HEADER[:2] + HEADER[8:9]) + (
        '<si><r><rPr><sz val="11"/></rPr><t>百花</t></r><r><t>社区</t></r>'
        '<rPh sb="0" eb="2"><t>baihua</t></rPh><phoneticPr fontId="1"/></si>'
        '<si><t xml:space="preserve">王芳_x000D_\n兼职</t></si><si><t>_x005F_x000D_</t></si>')
    shared = lambda n: f'<c t="s"><v>{n}</v></c>'
    rows = (f"<row>{shared(0)}{shared(1)}{shared(2)}</row><row>{cell('baihua')}{shared(3)}{shared(4)}</row>"
            f"<row>{cell('lijia')}{shared(5)}"
            '<c t="str"><f>_xlfn.DISPIMG("ID_1A",1)</f><v>=DISPIMG("ID_1A",1)</v></c></row>')
    by_hand("hand-wps-texts", rows, [["编号", "名称", "安全员"], ["baihua", "百花社区", "王芳\n兼职"],
                                     ["lijia", "_x000D_"]], texts=texts)

    # Formulas: shared ones with their results, one without, an error, a day that never was.
    head = line(HEADER[:5])
    rows = head + (
        f'<row>{cell("baihua")}{cell("百花社区")}{cell("城市社区")}{cell("白塔")}'
        '<c><f t="shared" ref="E2:E3" si="0">8000+200</f><v>8200</v></c></row>'
        f'<row>{cell("lijia")}{cell("李家社区")}{cell("城市社区")}{cell("白塔")}<c><f t="shared" si="0"/><v>5100</v></c></row>'
        f'<row>{cell("dashu")}{cell("大树村")}{cell("农村村庄")}<c t="str"><f>IF(1,"南片")</f><v>南片</v></c>{cell(900)}</row>')
    by_hand("hand-shared-formula", rows, [row[:5] for row in whole])
    rows = line(DONE[:1] + DONE[3:5] + DONE[2:3]) + (
        f'<row>{cell("a")}{cell(60, style=1)}<c><f>NOW()</f></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
        f'<row>{cell("b")}{cell(59, style=1)}{cell("9:00")}<c t="e"><v>#N/A</v></c></row>')
    by_hand("hand-broken-cells", rows, None, styles='<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>')

    # Dates as ISO 8601 has them.
    rows = line(DONE[:1] + DONE[3:5]) + (
        f'<row>{cell("a")}<c t="d"><v>2024-06-03T00:00:00Z</v></c><c t="d"><v>T09:05:00</v></c></row>')
    by_hand("hand-iso-dates", rows, [DONE[:1] + DONE[3:5], ["a", DAY, TIME]])

    # The table begins at C4, with comments and empty rows, and the numbers have exponents.
    rows = ('<row r="2"><c r="C2" t="inlineStr"><is><t>情况表</t></is></c></row><row r="4">'
            + "".join(cell(head, f"{chr(67 + n)}4") for n, head in enumerate(HEADER[:5])) + "</row>"
            + '<row r="5"><c r="A5" t="inlineStr"><is><t># 停用</t></is></c><c r="C5"><v>1</v></c></row>'
            + "".join(
                f'<row r="{7 + 2 * n}">' + "".join(cell(value, f"{chr(67 + m)}{7 + 2 * n}") for m, value in enumerate(row[:4]))
                + f'<c r="G{7 + 2 * n}"><v>{row[4] / 1000}E3</v></c></row>' for n, row in enumerate(ROWS)))
    by_hand("hand-offset", rows, [["", "", "情况表"]] + [["", ""] + row[:5] for row in whole])

    # Two sheets, the second of which is the table.
    by_hand("hand-second-sheet", [line(["填表说明"]) + line(["每个社区一行"]), lines], whole, sheets=("说明", "情况"))


# All tables in one workbook, those of the base workspace


def all_tables():
    base = HERE.parent / "base"
    tables = {}
    for name, sheet in [("communities", "社区"), ("venues", "场所"), ("teams", "队伍")]:
        with open(base / f"{name}.csv", encoding="utf-8") as file:
            tables[sheet] = [row for row in csv.reader(file) if row and not row[0].startswith("#")]

    def write(name, tables):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in tables.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append([int(value) if value.isdigit() else value or None for value in row])
        return book

    write("tables", tables).save(HERE.parent / "tables.xlsx")

    tables["社区"][1][4] = "八千"
    tables["社区"][2][4] = "#N/A"
    tables["场所"][1][3] = "新河"
    tables["场所"][2][6] = "8点到底"
    tables["队伍"][1][3] = "很多"
    book = write("tables-with-mistakes", tables)
    book["社区"].insert_rows(1)
    book["社区"]["A1"] = "白塔街道各社区情况"
    book["场所"].row_dimensions[3].hidden = True
    book["队伍"].sheet_state = "hidden"
    book.create_sheet("填表说明").append(["每个社区一行"])
    book.create_sheet("Sheet5")
    book.save(HERE.parent / "tables-with-mistakes.xlsx")


if __name__ == "__main__":
    for old in list(HERE.glob("*.xlsx")) + list(HERE.glob("*.csv")):
        old.unlink()
    openpyxl_books()
    xlsxwriter_books()
    hand_books()
    all_tables()
    with_libreoffice()
    print(len(list(HERE.glob("*.xlsx"))), "workbooks,", len(list(HERE.glob("*.csv"))), "with a CSV")
