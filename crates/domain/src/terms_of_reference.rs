//! What a board is for and how it works, as it was agreed: paragraphs under headings.

use serde::{Deserialize, Serialize};

use crate::{
    board::{Board, Standing},
    id::TermsSectionId,
    refusal::Checked,
    text,
};

/// One heading of the terms of reference, with its paragraphs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TermsSection {
    pub id: TermsSectionId,
    pub version: i64,
    pub position: i64,
    /// "Purpose".
    pub heading: String,
    /// Paragraphs, and points beneath them, as minutes are written.
    pub text: String,
}

impl TermsSection {
    pub fn check(&self) -> Checked {
        text::required("heading", "a heading", &self.heading, text::SHORT)?;
        text::optional("text", "the text", &self.text, text::LONG)
    }
}

/// The headings that such terms usually have, with words to start from. The wording is ours.
///
/// The duty is that of the Children and Social Work Act 2017, section 1; public meetings and exempt information that of
/// the Local Government Act 1972, Part VA.
#[must_use]
pub fn usual(board: &Board) -> Vec<(&'static str, String)> {
    let (name, council) = (&board.name, &board.council);
    let open = match (board.standing, board.meets_in_public) {
        (Standing::StatutoryCommittee, _) => {
            "Meetings are open to the public, unless an item is exempt or confidential under the Local Government Act 1972."
        }
        (Standing::NonStatutoryBoard, true) => {
            "Meetings are open to the public, unless an item is restricted."
        }
        (Standing::NonStatutoryBoard, false) => {
            "Meetings are held in private. What may be published is published."
        }
    };
    vec![
        (
            "Purpose",
            format!(
                "The {name} makes sure that {council} and its partners act as good parents to the children in their care \
                 and to care leavers up to 25.\nIt leads, removes barriers, listens to children and young people, and \
                 checks that what they were promised is kept."
            ),
        ),
        (
            "What the board does",
            "The board:\n• begins with what children and young people say, and answers each of them;\n• agrees the strategy \
             and the promises in it, and looks at each promise through three lenses: officers, Link Champions and \
             young people;\n• decides what must change, who does it and by when;\n• asks other committees and partners \
             to remove what stands in the way;\n• reports once a year to the full council."
                .into(),
        ),
        (
            "Children and young people",
            "Young representatives come to meetings, speak first where they wish to, and are told what became of what they \
             said. Nobody's name is printed unless they said yes to it."
                .into(),
        ),
        (
            "Link Champions",
            "Each theme has a councillor as its Link Champion, who meets children and young people once in every half-term \
             and brings to the board what they said and what the councillor saw."
                .into(),
        ),
        ("Membership", "The seats of the board and who fills them are listed above. Members may send a named substitute.".into()),
        ("Meetings and access", open.into()),
        (
            "Reporting and review",
            "The board works with scrutiny, which holds to account. These terms are looked at once a year.".into(),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn section(heading: &str) -> TermsSection {
        TermsSection {
            id: TermsSectionId(Uuid::nil()),
            version: 0,
            position: 1,
            heading: heading.into(),
            text: String::new(),
        }
    }

    #[test]
    fn a_section_has_a_heading() {
        assert_eq!(section(" ").check().unwrap_err().field, Some("heading"));
        assert!(section("Purpose").check().is_ok());
        let long = TermsSection { text: "a".repeat(text::LONG + 1), ..section("Purpose") };
        assert_eq!(long.check().unwrap_err().field, Some("text"));
    }
}
