import Drills
import Foundation
import Testing

@Suite struct `An instant` {
  @Test(arguments: [
    (0, 0, 0, 0), (59, 0, 1, 0), (60, 1, 1, 0), (61, 1, 2, 0), (-1, -1, 0, -1), (-60, -1, -1, -1),
    (86_399, 1439, 1440, 0), (86_400, 1440, 1440, 1),
  ])
  func `counts minutes and days that are whole`(seconds: Int, minutes: Int, begun: Int, day: Int) {
    let instant = Instant(seconds: seconds)

    #expect(instant.minutes == minutes)
    #expect(instant.minutesRoundedUp == begun)
    #expect(instant.dayNumber == day)
  }

  @Test func `is before and after others by seconds, minutes and days`() {
    let noon = Instant(minutes: 720)

    #expect(noon == 43_200)
    #expect(noon + 60 - noon == 60)
    #expect(noon.adding(minutes: -1) - noon == -60)
    #expect(noon.adding(days: 2) - noon == 172_800)
    #expect([noon, noon + -1, noon + 1].sorted() == [noon + -1, noon, noon + 1])
  }

  @Test func `is its seconds in JSON`() throws {
    let instants: [Instant] = [0, -5, 1_718_841_600]
    let data = try JSONEncoder().encode(instants)

    #expect(String(decoding: data, as: UTF8.self) == "[0,-5,1718841600]")
    #expect(try JSONDecoder().decode([Instant].self, from: data) == instants)
  }

  @Test(arguments: ["20240612T010000Z", "19700101T000000Z"])
  func `is read as feeds write it`(text: String) throws {
    let instant = try #require(Instant(basic: text))
    let zone = try #require(Zone("UTC"))
    let written = zone.timestamp(at: instant).filter { $0 != "-" && $0 != ":" }

    #expect(written.hasPrefix(text.dropLast()))
  }

  @Test(arguments: [
    "", "20240612", "20240612T010000", "20240612T010000X", "20240612 010000Z", "2024-06-12T01:00Z",
  ])
  func `is not read from anything else`(text: String) {
    #expect(Instant(basic: text) == nil)
  }
}

@Suite struct `A time with its offset` {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1970-01-01 00:01z", 60),
    ("2024-06-03T08:00+08:00", 1_717_372_800), ("2024-06-03T08:00:59.25+0800", 1_717_372_859),
    ("2024-06-02T19:30:00-04:30", 1_717_372_800), ("1969-12-31T23:59:59Z", -1),
  ])
  func `is an instant`(text: String, seconds: Int) {
    #expect(Instant(iso8601: text)?.seconds == seconds)
  }

  @Test(arguments: [
    "", "2024-06-03", "2024-06-03T08:00", "2024-06-31T08:00Z", "2024-06-03T24:00Z",
    "2024-06-03T08:60Z", "2024-06-03T08:00:60Z", "2024-06-03T08:00:Z", "2024-06-03T08:00:00.Z",
    "2024-06-03T08:00Z ", "2024-06-03T8:00Z", "2024-06-03T08:00+8:00", "2024-06-03T08:00+08:60",
    "２０２４-06-03T08:00Z", "2024-06-03X08:00Z", "20240603T080000Z",
  ])
  func `is nothing if any part of it is wrong`(text: String) {
    #expect(Instant(iso8601: text) == nil)
  }
}
