import Testing

@testable import Statistics

@Suite struct `Small matrices` {
    @Test func `a positive definite system is solved`() throws {
        let matrix = try Matrix([[4, 2, 0.6], [2, 5, 1], [0.6, 1, 3]])
        let x = try matrix.solvingPositiveDefinite([9.8, 15, 11.6])
        for (found, expected) in zip(x, [1.0, 2, 3]) { #expect(found.agrees(with: expected, to: 1e-14)) }
    }

    @Test func `the inverse gives the identity and is symmetric`() throws {
        let matrix = try Matrix([[4e6, 2e3, 600], [2e3, 5, 1], [600, 1, 3]])
        let inverse = try matrix.positiveDefiniteInverse()
        let product = matrix * inverse
        for i in 0..<3 {
            for j in 0..<3 { #expect((product[i, j] - (i == j ? 1 : 0)).magnitude < 1e-9) }
        }
        #expect(inverse == inverse.transposed)
    }

    @Test func `the logarithm of the determinant`() throws {
        let determinant = try Cholesky(Matrix([[4, 2], [2, 5]])).logDeterminant
        #expect(determinant.agrees(with: 2.77258872223978, to: 1e-14))
    }

    @Test func `columns that repeat each other are refused`() throws {
        let matrix = try Matrix([[1, 2], [2, 4]])
        #expect(throws: StatisticsError(.notIdentified, "")) { try matrix.positiveDefiniteInverse() }
        #expect(throws: StatisticsError(.notIdentified, "")) {
            try Matrix(rows: 2, columns: 2).positiveDefiniteInverse()
        }
    }

    @Test func `rows of different lengths are refused`() {
        #expect(throws: StatisticsError(.malformedInput, "")) { try Matrix([[1, 2], [3]]) }
    }
}
