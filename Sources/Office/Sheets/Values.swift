package import Drills
internal import Foundation
internal import Workspace

/// What people write where something was done, in a cell or behind a flag: taken as it is meant, in
/// either language.
extension Assignment {
  package init?(written text: String) {
    let parts = text.replacing("＝", with: "=").split(
      separator: "=", omittingEmptySubsequences: false
    ).map(String.init)
    guard parts.count == 2,
      let number = try? readInteger(parts[1], in: 0...Count.most, of: .people)
    else { return nil }
    self.init(parts[0].trimmingCharacters(in: .whitespaces), number)
    if name.isEmpty { return nil }
  }
}

extension Day {
  /// Reads what people and spreadsheets make of dates, as tables do.
  package init?(written text: String) {
    guard let day = try? DateReader().day(text) else { return nil }
    self = day
  }
}

extension ClosedRange<Day> {
  /// A day, or a range of days `2024-06-07..2024-06-13`.
  package init?(written text: String) {
    guard let days = try? DateReader().days(text) else { return nil }
    self = days
  }
}

/// A time of day such as `09:05`, `9：05` or `上午9点`.
package func clockMinute(_ text: String) -> Minute? { try? readClock(text) }

/// The seconds of a length of time such as `20s`, `5分钟`, `1h30min`, `4m20s`.
package func durationSeconds(_ text: String) -> Int? { try? readSeconds(text) }
