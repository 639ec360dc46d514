//! Starting a board: five short steps, each of which may be empty.

use std::path::PathBuf;

use pledgeboard_domain::{Meeting, Refusal, Rhythm, Role, Standing, fixed::indicators::usual_indicators};
use pledgeboard_store::Store;
use serde::{Deserialize, Serialize};

use super::{Desk, NewHalfTerm, begin, show};
use crate::{
    App, Context, Nothing,
    error::{AppError, Outcome},
    indicators::usual,
};

mod records;

/// All that the five steps gather. What is empty is left for later.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StartBoard {
    /// Where the board's file goes; by default in our own folder, named after the council.
    pub path: Option<String>,
    pub council: String,
    pub name: String,
    pub promises_called: String,
    pub standing: Standing,
    pub meets_in_public: bool,
    pub rhythm: Option<Rhythm>,
    pub half_terms: Vec<NewHalfTerm>,
    pub members: Vec<NewMember>,
    pub themes: Vec<NewTheme>,
    /// Begin with the numbers that boards usually watch, to be filled in.
    #[serde(default)]
    pub usual_indicators: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewMember {
    pub title: String,
    pub name: String,
    pub organisation: String,
    pub role: Role,
}

/// A theme, and perhaps the promise that the board made under it.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewTheme {
    pub name: String,
    pub promise: String,
}

pub(crate) async fn start(app: &App, request: StartBoard) -> Outcome<Desk> {
    let path = match request.path.as_deref().map(str::trim).filter(|path| !path.is_empty()) {
        Some(path) => PathBuf::from(path),
        None => app.free_place(&file_name(&request.council, &request.name))?,
    };
    let store = Store::create(&path)
        .await
        .map_err(|error| AppError { field: Some("path".into()), ..AppError::from(error) })?;
    let cx = Context { store, person: None, clock: app.clock };
    if let Err(refused) = fill(&cx, &request).await {
        cx.store.close().await;
        // Nothing is in the file yet; leaving it would only take the name from the next try.
        let _ = std::fs::remove_file(&path);
        return Err(refused);
    }
    app.use_store(cx.store).await?;
    show(app, Nothing {}).await
}

/// All of it in one change, so that a refusal leaves nothing behind.
async fn fill(cx: &Context, request: &StartBoard) -> Outcome<()> {
    let mut write = cx.write("start the board").await?;
    let mut board = records::board(cx, request);
    board.check()?;
    write.insert(&mut board).await?;
    for mut cohort in records::cohorts(cx) {
        write.insert(&mut cohort).await?;
    }
    for mut annual_meeting in records::annual_meetings(cx) {
        write.insert(&mut annual_meeting).await?;
    }
    let mut half_terms = vec![];
    for (at, new) in request.half_terms.iter().enumerate() {
        let mut half_term = new.with_id(cx.new_id());
        half_term
            .check(&half_terms)
            .map_err(|refusal| AppError::from(refusal).within(&format!("half_terms.{at}")))?;
        write.insert(&mut half_term).await?;
        half_terms.push(half_term);
    }
    let mut chair = None;
    for (at, new) in request.members.iter().enumerate().filter(|(_, new)| !new.is_blank()) {
        let (mut person, mut seat, mut term) = records::member(cx, request, at);
        person.check().map_err(|refusal| AppError::from(refusal).within(&format!("members.{at}")))?;
        write.insert(&mut person).await?;
        write.insert(&mut seat).await?;
        write.insert(&mut term).await?;
        if new.role == Role::Chair {
            chair = chair.or(Some(person.id));
        }
    }
    let mut strategy = records::strategy(cx, request);
    if request.themes.iter().any(|it| !it.promise.trim().is_empty()) {
        write.insert(&mut strategy).await?;
    }
    for (at, new) in request.themes.iter().enumerate().filter(|(_, new)| !new.is_blank()) {
        let within = |refusal: Refusal| AppError::from(refusal).within(&format!("themes.{at}"));
        let mut theme = records::theme(cx, at, new);
        theme.check().map_err(within)?;
        write.insert(&mut theme).await?;
        if let Some(mut promise) = records::promise(cx, at, new, &theme, &strategy) {
            promise.check().map_err(|refusal| within(Refusal { field: Some("promise"), ..refusal }))?;
            write.insert(&mut promise).await?;
        }
    }
    if request.usual_indicators {
        for (position, usual) in (1..).zip(usual_indicators()) {
            write.insert(&mut usual::indicator(cx.new_id(), position, usual)).await?;
        }
    }
    if let Some(rhythm) = &request.rhythm {
        rhythm.check().map_err(|refusal| AppError::from(refusal).within("rhythm"))?;
        for date in begin::dates(rhythm, &request.half_terms, cx.today()) {
            let mut meeting: Meeting = records::meeting(cx, rhythm, date, chair, request.meets_in_public);
            meeting.check()?;
            write.insert(&mut meeting).await?;
        }
    }
    // A board is begun once; what is wrong in it is changed in its own place.
    write.cannot_be_undone();
    write.commit().await?;
    Ok(())
}

impl NewMember {
    fn is_blank(&self) -> bool {
        [&self.title, &self.name, &self.organisation].into_iter().all(|text| text.trim().is_empty())
    }
}

impl NewTheme {
    fn is_blank(&self) -> bool {
        self.name.trim().is_empty() && self.promise.trim().is_empty()
    }
}

/// "anytown-corporate-parenting-board".
pub(super) fn file_name(council: &str, name: &str) -> String {
    let words = format!("{} {name}", council.trim().trim_end_matches("Council")).to_lowercase();
    let kept: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let mut file: String = kept.join("-").chars().take(60).collect();
    if file.is_empty() {
        file.push_str("our-board");
    }
    file
}

impl App {
    /// A path in our own folder that no file has yet: "anytown", "anytown-2"…
    pub(crate) fn free_place(&self, name: &str) -> Outcome<PathBuf> {
        let folder = self.boards_folder();
        std::fs::create_dir_all(&folder)?;
        let place = |file: String| folder.join(format!("{file}.pledgeboard"));
        let numbered = (2..10_000).map(|n| place(format!("{name}-{n}")));
        std::iter::once(place(name.into()))
            .chain(numbered)
            .find(|path| !path.exists())
            .ok_or_else(|| Refusal::field("path", "Choose another place for the board's file.").into())
    }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_is_named_after_the_council_and_its_board() {
        assert_eq!(
            file_name("Anytown Council", "Corporate Parenting Board"),
            "anytown-corporate-parenting-board"
        );
        assert_eq!(file_name("", " / "), "our-board");
    }
}
