import RealModule

/// A small dense matrix, its elements in one array row by row.
struct Matrix: Sendable, Hashable {
    let rows: Int
    let columns: Int
    private(set) var elements: [Double]

    /// A matrix filled with one value.
    init(rows: Int, columns: Int, repeating value: Double = 0) {
        self.rows = rows
        self.columns = columns
        elements = Array(repeating: value, count: rows * columns)
    }

    /// A matrix from its rows, which must be equally long.
    init(_ rows: [[Double]]) throws(StatisticsError) {
        let columns = rows.first?.count ?? 0
        self.init(rows: rows.count, columns: columns)
        for (i, row) in rows.enumerated() {
            guard row.count == columns else {
                throw StatisticsError(
                    .malformedInput, "Row \(i) has \(row.count) values where the first has \(columns).")
            }
            for (j, value) in row.enumerated() { self[i, j] = value }
        }
    }

    subscript(row: Int, column: Int) -> Double {
        get { elements[row * columns + column] }
        set { elements[row * columns + column] = newValue }
    }

    var diagonal: [Double] { (0..<Swift.min(rows, columns)).map { self[$0, $0] } }

    var transposed: Matrix {
        var result = Matrix(rows: columns, columns: rows)
        for i in 0..<rows { for j in 0..<columns { result[j, i] = self[i, j] } }
        return result
    }

    /// The product with a column vector as long as a row.
    static func * (left: Matrix, right: [Double]) -> [Double] {
        precondition(left.columns == right.count)
        return (0..<left.rows).map { i in
            var sum = 0.0
            for j in 0..<left.columns { sum += left[i, j] * right[j] }
            return sum
        }
    }

    /// The matrix product.
    static func * (left: Matrix, right: Matrix) -> Matrix {
        precondition(left.columns == right.rows)
        var result = Matrix(rows: left.rows, columns: right.columns)
        for i in 0..<left.rows {
            for k in 0..<left.columns {
                let factor = left[i, k]
                for j in 0..<right.columns { result[i, j] += factor * right[k, j] }
            }
        }
        return result
    }

    /// The solution of M x = b for a symmetric positive definite M.
    func solvingPositiveDefinite(_ right: [Double]) throws(StatisticsError) -> [Double] {
        try Cholesky(self).solve(right)
    }

    /// The inverse of a symmetric positive definite matrix.
    func positiveDefiniteInverse() throws(StatisticsError) -> Matrix { try Cholesky(self).inverse() }
}

/// The triangular root of a symmetric positive definite matrix, after scaling its diagonal to one.
///
/// The scaling makes the test for singularity independent of the units of the columns.
struct Cholesky: Sendable {
    private var root: Matrix
    private let scale: [Double]

    /// Factors the lower triangle; refuses, as `.notIdentified`, what is singular to eleven digits.
    init(_ matrix: Matrix) throws(StatisticsError) {
        precondition(matrix.rows == matrix.columns)
        let size = matrix.rows
        var scale: [Double] = []
        for value in matrix.diagonal {
            guard value > 0, value.isFinite else { throw Self.singular(column: scale.count) }
            scale.append(1 / Double.sqrt(value))
        }
        var root = Matrix(rows: size, columns: size)
        for i in 0..<size {
            for j in 0...i {
                var sum = matrix[i, j] * scale[i] * scale[j]
                for k in 0..<j { sum -= root[i, k] * root[j, k] }
                if i == j {
                    guard sum > 1e-11 else { throw Self.singular(column: i) }
                    root[i, i] = Double.sqrt(sum)
                } else {
                    root[i, j] = sum / root[j, j]
                }
            }
        }
        self.root = root
        self.scale = scale
    }

    /// The logarithm of the determinant.
    var logDeterminant: Double {
        var sum = 0.0
        for (i, factor) in scale.enumerated() { sum += 2 * Double.log(root[i, i] / factor) }
        return sum
    }

    /// The solution for one right-hand side.
    func solve(_ right: [Double]) -> [Double] {
        let size = root.rows
        var x = right
        for i in 0..<size {
            var sum = x[i] * scale[i]
            for k in 0..<i { sum -= root[i, k] * x[k] }
            x[i] = sum / root[i, i]
        }
        for i in stride(from: size - 1, through: 0, by: -1) {
            var sum = x[i]
            for k in (i + 1)..<Swift.max(size, i + 1) { sum -= root[k, i] * x[k] }
            x[i] = sum / root[i, i]
        }
        for i in 0..<size { x[i] *= scale[i] }
        return x
    }

    /// The inverse, exactly symmetric.
    func inverse() -> Matrix {
        let size = root.rows
        var result = Matrix(rows: size, columns: size)
        for j in 0..<size {
            var unit = Array(repeating: 0.0, count: size)
            unit[j] = 1
            let column = solve(unit)
            for i in j..<size {
                result[i, j] = column[i]
                result[j, i] = column[i]
            }
        }
        return result
    }

    private static func singular(column: Int) -> StatisticsError {
        StatisticsError(
            .notIdentified,
            "Column \(column) is a combination of the columns before it, or constant zero; leave one of them out."
        )
    }
}
