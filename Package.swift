// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

/// The search is 10 to 50 times slower unoptimised, too slow for its own tests.
let optimised = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "muster",
  products: [
    .executable(name: "muster", targets: ["muster"]),
    .executable(name: "muster-server", targets: ["muster-server"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Its own reader of settings would be one more package to build; the server has flags.
    .package(
      url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1",
      traits: ["FullFoundation"]),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibical", pkgConfig: "libical", providers: [.apt(["libical-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CRsvg", providers: [.apt(["librsvg2-dev"])]),
    .target(name: "Clocks", swiftSettings: optimised),
    .target(name: "SourceText", swiftSettings: settings),
    .target(
      name: "ICalendar", dependencies: ["CLibical", "Clocks", "SourceText"],
      swiftSettings: settings),
    .target(
      name: "Workbooks", dependencies: ["CExpat", "CZlib", "Clocks"], swiftSettings: settings),
    .target(name: "Digests", dependencies: ["CCrypto"], swiftSettings: settings),
    .target(name: "Drills", dependencies: ["Clocks"], swiftSettings: optimised),
    .target(
      name: "Workspace",
      dependencies: [
        "Clocks", "Drills", "ICalendar", "SourceText", "Workbooks",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .target(name: "Scheduling", dependencies: ["Drills"], swiftSettings: optimised),
    .target(
      name: "Record",
      dependencies: ["CZlib", "Digests", "Drills", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .target(
      name: "Feeds", dependencies: ["Clocks", "Digests", "Drills", "ICalendar"],
      swiftSettings: settings),
    .target(name: "Pictures", dependencies: ["CRsvg"], swiftSettings: settings),
    .target(name: "QRCodes", dependencies: ["CQRencode", "CZlib"], swiftSettings: settings),
    .target(name: "Documents", dependencies: ["CZlib"], swiftSettings: settings),
    .target(
      name: "Reports", dependencies: ["CXlsxWriter", "Documents", "Drills"],
      swiftSettings: settings),
    .target(
      name: "Office",
      dependencies: [
        "Digests", "Documents", "Drills", "Feeds", "Record", "Reports", "Scheduling", "SourceText",
        "Workspace",
      ],
      resources: [.embedInCode("Templates")],
      swiftSettings: settings),
    .executableTarget(
      name: "muster",
      dependencies: [
        "Digests", "Drills", "Feeds", "ICalendar", "Office", "Pictures", "QRCodes", "Record",
        "Reports",
        "Scheduling", "SourceText", "Workspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // Only these two see a server's packages, so that building `muster` builds none of them.
    .target(
      name: "MusterServer",
      dependencies: [
        "CZlib", "Digests", "Drills", "Feeds", "Office", "QRCodes", "Record", "Reports",
        "Workspace",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      resources: [.embedInCode("Style")],
      swiftSettings: settings),
    .executableTarget(
      name: "muster-server",
      dependencies: ["Drills", "MusterServer", .product(name: "Logging", package: "swift-log")],
      swiftSettings: settings),
    .testTarget(
      name: "ICalendarTests", dependencies: ["Clocks", "ICalendar", "SourceText"],
      exclude: ["Fixtures", "Golden"], swiftSettings: settings),
    .testTarget(
      name: "ClocksTests", dependencies: ["Clocks", "Drills"], swiftSettings: settings),
    .testTarget(
      name: "WorkbooksTests", dependencies: ["CXlsxWriter", "CZlib", "Workbooks"],
      swiftSettings: settings),
    .testTarget(name: "DigestsTests", dependencies: ["Digests"], swiftSettings: settings),
    .testTarget(name: "DrillsTests", dependencies: ["Drills"], swiftSettings: settings),
    .testTarget(
      name: "WorkspaceTests",
      dependencies: ["Drills", "ICalendar", "SourceText", "Workbooks", "Workspace"],
      exclude: ["Fixtures", "Golden"], swiftSettings: settings),
    .testTarget(
      name: "SchedulingTests", dependencies: ["Scheduling", "Drills"], swiftSettings: settings),
    .target(
      name: "CPowerLoss", path: "Tests/CPowerLoss", linkerSettings: [.linkedLibrary("sqlite3")]),
    .testTarget(
      name: "RecordTests",
      dependencies: [
        "CPowerLoss", "Record", "Drills", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "FeedsTests", dependencies: ["Feeds", "Digests", "Drills", "ICalendar"],
      exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "QRCodesTests", dependencies: ["CZlib", "QRCodes"], swiftSettings: settings),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents"], swiftSettings: settings),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Drills", "Record"], exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "OfficeTests",
      dependencies: [
        "Office", "Documents", "Drills", "Feeds", "Record", "Reports", "Scheduling", "SourceText",
        "Workspace",
      ],
      exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "MusterServerTests",
      dependencies: [
        "MusterServer", "Drills", "Feeds", "Office", "Record", "Workspace",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "musterTests",
      dependencies: ["muster", "Drills", "Record", "Scheduling", "Workspace"],
      exclude: ["Golden"], swiftSettings: settings),
  ]
)
