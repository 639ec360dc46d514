//! Why a change is refused: one plain sentence, the field it belongs to, and a stable code.

use thiserror::Error;

/// A rule said no. Nothing was changed.
///
/// `message` says what is wrong and what to do, in one plain sentence; `field` names the request's field
/// so that a screen can show it there.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct Refusal {
    pub code: Code,
    pub field: Option<&'static str>,
    pub message: String,
}

crate::text_enum! {
    /// Codes are for programs; a new one only where a screen or a script acts on it.
    Code {
        Invalid = "invalid" => "not valid",
        NotFound = "not_found" => "not found",
        /// The record has changed since it was read.
        Stale = "stale" => "changed by someone else",
        /// A rule of the board or the law forbids it in this state.
        Rule = "rule" => "against a rule",
        Duplicate = "duplicate" => "already there",
        /// The file, the disk or the database said no.
        Storage = "storage" => "storage",
        /// A board's file is no longer sound: an older copy, or what can be saved of it, is what is left.
        Damaged = "damaged" => "damaged",
        /// A protected board wants its passphrase, or another one.
        Locked = "locked" => "locked",
        /// No board is open.
        NoBoard = "no_board" => "no board is open",
        /// Somebody stopped it before it was done.
        Stopped = "stopped" => "stopped",
        /// A fault of ours.
        Fault = "fault" => "fault",
    }
}

impl Refusal {
    /// The value of `field` cannot be accepted.
    pub fn field(field: &'static str, message: impl Into<String>) -> Self {
        Self { code: Code::Invalid, field: Some(field), message: message.into() }
    }

    /// A rule forbids the change as a whole.
    pub fn rule(message: impl Into<String>) -> Self {
        Self { code: Code::Rule, field: None, message: message.into() }
    }

    /// What was asked for is not in the board.
    pub fn not_found(what: &str) -> Self {
        Self {
            code: Code::NotFound,
            field: None,
            message: format!("This {what} is not in the board. It may have been removed."),
        }
    }
}

/// The outcome of a check.
pub type Checked<T = ()> = Result<T, Refusal>;
