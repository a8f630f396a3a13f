// swift-tools-version: 6.2

import PackageDescription

/// With BISHKEK_FUZZ set, everything of ours is built for libFuzzer, and Tests/Fuzz beside it (see `make fuzz`).
let isFuzzing = Context.environment["BISHKEK_FUZZ"] != nil

var settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]
if isFuzzing { settings.append(.unsafeFlags(["-sanitize=fuzzer"])) }

// What a target may import is stated twice, here and in Scripts/check-arrows: this list says what is
// linked, the other says what must never be, so that an arrow that points up needs two edits.

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting: Target.Dependency = .product(name: "HummingbirdTesting", package: "hummingbird")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let asyncHTTPClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")

let realModule: Target.Dependency = .product(name: "RealModule", package: "swift-numerics")

let package = Package(
    name: "bishkek",
    products: [
        .executable(name: "bishkek", targets: ["bishkek"]),
        .library(name: "Ceasefire", targets: ["Ceasefire"]),
        .library(name: "Exchange", targets: ["Exchange"]),
        .library(name: "Statistics", targets: ["Statistics"]),
        .library(name: "TransparencyLog", targets: ["TransparencyLog"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        // Without its configuration files: the command line is where this program is configured.
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1",
            traits: ["FullFoundation"]),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    ],
    targets: [
        .target(name: "Ceasefire", swiftSettings: settings),
        .target(name: "TransparencyLog", dependencies: [crypto], swiftSettings: settings),
        .target(name: "Statistics", dependencies: [realModule], swiftSettings: settings),
        .target(
            name: "Record",
            dependencies: ["Ceasefire", "TransparencyLog", crypto],
            swiftSettings: settings),
        .target(
            name: "SQLiteArchive",
            dependencies: ["Record", "Ceasefire", "TransparencyLog", grdb, grdbSQLite],
            swiftSettings: settings),
        .target(
            name: "Exchange",
            dependencies: ["Record", "Ceasefire", "TransparencyLog", yams],
            swiftSettings: settings),
        .target(
            name: "Pages",
            dependencies: ["Ceasefire", "Record", "Statistics", "TransparencyLog", mustache],
            swiftSettings: settings),
        // Hummingbird hands out bytes and header names of these two packages; to touch their members a
        // file has to import them itself.
        .target(
            name: "Site",
            dependencies: [
                "Pages", "Record", "Ceasefire", "TransparencyLog", hummingbird, nioCore, httpTypes, logging,
                nioHTTP1, asyncHTTPClient,
            ],
            swiftSettings: settings),
        // The commands only put things together, so nothing is lost by not optimising them; the optimiser of
        // Swift 6.3.1 crashes on some of their asynchronous closures (while splitting coroutines).
        .executableTarget(
            name: "bishkek",
            dependencies: [
                "Site", "Pages", "Exchange", "SQLiteArchive", "Record", "Ceasefire", "Statistics",
                "TransparencyLog", argumentParser,
            ],
            swiftSettings: settings + [.unsafeFlags(["-Onone"], .when(configuration: .release))]),

        // Makes large records and heavy traffic for crash tests and benchmarks.
        .executableTarget(
            name: "load",
            dependencies: [
                "SQLiteArchive", "Record", "Ceasefire", "TransparencyLog", argumentParser, nioCore,
                nioPosix,
            ],
            path: "Tests/Load",
            swiftSettings: settings),

        .testTarget(name: "CeasefireTests", dependencies: ["Ceasefire"], swiftSettings: settings),
        .testTarget(
            name: "TransparencyLogTests",
            dependencies: ["TransparencyLog"],
            swiftSettings: settings),
        .testTarget(name: "StatisticsTests", dependencies: ["Statistics"], swiftSettings: settings),
        .testTarget(
            name: "RecordTests",
            dependencies: ["Record", "Ceasefire", "TransparencyLog"],
            swiftSettings: settings),
        .testTarget(
            name: "SQLiteArchiveTests",
            dependencies: ["SQLiteArchive", "Record", "Ceasefire", "TransparencyLog", grdb],
            swiftSettings: settings),
        .testTarget(
            name: "ExchangeTests",
            dependencies: ["Exchange", "Record", "Ceasefire", "Statistics", "TransparencyLog"],
            exclude: ["Fixtures", "UCDP/by_year.py"],
            swiftSettings: settings),
        .testTarget(
            name: "PagesTests",
            dependencies: ["Pages", "Record", "Ceasefire", "Statistics"],
            swiftSettings: settings),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Site", "Pages", "Exchange", "SQLiteArchive", "Record", "Ceasefire", "TransparencyLog",
                hummingbird, hummingbirdTesting, nioCore, httpTypes, logging,
            ],
            swiftSettings: settings),
        // The command line is tested from outside: these tests run the built program and read what it
        // prints. Depending on it makes sure that it is built before they run.
        // The libraries make what is handed to it, such as signed acts.
        .testTarget(
            name: "bishkekTests",
            dependencies: ["bishkek", "SQLiteArchive", "Record", "Ceasefire", "TransparencyLog"],
            swiftSettings: settings),
        // The log library as a program, so that programs of others can check it and be checked by it.
        .executableTarget(
            name: "Judge", dependencies: ["TransparencyLog"], path: "Tests/Judge", swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)

if isFuzzing {
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: ["Record", "Ceasefire", "TransparencyLog"], path: "Tests/Fuzz",
            exclude: ["Corpus"], swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}
