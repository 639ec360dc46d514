//! Board or scrutiny? The split is a setting (domain rule 9).

use serde::{Deserialize, Serialize};

use super::topic::DealtBy;
use crate::{
    refusal::{Checked, Refusal},
    text,
};

crate::text_enum! {
    /// How the work is shared with the council's scrutiny committee.
    ScrutinySplit {
        BoardLeads = "board_leads" => "the board leads and removes barriers; scrutiny holds to account in public",
        /// Nothing goes to scrutiny.
        BoardDoesBoth = "board_does_both" => "the board does both; there is no split with scrutiny",
    }
}

/// The board's settings about scrutiny. Every field may be missing in data from before there was a work programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WithScrutiny {
    #[serde(default = "usual_split")]
    pub scrutiny_split: ScrutinySplit,
    /// "Children and Families Scrutiny Committee"; empty for "scrutiny".
    #[serde(default)]
    pub scrutiny_name: String,
    /// Who chairs it, as printed: "Cllr Jean Moss".
    #[serde(default)]
    pub scrutiny_chair: String,
    /// Who leads what, in the council's own words; empty for the usual ones.
    #[serde(default)]
    pub scrutiny_terms: String,
}

fn usual_split() -> ScrutinySplit {
    ScrutinySplit::BoardLeads
}

impl Default for WithScrutiny {
    fn default() -> Self {
        Self {
            scrutiny_split: usual_split(),
            scrutiny_name: String::new(),
            scrutiny_chair: String::new(),
            scrutiny_terms: String::new(),
        }
    }
}

impl WithScrutiny {
    pub fn check(&self) -> Checked {
        text::optional("scrutiny_name", "the scrutiny committee’s name", &self.scrutiny_name, text::SHORT)?;
        text::optional("scrutiny_chair", "the scrutiny chair’s name", &self.scrutiny_chair, text::SHORT)?;
        text::optional("scrutiny_terms", "who leads what", &self.scrutiny_terms, text::MEDIUM)
    }

    /// What the committee is called within a sentence.
    pub fn called(&self) -> &str {
        if self.scrutiny_name.trim().is_empty() { "scrutiny" } else { self.scrutiny_name.trim() }
    }

    /// Who leads what, as the page that both chairs agree says it.
    pub fn terms(&self) -> String {
        if !self.scrutiny_terms.trim().is_empty() {
            return self.scrutiny_terms.trim().to_owned();
        }
        match self.scrutiny_split {
            ScrutinySplit::BoardLeads => {
                let mut letters = self.called().chars();
                let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
                format!(
                    "The board leads the work for children in our care and care leavers, and removes what stands in \
                     their way. {}{} holds those who decide to account, in public.",
                    first.unwrap_or_default(),
                    letters.as_str()
                )
            }
            ScrutinySplit::BoardDoesBoth => {
                "The board leads the work for children in our care and care leavers, and \
                                             holds those who decide to account itself."
                    .to_owned()
            }
        }
    }

    /// Nothing goes to scrutiny on a board that does both.
    pub fn takes(&self, dealt_by: DealtBy) -> Checked {
        if self.scrutiny_split == ScrutinySplit::BoardDoesBoth && dealt_by != DealtBy::Board {
            return Err(Refusal::field(
                "dealt_by",
                "This board does both and has no split with scrutiny. Choose this board, or change the split in Settings.",
            ));
        }
        Ok(())
    }
}
