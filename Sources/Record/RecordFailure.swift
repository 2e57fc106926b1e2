package import Drills
internal import Foundation
internal import GRDB

/// Why the record could not be read or written.
package struct RecordFailure: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// Another process kept it for longer than the wait.
    case busy
    /// The record of another plan.
    case foreignPlan(String, expected: String)
    /// An SQLite file of another program.
    case foreignDatabase
    case notADatabase
    case damaged
    /// A row says what cannot be: what of it names it, and what it says.
    case damagedRow(RowKind, String, value: String)
    /// A key under which a report is being recorded at this moment.
    case submittedMeanwhile(String)
    /// Written by a newer Muster.
    case newerSchema
    case readOnly
    /// A log that somebody else left beside it may not be written.
    case lockedOut(by: String)
    case cannotOpen
    case full
    /// SQLite's result code.
    case inputOutput(Int)
  }
  /// What a program does about it.
  package enum Kind: Sendable {
    case badData, cannotCreate, inputOutput, busy
  }

  package let reason: Reason
  package let path: String

  init(_ reason: Reason, _ path: String) {
    self.reason = reason
    self.path = path
  }

  package var kind: Kind {
    switch reason {
    case .busy, .submittedMeanwhile: .busy
    case .foreignPlan, .foreignDatabase, .notADatabase, .damaged, .damagedRow, .newerSchema:
      .badData
    case .readOnly, .lockedOut, .cannotOpen: .cannotCreate
    case .full, .inputOutput: .inputOutput
    }
  }

  /// The words, in one place for both languages.
  package func text(in language: Language) -> String {
    let what =
      switch reason {
      case .busy:
        language(
          "另一个程序正在写入，等了 5 秒\n  请稍后再试",
          "another program is writing, even after 5 seconds\n  Maybe try again.")
      case .foreignPlan(let owner, let expected):
        language(
          "这是方案 \(owner) 的记录，不是 \(expected) 的\n  也许 plan.yaml 的 id 改过：请改回",
          "this is the record of the plan '\(owner)', not of '\(expected)'\n"
            + "  Maybe the id in plan.yaml was changed: change it back.")
      case .foreignDatabase:
        language("这是别的程序的数据库", "this database belongs to another program")
      case .notADatabase: language("这不是数据库文件", "this is no database")
      case .damaged:
        language(
          "记录已损坏\n  请从备份恢复；原文件未改动",
          "the record is damaged\n  Maybe restore a backup; the file was left as it is.")
      case .damagedRow(let kind, let row, let value):
        language(
          "记录已损坏：\(kind.word(in: .chinese))“\(row)”里有不可能的值“\(value)”\n"
            + "  请从备份恢复；原文件未改动",
          "the record is damaged: the \(kind.word(in: .english)) '\(row)' says '\(value)', "
            + "which cannot be\n  Maybe restore a backup; the file was left as it is.")
      case .submittedMeanwhile(let key):
        language(
          "用“\(key)”提交的内容正在记录\n  请稍后再试",
          "what was given under the key '\(key)' is being recorded\n  Maybe try again.")
      case .newerSchema:
        language("由更新版本的 Muster 写成，请升级", "this was written by a newer Muster; update this one")
      case .readOnly:
        language(
          "文件夹或文件只读，无法写入", "the folder or the file is read-only; nothing was written")
      case .lockedOut(let file):
        language(
          "\(file) 是别人留下的，不能写入\n  没有人在用时，请它的主人删掉它",
          "\(file) was left by somebody else and cannot be written\n"
            + "  Maybe its owner can delete it while nobody works here.")
      case .cannotOpen: language("无法打开或创建", "this cannot be opened or created")
      case .full: language("磁盘已满，没有记录任何内容", "the disk is full; nothing was recorded")
      case .inputOutput(let code):
        language("读写出错（SQLite \(code)）", "reading or writing failed (SQLite \(code))")
      }
    return "\(path): \(what)"
  }

  /// Runs `body`, with whatever SQLite throws in our words.
  static func wrapping<Result>(
    _ path: String, _ body: () throws -> Result
  ) throws(RecordFailure) -> Result {
    do {
      return try body()
    } catch let error as RecordFailure {
      throw error
    } catch let error as DatabaseError {
      throw RecordFailure(reason(of: error, at: path), path)
    } catch let damage as Damage {
      throw RecordFailure(.damagedRow(damage.kind, damage.row, value: damage.value), path)
    } catch is RowDecodingError {
      throw RecordFailure(.damaged, path)
    } catch {
      throw RecordFailure(.cannotOpen, path)
    }
  }

  private static func reason(of error: DatabaseError, at path: String) -> Reason {
    // The index of the log, which even readers need, could not grow.
    let hasNoRoom: [ResultCode] = [.SQLITE_IOERR_SHMOPEN, .SQLITE_IOERR_SHMSIZE]
    if hasNoRoom.contains(error.extendedResultCode) { return .full }
    return switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
    case .SQLITE_NOTADB: .notADatabase
    // A table or a column that should be there is not.
    case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_MISMATCH: .damaged
    case .SQLITE_READONLY: Record.obstacle(at: path) ?? .readOnly
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      FileManager.default.isReadableFile(atPath: path)
        && !FileManager.default.isWritableFile(
          atPath: URL(filePath: path).deletingLastPathComponent().path)
        ? .readOnly : .cannotOpen
    case .SQLITE_FULL: .full
    default: .inputOutput(Int(error.extendedResultCode.rawValue))
    }
  }
}

extension RecordFailure: CustomStringConvertible {
  package var description: String { text(in: .english) }
}
