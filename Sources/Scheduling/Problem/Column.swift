/// A row number that indexes only the columns of its own kind.
protocol RowID: Hashable, Comparable, Sendable {
  init(row: Int32)
  var row: Int32 { get }
}

extension RowID {
  init(_ index: Int) { self.init(row: Int32(index)) }

  var index: Int { Int(row) }

  static func < (lhs: Self, rhs: Self) -> Bool { lhs.row < rhs.row }
}

/// A dense array indexed by a typed row, so that a venue can never index an activity.
struct Column<ID: RowID, Value> {
  private(set) var values: [Value]

  init(_ values: [Value] = []) { self.values = values }

  init(repeating value: Value, count: Int) { values = Array(repeating: value, count: count) }

  var count: Int { values.count }
  var ids: RowRange<ID> { RowRange(from: 0, to: Int32(values.count)) }

  subscript(id: ID) -> Value {
    get { values[Int(id.row)] }
    _modify { yield &values[Int(id.row)] }
  }

  mutating func append(_ value: Value) { values.append(value) }
}

extension Column: Sendable where Value: Sendable {}

/// Rows that follow each other.
struct RowRange<ID: RowID>: RandomAccessCollection, Sendable {
  let from: Int32
  let to: Int32

  var startIndex: Int { Int(from) }
  var endIndex: Int { Int(to) }

  subscript(position: Int) -> ID { ID(row: Int32(position)) }

  func contains(_ id: ID) -> Bool { from <= id.row && id.row < to }
}

/// A list for each row, all in one array.
struct Lists<ID: RowID, Element: Sendable>: Sendable {
  private var starts: [Int32] = [0]
  private(set) var elements: [Element] = []

  init() {}

  init(_ lists: [[Element]]) { for list in lists { append(list) } }

  mutating func append(_ list: some Sequence<Element>) {
    elements.append(contentsOf: list)
    starts.append(Int32(elements.count))
  }

  /// The positions of a row's elements in ``elements``.
  func range(of id: ID) -> Range<Int> {
    Int(starts[id.index])..<Int(starts[id.index + 1])
  }

  subscript(id: ID) -> ArraySlice<Element> { elements[range(of: id)] }
}

/// A value for each row and each step along an axis, rows outermost.
struct Grid<ID: RowID, Value: Sendable>: Sendable {
  let width: Int
  private(set) var values: [Value]

  init(repeating value: Value, rows: Int, width: Int) {
    self.width = width
    values = Array(repeating: value, count: rows * width)
  }

  var ids: RowRange<ID> {
    RowRange(from: 0, to: width == 0 ? 0 : Int32(values.count / width))
  }

  subscript(id: ID, step: Int) -> Value {
    get { values[Int(id.row) * width + step] }
    _modify { yield &values[Int(id.row) * width + step] }
  }
}
