import NIOCore

/// A connection that hands in a report, waits for the answer, and hands in the next.
///
/// It lives on its event loop alone and makes no task for a request, so that most of the machine is left to the server that
/// is measured beside it.
final class Writer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// When reports are handed in.
    struct Schedule {
        /// When the first one is due.
        let start: NIODeadline
        let end: NIODeadline
        /// How long after one report the next is due; without it, it is due with the answer.
        let pause: TimeAmount?
    }

    private static let patience = TimeAmount.seconds(10)

    private let reports: Reports
    private let acknowledgements: Acknowledgements?
    private let schedule: Schedule
    private let done: EventLoopPromise<Latencies>
    private let isQuietWhenCut: Bool

    private var latencies = Latencies()
    private var due: NIODeadline
    /// The report that no answer has come to: its identifier, since when it waits and when it was handed in.
    private var open: (id: String, since: NIODeadline, handed: NIODeadline)?
    private var alarm: RepeatedTask?
    private var received = ByteBuffer()
    private var isDone = false

    /// - Parameter isQuietWhenCut: whether an answer that is missing or bad ends the writer without an error.
    init(
        _ reports: Reports, into acknowledgements: Acknowledgements?, schedule: Schedule,
        isQuietWhenCut: Bool, done: EventLoopPromise<Latencies>
    ) {
        self.reports = reports
        self.acknowledgements = acknowledgements
        self.schedule = schedule
        self.isQuietWhenCut = isQuietWhenCut
        self.done = done
        due = schedule.start
    }

    func channelActive(context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        alarm = context.eventLoop.scheduleRepeatedTask(initialDelay: Writer.patience, delay: .seconds(1)) {
            _ in
            let (writer, context) = bound.value
            guard let handed = writer.open?.handed, handed + Writer.patience < .now() else { return }
            writer.fail(Unfit(description: "The server has not answered for 10 seconds."), context)
        }
        wait(context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var part = unwrapInboundIn(data)
        received.writeBuffer(&part)
        do {
            if let answer = try Answer(from: &received) { answered(answer, context) }
        } catch {
            fail(error, context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        fail(Unfit(description: "The server has ended the connection."), context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { fail(error, context) }

    /// Hands in the next report when it is due.
    private func wait(_ context: ChannelHandlerContext) {
        guard max(due, .now()) < schedule.end else { return finish(context) }
        guard due > .now() else { return hand(context) }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(deadline: due) {
            let (writer, context) = bound.value
            writer.hand(context)
        }
    }

    private func hand(_ context: ChannelHandlerContext) {
        guard !isDone else { return }
        do {
            guard let report = try reports.next() else { return finish(context) }
            // Who is late because of the answer before has waited since the report was due.
            let now = NIODeadline.now()
            open = (report.id, schedule.pause == nil ? now : due, now)
            context.writeAndFlush(wrapOutboundOut(report.request), promise: nil)
        } catch {
            fail(error, context)
        }
    }

    private func answered(_ answer: Answer, _ context: ChannelHandlerContext) {
        guard let (id, since, _) = open else { return }
        open = nil
        guard answer.status == 200, let index = Int(answer.body.dropLast()) else {
            return fail(
                Unfit(description: "The server answers \(answer.status): \(answer.body)"), context)
        }
        let took = NIODeadline.now() - since
        latencies.append(.nanoseconds(took.nanoseconds))
        do {
            try acknowledgements?.note(index, id)
        } catch {
            return fail(error, context)
        }
        due = schedule.pause.map { due + $0 } ?? .now()
        wait(context)
    }

    private func fail(_ error: any Error, _ context: ChannelHandlerContext) {
        guard !isDone else { return }
        guard isQuietWhenCut else {
            end(context)
            return done.fail(error)
        }
        finish(context)
    }

    private func finish(_ context: ChannelHandlerContext) {
        end(context)
        done.succeed(latencies)
    }

    private func end(_ context: ChannelHandlerContext) {
        isDone = true
        alarm?.cancel()
        context.close(promise: nil)
    }
}
