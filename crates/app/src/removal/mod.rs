//! Removing words for good (rule 10): found first, everywhere, and then taken out by whoever says why.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use pledgeboard_domain::{
    Paper, Person, Refusal, Removal,
    id::{PaperId, RemovalId},
    removal::Words,
};
use pledgeboard_store::{Going, Reading};
use serde::{Deserialize, Serialize};

use crate::{
    App,
    backups::Shelf,
    command::{Nothing, commands},
    context::{Context, Written},
    error::Outcome,
};

mod papers;

pub use papers::PaperHolding;
pub(crate) use papers::holding as papers_holding;

commands! {
    read "removal.list" => list, Nothing => Vec<RemovalLine>;
    read "removal.find" => find, FindWords => Holding;
    beyond "removal.remove" => remove, RemoveWords => Removed;
}

/// The words are sent, looked for, and kept nowhere.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FindWords {
    pub words: String,
}

/// Where words stand on the board.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Holding {
    pub kinds: Vec<KindHolding>,
    /// Papers whose own text holds them, or may.
    pub papers: Vec<PaperHolding>,
}

/// How many records of a kind hold them.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KindHolding {
    /// "voice", "agenda item".
    pub called: String,
    /// Records that hold them now.
    pub records: u32,
    /// Changes in the history that do.
    pub changes: u32,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveWords {
    pub words: String,
    pub why: String,
    /// Papers whose files go with them.
    #[serde(default)]
    pub papers: Vec<PaperId>,
}

/// It is gone from the board.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Removed {
    pub id: RemovalId,
    /// Backups that may still hold what was removed, each in one sentence.
    pub notices: Vec<String>,
}

/// A removal, as the history of removals reads it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemovalLine {
    pub id: RemovalId,
    pub on: NaiveDate,
    /// Who removed it; "Pledgeboard" when nobody was chosen yet.
    pub by: String,
    pub why: String,
    /// From how many records, papers and all.
    pub records: u32,
}

const NOT_WIPED: &str = "What was removed is gone from everything that Pledgeboard reads. The board’s file could not be rewritten \
    now, and may hold it in its unused parts until the board is opened the next time: the disk is full, or another \
    program is using the board. Free some space, close the board everywhere and open it again.";

async fn list(cx: &Context, _: Nothing) -> Outcome<Vec<RemovalLine>> {
    let mut read = cx.read().await?;
    let people = read.all::<Person>().await?;
    let mut removals = read.all::<Removal>().await?;
    removals.reverse();
    Ok(removals
        .into_iter()
        .map(|it| RemovalLine {
            by: it
                .person_id
                .and_then(|id| people.iter().find(|person| person.id == id))
                .map_or_else(|| "Pledgeboard".into(), Person::printed_name),
            records: count(it.places.len()),
            id: it.id,
            on: it.on,
            why: it.why,
        })
        .collect())
}

/// Says where the words stand, and changes nothing.
pub async fn find(cx: &Context, request: FindWords) -> Outcome<Holding> {
    let words = Words::parse(&request.words)?;
    let mut read = cx.read().await?;
    let mut kinds: BTreeMap<String, KindHolding> = BTreeMap::new();
    for found in read.holding(&words).await? {
        let called = found.called();
        let kind = kinds.entry(called.to_owned()).or_insert_with(|| KindHolding {
            called: called.to_owned(),
            records: 0,
            changes: 0,
        });
        kind.records += u32::from(!found.fields.is_empty());
        kind.changes += found.changes;
    }
    let papers = papers::holding(&mut read, words).await?;
    Ok(Holding { kinds: kinds.into_values().collect(), papers })
}

/// Takes the words out of the open board and its backups. Nobody can undo it.
async fn remove(app: &App, request: RemoveWords) -> Outcome<Written<Removed>> {
    let cx = app.context().await?;
    let shelf = app.shelf(cx.store.path()).await;
    let _turn = app.no_backup_meanwhile().await;
    from_board_and(&shelf, &cx, request).await
}

/// The same for a board and the backups on a shelf.
///
/// # Errors
/// When the words are too short, stand nowhere, or no reason is given: then nothing is changed.
pub async fn from_board_and(shelf: &Shelf, cx: &Context, request: RemoveWords) -> Outcome<Written<Removed>> {
    let words = Words::parse(&request.words)?;
    let removal = Removal {
        id: cx.new_id(),
        version: 0,
        on: cx.today(),
        person_id: cx.person,
        why: request.why.trim().into(),
        places: vec![],
    };
    removal.check()?;
    if words.stand_in(&removal.why) {
        let message = "Say why without the words themselves: the reason stays on the board.";
        return Err(Refusal::field("why", message).into());
    }
    let papers = files(&mut cx.read().await?, &request.papers).await?;
    carry_out(shelf, cx, Going::Words { words: &words, papers: &papers }, &removal).await
}

/// Removes from a board and the backups on a shelf what is to go.
///
/// # Errors
/// When there is nothing of it on the board: then nothing is changed.
pub(crate) async fn carry_out(
    shelf: &Shelf,
    cx: &Context,
    going: Going<'_>,
    removal: &Removal,
) -> Outcome<Written<Removed>> {
    let begin = || cx.store.begin_removal(going, removal.clone(), cx.stamp());
    // Nothing can be refused after this. The backups go first: as long as the board has it, whoever was stopped halfway
    // finds it and begins again.
    drop(begin().await?);
    let mut notices = shelf.remove_for_good(going, removal, cx).await;
    let done = begin().await?.commit().await?;
    if cx.store.wipe().await.is_err() {
        notices.push(NOT_WIPED.into());
    }
    Ok(Written {
        result: Removed { id: removal.id, notices },
        changed: done.kinds.into_iter().map(str::to_owned).collect(),
        entry: done.entry,
        can_undo: done.can_undo,
    })
}

async fn files(read: &mut Reading, papers: &[PaperId]) -> Outcome<Vec<(uuid::Uuid, String)>> {
    let mut files = vec![];
    for id in papers {
        let paper = read.one::<Paper>(*id).await?;
        files.push((paper.id.into(), paper.hash));
    }
    Ok(files)
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
