//! What "Ready to publish?" looks at, gathered.

use chrono::NaiveDate;
use pledgeboard_domain::{
    AgendaItem, Board, Group, Meeting, Paper, Quorum, Seat, TermOfOffice,
    readiness::{Draft, ReadyPoint, readiness},
    running_clock::{RunningClock, running_clock},
};
use pledgeboard_store::Reading;

use crate::{error::Outcome, meetings::holidays};

/// The list, the clock it went by, and the day to publish by.
pub(super) struct Looked {
    pub points: Vec<ReadyPoint>,
    pub clock: RunningClock,
    pub publish_by: NaiveDate,
}

pub(super) async fn look(
    read: &mut Reading,
    board: &Board,
    meeting: &Meeting,
    items: &[AgendaItem],
    papers: &[Paper],
    today: NaiveDate,
) -> Outcome<Looked> {
    let holidays = holidays::bank_holidays(read).await?;
    let publish_by = holidays::publish_by(meeting.date, board, &holidays);
    let slots: Vec<_> = items.iter().map(AgendaItem::slot).collect();
    let clock = running_clock(meeting.starts, meeting.ends, &slots);
    let live: Vec<AgendaItem> = items.iter().filter(|item| !item.is_withdrawn()).cloned().collect();
    let points = readiness(&Draft {
        standing: board.standing,
        meeting,
        items: &live,
        papers,
        clock: &clock,
        quorum: Quorum { needed: board.quorum, there: can_count(read, meeting.date).await? },
        clear_days: board.clear_days,
        paper_pages: board.paper_pages,
        publish_by,
        today,
        groups: &read.all::<Group>().await?,
    });
    Ok(Looked { points, clock, publish_by })
}

/// How many seats that count for the quorum are filled on that day.
async fn can_count(read: &mut Reading, day: NaiveDate) -> Outcome<i64> {
    let seats = read.all::<Seat>().await?;
    let terms = read.all::<TermOfOffice>().await?;
    let counts = |seat: &&Seat| {
        seat.counts_for_quorum
            && seat.closed_on.is_none_or(|closed| closed > day)
            && terms.iter().any(|term| term.seat_id == seat.id && term.holds_on(day))
    };
    Ok(i64::try_from(seats.iter().filter(counts).count()).unwrap_or(i64::MAX))
}
