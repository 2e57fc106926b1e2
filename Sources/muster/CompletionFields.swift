import Drills

/// What a person said of something that was done, from the command line or a row of a sheet.
struct CompletionFields {
  var people: Int?
  var days: ClosedRange<Day>?
  var start: Minute?
  var minutes: Int?
  var residents: Int?
  var assisted: Int?
  var evacuationSeconds: Int?
  var headcountSeconds: Int?
  var mode: Requirement.Mode?
  var weather = ""
  var observers = ""
  /// By counter, `unit` or `line.unit`.
  var counts: [AssignmentOption] = []
  /// By community.
  var partners: [AssignmentOption] = []
  var problems: [String] = []
  /// Who must mend the problems.
  var mender = ""
  var mendBy: Day?
  /// Paths.
  var files: [String] = []
  var note = ""
  var isConfirmed = false

  /// The options that only an activity has, of those that are given.
  var activityOptions: [String] {
    var given: [String] = []
    if start != nil { given.append("--start") }
    if minutes != nil { given.append("--minutes") }
    if residents != nil { given.append("--residents") }
    if assisted != nil { given.append("--assisted") }
    if evacuationSeconds != nil { given.append("--evacuated-in") }
    if headcountSeconds != nil { given.append("--headcount-in") }
    if mode != nil { given.append("--mode") }
    if !weather.isEmpty { given.append("--weather") }
    if !observers.isEmpty { given.append("--observers") }
    if !partners.isEmpty { given.append("--with") }
    return given
  }
}
