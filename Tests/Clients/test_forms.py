"""The district's own forms, made by other programs and filled by Muster."""

import re
import subprocess
import unittest
import zipfile

import muster
import sample

try:
    import docx
    import openpyxl
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
except ImportError:  # Debian: python3-docx, python3-openpyxl
    docx = openpyxl = None

NOW = "2024-07-01T08:00:00+08:00"
# In ours; the district's 附件2 prints 篇次 without a blank.
FORMS = {"附件1": 61, "附件2": 8}
UNPRINTED = "（{{media-report.reports}}）"


def template(name):
    """The lines of the workspace's form: texts, then rows of cells."""
    lines = [line for line in (muster.ROOT / f"calendars/baita-2024/forms/{name}.md").read_text()
             .splitlines() if line.strip()]
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")]
            for line in lines if line.startswith("|") and "---" not in line]
    return [line.lstrip("# ") for line in lines if not line.startswith("|")], rows


def blanked(text, gap):
    """With the gap in place of each name in brackets, and spaces for the heads'."""
    return re.sub(r"\{\{form\.\w+\}\}", "      ", re.sub(r"（\{\{[^}]*\}\}）", f"（{gap}）", text))


def plain(paragraph, text):
    paragraph.add_run(blanked(text, "  "))


def by_character(paragraph, text):
    for character in blanked(text, "\u3000\u00a0\u3000"):
        paragraph.add_run(character)


def by_control(paragraph, text):
    """Every second blank a content control with a prompt, the others underlined spaces; no brackets."""
    for index, part in enumerate(re.split(r"（\{\{[^}]*\}\}）", re.sub(r"\{\{form\.\w+\}\}", "      ", text))):
        if index and index % 2:
            paragraph._p.append(parse_xml(
                f"<w:sdt {nsdecls('w')}><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>"
                "<w:r><w:t>点击输入数字</w:t></w:r></w:sdtContent></w:sdt>"))
        elif index:
            paragraph.add_run("    ").underline = True
        paragraph.add_run(part)


def by_field(paragraph, text):
    """Every blank a text field of old Word."""
    for index, part in enumerate(re.split(r"\{\{(?!form)[^}]*\}\}", blanked_heads(text))):
        if index:
            for xml in ('<w:fldChar w:fldCharType="begin"/>', "<w:instrText> FORMTEXT </w:instrText>",
                        '<w:fldChar w:fldCharType="separate"/>', "<w:t>\u2002\u2002\u2002</w:t>",
                        '<w:fldChar w:fldCharType="end"/>'):
                paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{xml}</w:r>"))
        paragraph.add_run(part)


def blanked_heads(text):
    return re.sub(r"\{\{form\.\w+\}\}", "      ", text)


def word(path, name, put):
    """A .docx of the form; `put` writes a text with its blanks into a paragraph."""
    texts, rows = template(name)
    document = docx.Document()
    for text in texts:
        put(document.add_paragraph(), text)
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            put(table.cell(row, column).paragraphs[0], text)
    document.save(path)
    return path


def sheet(path, name):
    texts, rows = template(name)
    book = openpyxl.Workbook()
    for text in texts:
        book.active.append([blanked(text, "   ")])
    for row in rows:
        book.active.append([blanked(text, "\u3000 ") for text in row])
    book.save(path)
    return path


def parts(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def masked(data):
    """Without what stands in texts."""
    return re.sub(rb"(<(?:w:)?t(?: [^>]*)?>)[^<]*", rb"\1", data)


def change(path, target, old, new, count=1):
    """A copy whose document differs."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                assert old.encode() in data, old
                data = data.replace(old.encode(), new.encode(), count)
            copy.writestr(name, data)
    return target


@unittest.skipUnless(docx, "python-docx or openpyxl is not installed")
class Forms(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.workspace = cls.enterClassContext(sample.workspace())
        cls.folder = cls.enterClassContext(muster.temporary_folder())
        muster.run("done", "-C", cls.workspace, "--from", cls.workspace / "record.csv", "--now", NOW)

    def form(self, name, *arguments, expect=(0,)):
        return muster.run("report", "form", name, "-C", self.workspace, "--now", NOW, "--language", "zh-Hans",
                          *arguments, expect=expect)

    def numbers(self, name):
        """What Muster's own form has in each blank, in order."""
        return re.findall(r"（(\d+)）", self.form(name))

    def test_are_filled_and_nothing_else_is_changed(self):
        for name, count in FORMS.items():
            expected = self.numbers(name)
            self.assertEqual(len(expected), count)
            made = [word(self.folder / f"{name}-plain.docx", name, plain),
                    word(self.folder / f"{name}-runs.docx", name, by_character),
                    word(self.folder / f"{name}-field.docx", name, by_field)]
            subprocess.run(
                ["soffice", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir",
                 self.folder / "office", made[0]], check=True, capture_output=True)
            made.append(self.folder / f"office/{name}-plain.docx")
            for path in made:
                target = self.folder / "filled.docx"
                self.form(name, "--docx", path, "--out", target)
                text = "".join(
                    "".join(t.text or "" for t in p._p.iter("{%s}t" % p._p.nsmap["w"])) + "\n"
                    for p in paragraphs(docx.Document(target)))
                self.assertEqual(re.findall(r"（(\d+)）", text), expected, path)
                self.assertIn("填报单位（盖章）：白塔街道安全生产委员会办公室 联系人", text.replace("\u3000", " "))
                before, after = parts(path), parts(target)
                self.assertEqual(list(before), list(after))
                for part in before:
                    if part == "word/document.xml":
                        self.assertEqual(masked(before[part]), masked(after[part]), path)
                    else:
                        self.assertEqual(before[part], after[part], part)

    def test_need_no_blank_that_the_district_does_not_print(self):
        path = word(self.folder / "printed.docx", "附件2", lambda paragraph, text: plain(
            paragraph, text.replace(UNPRINTED, "")))
        target = self.folder / "printed-filled.docx"
        self.form("附件2", "--docx", path, "--out", target)
        text = "".join(p.text for p in paragraphs(docx.Document(target)))
        self.assertEqual(re.findall(r"（(\d+)）", text), self.numbers("附件2")[1:])

    def test_with_controls_and_underlines_are_filled(self):
        for name in FORMS:
            path = word(self.folder / f"{name}-control.docx", name, by_control)
            target = self.folder / "control.docx"
            self.form(name, "--docx", path, "--out", target)
            texts = [re.sub(r"[（）]", "", line) for line in self.form(name).splitlines()]
            filled = ["".join(t.text or "" for t in p._p.iter("{%s}t" % p._p.nsmap["w"]))
                      for p in paragraphs(docx.Document(target))]
            own = "".join(filled)
            for line in texts:
                for cell in line.strip("|").split("|"):
                    if re.search(r"\d", cell) and "填报" not in cell:
                        self.assertIn(cell.strip(), re.sub(r"[（）]", "", own))
            self.assertEqual(masked(parts(path)["word/document.xml"]), masked(parts(target)["word/document.xml"]))

    def test_in_sheets_are_filled(self):
        for name in FORMS:
            path = sheet(self.folder / f"{name}.xlsx", name)
            subprocess.run(
                ["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir",
                 self.folder / "office", path], check=True, capture_output=True)
            # The first has its texts in the cells, the second in one list.
            for path, part in ((path, None), (self.folder / f"office/{name}.xlsx", "xl/sharedStrings.xml")):
                target = self.folder / "filled.xlsx"
                self.form(name, "--xlsx", path, "--out", target)
                cells = [value for row in openpyxl.load_workbook(target).active.iter_rows(values_only=True)
                         for value in row if value]
                self.assertEqual(re.findall(r"（(\d+)）", "".join(cells)), self.numbers(name))
                before, after = parts(path), parts(target)
                changed = [part for part in before if before[part] != after[part]]
                self.assertEqual(len(changed), 1)
                self.assertEqual(changed, [part or changed[0]])
                self.assertEqual(masked(before[changed[0]]), masked(after[changed[0]]))

    def test_copies_what_several_cells_share(self):
        (self.workspace / "forms/共用.md").write_text(
            "| 展板 | 布置（{{consultation-day.boards}}）件 |\n| --- | --- |\n"
            "| 海报 | 布置（{{poster.posters}}）件 |\n| 咨询台 | {{consultation-day.desks}} |\n")
        muster.run("count", "-C", self.workspace, "consultation-day.boards=7", "poster.posters=8",
                   "consultation-day.desks=9", "--community", "baihua", "--on", "2024-06-20", "--now", NOW)
        cells = {"A1": "展板", "B1": "布置（ ）件", "A2": "海报", "B2": "布置（ ）件", "A3": "咨询台"}
        texts = list(dict.fromkeys(cells.values()))
        rows = "".join(
            f'<row r="{row}">' + "".join(
                f'<c r="{name}" t="s"><v>{texts.index(text)}</v></c>'
                for name, text in cells.items() if name[1] == str(row))
            + ('<c r="B3" s="0"/>' if row == 3 else "") + "</row>" for row in (1, 2, 3))
        space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        book = openpyxl.Workbook()
        plain = self.folder / "book.xlsx"
        book.save(plain)
        path = self.folder / "共用.xlsx"
        shared = (f'<sst xmlns="{space}" uniqueCount="{len(texts)}">' + "".join(
            f"<si><t>{text}</t></si>" for text in texts) + "</sst>").encode()
        with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as copy:
            for name in source.namelist():
                data = source.read(name)
                if name == "xl/worksheets/sheet1.xml":
                    data = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'.encode()
                if name == "[Content_Types].xml" and b"sharedStrings" not in data:
                    data = data.replace(b"</Types>", b'<Override PartName="/xl/sharedStrings.xml" ContentType='
                                        b'"application/vnd.openxmlformats-officedocument.spreadsheetml.'
                                        b'sharedStrings+xml"/></Types>')
                if name != "xl/sharedStrings.xml":
                    copy.writestr(name, data)
            copy.writestr("xl/sharedStrings.xml", shared)
        target = self.folder / "filled.xlsx"
        self.form("共用", "--xlsx", path, "--since", "2024-06-01", "--to", "2024-06-30", "--out", target)
        filled = openpyxl.load_workbook(target).active
        self.assertRegex(filled["B1"].value, r"布置（\d+）件")
        numbers = [re.search(r"\d+", str(filled[name].value))[0] for name in ("B1", "B2", "B3")]
        own = self.form("共用", "--since", "2024-06-01", "--to", "2024-06-30")
        self.assertEqual(numbers, re.findall(r"\d+", own))
        self.assertEqual(len(set(numbers)), 3)
        (self.workspace / "forms/共用.md").unlink()

    def test_that_differ_are_refused_with_both_contexts(self):
        path = word(self.folder / "right.docx", "附件1", plain)
        wrong = {
            "missing": ("参与（  ）人次；", "参与若干人次；"), "extra": ("进企业活动（  ）场", "进企业活动（  ）（  ）场"),
            "words": ("进学校活动（  ）场", "进医院活动（  ）场"), "unit": ("结业（  ）人", "结业（  ）场"),
            "tracked": ("<w:r>", '<w:ins w:id="1" w:author="a"/><w:r>'),
        }
        for kind, (old, new) in wrong.items():
            target = self.folder / "refused.docx"
            answer = self.refused("附件1", change(path, self.folder / f"{kind}.docx", old, new), target)
            self.assertFalse(target.exists(), kind)
            if kind == "tracked":
                self.assertIn("修订", answer)
            else:
                self.assertIn("表样", answer)
                self.assertIn("文件", answer)
                self.assertGreaterEqual(answer.count("＿＿"), 2, answer)
        old = self.folder / "old.doc"
        old.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600))
        self.assertIn("另存为 .docx", self.refused("附件1", old, self.folder / "refused.docx"))

    def refused(self, name, path, target):
        answer = subprocess.run(
            [muster.PROGRAM, "report", "form", name, "-C", self.workspace, "--now", NOW, "--language",
             "zh-Hans", "--docx", path, "--out", target], capture_output=True, text=True)
        self.assertEqual(answer.returncode, 65, answer.stderr)
        return answer.stderr

    def test_are_the_same_once_the_planner_says_so(self):
        path = word(self.folder / "right.docx", "附件1", plain)
        other = change(path, self.folder / "other.docx", "进学校活动（  ）场", "进校园活动（  ）场")
        target = self.folder / "agreed.docx"
        self.refused("附件1", other, target)
        pairs = self.form("附件1", "--docx", other, "--pairs", "--confirm")
        self.assertIn("into-school.sessions", pairs)
        self.form("附件1", "--docx", other, "--out", target)
        self.assertTrue(target.exists())
        self.refused("附件1", path, self.folder / "again.docx")
        (self.workspace / "forms/附件1.map").unlink()

    def test_begin_forms_of_ours(self):
        for name, count in FORMS.items():
            path = word(self.folder / f"{name}区.docx", name, plain)
            muster.run("form", "from", path, "-C", self.workspace, "--now", NOW, "--language", "zh-Hans")
            begun = (self.workspace / f"forms/{name}区.md").read_text()
            names = re.findall(r"\{\{([^}]*)\}\}", begun)
            own = re.findall(r"\{\{([^}]*)\}\}", "".join(
                (muster.ROOT / f"calendars/baita-2024/forms/{name}.md").read_text()))
            self.assertEqual(names, own)
            (self.workspace / f"forms/{name}区.md").unlink()


def paragraphs(document):
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


if __name__ == "__main__":
    unittest.main()
