//! The board's protection: a passphrase set, changed and taken away; whether this computer remembers it; the recovery
//! sheet.

mod change;
mod file;
mod sheet;

use serde::{Deserialize, Serialize};

use crate::{
    App, Nothing,
    command::commands,
    error::{AppError, Outcome},
};

pub use file::relock_file;

use change::{ChangePassphrase, Protect, Unprotect};
use sheet::SaveSheet;

commands! {
    desk "security.show" => show, Nothing => SecurityPage;
    desk "security.protect" => change::protect, Protect => SecurityPage;
    desk "security.change" => change::change, ChangePassphrase => SecurityPage;
    desk "security.unprotect" => change::unprotect, Unprotect => SecurityPage;
    desk "security.remember" => remember, Remember => SecurityPage;
    desk "security.save_sheet" => sheet::save, SaveSheet => SecurityPage;
}

/// What is known of the open board's protection.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SecurityPage {
    pub protected: bool,
    /// This computer has a keychain; without one there is nothing to remember in.
    pub can_remember: bool,
    pub remembered: bool,
    /// The recovery sheet of this passphrase can still be made: it was set since the board was opened.
    pub can_make_sheet: bool,
    /// What did not go with the board, each in one sentence: a backup that could not be protected.
    pub notices: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Remember {
    pub remember: bool,
}

async fn show(app: &App, _: Nothing) -> Outcome<SecurityPage> {
    page(app, vec![]).await
}

async fn page(app: &App, notices: Vec<String>) -> Outcome<SecurityPage> {
    let store = app.context().await?.store;
    let can_remember = app.can_remember().await;
    let protected = store.key().is_some();
    Ok(SecurityPage {
        protected,
        can_remember,
        remembered: protected && can_remember && app.is_remembered(store.lock()).await,
        can_make_sheet: protected && app.recovery.lock().await.as_ref() == store.key(),
        notices,
    })
}

async fn remember(app: &App, request: Remember) -> Outcome<SecurityPage> {
    let store = app.context().await?.store;
    if store.key().is_none() {
        return Err(not_protected());
    }
    if request.remember {
        app.remember(&store).await?;
    } else {
        app.forget(store.lock()).await;
    }
    page(app, vec![]).await
}

fn not_protected() -> AppError {
    pledgeboard_domain::Refusal::rule("This board is not protected.").into()
}
