package import Drills

/// What leaves an unplaced activity no placement, as people and programs read it.
package struct BlockingSet: Sendable {
  /// Minimal: drop any of them, and there is a placement.
  ///
  /// Nothing if there is one as things stand; none if there is none whatever is dropped.
  let reasons: [Explanation.Reason]?
  /// What of them fills one team or venue: so many are told in one line.
  private let crowds: [Explanation.Crowd]
  /// Rules that a person overrode, by the activity's id.
  private let overrides: [DutyID: Set<HardRule>]

  /// Fewer activities than this are told one by one.
  private static let fewestInOneLine = 4

  package init(
    _ reasons: [Explanation.Reason]?, crowds: [Explanation.Crowd] = [],
    overrides: [DutyID: Set<HardRule>]
  ) {
    self.reasons = reasons
    self.crowds = crowds.filter { $0.activities.count >= BlockingSet.fewestInOneLine }
    self.overrides = overrides
  }

  /// A heading, then a line for each reason; `isOpen`: for each activity too.
  func lines(in agenda: Agenda, _ words: Words, isOpen: Bool = false) -> [String] {
    let language = words.language
    guard let reasons else {
      return [
        language("现在有可用的时段：再运行 muster plan", "there is a place for it now: run `muster plan` again")
      ]
    }
    guard !reasons.isEmpty else {
      return [
        language(
          "排不上：无论放宽什么都没有可用的安排（muster check 说明缺什么）",
          "unplaced: nothing allows it whatever is dropped (`muster check` says what it lacks)")
      ]
    }
    let shown = isOpen ? [] : crowds
    let inOneLine = Set(shown.flatMap(\.activities))
    let single = reasons.filter {
      if case .activity(let id) = $0 { !inOneLine.contains(id) } else { true }
    }
    return [
      language(
        "排不上，因为下列各条同时成立（去掉任何一条就排得上）：",
        "unplaced, since all of this holds together (drop any one, and there is a placement):")
    ] + single.map { "  - " + text(of: $0, in: agenda, words) }
      + shown.map { "  - " + words.crowd($0, in: agenda.program) }
  }

  private func text(
    of reason: Explanation.Reason, in agenda: Agenda, _ words: Words
  ) -> String {
    switch reason {
    case .filter(let filter): return words.condition(filter)
    case .rule(let rule): return rule.word(in: words.language)
    case .crews(let team, let needed, let has):
      let name = agenda.program.teams[team]?.name ?? team
      return words.language(
        "\(name)只有 \(has) 个班组，它要 \(needed) 个",
        "\(name) has \(has) of the \(needed) crews that it takes")
    case .activity(let id):
      let name = agenda.activities[id].map { agenda.requirement(of: $0).name } ?? ""
      return "\(id)  \(words.marked(name, overrides[id] ?? []))"
    }
  }
}

extension BlockingSet: Encodable {
  private struct ReasonDocument: Encodable {
    let kind: String
    let name: String

    init(_ reason: Explanation.Reason) {
      switch reason {
      case .filter(let filter): (kind, name) = ("filter", "\(filter)")
      case .rule(let rule): (kind, name) = ("rule", rule.rawValue)
      case .crews(let team, _, _): (kind, name) = ("crews", team)
      case .activity(let id): (kind, name) = ("activity", id.text)
      }
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode((reasons ?? []).map(ReasonDocument.init))
  }
}
