import ArgumentParser
import Drills
import Foundation

/// A time of day such as `09:05` or `9:05`.
struct ClockOption: ExpressibleByArgument {
  let minute: Minute

  init?(argument: String) {
    let parts = argument.replacing("：", with: ":").split(separator: ":")
    guard parts.count == 2, parts[0].count <= 2, parts[1].count == 2, let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    self.minute = hour * 60 + minute
  }
}

/// A day, or a range of days `2024-06-07..2024-06-13`.
struct DaysOption: ExpressibleByArgument {
  let days: ClosedRange<Day>

  init?(argument: String) {
    let parts = argument.components(separatedBy: "..").compactMap(Day.init(written:))
    switch parts.count {
    case 1 where !argument.contains(".."): days = parts[0]...parts[0]
    case 2 where parts[0] <= parts[1]: days = parts[0]...parts[1]
    default: return nil
    }
  }
}

/// A name and a number, as `boards=12`.
struct AssignmentOption: ExpressibleByArgument, Hashable {
  let name: String
  let number: Int

  init?(argument: String) {
    let parts = argument.replacing("＝", with: "=").split(
      separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[1].trimmingPrefix(" ")), number >= 0 else {
      return nil
    }
    name = String(parts[0]).trimmingCharacters(in: .whitespaces)
    self.number = number
    if name.isEmpty { return nil }
  }
}

/// `full-scale` or `tabletop`, in either language.
struct ModeOption: ExpressibleByArgument {
  let mode: Requirement.Mode

  init?(argument: String) {
    switch argument {
    case "实战": mode = .fullScale
    case "桌面": mode = .tabletop
    default:
      guard let mode = Requirement.Mode(rawValue: argument) else { return nil }
      self.mode = mode
    }
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

extension Day {
  /// Reads what spreadsheets make of dates too: `2024/6/12`, `2024-6-12`, `2024年6月12日`.
  init?(written text: String) {
    if let day = Day(text) {
      self = day
      return
    }
    let pattern = #/(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?/#
    guard let match = text.wholeMatch(of: pattern), let year = Int(match.1),
      let month = Int(match.2), let day = Int(match.3)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
