internal import Drills

/// Words and boxes on a sheet, as SVG.
///
/// Letters are measured as a terminal does: a Han character is as wide as it is high, others a little more
/// than half of that.
package struct Drawing: Sendable {
  package let width: Int
  package let height: Int
  private var parts: [String] = []

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  enum Anchor: String {
    case start, middle, end
  }

  mutating func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String,
    stroke: String? = nil
  ) {
    let line = stroke.map { " stroke=\"\($0)\"" } ?? ""
    parts.append(
      "<rect x=\"\(x.short)\" y=\"\(y.short)\" width=\"\(width.short)\" height=\"\(height.short)\" "
        + "fill=\"\(fill)\"\(line)/>")
  }

  /// `y`: of the line on which the letters stand.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, size: Double, fill: String = "#1d2125",
    isBold: Bool = false, anchor: Anchor = .start, isTitle: Bool = false
  ) {
    let weight = isBold ? " font-weight=\"bold\"" : ""
    let place = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    let family = isTitle ? " font-family=\"\(Drawing.titleFonts)\"" : ""
    parts.append(
      "<text x=\"\(x.short)\" y=\"\(y.short)\" font-size=\"\(size.short)\" fill=\"\(fill)\""
        + "\(weight)\(place)\(family)>\(HTML.escaped(text).replacing("<br>", with: " "))</text>")
  }

  package var svg: String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
      + "viewBox=\"0 0 \(width) \(height)\" font-family=\"\(Drawing.fonts)\">\n"
      + "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#ffffff\"/>\n"
      + parts.joined(separator: "\n") + "\n</svg>\n"
  }

  private static let fonts =
    "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',SimHei,sans-serif"
  private static let titleFonts =
    "'方正小标宋简体',FZXiaoBiaoSong-B05S,STZhongsong,'Noto Serif CJK SC',SimSun,serif"
}

extension Double {
  /// With at most two digits after the point, and never an exponent.
  fileprivate var short: String {
    let hundredths = Int((self * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(padded(rest, to: 2))"
  }
}

extension String {
  /// Lines of at most so many columns, broken between Han characters and after spaces.
  func wrapped(toWidth width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      var used = 0
      for word in paragraph.words {
        let columns = word.drawnWidth
        if used > 0, used + columns > width, !word.isClosing {
          lines.append(line)
          (line, used) = ("", 0)
        }
        if columns > width {
          // A word longer than a line.
          for character in word {
            let more = String(character).drawnWidth
            if used + more > width, used > 0 {
              lines.append(line)
              (line, used) = ("", 0)
            }
            line.append(character)
            used += more
          }
        } else if used > 0 || word != " " {
          line += word
          used += columns
        }
      }
      lines.append(line)
    }
    return lines
  }

  /// What no line begins with.
  fileprivate var isClosing: Bool {
    count == 1 && "，。、；：！？）》”’】…·,.;:!?)".contains(self)
  }
}

extension String {
  /// As ``displayWidth``, where quotation marks and dashes are as wide as Han characters, as Chinese fonts have
  /// them.
  fileprivate var drawnWidth: Int {
    displayWidth + unicodeScalars.count { "“”‘’—…·".unicodeScalars.contains($0) }
  }
}

extension Substring {
  /// Han characters alone, others up to the next space or hyphen.
  fileprivate var words: [String] {
    var words: [String] = []
    var word = ""
    for character in self {
      if String(character).drawnWidth > 1 || character == " " {
        if !word.isEmpty { words.append(word) }
        word = ""
        words.append(String(character))
      } else {
        word.append(character)
        if character == "-" {
          words.append(word)
          word = ""
        }
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
