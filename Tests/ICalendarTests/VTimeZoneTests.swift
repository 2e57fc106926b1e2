import Testing

@testable import ICalendar

@Suite struct `A written time zone` {
  @Test(arguments: [
    "Asia/Shanghai", "America/New_York", "Europe/Berlin", "Europe/Dublin", "America/Santiago",
    "Asia/Jerusalem", "Africa/Casablanca", "Asia/Almaty",
  ])
  func `is as small as can be`(id: String) throws {
    let component = try VTimeZone.component(for: id, years: 2024...2025)

    let name = id.replacing("/", with: "-")
    try expectGolden(String(decoding: component.serialized(), as: UTF8.self), "\(name).ics")
  }

  @Test func `of Shanghai is one STANDARD, also in years with daylight saving long ago`() throws {
    #expect(
      try VTimeZone.component(for: "Asia/Shanghai", years: 2024...2060).components.map(\.name)
        == ["STANDARD"])
    #expect(
      try VTimeZone.component(for: "Asia/Shanghai", years: 1990...1992).components.map(\.name)
        == ["STANDARD", "DAYLIGHT", "STANDARD"])
  }
}
