import Documents
import Testing

private let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

/// A .docx with that body, and a foot if there is one.
private func archive(_ body: String, foot: String = "") -> [UInt8] {
  var archive = ZipArchive()
  archive.set(
    "word/document.xml",
    to: Array("<w:document \(space)><w:body>\(body)</w:body></w:document>".utf8))
  if !foot.isEmpty {
    archive.set("word/footer1.xml", to: Array("<w:ftr \(space)>\(foot)</w:ftr>".utf8))
  }
  return archive.file
}

/// Runs of a paragraph; a text that begins with `_` is underlined.
private func paragraph(_ runs: String...) -> String {
  "<w:p>"
    + runs.map { run in
      let isLine = run.hasPrefix("_")
      let text = isLine ? String(run.dropFirst()) : run
      return "<w:r>\(isLine ? "<w:rPr><w:u w:val=\"single\"/></w:rPr>" : "")"
        + "<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    }.joined() + "</w:p>"
}

/// The document once every blank has its number, counted from 1.
private func filled(_ body: String, part: String = "word/document.xml", foot: String = "") throws
  -> String
{
  let document = try OfficeDocument.reading(archive(body, foot: foot))
  let texts = Dictionary(uniqueKeysWithValues: document.blanks.indices.map { ($0, "<\($0 + 1)>") })
  let bytes = try ZipArchive(reading: document.filled(texts)).bytes(of: part)
  return String(decoding: bytes ?? [], as: UTF8.self).replacing(" xml:space=\"preserve\"", with: "")
}

@Suite struct `A district's document` {
  @Test(arguments: [
    (["（  ）场"], "（<1>）场"), (["(", " ", ")场"], "(|<1>|)场"), (["（）"], "（<1>）"),
    (["参与（\u{3000}", "\u{A0}）人次，（ ）场"], "参与（<1>|）人次，（<2>）场"),
    (["共", "_   ", "_  ", "人"], "共|<1>||人"), (["_已填 12 人"], "已填 12 人"),
    (["共____人"], "共<1>人"), (["第{{a.", "b}}处"], "第<1>|处"), (["（盖章）"], "（盖章）"),
    (["&#xFF08; &#65289;"], "&#xFF08;<1>&#65289;"), (["电话：      日期："], "电话：<1> 日期：<2>"),
  ])
  func `has its blanks filled in the bytes of its texts`(runs: [String], expected: String) throws {
    let joined =
      runs.reduce("<w:p>") { text, run in
        text + paragraph(run).dropFirst(5).dropLast(6)
      } + "</w:p>"

    let texts = try filled(joined).matches(of: #/<w:t>([^<]*)<\/w:t>/#).map { String($0.1) }

    #expect(
      texts.joined(separator: "|").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        == expected)
  }

  @Test func `has both copies of a text box filled alike, and its foot`() throws {
    let box = "<w:txbxContent>\(paragraph("展板（ ）块"))</w:txbxContent>"
    let body =
      "<w:p><w:r><mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback>"
      + "</mc:AlternateContent></w:r></w:p>" + paragraph("海报（ ）件")
    let text = try filled(body, foot: paragraph("共（ ）页"))

    #expect(text.matches(of: #/展板（&lt;1&gt;）块/#).count == 2)
    #expect(text.contains("海报（&lt;2&gt;）件"))
    let foot = try filled(body, part: "word/footer1.xml", foot: paragraph("共（ ）页"))
    #expect(foot.contains("共（&lt;3&gt;）页"))
  }

  @Test func `has empty cells behind a label filled, merged ones not`() throws {
    func cell(_ inner: String, _ properties: String = "") -> String {
      "<w:tc><w:tcPr>\(properties)</w:tcPr>\(inner)</w:tc>"
    }
    let mark = "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr></w:p>"
    let body =
      "<w:tbl><w:tr>\(cell(paragraph("联系人")))\(cell("<w:p w:x=\"1\"/>"))</w:tr>"
      + "<w:tr>\(cell(paragraph("电话")))\(cell(mark))\(cell(mark, "<w:vMerge/>"))</w:tr></w:tbl>"

    let document = try OfficeDocument.reading(archive(body))
    #expect(document.blanks.map(\.kind) == [.possible, .possible])
    #expect(document.blanks.map(\.before) == ["联系人", "电话"])
    let text = try filled(body)
    #expect(text.contains("<w:p w:x=\"1\"><w:r><w:t>&lt;1&gt;</w:t></w:r></w:p>"))
    #expect(
      text.contains(
        "</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>&lt;2&gt;</w:t></w:r></w:p>"))
  }

  @Test(arguments: [
    ("<w:p><w:ins w:id=\"1\"/></w:p>", DocumentFault.trackedChanges),
    ("<w:p><w:r><w:del/></w:r></w:p>", .trackedChanges),
    ("<w:p>", .damaged("word/document.xml")),
  ])
  func `is refused`(body: String, fault: DocumentFault) {
    #expect(throws: fault) { try OfficeDocument.reading(archive(body)) }
  }

  @Test func `is refused if it is of an old kind, no archive, or cut off`() {
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
    #expect(throws: DocumentFault.archive(.oldFormat)) { try OfficeDocument.reading(old) }
    #expect(throws: DocumentFault.archive(.notZip)) { try OfficeDocument.reading([1, 2, 3]) }
    let whole = archive(paragraph("（ ）"))
    for length in stride(from: 4, to: whole.count - 1, by: 7) {
      #expect(throws: DocumentFault.self) {
        try OfficeDocument.reading(Array(whole.prefix(length)))
      }
    }
  }
}
