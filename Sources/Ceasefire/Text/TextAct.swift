/// What the text says: versions, brackets, alterations and corrections.
public indirect enum TextAct: Hashable, Sendable {
    case introduced(InstrumentIntroduction)
    case dated(InstrumentDate)
    case tabled(TextTabling)
    case altered(Alteration)
    case bracketOpened(Bracket)
    case bracketSupported(BracketSupport)
    case bracketObjected(BracketObjection)
    case bracketClosed(BracketClosing)
    case adopted(TextAdoption)
    case authenticated(TextAuthentication)
    case aligned(LanguageAlignment)
    case errorNotified(ErrorNotice)
    case errorObjected(ErrorObjection)
    case abandoned(TextAbandonment)

    /// The act's name on the wire; never renamed once released.
    public var name: String {
        switch self {
        case .introduced: "instrument.introduced"
        case .dated: "instrument.dated"
        case .tabled: "text.tabled"
        case .altered: "alteration.proposed"
        case .bracketOpened: "bracket.opened"
        case .bracketSupported: "bracket.supported"
        case .bracketObjected: "bracket.objected"
        case .bracketClosed: "bracket.closed"
        case .adopted: "text.adopted"
        case .authenticated: "text.authenticated"
        case .aligned: "languages.aligned"
        case .errorNotified: "error.notified"
        case .errorObjected: "error.objected"
        case .abandoned: "text.abandoned"
        }
    }
}
