/// A file of a workspace as it was read; its path is relative to the workspace.
package struct WorkspaceFile: Hashable, Sendable {
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
