/// A data set is attached by its digest.
public struct DataSet: Hashable, Sendable {
    public var dataset: MatterID
    public var title: String
    public var format: String
    public var version: String?
    public var licence: String?
    public var digest: TextDigest

    public init(
        dataset: MatterID,
        title: String,
        format: String,
        version: String? = nil,
        licence: String? = nil,
        digest: TextDigest
    ) {
        self.dataset = dataset
        self.title = title
        self.format = format
        self.version = version
        self.licence = licence
        self.digest = digest
    }
}
