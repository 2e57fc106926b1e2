/// A row of one of the workspace's tables; no cell of ours needs quoting.
protocol TableRow {
  static var columns: [String] { get }
  /// One per column, in their order.
  var cells: [String] { get }
}

extension Array where Element: TableRow {
  /// The table with its header, lines ended as RFC 4180 asks.
  var csv: String {
    let lines = [Element.columns] + map(\.cells)
    return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }
}
