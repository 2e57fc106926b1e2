/// The name of an event in feeds and in the record: a duty's id, and which part of it the event tells.
///
/// The only place that writes or reads UIDs.
package struct EventID: WrittenID {
  /// What of a campaign or a deadline has an event of its own.
  package enum Part: String, CaseIterable, Sendable {
    case campaign, start, end, due
  }

  package let text: String

  package init(_ text: String) { self.text = text }

  /// Of an activity, or of the task of a deadline.
  package init(_ duty: DutyID) { text = duty.text }

  package init(_ part: Part, of duty: DutyID) { text = "\(duty)-\(part.rawValue)" }

  /// Whose event it is.
  ///
  /// `tellsPart`: it is a campaign's or a deadline's, which no text shows: an activity's may end alike.
  package func duty(tellsPart: Bool) -> DutyID {
    guard tellsPart, let end = text.lastIndex(of: "-") else { return DutyID(text) }
    return DutyID(String(text[..<end]))
  }
}

extension EventID {
  /// Nothing for another program's.
  package init?(uid: String, of plan: String) {
    let domain = EventID.domain(of: plan)
    guard uid.hasSuffix(domain) else { return nil }
    self.init(String(uid.dropLast(domain.count)))
  }

  package func uid(of plan: String) -> String { text + EventID.domain(of: plan) }

  private static func domain(of plan: String) -> String { "@\(plan).muster.invalid" }
}
