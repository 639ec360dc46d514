//! The evening itself: attendance, interests, quorum, the current item, decisions and actions as they happen.

mod attendance;
mod course;
mod defer;
mod show;

use crate::{command::commands, error::Outcome};
use attendance::{Attend, Declare, Stay};
use course::{EndMeeting, OfMeeting, Reorder, TurnTo};
use defer::Defer;
use pledgeboard_domain::{Meeting, id::MeetingId};
use pledgeboard_store::Writing;
use show::ShowEvening;

commands! {
    read "evening.show" => show::show, ShowEvening => show::Evening;
    write "evening.start" => course::start, OfMeeting => crate::Nothing;
    write "evening.turn_to" => course::turn_to, TurnTo => crate::Nothing;
    write "evening.reorder" => course::reorder, Reorder => crate::Nothing;
    write "evening.end" => course::end, EndMeeting => crate::Nothing;
    write "evening.attend" => attendance::attend, Attend => Option<pledgeboard_domain::id::AttendanceId>;
    write "evening.stay" => attendance::stay, Stay => pledgeboard_domain::id::AttendanceId;
    write "evening.declare" => attendance::declare, Declare => pledgeboard_domain::id::AttendanceId;
    write "evening.defer" => defer::defer, Defer => pledgeboard_domain::id::AgendaItemId;
}

/// The meeting as it stands inside a write.
async fn meeting(write: &mut Writing, id: MeetingId) -> Outcome<Meeting> {
    Ok(write.one::<Meeting>(id).await?)
}
