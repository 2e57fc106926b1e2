/// A row number that indexes only the table of its own kind.
package struct Row<Element>: Hashable, Comparable, Sendable {
  package let index: Int32

  package init(_ index: Int) { self.index = Int32(index) }

  package static func < (lhs: Row, rhs: Row) -> Bool { lhs.index < rhs.index }
}

/// Something that an id names.
package protocol Identified: Sendable {
  associatedtype ID: Hashable & Sendable

  var id: ID { get }
}

/// Rows in file order, found by row or by id.
package struct Table<Element: Identified>: Sendable {
  package private(set) var elements: [Element] = []
  private var rowOfID: [Element.ID: Row<Element>] = [:]

  package init() {}

  /// Of two elements with one id the first is found by it.
  package init(_ elements: [Element]) {
    for element in elements { append(element) }
  }

  package mutating func append(_ element: Element) {
    if rowOfID[element.id] == nil { rowOfID[element.id] = Row(elements.count) }
    elements.append(element)
  }

  package var count: Int { elements.count }
  package var rows: [Row<Element>] { elements.indices.map { Row($0) } }

  package subscript(row: Row<Element>) -> Element { elements[Int(row.index)] }
  package subscript(id: Element.ID) -> Element? { rowOfID[id].map { self[$0] } }

  package func row(of id: Element.ID) -> Row<Element>? { rowOfID[id] }
}
