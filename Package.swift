// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

// What a target may import is stated twice, here and in Scripts/check-arrows: this list says what is
// linked, the other says what must never be, so that an arrow that points up needs two edits.

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")

let package = Package(
    name: "bishkek",
    products: [
        .library(name: "Ceasefire", targets: ["Ceasefire"]),
        .library(name: "TransparencyLog", targets: ["TransparencyLog"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .target(name: "Ceasefire", swiftSettings: settings),
        .target(name: "TransparencyLog", dependencies: [crypto], swiftSettings: settings),
        .target(
            name: "Record",
            dependencies: ["Ceasefire", "TransparencyLog", crypto],
            swiftSettings: settings),
        .target(
            name: "SQLiteArchive",
            dependencies: ["Record", "TransparencyLog", grdb],
            swiftSettings: settings),
        .target(
            name: "Exchange",
            dependencies: ["Record", "Ceasefire", "TransparencyLog", yams],
            swiftSettings: settings),
        .target(
            name: "Pages",
            dependencies: ["Ceasefire", "Record", mustache],
            swiftSettings: settings),
        .testTarget(name: "CeasefireTests", dependencies: ["Ceasefire"], swiftSettings: settings),
        .testTarget(
            name: "TransparencyLogTests",
            dependencies: ["TransparencyLog", crypto],
            swiftSettings: settings),
        .testTarget(
            name: "ExchangeTests",
            dependencies: ["Exchange", "Record", "Ceasefire", "TransparencyLog", yams],
            exclude: ["Fixtures"],
            swiftSettings: settings),
        .testTarget(
            name: "PagesTests",
            dependencies: ["Pages", "Record", "Ceasefire", mustache],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
