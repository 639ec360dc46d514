//! `move`: a board from a file to a server, or back.

use pledgeboard_app::transfer;

use crate::{Refused, arguments::Move, open::shown, say};

pub async fn move_board(asked: Move) -> Result<(), Refused> {
    let key = asked.passphrase.key(&asked.from).await?;
    let clock = asked.today.clock();
    let moved =
        transfer::move_board(&asked.from, key.as_ref(), &asked.to, clock, |said| eprintln!("{said}")).await?;
    say(&format!(
        "Moved: {} records, {} changes of the history and {} papers, the same in both places. {} is as it was.",
        moved.records,
        moved.entries,
        moved.files,
        shown(&asked.from)
    ))
}
