/// Explosions in British coal mines that killed ten or more, by year from 1851 to 1962: 191 in 112 years
/// (Jarrett, 1979).
enum Collieries {
    static let firstYear = 1851
    static let disasters = [
        4, 5, 4, 1, 0, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3, 4, 2, 5, 2, 2,
        3, 4, 2, 1, 3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3, 2, 2, 0, 1, 1, 1, 0, 1, 0, 1,
        0, 0, 0, 2, 1, 0, 0, 0, 1, 1, 0, 2, 3, 3, 1, 1, 2, 1, 1, 1, 1, 2, 3, 3, 0, 0, 0, 1, 4, 0, 0, 0, 1, 0,
        0, 0, 0, 0, 1, 0, 0, 1, 0, 1,
    ]

    /// The last year at the old rate, where a new one starts at an index.
    static func lastYear(before index: Int) -> Int { firstYear + index - 1 }
}
