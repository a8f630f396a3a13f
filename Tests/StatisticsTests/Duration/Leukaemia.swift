import Statistics

/// Weeks of remission of leukaemia patients, with and without maintenance chemotherapy (Miller, 1997), and of the
/// children of Freireich's trial with placebo and with 6-mercaptopurine (Gehan, 1965).
enum Leukaemia {
    static let maintained: [(Double, Bool)] = [
        (9, true), (13, true), (13, false), (18, true), (23, true), (28, false), (31, true), (34, true),
        (45, false), (48, true), (161, false),
    ]
    static let nonmaintained: [(Double, Bool)] = [
        (5, true), (5, true), (8, true), (8, true), (12, true), (16, false), (23, true), (27, true),
        (30, true),
        (33, true), (43, true), (45, true),
    ]
    static let mercaptopurine: [(Double, Bool)] = [
        (6, true), (6, true), (6, true), (6, false), (7, true), (9, false), (10, true), (10, false),
        (11, false),
        (13, true), (16, true), (17, false), (19, false), (20, false), (22, true), (23, true), (25, false),
        (32, false), (32, false), (34, false), (35, false),
    ]
    static let placebo: [(Double, Bool)] = [
        1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23,
    ].map { ($0, true) }

    static func durations(_ patients: [(Double, Bool)]...) throws -> Durations {
        let all = patients.flatMap { $0 }
        return try Durations(times: all.map(\.0), events: all.map(\.1))
    }
}
