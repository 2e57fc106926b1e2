package import Drills

/// The plan as text: a list by day, a month grid, and what one community or team does.
package struct PlanText {
  private let view: PlanView
  private let words: Words
  private let style: Style
  private var program: Program { view.agenda.program }

  package init(_ view: PlanView, language: Language, style: Style) {
    self.view = view
    words = Words(language)
    self.style = style
  }

  /// That it is a draft, if it is one.
  package var heading: [String] {
    words.unpublished(view.revision).map { [style.warning($0)] } ?? []
  }

  // MARK: List

  /// The entries by day and hour, each with its number, then what has no time.
  ///
  /// `width`: columns that there are; where a row needs more, its place stands on a line of its own.
  package func list(
    of entries: [PlanView.Entry], showsHost: Bool = true, width: Int? = nil
  ) -> [String] {
    var lines: [String] = []
    let timed = entries.filter { isHeld($0) }
    let byDay = Dictionary(grouping: timed) { $0.placement?.day ?? view.today }
    for day in byDay.keys.sorted() {
      let held = (byDay[day] ?? []).sorted {
        ($0.placement?.start ?? 0, $0.number) < ($1.placement?.start ?? 0, $1.number)
      }
      lines.append(style.heading(words.day(day)))
      lines += table(held.map { row($0, showsHost: showsHost) }, of: held, width)
    }
    for status in [ActivityStatus.unplaced, .cancelled] {
      let others = entries.filter { $0.status == status }
      guard !others.isEmpty else { continue }
      lines.append(style.heading(words.status(status)))
      lines += table(others.map { row($0, showsHost: showsHost) }, of: others, width)
      if others.contains(where: \.isLost) { lines.append(style.dimmed("  " + words.lostTitle)) }
    }
    return lines
  }

  private func isHeld(_ entry: PlanView.Entry) -> Bool {
    entry.placement != nil && entry.status != .cancelled
  }

  private func row(_ entry: PlanView.Entry, showsHost: Bool) -> [String] {
    var cells = ["  \(entry.number)", time(of: entry)]
    if showsHost { cells.append(hostName(entry.host)) }
    cells.append(entry.requirement.name)
    cells.append(entry.placement.map(place) ?? "")
    cells.append(words.status(of: entry))
    return cells
  }

  private func table(
    _ rows: [[String]], of entries: [PlanView.Entry], _ width: Int?
  ) -> [String] {
    guard let columns = rows.first?.count else { return [] }
    func lines(_ rows: [[String]], columns: Int) -> [String] {
      var table = TextTable([.right] + Array(repeating: .left, count: columns - 1))
      for row in rows { table.append(row) }
      return table.lines(width: width)
    }
    let isWide =
      width.map { width in
        var table = TextTable([.right] + Array(repeating: .left, count: columns - 1))
        for row in rows { table.append(row) }
        return table.lines().contains { $0.displayWidth > width }
      } ?? false
    // The place is the last but one.
    let kept = isWide ? rows.map { $0.dropLast(2) + $0.suffix(1) } : rows
    let heads = lines(kept.map { Array($0) }, columns: columns - (isWide ? 1 : 0))
    return zip(heads, zip(rows, entries)).flatMap { line, row in
      let place = isWide ? row.0[columns - 2] : ""
      func under(_ text: String) -> [String] {
        let parts = width.map { text.wrapped(toWidth: $0 - 8) } ?? [text]
        return parts.map { style.dimmed("        \($0)") }
      }
      return [style.coloured(line, for: row.1.status)] + (place.isEmpty ? [] : under(place))
        + words.roles(in: row.1.requirement).flatMap(under)
    }
  }

  private func time(of entry: PlanView.Entry) -> String {
    guard let placement = entry.placement, isHeld(entry) else { return "" }
    if entry.requirement.isAllDay { return words.language("全天", "all day") }
    return program.zone.hours(from: placement.moment, for: entry.requirement.length).description
  }

  private func place(_ placement: Placement) -> String {
    let venue = placement.venue.map { program.venues[$0]?.name ?? $0 }
    let teams = placement.teams.sorted { $0.key < $1.key }
      .map { program.teams[$0.value]?.name ?? $0.value }
    return ([venue].compactMap(\.self) + teams).joined(separator: " · ")
  }

  private func hostName(_ owner: OwnerID) -> String {
    owner == .organizer ? words.organizer() : program.name(ofOwner: owner)
  }

  // MARK: Month grid

  /// A page for each month that the plan touches: weeks as rows, each day with what it holds.
  package func monthGrid(of entries: [PlanView.Entry], columns: Int = 80) -> [String] {
    let held = entries.filter(isHeld)
    let byDay = Dictionary(grouping: held) { $0.placement?.day ?? view.today }
    let days = byDay.keys
    guard let first = days.min(), let last = days.max() else { return [] }
    let width = max(9, (columns - 1) / 7 - 1)
    var lines: [String] = []
    var month = first + (1 - first.components.day)
    while month <= last {
      let (year, number, _) = month.components
      let end = month + (Day.length(ofMonth: number, year: year) - 1)
      if days.contains(where: { (month...end).contains($0) }) {
        if !lines.isEmpty { lines.append("") }
        lines.append(style.heading(words.month(year: year, month: number)))
        lines += grid(of: month...end, byDay, width: width)
      }
      month = end + 1
    }
    return lines + legend(held, width: columns)
  }

  /// What the mark in the grid stands for, a line for each activity.
  private func legend(_ entries: [PlanView.Entry], width: Int) -> [String] {
    let marked = entries.filter { !$0.overrides.isEmpty }
    guard !marked.isEmpty else { return [] }
    return [""]
      + marked.map { entry in
        let day = entry.placement.map { words.day($0.day) } ?? ""
        return "\(OverrideMark.short) \(day)  \(entry.activity.id)  \(words.name(of: entry))"
          .truncated(toWidth: width)
      }
  }

  private func grid(
    of month: ClosedRange<Day>, _ byDay: [Day: [PlanView.Entry]], width: Int
  ) -> [String] {
    var lines = [row(Weekday.allCases.map(words.weekday), width: width, style.dimmed)]
    var monday = month.lowerBound + -month.lowerBound.weekday.index
    while monday <= month.upperBound {
      let cells = (0..<7).map { offset -> [String] in
        let day = monday + offset
        guard month.contains(day) else { return [] }
        return cell(of: day, byDay[day] ?? [])
      }
      let height = cells.map(\.count).max() ?? 0
      for line in 0..<height {
        lines.append(
          row(
            cells.map { line < $0.count ? $0[line] : "" }, width: width,
            line == 0 ? style.heading : { $0 }))
      }
      monday = monday + 7
    }
    return lines
  }

  /// The day's number, then each kind of activity with how many there are of it.
  private func cell(of day: Day, _ entries: [PlanView.Entry]) -> [String] {
    let isOff = program.dayKinds.isHoliday(day)
    let isMakeUp = program.dayKinds.makeUpWorkdays.contains(day)
    let mark = isOff ? words.language("休", "off") : isMakeUp ? words.language("班", "work") : ""
    let head = [String(day.components.day), mark].filter { !$0.isEmpty }.joined(separator: " ")
    let counts = Dictionary(grouping: entries, by: \.activity.requirement)
    let lines = counts.sorted { $0.key < $1.key }.map { _, group in
      let mark = group.contains { !$0.overrides.isEmpty } ? OverrideMark.short : ""
      let name = mark + (group.first?.requirement.name ?? "")
      return group.count == 1 ? name : "\(group.count)×\(name)"
    }
    return [head] + lines
  }

  private func row(_ cells: [String], width: Int, _ paint: (String) -> String) -> String {
    var line = cells.map { $0.truncated(toWidth: width).padded(toWidth: width) }
      .joined(separator: " ")
    while line.last == " " { line.removeLast() }
    return paint(line)
  }
}
