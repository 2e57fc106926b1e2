import Drills
import Foundation
import Reports
import Testing

/// Compares `actual` with a file under `Golden/`; `UPDATE_GOLDEN=1 swift test` rewrites the file.
func expectGolden(
  _ actual: String, _ name: String, at location: SourceLocation = #_sourceLocation
) throws {
  let golden = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try Data(actual.utf8).write(to: golden)
  }
  let expected = try String(contentsOf: golden, encoding: .utf8)
  #expect(actual == expected, "differs from \(golden.path)", sourceLocation: location)
}

func day(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("no such day: \(text)") }
  return day
}

/// A city community and a village in June 2024, with three requirements, a deadline and a campaign.
func sampleProgram() -> Program {
  guard let zone = Zone("Asia/Shanghai") else { preconditionFailure("no tzdata") }
  var program = Program(
    id: "test", organizer: Organizer(name: "示例办公室"), zone: zone,
    period: day("2024-06-01")...day("2024-06-30"))
  program.title = "示例方案"
  program.dayKinds = DayKinds(holidays: [day("2024-06-10")], makeUpWorkdays: [day("2024-06-15")])
  var city = Community(id: "u1", name: "示例社区", kind: .urban)
  city.hazards = [.highRise, .complex]
  city.population = 3000
  program.communities.append(city)
  var village = Community(id: "v1", name: "示例村", kind: .rural)
  village.hazards = [.flood]
  program.communities.append(village)
  var square = Venue(id: "square", name: "文化广场")
  square.types = ["square"]
  program.venues.append(square)
  program.teams.append(Team(id: "fire-1", name: "消防一中队", role: "fire"))

  var briefing = Requirement(id: "briefing", name: "动员部署会议", duration: .minutes(60))
  briefing.kind = .meeting
  briefing.audience = Audience(organizer: true)
  program.requirements.append(briefing)
  var highRise = Requirement(id: "high-rise", name: "高层建筑消防疏散演练", duration: .minutes(90))
  highRise.scenario = .highRise
  highRise.audience.filters[0].hazards = [.highRise]
  highRise.venueTypes = ["square"]
  highRise.notices = [NoticeRule(to: "消防救援站", workdays: 3)]
  highRise.crews = [CrewNeed(role: "fire", crews: 1)]
  program.requirements.append(highRise)
  var study = Requirement(id: "study", name: "专题学习", duration: .minutes(60))
  study.kind = .meeting
  study.count = 2
  program.requirements.append(study)
  program.deadlines.append(
    Deadline(id: "weekly", name: "报送本周材料", due: .weekly(.thu)))
  var push = Campaign(id: "push", name: "每日推送")
  push.audience = Audience(organizer: true, filters: [CommunityFilter()])
  program.campaigns.append(push)
  return program
}

/// A plan of that program with something in every state on 12 June.
func sampleView() -> PlanViewInputs {
  let plan = Plan([
    "organizer/briefing": Placement(day: day("2024-06-03"), start: 540),
    "u1/high-rise": Placement(
      day: day("2024-06-12"), start: 540, venue: "square", teams: ["fire": "fire-1"]),
    "u1/study/1": Placement(day: day("2024-06-05"), start: 600),
    "u1/study/2": Placement(day: day("2024-06-14"), start: 600),
    "v1/study/2": Placement(day: day("2024-06-20"), start: 900),
  ])
  var score = Score()
  score.unplaced = 100
  score.placement = 7
  score.quietWeek = 6
  let revision = Revision(
    number: 3, base: nil, savedAt: 1_717_000_000, savedBy: "test", seed: 1,
    now: 1_717_000_000, score: score, bound: Bound(unplaced: 0, cost: 12), plan: plan,
    cancelled: ["v1/study/2"])
  let completion = Completion(
    of: "organizer/briefing", day: day("2024-06-03"), people: 42, recordedBy: "test",
    recordedAt: 1_717_400_000)
  let task = Completion(
    of: "u1/weekly/2024-06-06", day: day("2024-06-07"), people: 0, recordedBy: "test",
    recordedAt: 1_717_700_000)
  return PlanViewInputs(
    agenda: Agenda(sampleProgram()), revision: revision,
    completions: ["organizer/briefing": [completion], "u1/weekly/2024-06-06": [task]],
    now: Moment(day: day("2024-06-12"), minute: 480))
}

/// The view of that plan, with a contest beside the campaign.
func contestView() -> PlanView {
  var program = sampleProgram()
  var works = Campaign(id: "works", name: "作品征集")
  works.stages = ["街道", "区"]
  program.campaigns.append(works)
  var inputs = sampleView()
  inputs.agenda = Agenda(program)
  return PlanView(inputs)
}

/// Problems, one mended, and works at every stage of a contest.
func sampleAccounts() -> Accounts {
  var accounts = Accounts()
  var open = Problem(
    text: "常闭门损坏", owner: "u1", source: .drill, foundOn: day("2024-06-05"),
    recordedBy: "test", recordedAt: 1)
  open.number = 1
  open.mender = "物业"
  open.mendBy = day("2024-06-10")
  var mended = open
  mended.number = 2
  mended.mending = Problem.Mending(day: day("2024-06-08"), recordedBy: "test", recordedAt: 2)
  accounts.problems = [open, mended]
  for outcomes in [[], [true], [false], [true, true]] {
    var work = Work(
      campaign: "works", owner: "u1", title: "作品", medium: .video,
      published: day("2024-06-01"), recordedBy: "test", recordedAt: 3)
    work.outcomes = zip(["街道", "区"], outcomes).map {
      Work.Outcome(
        stage: $0, passed: $1, day: day("2024-06-11"), recordedBy: "test", recordedAt: 4)
    }
    accounts.works.append(work)
  }
  return accounts
}

struct PlanViewInputs {
  var agenda: Agenda
  var revision: Revision
  var completions: [DutyID: [Completion]]
  var now: Moment
}
