//! The desk: which board is open on this computer, who uses it, and how the app looks.

mod begin;
mod damaged;
pub(crate) mod opening;
mod people;
mod sample;
mod shared;
mod start;

use std::path::{Path, PathBuf};

use pledgeboard_domain::{Board, Person, Refusal, Role, id::PersonId};
use pledgeboard_store::{Address, Lock, Store};
use serde::{Deserialize, Serialize};

use crate::{
    App, Nothing,
    command::commands,
    context::{Context, settled},
    device::{Appearance, write_whole},
    error::{AppError, Outcome},
};

pub use begin::{NewHalfTerm, ProposeYear, ProposedYear};
pub use damaged::{DamagedBoard, GoBack, SavedBoard, WayBack};
pub use opening::UnlockBoard;
pub use shared::{BoardPlace, ChangedElsewhere, KeepInFile, Moved, ShareBoard};
pub use start::StartBoard;

commands! {
    desk "desk.show" => show, Nothing => Desk;
    desk "desk.open" => open, OpenBoard => Desk;
    desk "desk.unlock" => opening::unlock, UnlockBoard => Desk;
    desk "desk.can_remember" => opening::can_remember, Nothing => bool;
    desk "desk.propose_year" => begin::propose_year, ProposeYear => ProposedYear;
    desk "desk.sample" => sample::sample, Nothing => Desk;
    desk "desk.start" => start::start, StartBoard => Desk;
    desk "desk.people" => people::people, Nothing => Vec<Worker>;
    desk "desk.close" => close, Nothing => Desk;
    desk "desk.work_as" => work_as, WorkAs => Desk;
    desk "desk.appearance" => appearance, Appearance => Desk;
    desk "desk.way_back" => damaged::way_back, DamagedBoard => WayBack;
    desk "desk.go_back" => damaged::go_back, GoBack => Desk;
    desk "desk.save_damaged" => damaged::save, DamagedBoard => SavedBoard;
    desk "desk.look_round" => shared::look_round, Nothing => ChangedElsewhere;
    desk "desk.move_here" => shared::move_here, Nothing => Moved;
    desk "desk.share" => shared::share, ShareBoard => Desk;
    desk "desk.keep_in_file" => shared::keep_in_file, KeepInFile => Desk;
    desk "desk.leave_there" => shared::leave_there, Nothing => Desk;
    desk "desk.save_text" => save_text, SaveText => Nothing;
}

/// What every screen's frame needs.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Desk {
    pub today: chrono::NaiveDate,
    pub board: Option<OpenedBoard>,
    pub recent: Vec<RecentBoard>,
    /// The protected board that was open last and waits for its passphrase.
    pub waiting: Option<RecentBoard>,
    /// Events being logged away from a board.
    pub away: Vec<RecentBoard>,
    pub appearance: Appearance,
    /// Where a new board is kept unless another place is chosen.
    pub boards_folder: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OpenedBoard {
    /// Where it lies; what is open may be a copy of it.
    pub path: String,
    pub place: BoardPlace,
    pub council: String,
    pub name: String,
    pub promises_called: String,
    /// It opens with a passphrase; copies of its papers do not.
    pub protected: bool,
    /// Why the last backup did not go as it should.
    pub backup_notice: Option<String>,
    /// Who uses this computer; none until somebody is chosen.
    pub person: Option<Worker>,
}

/// Somebody who may use this computer, with the role that chooses their Home.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Worker {
    pub id: PersonId,
    pub name: String,
    pub first_role: Role,
    pub roles: Vec<Role>,
    pub organisation: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RecentBoard {
    pub path: String,
    /// The file's name without its ending.
    pub name: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OpenBoard {
    pub path: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WorkAs {
    pub person_id: PersonId,
}

/// Text to keep in a file that the person chose: a table as CSV.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveText {
    pub path: String,
    /// The whole file.
    pub content: String,
}

pub(crate) async fn show(app: &App, _: Nothing) -> Outcome<Desk> {
    let board = match app.context().await {
        Ok(context) => {
            let context = context.gathering();
            let (board, person) = settled!(context, board_and_person(&context).await)?;
            Some(OpenedBoard {
                path: app.place(&context.store).await.display().to_string(),
                place: shared::board_place(app, &context.store).await,
                council: board.council,
                name: board.name,
                promises_called: board.promises_called,
                protected: context.store.key().is_some(),
                backup_notice: app.backups.notice(),
                person: person.map(worker),
            })
        }
        Err(_) => None,
    };
    let device = app.device.lock().await;
    let waiting = device.last_open.as_deref().filter(|path| {
        board.is_none() && (is_shared(path) || Lock::of(path).is_ok_and(|lock| lock != Lock::Plain))
    });
    let waiting = waiting.map(recent);
    Ok(Desk {
        today: app.clock.today(),
        waiting,
        board,
        recent: device.recent.iter().filter(|path| is_there(path)).map(|path| recent(path)).collect(),
        away: device.away.iter().filter(|path| path.exists()).map(|path| recent(path)).collect(),
        appearance: device.appearance.clone(),
        boards_folder: app.boards_folder().display().to_string(),
    })
}

async fn board_and_person(cx: &Context) -> Outcome<(Board, Option<Person>)> {
    let mut read = cx.read().await?;
    let person = match cx.person {
        Some(id) => read.get::<Person>(id).await?,
        None => None,
    };
    Ok((read.board().await?, person))
}

/// A file that is gone is not offered any more; whether a shared board is there shows when it is opened.
fn is_there(board: &Path) -> bool {
    board.exists() || is_shared(board)
}

fn is_shared(board: &Path) -> bool {
    Address::of(board).is_ok_and(|it| it.is_some())
}

fn worker(person: Person) -> Worker {
    Worker {
        id: person.id,
        name: person.printed_name(),
        organisation: person.organisation.clone(),
        first_role: person.roles.first().copied().unwrap_or(Role::Observer),
        roles: person.roles,
    }
}

fn recent(path: &Path) -> RecentBoard {
    let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    RecentBoard { path: path.display().to_string(), name }
}

pub(crate) async fn open(app: &App, request: OpenBoard) -> Outcome<Desk> {
    let path = PathBuf::from(request.path.trim());
    let opened = app
        .open_board(&path)
        .await
        .map_err(|error| AppError { field: Some(error.field.unwrap_or_else(|| "path".into())), ..error })?;
    app.use_opened(opened).await?;
    show(app, Nothing {}).await
}

pub(crate) async fn close(app: &App, _: Nothing) -> Outcome<Desk> {
    app.close().await;
    let mut device = app.device.lock().await;
    device.last_open = None;
    device.save(&app.home)?;
    drop(device);
    show(app, Nothing {}).await
}

pub(crate) async fn work_as(app: &App, request: WorkAs) -> Outcome<Desk> {
    let context = app.context().await?;
    if context.store.member().is_some() {
        return Err(Refusal::rule(
            "This is a shared board: its server knows who you are. To work as somebody else, open it under their name.",
        )
        .into());
    }
    let person = context.read().await?.one::<Person>(request.person_id).await?;
    if person.has_left(app.clock.today()) {
        return Err(
            Refusal::field("person_id", "This person has left the board. Choose somebody else.").into()
        );
    }
    let mut device = app.device.lock().await;
    device.people.insert(context.store.path().into(), person.id);
    device.save(&app.home)?;
    drop(device);
    show(app, Nothing {}).await
}

pub(crate) async fn appearance(app: &App, request: Appearance) -> Outcome<Desk> {
    if !["system", "light", "dark", "contrast"].contains(&request.theme.as_str()) {
        return Err(Refusal::field("theme", "Choose light, dark, high contrast, or as the system.").into());
    }
    if !(100..=200).contains(&request.text_size) {
        return Err(Refusal::field("text_size", "Choose a text size between 100% and 200%.").into());
    }
    let mut device = app.device.lock().await;
    device.appearance = request;
    device.save(&app.home)?;
    drop(device);
    show(app, Nothing {}).await
}

pub(crate) async fn save_text(_: &App, request: SaveText) -> Outcome<Nothing> {
    write_whole(Path::new(&request.path), request.content.as_bytes())?;
    Ok(Nothing {})
}

impl App {
    /// A local folder of our own, which no synchronising program touches.
    pub(crate) fn boards_folder(&self) -> PathBuf {
        self.home.join("boards")
    }

    /// Makes `store` the open board, and remembers it.
    pub(crate) async fn use_store(&self, store: Store) -> Outcome<()> {
        self.use_copy(store, None).await
    }

    /// The same for one that may be a copy of what lies elsewhere.
    async fn use_copy(&self, store: Store, copy_of: Option<PathBuf>) -> Outcome<()> {
        let path = store.path().to_owned();
        let place = copy_of.clone().unwrap_or_else(|| path.clone());
        let was_copy = std::mem::replace(&mut *self.copy_of.lock().await, copy_of).is_some();
        self.backups.looked(self.clock.now());
        *self.recovery.lock().await = None;
        if let Some(before) = self.store.write().await.replace(store)
            && before.path() != path
        {
            self.leave(&before, was_copy).await;
        }
        let mut device = self.device.lock().await;
        device.opened(&place);
        device.save(&self.home)
    }
}
