/// The name of a duty: of an activity, a task or a campaign run.
///
/// The only place that writes or reads `owner/rule[/venue][/span][/occurrence]`. The domain makes an id of
/// its parts. Of text alone only owner and rule can be told, since a venue may be called `2`, or like a
/// day; whoever needs more looks the id up among those that the domain made. Whatever stands in an old
/// record is kept as it is: text that no duty has is an id that nothing is found by.
package struct DutyID: WrittenID {
  /// The stretch of days, or the nominal day, that tells apart what recurs.
  package enum Span: Hashable, Sendable {
    /// Of a task: by when it is due before any shift around holidays.
    case day(Day)
    /// A reporting week, by the reporting day that it ends on.
    case week(ending: Day)
    case month(Int, year: Int)
    /// Counted from 1.
    case quarter(Int, year: Int)

    fileprivate var text: String {
      switch self {
      case .day(let day), .week(let day): day.description
      case .month(let month, let year): "\(padded(year, to: 4))-\(padded(month, to: 2))"
      case .quarter(let quarter, let year): "\(padded(year, to: 4))-q\(quarter)"
      }
    }
  }

  /// The host of an activity, who owes a task or runs a campaign.
  package var owner: OwnerID { OwnerID(String(text.prefix { $0 != "/" })) }

  /// The id of the requirement, the deadline or the campaign.
  package var rule: String? {
    let parts = text.split(separator: "/", maxSplits: 2)
    return parts.count > 1 ? String(parts[1]) : nil
  }

  package let text: String

  package init(_ text: String) { self.text = text }

  /// - Parameters:
  ///   - owner: The host of an activity, who owes a task or runs a campaign.
  ///   - rule: The id of the requirement, the deadline or the campaign.
  ///   - venue: Its id, where there is a duty for each venue.
  ///   - span: Where there is one for each.
  ///   - occurrence: Counted from 1, where there are several.
  package init(
    owner: OwnerID, rule: String, venue: String? = nil, span: Span? = nil, occurrence: Int? = nil
  ) {
    let parts = [owner.text, rule, venue, span?.text, occurrence.map { "\($0)" }]
    text = parts.compactMap(\.self).joined(separator: "/")
  }
}

extension DutyID {
  /// What the duties of several owners have in common that are done at once, by a joint drill:
  /// `rule[/span]`.
  package struct Series: WrittenID {
    package let text: String

    package init(_ text: String) { self.text = text }

    package init(rule: String, span: Span?) {
      text = [rule, span?.text].compactMap(\.self).joined(separator: "/")
    }
  }
}
