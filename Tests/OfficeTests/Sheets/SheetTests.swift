import Drills
import Foundation
import Office
import Record
import Reports
import SourceText
import Testing
import Workspace

@Suite struct `A filled sheet` {
  private func take(_ text: String, _ office: Office) throws -> RecordedRows {
    try office.record(
      DoneSheet(path: office.write(text, to: "done.csv")), in: office.register(), by: "甲",
      at: smallNow)
  }

  @Test func `has dates without a year that are near today`() throws {
    try withSmallOffice { office in
      let path = try office.write("编号,人数,日期\nu1/drill,４１人,6月5日\nu2/drill,40,6.13\n", to: "d.csv")
      let today = Day(number: 19_894)
      let rows = try DoneSheet(path: path, today: today).rows
      #expect(rows.map(\.report.people) == [41, 40])
      #expect(
        rows.map(\.report.days?.lowerBound.description) == ["2024-06-05", "2024-06-13"])
      #expect(throws: Refusal.self) { try DoneSheet(path: path) }
    }
  }

  @Test func `is recorded whole, blank rows aside, and twice says nothing new`() throws {
    try withSmallOffice { (office: Office) throws in
      let text = """
        编号,单位,名称,计划日期,人数,日期,疏散用时,计数,联合,文件,确认\r
        u1/drill,甲社区,疏散演练,2024-06-05,１２０人,2024/6/5,4分20秒,sessions=2；series-drill.people=9,u2=30,a.jpg,\r
        v1/drill,丙村,疏散演练,2024-06-05,450,2024年6月6日,,,,,是\r
        u2/drill,乙社区,疏散演练,2024-06-05,,,,,,,\r
        u1/push,甲社区,每日推送,,,2024-06-07..2024-06-13,,messages=7,,,\r
        u1/weekly/2024-06-13,甲社区,周材料,,,2024-06-13,,,,a.jpg,\r

        """
      _ = try office.write("photo", to: "a.jpg")
      let taken = try take(text, office)

      #expect(taken.new == 4 && taken.count == 4)
      #expect(taken.wanting.map(\.missing) == [["video", "text"]])
      let completions = try office.recorded.completions
      #expect(completions.map(\.people) == [120, 450, 0, 0])
      #expect(completions.map(\.day) == [day(5), day(6), day(7), day(13)])
      #expect(completions[0].evacuationSeconds == 260)
      #expect(completions[0].files.map(\.name) == ["a.jpg"])
      #expect(try take(text, office).new == 0)
    }
  }

  @Test(arguments: ["整改责任", "mender", "owner"])
  func `says who must mend a problem, under any name that the column ever had`(column: String)
    throws
  {
    try withSmallOffice { (office: Office) throws in
      _ = try take("id,people,on,problem,\(column)\nu1/drill,20,2024-06-05,门坏,物业\n", office)

      #expect(try office.recorded.problems.map(\.mender) == ["物业"])
    }
  }

  @Test func `with mistakes is refused with all of them, and nothing is recorded`() throws {
    try withSmallOffice { (office: Office) throws in
      let path = "\(office.folder)/done.csv"
      func at(_ line: Int, _ column: Int, _ cell: Int, _ title: String) -> SourcePosition {
        SourcePosition(
          file: path, line: line, column: column,
          cell: TableCell(row: line, column: cell, title: title))
      }
      #expect(
        throws: Refusal.sheet(
          .mistakes([
            .file(
              WorkspaceError(.notAWholeNumber("x", near: nil), at: at(3, 10, 2, "people"))),
            .file(
              WorkspaceError(
                .noSuchDate("2024-06-31", daysInMonth: 30), at: at(3, 12, 3, "on"))),
            .noID(at: at(4, 1, 1, "id")),
          ]))
      ) {
        try take(
          "id,people,on\nu1/drill,20,2024-06-05\nu2/drill,x,2024-06-31\n,3,2024-06-05\n", office)
      }
      #expect(
        throws: Refusal.sheet(
          .mistakes([
            .refused(.naming(.noSuchID("nobody", near: nil)), at: at(2, 1, 1, "id")),
            .refused(.recording(.isToCome(day(29), today: day(20))), at: at(3, 1, 1, "id")),
          ]))
      ) { try take("id,people,on\nnobody,3,\nv1/drill,3,2024-06-29\n", office) }
      #expect(try office.recorded.completions.isEmpty)
    }
  }

  @Test func `needs columns that it knows, an id, and something filled in`() throws {
    try withSmallOffice { (office: Office) throws in
      let path = "\(office.folder)/done.csv"
      let refusal = #expect(throws: Refusal.self) { try take("id,colour\nu1/drill,red\n", office) }
      guard case .sheet(.unknownColumn("colour", let place, let columns)) = refusal?.reason else {
        Issue.record("\(String(describing: refusal))")
        return
      }
      #expect(
        place
          == SourcePosition(
            file: path, line: 1, column: 4, cell: TableCell(row: 1, column: 2))
          && columns.count == 23)
      let id = SheetReason.Column(english: "id", chinese: "编号")
      #expect(
        throws: Refusal.sheet(
          .noColumn(
            id, at: SourcePosition(file: path, cell: TableCell(row: 1, column: 1))))
      ) {
        try take("people\n3\n", office)
      }
      #expect(throws: Refusal.sheet(.nothingFilledIn(path))) {
        try take("id,people\nu1/drill,\n", office)
      }
      #expect(throws: Refusal.recording(.noSuchFile("/no/such.csv"))) {
        try DoneSheet(path: "/no/such.csv")
      }
    }
  }

  @Test func `takes the year of a date from the planned one, and says what may be written`()
    throws
  {
    try withSmallOffice { (office: Office) throws in
      func read(_ cells: String) throws -> DoneSheet {
        try DoneSheet(
          path: office.write("编号,计划日期,人数,日期\nu1/drill,2024-06-05,\(cells)\n", to: "done.csv"))
      }
      let days = try ["6月3日", "6/3", "6月1日至13日", "6月1日至6月13日", "6.13"].map { day in
        try read("1,\(day)").rows[0].report.days?.description ?? ""
      }

      #expect(
        days == [
          "2024-06-03...2024-06-03", "2024-06-03...2024-06-03", "2024-06-01...2024-06-13",
          "2024-06-01...2024-06-13", "2024-06-13...2024-06-13",
        ])
      for (cells, words) in [
        ("约30人,6月3日", "“约30人”不是整数\n  也许是“30”"), ("30,6.1", "“6.1”可能是“6月1日”，也可能是“6月10日”"),
        ("30,月初", "“月初”不是 2024-06-16 形式的日期"),
      ] {
        let refusal = #expect(throws: Refusal.self) { _ = try read(cells) }
        guard case .sheet(.mistakes(let mistakes)) = refusal?.reason else {
          Issue.record("no mistakes in \(cells)")
          continue
        }
        let told = mistakes.compactMap { mistake -> String? in
          if case .file(let error) = mistake { error.text(in: .chinese) } else { nil }
        }
        #expect(told.count == 1 && told[0].hasSuffix(words), "\(told)")
      }
    }
  }

  private func workbook(_ table: Page.Table, in office: Office) throws -> String {
    let path = "\(office.folder)/sheet.xlsx"
    var book = Workbook(path: path)
    book.add(table, named: "表")
    try book.close()
    return path
  }

  @Test func `may be a workbook, under a title`() throws {
    try withSmallOffice { (office: Office) throws in
      let header = ["编号", "人数", "日期", "疏散用时", "备注"]
      let texts = ["u1/drill", "120", "2024/6/5", "4分20秒", "顺利"]
      let csv = try DoneSheet(
        path: office.write(
          header.joined(separator: ",") + "\n" + texts.joined(separator: ",") + "\n",
          to: "done.csv"))
      var cells = texts.map(Page.Cell.text)
      cells[1] = .number(120)

      let path = try workbook(Page.Table("完成情况", header: header, rows: [cells]), in: office)
      let sheet = try DoneSheet(path: path)

      #expect(sheet.rows.map(\.report) == csv.rows.map(\.report))
      #expect(sheet.rows.map(\.id) == ["u1/drill"])
      #expect(
        sheet.rows.map(\.position.description) == ["\(path):3:1 (A3, 编号)"])
      #expect(sheet.warnings == [])
    }
  }

  @Test func `of counts may be a workbook, under a title`() throws {
    try withSmallOffice { (office: Office) throws in
      let books = try office.begunBooks(at: smallNow)
      let table = Page.Table(
        "附件1", header: ["计数项", "甲社区", "party"],
        rows: [[.text("push.messages"), .number(10), .number(3)]])

      let sheet = try CountSheet(path: workbook(table, in: office), in: books)

      #expect(sheet.entries.map(\.amount) == [10, 3])
      #expect(throws: Refusal.self) {
        let wrong = Page.Table(
          "附件1", header: ["计数项", "甲社区"], rows: [[.text("push.messages"), .text("多")]])
        _ = try CountSheet(path: workbook(wrong, in: office), in: books)
      }
    }
  }

  @Test func `of counts is taken as new numbers or as totals so far`() throws {
    try withSmallOffice { (office: Office) throws in
      func take(_ text: String, totals: Bool = false) throws -> [Count] {
        let books = try office.begunBooks(at: smallNow)
        var terms = Books.SheetTerms()
        terms.areTotals = totals
        return try books.record(
          CountSheet(path: office.write(text, to: "附件.csv"), in: books), terms, by: "甲")
      }
      #expect(
        try take("计数项,单位,甲社区,party\npush.messages,条,10,3\npush.groups,个,4,\n").map(\.amount)
          == [10, 3, 4])
      let totals = "counter,u1\npush.messages,25\npush.groups,5\n"
      #expect(try take(totals, totals: true).map(\.amount) == [15, 5])
      #expect(try take(totals, totals: true).map(\.amount) == [5])
      #expect(try take("counter,u1\npush.messages,24\n", totals: true).map(\.amount) == [-1])
    }
  }

  @Test func `of counts is asked about where all of it was recorded for that day`() throws {
    try withSmallOffice { (office: Office) throws in
      func take(_ text: String, on number: Int = 20, confirmed: Bool = false) throws -> [Count] {
        let books = try office.begunBooks(at: smallNow)
        var terms = Books.SheetTerms()
        terms.day = day(number)
        terms.isConfirmed = confirmed
        return try books.record(
          CountSheet(path: office.write(text, to: "附件.csv"), in: books), terms, by: "甲")
      }
      let sheet = "counter,u1,u2\npush.messages,10,3\npush.groups,4,4\n"
      #expect(try take(sheet).count == 4)
      #expect(throws: Refusal.recording(.questioned([.sheetIsRecorded(on: day(20))]))) {
        try take(sheet)
      }
      #expect(throws: Refusal.recording(.questioned([.sheetIsRecorded(on: day(20))]))) {
        try take("counter,u1\npush.messages,10\n")
      }
      // Another day, another number beside it, and what a person insists on are new.
      #expect(try take(sheet, on: 19).count == 4)
      #expect(try take("counter,u1,u2\npush.messages,10,4\n").count == 2)
      #expect(try take(sheet, confirmed: true).count == 4)
    }
  }

  @Test func `that says two things of one activity is refused with both lines`() throws {
    try withSmallOffice { (office: Office) throws in
      let path = "\(office.folder)/done.csv"
      func at(_ line: Int) -> SourcePosition {
        SourcePosition(file: path, line: line, cell: TableCell(row: line, column: 1, title: "id"))
      }
      #expect(
        throws: Refusal.sheet(
          .mistakes([
            .contradicts(
              "u1/drill", earlier: at(2), at: at(4))
          ]))
      ) { try take("id,people\nu1/drill,30\nu2/drill,9\nu1/drill,31\n", office) }
      #expect(try office.recorded.completions.isEmpty)
      // The same twice is the same, and of a campaign every row stands.
      #expect(try take("id,people\nu1/drill,30\n1,30\n", office).new == 1)
      #expect(
        try take(
          "id,on,count\nu1/push,2024-06-10,messages=1\nu1/push,2024-06-11,messages=2\n", office
        )
        .new == 2)
    }
  }

  @Test func `of counts names whose numbers are whose, each counter once`() throws {
    try withSmallOffice { (office: Office) throws in
      let books = try office.begunBooks(at: smallNow)
      let path = "\(office.folder)/附件.csv"
      func read(_ text: String) throws {
        _ = try CountSheet(path: office.write(text, to: "附件.csv"), in: books)
      }
      func at(_ line: Int, _ column: Int, _ cell: Int, _ title: String) -> SourcePosition {
        SourcePosition(
          file: path, line: line, column: column,
          cell: TableCell(row: line, column: cell, title: title))
      }
      let counter = Counter(line: "push", unit: "messages")
      #expect(
        throws: Refusal.sheet(
          .mistakes([
            .notACount("-1", at: at(2, 15, 2, "u1")),
            .refused(.recording(.unknownCounter("nothing", maybe: [])), at: at(3, 1, 1, "counter")),
            .refused(.recording(.countedTwice(counter)), at: at(4, 1, 1, "counter")),
          ]))
      ) { try read("counter,u1\npush.messages,-1\nnothing,2\npush.messages,3\n") }
      #expect(throws: Refusal.sheet(.ownerTwice("u1", at: at(1, 12, 3, "")))) {
        try read("counter,u1,甲社区\npush.messages,1,2\n")
      }
      let refusal = #expect(throws: Refusal.self) { try read("counter,x9\npush.messages,1\n") }
      guard case .sheet(.unknownOwner(.notAnID(.community, "x9", _), let place)) = refusal?.reason
      else {
        Issue.record("\(String(describing: refusal))")
        return
      }
      #expect(place == at(1, 9, 2, ""))
    }
  }
}
