import Drills
import Feeds
import Foundation
import HTTPTypes
import Office
import Testing
import Workspace

@testable import MusterServer

@Suite struct `A public feed` {
  @Test func `is the very bytes of its file, whatever is accepted`() async throws {
    try await withOffice { home in
      let client = try TestClient([home])
      let folder = home.appending(path: "feeds")
      var count = 0
      for case let path as String in try #require(
        FileManager.default.enumerator(atPath: folder.path))
      where path.hasSuffix(".ics") {
        count += 1
        for accept in ["text/html", "image/png", "*/*", nil] {
          var headers = HTTPFields()
          if let accept { headers[.accept] = accept }
          let answer = try await client.get("/f/town/\(path)", headers)
          #expect(answer.status == 200)
          #expect(answer.bytes == Array(try Data(contentsOf: folder.appending(path: path))))
          #expect(answer.headers[.contentType] == "text/calendar; charset=utf-8")
          #expect(answer.headers[.contentDisposition] == "inline")
          #expect(answer.headers[.cacheControl] == "public, max-age=300")
          #expect(answer.headers[.vary] == "Accept-Encoding")
          #expect(answer.headers[.robots] == "noindex")
        }
      }
      #expect(count == 7)  // everything, an area, two communities, two venues, a team
    }
  }

  @Test func `is told to be the same by its tag, compressed or not`() async throws {
    try await withOffice { home in
      let client = try TestClient([home])
      let plain = try await client.get("/f/town/all.ics")
      let packed = try await client.get("/f/town/all.ics", [.acceptEncoding: "gzip"])
      let (one, two) = (plain.headers[.eTag] ?? "", packed.headers[.eTag] ?? "")

      #expect(one != two && one.count == 66 && two.count == 66)
      #expect(packed.headers[.contentEncoding] == "gzip")
      #expect(packed.bytes.count < plain.bytes.count / 2)

      let same = try await client.get("/f/town/all.ics", [.ifNoneMatch: one])
      #expect(same.status == 304 && same.bytes.isEmpty)
      #expect(same.headers[.eTag] == one)
      #expect(same.headers[.cacheControl] == "public, max-age=300")
      #expect(same.headers[.contentLength] == nil)

      let head = try await client.get("/f/town/all.ics", method: .head)
      #expect(head.status == 200 && head.bytes.isEmpty)
      #expect(head.headers[.contentLength] == "\(plain.bytes.count)")
      #expect(head.headers[.eTag] == one)
    }
  }

  @Test func `changes at the next poll after a plan`() async throws {
    try await withOffice { home in
      let client = try TestClient([home])
      let before = try await client.get("/f/town/communities/u1.ics")
      try plan(Office(folder: home.path), 2024, at: 600)
      let tag = before.headers[.eTag] ?? ""
      let after = try await client.get("/f/town/communities/u1.ics", [.ifNoneMatch: tag])

      #expect(before.text.contains("T090000") && !before.text.contains("T100000\r\nDTEND"))
      #expect(after.status == 200)
      #expect(after.text.contains("DTSTART;TZID=Asia/Shanghai:20240612T100000"))
    }
  }

  @Test func `is served as it last was when its file is gone`() async throws {
    try await withOffice { home in
      let client = try TestClient([home])
      let before = try await client.get("/f/town/all.ics")
      try FileManager.default.removeItem(at: home.appending(path: "feeds"))
      let after = try await client.get("/f/town/all.ics")

      #expect(after.status == 200 && after.bytes == before.bytes)
      #expect(try await client.get("/f/town/communities/u1.ics").status == 404)
    }
  }

  @Test(arguments: [
    "/f/town/communities/x9.ics", "/f/town/organizer.ics", "/f/other/all.ics", "/f/town/all",
    "/f/town/tasks/all.ics", "/f/town/communities/..%2Fall.ics", "/f/town/../muster.sqlite",
    "/f/town/communities/u1", "/f/town/.ics", "/f/town/departments/u1.ics", "/f/town",
    "/f/town/communities/U1.ics", "/f/town/private/all.ics",
  ])
  func `is none under any other address`(path: String) async throws {
    try await withOffice { home in
      let answer = try await TestClient([home]).get(path)
      #expect(answer.status == 404 && answer.bytes.isEmpty)
    }
  }

  @Test func `of several years is one, newest first, no UID twice`() async throws {
    try await withOffice(years: [2024, 2025]) { home in
      let client = try TestClient([home])
      client.clock.now = 1_748_736_000  // 1 June 2025
      let text = try await client.get("/f/town/communities/u1.ics").text
      let uids = text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }

      #expect(uids.count == 6)
      #expect(Set(uids).count == 6)
      #expect(uids.prefix(3).allSatisfy { $0.hasSuffix("@town-2025.muster.invalid") })
      #expect(text.components(separatedBy: "BEGIN:VTIMEZONE").count == 2)
      #expect(text.components(separatedBy: "BEGIN:VCALENDAR").count == 2)
      #expect(text.hasSuffix("END:VCALENDAR\r\n"))

      client.clock.now = 1_755_000_000  // 12 August 2025: June 2024 is over for more than 13 months
      let later = try await client.get("/f/town/communities/u1.ics").text
      #expect(!later.contains("town-2024") && later.contains("town-2025"))
    }
  }
}

@Suite struct `A private feed` {
  private func link(
    to feed: FeedID, _ edition: FeedID.Edition = .private, in home: URL
  ) throws -> Link {
    let folder = try OfficeFolder(home.path)
    let feeds = try folder.newestPlanned(at: morning).feeds()
    let file = try #require(feeds.first { $0.id == feed && $0.edition == edition })
    return try folder.makeLinks(to: [file], label: "手机", by: "甲", at: morning)[0]
  }

  @Test func `is served at an address that nobody can guess`() async throws {
    try await withOffice { home in
      let (hours, tasks) = (
        try link(to: "communities/u1", in: home), try link(to: "all", .tasks, in: home)
      )
      let client = try TestClient([home])
      let answer = try await client.get("/f/\(hours.token).ics")

      #expect(Link.isToken(hours.token) && hours.token != tasks.token)
      #expect(answer.status == 200)
      #expect(
        answer.bytes
          == Array(
            try Data(contentsOf: home.appending(path: "feeds-private/communities/u1.ics"))))
      #expect(answer.headers[.cacheControl] == "private, max-age=300")
      #expect(try await client.get("/f/\(tasks.token).ics").text.contains("BEGIN:VTODO"))
      for wrong in [String(hours.token.reversed()), hours.token + "a", "", "a"] {
        #expect(try await client.get("/f/\(wrong).ics").status == 404)
      }
    }
  }

  @Test func `is of the newest year that has a plan, while the next is being written`() async throws
  {
    try await withOffice(years: [2023, 2024]) { home in
      let next = home.appending(path: "2025")
      try makeWorkspace(in: next, 2025)
      #expect(try OfficeFolder(home.path).years.map(\.plan.id).first == "town-2025")
      #expect(
        try OfficeFolder(home.path).newestPlanned(at: morning).program.id == "town-2024")
      let made = try link(to: "communities/u1", in: home)
      try Data("id: town-2025\nrequirements: [".utf8).write(to: next.appending(path: "plan.yaml"))
      #expect(
        try OfficeFolder(home.path).newestPlanned(at: morning).program.id == "town-2024")
      let text = try await TestClient([home]).get("/f/\(made.token).ics").text
      #expect(text.contains("@town-2023.") && text.contains("@town-2024."))
    }
  }

  @Test func `says for 90 days that it was given up, and is then none`() async throws {
    try await withOffice { home in
      let made = try link(to: "communities/u1", in: home)
      let client = try TestClient([home])
      #expect(try await client.get("/f/\(made.token).ics").text.contains("疏散演练"))

      _ = try OfficeFolder(home.path).revoke(made.number, by: "乙", at: morning)
      try await Task.sleep(for: .milliseconds(260))  // it holds within a second
      let answer = try await client.get("/f/\(made.token).ics")
      let again = try await client.get("/f/\(made.token).ics")

      #expect(answer.status == 200)
      #expect(answer.text.components(separatedBy: "BEGIN:VEVENT").count == 2)
      #expect(answer.text.replacingOccurrences(of: "\r\n ", with: "").contains("此订阅已停用"))
      #expect(!answer.text.contains("疏散演练"))
      #expect(answer.bytes == again.bytes)

      client.clock.now = morning.adding(days: 90)
      #expect(try await client.get("/f/\(made.token).ics").status == 404)
      #expect(throws: Refusal.self) {
        try OfficeFolder(home.path).revoke(made.number, by: "乙", at: morning)
      }
    }
  }

  @Test func `may be fetched 60 times an hour`() async throws {
    try await withOffice { home in
      let path = "/f/\(try link(to: "all", in: home).token).ics"
      let client = try TestClient([home])
      for _ in 0..<60 { #expect(try await client.get(path).status == 200) }
      let answer = try await client.get(path)
      #expect(answer.status == 429)
      #expect((Int(answer.headers[.retryAfter] ?? "") ?? 0) > 0)

      client.clock.now += 3600
      #expect(try await client.get(path).status == 200)
    }
  }
}
