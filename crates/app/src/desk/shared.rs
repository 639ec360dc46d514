//! A board that others may use too: what they change appears here; one that lies where two programs would damage it is
//! only read, from a copy on this computer, and can be moved here.

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

use pledgeboard_domain::{BoardPart, Code, Refusal, id::PersonId};
use pledgeboard_store::{Address, Elsewhere, Key, Store};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Desk, opening::open_file, show, start::file_name};
use crate::{
    App, Nothing,
    command::{Command, Effect},
    error::{AppError, Outcome},
    place_kind::PlaceKind,
    transfer::{Place, copy_board},
    work::Work,
};

/// What others changed since this was last asked.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ChangedElsewhere {
    /// The kinds of records: table names such as "voice".
    pub kinds: Vec<String>,
    /// Nothing that is shown can be relied on.
    pub everything: bool,
    /// The server of a shared board does not answer: what is shown is as it was.
    pub away: bool,
    /// Who else has a shared board open, by name.
    pub here: Vec<String>,
}

/// A board was moved to this computer.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Moved {
    pub desk: Desk,
    /// The file at the old place, under a name that says so.
    pub left: String,
}

/// A board that was opened, and where it lies when that is a copy of it.
#[derive(Debug)]
pub(crate) struct Opened {
    pub store: Store,
    pub copy_of: Option<PathBuf>,
}

/// Commands of the desk that change the board's own file.
const FILE_COMMANDS: &[&str] =
    &["security.protect", "security.change", "security.unprotect", "backups.make", "backups.restore"];

pub(super) async fn look_round(app: &App, _: Nothing) -> Outcome<ChangedElsewhere> {
    let Elsewhere { kinds, everything, away, here } = match app.context().await {
        Ok(cx) => cx.store.changed_elsewhere().await?,
        Err(_) => Elsewhere::default(),
    };
    Ok(ChangedElsewhere { kinds, everything, away, here })
}

/// Moves the open board out of a network share or a synchronised folder into our own folder.
pub(super) async fn move_here(app: &App, _: Nothing) -> Outcome<Moved> {
    let cx = app.context().await?;
    let from = app.place(&cx.store).await;
    if app.lies(&from) == PlaceKind::Here {
        return Err(Refusal::rule("This board lies on this computer already.").into());
    }
    let stem = from.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let to = app.free_place(&stem)?;
    let left = from.with_file_name(format!("{stem} (moved {}).pledgeboard", app.clock.today()));
    if left.exists() {
        let name = left.file_name().unwrap_or_default().to_string_lossy().into_owned();
        return Err(Refusal::rule(format!("{name} is there already. Take it away first.")).into());
    }
    let (path, key) = (cx.store.path().to_owned(), cx.store.key().cloned());
    drop(cx);
    let _quiet = app.no_backup_meanwhile().await;
    let mut open = app.store.write().await;
    if let Some(store) = open.take() {
        store.close().await;
    }
    let moved = Store::move_to(&from, key.as_ref(), &to, &left).await;
    let now = if moved.is_ok() { &to } else { &path };
    let store = Store::open_with(now, key.as_ref()).await?;
    *open = Some(store.clone());
    drop(open);
    moved?;
    if path != from {
        // The copy that was read; one that cannot be removed is overwritten the next time.
        let _ = std::fs::remove_file(&path);
    }
    let mut device = app.device.lock().await;
    device.moved(&path, &from, &to);
    device.save(&app.home)?;
    drop(device);
    app.use_opened(Opened { store, copy_of: None }).await?;
    Ok(Moved { desk: show(app, Nothing {}).await?, left: left.display().to_string() })
}

/// Where a board is to be shared.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShareBoard {
    /// Of an empty database, as its owner.
    pub address: String,
    /// The server's password for that name; empty where it asks for none.
    pub passphrase: String,
    /// The name under which the screen asks how far it is.
    pub work: Option<String>,
}

/// Copies the open board into a database, compares the two, and goes on there. The file stays as it was.
pub(super) async fn share(app: &App, request: ShareBoard) -> Outcome<Desk> {
    let cx = app.context().await?;
    if cx.store.is_shared() {
        return Err(Refusal::rule("This board is shared already.").into());
    }
    let mut address = Address::parse(&request.address)?;
    if !request.passphrase.is_empty() {
        address = address.with_password(&request.passphrase);
    }
    let beside = |error: AppError| match error.field.as_deref() {
        Some("to") => AppError { field: Some("address".into()), ..error },
        _ => error,
    };
    let (work, step) = (Work::begin(request.work, 3), AtomicUsize::new(0));
    let copied = copy_board(&cx.store, Place::Shared(Box::new(address.clone())), app.clock, |_| {
        work.goes_on(step.fetch_add(1, Ordering::Relaxed));
    });
    copied.await.map_err(beside)?;
    let person = cx.person;
    drop(cx);
    let store = Store::open_shared(address).await?;
    go_on_at(app, Opened { store, copy_of: None }, person).await
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct KeepInFile {
    /// The name under which the screen asks how far it is.
    pub work: Option<String>,
}

/// Copies the open shared board into a file on this computer, compares the two, and goes on there. The server's stays as it
/// was.
pub(super) async fn keep_in_file(app: &App, request: KeepInFile) -> Outcome<Desk> {
    let cx = app.context().await?;
    if !cx.store.is_shared() {
        return Err(Refusal::rule("This board is in a file already.").into());
    }
    let board = cx.read().await?.board().await?;
    let path = app.free_place(&file_name(&board.council, &board.name))?;
    let (work, step) = (Work::begin(request.work, 3), AtomicUsize::new(0));
    copy_board(&cx.store, Place::File(path.clone()), app.clock, |_| {
        work.goes_on(step.fetch_add(1, Ordering::Relaxed));
    })
    .await?;
    let person = cx.person;
    drop(cx);
    let opened = app.open_with(&path, None).await?;
    go_on_at(app, opened, person).await
}

/// The same people at the same desk, with the same board at another place.
async fn go_on_at(app: &App, opened: Opened, person: Option<PersonId>) -> Outcome<Desk> {
    let path = opened.store.path().to_owned();
    app.use_opened(opened).await?;
    if let Some(person) = person {
        let mut device = app.device.lock().await;
        device.people.insert(path, person);
        device.save(&app.home)?;
    }
    show(app, Nothing {}).await
}

/// The board stays in its synchronised folder, and nobody is warned of it again on this computer.
pub(super) async fn leave_there(app: &App, _: Nothing) -> Outcome<Desk> {
    let cx = app.context().await?;
    let mut device = app.device.lock().await;
    device.left_there.insert(cx.store.path().to_owned());
    device.save(&app.home)?;
    drop(device);
    show(app, Nothing {}).await
}

impl App {
    pub(super) fn lies(&self, path: &Path) -> PlaceKind {
        (self.place_kind)(path)
    }

    /// Where the open board lies, rather than its copy.
    pub(crate) async fn place(&self, store: &Store) -> PathBuf {
        self.copy_of.lock().await.clone().unwrap_or_else(|| store.path().to_owned())
    }

    /// Opens a board, or a copy of one that lies on a network share.
    pub(crate) async fn open_with(&self, path: &Path, key: Option<&Key>) -> Outcome<Opened> {
        if self.lies(path) != PlaceKind::Network {
            return Ok(Opened { store: open_file(path, key, self.clock).await?, copy_of: None });
        }
        let copy = self.reading_copy(path)?;
        Store::copy_unopened(path, key, &copy).await?;
        Ok(Opened { store: Store::open_with(&copy, key).await?, copy_of: Some(path.into()) })
    }

    /// Closes a board; what was a copy of one elsewhere does not stay on this computer.
    pub(crate) async fn leave(&self, store: &Store, is_copy: bool) {
        store.close().await;
        if is_copy {
            // One that cannot be removed is overwritten when the board is opened next.
            let _ = std::fs::remove_file(store.path());
        }
    }

    /// Always the same place for the same board, so that whoever uses it here is known again.
    fn reading_copy(&self, path: &Path) -> Outcome<PathBuf> {
        let folder = self.home.join("reading");
        std::fs::create_dir_all(&folder)?;
        let name = Uuid::new_v5(&Uuid::NAMESPACE_URL, path.as_os_str().as_encoded_bytes());
        Ok(folder.join(format!("{}.pledgeboard", name.simple())))
    }

    /// Refuses what would change a board that is only read here.
    pub(crate) async fn may(&self, command: &Command) -> Outcome<()> {
        let of_file = FILE_COMMANDS.contains(&command.name);
        if of_file && self.store.read().await.as_ref().is_some_and(Store::is_shared) {
            return Err(Refusal::rule(
                "This is a shared board and has no file of its own. Whoever looks after its server keeps its backups and says who may open it.",
            )
            .into());
        }
        let changes = command.effect == Effect::Write || of_file;
        if !changes || self.copy_of.lock().await.is_none() {
            return Ok(());
        }
        Err(AppError::from(Refusal {
            code: Code::Storage,
            field: None,
            message: "This is a copy for reading: the board itself lies on a network share. Move it to this computer to change it."
                .into(),
        }))
    }
}

/// What the frame says of the place of the open board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "place", rename_all = "snake_case")]
pub enum BoardPlace {
    Here,
    /// On a server, for many at once; with the part in it of whoever is here.
    Shared {
        part: Option<BoardPart>,
    },
    /// It lies on a network share, and a copy is read.
    CopyOfShare,
    /// In a folder that a program copies elsewhere, and nobody has said yet that it stays there.
    Synchronised {
        by: String,
    },
}

pub(super) async fn board_place(app: &App, store: &Store) -> BoardPlace {
    if store.is_shared() {
        return BoardPlace::Shared { part: store.member().map(|it| it.part) };
    }
    if app.copy_of.lock().await.is_some() {
        return BoardPlace::CopyOfShare;
    }
    if app.device.lock().await.left_there.contains(store.path()) {
        return BoardPlace::Here;
    }
    match app.lies(store.path()) {
        PlaceKind::Synchronised(by) => BoardPlace::Synchronised { by: by.into() },
        // A share that was mounted over the board meanwhile is none that we opened it from.
        PlaceKind::Here | PlaceKind::Network => BoardPlace::Here,
    }
}
