//! Cohorts: children told apart as broadly as they may be written down (domain rule 6). A child may be in several.

use serde::{Deserialize, Serialize};

use crate::{id::CohortId, refusal::Checked, text};

/// An editable cohort, with how those in it prefer to be heard and told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Cohort {
    pub id: CohortId,
    pub version: i64,
    pub name: String,
    pub heard_by: String,
    pub told_by: String,
    pub position: i64,
    /// Ages whose every child is in it: whoever of them was heard, this cohort was.
    #[serde(default)]
    pub age_bands: Vec<AgeBand>,
}

impl Cohort {
    pub fn check(&self) -> Checked {
        text::required("name", "the cohort's name", &self.name, text::SHORT)?;
        text::optional("heard_by", "how they prefer to be heard", &self.heard_by, text::MEDIUM)?;
        text::optional("told_by", "how they prefer to be told", &self.told_by, text::MEDIUM)
    }
}

crate::text_enum! {
    AgeBand {
        Under5 = "under_5" => "under 5",
        From5To10 = "5_to_10" => "5 to 10",
        From11To15 = "11_to_15" => "11 to 15",
        From16To17 = "16_to_17" => "16 and 17",
        From18To25 = "18_to_25" => "18 to 25",
    }
}
