//! `new`: makes a board.

use pledgeboard_app::sample;

use crate::{Refused, arguments::New, open::shown, say};

pub async fn new(asked: New) -> Result<(), Refused> {
    let today = asked.today.clock().today();
    let store = if asked.sample {
        sample::create_years(&asked.board, today, asked.years).await?
    } else {
        sample::create_empty(&asked.board, today).await?
    };
    store.close().await;
    say(&format!("Made {}", shown(&asked.board)))
}
