//! Passphrases, backups and what becomes of them.

use std::path::PathBuf;

use clap::Args;

use super::{OnBoard, Today};

/// Where the passphrase of a protected board comes from; never from the command itself.
#[derive(Debug, Args)]
pub struct Passphrase {
    /// A file whose first line is the passphrase [default: PLEDGEBOARD_PASSPHRASE, or it is asked for]
    #[arg(long, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Protect {
    #[command(flatten)]
    pub on: OnBoard,

    /// A file whose first line is the new passphrase [default: PLEDGEBOARD_NEW_PASSPHRASE, or it is asked for]
    #[arg(long, value_name = "FILE")]
    pub new_passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Unprotect {
    #[command(flatten)]
    pub on: OnBoard,
}

#[derive(Debug, Args)]
pub struct Backup {
    #[command(flatten)]
    pub on: OnBoard,

    /// Where to lay it [default: the folder of backups beside the board]
    #[arg(long, value_name = "FOLDER")]
    pub to: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Restore {
    /// The backup, or any other copy of a board
    #[arg(value_name = "BACKUP.pledgeboard")]
    pub backup: PathBuf,

    #[command(flatten)]
    pub on: OnBoard,

    /// A file with the backup's passphrase, if it is another one than the board's
    #[arg(long, value_name = "FILE")]
    pub backup_passphrase_file: Option<PathBuf>,

    /// Only say what would change
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub struct Recover {
    #[command(flatten)]
    pub on: OnBoard,

    /// The new board's file; nothing may be there yet
    #[arg(long, value_name = "NEW")]
    pub to: PathBuf,
}

#[derive(Debug, Args)]
pub struct Verify {
    /// The backup, or any other copy of a board
    #[arg(value_name = "BACKUP.pledgeboard")]
    pub backup: PathBuf,

    #[command(flatten)]
    pub passphrase: Passphrase,

    #[command(flatten)]
    pub today: Today,
}
