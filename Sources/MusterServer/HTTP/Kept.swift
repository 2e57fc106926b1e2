internal import Digests
internal import Drills
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore

/// Bytes that are sent as they are, made once when what they tell changes.
struct Kept: Sendable {
  struct Form: Sendable {
    let buffer: ByteBuffer
    /// SHA-256 of the bytes, with its quotes.
    let tag: String

    init(_ bytes: [UInt8]) {
      buffer = ByteBuffer(bytes: bytes)
      tag = "\"\(SHA256.hex(of: bytes))\""
    }
  }

  let plain: Form
  /// Nothing where it would be no smaller.
  let gzip: Form?
  /// Nothing where it is not known to the second.
  let modified: Instant?

  init(_ bytes: [UInt8], modified: Instant? = nil) {
    plain = Form(bytes)
    let compressed = Gzip.compressed(bytes)
    gzip = compressed.flatMap { $0.count < bytes.count ? Form($0) : nil }
    self.modified = modified
  }

  var size: Int { plain.buffer.readableBytes + (gzip?.buffer.readableBytes ?? 0) }
}

/// How kept bytes are sent.
struct Delivery: Sendable {
  var type: String
  var cacheControl: String
  /// Set beside those that are always.
  var headers: [(name: HTTPField.Name, value: String)] = []
  /// Beside Accept-Encoding, what the answer depends on.
  var variesBy: [String] = []

  /// The answer to a GET; to a HEAD the same without its body.
  func response(to request: Request, with kept: Kept, at now: Instant) -> Response {
    let takesGzip = Conditions.takesGzip(request.headers[values: .acceptEncoding])
    let form = takesGzip ? kept.gzip ?? kept.plain : kept.plain
    // Of what changed a moment ago the second alone would not tell the next change.
    let modified = kept.modified.flatMap { $0 + 1 < now ? $0 : nil }
    var headers = HTTPFields()
    headers[.eTag] = form.tag
    headers[.cacheControl] = cacheControl
    headers[.vary] = (["Accept-Encoding"] + variesBy).joined(separator: ", ")
    if let modified { headers[.lastModified] = HTTPDate.text(of: modified) }
    for (name, value) in self.headers { headers[name] = value }
    let isUnchanged = Conditions.isUnchanged(
      ifNoneMatch: request.headers[values: .ifNoneMatch],
      ifModifiedSince: request.headers[.ifModifiedSince], tag: form.tag, modified: modified)
    if isUnchanged {
      var response = Response(status: .notModified, headers: headers)
      // Hummingbird says 0, which would be taken for the length of the whole.
      response.headers[.contentLength] = nil
      return response
    }
    headers[.contentType] = type
    if takesGzip, kept.gzip != nil { headers[.contentEncoding] = "gzip" }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: form.buffer))
  }
}
