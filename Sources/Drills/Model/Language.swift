/// The language of the words that Muster adds.
package enum Language: String, CaseIterable, Sendable {
  case chinese = "zh-Hans"
  case english = "en"

  /// One of the two wordings of a phrase.
  package func callAsFunction(_ chinese: String, _ english: String) -> String {
    switch self {
    case .chinese: chinese
    case .english: english
    }
  }
}
