//! Saved templates: an agenda's items to begin others with.

use pledgeboard_domain::{
    AgendaItem, AgendaTemplate, Code, Refusal, TemplateLine,
    id::{AgendaTemplateId, MeetingId},
};
use serde::{Deserialize, Serialize};

use super::draft;
use crate::{
    Nothing,
    context::{Context, Written},
    error::Outcome,
};

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TemplateChoice {
    pub id: AgendaTemplateId,
    pub name: String,
    pub items: u32,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SaveTemplate {
    pub meeting_id: MeetingId,
    pub name: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RemoveTemplate {
    pub template_id: AgendaTemplateId,
}

pub(crate) async fn list(cx: &Context, _: Nothing) -> Outcome<Vec<TemplateChoice>> {
    let templates = cx.read().await?.all::<AgendaTemplate>().await?;
    Ok(templates
        .into_iter()
        .map(|it| TemplateChoice {
            id: it.id,
            name: it.name,
            items: u32::try_from(it.lines.len()).unwrap_or(u32::MAX),
        })
        .collect())
}

pub(crate) async fn save(cx: &Context, request: SaveTemplate) -> Outcome<Written<()>> {
    let mut write = cx.write("save an agenda as a template").await?;
    let items = draft::items(&mut write, request.meeting_id).await?;
    let open = |item: &&AgendaItem| item.access.is_open() && !item.is_withdrawn();
    let name = request.name.trim().to_owned();
    if write.all::<AgendaTemplate>().await?.iter().any(|it| it.name.eq_ignore_ascii_case(&name)) {
        return Err(Refusal {
            code: Code::Duplicate,
            field: Some("name"),
            message: "Another template has this name. Choose a different one.".into(),
        }
        .into());
    }
    let mut template = AgendaTemplate {
        id: cx.new_id(),
        version: 0,
        name,
        lines: items.iter().filter(open).map(TemplateLine::of).collect(),
    };
    template.check()?;
    if template.lines.is_empty() {
        return Err(Refusal::rule("There is no item yet to keep in a template. Add some first.").into());
    }
    write.insert(&mut template).await?;
    cx.done(write, ()).await
}

pub(crate) async fn remove(cx: &Context, request: RemoveTemplate) -> Outcome<Written<()>> {
    let mut write = cx.write("take an agenda template away").await?;
    let template = write.one::<AgendaTemplate>(request.template_id).await?;
    write.delete(&template).await?;
    cx.done(write, ()).await
}
