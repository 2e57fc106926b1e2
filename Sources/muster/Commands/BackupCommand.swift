import ArgumentParser
import Drills
import Office
import Reports

struct BackupCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "backup", abstract: Phrases.help.backup,
      discussion: Phrases.help.backupExamples)
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.backupFile)) var file: String?
  @Option(help: .init(Phrases.help.restoreBackup, valueName: "file")) var restore: String?
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table

  func validate() throws {
    guard (file != nil) != (restore != nil) else { throw ValidationError(Phrases.oneOfBackup) }
  }

  func run() throws {
    let folder = try common.workspace(nil)
    let office = Office(folder: folder)
    if let file {
      let backup = try office.backup(to: file)
      switch format {
      case .json: Terminal.print([try EvidenceDocument(backup.evidence, file: file).json()])
      case .table:
        Terminal.print(backup.lines(to: file, in: Phrases.language))
      }
      backup.evidence.lost(in: Phrases.language).map(Terminal.warn)
    } else if let restore {
      let restored = try office.restore(from: restore, at: common.nowInstant)
      switch format {
      case .json: Terminal.print([try EvidenceDocument(restored.evidence, file: restore).json()])
      case .table: Terminal.print(restored.lines(in: folder, Phrases.language))
      }
      restored.warnings(in: Phrases.language, for: CommandLineFront()).forEach(Terminal.warn)
      restored.evidence.lost(in: Phrases.language).map(Terminal.warn)
    }
  }
}
