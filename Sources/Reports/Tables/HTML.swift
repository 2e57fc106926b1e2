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

  package static func page(title: String, body: String, language: Language) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(escaped(title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }

  private static let style = """
    @page { size: A4; margin: 18mm 15mm; }
    body { font-family: "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", SimSun, sans-serif;
      font-size: 10.5pt; line-height: 1.5; color: #1a1a1a; max-width: 190mm; margin: 0 auto;
      /* Half of a table's outer border lies outside of it and would not be printed. */
      padding: 0 1pt; }
    h1 { font-size: 17pt; text-align: center; margin: 4mm 0 2mm; }
    h2 { font-size: 12.5pt; margin: 6mm 0 2mm; border-left: 3pt solid #b3261e; padding-left: 6pt;
      break-after: avoid; }
    p { margin: 2mm 0; }
    p.period { text-align: center; color: #555; }
    table { border-collapse: collapse; width: 100%; margin: 2mm 0 4mm; }
    th, td { border: 0.5pt solid #888; padding: 2pt 5pt; vertical-align: top; text-align: left; }
    th { background: #f0ede6; }
    td.number, th.number { text-align: right; white-space: nowrap; }
    td.short { white-space: nowrap; }
    table.month td { height: 14mm; width: 14.28%; font-size: 8pt; }
    table.month b { font-size: 10pt; }
    tr, svg { break-inside: avoid; }
    section.copy { break-after: page; }
    section.copy:last-child { break-after: auto; }
    """
}
