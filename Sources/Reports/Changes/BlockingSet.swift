package import Drills

/// What leaves an unplaced activity no placement, as people and programs read it.
package struct BlockingSet: Sendable {
  /// Minimal: drop any of them, and there is a placement.
  ///
  /// Nothing if there is one as things stand; none if there is none whatever is dropped.
  let reasons: [Explanation.Reason]?
  /// Rules that a person overrode, by the activity's id.
  private let overrides: [DutyID: Set<HardRule>]

  package init(_ reasons: [Explanation.Reason]?, overrides: [DutyID: Set<HardRule>]) {
    self.reasons = reasons
    self.overrides = overrides
  }

  /// A heading, then a line for each reason.
  func lines(in agenda: Agenda, _ words: Words) -> [String] {
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
    return [
      language(
        "排不上，因为下列各条同时成立（去掉任何一条就排得上）：",
        "unplaced, since all of this holds together (drop any one, and there is a placement):")
    ] + reasons.map { "  - " + text(of: $0, in: agenda, words) }
  }

  private func text(
    of reason: Explanation.Reason, in agenda: Agenda, _ words: Words
  ) -> String {
    switch reason {
    case .filter(let filter): return words.condition(filter)
    case .rule(let rule): return rule.word(in: words.language)
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
      case .activity(let id): (kind, name) = ("activity", id.text)
      }
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode((reasons ?? []).map(ReasonDocument.init))
  }
}
