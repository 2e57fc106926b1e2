internal import Office

/// Why something failed, as the log may say it.
///
/// Its kind alone: the words quote rows and files, and with them people's names. `muster status` and
/// `muster check` have the words.
enum LoggedCause {
  static func word(for error: any Error) -> String {
    (error as? Refusal).map { "\($0.kind)" } ?? "\(type(of: error))"
  }
}
