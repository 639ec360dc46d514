//! What the agenda of a meeting holds while it is a draft.

use std::collections::HashMap;

use pledgeboard_domain::{AgendaContent, AgendaItem, Meeting, Paper, PublishedItem, PublishedPaper, Theme};
use pledgeboard_store::Reading;

use crate::error::Outcome;

pub(super) async fn content(read: &mut Reading, meeting: Meeting) -> Outcome<AgendaContent> {
    let items = read.by::<AgendaItem>("meeting_id", meeting.id).await?;
    let names: HashMap<_, _> = read
        .all::<pledgeboard_domain::Person>()
        .await?
        .into_iter()
        .map(|person| (person.id, person.printed_name()))
        .collect();
    let papers = read
        .find::<Paper>(
            "t.id IN (SELECT l.paper_id FROM agenda_item_paper l JOIN agenda_item i ON i.id = l.agenda_item_id \
             WHERE i.meeting_id = $1)",
            &[meeting.id.into()],
        )
        .await?;
    let themes = read.all::<Theme>().await?;
    let published = |item: AgendaItem| PublishedItem {
        lead: [
            item.lead_id.and_then(|id| names.get(&id)).map(String::as_str),
            Some(item.lead_words.as_str()),
        ]
        .into_iter()
        .flatten()
        .filter(|words| !words.trim().is_empty())
        .collect::<Vec<_>>()
        .join(" · "),
        papers: item
            .papers
            .iter()
            .filter_map(|id| papers.iter().find(|paper| paper.id == *id))
            .map(|paper| PublishedPaper {
                paper_id: paper.id,
                title: paper.title.clone(),
                pages: paper.pages,
                access: paper.access.clone(),
            })
            .collect(),
        item,
    };
    Ok(AgendaContent {
        themes: meeting
            .themes
            .iter()
            .filter_map(|id| themes.iter().find(|theme| theme.id == *id))
            .map(|theme| theme.name.clone())
            .collect(),
        items: items.into_iter().map(published).collect(),
        meeting,
    })
}
