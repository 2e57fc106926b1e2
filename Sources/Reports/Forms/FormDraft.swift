package import Documents
package import Drills

/// A first form of ours from the district's own: each blank guessed by its words.
package struct FormDraft: Sendable {
  /// The Markdown of the form.
  package let text: String
  package let guessed: Int
  /// How many are left as `{{?}}`.
  package let unknown: Int

  /// `known`: forms whose words tell what is meant.
  package init(_ document: any BlankDocument, known: [Form], counters: CounterTable) {
    let guesses = FormDraft.guesses(of: document.blanks, known, counters)
    func text(_ pieces: [OutlineLine.Piece]) -> String {
      pieces.map { piece in
        switch piece {
        case .text(let text): FormDraft.plain(text)
        case .blank(let index): guesses[index].map { "{{\($0)}}" } ?? ""
        }
      }.joined().trimmingSpaces
    }
    var lines: [String] = []
    var rowsBefore = 0
    for line in document.outline {
      switch line {
      case .paragraph(let pieces):
        let paragraph = text(pieces)
        guard !paragraph.isEmpty else { continue }
        lines += [paragraph, ""]
        rowsBefore = 0
      case .row(let cells):
        lines.append("| " + cells.map(text).joined(separator: " | ") + " |")
        if rowsBefore == 0 {
          lines.append("| " + cells.map { _ in "---" }.joined(separator: " | ") + " |")
        }
        rowsBefore += 1
      }
    }
    self.text = lines.joined(separator: "\n") + "\n"
    let found = guesses.compactMap(\.self)
    unknown = found.count { $0 == "?" }
    guessed = found.count - unknown
  }

  private static func plain(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 == "|" ? "｜" : $0 })
  }

  /// The name for each blank, `?` where nobody knows, nothing where there is no blank.
  private static func guesses(
    of blanks: [DocumentBlank], _ known: [Form], _ counters: CounterTable
  ) -> [String?] {
    let forms = known.map(\.blanks)
    var used: Set<String> = []
    var last: String?
    return blanks.map { blank -> String? in
      if case .named(let name) = blank.kind { return name }
      let context = BlankContext(blank)
      if let head = head(context) { return used.insert(head).inserted ? head : nil }
      let matches = forms.flatMap(\.self).filter { candidate in
        if case .head = candidate.blank { return false }
        return candidate.context.agrees(with: context)
      }
      let guess =
        matches.first { !used.contains($0.blank.name) }?.blank.name
        ?? byWords(context, after: last, counters, used)
      guard let guess else { return blank.kind == .possible ? nil : "?" }
      used.insert(guess)
      last = guess
      return guess
    }
  }

  private static func head(_ context: BlankContext) -> String? {
    let label = String(BlankContext.plain(context.before).suffix(8))
    if label.hasSuffix("联系人") || label.hasSuffix("填报人") { return "form.contact" }
    if label.hasSuffix("电话") || label.hasSuffix("联系方式") { return "form.phone" }
    if label.hasSuffix("填报日期") || label.hasSuffix("填表日期") { return "form.date" }
    if label.hasSuffix("填报单位") || label.hasSuffix("填报单位盖章") || label.hasSuffix("单位盖章") {
      return "form.unit"
    }
    return nil
  }

  /// The counter of the right measure whose line's name has most in common with the words before; of what
  /// only says how many took part, the line before.
  private static func byWords(
    _ context: BlankContext, after last: String?, _ counters: CounterTable, _ used: Set<String>
  ) -> String? {
    let before = String(BlankContext.plain(context.before))
    let after = String(BlankContext.plain(context.after))
    func fits(_ counter: Counter) -> Bool {
      guard let measure = counters.unit(of: counter)?.measure, !used.contains(counter.description)
      else { return false }
      // 人 is not 人次.
      return after.hasPrefix(measure) && !(measure == "人" && after.hasPrefix("人次"))
    }
    if before.count <= 4, let line = last.flatMap(Counter.init)?.line {
      return counters.counters.first { $0.line == line && fits($0) }?.description
    }
    let scored = counters.counters.filter(fits).map { counter in
      let name = String(BlankContext.plain(counters.line(counter.line)?.name ?? ""))
      return (counter, common(name, before))
    }
    guard let best = scored.max(by: { $0.1 < $1.1 }), best.1 >= 3 else { return nil }
    return best.0.description
  }

  /// The length of the longest text that both have.
  private static func common(_ first: String, _ second: String) -> Int {
    let (first, second) = (Array(first), Array(second))
    var lengths = [Int](repeating: 0, count: second.count + 1)
    var longest = 0
    for character in first {
      var diagonal = 0
      for index in second.indices {
        let next = lengths[index + 1]
        lengths[index + 1] = second[index] == character ? diagonal + 1 : 0
        longest = max(longest, lengths[index + 1])
        diagonal = next
      }
    }
    return longest
  }
}
