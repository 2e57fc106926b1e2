import Drills
import Foundation
import HTTPTypes
import Office
import Testing

@testable import MusterServer

/// Every address that a public page leads to, found by following it.
private func crawl(
  _ client: TestClient, from start: String, _ headers: HTTPFields
) async throws -> [String: String] {
  var found: [String: String] = [:]
  var waiting = [start]
  while let path = waiting.popLast() {
    guard found[path] == nil else { continue }
    let answer = try await client.get(path, headers)
    #expect(answer.status == 200, "\(path)")
    found[path] = answer.text
    for part in answer.text.components(separatedBy: "href=\"").dropFirst() {
      let target = part.prefix { $0 != "\"" }.prefix { $0 != "#" }
        .replacingOccurrences(of: "&amp;", with: "&")
      if target.hasPrefix("/"), !target.hasPrefix("//") { waiting.append(target) }
    }
  }
  return found
}

@Suite struct `Public pages` {
  @Test(arguments: ["zh-CN,zh;q=0.9", "en-GB"])
  func `lead to one another and say nothing that feeds do not`(language: String) async throws {
    try await withOffice { home in
      let client = try TestClient([home])
      let pages = try await crawl(client, from: "/o/town/", [.acceptLanguage: language])

      #expect(pages.count > 30)
      for (path, text) in pages {
        for secret in secrets { #expect(!text.contains(secret), "\(path) says \(secret)") }
        // In a feed they are text as they stand.
        guard !path.contains(".ics") else { continue }
        #expect(!text.contains("<社区>") && !text.contains("<b>人人"), "\(path)")
      }
      #expect(pages["/o/town/"]?.contains("一&lt;社区&gt;") == true)
      #expect(
        pages["/o/town/a/u1/open.ics"]?.contains("UID:u1/open@town-2024.muster.invalid") == true)
    }
  }

  @Test func `are as they must be for browsers`() async throws {
    try await withOffice { home in
      let client = try TestClient([home])
      let answer = try await client.get("/o/town/")

      #expect(answer.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'self'; ") == true)
      #expect(answer.headers[.xContentTypeOptions] == "nosniff")
      #expect(answer.headers[.referrerPolicy] == "same-origin")
      #expect(answer.headers[.strictTransportSecurity] != nil)
      #expect(answer.headers[.robots] == "noindex")
      for sign in ["<script>", " style=", "onclick", "http://"] {
        #expect(!answer.text.contains(sign), "\(sign)")
      }
      let again = try await client.get(
        "/o/town/", [.ifNoneMatch: answer.headers[.eTag] ?? ""])
      #expect(again.status == 304)
    }
  }

  @Test func `follow the record and the day`() async throws {
    try await withOffice { home in
      let client = try TestClient([home])
      let before = try await client.get("/o/town/a/u1/open").text
      try plan(Office(folder: home.path), 2024, at: 600)
      let after = try await client.get("/o/town/a/u1/open").text

      #expect(before.contains("9:00–10:00") || before.contains("09:00–10:00"))
      #expect(after.contains("10:00–11:00") && after.contains("已改期"))
      #expect(after.contains("第 2 版"))
      #expect(!after.contains("◐ 今天"))
      client.clock.now = morning.adding(days: 9)
      #expect(try await client.get("/o/town/a/u1/open").text.contains("◐ 今天"))
    }
  }

  @Test(arguments: [
    "/o/other/", "/o/town/a/u1/covert", "/o/town/a/nothing", "/o/town/a/u1/covert.ics",
    "/o/town/?of=communities/x9", "/o/town/subscribe?feed=organizer", "/o/town/plan", "/x",
    "/o/town/a/u1/open?plan=town-2023", "/look/style.css",
  ])
  func `are none under any other address`(path: String) async throws {
    try await withOffice { home in
      let answer = try await TestClient([home]).get(path)
      #expect(answer.status == 404)
      #expect(answer.text.contains("没有这一页"))
    }
  }

  @Test func `take odd values for none`() async throws {
    try await withOffice { home in
      let client = try TestClient([home])
      for path in [
        "/o/town/?month=2024-13", "/o/town/?month=9999-01", "/o/town/?by=nothing",
        "/o/town/?of=", "/o/town/poster?paper=b5", "/o/town/?lang=fr", "/o/town/?month=%00",
      ] {
        #expect(try await client.get(path).status == 200, "\(path)")
      }
      let answer = try await client.get("/o/town/", method: .post)
      #expect(answer.status == 405 && answer.headers[.allow] == "GET, HEAD")
    }
  }

  @Test func `tell each phone what it can do`() async throws {
    try await withOffice { home in
      let client = try TestClient([home])
      func first(_ program: String) async throws -> Substring {
        let text = try await client.get("/o/town/subscribe", [.userAgent: program]).text
        return text.components(separatedBy: "class=\"card first\"")[1].prefix(400)
      }

      #expect(try await first("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5)").contains("webcal://"))
      #expect(
        try await first("Mozilla/5.0 (iPhone; …) MicroMessenger/8.0.49").contains("微信"))
      #expect(
        try await first("Mozilla/5.0 (Linux; Android 12; HUAWEI) HuaweiBrowser/14").contains("鸿蒙"))
      #expect(try await first("Mozilla/5.0 (X11; Linux x86_64) Chrome/120").contains("电脑"))
    }
  }

  @Test func `of several offices begin with a list of them`() async throws {
    try await withOffice { one in
      try await withOffice(years: [2024, 2025]) { two in
        #expect(throws: StartRefusal(.sameOffice("town", [one.path, two.path]))) {
          try TestClient([one, two])
        }
        try Data("office: other\nname: 另一个街道\n".utf8)
          .write(to: two.appending(path: "office.yaml"))
        let client = try TestClient([one, two])
        let text = try await client.get("/").text
        #expect(text.contains("/o/town/") && text.contains("另一个街道"))
        #expect(text.contains("今天没有活动") && text.contains("共 4 项") && text.contains("● 已完成 0"))
        client.clock.now = morning.adding(days: 9)
        #expect(try await client.get("/").text.contains("◐ 今天 2 项"))
        #expect(try await client.get("/o/other/?month=2024-06").status == 200)
        #expect(
          try await client.get("/o/other/a/u1/open?plan=town-2024").text.contains("2024"))
      }
    }
  }

  @Test func `say so while there is no plan`() async throws {
    let home = URL.temporaryDirectory.appending(path: "server-test-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: home) }
    try makeWorkspace(in: home, 2024)
    let answer = try await TestClient([home]).get("/o/town/")
    #expect(answer.status == 404 && answer.text.contains("还没有发布安排"))
  }
}

@Suite struct `Health and metrics` {
  @Test func `are told to neighbours alone`() async throws {
    try await withOffice { home in
      let client = try TestClient([home]) { options in
        options.proxies = [AddressRange("127.0.0.1")].compactMap(\.self)
      }
      #expect(try await client.get("/health").text.contains("\"ready\""))
      _ = try await client.get("/f/town/all.ics")
      _ = try await client.get("/f/aaaaaaaaaaaaaaaaaaaaaaaaaa.ics")
      let text = try await client.get("/metrics").text
      #expect(
        text.contains(
          "muster_requests_total{route=\"/f/{office}/{kind}\",method=\"GET\",status=\"200\"} 1"))
      #expect(!text.contains("town") && !text.contains("aaaaaaaa"))
      #expect(try await client.get("/robots.txt").text == "User-agent: *\nDisallow:\n")
    }
  }
}
