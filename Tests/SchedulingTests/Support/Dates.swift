import Drills

func day(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("no such day: \(text)") }
  return day
}

func hours(_ text: String) -> [HourRange] {
  text.split(separator: ";").map { range in
    let minutes = range.split(separator: "-").map { clock in
      let parts = clock.split(separator: ":").compactMap { Int($0) }
      return parts[0] * 60 + parts[1]
    }
    return HourRange(start: minutes[0], end: minutes[1])
  }
}

let shanghai: Zone = {
  guard let zone = Zone("Asia/Shanghai") else { preconditionFailure("no tzdata") }
  return zone
}()
