// Times Muster's own writing of all feeds of a city: 2,600 communities, 26,000 activities.

import Drills
import Feeds
import Foundation

private func day(_ text: String) -> Day {
  guard let day = Day(text) else { fatalError("no such day: \(text)") }
  return day
}

/// 130 sub-districts of 20 communities with ten requirements each, all placed.
private func city() -> (agenda: Agenda, plan: Plan) {
  guard let zone = Zone("Asia/Shanghai") else { fatalError("no tzdata") }
  var program = Program(
    id: "city", organizer: Organizer(name: "市安全生产委员会办公室"), zone: zone,
    period: day("2024-06-01")...day("2024-06-30"))
  program.title = "2024年全市“安全生产月”活动"
  program.publishBase = "https://feeds.example.org/city"
  for number in 0..<2600 {
    let area = "a\(number / 20)"
    var community = Community(id: "c\(number)", name: "第\(number)社区", kind: .urban)
    community.area = area
    community.population = 3000
    program.communities.append(community)
    var venue = Venue(id: "v\(number)", name: "第\(number)社区广场")
    venue.types = ["square"]
    venue.owner = community.id
    venue.address = "安全大街\(number)号"
    venue.position = Position(latitude: 41.7, longitude: 123.4)
    program.venues.append(venue)
  }
  for number in 0..<130 {
    program.teams.append(Team(id: "f\(number)", name: "第\(number)消防救援站", role: "fire"))
  }
  for number in 0..<10 {
    var requirement = Requirement(
      id: "r\(number)", name: "第\(number)项消防疏散演练", duration: .minutes(90))
    requirement.scenario = .highRise
    requirement.note = "请物业、微型消防站与志愿者提前十分钟到场；沿疏散指示标志撤离，不乘电梯。"
    requirement.basis = "高层民用建筑消防安全管理规定 第四十四条"
    program.requirements.append(requirement)
  }
  let agenda = Agenda(program)
  var placements: [DutyID: Placement] = [:]
  for (index, activity) in agenda.activities.elements.enumerated() {
    let community = index / 10
    placements[activity.id] = Placement(
      day: day("2024-06-01") + index % 30, start: 540 + 30 * (index % 14), venue: "v\(community)",
      teams: ["fire": "f\(community / 20)"])
  }
  return (agenda, Plan(placements))
}

/// Seconds of processor time, since the clock on the wall counts what others do too.
private func seconds(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
  let begin = now()
  try body()
  return now() - begin
}

/// Writes what differs, as a plain C program would: without waiting for the disk.
private func write(
  _ publisher: Publisher, _ rows: [Publication.Key: Publication], to folder: String
)
  throws -> (files: Int, bytes: Int)
{
  var files = 0
  var bytes = 0
  try publisher.forEachFile(rows) { file in
    let path = "\(folder)/\(file.location)"
    if holds(path, file.bytes) { return }
    guard let stream = fopen(path, "wb"),
      fwrite(file.bytes, 1, file.bytes.count, stream) == file.bytes.count, fclose(stream) == 0
    else { fatalError("cannot write \(path)") }
    files += 1
    bytes += file.bytes.count
  }
  return (files, bytes)
}

private func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
  guard let stream = fopen(path, "rb") else { return false }
  defer { fclose(stream) }
  let found = [UInt8](unsafeUninitializedCapacity: bytes.count + 1) { buffer, count in
    count = fread(buffer.baseAddress, 1, bytes.count + 1, stream)
  }
  return found == bytes
}

@main enum WriteFeeds {
  static func main() throws {
    let folder = CommandLine.arguments[1]
    for edition in ["feeds/", "feeds-private/", "feeds-private/tasks/"] {
      for kind in ["areas", "communities", "departments", "teams", "venues"] {
        try FileManager.default.createDirectory(
          atPath: "\(folder)/\(edition)\(kind)", withIntermediateDirectories: true)
      }
    }
    let (agenda, plan) = city()
    var source = FeedSource(agenda: agenda, plan: plan, now: 1_716_163_200)
    var rows: [Publication.Key: Publication] = [:]
    var written = (files: 0, bytes: 0)
    var publisher = Publisher(source)
    let making = seconds {
      publisher = Publisher(source)
      for row in publisher.changed(since: [:]) { rows[row.key] = row }
    }
    let writing = try seconds { written = try write(publisher, rows, to: folder) }
    source.now += 3600
    var changed = 0
    let comparing = try seconds {
      let later = Publisher(source)
      changed = later.changed(since: rows).count
      let again = try write(later, rows, to: folder)
      precondition(again.files == 0, "something was written")
    }
    precondition(changed == 0, "something changed")
    print("activities\t\(agenda.activities.count)\nevents\t\(rows.count)")
    print("files\t\(written.files)\nbytes\t\(written.bytes)")
    print("muster: make events and rows\t\(making)")
    print("muster: write feeds\t\(writing)")
    print("muster: find all unchanged\t\(comparing)")
  }
}
