import ArgumentParser
import Exchange
import Foundation
import Pages
import Record
import Statistics

struct Link: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Which reports of different observers tell of the same event.",
        discussion: """
            REPORTS is a CSV table with one report in a row: its id, the observer, time, latitude and longitude, and where
            they are known type, weapon and casualties. Whom a report blames is never compared. Pairs just below the
            threshold, and pairs a day apart, wait for a person, who writes a table of decisions: first, second, and
            link or unlink.

            EXAMPLES
              bishkek link reports.csv
              bishkek link reports.csv --out clusters.csv
              bishkek link reports.csv --decisions decisions.csv --threshold 0 --json
            """)

    @Argument(help: "A CSV table of reports, or - for standard input.") var file: String
    @Option(parsing: .unconditional, help: "The score from which two reports are linked, in bits.")
    var threshold = -2.0
    @Option(help: "Decisions of a person: a table with first, second and decision (link or unlink).")
    var decisions: String?
    @Option(help: "Write report and cluster of each row into this file, in CSV.") var out: String?
    @Flag(help: "Estimate the weights from these reports, not from measured ones.") var estimate = false
    @Option(help: "The farthest two reports of one event may be apart, in hours.") var hours = 8.0
    @Option(help: "The same in kilometres.") var kilometres = 10.0
    @Option(help: "How many clusters and pairs are listed.") var limit = 40
    @Option(help: "The column of the reports' names.") var id: String?
    @Option(help: "The column of the observers.") var observer: String?
    @Option(help: "The column of the times.") var time: String?
    @Option(help: "The column of the latitudes.") var latitude: String?
    @Option(help: "The column of the longitudes.") var longitude: String?
    @Option(help: "The column of the kinds of event.") var type: String?
    @Option(help: "The column of the weapons.") var weapon: String?
    @Option(help: "The column of the numbers of casualties.") var casualties: String?
    @OptionGroup var csv: CSVOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await carryOut {
            guard limit >= 0 else {
                throw Failure.usage("--limit \(limit): give how many are listed, 0 or more.")
            }
            guard file != "-" || decisions != "-" else {
                throw Failure.usage(
                    "Reports and decisions cannot both come from standard input. Name a file.")
            }
            let reports = try ReportFile(
                file, csv.reader(of: file),
                ReportTable.Columns(
                    id: id, source: observer, time: time, latitude: latitude, longitude: longitude,
                    type: type,
                    weapon: weapon, casualties: casualties))
            guard Set(reports.reports.map(\.source)).count > 1 else {
                let count = Catalogue.withoutRecord.count(reports.reports.count, "report", "reports")
                throw Failure(
                    "\(file): \(count) of fewer than two observers; there is nobody to compare. "
                        + reports.report.text.replacing("\n", with: " "), code: 2)
            }
            let decided =
                try decisions.map { try reports.decisions($0, csv.reader(of: $0, raggedRows: .refuseFile)) }
                ?? LinkageDecisions.none
            let linking = try link(reports, decided)
            if let out { try write(linking, to: out) }
            if output.json { return output.print { linking.write(to: &$0, reports) } }
            show(linking, reports)
        }
    }

    private func link(_ reports: ReportFile, _ decisions: LinkageDecisions) throws -> Linking {
        do {
            let candidates = try CandidatePairs(
                reports.events(), window: LinkageWindow(hours: hours, kilometres: kilometres),
                decisions: decisions)
            let weights = estimate ? try MatchWeights(estimatedFrom: candidates) : .standard
            let linkage = try Linkage(candidates, weights: weights, threshold: threshold)
            return try Linking(
                linkage, names: reports.reports.map(\.id), observers: reports.reports.map(\.source),
                hours: reports.reports.map(\.hours))
        } catch {
            let code: Int32 = error.code == .outOfRange ? 64 : error.code == .malformedInput ? 1 : 2
            throw Failure("\(file): \(error.message)", code: code)
        }
    }

    private func show(_ linking: Linking, _ reports: ReportFile) {
        let catalogue = Catalogue.withoutRecord
        print(Terminal.bold(catalogue.sentence(linking)))
        let weights =
            estimate
            ? "Weights are estimated from these reports; expect less of them than of weights from pairs that people labelled."
            : "Weights are those of a simulation; monitors here may err otherwise."
        print("\(weights) Linked from \(catalogue.bits(linking.linkage.threshold)) bits on.\n")
        var clusters = TextTable(["event", "reports", "observers", "from", "to", "which"])
        for cluster in linking.linked.prefix(limit) {
            clusters.add([
                linking.name(of: cluster), catalogue.number(cluster.reports.count),
                cluster.observers.joined(separator: ", "), reports.words(cluster.hours.lowerBound),
                reports.words(cluster.hours.upperBound),
                cluster.reports.map { linking.names[$0] }.joined(separator: " "),
            ])
        }
        if !clusters.isEmpty { clusters.show() }
        let alone = linking.clusters.count - linking.linked.count
        rest(linking.linked.count, "events")
        print("\(catalogue.count(alone, "report stands", "reports stand")) alone.\n")
        show(linking.linkage.review, linking, catalogue)
        for line in catalogue.left(by: linking) { print(line) }
        Reading.show(reports.report)
    }

    private func show(_ review: [Linkage.Review], _ linking: Linking, _ catalogue: Catalogue) {
        guard !review.isEmpty else { return }
        print("For a person to decide:")
        for pair in review.prefix(limit) {
            let (one, other) = (linking.names[pair.pair.first], linking.names[pair.pair.second])
            let taken = pair.fits ? "" : "; one of them has a partner of that observer already"
            print(
                "  \(one) and \(other): \(catalogue.bits(pair.score)) bits, \(catalogue.words(pair.reason))\(taken)"
            )
            let parts = linking.parts(of: pair).map { catalogue.words($0) }
            print(
                Terminal.dim(
                    "    start \(catalogue.bits(linking.linkage.weights.priorBits)), \(parts.joined(separator: ", "))"
                ))
        }
        rest(review.count, "pairs")
        print()
    }

    private func rest(_ count: Int, _ what: String) {
        if count > limit {
            print("  … and \(count - limit) more \(what): ask with --limit \(count) or --json.")
        }
    }

    private func write(_ linking: Linking, to path: String) throws {
        var text = "report,cluster\n"
        for (place, name) in linking.names.enumerated() {
            let cluster = linking.clusters[linking.clusterOf[place]]
            text += "\(Link.field(name)),\(Link.field(linking.name(of: cluster)))\n"
        }
        try OutputFile.write("The clusters", text, to: path)
    }

    /// A field of a table, in quotation marks where it needs them.
    private static func field(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
