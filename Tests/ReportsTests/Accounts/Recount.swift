import Drills
import Foundation

/// Counts a month again from the history's JSON alone; shares nothing with the ledger.
struct Recount {
  typealias Event = [String: Any]

  private let activities: [Event]
  private let campaigns: [Event]
  private let counts: [Event]
  private let mended: [(owner: String, day: String)]

  init(_ json: String) throws {
    let document = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? Event ?? [:]
    let events = document["events"] as? [Event] ?? []
    func numbers(of kind: String) -> Set<Int> {
      Set(
        events.filter { $0["kind"] as? String == "retraction" && $0["ofKind"] as? String == kind }
          .compactMap { $0["of"] as? Int })
    }
    let withdrawn = Set(
      events.filter { $0["kind"] as? String == "withdrawal" }.compactMap { $0["of"] as? Int })
    let standing = events.filter {
      $0["kind"] as? String == "completion" && !withdrawn.contains($0["number"] as? Int ?? 0)
    }
    var last: [String: Event] = [:]
    var campaigns: [Event] = []
    for event in standing {
      let subject = event["subject"] as? String ?? ""
      if subject.hasSuffix("/push") { campaigns.append(event) } else { last[subject] = event }
    }
    activities = Array(last.values)
    self.campaigns = campaigns
    let lostCounts = numbers(of: "count")
    counts = events.filter {
      $0["kind"] as? String == "count" && !lostCounts.contains($0["number"] as? Int ?? 0)
    }
    let lostProblems = numbers(of: "problem")
    let lostMendings = numbers(of: "mending")
    mended = events.filter { event in
      event["kind"] as? String == "mending"
        && ["employee", "resident"].contains(event["source"] as? String ?? "")
        && !lostProblems.contains(event["of"] as? Int ?? 0)
        && !lostMendings.contains(event["number"] as? Int ?? 0)
    }.map { ($0["subject"] as? String ?? "", $0["day"] as? String ?? "") }
  }

  /// What a counter of an owner comes to from one day to another, written as dates.
  func value(_ counter: String, of owner: String, _ first: String, _ last: String) -> Int {
    var dated: [(day: String, at: String, amount: Int)] = []
    for event in activities {
      let rule = (event["subject"] as? String ?? "").split(separator: "/").dropFirst().first ?? ""
      var own = event["counts"] as? [String: Int] ?? [:]
      let people = event["people"] as? Int ?? 0
      if rule == "high-rise" {
        own["drill.sessions"] = own["drill.sessions"] ?? 1
        own["drill.people"] = own["drill.people"] ?? people
      }
      if rule == "high-rise" || rule == "study" { own["media.talks"] = own["media.talks"] ?? 1 }
      if event.owner == owner, let amount = own[counter] {
        dated.append((event.lastDay, event.at, amount))
      }
      for partner in event.partners
      where partner["community"] as? String == owner && rule == "high-rise"
        && counter == "drill.people"
      {
        dated.append((event.lastDay, event.at, partner["people"] as? Int ?? 0))
      }
    }
    for event in campaigns where event.owner == owner {
      let own = event["counts"] as? [String: Int] ?? [:]
      let people = event["people"] as? Int ?? 0
      if let amount = own[counter] ?? (counter == "drill.people" ? people : nil) {
        dated.append((event.lastDay, event.at, amount))
      }
    }
    for event in counts where event["subject"] as? String == "\(owner)/\(counter)" {
      dated.append((event.lastDay, event.at, event["amount"] as? Int ?? 0))
    }
    if counter == "reward-scheme.mended" {
      dated += mended.filter { $0.owner == owner }.map { ($0.day, "", 1) }
    }
    if counter == "media.columns" {
      return dated.filter { $0.day <= last }.max { ($0.day, $0.at) < ($1.day, $1.at) }?.amount ?? 0
    }
    return dated.filter { (first...last).contains($0.day) }.reduce(0) { $0 + $1.amount }
  }

  /// Sessions and people of activities, then records and people of campaigns.
  func deeds(of owner: String?, _ first: String, _ last: String) -> [Int] {
    var result = [0, 0, 0, 0]
    for event in activities where (first...last).contains(event.lastDay) {
      if owner == nil || event.owner == owner {
        result[0] += 1
        result[1] += event["people"] as? Int ?? 0
      }
      for partner in event.partners
      where owner == nil || partner["community"] as? String == owner {
        result[1] += partner["people"] as? Int ?? 0
      }
    }
    for event in campaigns
    where (first...last).contains(event.lastDay) && (owner == nil || event.owner == owner) {
      result[2] += 1
      result[3] += event["people"] as? Int ?? 0
    }
    return result
  }
}

extension Recount.Event {
  fileprivate var owner: String {
    (self["subject"] as? String ?? "").split(separator: "/").first.map(String.init) ?? ""
  }
  fileprivate var lastDay: String { self["lastDay"] as? String ?? self["day"] as? String ?? "" }
  fileprivate var at: String { self["at"] as? String ?? "" }
  fileprivate var partners: [[String: Any]] { self["partners"] as? [[String: Any]] ?? [] }
}
