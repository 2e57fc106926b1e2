/// That somebody was told what they had to hear.
package struct SentNotice: Hashable, Sendable {
  package enum How: String, CaseIterable, Sendable {
    /// The office marked it as sent.
    case sent
    /// They said themselves that they have it: 收到.
    case received
  }

  package var notice: NoticeID
  /// What they were told: another text needs another notice.
  package var about: String
  /// The revision that was the newest then.
  package var revision: Int
  package var how = How.sent
  /// Who sent it, or who has it.
  package var sentBy: String
  package var sentAt: Instant

  package init(
    notice: NoticeID, about: String, revision: Int, how: How = .sent, sentBy: String,
    sentAt: Instant
  ) {
    self.notice = notice
    self.about = about
    self.revision = revision
    self.how = how
    self.sentBy = sentBy
    self.sentAt = sentAt
  }
}
