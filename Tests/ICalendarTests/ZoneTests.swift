import Clocks
import SourceText
import Testing

@testable import ICalendar

@Suite struct `Time zones` {
  @Test(arguments: [
    "Asia/Shanghai", "PRC", "China Standard Time", "/freeassociation.sourceforge.net/Asia/Shanghai",
    "/mozilla.org/20050126_1/Asia/Shanghai", "/softwarestudio.org/Olson_20011030_5/Asia/Shanghai",
    "Custom",
  ])
  func `are found by the names that files use`(name: String) throws {
    let reader = try CalendarReader.forPlan(zone: "Europe/Berlin")
    let text = calendar(lines: [
      "BEGIN:VTIMEZONE", "TZID:Custom", "X-LIC-LOCATION:Asia/Shanghai", "BEGIN:STANDARD",
      "DTSTART:19700101T000000", "TZOFFSETFROM:-1200", "TZOFFSETTO:-1200", "END:STANDARD",
      "END:VTIMEZONE",
      "BEGIN:VEVENT", "DTSTART;TZID=\(name):20240616T090000", "END:VEVENT",
    ])

    let reading = try reader.read(text)

    #expect(reading.warnings == [])
    #expect(reading.texts == ["20240616T030000-20240616T030000"])
  }

  @Test(arguments: ["../../etc/passwd", "Asia", "/", "//", "right/UTC", "Nowhere/City", "zone.tab"])
  func `that do not exist are a warning, and their events are left out`(name: String) throws {
    let text = calendar(lines: [
      "BEGIN:VEVENT", "UID:1", "DTSTART;TZID=\(name):20240616T090000", "END:VEVENT",
      "BEGIN:VEVENT", "UID:2", "DTSTART:20240616T090000", "END:VEVENT",
    ])

    let reading = try CalendarReader.forPlan().read(text)

    #expect(reading.events.map(\.uid) == ["2"])
    #expect(
      reading.warnings == [
        ICalendarError(
          reason: .unknownZone(name),
          position: SourcePosition(file: "hall.ics", line: 5, column: 14))
      ])
  }

  @Test(arguments: windowsZones.values.sorted())
  func `of Windows are all known to the system`(id: String) throws {
    #expect(try ZoneTable.named(id).id == id)
  }

  @Test func `are asked for in vain without tzdata`() {
    #expect(
      throws: ICalendarError(
        reason: .noTimeZoneData(directory: "/nowhere"),
        position: SourcePosition(file: "Asia/Shanghai", line: 1))
    ) {
      try ZoneTable.named("Asia/Shanghai", in: "/nowhere")
    }
    #expect(
      throws: ICalendarError(
        reason: .noSuchZone("Asia/Nowhere"), position: SourcePosition(file: "Asia/Nowhere", line: 1)
      )
    ) {
      try CalendarReader.forPlan(zone: "Asia/Nowhere")
    }
  }

  @Test(arguments: [
    // Skipped: as before the change, so an hour later on the clock.
    ("America/New_York", "20240310T023000", "20240310T073000"),
    // Twice: the first time.
    ("America/New_York", "20241103T013000", "20241103T053000"),
    ("America/New_York", "20241103T023000", "20241103T073000"),
    ("America/New_York", "20990710T120000", "20990710T160000"),
    ("America/Santiago", "20240115T120000", "20240115T150000"),
    ("America/Santiago", "20990115T120000", "20990115T150000"),
    ("Europe/Dublin", "20240715T120000", "20240715T110000"),
    ("Australia/Lord_Howe", "20240407T014500", "20240406T144500"),
    ("Asia/Kathmandu", "20240616T090000", "20240616T031500"),
    ("Asia/Shanghai", "19880616T090000", "19880616T000000"),
    ("Asia/Shanghai", "18000101T080543", "18000101T000000"),
  ])
  func `turn local times into moments`(id: String, local: String, utc: String) throws {
    let zone = try ZoneTable.named(id)
    let moment = try #require(Moment(Array(local.utf8)[...], zone: zone))

    #expect(CalendarTime(seconds: moment.instant).text == utc)
  }
}
