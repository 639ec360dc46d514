//! Somebody at the real app: finds things by the words that a person reads, presses them, and sees what comes.
//!
//! ```no_run
//! # async fn journey() -> anyhow::Result<()> {
//! use pledgeboard_tests::User;
//!
//! let home = tempfile::tempdir()?;
//! let user = User::at(home.path()).await?;
//! user.click("Open the sample board").await?;
//! user.fill("Place", "The Old Library").await?;
//! user.see("The Old Library").await?;
//! user.check_accessibility("the event form").await?;
//! user.close().await
//! # }
//! ```

mod accessibility;
mod bridge;
mod crash;
mod driver;
mod files;
mod find;
mod mouse;
mod paths;
mod pictures;
mod story;
mod user;

pub use files::Dialog;
pub use find::Role;
pub use paths::cli;
pub use story::tell;
pub use user::User;
