package import Drills

/// A sheet to hang up.
package enum PosterPaper: String, CaseIterable, Sendable {
  case a3, a4

  /// In units of which 96 are an inch.
  var size: (width: Int, height: Int) { self == .a3 ? (1587, 1122) : (1122, 793) }
}

extension Schedule {
  /// All days on one sheet: weeks as rows, each day with what it holds.
  package func poster(on paper: PosterPaper, in language: Language) -> Drawing {
    Poster(self, on: paper, Words(language)).drawing
  }

  /// A page that holds the drawing and prints on one sheet of that paper.
  package func posterPage(on paper: PosterPaper, in language: Language) -> String {
    let drawing = poster(on: paper, in: language)
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(HTML.escaped(title(language)))</title>
      <style>
      @page { size: \(paper.rawValue.uppercased()) landscape; margin: 0; }
      html, body { margin: 0; padding: 0; }
      svg { display: block; width: 100%; height: auto; }
      @media print { svg { width: 100vw; height: 99.5vh; } }
      @media screen and (max-width: 700px) { body { overflow-x: auto; } svg { width: 1100px; } }
      </style>
      </head>
      <body>
      \(drawing.svg)
      </body>
      </html>

      """
  }
}

/// Where everything stands on a poster, in letters as large as there is room for.
private struct Poster {
  /// One thing of a day, with a mark in the colour of its kind.
  private struct Line {
    let colour: String
    let rows: [String]
    /// It stands for what had no room.
    var isRest = false
  }

  private let schedule: Schedule
  private let words: Words
  private let width: Double
  private let height: Double
  /// Of what is drawn to what is drawn on A3.
  private let scale: Double
  private let margin = 26.0
  private let byDay: [Day: [PlanView.Entry]]
  private let mondays: [Day]
  private var program: Program { schedule.program }
  private let paper: PosterPaper

  init(_ schedule: Schedule, on paper: PosterPaper, _ words: Words) {
    self.schedule = schedule
    self.words = words
    self.paper = paper
    width = Double(paper.size.width)
    height = Double(paper.size.height)
    scale = width / 1587
    let held = schedule.entries.filter { $0.placement != nil }
    byDay = Dictionary(grouping: held) { $0.placement?.day ?? schedule.view.today }
    let days = byDay.keys.sorted()
    // Weeks in which nothing is held take no room.
    mondays = Set(days.map { $0 + -$0.weekday.index }).sorted()
  }

  var drawing: Drawing {
    var drawing = Drawing(width: paper.size.width, height: paper.size.height)
    let top = drawHeads(&drawing)
    let bottom = height - 34 * scale
    drawLegend(&drawing, at: height - 14 * scale)
    guard !mondays.isEmpty else { return drawing }
    let head = 22 * scale
    let column = (width - 2 * margin) / 7
    for (index, weekday) in Weekday.allCases.enumerated() {
      drawing.text(
        words.weekday(weekday), margin + (Double(index) + 0.5) * column, top + head - 6 * scale,
        size: 14 * scale, fill: "#5b636b", isBold: true, anchor: .middle)
    }
    let (size, weeks, heights) = layout(column: column, room: bottom - top - head)
    var y = top + head
    for (row, monday) in mondays.enumerated() {
      for offset in 0..<7 {
        draw(
          monday + offset, weeks[row][offset], at: margin + Double(offset) * column, y,
          column, heights[row], size: size, &drawing)
      }
      y += heights[row]
    }
    return drawing
  }

  /// - Returns: Where they end.
  private func drawHeads(_ drawing: inout Drawing) -> Double {
    let page = schedule.page(in: words.language)
    drawing.text(
      page.title, width / 2, 48 * scale, size: 34 * scale, anchor: .middle, isTitle: true)
    let line = ([page.period] + page.heads).joined(separator: "　　")
    let size = min(15 * scale, (width - 2 * margin) / (Double(line.displayWidth) * 0.56))
    drawing.text(line, width / 2, 74 * scale, size: size, fill: "#5b636b", anchor: .middle)
    return 84 * scale
  }

  private func drawLegend(_ drawing: inout Drawing, at y: Double) {
    var x = margin
    for kind in Requirement.Kind.allCases
    where schedule.entries.contains(where: { $0.requirement.kind == kind }) {
      drawing.box(x, y - 9 * scale, 5 * scale, 11 * scale, fill: Poster.colour(of: kind))
      let name = words.kind(kind)
      drawing.text(name, x + 9 * scale, y, size: 12 * scale, fill: "#5b636b")
      x += (Double(name.displayWidth) * 6.5 + 28) * scale
    }
    let unplaced = schedule.entries.count { $0.placement == nil }
    if unplaced > 0 {
      drawing.text(
        words.language("另有 \(unplaced) 项时间待定", "\(unplaced) more have no time yet"), x, y,
        size: 12 * scale, fill: "#a5231b")
    }
  }

  /// The largest letters in which every week has its room; of the same size with the units' names first.
  private func layout(
    column: Double, room: Double
  ) -> (size: Double, weeks: [[[Line]]], heights: [Double]) {
    let sizes = stride(from: 15.0, through: 8.0, by: -0.5).map { $0 * scale }
    let fine = sizes.filter { $0 >= 10 * scale }
    for (isDetailed, sizes) in [(true, fine), (false, sizes)] {
      for size in sizes {
        let weeks = weeks(column: column, size: size, isDetailed: isDetailed)
        let heights = weeks.map { height(of: $0, size: size) }
        let sum = heights.reduce(0, +)
        if sum <= room {
          let spare = (room - sum) / Double(heights.count)
          return (size, weeks, heights.map { $0 + spare })
        }
      }
    }
    // Not even so: each week its share, and a line that says how much is left out.
    let size = 8 * scale
    let share = room / Double(mondays.count)
    let rows = max(1, Int((share - dayHead(size)) / (size * Poster.leading)))
    let weeks = weeks(column: column, size: size, isDetailed: false).map { week in
      week.map { cut($0, to: rows) }
    }
    return (size, weeks, mondays.map { _ in share })
  }

  private func cut(_ lines: [Line], to rows: Int) -> [Line] {
    var kept: [Line] = []
    var used = 0
    for (index, line) in lines.enumerated() {
      let isLast = index == lines.count - 1
      if used + line.rows.count > (isLast ? rows : rows - 1) {
        let left = lines.count - index
        kept.append(
          Line(
            colour: "#6b6f74", rows: [words.language("另有 \(left) 项", "\(left) more")],
            isRest: true))
        break
      }
      kept.append(line)
      used += line.rows.count
    }
    return kept
  }

  private static let leading = 1.28

  private func dayHead(_ size: Double) -> Double { 18 * scale + size * 0.4 }

  private func height(of week: [[Line]], size: Double) -> Double {
    let rows = week.map { $0.reduce(0) { $0 + $1.rows.count } }.max() ?? 0
    return dayHead(size) + (Double(max(rows, 1)) + 0.4) * size * Poster.leading
  }

  private func weeks(column: Double, size: Double, isDetailed: Bool) -> [[[Line]]] {
    // Half an em a column; letters that are no Han characters are a little wider.
    let columns = max(4, Int((column - 16 * scale) / (size * 0.53)))
    return mondays.map { monday in
      (0..<7).map { lines(byDay[monday + $0] ?? [], columns: columns, isDetailed: isDetailed) }
    }
  }

  private func lines(
    _ entries: [PlanView.Entry], columns: Int, isDetailed: Bool
  ) -> [Line] {
    if schedule.scope != .office {
      return entries.sorted { start($0) < start($1) }.map { entry in
        let time = schedule.time(of: entry, words)
        let hour = entry.requirement.isAllDay ? time : String(time.prefix { $0 != "-" })
        let who =
          schedule.scope == .owner(entry.host) ? "" : " " + program.name(ofOwner: entry.host)
        let text = [hour, words.name(of: entry) + who].filter { !$0.isEmpty }
          .joined(separator: " ")
        return Line(
          colour: Poster.colour(of: entry.requirement.kind), rows: text.wrapped(toWidth: columns))
      }
    }
    let groups = Dictionary(grouping: entries, by: \.activity.requirement)
    return groups.sorted { $0.key < $1.key }.map { _, group in
      let first = group[0]
      let mark = OverrideMark.short
      var text = (group.contains { !$0.overrides.isEmpty } ? mark : "") + first.requirement.name
      let names = group.map { program.name(ofOwner: $0.host) }
      let isOffice = group.allSatisfy { $0.host == .organizer }
      if isDetailed, !isOffice {
        text +=
          names.count <= 3
          ? words.language("：", ": ") + names.joined(separator: words.language("、", ", "))
          : words.language("：\(names.count)家", ": \(names.count) units")
      } else if group.count > 1 {
        text += " ×\(group.count)"
      }
      return Line(
        colour: Poster.colour(of: first.requirement.kind), rows: text.wrapped(toWidth: columns))
    }
  }

  private func start(_ entry: PlanView.Entry) -> (Minute, Int) {
    (schedule.hidesHour(of: entry) ? 1440 : entry.placement?.start ?? 0, entry.number)
  }

  private func draw(
    _ day: Day, _ lines: [Line], at x: Double, _ y: Double, _ width: Double, _ height: Double,
    size: Double, _ drawing: inout Drawing
  ) {
    let isOff = program.dayKinds.isHoliday(day)
    let isRest = isOff || day.weekday.index >= 5 && !program.dayKinds.makeUpWorkdays.contains(day)
    drawing.box(x, y, width, height, fill: isRest ? "#f5f3ee" : "#ffffff", stroke: "#c9c4b8")
    let (_, month, number) = day.components
    let isFirst = number == 1 || day == mondays.first
    let name = isFirst ? words.date(day) : "\(number)"
    drawing.text(
      name, x + 6 * scale, y + 17 * scale, size: 15 * scale,
      fill: lines.isEmpty && month != mainMonth ? "#a9adb2" : "#1d2125", isBold: true)
    let mark =
      isOff
      ? words.language("休", "off")
      : program.dayKinds.makeUpWorkdays.contains(day) ? words.language("班", "work") : ""
    if !mark.isEmpty {
      drawing.text(
        mark, x + width - 6 * scale, y + 17 * scale, size: 12 * scale, fill: "#a5231b",
        anchor: .end)
    }
    var top = y + dayHead(size)
    for line in lines {
      let room = Double(line.rows.count) * size * Poster.leading
      drawing.box(x + 5 * scale, top + 1, 3 * scale, room - 2, fill: line.colour)
      for (index, row) in line.rows.enumerated() {
        drawing.text(
          row, x + 11 * scale, top + (Double(index) + 0.85) * size * Poster.leading, size: size)
      }
      top += room
    }
  }

  /// The month of most days that hold anything.
  private var mainMonth: Int {
    let months = Dictionary(grouping: byDay.keys) { $0.components.month }
    return months.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key ?? 0
  }

  private static func colour(of kind: Requirement.Kind) -> String {
    switch kind {
    case .drill: "#a5231b"
    case .event: "#2a6f3b"
    case .meeting: "#2f5d8a"
    case .campaign: "#8a5200"
    }
  }
}

extension Words {
  func kind(_ kind: Requirement.Kind) -> String {
    switch kind {
    case .drill: language("演练", "drill")
    case .event: language("活动", "event")
    case .meeting: language("会议", "meeting")
    case .campaign: language("行动", "campaign")
    }
  }
}
