import Drills

/// `any`, `workdays`, `weekends` or weekdays.
func readDays(_ items: [Written], _ findings: Findings) -> DayRule? {
  var weekdays: Set<Weekday> = []
  var rules: [(rule: DayRule, item: Written)] = []
  var isWhole = true
  for item in items.flatMap(\.items) {
    switch findings.value(of: item, DayWord.init(written:)) {
    case .rule(let rule): rules.append((rule, item))
    case .weekdays(let days): weekdays.formUnion(days)
    case nil: isWhole = false
    }
  }
  guard let (rule, item) = rules.first else {
    return isWhole && !weekdays.isEmpty ? .weekdays(weekdays) : nil
  }
  guard rules.count == 1, weekdays.isEmpty else {
    findings.report(.mixedDays(item.text), at: item.position)
    return nil
  }
  return rule
}

private enum DayWord {
  case rule(DayRule)
  case weekdays(Set<Weekday>)

  init(written text: String) throws(WorkspaceError.Reason) {
    switch text.tight {
    case "any", "任意", "不限", "每天", "每日", "全部", "全周": self = .rule(.any)
    case "workdays", "workday", "工作日": self = .rule(.workdays)
    case "weekends", "weekend", "周末": self = .rule(.weekends)
    default:
      if let weekday = Weekday(word: text) {
        self = .weekdays([weekday])
      } else if let range = Self.range(text) {
        self = .weekdays(range)
      } else {
        let rules: [WorkspaceError.Word] = [
          .init("any", "任意"), .init("workdays", "工作日"), .init("weekends", "周末"),
        ]
        throw .init(text, noneOf: rules + Weekday.allowed)
      }
    }
  }

  /// `周一至周五`, `mon-fri`; from a later to an earlier weekday it goes over the week's end.
  private static func range(_ text: String) -> Set<Weekday>? {
    guard let ends = text.rangeEnds, let first = Weekday(word: ends.first),
      let last = Weekday(word: ends.last)
    else { return nil }
    let days = Weekday.allCases
    let length = (last.index - first.index + 7) % 7
    return Set((0...length).map { days[(first.index + $0) % 7] })
  }
}
