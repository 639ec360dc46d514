//! `import`: fills a new board with exported data.

use pledgeboard_app::transfer;

use crate::{Refused, arguments::Import, open::shown, say};

pub async fn import(asked: Import) -> Result<(), Refused> {
    // A board that is made now has no passphrase yet.
    let key = if asked.on.board.exists() { asked.on.key().await? } else { None };
    transfer::import_data_with(&asked.on.board, key.as_ref(), &asked.data, asked.on.today.clock()).await?;
    say(&format!("Imported into {}", shown(&asked.on.board)))
}
