//! Events logged away from the board: forms that go out, and what comes back. `AWAY.md` describes the file.

mod desk;
mod import;
mod look;
mod make;
mod source;

use pledgeboard_domain::id::EventId;
use serde::{Deserialize, Serialize};

use crate::command::{Nothing, commands};

pub use desk::{AwayDesk, KeepAway, LookAway, OpenAway};
pub use import::{ImportAway, ImportDone, import};
pub use look::{AwayLook, LookedPart, look};
pub use make::{AwayLine, MadeForm, MakeForm, ShowForm, make};
pub use source::AwaySource;

commands! {
    read "away.list" => make::list, Nothing => Vec<AwayLine>;
    read "away.show" => make::show, ShowForm => MadeForm;
    read "away.look" => look::look, AwaySource => AwayLook;
    write "away.make" => make::make, MakeForm => MadeForm;
    write "away.import" => import::import, ImportAway => ImportDone;
    desk "away.open" => desk::open, OpenAway => AwayDesk;
    desk "away.keep" => desk::keep, KeepAway => Nothing;
    desk "away.words" => desk::words, LookAway => crate::voices::LookedAt;
}

/// The event that a form became.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct BecameEvent {
    pub id: EventId,
    pub title: String,
}
