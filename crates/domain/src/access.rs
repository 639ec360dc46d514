//! Who may see an item, a paper and all that is born of them (domain rule 5).
//!
//! Local Government Act 1972, Part VA: section 100A(2) and (3) (confidential), section 100A(4) and
//! Schedule 12A Part 1 (exempt), section 100B(5) (what a members' copy must say).

use serde::{Deserialize, Serialize};

use crate::{
    board::Standing,
    refusal::{Checked, Refusal},
    text,
};

crate::text_enum! {
    AccessKind {
        Open = "open" => "open",
        /// Exempt information: excluded by a resolution that names the paragraph.
        Exempt = "exempt" => "exempt",
        /// Barred by enactment, court or government department: exclusion is mandatory, no resolution.
        Confidential = "confidential" => "confidential",
        /// The word for a board that is no statutory committee.
        Restricted = "restricted" => "restricted",
    }
}

/// Access, as it stands on an item or a paper; what is born of an item inherits it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Access {
    pub access: AccessKind,
    /// Paragraphs 1 to 7 of Schedule 12A Part 1, in order; only for exempt.
    pub paragraphs: Vec<u8>,
    /// Why the public interest is in keeping it private, in words the public may read; for confidential, what bars it.
    pub access_reason: String,
}

impl Access {
    /// Anyone may read it.
    pub fn open() -> Self {
        Self { access: AccessKind::Open, paragraphs: vec![], access_reason: String::new() }
    }

    pub fn is_open(&self) -> bool {
        self.access == AccessKind::Open
    }

    /// Whether this access can stand on a board of this standing.
    pub fn check(&self, standing: Standing) -> Checked {
        text::optional("access_reason", "the public reason", &self.access_reason, text::MEDIUM)?;
        match (self.access, standing) {
            (AccessKind::Open, _) => Ok(()),
            (AccessKind::Exempt, Standing::NonStatutoryBoard) => Err(Refusal::field(
                "access",
                "This board is not a statutory committee, so its items are restricted, not exempt.",
            )),
            (AccessKind::Restricted, Standing::StatutoryCommittee) => Err(Refusal::field(
                "access",
                "On a statutory committee an item is exempt, with its paragraph, or confidential.",
            )),
            (AccessKind::Exempt, _) if self.paragraphs.is_empty() => Err(Refusal::field(
                "paragraphs",
                "Choose the paragraph of Schedule 12A that makes this exempt.",
            )),
            (AccessKind::Exempt, _) if self.paragraphs.iter().any(|p| !(1..=7).contains(p)) => {
                Err(Refusal::field("paragraphs", "Schedule 12A Part 1 has paragraphs 1 to 7."))
            }
            _ => text::required(
                "access_reason",
                "the reason that the public may read",
                &self.access_reason,
                text::MEDIUM,
            ),
        }
    }

    /// "Exempt · paragraphs 1 and 2", "Confidential", "Restricted"; nothing when open.
    pub fn marking(&self) -> Option<String> {
        match self.access {
            AccessKind::Open => None,
            AccessKind::Exempt => Some(format!("Exempt · {}", self.paragraphs_in_words())),
            AccessKind::Confidential => Some("Confidential".into()),
            AccessKind::Restricted => Some("Restricted".into()),
        }
    }

    /// "paragraph 3", "paragraphs 1 and 2".
    pub fn paragraphs_in_words(&self) -> String {
        let numbers: Vec<String> = self.paragraphs.iter().map(u8::to_string).collect();
        let noun = if numbers.len() == 1 { "paragraph" } else { "paragraphs" };
        match numbers.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{noun} {} and {last}", rest.join(", ")),
            Some((last, _)) => format!("{noun} {last}"),
            None => noun.into(),
        }
    }
}

/// For whom a document, a list or a screen is made. Content is filtered by it before anything is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Audience {
    Public,
    /// Councillors and the people named for the meeting: exempt and confidential text too.
    Members,
    /// The chair and democratic services: internal notes too.
    Chair,
    /// Only plain-words fields, and voices that may be shared anywhere.
    Children,
}

impl Audience {
    /// Whether text under this access may reach this audience.
    pub fn may_read(self, access: &Access) -> bool {
        access.is_open() || matches!(self, Self::Members | Self::Chair)
    }

    pub fn reads_internal_notes(self) -> bool {
        self == Self::Chair
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exempt(paragraphs: &[u8], reason: &str) -> Access {
        Access { access: AccessKind::Exempt, paragraphs: paragraphs.into(), access_reason: reason.into() }
    }

    #[test]
    fn exempt_needs_its_paragraph_and_its_public_reason() {
        let statutory = Standing::StatutoryCommittee;
        assert_eq!(exempt(&[], "x").check(statutory).unwrap_err().field, Some("paragraphs"));
        assert_eq!(exempt(&[8], "x").check(statutory).unwrap_err().field, Some("paragraphs"));
        assert_eq!(exempt(&[1], "").check(statutory).unwrap_err().field, Some("access_reason"));
        assert!(exempt(&[1, 2], "It would name a child's home.").check(statutory).is_ok());
    }

    #[test]
    fn a_non_statutory_board_restricts_and_never_exempts() {
        assert!(exempt(&[1], "x").check(Standing::NonStatutoryBoard).is_err());
        let restricted =
            Access { access: AccessKind::Restricted, paragraphs: vec![], access_reason: "x".into() };
        assert!(restricted.check(Standing::NonStatutoryBoard).is_ok());
        assert!(restricted.check(Standing::StatutoryCommittee).is_err());
    }

    #[test]
    fn only_members_and_the_chair_read_what_is_not_open() {
        let item = exempt(&[1], "x");
        assert!(!Audience::Public.may_read(&item) && !Audience::Children.may_read(&item));
        assert!(Audience::Members.may_read(&item) && Audience::Chair.may_read(&item));
        assert!(!Audience::Members.reads_internal_notes());
    }

    #[test]
    fn the_marking_names_its_paragraphs() {
        assert_eq!(exempt(&[1, 2], "x").marking().as_deref(), Some("Exempt · paragraphs 1 and 2"));
        assert_eq!(exempt(&[3], "x").marking().as_deref(), Some("Exempt · paragraph 3"));
    }
}
