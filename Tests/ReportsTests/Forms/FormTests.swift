import Drills
import Reports
import Testing

private let counters = CounterTable([
  Line(
    id: "drill", name: "演练",
    units: [.init(name: "sessions", measure: "场"), .init(name: "people", measure: "人次")],
    adds: "sessions", people: "people")
])

private let markdown = """
  附件

  # 统计表

  单位：{{form.unit}} 联系人：{{form.contact}} 电话：{{form.phone}} 日期：{{form.date}}

  | 项目 | 要求 | 进展 |
  | --- | --- | --- |
  | 演练 | 都要做 | 演练（{{drill.sessions}}）场，参与（{{ drill.people }}）人次； |
  | | | 其他（{{drill.people}}）人次。 |
  """

private func template(_ text: String, _ format: FormTemplate.Format = .markdown) -> FormTemplate {
  FormTemplate(name: "附件", path: "forms/附件.md", format: format, text: text)
}

private func filling(of owner: OwnerID?) -> FormFilling {
  var program = sampleProgram()
  var community = Community(id: "u9", name: "<b>甲|乙</b>\n社区", kind: .urban)
  community.contact = Contact(name: "=SUM(A1)", phone: "024-1")
  program.communities.append(community)
  program.requirements.append(
    {
      var requirement = Requirement(id: "drill9", name: "演练", duration: .minutes(60))
      requirement.countsAs = ["drill"]
      return requirement
    }())
  var accounts = Accounts()
  accounts.completions = ([("u9/drill9", 40), ("u1/drill9", 2)] as [(DutyID, Int)])
    .enumerated().map { index, done in
      var completion = Completion(
        of: done.0, day: day("2024-06-12"), people: done.1, recordedBy: "a",
        recordedAt: Instant(seconds: index))
      completion.number = index
      return completion
    }
  return FormFilling(
    of: owner, over: day("2024-06-01")...day("2024-06-30"), on: day("2024-06-25"), in: program,
    from: Ledger(accounts, in: program, counters: counters))
}

@Suite struct `A form` {
  @Test func `is filled in place, with the head of the one who fills it`() throws {
    let form = try Form(template(markdown), counters: counters)
    let text = FilledForm(form, with: filling(of: "u9")).text
    #expect(text.contains("单位：<b>甲｜乙</b> 社区 联系人：=SUM(A1) 电话：024-1 日期：2024年6月25日"))
    #expect(text.contains("演练（1）场，参与（40）人次；"))
    let total = FilledForm(form, with: filling(of: nil)).text
    #expect(total.contains("演练（2）场，参与（42）人次；"))
    #expect(total.contains("单位：示例办公室 "))
    let empty = FilledForm(form, with: filling(of: "v1")).text
    #expect(empty.contains("演练（0）场，参与（0）人次；"))
  }

  @Test(arguments: ["drill.nothing", "nothing", "form.nothing", "", "drill"])
  func `refuses a blank that names nothing, with its line`(name: String) {
    let text = "一\n二\n三（{{drill.people}}）{{\(name)}}"
    let mistake = #expect(throws: Form.Mistake.self) {
      try Form(template(text), counters: counters)
    }
    #expect(mistake == Form.Mistake(path: "forms/附件.md", line: 3, name: name))
  }

  @Test func `says each blank in its own words`() throws {
    let form = try Form(template(markdown), counters: counters)
    #expect(form.counters.map(\.description) == ["drill.sessions", "drill.people"])
    #expect(
      form.words == [
        Counter(line: "drill", unit: "sessions"): "演练（＿＿）场，参与（）人次",
        Counter(line: "drill", unit: "people"): "演练（）场，参与（＿＿）人次",
      ])
  }

  @Test func `is a table in HTML, in which names are no markup`() throws {
    let form = try Form(template(markdown), counters: counters)
    let html = FilledForm(form, with: filling(of: "u9")).html
    #expect(html.contains("<td rowspan=\"2\">演练</td>"))
    #expect(html.contains("<td>其他（40）人次。</td>"))
    #expect(html.contains("&lt;b&gt;甲｜乙&lt;/b&gt;"))
    #expect(!html.contains("<b>"))
  }

  @Test func `may be HTML itself`() throws {
    let form = try Form(
      template("<p title=\"{{form.unit}}\">{{drill.people}}</p>", .html), counters: counters)
    let html = FilledForm(form, with: filling(of: "u9")).html
    #expect(html == "<p title=\"&lt;b&gt;甲|乙&lt;/b&gt;<br>社区\">40</p>")
  }

  @Test func `stands side by side with its other copies`() throws {
    let form = try Form(template(markdown), counters: counters)
    let comparison = FormComparison(
      form, [filling(of: "u1"), filling(of: "u9"), filling(of: nil)], counters: counters,
      language: .english)
    #expect(
      comparison.rows.map { $0.suffix(3) }.dropFirst() == [["1", "1", "2"], ["2", "40", "42"]])
  }
}
