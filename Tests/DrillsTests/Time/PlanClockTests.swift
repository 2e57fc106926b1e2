import Testing

@testable import Drills

private func zone(_ name: String) -> Zone {
  guard let zone = Zone(name) else { preconditionFailure("no such zone: \(name)") }
  return zone
}

private func moment(_ date: String, _ clock: String) -> Moment {
  let parts = clock.split(separator: ":").compactMap { Int($0) }
  return Moment(day: day(date), minute: parts[0] * 60 + parts[1])
}

@Suite struct `A plan's clock` {
  static let zones = [
    "Asia/Shanghai", "UTC", "America/Detroit", "Europe/Berlin", "Australia/Lord_Howe",
    "America/Sao_Paulo", "Asia/Beirut", "Pacific/Auckland", "Asia/Kathmandu", "Africa/Casablanca",
    "America/St_Johns", "Asia/Tehran",
  ]

  /// Over years in which all of these zones but the first two changed their clocks.
  @Test(arguments: zones)
  func `says what the zone says`(name: String) {
    let zone = zone(name)
    var oddDays = 0
    for year in [2007, 2016, 2018, 2026] {
      for month in 1...12 {
        guard let first = Day(year: year, month: month, day: 1) else { continue }
        let clock = PlanClock(zone, over: first...first + 30)
        for day in first...first + 30 {
          let midnight = zone.instant(of: Moment(day: day, minute: 0))
          let next = zone.instant(of: Moment(day: day + 1, minute: 0))
          let isOdd =
            zone.offsetSeconds(at: midnight) != zone.offsetSeconds(at: next + -1)
            || next - midnight != 86_400
          if isOdd {
            oddDays += 1
            #expect(!clock.isEven(day), "\(day)")
          }
          for minute in stride(from: 0, to: 1440, by: isOdd ? 15 : 450) {
            let moment = Moment(day: day, minute: minute)
            #expect(clock.instant(of: moment) == zone.instant(of: moment), "\(moment)")
            #expect(
              clock.shows(moment) == (zone.moment(at: zone.instant(of: moment)) == moment),
              "\(moment)")
            let end = zone.moment(100, after: moment)
            #expect(
              clock.moment(atMinutes: clock.minutes(of: moment) + 100) == end, "\(moment)")
          }
        }
      }
    }
    #expect(oddDays > 0 || ["Asia/Shanghai", "UTC", "Asia/Kathmandu"].contains(name))
  }

  @Test(arguments: [
    ("America/Detroit", "2026-03-08", "01:59", true),
    ("America/Detroit", "2026-03-08", "02:00", false),
    ("America/Detroit", "2026-03-08", "02:59", false),
    ("America/Detroit", "2026-03-08", "03:00", true),
    ("America/Detroit", "2026-11-01", "01:30", true),
    ("Europe/Berlin", "2026-03-29", "02:30", false),
    ("Europe/Berlin", "2026-10-25", "02:30", true),
    ("Australia/Lord_Howe", "2026-10-04", "02:15", false),
    ("Australia/Lord_Howe", "2026-10-04", "02:30", true),
    ("Asia/Shanghai", "2026-03-08", "02:30", true),
    ("America/Sao_Paulo", "2018-11-04", "00:30", false),
  ])
  func `knows which times are left out`(name: String, date: String, time: String, isShown: Bool) {
    let clock = PlanClock(zone(name), over: day(date)...day(date))
    #expect(clock.shows(moment(date, time)) == isShown)
  }

  @Test(arguments: [
    ("America/Detroit", "2026-03-08", "01:00", 90, "01:00-03:30"),
    ("America/Detroit", "2026-03-08", "00:30", 90, "00:30-02:00"),
    ("America/Detroit", "2026-03-08", "00:30", 89, "00:30-01:59"),
    ("America/Detroit", "2026-11-01", "01:00", 90, "01:00-02:00"),
    ("America/Detroit", "2026-11-01", "00:00", 150, "00:00-02:00"),
    ("America/Detroit", "2026-11-01", "01:45", 60, "01:00-02:00"),
    ("America/Detroit", "2026-11-01", "00:00", 180, "00:00-02:00"),
    ("America/Detroit", "2026-11-01", "00:00", 240, "00:00-03:00"),
    ("America/Detroit", "2026-11-01", "00:00", 120, "00:00-02:00"),
    ("Australia/Lord_Howe", "2026-04-05", "01:00", 90, "01:00-02:00"),
    ("Asia/Shanghai", "2026-11-01", "22:30", 90, "22:30-24:00"),
  ])
  func `shows hours from start to end, the latest where it is put back`(
    name: String, date: String, start: String, minutes: Minute, shown: String
  ) {
    let clock = PlanClock(zone(name), over: day(date)...day(date))
    let hours = clock.hours(from: moment(date, start), for: minutes)
    #expect(hours.description == shown)
  }

  @Test(arguments: [
    ("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T02:30:00+02:00"),
    ("America/Detroit", "2026-11-01", "01:30", "2026-11-01T01:30:00-04:00"),
    ("America/Detroit", "2026-03-08", "02:30", "2026-03-08T03:30:00-04:00"),
    ("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T03:30:00+02:00"),
    ("Asia/Shanghai", "2026-11-01", "01:30", "2026-11-01T01:30:00+08:00"),
  ])
  func `takes the first of two like times`(
    name: String, date: String, time: String, written: String
  ) {
    #expect(zone(name).timestamp(of: moment(date, time)) == written)
  }
}
