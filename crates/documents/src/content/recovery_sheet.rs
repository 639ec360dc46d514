//! The recovery sheet of a protected board: what opens it when nobody remembers the passphrase. For the safe, not the
//! shelf; it is made once.

use chrono::NaiveDate;
use pledgeboard_domain::{Board, wording};

use super::head;
use crate::block::{Block, Document, Fact, Inline, Tone};

#[derive(Debug, Clone, PartialEq)]
pub struct RecoverySheetInput {
    pub board: Board,
    /// The name of the board's file.
    pub file: String,
    /// What opens it, in groups with hyphens between.
    pub words: String,
    pub made_on: NaiveDate,
}

/// Groups to a line: as many as an eye keeps while it types.
const TO_A_LINE: usize = 6;

pub fn build(input: &RecoverySheetInput) -> Document {
    let subtitle = vec!["Keep it in a safe, away from the computer.".to_owned()];
    let about = wording::date_without_weekday(input.made_on);
    let mut document = head::adult(&input.board, "Recovery sheet", &about, subtitle);
    document.header = Some("Confidential: whoever holds this sheet can read the board".to_owned());
    document.push(Block::Facts(vec![
        Fact::new("Board", input.board.name.as_str()),
        Fact::new("File", input.file.as_str()),
        Fact::new("Made on", wording::date(input.made_on)),
    ]));
    document.heading(2, "What opens the board without its passphrase");
    let groups: Vec<&str> = input.words.split('-').collect();
    let lines =
        groups.chunks(TO_A_LINE).map(|line| Block::runs(vec![Inline::bold(line.join(" "))])).collect();
    document.push(Block::Callout { tone: Tone::Sun, blocks: lines });
    document.heading(2, "How to use it");
    document.paragraph(
        "Open the board in Pledgeboard. Where it asks for the passphrase, type all that stands in the box above. \
         Capitals, spaces and hyphens do not matter.",
    );
    document
        .paragraph("Then choose a new passphrase in Settings, Security. This sheet stops working with it.");
    document.heading(2, "What it does not do");
    document.paragraph(
        "It opens this board and the backups of it that were made under the same passphrase, and no other. \
         If both the passphrase and this sheet are lost, nobody can open the board: not the council’s IT staff, and \
         not the makers of Pledgeboard.",
    );
    document
}
