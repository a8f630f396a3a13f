/// Our side of the comparisons that `statistics.py` makes: reads the work load, measures, prints JSON.
@main
enum Main {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch (arguments.first, arguments.count) {
        case ("csv", 3): try measureCSV(path: arguments[1], runs: number(arguments[2]))
        case ("durations", 3): try measureDurations(path: arguments[1], runs: number(arguments[2]))
        case ("changes", 4):
            guard let penalty = Double(arguments[2]) else { preconditionFailure("the penalty is no number") }
            try measureChanges(path: arguments[1], penalty: penalty, runs: number(arguments[3]))
        case ("places", 3): try measurePlaces(path: arguments[1], runs: number(arguments[2]))
        case ("reports", 3): printReports(count: number(arguments[1]), seed: number(arguments[2]))
        case ("linkage", 4):
            try measureLinkage(
                count: number(arguments[1]), seed: number(arguments[2]), runs: number(arguments[3]))
        case ("judge", 3): try judgeLinkage(count: number(arguments[1]), seeds: number(arguments[2]))
        default:
            print(
                """
                usage: statistics csv|durations|places FILE RUNS
                       statistics changes FILE PENALTY RUNS
                       statistics reports COUNT SEED
                       statistics linkage COUNT SEED RUNS
                       statistics judge COUNT SEEDS
                """)
        }
    }

    private static func number<Number: FixedWidthInteger>(_ text: String) -> Number {
        guard let number = Number(text) else { preconditionFailure("not a whole number: \(text)") }
        return number
    }
}
