//! The seven reasons for which a statutory committee may close an item to the public: Local Government Act 1972,
//! Schedule 12A Part 1 (England), as substituted by SI 2006/88. The wording is ours.
//!
//! Each holds only as long as keeping the information back serves the public better than giving it (Part 2,
//! paragraph 10). Information about the council's own planning applications is never exempt (Part 2, paragraph 9).

use serde::Serialize;

/// One paragraph of Schedule 12A Part 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ExemptParagraph {
    /// 1 to 7.
    pub number: u8,
    /// What it covers, to stand after "information".
    pub covers: &'static str,
    /// When a corporate parenting board is likely to meet it.
    pub example: &'static str,
}

impl ExemptParagraph {
    /// "paragraph 2 of Part 1 of Schedule 12A to the Local Government Act 1972".
    #[must_use]
    pub fn source(&self) -> String {
        format!("paragraph {} of Part 1 of Schedule 12A to the Local Government Act 1972", self.number)
    }

    /// The sentence that a public agenda prints for a closed item, with the board's own reason to follow it.
    #[must_use]
    pub fn public_words(&self) -> String {
        format!("This item is likely to disclose information {} ({}).", self.covers, self.source())
    }
}

/// All seven, in the order of the Act.
pub const PARAGRAPHS: [ExemptParagraph; 7] = [
    ExemptParagraph {
        number: 1,
        covers: "about one particular person",
        example: "A report on one child's care or on one member of staff.",
    },
    ExemptParagraph {
        number: 2,
        covers: "from which somebody is likely to work out who a person is",
        example: "Figures so small, or a story so particular, that a child could be recognised.",
    },
    ExemptParagraph {
        number: 3,
        covers: "about the financial or business affairs of a person or body, the council included",
        example: "What a provider of children's homes charges, while a contract is out to tender.",
    },
    ExemptParagraph {
        number: 4,
        covers: "about consultations or negotiations with staff and unions over a labour relations matter",
        example: "Talks over a new structure for the social work teams.",
    },
    ExemptParagraph {
        number: 5,
        covers: "that a court would let lawyers and their client keep to themselves",
        example: "Legal advice on a claim against the council.",
    },
    ExemptParagraph {
        number: 6,
        covers: "that shows that the council means to serve a notice on someone, or to make an order or direction",
        example: "A notice that is about to be served on the owner of a building.",
    },
    ExemptParagraph {
        number: 7,
        covers: "about what is being done, or will be done, to prevent, investigate or prosecute crime",
        example: "Police plans against those who exploit children in one place.",
    },
];

/// The paragraph of this number.
#[must_use]
pub fn paragraph(number: i64) -> Option<&'static ExemptParagraph> {
    PARAGRAPHS.iter().find(|paragraph| i64::from(paragraph.number) == number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_seven_in_order() {
        assert_eq!(PARAGRAPHS.map(|paragraph| paragraph.number), [1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(paragraph(3).map(|found| found.number), Some(3));
        assert_eq!((paragraph(0), paragraph(8)), (None, None));
    }

    #[test]
    fn a_public_agenda_names_the_paragraph() {
        let words = PARAGRAPHS[1].public_words();
        assert_eq!(
            words,
            "This item is likely to disclose information from which somebody is likely to work out who a person is \
             (paragraph 2 of Part 1 of Schedule 12A to the Local Government Act 1972)."
        );
    }
}
