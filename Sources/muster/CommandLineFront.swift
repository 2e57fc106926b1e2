import Drills
import Office

/// The commands as a front of the office: fields are flags, actions are commands.
struct CommandLineFront: Front {
  func name(of field: Field, in language: Language) -> String { "--\(field.rawValue)" }

  func setting(_ field: Field, to value: String, in language: Language) -> String {
    "\(name(of: field, in: language)) \(value)"
  }

  func name(of action: Action, in language: Language) -> String {
    let command =
      switch action {
      case .plan(let folder): (["plan"] + [folder].compactMap(\.self)).joined(separator: " ")
      case .move: "move"
      case .moveOverriding(let id, let rule): "move \(id) --to … --override \(rule.rawValue)"
      case .restore(let id): "cancel \(id) --restore"
      case .undo(let id): "undo \(id)"
      case .options(let id): "options \(id)"
      case .history: "history"
      case .listActivities: "show --list"
      case .doneSheet: "done --form"
      case .feeds: "feeds"
      case .planDraft: "plan --draft"
      case .publishDraft: "publish"
      case .planAnew: "plan --begin-anew"
      case .restoreBackup: language("backup --restore 备份文件", "backup --restore FILE")
      case .withhold(let hash): "evidence withhold \(hash)"
      case .countSheet: language("count --form 表名", "count --form NAME")
      }
    return language("muster \(command)", "`muster \(command)`")
  }
}

extension Failure {
  init(_ refusal: Refusal) {
    self.init(
      Status(refusal.kind), refusal.text(in: Phrases.language, for: CommandLineFront()))
  }
}

extension Failure.Status {
  init(_ kind: Refusal.Kind) {
    self =
      switch kind {
      case .no: .no
      case .usage: .usage
      case .badData: .badData
      case .noInput: .noInput
      case .bug: .bug
      case .cannotCreate: .cannotCreate
      case .inputOutput: .inputOutput
      case .busy: .busy
      }
  }
}
