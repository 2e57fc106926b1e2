package import Drills

/// What a task wants handed in, against what was: photos, videos and words are known by their files.
package struct Wants {
  private let wants: [String]

  init(_ wants: [String]) { self.wants = wants }

  func missing(files: [String], note: String) -> [String] {
    wants.filter { want in
      if Wants.words.contains(want), !note.isEmpty { return false }
      return !files.contains { file in
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return name.contains(want) || Wants.endings(of: want).contains(ending)
      }
    }
  }

  /// A want in the language of the interface, if it is one of those that files are known for.
  package static func word(_ want: String, in language: Language) -> String {
    switch want {
    case "photo", "photos", "picture", "pictures": language("照片", want)
    case "video", "videos": language("视频", want)
    case "text": language("文字", want)
    default: want
    }
  }

  private static let words: Set = ["text", "文字", "材料"]

  private static func endings(of want: String) -> Set<String> {
    switch want {
    case "photo", "photos", "picture", "pictures", "图片", "照片":
      ["jpg", "jpeg", "png", "heic", "webp", "gif", "bmp"]
    case "video", "videos", "视频": ["mp4", "mov", "avi", "mkv", "m4v", "wmv", "3gp"]
    case _ where words.contains(want):
      ["txt", "doc", "docx", "wps", "pdf", "md", "rtf", "odt", "xls", "xlsx", "et"]
    default: []
    }
  }
}
