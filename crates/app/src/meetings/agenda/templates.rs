//! Templates: agendas to begin others with. Four come with the program; the board changes them and keeps its own.

use pledgeboard_domain::{
    AgendaItem, AgendaTemplate, Code, Refusal, TemplateLine, UsualAgenda,
    id::{AgendaTemplateId, MeetingId},
};
use pledgeboard_store::Writing;
use serde::{Deserialize, Serialize};

use super::draft;
use crate::{
    Nothing,
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Templates {
    /// Those that come with the program.
    pub usual: Vec<UsualTemplate>,
    /// The board's own.
    pub own: Vec<AgendaTemplate>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct UsualTemplate {
    pub usual: UsualAgenda,
    /// What it is for, in a sentence.
    pub about: &'static str,
    pub lines: Vec<TemplateLine>,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveTemplate {
    pub meeting_id: MeetingId,
    pub name: String,
}

/// A template of the board's own, before it is kept.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewTemplate {
    pub name: String,
    pub lines: Vec<TemplateLine>,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveTemplate {
    pub template_id: AgendaTemplateId,
}

pub(crate) async fn list(cx: &Context, _: Nothing) -> Outcome<Templates> {
    let mut read = cx.read().await?;
    let in_public = read.board().await?.meets_in_public;
    let usual = UsualAgenda::ALL.iter().map(|&usual| UsualTemplate {
        usual,
        about: usual.about(),
        lines: usual.lines(in_public),
    });
    Ok(Templates { usual: usual.collect(), own: read.all::<AgendaTemplate>().await? })
}

/// Keeps an agenda's open items as a template.
pub(crate) async fn save(cx: &Context, request: SaveTemplate) -> Outcome<Written<()>> {
    let mut write = cx.write("save an agenda as a template").await?;
    let items = draft::items(&mut write, request.meeting_id).await?;
    let open = |item: &&AgendaItem| item.access.is_open() && !item.is_withdrawn();
    let line =
        |item: &AgendaItem| TemplateLine { lead_words: item.lead_words.clone(), ..TemplateLine::of(item) };
    let lines: Vec<TemplateLine> = items.iter().filter(open).map(line).collect();
    if lines.is_empty() {
        return Err(Refusal::rule("There is no item yet to keep in a template. Add some first.").into());
    }
    let mut template =
        AgendaTemplate { id: cx.new_id(), version: 0, name: request.name.trim().to_owned(), lines };
    keep(&mut write, &template).await?;
    write.insert(&mut template).await?;
    cx.done(write, ()).await
}

/// Keeps a template that was made of another: one of those that come with the program, or one of the board's own.
pub(crate) async fn add(cx: &Context, request: NewTemplate) -> Outcome<Written<AgendaTemplate>> {
    let mut write = cx.write("add an agenda template").await?;
    let mut template = AgendaTemplate {
        id: cx.new_id(),
        version: 0,
        name: request.name.trim().to_owned(),
        lines: request.lines,
    };
    keep(&mut write, &template).await?;
    write.insert(&mut template).await?;
    cx.done(write, template).await
}

pub(crate) async fn edit(cx: &Context, mut template: AgendaTemplate) -> Outcome<Written<AgendaTemplate>> {
    let mut write = cx.write("change an agenda template").await?;
    template.name = template.name.trim().to_owned();
    keep(&mut write, &template).await?;
    write.update(&mut template).await?;
    cx.done(write, template).await
}

/// Whether it can be kept: whole, and by a name of its own.
async fn keep(write: &mut Writing, template: &AgendaTemplate) -> Outcome<()> {
    template.check()?;
    let others = write.all::<AgendaTemplate>().await?;
    if others.iter().any(|it| it.id != template.id && it.name.eq_ignore_ascii_case(&template.name)) {
        return Err(Refusal {
            code: Code::Duplicate,
            field: Some("name"),
            message: "Another template has this name. Choose a different one.".into(),
        }
        .into());
    }
    Ok(())
}

pub(crate) async fn remove(cx: &Context, request: RemoveTemplate) -> Outcome<Written<()>> {
    let mut write = cx.write("take an agenda template away").await?;
    let template = write.one::<AgendaTemplate>(request.template_id).await?;
    write.delete(&template).await?;
    cx.done(write, ()).await
}
