/// Two activities of one host on one day must not overlap.
extension MonthSolver {
  /// How much more than each alone the activities of a day cost, once `member` joins them.
  func extraOfDay(
    _ index: Int, _ member: Months.Member, _ option: Int, _ problem: Problem
  ) -> Int64 {
    guard member.traits.contains(.blocks) else { return 0 }
    var extra: Int64 = 0
    let day = months.options[option].day
    // Drills may be decided in any order; those that are not yet have no choice.
    let end =
      drills.areInOrder && drills.positions.contains(index) ? drills.positions.upperBound : index
    for position in 0..<end
    where position != index && decided.options[position] >= 0 && decided.days[position] == day {
      let other = months.members[range.lowerBound + position]
      guard other.traits.contains(.blocks), !isFixedPair(member, other) else { continue }
      let otherOption = Int(decided.options[position]) + firstOption
      let pair = cheapestPair(member, option, other, otherOption, problem)
      extra = max(
        extra,
        pair.value - values.ofOptions[option - firstOption]
          - values.ofOptions[otherOption - firstOption])
    }
    return extra
  }

  /// What is fixed may overlap, if the record has it so.
  private func isFixedPair(_ one: Months.Member, _ other: Months.Member) -> Bool {
    one.traits.contains(.fixed) && other.traits.contains(.fixed)
  }

  /// The cheapest slots of two activities that do not overlap.
  func cheapestPair(
    _ member: Months.Member, _ option: Int, _ other: Months.Member, _ otherOption: Int,
    _ problem: Problem
  ) -> (value: Int64, slot: SlotID, otherSlot: SlotID) {
    var best = (value: MonthSolver.forbidden, slot: SlotID.none, otherSlot: SlotID.none)
    let target =
      values.ofOptions[option - firstOption] + values.ofOptions[otherOption - firstOption]
    let (slots, otherSlots) = (months.options[option].slots, months.options[otherOption].slots)
    for row in slots.from..<slots.to {
      let slot = SlotID(row: row)
      let value = slotValue(slot, of: member, problem)
      guard value + values.ofOptions[otherOption - firstOption] < best.value else { continue }
      let start = problem.slots[slot].start
      for otherRow in otherSlots.from..<otherSlots.to {
        let otherSlot = SlotID(row: otherRow)
        let sum = value + slotValue(otherSlot, of: other, problem)
        guard sum < best.value else { continue }
        let otherStart = problem.slots[otherSlot].start
        if start + member.length <= otherStart || otherStart + other.length <= start {
          best = (sum, slot, otherSlot)
          if sum == target { return best }
        }
      }
    }
    return best
  }

  func slotValue(_ slot: SlotID, of member: Months.Member, _ problem: Problem) -> Int64 {
    values.ofSlots[
      member.firstSlot + Int(slot.row - problem.activities[member.activity].slots.from)]
  }

  /// Slots for the days chosen: each its cheapest, two on a day their cheapest pair.
  mutating func readSolution(_ problem: Problem) {
    for index in 0..<range.count {
      guard best.options[index] >= 0 else {
        solution[index] = .none
        continue
      }
      let member = months.members[range.lowerBound + index]
      let option = Int(best.options[index]) + firstOption
      solution[index] = cheapestSlot(of: member, option, problem)
      guard member.traits.contains(.blocks) else { continue }
      for position in 0..<index where best.options[position] >= 0 {
        let other = months.members[range.lowerBound + position]
        let otherOption = Int(best.options[position]) + firstOption
        guard other.traits.contains(.blocks), !isFixedPair(member, other),
          months.options[otherOption].day == months.options[option].day
        else { continue }
        let pair = cheapestPair(member, option, other, otherOption, problem)
        guard pair.value < MonthSolver.forbidden else { continue }
        (solution[index], solution[position]) = (pair.slot, pair.otherSlot)
      }
    }
  }

  func cheapestSlot(
    of member: Months.Member, _ option: Int, _ problem: Problem
  ) -> SlotID {
    let value = values.ofOptions[option - firstOption]
    let slots = months.options[option].slots
    return slots.first { slotValue($0, of: member, problem) == value } ?? slots[slots.startIndex]
  }
}
