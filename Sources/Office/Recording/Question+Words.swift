import Drills

extension Question {
  func text(in language: Language, for front: any Front) -> String {
    switch self {
    case .nobodyCame: return language("参加人数为 0", "nobody came")
    case .nobodyCameFrom(let name): return language("\(name)参加人数为 0", "nobody came from \(name)")
    case .partnersNotNamed(let partners):
      let names = partners.map(\.name).joined(separator: language("、", ", "))
      let zeros = partners.map { front.setting(.with, to: "\($0.id)=0", in: language) }
        .joined(separator: " ")
      return language(
        "没有写联合方的人数：\(names)（没来就写 \(zeros)）",
        "nothing is said of partners: \(names) (if nobody came: \(zeros))")
    case .moreThanSeats(let people, let venue, let seats):
      return language(
        "\(people) 人，而\(venue)只容 \(seats) 人", "\(people) people, but \(venue) seats \(seats)")
    case .moreThanResidents(let people, let party, let residents):
      return language(
        "\(people) 人，而\(party)只有 \(residents) 人", "\(people) people, but \(party) has \(residents)")
    case .longEvacuation(let seconds, let minutes):
      let time = duration(seconds, in: language)
      return language(
        "疏散用了 \(time)，而计划全场只有 \(minutes) 分钟",
        "the evacuation took \(time), but the drill was planned for \(minutes) minutes")
    case .earlyHeadcount(let seconds, let evacuation):
      let headcount = duration(seconds, in: language)
      let out = duration(evacuation, in: language)
      return language(
        "清点（\(headcount)）早于疏散完毕（\(out)）",
        "the headcount (\(headcount)) was over before the evacuation (\(out))")
    case .isDoneJointly(let host, let people):
      return language(
        "已在联合演练 \(host) 中完成（\(people) 人）；再记就是另办了一场",
        "it is done by the joint drill \(host) (\(people) people); this would be another one")
    case .wasCancelled: return language("该活动已取消", "it was cancelled")
    case .sheetIsRecorded(let day):
      return language(
        "表中的数 \(day) 都已记过；再记就会重复计入",
        "all numbers of the sheet are recorded for \(day) already; they would count twice")
    case .emptyFile(let name): return language("文件“\(name)”是空的", "the file '\(name)' is empty")
    case .wasUnplaced: return language("该活动没有排上日期", "it was not placed in the plan")
    }
  }
}

/// A length of time in the two units that matter.
func duration(_ seconds: Int, in language: Language) -> String {
  if seconds >= 86400 {
    return language("\(seconds / 86400) 天", "\(seconds / 86400) d")
  }
  if seconds >= 3600 {
    return language(
      "\(seconds / 3600) 小时 \(seconds / 60 % 60) 分",
      "\(seconds / 3600) h \(seconds / 60 % 60) min")
  }
  return language("\(seconds / 60) 分 \(seconds % 60) 秒", "\(seconds / 60) min \(seconds % 60) s")
}
