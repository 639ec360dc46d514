//! Errors as people and programs read them: a stable code, one plain sentence, and the field it belongs to.

use pledgeboard_domain::{Code, Refusal, text};
use pledgeboard_store::StoreError;
use serde::Serialize;
use serde_json::Value;
use thiserror::Error;

/// A command was refused, or failed. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize)]
#[error("{message}")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AppError {
    pub code: Code,
    pub message: String,
    /// The request's field beside which the message belongs.
    pub field: Option<String>,
    /// Where the code is "stale": the record as it is on the board now, to be looked at beside what was typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional, type = "Record<string, unknown>"))]
    pub current: Option<Box<Value>>,
}

/// What a command gives back.
pub type Outcome<T> = Result<T, AppError>;

impl AppError {
    /// A fault of ours, which no input should be able to cause.
    pub fn fault(what: impl std::fmt::Display) -> Self {
        Self {
            code: Code::Fault,
            message: format!("Pledgeboard made a mistake and changed nothing ({what})."),
            field: None,
            current: None,
        }
    }

    /// The same words, whatever the request that they quote: nothing in them steers what shows them.
    pub(crate) fn inert(self) -> Self {
        Self { message: text::inert(&self.message).into_owned(), ..self }
    }

    pub fn no_board() -> Self {
        Refusal { code: Code::NoBoard, field: None, message: "No board is open. Open one first.".into() }
            .into()
    }

    /// The refusal of a part, placed in the whole: `within("members.2")` makes the field "members.2.name".
    pub(crate) fn within(self, part: &str) -> Self {
        let field = match self.field {
            Some(field) => format!("{part}.{field}"),
            None => part.into(),
        };
        Self { field: Some(field), ..self }
    }

    /// A request that does not have its shape: an impossible date, a number that is none.
    pub(crate) fn request(error: &serde_path_to_error::Error<serde_json::Error>) -> Self {
        let path = error.path().to_string();
        let inner = error.inner().to_string();
        let dates =
            ["input is out of range", "premature end of input", "invalid characters", "trailing input"];
        let message = if dates.iter().any(|words| inner.contains(words)) {
            "This is not a real date or time. Check it.".into()
        } else if inner.contains("invalid type: floating point") || inner.contains("invalid value: integer") {
            "Enter a whole number.".into()
        } else if inner.contains("UUID parsing failed") {
            // Nothing was chosen from a list that needs a choice.
            "Choose one from the list.".into()
        } else {
            format!("This value cannot be used here: {}.", shortened(&inner))
        };
        Self { code: Code::Invalid, message, field: Some(path).filter(|path| path != "."), current: None }
    }
}

/// What a program sent may stand in the reason, however long it is.
fn shortened(reason: &str) -> String {
    const LONGEST: usize = 120;
    match reason.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", reason.get(..end).unwrap_or_default()),
        None => reason.to_owned(),
    }
}

impl From<Refusal> for AppError {
    fn from(it: Refusal) -> Self {
        Self { code: it.code, message: it.message, field: it.field.map(str::to_owned), current: None }
    }
}

impl From<StoreError> for AppError {
    fn from(it: StoreError) -> Self {
        match it {
            StoreError::Stale { refusal, current } => {
                Self { current: Some(Box::new(current)), ..refusal.into() }
            }
            other => other.into_refusal().into(),
        }
    }
}

impl From<std::io::Error> for AppError {
    fn from(it: std::io::Error) -> Self {
        StoreError::File(it).into()
    }
}
