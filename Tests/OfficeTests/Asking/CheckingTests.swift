import Drills
import Office
import Reports
import Testing

@Suite struct `A check` {
  @Test func `knows what time it is`() async throws {
    let workspace = Workspace(
      """
        - { id: a, name: a, for: {}, duration: 1h, dates: 2024-06-03..2024-06-05 }
        - { id: b, name: b, for: {}, duration: 1h, dates: 2024-06-03..2024-06-10, notices: [ { to: 消防, workdays: 3 } ] }
      """)
    try await workspace.open { office in
      let later = morning + 3 * 86_400
      #expect(try office.check(at: may).findings(in: .english).isEmpty)
      let impossible = try office.check(at: later).feasibility.impossible
      #expect(impossible.map(\.activity.id) == ["c1/a", "c2/a", "c1/b", "c2/b"])
      #expect(impossible.map(\.emptiedBy) == [.now, .now, .notice, .notice])
      #expect(impossible.last?.lack == .notice(workdays: 3, given: 1, last: day(10)))
      #expect(
        try office.check(at: later).findings(in: .english).first
          == "c1/a: what is left is in the past: the last was Wed 5 Jun")
      // What was published, or done, is past and fits.
      _ = try await office.standing(at: may).plan(planning)
      #expect(try office.check(at: later).findings(in: .english).isEmpty)
    }
  }

  @Test func `names how many seats are missing`() async throws {
    var workspace = Workspace(
      "  - { id: a, name: a, for: {}, duration: 1h, participants: 50%, venue: [hall] }",
      communities: 1)
    workspace.venues = "h,礼堂,hall,,400,1\ni,小礼堂,hall,,300,1"
    try await workspace.open { office in
      let checked = try office.check(at: may)
      #expect(checked.feasibility.impossible.map(\.lack) == [.seats(people: 500, most: 400)])
      #expect(
        checked.findings(in: .english) == [
          "c1/a: no venue seats its participants: 500 people, the largest holds 400"
        ])
      #expect(checked.findings(in: .chinese) == ["c1/a: 没有容得下人数的场地：500 人，最大的容纳 400 人"])
    }
  }

  private struct Case: CustomTestStringConvertible {
    let testDescription: String
    let requirements: String
    var settings = ""
    let activities: [DutyID]
    let lack: Misfit.Lack
  }

  private static let cases = [
    Case(
      testDescription: "too many days apart",
      requirements: "  - { id: a, name: a, for: {}, duration: 1h, count: 3, apart: 7 }",
      activities: ["c1/a/1", "c1/a/2", "c1/a/3"],
      lack: .apart(count: 3, days: 7, needed: 15, available: 12)),
    Case(
      testDescription: "days apart among the days that there are",
      requirements:
        "  - { id: a, name: a, for: {}, duration: 1h, count: 3, apart: 3, days: [mon, tue] }",
      activities: ["c1/a/1", "c1/a/2", "c1/a/3"],
      lack: .fewDays(count: 3, days: 3, fitting: 2)),
    Case(
      testDescription: "one after the other on one day",
      requirements: """
          - { id: a, name: a, for: {}, duration: 1h, dates: 2024-06-05 }
          - { id: b, name: b, for: {}, duration: 1h, dates: 2024-06-05, after: [a] }
        """,
      activities: ["c1/a", "c1/b"], lack: .order(days: 1, available: 0)),
    Case(
      testDescription: "two on one day where one may begin",
      requirements: """
          - { id: a, name: a, for: {}, duration: 1h, dates: 2024-06-05 }
          - { id: b, name: b, for: {}, duration: 1h, dates: 2024-06-05 }
        """, settings: "limits: { per-community-per-day: 1 }",
      activities: ["c1/a", "c1/b"], lack: .daily(limit: 1, days: 1, most: 1)),
    Case(
      testDescription: "three in two hours",
      requirements: """
          - { id: a, name: a, for: {}, duration: 1h, count: 3, dates: 2024-06-05, hours: "09:00-11:00" }
        """,
      activities: ["c1/a/1", "c1/a/2", "c1/a/3"], lack: .hours(asked: 180, available: 120)),
    Case(
      testDescription: "one that the organizer calls away",
      requirements: """
          - { id: o, name: o, for: organizer, duration: 2h, dates: 2024-06-05, hours: "09:00-11:00", attends: {} }
          - { id: a, name: a, for: {}, duration: 1h, dates: 2024-06-05, hours: "09:00-11:00" }
        """,
      activities: ["organizer/o", "c1/a"], lack: .hours(asked: 180, available: 120)),
    Case(
      testDescription: "one crew that must come back first",
      requirements: """
          - { id: a, name: a, for: {}, duration: 1h, dates: 2024-06-05, hours: "09:00-10:30", blocking: false,
              teams: { fire: 1 } }
          - { id: b, name: b, for: {}, duration: 1h, dates: 2024-06-05, hours: "09:00-10:30", blocking: false,
              teams: { fire: 1 } }
        """,
      activities: ["c1/a", "c1/b"], lack: .together),
  ]

  @Test(arguments: cases)
  private func `finds what cannot fit in one community alone`(trial: Case) async throws {
    var workspace = Workspace(trial.requirements, communities: 1)
    workspace.settings = trial.settings
    try await workspace.open { office in
      let checked = try office.check(at: may)
      #expect(checked.misfits.map(\.activities) == [trial.activities])
      #expect(checked.misfits.map(\.lack) == [trial.lack])
      let chinese = checked.findings(in: .chinese)[0].drop { $0 != "：" }
      #expect(!chinese.contains { $0.isASCII && $0.isLetter && !"acrob/ozgnie".contains($0) })
      let planned = try await office.standing(at: may).plan(planning)
      #expect(planned.view.revision.score.unplaced > 0)
    }
  }

  @Test func `finds nothing where everything fits`() async throws {
    let workspace = Workspace(
      """
        - { id: a, name: a, for: {}, duration: 1h, count: 2, apart: 7, teams: { fire: 1 } }
        - { id: b, name: b, for: {}, duration: 1h, after: [a] }
      """)
    try await workspace.open { office in
      let findings = try office.check(at: may).findings(in: .english)
      #expect(findings.isEmpty)
    }
  }
}
