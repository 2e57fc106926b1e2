internal import CExpat

/// Hears what stands in a part, in order; set `failure` and no more is told.
protocol XmlListener: AnyObject {
  var failure: WorkbookError.Reason? { get set }

  func start(_ name: XmlName, _ attributes: XmlAttributes)
  func end(_ name: XmlName)
  /// A piece of the text; more may follow.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Reads XML by expat, which streams and keeps nothing.
///
/// A document type is refused, and with it every entity: nothing is expanded, nothing is fetched.
enum XmlReader {
  /// - Throws: The listener's failure, or that it is no XML.
  static func read(
    _ bytes: [UInt8], of part: String, _ listener: any XmlListener
  ) throws(WorkbookError.Reason) {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(XmlName.separator)) else {
      preconditionFailure("out of memory")
    }
    defer { XML_ParserFree(parser) }
    let hearing = Hearing(parser, listener)
    let status = withExtendedLifetime(hearing) {
      XML_SetUserData(parser, Unmanaged.passUnretained(hearing).toOpaque())
      Hearing.listen(parser)
      return bytes.withUnsafeBytes { buffer in
        XML_Parse(
          parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
      }
    }
    if let failure = listener.failure { throw failure }
    guard status == XML_STATUS_OK else { throw .damaged(part: part) }
  }
}

/// What a parser's calls come to.
private final class Hearing {
  private let parser: XML_Parser
  private let listener: any XmlListener
  private var depth = 0

  init(_ parser: XML_Parser, _ listener: any XmlListener) {
    self.parser = parser
    self.listener = listener
  }

  static func listen(_ parser: XML_Parser) {
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let name, let attributes else { return }
        Hearing.of(context)?.start(XmlName(name), XmlAttributes(attributes))
      },
      { context, name in
        guard let name else { return }
        Hearing.of(context)?.end(XmlName(name))
      })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      guard let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
        Hearing.of(context)?.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      Hearing.of(context)?.fail(.documentType)
    }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> Hearing? {
    context.map { Unmanaged<Hearing>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(_ name: XmlName, _ attributes: XmlAttributes) {
    depth += 1
    guard listener.failure == nil else { return }
    guard depth <= WorkbookLimits.depth else { return fail(.tooDeep(most: WorkbookLimits.depth)) }
    listener.start(name, attributes)
    stopIfFailed()
  }

  private func end(_ name: XmlName) {
    depth -= 1
    guard listener.failure == nil else { return }
    listener.end(name)
    stopIfFailed()
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if listener.failure == nil { listener.text(bytes) }
  }

  private func fail(_ reason: WorkbookError.Reason) {
    listener.failure = listener.failure ?? reason
    stopIfFailed()
  }

  private func stopIfFailed() {
    if listener.failure != nil { XML_StopParser(parser, XML_Bool(XML_FALSE)) }
  }
}
