//! Sensible requests for the commands that want one: the fullest records of the board.

use pledgeboard_app::{
    Context,
    away::{self, MakeForm},
    domain::{
        Action, AgendaItem, AgendaVersion, Event, Group, HalfTerm, Meeting, MeetingState, Person, Promise,
        Role, Theme, Voice, half_term::half_term_on, id::MeetingId,
    },
};
use serde_json::{Value, json};

use super::Outcome;

/// A command's name and a request; a name may stand more than once.
pub type Requests = Vec<(&'static str, Value)>;

pub async fn of(cx: &Context) -> Outcome<Requests> {
    let mut read = cx.read().await?;
    let meetings = read.all::<Meeting>().await?;
    let items = read.all::<AgendaItem>().await?;
    let at = |wanted: &dyn Fn(&Meeting) -> bool| -> Outcome<MeetingId> {
        let found = meetings.iter().filter(|it| wanted(it));
        let fullest = found.max_by_key(|it| items.iter().filter(|item| item.meeting_id == it.id).count());
        Ok(fullest.ok_or("the sample has no such meeting")?.id)
    };
    let next = at(&|it| it.state == MeetingState::AgendaDrafted)?;
    let drafted = at(&|it| it.state == MeetingState::MinutesDrafted)?;
    let voice = read.all::<Voice>().await?.pop().ok_or("no voice")?.id;
    let event = read.all::<Event>().await?.pop().ok_or("no event")?.id;
    let action = read.all::<Action>().await?.pop().ok_or("no action")?.id;
    let item = items.iter().max_by_key(|it| it.voices.len()).ok_or("no item")?.id;
    let half_terms = read.all::<HalfTerm>().await?;
    let half_term = half_term_on(cx.today(), &half_terms).ok_or("no half-term")?.id;
    let version = read.all::<AgendaVersion>().await?.pop().ok_or("no version")?.id;
    let promises = read.all::<Promise>().await?;
    let promise =
        promises.iter().find(|it| it.is_current(cx.today()) && it.number == 2).ok_or("no promise")?.id;
    let group = read.all::<Group>().await?.pop().ok_or("no group")?.id;
    let people = read.all::<Person>().await?;
    let chair = people.iter().find(|it| it.has(Role::Chair)).ok_or("no chair")?.id;

    let mut requests = vec![
        ("desk.work_as", json!({ "person_id": chair })),
        ("voices.show", json!({ "id": voice })),
        ("voices.look", json!({ "words": "My brother Jamie goes to Hill Street School." })),
        ("events.show", json!({ "id": event })),
        ("promises.show", json!({ "id": promise })),
        ("promises.voices", json!({ "id": promise })),
        ("actions.show", json!({ "id": action })),
        ("groups.show", json!({ "id": group })),
        ("voice_map.export", json!({ "audience": "public" })),
        ("meetings.show", json!({ "meeting_id": next })),
        ("meetings.half_term", json!({ "id": half_term })),
        ("agenda.show", json!({ "meeting_id": next })),
        ("agenda.choices", json!({ "meeting_id": next })),
        ("agenda.content", json!({ "meeting_id": next })),
        ("agenda.propose", json!({ "meeting_id": next })),
        ("agenda.version", json!({ "version_id": version })),
        ("evening.show", json!({ "meeting_id": drafted, "projector": false })),
        ("evening.show", json!({ "meeting_id": drafted, "projector": true })),
        ("minutes.show", json!({ "meeting_id": drafted })),
        ("trail.show", json!({ "of": "voice", "id": voice })),
        ("trail.show", json!({ "of": "promise", "id": promise })),
        ("trail.show", json!({ "of": "action", "id": action })),
        ("trail.show", json!({ "of": "item", "id": item })),
        ("history.list", json!({ "limit": 100 })),
        (
            "history.list",
            json!({ "records": [promise], "kinds": ["promise", "commitment", "measure", "check"] }),
        ),
        (
            "settings.examples",
            json!({
                "minute_pattern": "CPB {n}/{yy}", "minute_scope": "year",
                "action_pattern": "A{yy}-{nnn}", "action_scope": "year",
            }),
        ),
    ];
    drop(read);
    requests.push(("away.look", filled_form(cx).await?));
    for words in ["school", "moved three", "a", "home that stays"] {
        requests.push(("search.find", json!({ "words": words })));
    }
    for (document, audiences) in [
        ("agenda", &["public", "members", "chair"][..]),
        ("minutes", &["public", "members"]),
        ("action_log", &["members"]),
        ("child_promises", &["children"]),
        ("child_meeting", &["children"]),
        ("care_leavers_promises", &["children"]),
        ("care_leavers_meeting", &["children"]),
        ("poster", &["children"]),
        ("event_sheet", &["members"]),
        ("reminders", &["members"]),
        ("run_sheet", &["chair"]),
        ("our_promises", &["members"]),
        ("membership", &["members"]),
        ("voice_summary", &["members"]),
        ("self_assessment", &["members"]),
        ("annual_report", &["members"]),
        ("report_cover", &["members"]),
        ("work_programme", &["members"]),
    ] {
        for audience in audiences {
            requests.push(("reports.preview", json!({ "document": document, "audience": audience })));
        }
    }
    Ok(requests)
}

/// An e-mail form as it comes back, with a voice on every line.
async fn filled_form(cx: &Context) -> Outcome<Value> {
    let theme_id = cx.read().await?.all::<Theme>().await?.pop().ok_or("no theme")?.id;
    let made = away::make(cx, MakeForm { theme_id, person_id: None }).await?.result;
    let mut text = made.email.replacen("\nDate:\n", "\nDate: 18 November 2026\n", 1);
    for number in 1..=6 {
        let (empty, full) =
            (format!("\nVoice {number}:\n"), format!("\nVoice {number}: I moved to school {number}.\n"));
        text = text.replacen(&empty, &full, 1);
    }
    Ok(json!({ "text": text }))
}
