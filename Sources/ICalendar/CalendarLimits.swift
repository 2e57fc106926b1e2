/// What a calendar of others may cost.
struct CalendarLimits: Sendable {
  var bytes = 64 << 20
  /// Bytes of one line as it stands in the file; a folded text may be longer.
  var lineBytes = 64 << 10
  var depth = 6
  var components = 250_000
  var timeZones = 50
  /// Days and times looked at while expanding all rules of a file: half a second's work.
  var steps = 50_000_000
}
