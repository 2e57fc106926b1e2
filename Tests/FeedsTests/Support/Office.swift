import Drills
import Testing

@testable import Feeds

func day(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("no such day: \(text)") }
  return day
}

/// An instant written as `2024-06-01T08:00:00+08:00`.
func at(_ text: String) -> Instant {
  guard let instant = Instant(iso8601: text) else { preconditionFailure("no time: \(text)") }
  return instant
}

/// A small office whose private words all begin with `secret`, and what it has published so far.
struct Office {
  var program: Program
  var plan = Plan()
  var now = at("2024-05-20T08:00:30+08:00")
  var moved: [DutyID: Reason] = [:]
  var overrides: [DutyID: Set<HardRule>] = [:]
  var cancelled: [DutyID: Reason] = [:]
  var completions: [DutyID: Completion] = [:]
  var salts: [DutyID: String] = [:]
  var revealed: Set<DutyID> = []
  var record: [Publication.Key: Publication] = [:]

  init(_ program: Program = smallProgram()) { self.program = program }

  var source: FeedSource {
    var source = FeedSource(agenda: Agenda(program), plan: plan, now: now)
    source.moved = moved
    source.overrides = overrides
    source.cancelled = cancelled
    source.completions = completions
    source.salts = salts
    source.revealed = revealed
    return source
  }

  /// Appends what changed to the record.
  @discardableResult
  mutating func publish() -> [Publication] {
    let rows = Publisher(source).changed(since: record)
    for row in rows { record[row.key] = row }
    return rows
  }

  func feeds() throws -> [String: FeedText] {
    try files().mapValues(FeedText.init)
  }

  /// By their paths, `private/` before those that are not public.
  func files() throws -> [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: try Publisher(source).files(record).map { file in
        ((file.edition == .public ? "" : "private/") + file.path, file.bytes)
      })
  }

  /// Publishes and reads one event of one feed.
  mutating func told(_ id: String, in path: String) throws -> FeedText.Item? {
    publish()
    return try feeds()[path]?["\(id)@test.muster.invalid"]
  }

  func row(_ id: EventID, _ edition: Publication.Edition) -> Publication? {
    record[Publication.Key(event: id, edition: edition)]
  }

  mutating func pass(days: Int) { now += days * 86_400 }

  mutating func done(_ id: DutyID, on day: Day, people: Int = 120) {
    var completion = Completion(
      of: id, day: day, people: people, recordedBy: "secretclerk", recordedAt: now)
    completion.note = "secretnote"
    completion.observers = "secretobserver"
    completion.weather = "secretweather"
    completions[id] = completion
  }
}

/// Two communities, a village and what they share, in June 2024.
func smallProgram(_ language: Language = .chinese) -> Program {
  guard let zone = Zone("Asia/Shanghai") else { preconditionFailure("no tzdata") }
  var organizer = Organizer(name: "白塔街道安委会办公室")
  organizer.office = "secretoffice"
  organizer.phone = "secretphone"
  organizer.email = "office@example.org"
  var program = Program(
    id: "test", organizer: organizer, zone: zone,
    period: day("2024-06-01")...day("2024-06-30"))
  program.title = "2024年“安全生产月”"
  program.theme = "人人讲安全、个个会应急"
  program.publishBase = "https://calendar.example.org/baita"
  program.language = language
  program.committee = [CommitteePost(post: "secretpost")]
  program.departments = Table([Department(id: "emergency", name: "应急管理办公室")])
  program.dayKinds = DayKinds(holidays: [day("2024-06-10")])
  for (id, name, kind) in [
    ("u1", "河畔社区", Community.Kind.urban), ("u2", "塔北社区", .urban), ("v1", "柳沟村", .rural),
  ] {
    var community = Community(id: id, name: name, kind: kind)
    community.area = kind == .urban ? "a1" : "a2"
    community.population = 1000
    community.contact = Contact(name: "secretofficer\(id)", phone: "secretphone\(id)")
    program.communities.append(community)
  }
  for (id, name) in [("h1", "河畔1号楼"), ("h2", "塔北大厦"), ("sq", "文化广场")] {
    var venue = Venue(id: id, name: name)
    venue.types = [id == "sq" ? "square" : "high-rise"]
    venue.address = "浑南大道\(id)号"
    venue.position = Position(latitude: 41.7, longitude: 123.4)
    venue.contact = Contact(name: "secretkeeper\(id)", phone: "secretphone\(id)")
    program.venues.append(venue)
  }
  for (id, name) in [("fire1", "浑南消防站"), ("fire2", "东陵消防站")] {
    var team = Team(id: id, name: name, role: "fire")
    team.contact = Contact(name: "secretcaptain\(id)", phone: "secretphone\(id)")
    program.teams.append(team)
  }
  addRequirements(to: &program)
  return program
}

private func addRequirements(to program: inout Program) {
  var briefing = Requirement(id: "briefing", name: "动员部署会议", duration: .minutes(60))
  briefing.kind = .meeting
  briefing.audience = Audience(organizer: true)
  briefing.attends = [CommunityFilter()]
  briefing.channel = .online
  var drill = Requirement(id: "drill", name: "消防疏散演练", duration: .minutes(90))
  drill.scenario = .fire
  drill.crews = [CrewNeed(role: "fire", crews: 1)]
  drill.participants = .share(numerator: 3, denominator: 100)
  drill.predecessors = [Predecessor(requirement: "briefing")]
  drill.notices = [NoticeRule(to: "secretnotified", workdays: 3)]
  drill.basis = "消防法 第十七条"
  drill.note = "请穿平底鞋，带毛巾；居民代表参加"
  var sealed = Requirement(id: "sealed", name: "高层建筑疏散演练", duration: .minutes(600))
  sealed.scenario = .highRise
  sealed.crews = [CrewNeed(role: "fire", crews: 1)]
  sealed.announcement = .dateOnly
  var hidden = Requirement(id: "hidden", name: "secretdrill", duration: .minutes(60))
  hidden.announcement = .internal
  var quiz = Requirement(id: "quiz", name: "应急知识竞答", duration: .allDay)
  quiz.kind = .event
  quiz.channel = .online
  quiz.url = "https://example.org/quiz"
  program.requirements = Table([briefing, drill, sealed, hidden, quiz])
  var push = Campaign(id: "push", name: "每日推送安全提示")
  push.to = "居民微信群"
  var tour = Campaign(id: "tour", name: "安全生产行")
  tour.audience = Audience(organizer: true, departments: true)
  tour.dates = DaySet(day("2024-06-01")...day("2024-12-31"))
  program.campaigns = [push, tour]
  var weekly = Deadline(id: "weekly", name: "报送本周活动材料", due: .weekly(.thu))
  weekly.dates = DaySet(day("2024-06-01")...day("2024-06-14"))
  weekly.wants = ["视频", "图片"]
  weekly.to = "安全员联络群"
  var summary = Deadline(id: "summary", name: "报送总结报告", due: .once(day("2024-06-25")))
  summary.audience = Audience(organizer: true, departments: true, filters: [CommunityFilter()])
  summary.form = "附件1"
  program.deadlines = [weekly, summary]
}
