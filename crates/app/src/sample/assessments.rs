//! How Anytown's board judged itself last year, and how far it has come with it this autumn.

use pledgeboard_domain::{Assessment, MeetingState, Score};

use super::{
    calendar::Calendar,
    ids::{action, id, meeting},
};
use crate::transfer::Records;

use Score::{Begun, Mostly, NotYet, True};

/// One judgement, with what shows it.
type Judged = (Score, &'static str);

/// Of each of the usual statements, in their order: last year's judgement, and this year's where there is one.
const JUDGED: [(Judged, Option<Judged>); 19] = [
    (
        (Begun, "31 of 48 councillors came to the evening in May."),
        Some((Mostly, "44 of 48 came, or watched the film afterwards.")),
    ),
    (
        (Mostly, "They stand on the first page of the strategy."),
        Some((Mostly, "They stand on every report cover since September.")),
    ),
    (
        (NotYet, "Induction had an hour on licensing and none on this."),
        Some((True, "All six councillors elected in May had a morning with care leavers.")),
    ),
    (
        (Begun, "Officers still spoke first at three meetings of five."),
        Some((True, "Children spoke first at every meeting; 62 minutes of talking to 38 of presenting.")),
    ),
    (
        (Begun, "Nine items last year were only noted."),
        Some((Mostly, "Two items of the last meeting ended with nothing but “noted”.")),
    ),
    (
        (Mostly, "The log is read at every meeting."),
        Some((Mostly, "The log is read at every meeting; four actions have been overdue twice.")),
    ),
    (
        (Begun, "Police and housing came to two meetings of five."),
        Some((NotYet, "The seat of the police is empty.")),
    ),
    (
        (NotYet, "Barriers were named, and nobody was asked."),
        Some((Begun, "Cabinet was asked about guarantors; it is on its list.")),
    ),
    (
        (NotYet, "Papers told us what was done."),
        Some((Begun, "The placements report says what changed; the others do not yet.")),
    ),
    (
        (NotYet, "Nobody went to look."),
        Some((Mostly, "Three reality checks this half-term; one stood against what the report said.")),
    ),
    (
        (Begun, "Nobody heard the under fives or those who live far away."),
        Some((Begun, "Still nobody has heard the under fives.")),
    ),
    ((Begun, "19 voices of 60 had an answer."), Some((True, ""))),
    ((Begun, "The Children in Care Council said: sometimes."), None),
    ((Mostly, "Six themes of seven had one."), None),
    ((NotYet, "No item of an agenda came from an event."), None),
    ((Mostly, "The question stands at the end of every report."), None),
    ((Begun, "Two apprenticeships in the parks team."), None),
    ((NotYet, "Both committees had a report on health in the same month."), None),
    ((NotYet, "It was last on scrutiny’s agenda in 2022."), None),
];

const SEEN_LAST_YEAR: &str = "\
The chair knew every young person’s name. Four papers were read out, and nobody asked what had changed.";

const SEEN: &str = "\
Children spoke first and stayed for the answers. What was seen:
• the chair stopped a presentation at five minutes;
• two councillors had been to see for themselves, and said so;
• nobody asked the police, whose seat was empty.";

/// Days ago.
const LAST_YEAR: u64 = 379;
const THIS_AUTUMN: u64 = 12;

pub(super) fn add(to: &mut Records, calendar: &Calendar) {
    let mut last = Assessment::begin(id("assessment", "last year"), calendar.ago(LAST_YEAR), None);
    last.observed_by = "a councillor of the board next door".into();
    last.observation = SEEN_LAST_YEAR.into();
    last.actions = ["order", "timetable"].map(action).into();
    let mut now = Assessment::begin(id("assessment", "this autumn"), calendar.ago(THIS_AUTUMN), Some(&last));
    // On some days of the year the third meeting has not been held yet.
    let held =
        |it: &&pledgeboard_domain::Meeting| it.id == meeting("third") && it.state >= MeetingState::Held;
    now.observed_id = to.meetings.iter().find(held).map(|it| it.id);
    now.observed_by = "the chair of the board next door".into();
    now.observation = SEEN.into();
    now.actions = ["guarantor", "sign words", "councils agree"].map(action).into();
    judge(&mut last, |(then, _)| Some(*then));
    judge(&mut now, |(_, now)| *now);
    for mut assessment in [last, now] {
        assessment.version = 1;
        to.assessments.push(assessment);
    }
}

fn judge(assessment: &mut Assessment, of: impl Fn(&(Judged, Option<Judged>)) -> Option<Judged>) {
    let statements = assessment.modules.iter_mut().flat_map(|module| &mut module.statements);
    for (statement, judged) in statements.zip(&JUDGED) {
        let Some((score, shown)) = of(judged) else { continue };
        statement.score = Some(score);
        statement.evidence = shown.into();
    }
}
