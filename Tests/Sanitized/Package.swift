// swift-tools-version: 6.2
import PackageDescription

// What wraps C, and its tests, by themselves: the address sanitizer cannot be asked for one target of a
// package, and the whole would take it a quarter of an hour. The folders are links to the only sources.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "sanitized",
  targets: [
    .systemLibrary(name: "CLibical", pkgConfig: "libical", providers: [.apt(["libical-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .target(name: "Clocks", swiftSettings: settings),
    .target(name: "SourceText", swiftSettings: settings),
    .target(
      name: "ICalendar", dependencies: ["CLibical", "Clocks", "SourceText"],
      swiftSettings: settings),
    .target(name: "QRCodes", dependencies: ["CQRencode", "CZlib"], swiftSettings: settings),
    .testTarget(
      name: "ICalendarTests", dependencies: ["Clocks", "ICalendar", "SourceText"],
      exclude: ["Fixtures", "Golden"], swiftSettings: settings),
    .testTarget(
      name: "QRCodesTests", dependencies: ["CZlib", "QRCodes"], swiftSettings: settings),
  ]
)
