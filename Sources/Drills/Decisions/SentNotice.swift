/// That somebody was told what they had to hear.
package struct SentNotice: Hashable, Sendable {
  package var notice: NoticeID
  /// What they were told: another text needs another notice.
  package var about: String
  /// The revision that was the newest then.
  package var revision: Int
  package var sentBy: String
  package var sentAt: Instant

  package init(notice: NoticeID, about: String, revision: Int, sentBy: String, sentAt: Instant) {
    self.notice = notice
    self.about = about
    self.revision = revision
    self.sentBy = sentBy
    self.sentAt = sentAt
  }
}
