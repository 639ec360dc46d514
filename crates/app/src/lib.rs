//! The use cases of Pledgeboard, without a window.
//!
//! One list of commands, each name(Request) → Response. The desktop shell calls them by name; the command line and
//! tests may call the same functions directly with a [`Context`].
//!
//! ```no_run
//! # async fn example() -> Result<(), pledgeboard_app::AppError> {
//! use pledgeboard_app::{App, Clock};
//! use serde_json::json;
//!
//! let app = App::start("/tmp/pledgeboard".into(), Clock::default()).await?;
//! app.call("desk.open", json!({ "path": "anytown.pledgeboard" })).await?;
//! let home = app.call("home.show", json!({})).await?;
//! # Ok(()) }
//! ```

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use pledgeboard_store::Store;
use serde_json::Value;
use tokio::sync::{Mutex, RwLock};

mod actions;
pub mod away;
pub mod backups;
#[cfg(feature = "ts")]
pub mod bindings;
mod board;
mod clock;
mod command;
mod context;
mod desk;
mod device;
pub mod disclosure;
mod drafts;
mod error;
mod events;
mod groups;
mod history;
mod home;
mod indicators;
mod input;
mod keychain;
mod meetings;
pub mod parts;
mod place_kind;
mod promises;
pub mod recover;
pub mod removal;
pub mod reports;
pub mod retention;
pub mod sample;
mod search;
pub mod security;
mod settings;
pub mod trail;
pub mod transfer;
mod voice_map;
mod voices;
mod work;

pub use clock::Clock;
pub use command::{Command, Effect, Nothing};
pub use context::{Context, Written};
pub use desk::opening::{key_of, open_file};
pub use device::{Appearance, write_whole};
pub use error::{AppError, Outcome};
pub use keychain::{Keychain, NoKeychain, SystemKeychain};
pub use place_kind::{PlaceKind, kind_of_place};
/// The words of the domain, for those who call use cases directly.
pub use pledgeboard_domain as domain;
/// The key of a protected board, and how a file lies: for those who open boards directly.
pub use pledgeboard_store::{Address, Key, Lock, Recovered, RecoveredKind};

use device::Device;

/// Every command, area by area.
pub fn commands() -> impl Iterator<Item = &'static Command> {
    [
        desk::COMMANDS,
        home::COMMANDS,
        voices::COMMANDS,
        voice_map::COMMANDS,
        groups::COMMANDS,
        trail::COMMANDS,
        events::COMMANDS,
        away::COMMANDS,
        promises::COMMANDS,
        indicators::COMMANDS,
        actions::COMMANDS,
        reports::COMMANDS,
        board::COMMANDS,
        settings::COMMANDS,
        security::COMMANDS,
        backups::COMMANDS,
        search::COMMANDS,
        history::COMMANDS,
        removal::COMMANDS,
        retention::COMMANDS,
        disclosure::COMMANDS,
        drafts::COMMANDS,
        work::COMMANDS,
    ]
    .into_iter()
    .flatten()
    .chain(meetings::commands())
}

/// The running app: at most one open board, and what this computer remembers.
pub struct App {
    /// The app's own folder; boards are made in `boards` within it by default.
    home: PathBuf,
    clock: Clock,
    store: RwLock<Option<Store>>,
    device: Mutex<Device>,
    keychain: Arc<dyn Keychain>,
    /// How it is told where a file lies.
    place_kind: fn(&Path) -> PlaceKind,
    /// Where the board itself lies, when what is open is a copy of it, for reading.
    copy_of: Mutex<Option<PathBuf>>,
    /// The key whose recovery sheet can still be made: it was set since the board was opened.
    recovery: Mutex<Option<Key>>,
    backups: Arc<backups::Watch>,
}

impl App {
    /// Starts in a folder of the app's own, and opens the board that was open last, if it is still there.
    pub async fn start(home: PathBuf, clock: Clock) -> Outcome<Self> {
        Self::start_with(home, clock, Arc::new(SystemKeychain)).await
    }

    /// As [`App::start`], with a keychain of one's own.
    pub async fn start_with(home: PathBuf, clock: Clock, keychain: Arc<dyn Keychain>) -> Outcome<Self> {
        Self::start_on(home, clock, keychain, kind_of_place).await
    }

    /// As [`App::start_with`], on a computer that tells of its own where files lie.
    pub async fn start_on(
        home: PathBuf,
        clock: Clock,
        keychain: Arc<dyn Keychain>,
        place_kind: fn(&Path) -> PlaceKind,
    ) -> Outcome<Self> {
        std::fs::create_dir_all(&home)?;
        let device = Device::load(&home);
        let last = device.last_open.clone();
        let app = Self {
            home,
            clock,
            store: RwLock::new(None),
            device: Mutex::new(device),
            keychain,
            place_kind,
            copy_of: Mutex::default(),
            recovery: Mutex::default(),
            backups: Arc::default(),
        };
        if let Some(path) = last
            && let Ok(opened) = app.open_board(&path).await
        {
            app.use_opened(opened).await?;
        }
        Ok(app)
    }

    /// Runs a command by its name.
    pub async fn call(&self, name: &str, request: Value) -> Outcome<Value> {
        serde_json::from_str(&self.answer(name, request).await?).map_err(AppError::fault)
    }

    /// Runs a command by its name, and answers in JSON text as a window wants it: nothing is read back here.
    pub async fn answer(&self, name: &str, request: Value) -> Outcome<String> {
        let command = commands().find(|command| command.name == name);
        let command = command.ok_or_else(|| AppError::fault(format_args!("no command is called {name}")))?;
        self.may(command).await?;
        self.back_up_before(command).await;
        let answer = (command.call)(self, request).await.map_err(AppError::inert)?;
        self.back_up_after(command).await;
        Ok(answer)
    }

    /// The open board and who uses it.
    pub async fn context(&self) -> Outcome<Context> {
        let store = self.store.read().await.clone().ok_or_else(AppError::no_board)?;
        let person = match store.member() {
            // The server knows who came.
            Some(member) => Some(member.person),
            None => self.device.lock().await.people.get(store.path()).copied(),
        };
        Ok(Context { store, person, clock: self.clock })
    }

    /// Closes the open board, folding its log into its file.
    pub async fn close(&self) {
        // A backup that is nearly made is worth a moment.
        self.backups_are_done().await;
        if let Some(store) = self.store.write().await.take() {
            self.leave(&store, self.copy_of.lock().await.take().is_some()).await;
        }
    }
}
