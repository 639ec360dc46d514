//! A board for many at once, in PostgreSQL.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use pledgeboard_app::domain::BoardPart;

use super::{ListFormat, OnBoard, Passphrase, Today};

#[derive(Debug, Args)]
pub struct Move {
    /// The board as it is: a file, or the address of a shared board
    #[arg(long, value_name = "BOARD")]
    pub from: PathBuf,

    /// Where it goes: the address of an empty database, or a file that is not there yet
    #[arg(long, value_name = "BOARD")]
    pub to: PathBuf,

    #[command(flatten)]
    pub today: Today,

    #[command(flatten)]
    pub passphrase: Passphrase,
}

#[derive(Debug, Subcommand)]
pub enum People {
    /// Give somebody a part in a shared board
    ///
    /// Makes a login on the server for somebody who is on the board's list of people, when it is not there yet, and gives
    /// it a part. Giving it again changes the part, or the password. Run it as the owner of the board's tables, who may
    /// make logins.
    Grant(GrantPart),
    /// Take somebody's part away; the login stays on the server
    Revoke(RevokePart),
    /// List who has which part
    List(ListParts),
}

#[derive(Debug, Args)]
pub struct GrantPart {
    #[command(flatten)]
    pub on: OnBoard,

    /// Their name, as it stands on the board
    #[arg(long, value_name = "NAME")]
    pub person: String,

    /// What they may do: chair and democratic_services write everything; link_champion reads the board's life and writes
    /// their events, voices, checks and updates of actions; member reads the board's life; auditor reads everything
    #[arg(long, value_name = "PART", value_parser = part)]
    pub part: BoardPart,

    /// The name with which they come to the server [default: amina.yusuf for Amina Yusuf]
    #[arg(long, value_name = "NAME")]
    pub login: Option<String>,

    /// A file whose first line is their password; without it PLEDGEBOARD_NEW_PASSPHRASE, or it is asked for
    #[arg(long, value_name = "FILE", conflicts_with = "no_password")]
    pub password_file: Option<PathBuf>,

    /// The server knows them otherwise: by a directory or a certificate; or they keep the password that they have
    #[arg(long)]
    pub no_password: bool,
}

#[derive(Debug, Args)]
pub struct RevokePart {
    #[command(flatten)]
    pub on: OnBoard,

    /// The name with which they come to the server
    #[arg(long, value_name = "NAME")]
    pub login: String,
}

#[derive(Debug, Args)]
pub struct ListParts {
    #[command(flatten)]
    pub on: OnBoard,

    /// How to write the list: lines to read, or JSON for scripts
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub format: ListFormat,
}

fn part(text: &str) -> Result<BoardPart, String> {
    BoardPart::parse(text).ok_or_else(|| {
        let known: Vec<&str> = BoardPart::ALL.iter().map(|it| it.as_str()).collect();
        format!("there is no part “{text}”: {}", known.join(", "))
    })
}
