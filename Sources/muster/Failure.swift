import ArgumentParser

/// An end of the program that a person must be told of.
struct Failure: Error {
  /// Source: sysexits.h; 0 and 1 are our own answers.
  enum Status: Int32 {
    case no = 1
    case usage = 64
    case badData = 65
    case noInput = 66
    case unavailable = 69
    case bug = 70
    case cannotCreate = 73
    case inputOutput = 74
    case busy = 75
  }

  let status: Status
  let message: String

  init(_ status: Status, _ message: String) {
    self.status = status
    self.message = message
  }
}
