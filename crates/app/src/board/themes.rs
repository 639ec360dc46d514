//! Themes, and who links to each.

use chrono::NaiveDate;
use pledgeboard_domain::{
    Assignment, ChampionKind, Person, Refusal, Theme,
    id::{AssignmentId, PersonId, ThemeId},
    membership::{followed_by, handed_over},
    wording,
};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ThemesPage {
    pub themes: Vec<ThemeLine>,
    /// Whether a theme without a Link Champion is a gap on this board.
    pub champions_required: bool,
    /// Everybody who may be assigned today.
    pub people: Vec<Assignable>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ThemeLine {
    pub theme: Theme,
    /// Who links to it today.
    pub now: Vec<Link>,
    /// Who did, and who will; the latest first.
    pub history: Vec<Link>,
    pub promises: u32,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Link {
    pub assignment: Assignment,
    pub name: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Assignable {
    pub id: PersonId,
    pub name: String,
    pub is_councillor: bool,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewThemeName {
    pub name: String,
    pub child_name: String,
}

/// Somebody links to a theme from a day on; whoever did before ends the day before.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Assign {
    pub theme_id: ThemeId,
    pub person_id: PersonId,
    pub kind: ChampionKind,
    pub from: NaiveDate,
    /// Beside whoever links to it already, instead of in their place.
    pub beside: bool,
}

/// One link goes to somebody else, who begins on the day after it ends.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Reassign {
    pub assignment_id: AssignmentId,
    pub version: i64,
    pub person_id: PersonId,
    pub from: NaiveDate,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EndAssignment {
    pub assignment_id: AssignmentId,
    pub version: i64,
    pub to: NaiveDate,
}

pub(super) async fn list(cx: &Context, _: crate::Nothing) -> Outcome<ThemesPage> {
    let today = cx.today();
    let mut read = cx.read().await?;
    let people = read.all::<Person>().await?;
    let assignments = read.all::<Assignment>().await?;
    let promises = crate::promises::current(&mut read, today).await?;
    let link = |it: &Assignment| Link {
        name: people
            .iter()
            .find(|person| person.id == it.person_id)
            .map(Person::printed_name)
            .unwrap_or_default(),
        assignment: it.clone(),
    };
    let line = |theme: Theme| {
        let mut own: Vec<&Assignment> = assignments.iter().filter(|it| it.theme_id == theme.id).collect();
        own.sort_by_key(|it| std::cmp::Reverse(it.from));
        let (now, history): (Vec<_>, Vec<_>) = own.into_iter().partition(|it| it.holds_on(today));
        let current = promises.iter().filter(|it| it.theme_id == theme.id).count();
        ThemeLine {
            theme,
            now: now.into_iter().map(link).collect(),
            history: history.into_iter().map(link).collect(),
            promises: u32::try_from(current).unwrap_or(u32::MAX),
        }
    };
    Ok(ThemesPage {
        themes: read.all::<Theme>().await?.into_iter().map(line).collect(),
        champions_required: read.board().await?.champions_required,
        people: people
            .iter()
            .filter(|person| !person.has_left(today) && !person.is_young_representative())
            .map(|it| Assignable { id: it.id, name: it.printed_name(), is_councillor: it.is_councillor() })
            .collect(),
    })
}

pub(super) async fn add(cx: &Context, request: NewThemeName) -> Outcome<Written<ThemeId>> {
    const COLOURS: [&str; 5] = ["teal", "plum", "sun", "leaf", "coral"];
    let mut write = cx.write(&format!("add the theme {}", request.name.trim())).await?;
    let themes = write.all::<Theme>().await?;
    let mut theme = Theme {
        id: cx.new_id(),
        version: 0,
        name: request.name.trim().into(),
        child_name: request.child_name.trim().into(),
        icon: String::new(),
        colour: COLOURS[themes.len() % COLOURS.len()].into(),
        keywords: vec![],
        principles: vec![],
        questions: vec![],
        position: themes.iter().map(|theme| theme.position).max().unwrap_or(0) + 1,
        retired_on: None,
    };
    theme.check()?;
    unique(&theme, &themes)?;
    write.insert(&mut theme).await?;
    cx.done(write, theme.id).await
}

pub(super) async fn save(cx: &Context, mut theme: Theme) -> Outcome<Written<ThemeId>> {
    theme.check()?;
    let mut write = cx.write(&format!("change the theme {}", theme.name)).await?;
    unique(&theme, &write.all::<Theme>().await?)?;
    write.update(&mut theme).await?;
    cx.done(write, theme.id).await
}

fn unique(theme: &Theme, themes: &[Theme]) -> Result<(), Refusal> {
    let same = |it: &&Theme| it.id != theme.id && it.name.eq_ignore_ascii_case(&theme.name);
    match themes.iter().find(same) {
        Some(_) => Err(Refusal::field("name", "Another theme has this name already.")),
        None => Ok(()),
    }
}

pub(super) async fn assign(cx: &Context, request: Assign) -> Outcome<Written<AssignmentId>> {
    let mut write = cx.write("assign a champion to a theme").await?;
    let person = write.one::<Person>(request.person_id).await?;
    write.one::<Theme>(request.theme_id).await?;
    still_here(&person, request.from)?;
    let mut new = Assignment {
        id: cx.new_id(),
        version: 0,
        theme_id: request.theme_id,
        person_id: request.person_id,
        kind: request.kind,
        from: request.from,
        to: None,
    };
    let others = write.by::<Assignment>("theme_id", request.theme_id).await?;
    new.check(person.is_councillor(), &others)?;
    if !request.beside {
        for mut earlier in followed_by(&new, &others)? {
            write.update(&mut earlier).await?;
        }
    }
    write.insert(&mut new).await?;
    cx.done(write, new.id).await
}

/// Who left the board by a day links to nothing from then on.
fn still_here(person: &Person, from: NaiveDate) -> Result<(), Refusal> {
    match person.left_on.filter(|left| *left <= from) {
        None => Ok(()),
        Some(left) => Err(Refusal::field(
            "person_id",
            format!("{} left the board on {}.", person.printed_name(), wording::date(left)),
        )),
    }
}

pub(super) async fn reassign(cx: &Context, request: Reassign) -> Outcome<Written<AssignmentId>> {
    let mut read = cx.read().await?;
    let link = read.one::<Assignment>(request.assignment_id).await?;
    let theme = read.one::<Theme>(link.theme_id).await?;
    let before = read.one::<Person>(link.person_id).await?;
    let after = read.one::<Person>(request.person_id).await?;
    drop(read);
    still_here(&after, request.from)?;
    let named =
        format!("hand over “{}” from {} to {}", theme.name, before.printed_name(), after.printed_name());
    let mut write = cx.write(&named).await?;
    let link = Assignment { version: request.version, ..write.one::<Assignment>(link.id).await? };
    let [mut ended, mut next] = handed_over(&link, cx.new_id(), after.id, request.from)?;
    next.check(after.is_councillor(), &write.by::<Assignment>("theme_id", theme.id).await?)?;
    write.update(&mut ended).await?;
    write.insert(&mut next).await?;
    cx.done(write, next.id).await
}

pub(super) async fn end_assignment(cx: &Context, request: EndAssignment) -> Outcome<Written<AssignmentId>> {
    let mut write = cx.write("end a champion's link to a theme").await?;
    let mut assignment = write.one::<Assignment>(request.assignment_id).await?;
    assignment.version = request.version;
    assignment.to = Some(request.to);
    let others = write.by::<Assignment>("theme_id", assignment.theme_id).await?;
    let councillor = write.one::<Person>(assignment.person_id).await?.is_councillor();
    // Who is no councillor any more may still end; only a beginning asks for one.
    assignment.check(councillor || assignment.to.is_some(), &others)?;
    write.update(&mut assignment).await?;
    cx.done(write, assignment.id).await
}
