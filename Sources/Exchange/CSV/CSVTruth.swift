/// Yes and no as they are written in tables.
enum CSVTruth {
    static func read(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "1", "1.0", "true", "t", "yes", "y": true
        case "0", "0.0", "false", "f", "no", "n": false
        default: nil
        }
    }
}
