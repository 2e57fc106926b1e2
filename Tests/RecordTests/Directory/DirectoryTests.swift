import Drills
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Record

@Suite struct `The directory of an office` {
  private func link(_ sign: Character, to feed: FeedID = "communities/u1") -> Link {
    Link(
      token: String(repeating: sign, count: 26), feed: feed, label: "手机", madeBy: "甲", madeAt: 100)
  }

  @Test func `keeps links in the order made, and that they were given up`() throws {
    let directory = try Directory.inMemory()
    let made = try directory.append([link("a"), link("b", to: "teams/fire-1")])

    #expect(made.map(\.number) == [1, 2])
    #expect(try directory.links() == made)
    #expect(try directory.revoke(2, Link.Revocation(by: "乙", at: 200)))
    #expect(try directory.revoke(2, Link.Revocation(by: "丙", at: 300)) == false)
    #expect(try directory.links()[0].revoked == nil)
    #expect(try directory.links()[1].revoked == Link.Revocation(by: "乙", at: 200))
  }

  @Test func `takes all links or none`() throws {
    let directory = try Directory.inMemory()
    _ = try directory.append([link("a")])

    #expect(throws: RecordFailure.self) { try directory.append([link("b"), link("a")]) }
    #expect(try directory.links().count == 1)
    #expect(throws: RecordFailure.self) {
      try directory.revoke(9, Link.Revocation(by: "乙", at: 200))
    }
  }

  @Test(arguments: [
    "UPDATE link SET feed = 'all'", "DELETE FROM link", "DELETE FROM link_revocation",
    "UPDATE link_revocation SET revoked_at = 1",
  ])
  func `is never edited`(sql: String) throws {
    let directory = try Directory.inMemory()
    _ = try directory.append([link("a")])
    _ = try directory.revoke(1, Link.Revocation(by: "乙", at: 200))

    #expect(throws: DatabaseError.self) {
      try directory.database.write { try $0.execute(sql: sql) }
    }
  }

  @Test(arguments: [
    ("link", "token", "'short'", RowKind.link), ("link", "made_at", "99999999999999", .link),
    ("link", "is_of_tasks", "2", .link), ("link", "feed", "x'ff'", .link),
    ("link_revocation", "revoked_at", "-99999999999999", .link),
    ("fetch", "hour", "99999999999999", .fetch), ("fetch", "feed", "'moon'", .fetch),
  ])
  func `is damaged where a row says what cannot be`(
    table: String, column: String, value: String, kind: RowKind
  ) throws {
    let directory = try Directory.inMemory()
    _ = try directory.append([link("a")])
    _ = try directory.revoke(1, Link.Revocation(by: "乙", at: 200))
    try directory.keep([.link(1): Fetch(hour: 7200, family: "iOS")])
    try directory.database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
      for name in try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      {
        try database.execute(sql: "DROP TRIGGER \"\(name)\"")
      }
      let strict =
        "PRAGMA writable_schema = ON; "
        + "UPDATE sqlite_master SET sql = replace(sql, ') STRICT', ')'); "
        + "PRAGMA writable_schema = RESET"
      if value.hasPrefix("x") { try database.execute(sql: strict) }
      try database.execute(sql: "UPDATE \(table) SET \(column) = \(value)")
    }

    let failure = #expect(throws: RecordFailure.self) {
      _ = try directory.links()
      _ = try directory.fetches()
    }
    guard case .damagedRow(kind, _, _) = failure?.reason else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test func `knows the newest fetch of each feed`() throws {
    let directory = try Directory.inMemory()
    try directory.keep([
      .link(1): Fetch(hour: 7200, family: "iOS"), .public("all"): Fetch(hour: 0, family: "curl"),
    ])
    try directory.keep([
      .link(1): Fetch(hour: 3600, family: "WeChat"), .public("all"): Fetch(hour: 3600, family: "x"),
    ])

    #expect(
      try directory.fetches() == [
        .link(1): Fetch(hour: 7200, family: "iOS"), .public("all"): Fetch(hour: 3600, family: "x"),
      ])
  }

  @Test func `lies in a file that its owner alone may read`() throws {
    let folder = URL.temporaryDirectory.appending(path: "directory-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "office.sqlite").path

    #expect(try Directory.open(path) == nil)
    #expect(!FileManager.default.fileExists(atPath: path))
    _ = try Directory.openOrCreate(path).append([link("a")])
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: folder.appending(path: name).path)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
    #expect(try Directory.open(path)?.links().count == 1)
  }

  @Test func `is told as it is to whoever may read it and not write`() throws {
    let folder = URL.temporaryDirectory.appending(path: "directory-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "office.sqlite").path
    let made = try Directory.openOrCreate(path).append([link("a")])
    let held = try Directory.openOrCreate(path)
    #expect(try Directory.copied(from: path).links() == made)
    #expect(try held.links() == made)
  }

  @Test func `keeps what each of many writes who make it at once`() throws {
    let folder = URL.temporaryDirectory.appending(path: "directory-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "office.sqlite").path
    let signs = Array("abcdefghijklmnop")
    let failures = Mutex<[String]>([])

    DispatchQueue.concurrentPerform(iterations: signs.count) { index in
      do {
        _ = try Directory.openOrCreate(path).append([link(signs[index])])
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }

    #expect(failures.withLock { $0 } == [])
    #expect(try Directory.open(path)?.links().count == signs.count)
  }

  @Test func `is no record, and a record is none`() throws {
    let folder = URL.temporaryDirectory.appending(path: "directory-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (record, office) = (
      folder.appending(path: "muster.sqlite").path, folder.appending(path: "office.sqlite").path
    )
    _ = try Record.openOrCreate(record, plan: "p")
    _ = try Directory.openOrCreate(office)

    #expect(throws: RecordFailure.self) { try Directory.open(record) }
    #expect(throws: RecordFailure.self) { try Record.open(office, plan: "p") }
    #expect(try Record.plan(at: record) == "p")
    #expect(try Record.plan(at: folder.appending(path: "nothing").path) == nil)
  }
}
