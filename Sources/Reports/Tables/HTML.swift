package import Drills

/// Pages that need nothing but themselves: one file, no script, printed on A4, opened by Word and WPS.
package enum HTML {
  /// Text as text, whatever is in it.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.droppingUnprintable.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n": result += "<br>"
      case "\t": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text between tags.
  static func stripped(_ html: String) -> String {
    var isTag = false
    return String(
      html.filter { character in
        if character == "<" { isTag = true }
        defer { if character == ">" { isTag = false } }
        return !isTag
      })
  }

  /// `isWide`: on paper it lies on its side.
  package static func page(
    title: String, body: String, language: Language, isWide: Bool = false
  ) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(escaped(title))</title>
    <style>
    \(isWide ? wide : upright)
    \(style)
    </style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }

  private static let upright = """
    @page { size: A4; margin: 18mm 15mm; }
    body { max-width: 190mm; }
    """
  private static let wide = """
    @page { size: A4 landscape; margin: 15mm 12mm; }
    body { max-width: 273mm; }
    table.list { font-size: 9pt; line-height: 1.35; }
    @media screen { table.list { font-size: 10.5pt; line-height: 1.5; } }
    """
  private static let style = """
    @page { @bottom-center { content: "— " counter(page) " / " counter(pages) " —"; font-size: 9pt; } }
    body { font-family: "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", SimSun, sans-serif;
      font-size: 10.5pt; line-height: 1.5; color: #1a1a1a; margin: 0 auto;
      /* Half of a table's outer border lies outside of it and would not be printed. */
      padding: 0 1pt; }
    h1 { font-family: "方正小标宋简体", FZXiaoBiaoSong-B05S, STZhongsong, "Noto Serif CJK SC", SimSun, serif;
      font-size: 20pt; font-weight: normal; text-align: center; margin: 4mm 0 2mm; }
    h2 { font-size: 12.5pt; margin: 6mm 0 2mm; border-left: 3pt solid #b3261e; padding-left: 6pt;
      break-after: avoid; }
    p { margin: 2mm 0; }
    p.period { text-align: center; color: #555; margin: 1mm 0; }
    table { border-collapse: collapse; width: 100%; margin: 2mm 0 4mm; }
    thead { display: table-header-group; }
    th, td { border: 0.5pt solid #888; padding: 2pt 5pt; vertical-align: top; text-align: left; }
    th { background: #f0ede6; }
    td.number, th.number { text-align: right; white-space: nowrap; }
    td.short { white-space: nowrap; }
    table.month td { height: 14mm; width: 14.28%; font-size: 8pt; }
    table.month b { font-size: 10pt; }
    tr, svg { break-inside: avoid; }
    section.copy { break-after: page; }
    section.copy:last-child { break-after: auto; }
    @media print {
      body { font-family: "仿宋", FangSong, STFangsong, "Noto Serif CJK SC", SimSun, serif; }
      th, h2 { font-family: "黑体", SimHei, STHeiti, "Noto Sans CJK SC", sans-serif; }
    }
    @media screen {
      body { padding: 12px 16px 32px; }
    }
    @media screen and (max-width: 700px) {
      body { font-size: 16px; }
      h1 { font-size: 22px; line-height: 1.35; }
      h2 { font-size: 17px; margin-top: 24px; }
      table.list, table.list tbody, table.list tr, table.month, table.month tbody,
      table.month tr { display: block; }
      table.list thead, table.list colgroup, table.month thead { display: none; }
      table.list tr { border: 1px solid #c9c4b8; border-radius: 8px; padding: 6px 12px; margin: 10px 0; }
      table.list td { display: flex; gap: 10px; border: 0; padding: 3px 0; text-align: left;
        white-space: normal; overflow-wrap: anywhere; }
      table.list td:empty { display: none; }
      table.list td::before { content: attr(data-label); flex: 0 0 6.5em; color: #666; }
      table.month td { display: block; width: auto; height: auto; border-width: 0 0 1px;
        padding: 8px 0; font-size: 15px; }
      table.month td.free { display: none; }
      table.month td::after { content: attr(data-label); color: #666; float: right; }
      table.month b { font-size: 17px; }
    }
    """
}
