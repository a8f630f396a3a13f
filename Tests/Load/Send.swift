import ArgumentParser
import Foundation
import NIOCore
import NIOPosix

/// Hands signed reports to a running server, and writes down what it acknowledged.
struct Send: AsyncParsableCommand {
    @Argument(help: "The server's address, such as http://127.0.0.1:1994.") var url: String
    @Option(help: "Closed-loop writers: each hands in its next report when the last one was answered.")
    var writers = 64
    @Option(help: "Reports a second in all, spread evenly; as fast as the writers can, if not given.")
    var rate: Int?
    @Option(help: "For how long.") var seconds = 5.0
    @Option(help: "How many reports in all, if the time suffices.") var reports = Int.max
    @Option(help: "A name for this run, so that its reports are new.") var run = "0"
    @Option(help: "A file to which `index id` is added for each report acknowledged.") var acknowledged:
        String?
    @Option(help: "About how many bytes an entry has.") var size = 1024
    @Flag(help: "An answer that is missing or bad ends the run quietly, as when the server is killed.")
    var untilCut = false

    @Option(help: "How many reports are signed before the clock starts.") var prepared = 0

    func run() async throws {
        guard let address = URLComponents(string: url), let host = address.host, let port = address.port
        else {
            throw ValidationError("\(url) is no address with a port, such as http://127.0.0.1:1994.")
        }
        let supply = try await Reports(
            try Reporter(size: size), to: host, run: run, prepared: prepared, limit: reports)
        let file = try acknowledged.map { try Acknowledgements($0) }
        let loops = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let clock = ContinuousClock.now
        let start = NIODeadline.now()
        let pause = rate.map { TimeAmount.nanoseconds(Int64(writers) * 1_000_000_000 / Int64($0)) }
        let (untilCut, end) = (untilCut, start + .nanoseconds(Int64(seconds * 1e9)))
        var all = Latencies()
        do {
            let answers = (0..<writers).map { number in
                // Paced writers do not start together.
                let share = (pause?.nanoseconds ?? 0) * Int64(number) / Int64(writers)
                let schedule = Writer.Schedule(start: start + .nanoseconds(share), end: end, pause: pause)
                let done = loops.next().makePromise(of: Latencies.self)
                ClientBootstrap(group: loops)
                    .channelOption(.tcpOption(.tcp_nodelay), value: 1)
                    .channelInitializer { channel in
                        channel.eventLoop.makeCompletedFuture {
                            try channel.pipeline.syncOperations.addHandler(
                                Writer(
                                    supply, into: file, schedule: schedule, isQuietWhenCut: untilCut,
                                    done: done))
                        }
                    }
                    .connect(host: host, port: port)
                    .whenFailure { untilCut ? done.succeed(Latencies()) : done.fail($0) }
                return done.futureResult
            }
            for answer in answers { all.append(try await answer.get()) }
        } catch {
            try? await loops.shutdownGracefully()
            throw error
        }
        let (seconds, attoseconds) = (ContinuousClock.now - clock).components
        try await loops.shutdownGracefully()
        print(all.line(Double(seconds) + Double(attoseconds) * 1e-18, "\"writers\":\(writers)"))
    }
}
