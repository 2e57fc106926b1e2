import Drills
import Foundation
import Office
import Testing

@Suite struct `Writing a file` {
  @Test func `makes its folders, replaces what was there, and leaves nothing else`() throws {
    try withUnplannedOffice { (office: Office) throws in
      let target = URL(filePath: office.folder).appending(path: "a/b/c.txt")
      try WholeFile.write(Array("one".utf8), to: target)
      try WholeFile.write(Array("two".utf8), to: target)
      #expect(try String(contentsOf: target, encoding: .utf8) == "two")
      #expect(
        try FileManager.default.contentsOfDirectory(
          atPath: target.deletingLastPathComponent().path) == ["c.txt"])
    }
  }

  @Test func `says why it cannot, and leaves what was there`() throws {
    try withUnplannedOffice { (office: Office) throws in
      let home = URL(filePath: office.folder)
      let before = try FileManager.default.contentsOfDirectory(atPath: home.path).sorted()
      let long = home.appending(path: String(repeating: "x", count: 300))
      let folder = home.appending(path: "plan.yaml/x")
      for (target, cause) in [
        (long, WriteCause.nameTooLong), (URL(filePath: "/proc/nothing"), .other(ENOENT)),
      ] {
        let refusal = #expect(throws: Refusal.self) { try WholeFile.write([1], to: target) }
        #expect(refusal == .publishing(.cannotWrite(target.path, cause)))
      }
      #expect(
        throws: Refusal.publishing(.cannotWrite(home.appending(path: "plan.yaml").path, .inTheWay))
      ) {
        try WholeFile.write([1], to: folder)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).sorted() == before)
    }
  }

  @Test(arguments: [
    (ENOSPC, WriteCause.full, Refusal.Kind.inputOutput), (EDQUOT, .quota, .inputOutput),
    (EROFS, .readOnly, .cannotCreate), (EACCES, .readOnly, .cannotCreate),
    (EFBIG, .tooLarge, .inputOutput), (EISDIR, .inTheWay, .cannotCreate),
    (EIO, .other(EIO), .inputOutput),
  ])
  func `is told by the system's cause`(code: Int32, cause: WriteCause, kind: Refusal.Kind) {
    #expect(WriteCause(code) == cause)
    #expect(Refusal.publishing(.cannotWrite("f", cause)).kind == kind)
  }

  @Test func `to a full device is no success`() throws {
    let descriptor = open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    #expect(WholeFile.writeAll([1], to: descriptor) == ENOSPC)
  }
}

@Suite struct `What belongs to a workspace` {
  @Test(arguments: [
    ".", "plan.yaml", "communities.csv", "teams.csv", "./venues.csv", "x/../plan.yaml",
    "muster.sqlite", "muster.sqlite-wal", "muster.sqlite.before-2", "feeds", "feeds/all.ics",
    "feeds-private/x.ics", "evidence/abc", "forms/附件.md", "forms/new.md", "link.html",
    "hard.html",
  ])
  func `is never written over`(name: String) throws {
    try withSmallOffice { (office: Office) throws in
      let home = URL(filePath: office.folder)
      try FileManager.default.createSymbolicLink(
        at: home.appending(path: "link.html"), withDestinationURL: home.appending(path: "plan.yaml")
      )
      #expect(
        link(home.appending(path: "muster.sqlite").path, home.appending(path: "hard.html").path)
          == 0)
      let path = "\(office.folder)/\(name)"
      #expect(throws: Refusal.publishing(.isOwned(path))) { try office.refuseOwned(path) }
    }
  }

  @Test(arguments: ["周报.html", "out/r.xlsx", "../r.txt", "planned.yaml"])
  func `is not everything beside it`(name: String) throws {
    try withSmallOffice { office in try office.refuseOwned("\(office.folder)/\(name)") }
  }
}
