use uuid::Uuid;

use super::*;
use crate::{
    access::{Access, AccessKind, Audience},
    action::ActionState,
    agenda_item::{ItemKind, tests::item},
    agenda_request::{RequestOutcome, tests::request},
    group::tests::group,
    half_term::default_half_terms,
    id::{ActionId, AgendaItemId, AnswerId, HalfTermId, PrintedDocumentId, ThemeId},
    meeting::{MeetingState, tests::meeting},
    voice::{AnswerKind, Share, ToldHow},
};

fn id<Id: From<Uuid>>(n: u128) -> Id {
    Uuid::from_u128(n).into()
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// A small board: a voice, heard in September, taken at the meeting of 12 November and answered there by an action.
#[derive(Clone)]
struct Scene {
    half_terms: Vec<HalfTerm>,
    voices: Vec<Voice>,
    answers: Vec<Answer>,
    meetings: Vec<Meeting>,
    items: Vec<AgendaItem>,
    actions: Vec<Action>,
    promises: Vec<Promise>,
    commitments: Vec<Commitment>,
    measures: Vec<Measure>,
    printed: Vec<PrintedDocument>,
    requests: Vec<AgendaRequest>,
}

const VOICE: u128 = 1;
const ITEM: u128 = 2;
const ACTION: u128 = 3;
const PROMISE: u128 = 4;

fn voice(n: u128) -> Voice {
    Voice {
        id: id(n),
        version: 1,
        words: "Nobody told my school.".into(),
        is_quote: true,
        heard_on: day(9, 10),
        event_id: None,
        source: "survey".into(),
        theme_id: ThemeId(Uuid::nil()),
        cohort_id: None,
        age_band: None,
        share: Share::Anywhere,
        sensitive: false,
    }
}

fn answer(voice: u128, kind: AnswerKind) -> Answer {
    Answer {
        id: AnswerId(Uuid::nil()),
        version: 1,
        voice_id: id(voice),
        kind,
        plain_text: "We ring your school.".into(),
        action_id: (kind == AnswerKind::Action).then(|| id(ACTION)),
        commitment_id: None,
        agenda_item_id: (kind == AnswerKind::Action).then(|| id(ITEM)),
        answered_on: day(11, 12),
        answered_by: None,
        told_on: None,
        told_how: None,
        told_by: None,
    }
}

impl Scene {
    fn new() -> Self {
        let half_terms = default_half_terms(2026).into_iter();
        Self {
            half_terms: half_terms
                .map(|(term, starts, ends)| HalfTerm {
                    id: HalfTermId(Uuid::nil()),
                    version: 1,
                    academic_year: 2026,
                    term,
                    starts,
                    ends,
                })
                .collect(),
            voices: vec![voice(VOICE)],
            answers: vec![answer(VOICE, AnswerKind::Action)],
            meetings: vec![meeting(MeetingState::Held, day(11, 12))],
            items: vec![AgendaItem {
                id: id(ITEM),
                number: "4".into(),
                voices: vec![id(VOICE)],
                ..item(ItemKind::ChildrenTold)
            }],
            actions: vec![Action {
                id: ActionId(Uuid::from_u128(ACTION)),
                version: 1,
                reference: "A26-007".into(),
                text: "Ring every school".into(),
                plain_text: String::new(),
                done_plain: "We rang every school.".into(),
                owner_id: None,
                due: Some(day(11, 20)),
                state: ActionState::Open,
                opened_on: day(11, 12),
                agenda_item_id: Some(AgendaItemId(Uuid::from_u128(ITEM))),
                promise_id: Some(id(PROMISE)),
                done_on: None,
                closed_at_id: None,
                closed_on: None,
                withdrawn_reason: String::new(),
            }],
            promises: vec![Promise {
                id: id(PROMISE),
                version: 1,
                strategy_period_id: id(0),
                number: 2,
                title: "A home that stays".into(),
                text: "We will not move you.".into(),
                plain_text: String::new(),
                theme_id: ThemeId(Uuid::nil()),
                principles: vec![],
                voices: vec![],
                you_said_plain: String::new(),
                person_id: None,
                review_every: 2,
                retired_on: None,
                follows_id: None,
            }],
            commitments: vec![],
            measures: vec![],
            printed: vec![],
            requests: vec![],
        }
    }

    fn walk(&self, of: TrailOf, reader: TrailReader) -> Trail {
        let records = TrailRecords {
            today: day(11, 22),
            answer_promise: AnswerPromise::default(),
            half_terms: &self.half_terms,
            voices: &self.voices,
            events: &[],
            themes: &[],
            people: &[],
            answers: &self.answers,
            meetings: &self.meetings,
            items: &self.items,
            minutes: &[],
            decisions: &[],
            actions: &self.actions,
            promises: &self.promises,
            commitments: &self.commitments,
            measures: &self.measures,
            strategy_periods: &[StrategyPeriod {
                id: id(0),
                version: 1,
                name: "Our promises".into(),
                starts: day(9, 1),
                ends: None,
                vision_for_children: String::new(),
            }],
            checks: &[],
            printed: &self.printed,
            groups: &[group(1, "Children in Care Council")],
            requests: &self.requests,
        };
        trail(of, &records, reader).unwrap()
    }

    fn of_voice(&self) -> Trail {
        self.walk(TrailOf::Voice(id(VOICE)), TrailReader::AtDesk)
    }
}

fn step(trail: &Trail, step: LoopStep) -> &TrailStep {
    trail.steps.iter().find(|it| it.step == step).unwrap()
}

fn kinds(trail: &Trail, of: LoopStep) -> Vec<(TrailKind, &str)> {
    step(trail, of).records.iter().map(|it| (it.kind, it.words.as_str())).collect()
}

#[test]
fn a_voice_leads_forward_to_its_item_its_answer_and_its_action() {
    let trail = Scene::new().of_voice();
    let order: Vec<LoopStep> = trail.steps.iter().map(|it| it.step).collect();
    assert_eq!(order, LoopStep::ALL);
    assert_eq!(
        kinds(&trail, LoopStep::WeWill),
        [
            (TrailKind::Item, "what children told us"),
            (TrailKind::Promise, "A home that stays"),
            (TrailKind::Answer, "We ring your school."),
            (TrailKind::Action, "Ring every school"),
        ]
    );
    assert_eq!(step(&trail, LoopStep::WeWill).records[3].state, RecordState::Late);
    assert_eq!(step(&trail, LoopStep::WeWill).state, StepState::Whole);
    assert_eq!(step(&trail, LoopStep::WeDid).gaps, ["1 action is not done yet."]);
    assert_eq!(step(&trail, LoopStep::WeToldYou).gaps, ["Nobody has told them the answer yet."]);
    assert_eq!(
        step(&trail, LoopStep::HowWillWeKnow).gaps,
        ["Nothing measures promise 2 yet.", "Nobody has looked at promise 2 in the last two half-terms."]
    );
}

#[test]
fn from_everything_that_came_of_it_the_way_leads_back_to_the_voice() {
    let scene = Scene::new();
    for of in [TrailOf::Promise(id(PROMISE)), TrailOf::Action(id(ACTION)), TrailOf::Item(id(ITEM))] {
        let trail = scene.walk(of, TrailReader::AtDesk);
        assert_eq!(
            kinds(&trail, LoopStep::YouSaid),
            [(TrailKind::Voice, "Nobody told my school.")],
            "{of:?}"
        );
    }
    assert_eq!(scene.walk(TrailOf::Action(id(ACTION)), TrailReader::AtDesk).title, "Action A26-007");
}

#[test]
fn what_is_done_and_told_closes_the_loop() {
    let mut scene = Scene::new();
    scene.actions[0].close_at(id(0), day(11, 20)).unwrap();
    scene.answers[0].tell(day(11, 21), ToldHow::Visit, None, day(11, 22)).unwrap();
    scene.printed = vec![PrintedDocument {
        id: PrintedDocumentId(Uuid::nil()),
        version: 1,
        document: "child_meeting".into(),
        title: "What happened at the meeting?".into(),
        audience: Audience::Children,
        on: day(11, 22),
        meeting_id: None,
        voices: vec![id(VOICE)],
    }];
    let trail = scene.of_voice();
    assert_eq!(kinds(&trail, LoopStep::WeDid), [(TrailKind::Action, "We rang every school.")]);
    assert_eq!(
        kinds(&trail, LoopStep::WeToldYou),
        [(TrailKind::Told, "We ring your school."), (TrailKind::Printed, "What happened at the meeting?")]
    );
    for it in [LoopStep::YouSaid, LoopStep::WeWill, LoopStep::WeDid, LoopStep::WeToldYou] {
        assert_eq!(step(&trail, it).state, StepState::Whole, "{it}");
    }
    scene.printed[0].audience = Audience::Members;
    let will = scene.of_voice();
    assert_eq!(kinds(&will, LoopStep::WeToldYou).len(), 1, "members' papers tell no child");
    assert!(kinds(&will, LoopStep::WeWill).contains(&(TrailKind::Printed, "What happened at the meeting?")));
}

#[test]
fn a_voice_that_nobody_answered_says_how_long_it_has_waited() {
    let mut scene = Scene::new();
    scene.answers.clear();
    scene.items.clear();
    let trail = scene.of_voice();
    assert_eq!(
        step(&trail, LoopStep::WeWill).gaps,
        [
            "No meeting has taken it yet.",
            "No answer yet: it has waited 10 weeks, and one is promised by 18 December."
        ]
    );
    assert_eq!(step(&trail, LoopStep::WeWill).state, StepState::Missing);
    assert_eq!(
        step(&trail, LoopStep::WeToldYou).gaps,
        ["There is nothing to tell them before it is answered."]
    );
}

#[test]
fn a_voice_that_waits_has_nothing_decided_rather_than_nothing_to_do() {
    let mut scene = Scene::new();
    scene.answers.clear();
    let trail = scene.of_voice();
    assert_eq!(step(&trail, LoopStep::WeDid).state, StepState::Missing);
    assert_eq!(step(&trail, LoopStep::WeDid).gaps, ["Nothing has been decided yet."]);
    assert_eq!(
        step(&trail, LoopStep::HowWillWeKnow).gaps,
        ["Nothing has been decided yet, so there is nothing to measure."]
    );
    // A promise that it stands behind measures something already, and still nothing was done about this voice.
    scene.promises[0].voices = vec![id(VOICE)];
    scene.items.clear();
    scene.actions.clear();
    let trail = scene.of_voice();
    assert_eq!(step(&trail, LoopStep::WeDid).gaps, ["Nothing has been decided yet."]);
    assert_eq!(
        step(&trail, LoopStep::HowWillWeKnow).gaps,
        ["Nothing measures promise 2 yet.", "Nobody has looked at promise 2 in the last two half-terms."]
    );
}

#[test]
fn an_answer_that_asks_for_nothing_more_needs_nothing_done_or_measured() {
    let mut scene = Scene::new();
    scene.answers = vec![answer(VOICE, AnswerKind::NoBecause)];
    scene.items.clear();
    let trail = scene.of_voice();
    assert_eq!(step(&trail, LoopStep::WeDid).state, StepState::NotNeeded);
    assert_eq!(step(&trail, LoopStep::HowWillWeKnow).state, StepState::NotNeeded);
    assert_eq!(
        step(&trail, LoopStep::WeWill).gaps,
        ["No meeting took it: it was answered without the board."]
    );
}

#[test]
fn guarded_words_stand_on_their_own_voices_trail_alone_and_never_in_a_script() {
    let mut scene = Scene::new();
    scene.voices[0].share = Share::No;
    assert_eq!(kinds(&scene.of_voice(), LoopStep::YouSaid), [(TrailKind::Voice, "Nobody told my school.")]);
    let elsewhere = [
        (TrailOf::Action(id(ACTION)), TrailReader::AtDesk),
        (TrailOf::Voice(id(VOICE)), TrailReader::Script),
    ];
    for (of, reader) in elsewhere {
        let trail = scene.walk(of, reader);
        assert!(step(&trail, LoopStep::YouSaid).records[0].guarded);
        let all = serde_json::to_string(&trail).unwrap();
        assert!(!all.contains("Nobody told my school"), "{of:?}: {all}");
        assert!(!all.contains("We ring your school"), "its answer says much about it: {all}");
    }
}

#[test]
fn what_was_born_of_a_closed_item_stays_closed_in_a_script() {
    let mut scene = Scene::new();
    scene.items[0].access =
        Access { access: AccessKind::Exempt, paragraphs: vec![1], access_reason: "It names a home.".into() };
    scene.items[0].title = "The leak at Oak House".into();
    scene.items[0].public_title = "A placement".into();
    for of in [TrailOf::Voice(id(VOICE)), TrailOf::Item(id(ITEM)), TrailOf::Action(id(ACTION))] {
        let all = serde_json::to_string(&scene.walk(of, TrailReader::Script)).unwrap();
        for secret in ["Oak House", "Ring every school", "We ring your school"] {
            assert!(!all.contains(secret), "{secret} in {all}");
        }
        assert!(all.contains("Exempt · paragraph 1") && all.contains("A26-007"));
        let at_desk = serde_json::to_string(&scene.walk(of, TrailReader::AtDesk)).unwrap();
        assert!(at_desk.contains("Ring every school"));
    }
}

#[test]
fn what_a_group_asked_for_stands_beside_the_voices_until_the_group_is_told() {
    let mut scene = Scene::new();
    let asked = request(1, "Ask why taxis come late.", day(10, 1));
    scene.requests = vec![AgendaRequest { agenda_item_id: Some(id(ITEM)), share: Share::No, ..asked }];
    for of in [TrailOf::Item(id(ITEM)), TrailOf::Action(id(ACTION))] {
        let trail = scene.walk(of, TrailReader::AtDesk);
        assert!(kinds(&trail, LoopStep::YouSaid).contains(&(TrailKind::Request, "Ask why taxis come late.")));
        let owed = "Children in Care Council has no answer to its request yet.";
        assert!(step(&trail, LoopStep::WeToldYou).gaps.iter().any(|gap| gap == owed), "{trail:?}");
        let script = serde_json::to_string(&scene.walk(of, TrailReader::Script)).unwrap();
        assert!(!script.contains("taxis"), "nobody may share it: {script}");
    }
    assert!(!kinds(&scene.of_voice(), LoopStep::YouSaid).iter().any(|(kind, _)| *kind == TrailKind::Request));
    scene.requests[0].outcome = Some(RequestOutcome::Heard);
    scene.requests[0].answer = "They come at eight now.".into();
    scene.requests[0].answered_on = Some(day(11, 12));
    scene.requests[0].tell(day(11, 13), ToldHow::Group, None, day(11, 22)).unwrap();
    let told = scene.walk(TrailOf::Item(id(ITEM)), TrailReader::AtDesk);
    assert!(kinds(&told, LoopStep::WeWill).contains(&(TrailKind::Answer, "They come at eight now.")));
    assert!(kinds(&told, LoopStep::WeToldYou).contains(&(TrailKind::Told, "They come at eight now.")));
    assert!(
        !step(&told, LoopStep::WeToldYou).gaps.iter().any(|gap| gap.contains("Children in Care Council"))
    );
}
