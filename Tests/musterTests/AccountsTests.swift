import Foundation
import Testing

@Suite struct `Counts, problems and entries` {
  @Test func `are counted, shown and taken back`() throws {
    try withSmallPlan { (folder: URL) throws in
      let count = try small(
        folder, "count", "push.messages=5", "reward-scheme.talks=2", "--community", "organizer",
        "--on", "2024-06-14", "--name", "短信")
      #expect(count.status == 0, "\(count.errors)")
      #expect(try small(folder, "report", "form", "附件").output.contains("推送（5）条"))
      #expect(try small(folder, "undo", "--count", "1").status == 0)
      #expect(try small(folder, "undo", "--count", "1").status == 1)
      #expect(try small(folder, "report", "form", "附件").output.contains("推送（0）条"))
      #expect(try small(folder, "count", "push.messages=5").status == 64)
      #expect(try small(folder, "count", "push.nothing=5", "--community", "u1").status == 64)
      #expect(try small(folder, "count", "messages=5", "--community", "u1").status == 64)
      #expect(try small(folder, "count", "push.messages=5", "--community", "u9").status == 66)
      let future = try small(
        folder, "count", "push.messages=5", "--community", "u1", "--on", "2024-06-21")
      #expect(future.status == 64)
    }
  }

  @Test func `are explained to who does not know their ids`() throws {
    try withSmallPlan { (folder: URL) throws in
      let chinese = "zh_CN.UTF-8"
      func told(_ arguments: [String]) throws -> String {
        let answer = try muster(
          [arguments[0], "-C", folder.path, "--now", smallNow] + arguments.dropFirst(),
          language: chinese)
        return answer.output + answer.errors
      }
      let part = try told(["count", "push.messages=5", "--community", "甲社"])
      #expect(part == "错误：没有“甲社”这个编号\n  也许是 u1（甲社区）\n")
      #expect(try told(["count", "push.messages=5", "--community", "甲社区"]).contains("甲社区"))
      #expect(try told(["count", "推送=5", "--community", "u1"]).contains("也许是 push.messages（推送，条）"))
      #expect(try told(["count", "messages=5", "--community", "u1"]).contains("也许是 push.messages"))
      #expect(
        try told(["done", "u1/drill", "--people", "9", "--with", "乙社=3"]).contains("也许是 u2（乙社区）"))
      let unknown = try told(["done", "消防", "--people", "9"])
      #expect(!unknown.contains("也许是") && unknown.contains("muster done --form"))
      #expect(try told(["done", "u1/dril", "--people", "9"]).contains("已记录 u1/drill"))
      #expect(try told(["done", "u1/drlil", "--people", "9"]).contains("也许是 u1/drill"))

      let task = try told(["done", "u1/weekly/2024-06-13"])
      #expect(task.contains("周材料：2024-06-20\n") && task.contains("还缺：视频、照片、文字"), "\(task)")
      let pushed = try told(["done", "u1/push", "--on", "2024-06-07..2024-06-13", "--people", "3"])
      #expect(pushed.contains("2024-06-07 至 2024-06-13，3 人"), "\(pushed)")
      _ = try told(["problem", "楼道堆物", "--community", "u1", "--source", "居民"])
      _ = try told(["undo", "--problem", "1"])
      #expect(try told(["undo", "--problem", "1"]).contains("没有可以撤回的第 1 号问题"))
      #expect(try told(["history"]).contains("撤回  1  问题 1"))
    }
  }

  @Test func `reward a mended problem that a resident found`() throws {
    try withSmallPlan { (folder: URL) throws in
      let problem = try small(
        folder, "problem", "楼道堆物", "--community", "u1", "--source", "resident", "--owner", "网格",
        "--mend-by", "2024-06-18", "--on", "2024-06-10", "--venue", "s1")
      #expect(problem.output.contains("muster mend 1"), "\(problem.errors)")
      #expect(try small(folder, "report", "form", "附件").output.contains("整改（0）项"))
      #expect(try small(folder, "mend", "1", "--on", "2024-06-09").status == 64)
      #expect(try small(folder, "mend", "2").status == 66)
      #expect(try small(folder, "mend", "1", "--on", "2024-06-12").status == 0)
      #expect(try small(folder, "report", "form", "附件").output.contains("整改（1）项"))
      #expect(try small(folder, "mend", "1").status == 1)
      #expect(try small(folder, "undo", "--mend", "1").status == 0)
      #expect(try small(folder, "status").output.contains("楼道堆物 → 网格"))
      #expect(try small(folder, "undo", "--problem", "1").status == 0)
      #expect(try !small(folder, "status").output.contains("楼道堆物"))
    }
  }

  @Test func `take a work through its stages in order`() throws {
    try withSmallPlan { (folder: URL) throws in
      func enter(_ published: String, _ community: String = "u1") throws -> Answer {
        try small(
          folder, "entry", "works", "--community", community, "--title", "生命通道", "--medium",
          "video",
          "--published", published)
      }
      #expect(try enter("2022-12-31").errors.contains("since 2023-01-01"))
      #expect(try enter("2024-06-05", "organizer").status == 64)
      #expect(try enter("2024-06-05").status == 0)
      #expect(try small(folder, "entry", "1", "--stage", "区", "--passed").status == 64)
      #expect(try small(folder, "entry", "1", "--stage", "街道", "--passed").status == 0)
      #expect(try small(folder, "entry", "1", "--stage", "区", "--failed").status == 0)
      #expect(try small(folder, "entry", "1", "--stage", "区", "--passed").status == 64)
      #expect(try small(folder, "undo", "--stage", "1").status == 0)
      #expect(try small(folder, "entry", "1", "--stage", "区", "--passed").status == 0)
      #expect(try small(folder, "entry", "7", "--stage", "街道", "--passed").status == 66)
      #expect(try small(folder, "entry", "1", "--stage", "街道").status == 64)
    }
  }

  @Test func `are told by the history, withdrawals too`() throws {
    try withSmallPlan { (folder: URL) throws in
      _ = try small(folder, "done", "u1/drill", "--people", "20", "--by", "甲")
      _ = try small(folder, "undo", "u1/drill", "--by", "乙")
      let kinds = try history(folder).map { $0["kind"] as? String }
      #expect(kinds == ["revision", "completion", "withdrawal"])
      let text = try small(folder, "history", "drill", language: "zh_CN.UTF-8").output
      #expect(text.contains("甲") && text.contains("乙") && text.contains("撤回"))
    }
  }
}

@Suite struct `A report` {
  @Test func `of the week is a paragraph to paste, and hands the evidence on by name`() throws {
    try withSmallPlan { (folder: URL) throws in
      let photo = folder.appending(path: "p.jpg")
      try Data("photo".utf8).write(to: photo)
      _ = try small(
        folder, "done", "u1/drill", "--people", "20", "--on", "2024-06-05", "--file", photo.path)
      _ = try small(
        folder, "done", "u1/push", "--on", "2024-06-05", "--count", "messages=3", "--file",
        photo.path, "--file", photo.path)
      let out = folder.appending(path: "out")
      let report = try small(
        folder, "report", "weekly", "--week", "2024-06-06", "--files", out.path,
        language: "zh_CN.UTF-8")
      #expect(report.status == 0, "\(report.errors)")
      #expect(
        report.output.contains(
          "本周（5月31日至6月6日），示例办公室组织各社区（村）开展活动 1 场，参与 20 人次，其中演练 1 场、20 人次；持续活动报送 1 次"))
      let names = try FileManager.default.contentsOfDirectory(atPath: out.path).sorted()
      #expect(names == ["甲社区_2024-06-05_每日推送.jpg", "甲社区_2024-06-05_疏散演练.jpg"])
    }
  }

  @Test func `is written whole in every format`() throws {
    try withSmallPlan { (folder: URL) throws in
      _ = try small(folder, "done", "u1/drill", "--people", "20", "--on", "2024-06-05")
      for kind in [["weekly"], ["summary"], ["form", "附件", "--each"]] {
        for format in ["text", "html", "csv", "xlsx"] {
          let file = folder.appending(path: "out/r.\(format)")
          let answer = try muster(
            ["report"] + kind + [
              "-C", folder.path, "--now", smallNow, "--format", format, "--out", file.path,
            ])
          #expect(answer.status == 0, "\(kind) \(format): \(answer.errors)")
          let bytes = try Data(contentsOf: file)
          #expect(bytes.count > 100)
          if format == "xlsx" { #expect(bytes.starts(with: [0x50, 0x4B, 3, 4])) }
          try FileManager.default.removeItem(at: file)
          let left = try FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: "out").path)
          #expect(left.isEmpty)
        }
      }
      #expect(try small(folder, "report", "weekly", "--format", "xlsx").status == 64)
      #expect(try small(folder, "report", "form").status == 64)
      #expect(try small(folder, "report", "form", "附件9").status == 66)
      try Data("{{nothing.here}}".utf8).write(to: folder.appending(path: "forms/坏.md"))
      let bad = try small(folder, "report", "form", "坏")
      #expect(bad.status == 65)
      #expect(bad.errors.contains("forms/坏.md:1: there is no counter 'nothing.here'"))
    }
  }

  @Test func `of the month calls nothing late that is still to come`() throws {
    try withSmallPlan { (folder: URL) throws in
      let summary = try small(
        folder, "report", "summary", "--to", "2024-06-30", "--format", "csv",
        language: "zh_CN.UTF-8")
      #expect(summary.output.contains("月末会议,1,0,0,0,0,0"), "\(summary.output)")
      #expect(summary.output.contains("疏散演练,3,0,3,0,0,0"))
    }
  }

  @Test func `shows what was recorded by the end of a day, ranks and reminds`() throws {
    try withSmallPlan { (folder: URL) throws in
      _ = try small(folder, "done", "u1/drill", "--people", "20", "--on", "2024-06-05")
      let past = try small(folder, "status", "--on", "2024-06-19").output
      #expect(past.contains("done 0/4"))
      #expect(try small(folder, "status", "--on", "2024-06-20").output.contains("done 1/4"))
      let ranking = try small(folder, "status", "--ranking").output
      #expect(ranking.contains("甲社区"))
      let remind = try small(folder, "status", "--remind", language: "zh_CN.UTF-8").output
      #expect(remind.contains("乙社区：\n  · 未记录：疏散演练"))
      #expect(!remind.contains("甲社区：\n  · 未记录：疏散演练"))
      #expect(try small(folder, "status", "--format", "csv").output.hasPrefix("示例月"))
      #expect(try small(folder, "status", "--format", "html").output.contains("<svg"))
      #expect(try small(folder, "status", "--strict").status == 1)
    }
  }
}

@Suite struct `The sample's record` {
  @Test func `fills every blank of both forms`() throws {
    try withSample { sample in
      let plan = try muster("plan", sample.path, "--now", "2024-05-20T08:00:00+08:00")
      #expect(plan.status == 0, "\(plan.errors)")
      let july = "2024-07-01T08:00:00+08:00"
      let done = try muster(
        "done", "-C", sample.path, "--from", sample.appending(path: "record.csv").path, "--now",
        july)
      #expect(done.status == 0, "\(done.errors)")
      var blanks = 0
      for name in ["附件1", "附件2"] {
        let form = try muster("report", "form", name, "-C", sample.path, "--now", july).output
        #expect(!form.contains("{{") && !form.contains("（0）"), "\(form)")
        blanks += form.matches(of: #/（\d+）/#).count
      }
      // The 68 of the source document, and the one that it prints no blank for.
      #expect(blanks == 69)
    }
  }
}
