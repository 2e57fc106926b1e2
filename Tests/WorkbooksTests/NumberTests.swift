import Testing

@testable import Workbooks

@Suite struct `A number` {
  private static let plain: [(String, String)] = [
    ("1420", "1420"), ("1420.0", "1420"), ("0", "0"), ("-0", "0"), ("-3", "-3"), ("007", "7"),
    ("13977212345", "13977212345"), ("1.3977212345E10", "13977212345"),
    ("1E+15", "1000000000000000"),
    ("1.1010119900307701E17", "110101199003077000"), ("1e20", "100000000000000000000"),
    ("0.1", "0.1"), ("0.30000000000000004", "0.3"), ("41.765432100000002", "41.7654321"),
    ("123.45599999999999", "123.456"), ("1E-7", "0.0000001"), ("2.5E-3", "0.0025"),
    ("0.99999999999999989", "1"), ("9.9999999999999996E22", "100000000000000000000000"),
    ("1234567890.1234567", "1234567890.12346"),
  ]

  @Test(arguments: plain)
  func `is written without exponent and without noise`(written: String, text: String) {
    #expect(CellValue(written, in: .general, countsFrom1904: false) == .number(text))
  }

  @Test(arguments: ["", "inf", "nan", "0x10", "1e999", "1,5", "１", "--1", "a"])
  func `is nothing else`(written: String) {
    #expect(CellValue(written, in: .general, countsFrom1904: false) == nil)
  }

  private static let percentages: [(String, String)] = [
    ("0.03", "3%"), ("0.025", "2.5%"), ("1", "100%"), ("0", "0%"), ("7.0000000000000007E-2", "7%"),
    ("0.333333333333333", "33.3333333333333%"), ("-0.5", "-50%"), ("12", "1200%"),
  ]

  @Test(arguments: percentages)
  func `shown as a percentage is one`(written: String, text: String) {
    #expect(CellValue(written, in: .percent, countsFrom1904: false) == .percent(text))
  }

  private static let filled: [(String, String, String)] = [
    ("00000000000", "2486123456", "02486123456"), ("000", "7", "007"), ("00", "123", "123"),
    ("000-00000000", "2486123456", "024-86123456"), ("000", "1.5", "1.5"), ("000", "-7", "-7"),
  ]

  @Test(arguments: filled)
  func `is filled up as its format fills it`(code: String, written: String, text: String) {
    #expect(
      CellValue(written, in: NumberFormat(code: code), countsFrom1904: false) == .number(text))
  }
}

@Suite struct `A number format` {
  private static let date = NumberFormat.date
  private static let time = NumberFormat.time(hasSeconds: false)
  private static let seconds = NumberFormat.time(hasSeconds: true)
  private static let both = NumberFormat.dateAndTime(hasSeconds: false)

  private static let formats: [(String, NumberFormat)] = [
    ("General", .general), ("G/通用格式", .general), ("G/通用格式\"人\"", .general),
    ("0", .general), ("0.00", .general), ("#,##0", .general), ("#,##0\"天\"", .general),
    ("0.00E+00", .general), ("##0.0E-0", .general), ("@", .general), ("[Red]0.0", .general),
    ("[$-804]General", .general), ("[DBNum1][$-804]General", .general),
    ("\"day\" 0", .general), ("0\\d", .general), ("0_d", .general), ("0*d", .general),
    ("¥#,##0.00;[Red]¥-#,##0.00", .general), ("# ?/?", .general), ("[<=9999999]###-####", .general),
    ("0%", .percent), ("0.0%", .percent), ("0.00%;-0.00%", .percent),
    ("yyyy/m/d", date), ("yyyy-mm-dd", date), ("m/d", date), ("yyyy\"年\"m\"月\"d\"日\"", date),
    ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", date), ("[DBNum1][$-804]yyyy\"年\"m\"月\"", date),
    ("m\"月\"", date), ("mmm-yy", date), ("[$-404]e/m/d", date), ("aaaa", date),
    ("[$-804]aaa;@", date),
    ("d", date), ("dddd", date), ("ggge\"年\"m\"月\"", date), ("YYYY/MM/DD", date),
    ("h:mm", time), ("[h]:mm", time), ("h\"时\"mm\"分\"", time), ("hh:mm AM/PM", time),
    ("上午/下午h\"时\"mm\"分\"", time), ("[$-409]h:mm AM/PM;@", time), ("[mm]", time), ("h", time),
    ("h:mm:ss", seconds), ("[h]:mm:ss", seconds), ("mm:ss", seconds), ("mm:ss.0", seconds),
    ("[ss]", seconds),
    ("yyyy/m/d h:mm", both), ("m/d/yy h:mm AM/PM", both), ("yyyy-mm-dd\\ hh:mm", both),
    ("yyyy/m/d h:mm:ss", .dateAndTime(hasSeconds: true)),
  ]

  @Test(arguments: formats)
  func `says what a number is`(code: String, format: NumberFormat) {
    #expect(NumberFormat(code: code) == format)
  }

  @Test func `that nothing declares is a date where Chinese programs write dates`() {
    let dates = [14, 15, 16, 17] + Array(27...31) + [36] + Array(50...54) + [57, 58]
    let times = [18, 20, 32, 34, 55]
    let toTheSecond = [19, 21, 33, 35, 45, 46, 47, 56]
    for id in 0...200 {
      let expected: NumberFormat =
        dates.contains(id)
        ? .date
        : times.contains(id)
          ? Self.time
          : toTheSecond.contains(id)
            ? Self.seconds : id == 22 ? Self.both : id == 9 || id == 10 ? .percent : .general
      #expect(NumberFormat(builtIn: id) == expected, "\(id)")
    }
  }

  @Test func `of the file's own wins over the built-in one of its number`() throws {
    let styles = """
      <numFmts count='2'><numFmt numFmtId='58' formatCode='0.0%'/>\
      <numFmt numFmtId='27' formatCode='0&quot;人&quot;'/></numFmts>\
      <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>\
      <cellXfs><xf numFmtId='58'/><xf numFmtId='27'/><xf numFmtId='31'/><xf numFmtId='0'/></cellXfs>
      """
    let cells = try cells(
      HandWritten(
        rows: (0..<5).map { "<row><c s='\($0)'><v>45446</v></c></row>" }.joined(), styles: styles))

    #expect(
      cells == [
        "A1": .percent("4544600%"), "A2": .number("45446"), "A3": .date("2024-06-03"),
        "A4": .number("45446"), "A5": .number("45446"),
      ])
  }
}

@Suite struct `A day as a number` {
  private static let days: [(String, String)] = [
    ("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01"), ("45446", "2024-06-03"),
    ("45446.9999", "2024-06-03"), ("45351", "2024-02-29"), ("2958465", "9999-12-31"),
  ]

  @Test(arguments: days)
  func `counts from 1900, with a leap day too many`(written: String, date: String) {
    #expect(CellValue(written, in: .date, countsFrom1904: false) == .date(date))
  }

  @Test(arguments: ["60", "60.5", "0", "0.5", "-1", "2958466", "1e15"])
  func `is none where there is no such day`(written: String) {
    guard case .noDay = CellValue(written, in: .date, countsFrom1904: false) else {
      Issue.record("a day was made of \(written)")
      return
    }
  }

  private static let daysFrom1904: [(String, String)] = [
    ("0", "1904-01-01"), ("60", "1904-03-01"), ("43984", "2024-06-03"), ("59", "1904-02-29"),
  ]

  @Test(arguments: daysFrom1904)
  func `may count from 1904`(written: String, date: String) throws {
    #expect(CellValue(written, in: .date, countsFrom1904: true) == .date(date))
    let workbook = HandWritten(
      rows: "<row><c><v>\(written)</v></c></row>", styles: "<cellXfs><xf numFmtId='14'/></cellXfs>",
      workbook: "<workbookPr date1904='1'/>")
    #expect(try cells(workbook) == ["A1": .date(date)])
  }

  private static let times: [(String, String)] = [
    ("0.333333333333333", "08:00"), ("0.35416666666666669", "08:30"),
    ("0.99930555555555556", "23:59"),
    ("1", "24:00"), ("0", "00:00"), ("45446.354166666664", "08:30"), ("0.3541", "08:29"),
    ("1.0416666666666667", "25:00"),
  ]

  @Test(arguments: times)
  func `may be a time, to the minute`(written: String, time: String) {
    #expect(CellValue(written, in: .time(hasSeconds: false), countsFrom1904: false) == .time(time))
  }

  @Test func `may be any minute and any second of the day`() {
    for second in stride(from: 0, through: 86_400, by: 7) {
      let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
      let time = "\(two(second / 3600)):\(two(second / 60 % 60))"
      let written = "\(Double(second) / 86_400)"
      let fine = CellValue(written, in: .time(hasSeconds: true), countsFrom1904: false)
      let coarse = CellValue(written, in: .time(hasSeconds: false), countsFrom1904: false)
      #expect(fine == .time("\(time):\(two(second % 60))"))
      #expect(coarse == .time(time))
    }
  }

  private static let moments: [(String, String)] = [
    ("45446", "2024-06-03"), ("45446.354166666664", "2024-06-03 08:30"),
    ("45446.999999", "2024-06-04"),
  ]

  @Test(arguments: moments)
  func `may be a day with its time`(written: String, text: String) {
    #expect(
      CellValue(written, in: .dateAndTime(hasSeconds: false), countsFrom1904: false) == .date(text))
  }
}
