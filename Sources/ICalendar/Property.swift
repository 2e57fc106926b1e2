package import Clocks

/// A property to be written.
package struct Property: Hashable, Sendable {
  package struct Parameter: Hashable, Sendable {
    package var name: String
    /// Free text: quoted as needed; what no parameter can hold is replaced.
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The types of value that Muster's feeds hold.
  ///
  /// Control characters are left out, line ends kept as such in texts alone. A property whose
  /// value comes out empty is not written.
  package enum Value: Hashable, Sendable {
    case text(String)
    /// Such as CATEGORIES; empty texts are left out.
    case textList([String])
    /// A word of the standard, such as CONFIRMED, OPAQUE, PUBLISH or DISPLAY.
    case token(String)
    case integer(Int)
    /// Written with VALUE=DATE where a time would be usual.
    case date(CalendarDate)
    /// A time whose zone the parameter TZID names, or a floating one.
    case dateTime(CalendarTime)
    case utc(CalendarTime)
    case duration(seconds: Int)
    case uri(String)
    case calAddress(String)
    case geo(latitude: Double, longitude: Double)
    case utcOffset(seconds: Int)
    /// The parts of an RRULE, such as `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`.
    case rule(String)
  }

  /// In capitals; a name that libical does not know is written as it stands.
  package var name: String
  package var parameters: [Parameter]
  package var value: Value

  package init(_ name: String, _ value: Value, _ parameters: [Parameter] = []) {
    self.name = name
    self.parameters = parameters
    self.value = value
  }
}
