internal import CRsvg

/// A drawing as a picture, painted by librsvg on white.
package struct PNG: Sendable {
  /// The bytes of the file.
  package let file: [UInt8]

  /// Nothing if it is no SVG, or larger than memory has room for.
  ///
  /// - Parameters:
  ///   - svg: Of that size, with nothing in it that lies elsewhere.
  ///   - width: In its own units.
  ///   - height: In its own units.
  ///   - scale: Pixels for one of them.
  package init?(svg: String, width: Int, height: Int, scale: Double) {
    let bytes = Array(svg.utf8)
    guard let handle = rsvg_handle_new_from_data(bytes, bytes.count, nil) else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
    let (columns, rows) = (Double(width) * scale, Double(height) * scale)
    // Cairo's pictures have at most 32,767 pixels on a side.
    guard columns >= 1, rows >= 1, columns < 32_767, rows < 32_767,
      let surface = cairo_image_surface_create(
        Int32(muster_cairo_rgb24), Int32(columns), Int32(rows))
    else { return nil }
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == Int32(muster_cairo_success),
      let pen = cairo_create(surface)
    else { return nil }
    defer { cairo_destroy(pen) }
    cairo_set_source_rgb(pen, 1, 1, 1)
    cairo_paint(pen)
    var frame = RsvgRectangle(x: 0, y: 0, width: columns, height: rows)
    guard rsvg_handle_render_document(handle, pen, &frame, nil) != 0 else { return nil }
    var file: [UInt8] = []
    let status = withUnsafeMutablePointer(to: &file) { target in
      cairo_surface_write_to_png_stream(
        surface,
        { target, bytes, count in
          guard let target, let bytes else { return Int32(muster_cairo_write_error) }
          target.assumingMemoryBound(to: [UInt8].self).pointee
            .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
          return Int32(muster_cairo_success)
        }, target)
    }
    guard status == Int32(muster_cairo_success) else { return nil }
    self.file = file
  }
}
