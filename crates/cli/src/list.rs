//! `list`: rows for scripts, or a table to read.

use pledgeboard_app::{
    AppError,
    transfer::{self, list::List as What},
};

use crate::{
    Refused,
    arguments::{List, ListFormat, Listed},
    say, table,
};

pub async fn list(asked: List) -> Result<(), Refused> {
    let what = match asked.what {
        Listed::Meetings => What::Meetings,
        Listed::Voices => What::Voices,
        Listed::Promises => What::Promises,
        Listed::Actions => What::Actions,
        Listed::Groups => What::Groups,
        Listed::Requests => What::Requests,
        Listed::Channels => What::Channels,
        Listed::People => What::People { all: asked.all },
        Listed::Topics => What::Topics,
    };
    let cx = asked.on.open().await?;
    let rows = transfer::list::list(&cx, what).await?;
    cx.store.close().await;
    match asked.format {
        ListFormat::Json => {
            let text = serde_json::to_string_pretty(&rows).map_err(AppError::fault)?;
            say(&text)
        }
        ListFormat::Text => say(&table::aligned(&rows, what.main_fields())),
    }
}
