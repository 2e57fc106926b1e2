import Drills
import Testing

@Suite struct `A time with its offset` {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1970-01-01 00:01z", 60),
    ("2024-06-03T08:00+08:00", 1_717_372_800), ("2024-06-03T08:00:59.25+0800", 1_717_372_859),
    ("2024-06-02T19:30:00-04:30", 1_717_372_800), ("1969-12-31T23:59:59Z", -1),
  ])
  func `is an instant`(text: String, seconds: Int) {
    #expect(instant(iso8601: text) == seconds)
  }

  @Test(arguments: [
    "", "2024-06-03", "2024-06-03T08:00", "2024-06-31T08:00Z", "2024-06-03T24:00Z",
    "2024-06-03T08:60Z", "2024-06-03T08:00:60Z", "2024-06-03T08:00:Z", "2024-06-03T08:00:00.Z",
    "2024-06-03T08:00Z ", "2024-06-03T8:00Z", "2024-06-03T08:00+8:00", "2024-06-03T08:00+08:60",
    "２０２４-06-03T08:00Z", "2024-06-03X08:00Z", "20240603T080000Z",
  ])
  func `is nothing if any part of it is wrong`(text: String) {
    #expect(instant(iso8601: text) == nil)
  }
}
