import Testing

/// A workspace with one mistake.
struct BrokenWorkspace: Sendable, CustomTestStringConvertible {
  let name: String
  let edits: [Edit]
  /// `file:line:column`.
  let place: String

  init(_ name: String, _ edits: Edit..., at place: String) {
    self.name = name
    self.edits = edits
    self.place = place
  }

  var testDescription: String { name }

  static let all = files + tables + yaml + values + references + rules + calendars
}

private let plan = "plan.yaml"
private let communities = "communities.csv"
private let venues = "venues.csv"
private let teams = "teams.csv"

extension BrokenWorkspace {
  static let files = [
    BrokenWorkspace("no plan", .remove(plan), at: "plan.yaml:1:1"),
    BrokenWorkspace("no communities", .remove(communities), at: "communities.csv:1:1"),
    BrokenWorkspace("an empty plan", .write(plan, ""), at: "plan.yaml:1:1"),
    BrokenWorkspace("an empty table", .write(communities, ""), at: "communities.csv:1:1"),
    BrokenWorkspace(
      "a table of comments alone", .write(teams, "# nothing yet\n\n"), at: "teams.csv:1:1"),
    BrokenWorkspace("a folder for a table", .makeFolder(venues), at: "venues.csv:1:1"),
    BrokenWorkspace("a folder for the plan", .makeFolder(plan), at: "plan.yaml:1:1"),
    BrokenWorkspace(
      "a table over 64 MiB", .extend(teams, to: 64 << 20 + 1), at: "teams.csv:1:1"),
    BrokenWorkspace(
      "GBK with a byte that is none",
      .write(
        teams,
        [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xC3, 0xFB, 0xB3, 0xC6, 0x0A]
          + [0x66, 0x31, 0x2C, 0xCF, 0xFB, 0xFF, 0xB7, 0xC0, 0x0A]), at: "teams.csv:2:5"),
    BrokenWorkspace(
      "UTF-8 with a byte that is none",
      .write(teams, Array("id,name\nfire-1,白塔街道消防救援站".utf8) + [0xE9, 0x98, 0x0A]),
      at: "teams.csv:2:17"),
    BrokenWorkspace(
      "a table in UTF-16 without a mark",
      .write(teams, "id\tname\n".utf8.flatMap { [$0, 0] }), at: "teams.csv:1:1"),
    BrokenWorkspace(
      "a workbook named .csv", .write(teams, [0x50, 0x4B, 0x03, 0x04, 0x14, 0]),
      at: "teams.csv:1:1"),
    BrokenWorkspace(
      "a NUL in a table", .replace(teams, "白塔消防站", with: "白塔\0消防站"), at: "teams.csv:2:10"),
    BrokenWorkspace(
      "a plan in GBK", .write(plan, Array("id: ".utf8) + [0xB0, 0xD7, 0xCB, 0xFE, 0x0A]),
      at: "plan.yaml:1:5"),
    BrokenWorkspace(
      "a control character in the plan", .replace(plan, "示范", with: "示\u{7}范"),
      at: "plan.yaml:3:9"),
    BrokenWorkspace(
      "a form that is no text", .write("forms/附件3.md", [0xFF, 0xFF]), at: "forms/附件3.md:1:1"),
  ]

  static let tables = [
    BrokenWorkspace(
      "three cells where eleven belong",
      .replace(
        communities, "lijia,李家社区,urban,baita,5100,high-rise,41.71,123.41,,,",
        with: "lijia,李家社区,urban"),
      at: "communities.csv:4:1"),
    BrokenWorkspace(
      "twelve cells where eleven belong",
      .replace(communities, "新和社区", with: "新和,社区"), at: "communities.csv:3:1"),
    BrokenWorkspace(
      "no column population", .replace(communities, "population", with: "people"),
      at: "communities.csv:1:1"),
    BrokenWorkspace(
      "a column that stands twice", .replace(venues, "capacity", with: "类别"),
      at: "venues.csv:1:25"),
    BrokenWorkspace(
      "a quote that is never closed", .replace(venues, "白塔路1号", with: "\"白塔路1号"),
      at: "venues.csv:2:62"),
    BrokenWorkspace(
      "text after a quote", .replace(venues, "白塔路1号", with: "\"白塔路\"1号"),
      at: "venues.csv:2:67"),
    BrokenWorkspace(
      "an id in capitals", .replace(communities, "dashu", with: "Da_Shu"),
      at: "communities.csv:5:1"),
    BrokenWorkspace(
      "two names alike without ids",
      .replace(communities, "dashu,大树村", with: ",大树村,rural,,9\n,大树 村"), at: "communities.csv:6:2"),
    BrokenWorkspace(
      "no name", .replace(communities, "大树村", with: ""), at: "communities.csv:5:7"),
    BrokenWorkspace(
      "an id that is reserved", .replace(communities, "dashu", with: "organizer"),
      at: "communities.csv:5:1"),
    BrokenWorkspace(
      "two ids alike", .replace(communities, "dashu", with: "lijia"), at: "communities.csv:5:1"),
    BrokenWorkspace(
      "two venues alike", .replace(venues, "court,", with: "tower,"), at: "venues.csv:3:1"),
    BrokenWorkspace(
      "a population that is no number", .replace(communities, "8200", with: "约8200"),
      at: "communities.csv:3:24"),
    BrokenWorkspace(
      "a population with a comma where none belongs",
      .replace(communities, "8200", with: "\"82,00\""),
      at: "communities.csv:3:24"),
    BrokenWorkspace(
      "no population", .replace(communities, "8200", with: ""), at: "communities.csv:3:24"),
    BrokenWorkspace(
      "a negative population", .replace(communities, "8200", with: "-8200"),
      at: "communities.csv:3:24"),
    BrokenWorkspace(
      "a kind that is none", .replace(communities, "rural", with: "rurale"),
      at: "communities.csv:5:11"),
    BrokenWorkspace(
      "a Chinese kind that is none", .replace(communities, "rural", with: "城市小区"),
      at: "communities.csv:5:11"),
    BrokenWorkspace(
      "a hazard that is none", .replace(communities, "flood;forest-fire", with: "flood；forestfire"),
      at: "communities.csv:5:27"),
    BrokenWorkspace(
      "latitude and longitude swapped",
      .replace(communities, "41.71,123.41", with: "123.41,41.71"), at: "communities.csv:4:39"),
    BrokenWorkspace(
      "a latitude alone", .replace(communities, "41.71,123.41", with: "41.71,"),
      at: "communities.csv:4:39"),
    BrokenWorkspace(
      "a capacity of none", .replace(venues, ",600,", with: ",0,"), at: "venues.csv:2:29"),
    BrokenWorkspace(
      "hours without an end", .replace(venues, "08:00-18:00", with: "上午8点"),
      at: "venues.csv:2:35"),
    BrokenWorkspace(
      "hours past midnight", .replace(venues, "08:00-18:00", with: "18:00-02:00"),
      at: "venues.csv:2:35"),
    BrokenWorkspace(
      "a weekday that is none", .replace(venues, "workdays", with: "mon;tues"),
      at: "venues.csv:4:41"),
    BrokenWorkspace(
      "workdays beside a weekday", .replace(venues, "workdays", with: "workdays;sat"),
      at: "venues.csv:4:41"),
    BrokenWorkspace(
      "a venue of nobody known",
      .replace(venues, "court,李家高层,high-rise,lijia", with: "court,李家高层,high-rise,liji"),
      at: "venues.csv:3:22"),
    BrokenWorkspace(
      "a crew and a half", .replace(teams, ",2,60", with: ",1.5,60"), at: "teams.csv:2:19"),
    BrokenWorkspace(
      "a turnaround in people", .replace(teams, ",60,", with: ",60人,"), at: "teams.csv:2:21"),
  ]

  static let yaml = [
    BrokenWorkspace(
      "an unknown key", .replace(plan, "grid: 30min", with: "gird: 30min"),
      at: "plan.yaml:7:1"),
    BrokenWorkspace(
      "an unknown key of a requirement", .replace(plan, "    scenario:", with: "    senario:"),
      at: "plan.yaml:25:5"),
    BrokenWorkspace(
      "a key that stands twice", .replace(plan, "    participants: 3%", with: "    duration: 2h"),
      at: "plan.yaml:31:5"),
    BrokenWorkspace(
      "no version", .replace(plan, "muster: 1", with: "theme: 人人讲安全"), at: "plan.yaml:1:1"),
    BrokenWorkspace(
      "a version to come", .replace(plan, "muster: 1", with: "muster: 2"), at: "plan.yaml:1:9"),
    BrokenWorkspace(
      "a text where a mapping belongs",
      .replace(plan, "{ name: 安全生产委员会办公室 }", with: "安全生产委员会办公室"), at: "plan.yaml:4:12"),
    BrokenWorkspace(
      "a list where a text belongs", .replace(plan, "name: 动员部署会议", with: "name: [动员, 部署]"),
      at: "plan.yaml:16:11"),
    BrokenWorkspace(
      "a requirement that is a word", .replace(plan, "campaigns:", with: "  - drill\ncampaigns:"),
      at: "plan.yaml:35:5"),
    BrokenWorkspace(
      "a bracket that is never closed",
      .replace(plan, "after: [briefing]", with: "after: [briefing"), at: "plan.yaml:33:13"),
    BrokenWorkspace(
      "a tab for indentation", .replace(plan, "    duration: 90min", with: "\tduration: 90min"),
      at: "plan.yaml:28:1"),
    BrokenWorkspace(
      "an indentation that does not fit",
      .replace(plan, "    duration: 90min", with: "   duration: 90min"), at: "plan.yaml:28:4"),
    BrokenWorkspace(
      "a full-width colon", .replace(plan, "    duration: 90min", with: "    duration：90min"),
      at: "plan.yaml:29:5"),
    BrokenWorkspace(
      "a quote in the plan that is never closed",
      .replace(plan, "\"08:30-17:30\"", with: "\"08:30-17:30"), at: "plan.yaml:29:13"),
    BrokenWorkspace(
      "a quote that nothing closes",
      .replace(plan, "adds: messages", with: "adds: 'messages"), at: "plan.yaml:42:60"),
    BrokenWorkspace(
      "an alias of nothing", .replace(plan, "after: [briefing]", with: "after: *briefing"),
      at: "plan.yaml:32:12"),
    BrokenWorkspace(
      "two documents", .replace(plan, "campaigns:", with: "---\ncampaigns:"), at: "plan.yaml:35:1"),
    BrokenWorkspace(
      "a text with a colon", .replace(plan, "name: 动员部署会议", with: "name: 动员: 部署"),
      at: "plan.yaml:16:13"),
  ]

  static let values = [
    BrokenWorkspace(
      "a date that does not exist", .replace(plan, "dates: 2024-05-31", with: "dates: 2024-06-31"),
      at: "plan.yaml:20:12"),
    BrokenWorkspace(
      "a date that a spreadsheet may have cut",
      .replace(plan, "dates: 2024-05-31", with: "dates: 6.1"),
      at: "plan.yaml:20:12"),
    BrokenWorkspace(
      "dates that run backwards",
      .replace(plan, "2024-06-07..2024-06-09", with: "2024-06-09..2024-06-07"),
      at: "plan.yaml:12:14"),
    BrokenWorkspace(
      "dates of a century",
      .replace(plan, "2024-06-07..2024-06-09", with: "2024-06-07..2124-06-09"),
      at: "plan.yaml:12:14"),
    BrokenWorkspace(
      "a period that ends first", .replace(plan, "to: 2024-06-30", with: "to: 2024-05-30"),
      at: "plan.yaml:6:33"),
    BrokenWorkspace(
      "a duration of nothing", .replace(plan, "duration: 90min", with: "duration: 0小时"),
      at: "plan.yaml:28:15"),
    BrokenWorkspace(
      "a duration without its unit", .replace(plan, "duration: 90min", with: "duration: 90"),
      at: "plan.yaml:28:15"),
    BrokenWorkspace(
      "a duration of a day", .replace(plan, "duration: 90min", with: "duration: 24h"),
      at: "plan.yaml:28:15"),
    BrokenWorkspace(
      "a grid that does not divide the hour", .replace(plan, "grid: 30min", with: "grid: 25min"),
      at: "plan.yaml:7:7"),
    BrokenWorkspace(
      "a percentage over a hundred", .replace(plan, "3%", with: "300%"), at: "plan.yaml:31:19"),
    BrokenWorkspace(
      "an announcement that is none", .replace(plan, "date-only", with: "dateonly"),
      at: "plan.yaml:33:15"),
    BrokenWorkspace(
      "no crews", .replace(plan, "teams: { fire: 1 }", with: "teams: { fire: 0 }"),
      at: "plan.yaml:30:20"),
    BrokenWorkspace(
      "a priority of nothing",
      .replace(plan, "    announce: date-only", with: "    priority: 0"), at: "plan.yaml:33:15"),
    BrokenWorkspace(
      "a negative weight", .replace(plan, "grid: 30min", with: "weights: { crowding: -1 }"),
      at: "plan.yaml:7:22"),
    BrokenWorkspace(
      "a zone that is none", .replace(plan, "grid: 30min", with: "time-zone: Asia/Peking"),
      at: "plan.yaml:7:12"),
    BrokenWorkspace(
      "an address without its scheme",
      .replace(plan, "grid: 30min", with: "publish: { base: example.cn/feeds }"),
      at: "plan.yaml:7:18"),
    BrokenWorkspace(
      "an address that feeds' own make too long",
      .replace(
        plan, "grid: 30min",
        with: "publish: { base: https://example.cn/\(String(repeating: "a", count: 220)) }"),
      at: "plan.yaml:7:18"),
    BrokenWorkspace(
      "a reporting day that is none", .replace(plan, "grid: 30min", with: "reporting-day: 周8"),
      at: "plan.yaml:7:16"),
    BrokenWorkspace(
      "a day of the month without its ending", .replace(plan, "every: thu", with: "every: 25"),
      at: "plan.yaml:38:56"),
    BrokenWorkspace(
      "a form named as a path", .replace(plan, "{ name: 附件1,", with: "{ name: ../附件1,"),
      .replace(plan, ", form: 附件1", with: ""), at: "plan.yaml:40:13"),
    BrokenWorkspace(
      "a form with two ranges of dates",
      .replace(plan, "dates: 2024-05-31..2024-06-30", with: "dates: [2024-05-31, 2024-06-30]"),
      at: "plan.yaml:40:25"),
  ]

  static let references = [
    BrokenWorkspace(
      "a predecessor that nothing is",
      .replace(plan, "after: [briefing]", with: "after: [breifing]"),
      at: "plan.yaml:32:13"),
    BrokenWorkspace(
      "a campaign as predecessor", .replace(plan, "after: [briefing]", with: "after: [daily-push]"),
      at: "plan.yaml:32:13"),
    BrokenWorkspace(
      "a community that nothing is",
      .replace(
        plan, "for: { kind: urban, hazards: [high-rise] }",
        with: "for: { communities: [xinhe, lijai] }"),
      at: "plan.yaml:26:33"),
    BrokenWorkspace(
      "the organizer as a community",
      .replace(
        plan, "for: { kind: urban, hazards: [high-rise] }", with: "for: { communities: organizer }"),
      at: "plan.yaml:26:25"),
    BrokenWorkspace(
      "an area that nothing is",
      .replace(plan, "kinds: [urban]", with: "areas: [beita]"), at: "plan.yaml:12:68"),
    BrokenWorkspace(
      "a team that nothing is", .replace(plan, "kinds: [urban]", with: "teams: [fire1]"),
      at: "plan.yaml:12:68"),
    BrokenWorkspace(
      "a requirement that nothing is",
      .replace(plan, "kinds: [urban]", with: "requirements: [high-rise]"), at: "plan.yaml:12:75"),
    BrokenWorkspace(
      "a venue of a calendar that nothing is",
      .replace(plan, "venues: [hall]", with: "venues: [hell]"),
      at: "plan.yaml:10:45"),
    BrokenWorkspace(
      "a line that nothing is", .replace(plan, "series-drill]", with: "serial-drill]"),
      at: "plan.yaml:34:35"),
    BrokenWorkspace(
      "a form that nothing is", .replace(plan, "form: 附件1", with: "form: 附件3"),
      at: "plan.yaml:38:67"),
    BrokenWorkspace(
      "a unit that nothing is", .replace(plan, "adds: messages", with: "adds: message"),
      at: "plan.yaml:42:60"),
    BrokenWorkspace(
      "an audience that is none", .replace(plan, "for: organizer", with: "for: organiser"),
      at: "plan.yaml:17:10"),
    BrokenWorkspace(
      "a campaign with a requirement's id", .replace(plan, "id: daily-push", with: "id: briefing"),
      at: "plan.yaml:36:11"),
    BrokenWorkspace(
      "a line with an official one's id",
      .replace(plan, "counts-as: push }", with: "counts-as: quiz }"),
      .replace(plan, "{ id: push,", with: "{ id: quiz,"), at: "plan.yaml:42:11"),
    BrokenWorkspace(
      "a department with a community's id", .replace(plan, "id: emergency", with: "id: xinhe"),
      at: "plan.yaml:5:22"),
  ]

  static let rules = [
    BrokenWorkspace(
      "a hidden high-rise drill", .replace(plan, "announce: date-only", with: "announce: internal"),
      at: "plan.yaml:33:15"),
    BrokenWorkspace(
      "a drill hidden in a high-rise",
      .replace(plan, "announce: date-only", with: "announce: 内部"),
      .replace(plan, "scenario: high-rise", with: "scenario: 地震"), at: "plan.yaml:33:15"),
    BrokenWorkspace(
      "a cycle in after",
      .replace(plan, "attends: {}", with: "after: high-rise-fire"), at: "plan.yaml:32:13"),
    BrokenWorkspace(
      "a requirement after itself",
      .replace(plan, "after: [briefing]", with: "after: [high-rise-fire]"), at: "plan.yaml:32:13"),
    BrokenWorkspace(
      "a duration longer than its hours", .replace(plan, "duration: 90min", with: "duration: 4h"),
      at: "plan.yaml:28:15"),
    BrokenWorkspace(
      "hours of an all-day activity", .replace(plan, "duration: 90min", with: "duration: 全天"),
      at: "plan.yaml:29:12"),
    BrokenWorkspace(
      "a start that leaves its hours",
      .replace(plan, "14:00-17:30\"\n", with: "14:00-17:30\"\n    start: \"11:00\"\n"),
      at: "plan.yaml:30:12"),
    BrokenWorkspace(
      "a start that is no time of day",
      .replace(plan, "14:00-17:30\"\n", with: "14:00-17:30\"\n    start: \"14：5\"\n"),
      at: "plan.yaml:30:12"),
    BrokenWorkspace(
      "a community in two groups",
      .replace(plan, "participants: 3%", with: "together: [[xinhe, lijia], [lijia]]"),
      at: "plan.yaml:31:33"),
    BrokenWorkspace(
      "a group of one who is not meant",
      .replace(plan, "participants: 3%", with: "together: [[xinhe, dashu]]"),
      at: "plan.yaml:31:24"),
    BrokenWorkspace(
      "a group of one who is not there",
      .replace(plan, "participants: 3%", with: "together: [[xinhe, lijja]]"),
      at: "plan.yaml:31:24"),
    BrokenWorkspace(
      "together and per venue",
      .replace(plan, "participants: 3%", with: "per: venue\n    together: area"),
      at: "plan.yaml:32:15"),
    BrokenWorkspace(
      "together for the organizer", .replace(plan, "attends: {}", with: "together: area"),
      at: "plan.yaml:18:15"),
    BrokenWorkspace(
      "something that follows without a delay",
      .replace(plan, "every: thu", with: "following: high-rise-fire"), at: "plan.yaml:38:60"),
    BrokenWorkspace(
      "something that follows by two delays",
      .replace(plan, "every: thu", with: "following: high-rise-fire, within: 3, workdays: 2"),
      at: "plan.yaml:38:60"),
    BrokenWorkspace(
      "something that follows and has dates",
      .replace(plan, "every: thu", with: "following: high-rise-fire, within: 3, dates: 2024-06-03"),
      at: "plan.yaml:38:94"),
    BrokenWorkspace(
      "a delay after nothing", .replace(plan, "every: thu", with: "every: thu, within: 3"),
      at: "plan.yaml:38:69"),
    BrokenWorkspace(
      "something that follows what is not there",
      .replace(plan, "every: thu", with: "following: high-rise, within: 3"),
      at: "plan.yaml:38:60"),
    BrokenWorkspace(
      "per venue without venue", .replace(plan, "venue: [high-rise]", with: "per: venue"),
      at: "plan.yaml:27:10"),
    BrokenWorkspace(
      "per venue for the organizer", .replace(plan, "attends: {}", with: "per: venue"),
      at: "plan.yaml:18:10"),
    BrokenWorkspace(
      "a percentage for the organizer", .replace(plan, "attends: {}", with: "participants: 1%"),
      at: "plan.yaml:18:19"),
    BrokenWorkspace(
      "hazards for the organizer",
      .replace(
        plan, "for: { kind: urban, hazards: [high-rise] }",
        with: "for: [ organizer, { hazards: high-rise } ]"),
      .replace(plan, "participants: 3%", with: "participants: 30"), at: "plan.yaml:26:34"),
    BrokenWorkspace(
      "a requirement for departments", .replace(plan, "for: organizer", with: "for: departments"),
      .replace(plan, "    attends: {}\n", with: ""), at: "plan.yaml:17:10"),
    BrokenWorkspace(
      "due and every", .replace(plan, "every: thu", with: "every: thu, due: 2024-06-25"),
      at: "plan.yaml:38:56"),
    BrokenWorkspace(
      "neither due nor every", .replace(plan, "every: thu, ", with: ""), at: "plan.yaml:38:5"),
    BrokenWorkspace(
      "dates of a single due day",
      .replace(plan, "every: thu", with: "due: 2024-06-25, dates: 2024-06-25"),
      at: "plan.yaml:38:73"),
  ]

  static let calendars = [
    BrokenWorkspace("a calendar of no bytes", .write("hall.ics", ""), at: "hall.ics:1:1"),
    BrokenWorkspace(
      "a calendar cut in the middle",
      .write("hall.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTST"),
      at: "hall.ics:5:1"),
    BrokenWorkspace(
      "a web page for a calendar", .write("hall.ics", "<!DOCTYPE html>\n<html></html>\n"),
      at: "hall.ics:1:1"),
    BrokenWorkspace("a calendar that is not there", .remove("hall.ics"), at: "plan.yaml:10:13"),
    BrokenWorkspace("a folder for a calendar", .makeFolder("hall.ics"), at: "hall.ics:1:1"),
    BrokenWorkspace(
      "a calendar outside", .replace(plan, "../holidays.ics", with: "../../holidays.ics"),
      at: "plan.yaml:9:13"),
    BrokenWorkspace(
      "a link that leads outside", .remove("hall.ics"), .link("hall.ics", to: "/etc/hostname"),
      at: "plan.yaml:10:13"),
    BrokenWorkspace(
      "a use that is none", .replace(plan, "as: holidays", with: "as: holiday"),
      at: "plan.yaml:9:34"),
    BrokenWorkspace(
      "holidays for some", .replace(plan, "as: holidays", with: "as: holidays, kinds: urban"),
      at: "plan.yaml:9:51"),
  ]
}
