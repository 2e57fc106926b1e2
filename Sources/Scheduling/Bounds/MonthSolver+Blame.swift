/// Who is in the way of whom.
extension MonthSolver {
  /// Those decided who keep an activity from a day.
  func barring(_ day: Int32, _ member: Months.Member) -> Positions {
    var barring = Positions()
    if member.traits.contains(.countsDaily), !member.traits.contains(.fixed),
      decided.startsOnDay[Int(day)] >= limit
    {
      for position in 0..<range.count
      where decided.options[position] >= 0 && decided.days[position] == day
        && months.members[range.lowerBound + position].traits.contains(.countsDaily)
      {
        barring.insert(position)
      }
    }
    for index in member.links {
      let link = months.links[index]
      if decided.options[link.other] >= 0, !link.allows(day, beside: decided.days[link.other]) {
        barring.insert(link.other)
      }
    }
    return barring
  }

  /// Those decided who are on a day, one aside.
  func onSameDay(_ day: Int32, as index: Int) -> Positions {
    var positions = Positions()
    for position in 0..<range.count
    where position != index && decided.options[position] >= 0 && decided.days[position] == day {
      positions.insert(position)
    }
    return positions
  }
}
