package import Drills

/// What a person says of something that was done, by flags, a form or a row of a sheet.
package struct CompletionReport: Hashable, Sendable {
  package var people: Int?
  package var days: ClosedRange<Day>?
  package var start: Minute?
  package var minutes: Int?
  package var residents: Int?
  package var assisted: Int?
  package var evacuationSeconds: Int?
  package var headcountSeconds: Int?
  package var mode: Requirement.Mode?
  package var weather = ""
  package var observers = ""
  /// By counter, `unit` or `line.unit`.
  package var counts: [Assignment] = []
  /// By community.
  package var partners: [Assignment] = []
  package var problems: [String] = []
  /// Who must mend the problems.
  package var mender = ""
  package var mendBy: Day?
  /// Paths.
  package var files: [String] = []
  package var note = ""
  package var isConfirmed = false

  package init() {}

  /// The fields that only an activity has, of those that are given.
  var fieldsOfActivities: [Field] {
    var given: [Field] = []
    if start != nil { given.append(.start) }
    if minutes != nil { given.append(.minutes) }
    if residents != nil { given.append(.residents) }
    if assisted != nil { given.append(.assisted) }
    if evacuationSeconds != nil { given.append(.evacuatedIn) }
    if headcountSeconds != nil { given.append(.headcountIn) }
    if mode != nil { given.append(.mode) }
    if !weather.isEmpty { given.append(.weather) }
    if !observers.isEmpty { given.append(.observers) }
    if !partners.isEmpty { given.append(.with) }
    return given
  }
}

/// A name and a number, as `boards=12`.
package struct Assignment: Hashable, Sendable {
  package let name: String
  package let number: Int

  package init(_ name: String, _ number: Int) {
    self.name = name
    self.number = number
  }
}
