package import Documents
package import Drills

/// A form of ours beside somebody else's document: which blank is which.
package struct FormPairing: Sendable {
  package struct Pair: Hashable, Sendable {
    package let blank: Form.Blank
    package let form: BlankContext
    package let document: BlankContext
    /// Among the document's blanks.
    package let index: Int
  }
  /// Where the two do not say the same.
  package enum Difference: Hashable, Sendable {
    /// The form has a blank and the document none; with the document's next.
    case missing(Form.Blank, BlankContext, next: BlankContext?)
    /// The document has a blank and the form none; with the form's next.
    case extra(BlankContext, next: BlankContext?)
    case words(Form.Blank, form: BlankContext, document: BlankContext)
    /// `{{name}}` of which nobody knows what is meant.
    case unknownName(String, BlankContext)
  }

  package private(set) var pairs: [Pair] = []
  /// In reading order.
  package private(set) var differences: [Difference] = []
  /// Blanks that have no other, and need one: the form's or the document's.
  private var leftOut: [(Form.Blank?, BlankContext?, BlankContext?)] = []

  /// Costs of the alignment: what agrees costs nothing, and what is left out more than what differs.
  private static let different = 20
  private static let leftOut = 30
  private static let mayBeLeftOut = 5
  /// The official 附件2 prints its unit, 篇次, without a blank.
  private static let unprinted = Counter(line: "media-report", unit: "reports")

  /// `agreed`: pairs of words that the planner said are the same.
  package init(
    _ form: Form, _ blanks: [DocumentBlank], counters: CounterTable,
    agreed: Set<AgreedPair> = []
  ) {
    var own = form.blanks
    var others: [(index: Int, blank: DocumentBlank)] = []
    for (index, blank) in blanks.enumerated() {
      guard case .named(let name) = blank.kind else {
        others.append((index, blank))
        continue
      }
      guard let meant = Form.blank(name, counters) else {
        differences.append(.unknownName(name, BlankContext(blank)))
        continue
      }
      let place = own.firstIndex { $0.blank == meant }
      let context = place.map { own.remove(at: $0).context }
      pairs.append(
        Pair(
          blank: meant, form: context ?? BlankContext(blank), document: BlankContext(blank),
          index: index))
    }
    align(own, others, agreed)
    pairs.sort { $0.index < $1.index }
  }

  private mutating func align(
    _ own: [FormBlank], _ others: [(index: Int, blank: DocumentBlank)], _ agreed: Set<AgreedPair>
  ) {
    func agrees(_ mine: FormBlank, _ other: DocumentBlank) -> Bool {
      let context = BlankContext(other)
      return mine.context.agrees(with: context)
        || agreed.contains(AgreedPair(mine.blank, mine.context, context))
    }
    func isHead(_ blank: FormBlank) -> Bool { if case .head = blank.blank { true } else { false } }
    func mayBeLeftOut(_ mine: FormBlank) -> Bool {
      isHead(mine) || mine.blank == .counter(FormPairing.unprinted)
        || agreed.contains(AgreedPair(mine.blank, mine.context, nil))
    }
    func mayBeLeftOut(_ other: DocumentBlank) -> Bool {
      other.kind == .possible || agreed.contains(AgreedPair(nil, nil, BlankContext(other)))
    }
    func cost(of mine: FormBlank) -> Int {
      mayBeLeftOut(mine) ? FormPairing.mayBeLeftOut : FormPairing.leftOut
    }
    func cost(of other: DocumentBlank) -> Int { mayBeLeftOut(other) ? 0 : FormPairing.leftOut }
    func cost(of mine: FormBlank, _ other: DocumentBlank) -> Int? {
      if agrees(mine, other) { return 0 }
      return isHead(mine) || other.kind == .possible ? nil : FormPairing.different
    }
    // The least cost from each place to the end.
    var best = Array(
      repeating: Array(repeating: 0, count: others.count + 1), count: own.count + 1)
    for first in stride(from: own.count, through: 0, by: -1) {
      for second in stride(from: others.count, through: 0, by: -1) {
        if first == own.count, second == others.count { continue }
        var least = Int.max
        if first < own.count { least = best[first + 1][second] + cost(of: own[first]) }
        if second < others.count {
          least = min(least, best[first][second + 1] + cost(of: others[second].blank))
        }
        if first < own.count, second < others.count,
          let both = cost(of: own[first], others[second].blank)
        {
          least = min(least, best[first + 1][second + 1] + both)
        }
        best[first][second] = least
      }
    }
    var (first, second) = (0, 0)
    while first < own.count || second < others.count {
      if first < own.count, second < others.count,
        let both = cost(of: own[first], others[second].blank),
        best[first][second] == best[first + 1][second + 1] + both
      {
        pair(own[first], others[second], isSame: both == 0)
        (first, second) = (first + 1, second + 1)
      } else if second < others.count,
        best[first][second] == best[first][second + 1] + cost(of: others[second].blank)
      {
        if others[second].blank.kind != .possible {
          leftOut.append((nil, nil, BlankContext(others[second].blank)))
        }
        if !mayBeLeftOut(others[second].blank) {
          differences.append(
            .extra(
              BlankContext(others[second].blank),
              next: first < own.count ? own[first].context : nil))
        }
        second += 1
      } else {
        if !isHead(own[first]) { leftOut.append((own[first].blank, own[first].context, nil)) }
        if !mayBeLeftOut(own[first]) {
          let next = others[second...].first { $0.blank.kind != .possible }
          differences.append(
            .missing(
              own[first].blank, own[first].context, next: next.map { BlankContext($0.blank) }))
        }
        first += 1
      }
    }
  }

  private mutating func pair(
    _ mine: FormBlank, _ other: (index: Int, blank: DocumentBlank), isSame: Bool
  ) {
    let context = BlankContext(other.blank)
    pairs.append(
      Pair(blank: mine.blank, form: mine.context, document: context, index: other.index))
    if !isSame {
      differences.append(.words(mine.blank, form: mine.context, document: context))
    }
  }

  /// What each blank of the document is filled with.
  package func texts(of filling: FormFilling) -> [Int: String] {
    Dictionary(
      pairs.map { ($0.index, filling.text($0.blank)) }, uniquingKeysWith: { first, _ in first })
  }
}

/// That the planner looked at two blanks and said that they are one.
package struct AgreedPair: Hashable, Sendable {
  package let blank: String
  package let form: String
  package let document: String

  /// Nothing: one of the two has no blank there.
  init(_ blank: Form.Blank?, _ form: BlankContext?, _ document: BlankContext?) {
    self.blank = blank?.name ?? ""
    self.form = form?.words ?? ""
    self.document = document?.words ?? ""
  }

  /// A line of a `.map`; nothing of what is none.
  package init?(line: String) {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else { return nil }
    (blank, form, document) = (parts[0], parts[1], parts[2])
  }

  package var line: String { "\(blank)\t\(form)\t\(document)" }
}

extension FormPairing {
  /// What the planner agrees to: which blanks are the same, then which have no other.
  package var agreed: [AgreedPair] {
    pairs.map { AgreedPair($0.blank, $0.form, $0.document) }
      + leftOut.map { AgreedPair($0.0, $0.1, $0.2) }
  }
}

extension Form.Blank {
  /// As it is written between braces.
  package var name: String {
    switch self {
    case .counter(let counter): counter.description
    case .head(let head): "form.\(head.rawValue)"
    }
  }
}

extension FormPairing.Difference {
  package func text(in language: Language) -> String {
    switch self {
    case .missing(let blank, let words, let next):
      let there = next.map(\.words) ?? language("（已到结尾）", "(its end)")
      return language(
        "少一处空：表样 \(blank.name) “\(words.words)”；文件里这里是 “\(there)”",
        "a blank is missing: the form has \(blank.name) “\(words.words)”; the file has “\(there)” there"
      )
    case .extra(let words, let next):
      let there = next.map(\.words) ?? language("（已到结尾）", "(its end)")
      return language(
        "多一处空：文件 “\(words.words)”；表样这里是 “\(there)”",
        "a blank too many: the file has “\(words.words)”; the form has “\(there)” there")
    case .words(let blank, let form, let document):
      return language(
        "前后的字不一样：表样 \(blank.name) “\(form.words)”；文件 “\(document.words)”",
        "other words: the form has \(blank.name) “\(form.words)”; the file “\(document.words)”")
    case .unknownName(let name, let words):
      return language(
        "不认识“{{\(name)}}”：文件 “\(words.words)”", "nobody knows '{{\(name)}}': “\(words.words)”")
    }
  }
}
