/// Filters and groups a table of the GED layout.
func measureCSV(path: String, runs: Int) throws {
    try measure("csv", runs: runs) {
        try CSVGrouping.run(path: path)
    } answer: { grouping in
        [
            ("groups", .number(Double(grouping.groups))), ("events", .number(Double(grouping.events))),
            ("deaths", .number(Double(grouping.deaths))),
        ]
    }
}
