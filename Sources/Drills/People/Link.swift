/// The address of a private feed, which whoever has it may read.
package struct Link: Hashable, Sendable {
  package struct Revocation: Hashable, Sendable {
    package var by: String
    package var at: Instant

    package init(by: String, at: Instant) {
      self.by = by
      self.at = at
    }
  }

  /// Counted from 1 in its office.
  package var number: Int
  /// 26 of `a-z2-7`.
  package let token: String
  /// Whether it is a feed of tasks; else of activities.
  package var isOfTasks: Bool
  /// Whose it is, whatever the year.
  package var feed: FeedID
  package var label: String
  package var madeBy: String
  package var madeAt: Instant
  package var revoked: Revocation?

  package init(
    number: Int = 0, token: String, isOfTasks: Bool = false, feed: FeedID, label: String,
    madeBy: String, madeAt: Instant, revoked: Revocation? = nil
  ) {
    self.number = number
    self.token = token
    self.isOfTasks = isOfTasks
    self.feed = feed
    self.label = label
    self.madeBy = madeBy
    self.madeAt = madeAt
    self.revoked = revoked
  }

  /// A token that nobody can guess: 128 random bits.
  package static func newToken(
    from random: inout some RandomNumberGenerator
  ) -> String {
    let signs = Array("abcdefghijklmnopqrstuvwxyz234567")
    // Five bits a sign; of the last sign three bits count.
    var bits = (0..<2).map { _ in UInt64.random(in: .min ... .max, using: &random) }
    var token = ""
    for _ in 0..<26 {
      token.append(signs[Int(bits[0] & 31)])
      bits[0] = bits[0] >> 5 | bits[1] << 59
      bits[1] >>= 5
    }
    return token
  }

  package static func isToken(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 26
      && text.utf8.allSatisfy { (97...122).contains($0) || (50...55).contains($0) }
  }
}

/// When a program last asked for a feed.
package struct Fetch: Hashable, Sendable {
  /// The beginning of the hour: more is nobody's business.
  package var hour: Instant
  /// The program's family, such as `iOS`.
  package var family: String

  package init(at instant: Instant, family: String) {
    hour = Instant(minutes: instant.minutes - (instant.minutes % 60 + 60) % 60)
    self.family = family
  }

  package init(hour: Instant, family: String) {
    self.hour = hour
    self.family = family
  }
}
