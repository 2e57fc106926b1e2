import Drills
import Testing

@testable import Workspace

/// The one requirement of the base workspace that `lines` replace the second of.
private func requirement(_ lines: String, at location: SourceLocation = #_sourceLocation) throws
  -> Requirement
{
  let text = lines.split(separator: "\n").map { "    \($0)\n" }.joined()
  let program = try program(
    after: .replace("plan.yaml", "campaigns:", with: "  - id: it\n\(text)campaigns:"),
    at: location)
  return try #require(program.requirements["it"], sourceLocation: location)
}

private let least = "name: 它\nduration: 1h\n"

@Suite struct `A requirement` {
  @Test func `has defaults`() throws {
    let it = try requirement(least)
    #expect(it.name == "它")
    #expect(it.kind == .drill)
    #expect(it.scenario == nil)
    #expect(it.audience == .everyCommunity)
    #expect(it.attends == [])
    #expect(it.venueTypes == [])
    #expect(!it.isPerVenue)
    #expect(it.duration == .minutes(60))
    #expect(it.dates == nil)
    #expect(it.days == .any)
    #expect(it.hours == [])
    #expect(!it.onHolidays)
    #expect(it.every == nil)
    #expect(it.count == 1)
    #expect(it.apart == 0)
    #expect(it.crews == [])
    #expect(it.participants == .number(0))
    #expect(it.predecessors == [])
    #expect(it.aimBy == nil)
    #expect(it.preferences == [])
    #expect(it.announcement == .public)
    #expect(it.notices == [])
    #expect(it.priority == 100)
    #expect(it.mode == nil)
    #expect(it.blocking)
    #expect(it.channel == nil)
    #expect(it.countsAs == [])
  }

  @Test func `takes every key`() throws {
    let it = try requirement(
      """
      kind: event
      name: 它
      scenario: 森林火灾
      for: [ organizer, { kind: [urban, 农村村庄], communities: [xinhe, dashu], areas: baita } ]
      attends: [ { kind: rural }, { hazards: [高层建筑, flood] } ]
      venue: [square, 大型综合体]
      duration: 1h30min
      dates: [ 2024-05-30, 2024-06-03..2024-06-05, 2024-07-01 ]
      days: [mon, 周二]
      hours: [ "09:00-12:00", "14:00-24:00" ]
      on-holidays: true
      every: week
      count: 2
      apart: 3
      teams: { fire: 1, medical: 2 }
      participants: 40
      after: [ briefing, { requirement: high-rise-fire, days: 0 } ]
      aim-by: 2024-06-20
      prefer: [ { days: weekends, weight: 3 }, { dates: 2024-06-03, hours: "09:00-11:00" } ]
      announce: 仅公布日期
      notices: { to: 消防救援站, workdays: 3 }
      priority: 7
      mode: tabletop
      blocking: 否
      channel: both
      url: https://example.cn/live
      basis: 依据
      note: 带水
      counts-as: [quiz, push]
      """)
    #expect(it.kind == .event)
    #expect(it.scenario == .forestFire)
    var filter = CommunityFilter()
    filter.kinds = [.urban, .rural]
    filter.communities = ["xinhe", "dashu"]
    filter.areas = ["baita"]
    #expect(it.audience == Audience(organizer: true, filters: [filter]))
    var rural = CommunityFilter()
    rural.kinds = [.rural]
    var exposed = CommunityFilter()
    exposed.hazards = [.highRise, .flood]
    #expect(it.attends == [rural, exposed])
    #expect(it.venueTypes == ["square", "complex"])
    #expect(it.duration == .minutes(90))
    let third = try day("2024-06-03")
    #expect(
      it.dates
        == DaySet([
          (try days("2024-05-30", "2024-05-30")), third...(third + 2),
          (try days("2024-07-01", "2024-07-01")),
        ]))
    #expect(it.days == .weekdays([.mon, .tue]))
    #expect(it.hours == [HourRange(start: 540, end: 720), HourRange(start: 840, end: 1440)])
    #expect(it.onHolidays)
    #expect(it.every == .week)
    #expect(it.count == 2)
    #expect(it.apart == 3)
    #expect(it.crews == [CrewNeed(role: "fire", crews: 1), CrewNeed(role: "medical", crews: 2)])
    #expect(it.participants == .number(40))
    #expect(
      it.predecessors == [
        Predecessor(requirement: "briefing", days: 1),
        Predecessor(requirement: "high-rise-fire", days: 0),
      ])
    #expect(it.aimBy == (try day("2024-06-20")))
    var weekend = Preference()
    weekend.days = .weekends
    weekend.weight = 3
    var morning = Preference()
    morning.dates = DaySet(third...third)
    morning.hours = [HourRange(start: 540, end: 660)]
    #expect(it.preferences == [weekend, morning])
    #expect(it.announcement == .dateOnly)
    #expect(it.notices == [NoticeRule(to: "消防救援站", workdays: 3)])
    #expect(it.priority == 7)
    #expect(it.mode == .tabletop)
    #expect(!it.blocking)
    #expect(it.channel == .both)
    #expect(it.url == "https://example.cn/live")
    #expect(it.basis == "依据")
    #expect(it.note == "带水")
    #expect(it.countsAs == ["quiz", "push"])
  }

  @Test(arguments: [
    ("{}", Audience.everyCommunity), ("organizer", Audience(organizer: true)),
    ("[organizer]", Audience(organizer: true)), ("[ {} ]", .everyCommunity), ("", .everyCommunity),
  ])
  func `is for whom it says`(text: String, audience: Audience) throws {
    #expect(try requirement(least + "for: \(text)").audience == audience)
  }

  @Test func `takes one value where a list belongs`() throws {
    let it = try requirement(
      least + "venue: square\nafter: briefing\ncounts-as: quiz\nprefer: { days: sat }\ndays: 周六")
    #expect(it.venueTypes == ["square"])
    #expect(it.predecessors == [Predecessor(requirement: "briefing")])
    #expect(it.countsAs == ["quiz"])
    #expect(it.preferences.map(\.days) == [.weekdays([.sat])])
    #expect(it.preferences.map(\.weight) == [1])
    #expect(it.days == .weekdays([.sat]))
  }

  @Test func `may be after one of one mapping, and all day, and per venue`() throws {
    let it = try requirement(
      "name: 它\nduration: all-day\nvenue: [enterprise]\nper: venue\nafter: { requirement: briefing, days: 2 }"
    )
    #expect(it.isAllDay)
    #expect(it.isPerVenue)
    #expect(it.predecessors == [Predecessor(requirement: "briefing", days: 2)])
  }

  @Test func `takes an empty value as if its key were not there`() throws {
    let it = try requirement(least + "hours:\ndates: []\nnote: ~\nteams: null")
    #expect(it.hours == [])
    #expect(it.dates == nil)
    #expect(it.note == "")
    #expect(it.crews == [])
  }

  @Test func `may share values by anchors`() throws {
    let it = try requirement(
      "name: 它\nduration: 1h\nhours: &h \"09:00-11:00\"\nprefer: { hours: *h }")
    #expect(it.preferences[0].hours == it.hours)
  }
}

@Suite struct `The head of a plan` {
  @Test func `has defaults`() throws {
    let program = try program(after: .replace("plan.yaml", "grid: 30min\n", with: ""))
    #expect(program.grid == 30)
    #expect(program.reportingDay == .thu)
    #expect(program.grace == 3)
    #expect(program.freeze == 48 * 60)
    #expect(program.makeUpWithin == 10)
    #expect(program.language == .chinese)
    #expect(program.zone.identifier == "Asia/Shanghai")
    #expect(program.limits == Limits())
    #expect(program.weights == Weights())
    #expect(program.committee == [])
    #expect(program.publishBase == "")
  }

  @Test func `takes every key`() throws {
    let program = try program(
      after: .replace(
        "plan.yaml", "grid: 30min\n",
        with: """
          theme: 人人讲安全
          basis: 依据
          committee: { post: 组委会主任, title: 街道党工委书记, name: 某某 }
          publish: { base: "https://example.cn/feeds" }
          language: en
          time-zone: Europe/Paris
          grid: 15min
          reporting-day: 周五
          grace: 0
          freeze: 72h
          make-up-within: 5
          limits: { per-community-per-day: 2, comfortable-drills-per-day: 0, comfortable-days-between-drills: 4 }
          weights: { crowding: 0, moved-day: 9 }

          """),
      .replace(
        "plan.yaml", "{ name: 安全生产委员会办公室 }", with: "{ name: 办, office: 局, phone: 024, email: a@b }")
    )
    #expect(program.title == "示范街道“安全生产月”活动方案")
    #expect(program.theme == "人人讲安全")
    #expect(program.basis == "依据")
    #expect(program.organizer.office == "局")
    #expect(program.organizer.phone == "024")
    #expect(program.organizer.email == "a@b")
    #expect(program.committee.map(\.post) == ["组委会主任"])
    #expect(program.committee.map(\.title) == ["街道党工委书记"])
    #expect(program.committee.map(\.name) == ["某某"])
    #expect(program.departments.elements == [Department(id: "emergency", name: "应急管理办公室")])
    #expect(program.publishBase == "https://example.cn/feeds")
    #expect(program.language == .english)
    #expect(program.zone.identifier == "Europe/Paris")
    #expect(program.grid == 15)
    #expect(program.reportingDay == .fri)
    #expect(program.grace == 0)
    #expect(program.freeze == 72 * 60)
    #expect(program.makeUpWithin == 5)
    #expect(program.limits.perCommunityPerDay == 2)
    #expect(program.limits.comfortableDrillsPerDay == 0)
    #expect(program.limits.comfortableDaysBetweenDrills == 4)
    #expect(program.weights.crowding == 0)
    #expect(program.weights.movedDay == 9)
    #expect(program.weights.movedTime == 3)
  }
}

@Suite struct `What is not scheduled` {
  @Test func `may be a campaign`() throws {
    let program = try program(
      after: .replace(
        "plan.yaml", "every: day, counts-as: push }",
        with:
          "every: 每月, dates: 2024-06-01..2024-12-31, stages: [街道, 区], made-since: 2023-01-01, to: 群, channel: 线上 }"
      ))
    let campaign = try #require(program.campaigns.first)
    #expect(campaign.id == "daily-push")
    #expect(campaign.audience == Audience(departments: true, filters: [CommunityFilter()]))
    #expect(campaign.rhythm == .month)
    #expect(campaign.dates?.bounds?.upperBound == (try day("2024-12-31")))
    #expect(campaign.stages == ["街道", "区"])
    #expect(campaign.madeSince == (try day("2023-01-01")))
    #expect(campaign.to == "群")
    #expect(campaign.channel == .online)
  }

  @Test(arguments: [
    ("every: thu", Deadline.Due.weekly(.thu)), ("every: 周四", .weekly(.thu)),
    ("every: 25th", .monthly(25)), ("every: 1st", .monthly(1)), ("every: 31日", .monthly(31)),
  ])
  func `may be a deadline that comes again`(text: String, due: Deadline.Due) throws {
    let program = try program(after: .replace("plan.yaml", "every: thu", with: text))
    #expect(program.deadlines.map(\.due) == [due])
  }

  @Test(arguments: [
    ("within: 30", Deadline.Delay.days(30)), ("within: 0", .days(0)), ("workdays: 5", .workdays(5)),
  ])
  func `may be a deadline that follows an activity`(text: String, delay: Deadline.Delay) throws {
    let program = try program(
      after: .replace("plan.yaml", "every: thu", with: "following: high-rise-fire, \(text)"))
    #expect(program.deadlines.map(\.due) == [.following("high-rise-fire", delay)])
  }

  @Test(arguments: [
    ("area", Requirement.Together.areas), ("片区", .areas),
    ("[[xinhe, lijia]]", .groups([["xinhe", "lijia"]])),
    ("[[lijia], [xinhe]]", .groups([["lijia"], ["xinhe"]])),
  ])
  func `may be held together`(text: String, together: Requirement.Together) throws {
    let program = try program(
      after: .replace("plan.yaml", "participants: 3%", with: "together: \(text)"))
    #expect(program.requirements["high-rise-fire"]?.together == together)
  }

  @Test(arguments: [
    ("every: month", Span.Kind.month), ("every: 每月", .month), ("every: quarter", .quarter),
    ("every: 每季度", .quarter), ("every: 每周", .week),
  ])
  func `may come again`(text: String, every: Span.Kind) throws {
    let program = try program(after: .replace("plan.yaml", "participants: 3%", with: text))
    #expect(program.requirements["high-rise-fire"]?.every == every)
  }

  @Test func `may have a start of its own, and words for schedules`() throws {
    let program = try program(
      after: .replace(
        "plan.yaml", "participants: 3%",
        with: """
          start: "14:28"
              responsible: 应急办
              takes-part: [物业, 住户]
              phase: 组织实施
          """))
    let it = try #require(program.requirements["high-rise-fire"])
    #expect(it.start == 868)
    #expect(it.responsible == "应急办")
    #expect(it.takesPart == "物业、住户")
    #expect(it.phase == "组织实施")
  }

  @Test(arguments: [
    ("school", Community.Kind.school), ("学校", .school), ("企业", .enterprise), ("医院", .hospital),
    ("部门", .department), ("其他", .other), ("other", .other),
  ])
  func `may be for whoever holds drills`(word: String, kind: Community.Kind) throws {
    let program = try program(after: .replace("communities.csv", "大树村,rural", with: "大树村,\(word)"))
    #expect(program.communities["dashu"]?.kind == kind)
  }

  @Test func `may be a deadline on one day`() throws {
    let program = try program(
      after: .replace(
        "plan.yaml", "every: thu",
        with: "due: 2024-06-25, to: 群, wants: [video, text], if-holiday: earlier, note: 盖章"))
    let deadline = try #require(program.deadlines.first)
    #expect(deadline.due == .once(try day("2024-06-25")))
    #expect(deadline.to == "群")
    #expect(deadline.wants == ["video", "text"])
    #expect(deadline.onHoliday == .earlier)
    #expect(deadline.form == "附件1")
    #expect(deadline.note == "盖章")
  }

  @Test(arguments: ["32th", "0th", "th", "25x", "monthly"])
  func `may not be a deadline on no day`(text: String) throws {
    let reading = try reading(after: .replace("plan.yaml", "every: thu", with: "every: \(text)"))
    #expect(reading.errors.count == 1)
  }

  @Test func `is counted by lines of the planner's own`() throws {
    let program = try program(
      after: .replace(
        "plan.yaml", "units: { messages: 条 }, adds: messages }",
        with:
          "units: { homes: 户, people: 人次, hazards: 项 }, adds: homes, people: people, stock: hazards }"
      ))
    #expect(
      program.lines == [
        Line(
          id: "push", name: "微信群推送",
          units: [
            .init(name: "homes", measure: "户"), .init(name: "people", measure: "人次"),
            .init(name: "hazards", measure: "项", isStock: true),
          ], adds: "homes", people: "people")
      ])
    #expect(
      program.forms == [
        FormPeriod(name: "附件1", dates: (try days("2024-05-31", "2024-06-30")))
      ])
  }
}

@Suite struct `A closure` {
  @Test func `takes every scope`() throws {
    let program = try program(
      after: .replace(
        "plan.yaml", "kinds: [urban], reason: 高考 }",
        with:
          "communities: [organizer, xinhe], areas: baita, kinds: 城市社区, venues: hall, teams: fire-1, requirements: briefing }"
      ))
    var closure = Closure()
    closure.communities = ["organizer", "xinhe"]
    closure.areas = ["baita"]
    closure.kinds = [.urban]
    closure.venues = ["hall"]
    closure.teams = ["fire-1"]
    closure.requirements = ["briefing"]
    closure.dates = DaySet(try days("2024-06-07", "2024-06-09"))
    closure.hours = [HourRange(start: 480, end: 1080)]
    #expect(program.closures[0] == closure)
  }
}
