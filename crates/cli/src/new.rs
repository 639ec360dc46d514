//! `new`: makes a board.

use pledgeboard_app::{Outcome, sample};

use crate::arguments::New;

pub async fn new(asked: New) -> Outcome<()> {
    let today = asked.today.clock().today();
    let store = sample::create_years(&asked.board, today, asked.years).await?;
    store.close().await;
    println!("Made {}", asked.board.display());
    Ok(())
}
