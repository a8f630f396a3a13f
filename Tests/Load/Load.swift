import ArgumentParser

/// Makes large records and heavy traffic, for crash tests and benchmarks. It is no part of the product.
@main
struct Load: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Records and traffic to test with.",
        subcommands: [Fill.self, Send.self, Check.self, Append.self, Signatures.self])
}
