//! The two editions of what is written in plain words: for children, and for care leavers in an adult tone.
//!
//! Both hold the same content; what differs is how large it is set and what the words around it sound like.

use pledgeboard_domain::Purpose;

use super::children::Tense;
use crate::block::{Document, Style};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Edition {
    #[default]
    Children,
    CareLeavers,
}

impl Edition {
    /// The edition that a document was begun as.
    pub fn of(document: &Document) -> Self {
        if document.style == Style::CareLeavers { Self::CareLeavers } else { Self::Children }
    }

    pub fn style(self) -> Style {
        match self {
            Self::Children => Style::Children,
            Self::CareLeavers => Style::CareLeavers,
        }
    }

    fn either(self, children: &'static str, care_leavers: &'static str) -> &'static str {
        match self {
            Self::Children => children,
            Self::CareLeavers => care_leavers,
        }
    }

    /// The line above the title.
    pub(super) fn readers(self) -> &'static str {
        self.either("For children and young people in our care", "For care leavers")
    }

    /// What the foot of every page says of the words at the end.
    pub(super) fn glossary_is_there(self) -> &'static str {
        self.either("Hard words are at the end", "Words explained at the end")
    }

    pub(super) fn glossary(self) -> &'static str {
        self.either("Hard words", "Words explained")
    }

    pub(super) fn who_to_talk_to(self) -> &'static str {
        self.either("Who can you talk to?", "Who you can talk to")
    }

    pub(super) fn unsafe_label(self) -> &'static str {
        self.either("Do you feel unsafe?", "If you do not feel safe")
    }

    pub(super) fn when_unsafe(self) -> &'static str {
        self.either(
            "Tell an adult you trust. Do it now. In danger, ring 999. You can ring Childline on 0800 1111 too.",
            "Tell somebody you trust, or your personal adviser. In danger, ring 999. Samaritans answer day and night on 116 123.",
        )
    }

    pub(super) fn private_part(self, tense: Tense) -> &'static str {
        match tense {
            Tense::Will => self.either(
                "We will talk about some things in private. That keeps people safe.",
                "Part of the meeting will be private, to protect people.",
            ),
            Tense::Did => self.either(
                "We talked about some things in private. That keeps people safe.",
                "Part of the meeting was private, to protect people.",
            ),
        }
    }

    /// What an item is for.
    pub(super) fn purpose(self, purpose: Purpose, tense: Tense) -> &'static str {
        let will = tense == Tense::Will;
        match purpose {
            Purpose::Listen if will => "We will listen to you",
            Purpose::Listen => "We listened to you",
            Purpose::Lead if will => "We will talk about our plans",
            Purpose::Lead => "We talked about our plans",
            Purpose::Check if will => "We will check",
            Purpose::Check => "We checked",
            Purpose::Decide if will => self.either("We will make a choice", "We will decide"),
            Purpose::Decide => self.either("We made a choice", "We decided"),
            Purpose::Note if will => "We will read about this",
            Purpose::Note => "We read about this",
            Purpose::Business if will => self.either("We will do our jobs", "The board’s own business"),
            Purpose::Business => self.either("We did our jobs", "The board’s own business"),
        }
    }
}
