//! How long the board keeps what it holds about people: the rules, what is past its years, and letting it go.

mod find;
mod keep;

use chrono::NaiveDate;
use pledgeboard_domain::{Removal, RetentionKind, RetentionRule};
use pledgeboard_store::Going;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    App,
    backups::Shelf,
    command::{Nothing, commands},
    context::{Context, Written},
    error::Outcome,
    removal::{Removed, carry_out},
};

pub use find::find;
pub use keep::{KeepRules, WantedRule, keep};

commands! {
    read "retention.show" => show, Nothing => RetentionPage;
    read "retention.past" => past, Nothing => u32;
    write "retention.keep" => keep, KeepRules => Nothing;
    beyond "retention.let_go" => let_go, LetGo => LetGone;
}

/// The rules, and what is due by them.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RetentionPage {
    pub kinds: Vec<KindKept>,
}

/// A kind of what the board holds, and how long.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KindKept {
    pub kind: RetentionKind,
    /// "what children and young people said".
    pub called: String,
    /// "The years count from the day on which it was heard."
    pub counts: String,
    /// What stays when the rest goes.
    pub stays: String,
    /// None: it is kept without limit.
    pub rule: Option<RetentionRule>,
    /// How many may go now.
    pub due: u32,
    /// How many are past their years and wait.
    pub held: u32,
    /// The oldest that may go, as many as somebody reads at once, and then the oldest that wait.
    pub lines: Vec<KeptLine>,
}

/// One thing that is past its years.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KeptLine {
    pub record: Uuid,
    pub called: String,
    pub since: NaiveDate,
    /// Why it waits; none when it may go.
    pub held: Option<String>,
}

/// What somebody looked through and lets go.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LetGo {
    pub kind: RetentionKind,
    pub records: Vec<Uuid>,
}

/// What went.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LetGone {
    pub gone: u32,
    /// Backups that may still hold it, each in one sentence.
    pub notices: Vec<String>,
}

/// As many as somebody reads before they say that all of it may go.
const AT_ONCE: usize = 200;

/// How many things may go now. Home asks apart: it has to look through all that the rules are about.
async fn past(cx: &Context, _: Nothing) -> Outcome<u32> {
    let mut read = cx.read().await?;
    let rules = read.all::<RetentionRule>().await?;
    let all = find(&mut read, &rules, cx.today()).await?;
    Ok(count(all.iter().filter(|it| it.held.is_none()).count()))
}

async fn show(cx: &Context, _: Nothing) -> Outcome<RetentionPage> {
    let mut read = cx.read().await?;
    let rules = read.all::<RetentionRule>().await?;
    let all = find(&mut read, &rules, cx.today()).await?;
    let kinds = RetentionKind::ALL.iter().map(|&kind| {
        let (held, due): (Vec<_>, Vec<_>) =
            all.iter().filter(|it| it.kind == kind).partition(|it| it.held.is_some());
        KindKept {
            kind,
            called: kind.words().into(),
            counts: format!("The years count from {}.", kind.counts_from()),
            stays: kind.stays().into(),
            rule: rules.iter().find(|it| it.kind == kind).cloned(),
            due: count(due.len()),
            held: count(held.len()),
            // However many wait, those that may go are seen.
            lines: due
                .into_iter()
                .take(AT_ONCE)
                .chain(held.into_iter().take(AT_ONCE))
                .map(find::line)
                .collect(),
        }
    });
    Ok(RetentionPage { kinds: kinds.collect() })
}

/// Takes what is past its years out of the open board and its backups. Nobody can undo it.
async fn let_go(app: &App, request: LetGo) -> Outcome<Written<LetGone>> {
    let cx = app.context().await?;
    let shelf = app.shelf(cx.store.path()).await;
    let _turn = app.no_backup_meanwhile().await;
    from_board_and(&shelf, &cx, request).await
}

/// The same for a board and the backups on a shelf.
///
/// # Errors
/// When one of the records is not past its years by the rules as they are now, or has to wait: then nothing is changed.
pub async fn from_board_and(shelf: &Shelf, cx: &Context, request: LetGo) -> Outcome<Written<LetGone>> {
    let (rule, places) = keep::may_go(cx, &request).await?;
    let removal = Removal {
        id: cx.new_id(),
        version: 0,
        on: cx.today(),
        person_id: cx.person,
        why: rule.why(),
        places: vec![],
    };
    removal.check()?;
    let Written { result: Removed { notices, .. }, changed, entry, can_undo } =
        carry_out(shelf, cx, Going::Fields(&places), &removal).await?;
    Ok(Written { result: LetGone { gone: count(places.len()), notices }, changed, entry, can_undo })
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
