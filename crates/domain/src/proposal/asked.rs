//! What groups ask for, and the progress that they owe each meeting.

use super::{Proposed, ProposedFrom, Sources, begin};
use crate::{
    access::Audience,
    agenda_item::{ItemKind, Purpose, TemplateLine},
    agenda_request::AgendaRequest,
    group::{Group, GroupKind},
    running_clock::Speaker,
    wording,
};

pub(super) fn requests(sources: &Sources<'_>) -> Vec<Proposed> {
    let mut waiting: Vec<&AgendaRequest> = sources.requests.iter().collect();
    waiting.sort_by_key(|request| (request.asked_on, request.id));
    let line = |request: &AgendaRequest| {
        let group = sources.groups.iter().find(|group| group.id == request.group_id)?;
        let waits = match wording::waited(request.asked_on, sources.today).as_str() {
            "today" => "asked today".to_owned(),
            time => format!("waiting for {time}"),
        };
        let why = format!("They asked on {}, {waits}", wording::near_date(request.asked_on, sources.today));
        Some(for_request(request, group, why))
    };
    waiting.into_iter().filter_map(line).collect()
}

/// The line that puts one request on an agenda. Its words go with it only where the group lets everybody read them.
pub fn for_request(request: &AgendaRequest, group: &Group, why: String) -> Proposed {
    let the_group = with_article(&group.name);
    let quoted = format!("“{}”", request.words.trim());
    Proposed {
        words: format!("{}: {quoted}", group.name),
        lead_words: group.name.clone(),
        summary: if request.may_be_printed_for(Audience::Public) { quoted } else { String::new() },
        requests: vec![request.id],
        ..begin(
            format!("request:{}", request.id),
            ProposedFrom::Groups,
            line(format!("A request from {the_group}"), group, Purpose::Listen, 10),
            why,
        )
    }
}

/// Groups that owe the meeting progress, where no item names them.
pub(super) fn progress(sources: &Sources<'_>) -> Vec<Proposed> {
    let owing = sources.groups.iter().filter(|group| group.owes_progress(sources.meeting.date));
    let missing = owing.filter(|group| !sources.items.iter().any(|item| group.is_named_by(item)));
    missing
        .map(|group| Proposed {
            lead_words: group.name.clone(),
            ..begin(
                format!("progress:{}", group.id),
                ProposedFrom::Groups,
                line(format!("{}: progress", group.name), group, Purpose::Check, 5),
                format!("It owes each meeting: {}", group.owes.trim()),
            )
        })
        .collect()
}

fn line(title: String, group: &Group, purpose: Purpose, discussing_minutes: i64) -> TemplateLine {
    TemplateLine {
        title,
        kind: ItemKind::FromGroup,
        purpose,
        presenting_minutes: 5,
        discussing_minutes,
        presented_by: match group.kind {
            GroupKind::YoungPeople => Speaker::YoungPeople,
            GroupKind::Operational => Speaker::Officer,
            GroupKind::Carers | GroupKind::Other => Speaker::Partner,
        },
        lead_words: String::new(),
    }
}

/// "the Children in Care Council", and no second article for a name that has one.
fn with_article(name: &str) -> String {
    let name = name.trim();
    match name.split_once(' ') {
        Some((first, rest)) if first.eq_ignore_ascii_case("the") => format!("the {rest}"),
        _ => format!("the {name}"),
    }
}
