import Documents
import Testing

private let hostile = ["<w:p>", "a & b \"c\"", "]]>", "一行\n两行", "\u{1}\u{FFFE}x\u{B}", ""]

private var document: WordDocument {
  var table = WordDocument.Table(
    header: ["序号", "内容"], rows: hostile.map { [.init("1", isNumber: true), .init($0)] },
    widths: [1, 3])
  table.rows[0][0].continues = true
  table.rows[1][0].text = ""
  table.rows[1][0].isContinued = true
  return WordDocument(
    title: hostile[1], isChinese: true, paper: .a4Wide,
    blocks: [.title("标题"), .subtitle("落款"), .heading("一、")] + hostile.map { .paragraph($0) }
      + [.table(table), .pageBreak, .table(table)])
}

/// Rules of ECMA-376 that a reader stumbles over: each part has a type and each link an end, there is one
/// body, children stand in the schema's order, and every cell ends in a paragraph.
private let rules = """
  import sys, zipfile, xml.dom.minidom as dom
  z = zipfile.ZipFile(sys.argv[1])
  parts = {n: dom.parseString(z.read(n)) for n in z.namelist()}
  types = parts['[Content_Types].xml']
  named = {o.getAttribute('PartName') for o in types.getElementsByTagName('Override')}
  for n in parts:
      if not n.endswith('.rels') and n != '[Content_Types].xml': assert '/' + n in named, n
  assert all(n[1:] in parts for n in named), named
  for n in parts:
      for link in parts[n].getElementsByTagName('Relationship'):
          base = '' if n == '_rels/.rels' else 'word/'
          assert base + link.getAttribute('Target') in parts, link.toxml()
  main = parts['word/document.xml']
  body, = main.getElementsByTagName('w:body')
  assert body.lastChild.tagName == 'w:sectPr' and len(main.getElementsByTagName('w:sectPr')) == 1
  order = {'w:pPr': 'pStyle keepNext keepLines spacing ind jc outlineLvl',
           'w:rPr': 'rFonts b sz szCs lang', 'w:tcPr': 'tcW gridSpan vMerge vAlign',
           'w:tblPr': 'tblStyle tblW jc tblBorders tblLayout tblCellMar tblLook',
           'w:tbl': 'tblPr tblGrid tr', 'w:style': 'name basedOn pPr rPr tblPr',
           'w:sectPr': 'footerReference pgSz pgMar'}
  for part in parts.values():
      for tag, names in order.items():
          for element in part.getElementsByTagName(tag):
              seen = [names.split().index(c.tagName[2:]) for c in element.childNodes]
              assert seen == sorted(seen), element.toxml()
  styles = {s.getAttribute('w:styleId') for s in parts['word/styles.xml'].getElementsByTagName('w:style')}
  for tag in 'pStyle', 'tblStyle':
      for used in main.getElementsByTagName('w:' + tag): assert used.getAttribute('w:val') in styles, used.toxml()
  for table in main.getElementsByTagName('w:tbl'):
      columns = len(table.getElementsByTagName('w:gridCol'))
      assert table.nextSibling.tagName == 'w:p'
      for row in table.getElementsByTagName('w:tr'):
          cells = row.getElementsByTagName('w:tc')
          assert len(cells) == columns
          for cell in cells: assert cell.lastChild.tagName == 'w:p'
  def text(p):
      return ''.join('\\n' if e.tagName == 'w:br' else e.firstChild.data if e.firstChild else ''
                     for r in p.getElementsByTagName('w:r') for e in r.childNodes)
  print([text(p) for p in main.getElementsByTagName('w:p')])
  """

@Suite struct `A Word document` {
  @Test func `keeps the rules of its schema and every text as it is`() throws {
    let told = try python(rules, on: document.file)

    let safe = ["'<w:p>'", "'a & b \"c\"'", "']]>'"]
    let cells = "'<w:p>', '', 'a & b \"c\"', '1', ']]>', '1', '一行\\n两行', '1', 'x', '1', ''"
    let table = "'序号', '内容', '1', \(cells)"
    #expect(
      told == "['标题', '落款', '一、', \(safe.joined(separator: ", ")), '一行', '两行', 'x', '', "
        + "\(table), '', '\\n', \(table), '', '']\n")
  }
}
