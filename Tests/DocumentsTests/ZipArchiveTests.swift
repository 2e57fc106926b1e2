import Documents
import Testing

@Suite struct `A ZIP archive` {
  @Test func `is read by others as it was written`() throws {
    var archive = ZipArchive()
    archive.set("空.txt", to: [])
    archive.set("a/b.txt", to: Array("old".utf8))
    archive.set("c.bin", to: (0..<70_000).map { UInt8(truncatingIfNeeded: $0 * $0) })
    archive.set("a/b.txt", to: Array("新的\n".utf8))

    let told = try python(
      """
      import sys, zipfile, hashlib
      z = zipfile.ZipFile(sys.argv[1])
      assert z.testzip() is None
      for n in z.namelist(): print(n, len(z.read(n)), sum(z.read(n)))
      """, on: archive.file)

    let sum = (0..<70_000).reduce(0) { $0 + Int(UInt8(truncatingIfNeeded: $1 * $1)) }
    #expect(
      told
        == "空.txt 0 0\na/b.txt 7 \(Array("新的\n".utf8).reduce(0) { $0 + Int($1) })\nc.bin 70000 \(sum)\n"
    )
  }

  @Test func `is the same bytes for the same entries`() {
    var archives = [ZipArchive(), ZipArchive()]
    for index in archives.indices { archives[index].set("a", to: Array("b".utf8)) }
    #expect(archives[0].file == archives[1].file)
  }
}
