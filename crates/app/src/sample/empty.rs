//! A board with nothing in it yet but itself and the groups of children that most boards hear.

use std::{fs, path::Path};

use chrono::NaiveDate;
use pledgeboard_domain::{
    AnswerWithin, Board, Standing, WithScrutiny,
    answer_promise::USUAL_WEEKS,
    clear_days::STATUTORY_CLEAR_DAYS,
    numbering::{DEFAULT_ACTIONS, DEFAULT_MINUTES, Scope},
};
use pledgeboard_store::Store;

use super::{ids::id, stamp, themes::default_cohorts};
use crate::{error::Outcome, transfer::Records};

/// Makes an empty board at `path`. Nothing is left there when it cannot be made.
///
/// # Errors
/// When a file is there already, or the disk says no.
pub async fn create_empty(path: &Path, today: NaiveDate) -> Outcome<Store> {
    let store = Store::create(path).await?;
    if let Err(error) = fill(&store, today).await {
        store.close().await;
        // The error that matters is the one that stopped us.
        let _ = fs::remove_file(path);
        return Err(error);
    }
    Ok(store)
}

async fn fill(store: &Store, today: NaiveDate) -> Outcome<()> {
    let mut records = Records { boards: vec![board()], cohorts: default_cohorts(), ..Records::default() };
    let mut write = store.write("start the board", stamp("start", today)).await?;
    write.cannot_be_undone();
    records.insert(&mut write).await?;
    write.commit().await?;
    Ok(())
}

/// The board itself, with the usual settings.
pub(crate) fn board() -> Board {
    Board {
        id: id("board", "empty"),
        version: 1,
        council: "Our council".into(),
        name: "Corporate Parenting Board".into(),
        promises_called: "promises".into(),
        standing: Standing::StatutoryCommittee,
        meets_in_public: true,
        quorum: 3,
        clear_days: STATUTORY_CLEAR_DAYS.into(),
        minute_pattern: DEFAULT_MINUTES.into(),
        minute_scope: Scope::Year,
        action_pattern: DEFAULT_ACTIONS.into(),
        action_scope: Scope::Year,
        champions_required: true,
        contact: String::new(),
        who_to_talk_to: String::new(),
        colour: String::new(),
        logo: String::new(),
        answer_within: AnswerWithin::default(),
        answer_weeks: USUAL_WEEKS,
        with_scrutiny: WithScrutiny::default(),
        meeting_pages: Some(100),
        paper_pages: Some(4),
    }
}
