//! A story at the real app, told again where not the app but the way to it broke.

use std::path::Path;

use anyhow::Result;
use fantoccini::error::{CmdError, NewSessionError};

/// The web view's driver drops a connection now and then, whatever the app does.
const TELLINGS: usize = 3;

/// Tells a story in an empty home of its own. It is told from its beginning once more when the driver dropped the
/// connection; whatever the app itself shows or does not show counts at once.
pub async fn tell(story: impl AsyncFn(&Path) -> Result<()>) -> Result<()> {
    let mut telling = 1;
    loop {
        let home = tempfile::tempdir()?;
        match story(home.path()).await {
            Err(error) if telling < TELLINGS && driver_was_lost(&error) => {
                eprintln!("The driver dropped the connection ({error:#}): telling it again");
                telling += 1;
            }
            told => return told,
        }
    }
}

fn driver_was_lost(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.is::<NewSessionError>()
            || cause.downcast_ref::<CmdError>().is_some_and(|it| {
                matches!(it, CmdError::Failed(_) | CmdError::FailedC(_) | CmdError::Lost(_))
            })
    })
}
