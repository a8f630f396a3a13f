/// Which cell of the grid a point lies in, counted along each axis from the corner of the cube around the sphere.
struct CellNumber: Sendable {
    private(set) var x: Int32
    private(set) var y: Int32
    private(set) var z: Int32

    init(x: Int32, y: Int32, z: Int32) { (self.x, self.y, self.z) = (x, y, z) }

    /// - Parameter perUnit: cells in the Earth's radius, at most 2²⁰.
    @inline(__always)
    init(_ vector: UnitVector, perUnit: Double) {
        // A coordinate may miss −1 by its last digit; zero is then the cell all the same.
        x = Int32((vector.x + 1) * perUnit)
        y = Int32((vector.y + 1) * perUnit)
        z = Int32((vector.z + 1) * perUnit)
    }

    @inline(__always)
    mutating func lower(to other: CellNumber) {
        (x, y, z) = (Swift.min(x, other.x), Swift.min(y, other.y), Swift.min(z, other.z))
    }

    @inline(__always)
    mutating func raise(to other: CellNumber) {
        (x, y, z) = (Swift.max(x, other.x), Swift.max(y, other.y), Swift.max(z, other.z))
    }
}
