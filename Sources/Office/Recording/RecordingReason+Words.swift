import Drills

extension RecordingReason {
  func text(in language: Language, for front: any Front) -> String {
    func name(_ field: Field) -> String { front.name(of: field, in: language) }
    switch self {
    case .isToCome(let day, let today):
      return language(
        "\(day) 还没有到（今天是 \(today)），不能记为已完成",
        "\(day) is still to come (today is \(today)), so nothing can have been done then")
    case .isPlannedLater(let id, let day):
      return language(
        "\(id) 计划在 \(day)，还没有到\n  也许提前办了：用 \(name(.on)) 写明日期",
        "\(id) is planned for \(day), which is still to come\n"
          + "  Maybe it was held earlier: say when with \(name(.on)).")
    case .startIsToCome(let start, let now):
      return language("\(start) 还没有到（现在是 \(now)）", "\(start) is still to come (it is \(now))")
    case .needsPeople(let id):
      return language(
        "\(id)：请用 \(name(.people)) 写明参加人数", "\(id): say how many came with \(name(.people))")
    case .questioned(let questions):
      let list = questions.map { "\n  \($0.text(in: language, for: front))" }.joined()
      return language(
        "请核对：\(list)\n  无误则加 \(name(.confirm)) 再记一次",
        "please check:\(list)\n  If it is so, say it again with \(name(.confirm)).")
    case .rangeOfOneDay:
      return language("只有持续活动可以记一段日期", "only a campaign's record can be for several days")
    case .misplaced(let fields, let id):
      let list = fields.map(name).joined(separator: language("、", ", "))
      return language("\(id) 不能用 \(list)", "\(id) takes no \(list)")
    case .menderWithoutProblem:
      return language(
        "\(name(.mender)) 和 \(name(.mendBy)) 要和 \(name(.problem)) 一起用",
        "\(name(.mender)) and \(name(.mendBy)) belong to a \(name(.problem))")
    case .partExceedsWhole(let field, let part, let whole):
      return language(
        "\(name(field)) 是 \(part)，而总共只有 \(whole) 人",
        "\(name(field)) is \(part), but \(whole) people came in all")
    case .longerThanActivity(let field, let seconds, let minutes):
      let time = duration(seconds, in: language)
      return language(
        "\(name(field)) 是 \(time)，比整场 \(minutes) 分钟还长",
        "\(name(field)) is \(time), longer than the whole drill of \(minutes) minutes")
    case .partnerTwice(let community):
      return language(
        "\(name(.with)) 里的 \(community) 是主办方或写了两次",
        "\(name(.with)) names \(community), which is the host or named twice")
    case .unknownCounter(let text, let choices):
      return unknownCounter(text, choices, language, front)
    case .countedTwice(let counter):
      return language("\(counter) 写了两次", "\(counter) is given twice")
    case .noSuchFile(let path):
      return language("读不到文件 \(path)，没有记录任何内容", "\(path): no such file; nothing was recorded")
    case .notAFile(let path, let why):
      return language(
        "\(path)：\(why.text(in: .chinese))，没有记录任何内容",
        "\(path): \(why.text(in: .english)); nothing was recorded")
    case .outOfBounds(let field, let number, let bounds):
      return language(
        "\(name(field)) 不能是 \(number)：应在 \(bounds.lowerBound) 到 \(bounds.upperBound) 之间",
        "\(name(field)) cannot be \(number): it is from \(bounds.lowerBound) to "
          + "\(bounds.upperBound)")
    case .unprintable(let field):
      return language(
        "\(name(field)) 里有看不见的控制字符，请删去",
        "\(name(field)) has control characters in it; leave them out")
    case .evidenceIsWithheld(let name):
      return language(
        "文件“\(name)”的内容已被屏蔽，不再收存；没有记录任何内容",
        "the file '\(name)' is withheld and not kept again; nothing was recorded")
    case .keyIsTaken(let key):
      return language(
        "\(name(.key))“\(key)”已用于另一份内容，没有记录任何内容\n  也许改用新的 \(name(.key))",
        "something else was recorded under the \(name(.key)) '\(key)'; nothing was recorded\n"
          + "  Maybe give another \(name(.key)).")
    case .badKey(let key, let most):
      return language(
        "\(name(.key))“\(key.prefix(20))”不能用：应有 1 到 \(most) 个字符",
        "the \(name(.key)) '\(key.prefix(20))' cannot be: it has 1 to \(most) characters")
    case .nothingToUndo(let id):
      return language("\(id) 没有可以撤回的记录", "\(id) has no record to take back")
    case .isDoneJointly(let id, let host):
      return language(
        "\(id) 是联合演练 \(host) 完成的\n  也许该撤回 \(host)",
        "\(id) is done by the joint drill \(host)\n  Maybe undo \(host).")
    }
  }

  private func unknownCounter(
    _ text: String, _ choices: [CounterChoice], _ language: Language, _ front: any Front
  ) -> String {
    let list = choices.map { choice in
      language(
        "\n  也许是 \(choice.counter)（\(choice.line)，\(choice.measure)）",
        "\n  Maybe \(choice.counter) (\(choice.line), \(choice.measure)).")
    }.joined()
    let sheet = front.name(of: .countSheet, in: language)
    return language(
      "没有计数项“\(text)”\(list)\n  统计表的全部计数项见 \(sheet)",
      "there is no counter '\(text)'\(list)\n  \(sheet) has all of a form.")
  }
}

extension RecordingReason.Unreadable {
  fileprivate func text(in language: Language) -> String {
    switch self {
    case .noName: language("没有写文件名", "no file is named")
    case .folder: language("这是文件夹，不是文件", "this is a folder, not a file")
    case .unreadable: language("没有读取权限", "it may not be read")
    case .device: language("这是管道或设备，不是文件", "this is a pipe or a device, not a file")
    }
  }
}
