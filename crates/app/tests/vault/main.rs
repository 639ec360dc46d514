//! Stories of what must not be lost and must not be told: the passphrase, backups, and a canary in every field.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on fails")]

mod backups;
mod canary;
mod desk;
mod disclosure;
mod retention;
mod security;
mod shared;
