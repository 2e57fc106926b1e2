import Foundation
import Testing

@Suite struct `A sheet` {
  /// As Excel in China saves a CSV.
  private func gb18030(_ text: String) throws -> Data {
    let script = "import sys; sys.stdout.buffer.write(sys.argv[1].encode('gb18030'))"
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", script, text]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }

  @Test func `of what is due is written, filled in by Excel and taken back whole`() throws {
    try withSmallPlan { (folder: URL) throws in
      let blank = try small(folder, "done", "--form", language: "zh_CN.UTF-8").output
      #expect(blank.hasPrefix("编号,单位,名称,计划日期,人数,日期,"))
      #expect(blank.contains("\r\nu1/drill,甲社区,疏散演练,2024-06-"))
      #expect(blank.contains("\r\nu1/weekly/2024-06-13,甲社区,周材料,2024-06-13,"))
      #expect(blank.contains("\r\nu1/push,甲社区,每日推送,,"))

      try Data("photo".utf8).write(to: folder.appending(path: "a.jpg"))
      let filled = """
        编号,单位,名称,计划日期,人数,日期,疏散用时,计数,联合,文件,确认\r
        u1/drill,甲社区,疏散演练,2024-06-05,１２０人,2024/6/5,4分20秒,sessions=2；series-drill.people=9,u2=30,a.jpg,\r
        v1/drill,丙村,疏散演练,2024-06-05,450,2024年6月6日,,,,,是\r
        u2/drill,乙社区,疏散演练,2024-06-05,,,,,,,\r
        u1/push,甲社区,每日推送,,,2024-06-07..2024-06-13,,messages=7,,,\r

        """
      let sheet = folder.appending(path: "done.csv")
      try gb18030(filled).write(to: sheet)
      let taken = try small(folder, "done", "--from", sheet.path)
      #expect(taken.status == 0, "\(taken.errors)")
      #expect(taken.output.contains("recorded 3 rows"))
      let events = try history(folder).filter { $0["kind"] as? String == "completion" }
      #expect(events.map { $0["people"] as? Int } == [120, 450, 0])
      #expect(events.map { $0["day"] as? String } == ["2024-06-05", "2024-06-06", "2024-06-07"])
      #expect(events[0]["evacuationSeconds"] as? Int == 260)
      #expect((events[0]["files"] as? [Any])?.count == 1)

      let again = try small(folder, "done", "--from", sheet.path)
      #expect(again.output.contains("recorded 0 rows; 3 rows say what stands already"))
    }
  }

  @Test func `with mistakes is told all of them, with their places, and nothing is recorded`()
    throws
  {
    try withSmallPlan { (folder: URL) throws in
      let sheet = folder.appending(path: "done.csv")
      let text = """
        id,people,on,count,with
        u1/drill,20,2024-06-05,,
        u2/drill,x,2024-06-31,,
        nobody,3,,,
        v1/drill,3,2024-06-29,,

        """
      try Data(text.utf8).write(to: sheet)
      let answer = try small(folder, "done", "--from", sheet.path)
      #expect(answer.status == 65)
      #expect(answer.errors.contains("done.csv:3:10 (B3, people): 'x' is not a whole number"))
      #expect(answer.errors.contains("done.csv:3:12 (C3, on): there is no day '2024-06-31'"))
      try Data(text.replacing("x,2024-06-31", with: "9,2024-06-05").utf8).write(to: sheet)
      let later = try small(folder, "done", "--from", sheet.path)
      #expect(later.status == 65)
      #expect(later.errors.contains("done.csv:4:1 (A4, id): nothing has 'nobody'"))
      #expect(later.errors.contains("done.csv:5:1 (A5, id): 2024-06-29 is still to come"))
      #expect(try history(folder).count == 1)
      #expect(try small(folder, "done", "--from", "/no/such.csv").status == 66)
      try Data("id,colour\nu1/drill,red\n".utf8).write(to: sheet)
      #expect(try small(folder, "done", "--from", sheet.path).errors.contains("'colour'"))
    }
  }

  @Test func `of a form is filled in the form's words and taken as new numbers or as totals`()
    throws
  {
    try withSmallPlan { (folder: URL) throws in
      let blank = try small(folder, "count", "--form", "附件", language: "zh_CN.UTF-8").output
      let lines = blank.split(separator: "\r\n").map(String.init)
      #expect(lines[0] == "计数项,内容,单位,示例办公室,党建办,甲社区,乙社区,丙村")
      #expect(lines.contains { $0.hasPrefix("push.messages,推送（＿＿）条，群（）个,条,") })

      let sheet = folder.appending(path: "附件.csv")
      try gb18030("计数项,单位,甲社区,party\npush.messages,条,10,3\npush.groups,个,4,\n").write(to: sheet)
      func take(_ options: String...) throws -> Answer {
        try muster(["count", "-C", folder.path, "--now", smallNow, "--from", sheet.path] + options)
      }
      #expect(try take("--on", "2024-06-10").status == 0)
      #expect(try small(folder, "report", "form", "附件").output.contains("推送（13）条，群（4）个"))
      try Data("counter,u1\npush.messages,25\npush.groups,5\n".utf8).write(to: sheet)
      #expect(try take("--on", "2024-06-12", "--totals").status == 0)
      #expect(try small(folder, "report", "form", "附件").output.contains("推送（28）条，群（5）个"))
      // The same totals again change nothing.
      #expect(try take("--on", "2024-06-12", "--totals").status == 0)
      #expect(try small(folder, "report", "form", "附件").output.contains("推送（28）条，群（5）个"))
      try Data("counter,u1\npush.messages,24\n".utf8).write(to: sheet)
      #expect(try take("--totals").errors.contains("1 lower"))
      #expect(try small(folder, "report", "form", "附件").output.contains("推送（27）条"))

      let before = try history(folder).count
      try Data("counter,u1,x9\npush.messages,1,2\n".utf8).write(to: sheet)
      #expect(try take().status == 65)
      try Data("counter,u1\npush.messages,-1\nnothing,2\n".utf8).write(to: sheet)
      let bad = try take()
      #expect(bad.status == 65)
      #expect(bad.errors.contains("附件.csv:2:15 (B2, u1): '-1' is no number"))
      #expect(bad.errors.contains("附件.csv:3:1 (A3, counter): there is no counter 'nothing'"))
      #expect(try history(folder).count == before)
    }
  }
}
