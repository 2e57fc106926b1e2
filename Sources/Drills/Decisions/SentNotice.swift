/// That somebody was told what they had to hear.
package struct SentNotice: Hashable, Sendable {
  package enum How: String, CaseIterable, Sendable {
    /// The office marked it as sent.
    case sent
    /// They said themselves that they have it: 收到.
    case received
  }

  /// The id of the notice.
  package var notice: String
  /// What they were told: another text needs another notice.
  package var about: String
  /// The revision that was the newest then.
  package var revision: Int
  package var how = How.sent
  /// Who sent it, or who has it.
  package var sentBy: String
  /// Seconds since 1970.
  package var sentAt: Int

  package init(
    notice: String, about: String, revision: Int, how: How = .sent, sentBy: String, sentAt: Int
  ) {
    self.notice = notice
    self.about = about
    self.revision = revision
    self.how = how
    self.sentBy = sentBy
    self.sentAt = sentAt
  }
}
