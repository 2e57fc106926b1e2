import ArgumentParser
import Drills
import Office
import Workspace

/// A time of day such as `09:05`, `9：05` or `上午9点`.
struct ClockOption: ExpressibleByArgument {
  let minute: Minute

  init?(argument: String) {
    guard let minute = clockMinute(argument) else { return nil }
    self.minute = minute
  }
}

/// A day, or a range of days `2024-06-07..2024-06-13`.
struct DaysOption: ExpressibleByArgument {
  let days: ClosedRange<Day>

  init?(argument: String) {
    guard let days = ClosedRange<Day>(written: argument) else { return nil }
    self.days = days
  }
}

/// A percentage, its sign written or not.
struct PercentOption: ExpressibleByArgument {
  /// No number for what is none, so that whoever checks it says what belongs there.
  let percent: Double

  init(percent: Double) { self.percent = percent }

  init?(argument: String) { percent = (try? readPercent(argument)) ?? .nan }

  var defaultValueDescription: String { "\(percent)" }
}

/// A name and a number, as `boards=12`.
struct AssignmentOption: ExpressibleByArgument {
  let assignment: Assignment

  init?(argument: String) {
    guard let assignment = Assignment(written: argument) else { return nil }
    self.assignment = assignment
  }
}

/// `full-scale` or `tabletop`, in either language.
struct ModeOption: ExpressibleByArgument {
  let mode: Requirement.Mode

  init?(argument: String) {
    guard let mode = Requirement.Mode(word: argument) else { return nil }
    self.mode = mode
  }
}

/// Where a problem comes from, in either language.
struct SourceOption: ExpressibleByArgument {
  let source: Problem.Source

  init?(argument: String) {
    guard let source = Problem.Source(word: argument) else { return nil }
    self.source = source
  }
}

/// What a work is, in either language.
struct MediumOption: ExpressibleByArgument {
  let medium: Work.Medium

  init?(argument: String) {
    guard let medium = Work.Medium(word: argument) else { return nil }
    self.medium = medium
  }
}

/// Who must mend a problem.
struct MenderOptions: ParsableArguments {
  @Option(help: .init(Phrases.help.mender)) var mender: String?
  /// What it was called before, for those who write it still.
  @Option(help: .hidden) var owner: String?

  var name: String { mender ?? owner ?? "" }
}
