import Drills
import Testing

@testable import MusterServer

private let tag = "\"abc\""

@Suite struct `Who has the newest bytes already` {
  @Test(arguments: [
    (["\"abc\""], true), (["W/\"abc\""], true), (["*"], true), (["\"x\", \"abc\""], true),
    (["\"x\",W/\"abc\""], true), (["\"x\"", "\"abc\""], true), ([" \"abc\" "], true),
    (["\"abc"], false), (["abc"], false), (["\"ABC\""], false), (["\"x\""], false),
    ([""], false), (["\"x\" \"abc\""], true), (["\"a\\\"bc\""], false), (["w/\"abc\""], false),
    (["\"x,y\", \"abc\""], true), (["\"\""], false),
  ])
  func `is told by If-None-Match`(header: [String], isUnchanged: Bool) {
    #expect(
      Conditions.isUnchanged(
        ifNoneMatch: header, ifModifiedSince: nil, tag: tag, modified: 1) == isUnchanged)
  }

  @Test(arguments: [
    ("Thu, 01 Jan 1970 00:16:40 GMT", true), ("Thu, 01 Jan 1970 00:16:39 GMT", false),
    ("Thursday, 01-Jan-70 00:16:41 GMT", true), ("Thu Jan  1 00:16:41 1970", true),
    ("1000", false), ("", false), ("Thu, 01 Jan 1970 00:16:41 CET", false),
  ])
  func `is told by If-Modified-Since where nothing else is said`(text: String, isUnchanged: Bool) {
    #expect(
      Conditions.isUnchanged(
        ifNoneMatch: [], ifModifiedSince: text, tag: tag, modified: 1000) == isUnchanged)
    #expect(
      !Conditions.isUnchanged(
        ifNoneMatch: ["\"x\""], ifModifiedSince: text, tag: tag, modified: 1000))
  }

  @Test func `is not told by the second of what changed just now`() {
    #expect(
      !Conditions.isUnchanged(
        ifNoneMatch: [], ifModifiedSince: "Fri, 01 Jan 2100 00:00:00 GMT", tag: tag, modified: nil))
  }

  @Test(arguments: [
    ("gzip", true), ("deflate, gzip;q=1.0", true), ("*", true), ("gzip;q=0", false),
    ("GZIP", true), ("identity", false), ("", false), ("*;q=0", false), ("gzip;q=0, *", false),
    ("br, zstd", false), ("x-gzip", true), ("gzip ; q = 0.5", true),
  ])
  func `may be sent gzip if it says so`(header: String, takes: Bool) {
    #expect(Conditions.takesGzip([header]) == takes)
  }
}

@Suite struct `A time in HTTP` {
  @Test(arguments: [0, 59, 86_399, 951_782_400, 1_718_154_000, 4_102_444_799] as [Instant])
  func `is read as it was written`(instant: Instant) {
    #expect(HTTPDate.instant(HTTPDate.text(of: instant)) == instant)
  }

  @Test func `is written as RFC 9110 has it`() {
    #expect(HTTPDate.text(of: 784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(HTTPDate.instant("Sunday, 06-Nov-94 08:49:37 GMT") == 784_111_777)
    #expect(HTTPDate.instant("Sun Nov  6 08:49:37 1994") == 784_111_777)
  }

  @Test(arguments: ["", "now", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT"])
  func `is none if no calendar has it`(text: String) {
    #expect(HTTPDate.instant(text) == nil)
  }
}
