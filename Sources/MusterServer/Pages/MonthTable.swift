internal import Drills
internal import Feeds
internal import Office
internal import Reports

/// A month as weeks of days; on a phone the days with anything in them, one below the other.
struct MonthTable {
  /// What is the same on one day: one link for a name, whoever holds it.
  struct Group {
    let name: String
    let state: ShownState
    let held: [Announcement]
  }

  let page: PlanPage
  /// How many lines of a day are shown at most; nothing: all.
  var most: Int?
  /// Whether it hangs on a wall, where every day becomes today.
  var isPrinted = false
  private var source: PageSource { page.source }

  /// In order of start.
  var groupsByDay: [Day: [Group]] {
    Dictionary(grouping: page.shown, by: \.days.lowerBound).mapValues { held in
      var groups: [(key: String, held: [Announcement])] = []
      for announcement in held {
        let key = "\(state(of: announcement))\(announcement.named(page.language))"
        if let index = groups.firstIndex(where: { $0.key == key }) {
          groups[index].held.append(announcement)
        } else {
          groups.append((key, [announcement]))
        }
      }
      return groups.map { group in
        Group(
          name: group.held[0].named(page.language),
          state: state(of: group.held[0]), held: group.held)
      }
    }
  }

  private func state(of announcement: Announcement) -> ShownState {
    let state = ShownState(announcement, on: source.today)
    guard isPrinted, state == .today else { return state }
    return announcement.moved == nil ? .planned : .moved
  }

  private func isNow(_ day: Day) -> Bool { !isPrinted && day == source.today }

  var weeks: [[Day]] {
    guard let days = page.month.days else { return [] }
    let first = days.lowerBound + -days.lowerBound.weekday.index
    return stride(from: first, through: days.upperBound, by: 7).map { monday in
      (0..<7).map { monday + $0 }
    }
  }

  var table: Markup {
    let groups = groupsByDay
    return tag("table", .style("month")) {
      tag("caption", .style("unseen")) {
        source.words.month(year: page.month.year, month: page.month.month)
      }
      tag("thead") {
        tag("tr") {
          for weekday in Weekday.allCases {
            tag("th", .set("scope", "col")) { source.words.weekday(weekday) }
          }
        }
      }
      tag("tbody") {
        for week in weeks {
          tag("tr") { for day in week { cell(day, groups[day] ?? []) } }
        }
      }
    }
  }

  private func cell(_ day: Day, _ groups: [Group]) -> Markup {
    guard page.month.days?.contains(day) ?? false else { return tag("td", .style("out")) }
    let shown = most.map { groups.count > $0 ? Array(groups.prefix($0 - 1)) : groups } ?? groups
    return tag(
      "td",
      .style(
        isRest(day) ? "rest" : "", groups.isEmpty && !isNow(day) ? "empty" : "",
        isNow(day) ? "now" : ""), .id("d\(day)")
    ) {
      head(of: day)
      for group in shown { chip(group, on: day) }
      if shown.count < groups.count {
        let left = groups.dropFirst(shown.count).reduce(0) { $0 + $1.held.count }
        tag("span", .style("chip", "more")) { source.say("另 \(left) 项", "\(left) more") }
      }
    }
  }

  private func head(of day: Day) -> Markup {
    let kinds = source.plans.first?.program.dayKinds ?? DayKinds()
    let mark =
      kinds.isHoliday(day)
      ? source.say("休", "off")
      : kinds.makeUpWorkdays.contains(day) ? source.say("班", "work") : ""
    return tag("div", .style("day")) {
      tag("time", .set("datetime", "\(day)")) {
        tag("span", .style("wide")) { "\(day.components.day)" }
        tag("span", .style("narrow")) { source.words.day(day) }
      }
      if isNow(day) { tag("strong") { source.say("今天", "today") } }
      if !mark.isEmpty { tag("span") { mark } }
    }
  }

  private func isRest(_ day: Day) -> Bool {
    let kinds = source.plans.first?.program.dayKinds ?? DayKinds()
    return kinds.isHoliday(day) || kinds.isWeekend(day)
  }

  private func chip(_ group: Group, on day: Day) -> Markup {
    let first = group.held[0]
    let one = group.held.count == 1
    let rest =
      one ? (page.of == nil ? first.host.name : "") : "×\(group.held.count)"
    let address =
      one
      ? source.address(of: first)
      : page.address(.day) + "#d\(day)"
    let sign = group.state == .planned ? "" : "\(group.state.sign) "
    return link(address, .style("chip", group.state.style), .set("title", "\(group.name) \(rest)"))
    {
      tag("span", .style("hour", "number")) { first.hours.map { clock($0.start.minute) } ?? "" }
      tag("span", .style("name")) {
        if !sign.isEmpty {
          tag("span", .set("aria-hidden", "true")) { sign }
          tag("span", .style("unseen")) { group.state.word(page.language) + " " }
        }
        group.name
      }
      tag("span", .style("of", one ? "" : "count number")) { rest }
    }
  }
}
