//! Stories of the app's frame: the first run, Home, the board's people and themes, settings, and search.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on fails")]

mod assessments;
mod at_desk;
mod board;
mod calendar;
mod crowd;
mod cycle;
mod drafts;
mod first_run;
mod history;
mod home;
mod journeys;
mod removal;
mod search;
mod settings;
mod sharing;
mod terms;
