/// The best cuts for each number of breaks, by dynamic programming over where the last stretch begins.
struct PartitionTable {
    private let count: Int
    /// For each number of breaks and each end, where the last stretch begins.
    private var starts: [[Int]] = []
    /// For each number of breaks, the least residual sum of squares of the whole series.
    private(set) var leastSquares: [Double] = []

    init(moments: RunningMoments, least: Int, most: Int) {
        count = moments.count
        var before = Array(repeating: Double.infinity, count: count + 1)
        for end in least...count { before[end] = moments.squares(0, end) }
        starts.append(Array(repeating: 0, count: count + 1))
        leastSquares.append(before[count])
        for number in stride(from: 1, through: most, by: 1) {
            var squares = Array(repeating: Double.infinity, count: count + 1)
            var begins = Array(repeating: 0, count: count + 1)
            for end in stride(from: (number + 1) * least, through: count, by: 1) {
                for start in (number * least)...(end - least) {
                    let sum = before[start] + moments.squares(start, end)
                    if sum < squares[end] { (squares[end], begins[end]) = (sum, start) }
                }
            }
            leastSquares.append(squares[count])
            starts.append(begins)
            before = squares
        }
    }

    /// Where the stretches after the first begin.
    func cuts(_ number: Int) -> [Int] {
        var cuts: [Int] = []
        var end = count
        for left in stride(from: number, to: 0, by: -1) {
            end = starts[left][end]
            cuts.append(end)
        }
        return cuts.reversed()
    }
}
