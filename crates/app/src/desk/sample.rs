//! The sample board: a believable year of Anytown's board, made afresh each time it is opened from the first screen.

use super::{Desk, show};
use crate::{App, Nothing, error::Outcome, sample};

pub(crate) async fn sample(app: &App, _: Nothing) -> Outcome<Desk> {
    let path = app.free_place("anytown-sample")?;
    let store = sample::create(&path, app.clock.today()).await?;
    app.use_store(store).await?;
    show(app, Nothing {}).await
}
