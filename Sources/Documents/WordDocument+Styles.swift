/// What is the same in every document.
extension WordDocument {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// Titles in 二号 小标宋, subtitles in 三号 楷体, text in 三号 仿宋 on lines of 28 points, tables in 五号.
  ///
  /// Sizes are in half points.
  var styles: String {
    let language = isChinese ? "zh-CN" : "en-US"
    var text =
      WordDocument.declaration + "<w:styles xmlns:w=\"\(WordDocument.main)\"><w:docDefaults>"
      + "<w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"仿宋\" "
      + "w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>"
      + "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault>"
      + "<w:pPrDefault/></w:docDefaults>"
      + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/>"
      + "<w:rPr><w:lang w:val=\"\(language)\"/></w:rPr></w:style>"
    func style(_ id: String, _ name: String, _ paragraph: String, _ run: String) {
      text +=
        "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
        + "<w:basedOn w:val=\"Normal\"/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>"
    }
    func font(_ name: String) -> String {
      "<w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"\(name)\" w:hAnsi=\"Times New Roman\"/>"
    }
    func size(_ halves: Int) -> String {
      "<w:sz w:val=\"\(halves)\"/><w:szCs w:val=\"\(halves)\"/>"
    }
    let centred = "<w:jc w:val=\"center\"/>"
    style(
      "Title", "Title",
      "<w:keepNext/><w:spacing w:after=\"120\" w:line=\"600\" w:lineRule=\"atLeast\"/>" + centred,
      font("方正小标宋简体") + size(44))
    style(
      "Subtitle", "Subtitle",
      "<w:keepNext/><w:spacing w:after=\"60\" w:line=\"400\" w:lineRule=\"atLeast\"/>" + centred,
      font("楷体") + size(28))
    style(
      "Heading1", "heading 1",
      "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"80\"/><w:outlineLvl w:val=\"0\"/>",
      font("黑体") + size(30))
    style(
      "BodyText", "Body Text",
      "<w:spacing w:line=\"560\" w:lineRule=\"exact\"/>"
        + (isChinese ? "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>" : ""),
      "")
    style("TableHead", "Table Head", "<w:keepNext/>" + centred, font("黑体") + size(21))
    style("TableText", "Table Text", "", size(21))
    style("TableNumber", "Table Number", centred, size(21))
    style("TableHeadSmall", "Table Head Small", "<w:keepNext/>" + centred, font("黑体") + size(18))
    style("TableTextSmall", "Table Text Small", "", size(18))
    style("TableNumberSmall", "Table Number Small", centred, size(18))
    style(
      "AfterTable", "After Table", "<w:spacing w:line=\"120\" w:lineRule=\"exact\"/>", size(2))
    style("Footer", "footer", centred, size(21))
    let line = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
    let borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
      .map { "<w:\($0) \(line)" }.joined()
    return text
      + "<w:style w:type=\"table\" w:styleId=\"OfficeTable\"><w:name w:val=\"Office Table\"/>"
      + "<w:tblPr><w:tblBorders>\(borders)</w:tblBorders><w:tblCellMar>"
      + "<w:left w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
      + "</w:style></w:styles>"
  }

  static let contentTypes: String = {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    let parts = [
      ("/word/document.xml", word + "document.main+xml"),
      ("/word/styles.xml", word + "styles+xml"),
      ("/word/fontTable.xml", word + "fontTable+xml"),
      ("/word/settings.xml", word + "settings+xml"),
      ("/word/footer1.xml", word + "footer+xml"),
      ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ]
    return declaration
      + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + parts.map { "<Override PartName=\"\($0)\" ContentType=\"\($1)\"/>" }.joined() + "</Types>"
  }()

  static let packageLinks = relationships([
    ("document", links + "/officeDocument", "word/document.xml"),
    (
      "core",
      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      "docProps/core.xml"
    ),
  ])

  static let documentLinks = relationships([
    ("styles", links + "/styles", "styles.xml"),
    ("fonts", links + "/fontTable", "fontTable.xml"),
    ("settings", links + "/settings", "settings.xml"),
    ("footer", links + "/footer", "footer1.xml"),
  ])

  private static func relationships(_ list: [(String, String, String)]) -> String {
    declaration
      + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + list.map { "<Relationship Id=\"\($0)\" Type=\"\($1)\" Target=\"\($2)\"/>" }.joined()
      + "</Relationships>"
  }

  /// What stands in for a font that a machine has not.
  static let fonts: String = {
    let fonts = [
      ("方正小标宋简体", "方正小标宋_GBK,华文中宋,宋体,SimSun"), ("仿宋", "FangSong,仿宋_GB2312,华文仿宋"),
      ("楷体", "KaiTi,楷体_GB2312,华文楷体"), ("黑体", "SimHei,华文黑体"),
      ("Times New Roman", "Liberation Serif"),
    ]
    return declaration + "<w:fonts xmlns:w=\"\(main)\">"
      + fonts.map { "<w:font w:name=\"\($0)\"><w:altName w:val=\"\($1)\"/></w:font>" }.joined()
      + "</w:fonts>"
  }()

  static let settings =
    declaration + "<w:settings xmlns:w=\"\(main)\"><w:defaultTabStop w:val=\"420\"/>"
    + "<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat>"
    + "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>"
    + "</w:compat></w:settings>"
}
