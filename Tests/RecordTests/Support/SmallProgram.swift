import Drills

/// June 2024 of three communities with a drill each and a weekly one, a task, a campaign.
func program() -> Program {
  guard let zone = Zone("Asia/Shanghai"), let first = Day("2024-06-01"),
    let last = Day("2024-06-30")
  else { preconditionFailure("no tzdata") }
  var program = Program(
    id: "test", organizer: Organizer(name: "办公室"), zone: zone, period: first...last)
  for (index, name) in ["甲", "乙", "丙"].enumerated() {
    var community = Community(id: "u\(index + 1)", name: name, kind: .urban)
    community.population = 1000 * index
    program.communities.append(community)
  }
  program.departments.append(Department(id: "party", name: "党建办"))
  var venue = Venue(id: "square", name: "广场")
  venue.capacity = 400
  program.venues.append(venue)
  var drill = Requirement(id: "r", name: "疏散演练", duration: .minutes(60))
  drill.countsAs = ["evacuation-drill", "series-drill"]
  program.requirements.append(drill)
  var weekly = Requirement(id: "w", name: "每周演练", duration: .allDay)
  weekly.every = .week
  weekly.count = 2
  program.requirements.append(weekly)
  var deadline = Deadline(id: "report", name: "材料", due: .once(last))
  deadline.wants = ["photos", "text"]
  program.deadlines.append(deadline)
  program.lines = [
    Line(id: "push", name: "推送", units: [Line.Unit(name: "messages", measure: "条")])
  ]
  return program
}
