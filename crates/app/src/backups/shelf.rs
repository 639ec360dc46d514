//! Where a board's backups lie: in a folder beside the board, and perhaps in a second one elsewhere.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use pledgeboard_domain::{BackupName, BackupReason, Code, Keeping, Removal, wording};
use pledgeboard_store::{Going, Key, Lock, Store, StoreError};

use crate::{
    clock::Clock,
    context::Context,
    device::write_beside,
    error::{AppError, Outcome},
};

/// How long the second folder may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A backup that is still half written after this belongs to a program that was killed.
const AN_HOUR: Duration = Duration::from_secs(3600);

/// The backups of one board.
#[derive(Debug, Clone)]
pub struct Shelf {
    folder: PathBuf,
    /// Chosen by the person: another disk, a network share.
    second: Option<PathBuf>,
    /// None lets nothing go.
    keeping: Option<Keeping>,
}

/// One backup's file.
#[derive(Debug, Clone)]
pub struct Backup {
    pub path: PathBuf,
    pub name: BackupName,
    pub bytes: u64,
}

/// A backup that was made, and what did not go as it should: the second folder was not there.
#[derive(Debug)]
pub struct Kept {
    pub path: PathBuf,
    pub notice: Option<String>,
}

impl Shelf {
    /// "anytown backups" beside anytown.pledgeboard, where everything is kept.
    pub fn beside(board: &Path) -> Self {
        Self::in_folder(&board.with_file_name(called(board)))
    }

    /// Any folder, where everything is kept.
    pub fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.into(), second: None, keeping: None }
    }

    /// With what was chosen on this computer.
    pub(crate) fn chosen(board: &Path, keeping: Keeping, second: Option<&Path>) -> Self {
        // Several boards may use one share.
        let second = second.map(|folder| folder.join(called(board)));
        Self { keeping: Some(keeping), second, ..Self::beside(board) }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What lies in the folder beside the board, newest first.
    pub fn list(&self) -> Vec<Backup> {
        list(&self.folder)
    }

    /// Copies the open board, looks whether the copy is sound, lays it into both folders, and lets go what the rule no
    /// longer keeps.
    pub async fn keep(&self, store: &Store, reason: BackupReason, clock: Clock) -> Outcome<Kept> {
        let path = self.place(reason, clock.now())?;
        store.copy_to(&path).await?;
        self.share(path, clock).await
    }

    /// As [`Shelf::keep`], for a board that opening would change.
    pub async fn keep_unopened(
        &self,
        board: &Path,
        key: Option<&Key>,
        reason: BackupReason,
        clock: Clock,
    ) -> Outcome<Kept> {
        let path = self.place(reason, clock.now())?;
        Store::copy_unopened(board, key, &path).await?;
        self.share(path, clock).await
    }

    /// Whether the board says anything that the newest backup does not. When the clock was set back, that is either the
    /// newest from now on or the newest of all.
    pub async fn lacks(&self, store: &Store, now: DateTime<Utc>) -> Outcome<bool> {
        let latest = store.read().await?.latest_entry().await?;
        let all = self.list();
        let newest = all.iter().find(|it| it.name.at <= now).into_iter().chain(all.first());
        for backup in newest {
            // One that cannot be read has nothing.
            if Store::latest_entry_at(&backup.path, store.key()).await.is_ok_and(|it| it == latest) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Puts every backup under the board's new key. What cannot be is named, each in one sentence.
    pub async fn relock(&self, from: Option<&Key>, to: Option<&Key>) -> Vec<String> {
        let mut notices = vec![];
        let mut failed = 0_u64;
        for folder in std::iter::once(&self.folder).chain(&self.second) {
            // Half a backup of before would go on saying what the board now keeps to itself.
            remove_halves(folder, Duration::ZERO);
            if !folder.exists() && Some(folder) == self.second.as_ref() {
                notices.push(format!(
                    "The second folder for backups is not there now, so what lies in it is as it was: {}.",
                    folder.display()
                ));
            }
            failed += relock_in(folder, from, to, |_| true).await;
        }
        notices.extend(not_relocked(failed));
        notices
    }

    /// Protects the backups of a protected board that lie open: a program that was killed while it protected the board
    /// left them so.
    pub(crate) async fn protect(&self, key: &Key) -> Option<String> {
        let mut failed = 0;
        for folder in std::iter::once(&self.folder).chain(&self.second) {
            failed += relock_in(folder, None, Some(key), |lock| lock == Lock::Plain).await;
        }
        not_relocked(failed)
    }

    /// Takes what is to go out of every backup for good. What cannot be cleaned is named, each in one sentence.
    pub async fn remove_for_good(&self, going: Going<'_>, removal: &Removal, cx: &Context) -> Vec<String> {
        let mut notices = vec![];
        for folder in std::iter::once(&self.folder).chain(&self.second) {
            // Half a backup of before would go on holding the words.
            remove_halves(folder, Duration::ZERO);
            if !folder.exists() && Some(folder) == self.second.as_ref() {
                notices.push(format!(
                    "The second folder for backups is not there now, and what lies in it may still hold what was removed: {}.",
                    folder.display()
                ));
            }
            for backup in list(folder) {
                if clean(&backup.path, going, removal, cx).await.is_err() {
                    notices.push(format!(
                        "The backup {} could not be opened, and may still hold what was removed. Remove it by hand.",
                        backup.path.display()
                    ));
                }
            }
        }
        notices
    }

    /// A place that no backup has yet.
    fn place(&self, reason: BackupReason, now: DateTime<Utc>) -> Outcome<PathBuf> {
        fs::create_dir_all(&self.folder)?;
        let place = |after: i64| {
            self.folder.join(BackupName::new(now + TimeDelta::milliseconds(after), reason).file())
        };
        (0..1000)
            .map(place)
            .find(|path| !path.exists())
            .ok_or_else(|| AppError::fault("no name is free for a backup"))
    }

    async fn share(&self, path: PathBuf, clock: Clock) -> Outcome<Kept> {
        self.let_go(&self.folder, &path, clock);
        let Some(second) = self.second.clone() else { return Ok(Kept { path, notice: None }) };
        let (it, made) = (self.clone(), path.clone());
        let to = second.clone();
        let copied = tokio::task::spawn_blocking(move || {
            copy_to_second(&made, &to)?;
            it.let_go(&to, &made, clock);
            Ok(())
        });
        // A share that has gone away may leave us waiting for minutes.
        let notice = match tokio::time::timeout(PATIENCE, copied).await {
            Ok(Ok(copied)) => copied.err(),
            Ok(Err(_)) => Some(not_copied(&second, "copying came to an end.")),
            Err(_) => Some(not_copied(&second, "it does not answer.")),
        };
        Ok(Kept { path, notice })
    }

    /// Removes what the rule no longer keeps; never the one that was just made, nor any file that is no backup.
    fn let_go(&self, folder: &Path, made: &Path, clock: Clock) {
        remove_halves(folder, AN_HOUR);
        let Some(keeping) = self.keeping else { return };
        let all = list(folder);
        let moments: Vec<DateTime<Utc>> = all.iter().map(|it| it.name.at).collect();
        let kept: BTreeSet<_> = keeping.kept(&moments, clock.now());
        for old in
            all.iter().filter(|it| !kept.contains(&it.name.at) && it.path.file_name() != made.file_name())
        {
            // One that cannot be removed now goes the next time.
            let _ = fs::remove_file(&old.path);
        }
    }
}

fn called(board: &Path) -> String {
    format!("{} backups", board.file_stem().unwrap_or_default().to_string_lossy())
}

fn list(folder: &Path) -> Vec<Backup> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<Backup> = files
        .filter_map(|file| {
            let name = BackupName::read(&file.file_name().to_string_lossy())?;
            Some(Backup { path: file.path(), name, bytes: file.metadata().ok()?.len() })
        })
        .collect();
    found.sort_by_key(|it| std::cmp::Reverse(it.name.at));
    found
}

/// Puts the backups in a folder that lie as `which` says under another key; how many did not go.
async fn relock_in(folder: &Path, from: Option<&Key>, to: Option<&Key>, which: impl Fn(Lock) -> bool) -> u64 {
    let mut failed = 0;
    for backup in list(folder) {
        let lock = Lock::of(&backup.path);
        let is_due = match (&lock, to) {
            (Ok(lock), _) if !which(*lock) => false,
            (Ok(Lock::Plain), None) => false,
            (Ok(lock), Some(to)) => !to.fits(*lock),
            _ => true,
        };
        let under = from.filter(|_| !matches!(lock, Ok(Lock::Plain)));
        if is_due && Store::relock(&backup.path, under, to).await.is_err() {
            failed += 1;
        }
    }
    failed
}

fn not_relocked(failed: u64) -> Option<String> {
    let which = wording::count(failed, "backup", "backups");
    (failed > 0).then(|| {
        format!("{which} could not be put under the new passphrase. Look at them in Settings, Backups.")
    })
}

/// Cleans one backup, beside and renamed: a failure leaves it as it was.
async fn clean(path: &Path, going: Going<'_>, removal: &Removal, cx: &Context) -> Outcome<()> {
    Store::rewrite_copy(path, cx.store.key(), async |copy: Store| {
        match copy.remove_for_good(going, removal.clone(), cx.stamp()).await {
            Ok(done) => Ok(done.entry.is_some()),
            // There is nothing of it here.
            Err(StoreError::Refused(refusal)) if refusal.code == Code::Invalid => Ok(false),
            Err(error) => Err(error),
        }
    })
    .await?;
    Ok(())
}

/// Removes what a killed program left half written, if it is so old.
fn remove_halves(folder: &Path, age: Duration) {
    for file in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        let whole = name.rsplit_once(".pledgeboard").map(|(start, _)| format!("{start}.pledgeboard"));
        let is_half = whole.is_some_and(|whole| whole != name && BackupName::read(&whole).is_some());
        let written = file.metadata().and_then(|it| it.modified()).ok().and_then(|it| it.elapsed().ok());
        if is_half && written.unwrap_or_default() >= age {
            // One that cannot be removed now goes the next time.
            let _ = fs::remove_file(file.path());
        }
    }
}

/// A share that is not there is worth a notice, not an error: the backup on this computer was made.
fn copy_to_second(path: &Path, second: &Path) -> Result<(), String> {
    if !second.parent().is_some_and(Path::is_dir) {
        return Err(not_copied(second, "it is not there now."));
    }
    let copied = || -> Outcome<()> {
        fs::create_dir_all(second)?;
        let mut from = fs::File::open(path)?;
        let to = second.join(path.file_name().unwrap_or_default());
        write_beside(&to, |file| Ok(std::io::copy(&mut from, file).map(drop)?))
    };
    copied().map_err(|error| not_copied(second, &error.message))
}

fn not_copied(second: &Path, why: &str) -> String {
    format!("The backup could not be copied to the second folder {}: {why}", second.display())
}
