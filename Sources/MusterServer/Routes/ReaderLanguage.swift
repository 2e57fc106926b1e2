internal import Drills
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore

/// In which language a page answers: the one that was chosen, else the browser's, else the plan's.
struct ReaderLanguage {
  let language: Language
  let isChosen: Bool

  init(_ request: Request, default fallback: Language) {
    if let chosen = request.uri.queryParameters["lang"].flatMap({ Language(rawValue: String($0)) })
    {
      language = chosen
      isChosen = true
      return
    }
    isChosen = false
    // In the order written, which is that of liking in every browser.
    let liked = request.headers[.acceptLanguage]?.split(separator: ",") ?? []
    for item in liked {
      let name = item.drop { $0 == " " }.lowercased()
      if name.hasPrefix("zh") {
        language = .chinese
        return
      }
      if name.hasPrefix("en") {
        language = .english
        return
      }
    }
    language = fallback
  }
}
