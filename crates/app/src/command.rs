//! The one command list: name(Request) → Response, declared once. The shell's bridge, the TypeScript types and the
//! test that every command is exercised all come from it.

use std::{future::Future, pin::Pin};

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{
    App,
    error::{AppError, Outcome},
    input,
};

/// The response as JSON text: written once, straight from its type.
type Answer<'a> = Pin<Box<dyn Future<Output = Outcome<String>> + Send + 'a>>;

/// Whether a command changes the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    Read,
    Write,
    /// Works on the desk (which board is open, who uses it), not in a board.
    Desk,
}

/// One command.
pub struct Command {
    /// "area.verb".
    pub name: &'static str,
    pub effect: Effect,
    pub call: for<'a> fn(&'a App, Value) -> Answer<'a>,
    #[cfg(feature = "ts")]
    pub types: fn(&mut crate::bindings::Bindings, &'static str),
}

/// A request that says nothing.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Nothing {}

/// Declares an area's commands.
///
/// ```ignore
/// commands! {
///     read "voices.list" => list(ListVoices) -> VoiceList;     // run until all that it reads is there: it does nothing else
///     once "agenda.copy_paper" => copy(CopyPaper) -> ();       // reads the board, and does something besides or reads much
///     write "voices.save" => save(SaveVoice) -> VoiceId;     // answers Written<VoiceId>
///     desk "desk.open" => open(OpenBoard) -> Desk;           // takes &App instead of &Context
///     beyond "removal.remove" => remove(RemoveWords) -> Removed; // a write that reaches beyond the board's file: takes &App
/// }
/// ```
macro_rules! commands {
    ($($effect:ident $name:literal => $function:path, $request:ty => $response:ty;)*) => {
        /// This area's part of the command list.
        pub(crate) const COMMANDS: &[$crate::command::Command] = &[$(
            $crate::command::Command {
                name: $name,
                effect: $crate::command::commands!(@effect $effect),
                call: |app, request| Box::pin(async move {
                    $crate::command::commands!(@call $effect app $function, request: $request, $response)
                }),
                #[cfg(feature = "ts")]
                types: |bindings, name| $crate::command::commands!(@types $effect bindings name $request, $response),
            },
        )*];
    };
    (@effect once) => { $crate::command::Effect::Read };
    (@effect read) => { $crate::command::Effect::Read };
    (@effect write) => { $crate::command::Effect::Write };
    (@effect beyond) => { $crate::command::Effect::Write };
    (@effect desk) => { $crate::command::Effect::Desk };
    (@call desk $app:ident $function:path, $request:ident: $requested:ty, $response:ty) => {
        $crate::command::answer::<$response>($function($app, $crate::command::parse::<$requested>($request)?).await)
    };
    (@call beyond $app:ident $function:path, $request:ident: $requested:ty, $response:ty) => {
        $crate::command::answer::<$crate::context::Written<$response>>(
            $function($app, $crate::command::parse::<$requested>($request)?).await,
        )
    };
    (@call write $app:ident $function:path, $request:ident: $requested:ty, $response:ty) => {{
        let context = $app.context().await?;
        let request = $crate::command::parse::<$requested>($request)?;
        $crate::command::answer::<$crate::context::Written<$response>>($function(&context, request).await)
    }};
    (@call once $app:ident $function:path, $request:ident: $requested:ty, $response:ty) => {{
        let context = $app.context().await?;
        let request = $crate::command::parse::<$requested>($request)?;
        $crate::command::answer::<$response>($function(&context, request).await)
    }};
    (@call read $app:ident $function:path, $request:ident: $requested:ty, $response:ty) => {{
        let context = $app.context().await?.gathering();
        let outcome = $crate::context::settled!(
            context,
            $function(&context, $crate::command::parse::<$requested>($request.clone())?).await
        );
        $crate::command::answer::<$response>(outcome)
    }};
    (@types beyond $bindings:ident $name:ident $request:ty, $response:ty) => {
        $bindings.command::<$request, $response>($name, true)
    };
    (@types write $bindings:ident $name:ident $request:ty, $response:ty) => {
        $bindings.command::<$request, $response>($name, true)
    };
    (@types $effect:ident $bindings:ident $name:ident $request:ty, $response:ty) => {
        $bindings.command::<$request, $response>($name, false)
    };
}
pub(crate) use commands;

pub(crate) fn parse<T: DeserializeOwned>(request: Value) -> Outcome<T> {
    input::check(&request)?;
    let request = if request.is_null() { Value::Object(serde_json::Map::new()) } else { request };
    serde_path_to_error::deserialize(request).map_err(|error| AppError::request(&error))
}

pub(crate) fn answer<T: Serialize>(outcome: Outcome<T>) -> Outcome<String> {
    serde_json::to_string(&outcome?).map_err(AppError::fault)
}
