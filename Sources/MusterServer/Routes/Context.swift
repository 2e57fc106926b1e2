internal import Drills
package import Hummingbird
internal import NIOCore

/// What is known of a request beside its head.
package struct Context: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The machine at the other end; nothing in a test without a network.
  let peer: String?
  /// Who asks; set by the ``Gate``.
  var client = Client(peer: nil, forwarded: [], proxies: [])

  package init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    peer = source.channel.remoteAddress?.ipAddress
  }
}
