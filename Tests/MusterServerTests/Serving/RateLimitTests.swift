import Drills
import Record
import Testing

@testable import MusterServer

@Suite struct `A limit` {
  @Test func `holds for each name by itself, and anew in each window`() {
    let limit = RateLimit(2, everySeconds: 60)
    let start: Instant = 6000
    #expect(limit.wait(of: "a", at: start) == nil)
    #expect(limit.wait(of: "a", at: start + 10) == nil)
    #expect(limit.wait(of: "a", at: start + 20) == 40)
    #expect(limit.wait(of: "b", at: start + 20) == nil)
    #expect(limit.wait(of: "a", at: start + 60) == nil)
  }
}

@Suite struct `What is written down of fetches` {
  @Test func `is one an hour of each feed, whoever asks`() {
    let log = FetchLog()
    log.note(.public("all"), of: "town", by: "iOS/17.5 dataaccessd", at: morning)
    log.note(.link(1), of: "town", by: "Mozilla/5.0 (Linux; Android 12)", at: morning)
    #expect(
      log.take(of: "town") == [
        .public("all"): Fetch(hour: morning, family: "iOS"),
        .link(1): Fetch(hour: morning, family: "Android"),
      ])
    log.note(.public("all"), of: "town", by: "curl/8", at: morning + 3599)
    #expect(log.take(of: "town") == [:])
    log.note(.public("all"), of: "town", by: "curl/8", at: morning + 3600)
    #expect(
      log.take(of: "town") == [.public("all"): Fetch(hour: morning + 3600, family: "curl")])
    #expect(log.take(of: "other") == [:])
  }

  @Test(arguments: [
    ("Mozilla/5.0 (Linux; Android 12) MicroMessenger/8.0", "WeChat"), ("DAVx5/4.3", "DAVx5"),
    ("Mozilla/5.0 (Windows NT 10.0) Thunderbird/128.0", "Thunderbird"), ("", "other"),
    ("Google-Calendar-Importer", "Google"), ("Mozilla/5.0 (X11) Firefox/128.0", "browser"),
  ])
  func `says the family of the program and no version`(program: String, family: String) {
    #expect(FetchLog.family(of: program) == family)
  }
}
