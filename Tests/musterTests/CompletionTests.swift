import Foundation
import Testing

@Suite struct `A completion` {
  @Test func `is recorded with everything that can be said of it`() throws {
    try withSmallPlan { (folder: URL) throws in
      let photo = folder.appending(path: "现场 1.jpg")
      try Data("photo".utf8).write(to: photo)
      let done = try small(
        folder, "done", "u1/drill", "--people", "230", "--on", "2024-06-05", "--start", "09:05",
        "--minutes", "45", "--residents", "210", "--assisted", "6", "--evacuated-in", "4m20s",
        "--headcount-in", "7m", "--mode", "full-scale", "--weather", "晴", "--observers", "应急局",
        "--count", "series-drill.drills=2", "--count", "sessions=3", "--problem", "常闭门损坏",
        "--mender", "物业", "--mend-by", "2024-06-20", "--file", photo.path, "--note", "备注",
        "--with", "u2=80")
      #expect(done.status == 0, "\(done.errors)")

      let event = try #require(try history(folder).first { $0["kind"] as? String == "completion" })
      let numbers = [
        "people": 230, "minutes": 45, "residents": 210, "assisted": 6, "evacuationSeconds": 260,
        "headcountSeconds": 420,
      ]
      for (key, number) in numbers { #expect(event[key] as? Int == number, "\(key)") }
      let texts = [
        "subject": "u1/drill", "day": "2024-06-05", "start": "09:05", "mode": "full-scale",
        "weather": "晴", "observers": "应急局", "note": "备注", "by": "test",
      ]
      for (key, text) in texts { #expect(event[key] as? String == text, "\(key)") }
      #expect(
        event["counts"] as? [String: Int] == [
          "series-drill.drills": 2, "evacuation-drill.sessions": 3,
        ])
      #expect(event["late"] as? Bool == true)
      let file = try #require((event["files"] as? [[String: Any]])?.first)
      #expect(file["name"] as? String == "现场 1.jpg")
      let hash = try #require(file["hash"] as? String)
      let kept = try Data(contentsOf: folder.appending(path: "evidence/\(hash)"))
      #expect(kept == Data("photo".utf8))

      let form = try small(folder, "report", "form", "附件").output
      #expect(form.contains("演练（3）场，参与（310）人次"))
      let own = try small(folder, "report", "form", "附件", "--community", "u2").output
      #expect(own.contains("演练（0）场，参与（80）人次"))
      let shown = try PlanJSON(try small(folder, "show", "--format", "json").output)
      #expect(
        shown.activities.filter { $0.status == "done" }.map(\.id) == ["u1/drill", "u2/drill"])
      let problems = try small(folder, "status").output
      #expect(problems.contains("常闭门损坏 → 物业"))
    }
  }

  @Test func `of a joint drill is undone at its host, and then nobody's`() throws {
    try withSmallPlan { (folder: URL) throws in
      #expect(
        try small(folder, "done", "u1/drill", "--people", "20", "--with", "u2=8").status == 0)
      let partner = try small(folder, "undo", "u2/drill")
      #expect(partner.status == 1)
      #expect(partner.errors.contains("u1/drill"))
      let again = try small(folder, "done", "u2/drill", "--people", "9")
      #expect(again.status == 64)
      #expect(again.errors.contains("joint drill"))
      #expect(try small(folder, "undo", "u1/drill").status == 0)
      let shown = try PlanJSON(try small(folder, "show", "--format", "json").output)
      #expect(!shown.activities.contains { $0.status == "done" })
    }
  }

  @Test(arguments: [
    (["--people", "20", "--on", "2024-06-21"], "still to come"),
    (
      ["--people", "20", "--minutes", "10", "--evacuated-in", "11m"], "longer than the whole drill"
    ),
    (["--people", "20", "--residents", "21"], "--residents is 21"),
    (["--people", "20", "--on", "2024-06-20", "--start", "08:30"], "still to come"),
    (["--people", "20", "--on", "2024-06-03..2024-06-04"], "only a campaign"),
    (["--people", "20", "--count", "nothing=1"], "no counter 'nothing'"),
    (["--people", "20", "--count", "push.nothing=1"], "no counter"),
    (["--people", "20", "--with", "u1=3"], "the host"),
    (["--people", "20", "--with", "u9=3"], "no 'u9'"),
    (["--people", "20", "--owner", "物业"], "belong to a --problem"),
    (["--people", "20", "--file", "/no/such/file.jpg"], "no such file"),
    (["--people", "401"], "seats 400"),
    (["--people", "20", "--with", "v1=501"], "丙村 has 500"),
    (["--people", "20", "--evacuated-in", "61m"], "planned for 60 minutes"),
    (["--people", "20", "--evacuated-in", "5m", "--headcount-in", "4m"], "headcount"),
  ])
  func `is refused or questioned, and then nothing is kept`(options: [String], words: String) throws
  {
    try withSmallPlan { (folder: URL) throws in
      let before = try tree(folder)
      let answer = try muster(["done", "-C", folder.path, "--now", smallNow, "u1/drill"] + options)
      #expect([64, 66].contains(answer.status))
      #expect(answer.errors.contains(words), "\(answer.errors)")
      #expect(try history(folder).count == 1)
      #expect(try tree(folder) == before)
    }
  }

  @Test func `that was questioned is marked once it is confirmed`() throws {
    try withSmallPlan { (folder: URL) throws in
      #expect(try small(folder, "done", "u1/drill", "--people", "401", "--confirm").status == 0)
      #expect(try history(folder).last?["confirmed"] as? Bool == true)
    }
  }

  @Test func `of a task lists what is wanted and missing, and is late after its day`() throws {
    try withSmallPlan { (folder: URL) throws in
      let photo = folder.appending(path: "a.jpg")
      try Data("photo".utf8).write(to: photo)
      let answer = try small(
        folder, "done", "u1/weekly/2024-06-13", "--file", photo.path, "--note", "文字在此")
      #expect(answer.status == 0, "\(answer.errors)")
      #expect(answer.output.contains("still missing: video"))
      #expect(answer.output.contains("it was due on 2024-06-13"))
      let refused = try small(folder, "done", "u1/weekly/2024-06-13", "--people", "3")
      #expect(refused.status == 64)
      let status = try small(folder, "status", "--format", "json").output
      #expect(status.contains("\"late\" : 1"))
    }
  }

  @Test func `of a campaign is one of many, for a day or a range that counts on its last day`()
    throws
  {
    try withSmallPlan { (folder: URL) throws in
      for options in [["2024-06-07..2024-06-13", "7"], ["2024-06-14", "1"], ["2024-06-15", "1"]] {
        let answer = try small(
          folder, "done", "u1/push", "--on", options[0], "--count", "messages=\(options[1])")
        #expect(answer.status == 0, "\(answer.errors)")
      }
      #expect(try small(folder, "report", "form", "附件").output.contains("推送（9）条"))
      let early = try small(folder, "report", "form", "附件", "--to", "2024-06-12").output
      #expect(early.contains("推送（0）条"))
      #expect(try small(folder, "undo", "u1/push").status == 0)
      #expect(try small(folder, "report", "form", "附件").output.contains("推送（8）条"))
    }
  }
}
