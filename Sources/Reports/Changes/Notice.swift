package import Drills

/// That somebody must be told something, by the end of a day.
package struct Notice: Sendable {
  package enum Kind: String, Sendable {
    /// Asked for by `notices:`, so many working days before.
    case letter
    /// The plan changed since they were told last.
    case change
  }

  package let id: NoticeID
  package let kind: Kind
  /// Whom to tell, by name.
  package let to: String
  package let by: Day
  /// Ids of the activities that it is about.
  package let activities: [DutyID]
  /// What the record keeps of it: another text is another notice.
  package let about: String
  /// Ready to paste in a chat, in the plan's language.
  package let message: String
  /// A sentence for each activity, for a chat group or an SMS.
  package let short: [String]
  /// Whom to call; for the office's eyes alone.
  package let calls: [Call]
  /// The chat group that it is told in.
  package let group: Group

  /// Somebody of the tables with a name or a phone.
  package struct Call: Hashable, Sendable {
    package let who: String
    package let name: String
    package let phone: String

    init?(_ who: String, _ contact: Contact?) {
      guard let contact, !contact.name.isEmpty || !contact.phone.isEmpty else { return nil }
      (self.who, name, phone) = (who, contact.name, contact.phone)
    }
  }
  package enum Group: Hashable, Sendable {
    case communities, venues, teams
    /// Those that a letter is to.
    case others(String)

    package func name(in language: Language) -> String {
      switch self {
      case .communities: language("各社区（村）", "communities")
      case .venues: language("各场地", "venues")
      case .teams: language("各队伍", "teams")
      case .others(let name): name
      }
    }
  }

  package func isLate(on today: Day) -> Bool { by < today }
}

/// Who must be told what by when.
package struct NoticeBook: Sendable {
  /// What somebody was told last: a revision's plan.
  package struct Told: Sendable {
    package let revision: Int
    package let side: PlanDiff.Side

    package init(revision: Int, side: PlanDiff.Side) {
      self.revision = revision
      self.side = side
    }
  }

  /// What is still to be told, the most pressing first.
  package let notices: [Notice]

  /// - Parameters:
  ///   - view: The plan as it is now, or as it would be.
  ///   - sent: In the order sent.
  ///   - baselines: The first revision, and each that something was sent under.
  package init(_ view: PlanView, sent: [SentNotice], baselines: [Told]) {
    let letters = Letter.all(in: view, sent: sent).map { $0.notice(in: view) }
    let changes = ChangeNotices(view, sent: sent, baselines: baselines).notices()
    notices = (letters + changes).enumerated().sorted {
      ($0.element.by, $0.offset) < ($1.element.by, $1.offset)
    }.map(\.element)
  }
}
