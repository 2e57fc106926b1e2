import ArgumentParser
import Drills
import Workspace

/// A time of day such as `09:05`, `9：05` or `上午9点`.
struct ClockOption: ExpressibleByArgument {
  let minute: Minute

  init?(argument: String) {
    guard let minute = try? readClock(argument) else { return nil }
    self.minute = minute
  }
}

/// A day, or a range of days `2024-06-07..2024-06-13`.
struct DaysOption: ExpressibleByArgument {
  let days: ClosedRange<Day>

  init?(argument: String) {
    guard let days = try? DateReader().days(argument) else { return nil }
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
struct AssignmentOption: ExpressibleByArgument, Hashable {
  let name: String
  let number: Int

  init?(argument: String) {
    let parts = argument.replacing("＝", with: "=").split(
      separator: "=", omittingEmptySubsequences: false
    ).map(String.init)
    guard parts.count == 2,
      let number = try? readInteger(parts[1], in: 0...Most.people, of: .people)
    else { return nil }
    name = parts[0].trimmed
    self.number = number
    if name.isEmpty { return nil }
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
  let source: Hazard.Source

  init?(argument: String) {
    switch argument {
    case "演练": source = .drill
    case "检查": source = .inspection
    case "职工": source = .employee
    case "居民": source = .resident
    default:
      guard let source = Hazard.Source(rawValue: argument) else { return nil }
      self.source = source
    }
  }
}

/// What a work is, in either language.
struct MediumOption: ExpressibleByArgument {
  let medium: Work.Medium

  init?(argument: String) {
    switch argument {
    case "图片": medium = .picture
    case "视频", "音视频": medium = .video
    case "互动": medium = .interactive
    default:
      guard let medium = Work.Medium(rawValue: argument) else { return nil }
      self.medium = medium
    }
  }
}
