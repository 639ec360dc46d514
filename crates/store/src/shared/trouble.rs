//! What can go wrong with a server, and the sentence for it. Codes: PostgreSQL, appendix A, SQLSTATE.

use pledgeboard_domain::{Code, Refusal};
use sqlx::{Error, postgres::PgDatabaseError};

use crate::error::NOT_THEIRS;

fn storage(message: impl Into<String>) -> Refusal {
    Refusal { code: Code::Storage, field: None, message: message.into() }
}

/// The connection is gone, whatever was asked.
pub(super) fn is_of_the_connection(error: &Error) -> bool {
    match error {
        Error::Io(_) | Error::Protocol(_) | Error::WorkerCrashed => true,
        Error::Database(error) => {
            let code = error.code().unwrap_or_default();
            // Connection exceptions; the server is being stopped, or was killed, or is starting.
            code.starts_with("08") || matches!(&*code, "57P01" | "57P02" | "57P03")
        }
        _ => false,
    }
}

/// Why a shared board could not be opened.
pub(super) fn of_opening(error: Error) -> Refusal {
    let beside = |field: &'static str, message: &str| Refusal { field: Some(field), ..storage(message) };
    match &error {
        Error::Tls(cause) => beside(
            "address",
            &format!(
                "The server’s certificate was not accepted, so nothing was sent to it ({cause}). Choose the council’s CA certificate, or ask IT."
            ),
        ),
        Error::Configuration(cause) => beside("address", &format!("This address cannot be used ({cause}).")),
        Error::Io(cause) if cause.kind() == std::io::ErrorKind::NotFound => {
            beside("address", "The certificate file that the address names is not there.")
        }
        Error::Io(_) | Error::PoolTimedOut => beside(
            "address",
            "The board’s server does not answer. Check the address and the network (or the VPN), and try again.",
        ),
        Error::Database(database) => match database.code().as_deref() {
            Some("28P01") => Refusal {
                code: Code::Locked,
                field: Some("passphrase"),
                message: "That name or password is not right. Try again.".into(),
            },
            Some("28000") => beside(
                "address",
                "The server does not let you in from here under that name. Ask whoever looks after it.",
            ),
            Some("3D000") => beside("address", "There is no database of that name on the server."),
            Some("42501") => beside("address", "You may not use that database. Ask whoever looks after it."),
            Some("53300") => storage("Too many people are connected to the server. Try again in a moment."),
            Some("57P03") => storage("The server is starting. Try again in a moment."),
            _ => explain(&error).unwrap_or_else(|| storage(format!("The server refused ({error})."))),
        },
        _ => storage(format!("The shared board could not be opened ({error}).")),
    }
}

/// Why the server did not do what was asked; none where it is an error of a file.
pub(crate) fn explain(error: &Error) -> Option<Refusal> {
    if let Error::Database(database) = error
        && let Some(database) = database.try_downcast_ref::<PgDatabaseError>()
    {
        return Some(match database.code() {
            "42501" => Refusal::rule(NOT_THEIRS),
            "55P03" | "57014" => {
                storage("Somebody else is saving to this board. Nothing was changed; try again in a moment.")
            }
            "25006" => storage(
                "The server lets this board only be read just now, so nothing was changed. Try again in a moment.",
            ),
            "53100" => storage(
                "The server’s disk is full, so the last change was not saved. Tell whoever looks after it.",
            ),
            code if code.starts_with("08") || code.starts_with("57P") => gone(),
            _ => return None,
        });
    }
    match error {
        Error::Io(_) | Error::Protocol(_) | Error::Tls(_) => Some(gone()),
        _ => None,
    }
}

pub(super) fn gone() -> Refusal {
    storage(
        "The board’s server does not answer, so the last change may not be saved. What you are typing stays here; try again when the network is back.",
    )
}
