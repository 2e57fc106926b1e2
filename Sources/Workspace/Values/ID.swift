import Drills

/// Checks `[a-z0-9][a-z0-9-]*`, its length, and that the id is not one that Muster uses itself.
package func readID(_ text: String) throws(WorkspaceError.Reason) -> String {
  let text = text.halfWidth
  guard text.isID else {
    var near = text.halfWidth.lowercased()
    near = String(near.map { $0 == " " || $0 == "_" || $0 == "." ? "-" : $0 })
    throw .notAnID(text, near: near.isID && near != text ? near : nil)
  }
  guard text.utf8.count <= Most.idBytes else {
    throw .tooLong(characters: text.utf8.count, most: Most.idBytes)
  }
  guard !OwnerID.isReserved(text) else { throw .reservedID(text) }
  return text
}

extension String {
  var isID: Bool {
    !isEmpty && !utf8.starts(with: "-".utf8)
      && utf8.allSatisfy { byte in
        (97...122).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
      }
  }
}
