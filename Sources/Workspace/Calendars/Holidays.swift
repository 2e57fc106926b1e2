import Drills
import ICalendar

/// What one source says of days that are not what their weekday makes them.
struct DayMarks {
  var holidays: Set<Day> = []
  var makeUpWorkdays: Set<Day> = []
  /// The line of the event that marked a day first.
  private(set) var lines: [Day: Int] = [:]

  init() {}

  /// Reads the events of a holiday calendar; those that say nothing of days are handed to
  /// `isNoHoliday`.
  init(
    _ events: [ImportedEvent], within window: ClosedRange<Day>,
    isNoHoliday: (ImportedEvent) -> Void
  ) {
    // Apple's own calendars hold festivals beside holidays, and say which is which.
    let saysWhich = events.contains { !$0.specialDay.isEmpty }
    for event in events where !event.isCancelled {
      let isMakeUp = saysWhich ? event.specialDay.hasSuffix("WORKDAY") : event.isMakeUpWorkday
      if saysWhich, !isMakeUp, !event.specialDay.hasSuffix("HOLIDAY") { continue }
      var days = Set(united(event.occurrences.compactMap { $0.days(within: window) }).joined())
      if isMakeUp { days.formUnion(event.occurrences.flatMap { $0.hoursDays(within: window) }) }
      if days.isEmpty, !event.occurrences.isEmpty {
        isNoHoliday(event)
        continue
      }
      for day in days where lines[day] == nil { lines[day] = event.line }
      if isMakeUp { makeUpWorkdays.formUnion(days) } else { holidays.formUnion(days) }
    }
  }
}

extension Occurrence {
  /// The days that an occurrence with hours touches.
  fileprivate func hoursDays(within window: ClosedRange<Day>) -> [Day] {
    guard case .timed(let start, let end) = self else { return [] }
    let last = end.secondOfDay == 0 && end > start ? Day(end.date) + -1 : Day(end.date)
    let first = max(Day(start.date), window.lowerBound)
    let latest = min(last, window.upperBound)
    return first <= latest ? Array(first...latest) : []
  }
}

extension ImportedEvent {
  fileprivate var isMakeUpWorkday: Bool {
    let words = ["makeup-workday", "businessday", "workingday", "补班"]
    return categories.contains { category in
      words.contains(category.halfWidth.lowercased().filter { !$0.isWhitespace })
    } || MakeUpTitle(summary).saysSo
  }
}

/// Whether the title of an event makes its day a working day.
///
/// Of a make-up day programs say 班 in brackets or set apart, 补班, 调休上班 and the like; 不上班, 值班 and
/// 加班 are none.
struct MakeUpTitle {
  private let title: String

  init(_ title: String) { self.title = title.halfWidth.lowercased() }

  var saysSo: Bool {
    if ["不补班", "无补班", "无需补班", "不用补班", "non-working", "nonworking"].contains(where: title.contains) {
      return false
    }
    let strong = ["补班", "调班", "调休上班", "调休工作日", "working day", "make-up work", "makeup work"]
    if strong.contains(where: title.contains) || isSetApart("班") || isBracketed("补") { return true }
    let denied = ["不上班", "不用上班", "无需上班", "放假", "休息", "休假", "假期", "值班", "加班", "免上班"]
    return ["上班", "调休"].contains(where: title.contains) && !denied.contains(where: title.contains)
  }

  /// Whether the word stands alone: no letter, digit or Chinese character on either side.
  private func isSetApart(_ word: Character) -> Bool {
    let characters = Array(title)
    return characters.indices.contains { index in
      guard characters[index] == word else { return false }
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      return !before.isWordPart && !after.isWordPart || before == "节" && !after.isWordPart
    }
  }

  private func isBracketed(_ word: Character) -> Bool {
    let characters = Array(title)
    guard characters.count > 2 else { return false }
    return (1..<characters.count - 1).contains { index in
      characters[index] == word && "([【「『〔〖{<《".contains(characters[index - 1])
        && ")]】」』〕〗}>》".contains(characters[index + 1])
    }
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }
}
