import Foundation
import Testing

private let may = "2024-05-21T08:00:00+08:00"

@Suite struct `The list of feeds` {
  @Test func `has every public feed with its address`() throws {
    try withFeedPlan { workspace in
      let answer = try muster("feeds", workspace.path, "--now", may)

      #expect(answer.errors == "")
      #expect(
        answer.output == """
          feed      events  changed           address
          全部活动       6  2024-05-20 08:00  https://feeds.example.org/small/all.ics
          a1             6  2024-05-20 08:00  https://feeds.example.org/small/areas/a1.ics
          一社区         3  2024-05-20 08:00  https://feeds.example.org/small/communities/u1.ics
          二社区         3  2024-05-20 08:00  https://feeds.example.org/small/communities/u2.ics
          消防站         0  –                 https://feeds.example.org/small/teams/fire1.ics
          一号广场       1  2024-05-20 08:00  https://feeds.example.org/small/venues/s1.ics
          二号广场       1  2024-05-20 08:00  https://feeds.example.org/small/venues/s2.ics

          """)
    }
  }

  @Test func `says where private feeds lie, in Chinese too`() throws {
    try withFeedPlan { workspace in
      let answer = try muster(
        "feeds", workspace.path, "--now", may, "--private", "--organizer", "--team", "fire1",
        language: "zh_CN.UTF-8")

      let feeds = workspace.appending(path: "feeds-private").path
      #expect(
        answer.output == """
          日历    条目  更新              地址
          应急办     1  2024-05-20 08:00  \(feeds)/organizer.ics
          消防站     2  2024-05-20 08:00  \(feeds)/teams/fire1.ics

          """)
    }
  }

  @Test func `is data for other programs`() throws {
    try withFeedPlan { workspace in
      let answer = try muster(
        "feeds", workspace.path, "--now", may, "--community", "u1", "--format", "json")

      #expect(
        answer.output == """
          {
            "feeds" : [
              {
                "address" : "https://feeds.example.org/small/communities/u1.ics",
                "edition" : "public",
                "events" : 3,
                "folder" : "feeds",
                "lastModified" : "2024-05-20T08:00:00+08:00",
                "name" : "一社区",
                "path" : "communities/u1.ics"
              }
            ],
            "id" : "small"
          }

          """)
    }
  }

  @Test func `shows codes under the names, without colours where nobody watches`() throws {
    try withFeedPlan { workspace in
      let answer = try muster(
        "feeds", workspace.path, "--now", may, "--community", "u1", "--qr")

      let lines = answer.output.split(separator: "\n")
      #expect(lines.prefix(2) == ["一社区", "https://feeds.example.org/small/communities/u1.ics"])
      #expect(lines.count == 2 + (33 + 8 + 1) / 2)
      #expect(lines.dropFirst(2).allSatisfy { line in line.allSatisfy { "█▀▄ ".contains($0) } })
    }
  }

  @Test func `writes codes as pictures, one to a file and many to a folder`() throws {
    try withFeedPlan { workspace in
      let file = workspace.appending(path: "one/u1.PNG")
      let one = try muster(
        "feeds", workspace.path, "--now", may, "--community", "u1", "--qr-png", file.path)
      #expect(one.status == 0, "\(one.errors)")
      #expect(try Data(contentsOf: file).prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))

      let folder = workspace.appending(path: "all")
      let many = try muster("feeds", workspace.path, "--now", may, "--qr-png", folder.path)
      #expect(many.errors.contains("7 QR codes"))
      #expect(try contents(of: folder)["communities/u1.png"] == Data(contentsOf: file))
      #expect(
        try contents(of: folder).keys.sorted() == [
          "all.png", "areas/a1.png", "communities/u1.png", "communities/u2.png",
          "teams/fire1.png", "venues/s1.png", "venues/s2.png",
        ])
    }
  }

  @Test(arguments: [
    (["--qr-png", "all.png"], Int32(64), "7 feeds are chosen"),
    (["--private", "--qr"], 66, "only the server"),
    (["--community", "u3"], 66, "(u1), "),
    (["--organizer"], 64, "--private or --tasks"),
    (["--tasks", "--team", "fire1"], 64, "no tasks"),
    (["--tasks", "--private"], 64, "exclude"),
    (["--qr", "--format", "json"], 64, "exclude"),
  ])
  func `refuses what cannot be`(arguments: [String], status: Int32, words: String) throws {
    try withFeedPlan { workspace in
      let answer = try muster(["feeds", workspace.path, "--now", may] + arguments)

      #expect(answer.status == status)
      #expect(answer.errors.contains(words), "\(answer.errors)")
      #expect(answer.output == "")
    }
  }

  @Test func `has no codes where the feeds have no address`() throws {
    try withFeedPlan { workspace in
      try edit(workspace, "publish: { base: \"https://feeds.example.org/small\" }\n", "")
      #expect(try muster("plan", workspace.path, "--now", may).status == 0)

      let answer = try muster("feeds", workspace.path, "--now", may, "--qr")

      #expect(answer.status == 66)
      #expect(answer.errors.contains("publish: { base:"))
      let list = try muster("feeds", workspace.path, "--now", may, "--community", "u1")
      #expect(list.output.contains("feeds/communities/u1.ics"))
      #expect(!list.output.contains("https://"))
    }
  }

  @Test func `needs a plan`() throws {
    try withSample { sample in
      let answer = try muster("feeds", sample.path)
      #expect(answer.status == 66)
      #expect(answer.errors.contains("muster plan"))
    }
  }
}

@Suite struct `Exported feeds` {
  @Test(arguments: [
    ([], 7, "venues/二号广场.ics", "feeds/venues/s2.ics"),
    (["--all"], 7, "全部活动.ics", "feeds/all.ics"),
    (
      ["--community", "u1", "--community", "u2"], 2, "communities/二社区.ics",
      "feeds/communities/u2.ics"
    ),
    (
      ["--area", "a1", "--venue", "s1", "--team", "fire1"], 3, "areas/a1.ics",
      "feeds/areas/a1.ics"
    ),
    (["--private", "--organizer"], 1, "应急办（内部）.ics", "feeds-private/organizer.ics"),
    (["--tasks"], 5, "communities/一社区（待办）.ics", "feeds-private/tasks/communities/u1.ics"),
  ])
  func `are the bytes of the published ones, under names that people know`(
    arguments: [String], count: Int, path: String, published: String
  ) throws {
    try withFeedPlan { workspace in
      let out = workspace.appending(path: "out")
      let answer = try muster(
        ["export", workspace.path, "--now", may, "--out", out.path] + arguments)

      #expect(answer.status == 0, "\(answer.errors)")
      let exported = try contents(of: out)
      #expect(exported.count == count, "\(exported.keys.sorted())")
      let known = try ["feeds", "feeds-private"].flatMap {
        try contents(of: workspace.appending(path: $0)).values
      }
      #expect(exported.values.allSatisfy(known.contains))
      #expect(try Data(contentsOf: workspace.appending(path: published)) == exported[path])
    }
  }

  @Test func `that lay behind the record are written first`() throws {
    try withFeedPlan { workspace in
      let feeds = workspace.appending(path: "feeds")
      let inside = workspace.appending(path: "feeds-private")
      let before = try contents(of: feeds)
      let insideBefore = try contents(of: inside)
      try Data("BEGIN:VCALENDAR".utf8).write(to: feeds.appending(path: "venues/s1.ics"))
      try FileManager.default.removeItem(at: inside)

      #expect(try muster("feeds", workspace.path, "--now", may).status == 0)

      #expect(try contents(of: feeds) == before)
      #expect(try contents(of: inside) == insideBefore)
    }
  }

  @Test func `that are as they should be are not touched`() throws {
    try withFeedPlan { workspace in
      let path = workspace.appending(path: "feeds/all.ics").path
      let number = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber]
      let out = workspace.appending(path: "out").path

      #expect(try muster("export", workspace.path, "--now", may, "--out", out).status == 0)
      #expect(try muster("plan", workspace.path, "--now", may).status == 0)

      let after = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber]
      #expect(number as? Int == after as? Int)
    }
  }
}
