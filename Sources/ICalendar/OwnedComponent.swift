internal import CLibical
internal import Glibc

/// A libical component tree, freed when its one owner goes away.
struct OwnedComponent: ~Copyable {
  private let root: OpaquePointer

  /// Takes over a component from a libical function named `new`.
  init(adopting root: OpaquePointer) {
    self.root = root
  }

  deinit {
    icalcomponent_free(root)
  }

  func add(_ property: borrowing Property) {
    guard let made = property.makeNative() else { return }
    icalcomponent_add_property(root, made)
  }

  /// The tree itself, for its new owner to free.
  consuming func released() -> OpaquePointer {
    let root = root
    discard self
    return root
  }

  /// Adopts a tree as the last child.
  func add(_ child: consuming OwnedComponent) {
    icalcomponent_add_component(root, child.released())
  }

  /// The bytes of the whole tree, folded as RFC 5545 asks.
  func bytes() -> [UInt8] {
    // The `_r` form gives a buffer of our own; the plain one lends a ring that is soon reused.
    let buffer = allocated(icalcomponent_as_ical_string_r(root))
    defer { icalmemory_free_buffer(buffer) }
    return foldedLines(UnsafeBufferPointer(start: buffer, count: strlen(buffer)))
  }
}
