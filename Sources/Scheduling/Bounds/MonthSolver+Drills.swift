/// Drills of one host are far from each other, or pay for it.
extension MonthSolver {
  mutating func addNearness(to day: Int, sign: Int64) {
    let gap = Int(terms.comfortableGap)
    guard gap > 0, terms.closeness > 0 else { return }
    for other in max(0, day - gap + 1)..<min(decided.nearness.count, day + gap) {
      decided.nearness[other] += sign * terms.closeness * Int64(gap - abs(other - day))
    }
  }

  /// What is still to come costs at least, drills at their nearness to those that are decided.
  mutating func leastBesideDrills(_ index: Int, filled: UInt32) -> Int64 {
    var sum: Int64 = 0
    var position = index
    var filled = filled
    while position < range.count {
      let member = months.members[range.lowerBound + position]
      guard member.traits.contains(.drill) else { break }
      var least = unplacedValue(of: member)
      for option in member.options {
        let onDay = months.options[option]
        least = min(
          least, values.ofOptions[option - firstOption] + decided.nearness[Int(onDay.day)])
        filled |= onDay.weekBit & quietBits
      }
      drills.alone[position] = least
      sum += least
      position += 1
    }
    return sum + self.least[position * MonthSolver.masks + Int(filled)]
  }

  /// How much more later drills cost at least once this one is on `day`.
  func laterDrills(_ index: Int, on day: Int32) -> Int64 {
    guard drills.positions.contains(index) else { return 0 }
    var more: Int64 = 0
    for later in index + 1..<drills.positions.upperBound {
      let beside = drills.pairs[
        (later - drills.positions.lowerBound) * decided.nearness.count + Int(day)]
      more += max(0, beside - drills.alone[later])
    }
    return more
  }

  /// For each drill but the first: what it costs at least if an earlier one is on a day.
  mutating func fillPairs() {
    var from = 0
    while from < range.count,
      !months.members[range.lowerBound + from].traits.contains(.drill)
        || months.members[range.lowerBound + from].options.count == 1
    {
      from += 1
    }
    var to = from
    while to < range.count, months.members[range.lowerBound + to].traits.contains(.drill) {
      to += 1
    }
    drills.positions = from..<from
    guard terms.closeness > 0, to - from <= MonthSolver.pairLimit else { return }
    drills.positions = from..<to
    for later in drills.positions.dropFirst() {
      let member = months.members[range.lowerBound + later]
      let row = (later - drills.positions.lowerBound) * decided.nearness.count
      for day in decided.nearness.indices { drills.pairs[row + day] = unplacedValue(of: member) }
      for option in member.options {
        let onDay = Int(months.options[option].day)
        let value = values.ofOptions[option - firstOption]
        for day in decided.nearness.indices {
          let missing = Int64(max(0, Int(terms.comfortableGap) - abs(day - onDay)))
          drills.pairs[row + day] = min(drills.pairs[row + day], value + missing * terms.closeness)
        }
      }
    }
  }
}
