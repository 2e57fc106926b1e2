package import Drills

extension BackedUp {
  package func lines(to path: String, in language: Language) -> [String] {
    let note =
      evidence.isEmpty
      ? ""
      : language(
        "；证据 \(evidence.count) 个，不在备份里，请另存 evidence 文件夹：",
        "; \(evidence.count) pieces of evidence are not in it, so keep the folder evidence too:")
    return [
      language(
        "已备份到 \(path)：计划第 \(revision) 版\(note)",
        "copied the record to \(path): revision \(revision)\(note)")
    ] + evidence.map { $0.text(in: language) }
  }
}

extension Restored {
  package func lines(in folder: String, _ language: Language) -> [String] {
    var lines = [
      language(
        "已在 \(folder) 恢复方案 \(plan)：计划第 \(revision) 版",
        "restored the plan '\(plan)' in \(folder): revision \(revision)")
    ]
    if !workspaceFiles.isEmpty {
      lines.append(
        language("写回工作区文件：", "workspace files written: ")
          + workspaceFiles.joined(separator: language("、", ", ")))
    }
    return lines
  }

  /// What was not brought back, and why.
  package func warnings(in language: Language, for front: any Front) -> [String] {
    var warnings: [String] = []
    if !outside.isEmpty {
      let list = outside.joined(separator: language("、", ", "))
      warnings.append(
        language(
          "警告：这些文件在文件夹之外，请自行放好：\(list)",
          "Warning: these files lie outside the folder; put them in their place: \(list)"))
    }
    if let feeds {
      let why = feeds.text(in: language, for: front)
      warnings.append(
        language("警告：日历没有写出：\(why)", "Warning: the feeds were not written: \(why)"))
    }
    return warnings
  }
}

extension [KeptEvidence] {
  /// That some of it lies nowhere, or is not what it was; nothing if all of it is there.
  package func lost(in language: Language) -> String? {
    let lost = filter { [.missing, .altered].contains($0.state) }
    guard !lost.isEmpty else { return nil }
    let names = lost.prefix(10).map { $0.file.name }.joined(separator: language("、", ", "))
    let more = lost.count > 10 ? " …" : ""
    return language(
      "警告：缺 \(lost.count) 个证据文件，请放回 evidence 文件夹：\(names)\(more)",
      "Warning: \(lost.count) files of evidence are missing; put them back into evidence: "
        + "\(names)\(more)")
  }
}

extension KeptEvidence {
  /// Its hash, its bytes, what it is called, what is wrong with it.
  package func text(in language: Language) -> String {
    let state: String? =
      switch state {
      case .present, .withheld: nil
      case .missing: language("（缺失）", "(missing)")
      case .altered: language("（大小不符）", "(altered)")
      }
    return [file.hash, String(file.size), file.name(in: language), state]
      .compactMap(\.self).joined(separator: "  ")
  }
}

extension Withholding {
  package func text(in language: Language) -> String {
    language(
      "证据 \(hash.prefix(12)) 已屏蔽：文件已删除，记录仍说明有过这个文件",
      "evidence \(hash.prefix(12)) is withheld: its file is gone, and the record keeps "
        + "that there was one")
  }
}

/// What a record names as evidence, for other programs; its keys are stable.
package struct EvidenceDocument: Encodable {
  private struct Item: Encodable {
    let hash: String
    let size: Int
    let name: String
    let state: String
  }

  private let file: String?
  private let evidence: [Item]

  /// `file`: of the backup.
  package init(_ evidence: [KeptEvidence], file: String? = nil) {
    self.file = file
    self.evidence = evidence.map {
      Item(hash: $0.file.hash, size: $0.file.size, name: $0.file.name, state: $0.state.rawValue)
    }
  }
}
