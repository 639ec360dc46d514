//! From the evening's record to minutes that are drafted, approved and locked.

mod approve;
mod draft;
mod gather;
mod numbers;
mod show;
mod write;

use pledgeboard_domain::{
    ApprovedMinutes, Minute, MinutesRecords,
    id::{AgendaItemId, MeetingId},
};
use pledgeboard_store::Reading;

use crate::{command::commands, context::Context, error::Outcome};
use approve::{ApproveMinutes, CorrectMinutes};
use draft::DraftMinutes;
pub(crate) use gather::Gathered;
pub(crate) use numbers::action_reference;
use show::ShowMinutes;
use write::{CommentOnMinutes, RecordDecision, TakeDecisionOut, WriteMinute};

commands! {
    read "minutes.show" => show::show, ShowMinutes => show::MinutesView;
    write "minutes.draft" => draft::draft, DraftMinutes => crate::Nothing;
    write "minutes.write" => write::write, WriteMinute => pledgeboard_domain::id::MinuteId;
    write "minutes.decide" => write::decide, RecordDecision => pledgeboard_domain::id::DecisionId;
    write "minutes.undecide" => write::undecide, TakeDecisionOut => crate::Nothing;
    write "minutes.comment" => write::comment, CommentOnMinutes => crate::Nothing;
    write "minutes.approve" => approve::approve, ApproveMinutes => crate::Nothing;
    write "minutes.correct" => approve::correct, CorrectMinutes => pledgeboard_domain::id::CorrectionId;
}

/// The records of a meeting's minutes: frozen where they are approved, with the corrections since.
pub(crate) async fn records(read: &mut Reading, meeting: MeetingId) -> Outcome<MinutesRecords> {
    let frozen = read.by::<ApprovedMinutes>("meeting_id", meeting).await?.pop();
    Ok(match frozen {
        Some(approved) => approved.content.with_corrections(read.by("meeting_id", meeting).await?),
        None => Gathered::of(read, meeting).await?.records(),
    })
}

/// A minute that nobody has written yet.
pub(crate) fn blank(cx: &Context, item: AgendaItemId) -> Minute {
    Minute {
        id: cx.new_id(),
        version: 0,
        agenda_item_id: item,
        number: String::new(),
        text: String::new(),
        private_text: String::new(),
        officer_summary: String::new(),
        plain_text: String::new(),
    }
}
