//! `disclose`: what a board holds about somebody, and every change that touched it.

use pledgeboard_app::{
    AppError, Context,
    disclosure::{self, About, DisclosureFormat},
    domain::{Person, id::PersonId, wording},
    write_whole,
};

use crate::{
    Refused,
    arguments::{Disclose, DisclosedAs},
    remove::words_in,
    say,
};

pub async fn disclose(asked: Disclose) -> Result<(), Refused> {
    let words = match &asked.words_file {
        Some(file) => words_in(file)?,
        None => String::new(),
    };
    if asked.words_file.is_some() && words.is_empty() {
        return Err(Refused("The file of words is empty.".into()));
    }
    let cx = asked.on.open().await?;
    let told = on(&cx, &asked, words).await;
    cx.store.close().await;
    say(&told?)
}

async fn on(cx: &Context, asked: &Disclose, words: String) -> Result<String, Refused> {
    let person = match &asked.person {
        Some(name) => Some(person(cx, name).await?),
        None => None,
    };
    let about = About { person, words, since: asked.since, until: asked.until };
    let found = disclosure::find(cx, &about).await?;
    let format = match asked.format {
        DisclosedAs::Pdf => DisclosureFormat::Pdf,
        DisclosedAs::Docx => DisclosureFormat::Docx,
        DisclosedAs::Json => DisclosureFormat::Json,
    };
    write_whole(&asked.out, &found.file(cx, format).await?)?;
    let count =
        |n: usize, one: &str, many: &str| wording::count(u64::try_from(n).unwrap_or(u64::MAX), one, many);
    Ok(format!(
        "What the board holds about {} is in {}: {}, {}. Read it before you give it to anybody.",
        found.about,
        asked.out.display(),
        count(found.records.len(), "record", "records"),
        count(found.changes.len(), "change", "changes"),
    ))
}

/// By the whole name: whose data it is must be beyond doubt.
async fn person(cx: &Context, name: &str) -> Result<PersonId, Refused> {
    let people = cx.read().await?.all::<Person>().await.map_err(AppError::from)?;
    let mut named = people.iter().filter(|it| it.printed_name().to_lowercase() == name.trim().to_lowercase());
    match (named.next(), named.next()) {
        (Some(one), None) => Ok(one.id),
        (None, _) => Err(Refused(format!("Nobody on this board is called “{name}”. Write the whole name."))),
        (Some(_), Some(_)) => Err(Refused(format!(
            "More than one person is called “{name}”. Use the app to choose one of them."
        ))),
    }
}
