internal import Documents
package import Drills
internal import Foundation
package import Reports
internal import Workspace

/// A form beside the district's own file of it.
package struct DistrictForm: Sendable {
  package let form: Form
  package let pairing: FormPairing
  /// Of the district's file, such as `.docx`.
  package let suffix: String
  private let document: any BlankDocument

  init(_ form: Form, _ pairing: FormPairing, _ document: any BlankDocument, suffix: String) {
    self.form = form
    self.pairing = pairing
    self.document = document
    self.suffix = suffix
  }

  /// The district's file with its blanks filled.
  package func filled(with filling: FormFilling) -> [UInt8] {
    document.filled(pairing.texts(of: filling))
  }
}

extension Books {
  /// The form whose blanks are those of a file; what differs is told in it.
  package func district(_ name: String, path: String) throws(Refusal) -> DistrictForm {
    let form = try form(name)
    let url = URL(filePath: path)
    let document = try Office.document(path)
    let agreed = try standing.office.agreedPairs(of: name)
    let pairing = FormPairing(
      form, document.blanks, counters: counters, agreed: Set(agreed ?? []))
    let suffix = url.pathExtension.lowercased()
    return DistrictForm(form, pairing, document, suffix: suffix.isEmpty ? "docx" : suffix)
  }

  /// That the form and the file have the same blanks, and that they are those that the planner agreed to.
  package func confirm(_ district: DistrictForm, path: String) throws(Refusal) {
    let name = district.form.name
    let differences = district.pairing.differences
    guard differences.isEmpty else {
      throw .accounts(.formDiffers(form: name, path: path, differences))
    }
    guard let agreed = try standing.office.agreedPairs(of: name) else { return }
    let now = district.pairing.agreed
    guard agreed != now else { return }
    let place = zip(agreed, now).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let index = place ?? min(agreed.count, now.count)
    throw .accounts(
      .mapDiffers(
        form: name, then: index < agreed.count ? agreed[index] : nil,
        now: index < now.count ? now[index] : nil))
  }

  /// Keeps the pairs, so that they count as the same from now on.
  ///
  /// - Throws: `Refusal` where the file has a name that nobody knows.
  package func agree(to district: DistrictForm, path: String) throws(Refusal) -> String {
    let name = district.form.name
    let unmatched = district.pairing.differences.filter {
      if case .unknownName = $0 { true } else { false }
    }
    guard unmatched.isEmpty else {
      throw .accounts(.formDiffers(form: name, path: path, unmatched))
    }
    let url = standing.office.mapURL(of: name)
    let lines = district.pairing.agreed.map(\.line).joined(separator: "\n")
    try WholeFile.write(Array((lines + "\n").utf8), to: url)
    return url.path
  }

  /// What the workspace's forms call each counter.
  package var labels: [Counter: String] {
    let forms = standing.reading.forms.compactMap { try? Form($0, counters: counters) }
    return forms.reduce(into: [:]) { labels, form in
      labels.merge(form.labels) { first, _ in first }
    }
  }

  /// A first form of ours from the district's file.
  package func draft(from path: String) throws(Refusal) -> FormDraft {
    let known = standing.reading.forms.compactMap { try? Form($0, counters: counters) }
    return FormDraft(try Office.document(path), known: known, counters: counters)
  }

  /// Writes it as a form of the workspace.
  ///
  /// - Throws: `Refusal` where there is one of that name.
  package func write(_ draft: FormDraft, as name: String) throws(Refusal) -> String {
    let url = URL(filePath: standing.office.folder).appending(path: "forms/\(name).md")
    guard !FileManager.default.fileExists(atPath: url.path),
      !standing.reading.forms.contains(where: { $0.name == name })
    else { throw .publishing(.exists(url.path)) }
    try WholeFile.write(Array(draft.text.utf8), to: url)
    return url.path
  }
}

extension Office {
  fileprivate static func document(_ path: String) throws(Refusal) -> any BlankDocument {
    let bytes = try ReadFile.bytes(of: path, at: URL(filePath: path))
    do throws(DocumentFault) {
      return try OfficeDocument.reading(Array(bytes))
    } catch {
      throw .accounts(.document(path, error))
    }
  }

  fileprivate func mapURL(of name: String) -> URL {
    URL(filePath: folder).appending(path: "forms/\(name).map")
  }

  /// Nothing where the planner never agreed.
  fileprivate func agreedPairs(of name: String) throws(Refusal) -> [AgreedPair]? {
    let url = mapURL(of: name)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    let text = String(decoding: try ReadFile.bytes(of: url.path, at: url), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).compactMap { AgreedPair(line: String($0)) }
  }
}
