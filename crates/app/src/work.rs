//! Work that takes a while: how far it is, and a way to stop it. The screen that asks for it gives it a name.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, LazyLock, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
};

use pledgeboard_domain::{Code, Refusal};
use serde::{Deserialize, Serialize};

use crate::{
    App,
    command::commands,
    error::{AppError, Outcome},
};

commands! {
    desk "work.look" => look, WorkName => WorkDone;
    desk "work.stop" => stop, WorkName => bool;
}

/// The name that was given to a piece of work when it was asked for.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WorkName {
    pub work: String,
}

/// How far a piece of work is; nought of nought when it has not begun, or is over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WorkDone {
    pub done: u32,
    pub of: u32,
}

#[derive(Debug, Default)]
struct State {
    done: AtomicU32,
    of: AtomicU32,
    stopped: AtomicBool,
}

/// A program has one window and does little at once, so its work is known by name alone.
static RUNNING: LazyLock<Mutex<BTreeMap<String, Arc<State>>>> = LazyLock::new(Mutex::default);

/// A piece of work that is going on; over when it is dropped.
#[derive(Debug)]
pub(crate) struct Work {
    name: Option<String>,
    state: Arc<State>,
    /// A part of something larger, which counts for itself.
    is_part: bool,
}

impl Work {
    /// Without a name nobody can look at it or stop it. Where something of that name is going on, this is a part of it:
    /// stopped with it, and not counted.
    pub fn begin(name: Option<String>, of: usize) -> Self {
        let mut running = running();
        if let Some(whole) = name.as_ref().and_then(|name| running.get(name)) {
            return Self { name: None, state: Arc::clone(whole), is_part: true };
        }
        let state = Arc::new(State::default());
        state.of.store(u32::try_from(of).unwrap_or(u32::MAX), Ordering::Relaxed);
        if let Some(name) = &name {
            running.insert(name.clone(), Arc::clone(&state));
        }
        Self { name, state, is_part: false }
    }

    /// Says how much is done; false when somebody stopped it.
    pub fn goes_on(&self, done: usize) -> bool {
        if !self.is_part {
            self.state.done.store(u32::try_from(done).unwrap_or(u32::MAX), Ordering::Relaxed);
        }
        !self.state.stopped.load(Ordering::Relaxed)
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        if let Some(name) = &self.name {
            running().remove(name);
        }
    }
}

/// What is refused when work was stopped.
pub(crate) fn stopped() -> AppError {
    Refusal { code: Code::Stopped, field: None, message: "It was stopped. Nothing was written.".into() }
        .into()
}

fn running() -> std::sync::MutexGuard<'static, BTreeMap<String, Arc<State>>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn look(_: &App, request: WorkName) -> Outcome<WorkDone> {
    let running = running();
    Ok(running.get(&request.work).map_or_else(WorkDone::default, |state| WorkDone {
        done: state.done.load(Ordering::Relaxed),
        of: state.of.load(Ordering::Relaxed),
    }))
}

/// Stops it at its next step; false when there is no such work any more.
async fn stop(_: &App, request: WorkName) -> Outcome<bool> {
    let running = running();
    let found = running.get(&request.work);
    found.inspect(|state| state.stopped.store(true, Ordering::Relaxed));
    Ok(found.is_some())
}
