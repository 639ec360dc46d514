//! `import`: fills a new board with exported data.

use pledgeboard_app::transfer;

use crate::{Refused, arguments::Import, say};

pub async fn import(asked: Import) -> Result<(), Refused> {
    transfer::import_data(&asked.on.board, &asked.data, asked.on.today.clock()).await?;
    say(&format!("Imported into {}", asked.on.board.display()))
}
