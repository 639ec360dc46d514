//! `export`: documents as PDF, the whole board as data.

use pledgeboard_app::transfer;

use crate::{
    Refused,
    arguments::{Export, ExportData},
    say,
};

pub async fn export(asked: Export) -> Result<(), Refused> {
    match asked {
        Export::Data(it) => data(it).await,
    }
}

async fn data(asked: ExportData) -> Result<(), Refused> {
    let cx = transfer::open(&asked.on.board, asked.on.today.clock()).await?;
    transfer::export_data(&cx, &asked.out).await?;
    cx.store.close().await;
    say(&format!("Wrote {}", asked.out.display()))
}
