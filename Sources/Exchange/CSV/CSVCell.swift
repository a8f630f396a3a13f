/// What a field holds when it is read as a number or a date.
///
/// An empty field is missing, and never zero.
@frozen
public enum CSVCell<Value> {
    case value(Value)
    /// Nothing, or a word that statistics programs write for nothing: NA, NULL or NaN.
    case missing
    /// Something that is no such value.
    case unreadable

    /// The value, if there is one.
    @inlinable
    public var value: Value? {
        guard case .value(let value) = self else { return nil }
        return value
    }

    /// Another value, or unreadable where that makes no sense.
    func map<Other>(_ change: (Value) -> Other?) -> CSVCell<Other> {
        switch self {
        case .value(let value): change(value).map { .value($0) } ?? .unreadable
        case .missing: .missing
        case .unreadable: .unreadable
        }
    }
}

extension CSVCell: Sendable where Value: Sendable {}
extension CSVCell: Equatable where Value: Equatable {}
extension CSVCell: Hashable where Value: Hashable {}
