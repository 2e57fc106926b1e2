/// A .docx file in the look of an office's papers: GB/T 9704 for titles and text, tables that fit the width.
///
/// Source: ECMA-376 part 1, §11 (packages), §17 (WordprocessingML).
package struct WordDocument: Sendable {
  package enum Paper: Hashable, Sendable {
    case a4, a4Wide, a3Wide
  }
  package struct Cell: Hashable, Sendable {
    package var text: String
    package var isNumber = false
    /// It goes on in the row under it.
    package var continues = false
    /// It goes on from the row over it, and has no text of its own.
    package var isContinued = false

    package init(_ text: String, isNumber: Bool = false) {
      self.text = text
      self.isNumber = isNumber
    }
  }
  package struct Table: Sendable {
    package var header: [String]
    package var rows: [[Cell]]
    /// Of the columns, one to another.
    package var widths: [Int]

    package init(header: [String], rows: [[Cell]], widths: [Int]) {
      self.header = header
      self.rows = rows
      self.widths = widths
    }
  }
  package enum Block: Sendable {
    case title(String)
    /// A centred line under the title.
    case subtitle(String)
    /// 一、…
    case heading(String)
    case paragraph(String)
    case table(Table)
    case pageBreak
  }

  package var title: String
  package var isChinese: Bool
  package var paper: Paper
  package var blocks: [Block]

  package init(title: String, isChinese: Bool, paper: Paper = .a4, blocks: [Block] = []) {
    self.title = title
    self.isChinese = isChinese
    self.paper = paper
    self.blocks = blocks
  }

  /// The bytes of the file.
  package var file: [UInt8] {
    var archive = ZipArchive()
    for (name, text) in parts { archive.set(name, to: Array(text.utf8)) }
    return archive.file
  }

  private var parts: [(String, String)] {
    [
      ("[Content_Types].xml", WordDocument.contentTypes),
      ("_rels/.rels", WordDocument.packageLinks),
      ("docProps/core.xml", core),
      ("word/document.xml", document),
      ("word/_rels/document.xml.rels", WordDocument.documentLinks),
      ("word/styles.xml", styles),
      ("word/fontTable.xml", WordDocument.fonts),
      ("word/settings.xml", WordDocument.settings),
      ("word/footer1.xml", footer),
    ]
  }

  private var document: String {
    let body = blocks.map(xml).joined()
    // A body may not end in a table: Word wants a paragraph after it.
    var end = ""
    if case .table = blocks.last { end = WordDocument.small }
    return WordDocument.declaration
      + "<w:document xmlns:w=\"\(WordDocument.main)\" xmlns:r=\"\(WordDocument.links)\"><w:body>"
      + body + end + section + "</w:body></w:document>"
  }

  private func xml(_ block: Block) -> String {
    switch block {
    case .title(let text): return paragraph(text, style: "Title")
    case .subtitle(let text): return paragraph(text, style: "Subtitle")
    case .heading(let text): return paragraph(text, style: "Heading1")
    case .paragraph(let text):
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { paragraph(String($0), style: "BodyText") }.joined()
    case .table(let table): return xml(table) + WordDocument.small
    case .pageBreak: return "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
    }
  }

  private func paragraph(_ text: String, style: String) -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>" + run(text) + "</w:p>"
  }

  /// A line feed is a line of its own.
  private func run(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      "<w:t xml:space=\"preserve\">\(XML.escaped(String($0)))</w:t>"
    }
    return "<w:r>" + lines.joined(separator: "<w:br/>") + "</w:r>"
  }

  private func xml(_ table: Table) -> String {
    let widths = shares(of: table.widths)
    // 小五 where 五号 would make every row three lines.
    let small = widths.count > WordDocument.fewColumns ? "Small" : ""
    var text =
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"OfficeTable\"/><w:tblW w:w=\"\(textWidth)\" w:type=\"dxa\"/>"
      + "<w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>"
      + widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>"
    if !table.header.isEmpty {
      text += "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
      for (name, width) in zip(table.header, widths) {
        text +=
          "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>"
          + paragraph(name, style: "TableHead\(small)") + "</w:tc>"
      }
      text += "</w:tr>"
    }
    for row in table.rows {
      text += "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
      for (cell, width) in zip(row, widths) {
        let merge =
          cell.isContinued
          ? "<w:vMerge/>" : cell.continues ? "<w:vMerge w:val=\"restart\"/>" : ""
        text +=
          "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(merge)<w:vAlign w:val=\"center\"/></w:tcPr>"
          + paragraph(cell.text, style: (cell.isNumber ? "TableNumber" : "TableText") + small)
          + "</w:tc>"
      }
      text += "</w:tr>"
    }
    return text + "</w:tbl>"
  }

  private static let fewColumns = 7

  /// Of the text's width, all of it.
  private func shares(of widths: [Int]) -> [Int] {
    let sum = max(1, widths.reduce(0, +))
    var shares = widths.map { textWidth * $0 / sum }
    if !shares.isEmpty { shares[shares.count - 1] += textWidth - shares.reduce(0, +) }
    return shares
  }

  /// In twentieths of a point: width, height, margins at the sides, above and below.
  private var sheet: (width: Int, height: Int, side: Int, edge: Int) {
    switch paper {
    case .a4: (11906, 16838, 1418, 1418)
    case .a4Wide: (16838, 11906, 964, 1021)
    case .a3Wide: (23811, 16838, 1134, 1134)
    }
  }

  private var textWidth: Int { sheet.width - 2 * sheet.side }

  private var section: String {
    let wide = paper == .a4 ? "" : " w:orient=\"landscape\""
    return "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"footer\"/>"
      + "<w:pgSz w:w=\"\(sheet.width)\" w:h=\"\(sheet.height)\"\(wide)/>"
      + "<w:pgMar w:top=\"\(sheet.edge)\" w:right=\"\(sheet.side)\" w:bottom=\"\(sheet.edge)\" "
      + "w:left=\"\(sheet.side)\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>"
  }

  private var footer: String {
    func field(_ name: String) -> String {
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
        + "<w:r><w:instrText xml:space=\"preserve\"> \(name) </w:instrText></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }
    let number =
      isChinese
      ? run("第 ") + field("PAGE") + run(" 页　共 ") + field("NUMPAGES") + run(" 页")
      : run("Page ") + field("PAGE") + run(" of ") + field("NUMPAGES")
    return WordDocument.declaration
      + "<w:ftr xmlns:w=\"\(WordDocument.main)\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
      + number + "</w:p></w:ftr>"
  }

  private var core: String {
    WordDocument.declaration
      + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(XML.escaped(title))</dc:title>"
      + "</cp:coreProperties>"
  }

  /// So that a table's end and the next begin apart, and Word finds a paragraph after it.
  private static let small =
    "<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>"
}
