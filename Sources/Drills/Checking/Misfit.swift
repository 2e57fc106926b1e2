/// Activities of one community, or of the organizer, that cannot all be held, however everything else
/// is planned.
package struct Misfit: Hashable, Sendable {
  package enum Lack: Hashable, Sendable {
    /// So many of one requirement so many days apart take more days than there are.
    case apart(count: Int, days: Int, needed: Int, available: Int)
    /// So many of one requirement so many days apart: only some of them find a day.
    case fewDays(count: Int, days: Int, fitting: Int)
    /// The second cannot be so many days after the first: at most so many.
    case order(days: Int, available: Int)
    /// On all the days that they could be on, so many may begin.
    case daily(limit: Int, days: Int, most: Int)
    /// They take more minutes than there are.
    case hours(asked: Minute, available: Minute)
    /// None of these alone.
    case together
  }

  package let host: Host
  /// Ids, in the agenda's order; where the order is what fails, what comes first, then what follows it.
  ///
  /// Without any one of them the rest fits.
  package let activities: [DutyID]
  package let lack: Lack

  package init(host: Host, activities: [DutyID], lack: Lack) {
    self.host = host
    self.activities = activities
    self.lack = lack
  }
}
