//! `check`: is a board sound?

use pledgeboard_app::transfer;

use crate::{Refused, arguments::Check, say};

pub async fn check(asked: Check) -> Result<(), Refused> {
    let cx = asked.on.open().await?;
    let found = transfer::check(&cx).await?;
    cx.store.close().await;
    if found.is_empty() {
        return say("Sound: nothing is wrong with this board.");
    }
    say(&found.join("\n"))?;
    let how_many = match found.len() {
        1 => "One thing is".to_owned(),
        n => format!("{n} things are"),
    };
    Err(Refused(format!("{how_many} wrong with this board.")))
}
