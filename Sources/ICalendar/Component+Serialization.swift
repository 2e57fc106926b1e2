import Clocks
internal import CLibical

extension Component {
  /// The component as bytes of an iCalendar stream: UTF-8, CRLF, lines of at most 75 octets.
  ///
  /// - Complexity: linear in the size of the text.
  package func serialized() -> [UInt8] {
    Libical.prepare()
    return native().bytes()
  }

  /// The component with components inside that are already bytes, after its own.
  ///
  /// An event that stands in several feeds need be written only once.
  package func serialized(enclosing contents: some Sequence<[UInt8]>) -> [UInt8] {
    var bytes = serialized()
    let end = Array("END:\(name)\r\n".utf8)
    bytes.removeLast(end.count)
    for content in contents { bytes += content }
    return bytes + end
  }

  private func native() -> OwnedComponent {
    let kind = icalcomponent_string_to_kind(name)
    precondition(
      kind != ICAL_NO_COMPONENT && kind != ICAL_X_COMPONENT, "'\(name)' is no component")
    let native = OwnedComponent(adopting: allocated(icalcomponent_new(kind)))
    for property in properties { native.add(property) }
    for component in components { native.add(component.native()) }
    return native
  }
}

extension Property {
  /// A libical property for a component to adopt, nil if its value is empty.
  func makeNative() -> OpaquePointer? {
    let kind = Self.kind(of: name)
    guard let value = makeValue(kind) else { return nil }
    let property = allocated(icalproperty_new(kind))
    if kind == ICAL_X_PROPERTY { icalproperty_set_x_name(property, name) }
    icalproperty_set_value(property, value)
    for parameter in parameters {
      let cleaned = WrittenText.parameter(parameter.value)
      if cleaned.isEmpty { continue }
      icalproperty_add_parameter(property, Self.makeParameter(parameter.name, cleaned))
    }
    return property
  }

  private static func makeParameter(_ name: String, _ value: String) -> OpaquePointer {
    precondition(name.utf8.allSatisfy(\.isNameByte), "'\(name)' is no parameter's name")
    let kind = icalparameter_string_to_kind(name)
    switch kind {
    case ICAL_TZID_PARAMETER: return allocated(icalparameter_new_tzid(value))
    case ICAL_CN_PARAMETER: return allocated(icalparameter_new_cn(value))
    case ICAL_NO_PARAMETER, ICAL_X_PARAMETER, ICAL_IANA_PARAMETER:
      let parameter = allocated(icalparameter_new_x(value))
      icalparameter_set_xname(parameter, name)
      return parameter
    default: return allocated(icalparameter_new_from_value_string(kind, value))
    }
  }

  private func makeValue(_ kind: icalproperty_kind) -> OpaquePointer? {
    // Only an X- property prints such a value without adding VALUE=, and it escapes no separator.
    let isExtension = kind == ICAL_X_PROPERTY
    func make(_ string: String, _ new: (UnsafePointer<CChar>) -> OpaquePointer?) -> OpaquePointer? {
      string.isEmpty ? nil : allocated(new(string))
    }
    switch value {
    case .text(let string):
      return make(
        WrittenText.text(string, marksSeparators: isExtension),
        isExtension ? icalvalue_new_x : icalvalue_new_text)
    case .textList(let strings):
      let texts = strings.map { WrittenText.text($0, marksSeparators: true) }
      return make(
        texts.filter { !$0.isEmpty }.joined(separator: ","),
        isExtension ? icalvalue_new_x : icalvalue_new_text)
    case .token(let word):
      precondition(word.utf8.allSatisfy(\.isNameByte), "'\(word)' is no word of the standard")
      return Self.makeToken(word, kind)
    case .uri(let string):
      return make(WrittenText.uri(string), icalvalue_new_uri)
    case .calAddress(let string):
      return make(WrittenText.uri(string), icalvalue_new_caladdress)
    case .rule(let string):
      return make(string) { icalvalue_new_recur(icalrecurrencetype_from_string($0)) }
    case .integer(let number):
      return icalvalue_new_integer(Int32(number))
    case .date(let date):
      return icalvalue_new_date(icaltimetype(date, isDate: true))
    case .dateTime(let time):
      return icalvalue_new_datetime(icaltimetype(time))
    case .utc(let time):
      var native = icaltimetype(time)
      native.zone = icaltimezone_get_utc_timezone()
      return icalvalue_new_datetime(native)
    case .duration(let seconds):
      return icalvalue_new_duration(icaldurationtype_from_int(Int32(seconds)))
    case .geo(let latitude, let longitude):
      return icalvalue_new_geo(icalgeotype(lat: latitude, lon: longitude))
    case .utcOffset(let seconds):
      return icalvalue_new_utcoffset(Int32(seconds))
    }
  }

  private static func makeToken(_ word: String, _ kind: icalproperty_kind) -> OpaquePointer? {
    // libical compares a word with hundreds; those of every event are worth naming.
    switch (kind, word) {
    case (ICAL_STATUS_PROPERTY, "CONFIRMED"): icalvalue_new_status(ICAL_STATUS_CONFIRMED)
    case (ICAL_STATUS_PROPERTY, "TENTATIVE"): icalvalue_new_status(ICAL_STATUS_TENTATIVE)
    case (ICAL_TRANSP_PROPERTY, "OPAQUE"): icalvalue_new_transp(ICAL_TRANSP_OPAQUE)
    case (ICAL_TRANSP_PROPERTY, "TRANSPARENT"): icalvalue_new_transp(ICAL_TRANSP_TRANSPARENT)
    case (ICAL_ACTION_PROPERTY, "DISPLAY"): icalvalue_new_action(ICAL_ACTION_DISPLAY)
    case (_, ""): nil
    default: allocated(icalvalue_new_from_string(icalproperty_kind_to_value_kind(kind), word))
    }
  }

  private static func kind(of name: String) -> icalproperty_kind {
    if let kind = kinds[name] { return kind }
    precondition(name.utf8.allSatisfy(\.isNameByte), "'\(name)' is no property's name")
    let kind = icalproperty_string_to_kind(name)
    return kind == ICAL_NO_PROPERTY ? ICAL_X_PROPERTY : kind
  }

  /// libical compares a name with all of its own one by one; the feeds' are looked up once.
  private static let kinds = Dictionary(
    uniqueKeysWithValues: frequentNames.map { ($0, icalproperty_string_to_kind($0)) })

  private static let frequentNames: [String] = [
    "ACTION", "CATEGORIES", "CONTACT", "CREATED", "DESCRIPTION", "DTEND", "DTSTAMP", "DTSTART",
    "DUE", "GEO", "LAST-MODIFIED", "LOCATION", "ORGANIZER", "RELATED-TO", "SEQUENCE", "STATUS",
    "SUMMARY", "TRANSP", "TRIGGER", "UID", "URL",
  ]
}

extension icaltimetype {
  fileprivate init(_ date: CalendarDate, isDate: Bool) {
    self = icaltime_null_time()
    year = Int32(date.year)
    month = Int32(date.month)
    day = Int32(date.day)
    is_date = isDate ? 1 : 0
  }

  fileprivate init(_ time: CalendarTime) {
    self.init(time.date, isDate: false)
    hour = Int32(time.secondOfDay / 3600)
    minute = Int32(time.secondOfDay / 60 % 60)
    second = Int32(time.secondOfDay % 60)
  }
}
