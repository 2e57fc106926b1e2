internal import Foundation

/// Why the system did not write.
package enum WriteCause: Hashable, Sendable {
  case full, quota, readOnly
  /// A file system's or a user's limit on the size of a file.
  case tooLarge
  /// The name, or the path with it, is too long.
  case nameTooLong
  /// There is something else of that name, such as a folder.
  case inTheWay
  /// The system's number for it.
  case other(Int32)

  package init(_ code: Int32) {
    self =
      switch code {
      case ENOSPC: .full
      case EDQUOT: .quota
      case EROFS, EACCES, EPERM: .readOnly
      case EFBIG: .tooLarge
      case ENAMETOOLONG: .nameTooLong
      case EISDIR, ENOTDIR, EEXIST, ENOTEMPTY: .inTheWay
      default: .other(code)
      }
  }

  var kind: Refusal.Kind {
    switch self {
    case .full, .quota, .tooLarge, .other: .inputOutput
    case .readOnly, .nameTooLong, .inTheWay: .cannotCreate
    }
  }
}
