internal import Foundation

/// A folder of the user's, made where it is missing.
package struct OutputFolder {
  private let url: URL
  private let office: Office

  package init(_ path: String, of office: Office) {
    url = URL(filePath: path)
    self.office = office
  }

  package func write(_ bytes: [UInt8], to path: String) throws(Refusal) {
    let target = url.appending(path: path)
    try office.refuseOwned(target.path)
    // A wait for the disk for each of a city's 13,000 would take half a minute.
    try WholeFile.write(bytes, to: target, durably: false)
  }
}
