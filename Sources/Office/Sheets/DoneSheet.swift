package import Drills
import Foundation
package import Reports
package import SourceText
package import Workspace

/// The table, a CSV or a workbook, in which many completions are reported at once.
package struct DoneSheet: Sendable {
  /// A row that somebody filled in.
  package struct Row: Sendable {
    package let id: String
    package let position: SourcePosition
    package let report: CompletionReport
  }

  /// The column's English and Chinese name.
  enum Column: String, CaseIterable {
    case id, community, name, planned, people, on, start, minutes, residents, assisted
    case evacuatedIn = "evacuated-in"
    case headcountIn = "headcount-in"
    case mode, weather, observers, count, with, problem, mender
    case mendBy = "mend-by"
    case file, note, confirm

    var chinese: String {
      switch self {
      case .id: "编号"
      case .community: "单位"
      case .name: "名称"
      case .planned: "计划日期"
      case .people: "人数"
      case .on: "日期"
      case .start: "开始时间"
      case .minutes: "时长（分钟）"
      case .residents: "居民人数"
      case .assisted: "协助撤离人数"
      case .evacuatedIn: "疏散用时"
      case .headcountIn: "清点用时"
      case .mode: "方式"
      case .weather: "天气"
      case .observers: "观摩指导"
      case .count: "计数"
      case .with: "联合"
      case .problem: "问题"
      case .mender: "整改责任"
      case .mendBy: "整改期限"
      case .file: "文件"
      case .note: "备注"
      case .confirm: "确认"
      }
    }

    /// What it was called before, in sheets that people still have.
    var formerName: String? { self == .mender ? "owner" : nil }

    /// As messages name it.
    var names: SheetReason.Column { SheetReason.Column(english: rawValue, chinese: chinese) }

    /// Whether a cell says no more than the form did: the partners of a joint drill, without numbers.
    func isAsGiven(_ text: String) -> Bool {
      isGiven || self == .with && DoneSheet.items(of: text).allSatisfy(DoneSheet.isUnanswered)
    }

    /// Filled in by Muster: a row with nothing else was left blank.
    var isGiven: Bool { [.id, .community, .name, .planned].contains(self) }
  }

  /// Where it was read; relative paths in it are looked up beside it.
  package let path: String
  /// Those that were filled in.
  package let rows: [Row]
  /// What a person should know of the file though it is read.
  package let warnings: [WorkspaceError]

  /// - Parameters:
  ///   - path: Of the file.
  ///   - today: What a date without a year is near to where no planned date stands in its row.
  /// - Throws: `Refusal` with every mistake and its place.
  package init(path: String, today: Day? = nil) throws(Refusal) {
    self.path = path
    let sheet = try FilledSheet.read(path, known: Column.allCases.map(\.names))
    warnings = sheet.warnings
    guard let header = sheet.rows.first else {
      rows = []
      return
    }
    var reader = try RowReader(header, today: today)
    rows = sheet.rows.dropFirst().compactMap { reader.row($0) }
    guard reader.mistakes.isEmpty else { throw .sheet(.mistakes(reader.mistakes)) }
    guard !rows.isEmpty else { throw .sheet(.nothingFilledIn(path)) }
  }

  static func items(of text: String) -> [String] {
    text.split { ";；\n".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  /// Whether it asks for a partner's people, and nobody wrote how many.
  static func isUnanswered(_ item: String) -> Bool { item.hasSuffix("=") || item.hasSuffix("＝") }

  /// The sheet of all that should be reported by now, for a person to fill in; opens in Excel.
  package static func form(of view: PlanView, in language: Language) -> String {
    var rows = [Column.allCases.map { language($0.chinese, $0.rawValue) }]
    func add(
      _ id: DutyID, of owner: OwnerID, _ name: String, _ day: Day?, with partners: [OwnerID] = []
    ) {
      let given: [Column: String] = [
        .id: id.text, .community: view.agenda.program.name(ofOwner: owner), .name: name,
        .planned: day?.description ?? "",
        .with: partners.map { "\($0)=" }.joined(separator: language("；", ";")),
      ]
      rows.append(Column.allCases.map { given[$0] ?? "" })
    }
    let open = view.entries.filter { [.due, .overdue].contains($0.status) }
    let byTime = open.sorted {
      ($0.placement?.moment ?? Moment(minutes: 0), $0.number)
        < ($1.placement?.moment ?? Moment(minutes: 0), $1.number)
    }
    for entry in byTime {
      add(
        entry.activity.id, of: entry.host, Words(language).name(of: entry), entry.placement?.day,
        with: entry.partners)
    }
    for entry in view.tasks where [.due, .overdue].contains(entry.status) {
      add(entry.task.id, of: entry.task.owner, entry.task.name, entry.task.due)
    }
    for entry in view.campaigns where [.running, .behind].contains(entry.status) {
      add(entry.run.id, of: entry.run.owner, entry.run.name, nil)
    }
    return CSVText(rows).marked
  }
}
