//! What somebody may do on a shared board.

crate::text_enum! {
    /// A part in a shared board. The database holds everyone to it, whatever program they come with.
    BoardPart {
        /// Writes everything, and reads internal notes.
        Chair = "chair" => "chair",
        /// The same.
        DemocraticServices = "democratic_services" => "democratic services",
        /// Reads the board's life; writes events, voices, checks and their own updates of actions.
        LinkChampion = "link_champion" => "Link Champion",
        /// Reads the board's life.
        Member = "member" => "member",
        /// Reads everything and writes nothing (Local Audit and Accountability Act 2014, section 22).
        Auditor = "auditor" => "auditor",
    }
}

impl BoardPart {
    pub fn writes_all(self) -> bool {
        matches!(self, Self::Chair | Self::DemocraticServices)
    }

    /// Whether the server shows this part all of the board; the others see what the audience of members may.
    pub fn reads_all(self) -> bool {
        self.writes_all() || self == Self::Auditor
    }

    /// The part with this stored text.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|part| part.as_str() == text)
    }
}
