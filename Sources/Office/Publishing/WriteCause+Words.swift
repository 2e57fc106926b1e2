package import Drills
internal import Foundation

extension WriteCause {
  package func text(in language: Language) -> String {
    switch self {
    case .full: language("磁盘已满", "the disk is full")
    case .quota: language("超出磁盘配额", "the disk quota is used up")
    case .readOnly: language("只读或没有权限", "it is read-only, or not permitted")
    case .tooLarge: language("超出文件大小限制", "that is larger than a file may be")
    case .nameTooLong: language("文件名太长", "the name is too long")
    case .inTheWay: language("那里已有别的东西（如文件夹）", "something else is in the way, such as a folder")
    case .other(let code): language("系统错误 \(code)", String(cString: strerror(code)))
    }
  }
}
