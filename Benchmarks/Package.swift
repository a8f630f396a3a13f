// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "bishkek", path: "..")],
    targets: [
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                .product(name: "Ceasefire", package: "bishkek"),
                .product(name: "TransparencyLog", package: "bishkek"),
            ]),
        .executableTarget(
            name: "statistics",
            dependencies: [
                .product(name: "Exchange", package: "bishkek"),
                .product(name: "Statistics", package: "bishkek"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
