//! The board's own record, with its logo as a picture.

use pledgeboard_domain::Board;
use serde::Serialize;

use super::{
    logo,
    numbering::{Examples, NumberingWish, examples_of},
};
use crate::{command::Nothing, context::Context, error::Outcome};

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SettingsPage {
    pub board: Board,
    pub examples: Examples,
    /// The logo as a `data:` address; none without one.
    pub logo: Option<String>,
}

pub(super) async fn show(cx: &Context, _: Nothing) -> Outcome<SettingsPage> {
    let mut read = cx.read().await?;
    let board = read.board().await?;
    let logo = match board.logo.as_str() {
        "" => None,
        hash => read.file(hash).await?.map(|bytes| logo::as_address(&bytes)),
    };
    let wish = NumberingWish {
        minute_pattern: board.minute_pattern.clone(),
        minute_scope: board.minute_scope,
        action_pattern: board.action_pattern.clone(),
        action_scope: board.action_scope,
    };
    let examples = examples_of(&mut read, cx.today(), &wish).await?;
    Ok(SettingsPage { board, examples, logo })
}
