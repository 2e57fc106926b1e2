import Drills

/// `any`, `workdays`, `weekends` or weekdays.
func readDays(_ items: [Written], _ findings: Findings) -> DayRule? {
  var weekdays: Set<Weekday> = []
  var rules: [(rule: DayRule, item: Written)] = []
  var isWhole = true
  for item in items.flatMap(\.items) {
    switch findings.value(of: item, DayWord.init(written:)) {
    case .rule(let rule): rules.append((rule, item))
    case .weekday(let weekday): weekdays.insert(weekday)
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
  case weekday(Weekday)

  init(written text: String) throws(WorkspaceError.Reason) {
    switch text {
    case "any", "任意", "不限": self = .rule(.any)
    case "workdays", "工作日": self = .rule(.workdays)
    case "weekends", "周末": self = .rule(.weekends)
    default:
      guard let weekday = Weekday(word: text) else {
        let rules: [WorkspaceError.Word] = [
          .init("any", "任意"), .init("workdays", "工作日"), .init("weekends", "周末"),
        ]
        throw .init(text, noneOf: rules + Weekday.allowed)
      }
      self = .weekday(weekday)
    }
  }
}
