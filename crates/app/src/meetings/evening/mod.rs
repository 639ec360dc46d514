//! The evening itself: attendance, interests, quorum, the current item, decisions and actions as they happen.

mod attendance;
mod course;
mod defer;
mod show;

use crate::{command::commands, error::Outcome};
use attendance::{DeclareInterests, RecordAttendance, RecordStay};
use course::{EndMeeting, ReorderEvening, StartMeeting, TurnTo};
use defer::DeferItem;
use pledgeboard_domain::{Meeting, id::MeetingId};
use pledgeboard_store::Writing;
use show::ShowEvening;

commands! {
    read "evening.show" => show::show, ShowEvening => show::Evening;
    write "evening.start" => course::start, StartMeeting => crate::Nothing;
    write "evening.turn_to" => course::turn_to, TurnTo => crate::Nothing;
    write "evening.reorder" => course::reorder, ReorderEvening => crate::Nothing;
    write "evening.end" => course::end, EndMeeting => crate::Nothing;
    write "evening.attend" => attendance::attend, RecordAttendance => Option<pledgeboard_domain::id::AttendanceId>;
    write "evening.stay" => attendance::stay, RecordStay => pledgeboard_domain::id::AttendanceId;
    write "evening.declare" => attendance::declare, DeclareInterests => pledgeboard_domain::id::AttendanceId;
    write "evening.defer" => defer::defer, DeferItem => pledgeboard_domain::id::AgendaItemId;
}

/// The meeting as it stands inside a write.
async fn meeting(write: &mut Writing, id: MeetingId) -> Outcome<Meeting> {
    Ok(write.one::<Meeting>(id).await?)
}
