//! The away file, `*.pledge-event`: one event as JSON, with what somebody needs to fill it in far from the board.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    cohort::AgeBand,
    event::{Came, EventKind, Verdict},
    id::{BoardId, CohortId, EventId, PersonId, PromiseId, RealityCheckId, ThemeId, VoiceId},
    refusal::{Checked, Code, Refusal},
    voice::Share,
};

/// What the first field of the file says.
pub const FORMAT: &str = "pledgeboard-event";
/// Counts up when the shape changes; older ones stay readable.
pub const SCHEMA: i64 = 1;

/// A whole away file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AwayFile {
    pub format: String,
    pub schema: i64,
    /// The form's number, as the board knows it.
    pub number: String,
    pub made_on: NaiveDate,
    pub board: AwayBoard,
    /// The Link Champion whom the file is for.
    pub person: Option<AwayPerson>,
    pub themes: Vec<AwayTheme>,
    pub cohorts: Vec<AwayCohort>,
    pub promises: Vec<AwayPromise>,
    pub event: AwayFacts,
    pub voices: Vec<AwayVoice>,
    pub reality_checks: Vec<AwayCheck>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AwayBoard {
    pub id: BoardId,
    pub council: String,
    pub name: String,
    /// Adults on the board, whose names are noticed as they are typed.
    pub names: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AwayPerson {
    pub id: PersonId,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AwayTheme {
    pub id: ThemeId,
    pub name: String,
    /// Words that make the app guess this theme.
    pub keywords: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AwayCohort {
    pub id: CohortId,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AwayPromise {
    pub id: PromiseId,
    pub name: String,
}

/// What was written down, in a file or in an e-mail form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AwayEvent {
    pub event: AwayFacts,
    pub voices: Vec<AwayVoice>,
    pub reality_checks: Vec<AwayCheck>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AwayFacts {
    pub id: EventId,
    pub title: String,
    pub theme_id: ThemeId,
    /// None until somebody says which day it was.
    pub date: Option<NaiveDate>,
    pub place: String,
    pub kind: EventKind,
    pub came: Vec<Came>,
    pub came_total: Option<u32>,
    pub what_happened: String,
    pub take_to_board: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AwayVoice {
    pub id: VoiceId,
    pub words: String,
    pub is_quote: bool,
    pub theme_id: ThemeId,
    pub cohort_id: Option<CohortId>,
    pub age_band: Option<AgeBand>,
    pub share: Share,
    pub sensitive: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AwayCheck {
    pub id: RealityCheckId,
    pub claim: String,
    pub stands_in: String,
    pub promise_id: Option<PromiseId>,
    pub verdict: Verdict,
    pub seen: String,
}

impl AwayEvent {
    /// An event of which nothing is known yet.
    #[must_use]
    pub fn empty(id: EventId, theme_id: ThemeId) -> Self {
        let event = AwayFacts {
            id,
            title: String::new(),
            theme_id,
            date: None,
            place: String::new(),
            kind: EventKind::Activity,
            came: vec![],
            came_total: None,
            what_happened: String::new(),
            take_to_board: String::new(),
        };
        Self { event, voices: vec![], reality_checks: vec![] }
    }
}

/// A digest of one part, to know later whether it still says the same.
#[must_use]
pub fn digest(part: &impl Serialize) -> Uuid {
    let text = serde_json::to_vec(part).unwrap_or_default();
    Uuid::new_v5(&Uuid::NAMESPACE_OID, &text)
}

/// What is looked at before the rest: another format or a newer schema may look different in every other way.
#[derive(Deserialize)]
struct Head {
    format: Option<String>,
    schema: Option<i64>,
}

const NO_AWAY_FILE: &str =
    "This is no event that was logged away from a board. Choose a file that ends in .pledge-event.";
const DAMAGED: &str = "Ask whoever sent it to send it again; nothing was changed.";

impl AwayFile {
    /// Reads a file's text.
    ///
    /// # Errors
    /// One sentence: the file is damaged, is something else, or comes from a newer version.
    pub fn read(text: &str) -> Checked<Self> {
        let text = text.trim_start_matches('\u{feff}');
        let head: Head = serde_json::from_str(text).map_err(|error| unreadable(&error))?;
        if head.format.as_deref() != Some(FORMAT) {
            return Err(refused(NO_AWAY_FILE));
        }
        match head.schema {
            Some(newer) if newer > SCHEMA => {
                return Err(refused(
                    "This event was logged with a newer version of Pledgeboard. Install that version to import it.",
                ));
            }
            Some(1..) => {}
            _ => return Err(refused(NO_AWAY_FILE)),
        }
        let file: Self = serde_json::from_str(text).map_err(|error| unreadable(&error))?;
        file.sound()?;
        Ok(file)
    }

    /// What was written down in it.
    #[must_use]
    pub fn said(&self) -> AwayEvent {
        AwayEvent {
            event: self.event.clone(),
            voices: self.voices.clone(),
            reality_checks: self.reality_checks.clone(),
        }
    }

    /// The file's text, one field to a line.
    ///
    /// # Errors
    /// Never for a file that was read or made here.
    pub fn write(&self) -> Checked<String> {
        let text = serde_json::to_string_pretty(self).map_err(|error| refused(&error.to_string()))?;
        Ok(text + "\n")
    }

    /// No id stands for two parts, and what was heard belongs to a theme that the file knows.
    fn sound(&self) -> Checked {
        let mut ids: Vec<Uuid> = vec![self.event.id.into()];
        ids.extend(self.voices.iter().map(|it| Uuid::from(it.id)));
        ids.extend(self.reality_checks.iter().map(|it| Uuid::from(it.id)));
        let parts = ids.len();
        ids.sort_unstable();
        ids.dedup();
        let known = |id: ThemeId| self.themes.iter().any(|theme| theme.id == id);
        let themes_known = known(self.event.theme_id) && self.voices.iter().all(|it| known(it.theme_id));
        if ids.len() == parts && themes_known {
            return Ok(());
        }
        Err(refused(&format!("This file is damaged: its parts do not fit together. {DAMAGED}")))
    }
}

fn unreadable(error: &serde_json::Error) -> Refusal {
    use serde_json::error::Category;
    match error.classify() {
        Category::Eof => {
            refused(&format!("This file is damaged: it ends too soon, at line {}. {DAMAGED}", error.line()))
        }
        Category::Syntax if error.line() <= 1 && error.column() <= 1 => refused(NO_AWAY_FILE),
        _ => refused(&format!("This file is damaged: line {} cannot be read. {DAMAGED}", error.line())),
    }
}

fn refused(message: &str) -> Refusal {
    Refusal { code: Code::Invalid, field: Some("file"), message: message.into() }
}
