//! `people`: who may do what on a shared board.

use pledgeboard_app::parts::{self, PartLine};

use crate::{
    Refused,
    arguments::{GrantPart, ListFormat, ListParts, People, RevokePart},
    open::words,
    say,
};

pub async fn people(asked: People) -> Result<(), Refused> {
    match asked {
        People::Grant(it) => grant(it).await,
        People::Revoke(it) => revoke(it).await,
        People::List(it) => list(it).await,
    }
}

async fn grant(asked: GrantPart) -> Result<(), Refused> {
    let password = match asked.no_password {
        true => None,
        false => words(asked.password_file.as_deref(), "PLEDGEBOARD_NEW_PASSPHRASE", "Their password: ")?,
    };
    if !asked.no_password && password.as_ref().is_none_or(String::is_empty) {
        let how = "Give their password with --password-file or PLEDGEBOARD_NEW_PASSPHRASE, or say --no-password where the server knows them otherwise.";
        return Err(Refused(how.into()));
    }
    let cx = asked.on.open().await?;
    let granted =
        parts::grant(&cx, &asked.person, asked.part, asked.login.as_deref(), password.as_deref()).await;
    cx.store.close().await;
    let PartLine { login, person, part } = granted?;
    say(&format!("{person} is {part}, and comes as {login}"))
}

async fn revoke(asked: RevokePart) -> Result<(), Refused> {
    let cx = asked.on.open().await?;
    let revoked = parts::revoke(&cx, &asked.login).await;
    cx.store.close().await;
    revoked?;
    say(&format!(
        "{} has no part in the board any more. The login itself is still on the server.",
        asked.login
    ))
}

async fn list(asked: ListParts) -> Result<(), Refused> {
    let cx = asked.on.open().await?;
    let lines = parts::list(&cx).await;
    cx.store.close().await;
    let lines = lines?;
    let text = match asked.format {
        ListFormat::Json => serde_json::to_string_pretty(&lines).map_err(pledgeboard_app::AppError::fault)?,
        ListFormat::Text if lines.is_empty() => "Nobody has a part yet.".into(),
        ListFormat::Text => {
            let line = |it: &PartLine| format!("{}  {}  {}", it.login, it.person, it.part);
            lines.iter().map(line).collect::<Vec<_>>().join("\n")
        }
    };
    say(&text)
}
