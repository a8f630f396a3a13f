/// What must be true for a number of unlisted people to mean anything. Show these beside every estimate.
public enum CaptureAssumption: String, Sendable, Hashable, CaseIterable {
    /// Nobody entered or left the population while the lists were made.
    case closedPopulation = "closed-population"
    /// Every list counts the same thing in the same area and period.
    case sameTarget = "same-target"
    /// Entries for the same person were found on all lists, and entries for different people were kept apart.
    case perfectMatching = "perfect-matching"
    /// Three lists or more were made without knowledge of each other, and none by a party.
    case threeIndependentLists = "three-independent-lists"
    /// Lists depend on each other only as the model's terms allow.
    case dependenceAsModelled = "dependence-as-modelled"
    /// Within the model, everybody had the same chance to be listed.
    case equalChance = "equal-chance"
    /// People may differ in their chance to be listed, each list having the same chance for the same person.
    case equalLists = "equal-lists"
}
