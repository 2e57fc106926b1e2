import Drills
import Foundation
import Reports
import Testing

/// The sample's view with a hidden hour, something internal, people to call and a theme.
private func view(phases: Bool = false) -> PlanView {
  var program = sampleProgram()
  program.title = "示例街道2024年“安全生产月”活动方案"
  program.theme = "人人讲安全"
  program.organizer.phone = "024-1234"
  program.communities = Table()
  var city = Community(id: "u1", name: "示例社区", kind: .urban)
  city.hazards = [.highRise]
  city.population = 3000
  city.contact = Contact(name: "张三", phone: "13800000001")
  program.communities.append(city)
  var village = Community(id: "v1", name: "示例村", kind: .rural)
  village.contact = Contact(name: "王五", phone: "13800000005")
  program.communities.append(village)
  program.venues = Table()
  var square = Venue(id: "square", name: "文化广场")
  square.types = ["square"]
  square.address = "文化路1号"
  square.contact = Contact(name: "李四", phone: "13800000002")
  program.venues.append(square)
  program.teams = Table()
  var fire = Team(id: "fire-1", name: "消防一中队", role: "fire")
  fire.contact = Contact(name: "赵六", phone: "13800000003")
  program.teams.append(fire)
  let requirements = program.requirements.elements
  program.requirements = Table()
  for var requirement in requirements {
    if requirement.id == "high-rise" {
      requirement.announcement = .dateOnly
      requirement.participants = .share(numerator: 3, denominator: 100)
      requirement.responsible = "应急办"
      requirement.takesPart = "网格员"
      requirement.phase = "演练阶段"
    }
    if requirement.id == "briefing" {
      requirement.announcement = .internal
      requirement.phase = "动员阶段"
    }
    program.requirements.append(requirement)
  }
  var inputs = sampleView()
  inputs.agenda = Agenda(program)
  inputs.completions = [:]
  return PlanView(inputs)
}

private func rows(_ schedule: Schedule) -> [[String]] {
  schedule.page(in: .chinese).tables.flatMap { table in table.rows.map { $0.map(\.text) } }
}

@Suite struct `A schedule` {
  @Test(arguments: Language.allCases)
  func `tells no hour, team, name or phone that is not for all`(language: Language) throws {
    let view = view()
    let schedule = Schedule(view, of: view.entries, for: .office)

    let page = schedule.page(in: language)
    let html = page.html
    for secret in ["09:00", "消防一中队", "13800", "张三", "李四", "赵六", "024-1234", "动员部署会议"] {
      #expect(!html.contains(secret), "\(secret)")
    }
    #expect(schedule.withheldCount(of: view.entries) == 1)
    try expectGolden(schedule.csv(in: language).text, "schedule-\(language.rawValue).csv")
    try expectGolden(
      page.text().joined(separator: "\n") + "\n", "schedule-\(language.rawValue).txt")
  }

  @Test func `tells all of it to those who hold it`() {
    let view = view()
    let schedule = Schedule(view, of: view.entries, for: .office, isPrivate: true)

    let row = rows(schedule).first { $0[4] == "高层建筑消防疏散演练" }
    #expect(
      row == [
        "3", "6月12日 周三", "09:00-10:30", "示例社区", "高层建筑消防疏散演练", "文化广场（文化路1号）",
        "责任：应急办\n参加：网格员", "消防一中队", "90", "对外只公布日期",
        "示例社区：张三 13800000001\n文化广场：李四 13800000002\n消防一中队：赵六 13800000003",
      ])
    #expect(rows(schedule).contains { $0[4] == "动员部署会议" && $0[9] == "不对外公布" })
  }

  @Test func `tells an hour that was opened`() {
    let view = view()
    let schedule = Schedule(
      view, of: view.entries, for: .office, revealed: ["u1/high-rise"])
    #expect(rows(schedule).contains { $0[2] == "09:00-10:30" && $0[7] == "消防一中队" })
  }

  @Test func `of a team leaves out what would tell the hour`() {
    let view = view()
    let entries = view.entries.filter { $0.placement?.teams["fire"] == "fire-1" }
    #expect(entries.count == 1)
    #expect(Schedule(view, of: entries, for: .team("fire-1")).isEmpty)
    #expect(!Schedule(view, of: entries, for: .team("fire-1"), isPrivate: true).isEmpty)
  }

  @Test(
    arguments: [
      (.day, ["", "时间待定"]),
      (.community, ["示例办公室", "示例社区", "时间待定"]),
      (.requirement, ["动员部署会议", "高层建筑消防疏散演练", "专题学习", "时间待定"]),
      (.team, ["消防一中队", "不列队伍", "时间待定"]),
      (.phase, ["动员阶段", "演练阶段", "不分阶段", "时间待定"]),
    ] as [(Schedule.Grouping, [String])])
  func `has a table for each`(grouping: Schedule.Grouping, titles: [String]) {
    let view = view()
    let schedule = Schedule(
      view, of: view.entries, for: .office, by: grouping, isPrivate: true)

    let page = schedule.page(in: .chinese)
    #expect(page.tables.map(\.title) == titles)
    let numbers = page.tables.flatMap { $0.rows.map { $0[0].text } }
    #expect(numbers == (1...numbers.count).map(String.init))
    #expect(page.title == "示例街道2024年“安全生产月”活动安排表")
  }
}
