//! `away`: forms for events away from the board, and what comes back.

use std::path::Path;

use pledgeboard_app::Context;
use pledgeboard_app::{
    AppError,
    away::{self, AwayLook, AwaySource, ImportAway, MakeForm},
    domain::{
        Assignment, ChampionKind, Person, Refusal, Theme,
        away::compare::{Change, PartKind},
        id::{PersonId, ThemeId},
    },
    write_whole,
};

use crate::{
    Refused,
    arguments::{Away, AwayForm, AwayImport, AwayShape},
    say,
};

pub async fn away(asked: Away) -> Result<(), Refused> {
    match asked {
        Away::Form(it) => form(it).await,
        Away::Import(it) => import(it).await,
    }
}

async fn form(asked: AwayForm) -> Result<(), Refused> {
    let cx = asked.on.open().await?;
    let made = made(&cx, &asked).await;
    cx.store.close().await;
    say(&format!("Form {} is in {}", made?, asked.out.display()))
}

/// Makes the form and writes it; its number.
async fn made(cx: &Context, asked: &AwayForm) -> Result<String, Refused> {
    let (person_id, theme_id) = whose(cx, asked).await?;
    if asked.out.is_dir() {
        return Err(AppError::from(std::io::Error::from(std::io::ErrorKind::IsADirectory)).into());
    }
    let made = away::make(cx, MakeForm { theme_id, person_id: Some(person_id) }).await?.result;
    let text = match asked.shape {
        AwayShape::File => &made.file,
        AwayShape::Email => &made.email,
    };
    write_whole(&asked.out, text.as_bytes())?;
    Ok(made.form.number)
}

/// The person by their name, and the theme by its name or the one that they link to today.
async fn whose(cx: &Context, asked: &AwayForm) -> Result<(PersonId, ThemeId), Refused> {
    let mut read = cx.read().await?;
    let wanted = asked.person.to_lowercase();
    let people = read.all::<Person>().await.map_err(AppError::from)?;
    let named: Vec<&Person> = people
        .iter()
        .filter(|it| !it.has_left(cx.today()) && it.printed_name().to_lowercase().contains(&wanted))
        .collect();
    let person = match named.as_slice() {
        [one] => one.id,
        [] => return Err(Refused(format!("Nobody on this board is called “{}”.", asked.person))),
        _ => {
            return Err(Refused(format!(
                "More than one person is called “{}”. Write the whole name.",
                asked.person
            )));
        }
    };
    let themes = read.all::<Theme>().await.map_err(AppError::from)?;
    let theme = match &asked.theme {
        Some(name) => themes
            .iter()
            .find(|it| it.name.to_lowercase() == name.to_lowercase())
            .map(|it| it.id)
            .ok_or_else(|| Refused(format!("No theme of this board is called “{name}”.")))?,
        None => {
            let links = read.by::<Assignment>("person_id", person).await.map_err(AppError::from)?;
            links
                .into_iter()
                .filter(|it| it.holds_on(cx.today()))
                .min_by_key(|it| it.kind != ChampionKind::LinkChampion)
                .map(|it| it.theme_id)
                .ok_or_else(|| {
                    Refused(
                        Refusal::rule("This person links to no theme today. Choose one with --theme.")
                            .message,
                    )
                })?
        }
    };
    Ok((person, theme))
}

async fn import(asked: AwayImport) -> Result<(), Refused> {
    let cx = asked.on.open().await?;
    let done = imported(&cx, &asked).await;
    cx.store.close().await;
    say(&done?)
}

async fn imported(cx: &Context, asked: &AwayImport) -> Result<String, Refused> {
    let source = AwaySource { path: Some(path(&asked.file)), text: None, date: asked.date };
    let look = away::look(cx, source.clone()).await?;
    if let Some(sentence) = look.nothing_new {
        return Err(Refused(sentence));
    }
    let told = told(&look);
    if asked.dry_run {
        return Ok(told);
    }
    let done = away::import(cx, ImportAway { source, choices: vec![] }).await?.result;
    Ok(format!("{told}\nImported: {} new, {} changed.", done.new, done.changed))
}

fn path(file: &Path) -> String {
    file.display().to_string()
}

/// What an import would do, a line to each part. Words of children stay in the board.
fn told(look: &AwayLook) -> String {
    let mut lines = vec![format!("{} (form {})", look.title, look.number)];
    for kind in PartKind::ALL {
        for change in Change::ALL {
            let these =
                look.parts.iter().filter(|it| it.part.kind == *kind && it.part.change == *change).count();
            if these > 0 {
                lines.push(format!("  {kind}: {these} {change}"));
            }
        }
    }
    let names = look.parts.iter().filter(|it| !it.identifying.is_empty()).count();
    if names > 0 {
        lines.push(format!("  {names} may say who a child is. Look at them in the app."));
    }
    lines.extend(
        look.notices.iter().chain(&look.not_understood).chain(&look.refused).map(|it| format!("  {it}")),
    );
    lines.join("\n")
}
