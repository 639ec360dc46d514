//! A small believable board, from which every document can be made.

use chrono::{NaiveDate, NaiveTime};
use pledgeboard_documents::content::minutes::MinutedItem;
use pledgeboard_documents::content::{ActionLine, AnsweredVoice, Deed, DeedOf};
use pledgeboard_domain::id::*;
use pledgeboard_domain::numbering::Scope;
use pledgeboard_domain::*;
use uuid::Uuid;

pub fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

pub fn at(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub fn board() -> Board {
    Board {
        id: BoardId(id(1)),
        version: 1,
        council: "Anytown Council".into(),
        name: "Corporate Parenting Board".into(),
        promises_called: "promises".into(),
        standing: Standing::StatutoryCommittee,
        meets_in_public: true,
        quorum: 4,
        clear_days: 5,
        minute_pattern: "CPB {n}/{yy}".into(),
        minute_scope: Scope::Year,
        action_pattern: "A{yy}-{nnn}".into(),
        action_scope: Scope::Year,
        champions_required: true,
        contact: "Priya Shah, Democratic Services, 01632 960123, democratic.services@anytown.example".into(),
        who_to_talk_to:
            "Talk to Jo in the participation team. Ring 01632 960456. Jo is there on school days.".into(),
        colour: "#7a1f5c".into(),
        logo: String::new(),
        answer_within: pledgeboard_domain::AnswerWithin::default(),
        answer_weeks: 12,
        with_scrutiny: pledgeboard_domain::WithScrutiny::default(),
        meeting_pages: Some(100),
        paper_pages: Some(4),
    }
}

pub fn meeting() -> Meeting {
    Meeting {
        id: MeetingId(id(10)),
        version: 1,
        date: day(12, 3),
        starts: at(17, 30),
        ends: Some(at(19, 30)),
        place: "Council Chamber, Town Hall, High Street, Anytown".into(),
        kind: MeetingKind::Themed,
        title: String::new(),
        in_public: true,
        themes: vec![theme().id],
        chair_id: Some(PersonId(id(101))),
        state: MeetingState::MinutesApproved,
        started_at: Some(at(17, 32)),
        ended_at: Some(at(19, 15)),
        current_item_id: None,
        entitled: vec![],
        approved_at_id: Some(MeetingId(id(11))),
        approved_on: NaiveDate::from_ymd_opt(2027, 1, 14),
        signed_by: Some(PersonId(id(101))),
        plain_summary: "The board met at the town hall. Two young people came and spoke first.".into(),
        chair_comments: "Say more about the school calls.".into(),
    }
}

pub fn theme() -> Theme {
    Theme {
        id: ThemeId(id(20)),
        version: 1,
        name: "Feeling safe at home".into(),
        child_name: "A home that feels safe".into(),
        icon: "house".into(),
        colour: "plum".into(),
        keywords: vec!["home".into()],
        principles: vec![],
        questions: vec!["Who do you ring when something is wrong at home?".into()],
        position: 1,
        retired_on: None,
    }
}

pub fn person(number: u128, title: &str, name: &str, job: &str, role: Role) -> Person {
    Person {
        id: PersonId(id(number)),
        version: 1,
        title: title.into(),
        name: name.into(),
        organisation: "Anytown Council".into(),
        job: job.into(),
        brings: String::new(),
        roles: vec![role],
        first_name: String::new(),
        name_agreed_on: None,
        name_agreed_with: String::new(),
        email: String::new(),
        phone: String::new(),
        left_on: None,
    }
}

pub fn people() -> Vec<Person> {
    let mut agreed = person(106, "", "young representative 3", "", Role::YoungRepresentative);
    agreed.first_name = "Kai".into();
    agreed.name_agreed_on = Some(day(9, 1));
    vec![
        person(101, "Cllr", "Amina Yusuf", "Chair", Role::Chair),
        person(102, "Cllr", "Sam Okafor", "", Role::Councillor),
        person(103, "", "Ruth Bell", "Director of Children’s Services", Role::Director),
        person(104, "", "young representative 1", "", Role::YoungRepresentative),
        person(105, "", "young representative 2", "", Role::YoungRepresentative),
        agreed,
        person(107, "Cllr", "Dai Pŵel", "", Role::Councillor),
    ]
}

pub fn attends(number: u128, status: AttendanceStatus) -> Attendance {
    Attendance {
        id: AttendanceId(id(number + 1000)),
        version: 1,
        meeting_id: meeting().id,
        person_id: PersonId(id(number)),
        status,
        substitute_for_id: None,
        from_item_id: None,
        to_item_id: None,
        interests: vec![],
    }
}

pub fn attendances() -> Vec<Attendance> {
    use AttendanceStatus::{Apologies, Present};
    let mut late = attends(102, Present);
    late.from_item_id = Some(AgendaItemId(id(202)));
    late.interests.push(Interest {
        agenda_item_id: Some(AgendaItemId(id(203))),
        kind: InterestKind::OtherRegistrable,
        nature: "A trustee of Oak House.".into(),
        left_room: true,
    });
    vec![
        attends(101, Present),
        late,
        attends(103, Present),
        attends(104, Present),
        attends(105, Present),
        attends(106, Present),
        attends(107, Apologies),
    ]
}

pub fn item(number: u128, title: &str, kind: ItemKind, purpose: Purpose) -> AgendaItem {
    let place = i64::try_from(number).unwrap();
    AgendaItem {
        id: AgendaItemId(id(200 + number)),
        version: 1,
        meeting_id: meeting().id,
        position: place,
        number: place.to_string(),
        title: title.into(),
        public_title: String::new(),
        kind,
        purpose,
        presenting_minutes: 5,
        discussing_minutes: 10,
        presented_by: Speaker::Officer,
        lead_id: None,
        lead_words: String::new(),
        access: Access::open(),
        summary: String::new(),
        plain_summary: String::new(),
        questions: vec![],
        background: vec![],
        papers: vec![],
        voices: vec![],
        promises: vec![],
        actions: vec![],
        internal_notes: String::new(),
        since_version: 1,
        urgency_reason: String::new(),
        withdrawn_reason: String::new(),
        deferred_to_id: None,
        minutes_of_id: None,
        topic_id: None,
    }
}

pub fn exempt() -> Access {
    Access {
        access: AccessKind::Exempt,
        paragraphs: vec![1, 2],
        access_reason: "It would tell readers who a child is".into(),
    }
}

/// Five items: welcome, listening, a promise, a late one, an exempt one.
pub fn items() -> Vec<AgendaItem> {
    let mut listen = item(2, "What children told us", ItemKind::ChildrenTold, Purpose::Listen);
    listen.voices = voices().iter().map(|voice| voice.id).collect();
    listen.summary = "Young representatives speak first. The board listens and answers.".into();
    listen.plain_summary = "You told us about home. We heard every word.".into();
    listen.questions = vec!["What would make the biggest difference before Christmas?".into()];
    listen.internal_notes = "Leave time: Kai wants to read a poem.".into();
    let mut promise = item(3, "A home that stays", ItemKind::Promise, Purpose::Check);
    promise.promises = vec![PromiseId(id(30))];
    promise.background = vec!["Placement stability return, October 2026".into()];
    let mut actions = item(4, "Actions", ItemKind::Actions, Purpose::Business);
    actions.discussing_minutes = 0;
    let mut late = item(5, "Heating at Oak House", ItemKind::Report, Purpose::Decide);
    late.urgency_reason = "The boiler failed on 30 November".into();
    late.plain_summary = "The heating broke at one of our homes.".into();
    let mut closed = item(6, "Placement of one young person", ItemKind::Report, Purpose::Decide);
    closed.public_title = "A placement".into();
    closed.access = exempt();
    closed.summary = "The options for one home.".into();
    vec![
        item(1, "Welcome and apologies", ItemKind::Welcome, Purpose::Business),
        listen,
        promise,
        actions,
        late,
        closed,
    ]
}

pub fn voice(number: u128, words: &str, share: Share, sensitive: bool) -> Voice {
    Voice {
        id: VoiceId(id(number)),
        version: 1,
        words: words.into(),
        is_quote: true,
        heard_on: day(10, 15),
        event_id: Some(EventId(id(40))),
        source: "Drop-in at Oak House".into(),
        theme_id: theme().id,
        cohort_id: Some(CohortId(id(50))),
        age_band: Some(AgeBand::From11To15),
        share,
        sensitive,
    }
}

pub fn voices() -> Vec<Voice> {
    vec![
        voice(301, "I moved three times and nobody told my school.", Share::Anywhere, false),
        voice(302, "I want to keep my bike when I move.", Share::BoardOnly, false),
        voice(303, "Words that may be shared with nobody.", Share::No, false),
        voice(304, "Sensitive words.", Share::Anywhere, true),
    ]
}

pub fn answer(voice: &Voice, words: &str) -> Answer {
    Answer {
        id: AnswerId(id(400)),
        version: 1,
        voice_id: voice.id,
        kind: AnswerKind::AlreadyHappens,
        plain_text: words.into(),
        action_id: None,
        commitment_id: None,
        agenda_item_id: None,
        answered_on: day(11, 1),
        answered_by: None,
        told_on: None,
        told_how: None,
        told_by: None,
    }
}

pub fn answered() -> Vec<AnsweredVoice> {
    voices()
        .into_iter()
        .map(|voice| AnsweredVoice {
            answer: answer(&voice, "Your social worker rings your school on the same day."),
            voice,
            theme: theme(),
            access: Access::open(),
            deed: Some(Deed {
                of: DeedOf::Action(ActionId(id(501))),
                version: 1,
                on: day(11, 10),
                plain_text: "Your school knew on the day you moved, nine times out of ten.".into(),
            }),
        })
        .collect()
}

pub fn action(number: u128, reference: &str, text: &str, state: ActionState) -> Action {
    Action {
        id: ActionId(id(500 + number)),
        version: 1,
        reference: reference.into(),
        text: text.into(),
        plain_text: String::new(),
        done_plain: String::new(),
        owner_id: Some(PersonId(id(103))),
        due: Some(day(11, 30)),
        state,
        opened_on: day(9, 10),
        agenda_item_id: Some(AgendaItemId(id(203))),
        promise_id: None,
        done_on: None,
        closed_at_id: None,
        closed_on: (state == ActionState::Closed).then(|| day(12, 3)),
        withdrawn_reason: String::new(),
    }
}

pub fn actions() -> Vec<ActionLine> {
    let line = |action, access| ActionLine { action, owner: "Ruth Bell".into(), access };
    let mut first = action(1, "A26-001", "Tell each school on the day a child moves.", ActionState::Open);
    first.plain_text = "We will ring your school on the day you move.".into();
    let mut third = action(3, "A26-003", "Print the letter to foster carers.", ActionState::Withdrawn);
    third.withdrawn_reason = "The carers asked for a call instead".into();
    let mut fourth = action(4, "A26-004", "Open the bike shed on Saturdays.", ActionState::Closed);
    fourth.done_plain = "The bike shed is open on Saturdays.".into();
    vec![
        line(first, Access::open()),
        line(action(2, "A26-002", "Find a home for one young person.", ActionState::Open), exempt()),
        line(third, Access::open()),
        line(fourth, Access::open()),
        line(action(5, "A26-005", "Ask the bus company for free passes.", ActionState::Done), Access::open()),
    ]
}

pub fn minuted() -> Vec<MinutedItem> {
    items()
        .into_iter()
        .enumerate()
        .map(|(index, item)| {
            let closed = !item.access.is_open();
            let actions = match index {
                2 => vec![actions().remove(0)],
                5 => vec![actions().remove(1)],
                _ => vec![],
            };
            let mut minute = minute(&item, index);
            let mut decisions = vec![];
            if index == 2 {
                minute.text = "The board heard that 11% moved three times or more.\nYoung representatives said that schools still learn late.".into();
                minute.plain_text = "You said schools find out late. We said you are right.".into();
                decisions = vec![decision(&item, 1, "that schools be told on the day of a move", "We will tell your school on the same day."),
                    decision(&item, 2, "that the promise return to the next meeting", "")];
                decisions[0].mover_id = Some(PersonId(id(101)));
                decisions[0].seconder_id = Some(PersonId(id(102)));
                decisions[1].votes = vec![Vote { person_id: PersonId(id(101)), way: VoteWay::For }, Vote { person_id: PersonId(id(102)), way: VoteWay::Against }];
            }
            if closed {
                minute.text = "The board considered a report on a placement.".into();
                minute.private_text = "The young person should stay near the school.".into();
                minute.officer_summary = "The board agreed how to proceed with one placement.".into();
                decisions = vec![decision(&item, 1, "that the placement go ahead", "Hidden plain words")];
            }
            MinutedItem { item, minute: Some(minute), decisions, actions }
        })
        .collect()
}

fn minute(item: &AgendaItem, index: usize) -> Minute {
    Minute {
        id: MinuteId(id(600 + index as u128)),
        version: 1,
        agenda_item_id: item.id,
        number: format!("CPB {}/26", 14 + index),
        text: "The board noted this item.".into(),
        private_text: String::new(),
        officer_summary: String::new(),
        plain_text: String::new(),
    }
}

fn decision(item: &AgendaItem, position: i64, text: &str, plain: &str) -> Decision {
    Decision {
        id: DecisionId(id(700 + position.unsigned_abs() as u128)),
        version: 1,
        agenda_item_id: item.id,
        position,
        text: text.into(),
        plain_text: plain.into(),
        mover_id: None,
        seconder_id: None,
        votes: vec![],
    }
}
