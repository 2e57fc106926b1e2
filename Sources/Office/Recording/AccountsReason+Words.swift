internal import Documents
package import Drills
internal import Reports

extension AccountsReason {
  func text(in language: Language) -> String {
    switch self {
    case .isBackwards(let first, let last):
      return language("\(last) 早于 \(first)", "\(last) is before \(first)")
    case .noSuchProblem(let number):
      return language("没有第 \(number) 号问题", "there is no problem \(number)")
    case .isEmptyProblem: return language("请写明是什么问题", "say what the problem is")
    case .mendedBeforeFound(let found, let mended):
      return language(
        "\(mended) 早于发现问题的 \(found)", "\(mended) is before the problem was found, \(found)")
    case .isMendedAlready(let number, let day):
      return language(
        "第 \(number) 号问题已于 \(day) 整改", "problem \(number) was mended on \(day) already")
    case .notInContest(let owner, let campaign):
      return language("\(owner) 不参加“\(campaign)”", "\(owner) takes no part in \(campaign)")
    case .madeTooEarly(let published, let since):
      return language(
        "作品发布于 \(published)；只收 \(since) 以来的",
        "it was published on \(published); only works since \(since) count")
    case .noSuchWork(let number):
      return language("没有第 \(number) 号作品", "there is no entry \(number)")
    case .stageOutOfOrder(let number, let stage, let next):
      guard let next else {
        return language("第 \(number) 号作品的评审已经结束", "entry \(number) has no stage left")
      }
      return language(
        "第 \(number) 号作品的下一个阶段是“\(next)”，不是“\(stage)”",
        "the next stage of entry \(number) is '\(next)', not '\(stage)'")
    case .nothingToRetract(let kind, let number):
      return language(
        "没有可以撤回的第 \(number) 号\(kind.name(in: language))",
        "there is no \(kind.name(in: language)) \(number) to take back")
    case .hasNoHiddenHour(let id):
      return language(
        "\(id) 没有隐去时间：只有 announce: date-only 的活动才有",
        "\(id) has no hidden hour: only what is announced date-only has one")
    case .hasNoHourToOpen(let id):
      return language(
        "\(id) 已取消或没有排上日期，没有可公开的时间", "\(id) is cancelled or unplaced: there is no hour to open")
    case .isNotOver(let id, let end):
      let clock = "\(end)".replacing("T", with: " ")
      return language(
        "\(id) 还没有结束，\(clock) 之后才能公开时间",
        "\(id) is not over: its hour can be opened after \(clock)")
    case .brokenForm(let mistake): return mistake.text(in: language)
    case .document(let path, let fault):
      return "\(path)\(language("：", ": "))\(fault.text(in: language))"
    case .formDiffers(let form, let path, let differences):
      let shown = differences.prefix(5).map { "\n  \($0.text(in: language))" }.joined()
      let more =
        differences.count > 5
        ? "\n  " + language("另有 \(differences.count - 5) 处", "and \(differences.count - 5) more")
        : ""
      return language(
        "\(path) 和表样“\(form)”对不上，没有写入：\(shown)\(more)",
        "\(path) is not the form '\(form)'; nothing was written:\(shown)\(more)"
      )
    case .mapDiffers(let form, let then, let now):
      let gone = language("（没有）", "(nothing)")
      let before = then.map { "\($0.blank) “\($0.document)”" } ?? gone
      let after = now.map { "\($0.blank) “\($0.document)”" } ?? gone
      return language(
        "和 forms/\(form).map 里核对过的不一样，没有写入：当时 \(before)；现在 \(after)",
        "this is not what forms/\(form).map has; nothing was written: it was \(before), it is \(after)"
      )
    }
  }
}

extension DocumentFault {
  func text(in language: Language) -> String {
    switch self {
    case .archive(.oldFormat):
      language(
        "是旧格式（.doc、.wps、.xls、.et）或加了密码；请在 Word 或 WPS 里“另存为 .docx”（表格“另存为 .xlsx”）",
        "this is .doc, .wps, .xls or .et, or has a password; save it as .docx or .xlsx")
    case .archive(.notZip), .unknownKind:
      language("不是 .docx 或 .xlsx 文件", "this is no .docx and no .xlsx file")
    case .archive(.tooLarge): language("文件太大", "the file is too large")
    case .archive(.damaged), .damaged: language("文件已损坏，读不出来", "the file is damaged")
    case .trackedChanges:
      language(
        "文件里有修订痕迹；请先“接受所有修订”，保存后再来",
        "there are tracked changes in it; accept them all, save it and try again")
    }
  }
}

extension Retractable {
  package func name(in language: Language) -> String {
    switch self {
    case .count: language("报数", "count")
    case .problem: language("问题", "problem")
    case .mending: language("问题的整改", "mending of problem")
    case .work: language("作品", "entry")
    case .outcome: language("作品的评审结果", "outcome of entry")
    }
  }
}
