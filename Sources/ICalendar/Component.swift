/// A component to be written: its properties, then the components within, in this order.
package struct Component: Hashable, Sendable {
  /// Such as `VEVENT`.
  package var name: String
  package var properties: [Property]
  package var components: [Component]

  package init(_ name: String, _ properties: [Property] = [], _ components: [Component] = []) {
    self.name = name
    self.properties = properties
    self.components = components
  }
}
