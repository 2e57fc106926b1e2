import Foundation
import Testing

@Suite struct `A new workspace` {
  @Test func `is written, checked and planned`() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "new").path
      #expect(try muster("init", path, "--now", "2024-03-01T08:00:00+08:00").status == 0)
      let check = try muster("check", path)
      #expect(check.status == 0, "\(check.output)\(check.errors)")
      let plan = try muster("plan", path, "--now", "2024-03-01T08:00:00+08:00")
      #expect(plan.status == 0, "\(plan.output)\(plan.errors)")
    }
  }

  @Test func `is not written over another`() throws {
    try withTemporaryFolder { folder in
      #expect(try muster("init", folder.path).status == 0)
      let before = try contents(of: folder)
      #expect(try muster("init", folder.path).status == 73)
      #expect(try contents(of: folder) == before)
    }
  }
}

@Suite struct `A workspace with a mistake` {
  @Test func `is neither planned nor written to`() throws {
    try withSample { sample in
      let file = sample.appending(path: "plan.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data((text + "\nperiode: 1\n").utf8).write(to: file)
      let before = try contents(of: sample)

      let plan = try muster("plan", sample.path)
      #expect(plan.status == 65)
      #expect(plan.errors.contains("plan.yaml:"))
      #expect(plan.errors.contains("period"))
      #expect(plan.output == "")
      let check = try muster("check", sample.path)
      #expect(check.status == 1)
      #expect(try contents(of: sample) == before)
    }
  }

  @Test func `is said not to exist where there is no folder`() throws {
    let answer = try muster("check", "/no/such/folder")
    #expect(answer.status == 66)
    #expect(answer.errors.contains("/no/such/folder:1:1: no such folder"))
  }
}

@Suite struct `What cannot fit` {
  @Test func `is said before planning, with the filter that left nothing`() throws {
    try withSample { sample in
      let file = sample.appending(path: "teams.csv")
      let text = try String(contentsOf: file, encoding: .utf8)
      // The fire station now covers a single community.
      let one = text.replacing(",fire,1,60,,", with: ",fire,1,60,qingsong,")
      #expect(one != text)
      try Data(one.utf8).write(to: file)

      let check = try muster("check", sample.path)

      #expect(check.status == 1)
      #expect(check.output.contains("no team of a needed role covers it"))
      let plan = try muster("plan", sample.path, "--time-limit", "5s")
      #expect(plan.status == 1)
      #expect(plan.output.contains("unplaced"))
    }
  }
}
