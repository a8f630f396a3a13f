/// What was found about observance.
public indirect enum MonitoringAct: Hashable, Sendable {
    case found(Finding)

    /// The act's name on the wire; never renamed once released.
    public var name: String {
        switch self {
        case .found: "finding.made"
        }
    }
}
