//! When backups are made by themselves: when a board is opened, once a day, before an import, after a meeting; and,
//! where a board is opened, before a new version changes it.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use pledgeboard_domain::BackupReason;
use pledgeboard_store::Store;
use tokio::task::JoinHandle;

use super::Shelf;
use crate::{
    App,
    command::{Command, Effect},
    error::Outcome,
};

/// Commands before which the board is backed up.
pub(crate) const BEFORE: &[(&str, BackupReason)] = &[("away.import", BackupReason::Import)];
/// Commands after which it is, once they were not refused.
pub(crate) const AFTER: &[(&str, BackupReason)] = &[("evening.end", BackupReason::Meeting)];

const A_DAY: TimeDelta = TimeDelta::hours(24);

/// What the app knows of its backups between commands.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    /// When the open board was last backed up, or opened.
    last: Mutex<Option<DateTime<Utc>>>,
    /// Why the last one did not go as it should; none when it did.
    notice: Mutex<Option<String>>,
    /// The one that is being made while people work.
    running: Mutex<Option<JoinHandle<()>>>,
    /// One at a time.
    turn: Arc<tokio::sync::Mutex<()>>,
}

impl Watch {
    pub fn notice(&self) -> Option<String> {
        self.notice.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn note(&self, notice: Option<String>) {
        *self.notice.lock().unwrap_or_else(PoisonError::into_inner) = notice;
    }

    pub fn looked(&self, now: DateTime<Utc>) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(now);
    }

    /// A clock that was set back begins a new day too.
    fn is_a_day_ago(&self, now: DateTime<Utc>) -> bool {
        let last = *self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.is_none_or(|last| (now - last).abs() >= A_DAY)
    }
}

impl App {
    pub(crate) async fn back_up_before(&self, command: &Command) {
        if let Some(reason) = reason(BEFORE, command)
            && let Some(cx) = self.in_file().await
        {
            // That it failed is said in the settings; what the person asked for can be undone by itself.
            let _ = self.back_up(&cx.store, reason).await;
        }
    }

    pub(crate) async fn back_up_after(&self, command: &Command) {
        let daily = command.effect == Effect::Write && self.backups.is_a_day_ago(self.clock.now());
        let reason = reason(AFTER, command).or(daily.then_some(BackupReason::Daily));
        if let Some(reason) = reason
            && let Some(cx) = self.in_file().await
        {
            self.back_up_in_background(cx.store, reason).await;
        }
    }

    /// The open board, where it is a file: who looks after a server keeps its backups.
    async fn in_file(&self) -> Option<crate::Context> {
        self.context().await.ok().filter(|cx| !cx.store.is_shared())
    }

    /// Backs up now, and remembers what went wrong.
    pub(crate) async fn back_up(&self, store: &Store, reason: BackupReason) -> Outcome<super::Kept> {
        self.backups.looked(self.clock.now());
        let shelf = self.shelf(store.path()).await;
        let _turn = self.backups.turn.lock().await;
        let kept = shelf.keep(store, reason, self.clock).await;
        self.backups.note(match &kept {
            Ok(kept) => kept.notice.clone(),
            Err(error) => Some(not_made(&error.message)),
        });
        kept
    }

    /// While people work, and only when the board says anything new.
    pub(crate) async fn back_up_in_background(&self, store: Store, reason: BackupReason) {
        self.backups.looked(self.clock.now());
        let (shelf, clock, watch) = (self.shelf(store.path()).await, self.clock, self.backups.clone());
        let running = tokio::spawn(async move {
            let _turn = watch.turn.lock().await;
            let open = match store.key() {
                Some(key) => shelf.protect(key).await,
                None => None,
            };
            let made = if_new(&shelf, &store, reason, clock).await;
            watch.note(made.unwrap_or_else(|error| Some(not_made(&error.message))).or(open));
        });
        *self.backups.running.lock().unwrap_or_else(PoisonError::into_inner) = Some(running);
    }

    /// While this is held, no backup is made.
    pub(crate) async fn no_backup_meanwhile(&self) -> tokio::sync::OwnedMutexGuard<()> {
        let running = self.backups.running.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(running) = running {
            // One that was only begun wants its turn first; what went wrong in it is noted by itself.
            let _ = running.await;
        }
        self.backups.turn.clone().lock_owned().await
    }

    /// Waits until no backup is being made; not for ever, for a large board takes a while.
    pub(crate) async fn backups_are_done(&self) {
        let _ = tokio::time::timeout(Duration::from_secs(3), self.no_backup_meanwhile()).await;
    }
}

async fn if_new(
    shelf: &Shelf,
    store: &Store,
    reason: BackupReason,
    clock: crate::Clock,
) -> Outcome<Option<String>> {
    if !shelf.lacks(store, clock.now()).await? {
        return Ok(None);
    }
    Ok(shelf.keep(store, reason, clock).await?.notice)
}

fn not_made(why: &str) -> String {
    format!("The last backup was not made: {why}")
}

fn reason(list: &[(&str, BackupReason)], command: &Command) -> Option<BackupReason> {
    list.iter().find(|(name, _)| *name == command.name).map(|(_, reason)| *reason)
}
